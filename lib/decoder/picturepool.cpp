// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/picturepool.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cstring>
#include <utility>

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/mem.h>
}

namespace Porchlight {

namespace {

// Decoders read and write beyond the end of a plane, by as much as libav's own pool allows for: 16 bytes and a stride.
constexpr std::size_t Overhang = 16 + 63;

struct Layout
{
    std::array<int, 4> strides{};
    std::array<std::size_t, 4> sizes{};
};

/// As libav's own get_buffer2 does it: the width is widened until all strides are aligned, no stride by itself.
bool layOut(AVCodecContext &context, const AVFrame &frame, Layout &layout)
{
    int width = frame.width;
    int height = frame.height;
    std::array<int, AV_NUM_DATA_POINTERS> alignments{1, 1, 1, 1, 1, 1, 1, 1};
    avcodec_align_dimensions2(&context, &width, &height, alignments.data());
    const auto format = static_cast<AVPixelFormat>(frame.format);
    bool isAligned = false;
    while (!isAligned) {
        if (av_image_fill_linesizes(layout.strides.data(), format, width) < 0) {
            return false;
        }
        width += width & ~(width - 1);
        isAligned = true;
        for (std::size_t i = 0; i < layout.strides.size(); ++i) {
            isAligned = isAligned && layout.strides.at(i) % alignments.at(i) == 0;
        }
    }
    const std::array<std::ptrdiff_t, 4> strides{layout.strides[0], layout.strides[1], layout.strides[2],
                                                layout.strides[3]};
    return av_image_fill_plane_sizes(layout.sizes.data(), format, height, strides.data()) >= 0 &&
           std::ranges::all_of(layout.sizes, [](std::size_t size) { return size <= INT_MAX - Overhang; });
}

} // namespace

PicturePool::PicturePool(std::uint64_t idleBudget)
    : m_idleBudget(idleBudget)
{}

PicturePool::Source PicturePool::newSource()
{
    const std::lock_guard lock(m_mutex);
    return {.pool = shared_from_this(), .decoder = ++m_decoders};
}

int PicturePool::give(AVCodecContext *context, AVFrame *frame, int flags)
{
    const bool isPicture = context->codec_type == AVMEDIA_TYPE_VIDEO && context->hw_frames_ctx == nullptr &&
                           (context->codec->capabilities & AV_CODEC_CAP_DR1) != 0;
    Layout layout;
    if (!isPicture || !layOut(*context, *frame, layout)) {
        return avcodec_default_get_buffer2(context, frame, flags);
    }
    const auto &source = *static_cast<const Source *>(context->opaque);
    for (std::size_t i = 0; i < layout.sizes.size() && layout.sizes.at(i) > 0; ++i) {
        frame->buf[i] = source.pool->buffer(layout.sizes.at(i) + Overhang, source.decoder);
        if (frame->buf[i] == nullptr) {
            av_frame_unref(frame);
            return AVERROR(ENOMEM);
        }
        frame->data[i] = frame->buf[i]->data;
        frame->linesize[i] = layout.strides.at(i);
    }
    frame->extended_data = frame->data;
    return 0;
}

std::uint64_t PicturePool::idleBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_idleBytes;
}

AVBufferRef *PicturePool::buffer(std::size_t size, std::uint64_t decoder)
{
    std::unique_ptr<Block> block = idleBlock(size, decoder);
    if (!block) {
        block = std::make_unique<Block>();
        block->data = static_cast<std::uint8_t *>(av_mallocz(size));
        block->size = size;
        block->decoder = decoder;
    }
    if (block->data == nullptr) {
        return nullptr;
    }
    block->pool = shared_from_this();
    AVBufferRef *reference = av_buffer_create(block->data, size, &PicturePool::release, block.get(), 0);
    if (reference != nullptr) {
        static_cast<void>(block.release()); // It belongs to the reference until release().
    }
    return reference;
}

/// A new decoder finds zeros, as in memory that is new: what a damaged picture leaves as it was must not depend on who
/// had the memory before.
std::unique_ptr<PicturePool::Block> PicturePool::idleBlock(std::size_t size, std::uint64_t decoder)
{
    std::unique_ptr<Block> block;
    {
        const std::lock_guard lock(m_mutex);
        const auto fits = [size](const std::unique_ptr<Block> &idle) {
            return idle->size == size;
        };
        const auto found = std::ranges::find_if(m_idle, fits);
        if (found == m_idle.end()) {
            return nullptr;
        }
        block = std::move(*found);
        m_idle.erase(found);
        m_idleBytes -= size;
    }
    if (block->decoder != decoder) {
        std::memset(block->data, 0, size);
        block->decoder = decoder;
    }
    return block;
}

void PicturePool::release(void *opaque, std::uint8_t *)
{
    std::unique_ptr<Block> block(static_cast<Block *>(opaque));
    const std::shared_ptr<PicturePool> pool = std::move(block->pool);
    pool->takeBack(std::move(block));
}

void PicturePool::takeBack(std::unique_ptr<Block> block)
{
    std::vector<std::unique_ptr<Block>> tooMany; // Freed without the lock.
    const std::lock_guard lock(m_mutex);
    m_idleBytes += block->size;
    m_idle.push_back(std::move(block));
    while (m_idleBytes > m_idleBudget) {
        m_idleBytes -= m_idle.front()->size;
        tooMany.push_back(std::move(m_idle.front()));
        m_idle.erase(m_idle.begin());
    }
}

} // namespace Porchlight
