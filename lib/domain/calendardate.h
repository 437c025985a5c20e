// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QString>

namespace Porchlight {

/// 1 to 12 for an English name of a month or its first three letters or more; 0 for anything else.
[[nodiscard]] int monthNumber(QStringView name);

/// The day in a text as real lists write it: "2019-03-12" (also with a time behind it), "3/12/2019" (month first;
/// also with "-" or ".", and with a year of two digits), "12 Mar 2019", "March 12, 2019", "Mar 2019" (its first day).
/// A day over 12 in front of a month is taken as day first. Invalid where no day can be read.
[[nodiscard]] QDate readDate(const QString &text);

} // namespace Porchlight
