// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/agency.h"
#include "geo/shapes.h"

#include <QHash>

#include <optional>
#include <vector>

namespace Porchlight {

/// What is looked for; empty fields do not narrow.
struct AgencyQuery
{
    QString text; ///< Words of name, place, county, state or ORI, in any order; the beginnings of words are enough.
    std::optional<GeoBounds> bounds; ///< Only agencies that stand in it.
    QString state;                   ///< USPS code.
    QDate asOf;                      ///< Only agencies that took part on that day.
    bool withApprovalOnly = false;

    bool operator==(const AgencyQuery &) const = default;
};

/// All partner agencies, searchable. Case, accents and apostrophes do not count; "PD" finds "Police Department".
/// Immutable; a new one is made when the record changes.
class AgencyDirectory
{
public:
    AgencyDirectory() = default;
    explicit AgencyDirectory(std::vector<Agency> agencies);

    [[nodiscard]] const std::vector<Agency> &agencies() const { return m_agencies; }
    [[nodiscard]] const Agency *find(AgencyId id) const;
    /// The one of that name, as an officer's agency is known by; the one that still takes part first.
    [[nodiscard]] const Agency *findByName(const QString &name) const;

    /// Places in agencies(), best first: names that begin with the text, then names that have it, then the others,
    /// each by name.
    [[nodiscard]] std::vector<std::size_t> search(const AgencyQuery &query) const;

private:
    std::vector<Agency> m_agencies;
    std::vector<QString> m_names; ///< Folded.
    std::vector<QString> m_words; ///< Everything that is searched, folded, a blank in front of each word.
    QHash<AgencyId, std::size_t> m_byId;
};

} // namespace Porchlight
