// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace Porchlight {

namespace {

constexpr int DetectGzipOrZlib = 15 + 32;
constexpr qsizetype FirstPiece = 64 * 1024;

struct EndInflate
{
    void operator()(z_stream *stream) const { inflateEnd(stream); }
};

} // namespace

BasemapResult<QByteArray> inflateBounded(QByteArrayView packed, qsizetype limit)
{
    if (packed.size() > limit) {
        return fail(BasemapError::TooLarge);
    }
    z_stream stream{};
    if (inflateInit2(&stream, DetectGzipOrZlib) != Z_OK) {
        return fail(BasemapError::BadTile, QStringLiteral("zlib"));
    }
    const std::unique_ptr<z_stream, EndInflate> ended(&stream);
    // zlib reads through a pointer to non-const and does not write to it.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray plain;
    for (qsizetype room = std::min(FirstPiece, limit);; room = std::min(room * 2, limit)) {
        const auto before = static_cast<qsizetype>(stream.total_out);
        plain.resize(room);
        stream.next_out = reinterpret_cast<Bytef *>(plain.data()) + before;
        stream.avail_out = static_cast<uInt>(room - before);
        const int state = inflate(&stream, Z_NO_FLUSH);
        if (state == Z_STREAM_END) {
            plain.truncate(static_cast<qsizetype>(stream.total_out));
            return plain;
        }
        if (state != Z_OK || stream.avail_out != 0) {
            return fail(BasemapError::BadTile, QStringLiteral("gzip"));
        }
        if (room == limit) {
            return fail(BasemapError::TooLarge);
        }
    }
}

} // namespace Porchlight
