-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

create table directory_import (
    position bigint not null primary key,
    source_name text not null,
    digest text not null,
    format text not null,
    accepted_rows integer not null,
    refused_rows integer not null,
    imported_at bigint not null
);

create table agency (
    id text not null primary key,
    name text not null,
    kind text not null,
    ori text not null,
    place text not null,
    county text not null,
    state text not null,
    latitude double precision,
    longitude double precision,
    since text not null,
    until text not null,
    request_count integer not null,
    approval text not null,
    profile text not null,
    jurisdiction ${blob} not null
);

create index agency_by_name on agency (name);
