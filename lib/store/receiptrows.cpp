// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/receiptrows.h"

#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

ConsentReceipt readReceipt(Row &row)
{
    return {.id = row.id<ReceiptTag>(),
            .requestId = row.id<RequestTag>(),
            .clipDigest = row.digest(),
            .clipSize = row.integer(),
            .originalName = row.text(),
            .scope = {.sound = row.boolean(),
                      .place = row.word(fromWord<PlacePrecision>),
                      .purpose = row.word(fromWord<UsePurpose>),
                      .until = row.date()},
            .givenAt = row.time(),
            .signedBytes = row.bytes(),
            .signature = row.bytes(),
            .exchangeKey = row.bytes()};
}

} // namespace

StoreResult<void> insertReceipt(Connection &connection, const ConsentReceipt &receipt)
{
    Statement statement(connection,
                        u"insert into consent_receipt (id, request_id, clip_digest, clip_size, original_name, sound, "
                        "place, purpose, valid_until, given_at, signed_bytes, signature, exchange_key) values (:id, "
                        ":request_id, :clip_digest, :clip_size, :original_name, :sound, :place, :purpose, "
                        ":valid_until, :given_at, :signed_bytes, :signature, :exchange_key)"_s);
    return statement.bind(u"id"_s, receipt.id)
        .bind(u"request_id"_s, receipt.requestId)
        .bind(u"clip_digest"_s, receipt.clipDigest)
        .bind(u"clip_size"_s, receipt.clipSize)
        .bind(u"original_name"_s, receipt.originalName)
        .bind(u"sound"_s, receipt.scope.sound)
        .bind(u"place"_s, toWord(receipt.scope.place))
        .bind(u"purpose"_s, toWord(receipt.scope.purpose))
        .bind(u"valid_until"_s, receipt.scope.until)
        .bind(u"given_at"_s, receipt.givenAt)
        .bind(u"signed_bytes"_s, receipt.signedBytes)
        .bind(u"signature"_s, receipt.signature)
        .bind(u"exchange_key"_s, receipt.exchangeKey)
        .run();
}

StoreResult<std::optional<ConsentReceipt>> findReceiptOfClip(Connection &connection, ClipId clipId)
{
    return Statement(connection,
                     u"select r.id, r.request_id, r.clip_digest, r.clip_size, r.original_name, r.sound, r.place, "
                     "r.purpose, r.valid_until, r.given_at, r.signed_bytes, r.signature, r.exchange_key "
                     "from consent_receipt r join shared_clip c on c.receipt_id = r.id where c.id = :clip_id"_s)
        .bind(u"clip_id"_s, clipId)
        .first(readReceipt);
}

} // namespace Porchlight
