// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agencies/directoryreading.h"
#include "geo/validity.h"

#include <QString>

namespace Porchlight {

/// What became of a row of a list, as a person reads it: "line 12 (Larkfield PD): ...".
[[nodiscard]] QString sentenceFor(const RefusedRow &row);
[[nodiscard]] QString sentenceFor(const RepairedRow &row);

/// "CSV", "GeoJSON", ...
[[nodiscard]] QString formatName(DirectoryFormat format);

/// What is wrong with a figure, with the place.
[[nodiscard]] QString sentenceFor(const ShapeFinding &finding);
/// A stable word: "crosses-itself".
[[nodiscard]] QString toWord(ShapeFault fault);
[[nodiscard]] QString toWord(RowFault fault);
[[nodiscard]] QString toWord(RowRepair repair);

} // namespace Porchlight
