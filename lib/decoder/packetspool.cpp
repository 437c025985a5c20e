// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/packetspool.h"

#include <algorithm>
#include <iterator>
#include <utility>

extern "C" {
#include <libavutil/mathematics.h>
}

namespace Porchlight {

namespace {

// A reading goes on for a packet that is this near. For one further on another reading is better, if it stands idle.
constexpr std::int64_t NearAhead = 256;
// Some pictures: those that the next decoder begins with.
constexpr std::uint64_t IdlePictures = 48ULL * 1024 * 1024;

} // namespace

PacketSpool::PacketSpool(ByteFeed &feed, std::unique_ptr<ClipInput> input, int streamIndex, std::uint64_t budget)
    : m_feed(feed)
    , m_input(std::move(input))
    , m_streamIndex(streamIndex)
    , m_parameters(avcodec_parameters_alloc())
    , m_pictures(std::make_shared<PicturePool>(IdlePictures))
    , m_budget(budget)
    , m_empty(av_packet_alloc())
    , m_newest(av_packet_alloc())
    , m_parity(*stream().codecpar)
{
    avcodec_parameters_copy(m_parameters.get(), stream().codecpar);
    m_input->keepOnly(streamIndex);
}

const AVPacket *PacketSpool::packet(std::int64_t ordinal)
{
    while (count() <= ordinal) {
        if (!readNext()) {
            return nullptr;
        }
    }
    const auto place = static_cast<std::size_t>(ordinal);
    if (place < m_kept.size()) {
        return m_kept[place].get();
    }
    if (ordinal == count() - 1 && !m_isAtEnd) {
        return m_newest.get();
    }
    return readAgain(ordinal);
}

const AVPacket *PacketSpool::packetToDecode(std::int64_t ordinal)
{
    const AVPacket *found = packet(ordinal);
    if (found == nullptr || m_leftOut.contains(ordinal)) {
        return found == nullptr ? nullptr : m_empty.get();
    }
    if (m_decoding) {
        m_decoding(ordinal);
    }
    return found;
}

void PacketSpool::leaveOut(std::int64_t ordinal)
{
    if (ordinal >= 0) {
        m_leftOut.insert(ordinal);
    }
}

bool PacketSpool::lacksReference(std::int64_t ordinal) const
{
    const auto after = m_leftOut.upper_bound(ordinal);
    return after != m_leftOut.begin() && keyAtOrBefore(ordinal) <= *std::prev(after);
}

const PacketSpool::Facts &PacketSpool::facts(std::int64_t ordinal) const
{
    return m_facts[static_cast<std::size_t>(ordinal)];
}

std::int64_t PacketSpool::keyAtOrBefore(std::int64_t ordinal) const
{
    const auto after = std::ranges::upper_bound(m_keys, ordinal);
    return after == m_keys.begin() ? 0 : *std::prev(after);
}

bool PacketSpool::readNext()
{
    if (m_isAtEnd || !m_newest) {
        return false;
    }
    const ClipInput::ReadResult result = m_input->readPacket(*m_newest);
    if (result != ClipInput::ReadResult::Packet) {
        m_isAtEnd = true;
        m_isCutShort = result == ClipInput::ReadResult::Broken || m_input->endsEarly();
        return false;
    }
    note(*m_newest);
    m_keptBytes += static_cast<std::uint64_t>(m_newest->size) + sizeof(AVPacket);
    if (m_keptBytes <= m_budget && m_kept.size() + 1 == m_facts.size()) {
        m_kept.emplace_back(av_packet_clone(m_newest.get()));
        if (!m_kept.back()) {
            m_kept.pop_back();
        }
    }
    return true;
}

void PacketSpool::note(const AVPacket &packet)
{
    const bool isKey = (packet.flags & AV_PKT_FLAG_KEY) != 0;
    m_hasCorruptPackets = m_hasCorruptPackets || (packet.flags & AV_PKT_FLAG_CORRUPT) != 0;
    if (isKey) {
        m_keys.push_back(count());
    }
    const FieldParity::Part part = m_parity.partOf(packet);
    const bool isSecondField =
        !m_facts.empty() && !m_facts.back().isSecondField && FieldParity::isPair(m_facts.back().part, part);
    m_hasFieldPairs = m_hasFieldPairs || isSecondField;
    m_segment += beginsSegment(packet) ? 1 : 0;
    m_facts.push_back({.pts = packet.pts,
                       .duration = packet.duration,
                       .position = packet.pos,
                       .size = packet.size,
                       .isKey = isKey,
                       .isDiscarded = (packet.flags & AV_PKT_FLAG_DISCARD) != 0,
                       .part = part,
                       .isSecondField = isSecondField,
                       .segment = m_segment});
}

/// True where the stream's times jump back: another recording was put behind the one before. A counter of few bits
/// seems to have gone round once more then. A jump forwards may be a camera that slept: that is a hole, no other
/// recording.
bool PacketSpool::beginsSegment(const AVPacket &packet)
{
    const std::int64_t time = packet.dts == AV_NOPTS_VALUE ? packet.pts : packet.dts;
    // What runs up to an edit lies before it.
    if (time == AV_NOPTS_VALUE || (packet.flags & AV_PKT_FLAG_DISCARD) != 0) {
        return false;
    }
    const std::int64_t last = std::exchange(m_lastTime, time);
    const std::int64_t step = last == AV_NOPTS_VALUE ? 0 : av_sat_sub64(time, last);
    const int bits = stream().pts_wrap_bits;
    const bool goesRound = bits > 1 && bits < 63 && step > (std::int64_t{1} << (bits - 1));
    // Times that are out of order by less are a fault of their own.
    return goesRound || step < -av_rescale_q(1, AVRational{1, 1}, stream().time_base);
}

bool PacketSpool::lacksField(std::int64_t ordinal) const
{
    const Facts &first = facts(ordinal);
    if (!m_hasFieldPairs || first.part == FieldParity::Part::Whole || first.isSecondField) {
        return false;
    }
    return ordinal + 1 < count() ? !facts(ordinal + 1).isSecondField : m_isAtEnd;
}

PacketSpool::Reading &PacketSpool::readingFor(std::int64_t ordinal)
{
    Reading *best = nullptr;
    for (Reading &reading : m_readings) {
        const std::int64_t distance = ordinal - reading.next;
        const bool isNear = reading.input && distance >= -1 && distance < NearAhead;
        if (isNear && (best == nullptr || reading.next > best->next)) {
            best = &reading;
        }
    }
    if (best == nullptr) {
        best = &*std::ranges::min_element(m_readings, {}, &Reading::lastUse);
    }
    best->lastUse = ++m_uses;
    return *best;
}

const AVPacket *PacketSpool::readAgain(std::int64_t ordinal)
{
    Reading &reading = readingFor(ordinal);
    if (!reading.input || ordinal < reading.next - 1) {
        auto input = ClipInput::open(m_feed);
        if (!input) {
            return nullptr;
        }
        reading.input = *std::move(input);
        reading.input->keepOnly(m_streamIndex);
        reading.packet.reset(av_packet_alloc());
        reading.next = 0;
    }
    while (reading.next <= ordinal) {
        if (!reading.packet || reading.input->readPacket(*reading.packet) != ClipInput::ReadResult::Packet) {
            reading.input.reset();
            return nullptr;
        }
        ++reading.next;
    }
    return reading.packet.get();
}

} // namespace Porchlight
