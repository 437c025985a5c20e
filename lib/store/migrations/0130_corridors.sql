-- SPDX-FileCopyrightText: 2026 Porchlight contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- oldest compatible: 10

-- The route of a corridor as a JSON list of [longitude, latitude]; its half-width stands in area_radius_metres.
alter table area_request add column area_route text not null default '';
