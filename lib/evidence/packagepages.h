// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/custodyevent.h"
#include "evidence/packagerecord.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace Porchlight {

/// The pages of a package for people. Each is made from the machine record alone and always the same way, so that a
/// verifier of the same version can make it again and compare. No script, nothing from outside.
[[nodiscard]] QByteArray startHerePage(const PackageRecord &record);
[[nodiscard]] QByteArray reportPage(const PackageRecord &record);
[[nodiscard]] QByteArray readMeText(const PackageRecord &record);
[[nodiscard]] QByteArray itemsCsv(const PackageRecord &record);
[[nodiscard]] QByteArray notesCsv(const PackageRecord &record);

/// The custody log for a spreadsheet; the canonical form is the JSON lines beside it.
[[nodiscard]] QByteArray custodyCsv(const std::vector<CustodyEvent> &events);

/// Commands that check a package without Porchlight, for one system, in words.
struct CheckCommands
{
    QString system;
    QStringList commands;
};
[[nodiscard]] std::vector<CheckCommands> stockCheckCommands();

/// What a package proves and does not prove, one sentence each.
[[nodiscard]] QStringList packageLimits();

/// Paths of the files a package always has.
namespace PackagePath {
inline constexpr QStringView StartHere = u"START-HERE.html";
inline constexpr QStringView ReadMe = u"README.txt";
inline constexpr QStringView Profile = u"porchlight-bagit-profile.json";
inline constexpr QStringView Record = u"metadata/package.json";
inline constexpr QStringView Schema = u"metadata/package.schema.json";
inline constexpr QStringView Items = u"metadata/items.csv";
inline constexpr QStringView Log = u"custody/log.jsonl";
inline constexpr QStringView LogTable = u"custody/log.csv";
inline constexpr QStringView Report = u"data/report/report.html";
inline constexpr QStringView Notes = u"data/report/notes.csv";
} // namespace PackagePath

} // namespace Porchlight
