// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vault/vaulterror.h"

#include <QByteArrayView>
#include <QString>

namespace Porchlight {

/// What errno says, as the vault's own error.
[[nodiscard]] Failure<VaultError> vaultFailure(int error, const QString &path);

/// An open file or folder with the few calls that keeping evidence needs and QFile does not have: every result is
/// checked, nothing is buffered, and what is written can be forced onto the disk. Closes itself.
class PosixFile
{
public:
    PosixFile() = default;
    PosixFile(PosixFile &&other) noexcept;
    PosixFile &operator=(PosixFile &&other) noexcept;
    ~PosixFile();

    /// Fails if the file exists.
    [[nodiscard]] static VaultResult<PosixFile> create(const QString &path);
    [[nodiscard]] static VaultResult<PosixFile> openForReading(const QString &path);
    [[nodiscard]] static VaultResult<PosixFile> openFolder(const QString &path);

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] VaultResult<qint64> size() const;
    /// How many bytes there were; fewer than asked only at the end.
    [[nodiscard]] VaultResult<qint64> readAt(qint64 offset, char *target, qint64 length) const;
    [[nodiscard]] VaultResult<void> writeAll(QByteArrayView bytes);
    /// Onto the disk (fsync).
    [[nodiscard]] VaultResult<void> flush();
    /// Nobody may write to it any more, not even its owner.
    [[nodiscard]] VaultResult<void> makeReadOnly();
    /// Waits until no other process holds it.
    [[nodiscard]] VaultResult<void> lock();
    /// False if another process holds it.
    [[nodiscard]] bool tryLock();
    void close();

private:
    PosixFile(int descriptor, QString path);
    [[nodiscard]] static VaultResult<PosixFile> open(const QString &path, int flags);

    int m_descriptor = -1;
    QString m_path;
};

} // namespace Porchlight
