// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/id.h"

#include <QPointF>
#include <QRectF>

#include <vector>

namespace Porchlight {

/// Groups agencies that would touch each other on the screen, for every zoom, so that a view never has more marks than
/// can be drawn and read. The same agencies always group the same, in whatever order they come. Immutable.
class AgencyClusters
{
public:
    static constexpr int LastZoom = 17;
    static constexpr double RadiusPixels = 60;

    struct Point
    {
        AgencyId id;
        QPointF world; ///< In the unit square of the projection.
    };

    struct Cluster
    {
        QPointF world;
        int count = 1;
        AgencyId first; ///< The agency with the smallest identity in it: the agency itself where it is alone.

        bool operator==(const Cluster &) const = default;
        [[nodiscard]] bool isSingle() const { return count == 1; }
    };

    AgencyClusters() = default;
    explicit AgencyClusters(std::vector<Point> points);

    [[nodiscard]] bool isEmpty() const { return m_levels.empty(); }
    /// What there is in a rectangle of the unit square at a zoom; `without` stands for itself and is left out.
    [[nodiscard]] std::vector<Cluster> inView(const QRectF &world, double zoom, AgencyId without = {}) const;
    /// The agencies in the cluster whose first agency this is, at that zoom.
    [[nodiscard]] std::vector<AgencyId> agenciesOf(AgencyId first, double zoom) const;
    /// The rectangle around all agencies of a cluster; a point where they are all in one place.
    [[nodiscard]] QRectF extentOf(AgencyId first, double zoom) const;

private:
    struct Node
    {
        QPointF world;
        int count = 1;
        std::size_t first;                 ///< Index of a point.
        std::vector<std::size_t> children; ///< Nodes of the next level; empty on the last.
    };
    using Level = std::vector<Node>;

    [[nodiscard]] static int levelOf(double zoom);
    [[nodiscard]] static Level merged(const Level &below, double radius);
    [[nodiscard]] const Node *find(AgencyId first, int level) const;
    void collect(const Node &node, int level, std::vector<std::size_t> &points) const;
    [[nodiscard]] Cluster withoutAgency(const Node &node, int level, AgencyId id) const;
    [[nodiscard]] Cluster toCluster(const Node &node) const;

    std::vector<Point> m_points; ///< By identity.
    std::vector<Level> m_levels; ///< One a zoom; the last holds the points themselves.
};

} // namespace Porchlight
