// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/jurisdictionindex.h"

#include "geo/geojson.h"

#include <algorithm>

namespace Porchlight {

JurisdictionIndex::JurisdictionIndex(const std::vector<Agency> &agencies, const std::vector<Jurisdiction> &imported)
{
    QHash<AgencyId, QByteArray> grounds;
    for (const Jurisdiction &jurisdiction : imported) {
        grounds.insert(jurisdiction.agency, jurisdiction.geoJson);
    }
    std::vector<MultiPolygon> shapes;
    for (const Agency &agency : agencies) {
        const QByteArray geoJson = grounds.value(agency.id, agency.jurisdiction);
        if (geoJson.isEmpty() || agency.until.isValid()) {
            continue;
        }
        auto shape = readArea(geoJson);
        if (!shape) {
            continue;
        }
        m_byAgency.insert(agency.id, m_grounds.size());
        shapes.push_back(*shape);
        m_grounds.push_back({.agency = agency.id, .name = agency.name, .shape = std::move(*shape)});
    }
    m_index = AreaIndex(shapes);
}

const JurisdictionIndex::Ground *JurisdictionIndex::of(AgencyId agency) const
{
    const auto found = m_byAgency.constFind(agency);
    return found == m_byAgency.cend() ? nullptr : &m_grounds[*found];
}

std::vector<const JurisdictionIndex::Ground *>
JurisdictionIndex::groundsAt(const std::vector<std::size_t> &places) const
{
    std::vector<const Ground *> result;
    std::ranges::transform(places, std::back_inserter(result), [this](std::size_t place) { return &m_grounds[place]; });
    return result;
}

std::vector<const JurisdictionIndex::Ground *> JurisdictionIndex::at(GeoPoint point) const
{
    return groundsAt(m_index.at(point));
}

std::vector<const JurisdictionIndex::Ground *> JurisdictionIndex::around(const MultiPolygon &area) const
{
    return groundsAt(m_index.holding(area));
}

std::vector<const JurisdictionIndex::Ground *> JurisdictionIndex::meeting(const MultiPolygon &area) const
{
    return groundsAt(m_index.meeting(area));
}

std::vector<std::pair<const JurisdictionIndex::Ground *, const JurisdictionIndex::Ground *>>
JurisdictionIndex::overlaps() const
{
    std::vector<std::pair<const Ground *, const Ground *>> result;
    for (const auto &[one, other] : m_index.overlaps()) {
        result.emplace_back(&m_grounds[one], &m_grounds[other]);
    }
    return result;
}

} // namespace Porchlight
