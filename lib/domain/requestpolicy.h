// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace Porchlight {

/// The limits a request must obey. The defaults are the only hard limits ever published for such requests (domain
/// notes, "Request for Assistance"), and what they left open: how far back, and how long a request stays open.
struct RequestPolicy
{
    static constexpr double SquareMetresPerSquareMile = 2'589'988.110336; ///< International mile.

    double minimumSquareMetres = 0.025 * SquareMetresPerSquareMile;
    double maximumSquareMetres = 0.5 * SquareMetresPerSquareMile;
    std::chrono::minutes minimumWindow{15};
    std::chrono::minutes maximumWindow{12 * 60};
    std::chrono::days lookBack{45};
    std::chrono::days maximumOpen{14};
    int requestsPerCase = 2;
    int maximumTextCharacters = 2000;

    bool operator==(const RequestPolicy &) const = default;
};

} // namespace Porchlight
