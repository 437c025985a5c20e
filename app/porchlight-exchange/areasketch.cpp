// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areasketch.h"

#include "geo/geojson.h"
#include "geo/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr double Width = 350;
constexpr double Height = 190;
constexpr double Margin = 26;
constexpr double DegreesToRadians = std::numbers::pi / 180;

/// Metres on a flat sheet around the middle of the area, as pixels of the sketch.
class Sheet
{
public:
    explicit Sheet(const GeoBounds &bounds)
        : m_centre(bounds.centre())
    {
        const double width = distanceMetres({m_centre.latitude, bounds.west}, {m_centre.latitude, bounds.east});
        const double height = distanceMetres({bounds.south, m_centre.longitude}, {bounds.north, m_centre.longitude});
        m_pixelsPerMetre =
            std::min((Width - 2 * Margin) / std::max(width, 1.0), (Height - 2 * Margin) / std::max(height, 1.0));
        m_metresPerDegree = height / std::max(bounds.north - bounds.south, 1e-9);
    }

    [[nodiscard]] double x(GeoPoint point) const
    {
        const double degrees = wrappedLongitude(point.longitude - m_centre.longitude);
        return Width / 2 +
               degrees * m_metresPerDegree * std::cos(m_centre.latitude * DegreesToRadians) * m_pixelsPerMetre;
    }
    [[nodiscard]] double y(GeoPoint point) const
    {
        return Height / 2 - (point.latitude - m_centre.latitude) * m_metresPerDegree * m_pixelsPerMetre;
    }
    [[nodiscard]] double pixels(double metres) const { return metres * m_pixelsPerMetre; }

private:
    GeoPoint m_centre;
    double m_pixelsPerMetre = 1;
    double m_metresPerDegree = 111'000;
};

QString pathOf(const Ring &ring, const Sheet &sheet)
{
    QString path;
    for (const GeoPoint &point : ring.points) {
        path += u"%1%2 %3 "_s.arg(path.isEmpty() ? u"M"_s : u"L"_s)
                    .arg(sheet.x(point), 0, 'f', 1)
                    .arg(sheet.y(point), 0, 'f', 1);
    }
    return path + u"Z "_s;
}

/// The longest round length that fits into a quarter of the sketch.
double scaleMetres(const Sheet &sheet)
{
    constexpr std::array Lengths{1000.0, 500.0, 200.0, 100.0, 50.0, 20.0};
    const auto found =
        std::find_if(Lengths.begin(), Lengths.end(), [&](double metres) { return sheet.pixels(metres) <= Width / 4; });
    return found == Lengths.end() ? Lengths.back() : *found;
}

} // namespace

Html areaSketch(const RequestArea &area)
{
    const auto shape = readArea(area.geoJson);
    const auto bounds = shape ? boundsOf(*shape) : std::nullopt;
    if (!bounds) {
        return {};
    }
    const Sheet sheet(*bounds);
    QString path;
    for (const Polygon &polygon : *shape) {
        path += pathOf(polygon.outer, sheet);
        for (const Ring &hole : polygon.holes) {
            path += pathOf(hole, sheet);
        }
    }
    const double scale = scaleMetres(sheet);
    return Html::fromTemplate(u"area.svg"_s,
                              {
                                  {u"path"_s, Html::text(path.trimmed())},
                                  {u"scaleEnd"_s, Html::number(16 + sheet.pixels(scale))},
                                  {u"scaleText"_s, Html::text(u"%1 m"_s.arg(scale))},
                                  {u"miles"_s, Html::text(QString::number(squareMiles(area.squareMetres), 'f', 2))},
                              });
}

} // namespace Porchlight
