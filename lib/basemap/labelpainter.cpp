// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/labelpainter.h"

#include "basemap/mercator.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Porchlight {

namespace {

constexpr double Padding = 5;
constexpr double SameNameApart = 420;
constexpr double Straightness = 5;
constexpr int MaximumLabels = 400;
constexpr double HaloWidth = 3.2;

/// How a class of things is lettered, and from which zoom on.
struct Lettering
{
    TileLayer layer;
    TileClass kind; ///< `Other` stands for every class of the layer.
    double fromZoom;
    double toZoom;
    int pixelSize;
    int weight;
    int importance; ///< Higher goes first.
    bool isCapital = false;
    bool isFaint = false;
};

constexpr std::array Letterings{
    Lettering{TileLayer::Place, TileClass::Country, 1.5, 5.5, 13, 600, 100},
    Lettering{TileLayer::Place, TileClass::State, 3.9, 8.2, 12, 500, 90, true, true},
    Lettering{TileLayer::Place, TileClass::City, 5, 14, 14, 600, 88},
    Lettering{TileLayer::Place, TileClass::Town, 9, 13.9, 14, 600, 85},
    Lettering{TileLayer::Place, TileClass::Village, 10.5, 15, 13, 500, 80},
    Lettering{TileLayer::Place, TileClass::Hamlet, 12.5, 15.5, 12, 400, 77},
    Lettering{TileLayer::Place, TileClass::Suburb, 13, 15.2, 12, 500, 78, true, true},
    Lettering{TileLayer::Place, TileClass::County, 7.3, 11, 11, 400, 40, false, true},
    Lettering{TileLayer::Water, TileClass::Other, 12.5, 30, 12, 400, 45, false, true},
    Lettering{TileLayer::WaterName, TileClass::Other, 12.5, 30, 12, 400, 45, false, true},
    Lettering{TileLayer::Waterway, TileClass::Other, 13.3, 30, 11, 400, 43, false, true},
    Lettering{TileLayer::Park, TileClass::Other, 14.4, 30, 12, 400, 44, false, true},
    Lettering{TileLayer::Transportation, TileClass::Motorway, 11, 30, 12, 500, 70},
    Lettering{TileLayer::Transportation, TileClass::Trunk, 11.5, 30, 12, 500, 69},
    Lettering{TileLayer::Transportation, TileClass::Primary, 12, 30, 12, 500, 68},
    Lettering{TileLayer::Transportation, TileClass::Secondary, 13.3, 30, 12, 400, 60},
    Lettering{TileLayer::Transportation, TileClass::Tertiary, 13.6, 30, 12, 400, 58},
    Lettering{TileLayer::Transportation, TileClass::Minor, 14.3, 30, 11, 400, 50},
    Lettering{TileLayer::Name, TileClass::Motorway, 11, 30, 12, 500, 70},
    Lettering{TileLayer::Name, TileClass::Trunk, 11.5, 30, 12, 500, 69},
    Lettering{TileLayer::Name, TileClass::Primary, 12, 30, 12, 500, 68},
    Lettering{TileLayer::Name, TileClass::Secondary, 13.3, 30, 12, 400, 60},
    Lettering{TileLayer::Name, TileClass::Tertiary, 13.6, 30, 12, 400, 58},
    Lettering{TileLayer::Name, TileClass::Minor, 14.3, 30, 11, 400, 50},
    Lettering{TileLayer::Name, TileClass::Rail, 15, 30, 11, 400, 30, false, true},
    Lettering{TileLayer::Name, TileClass::Other, 15.3, 30, 11, 400, 49},
    Lettering{TileLayer::HouseNumber, TileClass::Other, 17, 30, 10, 400, 10, false, true},
};

const Lettering *letteringOf(const TileFeature &feature, double zoom)
{
    if (feature.text.isEmpty()) {
        return nullptr;
    }
    const auto found = std::ranges::find_if(Letterings, [&feature](const Lettering &each) {
        return each.layer == feature.layer && (each.kind == TileClass::Other || each.kind == feature.kind);
    });
    const bool shows = found != Letterings.end() && zoom >= found->fromZoom && zoom <= found->toZoom;
    return shows ? &*found : nullptr;
}

/// A text that would like a place.
struct Candidate
{
    const Lettering *lettering;
    int rank;
    PlacedLabel label;
    QSizeF extent;
};

QFont fontOf(const LabelView &view, int pixelSize, int weight, bool isCapital)
{
    QFont font(view.fontFamily);
    font.setPixelSize(pixelSize);
    font.setWeight(static_cast<QFont::Weight>(weight));
    if (isCapital) {
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 1);
    }
    return font;
}

/// Turns the coordinates of a tile into pixels of the view.
QTransform toView(const LabelView &view, TileId tile)
{
    const double pixels = Mercator::worldPixels(view.zoom);
    const QPointF centre = Mercator::toWorld(view.centre);
    const QRectF world = tile.world();
    QTransform transform;
    transform.translate(view.size.width() / 2, view.size.height() / 2);
    transform.rotate(-view.bearing);
    transform.translate((world.x() - centre.x()) * pixels, (world.y() - centre.y()) * pixels);
    transform.scale(world.width() * pixels, world.height() * pixels);
    return transform;
}

double uprightAngle(QPointF from, QPointF to)
{
    double angle = std::atan2(to.y() - from.y(), to.x() - from.x()) * 180 / std::numbers::pi;
    if (angle > 90) {
        angle -= 180;
    }
    return angle <= -90 ? angle + 180 : angle;
}

double distanceOf(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// The stretch of a line, `length` long around a spot, if it is straight enough to letter along.
std::optional<std::pair<QPointF, QPointF>> straightStretch(const QPolygonF &line, double middle, double length)
{
    const auto at = [&line](double metres) {
        double done = 0;
        for (qsizetype i = 0; i + 1 < line.size(); ++i) {
            const double piece = distanceOf(line[i], line[i + 1]);
            if (done + piece >= metres && piece > 0) {
                return line[i] + (line[i + 1] - line[i]) * ((metres - done) / piece);
            }
            done += piece;
        }
        return line.constLast();
    };
    const QPointF from = at(middle - length / 2);
    const QPointF to = at(middle + length / 2);
    if (distanceOf(from, to) < length * 0.97) {
        return std::nullopt;
    }
    for (const double step : {-0.25, 0.0, 0.25}) {
        const QPointF expected = from + (to - from) * (0.5 + step);
        if (distanceOf(at(middle + step * length), expected) > Straightness) {
            return std::nullopt;
        }
    }
    return std::pair(from, to);
}

double lengthOf(const QPolygonF &line)
{
    double sum = 0;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        sum += distanceOf(line[i], line[i + 1]);
    }
    return sum;
}

/// Collects what would like to be lettered in a view.
class Candidates
{
public:
    explicit Candidates(const LabelView &view)
        : m_view(view)
        , m_window(QPointF(), view.size)
    {}

    void collect(const TilePart &part)
    {
        const QTransform transform = toView(m_view, part.source);
        const QRectF source = part.source.world();
        // Beyond its bounds a pack has names whose streets are not painted.
        const QRectF own((part.bounds.x() - source.x()) / source.width(),
                         (part.bounds.y() - source.y()) / source.height(), part.bounds.width() / source.width(),
                         part.bounds.height() / source.height());
        m_ground = part.isWorld ? QPolygonF(m_window) : transform.map(QPolygonF(own));
        for (const TileFeature &feature : part.tile->features) {
            const Lettering *lettering = letteringOf(feature, m_view.zoom);
            if (!lettering || !transform.mapRect(feature.bounds).adjusted(-1, -1, 1, 1).intersects(m_window)) {
                continue;
            }
            switch (feature.geometry) {
            case TileGeometry::Points:
                add(*lettering, feature, transform.map(feature.parts.front().constFirst()), 0);
                break;
            case TileGeometry::Lines:
                addAlong(*lettering, feature, transform);
                break;
            case TileGeometry::Polygons:
                add(*lettering, feature, transform.map(feature.bounds.center()), 0);
                break;
            }
        }
    }

    [[nodiscard]] std::vector<Candidate> take()
    {
        std::ranges::sort(m_all, [](const Candidate &a, const Candidate &b) { return orderOf(a) < orderOf(b); });
        return std::move(m_all);
    }

private:
    /// Ends with the text and the place, so that equal views sort equally.
    static std::tuple<int, int, QString, double, double> orderOf(const Candidate &each)
    {
        return {-each.lettering->importance, each.rank, each.label.text, each.label.centre.x(), each.label.centre.y()};
    }

    [[nodiscard]] QSizeF extentOf(const Lettering &lettering, const QString &text)
    {
        const std::pair key(&lettering, text);
        const auto known = m_extents.constFind(key);
        if (known != m_extents.constEnd()) {
            return *known;
        }
        const QFontMetricsF metrics(fontOf(m_view, lettering.pixelSize, lettering.weight, lettering.isCapital));
        const QSizeF extent(metrics.horizontalAdvance(text), metrics.height());
        m_extents.insert(key, extent);
        return extent;
    }

    void add(const Lettering &lettering, const TileFeature &feature, QPointF centre, double angle)
    {
        if (!m_window.contains(centre) || !m_ground.containsPoint(centre, Qt::OddEvenFill)) {
            return;
        }
        m_all.push_back({.lettering = &lettering,
                         .rank = feature.rank,
                         .label = {.text = feature.text,
                                   .centre = centre,
                                   .angle = angle,
                                   .pixelSize = lettering.pixelSize,
                                   .weight = lettering.weight,
                                   .isCapital = lettering.isCapital,
                                   .isFaint = lettering.isFaint},
                         .extent = extentOf(lettering, feature.text)});
    }

    void addAlong(const Lettering &lettering, const TileFeature &feature, const QTransform &transform)
    {
        const double width = extentOf(lettering, feature.text).width() + 2 * Padding;
        for (const QPolygonF &part : feature.parts) {
            const QPolygonF line = transform.map(part);
            const double length = lengthOf(line);
            if (length < width) {
                continue;
            }
            for (const double share : {0.5, 0.3, 0.7, 0.15, 0.85}) {
                const double middle = std::clamp(length * share, width / 2, length - width / 2);
                if (const auto stretch = straightStretch(line, middle, width)) {
                    add(lettering, feature, (stretch->first + stretch->second) / 2,
                        uprightAngle(stretch->first, stretch->second));
                }
            }
        }
    }

    const LabelView &m_view;
    QRectF m_window;
    QPolygonF m_ground; ///< Of the pack that is being collected, in pixels of the view.
    QHash<std::pair<const Lettering *, QString>, QSizeF> m_extents;
    std::vector<Candidate> m_all;
};

/// Remembers which spots are taken, in squares that are small against a label.
class CollisionGrid
{
public:
    [[nodiscard]] bool take(const Candidate &candidate)
    {
        const QList<QPoint> squares = squaresOf(candidate);
        if (std::ranges::any_of(squares, [this](QPoint square) { return m_taken.contains(square); })) {
            return false;
        }
        for (const QPoint square : squares) {
            m_taken.insert(square);
        }
        return true;
    }

private:
    static constexpr double Square = 8;

    static QList<QPoint> squaresOf(const Candidate &candidate)
    {
        QList<QPoint> squares;
        const QSizeF half = (candidate.extent + QSizeF(2 * Padding, Padding)) / 2;
        const double turn = candidate.label.angle * std::numbers::pi / 180;
        for (double along = -half.width(); along <= half.width(); along += Square * 0.7) {
            for (double across = -half.height(); across <= half.height(); across += Square * 0.7) {
                const QPointF spot = candidate.label.centre + QPointF(along * std::cos(turn) - across * std::sin(turn),
                                                                      along * std::sin(turn) + across * std::cos(turn));
                squares.append(QPoint(qFloor(spot.x() / Square), qFloor(spot.y() / Square)));
            }
        }
        return squares;
    }

    QSet<QPoint> m_taken;
};

/// The tiles that a view shows, at the zoom that the basemap paints for it.
QList<TileId> tilesOf(const LabelView &view)
{
    const int zoom = std::clamp(qRound(view.zoom) - 1, 0, TileId::MaximumZoom);
    const double side = std::exp2(-zoom);
    const double reach = std::hypot(view.size.width(), view.size.height()) / 2 / Mercator::worldPixels(view.zoom);
    const QPointF centre = Mercator::toWorld(view.centre);
    const int last = (1 << zoom) - 1;
    const auto index = [last, side](double world) {
        return std::clamp(static_cast<int>(world / side), 0, last);
    };
    QList<TileId> tiles;
    for (int y = index(centre.y() - reach); y <= index(centre.y() + reach); ++y) {
        for (int x = index(centre.x() - reach); x <= index(centre.x() + reach); ++x) {
            tiles.append({.zoom = zoom, .x = x, .y = y});
        }
    }
    return tiles;
}

} // namespace

std::vector<PlacedLabel> placeLabels(const LabelView &view, MapPacks &packs)
{
    Candidates candidates(view);
    QSet<std::pair<const void *, TileId>> seen;
    for (const TileId tile : tilesOf(view)) {
        for (const TilePart &part : packs.parts(tile)) {
            const std::pair<const void *, TileId> key(part.tile.get(), part.source);
            if (part.tile && !seen.contains(key)) {
                seen.insert(key);
                candidates.collect(part);
            }
        }
    }
    std::vector<PlacedLabel> placed;
    QMultiHash<QString, QPointF> sameName;
    CollisionGrid grid;
    for (const Candidate &candidate : candidates.take()) {
        const auto others = sameName.values(candidate.label.text);
        const bool isRepeated = candidate.lettering->layer != TileLayer::HouseNumber &&
                                std::ranges::any_of(others, [&candidate](QPointF other) {
                                    return distanceOf(other, candidate.label.centre) < SameNameApart;
                                });
        if (isRepeated || !grid.take(candidate)) {
            continue;
        }
        sameName.insert(candidate.label.text, candidate.label.centre);
        placed.push_back(candidate.label);
        if (placed.size() >= MaximumLabels) {
            break;
        }
    }
    return placed;
}

void paintLabel(QPainter &painter, const PlacedLabel &label, const LabelView &view)
{
    const QFont font = fontOf(view, label.pixelSize, label.weight, label.isCapital);
    const QFontMetricsF metrics(font);
    const MapPalette &palette = mapPalette(view.theme);
    QPainterPath path;
    path.addText(-metrics.horizontalAdvance(label.text) / 2, (metrics.ascent() - metrics.descent()) / 2, font,
                 label.text);
    painter.save();
    painter.translate(label.centre);
    painter.rotate(label.angle);
    painter.strokePath(path, QPen(palette.labelHalo, HaloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QColor colour = palette.label;
    colour.setAlphaF(label.isFaint ? 0.82F : 1.0F);
    painter.fillPath(path, colour);
    painter.restore();
}

LabelPicture paintLabels(const LabelView &view, MapPacks &packs)
{
    const std::vector<PlacedLabel> labels = placeLabels(view, packs);
    LabelPicture picture{.view = view, .image = {}, .count = static_cast<int>(labels.size())};
    picture.image = QImage((view.size * view.pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    picture.image.fill(Qt::transparent);
    QPainter painter(&picture.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(view.pixelRatio, view.pixelRatio);
    for (const PlacedLabel &label : labels) {
        paintLabel(painter, label, view);
    }
    return picture;
}

} // namespace Porchlight
