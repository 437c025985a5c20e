// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/packedpicture.h"

#include "media/planeshape.h"
#include "media/sharedblock.h"

#include <cstring>
#include <utility>
#include <vector>
#include <zstd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace Porchlight {

namespace {

constexpr int Level = 1;

// Eight bytes at once, none of them carrying into the next.
constexpr quint64 Tops = 0x80'80'80'80'80'80'80'80;

quint64 addBytes(quint64 a, quint64 b)
{
    return ((a & ~Tops) + (b & ~Tops)) ^ ((a ^ b) & Tops);
}

quint64 subtractBytes(quint64 a, quint64 b)
{
    return ((a | Tops) - (b & ~Tops)) ^ ((a ^ ~b) & Tops);
}

quint64 wordAt(const char *bytes)
{
    quint64 word = 0;
    std::memcpy(&word, bytes, sizeof(word));
    return word;
}

template <typename Words>
void combine(const char *a, const char *b, char *target, qsizetype length, Words words)
{
    constexpr qsizetype Step = sizeof(quint64);
    qsizetype i = 0;
    for (; i + Step <= length; i += Step) {
        const quint64 word = words(wordAt(a + i), wordAt(b + i));
        std::memcpy(target + i, &word, sizeof(word));
    }
    for (; i < length; ++i) {
        target[i] = static_cast<char>(words(static_cast<quint8>(a[i]), static_cast<quint8>(b[i])));
    }
}

/// Without padding; 0 of a picture that the decoder could not have delivered.
qsizetype packedBytes(const std::vector<PlaneShape> &shapes)
{
    qsizetype size = 0;
    for (const PlaneShape &shape : shapes) {
        size += shape.bytes();
    }
    return size > static_cast<qsizetype>(SharedBlock::SlotSize) ? 0 : size;
}

} // namespace

quint64 pixelHashOf(const DecodedFrame &frame)
{
    const QSize size = frame.size();
    const std::vector<PlaneShape> shapes = shapesOf(frame.layout(), size);
    quint64 hash = (static_cast<quint64>(size.width()) << 32U) ^ static_cast<quint64>(size.height());
    for (int index = 0; index < frame.planeCount(); ++index) {
        const DecodedFrame::Plane &plane = frame.plane(index);
        const auto lineBytes = static_cast<std::size_t>(shapes.at(static_cast<std::size_t>(index)).lineBytes());
        for (qsizetype y = 0; y < plane.height; ++y) {
            hash = XXH3_64bits_withSeed(plane.bytes.constData() + y * plane.stride, lineBytes, hash);
        }
    }
    return hash;
}

std::optional<QByteArray> packPicture(const DecodedFrame &frame)
{
    const std::vector<PlaneShape> shapes = shapesOf(frame.layout(), frame.size());
    const qsizetype size = packedBytes(shapes);
    if (size == 0 || frame.planeCount() != static_cast<int>(shapes.size())) {
        return std::nullopt;
    }
    QByteArray differences(size, Qt::Uninitialized);
    char *target = differences.data();
    for (int index = 0; index < frame.planeCount(); ++index) {
        const DecodedFrame::Plane &plane = frame.plane(index);
        const PlaneShape &shape = shapes[static_cast<std::size_t>(index)];
        const char *line = plane.bytes.constData();
        std::memcpy(target, line, static_cast<std::size_t>(shape.lineBytes()));
        for (int y = 1; y < shape.height; ++y) {
            target += shape.lineBytes();
            combine(line + plane.stride, line, target, shape.lineBytes(), subtractBytes);
            line += plane.stride;
        }
        target += shape.lineBytes();
    }
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(size))), Qt::Uninitialized);
    const std::size_t length = ZSTD_compress(packed.data(), static_cast<std::size_t>(packed.size()),
                                             differences.constData(), static_cast<std::size_t>(size), Level);
    if (ZSTD_isError(length) != 0) {
        return std::nullopt;
    }
    packed.truncate(static_cast<qsizetype>(length));
    return packed;
}

std::optional<DecodedFrame> unpackPicture(QByteArrayView packed, const FrameRow &row, PixelLayout layout)
{
    const std::vector<PlaneShape> shapes = shapesOf(layout, row.size);
    const qsizetype size = packedBytes(shapes);
    if (size == 0) {
        return std::nullopt;
    }
    QByteArray differences(size, Qt::Uninitialized);
    const std::size_t length = ZSTD_decompress(differences.data(), static_cast<std::size_t>(size), packed.data(),
                                               static_cast<std::size_t>(packed.size()));
    if (ZSTD_isError(length) != 0 || static_cast<qsizetype>(length) != size) {
        return std::nullopt;
    }
    const char *source = differences.constData();
    std::vector<DecodedFrame::Plane> planes;
    for (const PlaneShape &shape : shapes) {
        QByteArray bytes(shape.bytes(), Qt::Uninitialized);
        char *line = bytes.data();
        std::memcpy(line, source, static_cast<std::size_t>(shape.lineBytes()));
        for (int y = 1; y < shape.height; ++y) {
            source += shape.lineBytes();
            combine(source, line, line + shape.lineBytes(), shape.lineBytes(), addBytes);
            line += shape.lineBytes();
        }
        source += shape.lineBytes();
        planes.push_back({.bytes = std::move(bytes),
                          .stride = static_cast<int>(shape.lineBytes()),
                          .width = shape.width,
                          .height = shape.height});
    }
    return DecodedFrame(row, layout, std::move(planes));
}

} // namespace Porchlight
