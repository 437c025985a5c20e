// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace Porchlight {

/// What can be told of a frame table by counting: rows, times of the first and the last, in the stream's ticks.
struct FrameTableFigures
{
    qint64 rows = 0;
    QString firstPts;
    QString lastPts;
    QString timeBase;

    bool operator==(const FrameTableFigures &) const = default;
};

/// Reads a frame table in the form of `porchlight-cli frames`: a header row with the columns number, pts and time_base
/// at least, then one row a shown frame, numbered from 0 without gaps. The error says which row is wrong.
[[nodiscard]] Result<FrameTableFigures, QString> countFrameTable(const QByteArray &csv);

} // namespace Porchlight
