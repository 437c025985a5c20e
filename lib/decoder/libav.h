// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

/// Owners for what libav allocates. The decoder is the only library that includes its headers.
namespace Porchlight {

struct FrameRelease
{
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
};
struct PacketRelease
{
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
};
struct CodecRelease
{
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
};
struct ParametersRelease
{
    void operator()(AVCodecParameters *parameters) const { avcodec_parameters_free(&parameters); }
};
struct FormatRelease
{
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
};
struct ResamplerRelease
{
    void operator()(SwrContext *context) const { swr_free(&context); }
};

struct ParserRelease
{
    void operator()(AVCodecParserContext *context) const { av_parser_close(context); }
};
struct ScalerRelease
{
    void operator()(SwsContext *context) const { sws_freeContext(context); }
};

using OwnedFrame = std::unique_ptr<AVFrame, FrameRelease>;
using OwnedPacket = std::unique_ptr<AVPacket, PacketRelease>;
using OwnedCodec = std::unique_ptr<AVCodecContext, CodecRelease>;
using OwnedParameters = std::unique_ptr<AVCodecParameters, ParametersRelease>;
using OwnedFormat = std::unique_ptr<AVFormatContext, FormatRelease>;
using OwnedResampler = std::unique_ptr<SwrContext, ResamplerRelease>;
using OwnedParser = std::unique_ptr<AVCodecParserContext, ParserRelease>;
using OwnedScaler = std::unique_ptr<SwsContext, ScalerRelease>;

} // namespace Porchlight
