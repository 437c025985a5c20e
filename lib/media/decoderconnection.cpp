// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/decoderconnection.h"

#include "media/untrusted.h"

#include <algorithm>
#include <type_traits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

// The picture on screen never waits for a slot.
constexpr quint32 ScreenSlot = 0;
constexpr int MessagesAtOnce = 64;
constexpr int LivesOfADecoder = 2;
constexpr std::chrono::milliseconds ShortestWait(50);
// An honest process that is told to end is gone long before; the others are killed.
constexpr auto TimeToClose = std::chrono::milliseconds(50);

bool isUnwanted(const DecoderJob &job)
{
    return std::visit(
        [](const auto &kind) {
            if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, ScreenJob>) {
                return false;
            } else {
                return kind.answer.isUnwanted();
            }
        },
        job);
}

} // namespace

DecoderConnection::DecoderConnection(DecoderSettings settings, std::unique_ptr<ByteSource> source, ClipWish wish)
    : m_settings(std::move(settings))
    , m_source(std::move(source))
    , m_wish(std::move(wish))
    , m_survey(m_settings, m_wish, m_source->size(),
               {.newGeneration = [this] { return ++m_lastGeneration; },
                .send =
                    [this](quint64 generation, const Wire::Request &request) {
                        send(generation, request);
                    }})
    , m_copy(m_settings, m_wish, m_survey.known())
    , m_copyTurn(m_settings.copyQueue)
{
    m_survey.setParent(this);
    connectSurvey();
    m_copy.setParent(this);
    connectCopy();
    m_stallWatch.setParent(this);
    connect(&m_stallWatch, &StallWatch::stalled, this, &DecoderConnection::onStalled);
    m_idleTimer.setParent(this);
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(m_settings.idleLimit);
    connect(&m_idleTimer, &QTimer::timeout, this, &DecoderConnection::rest);
}

void DecoderConnection::connectSurvey()
{
    connect(&m_survey, &ClipSurvey::rowsExpected, this, &DecoderConnection::rowsExpected);
    connect(&m_survey, &ClipSurvey::rowsCame, this, &DecoderConnection::rowsCame);
    connect(&m_survey, &ClipSurvey::tableEnded, this, &DecoderConnection::tableEnded);
    connect(&m_survey, &ClipSurvey::nothingShown, this, [this] { end({MediaError::NothingShown, {}}); });
    connect(&m_survey, &ClipSurvey::proxiesEnded, this, &DecoderConnection::proxiesEnded);
    connect(&m_survey, &ClipSurvey::waveCame, this, &DecoderConnection::waveCame);
}

void DecoderConnection::connectCopy()
{
    connect(&m_survey, &ClipSurvey::tableEnded, &m_copy, [this] { m_copy.open(m_mark); });
    connect(&m_copy, &ClipCopy::wrote, this, &DecoderConnection::copyOn);
    connect(&m_copy, &ClipCopy::ended, this, [this](qint64 count, qint64 bytes) {
        m_copyTurn.pass();
        Q_EMIT copyEnded(count, bytes);
    });
    m_copyTimer.setParent(this);
    m_copyTimer.setSingleShot(true);
    m_copyTimer.setInterval(std::max(m_settings.copyDelay, ShortestWait));
    connect(&m_copyTimer, &QTimer::timeout, this, &DecoderConnection::copyOn);
}

DecoderConnection::~DecoderConnection()
{
    dismiss();
}

void DecoderConnection::start()
{
    launch();
}

void DecoderConnection::take(DecoderJob job)
{
    if (m_failure) {
        giveUp(job, *m_failure);
        return;
    }
    m_copyTurn.noteRequest();
    m_copyTurn.pass();
    if (answerByProxy(job) || answerByCopy(job)) {
        return;
    }
    if (const auto *screen = std::get_if<ScreenJob>(&job)) {
        m_wantedOnScreen = screen->number;
    } else {
        m_waiting.push_back(std::move(job));
    }
    wake();
    sendWaiting();
}

void DecoderConnection::wake()
{
    if (m_state == State::Resting) {
        m_comesFromRest = true;
        launch();
    }
}

void DecoderConnection::launch()
{
    auto process = DecoderProcess::start(m_settings.program);
    if (!process) {
        end(process.error());
        return;
    }
    m_process.emplace(*std::move(process));
    m_state = State::Starting;
    m_freeSlots.clear();
    for (quint32 slot = ScreenSlot + 1; slot < SharedBlock::ProxySlot; ++slot) {
        m_freeSlots.push_back(slot);
    }
    m_steps = 0;
    m_readSinceSign = 0;
    m_notifier = std::make_unique<QSocketNotifier>(m_process->socket(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &DecoderConnection::readMessages);
    m_stallWatch.watch(m_process->processId(), m_settings.startLimit);
}

void DecoderConnection::readMessages()
{
    std::vector<std::uint8_t> message;
    for (int i = 0; m_process && i < MessagesAtOnce; ++i) {
        switch (m_process->receive(message)) {
        case DecoderProcess::Received::Message:
            onMessage(message);
            break;
        case DecoderProcess::Received::Nothing:
            return;
        case DecoderProcess::Received::Gone:
            onDeath({MediaError::DecoderEnded, u"the process ended"_s});
            return;
        }
    }
}

void DecoderConnection::onMessage(const std::vector<std::uint8_t> &message)
{
    const auto decoded = Wire::decodeReply(message);
    if (!decoded) {
        onDeath({MediaError::BadAnswer, u"malformed message"_s});
        return;
    }
    const quint64 generation = decoded->generation;
    const bool isAccepted = std::visit(
        [this, generation](const auto &untrusted) { return accept(generation, untrusted); }, decoded->message);
    if (!isAccepted) {
        onDeath({MediaError::BadAnswer, u"message %1 cannot be true"_s.arg(decoded->message.index())});
        return;
    }
    sendWaiting();
}

void DecoderConnection::onStalled()
{
    // On a busy machine the sign of life may lie in the socket, unread.
    const quint64 signsBefore = m_signs;
    const State stateBefore = m_state;
    readMessages();
    const bool hasMoved = m_signs != signsBefore || m_state != stateBefore;
    if (m_process && !hasMoved) {
        onDeath({MediaError::DecoderEnded, u"the process made no progress"_s});
    }
}

Wire::Bytes DecoderConnection::readSource(const Wire::Read &read)
{
    const auto got = m_source->read(static_cast<qint64>(read.offset), m_process->block().window().data(), read.length);
    const bool isWhole = got && *got == static_cast<qint64>(read.length);
    return {.offset = read.offset,
            .length = isWhole ? read.length : 0,
            .status = isWhole ? Wire::ByteStatus::Given : Wire::ByteStatus::Broken};
}

void DecoderConnection::giveProxies(qint64 first, qint64 count, Answer<QList<DecodedFrame>> &answer)
{
    if (m_failure) {
        return answer.give(std::unexpected(*m_failure));
    }
    QList<DecodedFrame> pictures;
    while (pictures.size() < count && !answer.isUnwanted()) {
        const std::optional<DecodedFrame> picture = m_survey.known().proxy(first + pictures.size());
        if (!picture) {
            break;
        }
        pictures.append(*picture);
    }
    answer.give(pictures);
}

/// A small picture is the whole answer to who wants a small picture. Who wants the frame on screen has it first.
bool DecoderConnection::answerByProxy(DecoderJob &job)
{
    if (const auto *screen = std::get_if<ScreenJob>(&job)) {
        if (const std::optional<DecodedFrame> frame = m_survey.known().proxy(screen->number)) {
            Q_EMIT proxyCame(*frame);
        }
        return false;
    }
    auto *const thumbnail = std::get_if<ThumbnailJob>(&job);
    const auto image =
        thumbnail == nullptr ? std::nullopt : m_survey.known().thumbnail(thumbnail->number, thumbnail->maximumWidth);
    if (image) {
        thumbnail->answer.give(*image);
    }
    return image.has_value();
}

/// Of a still or an export, which are asked for with their digest, every pixel is decoded from the original.
bool DecoderConnection::answerByCopy(DecoderJob &job)
{
    if (const auto *screen = std::get_if<ScreenJob>(&job)) {
        if (!m_copy.holds(screen->number)) {
            return false;
        }
        // What has been asked for in the meantime comes first: the newest wins here, too.
        m_wantedOnScreen = screen->number;
        QMetaObject::invokeMethod(this, &DecoderConnection::showCopied, Qt::QueuedConnection);
        return true;
    }
    auto *const frame = std::get_if<FrameJob>(&job);
    const auto isFrame = [](const Flights::value_type &flight) {
        return std::holds_alternative<FrameJob>(flight.second.job);
    };
    const bool isInTurn = m_waiting.empty() && std::ranges::none_of(m_flights, isFrame);
    const auto copied = frame != nullptr && !frame->wantsDigest && isInTurn ? m_copy.read(frame->number) : std::nullopt;
    if (copied) {
        ++m_copiedPictures;
        frame->answer.give(*copied);
    }
    return copied.has_value();
}

void DecoderConnection::showCopied()
{
    const std::optional<DecodedFrame> frame = m_wantedOnScreen ? m_copy.read(*m_wantedOnScreen) : std::nullopt;
    if (frame) {
        m_wantedOnScreen.reset();
        takeBackScreen();
        ++m_copiedPictures;
        Q_EMIT pictureCame(*frame);
    } else if (m_wantedOnScreen) {
        wake();
    }
    sendWaiting();
}

/// The next frame, where nobody wants anything else.
void DecoderConnection::copyOn()
{
    const bool isFree = m_state == State::Open && !m_survey.isUnderWay() && m_flights.empty() && m_waiting.empty() &&
                        !m_wantedOnScreen && !m_copyGeneration;
    const std::optional<qint64> number = isFree ? m_copy.nextWanted() : std::nullopt;
    if (!number) {
        return;
    }
    if (!m_copyTurn.isQuiet(m_settings.copyDelay) || !m_copyTurn.take()) {
        m_copyTimer.start();
        return;
    }
    m_copyNumber = *number;
    m_copyGeneration = ++m_lastGeneration;
    showProgress();
    send(*m_copyGeneration, Wire::CopyRequest{.number = *number, .slot = SharedBlock::ProxySlot});
}

void DecoderConnection::send(quint64 generation, const Wire::Request &request)
{
    // One that does not take its few messages has stopped reading them.
    if (m_process && !m_process->send(Wire::encode(Wire::Envelope<Wire::Request>{generation, request}))) {
        onDeath({MediaError::DecoderEnded, u"the process takes no messages"_s});
    }
}

void DecoderConnection::sendWaiting()
{
    if (m_state != State::Open || m_survey.isTelling()) {
        return;
    }
    takeBackUnwanted();
    if (m_wantedOnScreen && m_copy.holds(*m_wantedOnScreen)) {
        QMetaObject::invokeMethod(this, &DecoderConnection::showCopied, Qt::QueuedConnection);
    } else if (m_wantedOnScreen && !isScreenAwaited()) {
        sendJob(ScreenJob{*std::exchange(m_wantedOnScreen, std::nullopt)}, ScreenSlot);
    }
    while (m_process && m_state == State::Open && !m_waiting.empty() && !m_freeSlots.empty()) {
        DecoderJob job = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (isUnwanted(job)) {
            continue;
        }
        const quint32 slot = m_freeSlots.back();
        m_freeSlots.pop_back();
        sendJob(std::move(job), slot);
    }
    copyOn();
}

bool DecoderConnection::isScreenAwaited() const
{
    return std::ranges::any_of(m_flights,
                               [](const auto &flight) { return std::holds_alternative<ScreenJob>(flight.second.job); });
}

/// A newer picture than the one it works on is on screen.
void DecoderConnection::takeBackScreen()
{
    for (auto &[generation, flight] : m_flights) {
        if (std::holds_alternative<ScreenJob>(flight.job) && !std::exchange(flight.isTakenBack, true)) {
            send(generation, Wire::Cancel{generation});
            return; // There is one at most; sending may have ended the process, and all flights.
        }
    }
}

/// They are still answered: their slots are theirs until then.
void DecoderConnection::takeBackUnwanted()
{
    std::vector<quint64> unwanted;
    for (auto &[generation, flight] : m_flights) {
        if (!flight.isTakenBack && isUnwanted(flight.job)) {
            flight.isTakenBack = true;
            unwanted.push_back(generation);
        }
    }
    for (const quint64 generation : unwanted) {
        send(generation, Wire::Cancel{generation});
    }
}

void DecoderConnection::sendJob(DecoderJob job, quint32 slot)
{
    m_idleTimer.stop();
    if (m_flights.empty()) {
        m_stallWatch.restart();
    }
    const quint64 generation = ++m_lastGeneration;
    Flight &flight = m_flights.emplace(generation, Flight{std::move(job), slot, {}}).first->second;
    if (const auto *screen = std::get_if<ScreenJob>(&flight.job)) {
        send(generation, Wire::FrameRequest{
                             .number = screen->number, .slot = slot, .wantsDigest = false, .mayBeProvisional = true});
    } else if (const auto *frame = std::get_if<FrameJob>(&flight.job)) {
        send(generation,
             Wire::FrameRequest{
                 .number = frame->number, .slot = slot, .wantsDigest = frame->wantsDigest, .mayBeProvisional = false});
    } else if (const auto *thumbnail = std::get_if<ThumbnailJob>(&flight.job)) {
        send(generation, Wire::ThumbnailRequest{.number = thumbnail->number,
                                                .slot = slot,
                                                .maximumWidth = static_cast<quint16>(thumbnail->maximumWidth),
                                                .mayBeProvisional = thumbnail->mayBeProvisional});
    } else if (const auto *sound = std::get_if<SoundJob>(&flight.job)) {
        flight.sound = {.startMicroseconds = sound->startMicroseconds,
                        .lengthMicroseconds = static_cast<quint32>(sound->lengthMicroseconds),
                        .slot = slot};
        send(generation, flight.sound);
    }
}

void DecoderConnection::land(Flights::iterator flight)
{
    if (flight->second.slot != ScreenSlot) {
        m_freeSlots.push_back(flight->second.slot);
    }
    m_flights.erase(flight);
    showProgress();
}

void DecoderConnection::giveUp(DecoderJob &job, const MediaFailure &failure)
{
    if (const auto *screen = std::get_if<ScreenJob>(&job)) {
        Q_EMIT pictureFailed(screen->number, failure);
    } else if (auto *frame = std::get_if<FrameJob>(&job)) {
        frame->answer.refuse(failure);
    } else if (auto *thumbnail = std::get_if<ThumbnailJob>(&job)) {
        thumbnail->answer.refuse(failure);
    } else if (auto *sound = std::get_if<SoundJob>(&job)) {
        sound->answer.refuse(failure);
    }
}

void DecoderConnection::showProgress()
{
    ++m_signs;
    m_readSinceSign = 0;
    const bool isBusy = m_state == State::Starting || m_state == State::Opening || !m_flights.empty() ||
                        m_survey.isUnderWay() || m_copyGeneration.has_value();
    if (m_process && isBusy) {
        m_stallWatch.restart();
        m_idleTimer.stop();
    } else {
        m_stallWatch.stop();
        m_idleTimer.start();
    }
}

/// The clip stays open: the next request starts the process anew.
void DecoderConnection::rest()
{
    if (m_state == State::Open && m_flights.empty()) {
        m_state = State::Resting;
        m_stallWatch.stop();
        dropNotifier();
        dismiss();
    }
}

void DecoderConnection::dismiss()
{
    if (m_process && m_process->send(Wire::encode(Wire::Envelope<Wire::Request>{++m_lastGeneration, Wire::Close{}}))) {
        m_process->awaitEnd(TimeToClose);
    }
    m_process.reset();
}

/// This may be the notifier's own call.
void DecoderConnection::dropNotifier()
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();
    }
}

/// Requests under way fail, but for the picture on screen: that one is asked for again.
void DecoderConnection::onDeath(const MediaFailure &cause)
{
    const bool hasReachedClip = m_state != State::Starting;
    m_comesFromRest = false;
    m_idleTimer.stop();
    m_stallWatch.stop();
    dropNotifier();
    m_process.reset();
    m_survey.abandon();
    if (std::exchange(m_copyGeneration, std::nullopt)) {
        m_copy.end();
    }
    if (!hasReachedClip) {
        end({MediaError::DecoderMissing, cause.detail});
        return;
    }
    if (!blamePacket(cause) && ++m_deaths >= LivesOfADecoder) {
        end({MediaError::ClipUnreadable, cause.detail});
        return;
    }
    for (auto &[generation, flight] : std::exchange(m_flights, {})) {
        if (const auto *screen = std::get_if<ScreenJob>(&flight.job)) {
            if (!flight.isTakenBack) {
                m_wantedOnScreen = m_wantedOnScreen.value_or(screen->number);
            }
        } else {
            giveUp(flight.job, cause);
        }
    }
    launch();
}

/// A packet at which the process ends is suspected; one at which it ends twice is left out from then on. False where
/// the process is to blame.
bool DecoderConnection::blamePacket(const MediaFailure &cause)
{
    const std::optional<qint64> packet = std::exchange(m_packet, std::nullopt);
    const std::optional<qint64> suspect = std::exchange(m_suspect, packet);
    if (!packet || cause.code != MediaError::DecoderEnded || m_leftOut.size() >= std::ssize(Wire::Open().leftOut)) {
        return false;
    }
    if (packet == suspect) {
        m_suspect.reset();
        m_leftOut.append(*packet);
        m_survey.known().leaveOut();
        m_copy.end();
        Q_EMIT packetLeftOut(*packet);
    }
    return !suspect || packet == suspect;
}

void DecoderConnection::end(const MediaFailure &failure)
{
    m_state = State::Ended;
    m_failure = failure;
    m_idleTimer.stop();
    m_stallWatch.stop();
    dropNotifier();
    m_process.reset();
    m_copyGeneration.reset();
    m_copyTurn.pass();
    for (auto &[generation, flight] : std::exchange(m_flights, {})) {
        giveUp(flight.job, failure);
    }
    for (DecoderJob &job : std::exchange(m_waiting, {})) {
        giveUp(job, failure);
    }
    if (const auto number = std::exchange(m_wantedOnScreen, std::nullopt)) {
        Q_EMIT pictureFailed(*number, failure);
    }
    if (m_hasOpened) {
        Q_EMIT ended(failure);
    } else {
        Q_EMIT opened(std::unexpected(failure));
    }
}

} // namespace Porchlight
