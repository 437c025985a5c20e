// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>
#include <utility>

namespace Porchlight {

/// Whose clip is being copied: one at a time in this program, and none while somebody looks at any of them. One for
/// each clip; what they agree on is for any thread.
class CopyTurn
{
public:
    CopyTurn() = default;
    ~CopyTurn() { pass(); }
    CopyTurn(const CopyTurn &) = delete;
    CopyTurn &operator=(const CopyTurn &) = delete;

    /// Somebody asked for something of some clip.
    static void noteRequest() { s_lastRequest = std::chrono::steady_clock::now().time_since_epoch(); }
    [[nodiscard]] static bool isQuiet(std::chrono::milliseconds time)
    {
        return std::chrono::steady_clock::now().time_since_epoch() - s_lastRequest.load() >= time;
    }

    /// False while it is another's.
    [[nodiscard]] bool take()
    {
        m_isOurs = m_isOurs || !s_isTaken.exchange(true);
        return m_isOurs;
    }
    void pass()
    {
        if (std::exchange(m_isOurs, false)) {
            s_isTaken = false;
        }
    }

private:
    static inline std::atomic<std::chrono::steady_clock::duration> s_lastRequest{};
    static inline std::atomic<bool> s_isTaken = false;
    bool m_isOurs = false;
};

} // namespace Porchlight
