// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "media/copyfile.h"
#include "media/decodedframe.h"
#include "media/decodersettings.h"
#include "media/knownclip.h"
#include "mediaprotocol/messages.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace Porchlight {

/// All pictures of a clip, decoded, on the shelf: any of them is had in milliseconds, without the decoder. They are
/// asked of a decoder process one after the other when it has nothing else to do, packed and written by a thread of
/// their own, and go on where an earlier opening ended. A picture is given only where its pixels have the hash that
/// the frame table has of its frame. None are kept of a clip whose frames all fit into the decoder's memory.
class ClipCopy final : public QObject
{
    Q_OBJECT

public:
    ClipCopy(const DecoderSettings &settings, const ClipWish &wish, const KnownClip &known);
    ~ClipCopy() override;

    /// The frame table is whole, and was made under this mark.
    void open(const ShelfMark &mark);
    /// No more is written.
    void end();

    [[nodiscard]] bool holds(qint64 number) const;
    /// None where it is not there, or is not what it must be: then it is not there any more.
    [[nodiscard]] std::optional<DecodedFrame> read(qint64 number);

    /// The frame that is to be asked for next; none while enough of them are being written, or once all are there.
    [[nodiscard]] std::optional<qint64> nextWanted() const;
    /// A decoder process says that this is frame `number`; false where that cannot be true.
    [[nodiscard]] bool take(const Wire::Picture &untrusted, qint64 number, qint64 clipSize, std::span<const char> slot);

Q_SIGNALS:
    /// Another one may be asked for.
    void wrote();
    /// Once: so many are there, and no more will come. The size is that of the file.
    void ended(qint64 count, qint64 bytes);

private:
    [[nodiscard]] bool isWorthwhile() const;
    [[nodiscard]] bool mayGrow(qint64 bytes);
    [[nodiscard]] std::optional<CopyEntry> write(const DecodedFrame &frame, quint64 pixelHash);
    void onWritten(qint64 number, const std::optional<CopyEntry> &entry, qint64 pixelBytes);
    void skipHeld();

    DecoderSettings m_settings;
    std::optional<ClipKey> m_key; ///< None where nothing is kept.
    const KnownClip &m_known;
    std::unique_ptr<CopyFile> m_file; ///< None before the opening, and where no copy can be had.
    std::vector<CopyEntry> m_entries;
    std::set<qint64> m_bad; ///< Proved wrong: not tried again before the next opening.
    qint64 m_next = 0;      ///< Frames before this one are there, or being written.
    qint64 m_count = 0;
    qint64 m_bytes = 0;
    qint64 m_beingWritten = 0; ///< Bytes of pixels.
    qint64 m_lastSize = 0;     ///< Of the last picture, in bytes.
    bool m_isOver = false;
    bool m_hasEnded = false; ///< As it was told.
    qint64 m_grownUpTo = 0;  ///< Of the writing thread: the file may have so many bytes.
    QThreadPool m_writers;   ///< One.
};

} // namespace Porchlight
