// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/shelffolder.h"

#include "core/digesttext.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <sys/file.h>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype DigestLength = 64;
constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

/// One file that is ours by its name: others are left alone.
struct ShelfFile
{
    QFileInfo info;
    Digest clip;
    QString ending; ///< ".index", or that of a file that has not got its name yet.
};

std::vector<ShelfFile> filesIn(const QString &folder)
{
    std::vector<ShelfFile> files;
    QDirIterator found(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QFileInfo info = found.nextFileInfo();
        const QString name = info.fileName();
        if (const std::optional<Digest> clip = digestFromString(name.first(std::min(name.size(), DigestLength)))) {
            files.push_back({.info = info, .clip = *clip, .ending = name.sliced(DigestLength)});
        }
    }
    return files;
}

/// Who writes a file holds it; when the writer is gone, nobody does.
bool isHeld(const QString &path)
{
    QFile file(path);
    return !file.open(QIODevice::ReadOnly) || flock(file.handle(), LOCK_EX | LOCK_NB) != 0;
}

/// Files of older forms were not sealed.
bool hasOurForm(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(ShelfFolder::form().size()) == ShelfFolder::form();
}

bool mayStay(const ShelfFile &file, const std::map<Digest, ShelfLeave> &leaves)
{
    const bool isWave = file.ending == ShelfFolder::WaveEnding;
    const bool isFinished = isWave || file.ending == ShelfFolder::IndexEnding ||
                            file.ending == ShelfFolder::ProxiesEnding || file.ending == ShelfFolder::CopyEnding;
    if (!isFinished) {
        return isHeld(file.info.filePath());
    }
    const auto leave = leaves.find(file.clip);
    return leave != leaves.end() && (leave->second == ShelfLeave::All || !isWave) && hasOurForm(file.info.filePath());
}

struct ShelfEntry
{
    QStringList files;
    qint64 size = 0;
    QDateTime lastUse;
};

enum class Measured { Copies, Others };

std::map<Digest, ShelfEntry> entriesIn(const QString &folder, Measured measured)
{
    std::map<Digest, ShelfEntry> entries;
    for (const ShelfFile &file : filesIn(folder)) {
        const bool isCopy = file.ending == ShelfFolder::CopyEnding;
        ShelfEntry &entry = entries[file.clip];
        entry.lastUse = std::max(entry.lastUse, file.info.lastModified());
        entry.size += isCopy == (measured == Measured::Copies) ? file.info.size() : 0;
        if (isCopy || measured == Measured::Others) {
            entry.files.append(file.info.filePath());
        }
    }
    return entries;
}

/// What is left.
qint64 removeOldest(std::map<Digest, ShelfEntry> entries, qint64 budget, const Digest &spared)
{
    qint64 size = 0;
    std::ranges::for_each(entries, [&size](const auto &entry) { size += entry.second.size; });
    entries.erase(spared);
    while (size > budget && !entries.empty()) {
        const auto oldest = std::ranges::min_element(
            entries, {}, [](const auto &entry) -> const QDateTime & { return entry.second.lastUse; });
        std::ranges::for_each(oldest->second.files, [](const QString &file) { QFile::remove(file); });
        size -= oldest->second.size;
        entries.erase(oldest);
    }
    return size;
}

} // namespace

ShelfFolder::ShelfFolder(QString path)
    : m_path(std::move(path))
{}

QString ShelfFolder::pathFor(const Digest &clip) const
{
    const QString name = digestToString(clip);
    return u"%1/%2/%3"_s.arg(m_path, name.first(2), name);
}

bool ShelfFolder::prepare(const QString &clipPath)
{
    const QString folder = QFileInfo(clipPath).path();
    return QDir().mkpath(folder) && QFile::setPermissions(folder, OwnerOnly) &&
           QFile::setPermissions(QFileInfo(folder).path(), OwnerOnly);
}

void ShelfFolder::sweep(const std::map<Digest, ShelfLeave> &leaves) const
{
    // One that was made before its files were for the owner alone.
    QFile::setPermissions(m_path, OwnerOnly);
    for (const ShelfFile &file : filesIn(m_path)) {
        if (!mayStay(file, leaves)) {
            QFile::remove(file.info.filePath());
        }
    }
}

void ShelfFolder::trim(qint64 budget, const Digest &spared) const
{
    removeOldest(entriesIn(m_path, Measured::Others), budget, spared);
}

qint64 ShelfFolder::trimCopies(qint64 budget, const Digest &spared) const
{
    std::map<Digest, ShelfEntry> entries = entriesIn(m_path, Measured::Copies);
    qint64 held = 0;
    std::erase_if(entries, [&](const auto &entry) {
        const bool isInUse = entry.first != spared && std::ranges::any_of(entry.second.files, isHeld);
        held += isInUse ? entry.second.size : 0;
        return isInUse;
    });
    return held + removeOldest(std::move(entries), budget - held, spared);
}

void ShelfFolder::markUsed(const QString &clipPath)
{
    QFile file(clipPath + IndexEnding);
    if (file.open(QIODevice::ReadWrite)) {
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    }
}

} // namespace Porchlight
