// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/framedecoder.h"

#include <cerrno>

namespace Porchlight {

namespace {

// Larger pictures are not taken: a small file must not ask for gigabytes.
constexpr std::int64_t MaximumPixels = 64 * 1024 * 1024;
constexpr int MaximumErrorsInARow = 1000;

OwnedCodec openCodec(const AVCodecParameters &parameters, AVRational timeBase)
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
    context->max_pixels = MaximumPixels;
    // With several threads the answers after an error depend on their number, and a single jump waits for all.
    context->thread_count = 1;
    if (avcodec_open2(context.get(), codec, nullptr) < 0) {
        return nullptr;
    }
    return context;
}

} // namespace

FrameDecoder::FrameDecoder(const AVCodecParameters &parameters, AVRational timeBase)
    : m_context(openCodec(parameters, timeBase))
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

void FrameDecoder::drain()
{
    avcodec_send_packet(m_context.get(), nullptr);
}

OwnedFrame FrameDecoder::receive()
{
    OwnedFrame frame(av_frame_alloc());
    for (int errors = 0; frame && errors < MaximumErrorsInARow; ++errors) {
        const int result = avcodec_receive_frame(m_context.get(), frame.get());
        if (result == 0) {
            return frame;
        }
        if (result == AVERROR(EAGAIN) || result == AVERROR_EOF) {
            return nullptr;
        }
        ++m_errorCount;
    }
    return nullptr;
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
