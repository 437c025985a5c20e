// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/libav.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace Porchlight {

/// Memory for decoded pictures, the same for all decoders of a clip. libav would give each decoder a pool that keeps
/// whatever the decoder once had in use, so that the pass and the runs to single frames hold the same memory several
/// times over. Here what is idle is kept up to a budget, for whichever decoder comes next. Safe from any thread.
class PicturePool : public std::enable_shared_from_this<PicturePool>
{
public:
    /// What a decoder is given as its `opaque`; it must outlive the decoder.
    struct Source
    {
        std::shared_ptr<PicturePool> pool;
        std::uint64_t decoder = 0; ///< Its number in this pool.
    };

    /// `idleBudget` in bytes: more than this is given back to the system.
    explicit PicturePool(std::uint64_t idleBudget);

    [[nodiscard]] Source newSource();
    /// For `AVCodecContext::get_buffer2`, which may come from the decoder's threads. `opaque` points to its Source.
    static int give(AVCodecContext *context, AVFrame *frame, int flags);

    [[nodiscard]] std::uint64_t idleBytes() const;

private:
    struct Block
    {
        std::shared_ptr<PicturePool> pool; ///< While it is in use.
        std::uint8_t *data = nullptr;
        std::size_t size = 0;
        std::uint64_t decoder = 0; ///< Who used it last.

        Block() = default;
        Block(const Block &) = delete;
        Block &operator=(const Block &) = delete;
        ~Block() { av_free(data); }
    };

    [[nodiscard]] AVBufferRef *buffer(std::size_t size, std::uint64_t decoder);
    [[nodiscard]] std::unique_ptr<Block> idleBlock(std::size_t size, std::uint64_t decoder);
    static void release(void *opaque, std::uint8_t *data);
    void takeBack(std::unique_ptr<Block> block);

    const std::uint64_t m_idleBudget;
    mutable std::mutex m_mutex;
    std::vector<std::unique_ptr<Block>> m_idle; ///< The one that has been idle longest first.
    std::uint64_t m_idleBytes = 0;
    std::uint64_t m_decoders = 0;
};

} // namespace Porchlight
