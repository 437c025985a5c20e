// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vault/posixfile.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

VaultError errorOf(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return VaultError::NoSpace;
    case ENOENT:
        return VaultError::NotFound;
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOTDIR:
        return VaultError::CannotOpen;
    }
    return VaultError::Broken;
}

} // namespace

Failure<VaultError> vaultFailure(int error, const QString &path)
{
    return {errorOf(error), u"%1: %2"_s.arg(path, qt_error_string(error))};
}

PosixFile::PosixFile(int descriptor, QString path)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
{}

PosixFile::PosixFile(PosixFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
{}

PosixFile &PosixFile::operator=(PosixFile &&other) noexcept
{
    close();
    m_descriptor = std::exchange(other.m_descriptor, -1);
    m_path = std::move(other.m_path);
    return *this;
}

PosixFile::~PosixFile()
{
    close();
}

VaultResult<PosixFile> PosixFile::open(const QString &path, int flags)
{
    constexpr mode_t OwnerOnly = 0600;
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, OwnerOnly);
    if (descriptor < 0) {
        return std::unexpected(vaultFailure(errno, path));
    }
    return PosixFile(descriptor, path);
}

VaultResult<PosixFile> PosixFile::create(const QString &path)
{
    return open(path, O_WRONLY | O_CREAT | O_EXCL);
}

VaultResult<PosixFile> PosixFile::openForReading(const QString &path)
{
    return open(path, O_RDONLY);
}

VaultResult<PosixFile> PosixFile::openFolder(const QString &path)
{
    return open(path, O_RDONLY | O_DIRECTORY);
}

VaultResult<qint64> PosixFile::size() const
{
    struct stat status{};
    if (::fstat(m_descriptor, &status) != 0) {
        return std::unexpected(vaultFailure(errno, m_path));
    }
    return status.st_size;
}

VaultResult<qint64> PosixFile::readAt(qint64 offset, char *target, qint64 length) const
{
    qint64 done = 0;
    while (done < length) {
        const ssize_t count = ::pread(m_descriptor, target + done, static_cast<size_t>(length - done), offset + done);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return std::unexpected(vaultFailure(errno, m_path));
        }
        if (count == 0) {
            break;
        }
        done += count;
    }
    return done;
}

VaultResult<void> PosixFile::writeAll(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return std::unexpected(vaultFailure(errno, m_path));
        }
        bytes = bytes.sliced(count);
    }
    return {};
}

VaultResult<void> PosixFile::flush()
{
    if (::fsync(m_descriptor) != 0) {
        return std::unexpected(vaultFailure(errno, m_path));
    }
    return {};
}

VaultResult<void> PosixFile::makeReadOnly()
{
    constexpr mode_t OwnerReads = 0400;
    if (::fchmod(m_descriptor, OwnerReads) != 0) {
        return std::unexpected(vaultFailure(errno, m_path));
    }
    return {};
}

VaultResult<void> PosixFile::lock()
{
    while (::flock(m_descriptor, LOCK_EX) != 0) {
        if (errno != EINTR) {
            return std::unexpected(vaultFailure(errno, m_path));
        }
    }
    return {};
}

bool PosixFile::tryLock()
{
    return ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
}

void PosixFile::close()
{
    if (m_descriptor >= 0) {
        ::close(std::exchange(m_descriptor, -1));
    }
}

} // namespace Porchlight
