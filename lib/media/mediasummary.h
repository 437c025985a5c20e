// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/mediatime.h"

#include <QSize>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace Porchlight {

/// What the decoder process reports it has given up before it saw the first byte of the clip.
enum class ConfinementLevel { None, Partial, Full };

enum class StreamKind { Video, Sound, AttachedPicture, Other };

/// How stored colour differences become RGB (ITU-T H.273, MatrixCoefficients).
enum class ColourMatrix { Unspecified, Rgb, Bt601, Bt709, Bt2020, Smpte240, Fcc };

/// Whether samples use the whole range of their bits.
enum class ColourRange { Unspecified, Limited, Full };

/// Colour as the stream states it; the two numbers are ITU-T H.273 code points, 2 where unspecified.
struct Colour
{
    ColourMatrix matrix = ColourMatrix::Unspecified;
    ColourRange range = ColourRange::Unspecified;
    int primaries = 2;
    int transfer = 2;

    bool operator==(const Colour &) const = default;
};

/// A positive fraction; 1:1 where nothing is stated.
struct PixelAspect
{
    int horizontal = 1;
    int vertical = 1;

    bool operator==(const PixelAspect &) const = default;
};

/// How the stored picture is turned for viewing: mirrored left to right first, then turned clockwise by
/// `quarterTurns` right angles. Done by geometry, never on stored pixels.
struct Orientation
{
    int quarterTurns = 0; ///< 0 to 3.
    bool isMirrored = false;

    bool operator==(const Orientation &) const = default;
};

struct StreamSummary
{
    int index = 0; ///< As FFmpeg numbers them.
    StreamKind kind = StreamKind::Other;
    QString codec;       ///< FFmpeg's name: "h264", "aac".
    QString pixelFormat; ///< FFmpeg's name: "yuv420p"; empty for sound.
    QSize size;          ///< Stored pixels; empty for sound.
    PixelAspect aspect;
    Orientation orientation;
    Colour colour;
    TimeBase timeBase;
    std::optional<qint64> startTicks;
    std::optional<qint64> durationTicks; ///< What the header says; may be wrong.
    int sampleRate = 0;                  ///< Sound only.
    int channels = 0;                    ///< Sound only.

    bool operator==(const StreamSummary &) const = default;
};

/// What a clip is, before its frames have been counted. Header figures are hints; the frame table is the truth.
struct MediaSummary
{
    QString container;                          ///< FFmpeg's name: "mov,mp4,m4a,3gp,3g2,mj2".
    qint64 size = 0;                            ///< Bytes.
    std::optional<qint64> durationMicroseconds; ///< What the header says.
    std::vector<StreamSummary> streams;
    int videoStream = -1; ///< Index (not place in the list) of the stream whose frames are shown.
    int soundStream = -1; ///< Likewise; -1 where the clip has no sound.
    ConfinementLevel confinement = ConfinementLevel::None;
    std::array<quint32, 3> decoderVersions{}; ///< Of libavcodec, libavformat and libavutil.

    /// The stream whose frames are shown.
    [[nodiscard]] const StreamSummary *video() const { return find(videoStream); }
    [[nodiscard]] const StreamSummary *sound() const { return find(soundStream); }
    bool operator==(const MediaSummary &) const = default;

private:
    [[nodiscard]] const StreamSummary *find(int index) const
    {
        for (const StreamSummary &stream : streams) {
            if (stream.index == index) {
                return &stream;
            }
        }
        return nullptr;
    }
};

} // namespace Porchlight
