-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

create table case_file (
    id text not null primary key,
    number text not null unique,
    title text not null,
    offence text not null,
    opened_at bigint not null
);
