// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Porchlight {

/// The USPS code of a state, district or territory of the United States, given as its code or its name, in any case,
/// with trailing blanks or full stops; empty where there is none.
[[nodiscard]] QString stateCode(const QString &text);
/// "Pennsylvania" for "PA"; empty for what is no code.
[[nodiscard]] QString stateName(QStringView code);

} // namespace Porchlight
