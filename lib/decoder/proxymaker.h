// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/libav.h"

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace Porchlight {

/// Makes a small picture of every frame the verified pass has seen, and holds them until they are fetched. The first
/// frame decides their size. They keep the frame's matrix and range, so that they are drawn as the frame is.
class ProxyMaker
{
public:
    /// The next frame of the pass.
    void add(const AVFrame &frame);
    /// So many are held that the pass had better wait.
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] std::size_t heldCount() const { return m_held.size(); }
    /// The number of the first one held.
    [[nodiscard]] std::int64_t firstHeld() const { return m_firstHeld; }
    [[nodiscard]] std::uint16_t width() const { return m_width; }
    [[nodiscard]] std::uint16_t height() const { return m_height; }

    /// Moves as many as fit, at most `most`, to the slot; how many they were.
    [[nodiscard]] std::uint32_t take(std::span<std::uint8_t> slot, std::uint32_t most);

private:
    [[nodiscard]] bool decideSize(const AVFrame &frame);
    [[nodiscard]] std::size_t pictureSize() const;

    OwnedScaler m_scaler;
    std::deque<std::vector<std::uint8_t>> m_held;
    std::int64_t m_firstHeld = 0;
    std::uint16_t m_width = 0;
    std::uint16_t m_height = 0;
    bool m_isPossible = true; ///< False from the first frame on that cannot be brought into this form.
};

} // namespace Porchlight
