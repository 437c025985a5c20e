// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/filetext.h"

#include "agencies/packedlist.h"

#include <QStringConverter>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype LargestFile = 64 * 1024 * 1024;
constexpr qsizetype LargestUnpacked = 256 * 1024 * 1024;

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
    if (isPacked(bytes)) {
        const auto plain = unpackedList(bytes, LargestUnpacked);
        if (!plain) {
            return std::unexpected(plain.error());
        }
        return plain->trimmed().isEmpty() ? fail(DirectoryError::Empty) : decoded(*plain);
    }
    return decoded(bytes);
}

} // namespace Porchlight
