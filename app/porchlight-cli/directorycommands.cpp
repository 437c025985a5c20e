// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "directorycommands.h"

#include "agencies/agencydirectory.h"
#include "await.h"
#include "domain/json.h"
#include "inworkplace.h"
#include "workflow/agencyupdate.h"
#include "workflow/directorywords.h"
#include "workflow/requestsentences.h"
#include "workflow/sentences.h"

#include <QCommandLineParser>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString lineOf(const Agency &agency)
{
    const QString where = QStringList{agency.place, agency.state}.join(u", "_s);
    const QString since = agency.since.isValid() ? u"since "_s + agency.since.toString(Qt::ISODate) : QString();
    const QString until = agency.until.isValid() ? u"until "_s + agency.until.toString(Qt::ISODate) : QString();
    return u"%1  %2  %3 %4  %5 requests\n"_s.arg(agency.name, where, since, until).arg(agency.requestCount);
}

template <typename Row, typename Kind>
QJsonArray rowsJson(const std::vector<Row> &rows, Kind Row::*kind, const QString &kindName)
{
    QJsonArray list;
    for (const Row &row : rows) {
        list.append(QJsonObject{{u"line"_s, row.line},
                                {u"name"_s, row.name},
                                {kindName, toWord(row.*kind)},
                                {u"detail"_s, row.detail},
                                {u"sentence"_s, sentenceFor(row)}});
    }
    return list;
}

template <typename Row>
QString rowsText(const QString &heading, const std::vector<Row> &rows)
{
    QString text;
    for (const Row &row : rows) {
        text += u"  "_s + sentenceFor(row) + u'\n';
    }
    return rows.empty() ? QString() : u"%1:\n"_s.arg(heading) + text;
}

QJsonObject reportJson(const DirectoryPreview &preview, const AgencyDiff &diff, bool isApplied)
{
    const DirectoryReading &reading = preview.reading;
    return {
        {u"source"_s, preview.sourceName},
        {u"format"_s, formatName(reading.format)},
        {u"encoding"_s, reading.encoding},
        {u"applied"_s, isApplied},
        {u"accepted"_s, static_cast<qint64>(reading.agencies.size())},
        {u"refused"_s, rowsJson(reading.refused, &RefusedRow::fault, u"reason"_s)},
        {u"repaired"_s, rowsJson(reading.repaired, &RepairedRow::repair, u"repair"_s)},
        {u"withoutPlace"_s, reading.withoutPlace},
        {u"unusedColumns"_s, QJsonArray::fromStringList(reading.unusedColumns)},
        {u"joined"_s, static_cast<qint64>(diff.joined.size())},
        {u"changed"_s, static_cast<qint64>(diff.changed.size())},
        {u"left"_s, static_cast<qint64>(diff.left.size())},
        {u"unchanged"_s, diff.unchanged},
    };
}

QString reportText(const DirectoryPreview &preview, const AgencyDiff &diff, bool isApplied)
{
    const DirectoryReading &reading = preview.reading;
    const QString outcome =
        isApplied ? u"The directory was brought up to date."_s : u"Nothing was changed (dry run)."_s;
    return u"%1, %2, %3: %4 agencies accepted, %5 rows refused, %6 repairs, %7 without a place on the map\n"_s
               .arg(preview.sourceName, formatName(reading.format), reading.encoding)
               .arg(reading.agencies.size())
               .arg(reading.refused.size())
               .arg(reading.repaired.size())
               .arg(reading.withoutPlace) +
           u"%1 joined, %2 changed, %3 left, %4 as they were. %5\n"_s.arg(diff.joined.size())
               .arg(diff.changed.size())
               .arg(diff.left.size())
               .arg(diff.unchanged)
               .arg(outcome) +
           rowsText(u"refused"_s, reading.refused) + rowsText(u"repaired"_s, reading.repaired);
}

int importList(const CommandContext &context, const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption dryRun(u"dry-run"_s);
    const QCommandLineOption complete(u"complete"_s);
    parser.addOptions({dryRun, complete});
    if (!parser.parse(QStringList{u"directory import"_s} + words) || parser.positionalArguments().size() != 1) {
        return context.refuse(u"usage: directory import FILE [--dry-run] [--complete]"_s);
    }
    return inWorkplace(context, [&](Workplace &workplace) {
        AgencyUpdate update(workplace.store(), workplace.identity(), workplace.clock());
        const auto preview =
            await(update.preview(parser.positionalArguments().constFirst(),
                                 parser.isSet(complete) ? ListMeaning::Complete : ListMeaning::Additions));
        if (!preview) {
            return context.refuse(sentenceFor(preview.error()));
        }
        if (parser.isSet(dryRun)) {
            context.answer(reportJson(*preview, preview->diff, false), reportText(*preview, preview->diff, false));
            return 0;
        }
        const auto applied = await(update.apply(*preview));
        if (!applied) {
            return context.refuse(sentenceFor(applied.error()));
        }
        context.answer(reportJson(*preview, *applied, true), reportText(*preview, *applied, true));
        return 0;
    });
}

int answerAgencies(const CommandContext &context, const AgencyQuery &query)
{
    return inWorkplace(context, [&](Workplace &workplace) {
        AgencyUpdate update(workplace.store(), workplace.identity(), workplace.clock());
        const auto sample = await(update.importSampleIfEmpty());
        if (!sample) {
            return context.refuse(sentenceFor(sample.error()));
        }
        auto agencies = await(workplace.store().agencies());
        if (!agencies) {
            return context.refuse(sentenceFor(agencies.error()));
        }
        const AgencyDirectory directory(std::move(*agencies));
        QJsonArray list;
        QString text;
        for (const std::size_t index : directory.search(query)) {
            list.append(toJson(directory.agencies()[index]));
            text += lineOf(directory.agencies()[index]);
        }
        context.answer(list, text.isEmpty() ? u"No agency was found."_s : text);
        return 0;
    });
}

int listAgencies(const CommandContext &context, const QStringList &)
{
    return answerAgencies(context, {});
}

int findAgencies(const CommandContext &context, const QStringList &words)
{
    if (words.isEmpty()) {
        return context.refuse(u"usage: directory find TEXT"_s);
    }
    return answerAgencies(context, {.text = words.join(u' ')});
}

} // namespace

CommandTable directoryCommands()
{
    return {
        {u"directory import"_s, u"FILE [--dry-run] [--complete]"_s,
         u"Brings the directory up to date from CSV, GeoJSON or KML; --complete: who is not in it has left."_s,
         importList},
        {u"directory list"_s, {}, u"Lists the partner agencies by name."_s, listAgencies},
        {u"directory find"_s, u"TEXT"_s, u"Finds agencies by name, place, county, state or ORI."_s, findAgencies},
    };
}

} // namespace Porchlight
