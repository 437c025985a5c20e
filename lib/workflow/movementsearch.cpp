// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/movementsearch.h"

#include <QtConcurrentRun>

#include <utility>

namespace Porchlight {

namespace {

constexpr qint64 FramesPerPart = 64;

/// Luma without the padding of its lines.
LumaPicture lumaOf(const DecodedFrame &frame)
{
    const DecodedFrame::Plane &plane = frame.plane(0);
    LumaPicture picture{.size = {plane.width, plane.height}, .luma = {}};
    if (plane.stride == plane.width) {
        picture.luma = plane.bytes;
        return picture;
    }
    for (int line = 0; line < plane.height; ++line) {
        picture.luma += plane.bytes.sliced(qsizetype{line} * plane.stride, plane.width);
    }
    return picture;
}

} // namespace

MovementSearch::MovementSearch(ReviewSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_session, &ReviewSession::stateChanged, this, &MovementSearch::reset);
    reset();
}

void MovementSearch::reset()
{
    ++m_run;
    m_differences.clear();
    m_failure.reset();
    setState(State::NotReady);
    if (FrameSource *const source = m_session.source()) {
        connect(source, &FrameSource::tableCompleted, this, &MovementSearch::lookWhetherReady, Qt::UniqueConnection);
        connect(source, &FrameSource::proxiesCompleted, this, &MovementSearch::lookWhetherReady, Qt::UniqueConnection);
    }
    lookWhetherReady();
}

void MovementSearch::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

qint64 MovementSearch::frameCount() const
{
    return m_session.source() == nullptr ? 0 : m_session.source()->table().size();
}

void MovementSearch::lookWhetherReady()
{
    if (m_state != State::NotReady || !m_session.isTableComplete() || frameCount() == 0) {
        return;
    }
    using Given = Result<QList<DecodedFrame>, Failure<MediaError>>;
    m_session.source()->proxies(frameCount() - 1, 1).then(this, [this, run = m_run](const Given &given) {
        if (run == m_run && m_state == State::NotReady && given && !given->isEmpty()) {
            setState(State::Ready);
        }
    });
}

void MovementSearch::start(const QRectF &region)
{
    if (m_state == State::NotReady || m_session.source() == nullptr) {
        return;
    }
    ++m_run;
    m_region = region;
    m_last = {};
    m_differences.clear();
    m_failure.reset();
    setState(State::Searching);
    askNext();
}

void MovementSearch::stop()
{
    if (m_state == State::Searching) {
        ++m_run;
        setState(State::Stopped);
    }
}

void MovementSearch::askNext()
{
    if (lookedAt() >= frameCount()) {
        return setState(State::Done);
    }
    using Given = Result<QList<DecodedFrame>, Failure<MediaError>>;
    m_session.source()->proxies(lookedAt(), FramesPerPart).then(this, [this, run = m_run](const Given &given) {
        if (run != m_run) {
            return;
        }
        if (!given) {
            m_failure = given.error();
            return setState(State::Failed);
        }
        if (given->isEmpty()) {
            // They were there, and are not any more.
            m_failure = Failure{MediaError::SourceBroken, {}};
            return setState(State::Failed);
        }
        compare(*given);
    });
}

MovementSearch::Part MovementSearch::compared(const LumaPicture &before, const QList<DecodedFrame> &pictures,
                                              const QRectF &region)
{
    Part part{.differences = {}, .last = before};
    for (const DecodedFrame &frame : pictures) {
        LumaPicture picture = lumaOf(frame);
        const auto difference = lumaDifference(part.last, picture, samplesOf(region, picture.size));
        part.differences.push_back(static_cast<float>(difference.value_or(0)));
        part.last = std::move(picture);
    }
    return part;
}

void MovementSearch::compare(const QList<DecodedFrame> &pictures)
{
    QtConcurrent::run([before = m_last, pictures, region = m_region] {
        return compared(before, pictures, region);
    }).then(this, [this, run = m_run](Part part) {
        if (run == m_run) {
            take(std::move(part));
        }
    });
}

void MovementSearch::take(Part part)
{
    m_differences.insert(m_differences.end(), part.differences.begin(), part.differences.end());
    m_last = std::move(part.last);
    Q_EMIT changed();
    // Whoever heard it may have stopped it.
    if (m_state == State::Searching) {
        askNext();
    }
}

} // namespace Porchlight
