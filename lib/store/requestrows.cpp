// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/requestrows.h"

#include "store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

const QString Columns =
    u"id, case_id, case_number, offence, title, body, area_kind, area_geojson, "
    "area_square_metres, area_latitude, area_longitude, area_radius_metres, window_begin, "
    "window_end, ends_at, time_zone, state, officer_id, officer_name, officer_agency, officer_contact, "
    "published_at, public_url, area_route"_s;

RequestArea readArea(Row &row)
{
    return {.kind = row.word(fromWord<AreaKind>),
            .geoJson = row.bytes(),
            .squareMetres = row.real(),
            .centre = {.latitude = row.real(), .longitude = row.real()},
            .radiusMetres = row.real(),
            .route = {}};
}

AreaRequest readPlainRequest(Row &row)
{
    return {.id = row.id<RequestTag>(),
            .caseId = row.id<CaseTag>(),
            .caseNumber = row.text(),
            .offence = row.text(),
            .title = row.text(),
            .text = row.text(),
            .area = readArea(row),
            .window = {.begin = row.time(), .end = row.time()},
            .endsAt = row.time(),
            .timeZone = row.text(),
            .state = row.word(fromWord<RequestState>),
            .officer = row.officer(),
            .publishedAt = row.time(),
            .publicUrl = row.text()};
}

AreaRequest readRequest(Row &row)
{
    AreaRequest request = readPlainRequest(row);
    const QString route = row.text();
    if (request.area.kind == AreaKind::Corridor) {
        const auto points = routeFromJson(QJsonDocument::fromJson(route.toUtf8()).array());
        if (!points) {
            row.markFaulty();
        }
        request.area.route = points.value_or(std::vector<GeoPoint>());
    }
    return request;
}

QString routeText(const RequestArea &area)
{
    return area.route.empty()
               ? QString()
               : QString::fromUtf8(QJsonDocument(routeToJson(area.route)).toJson(QJsonDocument::Compact));
}

Statement &bindArea(Statement &statement, const RequestArea &area)
{
    return statement.bind(u"area_kind"_s, toWord(area.kind))
        .bind(u"area_geojson"_s, area.geoJson)
        .bind(u"area_square_metres"_s, area.squareMetres)
        .bind(u"area"_s, std::optional(area.centre))
        .bind(u"area_radius_metres"_s, area.radiusMetres)
        .bind(u"area_route"_s, routeText(area));
}

} // namespace

StoreResult<void> insertRequest(Connection &connection, const AreaRequest &request)
{
    if (request.state != RequestState::Published) {
        return fail(StoreError::NotAllowed, toWord(request.state));
    }
    Statement statement(
        connection,
        u"insert into area_request (%1) values (:id, :case_id, :case_number, :offence, :title, :body, "
        ":area_kind, :area_geojson, :area_square_metres, :area_latitude, :area_longitude, "
        ":area_radius_metres, :window_begin, :window_end, :ends_at, :time_zone, :state, :officer_id, "
        ":officer_name, :officer_agency, :officer_contact, :published_at, :public_url, :area_route)"_s.arg(Columns));
    return bindArea(statement, request.area)
        .bind(u"id"_s, request.id)
        .bind(u"case_id"_s, request.caseId)
        .bind(u"case_number"_s, request.caseNumber)
        .bind(u"offence"_s, request.offence)
        .bind(u"title"_s, request.title)
        .bind(u"body"_s, request.text)
        .bind(u"window_begin"_s, request.window.begin)
        .bind(u"window_end"_s, request.window.end)
        .bind(u"ends_at"_s, request.endsAt)
        .bind(u"time_zone"_s, request.timeZone)
        .bind(u"state"_s, toWord(request.state))
        .bind(u"officer"_s, request.officer)
        .bind(u"published_at"_s, request.publishedAt)
        .bind(u"public_url"_s, request.publicUrl)
        .run();
}

StoreResult<AreaRequest> updateRequestState(Connection &connection, RequestId id, RequestState state)
{
    auto found = findRequestById(connection, id);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return fail(StoreError::NotFound, id.toString());
    }
    AreaRequest request = std::move(**found);
    const bool isEnd = state == RequestState::Resolved || state == RequestState::Expired;
    if (request.state != RequestState::Published || !isEnd) {
        return fail(StoreError::NotAllowed, u"%1 to %2"_s.arg(toWord(request.state), toWord(state)));
    }
    request.state = state;
    return Statement(connection, u"update area_request set state = :state where id = :id"_s)
        .bind(u"state"_s, toWord(state))
        .bind(u"id"_s, id)
        .runOnOne(id.toString())
        .transform([&request] { return request; });
}

StoreResult<std::vector<AreaRequest>> findRequests(Connection &connection, const std::optional<CaseId> &caseId)
{
    const QString narrowing = caseId ? u" where case_id = :case_id"_s : QString();
    Statement statement(connection,
                        u"select %1 from area_request%2 order by published_at desc, id"_s.arg(Columns, narrowing));
    if (caseId) {
        statement.bind(u"case_id"_s, *caseId);
    }
    return statement.all(readRequest);
}

StoreResult<std::optional<AreaRequest>> findRequestById(Connection &connection, RequestId id)
{
    return Statement(connection, u"select %1 from area_request where id = :id"_s.arg(Columns))
        .bind(u"id"_s, id)
        .first(readRequest);
}

StoreResult<int> countRequests(Connection &connection, CaseId caseId)
{
    return Statement(connection, u"select count(*) from area_request where case_id = :case_id"_s)
        .bind(u"case_id"_s, caseId)
        .first<int>([](Row &row) { return row.smallInteger(); })
        .transform([](const std::optional<int> &count) { return count.value_or(0); });
}

} // namespace Porchlight
