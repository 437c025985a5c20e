// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditcommands.h"

#include "await.h"
#include "inworkplace.h"
#include "workflow/sentences.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QJsonObject reportJson(const ChainReport &report)
{
    QJsonArray clock;
    for (const qint64 sequence : report.clockWentBackAt) {
        clock.append(sequence);
    }
    QJsonObject json{{u"intact"_s, report.isIntact()},
                     {u"entries"_s, report.head.count},
                     {u"head"_s, QString::fromStdString(report.head.hash.toHex())},
                     {u"clockWentBackAt"_s, clock}};
    if (report.fault) {
        json[u"firstBrokenEntry"_s] = report.fault->sequence;
        json[u"fault"_s] = sentenceFor(*report.fault);
    }
    return json;
}

int verifyLog(const CommandContext &context, const QStringList &)
{
    return inWorkplace(context, [&](Workplace &workplace) {
        const auto report = await(workplace.custodyReview().verify());
        if (!report) {
            return context.refuse(sentenceFor(report.error()));
        }
        if (report->isIntact()) {
            context.answer(reportJson(*report), u"The custody log is intact: %1 entries."_s.arg(report->head.count));
            return 0;
        }
        if (context.wantsJson()) {
            context.answer(reportJson(*report), {});
        }
        return context.refuse(sentenceFor(*report->fault));
    });
}

QString lineOf(const CustodyEvent &event)
{
    return u"%1  %2  %3  %4  %5 %6  %7  %8\n"_s.arg(event.sequence)
        .arg(event.at.toString(), event.officer.name, toWord(event.action), toWord(event.subject), event.subjectId,
             toWord(event.outcome), event.reason);
}

int printEntries(const CommandContext &context, Workplace &workplace, const CustodyFilter &filter)
{
    const auto entries = await(workplace.custodyReview().entries(filter));
    if (!entries) {
        return context.refuse(sentenceFor(entries.error()));
    }
    QJsonArray list;
    QString text;
    for (const CustodyEvent &event : *entries) {
        list.append(QJsonDocument::fromJson(toJsonLine(event)).object());
        text += lineOf(event);
    }
    context.answer(list, text.isEmpty() ? u"No entry."_s : text);
    return 0;
}

int listLog(const CommandContext &context, const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption caseNumber(u"case"_s, {}, u"NUMBER"_s);
    const QCommandLineOption text(u"text"_s, {}, u"TEXT"_s);
    const QCommandLineOption limit(u"limit"_s, {}, u"COUNT"_s, u"0"_s);
    const QCommandLineOption isRefused(u"refused"_s);
    parser.addOptions({caseNumber, text, limit, isRefused});
    bool isNumber = false;
    const bool isParsed = parser.parse(QStringList{u"audit list"_s} + words);
    CustodyFilter filter{.text = parser.value(text), .limit = parser.value(limit).toInt(&isNumber)};
    if (!isParsed || !isNumber || filter.limit < 0 || !parser.positionalArguments().isEmpty()) {
        return context.refuse(u"usage: audit list [--case NUMBER] [--text TEXT] [--refused] [--limit COUNT]"_s);
    }
    if (parser.isSet(isRefused)) {
        filter.outcome = CustodyOutcome::Refused;
    }
    return inWorkplace(context, [&](Workplace &workplace) {
        if (parser.isSet(caseNumber)) {
            const auto found = findCase(workplace, parser.value(caseNumber));
            if (!found) {
                return context.refuse(found.error());
            }
            filter.caseId = found->id;
        }
        return printEntries(context, workplace, filter);
    });
}

} // namespace

CommandTable auditCommands()
{
    return {
        {u"audit verify"_s,
         {},
         u"Checks every entry of the custody log; exit code 1 if one is not right."_s,
         verifyLog},
        {u"audit list"_s, u"[--case NUMBER] [--text TEXT] [--refused] [--limit COUNT]"_s,
         u"Lists entries of the custody log, oldest first."_s, listLog},
    };
}

} // namespace Porchlight
