// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/shapes.h"

#include <memory>
#include <utility>
#include <vector>

namespace Porchlight {

/// Finds among thousands of areas those at a spot or meeting another area: an R-tree of boxes, then the exact test.
/// Answers are places in the list it was made of, in order. Areas without faults only. Immutable.
class AreaIndex
{
public:
    AreaIndex();
    explicit AreaIndex(const std::vector<MultiPolygon> &shapes);

    [[nodiscard]] std::size_t size() const;
    /// A spot on the edge belongs to it.
    [[nodiscard]] std::vector<std::size_t> at(GeoPoint point) const;
    /// Those that have ground in common with the area; a common edge is not enough.
    [[nodiscard]] std::vector<std::size_t> meeting(const MultiPolygon &area) const;
    /// Those that hold all of the area.
    [[nodiscard]] std::vector<std::size_t> holding(const MultiPolygon &area) const;
    /// Every two that have ground in common, each pair once.
    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> overlaps() const;

private:
    struct Tree;
    std::shared_ptr<const Tree> m_tree; ///< Shared by copies of the index; nothing in it ever changes.
};

} // namespace Porchlight
