// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/id.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace Porchlight {

/// The names inside a package can be carried by every file system and archive that a court may use: ASCII letters,
/// digits, dot, underscore and hyphen, of limited length, no name Windows keeps for itself, none that differs from
/// another only by case.
inline constexpr qsizetype MaximumBagNameLength = 48;
inline constexpr qsizetype MaximumPathLength = 110;
inline constexpr qsizetype MaximumPathFolders = 4;
inline constexpr qsizetype MaximumFileNameLength = 64;

/// PORCHLIGHT_<case>_<yyyymmdd>_<8 characters of the package id>.
[[nodiscard]] QString packageName(const QString &caseNumber, QDate day, ExportId id);

/// A resident's file name in the form above; keeps the ending, never empty. The name as it came stays in the record.
[[nodiscard]] QString portableFileName(const QString &originalName);

/// Why a path inside a package breaks the rules above; empty where it keeps them.
[[nodiscard]] QString pathProblem(const QString &path);

/// Paths of the list that differ from an earlier one only by case or Unicode normalisation.
[[nodiscard]] QStringList collidingPaths(const QStringList &paths);

} // namespace Porchlight
