// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/shapes.h"

#include <optional>

namespace Porchlight {

/// The ground of an agency, cut down to what lies around the area that is being drawn: grounds may have a hundred
/// thousand vertices, and are asked at every step of the pointer. What is outside of the part is outside of the whole.
class NearGround
{
public:
    void setGround(MultiPolygon ground);
    [[nodiscard]] bool isKnown() const { return !m_ground.empty(); }

    /// Kept until an area leaves its neighbourhood. The whole ground where none of it is near, so that it is never
    /// empty for a ground that is known.
    [[nodiscard]] const MultiPolygon &around(const MultiPolygon &area);

private:
    MultiPolygon m_ground;
    std::size_t m_vertices = 0;
    MultiPolygon m_near;
    std::optional<GeoBounds> m_bounds; ///< Of the neighbourhood that m_near is cut to.
};

} // namespace Porchlight
