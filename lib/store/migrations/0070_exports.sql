-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

create table export_package (
    id text not null primary key,
    case_id text not null references case_file (id),
    package_name text not null,
    path text not null,
    digest text not null,
    clip_count integer not null,
    byte_count bigint not null,
    officer_id text not null,
    officer_name text not null,
    officer_agency text not null,
    officer_contact text not null,
    exported_at bigint not null
);

create index export_package_by_case on export_package (case_id, exported_at);
