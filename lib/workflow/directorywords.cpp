// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/directorywords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Directory", text);
}

QString place(qint64 line, const QString &name)
{
    return name.isEmpty() ? tr("Line %1").arg(line) : tr("Line %1 (%2)").arg(line).arg(name);
}

QString reasonOf(RowFault fault, const QString &detail)
{
    switch (fault) {
    case RowFault::NoName:
        return tr("has no agency name");
    case RowFault::UnknownState:
        return tr("no state is called “%1”").arg(detail);
    case RowFault::NotOnEarth:
        return tr("“%1” is no place on earth").arg(detail);
    case RowFault::TooManyFields:
        return tr("has more fields than the heading (%1)").arg(detail);
    case RowFault::RepeatedAgency:
        return tr("names the agency of line %1 again and says something else").arg(detail);
    case RowFault::BadGeometry:
        return tr("its geometry cannot be used: %1").arg(detail);
    case RowFault::TooLong:
        return tr("has a field that is too long to be meant");
    case RowFault::NotARecord:
        return tr("is no record");
    }
    Q_UNREACHABLE_RETURN({});
}

QString repairText(RowRepair repair, const QString &detail)
{
    switch (repair) {
    case RowRepair::InvisibleCharacters:
        return tr("invisible characters were taken out");
    case RowRepair::StateInFull:
        return tr("the state “%1” is kept as its code").arg(detail);
    case RowRepair::StateFromAddress:
        return tr("the state %1 was read from the address").arg(detail);
    case RowRepair::HalfCoordinates:
        return tr("only half of its coordinates is there (%1); it is kept without a place").arg(detail);
    case RowRepair::ZeroCoordinates:
        return tr("its coordinates are 0, 0; it is kept without a place");
    case RowRepair::SwappedCoordinates:
        return tr("latitude and longitude were the other way round (%1)").arg(detail);
    case RowRepair::WrappedLongitude:
        return tr("the longitude %1 was counted eastwards past 180").arg(detail);
    case RowRepair::UnreadableDate:
        return tr("“%1” is no date; it is kept without one").arg(detail);
    case RowRepair::DateInFuture:
        return tr("the date %1 lies in the future; it is kept").arg(detail);
    case RowRepair::UnreadableNumber:
        return tr("“%1” is no number of requests; 0 is kept").arg(detail);
    case RowRepair::UnusableOri:
        return tr("“%1” is no ORI; it is kept without one").arg(detail);
    case RowRepair::SameRowAgain:
        return tr("says the same as line %1 and is left out").arg(detail);
    }
    Q_UNREACHABLE_RETURN({});
}

QString faultText(ShapeFault fault)
{
    switch (fault) {
    case ShapeFault::Empty:
        return tr("The area is empty.");
    case ShapeFault::InvalidCoordinate:
        return tr("A coordinate is no place on earth");
    case ShapeFault::TooFewPoints:
        return tr("The outline needs at least three different points, not in one line");
    case ShapeFault::DuplicateVertex:
        return tr("The same point stands twice in a row");
    case ShapeFault::Spike:
        return tr("The outline runs out and back along the same line");
    case ShapeFault::CrossesItself:
        return tr("The outline crosses itself");
    case ShapeFault::TouchesItself:
        return tr("The outline touches itself");
    case ShapeFault::HoleOutside:
        return tr("A hole lies outside its outline");
    case ShapeFault::RingsOverlap:
        return tr("Two outlines overlap");
    case ShapeFault::CutInParts:
        return tr("Holes cut the area into parts");
    case ShapeFault::EnclosesPole:
        return tr("The outline goes around a pole");
    case ShapeFault::Other:
        return tr("The outline is not sound");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString sentenceFor(const RefusedRow &row)
{
    return tr("%1: %2.").arg(place(row.line, row.name), reasonOf(row.fault, row.detail));
}

QString sentenceFor(const RepairedRow &row)
{
    return tr("%1: %2.").arg(place(row.line, row.name), repairText(row.repair, row.detail));
}

QString formatName(DirectoryFormat format)
{
    switch (format) {
    case DirectoryFormat::Csv:
        return u"CSV"_s;
    case DirectoryFormat::GeoJson:
        return u"GeoJSON"_s;
    case DirectoryFormat::Kml:
        return u"KML"_s;
    case DirectoryFormat::JsonByState:
        return tr("JSON by state");
    case DirectoryFormat::JsonList:
        return tr("JSON list");
    }
    Q_UNREACHABLE_RETURN({});
}

QString sentenceFor(const ShapeFinding &finding)
{
    if (finding.fault == ShapeFault::Empty) {
        return faultText(finding.fault);
    }
    return tr("%1, at %2, %3.")
        .arg(faultText(finding.fault))
        .arg(finding.place.latitude, 0, 'f', 6)
        .arg(finding.place.longitude, 0, 'f', 6);
}

QString toWord(ShapeFault fault)
{
    switch (fault) {
    case ShapeFault::Empty:
        return u"empty"_s;
    case ShapeFault::InvalidCoordinate:
        return u"invalid-coordinate"_s;
    case ShapeFault::TooFewPoints:
        return u"too-few-points"_s;
    case ShapeFault::DuplicateVertex:
        return u"duplicate-vertex"_s;
    case ShapeFault::Spike:
        return u"spike"_s;
    case ShapeFault::CrossesItself:
        return u"crosses-itself"_s;
    case ShapeFault::TouchesItself:
        return u"touches-itself"_s;
    case ShapeFault::HoleOutside:
        return u"hole-outside"_s;
    case ShapeFault::RingsOverlap:
        return u"rings-overlap"_s;
    case ShapeFault::CutInParts:
        return u"cut-in-parts"_s;
    case ShapeFault::EnclosesPole:
        return u"encloses-pole"_s;
    case ShapeFault::Other:
        return u"not-sound"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString toWord(RowFault fault)
{
    switch (fault) {
    case RowFault::NoName:
        return u"no-name"_s;
    case RowFault::UnknownState:
        return u"unknown-state"_s;
    case RowFault::NotOnEarth:
        return u"not-on-earth"_s;
    case RowFault::TooManyFields:
        return u"too-many-fields"_s;
    case RowFault::RepeatedAgency:
        return u"repeated-agency"_s;
    case RowFault::BadGeometry:
        return u"bad-geometry"_s;
    case RowFault::TooLong:
        return u"too-long"_s;
    case RowFault::NotARecord:
        return u"not-a-record"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString toWord(RowRepair repair)
{
    switch (repair) {
    case RowRepair::InvisibleCharacters:
        return u"invisible-characters"_s;
    case RowRepair::StateInFull:
        return u"state-in-full"_s;
    case RowRepair::StateFromAddress:
        return u"state-from-address"_s;
    case RowRepair::HalfCoordinates:
        return u"half-coordinates"_s;
    case RowRepair::ZeroCoordinates:
        return u"zero-coordinates"_s;
    case RowRepair::SwappedCoordinates:
        return u"swapped-coordinates"_s;
    case RowRepair::WrappedLongitude:
        return u"wrapped-longitude"_s;
    case RowRepair::UnreadableDate:
        return u"unreadable-date"_s;
    case RowRepair::DateInFuture:
        return u"date-in-future"_s;
    case RowRepair::UnreadableNumber:
        return u"unreadable-number"_s;
    case RowRepair::UnusableOri:
        return u"unusable-ori"_s;
    case RowRepair::SameRowAgain:
        return u"same-row-again"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Porchlight
