// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/recordseal.h"
#include "media/waveform.h"
#include "mediaprotocol/messages.h"

#include <QByteArray>
#include <QFile>
#include <QSize>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace Porchlight {

/// What a kept index was made of and by. It is used only where all of it is the same.
struct ShelfMark
{
    qint64 clipSize = 0;
    std::array<quint32, 3> versions{}; ///< Of the libraries that decoded.
    qint32 videoStream = -1;

    bool operator==(const ShelfMark &) const = default;
};

/// As it is sealed with what was made.
[[nodiscard]] QByteArray bytesOf(const ShelfMark &mark);

/// The frame table of one clip with what recognises each frame, as the decoder said it.
struct KeptIndex
{
    std::vector<Wire::FrameRow> rows;
    bool isDamaged = false;
};

/// What was made of a clip, kept in files beside each other so that the next opening is instant: the index (`.index`: a
/// head, then IndexPart messages as they came), a small picture of every frame (`.proxies`) and, only where sound was
/// consented to, the waveform (`.wave`, like the index). Each head, message and picture is a sealed record. A file that
/// cannot be read, or was made of or by something else, is as good as none, and one with a record that is not what was
/// written is removed; its reader checks the rows as if the decoder had just sent them. Lives on one thread.
class ClipShelf
{
public:
    /// `path` is the beginning of the file names, as ShelfFolder gives it; its folder is made when something is kept.
    ClipShelf(const QString &path, const ClipKey &key);
    ~ClipShelf();
    ClipShelf(const ClipShelf &) = delete;
    ClipShelf &operator=(const ClipShelf &) = delete;

    /// The index that was kept under this mark, with its pictures ready.
    [[nodiscard]] std::optional<KeptIndex> find(const ShelfMark &mark);
    /// Keeps the index for the next opening. Where it cannot be written, the next opening makes it anew.
    void keep(const ShelfMark &mark, const KeptIndex &index);

    /// The next small pictures; they are kept as soon as the last has come.
    void addProxies(QSize size, const QList<QByteArray> &pictures);
    void endProxies();
    [[nodiscard]] qint64 proxyCount() const { return m_proxyCount; }
    [[nodiscard]] QSize proxySize() const { return m_proxySize; }
    /// 8 bit 4:2:0 without padding.
    [[nodiscard]] std::optional<QByteArray> proxy(qint64 number);
    /// Forgets pictures of a pass that is begun anew; those that follow are of this mark.
    void startProxies(const ShelfMark &mark);

    /// The waveform that was kept under this mark.
    [[nodiscard]] std::optional<std::vector<Wire::Peak>> findWave(const ShelfMark &mark);
    void keepWave(const ShelfMark &mark, const Waveform &waveform);

private:
    [[nodiscard]] qint64 pictureBytes() const;
    [[nodiscard]] qint64 placeOf(qint64 number) const;
    [[nodiscard]] std::optional<KeptIndex> readIndex(QFile &file, const ShelfMark &mark);
    [[nodiscard]] bool openProxies(qint64 count);
    void removeIndex() const;

    QString m_path;
    RecordSealer m_sealer;
    RecordOpener m_opener;
    std::unique_ptr<QFile> m_proxies; ///< Under a passing name, or none, until all are there.
    QByteArray m_proxyContext;
    QSize m_proxySize;
    qint64 m_proxyCount = 0;
    bool m_isUsable = true; ///< False where the disk does not take any more.
};

} // namespace Porchlight
