// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "media/mediaerror.h"

#include <QtTypes>

#include <cstdint>
#include <span>

namespace Porchlight {

/// Memory shared with one decoder process: a window through which it is given bytes of the clip, then slots into which
/// it puts pictures and sound. Made and sized here, and sealed so that the other side cannot shrink or grow it. Nothing
/// in it is a length or an address.
class SharedBlock
{
public:
    static constexpr quint32 WindowSize = 1024 * 1024;
    static constexpr quint32 SlotCount = 5;
    static constexpr quint32 ProxySlot = SlotCount - 1; ///< The small pictures of the pass never wait for one.
    static constexpr quint64 SlotSize = 64 * 1024 * 1024;

    [[nodiscard]] static Result<SharedBlock, Failure<MediaError>> create();
    SharedBlock(SharedBlock &&other) noexcept;
    SharedBlock &operator=(SharedBlock &&other) noexcept;
    ~SharedBlock();

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] std::span<char> window() { return m_window; }
    /// Read only on this side.
    [[nodiscard]] std::span<const char> slot(quint32 number) const;

private:
    SharedBlock() = default;
    void release();

    int m_descriptor = -1;
    std::span<char> m_window;
    std::span<const char> m_slots;
};

} // namespace Porchlight
