// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QQuickItem>
#include <QRectF>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// Where a region of a picture is drawn and moved, by mouse and keys; it lies over the picture and draws nothing. A
/// press beside the region begins a new one, one inside moves it, one at a corner pulls that corner. Arrow keys move it
/// by a hundredth of the picture, with Shift they change its size.
class RegionPad : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QRectF region READ region WRITE setRegion NOTIFY regionChanged FINAL)

public:
    explicit RegionPad(QQuickItem *parent = nullptr);

    /// Shares of the width and height; empty for none.
    [[nodiscard]] QRectF region() const { return m_region; }
    void setRegion(const QRectF &region);

Q_SIGNALS:
    void regionChanged();
    void chosen(const QRectF &region);
    /// Enter was pressed.
    void accepted();

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void hoverMoveEvent(QHoverEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Grip { New, Move, TopLeft, TopRight, BottomLeft, BottomRight };

    [[nodiscard]] Grip gripAt(QPointF place) const;
    [[nodiscard]] QPointF shareOf(QPointF place) const;
    [[nodiscard]] QRectF dragged(QPointF share) const;
    void choose(const QRectF &region);

    QRectF m_region;
    Grip m_grip = Grip::New;
    QPointF m_pressed; ///< Share of the picture.
    QRectF m_before;   ///< The region when the mouse was pressed.
};

} // namespace Porchlight
