// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inworkplace.h"

#include "await.h"
#include "workflow/sentences.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

int inWorkplace(const CommandContext &context, const std::function<int(Workplace &)> &work)
{
    Workplace workplace({.dataDirectory = context.dataDirectory()});
    const auto opened = await(workplace.opened());
    if (!opened) {
        return context.refuse(sentenceFor(opened.error()));
    }
    return work(workplace);
}

Result<CaseFile, QString> findCase(Workplace &workplace, const QString &number)
{
    const auto found = await(workplace.store().findCaseByNumber(number));
    if (!found) {
        return std::unexpected(sentenceFor(found.error()));
    }
    if (!*found) {
        return std::unexpected(u"There is no case %1 here. Open it first: porchlight-cli case add %1"_s.arg(number));
    }
    return **found;
}

} // namespace Porchlight
