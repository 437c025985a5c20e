// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/httpexchangeclient.h"

#include "domain/json.h"
#include "exchange/clipdownload.h"
#include "exchange/exchangewire.h"
#include "exchange/httpsession.h"

#include <QJsonDocument>
#include <QThread>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

template <typename T>
QFuture<ExchangeResult<T>> ask(HttpSession *session, HttpSession::Call call,
                               ExchangeResult<T> (*read)(const QByteArray &))
{
    // Shared: the call on the network thread and the answer's callback, whichever is dropped last.
    const auto promise = std::make_shared<QPromise<ExchangeResult<T>>>();
    promise->start();
    QMetaObject::invokeMethod(session, [session, call = std::move(call), read, promise] {
        session->send(call, [read, promise](const ExchangeResult<QByteArray> &answer) {
            promise->addResult(answer.and_then(read));
            promise->finish();
        });
    });
    return promise->future();
}

} // namespace

HttpExchangeClient::HttpExchangeClient()
    : HttpExchangeClient(ExchangeEndpoint())
{}

HttpExchangeClient::HttpExchangeClient(ExchangeEndpoint endpoint)
    : HttpExchangeClient(std::move(endpoint), Limits())
{}

HttpExchangeClient::HttpExchangeClient(ExchangeEndpoint endpoint, Limits limits)
    : m_thread(std::make_unique<QThread>())
    , m_session(new HttpSession(limits))
{
    m_session->setEndpoint(endpoint);
    m_session->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_session, &QObject::deleteLater);
    m_thread->setObjectName(u"exchange"_s);
    m_thread->start();
}

HttpExchangeClient::~HttpExchangeClient()
{
    m_thread->quit();
    m_thread->wait();
}

void HttpExchangeClient::moveTo(const ExchangeEndpoint &endpoint)
{
    QMetaObject::invokeMethod(m_session, [session = m_session, endpoint] { session->setEndpoint(endpoint); });
}

QFuture<ExchangeResult<ExchangeFacts>> HttpExchangeClient::facts()
{
    return ask(m_session, {.verb = "GET", .path = u"api/v1/exchange"_s, .body = {}}, &readFacts);
}

QFuture<ExchangeResult<PublishedRequest>> HttpExchangeClient::publish(const AreaRequest &request)
{
    const QByteArray body = QJsonDocument(toJson(request)).toJson(QJsonDocument::Compact);
    return ask(m_session, {.verb = "POST", .path = u"api/v1/requests"_s, .body = body}, &readPublished);
}

QFuture<ExchangeResult<QList<AreaRequest>>> HttpExchangeClient::ownRequests()
{
    return ask(m_session, {.verb = "GET", .path = u"api/v1/requests"_s, .body = {}}, &readRequests);
}

QFuture<ExchangeResult<AreaRequest>> HttpExchangeClient::resolve(RequestId request)
{
    const QString path = u"api/v1/requests/"_s + request.toString() + u"/resolve"_s;
    return ask(m_session, {.verb = "POST", .path = path, .body = {}}, &readRequest);
}

QFuture<ExchangeResult<OfferPage>> HttpExchangeClient::offers(const QString &cursor)
{
    QUrlQuery query;
    if (!cursor.isEmpty()) {
        query.addQueryItem(u"after"_s, QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    }
    const QString path =
        query.isEmpty() ? u"api/v1/offers"_s : u"api/v1/offers?"_s + query.toString(QUrl::FullyEncoded);
    return ask(m_session, {.verb = "GET", .path = path, .body = {}}, &readOffers);
}

QFuture<ExchangeResult<qint64>> HttpExchangeClient::download(const ClipOffer &offer, ByteSink &sink)
{
    ClipDownload::Promise promise;
    promise.start();
    const QFuture<ExchangeResult<qint64>> future = promise.future();
    QMetaObject::invokeMethod(m_session,
                              [session = m_session, offer, sink = &sink, promise = std::move(promise)]() mutable {
                                  (new ClipDownload(*session, offer, *sink, std::move(promise)))->start();
                              });
    return future;
}

} // namespace Porchlight
