-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

-- Who did what to which bytes when, and why. Display texts are kept as they were then, so nothing here refers to
-- another table.
create table custody_event (
    sequence bigint not null primary key,
    format integer not null,
    case_sequence bigint not null,
    at bigint not null,
    action text not null,
    subject text not null,
    subject_id text not null,
    case_id text,
    digest text,
    officer_id text not null,
    officer_name text not null,
    officer_agency text not null,
    officer_contact text not null,
    outcome text not null,
    reason text not null,
    details text not null,
    workstation text not null,
    program_version text not null,
    previous_hash text not null,
    hash text not null unique,
    unique (case_id, case_sequence)
);

create index custody_event_by_action on custody_event (action, sequence);

create index custody_event_by_subject on custody_event (subject_id, sequence);

${append_only custody_event}
