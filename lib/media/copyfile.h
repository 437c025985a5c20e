// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decodedframe.h"
#include "media/recordseal.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace Porchlight {

/// Where a picture lies in the file of a copy, and what it must be.
struct CopyEntry
{
    quint64 offset = 0;
    quint32 length = 0; ///< Sealed; 0 where the frame is not in the file.
    PixelLayout layout = PixelLayout::Gray;
    quint64 pixelHash = 0;

    bool operator==(const CopyEntry &) const = default;
};

/// A file with packed pictures of one clip: what it was made of and by, a place for an entry of each frame, then the
/// pictures in the order in which they came. Each of them is a sealed record, whose name says what the frame table says
/// of its frame. A picture is written before its entry: what was torn in the middle is no entry, and the rest stays
/// good. One at a time may write; it holds a lock on the file.
class CopyFile
{
public:
    /// Null where it cannot be made or read. `rowHashes` are the quick hashes of the clip's frames. One that was made
    /// of or by something else is begun anew by who may write.
    [[nodiscard]] static std::unique_ptr<CopyFile> open(const QString &name, const ClipKey &key, const QByteArray &mark,
                                                        const std::vector<quint64> &rowHashes);

    [[nodiscard]] bool isWritable() const { return m_isWritable; }
    /// As they stood at the opening, one for each frame.
    [[nodiscard]] std::vector<CopyEntry> entries();

    // These two may be called by another thread than append().
    [[nodiscard]] Result<QByteArray, Failure<ShelfError>> read(qint64 number, const CopyEntry &entry);
    /// The picture has proved wrong: it is made anew in another opening.
    void forget(qint64 number) const;

    /// Bytes of the whole file.
    [[nodiscard]] qint64 size() const { return m_end; }
    /// Writes the picture and then its entry; none where the disk does not take it, or the file has been removed.
    [[nodiscard]] std::optional<CopyEntry> append(qint64 number, PixelLayout layout, quint64 pixelHash,
                                                  const QByteArray &packed);

private:
    CopyFile(const QString &name, const ClipKey &key, const QByteArray &mark, const std::vector<quint64> &rowHashes);
    [[nodiscard]] bool isOf(const QByteArray &head);
    [[nodiscard]] bool begin(const QByteArray &head);
    [[nodiscard]] qint64 start() const { return placeOf(std::ssize(m_rowHashes)); }
    [[nodiscard]] qint64 placeOf(qint64 number) const;
    [[nodiscard]] CopyEntry readEntry(qint64 number, QByteArrayView record);
    [[nodiscard]] QByteArray contextOf(qint64 number) const;
    [[nodiscard]] bool writeAt(qint64 offset, QByteArrayView bytes) const;
    [[nodiscard]] bool readAt(qint64 offset, char *target, qsizetype length) const;

    QFile m_file;
    RecordSealer m_sealer; ///< Of the writing thread once the file is open.
    RecordOpener m_opener;
    QByteArray m_mark;
    std::vector<quint64> m_rowHashes;
    qint64 m_headSize = 0; ///< Before the entries.
    qint64 m_end = 0;
    bool m_isWritable = false;
};

} // namespace Porchlight
