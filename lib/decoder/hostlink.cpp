// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/hostlink.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <utility>

namespace Porchlight {

namespace {

constexpr auto TimeBetweenSigns = std::chrono::milliseconds(200);
constexpr int GoneExitCode = 0;
constexpr int NonsenseExitCode = 3;

bool isFrameRequest(const Wire::Envelope<Wire::Request> &request)
{
    return std::holds_alternative<Wire::FrameRequest>(request.message);
}

} // namespace

HostLink::HostLink(int socket, std::span<std::uint8_t> block)
    : m_socket(socket)
    , m_block(block)
    , m_buffer(Wire::MaximumMessageSize)
    , m_lastSign(std::chrono::steady_clock::now())
{}

void HostLink::send(std::uint64_t generation, const Wire::Reply &reply)
{
    const std::vector<std::uint8_t> bytes = Wire::encode(Wire::Envelope<Wire::Reply>{generation, reply});
    ssize_t sent = -1;
    do {
        sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent != static_cast<ssize_t>(bytes.size())) {
        std::_Exit(GoneExitCode);
    }
    m_lastSign = std::chrono::steady_clock::now();
}

Wire::Envelope<Wire::Request> HostLink::receiveOpen()
{
    std::optional<Wire::Envelope<Wire::Request>> first = receive(Waiting::Yes);
    const auto *open = first ? std::get_if<Wire::Open>(&first->message) : nullptr;
    const bool fits = open != nullptr && open->clipSize <= INT64_MAX && open->windowSize > 0 &&
                      open->windowSize <= m_block.size() && open->slotCount > 0 && open->slotSize > 0 &&
                      open->slotSize <= (m_block.size() - open->windowSize) / open->slotCount;
    if (!fits) {
        std::_Exit(NonsenseExitCode);
    }
    m_clipSize = static_cast<std::int64_t>(open->clipSize);
    m_windowSize = open->windowSize;
    m_slotCount = open->slotCount;
    m_slotSize = open->slotSize;
    return *first;
}

std::optional<Wire::Envelope<Wire::Request>> HostLink::next()
{
    takeWaiting();
    if (m_waiting.empty()) {
        m_cancelled.clear(); // They were for requests that have been answered.
        return std::nullopt;
    }
    auto chosen = m_waiting.begin();
    // What is known of the frames comes before any of them.
    const bool isAboutAll =
        std::holds_alternative<Wire::Index>(chosen->message) || std::holds_alternative<Wire::Known>(chosen->message);
    if (!isAboutAll) {
        const auto frame = std::ranges::find_if(m_waiting, isFrameRequest);
        chosen = frame == m_waiting.end() ? chosen : frame;
    }
    Wire::Envelope<Wire::Request> request = std::move(*chosen);
    m_waiting.erase(chosen);
    return request;
}

void HostLink::wait()
{
    if (std::exchange(m_hasAnnounced, false)) {
        send(0, Wire::Working{.steps = ++m_steps});
    }
    pollfd descriptor{.fd = m_socket, .events = POLLIN, .revents = 0};
    while (m_waiting.empty() && poll(&descriptor, 1, -1) < 0 && errno == EINTR) {
    }
}

std::span<std::uint8_t> HostLink::slot(std::uint32_t number) const
{
    if (number >= m_slotCount) {
        return {};
    }
    return m_block.subspan(m_windowSize + number * m_slotSize, m_slotSize);
}

void HostLink::beginWork(const Wire::Envelope<Wire::Request> &request)
{
    m_generation = request.generation;
    m_yieldsToFrames = !isFrameRequest(request);
}

void HostLink::finishWork(const Wire::Envelope<Wire::Request> &request, const Wire::Reply &reply)
{
    const auto *failed = std::get_if<Wire::Failed>(&reply);
    const bool isStopped = failed != nullptr && failed->code == Wire::FailureCode::Cancelled;
    if (isStopped && !m_cancelled.contains(request.generation)) {
        m_waiting.push_front(request);
        return;
    }
    m_cancelled.erase(request.generation);
    send(request.generation, reply);
}

void HostLink::showProgress()
{
    ++m_steps;
    if (std::chrono::steady_clock::now() - m_lastSign >= TimeBetweenSigns) {
        send(0, Wire::Working{.steps = m_steps});
    }
}

void HostLink::announce(std::int64_t packet)
{
    send(0, Wire::Working{.steps = ++m_steps, .packet = packet});
    m_hasAnnounced = true;
}

std::optional<std::size_t> HostLink::read(std::int64_t offset, std::span<std::uint8_t> target)
{
    const std::int64_t left = std::max<std::int64_t>(0, m_clipSize - offset);
    const auto length = static_cast<std::uint32_t>(
        std::min<std::int64_t>({static_cast<std::int64_t>(target.size()), m_windowSize, left}));
    if (length == 0) {
        return 0;
    }
    send(0, Wire::Read{.offset = static_cast<std::uint64_t>(offset), .length = length});
    for (;;) {
        std::optional<Wire::Envelope<Wire::Request>> request = receive(Waiting::Yes);
        const auto *bytes = request ? std::get_if<Wire::Bytes>(&request->message) : nullptr;
        if (bytes == nullptr) {
            if (request) {
                keep(*std::move(request));
            }
            continue;
        }
        if (bytes->offset != static_cast<std::uint64_t>(offset) || bytes->length > length) {
            std::_Exit(NonsenseExitCode);
        }
        if (bytes->status != Wire::ByteStatus::Given) {
            return std::nullopt;
        }
        std::memcpy(target.data(), m_block.data(), bytes->length);
        return bytes->length;
    }
}

bool HostLink::mayGoOn()
{
    showProgress();
    takeWaiting();
    const bool isFrameWaiting = std::ranges::any_of(m_waiting, isFrameRequest);
    return !m_cancelled.contains(m_generation) && !(m_yieldsToFrames && isFrameWaiting);
}

std::optional<Wire::Envelope<Wire::Request>> HostLink::receive(Waiting waiting)
{
    const int flags = waiting == Waiting::Yes ? 0 : MSG_DONTWAIT;
    ssize_t length = -1;
    do {
        length = recv(m_socket, m_buffer.data(), m_buffer.size(), flags);
    } while (length < 0 && errno == EINTR);
    if (length < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
        return std::nullopt;
    }
    if (length <= 0) {
        std::_Exit(GoneExitCode);
    }
    auto decoded = Wire::decodeRequest(std::span(m_buffer).first(static_cast<std::size_t>(length)));
    if (!decoded) {
        std::_Exit(NonsenseExitCode);
    }
    return *std::move(decoded);
}

void HostLink::keep(Wire::Envelope<Wire::Request> request)
{
    if (std::holds_alternative<Wire::Close>(request.message)) {
        std::_Exit(GoneExitCode);
    }
    if (const auto *cancel = std::get_if<Wire::Cancel>(&request.message)) {
        m_cancelled.insert(cancel->generation);
        return;
    }
    m_waiting.push_back(std::move(request));
}

void HostLink::takeWaiting()
{
    while (std::optional<Wire::Envelope<Wire::Request>> request = receive(Waiting::No)) {
        keep(*std::move(request));
    }
}

} // namespace Porchlight
