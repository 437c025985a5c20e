// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/exportlines.h"
#include "workflow/evidenceexport.h"

#include <QList>
#include <QString>

#include <set>

/// What the evidence page says, made from plan, progress and result. Pure.
namespace Porchlight {

/// Clips with their notes and stills below them; `excluded` are the ids that the officer unticked.
[[nodiscard]] QList<ExportChoice> exportChoices(const PackageContext &context, const std::set<QString> &excluded);

/// What of the context is ticked.
[[nodiscard]] PackageChoice choiceWithout(const PackageContext &context, const std::set<QString> &excluded);

[[nodiscard]] QList<ExportLine> includedLines(const PackagePlan &plan);
[[nodiscard]] QList<ExportLine> leftOutLines(const PackageRecord &record);
[[nodiscard]] QList<ExportLine> cautionLines(const PackagePlan &plan);
[[nodiscard]] QList<ExportLine> heldLines(const WrittenPackage &written);
[[nodiscard]] QList<ExportLine> commandLines();

/// "2 clips, 3 notes, 1 still, 48.2 MB"
[[nodiscard]] QString summaryText(const PackagePlan &plan);
/// "12.4 of 48.2 MB, 31 MB/s, 2 s left"
[[nodiscard]] QString figureText(const ExportProgress &progress, qint64 milliseconds);
[[nodiscard]] QString bytesText(qint64 bytes);

} // namespace Porchlight
