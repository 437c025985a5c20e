// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/custodyevent.h"

#include "core/digesttext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

// QJsonObject keeps its keys sorted and the compact form writes no blanks and only the escapes that RFC 8785 asks for;
// numbers in an entry are whole, so their form is plain digits.
QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject officerToJson(const Officer &officer)
{
    return {
        {u"agency"_s, officer.agencyName},
        {u"contact"_s, officer.contact},
        {u"id"_s, officer.id},
        {u"name"_s, officer.name},
    };
}

QJsonObject toHashedJson(const CustodyEvent &event)
{
    QJsonObject json{
        {u"action"_s, toWord(event.action)},
        {u"at"_s, event.at.toString()},
        {u"caseSequence"_s, event.caseSequence},
        {u"details"_s, event.details},
        {u"format"_s, event.format},
        {u"officer"_s, officerToJson(event.officer)},
        {u"outcome"_s, toWord(event.outcome)},
        {u"previous"_s, digestToString(event.previousHash)},
        {u"programVersion"_s, event.programVersion},
        {u"reason"_s, event.reason},
        {u"sequence"_s, event.sequence},
        {u"subject"_s, toWord(event.subject)},
        {u"subjectId"_s, event.subjectId},
        {u"workstation"_s, event.workstation},
    };
    if (event.caseId) {
        json[u"caseId"_s] = event.caseId->toString();
    }
    if (event.digest) {
        json[u"digest"_s] = digestToString(*event.digest);
    }
    return json;
}

// Reads leniently: whatever is missing or of another kind becomes a default, and then the entry does not write itself
// as the line it was read from.
CustodyEvent eventFromJson(const QJsonObject &json)
{
    const QJsonObject officer = json[u"officer"_s].toObject();
    return {
        .format = json[u"format"_s].toInt(),
        .sequence = json[u"sequence"_s].toInteger(),
        .caseSequence = json[u"caseSequence"_s].toInteger(),
        .at = UtcTime::fromString(json[u"at"_s].toString()).value_or(UtcTime()),
        .action = custodyActionFromWord(json[u"action"_s].toString()).value_or(CustodyAction::SessionStarted),
        .subject = custodySubjectFromWord(json[u"subject"_s].toString()).value_or(CustodySubject::Program),
        .subjectId = json[u"subjectId"_s].toString(),
        .caseId = CaseId::fromString(json[u"caseId"_s].toString()),
        .digest = digestFromString(json[u"digest"_s].toString()),
        .officer = {.id = officer[u"id"_s].toString(),
                    .name = officer[u"name"_s].toString(),
                    .agencyName = officer[u"agency"_s].toString(),
                    .contact = officer[u"contact"_s].toString()},
        .outcome = custodyOutcomeFromWord(json[u"outcome"_s].toString()).value_or(CustodyOutcome::Done),
        .reason = json[u"reason"_s].toString(),
        .details = json[u"details"_s].toObject(),
        .workstation = json[u"workstation"_s].toString(),
        .programVersion = json[u"programVersion"_s].toString(),
        .previousHash = digestFromString(json[u"previous"_s].toString()).value_or(Digest()),
        .hash = digestFromString(json[u"hash"_s].toString()).value_or(Digest()),
    };
}

} // namespace

QByteArray canonicalBytes(const CustodyEvent &event)
{
    return compact(toHashedJson(event));
}

QByteArray toJsonLine(const CustodyEvent &event)
{
    QJsonObject json = toHashedJson(event);
    json[u"hash"_s] = digestToString(event.hash);
    return compact(json);
}

std::optional<CustodyEvent> custodyEventFromJsonLine(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject()) {
        return std::nullopt;
    }
    CustodyEvent event = eventFromJson(document.object());
    if (toJsonLine(event) != line) {
        return std::nullopt;
    }
    return event;
}

} // namespace Porchlight
