// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/tileschema.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using L = TileLayer;
using C = TileClass;

/// Where the things of a kind stand in one schema: a layer, and the words of its kinds; "*" is every word that no other
/// row names.
struct Place
{
    std::string_view layer;
    std::string_view words;
};

struct Row
{
    TileKind kind;
    Place openMapTiles;
    Place protomaps;
};

constexpr std::array Table{
    Row{{L::Land, C::Other}, {"land", "*"}, {"earth", "*"}},
    Row{{L::Landcover, C::Wood}, {"landcover", "wood forest"}, {"landuse", "wood forest"}},
    Row{{L::Landcover, C::Wood}, {}, {"landcover", "forest"}},
    Row{{L::Landcover, C::Grass}, {"landcover", "grass"}, {"landuse", "grass grassland meadow garden village_green"}},
    Row{{L::Landcover, C::Farmland}, {"landcover", "farmland"}, {"landuse", "farmland orchard allotments"}},
    Row{{L::Landuse, C::Residential}, {"landuse", "residential suburb neighbourhood"}, {"landuse", "residential"}},
    Row{{L::Landuse, C::Commercial}, {"landuse", "commercial retail"}, {"landuse", "commercial retail urban_area"}},
    Row{{L::Landuse, C::Industrial}, {"landuse", "industrial"}, {"landuse", "industrial railway"}},
    Row{{L::Landuse, C::School},
        {"landuse", "school university college kindergarten hospital"},
        {"landuse", "school university college kindergarten hospital"}},
    Row{{L::Landuse, C::Pitch}, {"landuse", "pitch track playground stadium"}, {"landuse", "pitch playground stadium"}},
    Row{{L::Landuse, C::Cemetery}, {"landuse", "cemetery"}, {"landuse", "cemetery"}},
    Row{{L::Park, C::Other},
        {"park", "*"},
        {"landuse", "park national_park nature_reserve protected_area recreation_ground golf_course zoo"}},
    Row{{L::Water, C::Other}, {"water", "*"}, {"water", "*"}},
    Row{{L::WaterName, C::Other}, {"water_name", "*"}, {}},
    Row{{L::Waterway, C::Other}, {"waterway", "*"}, {}},
    Row{{L::Building, C::Other}, {"building", "*"}, {"buildings", "building building_part"}},
    Row{{L::HouseNumber, C::Other}, {"housenumber", "*"}, {"buildings", "address"}},

    Row{{L::Transportation, C::Motorway}, {"transportation", "motorway"}, {"roads", "motorway motorway_link highway"}},
    Row{{L::Transportation, C::Trunk}, {"transportation", "trunk"}, {"roads", "trunk trunk_link"}},
    Row{{L::Transportation, C::Primary}, {"transportation", "primary"}, {"roads", "primary primary_link"}},
    Row{{L::Transportation, C::Secondary},
        {"transportation", "secondary"},
        {"roads", "secondary secondary_link major_road medium_road"}},
    Row{{L::Transportation, C::Tertiary}, {"transportation", "tertiary"}, {"roads", "tertiary tertiary_link"}},
    Row{{L::Transportation, C::Minor},
        {"transportation", "minor street residential busway"},
        {"roads", "residential unclassified living_street road minor_road"}},
    Row{{L::Transportation, C::Service}, {"transportation", "service"}, {"roads", "service"}},
    Row{{L::Transportation, C::Track}, {"transportation", "track"}, {"roads", "track"}},
    Row{{L::Transportation, C::Path},
        {"transportation", "path pedestrian"},
        {"roads", "path footway cycleway steps bridleway pedestrian"}},
    Row{{L::Transportation, C::Rail}, {"transportation", "rail"}, {"roads", "rail"}},

    Row{{L::Name, C::Motorway}, {"transportation_name", "motorway"}, {}},
    Row{{L::Name, C::Trunk}, {"transportation_name", "trunk"}, {}},
    Row{{L::Name, C::Primary}, {"transportation_name", "primary"}, {}},
    Row{{L::Name, C::Secondary}, {"transportation_name", "secondary"}, {}},
    Row{{L::Name, C::Tertiary}, {"transportation_name", "tertiary"}, {}},
    Row{{L::Name, C::Minor}, {"transportation_name", "minor"}, {}},
    Row{{L::Name, C::Rail}, {"transportation_name", "rail"}, {}},
    Row{{L::Name, C::Other}, {"transportation_name", "*"}, {}},

    Row{{L::Boundary, C::Country}, {"boundary", "2 country"}, {"boundaries", "country"}},
    Row{{L::Boundary, C::State}, {"boundary", "4 state"}, {"boundaries", "region"}},
    Row{{L::Boundary, C::County}, {"boundary", "6 county"}, {"boundaries", "county"}},
    Row{{L::Boundary, C::Municipality}, {"boundary", "8 municipality"}, {"boundaries", "locality"}},

    Row{{L::Place, C::Country}, {"place", "country"}, {"places", "country"}},
    Row{{L::Place, C::State}, {"place", "state province"}, {"places", "region state"}},
    Row{{L::Place, C::County}, {"place", "county"}, {"places", "county"}},
    Row{{L::Place, C::City}, {"place", "city"}, {"places", "city"}},
    Row{{L::Place, C::Town}, {"place", "town"}, {"places", "town locality"}},
    Row{{L::Place, C::Village}, {"place", "village"}, {"places", "village"}},
    Row{{L::Place, C::Hamlet}, {"place", "hamlet"}, {"places", "hamlet"}},
    Row{{L::Place, C::Suburb},
        {"place", "suburb quarter neighbourhood"},
        {"places", "suburb quarter macrohood neighbourhood"}},
};

struct KeyRow
{
    std::string_view word;
    TileKey key;
};

constexpr std::array OpenMapTilesKeys{
    KeyRow{"class", TileKey::Kind}, KeyRow{"admin_level", TileKey::FineKind},
    KeyRow{"name", TileKey::Name},  KeyRow{"name:latin", TileKey::Name},
    KeyRow{"rank", TileKey::Rank},  KeyRow{"housenumber", TileKey::HouseNumber},
};

/// With the names of version 3 beside those of version 4.
constexpr std::array ProtomapsKeys{
    KeyRow{"kind", TileKey::Kind},
    KeyRow{"pmap:kind", TileKey::Kind},
    KeyRow{"kind_detail", TileKey::FineKind},
    KeyRow{"pmap:kind_detail", TileKey::FineKind},
    KeyRow{"name", TileKey::Name},
    KeyRow{"population_rank", TileKey::Prominence},
    KeyRow{"pmap:population_rank", TileKey::Prominence},
    KeyRow{"addr_housenumber", TileKey::HouseNumber},
};

QByteArrayView viewOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

using Layers = QHash<QByteArrayView, SchemaLayer>;

Layers layersOf(Place Row::*schema)
{
    Layers layers;
    for (const Row &row : Table) {
        std::string_view words = (row.*schema).words;
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            layers[viewOf((row.*schema).layer)].add(viewOf(words.substr(0, end)), row.kind);
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }
    return layers;
}

} // namespace

void SchemaLayer::add(QByteArrayView word, TileKind kind)
{
    if (word == "*") {
        m_anyOther = kind;
    } else {
        m_kinds.insert(word, kind);
    }
}

std::optional<TileKind> SchemaLayer::kindOf(QByteArrayView fine, QByteArrayView coarse) const
{
    for (const QByteArrayView word : {fine, coarse}) {
        if (const auto found = m_kinds.constFind(word); found != m_kinds.constEnd()) {
            return *found;
        }
    }
    return m_anyOther;
}

const SchemaLayer *schemaLayer(TileSchema schema, QByteArrayView name)
{
    static const Layers openMapTiles = layersOf(&Row::openMapTiles);
    static const Layers protomaps = layersOf(&Row::protomaps);
    const Layers &layers = schema == TileSchema::Protomaps ? protomaps : openMapTiles;
    const auto found = layers.constFind(name);
    return found == layers.constEnd() ? nullptr : &*found;
}

TileKey schemaKey(TileSchema schema, QByteArrayView name)
{
    const std::span<const KeyRow> keys =
        schema == TileSchema::Protomaps ? std::span<const KeyRow>(ProtomapsKeys) : OpenMapTilesKeys;
    const auto found = std::ranges::find(keys, name, [](const KeyRow &row) { return viewOf(row.word); });
    return found == keys.end() ? TileKey::Unread : found->key;
}

TileSchema schemaOf(const QJsonObject &metadata)
{
    const QJsonArray layers = metadata.value("vector_layers"_L1).toArray();
    const auto has = [&layers](QLatin1StringView name) {
        return std::ranges::any_of(
            layers, [name](const QJsonValue &layer) { return layer.toObject().value("id"_L1).toString() == name; });
    };
    return has("roads"_L1) && (has("earth"_L1) || has("places"_L1)) ? TileSchema::Protomaps : TileSchema::OpenMapTiles;
}

} // namespace Porchlight
