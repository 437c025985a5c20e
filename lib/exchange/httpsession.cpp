// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/httpsession.h"

#include "exchange/exchangewire.h"

#include <QNetworkReply>

#include <memory>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// One answer as it arrives, and whether it grew beyond all measure.
struct ArrivingAnswer
{
    QByteArray body;
    bool isTooLarge = false;
};

ExchangeResult<QByteArray> finishAnswer(const QNetworkReply &reply, ArrivingAnswer &answer)
{
    if (answer.isTooLarge) {
        return fail(ExchangeError::AnswerTooLarge, reply.url().path());
    }
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid()) {
        return std::unexpected(failureOfConnection(reply));
    }
    const int code = status.toInt();
    if (code < 200 || code > 299) {
        return std::unexpected(failureOfStatus(code, readProblem(answer.body)));
    }
    if (reply.error() != QNetworkReply::NoError) {
        return std::unexpected(failureOfConnection(reply));
    }
    return std::move(answer.body);
}

} // namespace

HttpSession::HttpSession(HttpExchangeClient::Limits limits)
    : m_network(this)
    , m_limits(limits)
{}

std::optional<QNetworkRequest> HttpSession::requestTo(const QString &path) const
{
    if (!m_endpoint.url.isValid()) {
        return std::nullopt;
    }
    QNetworkRequest request(m_endpoint.url.resolved(QUrl(path)));
    request.setRawHeader("Authorization", "Bearer " + m_endpoint.token);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(m_limits.silence);
    return request;
}

void HttpSession::send(const Call &call, const Answered &answered)
{
    std::optional<QNetworkRequest> request = requestTo(call.path);
    if (!request) {
        answered(fail(ExchangeError::Unreachable, u"no exchange is running"_s));
        return;
    }
    if (!call.body.isEmpty()) {
        request->setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    }
    QNetworkReply *reply = m_network.sendCustomRequest(*request, call.verb, call.body);
    const auto answer = std::make_shared<ArrivingAnswer>(); // shared by the two slots of this reply
    connect(reply, &QIODevice::readyRead, reply, [reply, answer, limit = m_limits.answerBytes] {
        answer->body += reply->readAll();
        if (answer->body.size() > limit) {
            answer->isTooLarge = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, answer, answered] {
        reply->deleteLater();
        answered(finishAnswer(*reply, *answer));
    });
}

Failure<ExchangeError> failureOfConnection(const QNetworkReply &reply)
{
    const bool isTimeOut =
        reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::TimeoutError;
    return {.code = isTimeOut ? ExchangeError::TimedOut : ExchangeError::Unreachable, .detail = reply.errorString()};
}

} // namespace Porchlight
