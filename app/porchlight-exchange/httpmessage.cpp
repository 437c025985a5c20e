// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpmessage.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString titleOf(int status)
{
    switch (status) {
    case 400:
        return u"Bad request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not found"_s;
    case 405:
        return u"Method not allowed"_s;
    case 409:
        return u"Conflict"_s;
    case 413:
        return u"Too large"_s;
    case 415:
        return u"Unsupported type"_s;
    case 416:
        return u"Range not satisfiable"_s;
    case 422:
        return u"Against a rule"_s;
    case 507:
        return u"No room"_s;
    default:
        return u"Failed"_s;
    }
}

} // namespace

HttpAnswer jsonAnswer(int status, const QJsonObject &json)
{
    return {.status = status,
            .type = "application/json",
            .body = QJsonDocument(json).toJson(QJsonDocument::Compact),
            .slice = {},
            .headers = {}};
}

HttpAnswer problemAnswer(int status, const QString &detail)
{
    HttpAnswer answer =
        jsonAnswer(status, {{u"title"_s, titleOf(status)}, {u"status"_s, status}, {u"detail"_s, detail}});
    answer.type = "application/problem+json";
    return answer;
}

HttpAnswer seeOther(const QString &path)
{
    HttpAnswer answer{.status = 303, .type = {}, .body = {}, .slice = {}, .headers = {}};
    answer.headers.append(QHttpHeaders::WellKnownHeader::Location, path);
    return answer;
}

HttpAnswer methodNotAllowed(const QByteArray &allowed)
{
    HttpAnswer answer = problemAnswer(405, u"Only %1 can be used here."_s.arg(QString::fromLatin1(allowed)));
    answer.headers.append(QHttpHeaders::WellKnownHeader::Allow, allowed);
    return answer;
}

} // namespace Porchlight
