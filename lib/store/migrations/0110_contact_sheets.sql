-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

alter table still add column kind text not null default 'frame';
