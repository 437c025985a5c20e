// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vault/itemfile.h"

#include "vault/twohashes.h"

#include <algorithm>
#include <utility>

namespace Porchlight {

namespace {

constexpr qint64 ChunkSize = 1024 * 1024;

} // namespace

ItemFile::ItemFile(PosixFile file, qint64 size)
    : m_file(std::move(file))
    , m_size(size)
{}

VaultResult<std::unique_ptr<ByteSource>> ItemFile::open(const QString &path)
{
    auto file = PosixFile::openForReading(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    const auto size = file->size();
    if (!size) {
        return std::unexpected(size.error());
    }
    return std::unique_ptr<ByteSource>(new ItemFile(std::move(*file), *size));
}

Result<qint64, Failure<SourceError>> ItemFile::read(qint64 offset, char *target, qint64 length)
{
    if (offset < 0 || length < 0 || offset > m_size) {
        return fail(SourceError::OutOfRange, m_file.path());
    }
    return m_file.readAt(offset, target, length).transform_error([](const Failure<VaultError> &failure) {
        return Failure<SourceError>{SourceError::Broken, failure.detail};
    });
}

VaultResult<SealedItem> hashFile(const QString &path)
{
    const auto file = PosixFile::openForReading(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    TwoHashes hashes;
    QByteArray chunk(ChunkSize, Qt::Uninitialized);
    qint64 offset = 0;
    while (true) {
        const auto count = file->readAt(offset, chunk.data(), ChunkSize);
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count == 0) {
            break;
        }
        hashes.add(QByteArrayView(chunk).first(*count));
        offset += *count;
    }
    const TwoHashes::Values values = hashes.finish();
    return SealedItem{.digest = values.sha256, .sha512 = values.sha512, .size = offset, .wasThere = true};
}

} // namespace Porchlight
