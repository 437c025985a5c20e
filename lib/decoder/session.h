// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/frameserver.h"
#include "decoder/hostlink.h"
#include "decoder/packetspool.h"
#include "decoder/proxymaker.h"
#include "decoder/soundreader.h"
#include "decoder/wavemaker.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace Porchlight {

/// Serves one clip: opens it, answers requests, and decodes it once in the background to make its frame table.
class Session
{
public:
    explicit Session(HostLink &link);

    /// Returns when the program has closed the clip or it cannot be opened; usually the process ends before.
    void run();

private:
    using Generation = std::uint64_t;

    [[nodiscard]] std::optional<Wire::FailureCode> open(const Wire::Open &open, Generation generation);
    void serve(const Wire::Envelope<Wire::Request> &request);
    [[nodiscard]] Wire::Reply answer(const Wire::FrameRequest &request);
    [[nodiscard]] Wire::Reply answer(const Wire::ThumbnailRequest &request);
    [[nodiscard]] Wire::Reply answer(const Wire::SoundRequest &request);
    [[nodiscard]] Result<SoundReader *, Wire::FailureCode> sound();
    void startIndex(const Wire::Index &index, Generation generation);
    void takeKnown(const Wire::Known &known);
    [[nodiscard]] bool advanceOrder();
    void sendExpected(const std::vector<Wire::FrameRow> &rows);
    void advanceIndex();
    void sendRows();
    void sendProxies();
    void advanceWave();
    void advanceCopy();
    [[nodiscard]] Wire::Reply deliver(const AVFrame &frame, std::int64_t number, std::uint32_t slot);
    [[nodiscard]] std::int64_t endOfClip() const;

    HostLink &m_link;
    std::unique_ptr<PacketSpool> m_spool;
    std::unique_ptr<FrameServer> m_frames;
    std::unique_ptr<SoundReader> m_sound;
    int m_soundStream = -1;
    std::uint64_t m_soundBudget = 0;
    // The frame table on its way to the program.
    std::optional<Generation> m_indexGeneration; ///< None while nothing is left to send.
    std::int64_t m_sentRows = 0;
    bool m_isOrderSought = false; ///< Packets are to be read before any more of them is decoded by the pass.
    std::chrono::steady_clock::time_point m_lastPart;
    std::unique_ptr<ProxyMaker> m_proxies;                       ///< Null where none are wanted.
    std::optional<Wire::Envelope<Wire::Request>> m_proxyRequest; ///< Waits for an answer.
    std::chrono::steady_clock::time_point m_lastProxies;
    std::optional<Wire::Envelope<Wire::Request>> m_waveRequest; ///< None while no waveform is on its way.
    std::optional<WaveMaker> m_wave;
    std::optional<Wire::Envelope<Wire::Request>> m_copyRequest; ///< None while no frame is to be copied.
};

} // namespace Porchlight
