// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "consentform.h"
#include "publicationlimits.h"
#include "receiptsigner.h"
#include "records.h"
#include "uploads.h"

#include <QUrl>

namespace Porchlight {

struct ExchangeRules
{
    QString name = QStringLiteral("Porchlight reference exchange");
    RequestPolicy policy;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< For requests that name none.
    QUrl publicUrl;                               ///< What the addresses of requests begin with.
};

/// The rules of the exchange over its records: what may be published, when an upload becomes an offer. There is no way
/// to edit or delete a request, and none to learn who looked at one.
class FootageExchange final
{
public:
    FootageExchange(Records &records, Uploads &uploads, const ReceiptSigner &signer, const Clock &clock,
                    ExchangeRules rules);

    /// Known only once a port is listened on.
    void setPublicUrl(const QUrl &url) { m_rules.publicUrl = url; }

    /// A request published before is answered as it was then; one that differs from it is a conflict.
    [[nodiscard]] SiteResult<LedgerEntry> publish(const QString &owner, AreaRequest request);
    [[nodiscard]] SiteResult<LedgerEntry> resolve(const QString &owner, RequestId id);

    /// The published request, or NotFound with a sentence.
    [[nodiscard]] SiteResult<LedgerEntry> request(RequestId id) const;
    /// The same, and Refused with a sentence unless clips can still be shared with it.
    [[nodiscard]] SiteResult<LedgerEntry> openRequest(RequestId id) const;

    /// Makes an offer of a whole upload with the choices kept for it. Nothing is shared before this. Doing it twice
    /// gives the first receipt again.
    [[nodiscard]] SiteResult<ClipOffer> share(const UploadRecord &upload);

    [[nodiscard]] Records &records() const { return m_records; }
    [[nodiscard]] Uploads &uploads() const { return m_uploads; }
    [[nodiscard]] const ReceiptSigner &signer() const { return m_signer; }
    [[nodiscard]] const ExchangeRules &rules() const { return m_rules; }
    [[nodiscard]] UtcTime now() const;
    [[nodiscard]] QTimeZone zoneOf(const AreaRequest &request) const;

private:
    [[nodiscard]] SiteResult<void> mayPublish(const QString &owner, const AreaRequest &request) const;
    [[nodiscard]] ClipOffer offerFrom(const UploadRecord &upload, const ConsentChoices &choices) const;

    Records &m_records;
    Uploads &m_uploads;
    const ReceiptSigner &m_signer;
    const Clock &m_clock;
    ExchangeRules m_rules;
};

} // namespace Porchlight
