// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/tilepainter.h"

#include <QPainter>
#include <QPainterPath>
#include <QRegion>

#include <algorithm>

namespace Porchlight {

namespace {

constexpr double ThinPen = 1.6;
constexpr double RoundFrom = 2.5;
constexpr double NoCasingBelow = 2.2;
constexpr double Margin = 24;
constexpr double CoarseBordersUpTo = 10;

/// Turns the coordinates of a source tile into pixels of the picture.
class Placement
{
public:
    Placement(const TilePicture &picture, TileId source)
    {
        const int steps = picture.tile.zoom - source.zoom;
        m_scale = TilePicture::Side * static_cast<double>(1 << steps);
        m_offset =
            QPointF(picture.tile.x - (source.x << steps), picture.tile.y - (source.y << steps)) * TilePicture::Side;
    }

    [[nodiscard]] QPointF toPixel(QPointF point) const { return point * m_scale - m_offset; }
    [[nodiscard]] QPolygonF toPixels(const QPolygonF &points) const
    {
        QPolygonF pixels(points.size());
        std::ranges::transform(points, pixels.begin(), [this](QPointF point) { return toPixel(point); });
        return pixels;
    }
    [[nodiscard]] bool shows(const QRectF &bounds) const
    {
        const QPointF topLeft = toPixel(bounds.topLeft());
        const QPointF bottomRight = toPixel(bounds.bottomRight());
        constexpr double Far = TilePicture::Side + Margin;
        return topLeft.x() < Far && topLeft.y() < Far && bottomRight.x() > -Margin && bottomRight.y() > -Margin;
    }

private:
    double m_scale = 1;
    QPointF m_offset;
};

QPainterPath pathOf(const TileFeature &feature, const Placement &placement)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const QPolygonF &part : feature.parts) {
        path.addPolygon(placement.toPixels(part));
    }
    return path;
}

QPen penOf(const MapRule &rule, const QColor &colour, double width)
{
    QPen pen(colour, width + 2 * rule.casing);
    const bool isRound = width >= RoundFrom && rule.act == MapRule::Act::Stroke;
    pen.setCapStyle(isRound ? Qt::RoundCap : Qt::FlatCap);
    pen.setJoinStyle(isRound ? Qt::RoundJoin : Qt::BevelJoin);
    if (rule.casing > 0) {
        pen.setCapStyle(Qt::FlatCap);
    }
    if (rule.act == MapRule::Act::Dash) {
        pen.setDashPattern({rule.dash / width, rule.dash * 0.7 / width});
    }
    if (width < ThinPen && rule.act == MapRule::Act::Stroke) {
        pen.setCosmetic(true);
    }
    return pen;
}

void paintRule(QPainter &painter, const MapRule &rule, double zoom, const QColor &colour,
               const std::vector<const TileFeature *> &features, const Placement &placement)
{
    if (rule.act == MapRule::Act::Fill) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const TileFeature *feature : features) {
            painter.drawPath(pathOf(*feature, placement));
        }
        return;
    }
    const double width = widthAt(rule.width, zoom);
    if (rule.casing > 0 && width < NoCasingBelow) {
        return;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(rule, colour, width));
    for (const TileFeature *feature : features) {
        for (const QPolygonF &part : feature->parts) {
            painter.drawPolyline(placement.toPixels(part));
        }
    }
}

bool isOf(const TileFeature &feature, const MapRule &rule)
{
    const bool wantsLines = rule.act != MapRule::Act::Fill;
    return feature.layer == rule.layer && (rule.kind == TileClass::Other || feature.kind == rule.kind) &&
           (wantsLines ? feature.geometry == TileGeometry::Lines : feature.geometry == TileGeometry::Polygons);
}

/// What of one pack shows in the picture, and where.
struct Layer
{
    Placement placement;
    QRectF ground; ///< The pack's own rectangle in pixels of the picture.
    bool isWorld = false;
    std::vector<const TileFeature *> shown;
};

QRectF groundOf(const TilePicture &picture, const TilePart &part)
{
    const QRectF Whole(-1, -1, TilePicture::Side + 2, TilePicture::Side + 2);
    if (part.isWorld) {
        return Whole;
    }
    const QRectF world = picture.tile.world();
    const double scale = TilePicture::Side / world.width();
    return QRectF((part.bounds.topLeft() - world.topLeft()) * scale, part.bounds.size() * scale).intersected(Whole);
}

Layer layerOf(const TilePicture &picture, const TilePart &part)
{
    Layer layer{.placement = Placement(picture, part.source),
                .ground = groundOf(picture, part),
                .isWorld = part.isWorld,
                .shown = {}};
    for (const TileFeature &feature : part.tile->features) {
        if (layer.placement.shows(feature.bounds)) {
            layer.shown.push_back(&feature);
        }
    }
    return layer;
}

enum class Pass { World, Streets, Borders };

bool belongsTo(const MapRule &rule, const Layer &layer, Pass pass)
{
    const bool isBorder = rule.layer == TileLayer::Boundary;
    if (pass == Pass::Borders || isBorder) {
        return pass == Pass::Borders && isBorder;
    }
    return layer.isWorld == (pass == Pass::World);
}

/// Where the borders of a layer are painted. The world's are coarse: near by, a pack of streets has better ones.
QRegion bordersOf(const Layer &layer, const std::vector<Layer> &layers, double zoom)
{
    QRegion region(layer.ground.toAlignedRect());
    if (layer.isWorld && zoom >= CoarseBordersUpTo) {
        for (const Layer &other : layers) {
            region = other.isWorld ? region : region.subtracted(other.ground.toAlignedRect());
        }
    }
    return region;
}

/// Rule by rule over all packs, so that where two packs overlap the casings of one do not cut the streets of the other.
void paintPass(QPainter &painter, const TilePicture &picture, const std::vector<Layer> &layers, Pass pass)
{
    const MapPalette &palette = mapPalette(picture.theme);
    const double zoom = picture.tile.zoom + 1;
    std::vector<const TileFeature *> matching;
    for (const MapRule &rule : mapRules()) {
        if (zoom < rule.fromZoom) {
            continue;
        }
        for (const Layer &layer : layers) {
            matching.clear();
            if (belongsTo(rule, layer, pass)) {
                std::ranges::copy_if(layer.shown, std::back_inserter(matching),
                                     [&rule](const TileFeature *feature) { return isOf(*feature, rule); });
            }
            if (!matching.empty()) {
                if (pass == Pass::Borders) {
                    painter.setClipRegion(bordersOf(layer, layers, zoom));
                } else {
                    painter.setClipRect(layer.ground);
                }
                paintRule(painter, rule, zoom, palette.*rule.colour, matching, layer.placement);
            }
        }
    }
    painter.setClipping(false);
}

} // namespace

QImage paintTile(const TilePicture &picture, const std::vector<TilePart> &parts)
{
    const int side = qCeil(TilePicture::Side * picture.pixelRatio);
    QImage image(side, side, QImage::Format_RGB32);
    const MapPalette &palette = mapPalette(picture.theme);
    const bool isWater = std::ranges::any_of(parts, &TilePart::isWorld);
    image.fill(isWater ? palette.water : palette.land);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(static_cast<double>(side) / TilePicture::Side, static_cast<double>(side) / TilePicture::Side);
    std::vector<Layer> layers;
    for (const TilePart &part : parts) {
        if (part.tile) {
            layers.push_back(layerOf(picture, part));
        }
    }
    paintPass(painter, picture, layers, Pass::World);
    for (const Layer &layer : layers) {
        if (!layer.isWorld) {
            painter.fillRect(layer.ground, palette.land);
        }
    }
    paintPass(painter, picture, layers, Pass::Streets);
    paintPass(painter, picture, layers, Pass::Borders);
    return image;
}

} // namespace Porchlight
