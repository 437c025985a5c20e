// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelineview.h"

#include "timelineshape.h"

#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

constexpr double ZoomStep = 0.8;
constexpr double SnapDistance = 5;
// Small pictures are asked for once the view has stood still this long.
constexpr auto TilePause = 60ms;
constexpr microseconds SmallestSpan = 200ms;
// With fewer frames than that under a small picture, pictures stand where their frames begin.
constexpr double MostFramesPerTile = 6;

} // namespace

TimelineView::TimelineView(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setClip(true);
    setAcceptedMouseButtons(Qt::LeftButton | Qt::MiddleButton);
    setAcceptHoverEvents(true);
    setActiveFocusOnTab(true);
    m_tileTimer.setSingleShot(true);
    m_tileTimer.setInterval(TilePause);
    connect(&m_tileTimer, &QTimer::timeout, this, &TimelineView::wantTiles);
    connect(this, &TimelineView::lookChanged, this, &TimelineView::changed);
}

void TimelineView::setSource(TimelineSource *source)
{
    if (m_source == source) {
        return;
    }
    if (m_source != nullptr) {
        m_source->disconnect(this);
    }
    m_source = source;
    if (m_source != nullptr) {
        connect(m_source, &TimelineSource::timelineChanged, this, &TimelineView::onTimelineChanged);
        connect(m_source, &TimelineSource::marksChanged, this, &TimelineView::changed);
        connect(m_source, &TimelineSource::playheadChanged, this, &TimelineView::onPlayheadChanged);
        connect(m_source, &TimelineSource::pictureAdded, this, &TimelineView::changed);
        connect(m_source, &TimelineSource::lanesChanged, this, &TimelineView::lanesChanged);
    }
    onTimelineChanged();
    Q_EMIT sourceChanged();
}

bool TimelineView::hasClip() const
{
    return m_source != nullptr && lanes() > 0 &&
           m_source->timeline().clips().size() == static_cast<std::size_t>(lanes()) && !framesOf(ruling()).isEmpty();
}

int TimelineView::lanes() const
{
    return m_source == nullptr ? 0 : m_source->laneCount();
}

std::size_t TimelineView::ruling() const
{
    return m_source->ruling();
}

bool TimelineView::hasMarks() const
{
    return m_source->ruling() == m_source->selected();
}

const FrameTimes &TimelineView::framesOf(std::size_t lane) const
{
    return m_source->timeline().clips().at(lane).frames;
}

microseconds TimelineView::lineTime(std::size_t lane, microseconds clipTime) const
{
    return microseconds(m_source->timeline().lineTimeAt(lane, clipTime).microseconds());
}

microseconds TimelineView::clipTime(std::size_t lane, microseconds lineTime) const
{
    return m_source->timeline().clipTimeAt(lane, UtcTime::fromMicroseconds(lineTime.count()));
}

QRectF TimelineView::stripOf(std::size_t lane) const
{
    return TimelineShape::strip(width(), static_cast<int>(lane), lanes());
}

QRectF TimelineView::waveArea() const
{
    return TimelineShape::wave(width(), std::max(1, lanes()), m_source != nullptr && m_source->soundLane() >= 0);
}

std::optional<std::size_t> TimelineView::laneAt(double y) const
{
    for (std::size_t lane = 0; lane < static_cast<std::size_t>(lanes()); ++lane) {
        if (y >= stripOf(lane).top() && y < stripOf(lane).bottom()) {
            return lane;
        }
    }
    return std::nullopt;
}

double TimelineView::laneHeight() const
{
    return TimelineShape::stripHeight(lanes());
}

double TimelineView::lanesTop() const
{
    return TimelineShape::LanesTop;
}

double TimelineView::laneDistance() const
{
    return TimelineShape::strip(0, 1, lanes()).top() - TimelineShape::LanesTop;
}

double TimelineView::rulerHeight() const
{
    return TimelineShape::ClipRulerHeight;
}

void TimelineView::onTimelineChanged()
{
    setImplicitHeight(TimelineShape::height(lanes(), waveHeight() > 0));
    if (!hasClip()) {
        setWindow({});
        return;
    }
    const TimeSpan extent = m_source->timeline().extent();
    const TimelineWindow all(microseconds(extent.begin.microseconds()), microseconds(extent.end.microseconds()),
                             width());
    // While frames are still being counted the clip grows; a part that was chosen stays in view.
    setWindow(m_window.showsAll() ? all : m_window.withExtent(all.begin(), all.end()));
    Q_EMIT windowChanged();
    Q_EMIT playheadMoved();
}

void TimelineView::onPlayheadChanged()
{
    if (hasClip() && m_drag == Drag::None) {
        setWindow(m_window.revealing(m_window.toTime(playheadX())));
    }
    update();
    Q_EMIT playheadMoved();
}

void TimelineView::changed()
{
    m_isLayoutNew = true;
    update();
}

void TimelineView::setWindow(const TimelineWindow &window)
{
    const bool isSame = m_window == window;
    m_window = window;
    changed();
    m_tileTimer.start();
    if (!isSame) {
        Q_EMIT windowChanged();
        Q_EMIT playheadMoved();
    }
}

void TimelineView::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    setWindow(m_window.withWidth(newGeometry.width()));
}

// Zoom.

double TimelineView::zoom() const
{
    if (!hasClip()) {
        return 0;
    }
    const TimeSpan extent = m_source->timeline().extent();
    const double most =
        std::log(static_cast<double>(extent.length().count()) / static_cast<double>(SmallestSpan.count()));
    if (most <= 0) {
        return 0;
    }
    const double now =
        std::log(static_cast<double>(extent.length().count()) / static_cast<double>(m_window.length().count()));
    return std::clamp(now / most, 0.0, 1.0);
}

void TimelineView::setZoom(double zoom)
{
    if (!hasClip() || std::abs(zoom - this->zoom()) < 0.001) {
        return;
    }
    const auto extent = static_cast<double>(m_source->timeline().extent().length().count());
    const double wanted =
        extent * std::pow(static_cast<double>(SmallestSpan.count()) / extent, std::clamp(zoom, 0.0, 1.0));
    const double around = playheadX() >= 0 ? playheadX() : width() / 2;
    setWindow(m_window.zoomed(wanted / static_cast<double>(m_window.length().count()), around));
}

void TimelineView::zoomIn()
{
    setWindow(m_window.zoomed(ZoomStep, playheadX() >= 0 ? playheadX() : width() / 2));
}

void TimelineView::zoomOut()
{
    setWindow(m_window.zoomed(1 / ZoomStep, playheadX() >= 0 ? playheadX() : width() / 2));
}

void TimelineView::showAll()
{
    setWindow(m_window.zoomed(1e6, 0));
}

// Places.

double TimelineView::xOfFrame(std::size_t lane, qint64 frame) const
{
    const FrameTimes &frames = framesOf(lane);
    return m_window.toX(lineTime(lane, frames.at(std::clamp<qint64>(frame, 0, frames.count() - 1)).start));
}

double TimelineView::xAfterFrame(std::size_t lane, qint64 frame) const
{
    const FrameTimes &frames = framesOf(lane);
    const qint64 known = std::clamp<qint64>(frame, 0, frames.count() - 1);
    return m_window.toX(lineTime(lane, frames.at(known).start + frames.shownFor(known)));
}

std::optional<qint64> TimelineView::frameAtX(double x) const
{
    if (!hasClip()) {
        return std::nullopt;
    }
    for (const TimelineSource::Mark &mark : m_source->marks()) {
        if (hasMarks() && std::abs(xOfFrame(mark.span.first) - x) <= SnapDistance) {
            return mark.span.first;
        }
    }
    const microseconds time = m_window.toTime(std::clamp(x, 0.0, width()));
    const ClipMoment moment = m_source->timeline().momentAt(ruling(), UtcTime::fromMicroseconds(time.count()));
    if (lanes() > 1 && moment.kind != ClipMoment::Kind::Picture) {
        return std::nullopt;
    }
    return framesOf(ruling()).frameAt(clipTime(ruling(), time));
}

double TimelineView::playheadX() const
{
    if (!hasClip()) {
        return -1;
    }
    return m_source->playhead() ? xOfFrame(*m_source->playhead())
                                : m_window.toX(microseconds(m_source->now().microseconds()));
}

double TimelineView::value() const
{
    return m_source == nullptr ? 0 : static_cast<double>(m_source->playhead().value_or(0));
}

double TimelineView::maximumValue() const
{
    return hasClip() ? static_cast<double>(framesOf(ruling()).count() - 1) : 0;
}

// Hand and keys.

void TimelineView::scrub(double x)
{
    m_pointerX = std::clamp(x, 0.0, width());
    update();
    const std::optional<qint64> frame = frameAtX(x);
    if (!frame && hasClip()) {
        m_lastScrubbed.reset();
        Q_EMIT timeScrubbed(m_window.toTime(m_pointerX).count());
    } else if (frame && frame != m_lastScrubbed) {
        m_lastScrubbed = frame;
        Q_EMIT scrubbed(*frame);
    }
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    m_lastPress = event->position();
    if (event->button() == Qt::MiddleButton || event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_drag = Drag::Pan;
        return;
    }
    if (const std::optional<std::size_t> lane = laneAt(event->position().y()); lane && *lane != m_source->selected()) {
        Q_EMIT laneChosen(static_cast<int>(*lane));
    }
    m_drag = Drag::Scrub;
    m_lastScrubbed.reset();
    scrub(event->position().x());
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::Pan) {
        setWindow(m_window.panned(m_lastPress.x() - event->position().x()));
        m_lastPress = event->position();
    } else if (m_drag == Drag::Scrub) {
        scrub(event->position().x());
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *)
{
    mouseUngrabEvent();
}

void TimelineView::mouseUngrabEvent()
{
    m_drag = Drag::None;
    m_pointerX = -1;
    update();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    if (!hasClip()) {
        return;
    }
    const QPoint turn = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(turn.x()) > std::abs(turn.y())) {
        const int along = turn.x() != 0 ? turn.x() : turn.y();
        setWindow(m_window.panned(-along));
    } else {
        setWindow(m_window.zoomed(std::pow(ZoomStep, turn.y() / 120.0), event->position().x()));
    }
    event->accept();
}

QString TimelineView::wordsAt(QPointF place) const
{
    const std::size_t lane = laneAt(place.y()).value_or(ruling());
    const microseconds time = m_window.toTime(place.x());
    const QString words = TimelineShape::wordsAt(m_source->timeline(), lane, time);
    const ClipMoment moment = m_source->timeline().momentAt(lane, UtcTime::fromMicroseconds(time.count()));
    const bool isMoving = lane == m_source->selected() && moment.kind == ClipMoment::Kind::Picture &&
                          std::ranges::any_of(m_source->movement(), [&moment](const FrameSpan &span) {
                              return span.first <= moment.frame && moment.frame <= span.last;
                          });
    return isMoving ? words + u" · "_s + tr("movement in the region") : words;
}

void TimelineView::hoverMoveEvent(QHoverEvent *event)
{
    m_hoverX = event->position().x();
    m_hoverText = hasClip() ? wordsAt(event->position()) : QString();
    Q_EMIT hoverChanged();
}

void TimelineView::hoverLeaveEvent(QHoverEvent *)
{
    m_hoverX = -1;
    m_hoverText.clear();
    Q_EMIT hoverChanged();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return showAll();
    default:
        event->ignore();
    }
}

// Film strip.

void TimelineView::wantTiles()
{
    if (!hasClip()) {
        return;
    }
    for (std::size_t lane = 0; lane < m_source->lanes().size(); ++lane) {
        if (m_source->lanes()[lane].isCovered || framesOf(lane).isEmpty()) {
            continue;
        }
        std::vector<FilmStrip::Wish> wishes;
        for (const Tile &tile : planTiles(lane)) {
            if (wishes.empty() || wishes.back().frame != tile.frame) {
                wishes.push_back({.frame = tile.frame, .isProvisional = framesOf(lane).at(tile.frame).isProvisional});
            }
        }
        m_source->lanes()[lane].strip->want(std::move(wishes));
    }
}

std::vector<TimelineView::Tile> TimelineView::planTiles(std::size_t lane) const
{
    std::vector<Tile> tiles;
    const double frameWidth = static_cast<double>(framesOf(lane).usualStep().count()) / m_window.microsecondsPerPixel();
    const double tileWidth = TimelineShape::tileWidth(m_source->lanes()[lane].pictureAspect, lanes());
    const double framesPerTile = std::ceil(tileWidth / std::max(frameWidth, 0.01));
    if (framesPerTile <= MostFramesPerTile) {
        tileFrames(tiles, lane, static_cast<qint64>(framesPerTile));
    } else {
        tileTimes(tiles, lane);
    }
    // What is not counted yet is stood for by the key frame before it: that one costs one picture, not all between.
    for (Tile &tile : tiles) {
        if (framesOf(lane).at(tile.frame).isProvisional) {
            tile.frame = framesOf(lane).keyBefore(tile.frame).value_or(0);
        }
    }
    return tiles;
}

void TimelineView::tileFrames(std::vector<Tile> &tiles, std::size_t lane, qint64 step) const
{
    const FrameTimes &frames = framesOf(lane);
    const QRectF strip = stripOf(lane);
    const QSizeF size(TimelineShape::tileWidth(m_source->lanes()[lane].pictureAspect, lanes()), strip.height());
    const microseconds from = clipTime(lane, m_window.begin()) - step * frames.usualStep();
    for (const qint64 frame : frames.framesBetween(from, clipTime(lane, m_window.end()))) {
        if (frame % step == 0) {
            tiles.push_back({.frame = frame, .area = QRectF(QPointF(xOfFrame(lane, frame), strip.top()), size)});
        }
    }
}

void TimelineView::tileTimes(std::vector<Tile> &tiles, std::size_t lane) const
{
    const FrameTimes &frames = framesOf(lane);
    const QRectF strip = stripOf(lane);
    const double tileWidth = TimelineShape::tileWidth(m_source->lanes()[lane].pictureAspect, lanes());
    const auto length = std::max(1us, microseconds(std::llround(tileWidth * m_window.microsecondsPerPixel())));
    const microseconds from = std::max(frames.begin(), clipTime(lane, m_window.begin()));
    // Counted from the clip's own beginning, so that panning moves pictures and does not change them.
    microseconds time = frames.begin() + (from - frames.begin()) / length * length;
    for (; time < std::min(frames.end(), clipTime(lane, m_window.end())); time += length) {
        const std::vector<qint64> inside = frames.framesBetween(time, time + length);
        if (inside.empty()) {
            continue;
        }
        // A key frame is there at once; any other frame of the tile is as good a picture of it.
        const auto key = std::ranges::find_if(inside, [&frames](qint64 frame) { return frames.at(frame).isKey; });
        tiles.push_back({.frame = key == inside.end() ? inside.front() : *key,
                         .area = QRectF(m_window.toX(lineTime(lane, time)), strip.top(), tileWidth, strip.height())});
    }
}

} // namespace Porchlight
