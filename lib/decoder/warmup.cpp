// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/warmup.h"

#include "decoder/bytefeed.h"
#include "decoder/clipinput.h"
#include "decoder/frameserver.h"
#include "decoder/packetspool.h"
#include "decoder/pixels.h"
#include "decoder/worklimit.h"

#include <algorithm>
#include <cstring>
#include <ctime>
#include <string_view>
#include <utility>
#include <vector>

extern "C" {
#include <libavutil/log.h>
}

namespace Porchlight {

namespace {

class MemoryFeed final : public ByteFeed
{
public:
    explicit MemoryFeed(std::vector<std::uint8_t> bytes)
        : m_bytes(std::move(bytes))
    {}

    [[nodiscard]] std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }
    [[nodiscard]] std::optional<std::size_t> read(std::int64_t offset, std::span<std::uint8_t> target) override
    {
        const std::size_t from = std::min(static_cast<std::size_t>(offset), m_bytes.size());
        const std::size_t count = std::min(target.size(), m_bytes.size() - from);
        std::memcpy(target.data(), m_bytes.data() + from, count);
        return count;
    }

private:
    std::vector<std::uint8_t> m_bytes;
};

class NoLimit final : public WorkLimit
{
public:
    [[nodiscard]] bool mayGoOn() override { return true; }
};

/// A gray picture of 16 by 16, uncompressed.
std::vector<std::uint8_t> tinyClip()
{
    constexpr std::string_view Header = "YUV4MPEG2 W16 H16 F25:1 Ip A1:1 C420jpeg\nFRAME\n";
    constexpr std::size_t PictureSize = 16 * 16 * 3 / 2;
    std::vector<std::uint8_t> bytes(Header.begin(), Header.end());
    bytes.resize(bytes.size() + PictureSize, 128);
    return bytes;
}

void decodeTinyClip()
{
    MemoryFeed feed(tinyClip());
    auto input = ClipInput::open(feed);
    if (!input) {
        return;
    }
    constexpr std::uint64_t Budget = 1024 * 1024;
    PacketSpool spool(feed, *std::move(input), 0, Budget);
    FrameServer server(spool, Budget);
    NoLimit limit;
    const auto frame = server.frame(0, FrameServer::Purpose::Aside, limit);
    if (!frame) {
        return;
    }
    std::vector<std::uint8_t> slot(Budget);
    static_cast<void>(digestOf(**frame));
    static_cast<void>(deliverThumbnail(**frame, 8, slot));
}

void openUsualCodecs()
{
    for (const AVCodecID id : {AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_AV1, AV_CODEC_ID_VP8, AV_CODEC_ID_VP9,
                               AV_CODEC_ID_MPEG4, AV_CODEC_ID_MPEG2VIDEO, AV_CODEC_ID_MPEG1VIDEO, AV_CODEC_ID_MJPEG,
                               AV_CODEC_ID_AAC, AV_CODEC_ID_MP3, AV_CODEC_ID_OPUS, AV_CODEC_ID_AC3}) {
        const AVCodec *codec = avcodec_find_decoder(id);
        const OwnedCodec context(codec == nullptr ? nullptr : avcodec_alloc_context3(codec));
        if (context) {
            context->thread_count = 1;
            static_cast<void>(avcodec_open2(context.get(), codec, nullptr));
        }
    }
}

} // namespace

void warmUp()
{
    av_log_set_level(AV_LOG_QUIET);
    tzset(); // Reads the time zone, which gmtime_r would do later.
    openUsualCodecs();
    decodeTinyClip();
}

} // namespace Porchlight
