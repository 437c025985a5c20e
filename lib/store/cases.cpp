// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/cases.h"

#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

const QString Select = u"select id, number, title, offence, opened_at from case_file "_s;

CaseFile readCase(Row &row)
{
    return {.id = row.id<CaseTag>(),
            .number = row.text(),
            .title = row.text(),
            .offence = row.text(),
            .openedAt = row.time()};
}

} // namespace

StoreResult<void> insertCase(Connection &connection, const CaseFile &caseFile)
{
    Statement statement(connection, u"insert into case_file (id, number, title, offence, opened_at) "
                                    "values (:id, :number, :title, :offence, :opened_at)"_s);
    return statement.bind(u"id"_s, caseFile.id)
        .bind(u"number"_s, caseFile.number)
        .bind(u"title"_s, caseFile.title)
        .bind(u"offence"_s, caseFile.offence)
        .bind(u"opened_at"_s, caseFile.openedAt)
        .run();
}

StoreResult<std::vector<CaseFile>> findCases(Connection &connection)
{
    return Statement(connection, Select + u"order by opened_at desc, number"_s).all(readCase);
}

StoreResult<std::optional<CaseFile>> findCaseById(Connection &connection, CaseId id)
{
    return Statement(connection, Select + u"where id = :id"_s).bind(u"id"_s, id).first(readCase);
}

StoreResult<std::optional<CaseFile>> findCaseWithNumber(Connection &connection, const QString &number)
{
    return Statement(connection, Select + u"where number = :number"_s).bind(u"number"_s, number).first(readCase);
}

} // namespace Porchlight
