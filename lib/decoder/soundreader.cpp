// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/soundreader.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

extern "C" {
#include <libavutil/channel_layout.h>
}

namespace Porchlight {

namespace {

constexpr std::int64_t Rate = Wire::SoundRate;
// Codecs need some sound before a place to come to the same samples as a plain decode: Opus 80 ms, AAC two frames.
constexpr std::int64_t PreRoll = Rate / 2;
// Smaller differences between counted and stated time are rounding of coarse time bases.
constexpr std::int64_t Tolerance = Rate / 25;
// Rests longer than this are not filled in: the stated time is wrong.
constexpr std::int64_t LongestRest = Rate * 600;

std::int64_t samplesOf(double seconds)
{
    constexpr double Most = 1e9;
    return std::llround(std::clamp(seconds, -Most, Most) * static_cast<double>(Rate));
}

} // namespace

Result<std::unique_ptr<SoundReader>, Wire::FailureCode>
SoundReader::open(ByteFeed &feed, int streamIndex, std::uint64_t budget, const std::vector<SegmentStart> &segments)
{
    auto input = ClipInput::open(feed);
    if (!input) {
        return std::unexpected(input.error());
    }
    const AVStream *stream = (*input)->stream(streamIndex);
    if (stream == nullptr || stream->codecpar->codec_type != AVMEDIA_TYPE_AUDIO) {
        return std::unexpected(Wire::FailureCode::NotInClip);
    }
    const int channels = std::clamp(stream->codecpar->ch_layout.nb_channels, 1, 2);
    std::unique_ptr<SoundReader> reader(
        new SoundReader(PacketSpool(feed, *std::move(input), streamIndex, budget), channels, segments));
    if (!reader->m_decoder.isOpen()) {
        return std::unexpected(Wire::FailureCode::NotInClip);
    }
    return reader;
}

SoundReader::SoundReader(PacketSpool spool, int channels, const std::vector<SegmentStart> &segments)
    : m_spool(std::move(spool))
    , m_decoder(m_spool.makeDecoder())
    , m_channels(channels)
    , m_segments(segments)
{}

Result<Wire::Sound, Wire::FailureCode> SoundReader::read(const Wire::SoundRequest &request,
                                                         std::span<std::uint8_t> slot, WorkLimit &limit)
{
    const std::uint32_t length = std::min(request.lengthMicroseconds, Wire::MaximumSoundMicroseconds);
    const std::int64_t start = samplesOf(static_cast<double>(request.startMicroseconds) / 1e6);
    const std::int64_t end = start + samplesOf(static_cast<double>(length) / 1e6);
    const auto bytes = static_cast<std::size_t>((end - start) * m_channels) * sizeof(std::int16_t);
    if (bytes > slot.size()) {
        return std::unexpected(Wire::FailureCode::TooLarge);
    }
    if (!m_hasPosition || start < m_position || start > endPosition() + 10 * Rate) {
        restartAt(packetBefore(start));
    }
    while ((!m_hasPosition || endPosition() < end) && !m_isAtEnd) {
        if (!limit.mayGoOn()) {
            return std::unexpected(Wire::FailureCode::Cancelled);
        }
        if (!decodeMore()) {
            break;
        }
        if (m_hasPosition) {
            dropBefore(start);
        }
    }

    std::memset(slot.data(), 0, bytes);
    const std::int64_t from = std::max(start, m_position);
    const std::int64_t until = std::min(end, endPosition());
    if (m_hasPosition && from < until) {
        std::memcpy(slot.data() + static_cast<std::size_t>((from - start) * m_channels) * sizeof(std::int16_t),
                    m_samples.data() + (from - m_position) * m_channels,
                    static_cast<std::size_t>((until - from) * m_channels) * sizeof(std::int16_t));
    }
    return Wire::Sound{.slot = request.slot,
                       .startMicroseconds = request.startMicroseconds,
                       .sampleCount = static_cast<std::uint32_t>(end - start),
                       .channels = static_cast<std::uint8_t>(m_channels),
                       .isLast = m_isAtEnd && endPosition() <= end};
}

std::int64_t SoundReader::placeOf(std::int64_t ticks, std::int32_t segment) const
{
    const auto last = static_cast<std::int32_t>(m_segments.size()) - 1;
    const double origin = last < 0 ? 0 : m_segments[static_cast<std::size_t>(std::min(segment, last))].origin;
    return samplesOf(static_cast<double>(ticks) * av_q2d(m_spool.stream().time_base) - origin);
}

std::optional<std::int64_t> SoundReader::positionOfPacket(std::int64_t ordinal) const
{
    const PacketSpool::Facts &packet = m_spool.facts(ordinal);
    return packet.pts == AV_NOPTS_VALUE ? std::nullopt : std::optional(placeOf(packet.pts, packet.segment));
}

bool SoundReader::isOvertaken(std::int64_t ordinal) const
{
    const PacketSpool::Facts &packet = m_spool.facts(ordinal);
    const std::optional<std::int64_t> position = positionOfPacket(ordinal);
    const auto next = static_cast<std::size_t>(packet.segment) + 1;
    return position && next < m_segments.size() && *position >= samplesOf(m_segments[next].begin);
}

/// The last packet that begins well before the sample.
std::int64_t SoundReader::packetBefore(std::int64_t sample)
{
    std::int64_t found = 0;
    for (std::int64_t ordinal = 0; m_spool.packet(ordinal) != nullptr; ++ordinal) {
        const std::optional<std::int64_t> position = positionOfPacket(ordinal);
        if (!position || isOvertaken(ordinal)) {
            continue;
        }
        if (*position > sample - PreRoll) {
            break;
        }
        found = ordinal;
    }
    return found;
}

void SoundReader::restartAt(std::int64_t ordinal)
{
    m_decoder = m_spool.makeDecoder();
    m_resampler.reset();
    m_nextOrdinal = ordinal;
    m_isAtEnd = false;
    m_samples.clear();
    m_hasPosition = false;
}

bool SoundReader::decodeMore()
{
    if (const AVPacket *packet = m_spool.packet(m_nextOrdinal)) {
        if (!isOvertaken(m_nextOrdinal)) {
            m_decoder.feed(*packet, m_nextOrdinal);
        }
        ++m_nextOrdinal;
    } else {
        m_decoder.drain();
        m_isAtEnd = true;
    }
    while (const OwnedFrame frame = m_decoder.receive()) {
        if (!take(*frame)) {
            return false;
        }
    }
    return !m_isAtEnd || !m_resampler || resample(nullptr);
}

/// Puts the frame's samples where its time says, with silence in a gap.
bool SoundReader::take(const AVFrame &frame)
{
    if (!prepareResampler(frame)) {
        return false;
    }
    if (frame.best_effort_timestamp != AV_NOPTS_VALUE) {
        const std::int64_t packet = FrameDecoder::ordinalOf(frame).value_or(m_nextOrdinal - 1);
        const std::int32_t segment = packet < m_spool.count() ? m_spool.facts(packet).segment : 0;
        placeAt(placeOf(frame.best_effort_timestamp, segment), segment != std::exchange(m_segment, segment));
    }
    m_hasPosition = true;
    return resample(&frame);
}

/// The next samples belong there. A rest is filled with silence; what of one recording reaches into the next is cut.
void SoundReader::placeAt(std::int64_t position, bool isSeam)
{
    const std::int64_t gap = position - endPosition();
    if (!m_hasPosition || (isSeam && position < m_position)) {
        m_samples.clear();
        m_position = position;
    } else if (gap > Tolerance && gap < LongestRest) {
        m_samples.resize(m_samples.size() + static_cast<std::size_t>(gap * m_channels));
    } else if (isSeam && gap < 0) {
        m_samples.resize(static_cast<std::size_t>((position - m_position) * m_channels));
    }
}

bool SoundReader::prepareResampler(const AVFrame &frame)
{
    const bool isSame = frame.sample_rate == m_sourceRate && frame.format == m_sourceFormat &&
                        frame.ch_layout.nb_channels == m_sourceChannels;
    if (m_resampler && isSame) {
        return true;
    }
    AVChannelLayout layout{};
    av_channel_layout_default(&layout, m_channels);
    SwrContext *made = nullptr;
    const int result = swr_alloc_set_opts2(&made, &layout, AV_SAMPLE_FMT_S16, Wire::SoundRate, &frame.ch_layout,
                                           static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
    m_resampler.reset(made);
    m_sourceRate = frame.sample_rate;
    m_sourceFormat = frame.format;
    m_sourceChannels = frame.ch_layout.nb_channels;
    return result >= 0 && swr_init(m_resampler.get()) >= 0;
}

bool SoundReader::resample(const AVFrame *frame)
{
    const int count = frame == nullptr ? 0 : frame->nb_samples;
    const int room = swr_get_out_samples(m_resampler.get(), count);
    if (room < 0) {
        return false;
    }
    const std::size_t before = m_samples.size();
    m_samples.resize(before + static_cast<std::size_t>(room) * static_cast<std::size_t>(m_channels));
    auto *target = reinterpret_cast<std::uint8_t *>(m_samples.data() + before);
    const int made =
        swr_convert(m_resampler.get(), &target, room, frame == nullptr ? nullptr : frame->extended_data, count);
    const auto kept = static_cast<std::size_t>(std::max(0, made)) * static_cast<std::size_t>(m_channels);
    m_samples.resize(before + kept);
    return made >= 0;
}

void SoundReader::dropBefore(std::int64_t sample)
{
    const std::int64_t count = std::clamp<std::int64_t>(sample - m_position, 0, endPosition() - m_position);
    m_samples.erase(m_samples.begin(), m_samples.begin() + count * m_channels);
    m_position += count;
}

std::int64_t SoundReader::endPosition() const
{
    return m_position + static_cast<std::int64_t>(m_samples.size()) / m_channels;
}

} // namespace Porchlight
