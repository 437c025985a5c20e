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

constexpr qsizetype EntrySize = 8 + 4 + 4 + 8 + SealOverhead;

QByteArray headOf(const QByteArray &mark, const std::vector<quint64> &rowHashes)
{
    QByteArray head;
    QDataStream stream(&head, QIODevice::WriteOnly);
    stream << mark << static_cast<quint64>(rowHashes.size())
           << static_cast<quint64>(XXH3_64bits(rowHashes.data(), rowHashes.size() * sizeof(quint64)));
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

CopyFile::CopyFile(const QString &name, const ClipKey &key, const QByteArray &mark,
                   const std::vector<quint64> &rowHashes)
    : m_file(name)
    , m_sealer(key)
    , m_opener(key, name)
    , m_mark(mark)
    , m_rowHashes(rowHashes)
{}

std::unique_ptr<CopyFile> CopyFile::open(const QString &name, const ClipKey &key, const QByteArray &mark,
                                         const std::vector<quint64> &rowHashes)
{
    std::unique_ptr<CopyFile> copy(new CopyFile(name, key, mark, rowHashes));
    constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
    const bool isOpen = ShelfFolder::prepare(name) &&
                        copy->m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, OwnerOnly) &&
                        copy->m_file.setPermissions(OwnerOnly);
    if (!isOpen) {
        return nullptr;
    }
    copy->m_isWritable = flock(copy->m_file.handle(), LOCK_EX | LOCK_NB) == 0;
    const QByteArray head = headOf(mark, rowHashes);
    copy->m_headSize = ShelfFolder::form().size() + head.size() + SealOverhead;
    if (!copy->isOf(head) && !(copy->m_isWritable && copy->begin(head))) {
        return nullptr;
    }
    copy->m_end = std::max(copy->start(), copy->m_file.size());
    return copy;
}

/// A file of another form has no records.
bool CopyFile::isOf(const QByteArray &head)
{
    const qsizetype formSize = ShelfFolder::form().size();
    QByteArray there(m_headSize, Qt::Uninitialized);
    const bool isOfOurForm = m_file.size() >= start() && readAt(0, there.data(), there.size()) &&
                             there.first(formSize) == ShelfFolder::form();
    const auto kept = isOfOurForm
                          ? m_opener.open({.kind = RecordKind::CopyHead}, QByteArrayView(there).sliced(formSize))
                          : Result<QByteArray, Failure<ShelfError>>();
    return kept && *kept == head;
}

bool CopyFile::begin(const QByteArray &head)
{
    const std::optional<QByteArray> record = m_sealer.seal({.kind = RecordKind::CopyHead}, head);
    // Places without an entry are zero.
    return record && m_file.resize(0) && m_file.resize(start()) && writeAt(0, ShelfFolder::form()) &&
           writeAt(ShelfFolder::form().size(), *record);
}

qint64 CopyFile::placeOf(qint64 number) const
{
    return m_headSize + number * EntrySize;
}

QByteArray CopyFile::contextOf(qint64 number) const
{
    QByteArray context = m_mark;
    QDataStream stream(&context, QIODevice::Append);
    stream << m_rowHashes[static_cast<std::size_t>(number)];
    return context;
}

std::vector<CopyEntry> CopyFile::entries()
{
    std::vector<CopyEntry> entries(m_rowHashes.size());
    QByteArray bytes(start() - m_headSize, Qt::Uninitialized);
    if (!readAt(m_headSize, bytes.data(), bytes.size())) {
        return entries;
    }
    for (qint64 number = 0; number < std::ssize(entries); ++number) {
        entries[static_cast<std::size_t>(number)] =
            readEntry(number, QByteArrayView(bytes).sliced(number * EntrySize, EntrySize));
    }
    return entries;
}

CopyEntry CopyFile::readEntry(qint64 number, QByteArrayView record)
{
    if (std::ranges::all_of(record, [](char byte) { return byte == 0; })) {
        return {};
    }
    const QByteArray context = contextOf(number);
    const RecordName name{.kind = RecordKind::CopyEntry, .number = number, .context = context};
    const auto fields = m_opener.open(name, record);
    if (!fields) {
        return {};
    }
    QDataStream stream(*fields);
    CopyEntry entry;
    quint32 layout = 0;
    stream >> entry.offset >> entry.length >> layout >> entry.pixelHash;
    entry.layout = static_cast<PixelLayout>(layout);
    const auto size = static_cast<quint64>(m_file.size());
    const bool isInFile =
        entry.offset >= static_cast<quint64>(start()) && entry.length <= size && entry.offset <= size - entry.length;
    const bool isSound = layout <= static_cast<quint32>(PixelLayout::Bgra) && entry.length > SealOverhead &&
                         entry.length <= SharedBlock::SlotSize + SharedBlock::WindowSize;
    return isInFile && isSound ? entry : CopyEntry();
}

Result<QByteArray, Failure<ShelfError>> CopyFile::read(qint64 number, const CopyEntry &entry)
{
    const QByteArray context = contextOf(number);
    const RecordName name{.kind = RecordKind::CopyPicture, .number = number, .context = context};
    QByteArray record(static_cast<qsizetype>(entry.length), Qt::Uninitialized);
    if (!readAt(static_cast<qint64>(entry.offset), record.data(), record.size())) {
        return std::unexpected(m_opener.reject(ShelfError::CutShort, name));
    }
    return m_opener.open(name, record);
}

void CopyFile::forget(qint64 number) const
{
    // Where it cannot be written, the picture proves wrong again.
    static_cast<void>(m_isWritable && writeAt(placeOf(number), QByteArray(EntrySize, '\0')));
}

std::optional<CopyEntry> CopyFile::append(qint64 number, PixelLayout layout, quint64 pixelHash,
                                          const QByteArray &packed)
{
    struct stat facts{};
    const bool isThere = m_isWritable && fstat(m_file.handle(), &facts) == 0 && facts.st_nlink > 0;
    const QByteArray context = contextOf(number);
    const auto picture =
        isThere && !packed.isEmpty() ? m_sealer.seal({RecordKind::CopyPicture, number, context}, packed) : std::nullopt;
    if (!picture || !writeAt(m_end, *picture)) {
        return std::nullopt;
    }
    const CopyEntry entry{.offset = static_cast<quint64>(m_end),
                          .length = static_cast<quint32>(picture->size()),
                          .layout = layout,
                          .pixelHash = pixelHash};
    const auto record = m_sealer.seal({RecordKind::CopyEntry, number, context}, fieldsOf(entry));
    if (!record || !writeAt(placeOf(number), *record)) {
        return std::nullopt;
    }
    m_end += picture->size();
    return entry;
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
