// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vault/evidencevault.h"

#include "core/digesttext.h"
#include "vault/itemassembly.h"
#include "vault/itemfile.h"
#include "vault/vaultfolder.h"

#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int ThreadCount = 2;
constexpr qint64 ChunkSize = 1024 * 1024;

VaultResult<SealedItem> takeFile(const QString &folder, const QString &path)
{
    const auto source = PosixFile::openForReading(path);
    if (!source) {
        return fail(VaultError::Unreadable, source.error().detail);
    }
    ItemAssembly item{VaultFolder(folder)};
    QByteArray chunk(ChunkSize, Qt::Uninitialized);
    qint64 offset = 0;
    while (true) {
        const auto count = source->readAt(offset, chunk.data(), ChunkSize);
        if (!count) {
            return fail(VaultError::Unreadable, count.error().detail);
        }
        if (*count == 0) {
            return item.seal({});
        }
        if (const auto taken = item.append(QByteArrayView(chunk).first(*count)); !taken) {
            return std::unexpected(taken.error());
        }
        offset += *count;
    }
}

VaultResult<SealedItem> takeBytes(const QString &folder, const QByteArray &bytes)
{
    ItemAssembly item{VaultFolder(folder)};
    return item.append(bytes).and_then([&item] { return item.seal({}); });
}

VaultResult<SealedItem> verify(const QString &folder, const Digest &digest)
{
    auto item = hashFile(VaultFolder(folder).itemPath(digest));
    if (item && item->digest != digest) {
        return fail(VaultError::Damaged, digestToString(digest));
    }
    return item;
}

} // namespace

EvidenceVault::EvidenceVault(QString folder)
    : m_folder(std::move(folder))
    , m_threads(std::make_unique<QThreadPool>())
{
    m_threads->setObjectName(u"vault"_s);
    m_threads->setMaxThreadCount(ThreadCount);
    m_opened = QtConcurrent::run(m_threads.get(), [folder = m_folder] { return VaultFolder(folder).prepare(); });
}

EvidenceVault::~EvidenceVault()
{
    m_threads->waitForDone();
}

VaultFuture<void> EvidenceVault::opened() const
{
    return m_opened;
}

std::unique_ptr<VaultWriter> EvidenceVault::beginItem()
{
    return std::unique_ptr<VaultWriter>(new VaultWriter(m_folder, *m_threads));
}

VaultFuture<SealedItem> EvidenceVault::importFile(QString path)
{
    return QtConcurrent::run(m_threads.get(), takeFile, m_folder, std::move(path));
}

VaultFuture<SealedItem> EvidenceVault::importBytes(QByteArray bytes)
{
    return QtConcurrent::run(m_threads.get(), takeBytes, m_folder, std::move(bytes));
}

VaultFuture<std::unique_ptr<ByteSource>> EvidenceVault::openItem(Digest digest) const
{
    return QtConcurrent::run(m_threads.get(), ItemFile::open, VaultFolder(m_folder).itemPath(digest));
}

VaultFuture<SealedItem> EvidenceVault::verifyItem(Digest digest) const
{
    return QtConcurrent::run(m_threads.get(), verify, m_folder, digest);
}

VaultResult<std::unique_ptr<ByteSource>> EvidenceVault::openItemNow(const Digest &digest) const
{
    return ItemFile::open(VaultFolder(m_folder).itemPath(digest));
}

VaultResult<SealedItem> EvidenceVault::verifyItemNow(const Digest &digest) const
{
    return verify(m_folder, digest);
}

} // namespace Porchlight
