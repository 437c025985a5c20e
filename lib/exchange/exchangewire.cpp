// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/exchangewire.h"

#include "domain/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype MaximumText = 10'000;
constexpr qsizetype MaximumLine = 1'000;
constexpr qsizetype MaximumRequests = 10'000;
constexpr qsizetype KeySize = 32;
constexpr qsizetype SignatureSize = 64;

auto malformed(const QString &member)
{
    return fail(ExchangeError::MalformedAnswer, member);
}

ExchangeResult<QJsonObject> readObject(const QByteArray &answer)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(answer, &fault);
    if (!document.isObject()) {
        return malformed(fault.error == QJsonParseError::NoError ? u"no object"_s : fault.errorString());
    }
    return document.object();
}

QByteArray bytesOf(const QJsonValue &value)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

bool isBounded(const AreaRequest &request)
{
    return request.title.size() <= MaximumLine && request.text.size() <= MaximumText &&
           request.caseNumber.size() <= MaximumLine && request.publicUrl.size() <= MaximumLine;
}

bool isBounded(const ClipOffer &offer)
{
    return offer.size > 0 && offer.originalName.size() <= MaximumLine && offer.placeText.size() <= MaximumLine &&
           offer.note.size() <= MaximumText && offer.receipt.signature.size() == SignatureSize &&
           offer.receipt.exchangeKey.size() == KeySize;
}

ExchangeResult<AreaRequest> requestOf(const QJsonValue &value, const QString &where)
{
    const JsonResult<AreaRequest> request = areaRequestFromJson(value.toObject());
    if (!request) {
        return malformed(where + u'.' + request.error().member);
    }
    if (!isBounded(*request)) {
        return malformed(where);
    }
    return *request;
}

ExchangeResult<ClipOffer> offerOf(const QJsonValue &value)
{
    const JsonResult<ClipOffer> offer = clipOfferFromJson(value.toObject());
    if (!offer) {
        return malformed(u"offers."_s + offer.error().member);
    }
    if (!isBounded(*offer)) {
        return malformed(u"offers"_s);
    }
    return *offer;
}

ExchangeResult<ExchangeFacts> factsOf(const QJsonObject &json)
{
    ExchangeFacts facts{
        .name = json.value("name"_L1).toString(),
        .publicKey = bytesOf(json.value("publicKey"_L1)),
        .maximumUpload = json.value("maximumUpload"_L1).toInteger(-1),
    };
    if (facts.name.isEmpty() || facts.name.size() > MaximumLine) {
        return malformed(u"name"_s);
    }
    if (facts.publicKey.size() != KeySize) {
        return malformed(u"publicKey"_s);
    }
    if (facts.maximumUpload <= 0) {
        return malformed(u"maximumUpload"_s);
    }
    return facts;
}

ExchangeResult<PublishedRequest> publishedOf(const QJsonObject &json)
{
    const QJsonObject receipt = json.value("receipt"_L1).toObject();
    PublishedRequest published{
        .request = {},
        .signedBytes = bytesOf(receipt.value("signed"_L1)),
        .signature = bytesOf(receipt.value("signature"_L1)),
        .exchangeKey = bytesOf(receipt.value("exchangeKey"_L1)),
    };
    if (published.signature.size() != SignatureSize || published.exchangeKey.size() != KeySize) {
        return malformed(u"receipt"_s);
    }
    ExchangeResult<AreaRequest> request = requestOf(json.value("request"_L1), u"request"_s);
    if (!request) {
        return std::unexpected(request.error());
    }
    published.request = *std::move(request);
    return published;
}

ExchangeResult<QList<AreaRequest>> requestsOf(const QJsonObject &json)
{
    const QJsonArray array = json.value("requests"_L1).toArray();
    if (!json.value("requests"_L1).isArray() || array.size() > MaximumRequests) {
        return malformed(u"requests"_s);
    }
    QList<AreaRequest> requests;
    for (const QJsonValue &value : array) {
        ExchangeResult<AreaRequest> request = requestOf(value, u"requests"_s);
        if (!request) {
            return std::unexpected(request.error());
        }
        requests.append(*std::move(request));
    }
    return requests;
}

ExchangeResult<OfferPage> offersOf(const QJsonObject &json)
{
    const QJsonArray array = json.value("offers"_L1).toArray();
    if (!json.value("offers"_L1).isArray() || array.size() > MaximumOffersInPage) {
        return malformed(u"offers"_s);
    }
    OfferPage page{
        .offers = {}, .next = json.value("next"_L1).toString(), .hasMore = json.value("hasMore"_L1).toBool()};
    if (page.next.isEmpty() || page.next.size() > MaximumLine) {
        return malformed(u"next"_s);
    }
    for (const QJsonValue &value : array) {
        ExchangeResult<ClipOffer> offer = offerOf(value);
        if (!offer) {
            return std::unexpected(offer.error());
        }
        page.offers.append(*std::move(offer));
    }
    return page;
}

} // namespace

ExchangeResult<ExchangeFacts> readFacts(const QByteArray &answer)
{
    return readObject(answer).and_then(factsOf);
}

ExchangeResult<PublishedRequest> readPublished(const QByteArray &answer)
{
    return readObject(answer).and_then(publishedOf);
}

ExchangeResult<AreaRequest> readRequest(const QByteArray &answer)
{
    return readObject(answer).and_then([](const QJsonObject &json) { return requestOf(json, u"request"_s); });
}

ExchangeResult<QList<AreaRequest>> readRequests(const QByteArray &answer)
{
    return readObject(answer).and_then(requestsOf);
}

ExchangeResult<OfferPage> readOffers(const QByteArray &answer)
{
    return readObject(answer).and_then(offersOf);
}

QString readProblem(const QByteArray &answer)
{
    const QJsonObject problem = QJsonDocument::fromJson(answer).object();
    const QString detail = problem.value("detail"_L1).toString();
    return (detail.isEmpty() ? problem.value("title"_L1).toString() : detail).left(MaximumLine);
}

Failure<ExchangeError> failureOfStatus(int status, const QString &detail)
{
    switch (status) {
    case 401:
        return {.code = ExchangeError::Unauthorized, .detail = detail};
    case 404:
    case 410:
        return {.code = ExchangeError::NotFound, .detail = detail};
    case 409:
        return {.code = ExchangeError::Conflict, .detail = detail};
    case 429:
    case 503:
    case 507:
        return {.code = ExchangeError::Busy, .detail = detail};
    default:
        break;
    }
    if (status >= 400 && status < 500) {
        return {.code = ExchangeError::Refused, .detail = detail};
    }
    return {.code = ExchangeError::MalformedAnswer, .detail = u"HTTP status %1 %2"_s.arg(status).arg(detail)};
}

} // namespace Porchlight
