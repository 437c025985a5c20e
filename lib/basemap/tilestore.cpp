// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/tilestore.h"

#include <QThread>

#include <algorithm>

namespace Porchlight {

TileStore::TileStore(MapPacks &packs, QObject *parent)
    : QObject(parent)
    , m_packs(packs)
{
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
}

TileStore::~TileStore()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isEnding = true;
    }
    m_pool.waitForDone();
}

void TileStore::setLook(const Look &look)
{
    const QMutexLocker lock(&m_mutex);
    if (look == m_look) {
        return;
    }
    m_look = look;
    ++m_generation;
    m_underWay.clear();
    m_wanted.clear();
    m_pictures.clear();
}

QImage TileStore::picture(TileId id) const
{
    const QImage *image = m_pictures.object(id);
    return image ? *image : QImage();
}

void TileStore::setWanted(const QList<TileId> &tiles)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_wanted.clear();
        std::ranges::copy_if(tiles, std::back_inserter(m_wanted),
                             [this](TileId id) { return !m_pictures.contains(id) && !m_underWay.contains(id); });
    }
    startWorkers();
}

void TileStore::placeLabels(const LabelView &view)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_labels = view;
    }
    startWorkers();
}

void TileStore::startWorkers()
{
    const QMutexLocker lock(&m_mutex);
    const qsizetype tasks = m_wanted.size() + (m_labels ? 1 : 0);
    while (m_workers < std::min<qsizetype>(tasks, m_pool.maxThreadCount())) {
        ++m_workers;
        m_pool.start([this] { work(); });
    }
}

void TileStore::work()
{
    for (Task task = takeTask(); !std::holds_alternative<std::monostate>(task); task = takeTask()) {
        if (const auto *next = std::get_if<Next>(&task)) {
            paint(*next);
        } else {
            label(std::get<LabelView>(task));
        }
    }
}

TileStore::Task TileStore::takeTask()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_isEnding && !m_wanted.isEmpty()) {
        const TileId tile = m_wanted.takeFirst();
        m_underWay.insert(tile);
        return Next{.tile = tile, .look = m_look, .generation = m_generation};
    }
    if (!m_isEnding && m_labels) {
        return *std::exchange(m_labels, std::nullopt);
    }
    // The worker ends; whoever asks from now on starts another.
    --m_workers;
    return {};
}

void TileStore::paint(const Next &next)
{
    const QImage image = paintTile({.tile = next.tile, .theme = next.look.theme, .pixelRatio = next.look.pixelRatio},
                                   m_packs.parts(next.tile));
    QMetaObject::invokeMethod(this, [this, next, image] { keep(next, image); }, Qt::QueuedConnection);
}

void TileStore::label(const LabelView &view)
{
    const LabelPicture picture = paintLabels(view, m_packs);
    QMetaObject::invokeMethod(this, [this, picture] { Q_EMIT labelled(picture); }, Qt::QueuedConnection);
}

void TileStore::keep(const Next &next, const QImage &image)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (next.generation != m_generation) {
            return;
        }
        m_underWay.remove(next.tile);
    }
    m_pictures.insert(next.tile, new QImage(image), image.sizeInBytes());
    Q_EMIT painted(next.tile);
}

} // namespace Porchlight
