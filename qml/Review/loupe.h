// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frameview.h"

#include <QPoint>
#include <QPointer>

namespace Porchlight {

/// A glass over a picture: the stored pixels under its middle, each as a square of the screen, never smoothed. It goes
/// with the pointer until it is held by a click; then it stays on its part of the picture, and can be drawn to another
/// one with the mouse, or with the arrow keys while it has the focus.
class Loupe : public FrameView
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Porchlight::FrameView *picture READ picture WRITE setPicture NOTIFY pictureChanged FINAL)
    Q_PROPERTY(int magnification READ magnification NOTIFY magnificationChanged FINAL)
    Q_PROPERTY(bool isHeld READ isHeld NOTIFY isHeldChanged FINAL)
    Q_PROPERTY(QPoint pixel READ pixel NOTIFY scalingChanged FINAL)

public:
    explicit Loupe(QQuickItem *parent = nullptr);

    [[nodiscard]] FrameView *picture() const { return m_picture; }
    void setPicture(FrameView *picture);
    /// Pixels of the screen for the side of one stored pixel.
    [[nodiscard]] int magnification() const { return m_magnification; }
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    /// The stored pixel in the middle.
    [[nodiscard]] QPoint pixel() const;

    /// The pointer is at this place of the parent.
    Q_INVOKABLE void follow(QPointF position);
    /// By stored pixels, as they are seen.
    Q_INVOKABLE void moveBy(int across, int down);
    /// Twice as large for each step up, half for each step down.
    Q_INVOKABLE void magnify(int steps);

Q_SIGNALS:
    void pictureChanged();
    void magnificationChanged();
    void isHeldChanged();

protected:
    [[nodiscard]] PicturePlace placeIn(double devicePixelRatio) const override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void copyPicture();
    void lookAt(QPointF seen);
    void settle();
    void setHeld(bool isHeld);
    [[nodiscard]] QPointF seenAt(QPointF position) const;

    QPointer<FrameView> m_picture;
    QPointF m_seen{0.5, 0.5}; ///< In the picture as it is seen, 0 to 1 across and down.
    QPointF m_press;
    QPointF m_seenAtPress;
    int m_magnification = 4;
    bool m_isHeld = false;
    bool m_isDrawn = false; ///< With the mouse, since it was pressed.
};

} // namespace Porchlight
