// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/mappack.h"
#include "basemap/tilearchive.h"
#include "basemap/tilepainter.h"

#include <QCache>
#include <QMutex>
#include <QSet>
#include <QStringList>
#include <QWaitCondition>

namespace Porchlight {

/// The map packs that lie over each other, the one with the lowest zooms at the bottom, and their decoded tiles. Safe
/// to ask from several threads; a tile that two of them want is decoded once.
class MapPacks
{
public:
    static constexpr qsizetype DecodedBytes = 64 * 1024 * 1024;

    MapPacks() = default;
    Q_DISABLE_COPY_MOVE(MapPacks)

    /// Before any other thread asks. Returns what could not be opened and why; the others are there.
    [[nodiscard]] std::vector<Failure<BasemapError>> open(const QStringList &paths);
    void add(std::unique_ptr<TileArchive> archive);
    /// Opens a made-up town only where no pack of real streets lies: the two must never be mixed. Tells whether it did.
    [[nodiscard]] BasemapResult<bool> openUnlessCovered(const QString &path);
    /// All tiles of a pack, with the schema and the credits of its manifest. A failure leaves out what did not open.
    [[nodiscard]] std::optional<Failure<BasemapError>> add(const MapPack &pack);

    [[nodiscard]] bool isEmpty() const { return m_packs.empty(); }
    [[nodiscard]] int maximumZoom() const;
    /// Whether a pack of streets says that it covers a place of the unit square.
    [[nodiscard]] bool hasStreetsAt(QPointF world) const;
    /// Whose data it is, as it must stand in the map's corner.
    [[nodiscard]] QString credits() const;

    /// What every pack has for a tile, bottom first. Beyond a pack's highest zoom it is the tile that holds this one.
    /// A broken tile counts as none; how many there were is told by `brokenTiles`.
    [[nodiscard]] std::vector<TilePart> parts(TileId id);
    [[nodiscard]] int brokenTiles() const;

private:
    struct Pack
    {
        std::unique_ptr<TileArchive> archive;
        TileSchema schema = TileSchema::OpenMapTiles;
        bool isWorld = false;
        QString credits;
    };
    struct Key
    {
        std::size_t pack;
        TileId tile;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0) noexcept { return qHashMulti(seed, key.pack, key.tile); }
    };
    // Shared: a painter keeps a tile that has left the cache.
    using Decoded = std::shared_ptr<const VectorTile>;

    void insert(Pack pack);
    [[nodiscard]] TilePart part(std::size_t pack, TileId id);
    [[nodiscard]] Decoded decoded(const Key &key);
    [[nodiscard]] Decoded decode(const Key &key);

    std::vector<Pack> m_packs;
    mutable QMutex m_mutex; ///< Guards all below.
    QWaitCondition m_isDecoded;
    QCache<Key, Decoded> m_tiles{DecodedBytes};
    QSet<Key> m_underWay;
    int m_broken = 0;
};

} // namespace Porchlight
