// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "movementviewmodel.h"

#include "workflow/sentences.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using State = Porchlight::MovementSearch::State;

namespace Porchlight {

namespace {

constexpr double SmallestLevel = 0.5;
constexpr double LargestLevel = 40;

} // namespace

MovementViewModel::MovementViewModel(TimelineSource &timeline, QObject *parent)
    : QObject(parent)
    , m_timeline(timeline)
    , m_model(this)
{}

void MovementViewModel::setCamera(Camera &camera)
{
    if (m_camera == &camera) {
        return;
    }
    if (m_camera) {
        m_camera->movement().disconnect(this);
        m_camera->disconnect(this);
    }
    m_camera = &camera;
    connect(&camera.movement(), &MovementSearch::changed, this, &MovementViewModel::update);
    connect(&camera, &Camera::frameChanged, this, &MovementViewModel::changed);
    connect(&camera, &Camera::clockChanged, this, &MovementViewModel::update);
    update();
}

void MovementViewModel::setFrame(qint64 frame)
{
    if (m_frame != frame) {
        m_frame = frame;
        update();
    }
}

/// What was found depends on what was compared, on the level, and on the times of the frames.
void MovementViewModel::update()
{
    if (!m_camera) {
        return;
    }
    const ReviewTimeline &timeline = m_camera->session().timeline();
    m_spans.clear();
    if (!timeline.isEmpty()) {
        m_spans = movementSpans(m_camera->movement().differences(), timeline.clips().front().frames, m_level);
    }
    const auto current = std::ranges::find_if(m_spans, [this](const MovementSpan &span) {
        return span.frames.first <= m_frame && m_frame <= span.frames.last;
    });
    m_model.setSpans(m_spans, timeline,
                     current == m_spans.end() ? std::nullopt
                                              : std::optional(static_cast<std::size_t>(current - m_spans.begin())));
    std::vector<FrameSpan> drawn;
    for (const MovementSpan &span : m_isOn ? m_spans : std::vector<MovementSpan>()) {
        drawn.push_back(span.frames);
    }
    m_timeline.setMovement(std::move(drawn));
    Q_EMIT changed();
}

QRectF MovementViewModel::region() const
{
    return m_camera ? m_camera->region() : QRectF();
}

QString MovementViewModel::regionText() const
{
    return region().isEmpty() ? QString() : Porchlight::regionText(region());
}

void MovementViewModel::setLevel(double level)
{
    const double wanted = std::clamp(std::round(level * 10) / 10, SmallestLevel, LargestLevel);
    if (m_level != wanted) {
        m_level = wanted;
        update();
    }
}

QString MovementViewModel::levelText() const
{
    return tr("from %1 of 255").arg(QLocale::c().toString(m_level, 'f', 1));
}

bool MovementViewModel::isSearching() const
{
    return m_camera && m_camera->movement().state() == State::Searching;
}

bool MovementViewModel::isProblem() const
{
    return m_camera && m_camera->movement().state() == State::Failed;
}

bool MovementViewModel::canSearch() const
{
    return m_camera && m_camera->movement().state() != State::NotReady && !isSearching() && !region().isEmpty() &&
           !m_camera->isCovered();
}

double MovementViewModel::share() const
{
    const double count = m_camera ? static_cast<double>(m_camera->movement().frameCount()) : 0;
    return count > 0 ? static_cast<double>(m_camera->movement().lookedAt()) / count : 0;
}

QString MovementViewModel::foundText() const
{
    const QString frames = groupedFigure(m_camera->movement().lookedAt());
    switch (m_spans.size()) {
    case 0:
        return tr("No movement in the region at this level. %1 frames looked at.").arg(frames);
    case 1:
        return tr("Movement in the region once. %1 frames looked at.").arg(frames);
    default:
        return tr("Movement in the region %1 times. %2 frames looked at.").arg(m_spans.size()).arg(frames);
    }
}

QString MovementViewModel::stateText() const
{
    if (!m_camera) {
        return {};
    }
    if (m_camera->isCovered()) {
        return tr("The picture is covered. Show it first.");
    }
    const MovementSearch &search = m_camera->movement();
    switch (search.state()) {
    case State::NotReady:
        return tr(
            "Small pictures of all frames are still being made. When they are there, the region can be searched.");
    case State::Ready:
        return region().isEmpty() ? tr("Draw a region on the picture, or write it below.")
                                  : tr("Each frame is compared with the one before it, by small pictures of %1 frames.")
                                        .arg(groupedFigure(search.frameCount()));
    case State::Searching:
        return tr("Looked at %1 of %2 frames.")
            .arg(groupedFigure(search.lookedAt()), groupedFigure(search.frameCount()));
    case State::Done:
        return foundText();
    case State::Stopped:
        return tr("Stopped. %1").arg(foundText());
    case State::Failed:
        return search.failure() ? sentenceFor(*search.failure()) : QString();
    }
    Q_UNREACHABLE_RETURN(QString());
}

void MovementViewModel::toggle()
{
    m_isOn = !m_isOn;
    if (m_camera) {
        update();
    }
}

void MovementViewModel::setRegion(const QRectF &region)
{
    if (m_camera) {
        m_camera->setRegion(regionWithin(region));
        Q_EMIT changed();
    }
}

void MovementViewModel::enterRegion(const QString &text)
{
    if (const std::optional<QRectF> region = regionFromText(text)) {
        setRegion(*region);
    } else {
        Q_EMIT noticeRaised(sentenceFor(Failure{ReviewError::RegionNotGiven, text}), true);
    }
}

void MovementViewModel::search()
{
    if (canSearch()) {
        const Orientation turned = m_camera->orientation();
        m_camera->movement().start(storedRegion(region(), turned.quarterTurns, turned.isMirrored));
    }
}

void MovementViewModel::stop()
{
    if (m_camera) {
        m_camera->movement().stop();
    }
}

void MovementViewModel::goTo(int span)
{
    if (span >= 0 && span < std::ssize(m_spans)) {
        Q_EMIT frameWanted(m_spans.at(static_cast<std::size_t>(span)).frames.first);
    }
}

void MovementViewModel::goToPrevious()
{
    if (const std::optional<std::size_t> span = movementBefore(m_spans, m_frame)) {
        goTo(static_cast<int>(*span));
    }
}

void MovementViewModel::goToNext()
{
    if (const std::optional<std::size_t> span = movementAfter(m_spans, m_frame)) {
        goTo(static_cast<int>(*span));
    }
}

} // namespace Porchlight
