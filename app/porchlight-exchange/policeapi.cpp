// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policeapi.h"

#include "core/digesttext.h"
#include "domain/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using Method = HttpQuestion::Method;
using Well = QHttpHeaders::WellKnownHeader;

constexpr int OffersInPage = 50;
constexpr qsizetype LongestRequest = 256 * 1024;

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

HttpAnswer problem(const Failure<SiteError> &failure)
{
    return problemAnswer(statusOf(failure.code), failure.detail);
}

QJsonObject publishedJson(const LedgerEntry &entry, const QByteArray &key)
{
    return {
        {u"request"_s, toJson(entry.request)},
        {u"receipt"_s, QJsonObject{{u"signed"_s, base64(entry.signedBytes)},
                                   {u"signature"_s, base64(entry.signature)},
                                   {u"exchangeKey"_s, base64(key)}}},
    };
}

HttpAnswer requestList(const SiteResult<QList<LedgerEntry>> &entries)
{
    if (!entries) {
        return problem(entries.error());
    }
    QJsonArray array;
    for (const LedgerEntry &entry : *entries) {
        array.append(toJson(entry.request));
    }
    return jsonAnswer(200, {{u"requests"_s, array}});
}

} // namespace

std::optional<ByteRange> readRange(const QByteArray &header, qint64 size)
{
    static const QRegularExpression OneRange(u"^bytes=(\\d{0,18})-(\\d{0,18})$"_s);
    const QRegularExpressionMatch match = OneRange.match(QString::fromLatin1(header));
    const QString first = match.captured(1);
    const QString last = match.captured(2);
    if (!match.hasMatch() || (first.isEmpty() && last.isEmpty())) {
        return ByteRange{.first = 0, .last = size - 1, .isPart = false};
    }
    if (first.isEmpty()) {
        const qint64 length = std::min(last.toLongLong(), size);
        return length == 0 ? std::nullopt
                           : std::optional(ByteRange{.first = size - length, .last = size - 1, .isPart = true});
    }
    const ByteRange range{.first = first.toLongLong(),
                          .last = last.isEmpty() ? size - 1 : std::min(last.toLongLong(), size - 1),
                          .isPart = true};
    return range.first > range.last ? std::nullopt : std::optional(range);
}

PoliceApi::PoliceApi(FootageExchange &exchange, const Tokens &tokens)
    : m_exchange(exchange)
    , m_tokens(tokens)
{}

HttpAnswer PoliceApi::answer(const HttpQuestion &question, const QStringList &path)
{
    const QString what = path.value(0);
    if (path.size() == 1 && (what == u"exchange" || what == u"ledger")) {
        if (question.method != Method::Get) {
            return methodNotAllowed("GET");
        }
        return what == u"exchange" ? facts() : ledger();
    }
    if (!question.isLocal) {
        return problemAnswer(403, u"This part of the exchange answers on its own computer only."_s);
    }
    const std::optional<QString> owner = m_tokens.ownerOf(question.header("Authorization"));
    if (!owner) {
        HttpAnswer refusal = problemAnswer(401, u"The token is missing or not known here."_s);
        refusal.headers.append(Well::WWWAuthenticate, "Bearer");
        return refusal;
    }
    if (what == u"requests") {
        return path.size() == 1 ? requests(question, *owner) : oneRequest(question, path, *owner);
    }
    if (what == u"offers" && path.size() == 1) {
        return question.method == Method::Get ? offers(question, *owner) : methodNotAllowed("GET");
    }
    if (what == u"offers" && path.size() == 3 && path.at(2) == u"clip") {
        return question.method == Method::Get ? clip(question, path.at(1), *owner) : methodNotAllowed("GET");
    }
    return problemAnswer(404, u"There is nothing here."_s);
}

HttpAnswer PoliceApi::facts() const
{
    const RequestPolicy &policy = m_exchange.rules().policy;
    return jsonAnswer(200, {{u"name"_s, m_exchange.rules().name},
                            {u"publicKey"_s, base64(m_exchange.signer().publicKey())},
                            {u"maximumUpload"_s, m_exchange.uploads().limits().clipBytes},
                            {u"limits"_s, QJsonObject{
                                              {u"minimumSquareMetres"_s, policy.minimumSquareMetres},
                                              {u"maximumSquareMetres"_s, policy.maximumSquareMetres},
                                              {u"minimumWindowMinutes"_s, qint64{policy.minimumWindow.count()}},
                                              {u"maximumWindowMinutes"_s, qint64{policy.maximumWindow.count()}},
                                              {u"lookBackDays"_s, qint64{policy.lookBack.count()}},
                                              {u"maximumOpenDays"_s, qint64{policy.maximumOpen.count()}},
                                              {u"requestsPerCase"_s, policy.requestsPerCase},
                                              {u"maximumTextCharacters"_s, policy.maximumTextCharacters},
                                          }}});
}

HttpAnswer PoliceApi::ledger() const
{
    return requestList(m_exchange.records().ledger());
}

HttpAnswer PoliceApi::requests(const HttpQuestion &question, const QString &owner)
{
    if (question.method == Method::Post) {
        return publish(question, owner);
    }
    if (question.method != Method::Get) {
        return methodNotAllowed("GET, POST");
    }
    return requestList(m_exchange.records().ledger(owner));
}

HttpAnswer PoliceApi::publish(const HttpQuestion &question, const QString &owner)
{
    if (question.body.size() > LongestRequest) {
        return problemAnswer(413, u"A request has at most 256 KiB."_s);
    }
    const QJsonDocument document = QJsonDocument::fromJson(question.body);
    if (!document.isObject()) {
        return problemAnswer(400, u"The body is no JSON object."_s);
    }
    const JsonResult<AreaRequest> request = areaRequestFromJson(document.object());
    if (!request) {
        return problemAnswer(400, u"The member “%1” is missing or wrong."_s.arg(request.error().member));
    }
    const SiteResult<LedgerEntry> entry = m_exchange.publish(owner, *request);
    if (!entry) {
        return problem(entry.error());
    }
    return jsonAnswer(201, publishedJson(*entry, m_exchange.signer().publicKey()));
}

HttpAnswer PoliceApi::oneRequest(const HttpQuestion &question, const QStringList &path, const QString &owner)
{
    const std::optional<RequestId> id = RequestId::fromString(path.at(1));
    if (!id) {
        return problemAnswer(404, u"There is no such request."_s);
    }
    if (path.size() == 3 && path.at(2) == u"resolve") {
        if (question.method != Method::Post) {
            return methodNotAllowed("POST");
        }
        const SiteResult<LedgerEntry> entry = m_exchange.resolve(owner, *id);
        return entry ? jsonAnswer(200, toJson(entry->request)) : problem(entry.error());
    }
    if (path.size() != 2) {
        return problemAnswer(404, u"There is nothing here."_s);
    }
    if (question.method != Method::Get) {
        return methodNotAllowed("GET"); // a published request is neither edited nor deleted
    }
    const SiteResult<LedgerEntry> entry = m_exchange.request(*id);
    if (!entry || entry->owner != owner) {
        return problemAnswer(404, u"There is no such request of yours."_s);
    }
    return jsonAnswer(200, publishedJson(*entry, m_exchange.signer().publicKey()));
}

HttpAnswer PoliceApi::offers(const HttpQuestion &question, const QString &owner) const
{
    const QString cursor = question.query.queryItemValue(u"after"_s);
    bool isNumber = cursor.isEmpty();
    const qint64 after = cursor.isEmpty() ? 0 : cursor.toLongLong(&isNumber);
    if (!isNumber || after < 0) {
        return problemAnswer(400, u"“after” is not a cursor of this exchange."_s);
    }
    const SiteResult<OfferPageRecord> page = m_exchange.records().offersAfter(owner, after, OffersInPage);
    if (!page) {
        return problem(page.error());
    }
    QJsonArray array;
    for (const ClipOffer &offer : page->offers) {
        array.append(toJson(offer));
    }
    return jsonAnswer(200,
                      {{u"offers"_s, array}, {u"next"_s, QString::number(page->last)}, {u"hasMore"_s, page->hasMore}});
}

HttpAnswer PoliceApi::clip(const HttpQuestion &question, const QString &offerId, const QString &owner) const
{
    const std::optional<OfferId> id = OfferId::fromString(offerId);
    const SiteResult<std::optional<ClipOffer>> offer =
        id ? m_exchange.records().findOffer(owner, *id) : SiteResult<std::optional<ClipOffer>>(std::nullopt);
    if (!offer || !*offer) {
        return offer ? problemAnswer(404, u"There is no such offer."_s) : problem(offer.error());
    }
    const qint64 size = (*offer)->size;
    const QByteArray tag = '"' + digestToString((*offer)->digest).toLatin1() + '"';
    const QByteArray ifRange = question.header("If-Range");
    const bool isSame = ifRange.isEmpty() || ifRange == tag;
    const std::optional<ByteRange> range = readRange(isSame ? question.header("Range") : QByteArray(), size);
    if (!range) {
        HttpAnswer refusal = problemAnswer(416, u"The clip is shorter than that."_s);
        refusal.headers.append(Well::ContentRange, "bytes */" + QByteArray::number(size));
        return refusal;
    }
    const SiteResult<QString> upload = m_exchange.records().uploadOfOffer((*offer)->id);
    if (!upload) {
        return problem(upload.error());
    }
    HttpAnswer answer{.status = range->isPart ? 206 : 200,
                      .type = "application/octet-stream",
                      .body = {},
                      .slice = FileSlice{.path = m_exchange.uploads().fileOf(*upload),
                                         .offset = range->first,
                                         .length = range->last - range->first + 1},
                      .headers = {}};
    answer.headers.append(Well::ETag, tag);
    answer.headers.append(Well::AcceptRanges, "bytes");
    if (range->isPart) {
        answer.headers.append(Well::ContentRange, "bytes " + QByteArray::number(range->first) + '-' +
                                                      QByteArray::number(range->last) + '/' + QByteArray::number(size));
    }
    return answer;
}

} // namespace Porchlight
