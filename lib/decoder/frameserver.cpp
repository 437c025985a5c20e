// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/frameserver.h"

#include "decoder/pixels.h"

#include <utility>

namespace Porchlight {

namespace {

// Frames come out in order of their numbers. When this many with a higher number have come, the wanted one will not.
constexpr std::int64_t FramesBeyond = 2;

} // namespace

FrameServer::FrameServer(PacketSpool &spool, std::uint64_t cacheBudget)
    : m_spool(spool)
    , m_pass(spool)
    , m_cache(cacheBudget)
{}

Result<const AVFrame *, Wire::FailureCode> FrameServer::frame(std::int64_t number, WorkLimit &limit)
{
    if (number < 0) {
        return std::unexpected(Wire::FailureCode::NotInClip);
    }
    m_cache.setCentre(number);
    if (const auto failure = advancePassTo(number, limit)) {
        return std::unexpected(*failure);
    }
    if (const AVFrame *cached = m_cache.find(number)) {
        return cached;
    }
    std::int64_t start = startFor(number);
    for (int attempt = 0; attempt < 3; ++attempt) {
        switch (decodeFrom(start, number, limit)) {
        case Found::Right:
            return m_cache.find(number);
        case Found::Cancelled:
            return std::unexpected(Wire::FailureCode::Cancelled);
        case Found::NotRight:
            m_run.reset();
            if (start == 0) {
                // The plain decode itself does not repeat: nothing that could be shown is sure.
                return std::unexpected(Wire::FailureCode::NothingShown);
            }
            m_badKeys.insert(start);
            start = attempt == 0 ? keyBefore(start) : 0;
        }
    }
    return std::unexpected(Wire::FailureCode::NothingShown);
}

void FrameServer::advancePass()
{
    const std::int64_t first = m_pass.count();
    std::vector<OwnedFrame> frames = m_pass.step();
    for (std::size_t i = 0; i < frames.size(); ++i) {
        m_cache.insert(first + static_cast<std::int64_t>(i), std::move(frames[i]));
    }
}

/// What is not in the table yet has no number yet: the pass goes on until it has.
std::optional<Wire::FailureCode> FrameServer::advancePassTo(std::int64_t number, WorkLimit &limit)
{
    while (m_pass.count() <= number) {
        if (m_pass.isComplete()) {
            return m_pass.count() == 0 ? Wire::FailureCode::NothingShown : Wire::FailureCode::NotInClip;
        }
        if (!limit.mayGoOn()) {
            return Wire::FailureCode::Cancelled;
        }
        advancePass();
    }
    return std::nullopt;
}

std::int64_t FrameServer::startFor(std::int64_t number) const
{
    const std::optional<std::int64_t> ordinal = m_pass.entry(number).ordinal;
    if (!ordinal) {
        return 0;
    }
    std::int64_t key = m_spool.keyAtOrBefore(*ordinal);
    const std::int64_t keyPts = m_spool.facts(key).pts;
    const std::int64_t pts = m_spool.facts(*ordinal).pts;
    if (keyPts != AV_NOPTS_VALUE && pts != AV_NOPTS_VALUE && pts < keyPts) {
        // Shown before the key frame it follows in the file: it needs pictures from before that one.
        key = keyBefore(key);
    }
    while (key > 0 && m_badKeys.contains(key)) {
        key = keyBefore(key);
    }
    return key;
}

std::int64_t FrameServer::keyBefore(std::int64_t key) const
{
    return key == 0 ? 0 : m_spool.keyAtOrBefore(key - 1);
}

/// True where the decoder under way gets to the frame with fewer packets than a new one.
bool FrameServer::canContinue(std::int64_t number, std::int64_t start) const
{
    return m_run && !m_run->isDrained && m_run->lastNumber < number && start <= m_run->nextOrdinal;
}

FrameServer::Found FrameServer::decodeFrom(std::int64_t start, std::int64_t number, WorkLimit &limit)
{
    if (canContinue(number, start)) {
        const Found found = runTo(number, limit);
        if (found != Found::NotRight) {
            return found;
        }
    }
    startRun(start);
    return runTo(number, limit);
}

FrameServer::Found FrameServer::runTo(std::int64_t number, WorkLimit &limit)
{
    while (m_cache.find(number) == nullptr) {
        if (m_run->isDrained || m_run->lastNumber >= number + FramesBeyond) {
            return Found::NotRight;
        }
        if (!limit.mayGoOn()) {
            return Found::Cancelled;
        }
        feedRun();
        takeFrames();
    }
    return Found::Right;
}

void FrameServer::startRun(std::int64_t ordinal)
{
    // Always a new decoder: what a flush leaves behind shows in damaged pictures.
    m_run.emplace(m_spool.makeDecoder());
    m_run->nextOrdinal = ordinal;
    m_run->countsFromStart = ordinal == 0;
}

void FrameServer::feedRun()
{
    if (const AVPacket *packet = m_spool.packet(m_run->nextOrdinal)) {
        m_run->decoder.feed(*packet, m_run->nextOrdinal);
        ++m_run->nextOrdinal;
        return;
    }
    m_run->decoder.drain();
    m_run->isDrained = true;
}

std::optional<std::int64_t> FrameServer::numberFor(const AVFrame &frame)
{
    if (m_run->countsFromStart) {
        return m_run->lastNumber + 1;
    }
    const std::optional<std::int64_t> ordinal = FrameDecoder::ordinalOf(frame);
    if (!ordinal) {
        return std::nullopt;
    }
    m_run->sameOrdinal = *ordinal == m_run->lastOrdinal ? m_run->sameOrdinal + 1 : 0;
    m_run->lastOrdinal = *ordinal;
    const std::optional<std::int64_t> first = m_pass.firstNumberOf(*ordinal);
    return first ? std::optional(*first + m_run->sameOrdinal) : std::nullopt;
}

/// Keeps those that are proven to be what they seem.
void FrameServer::takeFrames()
{
    while (OwnedFrame frame = m_run->decoder.receive()) {
        const std::optional<std::int64_t> number = numberFor(*frame);
        if (!number) {
            continue;
        }
        m_run->lastNumber = *number;
        if (*number < m_pass.count() && quickHashOf(*frame) == m_pass.entry(*number).quickHash) {
            m_cache.insert(*number, std::move(frame));
        }
    }
}

} // namespace Porchlight
