// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/tileid.h"
#include "core/bytesource.h"

#include <QByteArray>
#include <QPoint>
#include <QtEndian>

#include <protozero/pbf_writer.hpp>

#include <algorithm>
#include <cstring>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace Porchlight::Testing {

/// A vector tile written by hand, so that tests can say what is in it, and what is wrong with it.
struct TileLayerText
{
    struct Feature
    {
        int type = 3; ///< 1 points, 2 lines, 3 polygons.
        std::vector<QPoint> points;
        std::vector<std::pair<std::string, std::string>> tags;
    };

    std::string name;
    quint32 extent = 4096;
    std::vector<Feature> features;
};

inline quint32 zigzag(int value)
{
    return (static_cast<quint32>(value) << 1) ^ static_cast<quint32>(value >> 31);
}

inline std::vector<quint32> commandsOf(const TileLayerText::Feature &feature)
{
    const auto rest = static_cast<quint32>(feature.points.size() - 1);
    std::vector<quint32> commands{(1U << 3) | 1U, zigzag(feature.points[0].x()), zigzag(feature.points[0].y())};
    if (rest > 0) {
        commands.push_back((rest << 3) | 2U);
    }
    for (std::size_t i = 1; i < feature.points.size(); ++i) {
        commands.push_back(zigzag(feature.points[i].x() - feature.points[i - 1].x()));
        commands.push_back(zigzag(feature.points[i].y() - feature.points[i - 1].y()));
    }
    if (feature.type == 3) {
        commands.push_back((1U << 3) | 7U);
    }
    return commands;
}

inline QByteArray encodeTile(const std::vector<TileLayerText> &layers)
{
    std::string bytes;
    protozero::pbf_writer tile(bytes);
    for (const TileLayerText &text : layers) {
        protozero::pbf_writer layer(tile, 3);
        layer.add_uint32(15, 2);
        layer.add_string(1, text.name);
        std::vector<std::string> words;
        const auto indexOf = [&words](const std::string &word) {
            const auto at = std::ranges::find(words, word);
            if (at == words.end()) {
                words.push_back(word);
                return static_cast<quint32>(words.size() - 1);
            }
            return static_cast<quint32>(at - words.begin());
        };
        for (const TileLayerText::Feature &each : text.features) {
            protozero::pbf_writer feature(layer, 2);
            std::vector<quint32> tags;
            for (const auto &[key, value] : each.tags) {
                tags.push_back(indexOf(key));
                tags.push_back(indexOf(value));
            }
            feature.add_packed_uint32(2, tags.begin(), tags.end());
            feature.add_enum(3, each.type);
            const std::vector<quint32> commands = commandsOf(each);
            feature.add_packed_uint32(4, commands.begin(), commands.end());
        }
        // The same list serves as keys and as values.
        for (const std::string &word : words) {
            layer.add_string(3, word);
            protozero::pbf_writer value(layer, 4);
            value.add_string(1, word);
        }
        layer.add_uint32(5, text.extent);
    }
    return QByteArray::fromStdString(bytes);
}

inline void appendVarint(QByteArray &bytes, quint64 value)
{
    for (; value >= 0x80; value >>= 7) {
        bytes.append(static_cast<char>(value | 0x80));
    }
    bytes.append(static_cast<char>(value));
}

struct DirectoryEntry
{
    quint64 number;
    quint64 runLength;
    quint64 length;
    quint64 offset;
};

inline QByteArray encodeDirectory(const std::vector<DirectoryEntry> &entries)
{
    QByteArray bytes;
    appendVarint(bytes, entries.size());
    quint64 last = 0;
    for (const DirectoryEntry &entry : entries) {
        appendVarint(bytes, entry.number - std::exchange(last, entry.number));
    }
    for (const DirectoryEntry &entry : entries) {
        appendVarint(bytes, entry.runLength);
    }
    for (const DirectoryEntry &entry : entries) {
        appendVarint(bytes, entry.length);
    }
    for (const DirectoryEntry &entry : entries) {
        appendVarint(bytes, entry.offset + 1);
    }
    return bytes;
}

struct PackParts
{
    QByteArray root;
    QByteArray metadata = "{\"vector_layers\":[],\"attribution\":\"Test\"}";
    QByteArray leaves;
    QByteArray tiles;
    quint8 minimumZoom = 0;
    quint8 maximumZoom = 14;
    quint8 tileCompression = 1;
    double west = -180;
    double south = -85;
    double east = 180;
    double north = 85;
};

inline QByteArray encodePack(const PackParts &parts)
{
    QByteArray header(127, '\0');
    const auto put = [&header](qsizetype at, auto value) {
        qToLittleEndian(value, header.data() + at);
    };
    std::memcpy(header.data(), "PMTiles\3", 8);
    quint64 offset = 127;
    const QByteArray *sections[] = {&parts.root, &parts.metadata, &parts.leaves, &parts.tiles};
    for (qsizetype i = 0; i < 4; ++i) {
        put(8 + i * 16, offset);
        put(16 + i * 16, static_cast<quint64>(sections[i]->size()));
        offset += static_cast<quint64>(sections[i]->size());
    }
    header[97] = 1;
    header[98] = static_cast<char>(parts.tileCompression);
    header[99] = 1;
    header[100] = static_cast<char>(parts.minimumZoom);
    header[101] = static_cast<char>(parts.maximumZoom);
    put(102, static_cast<qint32>(parts.west * 1e7));
    put(106, static_cast<qint32>(parts.south * 1e7));
    put(110, static_cast<qint32>(parts.east * 1e7));
    put(114, static_cast<qint32>(parts.north * 1e7));
    return header + parts.root + parts.metadata + parts.leaves + parts.tiles;
}

/// A pack of these tiles, without compression.
inline QByteArray encodePack(const std::map<quint64, QByteArray> &tiles, PackParts parts = {})
{
    std::vector<DirectoryEntry> entries;
    for (const auto &[number, bytes] : tiles) {
        entries.push_back({number, 1, static_cast<quint64>(bytes.size()), static_cast<quint64>(parts.tiles.size())});
        parts.tiles += bytes;
    }
    parts.root = encodeDirectory(entries);
    return encodePack(parts);
}

class BytesInMemory final : public ByteSource
{
public:
    explicit BytesInMemory(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] Result<qint64, Failure<SourceError>> read(qint64 offset, char *target, qint64 length) override
    {
        if (offset < 0 || offset > m_bytes.size()) {
            return fail(SourceError::OutOfRange);
        }
        const qint64 count = std::min<qint64>(length, m_bytes.size() - offset);
        std::memcpy(target, m_bytes.data() + offset, static_cast<std::size_t>(count));
        return count;
    }

private:
    QByteArray m_bytes;
};

} // namespace Porchlight::Testing
