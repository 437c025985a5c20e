// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logentry.h"

#include "core/digesttext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype ShortId = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("logentry", text);
}

/// Milliseconds of a date and time cut to hundredths.
QString timeText(UtcTime time, const QTimeZone &zone)
{
    return time.toDateTime().toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s).chopped(1);
}

QString subjectText(const CustodyEvent &event, const CaseNumbers &cases)
{
    if (event.subject == CustodySubject::Case) {
        return cases.value(event.subjectId, event.subjectId.first(std::min(ShortId, event.subjectId.size())));
    }
    const bool isId = event.subjectId.size() > ShortId && CaseId::fromString(event.subjectId).has_value();
    return isId ? event.subjectId.first(ShortId) : event.subjectId;
}

QString caseText(const CustodyEvent &event, const CaseNumbers &cases)
{
    if (!event.caseId) {
        return {};
    }
    const QString id = event.caseId->toString();
    return tr("case %1").arg(cases.value(id, id.first(ShortId)));
}

QString whyText(const CustodyEvent &event, const CaseNumbers &cases)
{
    switch (event.outcome) {
    case CustodyOutcome::Refused:
        return event.reason.isEmpty() ? tr("refused") : tr("refused: %1").arg(event.reason);
    case CustodyOutcome::Failed:
        return event.reason.isEmpty() ? tr("failed") : tr("failed: %1").arg(event.reason);
    case CustodyOutcome::Done:
        break;
    }
    QStringList parts;
    for (const QString &part : {event.reason, caseText(event, cases)}) {
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    return parts.join(u" · "_s);
}

QString detailText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? tr("yes") : tr("no");
    case QJsonValue::Double:
        return QString::number(value.toInteger());
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QList<EntryFact> factsOf(const CustodyEvent &event, const CaseNumbers &cases)
{
    QList<EntryFact> facts;
    const auto add = [&facts](const QString &name, const QString &value, bool isCode = false) {
        if (!value.isEmpty()) {
            facts.append({.name = name, .value = value, .isCode = isCode});
        }
    };
    add(tr("Time, UTC"), event.at.toString(), true);
    add(tr("Officer"), event.officer.name);
    add(tr("Number"), event.officer.id);
    add(tr("Agency"), event.officer.agencyName);
    add(tr("Act"), toWord(event.action), true);
    add(tr("On %1").arg(toWord(event.subject)), event.subjectId, true);
    add(tr("Case"), event.caseId ? cases.value(event.caseId->toString(), event.caseId->toString()) : QString());
    add(tr("Entry of the case"), event.caseSequence > 0 ? QString::number(event.caseSequence) : QString());
    add(tr("Outcome"), toWord(event.outcome));
    add(tr("Reason"), event.reason);
    for (auto it = event.details.begin(); it != event.details.end(); ++it) {
        add(it.key(), detailText(it.value()));
    }
    add(tr("Workstation"), event.workstation);
    add(tr("Program"), event.programVersion);
    add(tr("SHA-256 of the bytes"), event.digest ? digestToString(*event.digest) : QString(), true);
    add(tr("Hash of this entry"), digestToString(event.hash), true);
    add(tr("Hash of the entry before"), digestToString(event.previousHash), true);
    return facts;
}

} // namespace

LogEntry entryOf(const CustodyEvent &event, const CaseNumbers &cases, const QTimeZone &zone)
{
    const QString subject = subjectText(event, cases);
    const QString act = subject.isEmpty() ? wordsFor(event.action) : wordsFor(event.action) + u' ' + subject;
    return {.sequence = event.sequence,
            .time = timeText(event.at, zone),
            .who = event.officer.name,
            .what = event.outcome == CustodyOutcome::Done ? act : tr("attempt: %1").arg(act),
            .why = whyText(event, cases),
            .isRefused = event.outcome == CustodyOutcome::Refused,
            .isFailed = event.outcome == CustodyOutcome::Failed,
            .facts = factsOf(event, cases)};
}

QString wordsFor(CustodyAction action)
{
    switch (action) {
    case CustodyAction::SessionStarted:
        return tr("opened the program");
    case CustodyAction::SessionEnded:
        return tr("closed the program");
    case CustodyAction::OfficerChanged:
        return tr("changed who works here");
    case CustodyAction::SettingChanged:
        return tr("changed setting");
    case CustodyAction::CaseOpened:
        return tr("opened case");
    case CustodyAction::DirectoryImported:
        return tr("imported a list of agencies");
    case CustodyAction::RequestPublished:
        return tr("published request");
    case CustodyAction::RequestResolved:
        return tr("marked as resolved request");
    case CustodyAction::RequestExpired:
        return tr("saw expire request");
    case CustodyAction::OfferDeclined:
        return tr("declined offer");
    case CustodyAction::OfferDisputed:
        return tr("did not take offer");
    case CustodyAction::ClipReceived:
        return tr("received clip");
    case CustodyAction::ClipImported:
        return tr("took in from a file clip");
    case CustodyAction::ClipAccepted:
        return tr("accepted clip");
    case CustodyAction::ClipDeclined:
        return tr("declined clip");
    case CustodyAction::ClipUnreadable:
        return tr("could not read clip");
    case CustodyAction::ClipOpened:
        return tr("opened clip");
    case CustodyAction::ClipClockSet:
        return tr("set the clock of clip");
    case CustodyAction::PictureRevealed:
        return tr("uncovered the picture of clip");
    case CustodyAction::SoundPlayed:
        return tr("played the sound of clip");
    case CustodyAction::MarkerAdded:
        return tr("made note");
    case CustodyAction::MarkerChanged:
        return tr("changed note");
    case CustodyAction::MarkerRemoved:
        return tr("removed note");
    case CustodyAction::StillTaken:
        return tr("took still");
    case CustodyAction::DecoderStarted:
        return tr("started the decoder for clip");
    case CustodyAction::DecoderEnded:
        return tr("lost the decoder for clip");
    case CustodyAction::PackageStarted:
        return tr("began package");
    case CustodyAction::PackageExported:
        return tr("exported package");
    case CustodyAction::PackageVerified:
        return tr("checked package");
    case CustodyAction::LogVerified:
        return tr("checked the custody log");
    case CustodyAction::LogExported:
        return tr("copied the custody log");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace Porchlight
