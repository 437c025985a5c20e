// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "records.h"

#include <QCryptographicHash>
#include <QHash>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace Porchlight {

struct UploadLimits
{
    qint64 clipBytes = qint64{2} * 1024 * 1024 * 1024;
    qint64 storageBytes = qint64{64} * 1024 * 1024 * 1024; ///< Of all uploads and clips together.
    qint64 reserveBytes = qint64{64} * 1024 * 1024;        ///< Left free on the disk.
    int openUploads = 200;
    std::chrono::hours lifetime{24}; ///< Of an upload that nobody shares.
};

/// A checksum that came with a part of an upload (tus 1.0, checksum extension).
struct PartChecksum
{
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256;
    QByteArray digest;
};

/// The bytes of clips on their way. A part is taken as a whole or not at all; the SHA-256 goes on with every part and
/// is there when the last one is.
class Uploads final
{
public:
    Uploads(QString folder, Records &records, const Clock &clock, UploadLimits limits);

    [[nodiscard]] SiteResult<UploadRecord> begin(RequestId request, const QString &fileName, qint64 size);
    [[nodiscard]] SiteResult<UploadRecord> find(const QString &id) const;
    [[nodiscard]] qint64 offsetOf(const UploadRecord &upload) const;
    /// Takes the bytes at `offset`, which must be where the upload stands, and returns where it stands then.
    [[nodiscard]] SiteResult<qint64> append(const UploadRecord &upload, qint64 offset, const QByteArray &bytes,
                                            const std::optional<PartChecksum> &checksum = {});
    /// Forgets an upload that is not shared, bytes and all.
    [[nodiscard]] SiteResult<void> discard(const QString &id);
    void discardExpired();

    [[nodiscard]] QString fileOf(const QString &id) const;
    [[nodiscard]] const UploadLimits &limits() const { return m_limits; }

private:
    struct Running
    {
        QCryptographicHash hash{QCryptographicHash::Sha256};
        qint64 hashed = 0;
    };

    [[nodiscard]] SiteResult<void> checkRoom(qint64 size) const;
    [[nodiscard]] SiteResult<void> writePart(const QString &file, qint64 offset, const QByteArray &bytes) const;
    [[nodiscard]] SiteResult<void> checkType(const UploadRecord &upload, qint64 before, qint64 after);
    [[nodiscard]] SiteResult<QString> finishDigest(const UploadRecord &upload);
    void hashPart(const QString &id, qint64 offset, const QByteArray &bytes);

    QString m_folder;
    Records &m_records;
    const Clock &m_clock;
    UploadLimits m_limits;
    QHash<QString, std::shared_ptr<Running>> m_running; // shared only because QHash copies its values
};

} // namespace Porchlight
