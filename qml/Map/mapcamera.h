// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/geopoint.h"

#include <QGeoCoordinate>
#include <QObject>
#include <QPointF>
#include <QSizeF>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// Where the map looks: the one owner of centre, zoom and bearing. The street map, the items above it and the scale
/// follow it; nothing moves unless the officer moved it. Zooms are counted as Qt Location does: the world is 256 pixels
/// wide at zoom 0.
class MapCamera : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the map's view-model")
    Q_PROPERTY(QGeoCoordinate center READ center NOTIFY moved FINAL)
    Q_PROPERTY(double zoomLevel READ zoomLevel NOTIFY moved FINAL)
    Q_PROPERTY(double bearing READ bearing NOTIFY moved FINAL)
    Q_PROPERTY(double maximumZoom READ maximumZoom CONSTANT FINAL)
    Q_PROPERTY(QSizeF size READ size WRITE setSize NOTIFY moved FINAL)
    Q_PROPERTY(double metresPerPixel READ metresPerPixel NOTIFY moved FINAL)
    Q_PROPERTY(double scalePixels READ scalePixels NOTIFY moved FINAL)
    Q_PROPERTY(QString scaleText READ scaleText NOTIFY moved FINAL)
    Q_PROPERTY(QString cursorText READ cursorText NOTIFY cursorMoved FINAL)

public:
    static constexpr double MaximumZoom = 20;

    explicit MapCamera(QObject *parent = nullptr);

    [[nodiscard]] QGeoCoordinate center() const;
    [[nodiscard]] GeoPoint centre() const;
    [[nodiscard]] double zoomLevel() const { return m_zoom; }
    [[nodiscard]] double bearing() const { return m_bearing; }
    [[nodiscard]] double maximumZoom() const { return MaximumZoom; }
    [[nodiscard]] double minimumZoom() const;
    [[nodiscard]] QSizeF size() const { return m_size; }
    void setSize(QSizeF size);
    [[nodiscard]] double metresPerPixel() const;
    /// The length of the scale bar; it stands for a round number of feet or miles.
    [[nodiscard]] double scalePixels() const;
    [[nodiscard]] QString scaleText() const;
    [[nodiscard]] QString cursorText() const;

    [[nodiscard]] QPointF toPixel(GeoPoint place) const;
    [[nodiscard]] GeoPoint toPlace(QPointF pixel) const;
    /// The unit square's rectangle around all that is seen.
    [[nodiscard]] QRectF worldInView() const;

    Q_INVOKABLE QGeoCoordinate placeAt(QPointF pixel) const;
    Q_INVOKABLE QPointF pixelAt(const QGeoCoordinate &place) const;

    Q_INVOKABLE void panBy(double right, double down);
    /// Whole and part steps; the spot under `pixel` stays where it is.
    Q_INVOKABLE void zoomBy(double steps, QPointF pixel);
    /// Two fingers on the map: `factor` is how much farther apart they are.
    Q_INVOKABLE void pinchBy(double factor, QPointF pixel);
    Q_INVOKABLE void zoomIn();
    Q_INVOKABLE void zoomOut();
    Q_INVOKABLE void turnBy(double degrees);
    Q_INVOKABLE void turnNorth();
    Q_INVOKABLE void show(const QGeoCoordinate &place, double zoom);
    /// Moves only as far as is needed to see a place.
    void reveal(GeoPoint place);
    void fit(const QRectF &world, double marginPixels = 60);
    Q_INVOKABLE void pointAt(QPointF pixel);
    Q_INVOKABLE void pointAway();

Q_SIGNALS:
    void moved();
    void cursorMoved();

private:
    void look(QPointF centre, double zoom, double bearing);
    [[nodiscard]] QPointF turned(QPointF pixels, double degrees) const;

    QPointF m_centre{0.5, 0.5}; ///< In the unit square.
    double m_zoom = 3;
    double m_bearing = 0;
    QSizeF m_size{1, 1};
    GeoPoint m_cursor;
    bool m_hasCursor = false;
};

} // namespace Porchlight
