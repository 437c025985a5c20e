// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/clipkeyrows.h"

#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

StoreResult<std::optional<SecretKey>> findClipKey(Connection &connection, const Digest &clip)
{
    auto found = Statement(connection, u"select secret from clip_key where clip_digest = :clip_digest"_s)
                     .bind(u"clip_digest"_s, clip)
                     .first<QByteArray>([](Row &row) { return row.bytes(); });
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return std::nullopt;
    }
    const std::optional<SecretKey> key = SecretKey::fromBytes(**found);
    wipe(**found);
    if (!key) {
        return fail(StoreError::BadValue, u"a key of another length"_s);
    }
    return key;
}

StoreResult<void> makeClipKey(Connection &connection, const Digest &clip, UtcTime now)
{
    const std::optional<SecretKey> key = SecretKey::create();
    if (!key) {
        return fail(StoreError::Broken, u"no randomness"_s);
    }
    QByteArray secret = key->toBytes();
    const auto done = Statement(connection, u"insert into clip_key (clip_digest, secret, made_at) values "
                                            "(:clip_digest, :secret, :made_at) on conflict (clip_digest) do nothing"_s)
                          .bind(u"clip_digest"_s, clip)
                          .bind(u"secret"_s, secret)
                          .bind(u"made_at"_s, now)
                          .run();
    wipe(secret);
    return done;
}

StoreResult<void> removeKeyOfClip(Connection &connection, ClipId id)
{
    return Statement(connection,
                     u"delete from clip_key where clip_digest = (select digest from shared_clip where id = :id) and "
                     "not exists (select 1 from shared_clip where shared_clip.digest = clip_key.clip_digest and "
                     "shared_clip.state not in (:declined, :disputed))"_s)
        .bind(u"id"_s, id)
        .bind(u"declined"_s, toWord(ClipState::Declined))
        .bind(u"disputed"_s, toWord(ClipState::Disputed))
        .run();
}

StoreResult<std::vector<Digest>> findClipKeysBut(Connection &connection, const std::set<Digest> &stay, UtcTime since)
{
    return Statement(connection, u"select clip_digest from clip_key where made_at < :since or exists "
                                 "(select 1 from shared_clip where shared_clip.digest = clip_key.clip_digest)"_s)
        .bind(u"since"_s, since)
        .all<Digest>([](Row &row) { return row.digest(); })
        .transform([&stay](std::vector<Digest> found) {
            std::erase_if(found, [&stay](const Digest &clip) { return stay.contains(clip); });
            return found;
        });
}

StoreResult<void> removeClipKeys(Connection &connection, const std::vector<Digest> &clips)
{
    Statement statement(connection, u"delete from clip_key where clip_digest = :clip_digest"_s);
    for (const Digest &clip : clips) {
        if (const auto done = statement.bind(u"clip_digest"_s, clip).run(); !done) {
            return done;
        }
    }
    return {};
}

} // namespace Porchlight
