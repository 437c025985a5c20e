// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/pmtiles.h"

#include "basemap/inflate.h"
#include "basemap/mercator.h"
#include "core/filesource.h"

#include <QJsonDocument>
#include <QtEndian>

#include <protozero/exception.hpp>
#include <protozero/varint.hpp>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype HeaderBytes = 127;
constexpr quint64 MaximumPackedDirectory = 4 * 1024 * 1024;
constexpr qsizetype MaximumDirectory = 16 * 1024 * 1024;
constexpr quint64 MaximumEntries = 1'000'000;
constexpr int MaximumDepth = 4;
/// Of all directories that are kept; a larger one is read again each time.
constexpr qsizetype DirectoryBytes = 32 * 1024 * 1024;

constexpr quint8 NotCompressed = 1;
constexpr quint8 Gzip = 2;
constexpr quint8 MapboxVectorTiles = 1;

template <typename T>
T numberAt(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<T>(bytes.data() + offset);
}

QRectF worldOf(QByteArrayView bytes)
{
    constexpr double Scale = 1e-7;
    const GeoPoint southWest{.latitude = numberAt<qint32>(bytes, 106) * Scale,
                             .longitude = numberAt<qint32>(bytes, 102) * Scale};
    const GeoPoint northEast{.latitude = numberAt<qint32>(bytes, 114) * Scale,
                             .longitude = numberAt<qint32>(bytes, 110) * Scale};
    return Mercator::worldBetween(southWest, northEast);
}

bool isKnownCompression(quint8 compression)
{
    return compression == NotCompressed || compression == Gzip;
}

bool liesWithin(quint64 offset, quint64 length, quint64 size)
{
    return offset <= size && length <= size - offset;
}

/// tilemaker 3.0.0, which Debian 13 has, writes the number that adds up with the offset to 2^64: up to the end is
/// meant.
quint64 tilesLengthOf(QByteArrayView bytes, quint64 fileSize)
{
    const auto offset = numberAt<quint64>(bytes, 56);
    const auto length = numberAt<quint64>(bytes, 64);
    return offset <= fileSize && offset + length == 0 ? fileSize - offset : length;
}

BasemapResult<PmtilesHeader> parseHeader(QByteArrayView bytes, quint64 fileSize)
{
    if (bytes.size() < HeaderBytes) {
        return fail(BasemapError::Truncated);
    }
    if (!bytes.startsWith("PMTiles")) {
        return fail(BasemapError::NotAMapPack);
    }
    if (bytes[7] != 3) {
        return fail(BasemapError::UnsupportedVersion, QString::number(quint8(bytes[7])));
    }
    const PmtilesHeader header{.rootOffset = numberAt<quint64>(bytes, 8),
                               .rootLength = numberAt<quint64>(bytes, 16),
                               .metadataOffset = numberAt<quint64>(bytes, 24),
                               .metadataLength = numberAt<quint64>(bytes, 32),
                               .leavesOffset = numberAt<quint64>(bytes, 40),
                               .leavesLength = numberAt<quint64>(bytes, 48),
                               .tilesOffset = numberAt<quint64>(bytes, 56),
                               .tilesLength = tilesLengthOf(bytes, fileSize),
                               .internalCompression = quint8(bytes[97]),
                               .tileCompression = quint8(bytes[98]),
                               .tileType = quint8(bytes[99]),
                               .minimumZoom = quint8(bytes[100]),
                               .maximumZoom = quint8(bytes[101]),
                               .world = worldOf(bytes)};
    if (header.tileType != MapboxVectorTiles || !isKnownCompression(header.tileCompression) ||
        !isKnownCompression(header.internalCompression)) {
        return fail(BasemapError::UnsupportedTiles,
                    u"type %1, compression %2"_s.arg(header.tileType).arg(header.tileCompression));
    }
    if (header.maximumZoom > TileId::MaximumZoom || header.minimumZoom > header.maximumZoom ||
        !header.world.isValid()) {
        return fail(BasemapError::BadHeader, u"zooms or bounds"_s);
    }
    if (!liesWithin(header.rootOffset, header.rootLength, fileSize) ||
        !liesWithin(header.metadataOffset, header.metadataLength, fileSize) ||
        !liesWithin(header.leavesOffset, header.leavesLength, fileSize) ||
        !liesWithin(header.tilesOffset, header.tilesLength, fileSize)) {
        return fail(BasemapError::Truncated);
    }
    return header;
}

/// Reads the columns of a directory one number after the other; `failed` once the bytes have run out.
class Numbers
{
public:
    explicit Numbers(QByteArrayView bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {}

    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] quint64 next()
    {
        try {
            return m_failed ? 0 : protozero::decode_varint(&m_at, m_end);
        } catch (const protozero::exception &) {
            m_failed = true;
            return 0;
        }
    }

private:
    const char *m_at;
    const char *m_end;
    bool m_failed = false;
};

TileRange rangeOf(const PmtilesHeader &header)
{
    return {.minimumZoom = header.minimumZoom, .maximumZoom = header.maximumZoom, .world = header.world};
}

} // namespace

PmtilesArchive::PmtilesArchive(std::unique_ptr<ByteSource> source, const PmtilesHeader &header)
    : TileArchive(rangeOf(header))
    , m_source(std::move(source))
    , m_header(header)
    , m_directories(DirectoryBytes)
{}

BasemapResult<std::unique_ptr<PmtilesArchive>> PmtilesArchive::openFile(const QString &path)
{
    auto file = FileSource::open(path);
    if (!file) {
        return fail(BasemapError::CannotOpen, path);
    }
    return open(*std::move(file));
}

BasemapResult<std::unique_ptr<PmtilesArchive>> PmtilesArchive::open(std::unique_ptr<ByteSource> source)
{
    QByteArray bytes(HeaderBytes, Qt::Uninitialized);
    const auto count = source->read(0, bytes.data(), bytes.size());
    if (!count) {
        return fail(BasemapError::CannotOpen, count.error().detail);
    }
    bytes.truncate(*count);
    const auto header = parseHeader(bytes, static_cast<quint64>(source->size()));
    if (!header) {
        return std::unexpected(header.error());
    }
    std::unique_ptr<PmtilesArchive> archive(new PmtilesArchive(std::move(source), *header));
    const auto root = archive->directory(header->rootOffset, header->rootLength);
    if (!root) {
        return std::unexpected(root.error());
    }
    return archive;
}

BasemapResult<QByteArray> PmtilesArchive::readAt(quint64 offset, quint64 length)
{
    QByteArray bytes(static_cast<qsizetype>(length), Qt::Uninitialized);
    const QMutexLocker lock(&m_mutex);
    const auto count = m_source->read(static_cast<qint64>(offset), bytes.data(), bytes.size());
    if (!count || *count != bytes.size()) {
        return fail(BasemapError::Truncated);
    }
    return bytes;
}

BasemapResult<PmtilesArchive::Directory> PmtilesArchive::parseDirectory(QByteArrayView bytes)
{
    Numbers numbers(bytes);
    const quint64 count = numbers.next();
    // Each entry takes at least one byte in each of the four columns.
    if (count == 0 || count > MaximumEntries || count > static_cast<quint64>(bytes.size()) / 4) {
        return fail(BasemapError::BadDirectory, u"entries"_s);
    }
    Directory entries(count);
    quint64 number = 0;
    for (Entry &entry : entries) {
        number += numbers.next();
        entry.number = number;
    }
    for (Entry &entry : entries) {
        entry.runLength = static_cast<quint32>(std::min<quint64>(numbers.next(), std::numeric_limits<quint32>::max()));
    }
    for (Entry &entry : entries) {
        entry.length = static_cast<quint32>(std::min<quint64>(numbers.next(), std::numeric_limits<quint32>::max()));
    }
    quint64 expected = 0;
    for (Entry &entry : entries) {
        const quint64 offset = numbers.next();
        entry.offset = offset == 0 ? expected : offset - 1;
        expected = entry.offset + entry.length;
    }
    // Each begins behind the last tile of the one before.
    const auto overlap = std::ranges::adjacent_find(entries, [](const Entry &one, const Entry &next) {
        return next.number <= one.number || next.number - one.number < one.runLength;
    });
    if (numbers.hasFailed() || overlap != entries.end()) {
        return fail(BasemapError::BadDirectory, u"order"_s);
    }
    return entries;
}

BasemapResult<std::shared_ptr<const PmtilesArchive::Directory>> PmtilesArchive::directory(quint64 offset,
                                                                                          quint64 length)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto *known = m_directories.object(offset)) {
            return *known;
        }
    }
    if (length > MaximumPackedDirectory) {
        return fail(BasemapError::TooLarge, u"directory"_s);
    }
    auto bytes = readAt(offset, length);
    if (bytes && m_header.internalCompression == Gzip) {
        bytes = inflateBounded(*bytes, MaximumDirectory);
    }
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    auto entries = parseDirectory(*bytes);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    auto shared = std::make_shared<const Directory>(std::move(*entries));
    const QMutexLocker lock(&m_mutex);
    const auto cost = static_cast<qsizetype>(shared->size() * sizeof(Entry));
    m_directories.insert(offset, new std::shared_ptr<const Directory>(shared), cost);
    return shared;
}

std::optional<PmtilesArchive::Entry> PmtilesArchive::find(const Directory &directory, quint64 number)
{
    auto after = std::ranges::upper_bound(directory, number, {}, &Entry::number);
    if (after == directory.begin()) {
        return std::nullopt;
    }
    const Entry &entry = *std::prev(after);
    const bool isLeaf = entry.runLength == 0;
    if (isLeaf || number - entry.number < entry.runLength) {
        return entry;
    }
    return std::nullopt;
}

BasemapResult<std::optional<QByteArray>> PmtilesArchive::tile(TileId id)
{
    if (!mayHold(id)) {
        return std::optional<QByteArray>();
    }
    quint64 offset = m_header.rootOffset;
    quint64 length = m_header.rootLength;
    for (int depth = 0; depth < MaximumDepth; ++depth) {
        const auto entries = directory(offset, length);
        if (!entries) {
            return std::unexpected(entries.error());
        }
        const auto entry = find(**entries, toPmtilesNumber(id));
        if (!entry) {
            return std::optional<QByteArray>();
        }
        const bool isLeaf = entry->runLength == 0;
        const quint64 within = isLeaf ? m_header.leavesLength : m_header.tilesLength;
        if (!liesWithin(entry->offset, entry->length, within)) {
            return fail(BasemapError::BadDirectory, u"offset"_s);
        }
        offset = (isLeaf ? m_header.leavesOffset : m_header.tilesOffset) + entry->offset;
        length = entry->length;
        if (!isLeaf) {
            return readTile(offset, length);
        }
    }
    return fail(BasemapError::BadDirectory, u"depth"_s);
}

BasemapResult<std::optional<QByteArray>> PmtilesArchive::readTile(quint64 offset, quint64 length)
{
    if (length > MaximumPackedTile) {
        return fail(BasemapError::TooLarge, u"tile"_s);
    }
    auto bytes = readAt(offset, length);
    if (bytes && m_header.tileCompression == Gzip) {
        bytes = inflateBounded(*bytes, MaximumTile);
    }
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    return std::optional(std::move(*bytes));
}

BasemapResult<QJsonObject> PmtilesArchive::metadata()
{
    if (m_header.metadataLength > MaximumMetadata) {
        return fail(BasemapError::TooLarge, u"metadata"_s);
    }
    auto bytes = readAt(m_header.metadataOffset, m_header.metadataLength);
    if (bytes && m_header.internalCompression == Gzip) {
        bytes = inflateBounded(*bytes, MaximumDirectory);
    }
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isObject()) {
        return fail(BasemapError::BadHeader, u"metadata"_s);
    }
    return document.object();
}

} // namespace Porchlight
