// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemapnode.h"
#include "mapcamera.h"
#include "mapground.h"

#include <QMatrix4x4>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>

namespace Porchlight {

/// Shows the streets under the map's items: tiles as textures, and the labels of the view as one more, placed anew when
/// the camera rests. Draws the same on the GPU and in the software renderer, which knows textures only.
class StreetBasemap : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Porchlight::MapCamera *camera READ camera WRITE setCamera NOTIFY cameraChanged REQUIRED FINAL)
    Q_PROPERTY(Porchlight::MapGround *ground READ ground WRITE setGround NOTIFY groundChanged REQUIRED FINAL)
    Q_PROPERTY(bool night READ isNight WRITE setNight NOTIFY nightChanged FINAL)
    Q_PROPERTY(QString fontFamily READ fontFamily WRITE setFontFamily NOTIFY fontFamilyChanged FINAL)
    Q_PROPERTY(bool lacksStreets READ lacksStreets NOTIFY lacksStreetsChanged FINAL)
    Q_PROPERTY(bool isComplete READ isComplete NOTIFY completeChanged FINAL)

public:
    explicit StreetBasemap(QQuickItem *parent = nullptr);

    [[nodiscard]] MapCamera *camera() const { return m_camera; }
    void setCamera(MapCamera *camera);
    [[nodiscard]] MapGround *ground() const { return m_ground; }
    void setGround(MapGround *ground);
    [[nodiscard]] bool isNight() const { return m_isNight; }
    void setNight(bool night);
    [[nodiscard]] QString fontFamily() const { return m_fontFamily; }
    void setFontFamily(const QString &family);
    /// Every tile of the view and its labels are on the screen.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// The view is so near that streets are looked for, and no pack has any there.
    [[nodiscard]] bool lacksStreets() const { return m_lacksStreets; }

Q_SIGNALS:
    void cameraChanged();
    void groundChanged();
    void nightChanged();
    void fontFamilyChanged();
    void completeChanged();
    void lacksStreetsChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;

private:
    void useGround();
    void askForTiles();
    void askForLabels();
    void checkComplete();
    void lookForStreets();
    [[nodiscard]] double pixelRatio() const;
    [[nodiscard]] MapTheme theme() const { return m_isNight ? MapTheme::Night : MapTheme::Day; }
    [[nodiscard]] LabelView labelView() const;
    [[nodiscard]] QList<TileId> tilesInView() const;
    /// The places of the tiles in view, the nearest to the middle first; their x runs on beyond the date line.
    [[nodiscard]] QList<TileId> placesInView() const;
    [[nodiscard]] std::vector<BasemapPiece> pieces() const;
    [[nodiscard]] BasemapPiece pieceAt(TileId place) const;
    [[nodiscard]] QMatrix4x4 labelMatrix() const;

    QPointer<MapCamera> m_camera;
    QPointer<MapGround> m_ground;
    QPointer<TileStore> m_tiles;
    QTimer m_rest;
    LabelPicture m_labels;
    bool m_labelsAreNew = false;
    bool m_isNight = false;
    bool m_isComplete = false;
    bool m_lacksStreets = false;
    QString m_fontFamily;
};

} // namespace Porchlight
