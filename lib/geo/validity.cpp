// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/validity.h"

#include "geo/flatfigure.h"

#include <algorithm>
#include <cmath>

namespace Porchlight {

namespace bg = boost::geometry;

namespace {

/// What Boost.Geometry says while it checks, kept with the place. It is asked about one ring, then about the rings
/// of one polygon, then about the polygons of one shape, so that a fault is named where it lies.
class FaultVisitor
{
public:
    struct Said
    {
        bg::validity_failure_type failure = bg::no_failure;
        std::optional<FlatPoint> place;
        long firstSegment = -1;
        long secondSegment = -1;
        bool isTouch = false;
    };

    [[nodiscard]] const Said &said() const { return m_said; }

    template <bg::validity_failure_type Failure>
    bool apply()
    {
        return note(Failure);
    }

    template <bg::validity_failure_type Failure, typename Found>
    bool apply(const Found &found)
    {
        if constexpr (Failure == bg::failure_self_intersections) {
            noteTurn(found.back());
        } else if constexpr (std::is_same_v<Found, FlatPoint>) {
            m_said.place = found;
        }
        return note(Failure);
    }

    template <bg::validity_failure_type Failure, typename Flag, typename Found>
    bool apply(const Flag &, const Found &found)
    {
        if constexpr (std::is_same_v<Found, FlatPoint>) {
            m_said.place = found;
        }
        return note(Failure);
    }

private:
    bool note(bg::validity_failure_type failure)
    {
        m_said.failure = failure;
        return failure == bg::no_failure;
    }

    /// The search ends at the first turn that is not allowed: it is the last one found.
    template <typename Turn>
    void noteTurn(const Turn &turn)
    {
        m_said.place = turn.point;
        m_said.firstSegment = static_cast<long>(turn.operations[0].seg_id.segment_index);
        m_said.secondSegment = static_cast<long>(turn.operations[1].seg_id.segment_index);
        m_said.isTouch = turn.touch_only || turn.method == bg::detail::overlay::method_touch ||
                         turn.method == bg::detail::overlay::method_touch_interior;
    }

    Said m_said;
};

template <typename Figure>
FaultVisitor::Said ask(const Figure &figure)
{
    FaultVisitor visitor;
    bg::is_valid(figure, visitor, bg::strategies::relate::cartesian<>());
    return visitor.said();
}

ShapeFault faultOf(const FaultVisitor::Said &said)
{
    switch (said.failure) {
    case bg::failure_few_points:
    case bg::failure_wrong_topological_dimension:
    case bg::failure_not_closed:
        return ShapeFault::TooFewPoints;
    case bg::failure_spikes:
        return ShapeFault::Spike;
    case bg::failure_self_intersections:
        return said.isTouch ? ShapeFault::TouchesItself : ShapeFault::CrossesItself;
    case bg::failure_interior_rings_outside:
        return ShapeFault::HoleOutside;
    case bg::failure_nested_interior_rings:
    case bg::failure_intersecting_interiors:
        return ShapeFault::RingsOverlap;
    case bg::failure_disconnected_interior:
        return ShapeFault::CutInParts;
    case bg::failure_duplicate_points:
        return ShapeFault::DuplicateVertex;
    case bg::failure_invalid_coordinate:
        return ShapeFault::InvalidCoordinate;
    case bg::no_failure:
    case bg::failure_wrong_orientation:
    case bg::failure_wrong_corner_order:
        break;
    }
    return ShapeFault::Other;
}

std::optional<ShapeFinding> findFaultyPoint(const Ring &ring)
{
    const auto &points = ring.points;
    if (points.empty()) {
        return ShapeFinding{.fault = ShapeFault::Empty};
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i].isValid()) {
            return ShapeFinding{
                .fault = ShapeFault::InvalidCoordinate, .place = points[i], .firstEdge = static_cast<int>(i)};
        }
    }
    if (points.size() < 3) {
        return ShapeFinding{.fault = ShapeFault::TooFewPoints, .place = points.front()};
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] == points[(i + 1) % points.size()]) {
            return ShapeFinding{
                .fault = ShapeFault::DuplicateVertex, .place = points[i], .firstEdge = static_cast<int>(i)};
        }
    }
    return std::nullopt;
}

/// A ring that comes back to its start only after a whole turn has a pole inside.
bool enclosesPole(const Ring &ring)
{
    const std::vector<GeoPoint> points = unwrapped(ring.points);
    return std::abs(points.back().longitude - points.front().longitude) > 180;
}

enum class LineEnd { Open, Closed };

/// The first two edges, not neighbours, that have a point in common. A closed line repeats its first point.
std::optional<ShapeFinding> findMeeting(const std::vector<GeoPoint> &points, LineEnd end)
{
    using FlatSegment = bg::model::segment<FlatPoint>;
    for (std::size_t later = 2; later + 1 < points.size(); ++later) {
        const FlatSegment drawn(flat(points[later]), flat(points[later + 1]));
        const bool isLastOfRing = end == LineEnd::Closed && later + 2 == points.size();
        for (std::size_t earlier = isLastOfRing ? 1 : 0; earlier + 1 < later; ++earlier) {
            std::vector<FlatPoint> meetings;
            bg::intersection(drawn, FlatSegment(flat(points[earlier]), flat(points[earlier + 1])), meetings);
            if (!meetings.empty()) {
                return ShapeFinding{.fault = ShapeFault::CrossesItself,
                                    .place = round(meetings.front()),
                                    .firstEdge = static_cast<int>(earlier),
                                    .secondEdge = static_cast<int>(later)};
            }
        }
    }
    return std::nullopt;
}

/// A ring whose loops cancel out has no inside to be wound around; Boost.Geometry calls that a wrong orientation.
std::optional<ShapeFinding> findFaultWithoutArea(const Ring &ring)
{
    std::vector<GeoPoint> points = ring.points;
    points.push_back(points.front());
    if (auto meeting = findMeeting(unwrapped(points), LineEnd::Closed)) {
        return meeting;
    }
    return ShapeFinding{.fault = ShapeFault::TooFewPoints, .place = ring.points.front()};
}

/// Boost's edge number in the ring as it was given: the sheet may hold it the other way round.
int edgeOf(long segment, const Ring &ring, const FlatRing &sheet)
{
    const long count = static_cast<long>(ring.points.size());
    if (segment < 0 || segment >= count) {
        return -1;
    }
    // Neighbours differ, so the second point tells the direction unless both neighbours of the first are one spot,
    // and then the ring is a spike.
    const bool isSameWay = flat(ring.points[1]).y() == sheet[1].y() &&
                           wrappedLongitude(sheet[1].x()) == wrappedLongitude(ring.points[1].longitude);
    return static_cast<int>(isSameWay ? segment : count - 1 - segment);
}

std::optional<ShapeFinding> findFaultyRing(const Ring &ring)
{
    if (auto finding = findFaultyPoint(ring)) {
        return finding;
    }
    if (enclosesPole(ring)) {
        return ShapeFinding{.fault = ShapeFault::EnclosesPole, .place = ring.points.front()};
    }
    FlatPolygon sheet;
    sheet.outer() = flatRing(ring, ring.points.front().longitude);
    const FaultVisitor::Said said = ask(sheet);
    if (said.failure == bg::no_failure) {
        return std::nullopt;
    }
    if (said.failure == bg::failure_wrong_orientation) {
        return findFaultWithoutArea(ring);
    }
    return ShapeFinding{.fault = faultOf(said),
                        .place = said.place ? round(*said.place) : ring.points.front(),
                        .firstEdge = edgeOf(said.firstSegment, ring, sheet.outer()),
                        .secondEdge = edgeOf(said.secondSegment, ring, sheet.outer())};
}

/// The first hole that is not wholly inside the outer ring, or that lies inside another hole.
int faultyHole(const FlatPolygon &sheet, ShapeFault fault)
{
    for (std::size_t i = 0; i < sheet.inners().size(); ++i) {
        if (fault == ShapeFault::HoleOutside && !bg::covered_by(sheet.inners()[i].front(), sheet.outer())) {
            return static_cast<int>(i);
        }
        for (std::size_t j = 0; fault == ShapeFault::RingsOverlap && j < sheet.inners().size(); ++j) {
            if (i != j && bg::covered_by(sheet.inners()[i].front(), sheet.inners()[j])) {
                return static_cast<int>(i);
            }
        }
    }
    return 0;
}

/// Faults between the rings of one polygon, each of which is sound.
std::optional<ShapeFinding> findFaultBetweenRings(const Polygon &polygon)
{
    if (polygon.holes.empty()) {
        return std::nullopt;
    }
    const FlatPolygon sheet = flatPolygon(polygon, polygon.outer.points.front().longitude);
    const FaultVisitor::Said said = ask(sheet);
    if (said.failure == bg::no_failure) {
        return std::nullopt;
    }
    const bool isMeeting = said.failure == bg::failure_self_intersections;
    const ShapeFault fault = isMeeting ? ShapeFault::RingsOverlap : faultOf(said);
    const int hole = faultyHole(sheet, fault);
    return ShapeFinding{.fault = fault,
                        .place = said.place ? round(*said.place)
                                            : polygon.holes[static_cast<std::size_t>(hole)].points.front(),
                        .ring = hole + 1};
}

std::optional<ShapeFinding> findFaultBetweenPolygons(const MultiPolygon &shape)
{
    if (shape.size() < 2) {
        return std::nullopt;
    }
    const FaultVisitor::Said said = ask(flatShape(shape, sheetLongitude(shape)));
    if (said.failure == bg::no_failure) {
        return std::nullopt;
    }
    return ShapeFinding{.fault = ShapeFault::RingsOverlap,
                        .place = said.place ? round(*said.place) : shape.back().outer.points.front(),
                        .polygon = static_cast<int>(shape.size()) - 1};
}

} // namespace

std::optional<ShapeFinding> findFault(const Ring &ring)
{
    return findFaultyRing(ring);
}

std::optional<ShapeFinding> findFault(const Polygon &polygon)
{
    if (auto finding = findFaultyRing(polygon.outer)) {
        return finding;
    }
    for (std::size_t i = 0; i < polygon.holes.size(); ++i) {
        if (auto finding = findFaultyRing(polygon.holes[i])) {
            finding->ring = static_cast<int>(i) + 1;
            return finding;
        }
    }
    return findFaultBetweenRings(polygon);
}

std::optional<ShapeFinding> findFault(const MultiPolygon &shape)
{
    if (shape.empty()) {
        return ShapeFinding{.fault = ShapeFault::Empty};
    }
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (auto finding = findFault(shape[i])) {
            finding->polygon = static_cast<int>(i);
            return finding;
        }
    }
    return findFaultBetweenPolygons(shape);
}

std::optional<ShapeFinding> findCrossing(const std::vector<GeoPoint> &line)
{
    return findMeeting(unwrapped(line), LineEnd::Open);
}

} // namespace Porchlight
