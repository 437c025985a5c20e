// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/utctime.h"
#include "store/connection.h"

#include <vector>

namespace Porchlight {

/// One step of the schema. Steps are numbered by ten, or by five between two, and never changed once released.
struct Migration
{
    int number = 0;
    QString name;
    QString script;
    /// The oldest program, by its newest step, that can still work on a store with this one.
    int oldestCompatible = 0;

    [[nodiscard]] Digest digest() const;
};

/// The steps this program knows, in order; they are part of the program.
[[nodiscard]] std::vector<Migration> allMigrations();

struct SchemaReport
{
    int number = 0;       ///< The newest step in the store.
    std::vector<int> run; ///< Steps taken now.
    QString backupFile;   ///< Empty where none was needed.
};

/// Checks the store against the known steps and takes those that are missing, each in a transaction of its own, after
/// a copy of a file that is not new. A store with a changed step, a gap or a step of a newer program is refused as it
/// is.
[[nodiscard]] StoreResult<SchemaReport> bringUpToDate(Connection &connection, const std::vector<Migration> &known,
                                                      UtcTime now);

} // namespace Porchlight
