// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakeexchange.h"

#include "core/digesttext.h"
#include "domain/json.h"

#include <QJsonDocument>

#include <openssl/evp.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

/// An Ed25519 key made for one test.
class TestSigner
{
public:
    TestSigner()
        : m_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), &EVP_PKEY_free)
    {}

    [[nodiscard]] QByteArray publicKey() const
    {
        QByteArray key(32, Qt::Uninitialized);
        std::size_t length = 32;
        EVP_PKEY_get_raw_public_key(m_key.get(), reinterpret_cast<unsigned char *>(key.data()), &length);
        return key;
    }

    [[nodiscard]] QByteArray sign(const QByteArray &message) const
    {
        QByteArray signature(64, Qt::Uninitialized);
        std::size_t length = 64;
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get());
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length,
                       reinterpret_cast<const unsigned char *>(message.constData()),
                       static_cast<std::size_t>(message.size()));
        return signature;
    }

private:
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
};

namespace {

constexpr qint64 MaximumUpload = qint64{64} * 1024 * 1024;

template <typename T>
QFuture<ExchangeResult<T>> ready(ExchangeResult<T> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

AreaRequest asDrafted(AreaRequest request)
{
    request.state = RequestState::Draft;
    request.publishedAt = {};
    request.publicUrl.clear();
    request.area.geoJson = QJsonDocument::fromJson(request.area.geoJson).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace

FakeExchange::FakeExchange(const Clock &clock)
    : m_clock(clock)
    , m_signer(std::make_unique<TestSigner>())
{}

FakeExchange::~FakeExchange() = default;

QFuture<ExchangeResult<ExchangeFacts>> FakeExchange::facts()
{
    if (failsWith) {
        return ready<ExchangeFacts>(std::unexpected(*failsWith));
    }
    return ready<ExchangeFacts>(
        ExchangeFacts{.name = u"fake"_s, .publicKey = m_signer->publicKey(), .maximumUpload = MaximumUpload});
}

QFuture<ExchangeResult<PublishedRequest>> FakeExchange::publish(const AreaRequest &request)
{
    if (failsWith) {
        return ready<PublishedRequest>(std::unexpected(*failsWith));
    }
    for (const PublishedRequest &present : m_requests) {
        if (present.request.id == request.id) {
            const bool isSame = asDrafted(present.request) == asDrafted(request);
            return isSame ? ready<PublishedRequest>(present)
                          : ready<PublishedRequest>(fail(ExchangeError::Conflict, u"published already"_s));
        }
    }
    const auto ofCase = std::ranges::count_if(
        m_requests, [&request](const auto &one) { return one.request.caseNumber == request.caseNumber; });
    if (request.text.isEmpty() || ofCase >= 2) {
        return ready<PublishedRequest>(fail(ExchangeError::Refused, u"a limit is not kept"_s));
    }
    PublishedRequest published{.request = asDrafted(request), .signedBytes = {}, .signature = {}, .exchangeKey = {}};
    published.request.state = RequestState::Published;
    published.request.publishedAt = UtcTime::fromDateTime(m_clock.now().toDateTime());
    published.request.publicUrl = u"http://fake.example/r/"_s + request.id.toString();
    published.signedBytes = QJsonDocument(toJson(published.request)).toJson(QJsonDocument::Compact);
    published.signature = m_signer->sign(published.signedBytes);
    published.exchangeKey = m_signer->publicKey();
    m_requests.push_back(published);
    return ready<PublishedRequest>(published);
}

QFuture<ExchangeResult<QList<AreaRequest>>> FakeExchange::ownRequests()
{
    QList<AreaRequest> requests;
    for (const PublishedRequest &published : m_requests) {
        requests.append(published.request);
    }
    return ready<QList<AreaRequest>>(requests);
}

QFuture<ExchangeResult<AreaRequest>> FakeExchange::resolve(RequestId request)
{
    if (failsWith) {
        return ready<AreaRequest>(std::unexpected(*failsWith));
    }
    for (PublishedRequest &published : m_requests) {
        if (published.request.id == request) {
            published.request.state = RequestState::Resolved;
            return ready<AreaRequest>(published.request);
        }
    }
    return ready<AreaRequest>(fail(ExchangeError::NotFound));
}

QFuture<ExchangeResult<OfferPage>> FakeExchange::offers(const QString &cursor)
{
    if (failsWith) {
        return ready<OfferPage>(std::unexpected(*failsWith));
    }
    OfferPage page{.offers = {}, .next = QString::number(m_offers.size()), .hasMore = false};
    for (std::size_t i = cursor.toULongLong(); i < m_offers.size(); ++i) {
        page.offers.append(m_offers[i].offer);
    }
    return ready<OfferPage>(page);
}

QFuture<ExchangeResult<qint64>> FakeExchange::download(const ClipOffer &offer, ByteSink &sink)
{
    ++downloads;
    const auto found =
        std::ranges::find_if(m_offers, [&offer](const Entry &entry) { return entry.offer.id == offer.id; });
    if (found == m_offers.end()) {
        return ready<qint64>(fail(ExchangeError::NotFound));
    }
    if (downloadsToBreak > 0) {
        --downloadsToBreak;
        const auto half = sink.write(QByteArrayView(found->bytes).first(found->bytes.size() / 2));
        return ready<qint64>(fail(ExchangeError::Unreachable, half ? u"cut"_s : u"sink"_s));
    }
    if (const auto written = sink.write(found->bytes); !written) {
        return ready<qint64>(fail(ExchangeError::SinkFailed, written.error().detail));
    }
    return ready<qint64>(found->bytes.size());
}

ClipOffer FakeExchange::share(RequestId request, const QByteArray &bytes, const ConsentScope &scope)
{
    ClipOffer offer;
    offer.id = OfferId::create();
    offer.requestId = request;
    offer.digest = sha256(bytes);
    offer.size = bytes.size();
    offer.originalName = u"clip.mp4"_s;
    offer.placeText = scope.place == PlacePrecision::None ? QString() : u"2300 block of Wood Street"_s;
    offer.sharedAt = UtcTime::fromDateTime(m_clock.now().toDateTime());
    offer.receipt.id = ReceiptId::create();
    offer.receipt.requestId = request;
    offer.receipt.clipDigest = offer.digest;
    offer.receipt.clipSize = offer.size;
    offer.receipt.originalName = offer.originalName;
    offer.receipt.scope = scope;
    offer.receipt.givenAt = offer.sharedAt;
    signAgain(offer.receipt);
    addOffer(offer, bytes);
    return offer;
}

void FakeExchange::signAgain(ConsentReceipt &receipt) const
{
    receipt.exchangeKey = m_signer->publicKey();
    receipt.signedBytes = receiptBytesToSign(receipt);
    receipt.signature = m_signer->sign(receipt.signedBytes);
}

void FakeExchange::addOffer(const ClipOffer &offer, const QByteArray &bytes)
{
    m_offers.push_back({.offer = offer, .bytes = bytes});
}

} // namespace Porchlight
