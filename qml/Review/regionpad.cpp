// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regionpad.h"

#include "review/movement.h"

#include <QCursor>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace Porchlight {

namespace {

constexpr double GripSize = 12;
constexpr double KeyStep = 0.01;
const QRectF FirstRegion(0.4, 0.4, 0.2, 0.2);

bool isOurs(const QKeyEvent &event)
{
    const bool isPlain = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    constexpr std::array keys{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Return, Qt::Key_Enter};
    return isPlain && std::ranges::find(keys, static_cast<Qt::Key>(event.key())) != keys.end();
}

} // namespace

RegionPad::RegionPad(QQuickItem *parent)
    : QQuickItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptHoverEvents(true);
    setActiveFocusOnTab(true);
    setCursor(Qt::CrossCursor);
}

void RegionPad::setRegion(const QRectF &region)
{
    if (m_region != region) {
        m_region = region;
        Q_EMIT regionChanged();
    }
}

QPointF RegionPad::shareOf(QPointF place) const
{
    return {std::clamp(place.x() / std::max(1.0, width()), 0.0, 1.0),
            std::clamp(place.y() / std::max(1.0, height()), 0.0, 1.0)};
}

RegionPad::Grip RegionPad::gripAt(QPointF place) const
{
    const QRectF drawn(m_region.left() * width(), m_region.top() * height(), m_region.width() * width(),
                       m_region.height() * height());
    const auto isAt = [place](QPointF corner) {
        const QPointF distance = place - corner;
        return std::max(std::abs(distance.x()), std::abs(distance.y())) <= GripSize / 2;
    };
    if (m_region.isEmpty()) {
        return Grip::New;
    }
    if (isAt(drawn.topLeft())) {
        return Grip::TopLeft;
    }
    if (isAt(drawn.topRight())) {
        return Grip::TopRight;
    }
    if (isAt(drawn.bottomLeft())) {
        return Grip::BottomLeft;
    }
    if (isAt(drawn.bottomRight())) {
        return Grip::BottomRight;
    }
    return drawn.contains(place) ? Grip::Move : Grip::New;
}

QRectF RegionPad::dragged(QPointF share) const
{
    switch (m_grip) {
    case Grip::New:
        return QRectF(m_pressed, share).normalized();
    case Grip::Move:
        return m_before.translated(share - m_pressed);
    case Grip::TopLeft:
        return QRectF(share, m_before.bottomRight()).normalized();
    case Grip::TopRight:
        return QRectF(share, m_before.bottomLeft()).normalized();
    case Grip::BottomLeft:
        return QRectF(share, m_before.topRight()).normalized();
    case Grip::BottomRight:
        return QRectF(share, m_before.topLeft()).normalized();
    }
    Q_UNREACHABLE_RETURN(m_before);
}

void RegionPad::choose(const QRectF &region)
{
    Q_EMIT chosen(regionWithin(region));
}

void RegionPad::mousePressEvent(QMouseEvent *event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    m_grip = gripAt(event->position());
    m_pressed = shareOf(event->position());
    m_before = m_region;
}

void RegionPad::mouseMoveEvent(QMouseEvent *event)
{
    choose(dragged(shareOf(event->position())));
}

void RegionPad::hoverMoveEvent(QHoverEvent *event)
{
    switch (gripAt(event->position())) {
    case Grip::New:
        return setCursor(Qt::CrossCursor);
    case Grip::Move:
        return setCursor(Qt::SizeAllCursor);
    case Grip::TopLeft:
    case Grip::BottomRight:
        return setCursor(Qt::SizeFDiagCursor);
    case Grip::TopRight:
    case Grip::BottomLeft:
        return setCursor(Qt::SizeBDiagCursor);
    }
}

/// Arrow keys are the region's while it has the focus, not the page's.
bool RegionPad::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOurs(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QQuickItem::event(event);
}

void RegionPad::keyPressEvent(QKeyEvent *event)
{
    if (!isOurs(*event)) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT accepted();
        return;
    }
    if (m_region.isEmpty()) {
        return choose(FirstRegion);
    }
    const double across = event->key() == Qt::Key_Left ? -KeyStep : event->key() == Qt::Key_Right ? KeyStep : 0;
    const double down = event->key() == Qt::Key_Up ? -KeyStep : event->key() == Qt::Key_Down ? KeyStep : 0;
    QRectF region = m_region;
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        region.setSize({std::min(std::max(region.width() + across, KeyStep), 1 - region.left()),
                        std::min(std::max(region.height() + down, KeyStep), 1 - region.top())});
    } else {
        region.translate(across, down);
    }
    choose(region);
}

} // namespace Porchlight
