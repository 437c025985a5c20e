// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "consentchip.h"
#include "filmstrip.h"
#include "framereadout.h"
#include "media/decodedframe.h"
#include "playhead.h"
#include "review/markerspan.h"
#include "review/viewadjustment.h"
#include "reviewclock.h"
#include "workflow/movementsearch.h"
#include "workflow/reviewsession.h"

#include <QList>
#include <QObject>
#include <QRectF>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// One camera of the wall as the page shows it: its picture, or in words why there is none at this moment.
class Camera final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")
    Q_PROPERTY(int number READ number NOTIFY placeChanged FINAL)
    Q_PROPERTY(bool isSelected READ isSelected NOTIFY placeChanged FINAL)
    Q_PROPERTY(QString name READ name NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString clipId READ clipId NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString clockText READ clockText NOTIFY clockChanged FINAL)
    Q_PROPERTY(bool isClockChecked READ isClockChecked NOTIFY clockChanged FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString failureText READ failureText NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool canOpenAgain READ canOpenAgain NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString confinementText READ confinementText NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool isConfined READ isConfined NOTIFY stageChanged FINAL)
    Q_PROPERTY(double pictureAspect READ pictureAspect NOTIFY stageChanged FINAL)
    Q_PROPERTY(int quarterTurns READ quarterTurns NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool isMirrored READ isMirrored NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString pictureText READ pictureText NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString otherPictureText READ otherPictureText NOTIFY stageChanged FINAL)
    Q_PROPERTY(int brightness READ brightness WRITE setBrightness NOTIFY adjustmentChanged FINAL)
    Q_PROPERTY(int contrast READ contrast WRITE setContrast NOTIFY adjustmentChanged FINAL)
    Q_PROPERTY(bool isAdjusted READ isAdjusted NOTIFY adjustmentChanged FINAL)
    Q_PROPERTY(bool isCovered READ isCovered NOTIFY frameChanged FINAL)
    Q_PROPERTY(Porchlight::DecodedFrame frame READ frame NOTIFY frameChanged FINAL)
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY frameChanged FINAL)
    Q_PROPERTY(QString frameText READ frameText NOTIFY frameChanged FINAL)
    Q_PROPERTY(QString damage READ damage NOTIFY frameChanged FINAL)
    Q_PROPERTY(QString gapTitle READ gapTitle NOTIFY frameChanged FINAL)
    Q_PROPERTY(QString gapText READ gapText NOTIFY frameChanged FINAL)

public:
    Camera(ReviewSession &session, ReviewClock &clock, QObject *parent);

    [[nodiscard]] ReviewSession &session() const { return m_session; }
    [[nodiscard]] Playhead &playhead() { return m_playhead; }
    [[nodiscard]] const Playhead &playhead() const { return m_playhead; }
    [[nodiscard]] FilmStrip &strip() { return m_strip; }
    [[nodiscard]] MovementSearch &movement() { return m_movement; }
    /// Of the picture as it is shown, in shares of its size; empty for none.
    [[nodiscard]] QRectF region() const { return m_region; }
    void setRegion(const QRectF &region) { m_region = region; }
    [[nodiscard]] const InOut &points() const { return m_points; }
    void setPoints(const InOut &points) { m_points = points; }
    /// For the eye alone; gone with the clip.
    [[nodiscard]] const ViewAdjustment &adjustment() const { return m_adjustment; }
    void setAdjustment(const ViewAdjustment &adjustment);
    [[nodiscard]] int brightness() const { return m_adjustment.brightness; }
    void setBrightness(int brightness) { setAdjustment({brightness, m_adjustment.contrast}); }
    [[nodiscard]] int contrast() const { return m_adjustment.contrast; }
    void setContrast(int contrast) { setAdjustment({m_adjustment.brightness, contrast}); }
    [[nodiscard]] bool isAdjusted() const { return !m_adjustment.isNeutral(); }
    Q_INVOKABLE void resetAdjustment() { setAdjustment({}); }
    void setPlace(std::size_t index, bool isSelected, bool isLead);

    [[nodiscard]] int number() const { return static_cast<int>(m_index) + 1; }
    [[nodiscard]] std::size_t index() const { return m_index; }
    [[nodiscard]] bool isSelected() const { return m_isSelected; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString clipId() const;
    [[nodiscard]] QString clockText() const;
    [[nodiscard]] bool isClockChecked() const;
    [[nodiscard]] bool isOpen() const { return m_session.state() == ReviewSession::State::Open; }
    [[nodiscard]] QString failureText() const;
    /// What failed may go well another time.
    [[nodiscard]] bool canOpenAgain() const;
    [[nodiscard]] QString confinementText() const;
    [[nodiscard]] bool isConfined() const;
    [[nodiscard]] double pictureAspect() const;
    [[nodiscard]] int quarterTurns() const { return orientation().quarterTurns; }
    [[nodiscard]] bool isMirrored() const { return orientation().isMirrored; }
    [[nodiscard]] bool isCovered() const { return m_session.isCovered(); }
    /// Which of several pictures of the clip is shown: "Picture 2 of 2 · 160 × 90"; empty where there is one only.
    [[nodiscard]] QString pictureText() const;
    /// What another picture than the clip's own one means; empty while that one is shown.
    [[nodiscard]] QString otherPictureText() const;
    /// The next of the clip's pictures, after the last one the first.
    Q_INVOKABLE void showNextPicture();
    /// Null while covered, and where nothing belongs on the screen.
    [[nodiscard]] DecodedFrame frame() const;
    [[nodiscard]] bool hasPicture() const { return !m_playhead.shown().isNull(); }
    [[nodiscard]] QString frameText() const;
    [[nodiscard]] QString damage() const;
    /// Why there is no picture at this moment; empty where there is one.
    [[nodiscard]] QString gapTitle() const;
    [[nodiscard]] QString gapText() const;
    [[nodiscard]] QList<ConsentChip> consent() const;
    [[nodiscard]] Orientation orientation() const;

Q_SIGNALS:
    void placeChanged();
    void stageChanged();
    void clockChanged();
    void frameChanged();
    void adjustmentChanged();
    void waveformChanged();

private:
    ReviewSession &m_session;
    ReviewClock &m_clock;
    Playhead m_playhead;
    FilmStrip m_strip;
    MovementSearch m_movement;
    QRectF m_region;
    InOut m_points;
    ViewAdjustment m_adjustment;
    std::size_t m_index = 0;
    bool m_isSelected = false;
};

} // namespace Porchlight
