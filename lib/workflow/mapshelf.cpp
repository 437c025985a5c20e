// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/mapshelf.h"

#include <QDir>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Porchlight {

QString MapShelf::folderIn(const QString &dataDirectory)
{
    return QDir(dataDirectory).filePath(u"maps"_s);
}

MapShelf::MapShelf(const QString &dataDirectory, QObject *parent)
    : QObject(parent)
    , m_shelf(folderIn(dataDirectory))
{
    m_worker.setMaxThreadCount(1);
}

MapShelf::~MapShelf()
{
    m_worker.waitForDone();
}

QFuture<std::vector<ShelvedPack>> MapShelf::list()
{
    return QtConcurrent::run(&m_worker, [this] { return m_shelf.list(); });
}

QFuture<PackResult<MapPack>> MapShelf::install(const QString &source)
{
    return QtConcurrent::run(&m_worker, [this, source] {
        auto installed = m_shelf.install(source, [this](qint64 done, qint64 total) { tell(done, total); });
        if (installed) {
            QMetaObject::invokeMethod(this, &MapShelf::changed, Qt::QueuedConnection);
        }
        return installed;
    });
}

QFuture<PackResult<void>> MapShelf::check(const QString &id)
{
    return QtConcurrent::run(&m_worker, [this, id]() -> PackResult<void> {
        const auto pack = m_shelf.find(id);
        if (!pack) {
            return std::unexpected(pack.error());
        }
        return checkPack(*pack, [this](qint64 done, qint64 total) { tell(done, total); });
    });
}

QFuture<PackResult<void>> MapShelf::remove(const QString &id)
{
    return QtConcurrent::run(&m_worker, [this, id] {
        auto removed = m_shelf.remove(id);
        if (removed) {
            QMetaObject::invokeMethod(this, &MapShelf::changed, Qt::QueuedConnection);
        }
        return removed;
    });
}

void MapShelf::tell(qint64 done, qint64 total)
{
    const int percent = total > 0 ? static_cast<int>(100 * done / total) : 100;
    if (std::exchange(m_percent, percent) != percent) {
        QMetaObject::invokeMethod(this, [this, percent] { Q_EMIT progressed(percent / 100.0); }, Qt::QueuedConnection);
    }
}

} // namespace Porchlight
