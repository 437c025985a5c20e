// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nodepen.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGRectangleNode>
#include <QSGTextNode>
#include <QTextLayout>

namespace Porchlight {

void NodePen::fill(const QRectF &area, const QColor &colour)
{
    if (area.isEmpty() || colour.alpha() == 0) {
        return;
    }
    QSGRectangleNode *const node = m_window.createRectangleNode();
    node->setRect(area);
    node->setColor(colour);
    m_target.appendChildNode(node);
}

void NodePen::picture(const QRectF &area, QSGTexture *texture)
{
    // The software renderer looks at a node the moment it is added: it must be whole by then.
    QSGImageNode *const node = m_window.createImageNode();
    node->setTexture(texture);
    node->setRect(area);
    node->setSourceRect(QRectF(QPointF(), QSizeF(texture->textureSize())));
    node->setFiltering(QSGTexture::Linear);
    m_target.appendChildNode(node);
}

void NodePen::picture(const QRectF &area, const QImage &image)
{
    if (area.isEmpty() || image.isNull()) {
        return;
    }
    QSGImageNode *const node = m_window.createImageNode();
    node->setOwnsTexture(true);
    node->setTexture(m_window.createTextureFromImage(image));
    node->setRect(area);
    node->setSourceRect(QRectF(QPointF(), QSizeF(image.size())));
    node->setFiltering(QSGTexture::Linear);
    m_target.appendChildNode(node);
}

void NodePen::hatch(const QRectF &area, const QColor &ground, const QColor &line)
{
    constexpr int Distance = 9;
    const double ratio = m_window.effectiveDevicePixelRatio();
    QImage image((area.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        return;
    }
    image.setDevicePixelRatio(ratio);
    image.fill(ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 2));
    const auto height = static_cast<int>(area.height());
    for (int x = -height; x < static_cast<int>(area.width()) + height; x += Distance) {
        painter.drawLine(QPointF(x, height), QPointF(x + height, 0));
    }
    painter.end();
    picture(area, image);
}

void NodePen::text(QPointF place, const QString &words, const QFont &font, const QColor &colour, double room)
{
    QTextLayout layout(words, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (!line.isValid()) {
        layout.endLayout();
        return;
    }
    line.setPosition({});
    layout.endLayout();
    if (line.naturalTextWidth() > room) {
        return;
    }
    QSGTextNode *const node = m_window.createTextNode();
    node->setColor(colour);
    node->setRenderType(QSGTextNode::QtRendering);
    node->addTextLayout(place, &layout);
    m_target.appendChildNode(node);
}

void NodePen::centredText(const QRectF &area, const QString &words, const QFont &font, const QColor &colour)
{
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(words), metrics.height());
    const QPointF corner = area.center() - QPointF(size.width() / 2, size.height() / 2);
    text(QPointF(std::round(corner.x()), std::round(corner.y())), words, font, colour, area.width());
}

} // namespace Porchlight
