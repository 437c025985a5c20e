-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

-- Under which that is sealed what is made of the bytes of a clip and kept outside the store. Whoever takes the row away
-- makes all of it unreadable. The same bytes may have come to several cases, and a clip on its way in has no row yet.
create table clip_key (
    clip_digest text not null primary key,
    secret ${blob} not null,
    made_at bigint not null
);
