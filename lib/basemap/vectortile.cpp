// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/vectortile.h"

#include <protozero/exception.hpp>
#include <protozero/pbf_message.hpp>
#include <protozero/pbf_reader.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int MaximumLayers = 256;
constexpr std::size_t MaximumFeatures = 200'000;
constexpr qsizetype MaximumPoints = 2'000'000;
constexpr std::size_t MaximumWords = 200'000;
constexpr quint32 MaximumExtent = 65'536;
/// Features may reach this many tile sides beyond their tile.
constexpr double MaximumMargin = 16;
constexpr qsizetype MaximumText = 200;
constexpr qint64 MaximumRank = 100;
/// What a part of a feature costs in memory, in points.
constexpr qsizetype PointsPerPart = 4;

/// A tile that breaks the rules; thrown and caught in this file, as protozero's own exceptions are.
struct BrokenRule
{
    BasemapError code;
    QString detail;
};

using WireType = protozero::pbf_wire_type;

/// A field counts only with the wire type it must have; with another one it is skipped like an unknown field.
constexpr quint32 tagged(quint32 field, WireType type)
{
    return protozero::tag_and_type(field, type);
}

QByteArrayView viewOf(protozero::data_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The values of one layer that features point at; kept as bytes until a feature that is drawn asks.
struct LayerWords
{
    struct Value
    {
        QByteArrayView text;
        qint64 number = 0;
    };

    std::vector<TileKey> keys;
    std::vector<Value> values;
};

qint64 wholeNumber(double number)
{
    constexpr double Most = 1e9;
    return std::isnan(number) ? 0 : static_cast<qint64>(std::clamp(number, -Most, Most));
}

LayerWords::Value valueOf(protozero::data_view bytes)
{
    LayerWords::Value value;
    protozero::pbf_reader reader(bytes);
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case tagged(1, WireType::length_delimited):
            value.text = viewOf(reader.get_view());
            break;
        case tagged(2, WireType::fixed32):
            value.number = wholeNumber(static_cast<double>(reader.get_float()));
            break;
        case tagged(3, WireType::fixed64):
            value.number = wholeNumber(reader.get_double());
            break;
        case tagged(4, WireType::varint):
            value.number = reader.get_int64();
            break;
        case tagged(5, WireType::varint):
            value.number = static_cast<qint64>(reader.get_uint64() & 0x7fff'ffffU);
            break;
        case tagged(6, WireType::varint):
            value.number = reader.get_sint64();
            break;
        default:
            reader.skip();
        }
    }
    return value;
}

/// What the keys of one feature say, before it is known whether it is drawn.
struct FeatureWords
{
    QByteArray fineKind;
    QByteArrayView kind;
    QByteArrayView text;
    int rank = 0;
};

/// Reads the drawing commands of one feature (MVT 2.1, section 4.3).
class GeometryReader
{
public:
    GeometryReader(quint32 extent, qsizetype &pointsLeft)
        : m_scale(1.0 / extent)
        , m_pointsLeft(pointsLeft)
    {}

    [[nodiscard]] std::vector<QPolygonF>
    read(protozero::iterator_range<protozero::pbf_reader::const_uint32_iterator> commands)
    {
        for (auto at = commands.begin(); at != commands.end();) {
            const quint32 word = *at++;
            const quint32 command = word & 7U;
            const quint32 count = word >> 3U;
            if (command == ClosePath) {
                close();
                continue;
            }
            if (command != MoveTo && command != LineTo) {
                throw BrokenRule{BasemapError::BadTile, u"command"_s};
            }
            for (quint32 i = 0; i < count; ++i) {
                const quint32 dx = next(at, commands.end());
                const quint32 dy = next(at, commands.end());
                add(dx, dy, command == MoveTo);
            }
        }
        return std::move(m_parts);
    }

private:
    static constexpr quint32 MoveTo = 1;
    static constexpr quint32 LineTo = 2;
    static constexpr quint32 ClosePath = 7;

    template <typename Iterator>
    static quint32 next(Iterator &at, const Iterator &end)
    {
        if (at == end) {
            throw BrokenRule{BasemapError::BadTile, u"commands beyond the geometry"_s};
        }
        return *at++;
    }

    void add(quint32 dx, quint32 dy, bool startsPart)
    {
        m_x += protozero::decode_zigzag32(dx);
        m_y += protozero::decode_zigzag32(dy);
        const QPointF point(static_cast<double>(m_x) * m_scale, static_cast<double>(m_y) * m_scale);
        if (std::abs(point.x()) > MaximumMargin || std::abs(point.y()) > MaximumMargin || --m_pointsLeft < 0) {
            throw BrokenRule{BasemapError::BadTile, u"coordinates"_s};
        }
        if (startsPart || m_parts.empty()) {
            m_parts.emplace_back();
            m_pointsLeft -= PointsPerPart;
        }
        m_parts.back().append(point);
    }

    void close()
    {
        if (--m_pointsLeft < 0) {
            throw BrokenRule{BasemapError::BadTile, u"coordinates"_s};
        }
        if (!m_parts.empty() && !m_parts.back().isEmpty()) {
            m_parts.back().append(m_parts.back().constFirst());
        }
    }

    double m_scale;
    qsizetype &m_pointsLeft;
    qint64 m_x = 0;
    qint64 m_y = 0;
    std::vector<QPolygonF> m_parts;
};

std::optional<TileGeometry> geometryOf(quint32 type)
{
    switch (type) {
    case 1:
        return TileGeometry::Points;
    case 2:
        return TileGeometry::Lines;
    case 3:
        return TileGeometry::Polygons;
    default:
        return std::nullopt;
    }
}

QRectF boundsOf(const std::vector<QPolygonF> &parts)
{
    QRectF bounds;
    for (const QPolygonF &part : parts) {
        const QRectF own = part.boundingRect();
        bounds = bounds.isNull()
                     ? own
                     : QRectF(QPointF(std::min(bounds.left(), own.left()), std::min(bounds.top(), own.top())),
                              QPointF(std::max(bounds.right(), own.right()), std::max(bounds.bottom(), own.bottom())));
    }
    return bounds;
}

/// One layer of a tile, read in two passes: the words first, because features may stand before them.
class LayerReader
{
public:
    LayerReader(protozero::data_view bytes, TileSchema schema, VectorTile &tile, qsizetype &pointsLeft)
        : m_bytes(bytes)
        , m_schema(schema)
        , m_tile(tile)
        , m_pointsLeft(pointsLeft)
    {}

    void read()
    {
        readHead();
        const SchemaLayer *layer = schemaLayer(m_schema, m_name);
        if (layer == nullptr) {
            return;
        }
        if (m_extent == 0 || m_extent > MaximumExtent) {
            throw BrokenRule{BasemapError::BadTile, u"extent %1"_s.arg(m_extent)};
        }
        readWords();
        protozero::pbf_reader reader(m_bytes);
        while (reader.next(2, WireType::length_delimited)) {
            if (m_tile.features.size() >= MaximumFeatures) {
                throw BrokenRule{BasemapError::TooLarge, u"features"_s};
            }
            readFeature(reader.get_view(), *layer);
        }
    }

private:
    void readHead()
    {
        protozero::pbf_reader reader(m_bytes);
        while (reader.next()) {
            switch (reader.tag_and_type()) {
            case tagged(1, WireType::length_delimited):
                m_name = viewOf(reader.get_view());
                break;
            case tagged(5, WireType::varint):
                m_extent = reader.get_uint32();
                break;
            default:
                reader.skip();
            }
        }
    }

    void readWords()
    {
        protozero::pbf_reader reader(m_bytes);
        while (reader.next()) {
            switch (reader.tag_and_type()) {
            case tagged(3, WireType::length_delimited):
                m_words.keys.push_back(schemaKey(m_schema, viewOf(reader.get_view())));
                break;
            case tagged(4, WireType::length_delimited):
                m_words.values.push_back(valueOf(reader.get_view()));
                break;
            default:
                reader.skip();
            }
            if (m_words.keys.size() > MaximumWords || m_words.values.size() > MaximumWords) {
                throw BrokenRule{BasemapError::TooLarge, u"words"_s};
            }
        }
    }

    void readFeature(protozero::data_view bytes, const SchemaLayer &layer)
    {
        FeatureWords words;
        std::optional<TileGeometry> geometry;
        protozero::iterator_range<protozero::pbf_reader::const_uint32_iterator> commands;
        protozero::pbf_reader reader(bytes);
        while (reader.next()) {
            switch (reader.tag_and_type()) {
            case tagged(2, WireType::length_delimited):
                readTags(reader.get_packed_uint32(), words);
                break;
            case tagged(3, WireType::varint):
                geometry = geometryOf(reader.get_uint32());
                break;
            case tagged(4, WireType::length_delimited):
                commands = reader.get_packed_uint32();
                break;
            default:
                reader.skip();
            }
        }
        const auto kind = layer.kindOf(words.fineKind, words.kind);
        if (geometry && kind) {
            addFeature(*kind, *geometry, words, commands);
        }
    }

    void addFeature(TileKind kind, TileGeometry geometry, const FeatureWords &words,
                    protozero::iterator_range<protozero::pbf_reader::const_uint32_iterator> commands)
    {
        TileFeature feature{.layer = kind.layer,
                            .kind = kind.kind,
                            .geometry = geometry,
                            .rank = words.rank,
                            .text = QString::fromUtf8(words.text.first(std::min(words.text.size(), MaximumText))),
                            .bounds = {},
                            .parts = {}};
        // One layer of Protomaps has lakes and streams.
        if (feature.layer == TileLayer::Water && geometry == TileGeometry::Lines) {
            feature.layer = TileLayer::Waterway;
        }
        const qsizetype pointsBefore = m_pointsLeft;
        feature.parts = GeometryReader(m_extent, m_pointsLeft).read(commands);
        feature.bounds = boundsOf(feature.parts);
        m_tile.bytes += static_cast<qsizetype>(sizeof(TileFeature)) + feature.text.size() * 2 +
                        (pointsBefore - m_pointsLeft) * static_cast<qsizetype>(sizeof(QPointF));
        if (!feature.parts.empty()) {
            m_tile.features.push_back(std::move(feature));
        }
    }

    void readTags(protozero::iterator_range<protozero::pbf_reader::const_uint32_iterator> tags,
                  FeatureWords &words) const
    {
        for (auto at = tags.begin(); at != tags.end();) {
            const quint32 key = *at++;
            if (at == tags.end()) {
                throw BrokenRule{BasemapError::BadTile, u"tags"_s};
            }
            const quint32 value = *at++;
            if (key >= m_words.keys.size() || value >= m_words.values.size()) {
                throw BrokenRule{BasemapError::BadTile, u"index of a tag"_s};
            }
            apply(m_words.keys[key], m_words.values[value], words);
        }
    }

    static void apply(TileKey key, const LayerWords::Value &value, FeatureWords &words)
    {
        switch (key) {
        case TileKey::Unread:
            return;
        case TileKey::Kind:
            words.kind = value.text;
            return;
        case TileKey::FineKind:
            words.fineKind = value.text.isEmpty()
                                 ? QByteArray::number(value.number)
                                 : value.text.first(std::min(value.text.size(), MaximumText)).toByteArray();
            return;
        case TileKey::Name:
        case TileKey::HouseNumber:
            words.text = value.text;
            return;
        case TileKey::Rank:
            words.rank = static_cast<int>(std::clamp<qint64>(value.number, 0, MaximumRank));
            return;
        case TileKey::Prominence:
            words.rank = static_cast<int>(MaximumRank - std::clamp<qint64>(value.number, 0, MaximumRank));
            return;
        }
    }

    protozero::data_view m_bytes;
    TileSchema m_schema;
    VectorTile &m_tile;
    qsizetype &m_pointsLeft;
    QByteArrayView m_name;
    quint32 m_extent = 4096;
    LayerWords m_words;
};

} // namespace

BasemapResult<VectorTile> decodeVectorTile(QByteArrayView bytes, TileSchema schema)
{
    VectorTile tile;
    qsizetype pointsLeft = MaximumPoints;
    int layersLeft = MaximumLayers;
    try {
        protozero::pbf_reader reader(bytes.data(), static_cast<std::size_t>(bytes.size()));
        while (reader.next(3, WireType::length_delimited)) {
            if (--layersLeft < 0) {
                return fail(BasemapError::TooLarge, u"layers"_s);
            }
            LayerReader(reader.get_view(), schema, tile, pointsLeft).read();
        }
    } catch (const BrokenRule &broken) {
        return fail(broken.code, broken.detail);
    } catch (const protozero::exception &broken) {
        return fail(BasemapError::BadTile, QString::fromLatin1(broken.what()));
    }
    return tile;
}

} // namespace Porchlight
