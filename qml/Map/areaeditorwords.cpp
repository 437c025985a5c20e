// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areaeditor.h"
#include "geo/geolimits.h"
#include "geo/measures.h"
#include "geoshapes.h"

#include <QLocale>

#include <algorithm>

// What the editor says: sizes, limits, whose ground, what to do next, and why a step was refused.
namespace Porchlight {

namespace {

QLocale numbers()
{
    return {QLocale::English, QLocale::UnitedStates};
}

QString shortMilesOf(double squareMetres)
{
    return numbers().toString(squareMiles(squareMetres), 'g', 3);
}

QString percentText(double share)
{
    return share < 0.01 ? AreaEditor::tr("less than 1 %") : AreaEditor::tr("%1 %").arg(qRound(share * 100));
}

} // namespace

QString AreaEditor::milesText() const
{
    return tr("%1 sq mi").arg(numbers().toString(squareMiles(m_squareMetres), 'f', 3));
}

QString AreaEditor::metresText() const
{
    return tr("%1 m²").arg(numbers().toString(m_squareMetres, 'f', 0));
}

QString AreaEditor::limitsText() const
{
    return tr("allowed %1 – %2 sq mi")
        .arg(shortMilesOf(m_policy.minimumSquareMetres), shortMilesOf(m_policy.maximumSquareMetres));
}

AreaEditor::Size AreaEditor::size() const
{
    if (m_squareMetres < m_policy.minimumSquareMetres) {
        return Size::TooSmall;
    }
    return m_squareMetres > m_policy.maximumSquareMetres ? Size::TooLarge : Size::Allowed;
}

QString AreaEditor::sizeText() const
{
    switch (size()) {
    case Size::TooSmall:
        return tr("too small: at least %1 sq mi").arg(shortMilesOf(m_policy.minimumSquareMetres));
    case Size::TooLarge:
        return tr("too large: at most %1 sq mi").arg(shortMilesOf(m_policy.maximumSquareMetres));
    case Size::Allowed:
        break;
    }
    return limitsText();
}

QString AreaEditor::groundText() const
{
    switch (m_ground) {
    case Ground::Inside:
        return tr("inside %1’s jurisdiction").arg(m_groundName);
    case Ground::Partly:
        return tr("partly outside %1’s jurisdiction: %2 of it").arg(m_groundName, percentText(m_outside->share));
    case Ground::Outside:
        return tr("outside %1’s jurisdiction").arg(m_groundName);
    case Ground::Unknown:
        break;
    }
    const bool isUnknown = !m_nearGround.isKnown() && !m_groundName.isEmpty() && m_squareMetres > 0;
    return isUnknown ? tr("%1’s jurisdiction is not on file, so it is not checked").arg(m_groundName) : QString();
}

QGeoCoordinate AreaEditor::cardPlace() const
{
    std::vector<GeoPoint> points;
    std::ranges::transform(m_outline, std::back_inserter(points), &toPoint);
    const auto bounds = boundsOf(points);
    return bounds ? QGeoCoordinate(bounds->south, bounds->centre().longitude) : QGeoCoordinate();
}

QString AreaEditor::helpText() const
{
    switch (m_tool) {
    case Tool::Select:
        return {};
    case Tool::Rectangle:
        return m_isDrawing ? tr("Click again to finish, Esc cancels")
                           : tr("Click one corner, then the opposite one, or drag");
    case Tool::Circle:
        return m_isDrawing ? tr("Click again to finish, Esc cancels") : tr("Click the centre, then the rim, or drag");
    case Tool::Corridor:
        return m_isDrawing ? tr("Enter or a double click finishes, Ctrl+Z takes a point back, Esc cancels")
                           : tr("Click the points of the route one after the other");
    case Tool::Freehand:
        if (!m_isDrawing) {
            return tr("Hold the button and draw around the area; the outline keeps within %1 m of your line")
                .arg(numbers().toString(m_tolerance, 'g', 2));
        }
        break;
    case Tool::Hole:
        if (!m_isDrawing) {
            return tr("Click the corners of the hole one after the other");
        }
        break;
    case Tool::Polygon:
        if (!m_isDrawing) {
            return tr("Click the corners of the area one after the other");
        }
        break;
    }
    return tr("Enter or a double click finishes, Ctrl+Z takes a corner back, Esc cancels");
}

bool AreaEditor::refuses(const AreaShape &candidate, bool isClosed)
{
    if (candidate.kind == AreaKind::Circle) {
        if (isClosed && candidate.radiusMetres < SmallestRadiusMetres) {
            refuseWith(tr("The rim lies on the centre."));
            return true;
        }
        return false;
    }
    const bool isHole = !isClosed && m_tool == Tool::Hole && !candidate.holes.empty();
    const bool isFirstOfRoute = candidate.kind == AreaKind::Corridor && candidate.points.size() < 2;
    const auto finding = isFirstOfRoute ? std::nullopt
                         : isClosed || candidate.kind == AreaKind::Corridor
                             ? findFault(candidate.figure())
                             : findCrossing(isHole ? candidate.holes.back() : candidate.points);
    if (!finding) {
        clearFault();
        return false;
    }
    showFault(*finding, candidate);
    announceFigure();
    return true;
}

void AreaEditor::refuseWith(const QString &text)
{
    m_faultText = text;
    announceFigure();
}

void AreaEditor::showFault(const ShapeFinding &finding, const AreaShape &candidate)
{
    const bool isOpenHole = m_isDrawing && m_tool == Tool::Hole && finding.ring == 0 && !candidate.holes.empty();
    const int line = isOpenHole ? static_cast<int>(candidate.holes.size()) : finding.ring;
    const std::vector<GeoPoint> &points = candidate.line(line);
    m_faultPlace = toCoordinate(finding.place);
    m_fault.clear();
    const int edge = std::max(finding.firstEdge, finding.secondEdge);
    if (edge >= 0 && edge < static_cast<int>(points.size())) {
        const auto from = static_cast<std::size_t>(edge);
        m_fault = {toCoordinate(points[from]), toCoordinate(points[(from + 1) % points.size()])};
    }
    switch (finding.fault) {
    case ShapeFault::CrossesItself:
    case ShapeFault::TouchesItself:
        m_faultText = tr("The outline would cross itself here. The corner was not set.");
        return;
    case ShapeFault::DuplicateVertex:
        m_faultText = tr("There is a corner here already.");
        return;
    case ShapeFault::Spike:
        m_faultText = tr("The outline would run back along itself here.");
        return;
    case ShapeFault::Empty:
    case ShapeFault::TooFewPoints:
        m_faultText = tr("An area needs at least three corners.");
        return;
    case ShapeFault::HoleOutside:
        m_faultText = tr("The hole would lie outside the area.");
        return;
    case ShapeFault::RingsOverlap:
        m_faultText = tr("The hole would reach across an edge here.");
        return;
    case ShapeFault::CutInParts:
        m_faultText = tr("The hole would cut the area into parts here.");
        return;
    case ShapeFault::InvalidCoordinate:
    case ShapeFault::EnclosesPole:
    case ShapeFault::Other:
        m_faultText = tr("This outline encloses no clear area.");
        return;
    }
}

void AreaEditor::clearFault()
{
    if (m_faultText.isEmpty() && m_fault.isEmpty()) {
        return;
    }
    m_fault.clear();
    m_faultPlace = {};
    m_faultText.clear();
    announceFigure();
}

} // namespace Porchlight
