// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logentry.h"

#include "core/digesttext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype ShortId = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("logentry", text);
}

struct ActionWords
{
    CustodyAction action;
    const char *words;
};

/// What somebody did, as the middle of a sentence.
constexpr std::array AllActionWords = {
    ActionWords{CustodyAction::SessionStarted, QT_TRANSLATE_NOOP("logentry", "opened the program")},
    ActionWords{CustodyAction::SessionEnded, QT_TRANSLATE_NOOP("logentry", "closed the program")},
    ActionWords{CustodyAction::OfficerChanged, QT_TRANSLATE_NOOP("logentry", "changed who works here")},
    ActionWords{CustodyAction::SettingChanged, QT_TRANSLATE_NOOP("logentry", "changed setting")},
    ActionWords{CustodyAction::CaseOpened, QT_TRANSLATE_NOOP("logentry", "opened case")},
    ActionWords{CustodyAction::DirectoryImported, QT_TRANSLATE_NOOP("logentry", "imported a list of agencies")},
    ActionWords{CustodyAction::JurisdictionsImported,
                QT_TRANSLATE_NOOP("logentry", "imported the grounds of agencies")},
    ActionWords{CustodyAction::RequestPublished, QT_TRANSLATE_NOOP("logentry", "published request")},
    ActionWords{CustodyAction::RequestResolved, QT_TRANSLATE_NOOP("logentry", "marked as resolved request")},
    ActionWords{CustodyAction::RequestExpired, QT_TRANSLATE_NOOP("logentry", "saw expire request")},
    ActionWords{CustodyAction::OfferDeclined, QT_TRANSLATE_NOOP("logentry", "declined offer")},
    ActionWords{CustodyAction::OfferDisputed, QT_TRANSLATE_NOOP("logentry", "did not take offer")},
    ActionWords{CustodyAction::ClipReceived, QT_TRANSLATE_NOOP("logentry", "received clip")},
    ActionWords{CustodyAction::ClipImported, QT_TRANSLATE_NOOP("logentry", "took in from a file clip")},
    ActionWords{CustodyAction::ClipAccepted, QT_TRANSLATE_NOOP("logentry", "accepted clip")},
    ActionWords{CustodyAction::ClipDeclined, QT_TRANSLATE_NOOP("logentry", "declined clip")},
    ActionWords{CustodyAction::ClipUnreadable, QT_TRANSLATE_NOOP("logentry", "could not read clip")},
    ActionWords{CustodyAction::ClipOpened, QT_TRANSLATE_NOOP("logentry", "opened clip")},
    ActionWords{CustodyAction::ClipClockSet, QT_TRANSLATE_NOOP("logentry", "set the clock of clip")},
    ActionWords{CustodyAction::PictureRevealed, QT_TRANSLATE_NOOP("logentry", "uncovered the picture of clip")},
    ActionWords{CustodyAction::SoundPlayed, QT_TRANSLATE_NOOP("logentry", "played the sound of clip")},
    ActionWords{CustodyAction::MarkerAdded, QT_TRANSLATE_NOOP("logentry", "made note")},
    ActionWords{CustodyAction::MarkerChanged, QT_TRANSLATE_NOOP("logentry", "changed note")},
    ActionWords{CustodyAction::MarkerRemoved, QT_TRANSLATE_NOOP("logentry", "removed note")},
    ActionWords{CustodyAction::StillTaken, QT_TRANSLATE_NOOP("logentry", "took still")},
    ActionWords{CustodyAction::DecoderStarted, QT_TRANSLATE_NOOP("logentry", "started the decoder for clip")},
    ActionWords{CustodyAction::DecoderEnded, QT_TRANSLATE_NOOP("logentry", "lost the decoder for clip")},
    ActionWords{CustodyAction::PackageStarted, QT_TRANSLATE_NOOP("logentry", "began package")},
    ActionWords{CustodyAction::PackageExported, QT_TRANSLATE_NOOP("logentry", "exported package")},
    ActionWords{CustodyAction::PackageVerified, QT_TRANSLATE_NOOP("logentry", "checked package")},
    ActionWords{CustodyAction::LogVerified, QT_TRANSLATE_NOOP("logentry", "checked the custody log")},
    ActionWords{CustodyAction::LogExported, QT_TRANSLATE_NOOP("logentry", "copied the custody log")},
};

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
    for (const ActionWords &entry : AllActionWords) {
        if (entry.action == action) {
            return tr(entry.words);
        }
    }
    return toWord(action);
}

} // namespace Porchlight
