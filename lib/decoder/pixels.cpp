// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/pixels.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/mem.h>
#include <libavutil/pixdesc.h>
#include <libavutil/sha.h>
}

namespace Porchlight {

namespace {

constexpr std::uint32_t StrideStep = 64;
constexpr std::uint32_t MaximumThumbnailHeight = 1280;

struct ShaRelease
{
    void operator()(AVSHA *sha) const { av_free(sha); }
};

/// A layout the program can show, and libav's format that has exactly its planes.
struct Target
{
    Wire::PixelLayout layout;
    AVPixelFormat format;
    bool isConverted;
};

Target targetOf(AVPixelFormat format)
{
    switch (format) {
    case AV_PIX_FMT_GRAY8:
        return {Wire::PixelLayout::Gray, format, false};
    case AV_PIX_FMT_YUV420P:
    case AV_PIX_FMT_YUVJ420P:
        return {Wire::PixelLayout::Yuv420, format, false};
    case AV_PIX_FMT_YUV422P:
    case AV_PIX_FMT_YUVJ422P:
        return {Wire::PixelLayout::Yuv422, format, false};
    case AV_PIX_FMT_YUV444P:
    case AV_PIX_FMT_YUVJ444P:
        return {Wire::PixelLayout::Yuv444, format, false};
    case AV_PIX_FMT_NV12:
        return {Wire::PixelLayout::Nv12, format, false};
    default: // Everything else is converted, by what it is made of.
        break;
    }
    const AVPixFmtDescriptor *descriptor = av_pix_fmt_desc_get(format);
    constexpr std::uint64_t NotYuv = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM;
    if (descriptor == nullptr || (descriptor->flags & NotYuv) != 0) {
        return {Wire::PixelLayout::Bgra, AV_PIX_FMT_BGRA, true};
    }
    if (descriptor->nb_components < 3) {
        return {Wire::PixelLayout::Gray, AV_PIX_FMT_GRAY8, true};
    }
    if (descriptor->log2_chroma_w == 1 && descriptor->log2_chroma_h == 1) {
        return {Wire::PixelLayout::Yuv420, AV_PIX_FMT_YUV420P, true};
    }
    if (descriptor->log2_chroma_w == 1 && descriptor->log2_chroma_h == 0) {
        return {Wire::PixelLayout::Yuv422, AV_PIX_FMT_YUV422P, true};
    }
    return {Wire::PixelLayout::Yuv444, AV_PIX_FMT_YUV444P, true};
}

constexpr std::uint32_t half(std::uint32_t length)
{
    return length - length / 2;
}

/// The planes of a layout, one behind the other, lines padded for vector instructions and texture uploads.
void layOut(Wire::Picture &picture, std::uint32_t width, std::uint32_t height)
{
    struct Shape
    {
        std::uint32_t width;
        std::uint32_t height;
        std::uint32_t bytesPerSample;
    };
    std::vector<Shape> shapes;
    switch (picture.layout) {
    case Wire::PixelLayout::Gray:
        shapes = {{width, height, 1}};
        break;
    case Wire::PixelLayout::Yuv420:
        shapes = {{width, height, 1}, {half(width), half(height), 1}, {half(width), half(height), 1}};
        break;
    case Wire::PixelLayout::Yuv422:
        shapes = {{width, height, 1}, {half(width), height, 1}, {half(width), height, 1}};
        break;
    case Wire::PixelLayout::Yuv444:
        shapes = {{width, height, 1}, {width, height, 1}, {width, height, 1}};
        break;
    case Wire::PixelLayout::Nv12:
        shapes = {{width, height, 1}, {half(width), half(height), 2}};
        break;
    case Wire::PixelLayout::Bgra:
        shapes = {{width, height, 4}};
        break;
    }
    std::uint64_t offset = 0;
    picture.planeCount = static_cast<std::uint8_t>(shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const std::uint32_t lineBytes = shapes[i].width * shapes[i].bytesPerSample;
        const std::uint32_t stride = (lineBytes + StrideStep - 1) / StrideStep * StrideStep;
        picture.planes[i] = {.offset = offset, .stride = stride, .width = shapes[i].width, .height = shapes[i].height};
        offset += std::uint64_t{stride} * shapes[i].height;
    }
}

std::uint64_t endOf(const Wire::Picture &picture)
{
    const Wire::Plane &last = picture.planes[picture.planeCount - 1U];
    return last.offset + std::uint64_t{last.stride} * last.height;
}

const int *coefficientsOf(const AVFrame &frame)
{
    switch (frame.colorspace) {
    case AVCOL_SPC_UNSPECIFIED: {
        // The same choice that DecodedFrame::viewColour makes.
        const bool isHighDefinition = frame.height >= 720 || frame.width >= 1280;
        return sws_getCoefficients(isHighDefinition ? SWS_CS_ITU709 : SWS_CS_ITU601);
    }
    default: // The numbers of H.273 are those that swscale knows; it takes BT.601 for others.
        return sws_getCoefficients(frame.colorspace);
    }
}

/// Where neither says otherwise, one matrix and range on both sides: YUV stays what it was, only of other depth.
OwnedScaler makeScaler(const AVFrame &frame, AVPixelFormat format, int width, int height, int flags)
{
    OwnedScaler scaler(sws_getContext(frame.width, frame.height, static_cast<AVPixelFormat>(frame.format), width,
                                      height, format, flags, nullptr, nullptr, nullptr));
    if (!scaler) {
        return nullptr;
    }
    const AVPixFmtDescriptor *descriptor = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    const bool isGray = descriptor->nb_components < 3;
    const bool isUnspecified = frame.color_range == AVCOL_RANGE_UNSPECIFIED;
    const bool isFull = frame.color_range == AVCOL_RANGE_JPEG || (isUnspecified && isGray);
    const int *coefficients = coefficientsOf(frame);
    constexpr int One = 1 << 16;
    const int targetRange = format == AV_PIX_FMT_BGRA ? 1 : static_cast<int>(isFull);
    sws_setColorspaceDetails(scaler.get(), coefficients, static_cast<int>(isFull), coefficients, targetRange, 0, One,
                             One);
    return scaler;
}

bool scaleInto(const AVFrame &frame, SwsContext *scaler, std::array<std::uint8_t *, 4> planes,
               std::array<int, 4> strides)
{
    return sws_scale(scaler, frame.data, frame.linesize, 0, frame.height, planes.data(), strides.data()) > 0;
}

struct PlaneView
{
    std::array<std::uint8_t *, 4> data{};
    std::array<int, 4> strides{};
};

PlaneView viewOf(const Wire::Picture &picture, std::span<std::uint8_t> slot)
{
    PlaneView view;
    for (std::size_t i = 0; i < picture.planeCount; ++i) {
        view.data[i] = slot.data() + picture.planes[i].offset;
        view.strides[i] = static_cast<int>(picture.planes[i].stride);
    }
    return view;
}

bool hasPixels(const AVFrame &frame)
{
    return frame.width > 0 && frame.height > 0 && frame.data[0] != nullptr && frame.hw_frames_ctx == nullptr;
}

} // namespace

std::optional<Digest> digestOf(const AVFrame &frame)
{
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const int size = av_image_get_buffer_size(format, frame.width, frame.height, 1);
    const std::unique_ptr<AVSHA, ShaRelease> sha(av_sha_alloc());
    if (size <= 0 || !sha || !hasPixels(frame)) {
        return std::nullopt;
    }
    std::vector<std::uint8_t> packed(static_cast<std::size_t>(size));
    if (av_image_copy_to_buffer(packed.data(), size, frame.data, frame.linesize, format, frame.width, frame.height, 1) <
        0) {
        return std::nullopt;
    }
    Digest::Bytes bytes{};
    av_sha_init(sha.get(), 256);
    av_sha_update(sha.get(), packed.data(), packed.size());
    av_sha_final(sha.get(), bytes.data());
    return Digest(bytes);
}

std::uint64_t quickHashOf(const AVFrame &frame)
{
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const int planes = av_pix_fmt_count_planes(format);
    const AVPixFmtDescriptor *descriptor = av_pix_fmt_desc_get(format);
    std::uint64_t hash = (static_cast<std::uint64_t>(frame.width) << 32U) ^ static_cast<std::uint64_t>(frame.height);
    for (int plane = 0; plane < planes; ++plane) {
        const int lineBytes = av_image_get_linesize(format, frame.width, plane);
        const bool isChroma = plane == 1 || plane == 2;
        const int height = isChroma ? AV_CEIL_RSHIFT(frame.height, descriptor->log2_chroma_h) : frame.height;
        for (int line = 0; lineBytes > 0 && line < height; ++line) {
            const std::uint8_t *bytes = frame.data[plane] + std::ptrdiff_t{line} * frame.linesize[plane];
            hash = XXH3_64bits_withSeed(bytes, static_cast<std::size_t>(lineBytes), hash);
        }
    }
    return hash;
}

Result<Wire::Picture, Wire::FailureCode> deliverPicture(const AVFrame &frame, std::span<std::uint8_t> slot)
{
    if (!hasPixels(frame)) {
        return std::unexpected(Wire::FailureCode::NothingShown);
    }
    const Target target = targetOf(static_cast<AVPixelFormat>(frame.format));
    Wire::Picture picture;
    picture.layout = target.layout;
    layOut(picture, static_cast<std::uint32_t>(frame.width), static_cast<std::uint32_t>(frame.height));
    if (endOf(picture) > slot.size()) {
        return std::unexpected(Wire::FailureCode::TooLarge);
    }
    PlaneView view = viewOf(picture, slot);
    if (!target.isConverted) {
        std::array<const std::uint8_t *, 4> source{};
        std::copy_n(frame.data, source.size(), source.begin());
        av_image_copy(view.data.data(), view.strides.data(), source.data(), frame.linesize, target.format, frame.width,
                      frame.height);
        return picture;
    }
    const int flags = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP | SWS_FULL_CHR_H_INT;
    const OwnedScaler scaler = makeScaler(frame, target.format, frame.width, frame.height, flags);
    if (!scaler || !scaleInto(frame, scaler.get(), view.data, view.strides)) {
        return std::unexpected(Wire::FailureCode::OutOfMemory);
    }
    return picture;
}

Result<Wire::Thumbnail, Wire::FailureCode> deliverThumbnail(const AVFrame &frame, std::uint32_t maximumWidth,
                                                            std::span<std::uint8_t> slot)
{
    if (!hasPixels(frame)) {
        return std::unexpected(Wire::FailureCode::NothingShown);
    }
    const auto fullWidth = static_cast<std::uint64_t>(frame.width);
    const auto fullHeight = static_cast<std::uint64_t>(frame.height);
    Wire::Thumbnail thumbnail;
    thumbnail.width = std::min<std::uint32_t>(std::max(1U, maximumWidth), static_cast<std::uint32_t>(fullWidth));
    const std::uint64_t height = (fullHeight * thumbnail.width + fullWidth / 2) / fullWidth;
    thumbnail.height = static_cast<std::uint32_t>(std::clamp<std::uint64_t>(height, 1, MaximumThumbnailHeight));
    thumbnail.stride = (thumbnail.width * 4 + StrideStep - 1) / StrideStep * StrideStep;
    if (std::uint64_t{thumbnail.stride} * thumbnail.height > slot.size()) {
        return std::unexpected(Wire::FailureCode::TooLarge);
    }
    const OwnedScaler scaler = makeScaler(frame, AV_PIX_FMT_BGRA, static_cast<int>(thumbnail.width),
                                          static_cast<int>(thumbnail.height), SWS_AREA);
    if (!scaler || !scaleInto(frame, scaler.get(), {slot.data()}, {static_cast<int>(thumbnail.stride)})) {
        return std::unexpected(Wire::FailureCode::OutOfMemory);
    }
    return thumbnail;
}

} // namespace Porchlight
