// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casecommands.h"

#include "await.h"
#include "domain/json.h"
#include "inworkplace.h"
#include "workflow/sentences.h"

#include <QCommandLineParser>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString lineOf(const CaseFile &caseFile)
{
    return u"%1  %2  %3  opened %4\n"_s.arg(caseFile.number, caseFile.offence, caseFile.title,
                                            caseFile.openedAt.toString());
}

EventDraft openingOf(const CaseFile &caseFile, const Officer &officer)
{
    return {.action = CustodyAction::CaseOpened,
            .subject = CustodySubject::Case,
            .subjectId = caseFile.id.toString(),
            .caseId = caseFile.id,
            .officer = officer,
            .details = {{u"number"_s, caseFile.number}}};
}

int addCase(const CommandContext &context, const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption title(u"title"_s, {}, u"TEXT"_s);
    const QCommandLineOption offence(u"offence"_s, {}, u"CODE"_s);
    parser.addOptions({title, offence});
    if (!parser.parse(QStringList{u"case add"_s} + words) || parser.positionalArguments().size() != 1) {
        return context.refuse(u"usage: case add NUMBER [--title TEXT] [--offence CODE]"_s);
    }
    return inWorkplace(context, [&](Workplace &workplace) {
        const CaseFile caseFile{.id = CaseId::create(),
                                .number = parser.positionalArguments().constFirst().trimmed(),
                                .title = parser.value(title),
                                .offence = parser.value(offence),
                                .openedAt = workplace.clock().now()};
        if (caseFile.number.isEmpty()) {
            return context.refuse(u"A case needs a number."_s);
        }
        const EventDraft event = openingOf(caseFile, workplace.identity().officer());
        const auto added = await(workplace.store().addCase(caseFile, event));
        if (!added) {
            return context.refuse(sentenceFor(added.error()));
        }
        context.answer(toJson(*added), lineOf(*added));
        return 0;
    });
}

int listCases(const CommandContext &context, const QStringList &)
{
    return inWorkplace(context, [&](Workplace &workplace) {
        const auto cases = await(workplace.store().cases());
        if (!cases) {
            return context.refuse(sentenceFor(cases.error()));
        }
        QJsonArray list;
        QString text;
        for (const CaseFile &caseFile : *cases) {
            list.append(toJson(caseFile));
            text += lineOf(caseFile);
        }
        context.answer(list, text.isEmpty() ? u"There is no case yet."_s : text);
        return 0;
    });
}

int showFound(const CommandContext &context, Workplace &workplace, const CaseFile &caseFile)
{
    const auto requests = await(workplace.store().requests(caseFile.id));
    const auto clips = await(workplace.store().clips(caseFile.id));
    const auto exports = await(workplace.store().exports(caseFile.id));
    if (!requests || !clips || !exports) {
        const Failure<StoreError> &failure = !requests ? requests.error() : (!clips ? clips.error() : exports.error());
        return context.refuse(sentenceFor(failure));
    }
    QJsonObject json = toJson(caseFile);
    json[u"requestCount"_s] = static_cast<qint64>(requests->size());
    json[u"clipCount"_s] = static_cast<qint64>(clips->size());
    json[u"exportCount"_s] = static_cast<qint64>(exports->size());
    context.answer(
        json,
        lineOf(caseFile) +
            u"requests %1, clips %2, packages %3\n"_s.arg(requests->size()).arg(clips->size()).arg(exports->size()));
    return 0;
}

int showCase(const CommandContext &context, const QStringList &words)
{
    if (words.size() != 1) {
        return context.refuse(u"usage: case show NUMBER"_s);
    }
    return inWorkplace(context, [&](Workplace &workplace) {
        const auto found = findCase(workplace, words.constFirst());
        return found ? showFound(context, workplace, *found) : context.refuse(found.error());
    });
}

} // namespace

CommandTable caseCommands()
{
    return {
        {u"case add"_s, u"NUMBER [--title TEXT] [--offence CODE]"_s, u"Opens a case."_s, addCase},
        {u"case list"_s, {}, u"Lists the cases, newest first."_s, listCases},
        {u"case show"_s, u"NUMBER"_s, u"Shows one case and how much is in it."_s, showCase},
    };
}

} // namespace Porchlight
