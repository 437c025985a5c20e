// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/mediatime.h"
#include "media/mediasummary.h"

#include <QList>
#include <QSize>
#include <QString>

#include <algorithm>
#include <optional>
#include <utility>

namespace Porchlight {

enum class PictureType { Unknown, I, P, B, S, SI, SP, BI };

/// What is known of one shown frame. Frames are numbered in the order in which one plain decode of the whole stream
/// gives them, from 0.
struct FrameRow
{
    qint64 number = 0;
    std::optional<qint64> pts; ///< The stream's own; none in some recordings.
    qint64 ticks = 0;          ///< `pts`, or where there is none what FFmpeg makes of decoding times and frame rate.
    TimeBase timeBase;
    qint64 microseconds = 0;  ///< Position in the clip: from the first shown frame; recordings follow without a jump.
    int segment = 0;          ///< Which of the recordings that were put one behind the other, from 0.
    qint64 seam = 0;          ///< How far the stream's times jump to it, in microseconds; 0: no recording begins here.
    qint64 durationTicks = 0; ///< 0 where the stream does not say.
    bool isKey = false;
    PictureType pictureType = PictureType::Unknown;
    qint64 packetPosition = -1; ///< Byte in the file; -1 where the container does not say.
    qint64 packetSize = 0;
    bool isCorrupt = false; ///< Decoded with errors: parts of the picture are made up.
    /// Only the packets say so: the frame has not been seen in the plain decode yet, and its number and time may turn
    /// out to be another's.
    bool isProvisional = false;
    QSize size;          ///< Stored pixels.
    QString pixelFormat; ///< FFmpeg's name.
    Colour colour;
    PixelAspect aspect;
    quint64 quickHash = 0;        ///< Of the decoded pixels; 0 where it is not known.
    std::optional<Digest> digest; ///< SHA-256 as FFmpeg's framehash gives it, where it was asked for.

    [[nodiscard]] bool isTimeEstimated() const { return !pts.has_value(); }
    [[nodiscard]] MediaTime time() const { return MediaTime(ticks, timeBase); }
    bool operator==(const FrameRow &) const = default;
};

/// All shown frames of a clip in order, as far as they have been seen; behind them those that its packets promise. A
/// cheap value: copies share the rows.
class FrameTable
{
public:
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] qint64 size() const { return m_rows.size(); }
    [[nodiscard]] const FrameRow &at(qint64 number) const { return m_rows.at(number); }
    [[nodiscard]] const QList<FrameRow> &rows() const { return m_rows; }

    /// True once every frame of the stream has been seen.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// True where the file ended early or held packets that could not be decoded.
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }
    /// True where it was not decoded now but kept from an earlier opening.
    [[nodiscard]] bool isKept() const { return m_isKept; }

    /// Number of the frame on screen at a position in the clip: the last in time order that begins at or before it;
    /// the earliest one for a position before the first; none in an empty table.
    [[nodiscard]] std::optional<qint64> numberAt(qint64 microseconds) const;
    /// How many frames directly before this one hold the same pixels, all of them; none where nobody has compared.
    [[nodiscard]] std::optional<qint64> repeatsBefore(qint64 number) const;
    /// From the first shown frame to the end of the last, by the frames' own times.
    [[nodiscard]] qint64 durationMicroseconds() const;

    /// With the frames that have not been seen yet. Until the table is complete this may be too few or too many.
    [[nodiscard]] qint64 expectedSize() const { return std::max(size(), m_expected.size()); }
    /// The row of a frame that was seen, or else the provisional one.
    [[nodiscard]] const FrameRow &expectedAt(qint64 number) const
    {
        return number < size() ? at(number) : m_expected.at(number);
    }

    /// Provisional rows from frame 0 to the last.
    void expect(QList<FrameRow> rows) { m_expected = std::move(rows); }
    /// Rows must continue where the table ends.
    void append(const QList<FrameRow> &rows);
    void complete(bool isDamaged, bool isKept = false);

    bool operator==(const FrameTable &) const = default;

private:
    [[nodiscard]] qint64 endOf(const FrameRow &row) const;

    QList<FrameRow> m_rows;
    QList<FrameRow> m_expected; ///< Empty once complete.
    QList<qint64> m_byTime;     ///< Numbers sorted by position, then by number.
    bool m_isComplete = false;
    bool m_isDamaged = false;
    bool m_isKept = false;
};

} // namespace Porchlight
