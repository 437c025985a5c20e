// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapcamera.h"

#include "basemap/mapscale.h"
#include "basemap/mercator.h"

#include <QRectF>

namespace Porchlight {

namespace {

constexpr double LongestScale = 110;
constexpr double RevealMargin = 80;
constexpr char16_t TrueMinus = 0x2212;

double wrapped(double x)
{
    return x - std::floor(x);
}

QString degrees(double value)
{
    return QString::number(value, 'f', 5).replace(u'-', QChar(TrueMinus));
}

} // namespace

MapCamera::MapCamera(QObject *parent)
    : QObject(parent)
{}

GeoPoint MapCamera::centre() const
{
    return Mercator::fromWorld(m_centre);
}

QGeoCoordinate MapCamera::center() const
{
    return {centre().latitude, centre().longitude};
}

double MapCamera::minimumZoom() const
{
    // As Qt Location: the world is never smaller than the window.
    return std::log2(std::max({m_size.width(), m_size.height(), Mercator::WorldPixels}) / Mercator::WorldPixels);
}

void MapCamera::setSize(QSizeF size)
{
    if (size == m_size || size.isEmpty()) {
        return;
    }
    m_size = size;
    look(m_centre, m_zoom, m_bearing);
}

void MapCamera::look(QPointF centre, double zoom, double bearing)
{
    m_zoom = std::clamp(zoom, minimumZoom(), MaximumZoom);
    m_bearing = bearing - 360 * std::floor(bearing / 360);
    const double half = std::min(0.5, m_size.height() / 2 / Mercator::worldPixels(m_zoom));
    m_centre = QPointF(wrapped(centre.x()), std::clamp(centre.y(), half, 1 - half));
    Q_EMIT moved();
    Q_EMIT cursorMoved();
}

double MapCamera::metresPerPixel() const
{
    return Mercator::metresPerPixel(centre().latitude, m_zoom);
}

double MapCamera::scalePixels() const
{
    return scaleBar(metresPerPixel(), LongestScale).pixels;
}

QString MapCamera::scaleText() const
{
    const MapScale scale = scaleBar(metresPerPixel(), LongestScale);
    return scale.isMiles ? tr("%1 mi").arg(scale.number) : tr("%1 ft").arg(scale.number);
}

QString MapCamera::cursorText() const
{
    const GeoPoint place = m_hasCursor ? m_cursor : centre();
    return degrees(place.latitude) + QStringLiteral(", ") + degrees(place.longitude);
}

QPointF MapCamera::turned(QPointF pixels, double by) const
{
    const double angle = by * std::numbers::pi / 180;
    return {pixels.x() * std::cos(angle) - pixels.y() * std::sin(angle),
            pixels.x() * std::sin(angle) + pixels.y() * std::cos(angle)};
}

QPointF MapCamera::toPixel(GeoPoint place) const
{
    QPointF off = Mercator::toWorld(place) - m_centre;
    // The nearer way round the earth.
    off.rx() -= std::round(off.x());
    return turned(off * Mercator::worldPixels(m_zoom), -m_bearing) + QPointF(m_size.width(), m_size.height()) / 2;
}

GeoPoint MapCamera::toPlace(QPointF pixel) const
{
    const QPointF off = turned(pixel - QPointF(m_size.width(), m_size.height()) / 2, m_bearing);
    return Mercator::fromWorld(m_centre + off / Mercator::worldPixels(m_zoom));
}

QRectF MapCamera::worldInView() const
{
    const double angle = m_bearing * std::numbers::pi / 180;
    const double width = std::abs(m_size.width() * std::cos(angle)) + std::abs(m_size.height() * std::sin(angle));
    const double height = std::abs(m_size.width() * std::sin(angle)) + std::abs(m_size.height() * std::cos(angle));
    const QSizeF extent = QSizeF(width, height) / Mercator::worldPixels(m_zoom);
    return {m_centre - QPointF(extent.width(), extent.height()) / 2, extent};
}

QGeoCoordinate MapCamera::placeAt(QPointF pixel) const
{
    const GeoPoint place = toPlace(pixel);
    return {place.latitude, place.longitude};
}

QPointF MapCamera::pixelAt(const QGeoCoordinate &place) const
{
    return toPixel({.latitude = place.latitude(), .longitude = place.longitude()});
}

void MapCamera::panBy(double right, double down)
{
    const QPointF off = turned(QPointF(right, down), m_bearing) / Mercator::worldPixels(m_zoom);
    look(m_centre + off, m_zoom, m_bearing);
}

void MapCamera::zoomBy(double steps, QPointF pixel)
{
    const double zoom = std::clamp(m_zoom + steps, minimumZoom(), MaximumZoom);
    const QPointF off = turned(pixel - QPointF(m_size.width(), m_size.height()) / 2, m_bearing);
    const QPointF kept = m_centre + off / Mercator::worldPixels(m_zoom);
    look(kept - off / Mercator::worldPixels(zoom), zoom, m_bearing);
}

void MapCamera::pinchBy(double factor, QPointF pixel)
{
    if (factor > 0) {
        zoomBy(std::log2(factor), pixel);
    }
}

void MapCamera::zoomIn()
{
    zoomBy(1, QPointF(m_size.width(), m_size.height()) / 2);
}

void MapCamera::zoomOut()
{
    zoomBy(-1, QPointF(m_size.width(), m_size.height()) / 2);
}

void MapCamera::turnBy(double by)
{
    look(m_centre, m_zoom, m_bearing + by);
}

void MapCamera::turnNorth()
{
    look(m_centre, m_zoom, 0);
}

void MapCamera::show(const QGeoCoordinate &place, double zoom)
{
    if (place.isValid()) {
        look(Mercator::toWorld({.latitude = place.latitude(), .longitude = place.longitude()}), zoom, m_bearing);
    }
}

void MapCamera::reveal(GeoPoint place)
{
    const QRectF inside = QRectF(QPointF(), m_size).adjusted(RevealMargin, RevealMargin, -RevealMargin, -RevealMargin);
    if (!inside.contains(toPixel(place))) {
        look(Mercator::toWorld(place), m_zoom, m_bearing);
    }
}

void MapCamera::fit(const QRectF &world, double marginPixels)
{
    const QSizeF room(std::max(1.0, m_size.width() - 2 * marginPixels),
                      std::max(1.0, m_size.height() - 2 * marginPixels));
    const double scale =
        std::min(room.width() / std::max(world.width(), 1e-9), room.height() / std::max(world.height(), 1e-9));
    look(world.center(), std::log2(scale / Mercator::WorldPixels), 0);
}

void MapCamera::pointAt(QPointF pixel)
{
    m_cursor = toPlace(pixel);
    m_hasCursor = true;
    Q_EMIT cursorMoved();
}

void MapCamera::pointAway()
{
    m_hasCursor = false;
    Q_EMIT cursorMoved();
}

} // namespace Porchlight
