// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the program is told: any bytes in the place of a message from the decoder, and a slot full of anything. What is
// believed of it must be within the limits.

#include "fuzz/messagepromises.h"
#include "media/frameimage.h"
#include "media/untrusted.h"

#include <array>
#include <cmath>

using namespace Porchlight;
using namespace Porchlight::Testing;

namespace {

constexpr qint64 ClipSize = 1'000'000;
constexpr std::size_t SlotSize = 256 * 1024;
constexpr int ThumbnailWidth = 160;

std::span<const char> slot()
{
    static const std::array<char, SlotSize> bytes = [] {
        std::array<char, SlotSize> filled{};
        for (std::size_t i = 0; i < filled.size(); ++i) {
            filled[i] = static_cast<char>(i * 37);
        }
        return filled;
    }();
    return bytes;
}

void requireLimits(const FrameRow &row)
{
    require(row.size.width() > 0 && row.size.height() > 0, "a frame has a size");
    require(row.size.width() <= Wire::MaximumDimension && row.size.height() <= Wire::MaximumDimension,
            "no frame is wider or higher than the largest");
    require(row.timeBase.isValid(), "a frame has a time base");
}

void believe(const Wire::Summary &untrusted)
{
    const auto summary = checkSummary(untrusted, ClipSize);
    require(!summary || summary->video() != nullptr, "a clip has the stream that is shown");
}

void believe(const Wire::IndexPart &untrusted)
{
    FrameTable table;
    for (const Wire::FrameRow &row : untrusted.rows) {
        const auto checked = checkRow(row, table.size(), ClipSize);
        if (!checked) {
            return;
        }
        requireLimits(*checked);
        table.append({*checked});
    }
    table.complete(untrusted.isDamaged);
    require(table.durationMicroseconds() >= 0, "no clip has a negative length");
    if (!table.isEmpty()) {
        const auto number = table.numberAt(table.durationMicroseconds() / 2);
        require(number && *number >= 0 && *number < table.size(), "a time is in a frame of the table");
    }
}

void believe(const Wire::Expected &untrusted)
{
    qint64 number = 0;
    for (const Wire::FrameRow &row : untrusted.rows) {
        const auto checked = checkRow(row, number, ClipSize);
        if (!checked) {
            return;
        }
        requireLimits(*checked);
        ++number;
    }
}

void believe(const Wire::Picture &untrusted)
{
    const auto picture = checkPicture(untrusted, untrusted.row.number, ClipSize, slot());
    if (!picture) {
        return;
    }
    requireLimits(picture->facts());
    if (picture->size().width() <= 2048 && picture->size().height() <= 2048) {
        static_cast<void>(toImage(*picture));
    }
}

void believe(const Wire::Thumbnail &untrusted)
{
    const auto image = checkThumbnail(untrusted, ThumbnailWidth, slot());
    require(!image || image->width() <= ThumbnailWidth, "no small picture is larger than asked for");
}

void believe(const Wire::Sound &untrusted)
{
    const auto sound = checkSound(
        untrusted, {.startMicroseconds = untrusted.startMicroseconds, .lengthMicroseconds = 500'000}, slot());
    require(!sound || static_cast<std::size_t>(sound->samples.size()) <= SlotSize, "no more sound than there is");
}

void believe(const Wire::WavePart &untrusted)
{
    const auto peaks = checkWave(untrusted, untrusted.first);
    require(!peaks || untrusted.first + peaks->size() <= Wire::MaximumPeaks, "no more peaks than the most");
    const WavePeak all = peaks ? Waveform(*peaks).between({}, std::chrono::hours(9)) : WavePeak();
    require(all.low <= all.high, "the least is not above the greatest");
}

template <typename Message>
void believe(const Message &)
{}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span<const std::uint8_t> bytes(data, size);
    const auto decoded = Wire::decodeReply(bytes);
    require(size <= Wire::MaximumMessageSize || !decoded, "what is too long is refused");
    if (!decoded) {
        return 0;
    }
    requireRoundTrip(bytes, *decoded, &Wire::decodeReply);
    if (const auto *part = std::get_if<Wire::IndexPart>(&decoded->message)) {
        requireCut<Wire::Reply>(*part, &Wire::IndexPart::rows, Wire::MaximumRowsPerPart, &Wire::decodeReply);
    } else if (const auto *summary = std::get_if<Wire::Summary>(&decoded->message)) {
        requireCut<Wire::Reply>(*summary, &Wire::Summary::streams, Wire::MaximumStreams, &Wire::decodeReply);
    } else if (const auto *wave = std::get_if<Wire::WavePart>(&decoded->message)) {
        requireCut<Wire::Reply>(*wave, &Wire::WavePart::peaks, Wire::MaximumPeaksPerPart, &Wire::decodeReply);
    }
    std::visit([](const auto &message) { believe(message); }, decoded->message);
    require(!Wire::decodeRequest(bytes), "no reply is a request");
    return 0;
}
