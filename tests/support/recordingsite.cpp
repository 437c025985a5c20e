// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/recordingsite.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QJsonObject headersOf(const QHttpHeaders &headers)
{
    QJsonObject json;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        json[QString(headers.nameAt(i)).toLower()] = QString::fromUtf8(headers.valueAt(i));
    }
    return json;
}

} // namespace

RecordingSite::RecordingSite(Site &site, const QString &file)
    : m_site(site)
    , m_file(file)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        qFatal("cannot write %s", qPrintable(file));
    }
}

HttpAnswer RecordingSite::answer(const HttpQuestion &question)
{
    HttpAnswer answer = m_site.answer(question);
    const auto method = QMetaEnum::fromType<HttpQuestion::Method>().valueToKey(static_cast<int>(question.method));
    QJsonObject answerHeaders = headersOf(answer.headers);
    if (!answer.type.isEmpty()) {
        answerHeaders[u"content-type"_s] = QString::fromLatin1(answer.type);
    }
    const QJsonObject line{
        {u"method"_s, QString::fromLatin1(method).toLower()},
        {u"path"_s, u'/' + question.path.join(u'/')},
        {u"query"_s, question.query.toString()},
        {u"requestHeaders"_s, headersOf(question.headers)},
        {u"requestBody"_s, QString::fromUtf8(question.body.left(64 * 1024))},
        {u"status"_s, answer.status},
        {u"headers"_s, answerHeaders},
        {u"body"_s, answer.slice ? QString() : QString::fromUtf8(answer.body)},
        {u"isFile"_s, answer.slice.has_value()},
    };
    m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
    return answer;
}

} // namespace Porchlight
