// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "consentchip.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("ConsentChip", words);
}

QString placeWords(PlacePrecision place)
{
    switch (place) {
    case PlacePrecision::None:
        return tr("no place");
    case PlacePrecision::Block:
        return tr("block, not address");
    case PlacePrecision::Address:
        return tr("address");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString purposeWords(UsePurpose purpose)
{
    switch (purpose) {
    case UsePurpose::ThisCase:
        return tr("this case only");
    case UsePurpose::ThisCaseAndProsecution:
        return tr("this case, prosecution");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace

QList<ConsentChip> consentChips(const SharedClip &clip)
{
    if (!clip.receipt) {
        return {{.text = tr("imported from a file, no receipt")}, {.text = tr("no sound"), .isRefused = true}};
    }
    const ConsentScope &scope = clip.receipt->scope;
    QList<ConsentChip> chips{{.text = tr("picture"), .isAllowed = true}};
    chips.append(scope.sound ? ConsentChip{.text = tr("sound"), .isAllowed = true}
                             : ConsentChip{.text = tr("no sound"), .isRefused = true});
    chips.append({.text = placeWords(scope.place)});
    chips.append({.text = purposeWords(scope.purpose)});
    if (scope.until.isValid()) {
        chips.append({.text = tr("until %1").arg(QLocale().toString(scope.until, u"d MMM yyyy"_s))});
    }
    return chips;
}

} // namespace Porchlight
