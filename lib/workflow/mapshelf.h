// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/packshelf.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

namespace Porchlight {

/// Installs, checks and removes the map packs of a data folder, one act after the other and away from the caller's
/// thread.
class MapShelf final : public QObject
{
    Q_OBJECT

public:
    /// Where the packs of a data folder stand.
    [[nodiscard]] static QString folderIn(const QString &dataDirectory);

    explicit MapShelf(const QString &dataDirectory, QObject *parent = nullptr);
    ~MapShelf() override;

    [[nodiscard]] const QString &folder() const { return m_shelf.folder(); }

    [[nodiscard]] QFuture<std::vector<ShelvedPack>> list();
    [[nodiscard]] QFuture<PackResult<MapPack>> install(const QString &source);
    /// Reads every byte of an installed pack.
    [[nodiscard]] QFuture<PackResult<void>> check(const QString &id);
    [[nodiscard]] QFuture<PackResult<void>> remove(const QString &id);

Q_SIGNALS:
    /// Packs came or went.
    void changed();
    void progressed(double share);

private:
    void tell(qint64 done, qint64 total);

    PackShelf m_shelf;
    int m_percent = -1; ///< Of the act under way; known to the worker alone.
    QThreadPool m_worker;
};

} // namespace Porchlight
