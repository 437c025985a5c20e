// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "maprows.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("AgencyRow", text, nullptr, count);
}

QString dayOf(QDate date)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(date, u"d MMM yyyy"_s);
}

QString requestsText(int count)
{
    return count == 1 ? tr("1 request")
                      : tr("%1 requests").arg(QLocale(QLocale::English, QLocale::UnitedStates).toString(count));
}

} // namespace

AgencyRow AgencyRow::of(const Agency &agency, bool isSelected)
{
    AgencyRow row{.agency = agency, .factsText = {}, .approvalText = {}, .isSelected = isSelected};
    if (agency.until.isValid()) {
        row.factsText = tr("Left %1").arg(dayOf(agency.until));
        row.approvalText = tr("Ended");
        return row;
    }
    const QString since =
        agency.since.isValid() ? tr("Joined %1").arg(dayOf(agency.since)) : tr("Joined, day not on file");
    row.factsText = since + u" · "_s + requestsText(agency.requestCount);
    row.lacksApproval = agency.approval.isEmpty();
    row.approvalText = row.lacksApproval ? tr("No approval on file") : agency.approval;
    return row;
}

} // namespace Porchlight
