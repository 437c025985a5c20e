// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/jurisdictionrows.h"

#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

Jurisdiction readJurisdiction(Row &row)
{
    return {.agency = row.id<AgencyTag>(),
            .name = row.text(),
            .geoJson = row.bytes(),
            .sourceName = row.text(),
            .importedAt = row.time()};
}

} // namespace

StoreResult<void> putJurisdictions(Connection &connection, const std::vector<Jurisdiction> &jurisdictions)
{
    Statement statement(connection,
                        u"insert into jurisdiction (agency_id, name, geometry, source_name, imported_at) values "
                        "(:agency_id, :name, :geometry, :source_name, :imported_at) on conflict (agency_id) do update "
                        "set name = excluded.name, geometry = excluded.geometry, source_name = excluded.source_name, "
                        "imported_at = excluded.imported_at"_s);
    for (const Jurisdiction &jurisdiction : jurisdictions) {
        const auto done = statement.bind(u"agency_id"_s, jurisdiction.agency)
                              .bind(u"name"_s, jurisdiction.name)
                              .bind(u"geometry"_s, jurisdiction.geoJson)
                              .bind(u"source_name"_s, jurisdiction.sourceName)
                              .bind(u"imported_at"_s, jurisdiction.importedAt)
                              .run();
        if (!done) {
            return done;
        }
    }
    return {};
}

StoreResult<std::vector<Jurisdiction>> findJurisdictions(Connection &connection)
{
    return Statement(connection, u"select agency_id, name, geometry, source_name, imported_at from jurisdiction "
                                 "order by name, agency_id"_s)
        .all(readJurisdiction);
}

StoreResult<std::optional<Jurisdiction>> findJurisdictionOf(Connection &connection, AgencyId agency)
{
    return Statement(connection, u"select agency_id, name, geometry, source_name, imported_at from jurisdiction "
                                 "where agency_id = :agency_id"_s)
        .bind(u"agency_id"_s, agency)
        .first(readJurisdiction);
}

} // namespace Porchlight
