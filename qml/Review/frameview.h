// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decodedframe.h"
#include "pictureplace.h"
#include "review/viewadjustment.h"

#include <QQuickItem>

namespace Porchlight {

/// Shows one decoded picture with the colour matrix and range that this picture has (Qt's VideoOutput gives a second
/// clip in a window the colours of the first). Turn, mirror and aspect are geometry; with the software renderer, which
/// has no shaders, the picture is converted on the processor. Without a frame nothing is drawn: never a stale picture.
class FrameView : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Porchlight::DecodedFrame frame READ frame WRITE setFrame NOTIFY frameChanged FINAL)
    Q_PROPERTY(int quarterTurns READ quarterTurns WRITE setQuarterTurns NOTIFY orientationChanged FINAL)
    Q_PROPERTY(bool isMirrored READ isMirrored WRITE setMirrored NOTIFY orientationChanged FINAL)
    Q_PROPERTY(bool showsTruePixels READ showsTruePixels WRITE setShowsTruePixels NOTIFY scalingChanged FINAL)
    Q_PROPERTY(QPointF pan READ pan WRITE setPan NOTIFY scalingChanged FINAL)
    Q_PROPERTY(int brightness READ brightness WRITE setBrightness NOTIFY adjustmentChanged FINAL)
    Q_PROPERTY(int contrast READ contrast WRITE setContrast NOTIFY adjustmentChanged FINAL)
    Q_PROPERTY(bool canPan READ canPan NOTIFY scalingChanged FINAL)
    Q_PROPERTY(qint64 shownNumber READ shownNumber NOTIFY frameChanged FINAL)
    Q_PROPERTY(double scalePercent READ scalePercent NOTIFY scalingChanged FINAL)
    Q_PROPERTY(QRectF pictureRect READ pictureRect NOTIFY scalingChanged FINAL)

public:
    explicit FrameView(QQuickItem *parent = nullptr);

    [[nodiscard]] const DecodedFrame &frame() const { return m_frame; }
    void setFrame(const DecodedFrame &frame);
    [[nodiscard]] int quarterTurns() const { return m_orientation.quarterTurns; }
    void setQuarterTurns(int turns);
    [[nodiscard]] bool isMirrored() const { return m_orientation.isMirrored; }
    void setMirrored(bool isMirrored);
    [[nodiscard]] bool showsTruePixels() const { return m_showsTruePixels; }
    void setShowsTruePixels(bool showsTruePixels);
    [[nodiscard]] QPointF pan() const { return m_pan; }
    void setPan(QPointF pan);
    /// How the picture looks on the screen and nowhere else (ViewAdjustment).
    [[nodiscard]] int brightness() const { return m_adjustment.brightness; }
    void setBrightness(int brightness) { setAdjustment({brightness, m_adjustment.contrast}); }
    [[nodiscard]] int contrast() const { return m_adjustment.contrast; }
    void setContrast(int contrast) { setAdjustment({m_adjustment.brightness, contrast}); }
    [[nodiscard]] const ViewAdjustment &adjustment() const { return m_adjustment; }
    void setAdjustment(const ViewAdjustment &adjustment);
    [[nodiscard]] const Orientation &orientation() const { return m_orientation; }
    [[nodiscard]] bool canPan() const { return !m_place.panLimit.isNull(); }
    /// Number of the frame drawn; -1 while nothing is.
    [[nodiscard]] qint64 shownNumber() const { return m_frame.isNull() ? -1 : m_frame.number(); }
    /// Pixels of the screen for 100 stored lines.
    [[nodiscard]] double scalePercent() const { return m_frame.isNull() ? 0 : m_place.scale * 100; }
    [[nodiscard]] QRectF pictureRect() const { return m_place.target; }

    /// Moves the picture, for as much as it is larger than the view.
    Q_INVOKABLE void panBy(double x, double y);

Q_SIGNALS:
    void frameChanged();
    void orientationChanged();
    void scalingChanged();
    void adjustmentChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

    void place();
    [[nodiscard]] PictureShape shape() const;
    /// Where the picture lies in a view of this size.
    [[nodiscard]] virtual PicturePlace placeIn(double devicePixelRatio) const;
    /// Where there is nothing to pan.
    void setRestingCursor(Qt::CursorShape shape) { m_restingCursor = shape; }

private:
    [[nodiscard]] QSGNode *updateDrawnNode(QSGNode *node);
    [[nodiscard]] QSGNode *updateImageNode(QSGNode *node);

    DecodedFrame m_frame;
    Orientation m_orientation;
    ViewAdjustment m_adjustment;
    PicturePlace m_place;
    QPointF m_pan;
    QPointF m_lastPress;
    Qt::CursorShape m_restingCursor = Qt::ArrowCursor;
    bool m_showsTruePixels = false;
    bool m_isFrameNew = false;
    bool m_isAdjustmentNew = false;
};

} // namespace Porchlight
