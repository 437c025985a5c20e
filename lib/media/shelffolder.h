// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>
#include <QtTypes>

#include <map>

namespace Porchlight {

/// What may lie on the shelf of one clip.
enum class ShelfLeave {
    WithoutSound,
    All,
};

/// The folder in which each ClipShelf has its files, and what of them goes. Everything on it can be made again from the
/// originals; it is pictures and sound of residents all the same. Folders and files are open to their owner alone, and
/// all in them is sealed under the clip's own key (RecordSealer): once that key is gone, what may be left on the disk
/// is of no use. Its functions touch the disk at once and are not for the GUI thread. Files of a clip that is open may
/// go: they stay readable to who has them open, and are made again for the next.
class ShelfFolder
{
public:
    static constexpr QLatin1StringView IndexEnding{".index"};
    static constexpr QLatin1StringView ProxiesEnding{".proxies"};
    static constexpr QLatin1StringView WaveEnding{".wave"};
    static constexpr QLatin1StringView CopyEnding{".copy"};

    explicit ShelfFolder(QString path);

    /// What every finished file begins with; what follows is sealed. The last byte counts every change of what is kept,
    /// and of how.
    [[nodiscard]] static constexpr QByteArrayView form() { return {"PLSHELF\x02", 8}; }

    /// The beginning of the names of a clip's files.
    [[nodiscard]] QString pathFor(const Digest &clip) const;
    /// Makes the folder of such a path, for its owner alone.
    [[nodiscard]] static bool prepare(const QString &clipPath);

    /// Removes what belongs to no clip of `leaves` or to more than its leave, what has an older form, and what a crash
    /// left half written.
    void sweep(const std::map<Digest, ShelfLeave> &leaves) const;
    /// Removes the clip that was opened longest ago, and so on, until no more than `budget` bytes are left; `spared`
    /// stays. Copies of pictures do not count, but go with their clip.
    void trim(qint64 budget, const Digest &spared) const;
    /// The same with copies of pictures alone; those that are being made stay. How many bytes are left.
    qint64 trimCopies(qint64 budget, const Digest &spared) const;
    /// Counts as an opening of the clip.
    static void markUsed(const QString &clipPath);

private:
    QString m_path;
};

} // namespace Porchlight
