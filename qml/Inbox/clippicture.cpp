// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clippicture.h"

#include <QPainter>
#include <QPainterPath>

namespace Porchlight {

ClipPicture::ClipPicture(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void ClipPicture::setPicture(const QImage &picture)
{
    if (m_picture.cacheKey() == picture.cacheKey()) {
        return;
    }
    m_picture = picture;
    update();
    Q_EMIT pictureChanged();
}

void ClipPicture::setRadius(qreal radius)
{
    if (qFuzzyCompare(m_radius, radius)) {
        return;
    }
    m_radius = radius;
    update();
    Q_EMIT radiusChanged();
}

void ClipPicture::paint(QPainter *painter)
{
    if (m_picture.isNull()) {
        return;
    }
    const QSizeF filled = QSizeF(m_picture.size()).scaled(size(), Qt::KeepAspectRatioByExpanding);
    const QRectF target(QPointF((width() - filled.width()) / 2, (height() - filled.height()) / 2), filled);
    QPainterPath corners;
    corners.addRoundedRect(QRectF(QPointF(), size()), m_radius, m_radius);
    painter->setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter->setClipPath(corners);
    painter->drawImage(target, m_picture);
}

} // namespace Porchlight
