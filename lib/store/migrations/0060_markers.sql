-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

-- A marker is its newest version; versions are never changed. A removed marker's newest version says so.
create table marker_version (
    marker_id text not null,
    version integer not null,
    clip_id text not null references shared_clip (id),
    change text not null,
    first_frame bigint not null,
    last_frame bigint not null,
    first_microseconds bigint not null,
    last_microseconds bigint not null,
    note text not null,
    author_id text not null,
    author_name text not null,
    author_agency text not null,
    author_contact text not null,
    created_at bigint not null,
    officer_id text not null,
    officer_name text not null,
    officer_agency text not null,
    officer_contact text not null,
    at bigint not null,
    primary key (marker_id, version)
);

create index marker_version_by_clip on marker_version (clip_id, marker_id, version);

${append_only marker_version}

create table still (
    id text not null primary key,
    clip_id text not null references shared_clip (id),
    frame bigint not null,
    pts_ticks bigint not null,
    pts_numerator integer not null,
    pts_denominator integer not null,
    picture_type text not null,
    digest text not null,
    size bigint not null,
    note text not null,
    author_id text not null,
    author_name text not null,
    author_agency text not null,
    author_contact text not null,
    taken_at bigint not null
);

create index still_by_clip on still (clip_id, frame);
