// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/bagwriter.h"

#include "core/digesttext.h"
#include "evidence/packagenames.h"
#include "vault/posixfile.h"
#include "vault/twohashes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

#include <algorithm>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qint64 ChunkSize = qint64{1} << 20;

EvidenceFailure evidenceFailure(const Failure<VaultError> &failure)
{
    switch (failure.code) {
    case VaultError::NoSpace:
        return {EvidenceError::NoSpace, failure.detail};
    case VaultError::CannotOpen:
    case VaultError::NotFound:
    case VaultError::DigestMismatch:
    case VaultError::Damaged:
    case VaultError::Unreadable:
    case VaultError::Broken:
        break;
    }
    return {EvidenceError::CannotWrite, failure.detail};
}

template <typename T>
Result<T, EvidenceFailure> asEvidence(VaultResult<T> result)
{
    return std::move(result).transform_error(evidenceFailure);
}

/// One file being written: hashed on the way, and on the disk when finish() returns.
class HashingFile
{
public:
    HashingFile(PosixFile file, const BagWriter::BytesWritten &bytesWritten)
        : m_file(std::move(file))
        , m_bytesWritten(bytesWritten)
    {}

    Result<void, EvidenceFailure> write(QByteArrayView bytes)
    {
        m_hashes.add(bytes);
        m_size += bytes.size();
        if (auto written = asEvidence(m_file.writeAll(bytes)); !written) {
            return written;
        }
        if (m_bytesWritten && !m_bytesWritten(bytes.size())) {
            return fail(EvidenceError::Canceled);
        }
        return {};
    }

    Result<FileRecord, EvidenceFailure> finish(const QString &path)
    {
        if (auto flushed = asEvidence(m_file.flush()); !flushed) {
            return std::unexpected(flushed.error());
        }
        m_file.close();
        const TwoHashes::Values values = m_hashes.finish();
        return FileRecord{.path = path,
                          .size = m_size,
                          .sha256 = digestToString(values.sha256),
                          .sha512 = QString::fromLatin1(values.sha512.toHex())};
    }

private:
    PosixFile m_file;
    const BagWriter::BytesWritten &m_bytesWritten;
    TwoHashes m_hashes;
    qint64 m_size = 0;
};

Result<void, EvidenceFailure> copyAll(ByteSource &source, HashingFile &file)
{
    QByteArray chunk(ChunkSize, Qt::Uninitialized);
    for (qint64 offset = 0; offset < source.size();) {
        const auto length = source.read(offset, chunk.data(), chunk.size());
        if (!length) {
            return fail(EvidenceError::OriginalUnreadable, length.error().detail);
        }
        if (*length == 0) {
            return fail(EvidenceError::OriginalUnreadable, u"it ends early"_s);
        }
        if (auto written = file.write(QByteArrayView(chunk.constData(), *length)); !written) {
            return written;
        }
        offset += *length;
    }
    return {};
}

bool isPayload(const QString &path)
{
    return path.startsWith(u"data/"_s);
}

} // namespace

BagWriter::BagWriter(QString targetFolder, QString bagName, BytesWritten bytesWritten)
    : m_targetFolder(std::move(targetFolder))
    , m_bagName(std::move(bagName))
    , m_workFolder(QDir(m_targetFolder).filePath(u'.' + m_bagName + u".partial"_s))
    , m_bytesWritten(std::move(bytesWritten))
{}

BagWriter::~BagWriter()
{
    if (m_isBegun) {
        QDir(m_workFolder).removeRecursively();
    }
}

Result<void, EvidenceFailure> BagWriter::begin(qint64 bytesNeeded)
{
    const QDir target(m_targetFolder);
    if (!target.exists()) {
        return fail(EvidenceError::TargetMissing, m_targetFolder);
    }
    if (QFileInfo::exists(target.filePath(m_bagName)) || QFileInfo(target.filePath(m_bagName)).isSymbolicLink()) {
        return fail(EvidenceError::AlreadyThere, target.filePath(m_bagName));
    }
    const QStorageInfo disk(m_targetFolder);
    if (disk.isValid() && disk.bytesAvailable() < bytesNeeded) {
        const QLocale locale = QLocale::c();
        return fail(EvidenceError::NoSpace,
                    u"%1 needed, %2 free in %3"_s.arg(locale.formattedDataSize(bytesNeeded),
                                                      locale.formattedDataSize(disk.bytesAvailable()), m_targetFolder));
    }
    // A crash may have left one of the same package: nobody else writes under this name.
    if (!QDir(m_workFolder).removeRecursively() || !target.mkdir(m_workFolder)) {
        return fail(EvidenceError::CannotWrite, m_workFolder);
    }
    m_isBegun = true;
    m_folders = {m_targetFolder, m_workFolder};
    return {};
}

Result<void, EvidenceFailure> BagWriter::makeFolderOf(const QString &path)
{
    QString folder = m_workFolder;
    const QStringList parts = path.split(u'/');
    for (const QString &part : parts.first(parts.size() - 1)) {
        folder += u'/' + part;
        if (m_folders.contains(folder)) {
            continue;
        }
        if (!QDir().mkdir(folder)) {
            return fail(EvidenceError::CannotWrite, folder);
        }
        m_folders.insert(folder);
    }
    return {};
}

template <typename Produce>
Result<FileRecord, EvidenceFailure> BagWriter::add(const QString &path, const Produce &produce)
{
    if (const QString problem = pathProblem(path); !problem.isEmpty()) {
        return fail(EvidenceError::NameInvalid, path + u": "_s + problem);
    }
    if (auto made = makeFolderOf(path); !made) {
        return std::unexpected(made.error());
    }
    auto created = asEvidence(PosixFile::create(m_workFolder + u'/' + path));
    if (!created) {
        return std::unexpected(created.error());
    }
    HashingFile file(*std::move(created), m_bytesWritten);
    if (auto produced = produce(file); !produced) {
        return std::unexpected(produced.error());
    }
    auto record = file.finish(path);
    if (record) {
        (isPayload(path) ? m_payload : m_tags).emplace(path, *record);
    }
    return record;
}

Result<FileRecord, EvidenceFailure> BagWriter::addBytes(const QString &path, const QByteArray &bytes)
{
    return add(path, [&bytes](HashingFile &file) { return file.write(bytes); });
}

Result<FileRecord, EvidenceFailure> BagWriter::addCopy(const QString &path, ByteSource &source)
{
    return add(path, [&source](HashingFile &file) { return copyAll(source, file); });
}

Result<void, EvidenceFailure> BagWriter::addManifests(const QString &prefix, const std::map<QString, FileRecord> &files)
{
    std::map<QString, QString> sha256;
    std::map<QString, QString> sha512;
    for (const auto &[path, file] : files) {
        sha256.emplace(path, file.sha256);
        sha512.emplace(path, file.sha512);
    }
    for (const auto &[name, checksums] : {std::pair(u"sha256"_s, sha256), std::pair(u"sha512"_s, sha512)}) {
        if (auto added = addBytes(u"%1-%2.txt"_s.arg(prefix, name), writeManifest(checksums)); !added) {
            return std::unexpected(added.error());
        }
    }
    return {};
}

Result<void, EvidenceFailure> BagWriter::finish(BagInfo info)
{
    info.emplace_back(u"Payload-Oxum"_s, u"%1.%2"_s.arg(payloadBytes()).arg(payloadFiles()));
    info.emplace_back(u"Bag-Size"_s, QLocale::c().formattedDataSize(payloadBytes(), 1, QLocale::DataSizeSIFormat));
    if (auto added = addBytes(u"bagit.txt"_s, BagDeclaration.toByteArray()); !added) {
        return std::unexpected(added.error());
    }
    if (auto added = addBytes(u"bag-info.txt"_s, writeBagInfo(info)); !added) {
        return std::unexpected(added.error());
    }
    if (auto added = addManifests(u"manifest"_s, m_payload); !added) {
        return added;
    }
    // The tag manifests list the payload manifests, but not themselves.
    const std::map<QString, FileRecord> tags = m_tags;
    if (auto added = addManifests(u"tagmanifest"_s, tags); !added) {
        return added;
    }
    return flushFolders();
}

Result<void, EvidenceFailure> BagWriter::flushFolders()
{
    for (const QString &path : m_folders) {
        auto folder = asEvidence(PosixFile::openFolder(path));
        if (!folder) {
            return std::unexpected(folder.error());
        }
        if (auto flushed = asEvidence(folder->flush()); !flushed) {
            return flushed;
        }
    }
    return {};
}

Result<QString, EvidenceFailure> BagWriter::publish()
{
    const QString path = QDir(m_targetFolder).filePath(m_bagName);
    if (QFileInfo::exists(path) || !QDir().rename(m_workFolder, path)) {
        return fail(QFileInfo::exists(path) ? EvidenceError::AlreadyThere : EvidenceError::CannotWrite, path);
    }
    m_isBegun = false;
    m_folders.erase(m_workFolder);
    auto folder = asEvidence(PosixFile::openFolder(m_targetFolder));
    if (!folder) {
        return std::unexpected(folder.error());
    }
    if (auto flushed = asEvidence(folder->flush()); !flushed) {
        return std::unexpected(flushed.error());
    }
    return path;
}

qint64 BagWriter::payloadBytes() const
{
    return std::ranges::fold_left(m_payload | std::views::values | std::views::transform(&FileRecord::size), qint64{0},
                                  std::plus());
}

qint64 BagWriter::payloadFiles() const
{
    return std::ssize(m_payload);
}

} // namespace Porchlight
