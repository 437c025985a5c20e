// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/agencyrows.h"

#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

Agency readAgency(Row &row)
{
    return {.id = row.id<AgencyTag>(),
            .name = row.text(),
            .kind = row.word(fromWord<AgencyKind>),
            .ori = row.text(),
            .place = row.text(),
            .county = row.text(),
            .state = row.text(),
            .position = row.optionalPoint(),
            .since = row.date(),
            .until = row.date(),
            .requestCount = row.smallInteger(),
            .approval = row.text(),
            .profile = QUrl(row.text()),
            .jurisdiction = row.bytes()};
}

DirectoryImport readImport(Row &row)
{
    return {.sourceName = row.text(),
            .digest = row.digest(),
            .format = row.text(),
            .acceptedRows = row.smallInteger(),
            .refusedRows = row.smallInteger(),
            .importedAt = row.time()};
}

Statement &bindAgency(Statement &statement, const Agency &agency)
{
    return statement.bind(u"id"_s, agency.id)
        .bind(u"name"_s, agency.name)
        .bind(u"kind"_s, toWord(agency.kind))
        .bind(u"ori"_s, agency.ori)
        .bind(u"place"_s, agency.place)
        .bind(u"county"_s, agency.county)
        .bind(u"state"_s, agency.state)
        .bind(u"position"_s, agency.position)
        .bind(u"since"_s, agency.since)
        .bind(u"until"_s, agency.until)
        .bind(u"request_count"_s, agency.requestCount)
        .bind(u"approval"_s, agency.approval)
        .bind(u"profile"_s, agency.profile.toString(QUrl::FullyEncoded))
        .bind(u"jurisdiction"_s, agency.jurisdiction);
}

StoreResult<void> insertAgencies(Connection &connection, const std::vector<Agency> &agencies)
{
    Statement statement(
        connection,
        u"insert into agency (id, name, kind, ori, place, county, state, latitude, longitude, since, "
        "until, request_count, approval, profile, jurisdiction) values (:id, :name, :kind, :ori, :place, :county, "
        ":state, :position_latitude, :position_longitude, :since, :until, :request_count, :approval, "
        ":profile, :jurisdiction)"_s);
    for (const Agency &agency : agencies) {
        if (const auto done = bindAgency(statement, agency).run(); !done) {
            return done;
        }
    }
    return {};
}

StoreResult<void> updateAgencies(Connection &connection, const std::vector<Agency> &agencies)
{
    Statement statement(connection, u"update agency set name = :name, kind = :kind, ori = :ori, place = :place, "
                                    "county = :county, state = :state, latitude = :position_latitude, "
                                    "longitude = :position_longitude, since = :since, until = :until, "
                                    "request_count = :request_count, approval = :approval, profile = :profile, "
                                    "jurisdiction = :jurisdiction "
                                    "where id = :id"_s);
    for (const Agency &agency : agencies) {
        if (const auto done = bindAgency(statement, agency).runOnOne(agency.name); !done) {
            return done;
        }
    }
    return {};
}

StoreResult<void> closeAgencies(Connection &connection, const std::vector<AgencyId> &left, QDate day)
{
    Statement statement(connection, u"update agency set until = :until where id = :id"_s);
    for (const AgencyId &id : left) {
        if (const auto done = statement.bind(u"until"_s, day).bind(u"id"_s, id).runOnOne(id.toString()); !done) {
            return done;
        }
    }
    return {};
}

StoreResult<void> insertImport(Connection &connection, const DirectoryImport &import)
{
    const auto last = connection.number(u"select coalesce(max(position), 0) from directory_import"_s);
    if (!last) {
        return std::unexpected(last.error());
    }
    Statement statement(connection, u"insert into directory_import (position, source_name, digest, format, "
                                    "accepted_rows, refused_rows, imported_at) values (:position, :source_name, "
                                    ":digest, :format, :accepted_rows, :refused_rows, :imported_at)"_s);
    return statement.bind(u"position"_s, *last + 1)
        .bind(u"source_name"_s, import.sourceName)
        .bind(u"digest"_s, import.digest)
        .bind(u"format"_s, import.format)
        .bind(u"accepted_rows"_s, import.acceptedRows)
        .bind(u"refused_rows"_s, import.refusedRows)
        .bind(u"imported_at"_s, import.importedAt)
        .run();
}

} // namespace

StoreResult<void> applyChanges(Connection &connection, const AgencyChanges &changes)
{
    return insertAgencies(connection, changes.added)
        .and_then([&] { return updateAgencies(connection, changes.changed); })
        .and_then([&] { return closeAgencies(connection, changes.left, changes.leftOn); })
        .and_then([&] { return insertImport(connection, changes.import); });
}

StoreResult<std::vector<Agency>> findAgencies(Connection &connection)
{
    return Statement(connection,
                     u"select id, name, kind, ori, place, county, state, latitude, longitude, since, "
                     "until, request_count, approval, profile, jurisdiction from agency order by name, id"_s)
        .all(readAgency);
}

StoreResult<std::vector<DirectoryImport>> findImports(Connection &connection)
{
    return Statement(connection, u"select source_name, digest, format, accepted_rows, refused_rows, imported_at "
                                 "from directory_import order by position desc"_s)
        .all(readImport);
}

} // namespace Porchlight
