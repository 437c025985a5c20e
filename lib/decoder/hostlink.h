// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/bytefeed.h"
#include "decoder/worklimit.h"
#include "mediaprotocol/envelope.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace Porchlight {

/// The decoder's end of the socket. Messages that come while bytes of the clip are awaited are kept in order. When the
/// program is gone, or says what it never says, this process ends: it is there for nothing else.
class HostLink final : public ByteFeed, public WorkLimit
{
public:
    HostLink(int socket, std::span<std::uint8_t> block);

    void send(std::uint64_t generation, const Wire::Reply &reply);

    /// Waits for the first message and for the clip's size with it.
    [[nodiscard]] Wire::Envelope<Wire::Request> receiveOpen();
    /// The next thing to do: pictures for the screen first. None where nothing is waiting.
    [[nodiscard]] std::optional<Wire::Envelope<Wire::Request>> next();
    /// Waits until something is there to do.
    void wait();
    /// The slot's bytes; empty where there is no such slot.
    [[nodiscard]] std::span<std::uint8_t> slot(std::uint32_t number) const;

    /// The request that is worked on from now on, by whose generation `mayGoOn` judges.
    void beginWork(const Wire::Envelope<Wire::Request> &request);
    /// Sends the answer; or, where the work only made way for a picture for the screen, keeps the request for later.
    void finishWork(const Wire::Envelope<Wire::Request> &request, const Wire::Reply &reply);
    /// Counts a step, and tells the program about it now and then.
    void showProgress();
    /// Tells the program which packet is decoded next.
    void announce(std::int64_t packet);

    [[nodiscard]] std::int64_t size() const override { return m_clipSize; }
    [[nodiscard]] std::optional<std::size_t> read(std::int64_t offset, std::span<std::uint8_t> target) override;
    [[nodiscard]] bool mayGoOn() override;

private:
    enum class Waiting { Yes, No };

    [[nodiscard]] std::optional<Wire::Envelope<Wire::Request>> receive(Waiting waiting);
    void keep(Wire::Envelope<Wire::Request> request);
    void takeWaiting();

    int m_socket;
    std::span<std::uint8_t> m_block;
    std::vector<std::uint8_t> m_buffer;
    std::deque<Wire::Envelope<Wire::Request>> m_waiting;
    std::set<std::uint64_t> m_cancelled; ///< Generations of waiting or running requests.
    std::uint64_t m_generation = 0;
    bool m_yieldsToFrames = false;
    std::uint64_t m_steps = 0;
    bool m_hasAnnounced = false; ///< The program believes that a packet is being decoded.
    std::chrono::steady_clock::time_point m_lastSign;
    // From Open.
    std::int64_t m_clipSize = 0;
    std::uint32_t m_windowSize = 0;
    std::uint32_t m_slotCount = 0;
    std::uint64_t m_slotSize = 0;
};

} // namespace Porchlight
