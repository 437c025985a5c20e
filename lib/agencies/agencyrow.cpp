// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/agencyrow.h"

#include "agencies/plaintext.h"
#include "agencies/usstates.h"
#include "domain/calendardate.h"
#include "geo/measures.h"
#include "geo/validity.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype LongestText = 2000;
constexpr qsizetype LongestName = 200;
constexpr int MostRequests = 1'000'000;

struct KindWord
{
    QLatin1StringView word;
    AgencyKind kind;
};

/// Looked for in what the list calls the kind, else in the name; the first that fits counts.
constexpr std::array KindWords = {
    KindWord{"fire"_L1, AgencyKind::Fire},
    KindWord{"universit"_L1, AgencyKind::Campus},
    KindWord{"college"_L1, AgencyKind::Campus},
    KindWord{"campus"_L1, AgencyKind::Campus},
    KindWord{"school"_L1, AgencyKind::Campus},
    KindWord{"tribal"_L1, AgencyKind::Tribal},
    KindWord{"state police"_L1, AgencyKind::StatePolice},
    KindWord{"statepolice"_L1, AgencyKind::StatePolice},
    KindWord{"highway patrol"_L1, AgencyKind::StatePolice},
    KindWord{"other"_L1, AgencyKind::Other},
    KindWord{"federal"_L1, AgencyKind::Other},
    KindWord{"sheriff"_L1, AgencyKind::Sheriff},
    KindWord{"police"_L1, AgencyKind::Police},
    KindWord{"public safety"_L1, AgencyKind::Police},
    KindWord{"marshal"_L1, AgencyKind::Police},
    KindWord{"constable"_L1, AgencyKind::Police},
};

AgencyKind kindIn(const QString &text)
{
    const QString words = folded(text);
    const auto found =
        std::ranges::find_if(KindWords, [&words](const KindWord &known) { return words.contains(known.word); });
    return found == KindWords.end() ? AgencyKind::Unknown : found->kind;
}

/// Lists by the FBI say "City" and "County", which tell less than the name does.
AgencyKind readKind(const QString &kind, const QString &name)
{
    const AgencyKind said = kindIn(kind);
    if (said != AgencyKind::Unknown) {
        return said;
    }
    const AgencyKind named = kindIn(name);
    const QString word = folded(kind);
    if (named == AgencyKind::Unknown && word == "city"_L1) {
        return AgencyKind::Police;
    }
    return named == AgencyKind::Unknown && word == "county"_L1 ? AgencyKind::Sheriff : named;
}

bool hasTooLongText(const AgencyTexts &texts)
{
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        if (text.key() != AgencyField::Ground && text.value().size() > LongestText) {
            return true;
        }
    }
    return false;
}

std::optional<double> number(const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace

RowReader::RowReader(DirectoryReading &reading, QDate today)
    : m_reading(reading)
    , m_today(today)
{}

void RowReader::refuse(const RawRow &row, RowFault fault, QString detail)
{
    m_reading.refused.push_back({.line = row.line,
                                 .name = tidied(row.texts.value(AgencyField::Name)).left(LongestName),
                                 .fault = fault,
                                 .detail = std::move(detail)});
}

void RowReader::read(const RawRow &row)
{
    m_row = &row;
    m_agency = {};
    m_notes.clear();
    if (hasTooLongText(row.texts)) {
        refuse(row, RowFault::TooLong);
        return;
    }
    m_agency.name = text(AgencyField::Name);
    if (m_agency.name.isEmpty()) {
        refuse(row, RowFault::NoName);
        return;
    }
    m_agency.kind = readKind(text(AgencyField::Kind), m_agency.name);
    readOri();
    if (!readPlace() || !readPosition()) {
        return;
    }
    m_agency.since = date(AgencyField::Since);
    m_agency.until = date(AgencyField::Until);
    m_agency.approval = text(AgencyField::Approval);
    readNumbersAndLinks();
    keep();
}

QString RowReader::text(AgencyField field)
{
    const QString raw = m_row->texts.value(field);
    if (hasInvisibleCharacters(raw)) {
        note(RowRepair::InvisibleCharacters);
    }
    return tidied(raw);
}

void RowReader::note(RowRepair repair, QString detail)
{
    const RepairedRow row{.line = m_row->line,
                          .name = tidied(m_row->texts.value(AgencyField::Name)),
                          .repair = repair,
                          .detail = std::move(detail)};
    if (std::ranges::find(m_notes, row) == m_notes.end()) {
        m_notes.push_back(row);
    }
}

void RowReader::readOri()
{
    const QString ori = text(AgencyField::Ori).toUpper();
    static const QRegularExpression form(uR"(^[A-Z]{2}[A-Z0-9]{5}(?:[A-Z0-9]{2})?$)"_s);
    if (ori.isEmpty()) {
        return;
    }
    if (!form.match(ori).hasMatch()) {
        note(RowRepair::UnusableOri, ori);
        return;
    }
    m_agency.ori = ori.leftJustified(9, u'0');
}

bool RowReader::readPlace()
{
    m_agency.place = text(AgencyField::Place);
    m_agency.county = text(AgencyField::County);
    const QString state = text(AgencyField::State);
    if (!state.isEmpty()) {
        m_agency.state = stateCode(state);
        if (m_agency.state.isEmpty()) {
            refuse(*m_row, RowFault::UnknownState, state);
            return false;
        }
        if (state.size() > 2) {
            note(RowRepair::StateInFull, state);
        }
    }
    readAddress();
    return true;
}

void RowReader::readAddress()
{
    // "City, ST" or "12 Main Street, City, ST 12345" or "City, State, USA".
    QStringList parts = text(AgencyField::Address).split(u',', Qt::SkipEmptyParts);
    if (parts.size() > 1) {
        const QString last = folded(parts.last());
        if (last == "usa"_L1 || last == "united states"_L1) {
            parts.removeLast();
        }
    }
    static const QRegularExpression postalCode(uR"(\s+\d{5}(?:-\d{4})?\s*$)"_s);
    if (parts.size() < 2) {
        return;
    }
    const QString state = stateCode(parts.last().remove(postalCode));
    if (state.isEmpty()) {
        return;
    }
    if (m_agency.state.isEmpty()) {
        m_agency.state = state;
        note(RowRepair::StateFromAddress, state);
    }
    if (m_agency.place.isEmpty()) {
        m_agency.place = tidied(parts.at(parts.size() - 2));
    }
}

bool RowReader::readPosition()
{
    if (!m_row->fault.isEmpty()) {
        refuse(*m_row, RowFault::BadGeometry, m_row->fault);
        return false;
    }
    if (!readGround()) {
        return false;
    }
    if (!m_row->geometry.points.empty()) {
        m_agency.position = m_row->geometry.points.front();
        return true;
    }
    const QString pair = text(AgencyField::Coordinates);
    return pair.isEmpty() ? readPair(text(AgencyField::Latitude), text(AgencyField::Longitude))
                          : splitCoordinates(pair);
}

bool RowReader::readGround()
{
    const GeoGeometry &geometry = m_row->geometry;
    if (!geometry.areas.empty()) {
        return takeGround(geometry.areas);
    }
    const QString cell = m_row->texts.value(AgencyField::Ground).trimmed();
    // Some lists have a word in a column of that name.
    if (!cell.startsWith(u'{')) {
        return true;
    }
    const auto ground = readArea(cell.toUtf8());
    if (!ground) {
        refuse(*m_row, RowFault::BadGeometry, ground.error().detail);
        return false;
    }
    return takeGround(*ground);
}

bool RowReader::takeGround(const MultiPolygon &ground)
{
    if (const auto finding = findFault(ground)) {
        refuse(*m_row, RowFault::BadGeometry,
               u"the outline is not sound near %1, %2"_s.arg(finding->place.latitude, 0, 'f', 5)
                   .arg(finding->place.longitude, 0, 'f', 5));
        return false;
    }
    m_agency.jurisdiction = areaToGeoJson(ground);
    m_agency.position = centreOf(ground);
    return true;
}

bool RowReader::splitCoordinates(const QString &pair)
{
    static const QRegularExpression wellKnown(uR"(^POINT\s*\(\s*(\S+)\s+(\S+)\s*\)$)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    if (const auto match = wellKnown.match(pair); match.hasMatch()) {
        return readPair(match.captured(2), match.captured(1));
    }
    QString plain = pair;
    plain.remove(u'(').remove(u')').replace(u';', u',');
    const QStringList halves = plain.split(plain.contains(u',') ? u',' : u' ', Qt::SkipEmptyParts);
    return readPair(halves.value(0).trimmed(), halves.value(1).trimmed());
}

bool RowReader::readPair(const QString &latitudeText, const QString &longitudeText)
{
    if (latitudeText.isEmpty() && longitudeText.isEmpty()) {
        return true;
    }
    if (latitudeText.isEmpty() || longitudeText.isEmpty()) {
        note(RowRepair::HalfCoordinates, latitudeText.isEmpty() ? longitudeText : latitudeText);
        return true;
    }
    auto latitude = number(latitudeText);
    auto longitude = number(longitudeText);
    if (!latitude || !longitude) {
        refuse(*m_row, RowFault::NotOnEarth, u"%1, %2"_s.arg(latitudeText, longitudeText));
        return false;
    }
    if (*latitude == 0 && *longitude == 0) {
        note(RowRepair::ZeroCoordinates);
        return true;
    }
    if (std::abs(*latitude) > 90 && std::abs(*latitude) <= 180 && std::abs(*longitude) <= 90) {
        std::swap(latitude, longitude);
        note(RowRepair::SwappedCoordinates, u"%1, %2"_s.arg(latitudeText, longitudeText));
    }
    if (std::abs(*longitude) > 180 && std::abs(*longitude) <= 360) {
        longitude = wrappedLongitude(*longitude);
        note(RowRepair::WrappedLongitude, longitudeText);
    }
    const GeoPoint point{.latitude = *latitude, .longitude = *longitude};
    if (!point.isValid()) {
        refuse(*m_row, RowFault::NotOnEarth, u"%1, %2"_s.arg(latitudeText, longitudeText));
        return false;
    }
    m_agency.position = point;
    return true;
}

QDate RowReader::date(AgencyField field)
{
    const QString written = text(field);
    if (written.isEmpty()) {
        return {};
    }
    const QDate day = readDate(written);
    if (!day.isValid()) {
        note(RowRepair::UnreadableDate, written);
        return {};
    }
    if (day > m_today && field == AgencyField::Since) {
        note(RowRepair::DateInFuture, written);
    }
    return day;
}

void RowReader::readNumbersAndLinks()
{
    const QString count = text(AgencyField::RequestCount);
    if (!count.isEmpty()) {
        QString digits = count;
        digits.remove(u',');
        bool isNumber = false;
        const int value = digits.toInt(&isNumber);
        if (isNumber && value >= 0 && value <= MostRequests) {
            m_agency.requestCount = value;
        } else {
            note(RowRepair::UnreadableNumber, count);
        }
    }
    const QUrl profile(text(AgencyField::Profile), QUrl::StrictMode);
    if (profile.scheme() == "https"_L1 || profile.scheme() == "http"_L1) {
        m_agency.profile = profile;
    }
}

void RowReader::keep()
{
    const QString key = m_agency.ori.isEmpty()
                            ? folded(m_agency.name) + u'|' + m_agency.state + u'|' + folded(m_agency.place)
                            : m_agency.ori;
    const auto before = m_seen.constFind(key);
    if (before == m_seen.cend()) {
        m_seen.insert(key, {.line = m_row->line, .agency = m_agency});
        m_reading.withoutPlace += m_agency.position ? 0 : 1;
        m_reading.repaired.insert(m_reading.repaired.end(), m_notes.begin(), m_notes.end());
        m_reading.agencies.push_back(std::move(m_agency));
        return;
    }
    if (before->agency != m_agency) {
        refuse(*m_row, RowFault::RepeatedAgency, QString::number(before->line));
        return;
    }
    note(RowRepair::SameRowAgain, QString::number(before->line));
    m_reading.repaired.push_back(m_notes.back());
}

} // namespace Porchlight
