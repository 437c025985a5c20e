// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vault/vaultfolder.h"

#include "core/digesttext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <utility>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

VaultResult<void> flushFolder(const QString &path)
{
    return PosixFile::openFolder(path).and_then([](PosixFile folder) { return folder.flush(); });
}

/// Makes one folder, readable by its owner only, and forces its name onto the disk.
VaultResult<void> makeFolder(const QString &path)
{
    constexpr mode_t OwnerOnly = 0700;
    if (::mkdir(QFile::encodeName(path).constData(), OwnerOnly) == 0) {
        return flushFolder(QFileInfo(path).path());
    }
    if (errno == EEXIST && QFileInfo(path).isDir()) {
        return {};
    }
    const Failure<VaultError> failure = vaultFailure(errno, path);
    return fail(failure.code == VaultError::NoSpace ? VaultError::NoSpace : VaultError::CannotOpen, failure.detail);
}

VaultResult<void> moveFile(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return std::unexpected(vaultFailure(errno, to));
    }
    return flushFolder(QFileInfo(to).path()).and_then([&] { return flushFolder(QFileInfo(from).path()); });
}

} // namespace

VaultFolder::VaultFolder(QString path)
    : m_path(std::move(path))
{}

QString VaultFolder::incoming() const
{
    return m_path + u"/incoming"_s;
}

QString VaultFolder::disputed() const
{
    return m_path + u"/disputed"_s;
}

VaultResult<void> VaultFolder::prepare() const
{
    if (!QDir().mkpath(QFileInfo(m_path).path())) {
        return fail(VaultError::CannotOpen, m_path);
    }
    for (const QString &path : {m_path, m_path + u"/items"_s, incoming(), disputed()}) {
        if (const auto made = makeFolder(path); !made) {
            return made;
        }
    }
    clearIncoming();
    return {};
}

void VaultFolder::clearIncoming() const
{
    auto folder = PosixFile::openFolder(incoming());
    if (!folder || !folder->lock()) {
        return;
    }
    const QFileInfoList left = QDir(incoming()).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : left) {
        auto unfinished = PosixFile::openForReading(file.filePath());
        if (unfinished && unfinished->tryLock()) {
            QFile::remove(file.filePath());
        }
    }
}

QString VaultFolder::itemPath(const Digest &digest) const
{
    const QString hex = digestToString(digest);
    return u"%1/items/%2/%3/%4"_s.arg(m_path, hex.first(2), hex.sliced(2, 2), hex);
}

VaultResult<PosixFile> VaultFolder::createIncoming() const
{
    // The folder is held while the file has no lock of its own yet.
    auto folder = PosixFile::openFolder(incoming());
    if (!folder) {
        return std::unexpected(folder.error());
    }
    if (const auto locked = folder->lock(); !locked) {
        return std::unexpected(locked.error());
    }
    auto file = PosixFile::create(incoming() + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (file && !file->tryLock()) {
        return fail(VaultError::Broken, file->path());
    }
    return file;
}

VaultResult<void> VaultFolder::keep(const QString &file, const Digest &digest) const
{
    const QString path = itemPath(digest);
    const QString second = QFileInfo(path).path();
    const QString first = QFileInfo(second).path();
    return makeFolder(first).and_then([&] { return makeFolder(second); }).and_then([&] {
        return moveFile(file, path);
    });
}

VaultResult<void> VaultFolder::setAside(const QString &file, const Digest &digest) const
{
    const QString name = u"%1-%2"_s.arg(digestToString(digest), QUuid::createUuid().toString(QUuid::WithoutBraces));
    return moveFile(file, disputed() + u'/' + name);
}

} // namespace Porchlight
