// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filmstrip.h"

#include "media/frameimage.h"

#include <algorithm>
#include <utility>

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

bool FilmStrip::isThere(const Wish &wish) const
{
    const auto found = m_pictures.constFind(wish.frame);
    return found != m_pictures.constEnd() && (wish.isProvisional || !found->isProvisional);
}

void FilmStrip::want(std::vector<Wish> wishes)
{
    if (m_asked && !std::ranges::contains(wishes, *m_asked, &Wish::frame)) {
        takeBack();
    }
    std::erase_if(wishes, [this](const Wish &wish) { return wish.frame == m_asked || isThere(wish); });
    m_wanted = std::move(wishes);
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
    const Wish wish = m_wanted.front();
    m_asked = wish.frame;
    m_wanted.erase(m_wanted.begin());
    using Answer = Result<QImage, Failure<MediaError>>;
    // A copy: an answer that is there already is taken at once, and asks for the next.
    MediaFuture<QImage> asked = wish.isProvisional ? m_source->provisionalThumbnail(wish.frame, PictureWidth)
                                                   : m_source->thumbnail(wish.frame, PictureWidth);
    m_answer = asked;
    asked.then(this, [this, wish, run = m_run](const Answer &answer) {
        if (run != m_run) {
            return;
        }
        m_asked.reset();
        // A frame without a small picture leaves its place empty; the big picture says why.
        if (answer) {
            keep(wish, *answer);
        }
        askNext();
    });
}

void FilmStrip::keep(const Wish &wish, const QImage &picture)
{
    if (!m_pictures.contains(wish.frame)) {
        m_oldestFirst.append(wish.frame);
    }
    m_pictures.insert(wish.frame, {.image = turned(picture, m_orientation), .isProvisional = wish.isProvisional});
    while (m_oldestFirst.size() > MostPictures) {
        m_pictures.remove(m_oldestFirst.takeFirst());
    }
    Q_EMIT pictureAdded();
}

} // namespace Porchlight
