// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestcommands.h"

#include "await.h"
#include "commandexchange.h"
#include "domain/json.h"
#include "geo/geojson.h"
#include "inworkplace.h"
#include "requests/draftjson.h"
#include "requests/offences.h"
#include "requests/residentview.h"
#include "workflow/agencyupdate.h"
#include "workflow/findingwords.h"
#include "workflow/requestsentences.h"
#include "workflow/sentences.h"

#include <QFile>
#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

Result<RequestDraft, QString> readDocument(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(u"%1 could not be read: %2. Nothing was sent."_s.arg(name, file.errorString()));
    }
    auto draft = readDraft(file.readAll());
    if (!draft) {
        return std::unexpected(sentenceFor(draft.error()));
    }
    if (draft->timeZone.isEmpty()) {
        draft->timeZone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    }
    return *draft;
}

QString fieldWord(RequestField field)
{
    switch (field) {
    case RequestField::Area:
        return u"area"_s;
    case RequestField::Offence:
        return u"offence"_s;
    case RequestField::Hours:
        return u"hours"_s;
    case RequestField::CaseNumber:
        return u"caseNumber"_s;
    case RequestField::Ends:
        return u"endsAt"_s;
    case RequestField::Text:
        return u"text"_s;
    case RequestField::Officer:
        return u"officer"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonArray findingsJson(const std::vector<Finding> &findings, const RequestPolicy &policy)
{
    QJsonArray list;
    for (const Finding &finding : findings) {
        const FindingWords words = wordsFor(finding, policy);
        QJsonObject json{{u"rule"_s, words.rule},
                         {u"field"_s, fieldWord(finding.field)},
                         {u"severity"_s, finding.severity == Severity::Refusal ? u"refusal"_s : u"warning"_s},
                         {u"sentence"_s, words.sentence}};
        if (finding.start >= 0) {
            json[u"start"_s] = finding.start;
            json[u"length"_s] = finding.length;
            json[u"found"_s] = finding.found;
        }
        if (finding.outside) {
            json[u"outside"_s] = areaToJson(finding.outside->shape);
            json[u"outsideShare"_s] = finding.outside->share;
        }
        list.append(json);
    }
    return list;
}

QString findingsText(const std::vector<Finding> &findings, const RequestPolicy &policy)
{
    QString text;
    for (const Finding &finding : findings) {
        const FindingWords words = wordsFor(finding, policy);
        text += u"%1  %2: %3\n"_s.arg(finding.severity == Severity::Refusal ? u"refusal"_s : u"warning"_s, words.rule,
                                      words.sentence);
    }
    return text;
}

QJsonObject residentJson(const AreaRequest &request)
{
    const ResidentView view = residentView(request);
    return {{u"agency"_s, view.agency}, {u"officer"_s, view.officer},   {u"title"_s, view.title},
            {u"hours"_s, view.hours},   {u"caseLine"_s, view.caseLine}, {u"ends"_s, view.ends},
            {u"text"_s, view.text},     {u"contact"_s, view.contact},   {u"choice"_s, view.choice}};
}

QString residentText(const AreaRequest &request)
{
    const ResidentView view = residentView(request);
    return u"%1 \u00b7 %2\n%3\n%4 \u00b7 %5 \u00b7 %6\n%7\n"_s.arg(view.agency, view.officer, view.title, view.hours,
                                                                   view.caseLine, view.ends, view.text);
}

/// What the commands of a request work with; an exchange only where one is needed.
int withDispatch(const CommandContext &context, const std::function<int(RequestDispatch &)> &work)
{
    return inWorkplace(context, [&](Workplace &workplace) {
        CommandExchange exchange(context.dataDirectory());
        const auto client = exchange.connected();
        if (!client) {
            return context.refuse(sentenceFor(client.error()));
        }
        RequestDispatch dispatch(workplace.store(), **client, workplace.identity(), workplace.clock(),
                                 context.dataDirectory() + u"/draft.json"_s);
        return work(dispatch);
    });
}

int answerCheck(const CommandContext &context, const RequestDispatch &dispatch, const RequestDraft &draft,
                const std::vector<Finding> &findings)
{
    const AreaRequest request = requestOf(dispatch.withOfficer(draft), {});
    const QString refusals = refusalsText(findings);
    const QJsonObject json{{u"publishable"_s, refusals.isEmpty()},
                           {u"findings"_s, findingsJson(findings, dispatch.policy())},
                           {u"residents"_s, residentJson(request)}};
    const QString verdict = refusals.isEmpty() ? u"It can be published."_s : refusals + u'.';
    if (context.wantsJson() || refusals.isEmpty()) {
        context.answer(json, findingsText(findings, dispatch.policy()) + u"\nResidents read:\n"_s +
                                 residentText(request) + u'\n' + verdict);
        return refusals.isEmpty() ? 0 : 1;
    }
    return context.refuse(findingsText(findings, dispatch.policy()) + verdict);
}

int checkRequest(const CommandContext &context, const QStringList &words)
{
    if (words.size() != 1) {
        return context.refuse(u"usage: request check FILE"_s);
    }
    const auto draft = readDocument(words.constFirst());
    if (!draft) {
        return context.refuse(draft.error());
    }
    return inWorkplace(context, [&](Workplace &workplace) {
        // Checking needs no exchange: the client is never asked.
        HttpExchangeClient nowhere;
        const RequestDraft &document = *draft;
        RequestDispatch dispatch(workplace.store(), nowhere, workplace.identity(), workplace.clock(), {});
        AgencyUpdate update(workplace.store(), workplace.identity(), workplace.clock());
        const auto sample = await(update.importSampleIfEmpty());
        if (!sample) {
            return context.refuse(sentenceFor(sample.error()));
        }
        const auto findings = await(dispatch.check(document));
        return findings ? answerCheck(context, dispatch, document, *findings)
                        : context.refuse(sentenceFor(findings.error()));
    });
}

int publishRequest(const CommandContext &context, const QStringList &words)
{
    if (words.size() != 1) {
        return context.refuse(u"usage: request publish FILE"_s);
    }
    const auto draft = readDocument(words.constFirst());
    if (!draft) {
        return context.refuse(draft.error());
    }
    return withDispatch(context, [&](RequestDispatch &dispatch) {
        const auto published = await(dispatch.publish(*draft));
        if (published) {
            context.answer(toJson(*published),
                           u"Published: %1\n%2\n"_s.arg(published->id.toString(), published->publicUrl));
            return 0;
        }
        const auto *refused = std::get_if<DraftRefused>(&published.error());
        const QString findings = refused == nullptr ? QString() : findingsText(refused->findings, dispatch.policy());
        return context.refuse(findings + sentenceFor(published.error()));
    });
}

int resolveRequest(const CommandContext &context, const QStringList &words)
{
    const auto id = RequestId::fromString(words.value(0));
    if (words.size() != 1 || !id) {
        return context.refuse(u"usage: request resolve ID"_s);
    }
    return withDispatch(context, [&](RequestDispatch &dispatch) {
        const auto resolved = await(dispatch.resolve(*id));
        if (!resolved) {
            return context.refuse(sentenceFor(resolved.error()));
        }
        context.answer(toJson(*resolved), u"Resolved: %1\n"_s.arg(resolved->title));
        return 0;
    });
}

int listRequests(const CommandContext &context, const QStringList &)
{
    return inWorkplace(context, [&](Workplace &workplace) {
        const auto requests = await(workplace.store().requests());
        if (!requests) {
            return context.refuse(sentenceFor(requests.error()));
        }
        QJsonArray list;
        QString text;
        for (const AreaRequest &request : *requests) {
            list.append(toJson(request));
            text += u"%1  %2  %3  %4\n"_s.arg(request.id.toString(), toWord(request.state), request.caseNumber,
                                              request.title);
        }
        context.answer(list, text.isEmpty() ? u"There is no request yet."_s : text);
        return 0;
    });
}

int showRequest(const CommandContext &context, const QStringList &words)
{
    const auto id = RequestId::fromString(words.value(0));
    if (words.size() != 1 || !id) {
        return context.refuse(u"usage: request show ID"_s);
    }
    return inWorkplace(context, [&](Workplace &workplace) {
        const auto request = await(workplace.store().findRequest(*id));
        if (!request) {
            return context.refuse(sentenceFor(request.error()));
        }
        if (!*request) {
            return context.refuse(u"There is no request %1 here."_s.arg(id->toString()));
        }
        QJsonObject json = toJson(**request);
        json[u"residents"_s] = residentJson(**request);
        context.answer(json,
                       u"%1  %2\n"_s.arg(toWord((*request)->state), (*request)->publicUrl) + residentText(**request));
        return 0;
    });
}

int listOffences(const CommandContext &context, const QStringList &)
{
    QJsonArray list;
    QString text;
    for (const Offence &offence : offences()) {
        list.append(QJsonObject{{u"code"_s, offence.code}, {u"words"_s, offence.words}});
        text += u"%1  %2\n"_s.arg(offence.code, -20).arg(offence.words);
    }
    context.answer(list, text);
    return 0;
}

} // namespace

CommandTable requestCommands()
{
    return {
        {u"request check"_s, u"FILE"_s,
         u"Checks a request document against the policy and shows what residents would read. The document is JSON: "
         "\"offence\" (see request offences), \"caseNumber\", \"from\", \"to\", \"endsAt\" (RFC 3339), \"text\", "
         "\"near\" (a "
         "street), \"timeZone\" (IANA), \"officer\" {\"id\", \"name\", \"agencyName\", \"contact\"}, \"area\" (GeoJSON "
         "Polygon or "
         "MultiPolygon, {\"type\": \"Circle\", \"centre\": [longitude, latitude], \"radiusMetres\": n}, or "
         "{\"type\": \"Corridor\", \"route\": [[longitude, latitude], ...], \"halfWidthMetres\": n})."_s,
         checkRequest},
        {u"request publish"_s, u"FILE"_s, u"Checks a request document and publishes it at the exchange."_s,
         publishRequest},
        {u"request resolve"_s, u"ID"_s, u"Marks a published request as resolved."_s, resolveRequest},
        {u"request list"_s, {}, u"Lists the requests, newest first."_s, listRequests},
        {u"request show"_s, u"ID"_s, u"Shows one request and what residents read."_s, showRequest},
        {u"request offences"_s, {}, u"Lists the offences a request can be made for."_s, listOffences},
    };
}

} // namespace Porchlight
