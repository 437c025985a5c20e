// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/basemaperror.h"
#include "basemap/tileid.h"

#include <QByteArray>
#include <QJsonObject>
#include <QRectF>

#include <memory>
#include <optional>

namespace Porchlight {

/// What an archive says it holds.
struct TileRange
{
    int minimumZoom = 0;
    int maximumZoom = 0;
    QRectF world; ///< The bounds in the unit square.

    bool operator==(const TileRange &) const = default;
};

/// One file of vector tiles, opened for reading only. Safe to ask from several threads. Nothing in the file is trusted:
/// whatever it holds, the answer is bytes within the limits, none, or a failure.
class TileArchive
{
public:
    static constexpr quint64 MaximumPackedTile = 8 * 1024 * 1024;
    static constexpr qsizetype MaximumTile = 16 * 1024 * 1024;
    static constexpr quint64 MaximumMetadata = 4 * 1024 * 1024;

    virtual ~TileArchive() = default;
    Q_DISABLE_COPY_MOVE(TileArchive)

    /// PMTiles of version 3 or MBTiles, whichever the first bytes say it is.
    [[nodiscard]] static BasemapResult<std::unique_ptr<TileArchive>> openFile(const QString &path);

    [[nodiscard]] const TileRange &range() const { return m_range; }
    /// The unpacked bytes of a vector tile; none where the archive has no such tile.
    [[nodiscard]] virtual BasemapResult<std::optional<QByteArray>> tile(TileId id) = 0;
    /// The archive's own words as in TileJSON: `vector_layers`, `name`, `attribution`.
    [[nodiscard]] virtual BasemapResult<QJsonObject> metadata() = 0;

protected:
    explicit TileArchive(const TileRange &range)
        : m_range(range)
    {}

    [[nodiscard]] bool mayHold(TileId id) const
    {
        return id.isValid() && id.zoom >= m_range.minimumZoom && id.zoom <= m_range.maximumZoom;
    }

private:
    const TileRange m_range;
};

} // namespace Porchlight
