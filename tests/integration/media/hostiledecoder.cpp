// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plays the decoder and lies. The way is taken from the size of the clip it is given, because a decoder gets no
// arguments: the test makes clips of 1000, 1001, ... bytes. Never installed.

#include "mediaprotocol/envelope.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <tuple>
#include <unistd.h>
#include <vector>

using namespace Porchlight;
using namespace Porchlight::Wire;

namespace {

constexpr int Socket = 3;

void sendBytes(std::span<const std::uint8_t> bytes)
{
    if (send(Socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) {
        _exit(0);
    }
}

void say(std::uint64_t generation, const Reply &reply)
{
    sendBytes(encode(Envelope<Reply>{generation, reply}));
}

Envelope<Request> hear()
{
    std::vector<std::uint8_t> buffer(MaximumMessageSize);
    const ssize_t length = recv(Socket, buffer.data(), buffer.size(), 0);
    if (length <= 0) {
        _exit(0);
    }
    return decodeRequest(std::span(buffer).first(static_cast<std::size_t>(length))).value_or(Envelope<Request>{});
}

template <typename T>
Envelope<Request> hearOnly()
{
    for (;;) {
        Envelope<Request> request = hear();
        if (std::holds_alternative<T>(request.message)) {
            return request;
        }
    }
}

[[noreturn]] void sleepForEver()
{
    for (;;) {
        pause();
    }
}

Summary honestSummary()
{
    Summary summary;
    summary.container = Name<32>("matroska,webm");
    summary.videoStream = 0;
    Stream stream;
    stream.kind = StreamKind::Video;
    stream.width = 64;
    stream.height = 48;
    stream.timeBase = {1, 25};
    summary.streams = {stream};
    return summary;
}

FrameRow honestRow(std::int64_t number)
{
    FrameRow row;
    row.number = number;
    row.hasPts = true;
    row.pts = number;
    row.ticks = number;
    row.timeBase = {1, 25};
    row.microseconds = number * 40'000;
    row.width = 64;
    row.height = 48;
    row.packetPosition = 10;
    return row;
}

Picture honestPicture(const FrameRequest &request)
{
    Picture picture;
    picture.slot = request.slot;
    picture.layout = PixelLayout::Gray;
    picture.planeCount = 1;
    picture.planes[0] = {.offset = 0, .stride = 64, .width = 64, .height = 48};
    picture.row = honestRow(request.number);
    return picture;
}

struct Stage
{
    std::uint64_t openGeneration = 0;
    std::uint64_t indexGeneration = 0;
};

Stage openHonestly()
{
    Stage stage;
    stage.openGeneration = hearOnly<Open>().generation;
    say(stage.openGeneration, honestSummary());
    stage.indexGeneration = hearOnly<Index>().generation;
    return stage;
}

void lieInSummary(const std::function<void(Summary &)> &lie)
{
    Summary summary = honestSummary();
    lie(summary);
    say(hearOnly<Open>().generation, summary);
}

void lieInRow(const std::function<void(FrameRow &)> &lie)
{
    const Stage stage = openHonestly();
    FrameRow row = honestRow(0);
    lie(row);
    say(stage.indexGeneration, IndexPart{.rows = {row}});
}

void promiseWhatWasSeen()
{
    const Stage stage = openHonestly();
    say(stage.indexGeneration, IndexPart{.rows = {honestRow(0)}});
    say(stage.indexGeneration, Expected{.isLast = true, .rows = {honestRow(0)}});
}

void promiseForEver()
{
    const Stage stage = openHonestly();
    for (std::int64_t number = 0;;) {
        Expected part;
        while (part.rows.size() < MaximumRowsPerPart) {
            part.rows.push_back(honestRow(number++));
        }
        say(stage.indexGeneration, part);
    }
}

void lieInPicture(const std::function<void(Picture &)> &lie)
{
    openHonestly();
    const Envelope<Request> request = hearOnly<FrameRequest>();
    Picture picture = honestPicture(std::get<FrameRequest>(request.message));
    lie(picture);
    say(request.generation, picture);
}

Summary loudSummary()
{
    Summary summary = honestSummary();
    Stream sound;
    sound.index = 1;
    sound.kind = StreamKind::Sound;
    summary.streams.push_back(sound);
    summary.soundStream = 1;
    return summary;
}

/// Opens a clip with sound; the generation of the waveform it is asked for.
std::uint64_t openLoudly()
{
    say(hearOnly<Open>().generation, loudSummary());
    return hearOnly<WaveRequest>().generation;
}

void lieInWave(const std::function<void(WavePart &)> &lie)
{
    const std::uint64_t generation = openLoudly();
    WavePart part{.isLast = false, .first = 0, .peaks = {{.low = -1, .high = 1}}};
    lie(part);
    say(generation, part);
}

void floodWithPeaks()
{
    const std::uint64_t generation = openLoudly();
    for (std::int64_t first = 0;; first += static_cast<std::int64_t>(MaximumPeaksPerPart)) {
        say(generation, WavePart{.first = first, .peaks = std::vector<Peak>(MaximumPeaksPerPart)});
    }
}

void readForEver()
{
    static_cast<void>(hearOnly<Open>());
    for (;;) {
        say(0, Read{.offset = 0, .length = 900});
        static_cast<void>(hearOnly<Bytes>());
    }
}

void floodWithSteps()
{
    openHonestly();
    for (std::uint64_t step = 1;; ++step) {
        say(0, Working{step});
    }
}

void floodWithRows()
{
    const Stage stage = openHonestly();
    for (std::int64_t number = 0;;) {
        IndexPart part;
        while (part.rows.size() < MaximumRowsPerPart) {
            part.rows.push_back(honestRow(number++));
        }
        say(stage.indexGeneration, part);
    }
}

void spin()
{
    openHonestly();
    volatile std::uint64_t turns = 0;
    for (;;) {
        turns = turns + 1;
    }
}

void truncateBlock()
{
    // The block is sealed: this must not succeed, or the host dies of SIGBUS when it looks.
    if (ftruncate(4, 0) == 0) {
        openHonestly();
        sleepForEver();
    }
    lieInPicture([](Picture &picture) { picture.planes[0].stride = 1; });
}

void answerTwice()
{
    openHonestly();
    const Envelope<Request> request = hearOnly<FrameRequest>();
    const Picture picture = honestPicture(std::get<FrameRequest>(request.message));
    say(request.generation, picture);
    say(request.generation, picture);
}

void answerNothing(const Reply &reply)
{
    openHonestly();
    say(12'345, reply);
}

/// Honest, but slow: answers only what is taken back, and thumbnails of frame 0. Leaves a file beside itself when it is
/// told to close.
[[noreturn]] void bePatient(const std::string &ownPath)
{
    say(hearOnly<Open>().generation, honestSummary());
    for (;;) {
        const Envelope<Request> request = hear();
        const auto *thumbnail = std::get_if<ThumbnailRequest>(&request.message);
        if (thumbnail != nullptr && thumbnail->number == 0) {
            say(request.generation, Failed{FailureCode::NotInClip});
        } else if (const auto *cancel = std::get_if<Cancel>(&request.message)) {
            say(cancel->generation, Failed{FailureCode::Cancelled});
        } else if (std::holds_alternative<Close>(request.message)) {
            close(creat((ownPath + ".closed").c_str(), 0600));
            _exit(0);
        }
    }
}

/// Honest, with a clip of one frame, but it dies of the sound.
[[noreturn]] void dieOfSound()
{
    say(hearOnly<Open>().generation, loudSummary());
    for (;;) {
        const Envelope<Request> request = hear();
        if (const auto *frame = std::get_if<FrameRequest>(&request.message)) {
            say(request.generation, honestPicture(*frame));
        } else if (std::holds_alternative<Index>(request.message)) {
            say(request.generation, IndexPart{.isLast = true, .rows = {honestRow(0)}});
        } else if (std::holds_alternative<Known>(request.message)) {
            say(request.generation, Taken{});
        } else if (std::holds_alternative<WaveRequest>(request.message)) {
            std::abort();
        }
    }
}

const std::vector<std::function<void(Picture &)>> CopyLies = {
    [](Picture &) {}, // None.
    [](Picture &p) { p.slot = 1; },
    [](Picture &p) { p.slot = 4'000'000'000; },
    [](Picture &p) { p.row.number += 1; },
    [](Picture &p) { p.row.width = 32; }, // Not what the table says, though it fits.
    [](Picture &p) { p.row.quickHash = 7; },
    [](Picture &p) { p.row.isCorrupt = true; },
    [](Picture &p) { p.isProvisional = true; },
    [](Picture &p) { p.row.pixelFormat = Name<24>("gray"); },
    [](Picture &p) { p.layout = PixelLayout::Bgra; },
    [](Picture &p) { p.planeCount = 0; },
    [](Picture &p) { p.planes[0].offset = 64ULL << 20U; },
    [](Picture &p) { p.planes[0].stride = ~0U; },
    [](Picture &p) { p.planes[0].height = 47; },
};

/// The lies in numbers, then dying, sleeping, answering twice and saying that there is no such frame.
void tellCopyLie(std::size_t number, std::uint64_t generation, Picture picture)
{
    if (number < CopyLies.size()) {
        CopyLies[number](picture);
        return say(generation, picture);
    }
    switch (number - CopyLies.size()) {
    case 0:
        std::abort();
    case 1:
        sleepForEver();
    case 2:
        say(generation, picture);
        return say(generation, picture);
    default:
        return say(generation, Failed{FailureCode::NotInClip});
    }
}

/// Honest, until it is asked for frames for a copy: then it lies in the way that the clip's size tells.
[[noreturn]] void lieInCopies()
{
    const Envelope<Request> opening = hearOnly<Open>();
    say(opening.generation, honestSummary());
    for (;;) {
        const Envelope<Request> request = hear();
        if (const auto *frame = std::get_if<FrameRequest>(&request.message)) {
            say(request.generation, honestPicture(*frame));
        } else if (std::holds_alternative<Index>(request.message)) {
            say(request.generation, IndexPart{.isLast = true, .rows = {honestRow(0), honestRow(1)}});
        } else if (std::holds_alternative<Known>(request.message)) {
            say(request.generation, Taken{});
        } else if (const auto *proxies = std::get_if<ProxyRequest>(&request.message)) {
            say(request.generation, Proxies{.slot = proxies->slot, .isLast = true});
        } else if (const auto *copy = std::get_if<CopyRequest>(&request.message)) {
            Picture picture = honestPicture({.number = copy->number, .slot = copy->slot});
            tellCopyLie(std::get<Open>(opening.message).clipSize - 1000, request.generation, picture);
        }
    }
}

/// Honest, but one packet of ten ends it, unless it is told to leave that one out.
[[noreturn]] void beBrittle()
{
    constexpr std::int64_t Fatal = 7;
    const Envelope<Request> opening = hearOnly<Open>();
    const auto &open = std::get<Open>(opening.message);
    say(opening.generation, honestSummary());
    const bool leavesOut = std::ranges::contains(open.leftOut, Fatal);
    IndexPart part{.isLast = true, .isDamaged = leavesOut, .rows = {}};
    const std::uint64_t indexGeneration = hearOnly<Index>().generation;
    for (std::int64_t packet = 0; packet < 10; ++packet) {
        if (packet == Fatal && leavesOut) {
            continue;
        }
        if (open.isCareful) {
            say(0, Working{.steps = static_cast<std::uint64_t>(packet) + 1, .packet = packet});
        }
        if (packet == Fatal) {
            std::abort();
        }
        part.rows.push_back(honestRow(std::ssize(part.rows)));
    }
    say(indexGeneration, part);
    const Envelope<Request> wish = hearOnly<ProxyRequest>();
    say(wish.generation, Proxies{.slot = std::get<ProxyRequest>(wish.message).slot, .isLast = true});
    sleepForEver();
}

using Lie = std::function<void()>;

const std::vector<Lie> ManyLies = {
    [] { sleepForEver(); }, // Never answers Open.
    [] { _exit(0); },
    [] { std::abort(); },
    [] { sendBytes(std::vector<std::uint8_t>(100, 0x41)); },
    [] { sendBytes(std::vector<std::uint8_t>(MaximumMessageSize + 1, 0x41)); },
    [] { say(0, Ready{Wire::Confinement::Full}); },          // A second time.
    [] { say(77, honestSummary()); },                        // To no request.
    [] { say(0, Read{.offset = 900, .length = 900}); },      // Beyond the end.
    [] { say(0, Read{.offset = ~0ULL - 5, .length = 10}); }, // Around the end of numbers.
    [] { say(0, Read{.offset = 0, .length = ~0U}); },        // Longer than the window.
    [] { readForEver(); },
    [] { answerTwice(); },
    [] { floodWithRows(); },
    [] { spin(); },
    [] { truncateBlock(); },
    [] { say(0, Working{0}); },
    [] { say(0, Working{.steps = 1, .packet = 5}); }, // Nobody asked.
    [] { answerNothing(Failed{}); },
    [] { answerNothing(Thumbnail{}); },
    [] { answerNothing(Sound{}); },
    [] { answerNothing(Taken{}); },
    [] { answerNothing(Proxies{}); },
    [] { answerNothing(WavePart{.isLast = true}); },
    [] { lieInWave([](WavePart &w) { w.first = 1; }); },
    [] { lieInWave([](WavePart &w) { w.first = INT64_MIN; }); },
    [] { lieInWave([](WavePart &w) { w.peaks[0] = {.low = 1, .high = -1}; }); },
    [] { lieInWave([](WavePart &w) { w.peaks.clear(); }); },
    [] { floodWithPeaks(); },
    [] { answerNothing(Expected{.isLast = true, .rows = {honestRow(0)}}); },
    [] { promiseWhatWasSeen(); },
    [] { promiseForEver(); },
};

const std::vector<std::function<void(Summary &)>> SummaryLies = {
    [](Summary &s) { s.videoStream = 5; },
    [](Summary &s) { s.streams.clear(); },
    [](Summary &s) { s.streams[0].width = 1 << 30; },
    [](Summary &s) { s.streams[0].height = -1; },
    [](Summary &s) { s.streams[0].timeBase = {0, 0}; },
    [](Summary &s) { s.streams[0].aspect = {1, -1}; },
    [](Summary &s) { s.streams[0].quarterTurns = 200; },
    [](Summary &s) { s.soundStream = 0; },
    [](Summary &s) { std::tie(s.hasDuration, s.durationMicroseconds) = std::tuple(true, -1); },
};

const std::vector<std::function<void(FrameRow &)>> RowLies = {
    [](FrameRow &r) { r.number = 1; },
    [](FrameRow &r) { r.timeBase = {1, 0}; },
    [](FrameRow &r) { r.pts = r.ticks = INT64_MIN; },
    [](FrameRow &r) { r.ticks = 9; },
    [](FrameRow &r) { r.width = 0; },
    [](FrameRow &r) { r.height = INT32_MAX; },
    [](FrameRow &r) { r.packetPosition = 1LL << 60; },
    [](FrameRow &r) { r.packetSize = -1; },
    [](FrameRow &r) { r.durationTicks = INT64_MAX; },
    [](FrameRow &r) { r.microseconds = INT64_MIN; },
    [](FrameRow &r) { r.segment = -1; },
    [](FrameRow &r) { r.segment = 1; },
    [](FrameRow &r) { r.seamMicroseconds = INT64_MAX; },
};

const std::vector<std::function<void(Picture &)>> PictureLies = {
    [](Picture &p) { p.slot = 3; },
    [](Picture &p) { p.slot = 4'000'000'000; },
    [](Picture &p) { p.planeCount = 3; },
    [](Picture &p) { p.planeCount = 0; },
    [](Picture &p) { p.layout = PixelLayout::Yuv444; },
    [](Picture &p) { p.planes[0].offset = 64ULL << 20U; },
    [](Picture &p) { p.planes[0].offset = ~0ULL - 8; },
    [](Picture &p) { p.planes[0].stride = 63; },
    [](Picture &p) { p.planes[0].stride = ~0U; },
    [](Picture &p) { p.planes[0].height = ~0U; },
    [](Picture &p) { p.row.number += 1; },
    [](Picture &p) { p.isProvisional = true; }, // What was asked for must be proven.
    [](Picture &p) { p.row.width = p.row.height = 32'768; },
};

void tell(std::size_t number)
{
    if (number < ManyLies.size()) {
        return ManyLies[number]();
    }
    number -= ManyLies.size();
    if (number < SummaryLies.size()) {
        return lieInSummary(SummaryLies[number]);
    }
    number -= SummaryLies.size();
    if (number < RowLies.size()) {
        return lieInRow(RowLies[number]);
    }
    number -= RowLies.size();
    if (number < PictureLies.size()) {
        return lieInPicture(PictureLies[number]);
    }
    floodWithSteps(); // The last of all.
}

} // namespace

int main(int argc, char *argv[])
{
    const bool saysUnconfined = argc > 0 && std::string_view(argv[0]).ends_with("unconfined");
    say(0, Ready{saysUnconfined ? Wire::Confinement::None : Wire::Confinement::Full});
    if (argc > 0 && std::string_view(argv[0]).ends_with("patient")) {
        bePatient(argv[0]);
    }
    if (argc > 0 && std::string_view(argv[0]).ends_with("deaf")) {
        dieOfSound();
    }
    if (argc > 0 && std::string_view(argv[0]).ends_with("copying")) {
        lieInCopies();
    }
    if (argc > 0 && std::string_view(argv[0]).ends_with("brittle")) {
        beBrittle();
    }
    // Only a look: the lie decides what is done with the message.
    std::vector<std::uint8_t> buffer(MaximumMessageSize);
    const ssize_t length = recv(Socket, buffer.data(), buffer.size(), MSG_PEEK);
    if (length <= 0) {
        return 0;
    }
    const auto open = decodeRequest(std::span(buffer).first(static_cast<std::size_t>(length)));
    const auto *message = open ? std::get_if<Open>(&open->message) : nullptr;
    tell(message == nullptr ? 0 : message->clipSize - 1000);
    sleepForEver();
}
