// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/gpx.h"

#include "geo/geolimits.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

class GpxReader
{
public:
    explicit GpxReader(QByteArrayView xml)
        : m_xml(QByteArray(xml.data(), xml.size()))
    {}

    Result<GeoGeometry, Failure<GeoFormatError>> read()
    {
        if (m_xml.readNextStartElement() && m_xml.name() != "gpx"_L1) {
            return fail(GeoFormatError::NotGpx, u"the outermost element is <%1>"_s.arg(m_xml.name()));
        }
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "rte"_L1) {
                readLine("rtept"_L1);
            } else if (m_xml.name() == "trk"_L1) {
                readTrack();
            } else {
                m_xml.skipCurrentElement();
            }
        }
        if (m_failure) {
            return std::unexpected(*m_failure);
        }
        if (m_xml.hasError()) {
            return fail(GeoFormatError::NotXml, u"line %1: %2"_s.arg(m_xml.lineNumber()).arg(m_xml.errorString()));
        }
        return std::move(m_geometry);
    }

private:
    void readTrack()
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "trkseg"_L1) {
                readLine("trkpt"_L1);
            } else {
                m_xml.skipCurrentElement();
            }
        }
    }

    void readLine(QLatin1StringView pointName)
    {
        std::vector<GeoPoint> line;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == pointName) {
                readPoint(line);
            }
            m_xml.skipCurrentElement();
        }
        if (line.size() > 1) {
            m_geometry.lines.push_back(std::move(line));
        }
    }

    void readPoint(std::vector<GeoPoint> &line)
    {
        const QString latitude = m_xml.attributes().value("lat"_L1).toString();
        const QString longitude = m_xml.attributes().value("lon"_L1).toString();
        bool isLatitude = false;
        bool isLongitude = false;
        const GeoPoint point{.latitude = latitude.toDouble(&isLatitude), .longitude = longitude.toDouble(&isLongitude)};
        if (!isLatitude || !isLongitude || !point.isValid()) {
            stop(GeoFormatError::BadCoordinate,
                 u"line %1: lat=\"%2\" lon=\"%3\" is no place on earth"_s.arg(m_xml.lineNumber())
                     .arg(latitude.left(40), longitude.left(40)));
            return;
        }
        if (++m_count > MostVerticesInAnArea) {
            stop(GeoFormatError::TooManyVertices, u"more than %1"_s.arg(MostVerticesInAnArea));
            return;
        }
        // A receiver that stands still writes the same place again and again.
        if (line.empty() || line.back() != point) {
            line.push_back(point);
        }
    }

    void stop(GeoFormatError code, const QString &detail)
    {
        m_failure = Failure<GeoFormatError>{.code = code, .detail = detail};
        m_xml.raiseError(detail);
    }

    QXmlStreamReader m_xml;
    GeoGeometry m_geometry;
    std::size_t m_count = 0;
    std::optional<Failure<GeoFormatError>> m_failure;
};

} // namespace

Result<GeoGeometry, Failure<GeoFormatError>> readGpx(QByteArrayView xml)
{
    return GpxReader(xml).read();
}

} // namespace Porchlight
