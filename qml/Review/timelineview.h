// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/timelinewindow.h"
#include "timelinesource.h"

#include <QColor>
#include <QFont>
#include <QQuickItem>
#include <QTimer>

#include <vector>

namespace Porchlight {

/// The time line: wall-clock ruler, marks, a lane for each camera with film strip and holes, waveform, clip ruler of
/// the selected one, playhead. Dragging on it scrubs, the wheel zooms around the pointer, Shift or the middle button
/// pans. The playhead stands at the frame that is on the screen, never at one that is only wanted.
class TimelineView : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Porchlight::TimelineSource *source READ source WRITE setSource NOTIFY sourceChanged REQUIRED FINAL)
    Q_PROPERTY(QColor ground MEMBER m_ground NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor track MEMBER m_track NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor hairline MEMBER m_hairline NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor textColour MEMBER m_text NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor secondText MEMBER m_secondText NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor accent MEMBER m_accent NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor onAccent MEMBER m_onAccent NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor bad MEMBER m_bad NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor playheadColour MEMBER m_playheadColour NOTIFY lookChanged FINAL)
    Q_PROPERTY(QFont font MEMBER m_font NOTIFY lookChanged FINAL)
    Q_PROPERTY(double laneHeight READ laneHeight NOTIFY lanesChanged FINAL)
    Q_PROPERTY(double lanesTop READ lanesTop CONSTANT FINAL)
    Q_PROPERTY(double laneDistance READ laneDistance NOTIFY lanesChanged FINAL)
    Q_PROPERTY(double waveTop READ waveTop NOTIFY lanesChanged FINAL)
    Q_PROPERTY(double waveHeight READ waveHeight NOTIFY lanesChanged FINAL)
    Q_PROPERTY(double rulerHeight READ rulerHeight CONSTANT FINAL)
    Q_PROPERTY(bool canZoomOut READ canZoomOut NOTIFY windowChanged FINAL)
    Q_PROPERTY(double zoom READ zoom WRITE setZoom NOTIFY windowChanged FINAL)
    Q_PROPERTY(QString hoverText READ hoverText NOTIFY hoverChanged FINAL)
    Q_PROPERTY(double hoverX READ hoverX NOTIFY hoverChanged FINAL)
    Q_PROPERTY(double playheadX READ playheadX NOTIFY playheadMoved FINAL)
    // Read by assistive technology: the time line is a slider over frame numbers.
    Q_PROPERTY(double value READ value NOTIFY playheadMoved FINAL)
    Q_PROPERTY(double minimumValue READ minimumValue CONSTANT FINAL)
    Q_PROPERTY(double maximumValue READ maximumValue NOTIFY windowChanged FINAL)
    Q_PROPERTY(double stepSize READ stepSize CONSTANT FINAL)

public:
    explicit TimelineView(QQuickItem *parent = nullptr);

    [[nodiscard]] TimelineSource *source() const { return m_source; }
    void setSource(TimelineSource *source);
    [[nodiscard]] double laneHeight() const;
    [[nodiscard]] double lanesTop() const;
    [[nodiscard]] double laneDistance() const;
    [[nodiscard]] double waveTop() const { return waveArea().top(); }
    /// 0 where no clip has sound that was consented to.
    [[nodiscard]] double waveHeight() const { return waveArea().height(); }
    [[nodiscard]] double rulerHeight() const;
    [[nodiscard]] bool canZoomOut() const { return !m_window.showsAll(); }
    /// 0 shows all, 1 the smallest span.
    [[nodiscard]] double zoom() const;
    void setZoom(double zoom);
    [[nodiscard]] QString hoverText() const { return m_hoverText; }
    [[nodiscard]] double hoverX() const { return m_hoverX; }
    [[nodiscard]] double playheadX() const;
    [[nodiscard]] double value() const;
    [[nodiscard]] double minimumValue() const { return 0; }
    [[nodiscard]] double maximumValue() const;
    [[nodiscard]] double stepSize() const { return 1; }

    Q_INVOKABLE void zoomIn();
    Q_INVOKABLE void zoomOut();
    Q_INVOKABLE void showAll();

Q_SIGNALS:
    void sourceChanged();
    void lookChanged();
    void windowChanged();
    void lanesChanged();
    void hoverChanged();
    void playheadMoved();
    /// The frame under the pointer, at each movement of it.
    void scrubbed(qint64 frame);
    /// Likewise, where the selected camera has no frame there but another may have: microseconds of the line.
    void timeScrubbed(qint64 lineTime);
    void laneChosen(int lane);

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override;
    void wheelEvent(QWheelEvent *event) override;
    void hoverMoveEvent(QHoverEvent *event) override;
    void hoverLeaveEvent(QHoverEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Drag { None, Scrub, Pan };
    struct Tile
    {
        qint64 frame = 0;
        QRectF area;
    };
    class Node;

    [[nodiscard]] bool hasClip() const;
    [[nodiscard]] int lanes() const;
    [[nodiscard]] std::chrono::microseconds lineTime(std::size_t lane, std::chrono::microseconds clipTime) const;
    [[nodiscard]] std::chrono::microseconds clipTime(std::size_t lane, std::chrono::microseconds lineTime) const;
    [[nodiscard]] const FrameTimes &framesOf(std::size_t lane) const;
    [[nodiscard]] std::size_t ruling() const;
    /// Marks and points are of the selected camera; without its frames they have no place.
    [[nodiscard]] bool hasMarks() const;
    [[nodiscard]] QRectF stripOf(std::size_t lane) const;
    [[nodiscard]] QRectF waveArea() const;
    [[nodiscard]] std::optional<std::size_t> laneAt(double y) const;
    [[nodiscard]] double xOfFrame(qint64 frame) const { return xOfFrame(ruling(), frame); }
    [[nodiscard]] double xAfterFrame(qint64 frame) const { return xAfterFrame(ruling(), frame); }
    [[nodiscard]] double xOfFrame(std::size_t lane, qint64 frame) const;
    [[nodiscard]] double xAfterFrame(std::size_t lane, qint64 frame) const;
    [[nodiscard]] std::optional<qint64> frameAtX(double x) const;
    [[nodiscard]] std::vector<Tile> planTiles(std::size_t lane) const;
    /// Each `step`th frame, at the frame's own place.
    void tileFrames(std::vector<Tile> &tiles, std::size_t lane, qint64 step) const;
    void tileTimes(std::vector<Tile> &tiles, std::size_t lane) const;
    void onTimelineChanged();
    void onPlayheadChanged();
    void setWindow(const TimelineWindow &window);
    void changed();
    void wantTiles();
    void scrub(double x);
    [[nodiscard]] QString wordsAt(QPointF place) const;

    void drawRulers(QSGNode &target) const;
    void drawWallRuler(QSGNode &target) const;
    void drawClipRuler(QSGNode &target) const;
    void drawStrip(Node &node, QSGNode &target, std::size_t lane) const;
    void drawWave(QSGNode &target) const;
    [[nodiscard]] QImage waveImage(std::size_t lane, QSize pixels) const;
    void drawHoles(QSGNode &target, std::size_t lane) const;
    void drawSeams(QSGNode &target, std::size_t lane) const;
    void drawFrameTicks(QSGNode &target, std::size_t lane) const;
    void drawMarks(QSGNode &target) const;
    void drawPoints(QSGNode &target) const;
    void drawMovement(QSGNode &target) const;
    void drawPlayhead(QSGNode &target) const;

    TimelineSource *m_source = nullptr;
    TimelineWindow m_window;
    QTimer m_tileTimer;
    QColor m_ground, m_track, m_hairline, m_text, m_secondText, m_accent, m_onAccent, m_bad, m_playheadColour;
    QFont m_font;
    QString m_hoverText;
    double m_hoverX = -1;
    double m_pointerX = -1;
    QPointF m_lastPress;
    Drag m_drag = Drag::None;
    std::optional<qint64> m_lastScrubbed;
    bool m_isLayoutNew = true;
};

} // namespace Porchlight
