// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/filetext.h"

#include <QStringConverter>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype LargestFile = 64 * 1024 * 1024;
constexpr qsizetype LargestUnpacked = 256 * 1024 * 1024;

struct InflateEnd
{
    void operator()(z_stream *stream) const { inflateEnd(stream); }
};

Result<QByteArray, Failure<DirectoryError>> unpacked(QByteArrayView gzip)
{
    constexpr int WithGzipHeader = 16 + MAX_WBITS;
    z_stream stream{};
    if (inflateInit2(&stream, WithGzipHeader) != Z_OK) {
        return fail(DirectoryError::Damaged, u"zlib could not be started"_s);
    }
    const std::unique_ptr<z_stream, InflateEnd> ends(&stream);
    // zlib only reads through this pointer.
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(gzip.data()));
    stream.avail_in = static_cast<uInt>(gzip.size());
    QByteArray result;
    std::array<char, 65536> part{};
    int code = Z_OK;
    while (code == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(part.data());
        stream.avail_out = static_cast<uInt>(part.size());
        code = inflate(&stream, Z_NO_FLUSH);
        result.append(part.data(), static_cast<qsizetype>(part.size() - stream.avail_out));
        if (result.size() > LargestUnpacked) {
            return fail(DirectoryError::TooLarge,
                        u"more than %1 MB when unpacked"_s.arg(LargestUnpacked / 1024 / 1024));
        }
    }
    if (code != Z_STREAM_END) {
        return fail(DirectoryError::Damaged, u"the packed file ends too early or is damaged"_s);
    }
    return result;
}

/// UTF-16 without a byte-order mark shows in Western text as a zero in every second byte.
std::optional<QStringConverter::Encoding> guessUtf16(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 2000) / 2 * 2);
    qsizetype zerosAtEven = 0;
    qsizetype zerosAtOdd = 0;
    for (qsizetype i = 0; i < head.size(); ++i) {
        if (head[i] == '\0') {
            ++(i % 2 == 0 ? zerosAtEven : zerosAtOdd);
        }
    }
    const qsizetype most = head.size() / 2 * 7 / 10;
    if (head.size() >= 4 && zerosAtOdd > most) {
        return QStringConverter::Utf16LE;
    }
    if (head.size() >= 4 && zerosAtEven > most) {
        return QStringConverter::Utf16BE;
    }
    return std::nullopt;
}

QStringDecoder westernDecoder()
{
    QStringDecoder decoder("windows-1252");
    return decoder.isValid() ? std::move(decoder) : QStringDecoder(QStringConverter::Latin1);
}

Result<FileText, Failure<DirectoryError>> decoded(QByteArrayView bytes)
{
    std::optional<QStringConverter::Encoding> encoding = QStringConverter::encodingForData(bytes);
    if (!encoding) {
        encoding = guessUtf16(bytes);
    }
    if (encoding && *encoding != QStringConverter::Utf8) {
        QStringDecoder decoder(*encoding);
        const QString text = decoder.decode(bytes);
        if (decoder.hasError()) {
            return fail(DirectoryError::NotText, u"broken UTF-16"_s);
        }
        return FileText{.utf8 = text.toUtf8(), .encoding = u"UTF-16"_s};
    }
    if (bytes.contains('\0')) {
        return fail(DirectoryError::NotText, u"it holds zero bytes"_s);
    }
    const QByteArrayView body = encoding ? bytes.sliced(3) : bytes;
    QStringDecoder utf8(QStringConverter::Utf8);
    const QString text = utf8.decode(body);
    if (!utf8.hasError()) {
        return FileText{.utf8 = text.toUtf8(), .encoding = encoding ? u"UTF-8 with byte-order mark"_s : u"UTF-8"_s};
    }
    const QString western = westernDecoder().decode(body);
    return FileText{.utf8 = western.toUtf8(), .encoding = u"Windows-1252"_s};
}

} // namespace

Result<FileText, Failure<DirectoryError>> readFileText(QByteArrayView bytes)
{
    if (bytes.size() > LargestFile) {
        return fail(DirectoryError::TooLarge, u"more than %1 MB"_s.arg(LargestFile / 1024 / 1024));
    }
    if (bytes.trimmed().isEmpty()) {
        return fail(DirectoryError::Empty);
    }
    if (bytes.startsWith("\x1f\x8b")) {
        const auto plain = unpacked(bytes);
        if (!plain) {
            return std::unexpected(plain.error());
        }
        return plain->trimmed().isEmpty() ? fail(DirectoryError::Empty) : decoded(*plain);
    }
    if (bytes.startsWith("PK\x03\x04")) {
        return fail(DirectoryError::NotText, u"it is a ZIP archive (KMZ and XLSX files are)"_s);
    }
    return decoded(bytes);
}

} // namespace Porchlight
