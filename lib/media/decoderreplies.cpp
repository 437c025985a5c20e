// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the process says to DecoderConnection.

#include "media/decoderconnection.h"
#include "media/untrusted.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

// What may be read without any other sign of work: more than the whole file twice is going round in circles.
constexpr qint64 ReadingBeyondSize = 64LL * 1024 * 1024;

} // namespace

template <typename Job>
DecoderConnection::Flights::iterator DecoderConnection::find(quint64 generation, std::optional<quint32> slot)
{
    const auto flight = m_flights.find(generation);
    const bool fits =
        flight != m_flights.end() && std::holds_alternative<Job>(flight->second.job) && flight->second.slot == slot;
    return fits ? flight : m_flights.end();
}

bool DecoderConnection::accept(quint64, const Wire::Ready &untrusted)
{
    if (m_state != State::Starting) {
        return false;
    }
    m_confinement = levelOf(untrusted.confinement);
    if (m_confinement != ConfinementLevel::Full && !m_settings.allowsUnconfined) {
        end({MediaError::NotConfined, m_confinement == ConfinementLevel::Partial ? u"partial"_s : u"none"_s});
        return true;
    }
    m_state = State::Opening;
    m_stallWatch.watch(m_process->processId(), m_settings.stallLimit);
    m_openGeneration = ++m_lastGeneration;
    Wire::Open open{.clipSize = static_cast<quint64>(std::max<qint64>(0, m_source->size())),
                    .windowSize = SharedBlock::WindowSize,
                    .slotCount = SharedBlock::SlotCount,
                    .slotSize = SharedBlock::SlotSize,
                    .spoolBudget = static_cast<quint64>(m_settings.packetMemory),
                    .frameBudget = static_cast<quint64>(m_settings.frameMemory),
                    .videoStream = m_wish.videoStream,
                    .isCareful = isCareful()};
    std::ranges::copy(m_leftOut, open.leftOut.begin());
    send(m_openGeneration, open);
    return true;
}

bool DecoderConnection::accept(quint64, const Wire::Read &untrusted)
{
    const auto size = static_cast<quint64>(std::max<qint64>(0, m_source->size()));
    const bool isPossible = m_state != State::Starting && untrusted.length > 0 &&
                            untrusted.length <= SharedBlock::WindowSize && untrusted.length <= size &&
                            untrusted.offset <= size - untrusted.length;
    if (!isPossible) {
        return false;
    }
    send(0, readSource(untrusted));
    m_readSinceSign += untrusted.length;
    if (m_readSinceSign <= 2 * m_source->size() + ReadingBeyondSize) {
        m_stallWatch.restart();
    }
    return true;
}

bool DecoderConnection::accept(quint64 generation, const Wire::Summary &untrusted)
{
    std::optional<MediaSummary> summary = checkSummary(untrusted, m_source->size());
    const bool isWanted = m_wish.videoStream < 0 || m_wish.videoStream == untrusted.videoStream;
    if (m_state != State::Opening || generation != m_openGeneration || !summary || !isWanted) {
        return false;
    }
    m_state = State::Open;
    summary->confinement = m_confinement;
    showProgress();
    const bool isQuiet = std::exchange(m_comesFromRest, false);
    if (!std::exchange(m_hasOpened, true)) {
        Q_EMIT opened(*summary);
    } else if (!isQuiet) {
        Q_EMIT restarted();
    }
    m_mark = {.clipSize = m_source->size(), .versions = untrusted.versions, .videoStream = untrusted.videoStream};
    m_survey.begin(m_mark, summary->sound() != nullptr);
    showProgress();
    return true;
}

template <typename Message, typename... Slot>
bool DecoderConnection::acceptSurvey(quint64 generation, const Message &untrusted, Slot... slot)
{
    const bool isAccepted = m_state == State::Open && m_survey.accept(generation, untrusted, slot...);
    showProgress();
    return isAccepted;
}

bool DecoderConnection::accept(quint64 generation, const Wire::Taken &untrusted)
{
    return acceptSurvey(generation, untrusted);
}

bool DecoderConnection::accept(quint64 generation, const Wire::Expected &untrusted)
{
    return acceptSurvey(generation, untrusted);
}

bool DecoderConnection::accept(quint64 generation, const Wire::IndexPart &untrusted)
{
    return acceptSurvey(generation, untrusted);
}

bool DecoderConnection::accept(quint64 generation, const Wire::WavePart &untrusted)
{
    return acceptSurvey(generation, untrusted);
}

bool DecoderConnection::accept(quint64 generation, const Wire::Proxies &untrusted)
{
    return acceptSurvey(generation, untrusted, std::as_const(*m_process).block().slot(SharedBlock::ProxySlot));
}

bool DecoderConnection::accept(quint64 generation, const Wire::Picture &untrusted)
{
    if (m_copyGeneration == generation) {
        const std::span<const char> slot = std::as_const(*m_process).block().slot(SharedBlock::ProxySlot);
        const bool isAccepted =
            untrusted.slot == SharedBlock::ProxySlot && m_copy.take(untrusted, m_copyNumber, m_source->size(), slot);
        if (isAccepted) {
            m_copyGeneration.reset();
            showProgress();
        }
        return isAccepted;
    }
    const bool isForScreen = find<ScreenJob>(generation, untrusted.slot) != m_flights.end();
    const auto flight =
        isForScreen ? find<ScreenJob>(generation, untrusted.slot) : find<FrameJob>(generation, untrusted.slot);
    if (flight == m_flights.end()) {
        return false;
    }
    auto *job = std::get_if<FrameJob>(&flight->second.job);
    const qint64 number = job != nullptr ? job->number : std::get<ScreenJob>(flight->second.job).number;
    const std::span<const char> slot = std::as_const(*m_process).block().slot(untrusted.slot);
    const std::optional<DecodedFrame> frame = checkPicture(untrusted, number, m_source->size(), slot);
    const bool isLie =
        job != nullptr && (untrusted.isProvisional || (job->wantsDigest && frame && !frame->facts().digest));
    if (!frame || isLie) {
        return false;
    }
    if (job != nullptr) {
        job->answer.give(*frame);
    } else if (!flight->second.isTakenBack) {
        Q_EMIT pictureCame(*frame);
    }
    land(flight);
    return true;
}

bool DecoderConnection::accept(quint64 generation, const Wire::Thumbnail &untrusted)
{
    const auto flight = find<ThumbnailJob>(generation, untrusted.slot);
    if (flight == m_flights.end()) {
        return false;
    }
    auto &job = std::get<ThumbnailJob>(flight->second.job);
    const std::span<const char> slot = std::as_const(*m_process).block().slot(untrusted.slot);
    const std::optional<QImage> image = checkThumbnail(untrusted, job.maximumWidth, slot);
    if (!image || untrusted.number != job.number) {
        return false;
    }
    job.answer.give(*image);
    land(flight);
    return true;
}

bool DecoderConnection::accept(quint64 generation, const Wire::Sound &untrusted)
{
    const auto flight = find<SoundJob>(generation, untrusted.slot);
    if (flight == m_flights.end()) {
        return false;
    }
    const std::span<const char> slot = std::as_const(*m_process).block().slot(untrusted.slot);
    const std::optional<SoundPart> part = checkSound(untrusted, flight->second.sound, slot);
    if (!part) {
        return false;
    }
    std::get<SoundJob>(flight->second.job).answer.give(*part);
    land(flight);
    return true;
}

bool DecoderConnection::accept(quint64, const Wire::Working &untrusted)
{
    const bool isNamed = untrusted.packet >= 0;
    if (m_state == State::Starting || untrusted.steps <= m_steps || (isNamed && !isCareful())) {
        return false;
    }
    m_steps = untrusted.steps;
    m_packet = isNamed ? std::optional<qint64>(untrusted.packet) : std::nullopt;
    showProgress();
    return true;
}

bool DecoderConnection::accept(quint64 generation, const Wire::Failed &untrusted)
{
    const MediaFailure failure{errorOf(untrusted.code), {}};
    if (m_state == State::Opening && generation == m_openGeneration) {
        end(failure);
        return true;
    }
    if (m_survey.accept(generation, untrusted)) {
        showProgress();
        return true;
    }
    if (m_copyGeneration == generation) {
        m_copyGeneration.reset();
        m_copy.end();
        showProgress();
        return true;
    }
    const auto flight = m_flights.find(generation);
    if (flight == m_flights.end()) {
        return false;
    }
    const bool isForgotten = flight->second.isTakenBack && std::holds_alternative<ScreenJob>(flight->second.job);
    if (!isForgotten) {
        giveUp(flight->second.job, failure);
    }
    land(flight);
    return true;
}

} // namespace Porchlight
