// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/packedlist.h"

#include <QStringList>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int MostMembers = 10'000;

struct EndReading
{
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, EndReading>;
using Unpacked = Result<QByteArray, Failure<DirectoryError>>;

std::unexpected<Failure<DirectoryError>> damaged(const Reader &reader)
{
    const char *reason = archive_error_string(reader.get());
    return fail(DirectoryError::Damaged,
                reason == nullptr ? u"its packing ends too early or is broken"_s : QString::fromUtf8(reason));
}

bool isZip(QByteArrayView bytes)
{
    return bytes.startsWith("PK\x03\x04");
}

/// Only the one form that the first bytes promise is read: libarchive's others are not needed here.
bool open(const Reader &reader, QByteArrayView bytes)
{
    if (isZip(bytes)) {
        archive_read_support_format_zip(reader.get());
    } else {
        archive_read_support_filter_gzip(reader.get());
        archive_read_support_format_empty(reader.get());
        archive_read_support_format_raw(reader.get());
    }
    return archive_read_open_memory(reader.get(), bytes.data(), static_cast<size_t>(bytes.size())) == ARCHIVE_OK;
}

Unpacked content(const Reader &reader, qsizetype limit)
{
    QByteArray result;
    std::array<char, 65536> part{};
    la_ssize_t size = 0;
    while ((size = archive_read_data(reader.get(), part.data(), part.size())) > 0) {
        result.append(part.data(), size);
        if (result.size() > limit) {
            return fail(DirectoryError::TooLarge, u"more than %1 MB when unpacked"_s.arg(limit / 1024 / 1024));
        }
    }
    return size < 0 ? Unpacked(damaged(reader)) : result;
}

/// Empty for folders.
QString memberName(archive_entry *entry)
{
    if (archive_entry_filetype(entry) != AE_IFREG) {
        return {};
    }
    const char *utf8 = archive_entry_pathname_utf8(entry);
    return utf8 != nullptr ? QString::fromUtf8(utf8) : QString::fromLocal8Bit(archive_entry_pathname(entry));
}

/// Some systems put a shadow beside every file: "__MACOSX/._list.csv".
bool isList(const QString &name)
{
    constexpr std::array Endings = {".csv"_L1, ".tsv"_L1, ".json"_L1, ".geojson"_L1, ".kml"_L1};
    const QString last = name.section(u'/', -1);
    return !last.startsWith(u'.') && std::ranges::any_of(Endings, [&last](QLatin1StringView ending) {
        return last.endsWith(ending, Qt::CaseInsensitive);
    });
}

Unpacked onlyList(const Reader &reader, qsizetype limit)
{
    QStringList lists;
    Unpacked list;
    archive_entry *entry = nullptr;
    int code = ARCHIVE_OK;
    int members = 0;
    // A warning is about a name or a time; the bytes are there.
    while ((code = archive_read_next_header(reader.get(), &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
        if (++members > MostMembers) {
            return fail(DirectoryError::TooLarge, u"more than %1 files in one archive"_s.arg(MostMembers));
        }
        const QString name = memberName(entry);
        if (!isList(name)) {
            continue;
        }
        lists.append(name);
        if (lists.size() == 1) {
            list = content(reader, limit);
        }
    }
    if (code != ARCHIVE_EOF) {
        return damaged(reader);
    }
    if (lists.size() != 1) {
        return fail(DirectoryError::NotOneList, lists.mid(0, 8).join(u", "_s).left(300));
    }
    return list;
}

Unpacked onlyStream(const Reader &reader, qsizetype limit)
{
    archive_entry *entry = nullptr;
    const int code = archive_read_next_header(reader.get(), &entry);
    if (code == ARCHIVE_EOF) {
        return QByteArray();
    }
    return code == ARCHIVE_OK ? content(reader, limit) : Unpacked(damaged(reader));
}

} // namespace

bool isPacked(QByteArrayView bytes)
{
    return bytes.startsWith("\x1f\x8b") || isZip(bytes);
}

Result<QByteArray, Failure<DirectoryError>> unpackedList(QByteArrayView bytes, qsizetype limit)
{
    const Reader reader(archive_read_new());
    if (!reader || !open(reader, bytes)) {
        return damaged(reader);
    }
    return isZip(bytes) ? onlyList(reader, limit) : onlyStream(reader, limit);
}

} // namespace Porchlight
