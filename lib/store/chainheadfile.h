// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/chain.h"

#include <QString>

#include <optional>

namespace Porchlight {

/// The head of the log in a file of its own, so that a store with entries cut off, or an older copy of it, is noticed.
/// It only ever goes up.
class ChainHeadFile
{
public:
    explicit ChainHeadFile(QString path);

    [[nodiscard]] std::optional<ChainHead> read() const;
    void raise(const ChainHead &head) const;

private:
    QString m_path;
};

} // namespace Porchlight
