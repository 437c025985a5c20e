// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesource.h"
#include "core/digest.h"
#include "vault/vaulterror.h"
#include "vault/vaultwriter.h"

#include <QString>
#include <QThreadPool>

#include <memory>

namespace Porchlight {

/// The original bytes, each item once, under its SHA-256, written once and never changed. What an item looks like on
/// the disk is nobody's business but this library's: others see a ByteSource. Methods that return a future do their
/// work on two threads of the vault; those that do not touch the disk at once and are not for the GUI thread.
class EvidenceVault final
{
public:
    /// Makes the folder if it is not there, and clears what a crash left in it: unfinished items.
    explicit EvidenceVault(QString folder);
    ~EvidenceVault(); ///< Waits until everything that was asked for is done.
    Q_DISABLE_COPY_MOVE(EvidenceVault)

    [[nodiscard]] VaultFuture<void> opened() const;

    /// Begins a new item. It is nowhere until it is sealed.
    [[nodiscard]] std::unique_ptr<VaultWriter> beginItem();
    /// Takes a whole file in; the file is only read.
    [[nodiscard]] VaultFuture<SealedItem> importFile(QString path);
    /// Takes in bytes that are in memory already.
    [[nodiscard]] VaultFuture<SealedItem> importBytes(QByteArray bytes);

    [[nodiscard]] VaultFuture<std::unique_ptr<ByteSource>> openItem(Digest digest) const;
    /// Reads all of it again: Damaged if the bytes no longer have the digest they are kept under.
    [[nodiscard]] VaultFuture<SealedItem> verifyItem(Digest digest) const;

    /// As openItem(), at once.
    [[nodiscard]] VaultResult<std::unique_ptr<ByteSource>> openItemNow(const Digest &digest) const;
    /// As verifyItem(), at once.
    [[nodiscard]] VaultResult<SealedItem> verifyItemNow(const Digest &digest) const;

private:
    QString m_folder;
    std::unique_ptr<QThreadPool> m_threads;
    VaultFuture<void> m_opened;
};

} // namespace Porchlight
