// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filmstrip.h"

#include "media/frameimage.h"

#include <algorithm>

namespace Porchlight {

namespace {

// About 30 MB of small pictures.
constexpr qsizetype MostPictures = 512;

} // namespace

FilmStrip::FilmStrip(QObject *parent)
    : QObject(parent)
{}

void FilmStrip::setSource(FrameSource *source, const Orientation &orientation)
{
    m_orientation = orientation;
    takeBack();
    m_source = source;
    m_wanted.clear();
    m_pictures.clear();
    m_oldestFirst.clear();
    Q_EMIT pictureAdded();
}

void FilmStrip::want(const std::vector<qint64> &frames)
{
    if (m_asked && !std::ranges::contains(frames, *m_asked)) {
        takeBack();
    }
    m_wanted.clear();
    std::ranges::copy_if(frames, std::back_inserter(m_wanted),
                         [this](qint64 frame) { return frame != m_asked && !m_pictures.contains(frame); });
    askNext();
}

void FilmStrip::takeBack()
{
    ++m_run;
    m_answer.cancel();
    m_asked.reset();
}

void FilmStrip::askNext()
{
    if (m_asked || m_wanted.empty() || m_source == nullptr) {
        return;
    }
    const qint64 frame = m_wanted.front();
    m_asked = frame;
    m_wanted.erase(m_wanted.begin());
    using Answer = Result<QImage, Failure<MediaError>>;
    // A copy: an answer that is there already is taken at once, and asks for the next.
    MediaFuture<QImage> asked = m_source->thumbnail(frame, PictureWidth);
    m_answer = asked;
    asked.then(this, [this, frame, run = m_run](const Answer &answer) {
        if (run != m_run) {
            return;
        }
        m_asked.reset();
        // A frame without a small picture leaves its place empty; the big picture says why.
        if (answer) {
            keep(frame, *answer);
        }
        askNext();
    });
}

void FilmStrip::keep(qint64 frame, const QImage &picture)
{
    if (!m_pictures.contains(frame)) {
        m_oldestFirst.append(frame);
    }
    m_pictures.insert(frame, turned(picture, m_orientation));
    while (m_oldestFirst.size() > MostPictures) {
        m_pictures.remove(m_oldestFirst.takeFirst());
    }
    Q_EMIT pictureAdded();
}

} // namespace Porchlight
