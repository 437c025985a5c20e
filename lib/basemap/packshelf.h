// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/mappack.h"

namespace Porchlight {

/// A folder of the shelf: a pack, or why it is none.
struct ShelvedPack
{
    QString folder;
    PackResult<MapPack> pack;
};

/// The folder that installed map packs stand in, each in a folder of its own named ID@BUILD. A pack is there whole or
/// not at all: it is copied under another name, compared with its manifest and renamed; only then its older build goes.
/// Several programs may use one shelf.
class PackShelf
{
public:
    explicit PackShelf(QString folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// The newest build of each pack, by name, and folders that are no pack. Reads manifests only.
    [[nodiscard]] std::vector<ShelvedPack> list() const;
    [[nodiscard]] PackResult<MapPack> find(const QString &id) const;

    /// Copies the pack of a folder. A build that is there already, or one older than that, is refused.
    [[nodiscard]] PackResult<MapPack> install(const QString &source, const PackWatcher &watcher = {});
    /// Removes all builds of a pack; a damaged one too, by its id or the name of its folder.
    [[nodiscard]] PackResult<void> remove(const QString &id);

private:
    [[nodiscard]] PackResult<void> mayInstall(const MapPack &pack) const;
    [[nodiscard]] PackResult<QString> place(const QString &staging, const PackManifest &manifest);
    /// What a copy that was cut off by the end of its program left behind. Under the lock.
    void removeLeftovers();
    [[nodiscard]] QStringList foldersOf(const QString &id) const;

    QString m_folder;
};

} // namespace Porchlight
