// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/mediatime.h"
#include "mediaprotocol/name.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

/// The whole vocabulary between the program and its decoder process. Nothing here is free text, a path, a pointer or
/// a handle. What the decoder says is untrusted: decoding a message proves only its form; lib/media checks the rest.
namespace Porchlight::Wire {

inline constexpr std::uint16_t ProtocolVersion = 4;
inline constexpr std::size_t MaximumMessageSize = 64 * 1024;
inline constexpr std::size_t MaximumStreams = 32;
inline constexpr std::size_t MaximumRowsPerPart = 256;
inline constexpr std::size_t MaximumPlanes = 3;
inline constexpr std::size_t MaximumLeftOut = 8;
inline constexpr std::uint16_t MaximumThumbnailWidth = 320;
inline constexpr std::uint16_t MaximumProxySide = 320;
inline constexpr std::uint32_t MaximumProxiesPerPart = 64;
inline constexpr std::uint32_t MaximumSoundMicroseconds = 10'000'000;
inline constexpr std::int32_t SoundRate = 48'000;
inline constexpr std::int64_t WaveSliceMicroseconds = 10'000;
inline constexpr std::size_t MaximumPeaksPerPart = 8'192;

// What both sides hold to: the decoder leaves out what is beyond, the program takes it for a lie.
inline constexpr std::int32_t MaximumDimension = 32'768;
inline constexpr std::int64_t MaximumPixels = 64LL * 1024 * 1024; ///< A small file must not ask for gigabytes.
inline constexpr std::int64_t MaximumRows = 2'000'000;            ///< 19 hours at 30 frames a second.
inline constexpr std::int64_t MaximumPeaks = 2'000'000;           ///< Five and a half hours.
inline constexpr std::int32_t MaximumSampleRate = 1'000'000;
inline constexpr std::int32_t MaximumChannels = 1'024;
/// Some 120 years; the difference of two such times is at most twice that.
inline constexpr double MaximumSeconds = 4e9;

enum class Confinement : std::uint8_t { None, Partial, Full };
enum class StreamKind : std::uint8_t { Video, Sound, AttachedPicture, Other };
enum class ColourMatrix : std::uint8_t { Unspecified, Rgb, Bt601, Bt709, Bt2020, Smpte240, Fcc };
enum class ColourRange : std::uint8_t { Unspecified, Limited, Full };
enum class PictureType : std::uint8_t { Unknown, I, P, B, S, SI, SP, BI };
enum class PixelLayout : std::uint8_t { Gray, Yuv420, Yuv422, Yuv444, Nv12, Bgra };
enum class FailureCode : std::uint8_t {
    NotAVideo,
    RecordingUnfinished,
    NothingShown,
    TooLarge,
    NotInClip,
    SourceBroken,
    Cancelled,
    OutOfMemory,
};
enum class ByteStatus : std::uint8_t { Given, Broken };

struct Colour
{
    ColourMatrix matrix = ColourMatrix::Unspecified;
    ColourRange range = ColourRange::Unspecified;
    std::uint8_t primaries = 2; ///< ITU-T H.273; 2 is unspecified.
    std::uint8_t transfer = 2;

    bool operator==(const Colour &) const = default;
};

struct Fraction
{
    std::int32_t numerator = 1;
    std::int32_t denominator = 1;

    bool operator==(const Fraction &) const = default;
};

/// One shown frame. The decoder makes it; the program gives it back to a later process for the same clip.
struct FrameRow
{
    std::int64_t number = 0;
    bool hasPts = false;
    std::int64_t pts = 0;
    std::int64_t ticks = 0; ///< `pts`, or an estimate where there is none.
    Fraction timeBase;
    std::int64_t microseconds = 0;     ///< From the first shown frame, without the jumps between recordings.
    std::int32_t segment = 0;          ///< Which of the recordings that were put one behind the other, from 0.
    std::int64_t seamMicroseconds = 0; ///< How far the stream's times jump to it; 0 where no recording begins here.
    std::int64_t durationTicks = 0;
    bool isKey = false;
    bool isCorrupt = false;
    PictureType pictureType = PictureType::Unknown;
    std::int64_t packetPosition = -1;
    std::int64_t packetSize = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;
    Name<24> pixelFormat;
    Colour colour;
    Fraction aspect;
    bool hasDigest = false;
    Digest::Bytes digest{};
    std::int64_t ordinal = -1;   ///< Of the packet it came from; -1 where the codec does not tell.
    std::uint64_t quickHash = 0; ///< Of its pixels, by which it is recognised.

    bool operator==(const FrameRow &) const = default;
};

/// The first message. The shared block holds a window for clip bytes at its start, then slots for pictures and sound.
struct Open
{
    std::uint64_t clipSize = 0;
    std::uint32_t windowSize = 0;
    std::uint32_t slotCount = 0;
    std::uint64_t slotSize = 0;
    std::uint64_t spoolBudget = 0; ///< Bytes of compressed packets to keep.
    std::uint64_t frameBudget = 0; ///< Bytes of decoded frames to keep.
    std::int32_t videoStream = -1; ///< FFmpeg's index, -1 for the best.
    /// A decoder of this clip has ended before: say which packet comes next before each, and decode on one thread.
    bool isCareful = false;
    /// Packets of the video stream that ended it, by their place in the file's order: not to be decoded. -1 for none.
    std::array<std::int64_t, MaximumLeftOut> leftOut = {-1, -1, -1, -1, -1, -1, -1, -1};

    bool operator==(const Open &) const = default;
};

/// Decode everything once, in the background, and send the frame table.
struct Index
{
    bool wantsDigests = false;
    bool wantsProxies = false; ///< Make a small picture of every frame; they are fetched with ProxyRequest.

    bool operator==(const Index &) const = default;
};

/// Instead of Index: all rows that an earlier process made of this clip, in order, in parts. They are believed.
struct Known
{
    bool isLast = false;
    std::vector<FrameRow> rows; ///< At most MaximumRowsPerPart.

    bool operator==(const Known &) const = default;
};

struct FrameRequest
{
    std::int64_t number = 0;
    std::uint32_t slot = 0;
    bool wantsDigest = false;
    bool mayBeProvisional = false; ///< The pass need not have seen it yet: its number is then that of an Expected row.

    bool operator==(const FrameRequest &) const = default;
};

struct ThumbnailRequest
{
    std::int64_t number = 0;
    std::uint32_t slot = 0;
    std::uint16_t maximumWidth = 0;
    bool mayBeProvisional = false; ///< As of FrameRequest.

    bool operator==(const ThumbnailRequest &) const = default;
};

/// Fetches the next small pictures of the pass. Answered when there are some, or when there will be none any more.
struct ProxyRequest
{
    std::uint32_t slot = 0;

    bool operator==(const ProxyRequest &) const = default;
};

/// Decode this frame when nothing else is to be done, the pass included: the program copies the clip, frame by frame.
/// Answered with Picture.
struct CopyRequest
{
    std::int64_t number = 0;
    std::uint32_t slot = 0;

    bool operator==(const CopyRequest &) const = default;
};

struct SoundRequest
{
    std::int64_t startMicroseconds = 0; ///< From the first shown frame.
    std::uint32_t lengthMicroseconds = 0;
    std::uint32_t slot = 0;

    bool operator==(const SoundRequest &) const = default;
};

/// Asks how loud the clip is over its time. Answered in parts, once all frames are known, when nothing else is to be
/// done. To be asked only where sound was consented to.
struct WaveRequest
{
    bool operator==(const WaveRequest &) const = default;
};

/// The request of that generation is not needed any more. It is still answered, with Cancelled at the latest.
struct Cancel
{
    std::uint64_t generation = 0;

    bool operator==(const Cancel &) const = default;
};

struct Close
{
    bool operator==(const Close &) const = default;
};

/// Answers Read: `length` bytes lie at the start of the window.
struct Bytes
{
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
    ByteStatus status = ByteStatus::Given;

    bool operator==(const Bytes &) const = default;
};

/// Sent once, before the first message is read.
struct Ready
{
    Confinement confinement = Confinement::None;

    bool operator==(const Ready &) const = default;
};

struct Read
{
    std::uint64_t offset = 0;
    std::uint32_t length = 0;

    bool operator==(const Read &) const = default;
};

struct Stream
{
    std::int32_t index = 0;
    StreamKind kind = StreamKind::Other;
    Name<24> codec;
    Name<24> pixelFormat;
    std::int32_t width = 0;
    std::int32_t height = 0;
    Fraction aspect;
    std::uint8_t quarterTurns = 0;
    bool isMirrored = false;
    Colour colour;
    Fraction timeBase;
    bool hasStart = false;
    std::int64_t startTicks = 0;
    bool hasDuration = false;
    std::int64_t durationTicks = 0;
    std::int32_t sampleRate = 0;
    std::int32_t channels = 0;

    bool operator==(const Stream &) const = default;
};

/// Answers Open.
struct Summary
{
    Name<32> container;
    bool hasDuration = false;
    std::int64_t durationMicroseconds = 0;
    std::int32_t videoStream = -1;
    std::int32_t soundStream = -1;
    std::vector<Stream> streams;             ///< At most MaximumStreams.
    std::array<std::uint32_t, 3> versions{}; ///< Of libavcodec, libavformat and libavutil: they may decode differently.

    bool operator==(const Summary &) const = default;
};

/// Before the first IndexPart, where packets alone tell enough: a row for each frame that is expected, in order, in
/// parts. The pass has seen none of them: numbers and times may turn out to be others.
struct Expected
{
    bool isLast = false;
    std::vector<FrameRow> rows; ///< At most MaximumRowsPerPart, at least one.

    bool operator==(const Expected &) const = default;
};

/// The next rows of the frame table, in order; the last part may be empty.
struct IndexPart
{
    bool isLast = false;
    bool isDamaged = false;     ///< Last part only: the file ends early or packets could not be decoded.
    std::vector<FrameRow> rows; ///< At most MaximumRowsPerPart.

    bool operator==(const IndexPart &) const = default;
};

struct Plane
{
    std::uint64_t offset = 0; ///< In the slot.
    std::uint32_t stride = 0;
    std::uint32_t width = 0; ///< Samples, as lib/media's DecodedFrame counts them.
    std::uint32_t height = 0;

    bool operator==(const Plane &) const = default;
};

/// Answers FrameRequest and CopyRequest.
struct Picture
{
    std::uint32_t slot = 0;
    PixelLayout layout = PixelLayout::Gray;
    std::uint8_t planeCount = 0;
    std::array<Plane, MaximumPlanes> planes;
    bool isProvisional = false; ///< The pass has not seen the frame yet: `row` bears its expected number.
    FrameRow row;

    bool operator==(const Picture &) const = default;
};

/// Answers ThumbnailRequest: BGRA from the start of the slot.
struct Thumbnail
{
    std::uint32_t slot = 0;
    std::int64_t number = 0;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t stride = 0;

    bool operator==(const Thumbnail &) const = default;
};

/// Answers ProxyRequest: the frames `first` to `first + count - 1`, one behind the other from the start of the slot.
/// Each is 8 bit 4:2:0 of the same even size, its three planes without padding, with the frame's own matrix and range.
/// All of a clip have one size; of a clip whose frames cannot be brought into this form there are none.
struct Proxies
{
    std::uint32_t slot = 0;
    std::int64_t first = 0;
    std::uint32_t count = 0; ///< At most MaximumProxiesPerPart.
    std::uint16_t width = 0;
    std::uint16_t height = 0;
    bool isLast = false;

    bool operator==(const Proxies &) const = default;
};

/// Answers SoundRequest: signed 16 bit, native order, interleaved, from the start of the slot.
struct Sound
{
    std::uint32_t slot = 0;
    std::int64_t startMicroseconds = 0;
    std::uint32_t sampleCount = 0; ///< Per channel.
    std::uint8_t channels = 0;
    bool isLast = false;

    bool operator==(const Sound &) const = default;
};

/// The least and the greatest sample of a slice of time, in any channel.
struct Peak
{
    std::int16_t low = 0;
    std::int16_t high = 0;

    bool operator==(const Peak &) const = default;
};

/// Answers WaveRequest: the next peaks, in order. Slices are WaveSliceMicroseconds long and count from the first shown
/// frame. The last part may be empty.
struct WavePart
{
    bool isLast = false;
    std::int64_t first = 0;
    std::vector<Peak> peaks; ///< At most MaximumPeaksPerPart, and MaximumPeaks in all.

    bool operator==(const WavePart &) const = default;
};

/// Answers Known: the next part may come.
struct Taken
{
    bool operator==(const Taken &) const = default;
};

/// Sent while a long piece of work goes on; `steps` grows with every packet.
struct Working
{
    std::uint64_t steps = 0;
    std::int64_t packet = -1; ///< The packet that is decoded next, where Open asked for it.

    bool operator==(const Working &) const = default;
};

/// Answers any request that cannot be done.
struct Failed
{
    FailureCode code = FailureCode::NotAVideo;

    bool operator==(const Failed &) const = default;
};

using Request = std::variant<Open, Index, FrameRequest, ThumbnailRequest, SoundRequest, Cancel, Close, Bytes, Known,
                             ProxyRequest, WaveRequest, CopyRequest>;
using Reply = std::variant<Ready, Read, Summary, IndexPart, Picture, Thumbnail, Sound, Working, Failed, Taken, Proxies,
                           WavePart, Expected>;

} // namespace Porchlight::Wire
