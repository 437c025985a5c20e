// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streetbasemap.h"

#include "basemap/mercator.h"
#include "basemapnode.h"

#include <QMatrix4x4>
#include <QQuickWindow>

#include <algorithm>
#include <chrono>

namespace Porchlight {

namespace {

using namespace std::chrono_literals;

constexpr auto Rest = 90ms;
constexpr double LabelMargin = 120;
/// Nearer than this, an officer looks for streets.
constexpr double StreetsFrom = 12;
/// How many zooms above a missing tile a picture is looked for that can stand in for it.
constexpr int Ancestors = 6;
/// Labels of another zoom are stretched while the camera moves, but no further than this.
constexpr double StretchedZooms = 0.8;

/// The tile that lies there, whichever turn of the earth it is on.
TileId onEarth(TileId place)
{
    return {.zoom = place.zoom, .x = place.x & ((1 << place.zoom) - 1), .y = place.y};
}

} // namespace

StreetBasemap::StreetBasemap(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setClip(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &StreetBasemap::askForLabels);
}

void StreetBasemap::setCamera(MapCamera *camera)
{
    if (camera == m_camera) {
        return;
    }
    if (m_camera) {
        m_camera->disconnect(this);
    }
    m_camera = camera;
    if (m_camera) {
        connect(m_camera, &MapCamera::moved, this, &StreetBasemap::askForTiles);
        m_camera->setSize(size());
    }
    askForTiles();
    Q_EMIT cameraChanged();
}

void StreetBasemap::setGround(MapGround *ground)
{
    if (ground == m_ground) {
        return;
    }
    if (m_ground) {
        m_ground->disconnect(this);
    }
    m_ground = ground;
    if (m_ground) {
        connect(m_ground, &MapGround::stateChanged, this, &StreetBasemap::useGround);
    }
    useGround();
    Q_EMIT groundChanged();
}

void StreetBasemap::setNight(bool night)
{
    if (night == m_isNight) {
        return;
    }
    m_isNight = night;
    askForTiles();
    Q_EMIT nightChanged();
}

void StreetBasemap::setFontFamily(const QString &family)
{
    if (family == m_fontFamily) {
        return;
    }
    m_fontFamily = family;
    askForTiles();
    Q_EMIT fontFamilyChanged();
}

void StreetBasemap::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    if (m_camera && newGeometry.size() != oldGeometry.size()) {
        m_camera->setSize(newGeometry.size());
    }
}

void StreetBasemap::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickItem::itemChange(change, value);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange) {
        askForTiles();
    }
}

void StreetBasemap::useGround()
{
    TileStore *tiles = m_ground ? m_ground->tiles() : nullptr;
    if (tiles == m_tiles) {
        lookForStreets();
        return;
    }
    if (m_tiles) {
        m_tiles->disconnect(this);
    }
    m_tiles = tiles;
    m_labels = {};
    if (m_tiles) {
        connect(m_tiles, &TileStore::painted, this, [this] {
            update();
            checkComplete();
        });
        connect(m_tiles, &TileStore::labelled, this, [this](const LabelPicture &picture) {
            m_labels = picture;
            m_labelsAreNew = true;
            update();
            checkComplete();
        });
    }
    askForTiles();
}

double StreetBasemap::pixelRatio() const
{
    return window() ? window()->effectiveDevicePixelRatio() : 1;
}

void StreetBasemap::lookForStreets()
{
    const bool lacksStreets = m_camera && m_ground && m_camera->zoomLevel() >= StreetsFrom &&
                              !m_ground->hasStreetsAt(Mercator::toWorld(m_camera->centre()));
    if (lacksStreets != m_lacksStreets) {
        m_lacksStreets = lacksStreets;
        Q_EMIT lacksStreetsChanged();
    }
}

void StreetBasemap::askForTiles()
{
    update();
    lookForStreets();
    if (!m_tiles || !m_camera || !window() || size().isEmpty()) {
        return;
    }
    m_tiles->setLook({.theme = theme(), .pixelRatio = pixelRatio()});
    m_tiles->setWanted(tilesInView());
    m_rest.start();
    checkComplete();
}

void StreetBasemap::askForLabels()
{
    if (m_tiles && m_camera && labelView() != m_labels.view) {
        m_tiles->placeLabels(labelView());
    }
}

void StreetBasemap::checkComplete()
{
    const bool isComplete =
        m_tiles && m_camera && m_labels.view == labelView() &&
        std::ranges::none_of(tilesInView(), [this](TileId id) { return m_tiles->picture(id).isNull(); });
    if (isComplete != m_isComplete) {
        m_isComplete = isComplete;
        Q_EMIT completeChanged();
    }
}

LabelView StreetBasemap::labelView() const
{
    return {.centre = m_camera->centre(),
            .zoom = m_camera->zoomLevel(),
            .bearing = m_camera->bearing(),
            .size = size() + QSizeF(2 * LabelMargin, 2 * LabelMargin),
            .pixelRatio = pixelRatio(),
            .theme = theme(),
            .fontFamily = m_fontFamily};
}

QList<TileId> StreetBasemap::tilesInView() const
{
    QList<TileId> tiles;
    for (const TileId place : placesInView()) {
        if (!tiles.contains(onEarth(place))) {
            tiles.append(onEarth(place));
        }
    }
    return tiles;
}

QList<TileId> StreetBasemap::placesInView() const
{
    const int zoom = std::clamp(qRound(m_camera->zoomLevel()) - 1, 0, TileId::MaximumZoom);
    const double across = std::exp2(zoom);
    const QRectF world = m_camera->worldInView();
    const int lastRow = (1 << zoom) - 1;
    struct Wanted
    {
        TileId id;
        double distance;
    };
    std::vector<Wanted> wanted;
    for (int y = std::max(0, qFloor(world.top() * across)); y <= std::min(lastRow, qFloor(world.bottom() * across));
         ++y) {
        for (int x = qFloor(world.left() * across); x <= qFloor(world.right() * across); ++x) {
            const QPointF off = QPointF(x + 0.5, y + 0.5) / across - world.center();
            wanted.push_back({.id = {.zoom = zoom, .x = x, .y = y}, .distance = QPointF::dotProduct(off, off)});
        }
    }
    std::ranges::stable_sort(wanted, {}, &Wanted::distance);
    QList<TileId> places;
    std::ranges::transform(wanted, std::back_inserter(places), &Wanted::id);
    return places;
}

BasemapPiece StreetBasemap::pieceAt(TileId place) const
{
    const double pixels = Mercator::worldPixels(m_camera->zoomLevel());
    const QRectF world = place.world();
    BasemapPiece piece{
        .place = place,
        .image = {},
        .rect = QRectF((world.topLeft() - Mercator::toWorld(m_camera->centre())) * pixels, world.size() * pixels),
        .source = {}};
    const TileId id = onEarth(place);
    for (int up = 0; piece.image.isNull() && up <= std::min(Ancestors, id.zoom); ++up) {
        const TileId ancestor = id.ancestor(id.zoom - up);
        piece.image = m_tiles->picture(ancestor);
        const double share = std::exp2(-up);
        const QSizeF side = piece.image.size();
        piece.source =
            QRectF((id.x - (ancestor.x << up)) * share * side.width(),
                   (id.y - (ancestor.y << up)) * share * side.height(), share * side.width(), share * side.height());
    }
    return piece;
}

std::vector<BasemapPiece> StreetBasemap::pieces() const
{
    std::vector<BasemapPiece> found;
    if (!m_tiles || !m_camera) {
        return found;
    }
    for (const TileId place : placesInView()) {
        const BasemapPiece piece = pieceAt(place);
        if (!piece.image.isNull()) {
            found.push_back(piece);
        }
    }
    return found;
}

QSGNode *StreetBasemap::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    auto *node = static_cast<BasemapNode *>(old);
    if (!node) {
        node = new BasemapNode(window());
        m_labelsAreNew = true;
    }
    const MapPalette &palette = mapPalette(theme());
    node->setGround(boundingRect(), palette.land);
    if (!m_camera) {
        return node;
    }
    node->setPieces(pieces(), boundingRect().center(), m_camera->bearing(), pixelRatio());
    const bool fits =
        m_labels.view.theme == theme() && std::abs(m_labels.view.zoom - m_camera->zoomLevel()) < StretchedZooms;
    if (!fits) {
        node->hideLabels();
        m_labelsAreNew = true;
        return node;
    }
    if (std::exchange(m_labelsAreNew, false)) {
        node->setLabels(m_labels.image, m_labels.view.size);
    }
    node->placeLabels(labelMatrix());
    return node;
}

QMatrix4x4 StreetBasemap::labelMatrix() const
{
    const double pixels = Mercator::worldPixels(m_camera->zoomLevel());
    QPointF off = Mercator::toWorld(m_labels.view.centre) - Mercator::toWorld(m_camera->centre());
    off.rx() -= std::round(off.x());
    const QPointF middle = boundingRect().center();
    QMatrix4x4 matrix;
    matrix.translate(static_cast<float>(middle.x()), static_cast<float>(middle.y()));
    matrix.rotate(static_cast<float>(-m_camera->bearing()), 0, 0, 1);
    matrix.translate(static_cast<float>(off.x() * pixels), static_cast<float>(off.y() * pixels));
    matrix.rotate(static_cast<float>(m_labels.view.bearing), 0, 0, 1);
    matrix.scale(static_cast<float>(std::exp2(m_camera->zoomLevel() - m_labels.view.zoom)));
    return matrix;
}

} // namespace Porchlight
