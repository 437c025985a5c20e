// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/kml.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// Reads placemarks out of KML of any depth of folders. Element names are compared without their namespace, because
/// real files come with 2.0, 2.1, 2.2, Google's own, and none.
class KmlReader
{
public:
    explicit KmlReader(QByteArrayView xml)
        : m_xml(QByteArray(xml.data(), xml.size()))
    {}

    Result<std::vector<KmlPlacemark>, Failure<GeoFormatError>> read()
    {
        if (!m_xml.readNextStartElement()) {
            return notXml();
        }
        if (m_xml.name() != "kml"_L1 && m_xml.name() != "Document"_L1 && m_xml.name() != "Folder"_L1) {
            return fail(GeoFormatError::NotKml, u"the outermost element is <%1>"_s.arg(m_xml.name()));
        }
        readContainer({}, 0);
        if (m_xml.hasError()) {
            return notXml();
        }
        return std::move(m_placemarks);
    }

private:
    static constexpr int DeepestFolder = 32;

    std::unexpected<Failure<GeoFormatError>> notXml() const
    {
        return fail(GeoFormatError::NotXml, u"line %1: %2"_s.arg(m_xml.lineNumber()).arg(m_xml.errorString()));
    }

    void readContainer(QString folder, int depth)
    {
        while (m_xml.readNextStartElement()) {
            const QStringView name = m_xml.name();
            if (name == "Placemark"_L1) {
                readPlacemark(folder);
            } else if ((name == "Folder"_L1 || name == "Document"_L1) && depth < DeepestFolder) {
                readContainer(folder, depth + 1);
            } else if (name == "name"_L1) {
                folder = text();
            } else {
                m_xml.skipCurrentElement();
            }
        }
    }

    void readPlacemark(const QString &folder)
    {
        KmlPlacemark placemark;
        placemark.line = m_xml.lineNumber();
        placemark.folder = folder;
        while (m_xml.readNextStartElement()) {
            const QStringView name = m_xml.name();
            if (name == "name"_L1) {
                placemark.name = text();
            } else if (name == "address"_L1) {
                placemark.address = text();
            } else if (name == "description"_L1) {
                placemark.description = text();
            } else if (name == "ExtendedData"_L1) {
                readExtended(placemark, 0);
            } else {
                readGeometry(placemark, 0);
            }
        }
        m_placemarks.push_back(std::move(placemark));
    }

    void readExtended(KmlPlacemark &placemark, int depth)
    {
        while (m_xml.readNextStartElement()) {
            const QString name = m_xml.attributes().value("name"_L1).toString();
            if (m_xml.name() == "SimpleData"_L1) {
                placemark.extended.emplace_back(name, text());
            } else if (m_xml.name() == "SchemaData"_L1 && depth < DeepestFolder) {
                readExtended(placemark, depth + 1);
            } else if (m_xml.name() == "Data"_L1) {
                readValue(placemark, name);
            } else {
                m_xml.skipCurrentElement();
            }
        }
    }

    void readValue(KmlPlacemark &placemark, const QString &name)
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "value"_L1) {
                placemark.extended.emplace_back(name, text());
            } else {
                m_xml.skipCurrentElement();
            }
        }
    }

    void readGeometry(KmlPlacemark &placemark, int depth)
    {
        const QStringView name = m_xml.name();
        if (name == "MultiGeometry"_L1 && depth < DeepestFolder) {
            while (m_xml.readNextStartElement()) {
                readGeometry(placemark, depth + 1);
            }
        } else if (name == "Point"_L1) {
            const std::vector<GeoPoint> points = readCoordinates(placemark);
            placemark.geometry.points.insert(placemark.geometry.points.end(), points.begin(), points.end());
        } else if (name == "LineString"_L1) {
            placemark.geometry.lines.push_back(readCoordinates(placemark));
        } else if (name == "Polygon"_L1) {
            readPolygon(placemark);
        } else {
            m_xml.skipCurrentElement();
        }
    }

    void readPolygon(KmlPlacemark &placemark)
    {
        Polygon polygon;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "outerBoundaryIs"_L1) {
                polygon.outer = readBoundary(placemark);
            } else if (m_xml.name() == "innerBoundaryIs"_L1) {
                polygon.holes.push_back(readBoundary(placemark));
            } else {
                m_xml.skipCurrentElement();
            }
        }
        placemark.geometry.areas.push_back(std::move(polygon));
    }

    Ring readBoundary(KmlPlacemark &placemark)
    {
        Ring ring;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "LinearRing"_L1) {
                ring.points = readCoordinates(placemark);
            } else {
                m_xml.skipCurrentElement();
            }
        }
        if (ring.points.size() > 1 && ring.points.front() == ring.points.back()) {
            ring.points.pop_back();
        }
        return ring;
    }

    std::vector<GeoPoint> readCoordinates(KmlPlacemark &placemark)
    {
        std::vector<GeoPoint> points;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != "coordinates"_L1) {
                m_xml.skipCurrentElement();
                continue;
            }
            for (const QString &tuple : text().simplified().split(u' ', Qt::SkipEmptyParts)) {
                readTuple(tuple, points, placemark);
            }
        }
        return points;
    }

    static void readTuple(const QString &tuple, std::vector<GeoPoint> &points, KmlPlacemark &placemark)
    {
        const QStringList numbers = tuple.split(u',');
        bool isLongitude = false;
        bool isLatitude = false;
        const GeoPoint point{.latitude = numbers.value(1).toDouble(&isLatitude),
                             .longitude = numbers.value(0).toDouble(&isLongitude)};
        if (!isLongitude || !isLatitude || !point.isValid()) {
            placemark.fault = u"\"%1\" is no place on earth"_s.arg(tuple);
            return;
        }
        points.push_back(point);
    }

    /// All text up to the end of the element, however deep: without calling itself as Qt's own function does.
    QString text()
    {
        QString text;
        for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::Characters || token == QXmlStreamReader::EntityReference) {
                text += m_xml.text();
            }
            depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
        }
        return text.trimmed();
    }

    QXmlStreamReader m_xml;
    std::vector<KmlPlacemark> m_placemarks;
};

} // namespace

Result<std::vector<KmlPlacemark>, Failure<GeoFormatError>> readKml(QByteArrayView xml)
{
    return KmlReader(xml).read();
}

} // namespace Porchlight
