// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesink.h"
#include "core/digest.h"
#include "vault/vaulterror.h"

#include <QByteArray>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace Porchlight {

/// An item that is whole and on the disk.
struct SealedItem
{
    Digest digest;
    QByteArray sha512; ///< 64 bytes.
    qint64 size = 0;
    bool wasThere = false; ///< The same bytes had been sealed before.

    bool operator==(const SealedItem &) const = default;
};

/// Takes the bytes of one new item, hashes them (SHA-256, SHA-512) and writes them on the vault's threads. Eight
/// mebibytes may wait for the disk; beyond that write() makes its caller wait, and room() says so before. A writer
/// that goes away unsealed leaves nothing behind.
class VaultWriter final : public ByteSink
{
public:
    ~VaultWriter() override;

    [[nodiscard]] Result<void, Failure<SinkError>> write(QByteArrayView bytes) override;
    [[nodiscard]] qint64 room() const override;

    /// The end: fsync, rename under the digest, read-only, fsync of the folder. With `expected` another digest is
    /// DigestMismatch, and the bytes are kept aside. Nothing can be written afterwards.
    [[nodiscard]] VaultFuture<SealedItem> seal(std::optional<Digest> expected = {});

private:
    friend class EvidenceVault;
    class Strand;

    VaultWriter(const QString &folder, QThreadPool &threads);

    std::shared_ptr<Strand> m_strand; ///< Shared with the task that writes, which may outlive the writer.
};

} // namespace Porchlight
