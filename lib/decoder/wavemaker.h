// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "decoder/soundreader.h"
#include "decoder/worklimit.h"
#include "mediaprotocol/messages.h"

#include <cstdint>
#include <vector>

namespace Porchlight {

/// Finds how loud a clip is in each slice of its time, a second of sound at a time, and holds that until it is sent.
class WaveMaker
{
public:
    /// Of the time from the first shown frame to `endMicroseconds`.
    explicit WaveMaker(std::int64_t endMicroseconds);

    /// Reads the next second. Where it is Cancelled it can be called again.
    [[nodiscard]] Result<void, Wire::FailureCode> step(SoundReader &reader, WorkLimit &limit);
    /// Nothing is left to read.
    [[nodiscard]] bool isDone() const { return m_isSoundOver || m_next >= m_end; }
    /// As many peaks are held as a message takes.
    [[nodiscard]] bool isFull() const { return m_held.size() >= Wire::MaximumPeaksPerPart; }
    /// The first of those that are held; with the last of all the part says so.
    [[nodiscard]] Wire::WavePart take();

private:
    void add(const Wire::Sound &sound);

    std::int64_t m_end;      ///< In slices.
    std::int64_t m_next = 0; ///< The slice that is read next.
    std::int64_t m_firstHeld = 0;
    std::vector<Wire::Peak> m_held;
    std::vector<std::uint8_t> m_samples; ///< Of the second that was read last.
    bool m_isSoundOver = false;
};

} // namespace Porchlight
