// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "camera.h"

#include "workflow/sentences.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

QString secondsText(microseconds time, int digits)
{
    return QLocale::c().toString(static_cast<double>(time.count()) / 1e6, 'f', digits);
}

/// "2 min 23 s", "12.4 s"
QString waitText(microseconds time)
{
    if (time < 60s) {
        return Camera::tr("%1 s").arg(secondsText(time, 1));
    }
    const qint64 seconds = std::chrono::floor<std::chrono::seconds>(time).count();
    return Camera::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

} // namespace

Camera::Camera(ReviewSession &session, ReviewClock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
    , m_playhead(session, clock, this)
    , m_strip(this)
    , m_movement(session, this)
{
    connect(&m_session, &ReviewSession::stateChanged, this, [this] {
        m_strip.setSource(m_session.source(), orientation());
        m_points = {};
        setAdjustment({});
        m_region = {};
        Q_EMIT stageChanged();
        Q_EMIT clockChanged();
        Q_EMIT frameChanged();
    });
    connect(&m_session, &ReviewSession::timelineChanged, this, &Camera::clockChanged);
    connect(&m_session, &ReviewSession::waveformChanged, this, &Camera::waveformChanged);
    connect(&m_session, &ReviewSession::coverChanged, this, &Camera::frameChanged);
    connect(&m_playhead, &Playhead::shownChanged, this, &Camera::frameChanged);
    connect(&m_playhead, &Playhead::momentChanged, this, &Camera::frameChanged);
    // "in 2 min 23 s" goes on counting.
    connect(&m_clock, &ReviewClock::moved, this, [this] {
        if (m_playhead.moment().kind == ClipMoment::Kind::BeforeStart) {
            Q_EMIT frameChanged();
        }
    });
}

void Camera::setPlace(std::size_t index, bool isSelected, bool isLead)
{
    m_index = index;
    m_isSelected = isSelected;
    m_playhead.setCamera(index);
    m_playhead.setLead(isLead);
    Q_EMIT placeChanged();
}

void Camera::setAdjustment(const ViewAdjustment &adjustment)
{
    const ViewAdjustment wanted = bounded(adjustment);
    if (wanted != m_adjustment) {
        m_adjustment = wanted;
        Q_EMIT adjustmentChanged();
    }
}

QString Camera::name() const
{
    if (!m_session.clip()) {
        return {};
    }
    return m_session.clip()->placeText.isEmpty() ? m_session.clip()->originalName : m_session.clip()->placeText;
}

QString Camera::clipId() const
{
    return m_session.clip() ? m_session.clip()->idText() : QString();
}

bool Camera::isClockChecked() const
{
    return m_session.clip() && m_session.clip()->isClockChecked;
}

QString Camera::clockText() const
{
    if (m_session.failure()) {
        return tr("cannot be shown");
    }
    if (!m_session.clip() || !m_session.clip()->statedStart) {
        return tr("start not known");
    }
    const std::vector<TimelineClip> &clips = m_session.timeline().clips();
    if (clips.empty() || clips.front().clock.isNull()) {
        return tr("clock not checked");
    }
    const ClockOffset &clock = clips.front().clock;
    return clock.isChecked() ? tr("clock %1").arg(offsetText(clock)) : tr("not checked, %1").arg(offsetText(clock));
}

QString Camera::failureText() const
{
    return m_session.failure() ? sentenceFor(*m_session.failure()) : QString();
}

bool Camera::canOpenAgain() const
{
    const std::optional<ReviewFailure> &failure = m_session.failure();
    return failure && m_session.clip() && !std::holds_alternative<Failure<ReviewError>>(*failure);
}

bool Camera::isConfined() const
{
    return m_session.summary() && m_session.summary()->confinement == ConfinementLevel::Full;
}

QString Camera::confinementText() const
{
    if (!m_session.summary()) {
        return {};
    }
    switch (m_session.summary()->confinement) {
    case ConfinementLevel::None:
        return tr("Decoder not confined");
    case ConfinementLevel::Partial:
        return tr("Decoder partly confined");
    case ConfinementLevel::Full:
        return tr("Decoder confined");
    }
    Q_UNREACHABLE_RETURN(QString());
}

Orientation Camera::orientation() const
{
    const std::optional<MediaSummary> &summary = m_session.summary();
    return summary && summary->video() != nullptr ? summary->video()->orientation : Orientation();
}

double Camera::pictureAspect() const
{
    const std::optional<MediaSummary> &summary = m_session.summary();
    const StreamSummary *const video = summary ? summary->video() : nullptr;
    if (video == nullptr || video->size.isEmpty()) {
        return 16.0 / 9;
    }
    const double stored = static_cast<double>(video->size.width()) * video->aspect.horizontal /
                          (static_cast<double>(video->size.height()) * video->aspect.vertical);
    return video->orientation.quarterTurns % 2 == 0 ? stored : 1 / stored;
}

QString Camera::pictureText() const
{
    const std::vector<StreamSummary> pictures = m_session.pictures();
    const auto shown =
        std::ranges::find(pictures, m_session.summary() ? m_session.summary()->videoStream : -1, &StreamSummary::index);
    if (pictures.size() < 2 || shown == pictures.end()) {
        return {};
    }
    return tr("Picture %1 of %2 · %3 × %4")
        .arg(shown - pictures.begin() + 1)
        .arg(pictures.size())
        .arg(shown->size.width())
        .arg(shown->size.height());
}

QString Camera::otherPictureText() const
{
    return m_session.showsOwnPicture()
               ? QString()
               : tr("Not the clip's own picture: its frames are numbered by themselves. Markers, stills and the clock "
                    "belong to the own picture.");
}

void Camera::showNextPicture()
{
    const std::vector<StreamSummary> pictures = m_session.pictures();
    const auto shown =
        std::ranges::find(pictures, m_session.summary() ? m_session.summary()->videoStream : -1, &StreamSummary::index);
    if (pictures.size() > 1 && shown != pictures.end()) {
        const auto next = std::next(shown);
        m_session.showPicture((next == pictures.end() ? pictures.begin() : next)->index);
    }
}

DecodedFrame Camera::frame() const
{
    return isCovered() || m_playhead.hasGap() ? DecodedFrame() : m_playhead.shown();
}

QString Camera::frameText() const
{
    const DecodedFrame &shown = m_playhead.shown();
    if (shown.isNull() || m_playhead.hasGap()) {
        return {};
    }
    const QString figure = groupedFigure(shown.number());
    const QString number =
        m_session.showsOwnPicture() ? tr("frame %1").arg(figure) : tr("frame %1 of another picture").arg(figure);
    if (shown.facts().isProvisional) {
        return tr("%1 · provisional").arg(number);
    }
    return shown.facts().isTimeEstimated() ? tr("%1 · time estimated").arg(number) : number;
}

QString Camera::damage() const
{
    const bool isDamaged = !frame().isNull() && frame().facts().isCorrupt;
    return isDamaged ? tr("Damaged: parts of this picture were made up by the decoder.") : QString();
}

QString Camera::gapTitle() const
{
    switch (m_playhead.moment().kind) {
    case ClipMoment::Kind::BeforeStart:
        return tr("Before start");
    case ClipMoment::Kind::Hole:
        return tr("Hole %1 s").arg(secondsText(m_playhead.moment().holeLength, 1));
    case ClipMoment::Kind::Ended:
        return tr("Ended");
    case ClipMoment::Kind::Empty:
    case ClipMoment::Kind::Picture:
        return {};
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString Camera::gapText() const
{
    const std::vector<TimelineClip> &clips = m_clock.timeline().clips();
    if (m_index >= clips.size() || clips[m_index].frames.isEmpty()) {
        return {};
    }
    const FrameTimes &frames = clips[m_index].frames;
    const auto clockAt = [this](microseconds time) {
        return wallClockText(m_clock.timeline().lineTimeAt(m_index, time)).first(8);
    };
    switch (m_playhead.moment().kind) {
    case ClipMoment::Kind::BeforeStart:
        return tr("starts at %1, in %2").arg(clockAt(frames.begin()), waitText(m_playhead.moment().untilStart));
    case ClipMoment::Kind::Hole:
        return tr("the camera recorded no picture here");
    case ClipMoment::Kind::Ended:
        return tr("ended at %1").arg(clockAt(frames.end()));
    case ClipMoment::Kind::Empty:
    case ClipMoment::Kind::Picture:
        return {};
    }
    Q_UNREACHABLE_RETURN(QString());
}

QList<ConsentChip> Camera::consent() const
{
    return m_session.clip() ? consentChips(*m_session.clip()) : QList<ConsentChip>();
}

} // namespace Porchlight
