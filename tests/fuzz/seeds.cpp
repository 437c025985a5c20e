// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// fuzz-seeds FOLDER: one file for each kind of message, in FOLDER/requests and FOLDER/replies.

#include "mediaprotocol/envelope.h"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

using namespace Porchlight;

namespace {

Wire::FrameRow sampleRow()
{
    Wire::FrameRow row;
    row.hasPts = true;
    row.timeBase = {1, 90'000};
    row.durationTicks = 3'600;
    row.isKey = true;
    row.pictureType = Wire::PictureType::I;
    row.packetSize = 900;
    row.width = 64;
    row.height = 36;
    row.pixelFormat = Wire::Name<24>("yuv420p");
    row.ordinal = 0;
    return row;
}

Wire::Picture samplePicture()
{
    Wire::Picture picture;
    picture.layout = Wire::PixelLayout::Yuv420;
    picture.planeCount = 3;
    picture.planes[0] = {.offset = 0, .stride = 64, .width = 64, .height = 36};
    picture.planes[1] = {.offset = 2'304, .stride = 32, .width = 32, .height = 18};
    picture.planes[2] = {.offset = 2'880, .stride = 32, .width = 32, .height = 18};
    picture.row = sampleRow();
    return picture;
}

Wire::Summary sampleSummary()
{
    Wire::Stream video;
    video.kind = Wire::StreamKind::Video;
    video.codec = Wire::Name<24>("h264");
    video.pixelFormat = Wire::Name<24>("yuv420p");
    video.width = 64;
    video.height = 36;
    video.timeBase = {1, 90'000};
    Wire::Stream sound = video;
    sound.index = 1;
    sound.kind = Wire::StreamKind::Sound;
    sound.codec = Wire::Name<24>("aac");
    sound.pixelFormat = {};
    sound.width = 0;
    sound.height = 0;
    sound.sampleRate = 48'000;
    sound.channels = 2;
    Wire::Summary summary;
    summary.container = Wire::Name<32>("mov,mp4");
    summary.videoStream = 0;
    summary.soundStream = 1;
    summary.streams = {video, sound};
    return summary;
}

template <typename Message, std::size_t... Indices>
void writeAll(const std::filesystem::path &folder, std::index_sequence<Indices...>)
{
    const auto write = [&folder](std::size_t number, const Message &message) {
        const auto bytes = Wire::encode(Wire::Envelope<Message>{number, message});
        std::ofstream file(folder / std::to_string(number), std::ios::binary);
        file.exceptions(std::ios::failbit | std::ios::badbit);
        file.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    };
    std::filesystem::create_directories(folder);
    (write(Indices, Message(std::in_place_index<Indices>)), ...);
    std::size_t number = sizeof...(Indices);
    if constexpr (std::is_same_v<Message, Wire::Request>) {
        write(number++, Wire::Known{.isLast = true, .rows = {sampleRow(), sampleRow()}});
    } else {
        write(number++, Wire::IndexPart{.isLast = true, .rows = {sampleRow()}});
        write(number++, samplePicture());
        write(number++, sampleSummary());
        write(number++, Wire::Thumbnail{.width = 64, .height = 36, .stride = 256});
        write(number++, Wire::Sound{.sampleCount = 4'800, .channels = 2});
        write(number++, Wire::WavePart{.isLast = true, .peaks = {{.low = -90, .high = 70}, {}}});
    }
}

} // namespace

int main(int count, char **words)
{
    if (count != 2) {
        std::fprintf(stderr, "fuzz-seeds FOLDER\n");
        return 2;
    }
    try {
        const std::filesystem::path folder(words[1]);
        using Wire::Reply;
        using Wire::Request;
        writeAll<Request>(folder / "requests", std::make_index_sequence<std::variant_size_v<Request>>());
        writeAll<Reply>(folder / "replies", std::make_index_sequence<std::variant_size_v<Reply>>());
    } catch (const std::exception &failure) {
        std::fprintf(stderr, "fuzz-seeds: %s\n", failure.what());
        return 1;
    }
    return 0;
}
