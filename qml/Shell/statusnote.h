// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// How good a state is; never told by colour alone. In the order of Chip's tones.
enum class Tone { Neutral, Good, Caution, Bad };

/// A short statement about a part of the program, for the status line.
struct StatusNote
{
    Q_GADGET
    QML_VALUE_TYPE(statusNote)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(int tone READ toneNumber CONSTANT FINAL)
    Q_PROPERTY(QString detail MEMBER detail CONSTANT FINAL)

public:
    QString text;
    Tone tone = Tone::Neutral;
    QString detail; ///< What it means, for the tooltip.

    [[nodiscard]] int toneNumber() const { return static_cast<int>(tone); }
    bool operator==(const StatusNote &) const = default;
};

/// Work that goes on for longer, for the status line; no text where there is none.
struct LongWork
{
    Q_GADGET
    QML_VALUE_TYPE(longWork)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(double share MEMBER share CONSTANT FINAL)

public:
    QString text;
    double share = 0; ///< 0 to 1.

    bool operator==(const LongWork &) const = default;
};

} // namespace Porchlight
