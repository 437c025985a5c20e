// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/custodyevent.h"
#include "core/id.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace Porchlight {

/// What a package needs beside the originals and cannot make by itself, for one clip.
struct ClipMaterial
{
    QByteArray receipt;        ///< writeClipReceipt() of the clip.
    QByteArray frameTable;     ///< CSV as `porchlight-cli frames` prints it; empty where there is none.
    QString frameTableMissing; ///< Why there is none.
    QByteArray probe;          ///< JSON: everything the decoder said about the file.
    QByteArray thumbnail;      ///< JPEG of the first shown frame; empty where there is none.
};

struct PackageMaterial
{
    std::map<ClipId, ClipMaterial> clips;
    std::map<RequestId, QByteArray> requests; ///< Each request's document as it was published.
    std::vector<CustodyEvent> custody;        ///< All entries of the case, oldest first.
};

} // namespace Porchlight
