// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/calendardate.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Porchlight {

int monthNumber(QStringView name)
{
    const QLocale english = QLocale::c();
    const QString wanted = name.first(std::min<qsizetype>(name.size(), 3)).toString();
    for (int month = 1; month <= 12; ++month) {
        const bool isShort = english.monthName(month, QLocale::ShortFormat).compare(wanted, Qt::CaseInsensitive) == 0;
        if (isShort && english.monthName(month).startsWith(name, Qt::CaseInsensitive)) {
            return month;
        }
    }
    return name.compare("sept"_L1, Qt::CaseInsensitive) == 0 ? 9 : 0;
}

namespace {

int fullYear(int year)
{
    return year < 100 ? 2000 + year : year;
}

QDate monthFirst(int first, int second, int year)
{
    return first > 12 ? QDate(fullYear(year), second, first) : QDate(fullYear(year), first, second);
}

} // namespace

QDate readDate(const QString &text)
{
    static const QRegularExpression iso(uR"((?:^|[^\d])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$)"_s);
    static const QRegularExpression american(uR"((?:^|[^\d])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:\s.*)?$)"_s);
    static const QRegularExpression dayFirst(
        uR"((?:^|\s)(\d{1,2})(?:st|nd|rd|th)?[-\s]+([A-Za-z]{3,9})\.?,?[-\s]+(\d{4})$)"_s);
    static const QRegularExpression nameFirst(
        uR"((?:^|\s)([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$)"_s);
    static const QRegularExpression monthOnly(uR"((?:^|\s)([A-Za-z]{3,9})\.?[-\s]+(\d{4})$)"_s);
    const QString tidy = text.simplified();
    if (const auto match = iso.match(tidy); match.hasMatch()) {
        return QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    }
    if (const auto match = american.match(tidy); match.hasMatch()) {
        return monthFirst(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    }
    if (const auto match = dayFirst.match(tidy); match.hasMatch()) {
        return QDate(match.captured(3).toInt(), monthNumber(match.capturedView(2)), match.captured(1).toInt());
    }
    if (const auto match = nameFirst.match(tidy); match.hasMatch()) {
        return QDate(match.captured(3).toInt(), monthNumber(match.capturedView(1)), match.captured(2).toInt());
    }
    if (const auto match = monthOnly.match(tidy); match.hasMatch()) {
        return QDate(match.captured(2).toInt(), monthNumber(match.capturedView(1)), 1);
    }
    return {};
}

} // namespace Porchlight
