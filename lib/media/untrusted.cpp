// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/untrusted.h"

#include "media/planeshape.h"

#include <QString>

#include <cmath>
#include <cstring>
#include <utility>
#include <vector>

namespace Porchlight {

namespace {

constexpr auto MaximumMicroseconds = static_cast<qint64>(2 * Wire::MaximumSeconds * 1e6);
constexpr int MaximumThumbnailHeight = 2'000;

bool isDimension(qint64 untrusted)
{
    return untrusted > 0 && untrusted <= Wire::MaximumDimension;
}

/// Names are proven to be short ASCII by the protocol.
template <std::size_t Capacity>
QString text(const Wire::Name<Capacity> &name)
{
    const std::string_view view = name.view();
    return QString::fromLatin1(view.data(), static_cast<qsizetype>(view.size()));
}

/// True where the ticks are a time of sensible size.
bool isTime(qint64 untrustedTicks, const Wire::Fraction &base)
{
    const double seconds = static_cast<double>(untrustedTicks) * base.numerator / base.denominator;
    return std::abs(seconds) <= Wire::MaximumSeconds;
}

bool isLength(qint64 untrustedMicroseconds)
{
    return untrustedMicroseconds >= -MaximumMicroseconds && untrustedMicroseconds <= MaximumMicroseconds;
}

bool isFraction(const Wire::Fraction &untrusted)
{
    return untrusted.numerator > 0 && untrusted.denominator > 0;
}

// The enumerations on the wire list the same values in the same order.
static_assert(static_cast<int>(Wire::ColourMatrix::Fcc) == static_cast<int>(ColourMatrix::Fcc));
static_assert(static_cast<int>(Wire::ColourRange::Full) == static_cast<int>(ColourRange::Full));
static_assert(static_cast<int>(Wire::StreamKind::Other) == static_cast<int>(StreamKind::Other));
static_assert(static_cast<int>(Wire::PictureType::BI) == static_cast<int>(PictureType::BI));
static_assert(Wire::WaveSliceMicroseconds == Waveform::Slice.count());
static_assert(static_cast<int>(Wire::PixelLayout::Bgra) == static_cast<int>(PixelLayout::Bgra));

Colour colourOf(const Wire::Colour &wire)
{
    return {.matrix = static_cast<ColourMatrix>(wire.matrix),
            .range = static_cast<ColourRange>(wire.range),
            .primaries = wire.primaries,
            .transfer = wire.transfer};
}

std::optional<StreamSummary> checkStream(const Wire::Stream &untrusted)
{
    const bool hasPicture =
        untrusted.kind == Wire::StreamKind::Video || untrusted.kind == Wire::StreamKind::AttachedPicture;
    const bool isSound = untrusted.kind == Wire::StreamKind::Sound;
    // A stream may have no size yet; one that has must have a sensible one.
    const auto isSize = [](qint32 length) {
        return length >= 0 && length <= Wire::MaximumDimension;
    };
    const bool isSensible = untrusted.index >= 0 && isFraction(untrusted.timeBase) && isFraction(untrusted.aspect) &&
                            untrusted.quarterTurns < 4 && isSize(untrusted.width) && isSize(untrusted.height) &&
                            isTime(untrusted.startTicks, untrusted.timeBase) && untrusted.durationTicks >= 0 &&
                            isTime(untrusted.durationTicks, untrusted.timeBase) && untrusted.sampleRate >= 0 &&
                            untrusted.sampleRate <= Wire::MaximumSampleRate && untrusted.channels >= 0 &&
                            untrusted.channels <= Wire::MaximumChannels;
    if (!isSensible) {
        return std::nullopt;
    }
    StreamSummary stream;
    stream.index = untrusted.index;
    stream.kind = static_cast<StreamKind>(untrusted.kind);
    stream.codec = text(untrusted.codec);
    stream.timeBase = {untrusted.timeBase.numerator, untrusted.timeBase.denominator};
    stream.startTicks = untrusted.hasStart ? std::optional<qint64>(untrusted.startTicks) : std::nullopt;
    stream.durationTicks = untrusted.hasDuration ? std::optional<qint64>(untrusted.durationTicks) : std::nullopt;
    if (hasPicture) {
        stream.pixelFormat = text(untrusted.pixelFormat);
        stream.size = QSize(untrusted.width, untrusted.height);
        stream.aspect = {untrusted.aspect.numerator, untrusted.aspect.denominator};
        stream.orientation = {.quarterTurns = untrusted.quarterTurns, .isMirrored = untrusted.isMirrored};
        stream.colour = colourOf(untrusted.colour);
    }
    stream.sampleRate = isSound ? untrusted.sampleRate : 0;
    stream.channels = isSound ? untrusted.channels : 0;
    return stream;
}

std::optional<DecodedFrame::Plane> copyPlane(const Wire::Plane &untrusted, const PlaneShape &shape,
                                             std::span<const char> slot)
{
    const qint64 lineBytes = shape.lineBytes();
    const bool isShape = untrusted.width == static_cast<quint32>(shape.width) &&
                         untrusted.height == static_cast<quint32>(shape.height) && untrusted.stride >= lineBytes &&
                         untrusted.stride <= 4U * Wire::MaximumDimension + 4096U;
    if (!isShape) {
        return std::nullopt;
    }
    const quint64 length = quint64{untrusted.stride} * static_cast<quint64>(shape.height);
    if (length > slot.size() || untrusted.offset > slot.size() - length) {
        return std::nullopt;
    }
    return DecodedFrame::Plane{.bytes = QByteArray(slot.data() + untrusted.offset, static_cast<qsizetype>(length)),
                               .stride = static_cast<int>(untrusted.stride),
                               .width = shape.width,
                               .height = shape.height};
}

} // namespace

ConfinementLevel levelOf(Wire::Confinement untrusted)
{
    switch (untrusted) {
    case Wire::Confinement::None:
        return ConfinementLevel::None;
    case Wire::Confinement::Partial:
        return ConfinementLevel::Partial;
    case Wire::Confinement::Full:
        return ConfinementLevel::Full;
    }
    return ConfinementLevel::None;
}

MediaError errorOf(Wire::FailureCode untrusted)
{
    switch (untrusted) {
    case Wire::FailureCode::NotAVideo:
        return MediaError::NotAVideo;
    case Wire::FailureCode::RecordingUnfinished:
        return MediaError::RecordingUnfinished;
    case Wire::FailureCode::NothingShown:
        return MediaError::NothingShown;
    case Wire::FailureCode::TooLarge:
    case Wire::FailureCode::OutOfMemory:
        return MediaError::TooLarge;
    case Wire::FailureCode::NotInClip:
        return MediaError::NotInClip;
    case Wire::FailureCode::SourceBroken:
        return MediaError::SourceBroken;
    case Wire::FailureCode::Cancelled:
        return MediaError::Closed;
    }
    return MediaError::BadAnswer;
}

std::optional<MediaSummary> checkSummary(const Wire::Summary &untrusted, qint64 clipSize)
{
    MediaSummary summary;
    summary.container = text(untrusted.container);
    summary.size = clipSize;
    summary.decoderVersions = untrusted.versions;
    if (untrusted.hasDuration) {
        if (untrusted.durationMicroseconds < 0 || untrusted.durationMicroseconds > MaximumMicroseconds) {
            return std::nullopt;
        }
        summary.durationMicroseconds = untrusted.durationMicroseconds;
    }
    for (const Wire::Stream &untrustedStream : untrusted.streams) {
        const std::optional<StreamSummary> stream = checkStream(untrustedStream);
        if (!stream) {
            return std::nullopt;
        }
        summary.streams.push_back(*stream);
    }
    summary.videoStream = untrusted.videoStream;
    summary.soundStream = untrusted.soundStream;
    const StreamSummary *video = summary.video();
    const StreamSummary *sound = summary.sound();
    const bool hasVideo = video != nullptr && video->kind != StreamKind::Sound && video->kind != StreamKind::Other;
    const bool hasNamedSound = sound != nullptr && sound->kind == StreamKind::Sound;
    if (!hasVideo || (!hasNamedSound && untrusted.soundStream != -1)) {
        return std::nullopt;
    }
    return summary;
}

std::optional<FrameRow> checkRow(const Wire::FrameRow &untrusted, qint64 number, qint64 clipSize)
{
    const bool isSensible =
        untrusted.number == number && isFraction(untrusted.timeBase) && isFraction(untrusted.aspect) &&
        (!untrusted.hasPts || untrusted.pts == untrusted.ticks) && isTime(untrusted.ticks, untrusted.timeBase) &&
        isLength(untrusted.microseconds) && isLength(untrusted.seamMicroseconds) && untrusted.segment >= 0 &&
        untrusted.segment <= number && untrusted.durationTicks >= 0 &&
        isTime(untrusted.durationTicks, untrusted.timeBase) && untrusted.packetPosition >= -1 &&
        untrusted.packetPosition < std::max<qint64>(1, clipSize) && untrusted.packetSize >= 0 &&
        untrusted.packetSize <= INT32_MAX && isDimension(untrusted.width) && isDimension(untrusted.height);
    if (!isSensible) {
        return std::nullopt;
    }
    FrameRow row;
    row.number = number;
    row.pts = untrusted.hasPts ? std::optional<qint64>(untrusted.pts) : std::nullopt;
    row.ticks = untrusted.ticks;
    row.timeBase = {untrusted.timeBase.numerator, untrusted.timeBase.denominator};
    row.microseconds = untrusted.microseconds;
    row.segment = untrusted.segment;
    row.seam = untrusted.seamMicroseconds;
    row.durationTicks = untrusted.durationTicks;
    row.isKey = untrusted.isKey;
    row.pictureType = static_cast<PictureType>(untrusted.pictureType);
    row.packetPosition = untrusted.packetPosition;
    row.packetSize = untrusted.packetSize;
    row.isCorrupt = untrusted.isCorrupt;
    row.size = QSize(untrusted.width, untrusted.height);
    row.pixelFormat = text(untrusted.pixelFormat);
    row.colour = colourOf(untrusted.colour);
    row.aspect = {untrusted.aspect.numerator, untrusted.aspect.denominator};
    row.quickHash = untrusted.quickHash;
    row.digest = untrusted.hasDigest ? std::optional(Digest(untrusted.digest)) : std::nullopt;
    return row;
}

std::optional<DecodedFrame> checkPicture(const Wire::Picture &untrusted, qint64 number, qint64 clipSize,
                                         std::span<const char> slot)
{
    std::optional<FrameRow> row = checkRow(untrusted.row, number, clipSize);
    if (!row) {
        return std::nullopt;
    }
    row->isProvisional = untrusted.isProvisional;
    const auto layout = static_cast<PixelLayout>(untrusted.layout);
    const std::vector<PlaneShape> shapes = shapesOf(layout, row->size);
    if (untrusted.planeCount != shapes.size()) {
        return std::nullopt;
    }
    std::vector<DecodedFrame::Plane> planes;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        std::optional<DecodedFrame::Plane> plane = copyPlane(untrusted.planes[i], shapes[i], slot);
        if (!plane) {
            return std::nullopt;
        }
        planes.push_back(*std::move(plane));
    }
    return DecodedFrame(*std::move(row), layout, std::move(planes));
}

std::optional<QImage> checkThumbnail(const Wire::Thumbnail &untrusted, int maximumWidth, std::span<const char> slot)
{
    const bool isShape = untrusted.width > 0 && untrusted.width <= static_cast<quint32>(maximumWidth) &&
                         untrusted.height > 0 && untrusted.height <= MaximumThumbnailHeight &&
                         untrusted.stride >= untrusted.width * 4 && untrusted.stride <= slot.size() &&
                         quint64{untrusted.stride} * untrusted.height <= slot.size();
    if (!isShape) {
        return std::nullopt;
    }
    QImage image(static_cast<int>(untrusted.width), static_cast<int>(untrusted.height), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        std::memcpy(image.scanLine(y), slot.data() + static_cast<std::size_t>(y) * untrusted.stride,
                    static_cast<std::size_t>(image.width()) * 4);
    }
    return image;
}

std::optional<QList<QByteArray>> checkProxies(const Wire::Proxies &untrusted, qint64 expectedFirst, QSize expectedSize,
                                              std::span<const char> slot)
{
    if (untrusted.count == 0) {
        return QList<QByteArray>();
    }
    const auto isSide = [](quint16 length) {
        return length >= 2 && length <= Wire::MaximumProxySide && length % 2 == 0;
    };
    const QSize size(untrusted.width, untrusted.height);
    const quint64 length = quint64{untrusted.width} * untrusted.height * 3 / 2;
    const bool isSensible = untrusted.first == expectedFirst && untrusted.count <= Wire::MaximumProxiesPerPart &&
                            isSide(untrusted.width) && isSide(untrusted.height) &&
                            (expectedSize.isEmpty() || size == expectedSize) && length * untrusted.count <= slot.size();
    if (!isSensible) {
        return std::nullopt;
    }
    QList<QByteArray> pictures;
    for (quint32 i = 0; i < untrusted.count; ++i) {
        pictures.append(QByteArray(slot.data() + i * length, static_cast<qsizetype>(length)));
    }
    return pictures;
}

std::optional<SoundPart> checkSound(const Wire::Sound &untrusted, const Wire::SoundRequest &request,
                                    std::span<const char> slot)
{
    const quint64 expected = (quint64{request.lengthMicroseconds} * SoundPart::SampleRate + 500'000) / 1'000'000;
    const quint64 length = quint64{untrusted.sampleCount} * untrusted.channels * sizeof(qint16);
    const bool isSensible = untrusted.startMicroseconds == request.startMicroseconds && untrusted.channels >= 1 &&
                            untrusted.channels <= 2 && untrusted.sampleCount <= expected + 1 && length <= slot.size();
    if (!isSensible) {
        return std::nullopt;
    }
    return SoundPart{.startMicroseconds = untrusted.startMicroseconds,
                     .channels = untrusted.channels,
                     .samples = QByteArray(slot.data(), static_cast<qsizetype>(length)),
                     .isLast = untrusted.isLast};
}

std::optional<QList<WavePeak>> checkWave(const Wire::WavePart &untrusted, qint64 expectedFirst)
{
    const auto count = static_cast<qint64>(untrusted.peaks.size());
    const bool isSensible = untrusted.first == expectedFirst && expectedFirst >= 0 &&
                            expectedFirst <= Wire::MaximumPeaks - count && (count > 0 || untrusted.isLast);
    if (!isSensible) {
        return std::nullopt;
    }
    QList<WavePeak> peaks;
    peaks.reserve(count);
    for (const Wire::Peak &peak : untrusted.peaks) {
        if (peak.low > peak.high) {
            return std::nullopt;
        }
        peaks.append({.low = peak.low, .high = peak.high});
    }
    return peaks;
}

} // namespace Porchlight
