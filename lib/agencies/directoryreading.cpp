// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/directoryreading.h"

#include "agencies/agencyrow.h"
#include "agencies/csvtable.h"
#include "agencies/filetext.h"
#include "agencies/plaintext.h"
#include "agencies/usstates.h"
#include "geo/geojson.h"
#include "geo/kml.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using Done = Result<void, Failure<DirectoryError>>;

/// The meaning of each column; a field that is named twice is taken from the first column that has a value.
struct Columns
{
    std::vector<std::optional<AgencyField>> fields;
    QStringList unused;
};

Columns columnsOf(const QStringList &headings)
{
    Columns columns;
    for (const QString &heading : headings) {
        columns.fields.push_back(fieldOf(heading));
        if (!columns.fields.back() && !tidied(heading).isEmpty()) {
            columns.unused.append(tidied(heading));
        }
    }
    return columns;
}

void put(AgencyTexts &texts, std::optional<AgencyField> field, const QString &value)
{
    if (field && !value.isEmpty() && texts.value(*field).isEmpty()) {
        texts.insert(*field, value);
    }
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

void putMembers(const QJsonObject &members, RawRow &row, QStringList &unused)
{
    for (auto member = members.begin(); member != members.end(); ++member) {
        const auto field = fieldOf(member.key());
        put(row.texts, field, textOf(member.value()));
        if (!field && !unused.contains(member.key())) {
            unused.append(member.key());
        }
    }
}

Done readCsvRows(QByteArrayView utf8, DirectoryReading &reading, RowReader &rows)
{
    const auto table = readCsv(utf8);
    if (!table) {
        return std::unexpected(table.error());
    }
    if (table->records.empty()) {
        return fail(DirectoryError::Empty);
    }
    const QStringList &headings = table->records.front().fields;
    const Columns columns = columnsOf(headings);
    if (std::ranges::find(columns.fields, std::optional(AgencyField::Name)) == columns.fields.end()) {
        return fail(DirectoryError::NoNameColumn, headings.mid(0, 12).join(u", "_s).left(300));
    }
    reading.format = DirectoryFormat::Csv;
    reading.delimiter = QLatin1Char(table->delimiter);
    reading.unusedColumns = columns.unused;
    for (std::size_t i = 1; i < table->records.size(); ++i) {
        const CsvRecord &record = table->records[i];
        RawRow row{.line = record.line, .texts = {}, .geometry = {}, .fault = {}};
        for (qsizetype column = 0; column < std::min(record.fields.size(), headings.size()); ++column) {
            put(row.texts, columns.fields[static_cast<std::size_t>(column)], record.fields[column]);
        }
        if (record.fields.size() > headings.size()) {
            rows.refuse(row, RowFault::TooManyFields, u"%1/%2"_s.arg(record.fields.size()).arg(headings.size()));
        } else {
            rows.read(row);
        }
    }
    return {};
}

Done readKmlRows(QByteArrayView utf8, DirectoryReading &reading, RowReader &rows)
{
    auto placemarks = readKml(utf8);
    if (!placemarks) {
        const auto &error = placemarks.error();
        return fail(error.code == GeoFormatError::NotXml ? DirectoryError::NotXml : DirectoryError::NotAList,
                    error.detail);
    }
    reading.format = DirectoryFormat::Kml;
    for (KmlPlacemark &placemark : *placemarks) {
        RawRow row{.line = placemark.line,
                   .texts = {{AgencyField::Name, placemark.name}, {AgencyField::Address, placemark.address}},
                   .geometry = std::move(placemark.geometry),
                   .fault = placemark.fault};
        for (const auto &[name, value] : placemark.extended) {
            put(row.texts, fieldOf(name), value);
        }
        rows.read(row);
    }
    return {};
}

Done readGeoJsonRows(QByteArrayView utf8, DirectoryReading &reading, RowReader &rows)
{
    auto features = readGeoJson(utf8);
    if (!features) {
        return fail(DirectoryError::NotAList, features.error().detail);
    }
    reading.format = DirectoryFormat::GeoJson;
    qint64 number = 0;
    for (GeoFeature &feature : *features) {
        RawRow row{.line = ++number, .texts = {}, .geometry = std::move(feature.geometry), .fault = feature.fault};
        putMembers(feature.properties, row, reading.unusedColumns);
        rows.read(row);
    }
    return {};
}

/// {"PA": {"PA0220200": {"agency_name": ...}}}
Done readByState(const QJsonObject &states, DirectoryReading &reading, RowReader &rows)
{
    reading.format = DirectoryFormat::JsonByState;
    qint64 number = 0;
    for (auto state = states.begin(); state != states.end(); ++state) {
        const QJsonObject agencies = state.value().toObject();
        for (auto agency = agencies.begin(); agency != agencies.end(); ++agency) {
            RawRow row{.line = ++number, .texts = {}, .geometry = {}, .fault = {}};
            putMembers(agency.value().toObject(), row, reading.unusedColumns);
            put(row.texts, AgencyField::State, state.key());
            put(row.texts, AgencyField::Ori, agency.key());
            rows.read(row);
        }
    }
    return {};
}

Done readList(const QJsonArray &list, DirectoryReading &reading, RowReader &rows)
{
    reading.format = DirectoryFormat::JsonList;
    qint64 number = 0;
    for (const QJsonValue &value : list) {
        RawRow row{.line = ++number, .texts = {}, .geometry = {}, .fault = {}};
        if (!value.isObject()) {
            rows.refuse(row, RowFault::NotARecord);
            continue;
        }
        putMembers(value.toObject(), row, reading.unusedColumns);
        rows.read(row);
    }
    return {};
}

bool isByState(const QJsonObject &object)
{
    if (object.isEmpty()) {
        return false;
    }
    return std::ranges::all_of(object.keys(), [&object](const QString &key) {
        return !stateCode(key).isEmpty() && object.value(key).isObject();
    });
}

Done readJsonRows(const QByteArray &utf8, DirectoryReading &reading, RowReader &rows)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = QByteArrayView(utf8).first(std::min<qsizetype>(error.offset, utf8.size())).count('\n') + 1;
        return fail(DirectoryError::NotJson, u"line %1: %2"_s.arg(line).arg(error.errorString()));
    }
    if (document.isArray()) {
        return readList(document.array(), reading, rows);
    }
    const QJsonObject object = document.object();
    if (isByState(object)) {
        return readByState(object, reading, rows);
    }
    if (!object.contains("type"_L1)) {
        return fail(DirectoryError::NotAList, u"members %1"_s.arg(object.keys().mid(0, 8).join(u", "_s).left(200)));
    }
    return readGeoJsonRows(utf8, reading, rows);
}

} // namespace

Result<DirectoryReading, Failure<DirectoryError>> readDirectory(QByteArrayView bytes, QDate today)
{
    const auto file = readFileText(bytes);
    if (!file) {
        return std::unexpected(file.error());
    }
    DirectoryReading reading;
    reading.encoding = file->encoding;
    RowReader rows(reading, today);
    const QByteArrayView text = QByteArrayView(file->utf8).trimmed();
    const auto readAs = text.startsWith('{') || text.startsWith('[') ? readJsonRows(file->utf8, reading, rows)
                        : text.startsWith('<')                       ? readKmlRows(text, reading, rows)
                                                                     : readCsvRows(file->utf8, reading, rows);
    if (!readAs) {
        return std::unexpected(readAs.error());
    }
    if (reading.agencies.empty()) {
        return fail(DirectoryError::NoAgencies, QString::number(reading.refused.size()));
    }
    return reading;
}

} // namespace Porchlight
