// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "siteerror.h"

#include "core/clock.h"
#include "domain/arearequest.h"
#include "domain/clipoffer.h"

#include <QSqlDatabase>
#include <QUuid>

#include <optional>

class QSqlQuery;

namespace Porchlight {

/// A request as it stands in the public list.
struct LedgerEntry
{
    AreaRequest request; ///< As published; the state is the present one.
    QString owner;
    QByteArray signedBytes;
    QByteArray signature;
    UtcTime resolvedAt; ///< Null unless resolved.
};

/// A clip on its way: from the first byte until the resident shares or discards it, or until it expires.
struct UploadRecord
{
    enum class State { Arriving, Whole, Shared };

    QString id; ///< Known to the resident only.
    RequestId requestId;
    QString fileName;
    qint64 size = 0;
    State state = State::Arriving;
    QString digest;     ///< Hexadecimal; empty until it is whole.
    QByteArray consent; ///< JSON of what the resident chose; empty until then.
    UtcTime expiresAt;
};

struct OfferPageRecord
{
    QList<ClipOffer> offers;
    qint64 last = 0; ///< Sequence of the last of them.
    bool hasMore = false;
};

/// What the exchange keeps: requests, uploads, offers. There is no table of readers, of views or of who was asked, and
/// no statement here that could tell one. One connection, used from one thread.
class Records final
{
public:
    [[nodiscard]] static SiteResult<Records> open(const QString &file, const Clock &clock);
    ~Records();
    Records(Records &&other) noexcept;
    Records &operator=(Records &&) = delete;
    Q_DISABLE_COPY(Records)

    [[nodiscard]] SiteResult<void> addRequest(const LedgerEntry &entry);
    /// The state is Expired once the time has come; nothing is written for that.
    [[nodiscard]] SiteResult<std::optional<LedgerEntry>> findRequest(RequestId id) const;
    [[nodiscard]] SiteResult<QList<LedgerEntry>> ledger(const QString &owner = {}) const; ///< Oldest first.
    [[nodiscard]] SiteResult<int> countRequestsOfCase(const QString &owner, const QString &caseNumber) const;
    [[nodiscard]] SiteResult<void> markResolved(RequestId id, UtcTime at);

    [[nodiscard]] SiteResult<void> addUpload(const UploadRecord &upload);
    [[nodiscard]] SiteResult<std::optional<UploadRecord>> findUpload(const QString &id) const;
    [[nodiscard]] SiteResult<void> setUploadWhole(const QString &id, const QString &digest);
    [[nodiscard]] SiteResult<void> setConsent(const QString &id, const QByteArray &consent);
    [[nodiscard]] SiteResult<void> removeUpload(const QString &id);
    [[nodiscard]] SiteResult<QStringList> expiredUploads(UtcTime now) const;
    [[nodiscard]] SiteResult<int> countOpenUploads() const;
    [[nodiscard]] SiteResult<qint64> bytesPromised() const; ///< Sum of the sizes of all uploads and clips.

    /// The offer and the end of its upload, in one transaction.
    [[nodiscard]] SiteResult<void> addOffer(const ClipOffer &offer, const QString &uploadId);
    [[nodiscard]] SiteResult<OfferPageRecord> offersAfter(const QString &owner, qint64 sequence, int limit) const;
    [[nodiscard]] SiteResult<std::optional<ClipOffer>> findOffer(const QString &owner, OfferId id) const;
    [[nodiscard]] SiteResult<std::optional<ClipOffer>> findReceipt(ReceiptId id) const;
    [[nodiscard]] SiteResult<ClipOffer> offerOfUpload(const QString &uploadId) const;
    [[nodiscard]] SiteResult<QString> uploadOfOffer(OfferId id) const;

private:
    Records(QString connection, const Clock &clock);

    [[nodiscard]] SiteResult<QSqlQuery> run(const QString &statement, const QVariantList &values = {}) const;
    [[nodiscard]] SiteResult<void> change(const QString &statement, const QVariantList &values) const;
    [[nodiscard]] SiteResult<void> prepare() const;
    [[nodiscard]] SiteResult<std::optional<ClipOffer>> oneOffer(const QString &where, const QVariantList &values) const;
    [[nodiscard]] LedgerEntry readEntry(const QSqlQuery &row) const;

    QString m_connection;
    const Clock *m_clock;
};

} // namespace Porchlight
