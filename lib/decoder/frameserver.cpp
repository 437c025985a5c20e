// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/frameserver.h"

#include "decoder/description.h"
#include "decoder/pixels.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace Porchlight {

namespace {

// Frames come out in order of their numbers. When this many with a higher number have come, the wanted one will not.
constexpr std::int64_t FramesBeyond = 2;

// A jump this long is worth more threads than one; a shorter one would only wait for them. Three do better on two
// processors than two: while one waits for the rows of another's picture, the third has work.
constexpr std::int64_t LongRun = 15;
constexpr int LongRunThreads = 3;

// What lies this far before the target of a jump is decoded whole, so that the first steps back are there already. The
// others come while nobody wants anything.
constexpr std::int64_t KeptBefore = 4;
// Who jumps no further than this is looking for something there, and will want the frames between soon.
constexpr std::int64_t NearJump = 60;

// Steps up to this long are somebody moving on, not a jump.
constexpr std::int64_t LongestStep = 10;
// Frames after the wanted one cost little: the decoder stands before them.
constexpr std::int64_t ReachForward = 15;

} // namespace

FrameServer::FrameServer(PacketSpool &spool, std::uint64_t cacheBudget)
    : m_spool(spool)
    , m_pass(spool)
    , m_cache(cacheBudget)
    , m_provisional(cacheBudget / 2)
{}

void FrameServer::lookAt(std::int64_t number, Purpose purpose)
{
    const std::int64_t step = number - m_wanted.value_or(number);
    m_isNearJump = purpose == Purpose::Viewing && m_wanted && std::abs(step) <= NearJump;
    if (purpose != Purpose::Viewing) {
        return;
    }
    m_direction = std::abs(step) > LongestStep ? 0 : (step > 0 ? 1 : (step < 0 ? -1 : m_direction));
    m_wanted = number;
    m_giveUpBelow = 0;
    m_giveUpFrom = INT64_MAX;
}

Result<const AVFrame *, Wire::FailureCode> FrameServer::frame(std::int64_t number, Purpose purpose, WorkLimit &limit)
{
    if (number < 0) {
        return std::unexpected(Wire::FailureCode::NotInClip);
    }
    lookAt(number, purpose);
    m_cache.setCentre(number, m_direction);
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

void FrameServer::expect(PacketOrder order, std::vector<Wire::FrameRow> rows)
{
    m_order = std::move(order);
    m_expected = std::move(rows);
}

bool FrameServer::isProvisional(std::int64_t number) const
{
    return m_order && !m_pass.isComplete() && number >= m_pass.count() && number < m_order->count();
}

Result<const AVFrame *, Wire::FailureCode> FrameServer::provisionalFrame(std::int64_t number, Purpose purpose,
                                                                         WorkLimit &limit)
{
    lookAt(number, purpose);
    m_provisional.setCentre(number, m_direction);
    m_cache.setCentre(number, m_direction);
    if (const AVFrame *kept = find(number)) {
        return kept;
    }
    switch (decodeFrom(startFor(number), number, limit)) {
    case Found::Right:
        return find(number);
    case Found::Cancelled:
        return std::unexpected(Wire::FailureCode::Cancelled);
    case Found::NotRight:
        // The packets promised too much: only the pass can tell.
        m_run.reset();
        return frame(number, purpose, limit);
    }
    return std::unexpected(Wire::FailureCode::NothingShown);
}

Wire::FrameRow FrameServer::provisionalRow(std::int64_t number, const AVFrame &frame) const
{
    Wire::FrameRow row = m_expected[static_cast<std::size_t>(number)];
    describePicture(row, frame, m_spool);
    return row;
}

void FrameServer::advancePass()
{
    const std::int64_t first = m_pass.count();
    std::vector<OwnedFrame> frames = m_pass.step();
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (m_passed) {
            m_passed(*frames[i]);
        }
        m_cache.insert(first + static_cast<std::int64_t>(i), std::move(frames[i]));
    }
    if (m_pass.isComplete()) {
        m_provisional.clear();
        m_expected.clear();
    } else {
        m_provisional.dropBelow(m_pass.count());
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

std::int64_t FrameServer::startFor(std::int64_t number)
{
    const std::optional<std::int64_t> ordinal = ordinalOf(number);
    if (!ordinal) {
        return 0;
    }
    if (m_spool.packet(*ordinal) == nullptr) {
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

std::optional<std::int64_t> FrameServer::ordinalOf(std::int64_t number) const
{
    return isProvisional(number) ? m_order->ordinalOf(number) : m_pass.ordinalOf(number);
}

std::optional<std::int64_t> FrameServer::numberOf(std::int64_t ordinal) const
{
    const std::optional<std::int64_t> seen = m_pass.firstNumberOf(ordinal);
    if (seen || !m_order || m_pass.isComplete()) {
        return seen;
    }
    const std::optional<std::int64_t> expected = m_order->numberOf(ordinal);
    return expected && isProvisional(*expected) ? expected : std::nullopt;
}

/// In packets.
std::int64_t FrameServer::runLength(std::int64_t start, std::int64_t number) const
{
    return ordinalOf(number).value_or(number) - start;
}

const AVFrame *FrameServer::find(std::int64_t number) const
{
    return isProvisional(number) ? m_provisional.find(number) : m_cache.find(number);
}

/// True where the decoder under way gets to the frame with fewer packets than a new one.
bool FrameServer::canContinue(const std::optional<Run> &run, std::int64_t number, std::int64_t start) const
{
    return run && !run->isDrained && run->lastNumber < number && start <= run->nextOrdinal;
}

FrameServer::Found FrameServer::decodeFrom(std::int64_t start, std::int64_t number, WorkLimit &limit)
{
    if (canContinue(m_ahead, number, start) &&
        !(canContinue(m_run, number, start) && m_run->lastNumber > m_ahead->lastNumber)) {
        std::swap(m_run, m_ahead);
    }
    if (canContinue(m_run, number, start)) {
        const Found found = runTo(number, limit);
        if (found != Found::NotRight) {
            return found;
        }
    }
    // Always a new decoder: what a flush leaves behind shows in damaged pictures.
    const bool isLong = runLength(start, number) > LongRun;
    m_run.emplace(makeRun(start, isLong ? LongRunThreads : 1));
    if (const std::optional<std::int64_t> ordinal = ordinalOf(number); ordinal && isLong) {
        m_run->keepFrom = *ordinal - keptBefore();
        m_run->countsFromStart = m_run->countsFromStart && m_run->keepFrom <= start;
    }
    const Found found = runTo(number, limit);
    if (found != Found::NotRight || !isLong) {
        return found;
    }
    m_run.emplace(makeRun(start, 1));
    return runTo(number, limit);
}

std::int64_t FrameServer::keptBefore() const
{
    return m_isNearJump ? std::clamp(2 * m_cache.reach(), KeptBefore, NearJump) : KeptBefore;
}

FrameServer::Found FrameServer::runTo(std::int64_t number, WorkLimit &limit)
{
    while (find(number) == nullptr) {
        if (m_run->isDrained || m_run->lastNumber >= number + FramesBeyond) {
            return Found::NotRight;
        }
        if (!limit.mayGoOn()) {
            return Found::Cancelled;
        }
        feed(*m_run);
        takeFrames(*m_run);
    }
    return Found::Right;
}

std::optional<std::int64_t> FrameServer::nextAhead() const
{
    const std::int64_t reach = m_cache.reach();
    if (!m_wanted || reach == 0 || m_cache.find(*m_wanted) == nullptr) {
        return std::nullopt;
    }
    const std::int64_t after = m_cache.firstMissing(*m_wanted, 1);
    const std::int64_t before = m_cache.firstMissing(*m_wanted, -1);
    if (m_pass.isComplete() && 2 * reach >= m_pass.count()) {
        // All of the clip fits.
        const bool isBehind = after >= std::min(m_pass.count(), m_giveUpFrom);
        return isBehind && before < m_giveUpBelow ? std::nullopt : std::optional(isBehind ? before : after);
    }
    const std::int64_t most = m_direction > 0 ? reach : std::min(reach, ReachForward);
    if (m_direction >= 0 && after < std::min(m_pass.count(), m_giveUpFrom) && after - *m_wanted <= most) {
        return after;
    }
    // A run back begins at a key frame. It is worth its way once there is room for many frames.
    const bool isNear = *m_wanted - before <= reach / 2;
    return before >= m_giveUpBelow && isNear && m_direction <= 0 ? std::optional(before) : std::nullopt;
}

bool FrameServer::advanceAhead()
{
    const std::optional<std::int64_t> number = nextAhead();
    if (!number) {
        return false;
    }
    const std::int64_t start = startFor(*number);
    if (*number > *m_wanted && canContinue(m_run, *number, start)) {
        std::swap(m_run, m_ahead);
    }
    if (!canContinue(m_ahead, *number, start)) {
        // Back over a key frame: all that comes out on the way there will be wanted, too.
        m_ahead.emplace(makeRun(start, runLength(start, *number) > LongRun ? LongRunThreads : 1));
    }
    feed(*m_ahead);
    takeFrames(*m_ahead);
    // It may have come and found no room among those that lie nearer.
    const bool isPast = m_ahead->isDrained || m_ahead->lastNumber >= *number;
    if (isPast && m_cache.find(*number) == nullptr) {
        if (*number < *m_wanted) {
            m_giveUpBelow = *number + 1;
        } else {
            m_giveUpFrom = *number;
        }
    }
    return true;
}

Result<const AVFrame *, Wire::FailureCode> FrameServer::advanceCopy(std::int64_t number)
{
    if (number < 0 || number >= m_pass.count()) {
        return std::unexpected(Wire::FailureCode::NotInClip);
    }
    if (const AVFrame *cached = m_cache.find(number)) {
        return cached;
    }
    const std::int64_t start = startFor(number);
    // One that has been drained may still have the last frames.
    if (!m_copy || m_copy->lastNumber >= number || start > m_copy->nextOrdinal) {
        m_copy.emplace(makeRun(start, 1));
    }
    m_copied = takeForCopy(number);
    const bool isLast = number + 1 == m_pass.count();
    if (m_copied) {
        if (isLast) {
            m_copy.reset();
        }
        return m_copied.get();
    }
    if (!m_copy->isDrained && m_copy->lastNumber < number + FramesBeyond) {
        feed(*m_copy);
        return nullptr;
    }
    // A key frame that does not give it is not tried again; the plain decode itself is the last resort.
    const bool isPlain = m_copy->countsFromStart;
    m_badKeys.insert(start);
    m_copy.reset();
    if (isPlain) {
        return std::unexpected(Wire::FailureCode::NothingShown);
    }
    return nullptr;
}

OwnedFrame FrameServer::takeForCopy(std::int64_t number)
{
    while (m_copy->lastNumber < number + FramesBeyond) {
        OwnedFrame frame = m_copy->decoder.receive();
        if (!frame) {
            return nullptr;
        }
        const std::optional<std::int64_t> found = numberFor(*m_copy, *frame);
        m_copy->lastNumber = found.value_or(m_copy->lastNumber);
        if (found == number && quickHashOf(*frame) == m_pass.row(number).quickHash) {
            return frame;
        }
    }
    return nullptr;
}

FrameServer::Run FrameServer::makeRun(std::int64_t start, int threads) const
{
    Run run{.decoder = m_spool.makeDecoder(m_isCareful ? 1 : threads)};
    run.nextOrdinal = start;
    run.countsFromStart = start == 0;
    return run;
}

void FrameServer::feed(Run &run)
{
    if (const AVPacket *packet = m_spool.packetToDecode(run.nextOrdinal)) {
        run.decoder.skipUnreferenced(run.nextOrdinal < run.keepFrom);
        run.decoder.feed(*packet, run.nextOrdinal);
        ++run.nextOrdinal;
        return;
    }
    run.decoder.drain();
    run.isDrained = true;
}

std::optional<std::int64_t> FrameServer::numberFor(Run &run, const AVFrame &frame) const
{
    if (run.countsFromStart) {
        return run.lastNumber + 1;
    }
    const std::optional<std::int64_t> ordinal = FrameDecoder::ordinalOf(frame);
    if (!ordinal) {
        return std::nullopt;
    }
    run.sameOrdinal = *ordinal == run.lastOrdinal ? run.sameOrdinal + 1 : 0;
    run.lastOrdinal = *ordinal;
    const std::optional<std::int64_t> first = numberOf(*ordinal);
    return first ? std::optional(*first + run.sameOrdinal) : std::nullopt;
}

/// Keeps those that are proven to be what they seem.
void FrameServer::takeFrames(Run &run)
{
    while (OwnedFrame frame = run.decoder.receive()) {
        const std::optional<std::int64_t> number = numberFor(run, *frame);
        if (!number) {
            continue;
        }
        run.lastNumber = *number;
        if (isProvisional(*number)) {
            // Nothing proves it yet: one that says itself that it may be wrong waits for the pass.
            const std::optional<std::int64_t> ordinal = FrameDecoder::ordinalOf(*frame);
            const bool isSound = (frame->flags & AV_FRAME_FLAG_CORRUPT) == 0 && frame->decode_error_flags == 0 &&
                                 ordinal && !m_spool.lacksReference(*ordinal);
            if (isSound) {
                m_provisional.insert(*number, std::move(frame));
            }
        } else if (*number < m_pass.count() && quickHashOf(*frame) == m_pass.row(*number).quickHash) {
            m_cache.insert(*number, std::move(frame));
        }
    }
}

} // namespace Porchlight
