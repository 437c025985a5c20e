// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/arearequest.h"
#include "domain/consent.h"

#include <QTimeZone>

/// How the residents' pages say times, sizes and choices.
namespace Porchlight {

/// "Sunday 22 November, 8:00 – 10:30 pm EST".
[[nodiscard]] QString hoursText(const TimeSpan &window, const QTimeZone &zone);
/// "6 December".
[[nodiscard]] QString dayText(UtcTime time, const QTimeZone &zone);
/// "22 November 2026, 9:14 pm EST".
[[nodiscard]] QString momentText(UtcTime time, const QTimeZone &zone);
[[nodiscard]] QString sizeText(qint64 bytes);
[[nodiscard]] QString stateText(RequestState state);
[[nodiscard]] QString purposeText(UsePurpose purpose);
/// "4 min 12 s behind", for what is to be added to the camera's clock.
[[nodiscard]] QString clockText(qint64 offsetMicroseconds);

} // namespace Porchlight
