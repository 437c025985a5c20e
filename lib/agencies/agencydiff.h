// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/agency.h"

#include <QStringList>

#include <vector>

namespace Porchlight {

/// Whether agencies that a list does not name have left, or are just not its subject.
enum class ListMeaning { Additions, Complete };

struct ChangedAgency
{
    Agency before;
    Agency after;

    bool operator==(const ChangedAgency &) const = default;
};

/// What a list says that the record does not.
struct AgencyDiff
{
    std::vector<Agency> joined; ///< With new identities.
    std::vector<ChangedAgency> changed;
    std::vector<Agency> left;
    int unchanged = 0;

    [[nodiscard]] bool isEmpty() const { return joined.empty() && changed.empty() && left.empty(); }
};

/// The same agency is the one with the same ORI, else with the same name in the same state and place. What the list
/// leaves empty stays as it is on record; an agency that had left and is named again has come back.
[[nodiscard]] AgencyDiff compareAgencies(const std::vector<Agency> &onRecord, const std::vector<Agency> &listed,
                                         ListMeaning meaning);

} // namespace Porchlight
