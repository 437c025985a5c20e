// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/arearequest.h"

#include <QString>

namespace Porchlight {

/// What residents read of a request, in the zone of the request: made here only, so that the window and the page of
/// the exchange say the same.
struct ResidentView
{
    QString agency;   ///< "Larkfield Police Department"
    QString officer;  ///< "Officer 2217"
    QString title;    ///< "Burglary near Wood Street"
    QString hours;    ///< "Sunday 22 November, 8:00 – 10:30 pm EST"
    QString caseLine; ///< "case 2026-004117"
    QString ends;     ///< "ends 6 December"
    QString text;
    QString contact;
    QString choice; ///< What they are free to do.

    bool operator==(const ResidentView &) const = default;
};

[[nodiscard]] ResidentView residentView(const AreaRequest &request);

/// "Burglary near Wood Street"; without a place "Burglary".
[[nodiscard]] QString residentTitle(const QString &offence, const QString &near);

} // namespace Porchlight
