// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Porchlight {

/// Ends the program when a signal asks for it, and, if wished, when whoever started it is gone: when standard input
/// closes.
class Lifeline final : public QObject
{
    Q_OBJECT

public:
    explicit Lifeline(bool endsWithParent);
    ~Lifeline() override;

private:
    std::unique_ptr<QSocketNotifier> m_signals;
    std::unique_ptr<QSocketNotifier> m_input;
};

} // namespace Porchlight
