// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesource.h"
#include "evidence/bagtext.h"
#include "evidence/evidenceerror.h"
#include "evidence/packagerecord.h"

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <map>
#include <set>

namespace Porchlight {

/// Writes a bag (RFC 8493) into an unnamed folder beside its place. It is there under its name only after publish();
/// a writer that goes away before that removes everything it wrote.
class BagWriter
{
public:
    /// Called with the bytes just written; returns false to cancel.
    using BytesWritten = std::function<bool(qint64)>;

    BagWriter(QString targetFolder, QString bagName, BytesWritten bytesWritten);
    ~BagWriter();
    Q_DISABLE_COPY_MOVE(BagWriter)

    /// `bytesNeeded` have to be free on the disk.
    [[nodiscard]] Result<void, EvidenceFailure> begin(qint64 bytesNeeded);

    /// Paths relative to the bag; folders are made as needed. Every byte is flushed to the disk.
    [[nodiscard]] Result<FileRecord, EvidenceFailure> addBytes(const QString &path, const QByteArray &bytes);
    [[nodiscard]] Result<FileRecord, EvidenceFailure> addCopy(const QString &path, ByteSource &source);

    /// Bag declaration, bag-info with Payload-Oxum and Bag-Size, manifests and tag manifests; nothing can be added
    /// afterwards but seals.
    [[nodiscard]] Result<void, EvidenceFailure> finish(BagInfo info);

    /// Where it lies until it has its name.
    [[nodiscard]] const QString &workFolder() const { return m_workFolder; }

    /// Gives the bag its name; answers with its path.
    [[nodiscard]] Result<QString, EvidenceFailure> publish();

    [[nodiscard]] qint64 payloadBytes() const;
    [[nodiscard]] qint64 payloadFiles() const;

private:
    template <typename Produce>
    Result<FileRecord, EvidenceFailure> add(const QString &path, const Produce &produce);
    Result<void, EvidenceFailure> makeFolderOf(const QString &path);
    Result<void, EvidenceFailure> addManifests(const QString &prefix, const std::map<QString, FileRecord> &files);
    Result<void, EvidenceFailure> flushFolders();

    QString m_targetFolder;
    QString m_bagName;
    QString m_workFolder;
    BytesWritten m_bytesWritten;
    bool m_isBegun = false;
    std::map<QString, FileRecord> m_payload;
    std::map<QString, FileRecord> m_tags;
    std::set<QString> m_folders;
};

} // namespace Porchlight
