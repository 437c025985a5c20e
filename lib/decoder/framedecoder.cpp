// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/framedecoder.h"

#include "mediaprotocol/messages.h"

#include <cerrno>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace Porchlight {

namespace {

constexpr int MaximumErrorsInARow = 1000;

std::uint32_t littleEndian(const std::uint8_t *bytes)
{
    return static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8U |
           static_cast<std::uint32_t>(bytes[2]) << 16U | static_cast<std::uint32_t>(bytes[3]) << 24U;
}

/// Down to a whole sample of the coarser planes.
std::uint32_t roundedDown(std::uint32_t length, std::uint8_t log2Step)
{
    return length >> log2Step << log2Step;
}

/// True for a picture that is not too large, and for any sound.
bool isTakenSize(const AVFrame &frame)
{
    if (frame.nb_samples > 0) {
        return true;
    }
    constexpr auto Most = static_cast<int>(Wire::MaximumDimension);
    return frame.width > 0 && frame.width <= Most && frame.height > 0 && frame.height <= Most;
}

OwnedCodec openCodec(const AVCodecParameters &parameters, AVRational timeBase, PicturePool::Source &pictures,
                     int threads)
{
    const AVCodec *codec = avcodec_find_decoder(parameters.codec_id);
    if (codec == nullptr) {
        return nullptr;
    }
    OwnedCodec context(avcodec_alloc_context3(codec));
    if (!context || avcodec_parameters_to_context(context.get(), &parameters) < 0) {
        return nullptr;
    }
    context->pkt_timebase = timeBase;
    context->flags |= AV_CODEC_FLAG_COPY_OPAQUE;
    context->max_pixels = Wire::MaximumPixels;
    context->opaque = &pictures;
    context->get_buffer2 = &PicturePool::give;
    context->thread_count = threads;
    context->thread_type = FF_THREAD_FRAME;
    if (avcodec_open2(context.get(), codec, nullptr) < 0) {
        return nullptr;
    }
    return context;
}

} // namespace

FrameDecoder::FrameDecoder(const AVCodecParameters &parameters, AVRational timeBase, PicturePool &pool, int threads)
    : m_pictures(std::make_unique<PicturePool::Source>(pool.newSource()))
    , m_context(openCodec(parameters, timeBase, *m_pictures, threads))
    , m_edges(edgesOf(parameters))
    , m_scratch(av_packet_alloc())
{}

void FrameDecoder::feed(const AVPacket &packet, std::int64_t ordinal)
{
    // An empty packet would end the stream for libav; some recordings contain them.
    if (packet.size == 0 || !m_scratch || av_packet_ref(m_scratch.get(), &packet) < 0) {
        return;
    }
    // Ordinals are counted from 1 here, because no opaque value is 0.
    m_scratch->opaque = reinterpret_cast<void *>(static_cast<std::intptr_t>(ordinal + 1));
    if (avcodec_send_packet(m_context.get(), m_scratch.get()) < 0) {
        ++m_errorCount;
    }
    av_packet_unref(m_scratch.get());
}

void FrameDecoder::skipUnreferenced(bool skips)
{
    m_context->skip_frame = skips ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
}

void FrameDecoder::drain()
{
    avcodec_send_packet(m_context.get(), nullptr);
}

OwnedFrame FrameDecoder::receive()
{
    OwnedFrame frame(av_frame_alloc());
    for (int errors = 0; frame && errors < MaximumErrorsInARow; ++errors) {
        const int result = avcodec_receive_frame(m_context.get(), frame.get());
        if (result == 0 && isTakenSize(*frame)) {
            cutEdges(*frame);
            return frame;
        }
        if (result == 0) {
            av_frame_unref(frame.get());
        }
        if (result == AVERROR(EAGAIN) || result == AVERROR_EOF) {
            return nullptr;
        }
        ++m_errorCount;
    }
    return nullptr;
}

FrameDecoder::Edges FrameDecoder::edgesOf(const AVCodecParameters &parameters)
{
    const AVPacketSideData *side =
        av_packet_side_data_get(parameters.coded_side_data, parameters.nb_coded_side_data, AV_PKT_DATA_FRAME_CROPPING);
    if (side == nullptr || side->size < 4 * sizeof(std::uint32_t)) {
        return {};
    }
    return {.top = littleEndian(side->data),
            .bottom = littleEndian(side->data + 4),
            .left = littleEndian(side->data + 8),
            .right = littleEndian(side->data + 12)};
}

/// With the roundings of FFmpeg's crop filter, through which the ffmpeg program does the same.
void FrameDecoder::cutEdges(AVFrame &frame) const
{
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    const auto width = static_cast<std::uint32_t>(frame.width);
    const auto height = static_cast<std::uint32_t>(frame.height);
    const bool hasEdges = (m_edges.top | m_edges.bottom | m_edges.left | m_edges.right) != 0;
    const bool fits =
        std::uint64_t{m_edges.left} + m_edges.right < width && std::uint64_t{m_edges.top} + m_edges.bottom < height;
    if (!hasEdges || !fits || format == nullptr) {
        return;
    }
    const std::uint32_t keptWidth = roundedDown(width - m_edges.left - m_edges.right, format->log2_chroma_w);
    const std::uint32_t keptHeight = roundedDown(height - m_edges.top - m_edges.bottom, format->log2_chroma_h);
    if (keptWidth == 0 || keptHeight == 0) {
        return;
    }
    frame.crop_left = roundedDown(m_edges.left, format->log2_chroma_w);
    frame.crop_top = roundedDown(m_edges.top, format->log2_chroma_h);
    frame.crop_right = width - frame.crop_left - keptWidth;
    frame.crop_bottom = height - frame.crop_top - keptHeight;
    static_cast<void>(av_frame_apply_cropping(&frame, AV_FRAME_CROP_UNALIGNED));
}

AVRational FrameDecoder::frameRate() const
{
    return m_context->framerate;
}

std::optional<std::int64_t> FrameDecoder::ordinalOf(const AVFrame &frame)
{
    const auto counted = reinterpret_cast<std::intptr_t>(frame.opaque);
    if (counted <= 0) {
        return std::nullopt;
    }
    return counted - 1;
}

} // namespace Porchlight
