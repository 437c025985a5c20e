-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

create table jurisdiction (
    agency_id text not null primary key references agency (id),
    name text not null,
    geometry ${blob} not null,
    source_name text not null,
    imported_at bigint not null
);
