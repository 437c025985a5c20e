// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/validity.h"

#include <QJsonObject>

#include <variant>

namespace Porchlight {

/// An area as it was drawn: polygons, a circle that stays one, or a route with its half-width.
using Figure = std::variant<MultiPolygon, Circle, Corridor>;

[[nodiscard]] std::optional<ShapeFinding> findFault(const Circle &circle);
[[nodiscard]] std::optional<ShapeFinding> findFault(const Figure &figure);

/// The outline on the map; empty for a circle or corridor with a fault.
[[nodiscard]] MultiPolygon outlineOf(const Figure &figure);
/// The disc of a circle, not its outline.
[[nodiscard]] double areaSquareMetres(const Figure &figure);
[[nodiscard]] double perimeterMetres(const Figure &figure);

/// "polygon", "rectangle", "circle" or "corridor".
[[nodiscard]] QString kindWord(const Figure &figure);

/// An RFC 7946 Feature: the outline, and in "properties" the kind and what it was drawn with: "centre" and
/// "radiusMetres", or "route" and "halfWidthMetres". readAreaFile() makes the same figure of it again.
[[nodiscard]] QJsonObject figureToJson(const Figure &figure);

} // namespace Porchlight
