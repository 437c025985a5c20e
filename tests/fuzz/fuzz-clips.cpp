// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole decode path: any bytes in the place of a clip. Container, packets, the verified pass, frames at random,
// pixels into a slot, sound. A frame that is given must be the one that the pass saw.

#include "decoder/clipinput.h"
#include "decoder/description.h"
#include "decoder/frameserver.h"
#include "decoder/packetspool.h"
#include "decoder/pixels.h"
#include "decoder/soundreader.h"
#include "decoder/wavemaker.h"
#include "fuzz/require.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <vector>

extern "C" {
#include <libavutil/log.h>
#include <libavutil/mem.h>
}

using namespace Porchlight;
using namespace Porchlight::Testing;

namespace {

// Bounds of one run, so that the fuzzer gets on. The program has its own: time without progress, and address space.
constexpr std::size_t LargestAllocation = 96 * 1024 * 1024;
constexpr std::int64_t MostPixels = 1'280 * 800;
constexpr std::int64_t MostBytesRead = 8 * 1024 * 1024;
constexpr int MostPackets = 40;
constexpr int MostFrames = 12;
constexpr std::uint64_t SpoolBudget = 64 * 1024; // Some packets are read again.
constexpr std::uint64_t FrameBudget = 4 * 1024 * 1024;
constexpr std::size_t SlotSize = 8 * 1024 * 1024;

class MemoryFeed final : public ByteFeed
{
public:
    explicit MemoryFeed(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {}

    [[nodiscard]] std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }
    [[nodiscard]] std::optional<std::size_t> read(std::int64_t offset, std::span<std::uint8_t> target) override
    {
        require(offset >= 0, "no byte before the first is read");
        const auto count = std::clamp<std::int64_t>(size() - offset, 0, static_cast<std::int64_t>(target.size()));
        m_read += count;
        if (m_read > MostBytesRead) {
            return std::nullopt;
        }
        if (count > 0) {
            std::memcpy(target.data(), m_bytes.data() + offset, static_cast<std::size_t>(count));
        }
        return static_cast<std::size_t>(count);
    }

private:
    std::span<const std::uint8_t> m_bytes;
    std::int64_t m_read = 0;
};

class PacketLimit final : public WorkLimit
{
public:
    PacketLimit() = default;
    [[nodiscard]] bool mayGoOn() override { return m_left-- > 0; }

private:
    int m_left = MostPackets;
};

void lookAt(const AVFrame &frame, const Wire::FrameRow &row, std::span<std::uint8_t> slot)
{
    require(quickHashOf(frame) == row.quickHash, "a frame has the pixels that the pass saw");
    if (const auto picture = deliverPicture(frame, slot)) {
        require(picture->planeCount >= 1 && picture->planeCount <= Wire::MaximumPlanes, "a picture has planes");
    }
    if (const auto thumbnail = deliverThumbnail(frame, Wire::MaximumThumbnailWidth, slot)) {
        require(thumbnail->width <= Wire::MaximumThumbnailWidth, "no small picture is larger than asked for");
    }
    static_cast<void>(digestOf(frame));
}

/// What the packets alone promise, before the pass has seen anything.
void lookAhead(PacketSpool &spool, FrameServer &frames, std::span<std::uint8_t> slot)
{
    while (spool.count() < MostPackets && spool.packet(spool.count()) != nullptr) {
    }
    const std::optional<PacketOrder> order = PacketOrder::of(spool);
    const auto rows = order ? expectedRows(*order, spool) : std::nullopt;
    if (!rows) {
        return;
    }
    require(static_cast<std::int64_t>(rows->size()) == order->count(), "a row for each frame that is promised");
    frames.expect(*order, *rows);
    for (const std::int64_t number : {order->count() - 1, order->count() / 2}) {
        PacketLimit limit;
        if (!frames.isProvisional(number)) {
            continue;
        }
        const auto frame = frames.provisionalFrame(number, FrameServer::Purpose::Viewing, limit);
        if (frame && frames.isProvisional(number)) {
            static_cast<void>(frames.provisionalRow(number, **frame));
            static_cast<void>(deliverPicture(**frame, slot));
        }
    }
}

/// Frame after frame, as for a copy; each step feeds a packet at most.
void copyAll(FrameServer &frames, std::span<std::uint8_t> slot)
{
    std::int64_t number = 0;
    for (int step = 0; step < MostPackets && number < frames.pass().count(); ++step) {
        const auto frame = frames.advanceCopy(number);
        if (frame && *frame == nullptr) {
            continue;
        }
        if (frame) {
            lookAt(**frame, frames.pass().row(number), slot);
        }
        ++number;
    }
}

void jumpAbout(PacketSpool &spool, std::span<std::uint8_t> slot)
{
    FrameServer frames(spool, FrameBudget);
    if (!frames.pass().canDecode()) {
        return;
    }
    lookAhead(spool, frames, slot);
    for (int i = 0; i < MostPackets && !frames.pass().isComplete(); ++i) {
        frames.advancePass();
    }
    std::mt19937 random(static_cast<std::mt19937::result_type>(spool.clipSize()));
    for (int i = 0; i < MostFrames; ++i) {
        PacketLimit limit;
        const std::int64_t number = static_cast<std::int64_t>(random() % (MostPackets + 4)) - 1;
        const auto purpose = i % 3 == 0 ? FrameServer::Purpose::Aside : FrameServer::Purpose::Viewing;
        if (const auto frame = frames.frame(number, purpose, limit)) {
            lookAt(**frame, frames.pass().row(number), slot);
        }
        for (int ahead = 0; ahead < 3 && frames.advanceAhead(); ++ahead) {
        }
    }
    if (frames.pass().isComplete()) {
        copyAll(frames, slot);
    }
}

void listen(ByteFeed &feed, int stream, std::span<std::uint8_t> slot)
{
    const std::vector<SegmentStart> segments{{}, {.begin = 0.2, .origin = 5.0}};
    const auto reader = SoundReader::open(feed, stream, SpoolBudget, segments);
    if (!reader) {
        return;
    }
    for (const std::int64_t start : {0LL, 300'000LL, 100'000LL}) {
        PacketLimit limit;
        const auto sound = (*reader)->read({.startMicroseconds = start, .lengthMicroseconds = 200'000}, slot, limit);
        const std::size_t most = SlotSize / sizeof(std::int16_t);
        require(!sound || std::size_t{sound->sampleCount} * sound->channels <= most, "no more sound than fits");
    }
    WaveMaker wave(3'000'000);
    PacketLimit limit;
    while (!wave.isDone() && wave.step(**reader, limit)) {
    }
    require(wave.take().peaks.size() <= 300, "no more peaks than there is time");
}

void play(std::span<const std::uint8_t> bytes)
{
    static std::vector<std::uint8_t> slot(SlotSize);
    MemoryFeed feed(bytes);
    auto input = ClipInput::open(feed);
    if (!input) {
        return;
    }
    const int video = (*input)->bestVideo();
    const int sound = (*input)->bestStream(AVMEDIA_TYPE_AUDIO, video);
    static_cast<void>(describeClip(**input, video, sound));
    if (sound >= 0) {
        listen(feed, sound, slot);
    }
    if (video < 0) {
        return;
    }
    const AVCodecParameters &parameters = *(*input)->stream(video)->codecpar;
    if (std::int64_t{parameters.width} * parameters.height > MostPixels) {
        return;
    }
    PacketSpool spool(feed, *std::move(input), video, SpoolBudget);
    jumpAbout(spool, slot);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    av_log_set_level(AV_LOG_QUIET);
    av_max_alloc(LargestAllocation);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    play({data, size});
    return 0;
}
