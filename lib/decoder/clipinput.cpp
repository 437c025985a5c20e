// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/clipinput.h"

#include "decoder/matroskaend.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>

extern "C" {
#include <libavutil/dict.h>
}

namespace Porchlight {

namespace {

constexpr int BufferSize = 256 * 1024;

// Containers and raw streams that cameras and their programs write. No playlist, no list of files, no text format.
constexpr char AllowedFormats[] = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpegtsraw,mpeg,avi,asf,asf_o,flv,"
                                  "live_flv,h264,hevc,vvc,obu,av1,ivf,mpegvideo,m4v,h263,vc1,mjpeg,mpjpeg,yuv4mpegpipe,"
                                  "ogg,nut,dhav,dv,mxf,gif,apng,rm,wav,ivr";

int refuseToOpen(AVFormatContext *, AVIOContext **, const char *, int, AVDictionary **)
{
    return AVERROR(EACCES);
}

/// As the header says or as its times and rate promise; 0 where neither tells.
double framesOf(const AVStream &stream)
{
    if (stream.nb_frames > 0) {
        return static_cast<double>(stream.nb_frames);
    }
    const bool hasRate = stream.avg_frame_rate.num > 0 && stream.avg_frame_rate.den > 0;
    return stream.duration > 0 && hasRate
               ? static_cast<double>(stream.duration) * av_q2d(stream.time_base) * av_q2d(stream.avg_frame_rate)
               : 0;
}

/// The first atom of an MP4 or QuickTime file.
bool beginsLikeMp4(std::span<const std::uint8_t> bytes)
{
    constexpr std::array<std::string_view, 6> Atoms{"ftyp", "moov", "mdat", "wide", "free", "skip"};
    if (bytes.size() < 8) {
        return false;
    }
    const std::string_view type(reinterpret_cast<const char *>(bytes.data()) + 4, 4);
    return std::ranges::contains(Atoms, type);
}

} // namespace

ClipInput::ClipInput(ByteFeed &feed)
    : m_feed(feed)
{}

ClipInput::~ClipInput()
{
    m_format.reset();
    if (m_bytes != nullptr) {
        av_freep(&m_bytes->buffer);
        avio_context_free(&m_bytes);
    }
}

Result<std::unique_ptr<ClipInput>, Wire::FailureCode> ClipInput::open(ByteFeed &feed)
{
    std::unique_ptr<ClipInput> input(new ClipInput(feed));
    if (const auto opened = input->openFormat(); !opened) {
        return std::unexpected(opened.error());
    }
    return input;
}

Result<void, Wire::FailureCode> ClipInput::openFormat()
{
    auto *buffer = static_cast<std::uint8_t *>(av_malloc(BufferSize));
    AVFormatContext *format = avformat_alloc_context();
    if (buffer != nullptr) {
        m_bytes = avio_alloc_context(buffer, BufferSize, 0, this, &readBytes, nullptr, &moveTo);
    }
    if (format == nullptr || m_bytes == nullptr) {
        avformat_free_context(format);
        if (m_bytes == nullptr) {
            av_free(buffer);
        }
        return std::unexpected(Wire::FailureCode::OutOfMemory);
    }
    format->pb = m_bytes;
    format->io_open = &refuseToOpen;

    AVDictionary *options = nullptr;
    av_dict_set(&options, "format_whitelist", AllowedFormats, 0);
    av_dict_set(&options, "protocol_whitelist", "none", 0);
    // As the ffmpeg program does it, so that the same streams are found.
    av_dict_set(&options, "scan_all_pmts", "1", 0);
    const int opened = avformat_open_input(&format, nullptr, nullptr, &options); // Frees the context on failure.
    av_dict_free(&options);
    if (opened < 0) {
        return std::unexpected(reasonFor(opened));
    }
    m_format.reset(format);
    if (const int found = avformat_find_stream_info(format, nullptr); found < 0) {
        return std::unexpected(reasonFor(found));
    }
    return {};
}

Wire::FailureCode ClipInput::reasonFor(int error)
{
    if (m_isFeedBroken) {
        return Wire::FailureCode::SourceBroken;
    }
    if (error == AVERROR(ENOMEM)) {
        return Wire::FailureCode::OutOfMemory;
    }
    std::array<std::uint8_t, 16> first{};
    const std::optional<std::size_t> count = m_feed.read(0, first);
    if (count && beginsLikeMp4(std::span(first).first(*count))) {
        return Wire::FailureCode::RecordingUnfinished;
    }
    return Wire::FailureCode::NotAVideo;
}

const AVStream *ClipInput::stream(int index) const
{
    const bool exists = index >= 0 && static_cast<unsigned>(index) < m_format->nb_streams;
    return exists ? m_format->streams[index] : nullptr;
}

int ClipInput::bestVideo() const
{
    const int usual = bestStream(AVMEDIA_TYPE_VIDEO, -1);
    std::vector<const AVStream *> candidates;
    for (const AVStream *stream : std::span(m_format->streams, m_format->nb_streams)) {
        const bool isFilm = stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
                            (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) == 0;
        if (isFilm && avcodec_find_decoder(stream->codecpar->codec_id) != nullptr) {
            candidates.push_back(stream);
        }
    }
    const bool areCounted =
        std::ranges::all_of(candidates, [](const AVStream *stream) { return framesOf(*stream) > 0; });
    const auto worth = [areCounted, usual](const AVStream *stream) {
        const double pixels = static_cast<double>(stream->codecpar->width) * stream->codecpar->height;
        return std::pair(areCounted ? pixels * framesOf(*stream) : pixels, stream->index == usual);
    };
    const auto best = std::ranges::max_element(candidates, {}, worth);
    return best == candidates.end() ? usual : (*best)->index;
}

int ClipInput::bestStream(AVMediaType type, int relatedTo) const
{
    // FFmpeg may choose an attached picture: for the moment of the choice these are no video.
    const std::span<AVStream *> streams(m_format->streams, m_format->nb_streams);
    std::vector<AVStream *> hidden;
    for (AVStream *stream : streams) {
        const bool isPicture = (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
        if (isPicture && stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO) {
            stream->codecpar->codec_type = AVMEDIA_TYPE_UNKNOWN;
            hidden.push_back(stream);
        }
    }
    const int best = av_find_best_stream(m_format.get(), type, -1, relatedTo, nullptr, 0);
    for (AVStream *stream : hidden) {
        stream->codecpar->codec_type = AVMEDIA_TYPE_VIDEO;
    }
    return best < 0 ? -1 : best;
}

void ClipInput::keepOnly(int streamIndex)
{
    m_kept = streamIndex;
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        m_format->streams[i]->discard = static_cast<int>(i) == streamIndex ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
}

ClipInput::ReadResult ClipInput::readPacket(AVPacket &packet)
{
    for (;;) {
        av_packet_unref(&packet);
        const int result = av_read_frame(m_format.get(), &packet);
        if (result == AVERROR(EAGAIN)) {
            continue;
        }
        if (result < 0) {
            return result == AVERROR_EOF && !m_isFeedBroken ? ReadResult::End : ReadResult::Broken;
        }
        if (packet.stream_index == m_kept) {
            return ReadResult::Packet;
        }
    }
}

bool ClipInput::endsEarly() const
{
    return std::string_view(m_format->iformat->name).contains("matroska") && isMatroskaCut(m_feed);
}

int ClipInput::readBytes(void *self, std::uint8_t *target, int length)
{
    auto *input = static_cast<ClipInput *>(self);
    if (length <= 0 || input->m_position >= input->m_feed.size()) {
        return AVERROR_EOF;
    }
    const std::optional<std::size_t> count =
        input->m_feed.read(input->m_position, {target, static_cast<std::size_t>(length)});
    if (!count) {
        input->m_isFeedBroken = true;
        return AVERROR(EIO);
    }
    input->m_position += static_cast<std::int64_t>(*count);
    return *count == 0 ? AVERROR_EOF : static_cast<int>(*count);
}

std::int64_t ClipInput::moveTo(void *self, std::int64_t offset, int whence)
{
    auto *input = static_cast<ClipInput *>(self);
    const std::int64_t size = input->m_feed.size();
    std::int64_t from = 0;
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return size;
    case SEEK_SET:
        break;
    case SEEK_CUR:
        from = input->m_position;
        break;
    case SEEK_END:
        from = size;
        break;
    default:
        return AVERROR(EINVAL);
    }
    if (offset < -from || offset > INT64_MAX - from) {
        return AVERROR(EINVAL);
    }
    input->m_position = from + offset;
    return input->m_position;
}

} // namespace Porchlight
