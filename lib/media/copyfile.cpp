// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/copyfile.h"

#include "media/sharedblock.h"
#include "media/shelffolder.h"

#include <QDataStream>

#include <algorithm>
#include <cerrno>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace Porchlight {

namespace {

constexpr quint32 FirstBytes = 0x50'4c'43'50; // "PLCP"
// Counts every change of how pictures are written down.
constexpr quint32 CopyVersion = 1;
constexpr qsizetype EntrySize = 8 + 4 + 4 + 8 + 8;

quint64 hashOf(QByteArrayView bytes, quint64 seed)
{
    return XXH3_64bits_withSeed(bytes.data(), static_cast<std::size_t>(bytes.size()), seed);
}

QByteArray headOf(const QByteArray &mark, const std::vector<quint64> &rowHashes)
{
    const QByteArrayView rows(reinterpret_cast<const char *>(rowHashes.data()),
                              static_cast<qsizetype>(rowHashes.size() * sizeof(quint64)));
    QByteArray head;
    QDataStream stream(&head, QIODevice::WriteOnly);
    stream << FirstBytes << CopyVersion << mark << static_cast<quint64>(rowHashes.size()) << hashOf(rows, 0);
    return head;
}

QByteArray fieldsOf(const CopyEntry &entry)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << entry.offset << entry.length << static_cast<quint32>(entry.layout) << entry.pixelHash;
    return bytes;
}

} // namespace

CopyFile::CopyFile(const QString &name, std::vector<quint64> rowHashes)
    : m_file(name)
    , m_rowHashes(std::move(rowHashes))
{}

std::unique_ptr<CopyFile> CopyFile::open(const QString &name, const QByteArray &mark,
                                         const std::vector<quint64> &rowHashes)
{
    std::unique_ptr<CopyFile> copy(new CopyFile(name, rowHashes));
    constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
    const bool isOpen = ShelfFolder::prepare(name) &&
                        copy->m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, OwnerOnly) &&
                        copy->m_file.setPermissions(OwnerOnly);
    if (!isOpen) {
        return nullptr;
    }
    copy->m_isWritable = flock(copy->m_file.handle(), LOCK_EX | LOCK_NB) == 0;
    const QByteArray head = headOf(mark, rowHashes);
    copy->m_headSize = head.size();
    const qint64 start = head.size() + std::ssize(rowHashes) * EntrySize;
    QByteArray there(head.size(), Qt::Uninitialized);
    const bool isOurs = copy->m_file.size() >= start && copy->readAt(0, there.data(), there.size()) && there == head;
    if (!isOurs && !(copy->m_isWritable && copy->begin(head))) {
        return nullptr;
    }
    copy->m_end = std::max(start, copy->m_file.size());
    return copy;
}

bool CopyFile::begin(const QByteArray &head)
{
    const qint64 start = head.size() + std::ssize(m_rowHashes) * EntrySize;
    // Places without an entry are zero.
    return m_file.resize(0) && m_file.resize(start) && writeAt(0, head);
}

std::vector<CopyEntry> CopyFile::entries()
{
    const qint64 start = m_headSize + std::ssize(m_rowHashes) * EntrySize;
    const qint64 size = m_file.size();
    std::vector<CopyEntry> entries(m_rowHashes.size());
    QByteArray bytes(start - m_headSize, Qt::Uninitialized);
    if (!readAt(m_headSize, bytes.data(), bytes.size())) {
        return entries;
    }
    QDataStream stream(bytes);
    for (qint64 number = 0; number < std::ssize(entries); ++number) {
        CopyEntry entry;
        quint32 layout = 0;
        quint64 check = 0;
        stream >> entry.offset >> entry.length >> layout >> entry.pixelHash >> check;
        entry.layout = static_cast<PixelLayout>(layout);
        const bool isThere =
            entry.length > 0 && layout <= static_cast<quint32>(PixelLayout::Bgra) &&
            entry.length <= SharedBlock::SlotSize + SharedBlock::WindowSize &&
            entry.offset >= static_cast<quint64>(start) && entry.length <= static_cast<quint64>(size) &&
            entry.offset <= static_cast<quint64>(size) - entry.length && check == checkOf(number, entry);
        if (isThere) {
            entries[static_cast<std::size_t>(number)] = entry;
        }
    }
    return entries;
}

std::optional<QByteArray> CopyFile::read(const CopyEntry &entry) const
{
    QByteArray bytes(static_cast<qsizetype>(entry.length), Qt::Uninitialized);
    const bool isRead = readAt(static_cast<qint64>(entry.offset), bytes.data(), bytes.size());
    return isRead ? std::optional(std::move(bytes)) : std::nullopt;
}

std::optional<CopyEntry> CopyFile::append(qint64 number, PixelLayout layout, quint64 pixelHash,
                                          const QByteArray &packed)
{
    struct stat facts{};
    const bool isThere = m_isWritable && fstat(m_file.handle(), &facts) == 0 && facts.st_nlink > 0;
    const CopyEntry entry{.offset = static_cast<quint64>(m_end),
                          .length = static_cast<quint32>(packed.size()),
                          .layout = layout,
                          .pixelHash = pixelHash};
    if (!isThere || packed.isEmpty() || !writeAt(m_end, packed)) {
        return std::nullopt;
    }
    QByteArray bytes = fieldsOf(entry);
    QDataStream stream(&bytes, QIODevice::Append);
    stream << checkOf(number, entry);
    if (!writeAt(m_headSize + number * EntrySize, bytes)) {
        return std::nullopt;
    }
    m_end += packed.size();
    return entry;
}

quint64 CopyFile::checkOf(qint64 number, const CopyEntry &entry) const
{
    const quint64 row = m_rowHashes[static_cast<std::size_t>(number)];
    return hashOf(fieldsOf(entry), row ^ (static_cast<quint64>(number) + 1));
}

bool CopyFile::writeAt(qint64 offset, QByteArrayView bytes) const
{
    while (!bytes.isEmpty()) {
        const ssize_t written = pwrite(m_file.handle(), bytes.data(), static_cast<std::size_t>(bytes.size()), offset);
        if (written <= 0 && !(written < 0 && errno == EINTR)) {
            return false;
        }
        const qsizetype done = std::max<ssize_t>(0, written);
        bytes = bytes.sliced(done);
        offset += done;
    }
    return true;
}

bool CopyFile::readAt(qint64 offset, char *target, qsizetype length) const
{
    while (length > 0) {
        const ssize_t got = pread(m_file.handle(), target, static_cast<std::size_t>(length), offset);
        if (got <= 0 && !(got < 0 && errno == EINTR)) {
            return false;
        }
        const qsizetype done = std::max<ssize_t>(0, got);
        target += done;
        offset += done;
        length -= done;
    }
    return true;
}

} // namespace Porchlight
