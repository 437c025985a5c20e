// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/tilearchive.h"

#include "basemap/mbtiles.h"
#include "basemap/pmtiles.h"

#include <QFile>

namespace Porchlight {

BasemapResult<std::unique_ptr<TileArchive>> TileArchive::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(BasemapError::CannotOpen, path);
    }
    const bool isDatabase = file.read(MbtilesArchive::FirstBytes.size()) == MbtilesArchive::FirstBytes;
    file.close();
    if (isDatabase) {
        return MbtilesArchive::openFile(path);
    }
    return PmtilesArchive::openFile(path);
}

} // namespace Porchlight
