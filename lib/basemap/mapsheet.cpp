// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/mapsheet.h"

#include "basemap/mapscale.h"
#include "basemap/mercator.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr double Edge = 14;
constexpr double LongestScale = 130;
constexpr int Lettering = 12;
constexpr double Arrow = 16;

LabelView viewOf(const MapSheet &sheet)
{
    return {.centre = sheet.centre,
            .zoom = sheet.zoom,
            .bearing = sheet.bearing,
            .size = sheet.size,
            .pixelRatio = sheet.pixelRatio,
            .theme = sheet.theme,
            .fontFamily = sheet.fontFamily};
}

void paintStreets(QPainter &painter, const MapSheet &sheet, MapPacks &packs)
{
    const int zoom = std::clamp(qRound(sheet.zoom) - 1, 0, TileId::MaximumZoom);
    const double across = std::exp2(zoom);
    const double side = Mercator::worldPixels(sheet.zoom) / across;
    const QPointF centre = Mercator::toWorld(sheet.centre) * across;
    const double reach = std::hypot(sheet.size.width(), sheet.size.height()) / 2 / side;
    const int last = (1 << zoom) - 1;
    painter.save();
    painter.translate(sheet.size.width() / 2.0, sheet.size.height() / 2.0);
    painter.rotate(-sheet.bearing);
    for (int y = std::max(0, qFloor(centre.y() - reach)); y <= std::min(last, qFloor(centre.y() + reach)); ++y) {
        for (int x = qFloor(centre.x() - reach); x <= qFloor(centre.x() + reach); ++x) {
            const TileId tile{.zoom = zoom, .x = x & last, .y = y};
            const QImage image = paintTile(
                {.tile = tile, .theme = sheet.theme, .pixelRatio = sheet.pixelRatio * side / TilePicture::Side},
                packs.parts(tile));
            painter.drawImage(QRectF((QPointF(x, y) - centre) * side, QSizeF(side, side)), image);
        }
    }
    painter.restore();
}

/// A plate under what stands in the margin, so that no street and no name runs through it.
void paintPlate(QPainter &painter, const MapSheet &sheet, const QRectF &plate)
{
    QColor colour = mapPalette(sheet.theme).labelHalo;
    colour.setAlphaF(0.9F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(plate, 3, 3);
    painter.setBrush(Qt::NoBrush);
}

double widthOf(const LabelView &view, const QString &text)
{
    QFont font(view.fontFamily);
    font.setPixelSize(Lettering);
    return QFontMetricsF(font).horizontalAdvance(text);
}

/// A text of the sheet's margin, with its middle at a height; to the right of `left`, or to the left of it.
void paintWords(QPainter &painter, const LabelView &view, const QString &text, QPointF at, Qt::Alignment side)
{
    const double half = widthOf(view, text) / 2;
    const QPointF centre = at + QPointF(side == Qt::AlignRight ? -half : half, 0);
    paintLabel(painter, {.text = text, .centre = centre, .angle = 0, .pixelSize = Lettering, .weight = QFont::Normal},
               view);
}

void paintScale(QPainter &painter, const MapSheet &sheet, const LabelView &view)
{
    const MapScale scale = scaleBar(Mercator::metresPerPixel(sheet.centre.latitude, sheet.zoom), LongestScale);
    const double foot = sheet.size.height() - Edge;
    const QPolygonF bar{{Edge, foot - 6}, {Edge, foot}, {Edge + scale.pixels, foot}, {Edge + scale.pixels, foot - 6}};
    const MapPalette &palette = mapPalette(sheet.theme);
    const QString words = (scale.isMiles ? u"%1 mi"_s : u"%1 ft"_s).arg(scale.number);
    paintPlate(painter, sheet, {Edge - 6, foot - 13, scale.pixels + widthOf(view, words) + 20, 19});
    painter.setPen(QPen(palette.label, 1.5));
    painter.drawPolyline(bar);
    paintWords(painter, view, words, {Edge + scale.pixels + 8, foot - 4}, Qt::AlignLeft);
}

void paintNorth(QPainter &painter, const MapSheet &sheet, const LabelView &view)
{
    const MapPalette &palette = mapPalette(sheet.theme);
    painter.save();
    painter.translate(sheet.size.width() - Edge - 1.7 * Arrow, Edge + 1.7 * Arrow);
    paintPlate(painter, sheet, {-1.7 * Arrow, -1.7 * Arrow, 3.4 * Arrow, 3.4 * Arrow});
    painter.rotate(-sheet.bearing);
    const QPolygonF arrow{{0, -Arrow}, {Arrow * 0.5, Arrow * 0.6}, {0, Arrow * 0.25}, {-Arrow * 0.5, Arrow * 0.6}};
    painter.setPen(QPen(palette.labelHalo, 2));
    painter.setBrush(palette.label);
    painter.drawPolygon(arrow);
    paintLabel(painter, {.text = u"N"_s, .centre = {0, Arrow * 1.2}, .pixelSize = Lettering, .weight = QFont::DemiBold},
               view);
    painter.restore();
}

} // namespace

QImage paintSheet(const MapSheet &sheet, MapPacks &packs)
{
    const LabelView view = viewOf(sheet);
    QImage image(sheet.size * sheet.pixelRatio, QImage::Format_RGB32);
    image.fill(mapPalette(sheet.theme).land);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.scale(sheet.pixelRatio, sheet.pixelRatio);
    paintStreets(painter, sheet, packs);
    painter.drawImage(QRectF(QPointF(), view.size), paintLabels(view, packs).image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintScale(painter, sheet, view);
    if (sheet.bearing != 0 || sheet.theme == MapTheme::Print) {
        paintNorth(painter, sheet, view);
    }
    const double width = widthOf(view, packs.credits());
    paintPlate(painter, sheet,
               {sheet.size.width() - Edge - width - 6, sheet.size.height() - Edge - 13, width + 12, 19});
    const QPointF corner(sheet.size.width() - Edge, sheet.size.height() - Edge - 4);
    paintWords(painter, view, packs.credits(), corner, Qt::AlignRight);
    return image;
}

} // namespace Porchlight
