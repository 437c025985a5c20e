// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "vault/posixfile.h"
#include "vault/vaulterror.h"

#include <QString>

namespace Porchlight {

/// Where what lies in the vault's folder: whole items under items/ab/cd/, unfinished ones in incoming/, bytes that
/// are not what was promised in disputed/.
class VaultFolder
{
public:
    explicit VaultFolder(QString path);

    /// Makes the folders that are missing and removes unfinished items that no process writes any more.
    [[nodiscard]] VaultResult<void> prepare() const;

    [[nodiscard]] QString itemPath(const Digest &digest) const;
    /// A new file that prepare() in another process leaves alone.
    [[nodiscard]] VaultResult<PosixFile> createIncoming() const;
    /// Moves a whole file to its place among the items, all folders on the disk when it returns.
    [[nodiscard]] VaultResult<void> keep(const QString &file, const Digest &digest) const;
    /// Moves a file to those that are not what was promised.
    [[nodiscard]] VaultResult<void> setAside(const QString &file, const Digest &digest) const;

private:
    [[nodiscard]] QString incoming() const;
    [[nodiscard]] QString disputed() const;
    void clearIncoming() const;

    QString m_path;
};

} // namespace Porchlight
