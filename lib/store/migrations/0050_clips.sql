-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

create table consent_receipt (
    id text not null primary key,
    request_id text not null references area_request (id),
    clip_digest text not null,
    clip_size bigint not null,
    original_name text not null,
    sound boolean not null,
    place text not null,
    purpose text not null,
    valid_until text not null,
    given_at bigint not null,
    signed_bytes ${blob} not null,
    signature ${blob} not null,
    exchange_key ${blob} not null
);

create table shared_clip (
    id text not null primary key,
    position bigint not null unique,
    case_id text not null references case_file (id),
    request_id text references area_request (id),
    receipt_id text references consent_receipt (id),
    digest text not null,
    sha512 ${blob} not null,
    size bigint not null,
    original_name text not null,
    place_text text not null,
    note text not null,
    latitude double precision,
    longitude double precision,
    stated_start bigint,
    clock_offset bigint not null,
    clock_checked boolean not null,
    container text not null,
    video_codec text not null,
    width integer not null,
    height integer not null,
    duration bigint not null,
    frame_count bigint not null,
    audio_codec text not null,
    damaged boolean not null,
    state text not null,
    decline_reason text not null,
    sensitive boolean not null,
    received_at bigint not null
);

create index shared_clip_by_case on shared_clip (case_id, position);

create index shared_clip_by_digest on shared_clip (digest);

create table offer (
    id text not null primary key,
    request_id text not null references area_request (id),
    fate text not null,
    clip_id text references shared_clip (id),
    reason text not null,
    digest text not null,
    decided_at bigint not null
);

create index offer_by_request on offer (request_id, decided_at);
