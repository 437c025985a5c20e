// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/id.h"
#include "core/utctime.h"
#include "domain/words.h"

#include <QByteArray>
#include <QDate>
#include <QObject>

namespace Porchlight {

/// What one resident allows for one clip. The picture is always part of it: without it nothing is shared.
struct ConsentScope
{
    Q_GADGET
    Q_PROPERTY(bool sound MEMBER sound CONSTANT FINAL)
    Q_PROPERTY(Porchlight::PlacePrecision place MEMBER place CONSTANT FINAL)
    Q_PROPERTY(Porchlight::UsePurpose purpose MEMBER purpose CONSTANT FINAL)
    Q_PROPERTY(QDate until MEMBER until CONSTANT FINAL)

public:
    bool sound = false;
    PlacePrecision place = PlacePrecision::Block;
    UsePurpose purpose = UsePurpose::ThisCase;
    QDate until; ///< Last day of use; always set.

    bool operator==(const ConsentScope &) const = default;
};

/// What one resident allowed for one clip, signed by the exchange with Ed25519 (RFC 8032). `signedBytes` are the exact
/// bytes the signature covers: the JSON of every field above it; they are kept and exported as they arrived.
struct ConsentReceipt
{
    Q_GADGET
    Q_PROPERTY(QString id READ idText CONSTANT FINAL)
    Q_PROPERTY(Porchlight::ConsentScope scope MEMBER scope CONSTANT FINAL)
    Q_PROPERTY(QDateTime givenAt READ givenDateTime CONSTANT FINAL)

public:
    ReceiptId id;
    RequestId requestId;
    Digest clipDigest;
    qint64 clipSize = 0;
    QString originalName; ///< The file's name on the resident's device, as sent.
    ConsentScope scope;
    UtcTime givenAt;
    QByteArray signedBytes;
    QByteArray signature;   ///< 64 bytes.
    QByteArray exchangeKey; ///< Raw Ed25519 public key of the exchange, 32 bytes.

    [[nodiscard]] QString idText() const { return id.toString(); }
    [[nodiscard]] QDateTime givenDateTime() const { return givenAt.toDateTime(); }
    bool operator==(const ConsentReceipt &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::ConsentScope)
Q_DECLARE_METATYPE(Porchlight::ConsentReceipt)
