// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <utility>

namespace Porchlight {

/// What the clips agree on that take turns at being copied. For any thread.
class CopyQueue
{
public:
    /// Somebody asked for something of some clip.
    void noteRequest() { m_lastRequest = std::chrono::steady_clock::now().time_since_epoch(); }
    [[nodiscard]] bool isQuiet(std::chrono::milliseconds time) const
    {
        return std::chrono::steady_clock::now().time_since_epoch() - m_lastRequest.load() >= time;
    }

    /// False while it is somebody's.
    [[nodiscard]] bool take() { return !m_isTaken.exchange(true); }
    void pass() { m_isTaken = false; }

private:
    std::atomic<std::chrono::steady_clock::duration> m_lastRequest{};
    std::atomic<bool> m_isTaken = false;
};

/// Whose clip is being copied: one at a time of those that share a queue, and none while somebody looks at any of them.
/// One for each clip.
class CopyTurn
{
public:
    /// Without a queue the clip is alone. The queue is shared by the turns of all its clips, whichever ends last.
    explicit CopyTurn(std::shared_ptr<CopyQueue> queue)
        : m_queue(queue ? std::move(queue) : std::make_shared<CopyQueue>())
    {}
    ~CopyTurn() { pass(); }
    CopyTurn(const CopyTurn &) = delete;
    CopyTurn &operator=(const CopyTurn &) = delete;

    void noteRequest() { m_queue->noteRequest(); }
    [[nodiscard]] bool isQuiet(std::chrono::milliseconds time) const { return m_queue->isQuiet(time); }

    /// False while it is another's.
    [[nodiscard]] bool take()
    {
        m_isOurs = m_isOurs || m_queue->take();
        return m_isOurs;
    }
    void pass()
    {
        if (std::exchange(m_isOurs, false)) {
            m_queue->pass();
        }
    }

private:
    std::shared_ptr<CopyQueue> m_queue;
    bool m_isOurs = false;
};

} // namespace Porchlight
