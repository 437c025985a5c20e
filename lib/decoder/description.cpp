// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/description.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

extern "C" {
#include <libavutil/mathematics.h>
#include <libavutil/pixdesc.h>
}

namespace Porchlight {

namespace {

constexpr AVRational Microsecond{1, 1'000'000};

Wire::Fraction fraction(AVRational value)
{
    const bool isPositive = value.num > 0 && value.den > 0;
    return isPositive ? Wire::Fraction{value.num, value.den} : Wire::Fraction{1, 1};
}

/// What the program would take for a lie, a broken header may well say: then it counts as not stated.
bool isSensible(std::int64_t ticks, AVRational timeBase)
{
    return std::abs(static_cast<double>(ticks) * av_q2d(timeBase)) <= Wire::MaximumSeconds;
}

template <typename T>
T orNone(T value, T most)
{
    return value > 0 && value <= most ? value : T{};
}

template <std::size_t Capacity>
Wire::Name<Capacity> name(const char *text)
{
    return Wire::Name<Capacity>(text == nullptr ? std::string_view() : std::string_view(text));
}

Wire::ColourMatrix matrixOf(AVColorSpace space)
{
    switch (space) {
    case AVCOL_SPC_RGB:
        return Wire::ColourMatrix::Rgb;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
        return Wire::ColourMatrix::Bt601;
    case AVCOL_SPC_BT709:
        return Wire::ColourMatrix::Bt709;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return Wire::ColourMatrix::Bt2020;
    case AVCOL_SPC_SMPTE240M:
        return Wire::ColourMatrix::Smpte240;
    case AVCOL_SPC_FCC:
        return Wire::ColourMatrix::Fcc;
    default: // A foreign enumeration that grows.
        return Wire::ColourMatrix::Unspecified;
    }
}

bool isFullRangeFormat(int format)
{
    return format == AV_PIX_FMT_YUVJ420P || format == AV_PIX_FMT_YUVJ422P || format == AV_PIX_FMT_YUVJ444P ||
           format == AV_PIX_FMT_YUVJ440P || format == AV_PIX_FMT_YUVJ411P;
}

Wire::Colour colour(AVColorSpace space, AVColorRange range, AVColorPrimaries primaries,
                    AVColorTransferCharacteristic transfer, int format)
{
    Wire::Colour colour;
    colour.matrix = matrixOf(space);
    if (range == AVCOL_RANGE_JPEG || isFullRangeFormat(format)) {
        colour.range = Wire::ColourRange::Full;
    } else if (range == AVCOL_RANGE_MPEG) {
        colour.range = Wire::ColourRange::Limited;
    }
    colour.primaries = static_cast<std::uint8_t>(std::clamp<int>(primaries, 0, 255));
    colour.transfer = static_cast<std::uint8_t>(std::clamp<int>(transfer, 0, 255));
    return colour;
}

Wire::StreamKind kindOf(const AVStream &stream)
{
    switch (stream.codecpar->codec_type) {
    case AVMEDIA_TYPE_VIDEO: {
        const bool isPicture = (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
        return isPicture ? Wire::StreamKind::AttachedPicture : Wire::StreamKind::Video;
    }
    case AVMEDIA_TYPE_AUDIO:
        return Wire::StreamKind::Sound;
    default:
        return Wire::StreamKind::Other;
    }
}

/// The display matrix as a mirror and right angles. It maps a point (p, q), q downwards, to (a p + c q, b p + d q):
/// turned clockwise by t, after a mirror or not, c is -sin t and d is cos t; a mirror makes the determinant negative.
void setOrientation(Wire::Stream &described, const AVCodecParameters &parameters)
{
    const AVPacketSideData *side =
        av_packet_side_data_get(parameters.coded_side_data, parameters.nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    if (side == nullptr || side->size < 9 * sizeof(std::int32_t)) {
        return;
    }
    std::int32_t matrix[9];
    std::memcpy(matrix, side->data, sizeof matrix);
    const double a = matrix[0];
    const double b = matrix[1];
    const double c = matrix[3];
    const double d = matrix[4];
    described.isMirrored = a * d - b * c < 0;
    const double quarters = std::atan2(-c, d) / (std::numbers::pi / 2);
    described.quarterTurns = static_cast<std::uint8_t>((static_cast<int>(std::lround(quarters)) + 4) % 4);
}

Wire::Stream describeStream(const AVStream &stream)
{
    const AVCodecParameters &parameters = *stream.codecpar;
    Wire::Stream described;
    described.index = stream.index;
    described.kind = kindOf(stream);
    described.codec = name<24>(avcodec_get_name(parameters.codec_id));
    described.timeBase = fraction(stream.time_base);
    described.hasStart = stream.start_time != AV_NOPTS_VALUE && isSensible(stream.start_time, stream.time_base);
    described.startTicks = described.hasStart ? stream.start_time : 0;
    described.hasDuration = stream.duration >= 0 && isSensible(stream.duration, stream.time_base);
    described.durationTicks = described.hasDuration ? stream.duration : 0;
    if (parameters.codec_type == AVMEDIA_TYPE_VIDEO) {
        described.pixelFormat = name<24>(av_get_pix_fmt_name(static_cast<AVPixelFormat>(parameters.format)));
        described.width = orNone(parameters.width, Wire::MaximumDimension);
        described.height = orNone(parameters.height, Wire::MaximumDimension);
        const AVRational codecAspect = parameters.sample_aspect_ratio;
        described.aspect = fraction(codecAspect.num > 0 ? codecAspect : stream.sample_aspect_ratio);
        described.colour = colour(parameters.color_space, parameters.color_range, parameters.color_primaries,
                                  parameters.color_trc, parameters.format);
        setOrientation(described, parameters);
    }
    if (parameters.codec_type == AVMEDIA_TYPE_AUDIO) {
        described.sampleRate = orNone(parameters.sample_rate, Wire::MaximumSampleRate);
        described.channels = orNone(parameters.ch_layout.nb_channels, Wire::MaximumChannels);
    }
    return described;
}

Wire::PictureType pictureTypeOf(AVPictureType type)
{
    switch (type) {
    case AV_PICTURE_TYPE_NONE:
        return Wire::PictureType::Unknown;
    case AV_PICTURE_TYPE_I:
        return Wire::PictureType::I;
    case AV_PICTURE_TYPE_P:
        return Wire::PictureType::P;
    case AV_PICTURE_TYPE_B:
        return Wire::PictureType::B;
    case AV_PICTURE_TYPE_S:
        return Wire::PictureType::S;
    case AV_PICTURE_TYPE_SI:
        return Wire::PictureType::SI;
    case AV_PICTURE_TYPE_SP:
        return Wire::PictureType::SP;
    case AV_PICTURE_TYPE_BI:
        return Wire::PictureType::BI;
    }
    return Wire::PictureType::Unknown;
}

/// All but the place in the clip's time. `described` is the stream of the spool: it is the same for all rows.
Wire::FrameRow expectedRow(const PacketOrder &order, const PacketSpool &spool, const Wire::Stream &described,
                           std::int64_t number)
{
    const std::int64_t ordinal = order.ordinalOf(number);
    const PacketSpool::Facts &packet = spool.facts(ordinal);
    const bool hasDuration = packet.duration > 0 && isSensible(packet.duration, spool.stream().time_base);
    Wire::FrameRow row;
    row.number = number;
    row.hasPts = true;
    row.pts = packet.pts;
    row.ticks = packet.pts;
    row.timeBase = described.timeBase;
    row.durationTicks = hasDuration ? packet.duration : 0;
    row.isKey = packet.isKey;
    row.packetPosition = packet.position < spool.clipSize() ? packet.position : -1;
    row.packetSize = packet.size;
    row.width = described.width;
    row.height = described.height;
    row.pixelFormat = described.pixelFormat;
    row.colour = described.colour;
    row.aspect = described.aspect;
    row.ordinal = ordinal;
    return row;
}

void setPlace(Wire::FrameRow &row, const SegmentTimes::Place &place)
{
    row.segment = place.segment;
    row.microseconds = place.microseconds;
    row.seamMicroseconds = place.seam;
}

} // namespace

Wire::Summary describeClip(const ClipInput &input, int videoStream, int soundStream)
{
    const AVFormatContext &format = input.format();
    Wire::Summary summary;
    summary.container = name<32>(format.iformat->name);
    summary.hasDuration = format.duration >= 0 && isSensible(format.duration, Microsecond);
    summary.durationMicroseconds = summary.hasDuration ? format.duration : 0;
    summary.videoStream = videoStream;
    summary.soundStream = soundStream;
    summary.versions = {avcodec_version(), avformat_version(), avutil_version()};
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        // Where there are more than a message holds, the two that are used must be among them.
        const int index = static_cast<int>(i);
        const bool isUsed = index == videoStream || index == soundStream;
        if (isUsed || summary.streams.size() < Wire::MaximumStreams - 2) {
            summary.streams.push_back(describeStream(*format.streams[i]));
        }
    }
    return summary;
}

Wire::Colour colourOf(const AVFrame &frame)
{
    return colour(frame.colorspace, frame.color_range, frame.color_primaries, frame.color_trc, frame.format);
}

std::optional<std::vector<Wire::FrameRow>> expectedRows(const PacketOrder &order, const PacketSpool &spool)
{
    const Wire::Stream described = describeStream(spool.stream());
    const bool hasSize = described.width > 0 && described.height > 0;
    if (!hasSize || order.count() == 0 || order.count() > Wire::MaximumRows) {
        return std::nullopt;
    }
    SegmentTimes times(spool.stream());
    std::vector<Wire::FrameRow> rows;
    rows.reserve(static_cast<std::size_t>(order.count()));
    for (std::int64_t number = 0; number < order.count(); ++number) {
        const PacketSpool::Facts &packet = spool.facts(order.ordinalOf(number));
        if (!isSensible(packet.pts, spool.stream().time_base)) {
            return std::nullopt;
        }
        rows.push_back(expectedRow(order, spool, described, number));
        setPlace(rows.back(),
                 times.next(packet.segment, packet.pts, rows.back().durationTicks, SegmentTimes::Source::Stated));
    }
    return rows;
}

void describePicture(Wire::FrameRow &row, const AVFrame &frame, const PacketSpool &spool)
{
    row.isKey = (frame.flags & AV_FRAME_FLAG_KEY) != 0;
    row.isCorrupt = (frame.flags & AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags != 0;
    row.pictureType = pictureTypeOf(frame.pict_type);
    if (const auto ordinal = FrameDecoder::ordinalOf(frame); ordinal && *ordinal < spool.count()) {
        const std::int64_t position = spool.facts(*ordinal).position;
        row.packetPosition = position < spool.clipSize() ? position : -1;
        row.packetSize = spool.facts(*ordinal).size;
    }
    row.width = frame.width;
    row.height = frame.height;
    row.pixelFormat = name<24>(av_get_pix_fmt_name(static_cast<AVPixelFormat>(frame.format)));
    row.colour = colourOf(frame);
    const AVRational codecAspect = frame.sample_aspect_ratio;
    row.aspect = fraction(codecAspect.num > 0 ? codecAspect : spool.stream().sample_aspect_ratio);
}

RowMaker::RowMaker(const PacketSpool &spool)
    : m_spool(spool)
    , m_times(spool.stream())
{}

Wire::FrameRow RowMaker::nextRow(const AVFrame &frame, AVRational frameRate)
{
    Wire::FrameRow row;
    row.number = m_nextNumber;
    row.timeBase = fraction(m_spool.stream().time_base);
    setTime(row, frame, frameRate);
    describePicture(row, frame, m_spool);
    ++m_nextNumber;
    return row;
}

void RowMaker::setTime(Wire::FrameRow &row, const AVFrame &frame, AVRational frameRate)
{
    const AVRational timeBase = m_spool.stream().time_base;
    const auto isStated = [timeBase](std::int64_t ticks) {
        return ticks != AV_NOPTS_VALUE && isSensible(ticks, timeBase);
    };
    row.hasPts = isStated(frame.pts);
    row.pts = row.hasPts ? frame.pts : 0;
    if (row.hasPts) {
        row.ticks = frame.pts;
    } else if (isStated(frame.best_effort_timestamp)) {
        row.ticks = frame.best_effort_timestamp;
    } else {
        const std::int64_t next = m_lastTicks == AV_NOPTS_VALUE ? 0 : m_lastTicks + m_lastDuration;
        row.ticks = isSensible(next, timeBase) ? next : m_lastTicks;
    }
    row.durationTicks = frame.duration > 0 && isSensible(frame.duration, timeBase) ? frame.duration : 0;
    m_lastDuration = estimatedDuration(frame, frameRate);
    if (const std::optional<std::int64_t> ordinal = FrameDecoder::ordinalOf(frame);
        ordinal && *ordinal < m_spool.count()) {
        m_lastSegment = m_spool.facts(*ordinal).segment;
    }
    setPlace(row, m_times.next(m_lastSegment, row.ticks, m_lastDuration,
                               row.hasPts ? SegmentTimes::Source::Stated : SegmentTimes::Source::Estimated));
    m_lastTicks = row.ticks;
}

std::int64_t RowMaker::estimatedDuration(const AVFrame &frame, AVRational frameRate) const
{
    const bool hasNoTimes = (m_spool.input().format().iformat->flags & AVFMT_NOTIMESTAMPS) != 0;
    const bool hasDuration = frame.duration > 0 && isSensible(frame.duration, m_spool.stream().time_base);
    if (hasDuration && !hasNoTimes) {
        return frame.duration;
    }
    if (frameRate.num > 0 && frameRate.den > 0) {
        const std::int64_t fields = std::max(0, frame.repeat_pict) + 2;
        const AVRational fieldLength{frameRate.den, frameRate.num};
        return std::max<std::int64_t>(1, av_rescale_q(fields, fieldLength, m_spool.stream().time_base) / 2);
    }
    return std::max<std::int64_t>({1, hasDuration ? frame.duration : 0, m_lastDuration});
}

} // namespace Porchlight
