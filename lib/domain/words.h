// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

/// The fixed vocabularies of the field. Each enum has a stable word for files and the wire (`toWord`, `fromWord` in
/// domain/json.h); the words people read are made where they are shown.
namespace Porchlight {
Q_NAMESPACE

enum class AgencyKind { Unknown, Police, Sheriff, StatePolice, Campus, Tribal, Fire, Other };
Q_ENUM_NS(AgencyKind)

enum class RequestState { Draft, Published, Resolved, Expired };
Q_ENUM_NS(RequestState)

/// How the area was drawn; a circle stays a circle, a corridor a route and its half-width.
enum class AreaKind { Polygon, Rectangle, Circle, Corridor };
Q_ENUM_NS(AreaKind)

/// How much of the place a resident allowed to be told.
enum class PlacePrecision { None, Block, Address };
Q_ENUM_NS(PlacePrecision)

/// What the clip may be used for.
enum class UsePurpose { ThisCase, ThisCaseAndProsecution };
Q_ENUM_NS(UsePurpose)

enum class ClipState { New, Accepted, Declined, Disputed, Unreadable };
Q_ENUM_NS(ClipState)

} // namespace Porchlight
