// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/packshelf.h"

#include "core/digesttext.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype Piece = 1024 * 1024;
constexpr qint64 RoomToLeave = 64 * 1024 * 1024;
constexpr int Patience = 10'000;
constexpr auto Incoming = ".incoming-"_L1;

/// Copies a file and says what it was that was copied.
PackResult<Digest> copyFile(const QString &from, const QString &to, const std::function<void(qint64)> &watcher)
{
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(PackError::MissingFile, QFileInfo(from).fileName());
    }
    if (!target.open(QIODevice::WriteOnly)) {
        return fail(PackError::CannotWrite, target.errorString());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(Piece, Qt::Uninitialized);
    qint64 count = source.read(piece.data(), Piece);
    for (; count > 0; count = source.read(piece.data(), Piece)) {
        const QByteArrayView bytes(piece.constData(), count);
        if (target.write(bytes.data(), bytes.size()) != bytes.size()) {
            return fail(PackError::CannotWrite, target.errorString());
        }
        hash.addData(bytes);
        watcher(count);
    }
    if (count < 0) {
        return fail(PackError::Changed, QFileInfo(from).fileName());
    }
    if (!target.commit()) {
        return fail(PackError::CannotWrite, target.errorString());
    }
    return digestFromBytes(hash.resultView()).value_or(Digest());
}

PackResult<void> copyPack(const MapPack &pack, const QString &folder, const PackWatcher &watcher)
{
    qint64 done = 0;
    const auto tell = [&](qint64 count) {
        done += count;
        if (watcher) {
            watcher(done, pack.manifest.size());
        }
    };
    for (const PackFile &file : pack.manifest.files) {
        const auto copied = copyFile(pack.pathOf(file), QDir(folder).filePath(file.name), tell);
        if (!copied) {
            return std::unexpected(copied.error());
        }
        if (*copied != file.sha256) {
            return fail(PackError::Changed, file.name);
        }
    }
    const QDir source(pack.folder);
    for (const QLatin1StringView name : {PackManifestName, PackSignatureName}) {
        const QString path = source.filePath(name);
        if (!QFileInfo::exists(path)) {
            continue;
        }
        const auto copied = copyFile(path, QDir(folder).filePath(name), [](qint64) {});
        if (!copied) {
            return std::unexpected(copied.error());
        }
    }
    return {};
}

QString folderName(const PackManifest &manifest)
{
    return u"%1@%2"_s.arg(manifest.id, manifest.build);
}

bool isPackOf(const QString &folder, const QString &id)
{
    return folder == id || folder.startsWith(id + u'@');
}

} // namespace

PackShelf::PackShelf(QString folder)
    : m_folder(std::move(folder))
{}

std::vector<ShelvedPack> PackShelf::list() const
{
    std::vector<ShelvedPack> shelved;
    for (const QFileInfo &each : QDir(m_folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        ShelvedPack found{.folder = each.filePath(), .pack = readPack(each.filePath())};
        const auto older = std::ranges::find_if(shelved, [&found](const ShelvedPack &other) {
            return found.pack && other.pack && other.pack->manifest.id == found.pack->manifest.id;
        });
        if (older == shelved.end()) {
            shelved.push_back(std::move(found));
        } else if (older->pack->manifest.made < found.pack->manifest.made) {
            *older = std::move(found);
        }
    }
    std::ranges::stable_sort(shelved, {}, [](const ShelvedPack &each) {
        return each.pack ? each.pack->manifest.name : QFileInfo(each.folder).fileName();
    });
    return shelved;
}

PackResult<MapPack> PackShelf::find(const QString &id) const
{
    const std::vector<ShelvedPack> shelved = list();
    const auto found = std::ranges::find_if(shelved, [&id](const ShelvedPack &each) {
        return each.pack ? each.pack->manifest.id == id : isPackOf(QFileInfo(each.folder).fileName(), id);
    });
    if (found == shelved.end()) {
        return fail(PackError::NotInstalled, id);
    }
    return found->pack;
}

PackResult<void> PackShelf::mayInstall(const MapPack &pack) const
{
    const PackManifest &manifest = pack.manifest;
    if (const auto installed = find(manifest.id)) {
        if (installed->manifest.build == manifest.build) {
            return fail(PackError::AlreadyInstalled, manifest.name);
        }
        if (installed->manifest.made >= manifest.made) {
            return fail(PackError::OlderBuild, manifest.name);
        }
    }
    const qint64 room = QStorageInfo(m_folder).bytesAvailable();
    if (room >= 0 && room < manifest.size() + RoomToLeave) {
        return fail(PackError::NoRoom, QString::number((manifest.size() + RoomToLeave - room) / (1024 * 1024)));
    }
    return {};
}

PackResult<MapPack> PackShelf::install(const QString &source, const PackWatcher &watcher)
{
    auto pack = readPack(source);
    if (!pack) {
        return pack;
    }
    if (!QDir().mkpath(m_folder)) {
        return fail(PackError::CannotWrite, m_folder);
    }
    QLockFile lock(QDir(m_folder).filePath(u".lock"_s));
    if (!lock.tryLock(Patience)) {
        return fail(PackError::CannotWrite, u"another program is changing the map packs"_s);
    }
    removeLeftovers();
    if (const auto may = mayInstall(*pack); !may) {
        return std::unexpected(may.error());
    }
    QTemporaryDir staging(QDir(m_folder).filePath(Incoming + u"XXXXXX"_s));
    if (!staging.isValid()) {
        return fail(PackError::CannotWrite, staging.errorString());
    }
    if (const auto copied = copyPack(*pack, staging.path(), watcher); !copied) {
        return std::unexpected(copied.error());
    }
    // What lies there now, not what was read before the copy.
    auto copy = readPack(staging.path());
    if (!copy || copy->manifest != pack->manifest) {
        return fail(PackError::Changed, PackManifestName);
    }
    if (const auto tiles = checkTiles(*copy); !tiles) {
        return std::unexpected(tiles.error());
    }
    const auto placed = place(staging.path(), copy->manifest);
    if (!placed) {
        return std::unexpected(placed.error());
    }
    staging.setAutoRemove(false);
    copy->folder = *placed;
    return copy;
}

PackResult<QString> PackShelf::place(const QString &staging, const PackManifest &manifest)
{
    const QStringList before = foldersOf(manifest.id);
    const QString target = QDir(m_folder).filePath(folderName(manifest));
    // One that is there now is no pack, or it would have been refused.
    QDir(target).removeRecursively();
    if (!QDir().rename(staging, target)) {
        return fail(PackError::CannotWrite, target);
    }
    for (const QString &old : before) {
        if (old != target) {
            QDir(old).removeRecursively();
        }
    }
    return target;
}

void PackShelf::removeLeftovers()
{
    for (const QFileInfo &each : QDir(m_folder).entryInfoList({Incoming + u'*'}, QDir::Dirs | QDir::Hidden)) {
        QDir(each.filePath()).removeRecursively();
    }
}

PackResult<void> PackShelf::remove(const QString &id)
{
    const QStringList folders = foldersOf(id);
    if (id.isEmpty() || folders.isEmpty()) {
        return fail(PackError::NotInstalled, id);
    }
    QLockFile lock(QDir(m_folder).filePath(u".lock"_s));
    if (!lock.tryLock(Patience)) {
        return fail(PackError::CannotWrite, u"another program is changing the map packs"_s);
    }
    for (const QString &folder : folders) {
        // Out of the way first: a pack is never there in part.
        const QString away = QDir(m_folder).filePath(Incoming + QFileInfo(folder).fileName());
        if (!QDir().rename(folder, away)) {
            return fail(PackError::CannotWrite, folder);
        }
        QDir(away).removeRecursively();
    }
    return {};
}

QStringList PackShelf::foldersOf(const QString &id) const
{
    QStringList folders;
    for (const QFileInfo &each : QDir(m_folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (isPackOf(each.fileName(), id)) {
            folders.append(each.filePath());
        }
    }
    return folders;
}

} // namespace Porchlight
