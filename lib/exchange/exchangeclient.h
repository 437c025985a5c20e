// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesink.h"
#include "domain/arearequest.h"
#include "domain/clipoffer.h"
#include "exchange/exchangeerror.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>

namespace Porchlight {

/// What an exchange says about itself.
struct ExchangeFacts
{
    QString name;
    QByteArray publicKey; ///< Raw Ed25519 key its receipts are signed with, 32 bytes.
    qint64 maximumUpload = 0;

    bool operator==(const ExchangeFacts &) const = default;
};

/// A request as the exchange published it, with the exchange's signature over exactly these bytes (JSON).
struct PublishedRequest
{
    AreaRequest request; ///< Published, with publishedAt and publicUrl as the exchange set them.
    QByteArray signedBytes;
    QByteArray signature;
    QByteArray exchangeKey;

    bool operator==(const PublishedRequest &) const = default;
};

/// Offers that came after a cursor, oldest first, and the cursor to ask with next time.
struct OfferPage
{
    QList<ClipOffer> offers;
    QString next;
    bool hasMore = false;

    bool operator==(const OfferPage &) const = default;
};

/// The police side of a footage exchange: publish a request, mark it resolved, see what was shared, take the bytes.
/// There is no way to edit or delete a request, none to see who looked, who was asked or who ignored it, and none to
/// reach a camera: the exchange keeps no such thing. Futures finish on a thread of the client; use
/// `.then(context, ...)`.
class ExchangeClient
{
public:
    virtual ~ExchangeClient() = default;

    [[nodiscard]] virtual QFuture<ExchangeResult<ExchangeFacts>> facts() = 0;

    /// Publishing the same request twice gives the same answer, so that it may be tried again after a broken line.
    [[nodiscard]] virtual QFuture<ExchangeResult<PublishedRequest>> publish(const AreaRequest &request) = 0;

    /// Our own requests as published, newest last.
    [[nodiscard]] virtual QFuture<ExchangeResult<QList<AreaRequest>>> ownRequests() = 0;

    [[nodiscard]] virtual QFuture<ExchangeResult<AreaRequest>> resolve(RequestId request) = 0;

    /// `cursor` is what the last page called `next`; empty for the beginning.
    [[nodiscard]] virtual QFuture<ExchangeResult<OfferPage>> offers(const QString &cursor) = 0;

    /// Writes the offer's bytes into `sink`, from a thread of the client, and ends with their number: exactly
    /// `offer.size`. `sink` must live until the future has finished; cancelling the future ends the transfer. The
    /// progress value of the future is the share that has arrived, 0 to 1000.
    [[nodiscard]] virtual QFuture<ExchangeResult<qint64>> download(const ClipOffer &offer, ByteSink &sink) = 0;

protected:
    ExchangeClient() = default;
    Q_DISABLE_COPY_MOVE(ExchangeClient)
};

} // namespace Porchlight
