// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cameralistmodel.h"
#include "framereadout.h"
#include "markerlistmodel.h"
#include "media/decodedframe.h"
#include "movementviewmodel.h"
#include "reviewcliplistmodel.h"
#include "reviewclock.h"
#include "reviewkeyboard.h"
#include "timelinesource.h"
#include "workflow/camerawall.h"
#include "workflow/currentcase.h"

#include "review/clockcalibration.h"

#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// What the review page shows of the cameras that are open, and what can be done with them. Words and acts about "the"
/// clip concern the camera that is selected.
class ReviewViewModel final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It is made with the program.")
    Q_PROPERTY(Porchlight::ReviewClipListModel *clips READ clips CONSTANT FINAL)
    Q_PROPERTY(Porchlight::CameraListModel *cameras READ cameras CONSTANT FINAL)
    Q_PROPERTY(Porchlight::Camera *camera READ camera NOTIFY stageChanged FINAL)
    Q_PROPERTY(int selectedCamera READ selectedCamera NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool canAddCamera READ canAddCamera NOTIFY camerasChanged FINAL)
    Q_PROPERTY(QString wallText READ wallText NOTIFY readoutChanged FINAL)
    Q_PROPERTY(QString rulerText READ rulerText NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString matchText READ matchText NOTIFY matchChanged FINAL)
    Q_PROPERTY(QString knownMomentText READ knownMomentText NOTIFY matchChanged FINAL)
    Q_PROPERTY(Porchlight::MarkerListModel *markers READ markers CONSTANT FINAL)
    Q_PROPERTY(Porchlight::ReviewKeyboard *keyboard READ keyboard CONSTANT FINAL)
    Q_PROPERTY(Porchlight::MovementViewModel *movement READ movement CONSTANT FINAL)
    Q_PROPERTY(Porchlight::TimelineSource *timeline READ timeline CONSTANT FINAL)
    Q_PROPERTY(Porchlight::ReviewViewModel::Stage stage READ stage NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool hasCase READ hasCase NOTIFY caseChanged FINAL)
    Q_PROPERTY(QString failureText READ failureText NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool canOpenAgain READ canOpenAgain NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString clipId READ clipId NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString clipName READ clipName NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString clockText READ clockText NOTIFY clockChanged FINAL)
    Q_PROPERTY(QList<Porchlight::ConsentChip> consent READ consent NOTIFY stageChanged FINAL)
    Q_PROPERTY(Porchlight::FrameReadout readout READ readout NOTIFY readoutChanged FINAL)
    Q_PROPERTY(bool hasFrame READ hasFrame NOTIFY readoutChanged FINAL)
    Q_PROPERTY(bool isPlaying READ isPlaying NOTIFY playChanged FINAL)
    Q_PROPERTY(double speed READ speed NOTIFY playChanged FINAL)
    Q_PROPERTY(QString speedText READ speedText NOTIFY playChanged FINAL)
    Q_PROPERTY(QList<double> speeds READ speeds CONSTANT FINAL)
    Q_PROPERTY(QString inText READ inText NOTIFY pointsChanged FINAL)
    Q_PROPERTY(QString outText READ outText NOTIFY pointsChanged FINAL)
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY pointsChanged FINAL)
    Q_PROPERTY(bool hasSpan READ hasSpan NOTIFY pointsChanged FINAL)
    Q_PROPERTY(int sheetDone READ sheetDone NOTIFY sheetChanged FINAL)
    Q_PROPERTY(int sheetTotal READ sheetTotal NOTIFY sheetChanged FINAL)
    Q_PROPERTY(bool hasSound READ hasSound NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool isMuted READ isMuted WRITE setMuted NOTIFY soundChanged FINAL)
    Q_PROPERTY(double volume READ volume WRITE setVolume NOTIFY soundChanged FINAL)
    Q_PROPERTY(bool isCovered READ isCovered NOTIFY coverChanged FINAL)
    Q_PROPERTY(QString editedMarker READ editedMarker NOTIFY editedMarkerChanged FINAL)
    Q_PROPERTY(QStringList editedTags READ editedTags NOTIFY editedMarkerChanged FINAL)
    Q_PROPERTY(QStringList markerTags READ markerTags NOTIFY markerTagsChanged FINAL)
    Q_PROPERTY(QString tagFilter READ tagFilter NOTIFY listingChanged FINAL)
    Q_PROPERTY(QString markerCountText READ markerCountText NOTIFY listingChanged FINAL)

public:
    /// Which frames a contact sheet shows.
    enum class SheetOf { WholeClip, InToOut, Markers };
    Q_ENUM(SheetOf)
    enum class Stage { Empty, Opening, Open, Failed };
    Q_ENUM(Stage)

    ReviewViewModel(CameraWall &wall, CurrentCase &currentCase, PreferenceKeeper &preferences);

    [[nodiscard]] ReviewClipListModel *clips() { return &m_clips; }
    [[nodiscard]] CameraListModel *cameras() { return &m_cameras; }
    /// The one that is selected.
    [[nodiscard]] Camera *camera() const { return &selected(); }
    [[nodiscard]] int selectedCamera() const { return static_cast<int>(m_selected); }
    [[nodiscard]] bool canAddCamera() const { return m_wall.size() < CameraWall::MostCameras; }
    /// Where the one clock of all cameras stands; empty with one camera.
    [[nodiscard]] QString wallText() const;
    /// Whose clip time stands under the lanes; empty with one camera.
    [[nodiscard]] QString rulerText() const;
    /// The frame that waits for its match in another camera; empty for none.
    [[nodiscard]] QString matchText() const;
    /// The first of two moments whose true time is known; empty for none.
    [[nodiscard]] QString knownMomentText() const;
    [[nodiscard]] MarkerListModel *markers() { return &m_markers; }
    [[nodiscard]] ReviewKeyboard *keyboard() { return &m_keyboard; }
    [[nodiscard]] MovementViewModel *movement() { return &m_movement; }
    [[nodiscard]] TimelineSource *timeline() { return &m_timeline; }
    [[nodiscard]] Stage stage() const;
    [[nodiscard]] bool hasCase() const { return m_currentCase.caseFile().has_value(); }
    [[nodiscard]] QString failureText() const { return selected().failureText(); }
    [[nodiscard]] bool canOpenAgain() const { return selected().canOpenAgain(); }
    [[nodiscard]] QString clipId() const;
    [[nodiscard]] QString clipName() const;
    [[nodiscard]] QString clockText() const { return selected().clockText(); }
    [[nodiscard]] QList<ConsentChip> consent() const { return selected().consent(); }
    [[nodiscard]] const FrameReadout &readout() const { return m_readout; }
    /// A frame of the selected camera is on the screen, to be marked or kept.
    [[nodiscard]] bool hasFrame() const { return frameOnScreen().has_value(); }
    [[nodiscard]] bool isPlaying() const { return m_clock.isPlaying(); }
    /// 0 while standing.
    [[nodiscard]] double speed() const { return m_clock.speed(); }
    [[nodiscard]] QString speedText() const;
    [[nodiscard]] QList<double> speeds() const;
    [[nodiscard]] QString inText() const;
    [[nodiscard]] QString outText() const;
    [[nodiscard]] QString lengthText() const;
    [[nodiscard]] bool hasSpan() const { return points().span().has_value(); }
    /// Of the contact sheet that is being made; 0 of 0 while none is.
    [[nodiscard]] int sheetDone() const { return session().sheetDone(); }
    [[nodiscard]] int sheetTotal() const { return session().sheetTotal(); }
    [[nodiscard]] bool hasSound() const { return session().hasSound(); }
    [[nodiscard]] bool isMuted() const { return playhead().isMuted(); }
    void setMuted(bool isMuted) { playhead().setMuted(isMuted); }
    [[nodiscard]] double volume() const { return playhead().volume(); }
    void setVolume(double volume) { playhead().setVolume(volume); }
    [[nodiscard]] bool isCovered() const { return session().isCovered(); }
    /// The marker whose note is being written; empty for none.
    [[nodiscard]] QString editedMarker() const { return m_editedMarker; }
    /// Its tags as they will be kept.
    [[nodiscard]] QStringList editedTags() const { return m_editedTags; }
    /// Of all the markers of the clip.
    [[nodiscard]] QStringList markerTags() const { return m_markerTags; }
    /// Markers with this tag are listed and gone to; empty for all.
    [[nodiscard]] QString tagFilter() const { return m_tagFilter; }
    /// "7", or "2 of 7".
    [[nodiscard]] QString markerCountText() const;

    Q_INVOKABLE void openClip(const QString &clipId);
    /// Another clip beside those that are open, up to nine; one that is open already is closed.
    Q_INVOKABLE void toggleCamera(const QString &clipId);
    Q_INVOKABLE void closeCamera(int camera);
    Q_INVOKABLE void selectCamera(int camera);
    Q_INVOKABLE void openAgain();
    Q_INVOKABLE void openCameraAgain(int camera);
    Q_INVOKABLE void closeClip();
    /// What a key stands for: a ReviewAct.
    Q_INVOKABLE void perform(int act);
    Q_INVOKABLE void togglePlay();
    Q_INVOKABLE void playAt(double speed);
    Q_INVOKABLE void pause();
    Q_INVOKABLE void shuttleForward();
    Q_INVOKABLE void shuttleBackward();
    Q_INVOKABLE void step(int frames);
    /// To the next frame of any camera, or (-1) the last one before.
    Q_INVOKABLE void stepAny(int direction);
    Q_INVOKABLE void scrubTo(qint64 frame);
    /// Microseconds of the line.
    Q_INVOKABLE void scrubToTime(qint64 lineTime);
    Q_INVOKABLE void slower();
    Q_INVOKABLE void faster();
    /// Moves the selected camera along the wall clock.
    Q_INVOKABLE void nudgeClock(int frames);
    /// "+3.2 ± 0.1"
    Q_INVOKABLE void enterOffset(const QString &text);
    /// The frame on the screen was taken at this time. The first time is kept until a second one gives the drift.
    Q_INVOKABLE void enterKnownTime(const QString &text);
    /// The first frame of two that show the same event; the second call, with another camera selected, lays that
    /// camera's clock beside the first one's.
    Q_INVOKABLE void matchEvent();
    Q_INVOKABLE void forgetMoments();
    Q_INVOKABLE void goToFirst();
    Q_INVOKABLE void goToLast();
    Q_INVOKABLE void goToPreviousMarker();
    Q_INVOKABLE void goToNextMarker();
    Q_INVOKABLE void goToMarker(const QString &markerId);
    Q_INVOKABLE void goToIn();
    Q_INVOKABLE void goToOut();
    Q_INVOKABLE void setIn();
    Q_INVOKABLE void setOut();
    Q_INVOKABLE void clearPoints();
    /// Makes a marker on the frame, or on the span from in to out, and opens its note for writing.
    Q_INVOKABLE void markHere();
    Q_INVOKABLE void beginEdit(const QString &markerId);
    Q_INVOKABLE void finishEdit(const QString &note);
    Q_INVOKABLE void cancelEdit();
    /// To the marker that is being written: words with commas between them.
    Q_INVOKABLE void addTags(const QString &typed);
    Q_INVOKABLE void removeTag(const QString &tag);
    Q_INVOKABLE void removeLastTag();
    /// The tag that is the filter already takes the filter away.
    Q_INVOKABLE void filterByTag(const QString &tag);
    Q_INVOKABLE void removeMarker(const QString &markerId);
    Q_INVOKABLE void takeStill();
    /// Of the listed markers, or of `tiles` frames at even distances.
    Q_INVOKABLE void makeSheet(Porchlight::ReviewViewModel::SheetOf of, int tiles);
    Q_INVOKABLE void cancelSheet();
    Q_INVOKABLE void copyDigest();
    Q_INVOKABLE void reveal(const QString &reason);

Q_SIGNALS:
    void stageChanged();
    void caseChanged();
    void camerasChanged();
    void clockChanged();
    void matchChanged();
    void readoutChanged();
    void playChanged();
    void pointsChanged();
    void soundChanged();
    void sheetChanged();
    void coverChanged();
    void editedMarkerChanged();
    void markerTagsChanged();
    void listingChanged();
    void truePixelsWanted();
    void loupeWanted();
    void lookWanted();
    void sheetWanted();
    void clipListWanted();
    /// A sentence about something that was done, or (`isProblem`) could not be done.
    void noticeRaised(const QString &sentence, bool isProblem);

private:
    struct MatchPoint
    {
        ClipId clip;
        qint64 frame = 0;
    };
    struct TimedPoint
    {
        ClipId clip;
        KnownMoment moment;
    };

    [[nodiscard]] bool performPlay(ReviewAct act);
    [[nodiscard]] bool performMove(ReviewAct act);
    void performWork(ReviewAct act);
    void connectWall();
    void addCamera(std::size_t index);
    void connectCamera(Camera &camera);
    void placeCameras();
    [[nodiscard]] std::size_t findLead() const;
    void updateLead();
    void onCameraStateChanged(const Camera &camera);
    void followCase();
    void onStateChanged();
    void onTimelineChanged();
    void onMarkersChanged();
    void onShownChanged();
    void updateLanes();
    void updateClips();
    void updateReadout();
    void updateMarkers();
    void updateMarks();
    [[nodiscard]] std::optional<qint64> frameOnScreen() const;
    /// Says so where there is none.
    [[nodiscard]] std::optional<qint64> frameToUse();
    void setPoints(const InOut &points);
    void setEditedMarker(const QString &markerId);
    [[nodiscard]] QString pointText(const std::optional<qint64> &frame) const;
    [[nodiscard]] bool isSelected(const Camera &camera) const { return &camera == &selected(); }
    [[nodiscard]] Camera &selected() const { return m_cameras.at(m_selected); }
    /// The camera that the time line and its transport go by: the selected one, or, where its clip cannot be shown, the
    /// first that can.
    [[nodiscard]] Playhead &lead() const { return m_cameras.at(m_lead).playhead(); }
    [[nodiscard]] ReviewSession &session() const { return selected().session(); }
    [[nodiscard]] Playhead &playhead() const { return selected().playhead(); }
    [[nodiscard]] const InOut &points() const { return selected().points(); }
    [[nodiscard]] std::optional<TimedPoint> timedPoint(const QString &text) const;

    CameraWall &m_wall;
    CurrentCase &m_currentCase;
    ReviewClock m_clock;
    CameraListModel m_cameras;
    std::size_t m_selected = 0;
    std::size_t m_lead = 0;
    ReviewClipListModel m_clips;
    MarkerListModel m_markers;
    TimelineSource m_timeline;
    MovementViewModel m_movement;
    ReviewKeyboard m_keyboard;
    FrameReadout m_readout;
    std::optional<MatchPoint> m_match;
    std::optional<TimedPoint> m_known;
    std::optional<std::size_t> m_currentMarker;
    QString m_editedMarker;
    QStringList m_editedTags;
    QStringList m_markerTags;
    QString m_tagFilter;
};

} // namespace Porchlight
