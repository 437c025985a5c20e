// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "footageexchange.h"

#include "core/digesttext.h"
#include "domain/json.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// What an agency decides of a request; the rest of it is the exchange's.
AreaRequest asDrafted(AreaRequest request)
{
    request.state = RequestState::Draft;
    request.publishedAt = {};
    request.publicUrl.clear();
    return request;
}

} // namespace

FootageExchange::FootageExchange(Records &records, Uploads &uploads, const ReceiptSigner &signer, const Clock &clock,
                                 ExchangeRules rules)
    : m_records(records)
    , m_uploads(uploads)
    , m_signer(signer)
    , m_clock(clock)
    , m_rules(std::move(rules))
{}

UtcTime FootageExchange::now() const
{
    // Whole milliseconds: what is signed is what is kept and shown.
    return UtcTime::fromDateTime(m_clock.now().toDateTime());
}

QTimeZone FootageExchange::zoneOf(const AreaRequest &request) const
{
    const QTimeZone named(request.timeZone.toLatin1());
    return named.isValid() ? named : m_rules.zone;
}

SiteResult<void> FootageExchange::mayPublish(const QString &owner, const AreaRequest &request) const
{
    const QStringList broken = brokenLimits(request, m_rules.policy, now());
    if (!broken.isEmpty()) {
        return fail(SiteError::Refused, broken.join(u' '));
    }
    const SiteResult<int> published = m_records.countRequestsOfCase(owner, request.caseNumber);
    if (!published) {
        return std::unexpected(published.error());
    }
    if (*published >= m_rules.policy.requestsPerCase) {
        return fail(SiteError::Refused, u"This case has %1 requests already, which is the limit."_s.arg(*published));
    }
    return {};
}

SiteResult<LedgerEntry> FootageExchange::publish(const QString &owner, AreaRequest request)
{
    const SiteResult<std::optional<LedgerEntry>> present = m_records.findRequest(request.id);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (*present) {
        const bool isSame =
            (*present)->owner == owner && asDrafted((*present)->request) == asDrafted(std::move(request));
        if (!isSame) {
            return fail(SiteError::Conflict,
                        u"This request is published already. A published request is not edited."_s);
        }
        return **present;
    }
    if (const SiteResult<void> allowed = mayPublish(owner, request); !allowed) {
        return std::unexpected(allowed.error());
    }
    request.state = RequestState::Published;
    request.publishedAt = now();
    request.publicUrl = m_rules.publicUrl.resolved(QUrl(u"/r/"_s + request.id.toString())).toString();
    LedgerEntry entry{.request = request,
                      .owner = owner,
                      .signedBytes = QJsonDocument(toJson(request)).toJson(QJsonDocument::Compact),
                      .signature = {},
                      .resolvedAt = {}};
    entry.signature = m_signer.sign(entry.signedBytes);
    return m_records.addRequest(entry).transform([&entry] { return entry; });
}

SiteResult<LedgerEntry> FootageExchange::request(RequestId id) const
{
    const SiteResult<std::optional<LedgerEntry>> entry = m_records.findRequest(id);
    if (!entry) {
        return std::unexpected(entry.error());
    }
    if (!*entry) {
        return fail(SiteError::NotFound, u"There is no such request."_s);
    }
    return **entry;
}

SiteResult<LedgerEntry> FootageExchange::openRequest(RequestId id) const
{
    SiteResult<LedgerEntry> entry = request(id);
    if (entry && entry->request.state != RequestState::Published) {
        return fail(SiteError::Refused,
                    u"This request has ended. Nothing was shared, and nothing more is asked of you."_s);
    }
    return entry;
}

SiteResult<LedgerEntry> FootageExchange::resolve(const QString &owner, RequestId id)
{
    const SiteResult<LedgerEntry> entry = request(id);
    if (!entry || entry->owner != owner) {
        return fail(SiteError::NotFound, u"There is no such request of yours."_s);
    }
    return m_records.markResolved(id, now()).and_then([&] { return request(id); });
}

ClipOffer FootageExchange::offerFrom(const UploadRecord &upload, const ConsentChoices &choices) const
{
    ConsentReceipt receipt{
        .id = ReceiptId::create(),
        .requestId = upload.requestId,
        .clipDigest = digestFromString(upload.digest).value_or(Digest()),
        .clipSize = upload.size,
        .originalName = upload.fileName,
        .scope = choices.scope,
        .givenAt = now(),
        .signedBytes = {},
        .signature = {},
        .exchangeKey = m_signer.publicKey(),
    };
    receipt.signedBytes = receiptBytesToSign(receipt);
    receipt.signature = m_signer.sign(receipt.signedBytes);
    return {
        .id = OfferId::create(),
        .requestId = upload.requestId,
        .receipt = receipt,
        .digest = receipt.clipDigest,
        .size = upload.size,
        .originalName = upload.fileName,
        .placeText = choices.placeText,
        .position = {},
        .statedStart = choices.statedStart,
        .statedClockOffsetMicroseconds = choices.clockOffsetMicroseconds,
        .note = choices.note,
        .isSensitive = choices.isSensitive,
        .sharedAt = receipt.givenAt,
    };
}

SiteResult<ClipOffer> FootageExchange::share(const UploadRecord &upload)
{
    if (upload.state == UploadRecord::State::Shared) {
        return m_records.offerOfUpload(upload.id);
    }
    if (const SiteResult<LedgerEntry> open = openRequest(upload.requestId); !open) {
        return std::unexpected(open.error());
    }
    const std::optional<ConsentChoices> choices = consentFromJson(upload.consent);
    if (upload.state != UploadRecord::State::Whole || !choices) {
        return fail(SiteError::Refused, u"The clip has not arrived in full yet, or nothing was chosen for it. Nothing "
                                        u"was shared."_s);
    }
    const ClipOffer offer = offerFrom(upload, *choices);
    return m_records.addOffer(offer, upload.id).transform([&offer] { return offer; });
}

} // namespace Porchlight
