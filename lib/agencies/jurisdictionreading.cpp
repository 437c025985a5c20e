// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/jurisdictionreading.h"

#include "agencies/agencyfields.h"
#include "agencies/plaintext.h"
#include "agencies/usstates.h"
#include "geo/geolimits.h"
#include "geo/kml.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

struct Piece
{
    qint64 line = 0;
    AgencyTexts texts;
    MultiPolygon shape;
    QString fault;
};

using Pieces = Result<std::vector<Piece>, Failure<GeoFormatError>>;

void put(AgencyTexts &texts, const QString &heading, const QString &value)
{
    // Census files call the whole name of a place NAMELSAD ("Larkfield borough") and its plain name NAME.
    const auto field =
        heading.compare("namelsad"_L1, Qt::CaseInsensitive) == 0 ? std::optional(AgencyField::Place) : fieldOf(heading);
    const QString text = tidied(value);
    if (field && !text.isEmpty() && !texts.contains(*field)) {
        texts.insert(*field, text);
    }
}

Pieces piecesOfGeoJson(QByteArrayView json)
{
    return readGeoJson(json).transform([](std::vector<GeoFeature> features) {
        std::vector<Piece> pieces;
        for (GeoFeature &feature : features) {
            Piece piece{.line = static_cast<qint64>(pieces.size()) + 1,
                        .texts = {},
                        .shape = std::move(feature.geometry.areas),
                        .fault = feature.fault};
            for (auto member = feature.properties.begin(); member != feature.properties.end(); ++member) {
                put(piece.texts, member.key(), member.value().toString());
            }
            pieces.push_back(std::move(piece));
        }
        return pieces;
    });
}

Pieces piecesOfKml(QByteArrayView xml)
{
    return readKml(xml).transform([](std::vector<KmlPlacemark> placemarks) {
        std::vector<Piece> pieces;
        for (KmlPlacemark &placemark : placemarks) {
            Piece piece{.line = placemark.line,
                        .texts = {},
                        .shape = std::move(placemark.geometry.areas),
                        .fault = placemark.fault};
            put(piece.texts, u"name"_s, placemark.name);
            for (const auto &[heading, value] : placemark.extended) {
                put(piece.texts, heading, value);
            }
            pieces.push_back(std::move(piece));
        }
        return pieces;
    });
}

std::size_t mostVertices(const MultiPolygon &shape)
{
    std::size_t most = 0;
    for (const Polygon &polygon : shape) {
        most = std::max(most, vertexCount(polygon));
    }
    return most;
}

/// Collects the grounds of one file.
class GroundCollector
{
public:
    explicit GroundCollector(const std::vector<Agency> &agencies)
    {
        for (const Agency &agency : agencies) {
            if (agency.until.isValid()) {
                continue;
            }
            if (!agency.ori.isEmpty()) {
                m_byOri.insert(agency.ori, &agency);
            }
            m_byName.insert(folded(agency.name), &agency);
        }
    }

    void take(Piece piece)
    {
        if (!piece.fault.isEmpty()) {
            refuse(piece, GroundFault::BadGeometry, piece.fault);
        } else if (piece.shape.empty()) {
            refuse(piece, GroundFault::NoPolygon);
        } else if (const std::size_t most = mostVertices(piece.shape); most > MostVerticesInAnArea) {
            refuse(piece, GroundFault::TooManyVertices, u"%1, more than %2"_s.arg(most).arg(MostVerticesInAnArea));
        } else if (const Agency *agency = agencyOf(piece)) {
            add(std::move(piece), *agency);
        }
    }

    JurisdictionReading finish() { return std::move(m_reading); }

private:
    static QString nameOf(const Piece &piece) { return piece.texts.value(AgencyField::Name); }

    void refuse(const Piece &piece, GroundFault fault, const QString &detail = {})
    {
        m_reading.refused.push_back(
            {.line = piece.line, .name = nameOf(piece), .fault = fault, .detail = detail, .finding = {}});
    }

    const Agency *agencyOf(const Piece &piece)
    {
        const QString ori = piece.texts.value(AgencyField::Ori).toUpper();
        if (const Agency *found = m_byOri.value(ori); !ori.isEmpty() && found != nullptr) {
            return found;
        }
        const QString name = nameOf(piece);
        if (name.isEmpty()) {
            refuse(piece, ori.isEmpty() ? GroundFault::NoName : GroundFault::NoSuchAgency, ori);
            return nullptr;
        }
        QList<const Agency *> found = m_byName.values(folded(name));
        const QString state = stateCode(piece.texts.value(AgencyField::State));
        found.removeIf([&state](const Agency *agency) {
            return !state.isEmpty() && !agency->state.isEmpty() && agency->state != state;
        });
        if (found.size() == 1) {
            return found.constFirst();
        }
        refuse(piece, found.isEmpty() ? GroundFault::NoSuchAgency : GroundFault::SeveralAgencies,
               ori.isEmpty() ? name : u"%1, %2"_s.arg(name, ori));
        return nullptr;
    }

    void add(Piece piece, const Agency &agency)
    {
        const auto known = std::ranges::find(m_reading.grounds, agency.id, &ReadGround::agency);
        MultiPolygon whole = known == m_reading.grounds.end() ? MultiPolygon() : known->shape;
        const bool isPart = !whole.empty();
        whole.insert(whole.end(), piece.shape.begin(), piece.shape.end());
        if (const auto finding = findFault(isPart && findFault(piece.shape) ? piece.shape : whole)) {
            refuse(piece, GroundFault::Unsound);
            m_reading.refused.back().finding = finding;
            return;
        }
        if (isPart) {
            known->shape = std::move(whole);
            return;
        }
        const QString place = piece.texts.value(AgencyField::Place);
        m_reading.grounds.push_back({.agency = agency.id,
                                     .agencyName = agency.name,
                                     .name = nameOf(piece).isEmpty() ? place : nameOf(piece),
                                     .shape = std::move(whole)});
    }

    QHash<QString, const Agency *> m_byOri;
    QMultiHash<QString, const Agency *> m_byName;
    JurisdictionReading m_reading;
};

} // namespace

Result<JurisdictionReading, Failure<GeoFormatError>> readJurisdictions(QByteArrayView utf8,
                                                                       const std::vector<Agency> &agencies)
{
    const QByteArrayView text = utf8.trimmed();
    auto pieces = text.startsWith('<') ? piecesOfKml(text) : piecesOfGeoJson(text);
    if (!pieces) {
        return std::unexpected(pieces.error());
    }
    GroundCollector collector(agencies);
    for (Piece &piece : *pieces) {
        collector.take(std::move(piece));
    }
    JurisdictionReading reading = collector.finish();
    if (reading.grounds.empty() && reading.refused.empty()) {
        return fail(GeoFormatError::NoArea);
    }
    return reading;
}

} // namespace Porchlight
