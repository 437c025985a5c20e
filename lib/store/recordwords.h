// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/markerversion.h"
#include "domain/still.h"
#include "store/records.h"

#include <QString>

#include <optional>

/// How the store's own enums stand in its tables.
namespace Porchlight {

[[nodiscard]] QString toWord(OfferFate fate);
[[nodiscard]] QString toWord(MarkerChange change);
[[nodiscard]] QString toWord(StillKind kind);
[[nodiscard]] std::optional<OfferFate> offerFateFromWord(QStringView word);
[[nodiscard]] std::optional<MarkerChange> markerChangeFromWord(QStringView word);
[[nodiscard]] std::optional<StillKind> stillKindFromWord(QStringView word);

} // namespace Porchlight
