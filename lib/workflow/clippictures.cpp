// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/clippictures.h"

#include <algorithm>
#include <utility>

namespace Porchlight {

namespace {

constexpr int PictureWidth = 296;
constexpr qint64 LikelyFrame = 12; ///< The first ones are often black or grey.
constexpr std::size_t MostPictures = 400;

} // namespace

ClipPictures::ClipPictures(EvidenceVault &vault, IntakeParts::SourceMaker makeSource)
    : m_vault(vault)
    , m_makeSource(std::move(makeSource))
{}

ClipPictures::~ClipPictures() = default;

QImage ClipPictures::picture(const Digest &clip)
{
    if (const auto found = m_pictures.find(clip); found != m_pictures.end()) {
        return found->second;
    }
    if (std::ranges::find(m_wanted, clip) == m_wanted.end()) {
        m_wanted.push_back(clip);
        if (m_wanted.size() == 1) {
            next();
        }
    }
    return {};
}

void ClipPictures::next()
{
    if (m_wanted.empty()) {
        return;
    }
    m_vault.openItem(m_wanted.front()).then(this, [this](VaultResult<std::unique_ptr<ByteSource>> bytes) {
        if (bytes) {
            openSource(*std::move(bytes));
        } else {
            finish({});
        }
    });
}

void ClipPictures::openSource(std::unique_ptr<ByteSource> bytes)
{
    m_source = m_makeSource();
    m_source->open(std::move(bytes), {.videoStream = -1, .wantsTable = false, .wantsDigests = false})
        .then(this, [this](const Result<MediaSummary, Failure<MediaError>> &summary) {
            if (summary) {
                askFrame(LikelyFrame);
            } else {
                finish({});
            }
        });
}

void ClipPictures::askFrame(qint64 number)
{
    m_source->thumbnail(number, PictureWidth)
        .then(this, [this, number](const Result<QImage, Failure<MediaError>> &picture) {
            if (!picture && number > 0) {
                askFrame(0); // a clip of a few frames
            } else {
                finish(picture.value_or(QImage()));
            }
        });
}

void ClipPictures::finish(const QImage &picture)
{
    if (m_source) {
        m_source.release()->deleteLater(); // its own answer has led here
    }
    const Digest clip = m_wanted.front();
    m_wanted.pop_front();
    if (m_pictures.size() >= MostPictures) {
        m_pictures.erase(m_pictures.begin());
    }
    m_pictures[clip] = picture;
    Q_EMIT pictureReady(clip);
    next();
}

} // namespace Porchlight
