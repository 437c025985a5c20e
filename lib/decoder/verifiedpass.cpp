// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/verifiedpass.h"

#include "decoder/pixels.h"

#include <utility>

namespace Porchlight {

VerifiedPass::VerifiedPass(PacketSpool &spool)
    : m_spool(spool)
    , m_decoder(spool.makeDecoder())
    , m_rowMaker(spool)
    , m_isComplete(!m_decoder.isOpen())
{}

std::vector<OwnedFrame> VerifiedPass::step()
{
    std::vector<OwnedFrame> frames;
    if (m_isComplete) {
        return frames;
    }
    if (const AVPacket *packet = m_spool.packetToDecode(m_nextOrdinal)) {
        m_decoder.feed(*packet, m_nextOrdinal);
        ++m_nextOrdinal;
    } else {
        m_decoder.drain();
        m_isComplete = true;
    }
    while (OwnedFrame frame = m_decoder.receive()) {
        if (count() == Wire::MaximumRows) {
            m_isComplete = true;
            m_isTooLong = true;
            break;
        }
        add(*frame);
        frames.push_back(std::move(frame));
    }
    return frames;
}

bool VerifiedPass::isDamaged() const
{
    return m_isComplete && (m_spool.isCutShort() || m_spool.leavesOut() || m_spool.hasCorruptPackets() ||
                            m_hasCorruptFrames || m_decoder.errorCount() > 0 || hasLostField());
}

/// A field that made no frame: not with the field before it, and not by itself. FFmpeg drops it without a word.
bool VerifiedPass::hasLostField() const
{
    bool hasBegun = false;
    for (std::int64_t ordinal = 0; ordinal < m_spool.count(); ++ordinal) {
        const PacketSpool::Facts &packet = m_spool.facts(ordinal);
        // What comes before the first picture that can be decoded is no loss of this kind.
        const bool isFirst = firstNumberOf(ordinal).has_value();
        hasBegun = hasBegun || isFirst;
        const bool isSecond = ordinal > 0 && firstNumberOf(ordinal - 1) &&
                              FieldParity::isPair(m_spool.facts(ordinal - 1).part, packet.part);
        if (hasBegun && packet.part != FieldParity::Part::Whole && !isFirst && !isSecond && !packet.isDiscarded) {
            return true;
        }
    }
    return false;
}

const Wire::FrameRow &VerifiedPass::row(std::int64_t number) const
{
    return m_rows[static_cast<std::size_t>(number)];
}

std::optional<std::int64_t> VerifiedPass::ordinalOf(std::int64_t number) const
{
    const std::int64_t ordinal = row(number).ordinal;
    return ordinal < 0 ? std::nullopt : std::optional(ordinal);
}

std::optional<std::int64_t> VerifiedPass::firstNumberOf(std::int64_t ordinal) const
{
    const auto place = static_cast<std::size_t>(ordinal);
    if (place >= m_firstNumbers.size() || m_firstNumbers[place] < 0) {
        return std::nullopt;
    }
    return m_firstNumbers[place];
}

void VerifiedPass::add(const AVFrame &frame)
{
    Wire::FrameRow row = m_rowMaker.nextRow(frame, m_decoder.frameRate());
    row.ordinal = FrameDecoder::ordinalOf(frame).value_or(-1);
    row.isCorrupt =
        row.isCorrupt || (row.ordinal >= 0 && (m_spool.lacksReference(row.ordinal) || m_spool.lacksField(row.ordinal)));
    row.quickHash = quickHashOf(frame);
    if (m_makesDigests) {
        if (const std::optional<Digest> digest = digestOf(frame)) {
            row.hasDigest = true;
            row.digest = digest->bytes();
        }
    }
    m_hasCorruptFrames = m_hasCorruptFrames || row.isCorrupt;
    enter(row);
}

void VerifiedPass::enter(const Wire::FrameRow &row)
{
    if (row.ordinal >= 0) {
        const auto place = static_cast<std::size_t>(row.ordinal);
        if (place >= m_firstNumbers.size()) {
            m_firstNumbers.resize(place + 1, -1);
        }
        if (m_firstNumbers[place] < 0) {
            m_firstNumbers[place] = count();
        }
    }
    if (row.segment >= std::ssize(m_segments)) {
        const AVRational base{row.timeBase.numerator, row.timeBase.denominator};
        const double begin = static_cast<double>(row.microseconds) / 1e6;
        m_segments.push_back({.begin = begin, .origin = static_cast<double>(row.ticks) * av_q2d(base) - begin});
    }
    m_rows.push_back(row);
}

} // namespace Porchlight
