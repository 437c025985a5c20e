// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/exportrecord.h"
#include "store/connection.h"

#include <QByteArray>

#include <optional>
#include <vector>

/// Packages that were written, settings, and what can be worked out again from the bytes.
namespace Porchlight {

[[nodiscard]] StoreResult<void> insertExport(Connection &connection, const ExportRecord &record);
[[nodiscard]] StoreResult<std::vector<ExportRecord>> findExports(Connection &connection,
                                                                 const std::optional<CaseId> &caseId);

[[nodiscard]] StoreResult<void> putSetting(Connection &connection, const QString &key, const QString &value);
[[nodiscard]] StoreResult<std::optional<QString>> findSetting(Connection &connection, const QString &key);

[[nodiscard]] StoreResult<void> replaceFrameTable(Connection &connection, const Digest &clip, const QString &version,
                                                  const QByteArray &bytes);
[[nodiscard]] StoreResult<std::optional<QByteArray>> findFrameTable(Connection &connection, const Digest &clip,
                                                                    const QString &version);

} // namespace Porchlight
