// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// lib/places: where is this address, without asking anybody. Reads the list of addresses that lies beside a map pack,
// and typed coordinates. It must never guess silently: an answer says whether it is the house itself.

#include "core/failure.h"
#include "core/geopoint.h"
#include "core/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace Porchlight {

enum class PlaceError {
    NotReadable,
    NotAnAddressList,
    BadPosition,
};

/// An answer to a search.
struct Place
{
    enum class Exactness {
        House,     ///< The house with this number.
        NearHouse, ///< The nearest number on the same side of the street; the one asked for is not in the list.
        Street,    ///< The middle of the street.
        Position,  ///< Typed coordinates.
    };

    QString name;
    Exactness exactness = Exactness::Street;
    GeoPoint position;

    bool operator==(const Place &) const = default;
};

/// The streets of a town with their house numbers. Immutable.
class AddressIndex
{
public:
    AddressIndex() = default;

    /// JSON: {"town": NAME, "streets": {STREET: [[number, latitude, longitude], ...]}}.
    [[nodiscard]] static Result<AddressIndex, Failure<PlaceError>> fromJson(QByteArrayView json);

    /// Best first: streets that begin with what was typed, then streets that have a word beginning so. "412 ash" finds
    /// the house, else its nearest neighbour on the same side.
    [[nodiscard]] std::vector<Place> search(const QString &text, std::size_t most) const;
    /// The street whose house is nearest to a spot, if one is within so many metres; else empty.
    [[nodiscard]] QString nearestStreet(GeoPoint spot, double withinMetres) const;
    [[nodiscard]] std::size_t addressCount() const;

private:
    struct House
    {
        int number = 0;
        GeoPoint position;
    };
    struct Street
    {
        QString name;
        QString folded;
        std::vector<House> houses; ///< By number.
    };

    [[nodiscard]] Place placeOn(const Street &street, std::optional<int> number) const;

    QString m_town;
    std::vector<Street> m_streets;
};

/// "40.2839, -76.8338", "40.2839 N 76.8338 W" or degrees, minutes and seconds: 40°17'02"N 76°50'02"W.
[[nodiscard]] std::optional<GeoPoint> parsePosition(const QString &text);

/// True for text that is meant as a position: it begins with a number that has a fraction, a degree sign or a minus.
[[nodiscard]] bool looksLikePosition(const QString &text);

} // namespace Porchlight
