// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/areaindex.h"

#include "geo/flatfigure.h"

#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <array>

namespace Porchlight {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

namespace {

using Entry = std::pair<FlatBox, std::size_t>;
using BoxTree = bgi::rtree<Entry, bgi::quadratic<16>>;

constexpr std::array Turns{-360.0, 0.0, 360.0};

FlatBox turned(const FlatBox &box, double degrees)
{
    return {FlatPoint(box.min_corner().x() + degrees, box.min_corner().y()),
            FlatPoint(box.max_corner().x() + degrees, box.max_corner().y())};
}

FlatShape turned(FlatShape shape, double degrees)
{
    if (degrees != 0) {
        bg::for_each_point(shape, [degrees](FlatPoint &point) { point.x(point.x() + degrees); });
    }
    return shape;
}

bool haveCommonGround(const FlatShape &a, const FlatShape &b)
{
    return bg::relate(a, b, bg::de9im::mask("T********"));
}

} // namespace

/// Every area lies on a sheet of its own; what is looked for is tried a whole turn to either side as well.
struct AreaIndex::Tree
{
    std::vector<FlatShape> sheets;
    std::vector<FlatBox> boxes; ///< Of sheets; meaningless for an empty one.
    BoxTree tree;

    /// Calls test(sheet, turn) for every area whose box the wanted box meets.
    template <typename Test>
    [[nodiscard]] std::vector<std::size_t> select(const FlatBox &wanted, Test test) const
    {
        std::vector<std::size_t> found;
        for (const double turn : Turns) {
            std::vector<Entry> near;
            tree.query(bgi::intersects(turned(wanted, turn)), std::back_inserter(near));
            for (const Entry &entry : near) {
                if (test(sheets[entry.second], turn)) {
                    found.push_back(entry.second);
                }
            }
        }
        std::ranges::sort(found);
        const auto repeated = std::ranges::unique(found);
        found.erase(repeated.begin(), repeated.end());
        return found;
    }
};

AreaIndex::AreaIndex()
    : AreaIndex(std::vector<MultiPolygon>())
{}

AreaIndex::AreaIndex(const std::vector<MultiPolygon> &shapes)
{
    auto tree = std::make_shared<Tree>();
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        FlatShape sheet = flatShape(shapes[i], sheetLongitude(shapes[i]));
        const bool isEmpty = bg::is_empty(sheet);
        tree->boxes.push_back(isEmpty ? FlatBox() : boxAround(sheet));
        tree->sheets.push_back(std::move(sheet));
        if (!isEmpty) {
            entries.emplace_back(tree->boxes.back(), i);
        }
    }
    tree->tree = BoxTree(entries);
    m_tree = std::move(tree);
}

std::size_t AreaIndex::size() const
{
    return m_tree->sheets.size();
}

std::vector<std::size_t> AreaIndex::at(GeoPoint point) const
{
    const FlatPoint spot = flat(point);
    return m_tree->select({spot, spot}, [&spot](const FlatShape &sheet, double turn) {
        return bg::covered_by(FlatPoint(spot.x() + turn, spot.y()), sheet);
    });
}

std::vector<std::size_t> AreaIndex::meeting(const MultiPolygon &area) const
{
    const FlatShape wanted = flatShape(area, sheetLongitude(area));
    if (bg::is_empty(wanted)) {
        return {};
    }
    return m_tree->select(boxAround(wanted), [&wanted](const FlatShape &sheet, double turn) {
        return haveCommonGround(turned(wanted, turn), sheet);
    });
}

std::vector<std::size_t> AreaIndex::holding(const MultiPolygon &area) const
{
    const FlatShape wanted = flatShape(area, sheetLongitude(area));
    if (bg::is_empty(wanted)) {
        return {};
    }
    return m_tree->select(boxAround(wanted), [&wanted](const FlatShape &sheet, double turn) {
        return bg::covered_by(turned(wanted, turn), sheet);
    });
}

std::vector<std::pair<std::size_t, std::size_t>> AreaIndex::overlaps() const
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < m_tree->sheets.size(); ++i) {
        const FlatShape &own = m_tree->sheets[i];
        if (bg::is_empty(own)) {
            continue;
        }
        const auto others = m_tree->select(m_tree->boxes[i], [&own](const FlatShape &sheet, double turn) {
            return &own < &sheet && haveCommonGround(turned(own, turn), sheet);
        });
        for (const std::size_t other : others) {
            pairs.emplace_back(i, other);
        }
    }
    return pairs;
}

} // namespace Porchlight
