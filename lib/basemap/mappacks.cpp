// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/mappacks.h"

#include <QJsonArray>
#include <QLoggingCategory>
#include <QTextDocumentFragment>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

Q_LOGGING_CATEGORY(basemapLog, "porchlight.basemap")

constexpr qsizetype SmallestCost = 1024;
constexpr qsizetype MaximumCredits = 2000;

bool drawsLand(const QJsonObject &metadata)
{
    const QJsonArray layers = metadata.value("vector_layers"_L1).toArray();
    return std::ranges::any_of(
        layers, [](const QJsonValue &layer) { return layer.toObject().value("id"_L1).toString() == "land"_L1; });
}

} // namespace

std::vector<Failure<BasemapError>> MapPacks::open(const QStringList &paths)
{
    std::vector<Failure<BasemapError>> failures;
    for (const QString &path : paths) {
        auto archive = TileArchive::openFile(path);
        if (archive) {
            add(std::move(*archive));
        } else {
            failures.push_back(archive.error());
        }
    }
    return failures;
}

void MapPacks::add(std::unique_ptr<TileArchive> archive)
{
    const QJsonObject metadata = archive->metadata().value_or(QJsonObject());
    const QString attribution = metadata.value("attribution"_L1).toString().left(MaximumCredits);
    insert({.archive = std::move(archive),
            .schema = schemaOf(metadata),
            .isWorld = drawsLand(metadata),
            // Most archives have links in it.
            .credits = QTextDocumentFragment::fromHtml(attribution).toPlainText().simplified()});
}

BasemapResult<bool> MapPacks::openUnlessCovered(const QString &path)
{
    auto archive = TileArchive::openFile(path);
    if (!archive) {
        return std::unexpected(archive.error());
    }
    const QRectF world = (*archive)->range().world;
    const bool isWorld = drawsLand((*archive)->metadata().value_or(QJsonObject()));
    const bool isCovered = !isWorld && std::ranges::any_of(m_packs, [&world](const Pack &pack) {
        return !pack.isWorld && pack.archive->range().world.intersects(world);
    });
    if (!isCovered) {
        add(std::move(*archive));
    }
    return !isCovered;
}

std::optional<Failure<BasemapError>> MapPacks::add(const MapPack &pack)
{
    for (const PackFile &file : pack.manifest.files) {
        if (file.role != PackRole::Tiles) {
            continue;
        }
        auto archive = TileArchive::openFile(pack.pathOf(file));
        if (!archive) {
            return archive.error();
        }
        const QJsonObject metadata = (*archive)->metadata().value_or(QJsonObject());
        insert({.archive = std::move(*archive),
                .schema = pack.manifest.schema,
                .isWorld = drawsLand(metadata),
                .credits = pack.manifest.credits});
    }
    return std::nullopt;
}

void MapPacks::insert(Pack pack)
{
    const auto above = std::ranges::find_if(m_packs, [&pack](const Pack &other) {
        return other.archive->range().maximumZoom > pack.archive->range().maximumZoom;
    });
    m_packs.insert(above, std::move(pack));
}

bool MapPacks::hasStreetsAt(QPointF world) const
{
    return std::ranges::any_of(
        m_packs, [world](const Pack &pack) { return !pack.isWorld && pack.archive->range().world.contains(world); });
}

int MapPacks::maximumZoom() const
{
    return m_packs.empty() ? 0 : m_packs.back().archive->range().maximumZoom;
}

QString MapPacks::credits() const
{
    QStringList credits;
    for (const Pack &pack : m_packs) {
        if (!pack.credits.isEmpty() && !credits.contains(pack.credits)) {
            credits.prepend(pack.credits);
        }
    }
    return credits.join(u" · "_s);
}

int MapPacks::brokenTiles() const
{
    const QMutexLocker lock(&m_mutex);
    return m_broken;
}

std::vector<TilePart> MapPacks::parts(TileId id)
{
    std::vector<TilePart> found;
    for (std::size_t i = 0; i < m_packs.size(); ++i) {
        found.push_back(part(i, id));
    }
    return found;
}

TilePart MapPacks::part(std::size_t pack, TileId id)
{
    const TileRange &range = m_packs[pack].archive->range();
    TilePart part{.tile = nullptr, .source = id, .bounds = range.world, .isWorld = m_packs[pack].isWorld};
    if (id.zoom < range.minimumZoom || !range.world.intersects(id.world())) {
        return part;
    }
    part.source = id.ancestor(std::min(id.zoom, range.maximumZoom));
    part.tile = decoded({.pack = pack, .tile = part.source});
    return part;
}

MapPacks::Decoded MapPacks::decoded(const Key &key)
{
    QMutexLocker lock(&m_mutex);
    while (m_underWay.contains(key)) {
        m_isDecoded.wait(&m_mutex);
    }
    if (const Decoded *known = m_tiles.object(key)) {
        return *known;
    }
    m_underWay.insert(key);
    lock.unlock();
    const Decoded tile = decode(key);
    lock.relock();
    m_underWay.remove(key);
    const qsizetype cost = SmallestCost + (tile ? tile->bytes : 0);
    m_tiles.insert(key, new Decoded(tile), std::min(cost, DecodedBytes));
    m_isDecoded.wakeAll();
    return tile;
}

MapPacks::Decoded MapPacks::decode(const Key &key)
{
    const auto bytes = m_packs[key.pack].archive->tile(key.tile);
    if (bytes && !*bytes) {
        return nullptr;
    }
    auto tile = bytes ? decodeVectorTile(**bytes, m_packs[key.pack].schema)
                      : BasemapResult<VectorTile>(std::unexpected(bytes.error()));
    if (!tile) {
        qCWarning(basemapLog, "tile %d/%d/%d is broken: %ls", key.tile.zoom, key.tile.x, key.tile.y,
                  qUtf16Printable(tile.error().detail));
        const QMutexLocker lock(&m_mutex);
        ++m_broken;
        return nullptr;
    }
    return std::make_shared<const VectorTile>(std::move(*tile));
}

} // namespace Porchlight
