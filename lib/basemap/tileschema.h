// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QJsonObject>

#include <optional>

namespace Porchlight {

/// How the layers and words of a pack's tiles are called. The packs that ship with the program speak as OpenMapTiles
/// does, with `land` and `boundary` of their own.
enum class TileSchema { OpenMapTiles, Protomaps };

/// The layers that are drawn; all others are skipped without being decoded.
enum class TileLayer {
    Land,
    Landcover,
    Landuse,
    Park,
    Water,
    WaterName,
    Waterway,
    Building,
    Transportation,
    Boundary,
    Place,
    Name,
    HouseNumber
};

/// What a feature is, as far as the style tells features apart.
enum class TileClass {
    Other,
    Motorway,
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    Minor,
    Service,
    Track,
    Path,
    Rail,
    Wood,
    Grass,
    Farmland,
    Residential,
    Commercial,
    Industrial,
    School,
    Pitch,
    Cemetery,
    Country,
    State,
    County,
    City,
    Town,
    Village,
    Hamlet,
    Suburb,
    Municipality,
};

struct TileKind
{
    TileLayer layer = TileLayer::Land;
    TileClass kind = TileClass::Other;

    bool operator==(const TileKind &) const = default;
};

/// What one layer of a pack is to the style.
class SchemaLayer
{
public:
    void add(QByteArrayView word, TileKind kind);

    /// By the finer word where that is known, else by the coarser one; none where the style draws nothing of that kind.
    [[nodiscard]] std::optional<TileKind> kindOf(QByteArrayView fine, QByteArrayView coarse) const;

private:
    QHash<QByteArrayView, TileKind> m_kinds;
    std::optional<TileKind> m_anyOther;
};

/// What a key of a feature says.
enum class TileKey { Unread, Kind, FineKind, Name, HouseNumber, Rank, Prominence };

/// The layer of that name; null where nothing of it is drawn.
[[nodiscard]] const SchemaLayer *schemaLayer(TileSchema schema, QByteArrayView name);
[[nodiscard]] TileKey schemaKey(TileSchema schema, QByteArrayView name);

/// The schema an archive speaks by its own metadata (`vector_layers`): OpenMapTiles unless it names Protomaps' layers.
[[nodiscard]] TileSchema schemaOf(const QJsonObject &metadata);

} // namespace Porchlight
