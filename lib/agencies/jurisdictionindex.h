// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/agency.h"
#include "domain/jurisdiction.h"
#include "geo/areaindex.h"

#include <QHash>

#include <utility>
#include <vector>

namespace Porchlight {

/// Whose ground a spot or an area is on, as far as agencies that take part have their ground on file. An imported
/// jurisdiction goes before the ground that came with the list of agencies. Immutable.
class JurisdictionIndex
{
public:
    struct Ground
    {
        AgencyId agency;
        QString name; ///< The agency's.
        MultiPolygon shape;
    };

    JurisdictionIndex() = default;
    explicit JurisdictionIndex(const std::vector<Agency> &agencies, const std::vector<Jurisdiction> &imported = {});

    [[nodiscard]] const std::vector<Ground> &grounds() const { return m_grounds; }
    [[nodiscard]] const Ground *of(AgencyId agency) const;
    [[nodiscard]] std::vector<const Ground *> at(GeoPoint point) const;
    /// Those that hold all of the area.
    [[nodiscard]] std::vector<const Ground *> around(const MultiPolygon &area) const;
    /// Those that have ground in common with the area.
    [[nodiscard]] std::vector<const Ground *> meeting(const MultiPolygon &area) const;
    /// Every two grounds that overlap, as those of a township and its county do.
    [[nodiscard]] std::vector<std::pair<const Ground *, const Ground *>> overlaps() const;

private:
    [[nodiscard]] std::vector<const Ground *> groundsAt(const std::vector<std::size_t> &places) const;

    std::vector<Ground> m_grounds;
    QHash<AgencyId, std::size_t> m_byAgency;
    AreaIndex m_index;
};

} // namespace Porchlight
