// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vault/itemassembly.h"

#include "core/digesttext.h"
#include "vault/itemfile.h"

#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

ItemAssembly::ItemAssembly(VaultFolder folder)
    : m_folder(std::move(folder))
{}

ItemAssembly::~ItemAssembly()
{
    discard();
}

VaultResult<void> ItemAssembly::append(QByteArrayView bytes)
{
    if (!m_file.isOpen()) {
        auto file = m_folder.createIncoming();
        if (!file) {
            return std::unexpected(file.error());
        }
        m_file = std::move(*file);
    }
    m_hashes.add(bytes);
    m_size += bytes.size();
    return m_file.writeAll(bytes);
}

VaultResult<SealedItem> ItemAssembly::seal(const std::optional<Digest> &expected)
{
    if (const auto finished = append({}).and_then([this] { return finishFile(); }); !finished) {
        return std::unexpected(finished.error());
    }
    const TwoHashes::Values values = m_hashes.finish();
    SealedItem item{.digest = values.sha256, .sha512 = values.sha512, .size = m_size, .wasThere = false};
    if (expected && *expected != item.digest) {
        const auto aside = m_folder.setAside(m_file.path(), item.digest);
        m_file.close();
        if (!aside) {
            return std::unexpected(aside.error());
        }
        return fail(VaultError::DigestMismatch,
                    u"%1 instead of %2"_s.arg(digestToString(item.digest), digestToString(*expected)));
    }
    const auto isKept = isKeptAlready(item.digest);
    if (!isKept) {
        return std::unexpected(isKept.error());
    }
    if (*isKept) {
        discard();
        item.wasThere = true;
        return item;
    }
    if (const auto kept = m_folder.keep(m_file.path(), item.digest); !kept) {
        return std::unexpected(kept.error());
    }
    m_file.close();
    return item;
}

VaultResult<void> ItemAssembly::finishFile()
{
    return m_file.makeReadOnly().and_then([this] { return m_file.flush(); });
}

// An item that has gone bad must not make a good copy of it go away: it is set aside and the copy takes its place.
VaultResult<bool> ItemAssembly::isKeptAlready(const Digest &digest) const
{
    const QString path = m_folder.itemPath(digest);
    if (!QFile::exists(path)) {
        return false;
    }
    const auto kept = hashFile(path);
    if (kept && kept->digest == digest) {
        return true;
    }
    return m_folder.setAside(path, kept ? kept->digest : Digest()).transform([] { return false; });
}

void ItemAssembly::discard()
{
    if (m_file.isOpen()) {
        QFile::remove(m_file.path());
        m_file.close();
    }
}

} // namespace Porchlight
