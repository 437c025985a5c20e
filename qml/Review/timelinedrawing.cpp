// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nodepen.h"
#include "timelineshape.h"
#include "timelineview.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QQuickWindow>
#include <QSGNode>
#include <QSGTexture>

#include <algorithm>
#include <cmath>
#include <memory>
#include <unordered_map>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::microseconds;

// The drawing half of TimelineView.
namespace Porchlight {

namespace {

constexpr double LabelDistance = 108;
constexpr double FrameTickDistance = 6;
constexpr std::size_t MostTextures = 256;
constexpr double WaveMargin = 3;
constexpr double SeamWordsHeight = 17;

microseconds utcOffsetAt(microseconds sinceEpoch)
{
    return std::chrono::seconds(QDateTime::fromMSecsSinceEpoch(sinceEpoch / 1ms).toLocalTime().offsetFromUtc());
}

QImage playheadGrip(const QColor &colour, double ratio)
{
    QImage image(QSize(static_cast<int>(13 * ratio), static_cast<int>(15 * ratio)),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addRoundedRect(QRectF(0.5, 0, 12, 9), 2, 2);
    QPainterPath tip;
    tip.addPolygon(QPolygonF({QPointF(0.9, 7.5), QPointF(12.1, 7.5), QPointF(6.5, 14.5)}));
    painter.fillPath(path.united(tip), colour);
    return image;
}

QImage numberPlate(const QString &number, const QFont &font, const QColor &ground, const QColor &text, double ratio)
{
    const QSize size(number.size() < 3 ? 16 : 26, 15);
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(QRectF(QPointF(), QSizeF(size)), 4, 4);
    QFont small = font;
    small.setPixelSize(11);
    small.setWeight(QFont::Bold);
    painter.setFont(small);
    painter.setPen(text);
    painter.drawText(QRectF(QPointF(), QSizeF(size)), Qt::AlignCenter, number);
    return image;
}

/// From the middle to the edge. By the square root, so that quiet sounds are seen too.
double reachOf(int sample)
{
    return std::sqrt(std::abs(sample) / 32'768.0);
}

} // namespace

/// All of the time line. What changes with every frame is kept apart from what changes with the view.
class TimelineView::Node final : public QSGNode
{
public:
    Node()
    {
        appendChildNode(&layout);
        appendChildNode(&moving);
    }
    ~Node() override
    {
        removeAllChildNodes();
        clear(layout);
        clear(moving);
    }
    Q_DISABLE_COPY_MOVE(Node)

    static void clear(QSGNode &parent)
    {
        while (QSGNode *const child = parent.firstChild()) {
            parent.removeChildNode(child);
            delete child;
        }
    }

    /// Kept by the picture's own key: another clip's frame of the same number is another picture.
    QSGTexture *texture(const QImage &picture, QQuickWindow &window)
    {
        std::unique_ptr<QSGTexture> &kept = textures[picture.cacheKey()];
        if (!kept) {
            kept.reset(window.createTextureFromImage(picture, QQuickWindow::TextureCanUseAtlas));
        }
        return kept.get();
    }

    // Transform nodes, though they transform nothing: the software renderer remembers where it is at such nodes only.
    QSGTransformNode layout;
    QSGTransformNode moving;
    std::unordered_map<qint64, std::unique_ptr<QSGTexture>> textures;
};

QSGNode *TimelineView::updatePaintNode(QSGNode *node, UpdatePaintNodeData *)
{
    auto *drawn = static_cast<Node *>(node);
    if (drawn == nullptr) {
        drawn = new Node;
        drawn->layout.setFlag(QSGNode::OwnedByParent, false);
        drawn->moving.setFlag(QSGNode::OwnedByParent, false);
        m_isLayoutNew = true;
    }
    if (m_isLayoutNew) {
        Node::clear(drawn->layout);
        if (drawn->textures.size() > MostTextures) {
            drawn->textures.clear();
        }
        NodePen(*window(), drawn->layout).fill(boundingRect(), m_ground);
        if (hasClip()) {
            drawRulers(drawn->layout);
            for (std::size_t lane = 0; lane < m_source->lanes().size(); ++lane) {
                drawStrip(*drawn, drawn->layout, lane);
            }
            drawWave(drawn->layout);
            if (hasMarks()) {
                drawPoints(drawn->layout);
                drawMovement(drawn->layout);
                drawMarks(drawn->layout);
            }
        }
        m_isLayoutNew = false;
    }
    Node::clear(drawn->moving);
    if (hasClip()) {
        drawPlayhead(drawn->moving);
    }
    return drawn;
}

void TimelineView::drawRulers(QSGNode &target) const
{
    NodePen pen(*window(), target);
    const QRectF strip = TimelineShape::strips(width(), lanes());
    const double below = std::max(strip.bottom(), waveArea().bottom());
    if (m_source->timeline().hasWallClock()) {
        drawWallRuler(target);
    }
    drawClipRuler(target);
    pen.fill(QRectF(0, strip.top() - 1, width(), 1), m_hairline);
    pen.fill(QRectF(0, strip.bottom(), width(), 1), m_hairline);
    pen.fill(QRectF(0, below, width(), 1), m_hairline);
}

void TimelineView::drawWallRuler(QSGNode &target) const
{
    NodePen pen(*window(), target);
    const microseconds step = rulerStep(m_window, LabelDistance);
    for (const RulerStroke &stroke : planRuler(m_window, -utcOffsetAt(m_window.begin()), LabelDistance)) {
        const double x = std::round(m_window.toX(stroke.time));
        pen.fill(QRectF(x, stroke.isLabelled ? 8 : 17, 1, stroke.isLabelled ? 15 : 6),
                 stroke.isLabelled ? m_secondText : m_hairline);
        // Half a label is none.
        if (stroke.isLabelled && x >= 0) {
            pen.text(QPointF(x + 6, 4), TimelineShape::wallWords(stroke.time, step), m_font, m_secondText);
        }
    }
}

void TimelineView::drawClipRuler(QSGNode &target) const
{
    NodePen pen(*window(), target);
    const double top = waveArea().bottom() + 1;
    const microseconds step = rulerStep(m_window, LabelDistance);
    // Drift is less than a pixel between two strokes, so that they stand at round clip times well enough to read.
    const FrameTimes &frames = framesOf(ruling());
    for (const RulerStroke &stroke : planRuler(m_window, lineTime(ruling(), 0us), LabelDistance)) {
        const microseconds time = stroke.time - lineTime(ruling(), 0us);
        if (time < frames.begin() || time > frames.end()) {
            continue;
        }
        const double x = std::round(m_window.toX(stroke.time));
        pen.fill(QRectF(x, top, 1, stroke.isLabelled ? 10 : 4), m_hairline);
        if (stroke.isLabelled && x >= 0) {
            pen.text(QPointF(x + 6, top + 1), TimelineShape::clipWords(time, step), m_font, m_secondText);
        }
    }
}

void TimelineView::drawStrip(Node &node, QSGNode &target, std::size_t lane) const
{
    NodePen pen(*window(), target);
    const QRectF strip = stripOf(lane);
    if (framesOf(lane).isEmpty()) {
        return;
    }
    const double left = xOfFrame(lane, 0);
    const double right = m_window.toX(lineTime(lane, framesOf(lane).end()));
    pen.fill(QRectF(left, strip.top(), right - left, strip.height()) & strip, m_track);
    if (m_source->lanes()[lane].isCovered) {
        pen.hatch(strip, m_track, m_hairline);
        pen.centredText(strip, tr("covered"), m_font, m_secondText);
    } else {
        for (const Tile &tile : planTiles(lane)) {
            const QImage picture = m_source->lanes()[lane].strip->picture(tile.frame);
            if (!picture.isNull()) {
                pen.picture(tile.area, node.texture(picture, *window()));
            }
            pen.fill(QRectF(tile.area.left(), strip.top(), 1, strip.height()), m_ground);
        }
    }
    // A last tile may be wider than what is left of its clip.
    if (right < width()) {
        pen.fill(QRectF(right, strip.top(), width() - right, strip.height()), m_ground);
    }
    drawHoles(target, lane);
    drawSeams(target, lane);
    drawFrameTicks(target, lane);
}

void TimelineView::drawWave(QSGNode &target) const
{
    const int lane = m_source->soundLane();
    const QRectF area = waveArea().adjusted(0, WaveMargin, 0, -WaveMargin);
    if (lane < 0 || area.isEmpty()) {
        return;
    }
    const auto index = static_cast<std::size_t>(lane);
    const TimelineSource::Lane &sound = m_source->lanes()[index];
    if (!sound.isCovered && !sound.waveform.isEmpty() && !framesOf(index).isEmpty()) {
        const double ratio = window()->effectiveDevicePixelRatio();
        NodePen(*window(), target).picture(area, waveImage(index, (area.size() * ratio).toSize()));
    }
}

/// A column for each pixel, from its least to its greatest sample; nothing where the clip has no time.
QImage TimelineView::waveImage(std::size_t lane, QSize pixels) const
{
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const Waveform &waveform = m_source->lanes()[lane].waveform;
    const FrameTimes &frames = framesOf(lane);
    const double pixelsPerColumn = width() / pixels.width();
    const double middle = pixels.height() / 2.0;
    for (int column = 0; column < pixels.width(); ++column) {
        const microseconds from = clipTime(lane, m_window.toTime(column * pixelsPerColumn));
        const microseconds to = clipTime(lane, m_window.toTime((column + 1) * pixelsPerColumn));
        if (to <= frames.begin() || from >= frames.end()) {
            continue;
        }
        const WavePeak peak = waveform.between(from, to);
        const double top = std::floor(middle * (1 - reachOf(peak.high)));
        const double bottom = std::ceil(middle * (1 + reachOf(peak.low)));
        painter.fillRect(QRectF(column, top, 1, std::max(1.0, bottom - top)), m_secondText);
    }
    return image;
}

void TimelineView::drawHoles(QSGNode &target, std::size_t lane) const
{
    NodePen pen(*window(), target);
    const QRectF strip = stripOf(lane);
    for (const TimeHole &hole : framesOf(lane).holes()) {
        const double left = std::max(0.0, m_window.toX(lineTime(lane, hole.begin)));
        const double right = std::min(width(), m_window.toX(lineTime(lane, hole.end)));
        const QRectF area(std::round(left), strip.top(), std::round(right - left), strip.height());
        if (area.width() < 1) {
            continue;
        }
        pen.hatch(area, m_ground, m_hairline);
        const QString seconds = QLocale().toString(static_cast<double>(hole.length().count()) / 1e6, 'f', 1);
        pen.centredText(area, tr("no picture %1 s").arg(seconds), m_font, m_secondText);
    }
}

/// A double stroke over the whole lane where another recording begins, and its words where there is room.
void TimelineView::drawSeams(QSGNode &target, std::size_t lane) const
{
    constexpr double Stroke = 2;
    NodePen pen(*window(), target);
    const QRectF strip = stripOf(lane);
    const std::vector<TimeSeam> &seams = framesOf(lane).seams();
    const QString words = tr("new recording");
    const double wordsWidth = QFontMetricsF(m_font).horizontalAdvance(words) + 4 * Stroke;
    for (std::size_t i = 0; i < seams.size(); ++i) {
        const double x = std::round(m_window.toX(lineTime(lane, seams[i].at)));
        if (x < -Stroke || x > width()) {
            continue;
        }
        pen.fill(QRectF(x - 2 * Stroke, strip.top(), 4 * Stroke, strip.height()), m_ground);
        pen.fill(QRectF(x - 1.5 * Stroke, strip.top(), Stroke, strip.height()), m_text);
        pen.fill(QRectF(x + 0.5 * Stroke, strip.top(), Stroke, strip.height()), m_text);
        const double end = i + 1 < seams.size() ? m_window.toX(lineTime(lane, seams[i + 1].at)) : width();
        const QRectF plate(x + 2 * Stroke, strip.top(), wordsWidth, SeamWordsHeight);
        if (plate.right() < std::min(width(), end)) {
            pen.fill(plate, m_ground);
            pen.centredText(plate, words, m_font, m_secondText);
        }
    }
}

void TimelineView::drawFrameTicks(QSGNode &target, std::size_t lane) const
{
    NodePen pen(*window(), target);
    const FrameTimes &frames = framesOf(lane);
    const double distance = static_cast<double>(frames.usualStep().count()) / m_window.microsecondsPerPixel();
    const QRectF strip = stripOf(lane);
    const bool hasTicks = distance >= FrameTickDistance && lane == ruling();
    const double ticksBottom = TimelineShape::LanesTop;
    for (const qint64 frame : frames.framesBetween(clipTime(lane, m_window.begin()), clipTime(lane, m_window.end()))) {
        const FrameTime &time = frames.at(frame);
        const double x = std::round(xOfFrame(lane, frame));
        if (time.isCorrupt) {
            pen.fill(QRectF(x, strip.bottom() - 5, std::max(1.0, xAfterFrame(lane, frame) - x), 5), m_bad);
        }
        if (hasTicks) {
            pen.fill(QRectF(x, ticksBottom - (time.isKey ? 9 : 5), 1, time.isKey ? 9 : 5),
                     time.isEstimated ? m_bad : m_secondText);
        }
    }
}

void TimelineView::drawPoints(QSGNode &target) const
{
    const InOut &points = m_source->points();
    if (!points.in && !points.out) {
        return;
    }
    NodePen pen(*window(), target);
    const double top = TimelineShape::WallRulerHeight;
    const double height = TimelineShape::strips(width(), lanes()).bottom() - top;
    const double left = points.in ? xOfFrame(*points.in) : 0;
    const double right = points.out ? xAfterFrame(*points.out) : width();
    if (points.span()) {
        QColor wash = m_accent;
        wash.setAlphaF(0.16F);
        pen.fill(QRectF(left, top, right - left, height), wash);
    }
    if (points.in) {
        pen.fill(QRectF(std::round(left), top, 2, height), m_accent);
        pen.fill(QRectF(std::round(left), top, 7, 2), m_accent);
    }
    if (points.out) {
        pen.fill(QRectF(std::round(right) - 2, top, 2, height), m_accent);
        pen.fill(QRectF(std::round(right) - 7, top, 7, 2), m_accent);
    }
}

/// Bars at the foot of the lane, light on a dark edge, so that they stand out from any picture.
void TimelineView::drawMovement(QSGNode &target) const
{
    constexpr double Height = 5;
    NodePen pen(*window(), target);
    const QRectF strip = stripOf(ruling());
    for (const FrameSpan &span : m_source->movement()) {
        const double left = std::max(0.0, std::round(xOfFrame(span.first)));
        const double right = std::min(width(), std::max(std::round(xAfterFrame(span.last)), left + 2));
        if (right <= 0 || left >= width()) {
            continue;
        }
        pen.fill(QRectF(left, strip.bottom() - Height - 1, right - left, Height + 1), m_ground);
        pen.fill(QRectF(left, strip.bottom() - Height, right - left, Height), m_text);
    }
}

void TimelineView::drawMarks(QSGNode &target) const
{
    NodePen pen(*window(), target);
    const double ratio = window()->effectiveDevicePixelRatio();
    const double top = TimelineShape::WallRulerHeight + 1;
    const QRectF strip = stripOf(ruling());
    int number = 0;
    for (const TimelineSource::Mark &mark : m_source->marks()) {
        ++number;
        const double left = std::round(xOfFrame(mark.span.first));
        const double right = xAfterFrame(mark.span.last);
        if (right < 0 || left > width()) {
            continue;
        }
        const QColor ground = mark.isCurrent ? m_accent : m_accent.darker(115);
        if (mark.span.count() > 1) {
            pen.fill(QRectF(left, strip.top(), right - left, 3), ground);
        }
        pen.fill(QRectF(left, top, 1, strip.bottom() - top), ground);
        const QImage plate = numberPlate(QString::number(number), m_font, ground, m_onAccent, ratio);
        pen.picture(QRectF(QPointF(left, top), plate.deviceIndependentSize()), plate);
    }
}

void TimelineView::drawPlayhead(QSGNode &target) const
{
    NodePen pen(*window(), target);
    if (m_drag == Drag::Scrub && m_pointerX >= 0) {
        pen.fill(QRectF(std::round(m_pointerX), TimelineShape::WallRulerHeight, 1, height()), m_secondText);
    }
    const double x = std::round(playheadX());
    if (x < 0 || x > width()) {
        return;
    }
    pen.fill(QRectF(x - 1, 8, 2, height() - 8), m_playheadColour);
    pen.picture(QRectF(x - 6.5, 0, 13, 15), playheadGrip(m_playheadColour, window()->effectiveDevicePixelRatio()));
}

} // namespace Porchlight
