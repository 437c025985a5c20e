// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "consentchip.h"
#include "framereadout.h"
#include "markerlistmodel.h"
#include "media/decodedframe.h"
#include "playhead.h"
#include "reviewcliplistmodel.h"
#include "timelinesource.h"
#include "workflow/currentcase.h"
#include "workflow/reviewsession.h"

#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// What the review page shows of one clip and what can be done with it.
class ReviewViewModel final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It is made with the program.")
    Q_PROPERTY(Porchlight::ReviewClipListModel *clips READ clips CONSTANT FINAL)
    Q_PROPERTY(Porchlight::MarkerListModel *markers READ markers CONSTANT FINAL)
    Q_PROPERTY(Porchlight::TimelineSource *timeline READ timeline CONSTANT FINAL)
    Q_PROPERTY(Porchlight::ReviewViewModel::Stage stage READ stage NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool hasCase READ hasCase NOTIFY caseChanged FINAL)
    Q_PROPERTY(QString failureText READ failureText NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool canOpenAgain READ canOpenAgain NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString clipId READ clipId NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString clipName READ clipName NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString clockText READ clockText NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool isClockChecked READ isClockChecked NOTIFY stageChanged FINAL)
    Q_PROPERTY(QList<Porchlight::ConsentChip> consent READ consent NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString confinementText READ confinementText NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool isConfined READ isConfined NOTIFY stageChanged FINAL)
    Q_PROPERTY(double pictureAspect READ pictureAspect NOTIFY stageChanged FINAL)
    Q_PROPERTY(Porchlight::DecodedFrame frame READ frame NOTIFY frameChanged FINAL)
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY frameChanged FINAL)
    Q_PROPERTY(int quarterTurns READ quarterTurns NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool isMirrored READ isMirrored NOTIFY stageChanged FINAL)
    Q_PROPERTY(Porchlight::FrameReadout readout READ readout NOTIFY readoutChanged FINAL)
    Q_PROPERTY(bool isPlaying READ isPlaying NOTIFY playChanged FINAL)
    Q_PROPERTY(double speed READ speed NOTIFY playChanged FINAL)
    Q_PROPERTY(QString speedText READ speedText NOTIFY playChanged FINAL)
    Q_PROPERTY(QList<double> speeds READ speeds CONSTANT FINAL)
    Q_PROPERTY(QString inText READ inText NOTIFY pointsChanged FINAL)
    Q_PROPERTY(QString outText READ outText NOTIFY pointsChanged FINAL)
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY pointsChanged FINAL)
    Q_PROPERTY(bool hasSound READ hasSound NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool isMuted READ isMuted WRITE setMuted NOTIFY soundChanged FINAL)
    Q_PROPERTY(double volume READ volume WRITE setVolume NOTIFY soundChanged FINAL)
    Q_PROPERTY(bool isCovered READ isCovered NOTIFY coverChanged FINAL)
    Q_PROPERTY(QString editedMarker READ editedMarker NOTIFY editedMarkerChanged FINAL)

public:
    enum class Stage { Empty, Opening, Open, Failed };
    Q_ENUM(Stage)

    ReviewViewModel(ReviewSession &session, CurrentCase &currentCase);

    [[nodiscard]] ReviewClipListModel *clips() { return &m_clips; }
    [[nodiscard]] MarkerListModel *markers() { return &m_markers; }
    [[nodiscard]] TimelineSource *timeline() { return &m_timeline; }
    [[nodiscard]] Stage stage() const;
    [[nodiscard]] bool hasCase() const { return m_currentCase.caseFile().has_value(); }
    [[nodiscard]] QString failureText() const;
    /// What failed may go well another time.
    [[nodiscard]] bool canOpenAgain() const;
    [[nodiscard]] QString clipId() const;
    [[nodiscard]] QString clipName() const;
    [[nodiscard]] QString clockText() const;
    [[nodiscard]] bool isClockChecked() const;
    [[nodiscard]] QList<ConsentChip> consent() const;
    [[nodiscard]] QString confinementText() const;
    [[nodiscard]] bool isConfined() const;
    [[nodiscard]] double pictureAspect() const;
    /// Null while covered.
    [[nodiscard]] DecodedFrame frame() const;
    [[nodiscard]] bool hasPicture() const { return !m_playhead.shown().isNull(); }
    [[nodiscard]] int quarterTurns() const { return orientation().quarterTurns; }
    [[nodiscard]] bool isMirrored() const { return orientation().isMirrored; }
    [[nodiscard]] const FrameReadout &readout() const { return m_readout; }
    [[nodiscard]] bool isPlaying() const { return m_playhead.isPlaying(); }
    /// 0 while standing.
    [[nodiscard]] double speed() const { return m_playhead.speed(); }
    [[nodiscard]] QString speedText() const;
    [[nodiscard]] QList<double> speeds() const;
    [[nodiscard]] QString inText() const;
    [[nodiscard]] QString outText() const;
    [[nodiscard]] QString lengthText() const;
    [[nodiscard]] bool hasSound() const { return m_session.hasSound(); }
    [[nodiscard]] bool isMuted() const { return m_playhead.isMuted(); }
    void setMuted(bool isMuted) { m_playhead.setMuted(isMuted); }
    [[nodiscard]] double volume() const { return m_playhead.volume(); }
    void setVolume(double volume) { m_playhead.setVolume(volume); }
    [[nodiscard]] bool isCovered() const { return m_session.isCovered(); }
    /// The marker whose note is being written; empty for none.
    [[nodiscard]] QString editedMarker() const { return m_editedMarker; }

    Q_INVOKABLE void openClip(const QString &clipId);
    Q_INVOKABLE void openAgain();
    Q_INVOKABLE void closeClip();
    Q_INVOKABLE void togglePlay();
    Q_INVOKABLE void playAt(double speed);
    Q_INVOKABLE void pause();
    Q_INVOKABLE void shuttleForward();
    Q_INVOKABLE void shuttleBackward();
    Q_INVOKABLE void step(int frames);
    Q_INVOKABLE void scrubTo(qint64 frame);
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
    Q_INVOKABLE void removeMarker(const QString &markerId);
    Q_INVOKABLE void takeStill();
    Q_INVOKABLE void copyDigest();
    Q_INVOKABLE void reveal(const QString &reason);

Q_SIGNALS:
    void stageChanged();
    void caseChanged();
    void frameChanged();
    void readoutChanged();
    void playChanged();
    void pointsChanged();
    void soundChanged();
    void coverChanged();
    void editedMarkerChanged();
    /// A sentence about something that was done, or (`isProblem`) could not be done.
    void noticeRaised(const QString &sentence, bool isProblem);

private:
    void connectSession();
    void followCase();
    void onStateChanged();
    void onTimelineChanged();
    void onMarkersChanged();
    void onShownChanged();
    void updateReadout();
    void updateMarkers();
    void updateMarks();
    void setPoints(const InOut &points);
    void goTo(std::optional<std::size_t> marker);
    void setEditedMarker(const QString &markerId);
    [[nodiscard]] QString pointText(const std::optional<qint64> &frame) const;
    [[nodiscard]] Orientation orientation() const;

    ReviewSession &m_session;
    CurrentCase &m_currentCase;
    Playhead m_playhead;
    ReviewClipListModel m_clips;
    MarkerListModel m_markers;
    TimelineSource m_timeline;
    FrameReadout m_readout;
    InOut m_points;
    std::optional<std::size_t> m_currentMarker;
    QString m_editedMarker;
};

} // namespace Porchlight
