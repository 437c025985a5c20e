// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/markerrows.h"

#include "store/recordwords.h"
#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

const QString Columns =
    u"marker_id, clip_id, first_frame, last_frame, first_microseconds, last_microseconds, note, tags, "
    "author_id, author_name, author_agency, author_contact, created_at, version, change, "
    "officer_id, officer_name, officer_agency, officer_contact, at"_s;

Marker readMarker(Row &row)
{
    return {.id = row.id<MarkerTag>(),
            .clipId = row.id<ClipTag>(),
            .firstFrame = row.integer(),
            .lastFrame = row.integer(),
            .firstMicroseconds = row.integer(),
            .lastMicroseconds = row.integer(),
            .note = row.text(),
            .tags = row.text().split(u',', Qt::SkipEmptyParts),
            .author = row.officer(),
            .createdAt = row.time()};
}

MarkerVersion readVersion(Row &row)
{
    return {.marker = readMarker(row),
            .version = row.smallInteger(),
            .change = row.word(markerChangeFromWord),
            .officer = row.officer(),
            .at = row.time()};
}

Still readStill(Row &row)
{
    Still still;
    still.id = row.id<StillTag>();
    still.clipId = row.id<ClipTag>();
    still.frame = row.integer();
    const qint64 ticks = row.integer();
    const TimeBase base{.numerator = row.smallInteger(), .denominator = row.smallInteger()};
    still.pts = MediaTime(ticks, base);
    still.pictureType = row.text();
    still.digest = row.digest();
    still.size = row.integer();
    still.note = row.text();
    still.author = row.officer();
    still.takenAt = row.time();
    still.kind = row.word(stillKindFromWord);
    return still;
}

StoreResult<void> insertVersion(Connection &connection, const MarkerVersion &version)
{
    Statement statement(connection,
                        u"insert into marker_version (%1) values (:marker_id, :clip_id, :first_frame, "
                        ":last_frame, :first_microseconds, :last_microseconds, :note, :tags, :author_id, "
                        ":author_name, :author_agency, :author_contact, :created_at, :version, :change, "
                        ":officer_id, :officer_name, :officer_agency, :officer_contact, :at)"_s.arg(Columns));
    const Marker &marker = version.marker;
    return statement.bind(u"marker_id"_s, marker.id)
        .bind(u"clip_id"_s, marker.clipId)
        .bind(u"first_frame"_s, marker.firstFrame)
        .bind(u"last_frame"_s, marker.lastFrame)
        .bind(u"first_microseconds"_s, marker.firstMicroseconds)
        .bind(u"last_microseconds"_s, marker.lastMicroseconds)
        .bind(u"note"_s, marker.note)
        .bind(u"tags"_s, marker.tags.join(u','))
        .bind(u"author"_s, marker.author)
        .bind(u"created_at"_s, marker.createdAt)
        .bind(u"version"_s, version.version)
        .bind(u"change"_s, toWord(version.change))
        .bind(u"officer"_s, version.officer)
        .bind(u"at"_s, version.at)
        .run();
}

/// The newest version of a marker that stands.
StoreResult<MarkerVersion> standingVersion(Connection &connection, MarkerId id)
{
    auto found = Statement(connection, u"select %1 from marker_version where marker_id = :marker_id "
                                       "order by version desc limit 1"_s.arg(Columns))
                     .bind(u"marker_id"_s, id)
                     .first(readVersion);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found || (*found)->change == MarkerChange::Removed) {
        return fail(StoreError::NotFound, id.toString());
    }
    return std::move(**found);
}

} // namespace

StoreResult<void> insertMarker(Connection &connection, const Marker &marker, const Officer &officer, UtcTime at)
{
    return insertVersion(connection,
                         {.marker = marker, .version = 1, .change = MarkerChange::Added, .officer = officer, .at = at});
}

StoreResult<void> replaceMarker(Connection &connection, const Marker &marker, const Officer &officer, UtcTime at)
{
    const auto last = standingVersion(connection, marker.id);
    if (!last) {
        return std::unexpected(last.error());
    }
    if (last->marker.clipId != marker.clipId) {
        return fail(StoreError::NotAllowed, marker.id.toString());
    }
    return insertVersion(connection, {.marker = marker,
                                      .version = last->version + 1,
                                      .change = MarkerChange::Changed,
                                      .officer = officer,
                                      .at = at});
}

StoreResult<Marker> endMarker(Connection &connection, MarkerId id, const Officer &officer, UtcTime at)
{
    const auto last = standingVersion(connection, id);
    if (!last) {
        return std::unexpected(last.error());
    }
    return insertVersion(connection, {.marker = last->marker,
                                      .version = last->version + 1,
                                      .change = MarkerChange::Removed,
                                      .officer = officer,
                                      .at = at})
        .transform([&last] { return last->marker; });
}

StoreResult<std::vector<Marker>> findMarkers(Connection &connection, ClipId clipId)
{
    Statement statement(connection,
                        u"select %1 from marker_version m where clip_id = :clip_id and change <> 'removed' "
                        "and not exists (select 1 from marker_version later where later.marker_id = m.marker_id "
                        "and later.version > m.version) order by first_frame, created_at, marker_id"_s.arg(Columns));
    return statement.bind(u"clip_id"_s, clipId).all(readMarker);
}

StoreResult<std::vector<MarkerVersion>> findMarkerVersions(Connection &connection, ClipId clipId)
{
    Statement statement(connection, u"select %1 from marker_version where clip_id = :clip_id "
                                    "order by created_at, marker_id, version"_s.arg(Columns));
    return statement.bind(u"clip_id"_s, clipId).all(readVersion);
}

StoreResult<void> insertStill(Connection &connection, const Still &still)
{
    Statement statement(connection,
                        u"insert into still (id, clip_id, frame, pts_ticks, pts_numerator, pts_denominator, "
                        "picture_type, digest, size, note, author_id, author_name, author_agency, author_contact, "
                        "taken_at, kind) values (:id, :clip_id, :frame, :pts_ticks, :pts_numerator, :pts_denominator, "
                        ":picture_type, :digest, :size, :note, :author_id, :author_name, :author_agency, "
                        ":author_contact, :taken_at, :kind)"_s);
    return statement.bind(u"id"_s, still.id)
        .bind(u"clip_id"_s, still.clipId)
        .bind(u"frame"_s, still.frame)
        .bind(u"pts_ticks"_s, qint64{still.pts.ticks()})
        .bind(u"pts_numerator"_s, still.pts.base().numerator)
        .bind(u"pts_denominator"_s, still.pts.base().denominator)
        .bind(u"picture_type"_s, still.pictureType)
        .bind(u"digest"_s, still.digest)
        .bind(u"size"_s, still.size)
        .bind(u"note"_s, still.note)
        .bind(u"author"_s, still.author)
        .bind(u"taken_at"_s, still.takenAt)
        .bind(u"kind"_s, toWord(still.kind))
        .run();
}

StoreResult<std::vector<Still>> findStills(Connection &connection, ClipId clipId)
{
    return Statement(connection,
                     u"select id, clip_id, frame, pts_ticks, pts_numerator, pts_denominator, picture_type, digest, "
                     "size, note, author_id, author_name, author_agency, author_contact, taken_at, kind "
                     "from still "
                     "where clip_id = :clip_id order by frame, taken_at"_s)
        .bind(u"clip_id"_s, clipId)
        .all(readStill);
}

} // namespace Porchlight
