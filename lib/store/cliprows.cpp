// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/cliprows.h"

#include "store/receiptrows.h"
#include "store/recordwords.h"
#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

const QString Columns = u"id, case_id, request_id, digest, sha512, size, original_name, place_text, note, latitude, "
                        "longitude, stated_start, clock_offset, clock_uncertainty, clock_drift, clock_checked, "
                        "container, video_codec, width, height, "
                        "duration, frame_count, audio_codec, damaged, state, decline_reason, sensitive, received_at"_s;
const QString Values = u":id, :case_id, :request_id, :digest, :sha512, :size, :original_name, :place_text, :note, "
                       ":position_latitude, :position_longitude, :stated_start, :clock_offset, :clock_uncertainty, "
                       ":clock_drift, :clock_checked, :container, :video_codec, :width, :height, :duration, "
                       ":frame_count, :audio_codec, :damaged, "
                       ":state, :decline_reason, :sensitive, :received_at"_s;

MediaFacts readFacts(Row &row)
{
    return {.container = row.text(),
            .videoCodec = row.text(),
            .width = row.smallInteger(),
            .height = row.smallInteger(),
            .durationMicroseconds = row.integer(),
            .frameCount = row.integer(),
            .audioCodec = row.text(),
            .isDamaged = row.boolean()};
}

SharedClip readClip(Row &row)
{
    return {.id = row.id<ClipTag>(),
            .caseId = row.id<CaseTag>(),
            .requestId = row.optionalId<RequestTag>(),
            .receipt = {},
            .digest = row.digest(),
            .sha512 = row.bytes(),
            .size = row.integer(),
            .originalName = row.text(),
            .placeText = row.text(),
            .note = row.text(),
            .position = row.optionalPoint(),
            .statedStart = row.optionalTime(),
            .clockOffsetMicroseconds = row.integer(),
            .clockUncertaintyMicroseconds = row.integer(),
            .clockDriftPpb = row.integer(),
            .isClockChecked = row.boolean(),
            .facts = readFacts(row),
            .state = row.word(fromWord<ClipState>),
            .declineReason = row.text(),
            .isSensitive = row.boolean(),
            .receivedAt = row.time()};
}

Statement &bindFacts(Statement &statement, const MediaFacts &facts)
{
    return statement.bind(u"container"_s, facts.container)
        .bind(u"video_codec"_s, facts.videoCodec)
        .bind(u"width"_s, facts.width)
        .bind(u"height"_s, facts.height)
        .bind(u"duration"_s, facts.durationMicroseconds)
        .bind(u"frame_count"_s, facts.frameCount)
        .bind(u"audio_codec"_s, facts.audioCodec)
        .bind(u"damaged"_s, facts.isDamaged);
}

Statement &bindClip(Statement &statement, const SharedClip &clip)
{
    return bindFacts(statement, clip.facts)
        .bind(u"id"_s, clip.id)
        .bind(u"case_id"_s, clip.caseId)
        .bind(u"request_id"_s, clip.requestId)
        .bind(u"digest"_s, clip.digest)
        .bind(u"sha512"_s, clip.sha512)
        .bind(u"size"_s, clip.size)
        .bind(u"original_name"_s, clip.originalName)
        .bind(u"place_text"_s, clip.placeText)
        .bind(u"note"_s, clip.note)
        .bind(u"position"_s, clip.position)
        .bind(u"stated_start"_s, clip.statedStart)
        .bind(u"clock_offset"_s, clip.clockOffsetMicroseconds)
        .bind(u"clock_checked"_s, clip.isClockChecked)
        .bind(u"clock_uncertainty"_s, clip.clockUncertaintyMicroseconds)
        .bind(u"clock_drift"_s, clip.clockDriftPpb)
        .bind(u"state"_s, toWord(clip.state))
        .bind(u"decline_reason"_s, clip.declineReason)
        .bind(u"sensitive"_s, clip.isSensitive)
        .bind(u"received_at"_s, clip.receivedAt);
}

/// Clips as they are in their own table; their receipts are put to them afterwards.
StoreResult<std::vector<SharedClip>> withReceipts(Connection &connection, StoreResult<std::vector<SharedClip>> clips)
{
    if (!clips) {
        return clips;
    }
    for (SharedClip &clip : *clips) {
        auto receipt = findReceiptOfClip(connection, clip.id);
        if (!receipt) {
            return std::unexpected(receipt.error());
        }
        clip.receipt = std::move(*receipt);
    }
    return clips;
}

StoreResult<std::optional<SharedClip>> onlyOne(StoreResult<std::vector<SharedClip>> clips)
{
    return std::move(clips).transform([](std::vector<SharedClip> found) {
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

OfferRecord readOffer(Row &row)
{
    return {.id = row.id<OfferTag>(),
            .requestId = row.id<RequestTag>(),
            .fate = row.word(offerFateFromWord),
            .clipId = row.optionalId<ClipTag>(),
            .reason = row.text(),
            .digest = row.digest(),
            .at = row.time()};
}

const QString SelectOffer = u"select id, request_id, fate, clip_id, reason, digest, decided_at from offer "_s;

} // namespace

StoreResult<void> insertClip(Connection &connection, const SharedClip &clip)
{
    if (clip.receipt) {
        if (const auto done = insertReceipt(connection, *clip.receipt); !done) {
            return done;
        }
    }
    const auto last = connection.number(u"select coalesce(max(position), 0) from shared_clip"_s);
    if (!last) {
        return std::unexpected(last.error());
    }
    Statement statement(connection, u"insert into shared_clip (%1, receipt_id, position) "
                                    "values (%2, :receipt_id, :position)"_s.arg(Columns, Values));
    return bindClip(statement, clip)
        .bind(u"receipt_id"_s, clip.receipt.transform([](const ConsentReceipt &receipt) { return receipt.id; }))
        .bind(u"position"_s, *last + 1)
        .run();
}

StoreResult<void> updateClipState(Connection &connection, ClipId id, ClipState state, const QString &reason)
{
    return Statement(connection, u"update shared_clip set state = :state, decline_reason = :reason where id = :id"_s)
        .bind(u"state"_s, toWord(state))
        .bind(u"reason"_s, reason)
        .bind(u"id"_s, id)
        .runOnOne(id.toString());
}

StoreResult<void> updateClipClock(Connection &connection, ClipId id, const ClipClock &clock)
{
    return Statement(connection, u"update shared_clip set stated_start = :stated_start, clock_offset = :clock_offset, "
                                 "clock_checked = :clock_checked, clock_uncertainty = :clock_uncertainty, "
                                 "clock_drift = :clock_drift where id = :id"_s)
        .bind(u"stated_start"_s, clock.statedStart)
        .bind(u"clock_offset"_s, clock.offsetMicroseconds)
        .bind(u"clock_checked"_s, clock.isChecked)
        .bind(u"clock_uncertainty"_s, clock.uncertaintyMicroseconds)
        .bind(u"clock_drift"_s, clock.driftPpb)
        .bind(u"id"_s, id)
        .runOnOne(id.toString());
}

StoreResult<std::vector<SharedClip>> findClips(Connection &connection, const std::optional<CaseId> &caseId)
{
    const QString narrowing = caseId ? u" where case_id = :case_id"_s : QString();
    Statement statement(connection, u"select %1 from shared_clip%2 order by position"_s.arg(Columns, narrowing));
    if (caseId) {
        statement.bind(u"case_id"_s, *caseId);
    }
    return withReceipts(connection, statement.all(readClip));
}

StoreResult<std::optional<SharedClip>> findClipById(Connection &connection, ClipId id)
{
    Statement statement(connection, u"select %1 from shared_clip where id = :id"_s.arg(Columns));
    return onlyOne(withReceipts(connection, statement.bind(u"id"_s, id).all(readClip)));
}

StoreResult<std::optional<SharedClip>> findClipWithDigest(Connection &connection, CaseId caseId, const Digest &digest)
{
    Statement statement(connection, u"select %1 from shared_clip where case_id = :case_id and digest = :digest "
                                    "order by position"_s.arg(Columns));
    statement.bind(u"case_id"_s, caseId).bind(u"digest"_s, digest);
    return onlyOne(withReceipts(connection, statement.all(readClip)));
}

StoreResult<CaseId> caseOfClip(Connection &connection, ClipId id)
{
    return Statement(connection, u"select case_id from shared_clip where id = :id"_s)
        .bind(u"id"_s, id)
        .first<CaseId>([](Row &row) { return row.id<CaseTag>(); })
        .and_then([id](const std::optional<CaseId> &found) -> StoreResult<CaseId> {
            if (!found) {
                return fail(StoreError::NotFound, id.toString());
            }
            return *found;
        });
}

StoreResult<void> insertOffer(Connection &connection, const OfferRecord &offer)
{
    Statement statement(connection, u"insert into offer (id, request_id, fate, clip_id, reason, digest, decided_at) "
                                    "values (:id, :request_id, :fate, :clip_id, :reason, :digest, :decided_at)"_s);
    return statement.bind(u"id"_s, offer.id)
        .bind(u"request_id"_s, offer.requestId)
        .bind(u"fate"_s, toWord(offer.fate))
        .bind(u"clip_id"_s, offer.clipId)
        .bind(u"reason"_s, offer.reason)
        .bind(u"digest"_s, offer.digest)
        .bind(u"decided_at"_s, offer.at)
        .run();
}

StoreResult<std::optional<OfferRecord>> findOffer(Connection &connection, OfferId id)
{
    return Statement(connection, SelectOffer + u"where id = :id"_s).bind(u"id"_s, id).first(readOffer);
}

StoreResult<std::vector<OfferRecord>> findOffers(Connection &connection, const std::optional<RequestId> &requestId)
{
    const QString narrowing = requestId ? u"where request_id = :request_id "_s : QString();
    Statement statement(connection, SelectOffer + narrowing + u"order by decided_at, id"_s);
    if (requestId) {
        statement.bind(u"request_id"_s, *requestId);
    }
    return statement.all(readOffer);
}

} // namespace Porchlight
