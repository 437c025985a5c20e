// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The map pack's file: PMTiles version 3, read with plain positioned reads (never mapped into memory, so that a file
// cut short on a network drive is an error and not a crash). Every number in it is checked before use. It must never
// write, and never reach for anything outside the file it was given.

#include "basemap/tilearchive.h"
#include "core/bytesource.h"

#include <QCache>
#include <QMutex>

#include <vector>

namespace Porchlight {

struct PmtilesHeader
{
    quint64 rootOffset = 0;
    quint64 rootLength = 0;
    quint64 metadataOffset = 0;
    quint64 metadataLength = 0;
    quint64 leavesOffset = 0;
    quint64 leavesLength = 0;
    quint64 tilesOffset = 0;
    quint64 tilesLength = 0;
    quint8 internalCompression = 0;
    quint8 tileCompression = 0;
    quint8 tileType = 0;
    int minimumZoom = 0;
    int maximumZoom = 0;
    QRectF world; ///< The bounds in the unit square.

    bool operator==(const PmtilesHeader &) const = default;
};

/// One pack of vector tiles. Safe to ask from several threads.
class PmtilesArchive final : public TileArchive
{
public:
    [[nodiscard]] static BasemapResult<std::unique_ptr<PmtilesArchive>> open(std::unique_ptr<ByteSource> source);
    [[nodiscard]] static BasemapResult<std::unique_ptr<PmtilesArchive>> openFile(const QString &path);

    [[nodiscard]] BasemapResult<std::optional<QByteArray>> tile(TileId id) override;
    [[nodiscard]] BasemapResult<QJsonObject> metadata() override;

private:
    struct Entry
    {
        quint64 number = 0;
        quint64 offset = 0;
        quint32 length = 0;
        quint32 runLength = 0;
    };
    using Directory = std::vector<Entry>;

    PmtilesArchive(std::unique_ptr<ByteSource> source, const PmtilesHeader &header);

    [[nodiscard]] BasemapResult<QByteArray> readAt(quint64 offset, quint64 length);
    [[nodiscard]] BasemapResult<std::optional<QByteArray>> readTile(quint64 offset, quint64 length);
    [[nodiscard]] BasemapResult<std::shared_ptr<const Directory>> directory(quint64 offset, quint64 length);
    [[nodiscard]] static BasemapResult<Directory> parseDirectory(QByteArrayView bytes);
    [[nodiscard]] static std::optional<Entry> find(const Directory &directory, quint64 number);

    const std::unique_ptr<ByteSource> m_source;
    const PmtilesHeader m_header;
    QMutex m_mutex; ///< Guards the source and the directories.
    // Shared: a worker goes on reading a directory that has meanwhile left the cache.
    QCache<quint64, std::shared_ptr<const Directory>> m_directories;
};

} // namespace Porchlight
