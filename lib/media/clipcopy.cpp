// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/clipcopy.h"

#include "media/framedigest.h"
#include "media/packedpicture.h"
#include "media/shelffolder.h"
#include "media/untrusted.h"

#include <QStorageInfo>

#include <algorithm>
#include <utility>

namespace Porchlight {

namespace {

// Of pixels: two pictures of 1080p, one of 4K.
constexpr qint64 MostBeingWritten = 16LL * 1024 * 1024;
// After so many bytes it is seen anew whether there is room.
constexpr qint64 GrowthStep = 64LL * 1024 * 1024;
// All copies together take one part of so many of what would be free without them.
constexpr qint64 ShareOfDisk = 4;

qint64 pixelBytesOf(const DecodedFrame &frame)
{
    qint64 bytes = 0;
    for (int index = 0; index < frame.planeCount(); ++index) {
        bytes += frame.plane(index).bytes.size();
    }
    return bytes;
}

} // namespace

ClipCopy::ClipCopy(const DecoderSettings &settings, const ClipWish &wish, const KnownClip &known)
    : m_settings(settings)
    , m_key(wish.key())
    , m_known(known)
{
    m_writers.setMaxThreadCount(1);
}

ClipCopy::~ClipCopy()
{
    m_writers.waitForDone();
}

/// Not what the decoder holds whole, and not what lacks a packet.
bool ClipCopy::isWorthwhile() const
{
    if (m_settings.shelf.isEmpty() || !m_key || m_settings.copyBudget <= 0 || m_known.isPartial()) {
        return false;
    }
    qint64 bytes = 0;
    for (qint64 number = 0; number < m_known.rowCount(); ++number) {
        const std::optional<FrameRow> row = m_known.row(number);
        bytes += row ? qint64{row->size.width()} * row->size.height() * 3 / 2 : 0;
    }
    // With the padding that decoders add.
    return bytes + bytes / 16 > m_settings.frameMemory;
}

void ClipCopy::open(const ShelfMark &mark)
{
    if (m_file || m_isOver) {
        return;
    }
    if (isWorthwhile()) {
        const QString path = ShelfFolder(m_settings.shelf).pathFor(m_key->clip);
        m_file = CopyFile::open(path + ShelfFolder::CopyEnding, *m_key, bytesOf(mark), m_known.quickHashes());
    }
    if (!m_file) {
        end();
        return;
    }
    m_entries = m_file->entries();
    m_count = std::ranges::count_if(m_entries, [](const CopyEntry &entry) { return entry.length > 0; });
    m_bytes = m_file->size();
    skipHeld();
    if (!m_file->isWritable() || m_next == std::ssize(m_entries)) {
        end();
    }
}

void ClipCopy::end()
{
    m_isOver = true;
    // What is being written is waited for.
    if (m_beingWritten == 0 && !std::exchange(m_hasEnded, true)) {
        Q_EMIT ended(m_count, m_bytes);
    }
}

bool ClipCopy::holds(qint64 number) const
{
    return number >= 0 && number < std::ssize(m_entries) && m_entries[static_cast<std::size_t>(number)].length > 0;
}

std::optional<DecodedFrame> ClipCopy::read(qint64 number)
{
    if (!holds(number)) {
        return std::nullopt;
    }
    CopyEntry &entry = m_entries[static_cast<std::size_t>(number)];
    const std::optional<FrameRow> row = m_known.row(number);
    const auto packed = m_file->read(number, entry);
    std::optional<DecodedFrame> frame = row && packed ? unpackPicture(*packed, *row, entry.layout) : std::nullopt;
    const quint64 hash = frame ? pixelHashOf(*frame) : 0;
    const bool isRight =
        frame && hash == entry.pixelHash && (!hasNativePixels(*frame) || hash == frame->facts().quickHash);
    if (!isRight) {
        entry = {};
        m_file->forget(number);
        m_bad.insert(number);
        --m_count;
        return std::nullopt;
    }
    return frame;
}

std::optional<qint64> ClipCopy::nextWanted() const
{
    const bool hasRoom = m_beingWritten == 0 || m_beingWritten + m_lastSize <= MostBeingWritten;
    const bool isWanted = m_file && !m_isOver && hasRoom && m_next < std::ssize(m_entries);
    return isWanted ? std::optional(m_next) : std::nullopt;
}

void ClipCopy::skipHeld()
{
    while (m_next < std::ssize(m_entries) && (holds(m_next) || m_bad.contains(m_next))) {
        ++m_next;
    }
}

bool ClipCopy::take(const Wire::Picture &untrusted, qint64 number, qint64 clipSize, std::span<const char> slot)
{
    const std::optional<DecodedFrame> frame = checkPicture(untrusted, number, clipSize, slot);
    const std::optional<FrameRow> said = frame ? std::optional(frame->facts()) : std::nullopt;
    const std::optional<FrameRow> known = m_known.row(number);
    if (!said || said != known) {
        return false;
    }
    const quint64 hash = pixelHashOf(*frame);
    if (hasNativePixels(*frame) && hash != known->quickHash) {
        return false;
    }
    m_lastSize = pixelBytesOf(*frame);
    m_beingWritten += m_lastSize;
    m_next = number + 1;
    skipHeld();
    m_writers.start([this, frame = *frame, hash] {
        const std::optional<CopyEntry> entry = write(frame, hash);
        QMetaObject::invokeMethod(
            this,
            [this, number = frame.number(), entry, bytes = pixelBytesOf(frame)] { onWritten(number, entry, bytes); },
            Qt::QueuedConnection);
    });
    return true;
}

// On the writing thread.

std::optional<CopyEntry> ClipCopy::write(const DecodedFrame &frame, quint64 pixelHash)
{
    const std::optional<QByteArray> packed = packPicture(frame);
    if (!packed || !mayGrow(packed->size() + SealOverhead)) {
        return std::nullopt;
    }
    return m_file->append(frame.number(), frame.layout(), pixelHash, *packed);
}

bool ClipCopy::mayGrow(qint64 bytes)
{
    if (m_file->size() + bytes <= m_grownUpTo) {
        return true;
    }
    const qint64 step = std::max(bytes, std::min(GrowthStep, m_settings.copyBudget / 16));
    const ShelfFolder folder(m_settings.shelf);
    const qint64 held = folder.trimCopies(m_settings.copyBudget - step, m_key->clip);
    const qint64 share = (QStorageInfo(m_settings.shelf).bytesAvailable() + held) / ShareOfDisk;
    const qint64 budget = std::min(m_settings.copyBudget, share);
    const qint64 room = budget - folder.trimCopies(budget - step, m_key->clip);
    m_grownUpTo = m_file->size() + std::min(room, step);
    return m_file->size() + bytes <= m_grownUpTo;
}

// On its own thread again.

void ClipCopy::onWritten(qint64 number, const std::optional<CopyEntry> &entry, qint64 pixelBytes)
{
    m_beingWritten -= pixelBytes;
    if (entry) {
        m_entries[static_cast<std::size_t>(number)] = *entry;
        m_bytes = static_cast<qint64>(entry->offset) + entry->length;
        ++m_count;
    }
    if (!entry || m_isOver || (m_next == std::ssize(m_entries) && m_beingWritten == 0)) {
        end();
    } else {
        Q_EMIT wrote();
    }
}

} // namespace Porchlight
