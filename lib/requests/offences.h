// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <span>

namespace Porchlight {

/// One offence a request can be made for. There is no "other": who asks, names what is investigated.
struct Offence
{
    QString code;  ///< Stable, for records: "burglary-dwelling".
    QString words; ///< As the officer chooses it: "Burglary of a dwelling".
    QString title; ///< As residents read it in front of a place: "Burglary".
};

[[nodiscard]] std::span<const Offence> offences();
/// Nothing for an unknown code.
[[nodiscard]] const Offence *findOffence(QStringView code);

} // namespace Porchlight
