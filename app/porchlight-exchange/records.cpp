// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "records.h"

#include "domain/json.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int SchemaNumber = 1;

/// Every table there is. Nothing here can hold a reader.
const QStringList Schema{
    u"create table request (id text primary key, owner text not null, case_number text not null, "
    u"published_at integer not null, ends_at integer not null, resolved_at integer, signed blob not null, "
    u"signature blob not null)"_s,
    u"create table upload (id text primary key, request_id text not null references request (id), "
    u"file_name text not null, size integer not null, state integer not null, digest text not null, "
    u"consent blob not null, expires_at integer not null)"_s,
    u"create table offer (sequence integer primary key autoincrement, id text not null unique, "
    u"receipt_id text not null unique, request_id text not null references request (id), "
    u"upload_id text not null unique references upload (id), body blob not null)"_s,
    u"create index request_case on request (owner, case_number)"_s,
    u"create index upload_expiry on upload (state, expires_at)"_s,
    u"create trigger request_stays before delete on request begin select raise(abort, 'requests stay'); end"_s,
    u"create trigger request_unchanged before update of id, owner, case_number, published_at, ends_at, signed, "
    u"signature on request begin select raise(abort, 'requests are not edited'); end"_s,
};

const QString RequestColumns = u"owner, signed, signature, ends_at, resolved_at"_s;
const QString UploadColumns = u"id, request_id, file_name, size, state, digest, consent, expires_at"_s;

Failure<SiteError> failureOf(const QSqlError &error)
{
    constexpr auto Full = "13"_L1;         // SQLITE_FULL
    constexpr auto InputOutput = "778"_L1; // SQLITE_IOERR_WRITE
    const QString code = error.nativeErrorCode();
    const bool isFull = code == Full || code == InputOutput;
    return {.code = isFull ? SiteError::NoRoom : SiteError::Broken,
            .detail = isFull ? u"The exchange has no room left. Nothing was kept; try again later."_s : error.text()};
}

ClipOffer offerOf(const QByteArray &body)
{
    return clipOfferFromJson(QJsonDocument::fromJson(body).object()).value_or(ClipOffer());
}

UploadRecord uploadOf(const QSqlQuery &row)
{
    return {
        .id = row.value(0).toString(),
        .requestId = RequestId::fromString(row.value(1).toString()).value_or(RequestId()),
        .fileName = row.value(2).toString(),
        .size = row.value(3).toLongLong(),
        .state = static_cast<UploadRecord::State>(row.value(4).toInt()),
        .digest = row.value(5).toString(),
        .consent = row.value(6).toByteArray(),
        .expiresAt = UtcTime::fromMicroseconds(row.value(7).toLongLong()),
    };
}

} // namespace

Records::Records(QString connection, const Clock &clock)
    : m_connection(std::move(connection))
    , m_clock(&clock)
{}

Records::Records(Records &&other) noexcept
    : m_connection(std::exchange(other.m_connection, QString()))
    , m_clock(other.m_clock)
{}

Records::~Records()
{
    if (!m_connection.isEmpty()) {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

SiteResult<Records> Records::open(const QString &file, const Clock &clock)
{
    Records records(u"exchange-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces), clock);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, records.m_connection);
    database.setDatabaseName(file);
    if (!database.open()) {
        return fail(SiteError::CannotOpen, u"%1: %2"_s.arg(file, database.lastError().text()));
    }
    if (const SiteResult<void> prepared = records.prepare(); !prepared) {
        return fail(SiteError::CannotOpen, u"%1: %2"_s.arg(file, prepared.error().detail));
    }
    return records;
}

SiteResult<void> Records::prepare() const
{
    for (const QString &setting : {u"pragma foreign_keys = on"_s, u"pragma journal_mode = wal"_s,
                                   u"pragma synchronous = full"_s, u"pragma trusted_schema = off"_s}) {
        if (const SiteResult<QSqlQuery> done = run(setting); !done) {
            return std::unexpected(done.error());
        }
    }
    SiteResult<QSqlQuery> version = run(u"pragma user_version"_s);
    if (!version) {
        return std::unexpected(version.error());
    }
    version->next();
    const int found = version->value(0).toInt();
    version->finish();
    if (found > SchemaNumber) {
        return fail(SiteError::CannotOpen, u"made by a newer version of the exchange"_s);
    }
    QSqlDatabase database = QSqlDatabase::database(m_connection);
    if (found == SchemaNumber || !database.transaction()) {
        return {};
    }
    QStringList statements = Schema;
    statements.append(u"pragma user_version = %1"_s.arg(SchemaNumber));
    for (const QString &statement : std::as_const(statements)) {
        if (const SiteResult<QSqlQuery> done = run(statement); !done) {
            database.rollback();
            return std::unexpected(done.error());
        }
    }
    return database.commit() ? SiteResult<void>() : std::unexpected(failureOf(database.lastError()));
}

SiteResult<QSqlQuery> Records::run(const QString &statement, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (!query.prepare(statement)) {
        return std::unexpected(failureOf(query.lastError()));
    }
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return std::unexpected(failureOf(query.lastError()));
    }
    return query;
}

SiteResult<void> Records::change(const QString &statement, const QVariantList &values) const
{
    return run(statement, values).transform([](const QSqlQuery &) {});
}

LedgerEntry Records::readEntry(const QSqlQuery &row) const
{
    LedgerEntry entry{
        .request = {},
        .owner = row.value(0).toString(),
        .signedBytes = row.value(1).toByteArray(),
        .signature = row.value(2).toByteArray(),
        .resolvedAt = UtcTime::fromMicroseconds(row.value(4).toLongLong()),
    };
    entry.request = areaRequestFromJson(QJsonDocument::fromJson(entry.signedBytes).object()).value_or(AreaRequest());
    if (!row.value(4).isNull()) {
        entry.request.state = RequestState::Resolved;
    } else if (UtcTime::fromMicroseconds(row.value(3).toLongLong()) <= m_clock->now()) {
        entry.request.state = RequestState::Expired;
    }
    return entry;
}

SiteResult<void> Records::addRequest(const LedgerEntry &entry)
{
    return change(u"insert into request (id, owner, case_number, published_at, ends_at, signed, signature) "
                  u"values (?, ?, ?, ?, ?, ?, ?)"_s,
                  {entry.request.id.toString(), entry.owner, entry.request.caseNumber,
                   entry.request.publishedAt.microseconds(), entry.request.endsAt.microseconds(), entry.signedBytes,
                   entry.signature});
}

SiteResult<std::optional<LedgerEntry>> Records::findRequest(RequestId id) const
{
    SiteResult<QSqlQuery> rows = run(u"select %1 from request where id = ?"_s.arg(RequestColumns), {id.toString()});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->next() ? std::optional(readEntry(*rows)) : std::nullopt;
}

SiteResult<QList<LedgerEntry>> Records::ledger(const QString &owner) const
{
    SiteResult<QSqlQuery> rows =
        run(u"select %1 from request where ? = '' or owner = ? order by published_at, id"_s.arg(RequestColumns),
            {owner.isNull() ? u""_s : owner, owner});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QList<LedgerEntry> entries;
    while (rows->next()) {
        entries.append(readEntry(*rows));
    }
    return entries;
}

SiteResult<int> Records::countRequestsOfCase(const QString &owner, const QString &caseNumber) const
{
    SiteResult<QSqlQuery> rows =
        run(u"select count(*) from request where owner = ? and case_number = ?"_s, {owner, caseNumber});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    rows->next();
    return rows->value(0).toInt();
}

SiteResult<void> Records::markResolved(RequestId id, UtcTime at)
{
    return change(u"update request set resolved_at = ? where id = ? and resolved_at is null"_s,
                  {at.microseconds(), id.toString()});
}

SiteResult<void> Records::addUpload(const UploadRecord &upload)
{
    return change(u"insert into upload (%1) values (?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(UploadColumns),
                  {upload.id, upload.requestId.toString(), upload.fileName, upload.size, static_cast<int>(upload.state),
                   upload.digest.isNull() ? u""_s : upload.digest,
                   upload.consent.isNull() ? QByteArray("") : upload.consent, upload.expiresAt.microseconds()});
}

SiteResult<std::optional<UploadRecord>> Records::findUpload(const QString &id) const
{
    SiteResult<QSqlQuery> rows = run(u"select %1 from upload where id = ?"_s.arg(UploadColumns), {id});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->next() ? std::optional(uploadOf(*rows)) : std::nullopt;
}

SiteResult<void> Records::setUploadWhole(const QString &id, const QString &digest)
{
    return change(u"update upload set state = ?, digest = ? where id = ?"_s,
                  {static_cast<int>(UploadRecord::State::Whole), digest, id});
}

SiteResult<void> Records::setConsent(const QString &id, const QByteArray &consent)
{
    return change(u"update upload set consent = ? where id = ?"_s, {consent, id});
}

SiteResult<void> Records::removeUpload(const QString &id)
{
    return change(u"delete from upload where id = ? and state <> ?"_s,
                  {id, static_cast<int>(UploadRecord::State::Shared)});
}

SiteResult<QStringList> Records::expiredUploads(UtcTime now) const
{
    SiteResult<QSqlQuery> rows = run(u"select id from upload where state <> ? and expires_at <= ?"_s,
                                     {static_cast<int>(UploadRecord::State::Shared), now.microseconds()});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QStringList ids;
    while (rows->next()) {
        ids.append(rows->value(0).toString());
    }
    return ids;
}

SiteResult<int> Records::countOpenUploads() const
{
    SiteResult<QSqlQuery> rows =
        run(u"select count(*) from upload where state <> ?"_s, {static_cast<int>(UploadRecord::State::Shared)});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    rows->next();
    return rows->value(0).toInt();
}

SiteResult<qint64> Records::bytesPromised() const
{
    SiteResult<QSqlQuery> rows = run(u"select coalesce(sum(size), 0) from upload"_s);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    rows->next();
    return rows->value(0).toLongLong();
}

SiteResult<void> Records::addOffer(const ClipOffer &offer, const QString &uploadId)
{
    QSqlDatabase database = QSqlDatabase::database(m_connection);
    if (!database.transaction()) {
        return std::unexpected(failureOf(database.lastError()));
    }
    const QByteArray body = QJsonDocument(toJson(offer)).toJson(QJsonDocument::Compact);
    const SiteResult<void> done =
        change(u"insert into offer (id, receipt_id, request_id, upload_id, body) values (?, ?, ?, ?, ?)"_s,
               {offer.id.toString(), offer.receipt.id.toString(), offer.requestId.toString(), uploadId, body})
            .and_then([&] {
                // What was chosen stands in the offer now, as far as it was allowed, and nowhere else.
                return change(u"update upload set state = ?, consent = x'' where id = ?"_s,
                              {static_cast<int>(UploadRecord::State::Shared), uploadId});
            });
    if (!done || !database.commit()) {
        const Failure<SiteError> why = done ? failureOf(database.lastError()) : done.error();
        database.rollback();
        return std::unexpected(why);
    }
    return {};
}

SiteResult<OfferPageRecord> Records::offersAfter(const QString &owner, qint64 sequence, int limit) const
{
    SiteResult<QSqlQuery> rows = run(u"select offer.sequence, offer.body from offer join request "
                                     u"on request.id = offer.request_id where request.owner = ? and offer.sequence > ? "
                                     u"order by offer.sequence limit ?"_s,
                                     {owner, sequence, limit + 1});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    OfferPageRecord page{.offers = {}, .last = sequence, .hasMore = false};
    while (rows->next()) {
        if (page.offers.size() == limit) {
            page.hasMore = true;
            break;
        }
        page.offers.append(offerOf(rows->value(1).toByteArray()));
        page.last = rows->value(0).toLongLong();
    }
    return page;
}

SiteResult<std::optional<ClipOffer>> Records::oneOffer(const QString &where, const QVariantList &values) const
{
    SiteResult<QSqlQuery> rows = run(u"select offer.body from offer join request on request.id = offer.request_id "
                                     u"where "_s +
                                         where,
                                     values);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->next() ? std::optional(offerOf(rows->value(0).toByteArray())) : std::nullopt;
}

SiteResult<std::optional<ClipOffer>> Records::findOffer(const QString &owner, OfferId id) const
{
    return oneOffer(u"offer.id = ? and request.owner = ?"_s, {id.toString(), owner});
}

SiteResult<std::optional<ClipOffer>> Records::findReceipt(ReceiptId id) const
{
    return oneOffer(u"offer.receipt_id = ?"_s, {id.toString()});
}

SiteResult<ClipOffer> Records::offerOfUpload(const QString &uploadId) const
{
    const SiteResult<std::optional<ClipOffer>> offer = oneOffer(u"offer.upload_id = ?"_s, {uploadId});
    if (!offer) {
        return std::unexpected(offer.error());
    }
    if (!*offer) {
        return fail(SiteError::NotFound, u"This clip is not shared."_s);
    }
    return **offer;
}

SiteResult<QString> Records::uploadOfOffer(OfferId id) const
{
    SiteResult<QSqlQuery> rows = run(u"select upload_id from offer where id = ?"_s, {id.toString()});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->next() ? rows->value(0).toString() : QString();
}

} // namespace Porchlight
