// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/custodylog.h"

#include "core/digesttext.h"
#include "store/statement.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

const QString Columns = u"sequence, format, case_sequence, at, action, subject, subject_id, case_id, digest, "
                        "officer_id, officer_name, officer_agency, officer_contact, outcome, reason, details, "
                        "workstation, program_version, previous_hash, hash"_s;

// Only the form that was written is read: with a doubled key or a blank more, other readers could see other details.
QJsonObject readDetails(Row &row)
{
    const QByteArray kept = row.text().toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(kept);
    if (document.toJson(QJsonDocument::Compact) != kept) {
        row.markFaulty();
    }
    return document.object();
}

CustodyEvent readEvent(Row &row)
{
    CustodyEvent event;
    event.sequence = row.integer();
    event.format = row.smallInteger();
    event.caseSequence = row.integer();
    event.at = row.time();
    event.action = row.word(custodyActionFromWord);
    event.subject = row.word(custodySubjectFromWord);
    event.subjectId = row.text();
    event.caseId = row.optionalId<CaseTag>();
    event.digest = row.optionalDigest();
    event.officer = row.officer();
    event.outcome = row.word(custodyOutcomeFromWord);
    event.reason = row.text();
    event.details = readDetails(row);
    event.workstation = row.text();
    event.programVersion = row.text();
    event.previousHash = row.digest();
    event.hash = row.digest();
    return event;
}

ChainHead readHead(Row &row)
{
    return {.count = row.integer(), .hash = row.digest()};
}

StoreResult<void> insertEvent(Connection &connection, const CustodyEvent &event)
{
    Statement statement(
        connection,
        u"insert into custody_event (%1) values (:sequence, :format, :case_sequence, :at, :action, :subject, "
        ":subject_id, :case_id, :digest, :officer_id, :officer_name, :officer_agency, :officer_contact, :outcome, "
        ":reason, :details, :workstation, :program_version, :previous_hash, :hash)"_s.arg(Columns));
    return statement.bind(u"sequence"_s, event.sequence)
        .bind(u"format"_s, event.format)
        .bind(u"case_sequence"_s, event.caseSequence)
        .bind(u"at"_s, event.at)
        .bind(u"action"_s, toWord(event.action))
        .bind(u"subject"_s, toWord(event.subject))
        .bind(u"subject_id"_s, event.subjectId)
        .bind(u"case_id"_s, event.caseId)
        .bind(u"digest"_s, event.digest)
        .bind(u"officer"_s, event.officer)
        .bind(u"outcome"_s, toWord(event.outcome))
        .bind(u"reason"_s, event.reason)
        .bind(u"details"_s, QString::fromUtf8(QJsonDocument(event.details).toJson(QJsonDocument::Compact)))
        .bind(u"workstation"_s, event.workstation)
        .bind(u"program_version"_s, event.programVersion)
        .bind(u"previous_hash"_s, event.previousHash)
        .bind(u"hash"_s, event.hash)
        .run();
}

StoreResult<qint64> nextInCase(Connection &connection, const std::optional<CaseId> &caseId)
{
    if (!caseId) {
        return 0;
    }
    Statement statement(connection,
                        u"select coalesce(max(case_sequence), 0) from custody_event where case_id = :case_id"_s);
    return statement.bind(u"case_id"_s, *caseId)
        .first<qint64>([](Row &row) { return row.integer(); })
        .transform([](const std::optional<qint64> &last) { return last.value_or(0) + 1; });
}

QString likePattern(const QString &text)
{
    QString escaped = text.toLower();
    for (const QChar special : {u'\\', u'%', u'_'}) {
        escaped.replace(special, u'\\' + QString(special));
    }
    return u'%' + escaped + u'%';
}

QString conditions(const CustodyFilter &filter)
{
    QStringList parts{u"1 = 1"_s};
    const auto want = [&parts](bool isWanted, const QString &sql) {
        if (isWanted) {
            parts.append(sql);
        }
    };
    want(filter.caseId.has_value(), u"case_id = :case_id"_s);
    want(filter.action.has_value(), u"action = :action"_s);
    want(filter.outcome.has_value(), u"outcome = :outcome"_s);
    want(!filter.subjectId.isEmpty(), u"subject_id = :subject_id"_s);
    want(filter.from.has_value(), u"at >= :from"_s);
    want(filter.until.has_value(), u"at < :until"_s);
    want(filter.before.has_value(), u"sequence < :before"_s);
    want(filter.after.has_value(), u"sequence > :after"_s);
    want(!filter.text.isEmpty(),
         u"lower(officer_name || ' ' || officer_id || ' ' || action || ' ' || subject_id || ' ' || reason || ' ' || "
         "details) like :text escape '\\'"_s);
    return parts.join(u" and "_s);
}

void bindFilter(Statement &statement, const CustodyFilter &filter)
{
    const auto bindIf = [&statement](const QString &name, const auto &value) {
        if (value) {
            statement.bind(name, *value);
        }
    };
    bindIf(u"case_id"_s, filter.caseId);
    bindIf(u"action"_s, filter.action.transform([](CustodyAction action) { return toWord(action); }));
    bindIf(u"outcome"_s, filter.outcome.transform([](CustodyOutcome outcome) { return toWord(outcome); }));
    bindIf(u"from"_s, filter.from);
    bindIf(u"until"_s, filter.until);
    bindIf(u"before"_s, filter.before);
    bindIf(u"after"_s, filter.after);
    if (!filter.subjectId.isEmpty()) {
        statement.bind(u"subject_id"_s, filter.subjectId);
    }
    if (!filter.text.isEmpty()) {
        statement.bind(u"text"_s, likePattern(filter.text));
    }
}

} // namespace

StoreResult<CustodyEvent> appendEvent(Connection &connection, const EventDraft &draft, const EntryOrigin &origin)
{
    if (!hasCanonicalDetails(draft.details)) {
        return fail(StoreError::BadValue, u"details of %1"_s.arg(toWord(draft.action)));
    }
    const auto head = chainHeadOf(connection);
    if (!head) {
        return std::unexpected(head.error());
    }
    const auto caseSequence = nextInCase(connection, draft.caseId);
    if (!caseSequence) {
        return std::unexpected(caseSequence.error());
    }
    const CustodyEvent event = completeEvent(draft, {.head = *head,
                                                     .caseSequence = *caseSequence,
                                                     .at = origin.at,
                                                     .workstation = origin.workstation,
                                                     .programVersion = origin.programVersion});
    return insertEvent(connection, event).transform([&event] { return event; });
}

StoreResult<ChainHead> chainHeadOf(Connection &connection)
{
    Statement statement(connection, u"select sequence, hash from custody_event order by sequence desc limit 1"_s);
    return statement.first(readHead).transform(
        [](const std::optional<ChainHead> &head) { return head.value_or(ChainHead()); });
}

StoreResult<bool> hasHead(Connection &connection, const ChainHead &head)
{
    Statement statement(connection, u"select sequence, hash from custody_event where sequence = :sequence"_s);
    return statement.bind(u"sequence"_s, head.count)
        .first(readHead)
        .transform([&head](const std::optional<ChainHead> &found) { return found == head; });
}

StoreResult<std::vector<CustodyEvent>> findEvents(Connection &connection, const CustodyFilter &filter)
{
    QString sql = u"select %1 from custody_event where %2 order by sequence %3"_s.arg(
        Columns, conditions(filter), filter.order == CustodyFilter::Order::OldestFirst ? u"asc"_s : u"desc"_s);
    if (filter.limit > 0) {
        sql += u" limit %1"_s.arg(filter.limit);
    }
    Statement statement(connection, sql);
    bindFilter(statement, filter);
    return statement.all(readEvent);
}

// A row that cannot be read was not written by this program: it is as wrong as one whose hash does not fit.
StoreResult<ChainReport> verifyLog(Connection &connection, const std::optional<ChainHead> &known)
{
    ChainVerifier verifier(known);
    Statement statement(connection, u"select %1 from custody_event order by sequence"_s.arg(Columns));
    const auto done = statement.each(readEvent, [&verifier](const CustodyEvent &event) { verifier.take(event); });
    ChainReport report = verifier.finish();
    if (!done && done.error().code == StoreError::BadValue) {
        report.fault = ChainFault{.kind = ChainFaultKind::Edited, .sequence = report.head.count + 1};
        return report;
    }
    if (!done) {
        return std::unexpected(done.error());
    }
    return report;
}

} // namespace Porchlight
