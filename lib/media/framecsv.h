// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/frametable.h"

#include <QByteArray>
#include <QString>

namespace Porchlight {

enum class FrameDigests { Without, With };

/// The frame table as CSV: a header row, then one row a shown frame. `pts` and `duration` are in ticks of `time_base`,
/// `time` is in seconds of the stream's own clock; `pts` is empty where the stream has none and `time` is an estimate
/// then. The column sha256 is there only `With` digests.
[[nodiscard]] QByteArray frameCsv(const FrameTable &table, FrameDigests digests);

/// Seconds with six decimals, exact to the microsecond: "-0.033367".
[[nodiscard]] QString secondsText(qint64 microseconds);

/// One letter or two, "?" for unknown.
[[nodiscard]] QString pictureTypeWord(PictureType type);

} // namespace Porchlight
