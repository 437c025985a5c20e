// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesource.h"
#include "vault/posixfile.h"
#include "vault/vaultwriter.h"

#include <memory>

namespace Porchlight {

/// A sealed item as it lies in a plain folder.
class ItemFile final : public ByteSource
{
public:
    [[nodiscard]] static VaultResult<std::unique_ptr<ByteSource>> open(const QString &path);

    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] Result<qint64, Failure<SourceError>> read(qint64 offset, char *target, qint64 length) override;

private:
    ItemFile(PosixFile file, qint64 size);

    PosixFile m_file;
    qint64 m_size;
};

/// Reads all of a file and says what it is.
[[nodiscard]] VaultResult<SealedItem> hashFile(const QString &path);

} // namespace Porchlight
