-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

create table setting (
    name text not null primary key,
    content text not null
);

-- Worked out from the bytes of a clip; can be worked out again.
create table frame_table (
    clip_digest text not null primary key,
    version text not null,
    content ${blob} not null
);
