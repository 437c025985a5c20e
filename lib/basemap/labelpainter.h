// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/mappacks.h"
#include "core/geopoint.h"

#include <QImage>
#include <QSizeF>

class QPainter;

namespace Porchlight {

/// The view that labels are placed for, as the map's camera shows it.
struct LabelView
{
    GeoPoint centre;
    double zoom = 0;    ///< In zooms of 256 px tiles.
    double bearing = 0; ///< Degrees; the direction that points up.
    QSizeF size;        ///< In pixels that do not depend on the screen's scale; a margin around the window included.
    double pixelRatio = 1;
    MapTheme theme = MapTheme::Day;
    QString fontFamily;

    bool operator==(const LabelView &) const = default;
};

/// A transparent picture of all labels of a view.
struct LabelPicture
{
    LabelView view;
    QImage image;
    int count = 0;
};

/// One text and where it stands, in pixels of the view.
struct PlacedLabel
{
    QString text;
    QPointF centre;
    double angle = 0; ///< Degrees clockwise; within 90 to either side, so that it can be read.
    int pixelSize = 12;
    int weight = 400;
    bool isCapital = false;
    bool isFaint = false;

    bool operator==(const PlacedLabel &) const = default;
};

/// Chooses the labels that fit without touching each other, the more important first; the same view always gives the
/// same labels.
[[nodiscard]] std::vector<PlacedLabel> placeLabels(const LabelView &view, MapPacks &packs);
/// One text with its halo, in the colours and the type of a view.
void paintLabel(QPainter &painter, const PlacedLabel &label, const LabelView &view);
[[nodiscard]] LabelPicture paintLabels(const LabelView &view, MapPacks &packs);

} // namespace Porchlight
