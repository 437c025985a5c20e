-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

create table area_request (
    id text not null primary key,
    case_id text not null references case_file (id),
    case_number text not null,
    offence text not null,
    title text not null,
    body text not null,
    area_kind text not null,
    area_geojson ${blob} not null,
    area_square_metres double precision not null,
    area_latitude double precision not null,
    area_longitude double precision not null,
    area_radius_metres double precision not null,
    window_begin bigint not null,
    window_end bigint not null,
    ends_at bigint not null,
    time_zone text not null,
    state text not null,
    officer_id text not null,
    officer_name text not null,
    officer_agency text not null,
    officer_contact text not null,
    published_at bigint not null,
    public_url text not null
);

create index area_request_by_case on area_request (case_id, published_at);
