// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agencies/jurisdictionindex.h"
#include "command.h"
#include "core/result.h"
#include "workflow/workplace.h"

namespace Porchlight {

/// The grounds that the record holds, or the sentence why they cannot be read.
[[nodiscard]] Result<JurisdictionIndex, QString> readGrounds(Workplace &workplace);

/// True where the data folder of the context has a record already: looking at an area makes none.
[[nodiscard]] bool hasRecord(const CommandContext &context);

/// An answer as JSON and as text.
struct GroundAnswer
{
    QJsonObject json;
    QString text;
};

/// On whose ground an area lies, and which part of it does not.
[[nodiscard]] GroundAnswer groundsOf(const MultiPolygon &area, const JurisdictionIndex &index);

} // namespace Porchlight
