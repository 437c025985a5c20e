// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencyclusters.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace Porchlight {

namespace {

constexpr double WorldPixels = 256;

/// Finds the nodes around a spot.
class Cells
{
public:
    explicit Cells(double side)
        : m_side(side)
    {}

    void add(QPointF world, std::size_t index) { m_cells[cell(world)].push_back(index); }

    template <typename Visit>
    void visitNear(QPointF world, Visit visit) const
    {
        const QPoint middle = cell(world);
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const auto found = m_cells.constFind(middle + QPoint(dx, dy));
                if (found != m_cells.constEnd()) {
                    std::ranges::for_each(*found, visit);
                }
            }
        }
    }

private:
    [[nodiscard]] QPoint cell(QPointF world) const
    {
        return {static_cast<int>(std::floor(world.x() / m_side)), static_cast<int>(std::floor(world.y() / m_side))};
    }

    double m_side;
    QHash<QPoint, std::vector<std::size_t>> m_cells;
};

} // namespace

AgencyClusters::AgencyClusters(std::vector<Point> points)
    : m_points(std::move(points))
{
    if (m_points.empty()) {
        return;
    }
    std::ranges::sort(m_points, [](const Point &a, const Point &b) { return a.id < b.id; });
    Level last;
    last.reserve(m_points.size());
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        last.push_back({.world = m_points[i].world, .count = 1, .first = i, .children = {}});
    }
    m_levels.resize(LastZoom + 2);
    m_levels.back() = std::move(last);
    for (int zoom = LastZoom; zoom >= 0; --zoom) {
        const double radius = RadiusPixels / (WorldPixels * std::exp2(zoom));
        m_levels[static_cast<std::size_t>(zoom)] = merged(m_levels[static_cast<std::size_t>(zoom) + 1], radius);
    }
}

AgencyClusters::Level AgencyClusters::merged(const Level &below, double radius)
{
    Cells cells(radius);
    for (std::size_t i = 0; i < below.size(); ++i) {
        cells.add(below[i].world, i);
    }
    std::vector<bool> isTaken(below.size(), false);
    Level level;
    for (std::size_t i = 0; i < below.size(); ++i) {
        if (isTaken[i]) {
            continue;
        }
        Node node{.world = {}, .count = 0, .first = below[i].first, .children = {}};
        cells.visitNear(below[i].world, [&](std::size_t j) {
            const QPointF off = below[j].world - below[i].world;
            if (!isTaken[j] && QPointF::dotProduct(off, off) <= radius * radius) {
                isTaken[j] = true;
                node.children.push_back(j);
            }
        });
        std::ranges::sort(node.children);
        for (const std::size_t child : node.children) {
            node.count += below[child].count;
            node.world += below[child].world * below[child].count;
            node.first = std::min(node.first, below[child].first);
        }
        node.world /= node.count;
        level.push_back(std::move(node));
    }
    return level;
}

int AgencyClusters::levelOf(double zoom)
{
    return std::clamp(static_cast<int>(std::floor(zoom)), 0, LastZoom + 1);
}

AgencyClusters::Cluster AgencyClusters::toCluster(const Node &node) const
{
    return {.world = node.world, .count = node.count, .first = m_points[node.first].id};
}

std::vector<AgencyClusters::Cluster> AgencyClusters::inView(const QRectF &world, double zoom, AgencyId without) const
{
    std::vector<Cluster> found;
    if (isEmpty()) {
        return found;
    }
    const int level = levelOf(zoom);
    for (const Node &node : m_levels[static_cast<std::size_t>(level)]) {
        // The view may reach over the date line on either side.
        const double x = node.world.x() + std::round(world.center().x() - node.world.x());
        if (!world.contains(QPointF(x, node.world.y()))) {
            continue;
        }
        const Cluster cluster = without.isNull() ? toCluster(node) : withoutAgency(node, level, without);
        if (cluster.count > 0) {
            found.push_back(cluster);
        }
    }
    return found;
}

AgencyClusters::Cluster AgencyClusters::withoutAgency(const Node &node, int level, AgencyId id) const
{
    std::vector<std::size_t> points;
    collect(node, level, points);
    const auto removed = std::erase_if(points, [this, id](std::size_t i) { return m_points[i].id == id; });
    if (removed == 0) {
        return toCluster(node);
    }
    Cluster cluster{.world = {}, .count = static_cast<int>(points.size()), .first = {}};
    for (const std::size_t i : points) {
        cluster.world += m_points[i].world / cluster.count;
    }
    if (!points.empty()) {
        cluster.first = m_points[*std::ranges::min_element(points)].id;
    }
    return cluster;
}

const AgencyClusters::Node *AgencyClusters::find(AgencyId first, int level) const
{
    // Asked for after a click, with the selected one left out: any agency of a cluster names it.
    for (const Node &node : m_levels[static_cast<std::size_t>(level)]) {
        std::vector<std::size_t> points;
        collect(node, level, points);
        if (std::ranges::any_of(points, [this, first](std::size_t i) { return m_points[i].id == first; })) {
            return &node;
        }
    }
    return nullptr;
}

void AgencyClusters::collect(const Node &node, int level, std::vector<std::size_t> &points) const
{
    if (node.children.empty()) {
        points.push_back(node.first);
        return;
    }
    for (const std::size_t child : node.children) {
        collect(m_levels[static_cast<std::size_t>(level) + 1][child], level + 1, points);
    }
}

std::vector<AgencyId> AgencyClusters::agenciesOf(AgencyId first, double zoom) const
{
    std::vector<AgencyId> ids;
    const Node *node = isEmpty() ? nullptr : find(first, levelOf(zoom));
    if (node) {
        std::vector<std::size_t> points;
        collect(*node, levelOf(zoom), points);
        std::ranges::sort(points);
        std::ranges::transform(points, std::back_inserter(ids), [this](std::size_t i) { return m_points[i].id; });
    }
    return ids;
}

QRectF AgencyClusters::extentOf(AgencyId first, double zoom) const
{
    const Node *node = isEmpty() ? nullptr : find(first, levelOf(zoom));
    if (!node) {
        return {};
    }
    std::vector<std::size_t> points;
    collect(*node, levelOf(zoom), points);
    QPointF low = m_points[points.front()].world;
    QPointF high = low;
    for (const std::size_t i : points) {
        const QPointF world = m_points[i].world;
        low = {std::min(low.x(), world.x()), std::min(low.y(), world.y())};
        high = {std::max(high.x(), world.x()), std::max(high.y(), world.y())};
    }
    return {low, high};
}

} // namespace Porchlight
