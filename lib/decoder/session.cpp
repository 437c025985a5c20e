// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/session.h"

#include "decoder/description.h"
#include "decoder/pixels.h"

#include <algorithm>
#include <utility>

namespace Porchlight {

namespace {

constexpr auto TimeBetweenParts = std::chrono::milliseconds(100);
// As many as one piece of work reads: some milliseconds.
constexpr std::int64_t PacketsAtOnce = 128;
constexpr std::uint64_t LargestSoundBudget = 64 * 1024 * 1024;

} // namespace

Session::Session(HostLink &link)
    : m_link(link)
{}

void Session::run()
{
    const Wire::Envelope<Wire::Request> first = m_link.receiveOpen();
    m_link.beginWork(first);
    if (const auto failure = open(std::get<Wire::Open>(first.message), first.generation)) {
        m_link.send(first.generation, Wire::Failed{*failure});
        return;
    }
    for (;;) {
        if (const std::optional<Wire::Envelope<Wire::Request>> request = m_link.next()) {
            serve(*request);
        } else if (m_frames->advanceAhead()) {
            m_link.showProgress();
        } else if (m_indexGeneration) {
            advanceIndex();
        } else if (m_waveRequest && m_frames->pass().isComplete()) {
            advanceWave();
        } else if (m_copyRequest && m_frames->pass().isComplete()) {
            advanceCopy();
        } else {
            m_link.wait();
        }
    }
}

std::optional<Wire::FailureCode> Session::open(const Wire::Open &open, Generation generation)
{
    auto input = ClipInput::open(m_link);
    if (!input) {
        return input.error();
    }
    int video = (*input)->bestVideo();
    if (open.videoStream >= 0) {
        const AVStream *wanted = (*input)->stream(open.videoStream);
        const bool isVideo = wanted != nullptr && wanted->codecpar->codec_type == AVMEDIA_TYPE_VIDEO;
        if (!isVideo) {
            return Wire::FailureCode::NotInClip;
        }
        video = open.videoStream;
    }
    if (video < 0) {
        return Wire::FailureCode::NotAVideo;
    }
    const AVCodecParameters &parameters = *(*input)->stream(video)->codecpar;
    const bool isTooLarge = parameters.width > Wire::MaximumDimension || parameters.height > Wire::MaximumDimension ||
                            std::int64_t{parameters.width} * parameters.height > Wire::MaximumPixels;
    if (isTooLarge) {
        return Wire::FailureCode::TooLarge;
    }
    m_soundStream = (*input)->bestStream(AVMEDIA_TYPE_AUDIO, video);
    m_soundBudget = std::min(open.spoolBudget / 4, LargestSoundBudget);
    const Wire::Summary summary = describeClip(**input, video, m_soundStream);
    m_spool = std::make_unique<PacketSpool>(m_link, *std::move(input), video, open.spoolBudget);
    m_frames = std::make_unique<FrameServer>(*m_spool, open.frameBudget);
    for (const std::int64_t ordinal : open.leftOut) {
        m_spool->leaveOut(ordinal);
    }
    if (open.isCareful) {
        m_frames->beCareful();
        m_spool->onDecoding([this](std::int64_t ordinal) { m_link.announce(ordinal); });
    }
    if (!m_frames->pass().canDecode()) {
        return Wire::FailureCode::NothingShown;
    }
    m_link.send(generation, summary);
    return std::nullopt;
}

void Session::serve(const Wire::Envelope<Wire::Request> &request)
{
    m_link.beginWork(request);
    if (const auto *index = std::get_if<Wire::Index>(&request.message)) {
        startIndex(*index, request.generation);
    } else if (std::holds_alternative<Wire::ProxyRequest>(request.message)) {
        m_proxyRequest = request;
        sendProxies();
    } else if (std::holds_alternative<Wire::WaveRequest>(request.message)) {
        m_waveRequest = request;
        m_wave.reset();
    } else if (std::holds_alternative<Wire::CopyRequest>(request.message)) {
        m_copyRequest = request;
    } else if (const auto *known = std::get_if<Wire::Known>(&request.message)) {
        takeKnown(*known);
        m_link.send(request.generation, Wire::Taken{});
    } else if (const auto *frame = std::get_if<Wire::FrameRequest>(&request.message)) {
        m_link.finishWork(request, answer(*frame));
    } else if (const auto *thumbnail = std::get_if<Wire::ThumbnailRequest>(&request.message)) {
        m_link.finishWork(request, answer(*thumbnail));
    } else if (const auto *sound = std::get_if<Wire::SoundRequest>(&request.message)) {
        m_link.finishWork(request, answer(*sound));
    }
}

Wire::Reply Session::answer(const Wire::FrameRequest &request)
{
    const bool isProvisional = request.mayBeProvisional && m_frames->isProvisional(request.number);
    const auto frame = isProvisional ? m_frames->provisionalFrame(request.number, FrameServer::Purpose::Viewing, m_link)
                                     : m_frames->frame(request.number, FrameServer::Purpose::Viewing, m_link);
    if (!frame) {
        return Wire::Failed{frame.error()};
    }
    Wire::Reply reply = deliver(**frame, request.number, request.slot);
    auto *const picture = std::get_if<Wire::Picture>(&reply);
    if (picture != nullptr && request.wantsDigest && !picture->row.hasDigest) {
        if (const std::optional<Digest> digest = digestOf(**frame)) {
            picture->row.hasDigest = true;
            picture->row.digest = digest->bytes();
        }
    }
    return reply;
}

Wire::Reply Session::deliver(const AVFrame &frame, std::int64_t number, std::uint32_t slot)
{
    auto picture = deliverPicture(frame, m_link.slot(slot));
    if (!picture) {
        return Wire::Failed{picture.error()};
    }
    picture->slot = slot;
    // The pass may have been needed after all.
    picture->isProvisional = m_frames->isProvisional(number);
    picture->row = picture->isProvisional ? m_frames->provisionalRow(number, frame) : m_frames->pass().row(number);
    return *picture;
}

Wire::Reply Session::answer(const Wire::ThumbnailRequest &request)
{
    const bool isProvisional = request.mayBeProvisional && m_frames->isProvisional(request.number);
    const auto frame = isProvisional ? m_frames->provisionalFrame(request.number, FrameServer::Purpose::Aside, m_link)
                                     : m_frames->frame(request.number, FrameServer::Purpose::Aside, m_link);
    if (!frame) {
        return Wire::Failed{frame.error()};
    }
    const std::uint16_t width = std::min(request.maximumWidth, Wire::MaximumThumbnailWidth);
    auto thumbnail = deliverThumbnail(**frame, width, m_link.slot(request.slot));
    if (!thumbnail) {
        return Wire::Failed{thumbnail.error()};
    }
    thumbnail->slot = request.slot;
    thumbnail->number = request.number;
    return *thumbnail;
}

Wire::Reply Session::answer(const Wire::SoundRequest &request)
{
    const auto reader = sound();
    if (!reader) {
        return Wire::Failed{reader.error()};
    }
    auto part = (*reader)->read(request, m_link.slot(request.slot), m_link);
    if (!part) {
        return Wire::Failed{part.error()};
    }
    return *part;
}

Result<SoundReader *, Wire::FailureCode> Session::sound()
{
    if (m_sound) {
        return m_sound.get();
    }
    if (m_soundStream < 0) {
        return std::unexpected(Wire::FailureCode::NotInClip);
    }
    // Times count from the first shown frame.
    if (m_frames->pass().count() == 0) {
        const auto first = m_frames->frame(0, FrameServer::Purpose::Aside, m_link);
        if (!first) {
            return std::unexpected(first.error());
        }
    }
    auto reader = SoundReader::open(m_link, m_soundStream, m_soundBudget, m_frames->pass().segments());
    if (!reader) {
        return std::unexpected(reader.error());
    }
    m_sound = *std::move(reader);
    return m_sound.get();
}

void Session::startIndex(const Wire::Index &index, Generation generation)
{
    if (index.wantsDigests) {
        m_frames->pass().makeDigests();
    }
    // The pass may have begun for a picture that was wanted first. Its small pictures begin with frame 0 or not at all.
    if (index.wantsProxies && m_frames->pass().count() == 0) {
        m_proxies = std::make_unique<ProxyMaker>();
        m_frames->onPassed([this](const AVFrame &frame) { m_proxies->add(frame); });
    }
    m_indexGeneration = generation;
    m_sentRows = 0;
    m_isOrderSought = true;
    m_lastPart = std::chrono::steady_clock::now();
}

void Session::takeKnown(const Wire::Known &known)
{
    for (const Wire::FrameRow &row : known.rows) {
        m_frames->pass().adopt(row);
    }
    if (known.isLast) {
        m_frames->pass().completeAdopted();
    }
}

/// The frames that packets alone promise, so that all of the clip can be reached before all of it has been decoded.
/// False once there is nothing more to find out.
bool Session::advanceOrder()
{
    if (!m_isOrderSought) {
        return false;
    }
    if (m_spool->packet(m_spool->count() + PacketsAtOnce - 1) != nullptr) {
        m_link.showProgress();
        return true;
    }
    m_isOrderSought = false;
    if (const std::optional<PacketOrder> order = PacketOrder::of(*m_spool)) {
        if (const std::optional<std::vector<Wire::FrameRow>> rows = expectedRows(*order, *m_spool)) {
            sendExpected(*rows);
            m_frames->expect(*order, *rows);
        }
    }
    return true;
}

void Session::sendExpected(const std::vector<Wire::FrameRow> &rows)
{
    for (std::size_t first = 0; first < rows.size(); first += Wire::MaximumRowsPerPart) {
        const std::size_t end = std::min(rows.size(), first + Wire::MaximumRowsPerPart);
        const auto begin = rows.begin();
        m_link.send(*m_indexGeneration, Wire::Expected{.isLast = end == rows.size(),
                                                       .rows = {begin + static_cast<std::ptrdiff_t>(first),
                                                                begin + static_cast<std::ptrdiff_t>(end)}});
    }
}

/// A packet of the pass, and the rows that are ready when there are enough or when they have waited.
void Session::advanceIndex()
{
    if (advanceOrder()) {
        return;
    }
    VerifiedPass &pass = m_frames->pass();
    if (m_proxies && m_proxies->isFull()) {
        m_link.wait();
        return;
    }
    if (!pass.isComplete()) {
        m_frames->advancePass();
        m_link.showProgress();
    }
    const bool isFull = pass.count() - m_sentRows >= static_cast<std::int64_t>(Wire::MaximumRowsPerPart);
    const bool isLate = std::chrono::steady_clock::now() - m_lastPart >= TimeBetweenParts;
    const bool isNew = pass.count() > m_sentRows;
    if (pass.isComplete() || isFull || (isLate && isNew)) {
        sendRows();
    }
    sendProxies();
}

void Session::sendRows()
{
    const VerifiedPass &pass = m_frames->pass();
    Wire::IndexPart part;
    while (m_sentRows < pass.count() && part.rows.size() < Wire::MaximumRowsPerPart) {
        part.rows.push_back(pass.row(m_sentRows));
        ++m_sentRows;
    }
    part.isLast = pass.isComplete() && m_sentRows == pass.count();
    part.isDamaged = part.isLast && pass.isDamaged();
    m_link.send(*m_indexGeneration, part);
    m_lastPart = std::chrono::steady_clock::now();
    if (part.isLast) {
        m_indexGeneration.reset();
    }
}

void Session::sendProxies()
{
    if (!m_proxyRequest) {
        return;
    }
    const bool isOver = !m_proxies || m_frames->pass().isComplete();
    const std::size_t held = m_proxies ? m_proxies->heldCount() : 0;
    const bool isLate = std::chrono::steady_clock::now() - m_lastProxies >= TimeBetweenParts;
    if (!isOver && held < Wire::MaximumProxiesPerPart && !(isLate && held > 0)) {
        return;
    }
    const Wire::Envelope<Wire::Request> request = *std::exchange(m_proxyRequest, std::nullopt);
    Wire::Proxies part{.slot = std::get<Wire::ProxyRequest>(request.message).slot};
    if (m_proxies) {
        part.first = m_proxies->firstHeld();
        part.width = m_proxies->width();
        part.height = m_proxies->height();
        part.count = m_proxies->take(m_link.slot(part.slot), Wire::MaximumProxiesPerPart);
    }
    part.isLast = isOver && (!m_proxies || m_proxies->heldCount() == 0);
    m_link.send(request.generation, part);
    m_lastProxies = std::chrono::steady_clock::now();
}

/// The next second of sound, and the peaks that are ready when there are enough.
void Session::advanceWave()
{
    m_link.beginWork(*m_waveRequest);
    if (!m_wave) {
        m_wave.emplace(endOfClip());
    }
    const auto reader = sound();
    const auto made = reader ? m_wave->step(**reader, m_link) : std::unexpected(reader.error());
    if (!made && made.error() == Wire::FailureCode::Cancelled) {
        return; // A picture for the screen comes first.
    }
    if (!made) {
        m_link.send(m_waveRequest->generation, Wire::Failed{made.error()});
        m_waveRequest.reset();
        return;
    }
    if (m_wave->isFull() || m_wave->isDone()) {
        const Wire::WavePart part = m_wave->take();
        m_link.send(m_waveRequest->generation, part);
        if (part.isLast) {
            m_waveRequest.reset();
            m_wave.reset();
        }
    }
}

/// A packet of the frame that is to be copied, and its picture once it has come.
void Session::advanceCopy()
{
    const auto &wish = std::get<Wire::CopyRequest>(m_copyRequest->message);
    const auto frame = m_frames->advanceCopy(wish.number);
    m_link.showProgress();
    if (frame && *frame == nullptr) {
        return;
    }
    m_link.send(m_copyRequest->generation,
                frame ? deliver(**frame, wish.number, wish.slot) : Wire::Failed{frame.error()});
    m_copyRequest.reset();
}

/// When the last frame leaves the screen.
std::int64_t Session::endOfClip() const
{
    std::int64_t end = 0;
    for (std::int64_t number = 0; number < m_frames->pass().count(); ++number) {
        const Wire::FrameRow &row = m_frames->pass().row(number);
        const AVRational base{row.timeBase.numerator, row.timeBase.denominator};
        end = std::max(end, row.microseconds + av_rescale_q(row.durationTicks, base, AV_TIME_BASE_Q));
    }
    return end;
}

} // namespace Porchlight
