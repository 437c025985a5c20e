// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QString>

QT_BEGIN_NAMESPACE
class QQuickWindow;
class QSGNode;
class QSGTexture;
QT_END_NAMESPACE

namespace Porchlight {

/// Draws with scene-graph nodes that every renderer has (rectangles, images, text), so that one drawing serves the
/// graphics card and the software renderer.
class NodePen
{
public:
    NodePen(QQuickWindow &window, QSGNode &target)
        : m_window(window)
        , m_target(target)
    {}

    void fill(const QRectF &area, const QColor &colour);
    /// `texture` stays the caller's.
    void picture(const QRectF &area, QSGTexture *texture);
    /// The node owns what it draws.
    void picture(const QRectF &area, const QImage &image);
    /// Slanted lines, as for what is not there.
    void hatch(const QRectF &area, const QColor &ground, const QColor &line);
    /// One line of text with its top left corner at `place`; nothing where it is wider than `room`.
    void text(QPointF place, const QString &words, const QFont &font, const QColor &colour, double room = 1e9);
    void centredText(const QRectF &area, const QString &words, const QFont &font, const QColor &colour);

private:
    QQuickWindow &m_window;
    QSGNode &m_target;
};

} // namespace Porchlight
