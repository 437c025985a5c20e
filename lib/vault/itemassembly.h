// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vault/posixfile.h"
#include "vault/twohashes.h"
#include "vault/vaultfolder.h"
#include "vault/vaultwriter.h"

#include <optional>

namespace Porchlight {

/// One new item on its way to the disk, on one thread at a time. Unless it is sealed or set aside, nothing of it
/// remains.
class ItemAssembly
{
public:
    explicit ItemAssembly(VaultFolder folder);
    ~ItemAssembly();
    Q_DISABLE_COPY_MOVE(ItemAssembly)

    [[nodiscard]] VaultResult<void> append(QByteArrayView bytes);
    [[nodiscard]] VaultResult<SealedItem> seal(const std::optional<Digest> &expected);

private:
    [[nodiscard]] VaultResult<void> finishFile();
    [[nodiscard]] VaultResult<bool> isKeptAlready(const Digest &digest) const;
    void discard();

    VaultFolder m_folder;
    PosixFile m_file;
    TwoHashes m_hashes;
    qint64 m_size = 0;
};

} // namespace Porchlight
