-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

-- Half of the span that the true time lies in, in microseconds; zero where nobody here has compared the clock.
alter table shared_clip add column clock_uncertainty bigint not null default 0;

-- Nanoseconds that a second by the camera lasts longer than a second.
alter table shared_clip add column clock_drift bigint not null default 0;
