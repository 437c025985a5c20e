-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

-- Words with a comma between them.
alter table marker_version add column tags text not null default '';
