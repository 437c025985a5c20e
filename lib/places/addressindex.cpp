// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "places/addressindex.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr char16_t TrueMinus = 0x2212;
constexpr double MetresPerDegree = 111'320;

/// The usual short forms (USPS Publication 28), so that "412 n ash st" and "412 North Ash Street" are the same.
QString longForm(const QString &word)
{
    static const QHash<QString, QString> forms{
        {u"st"_s, u"street"_s},   {u"ave"_s, u"avenue"_s},     {u"rd"_s, u"road"_s},  {u"ln"_s, u"lane"_s},
        {u"dr"_s, u"drive"_s},    {u"ct"_s, u"court"_s},       {u"pl"_s, u"place"_s}, {u"ter"_s, u"terrace"_s},
        {u"hwy"_s, u"highway"_s}, {u"n"_s, u"north"_s},        {u"s"_s, u"south"_s},  {u"e"_s, u"east"_s},
        {u"w"_s, u"west"_s},      {u"blvd"_s, u"boulevard"_s},
    };
    return forms.value(word, word);
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression apart(u"[\\s,.]+"_s);
    return text.toCaseFolded().split(apart, Qt::SkipEmptyParts);
}

QString folded(const QString &name)
{
    QStringList words;
    for (const QString &word : wordsOf(name)) {
        words.append(longForm(word));
    }
    return words.join(u' ');
}

/// 0 for a street whose name begins with the words, 1 for one that has each of them at the beginning of a word.
std::optional<int> rankOf(const QString &street, const QStringList &words)
{
    if (street.startsWith(words.join(u' ')) || street.startsWith(folded(words.join(u' ')))) {
        return 0;
    }
    const QString padded = u' ' + street;
    const bool hasAll = std::ranges::all_of(words, [&padded](const QString &word) {
        return padded.contains(u' ' + word) || padded.contains(u' ' + longForm(word));
    });
    return hasAll ? std::optional(1) : std::nullopt;
}

std::optional<double> angleOf(const QRegularExpressionMatch &match, const QString &prefix)
{
    const auto part = [&match, &prefix](const QString &name) {
        return match.capturedView(QString(prefix + name)).toDouble();
    };
    const double minutes = part(u"m"_s);
    const double seconds = part(u"s"_s);
    const QString degrees = match.captured(QString(prefix + u"d"_s));
    if (minutes >= 60 || seconds >= 60) {
        return std::nullopt;
    }
    const double size = std::abs(degrees.toDouble()) + minutes / 60 + seconds / 3600;
    const QString side = match.captured(QString(prefix + u"h"_s)).toUpper();
    const bool isNegative = degrees.startsWith(u'-') || side == "S"_L1 || side == "W"_L1;
    return isNegative ? -size : size;
}

} // namespace

Result<AddressIndex, Failure<PlaceError>> AddressIndex::fromJson(QByteArrayView json)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()));
    const QJsonObject streets = document.object().value("streets"_L1).toObject();
    if (streets.isEmpty()) {
        return fail(PlaceError::NotAnAddressList);
    }
    AddressIndex index;
    index.m_town = document.object().value("town"_L1).toString();
    for (auto at = streets.begin(); at != streets.end(); ++at) {
        Street street{.name = at.key(), .folded = folded(at.key()), .houses = {}};
        for (const QJsonValue &each : at.value().toArray()) {
            const QJsonArray house = each.toArray();
            const GeoPoint position{.latitude = house.at(1).toDouble(999), .longitude = house.at(2).toDouble(999)};
            if (!position.isValid() || house.at(0).toInt() <= 0) {
                return fail(PlaceError::BadPosition, street.name);
            }
            street.houses.push_back({.number = house.at(0).toInt(), .position = position});
        }
        if (!street.houses.empty()) {
            std::ranges::sort(street.houses, {}, &House::number);
            index.m_streets.push_back(std::move(street));
        }
    }
    return index;
}

std::size_t AddressIndex::addressCount() const
{
    std::size_t count = 0;
    for (const Street &street : m_streets) {
        count += street.houses.size();
    }
    return count;
}

QString AddressIndex::nearestStreet(GeoPoint spot, double withinMetres) const
{
    // Near enough a plane: degrees of longitude are shorter by the cosine of the latitude.
    const double narrowing = std::cos(spot.latitude * std::numbers::pi / 180);
    double nearest = std::pow(withinMetres / MetresPerDegree, 2);
    QString name;
    for (const Street &street : m_streets) {
        for (const House &house : street.houses) {
            const double north = house.position.latitude - spot.latitude;
            const double east = (house.position.longitude - spot.longitude) * narrowing;
            if (north * north + east * east < nearest) {
                nearest = north * north + east * east;
                name = street.name;
            }
        }
    }
    return name;
}

std::vector<Place> AddressIndex::search(const QString &text, std::size_t most) const
{
    QStringList words = wordsOf(text);
    std::optional<int> number;
    bool isNumber = false;
    if (words.size() > 1 && words.constFirst().toInt(&isNumber) > 0 && isNumber) {
        number = words.takeFirst().toInt();
    }
    words.removeAll(m_town.toCaseFolded());
    if (words.join(QString()).size() < 2) {
        return {};
    }
    std::vector<std::pair<int, const Street *>> found;
    for (const Street &street : m_streets) {
        if (const auto rank = rankOf(street.folded, words)) {
            found.emplace_back(*rank, &street);
        }
    }
    std::ranges::sort(found, [](const auto &a, const auto &b) {
        return std::pair(a.first, a.second->name) < std::pair(b.first, b.second->name);
    });
    std::vector<Place> places;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i) {
        places.push_back(placeOn(*found[i].second, number));
    }
    return places;
}

Place AddressIndex::placeOn(const Street &street, std::optional<int> number) const
{
    const House &middle = street.houses[street.houses.size() / 2];
    if (!number) {
        return {.name = street.name, .exactness = Place::Exactness::Street, .position = middle.position};
    }
    const House *nearest = nullptr;
    for (const House &house : street.houses) {
        const bool isSameSide = (house.number - *number) % 2 == 0;
        if (isSameSide && (!nearest || std::abs(house.number - *number) < std::abs(nearest->number - *number))) {
            nearest = &house;
        }
    }
    if (!nearest) {
        return {.name = street.name, .exactness = Place::Exactness::Street, .position = middle.position};
    }
    const bool isExact = nearest->number == *number;
    return {.name = u"%1 %2"_s.arg(nearest->number).arg(street.name),
            .exactness = isExact ? Place::Exactness::House : Place::Exactness::NearHouse,
            .position = nearest->position};
}

std::optional<GeoPoint> parsePosition(const QString &text)
{
    const auto angle = [](const QString &prefix, const QString &sides) {
        return uR"((?<%1d>[-−]?\d{1,3}(?:\.\d+)?)\s*[°º]?\s*(?:(?<%1m>\d{1,2}(?:\.\d+)?)\s*['′’]\s*)?)"
               uR"((?:(?<%1s>\d{1,2}(?:\.\d+)?)\s*["″”]\s*)?(?<%1h>[%2])?)"_s.arg(prefix, sides);
    };
    static const QRegularExpression form(
        u"^\\s*%1\\s*[,;\\s]\\s*%2\\s*$"_s.arg(angle(u"a"_s, u"NSns"_s), angle(u"o"_s, u"EWew"_s)));
    const QRegularExpressionMatch match = form.match(QString(text).replace(QChar(TrueMinus), u'-'));
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto latitude = angleOf(match, u"a"_s);
    const auto longitude = angleOf(match, u"o"_s);
    if (!latitude || !longitude) {
        return std::nullopt;
    }
    const GeoPoint position{.latitude = *latitude, .longitude = *longitude};
    return position.isValid() ? std::optional(position) : std::nullopt;
}

bool looksLikePosition(const QString &text)
{
    static const QRegularExpression form(uR"(^\s*([-−]?\d{1,3}\.\d+|\d{1,3}\s*[°º]|[-−]\d))"_s);
    return form.match(text).hasMatch();
}

} // namespace Porchlight
