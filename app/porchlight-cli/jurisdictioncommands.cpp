// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jurisdictioncommands.h"

#include "await.h"
#include "geo/measures.h"
#include "grounds.h"
#include "inworkplace.h"
#include "places/addressindex.h"
#include "workflow/jurisdictionupdate.h"
#include "workflow/sentences.h"

#include <QCommandLineParser>
#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using Ground = JurisdictionIndex::Ground;

QJsonObject reportJson(const JurisdictionPreview &preview, bool isApplied)
{
    QJsonArray grounds;
    for (const ReadGround &ground : preview.reading.grounds) {
        grounds.append(QJsonObject{{u"agency"_s, ground.agencyName},
                                   {u"name"_s, ground.name},
                                   {u"squareMetres"_s, areaSquareMetres(ground.shape)}});
    }
    QJsonArray refused;
    for (const RefusedGround &ground : preview.reading.refused) {
        refused.append(QJsonObject{{u"line"_s, ground.line},
                                   {u"name"_s, ground.name},
                                   {u"reason"_s, toWord(ground.fault)},
                                   {u"sentence"_s, sentenceFor(ground)}});
    }
    return {
        {u"source"_s, preview.sourceName}, {u"applied"_s, isApplied}, {u"grounds"_s, grounds}, {u"refused"_s, refused}};
}

QString reportText(const JurisdictionPreview &preview, bool isApplied)
{
    QString text = u"%1: the grounds of %2 agencies accepted, %3 polygons refused. %4\n"_s.arg(preview.sourceName)
                       .arg(preview.reading.grounds.size())
                       .arg(preview.reading.refused.size())
                       .arg(isApplied ? u"They were kept."_s : u"Nothing was changed."_s);
    for (const RefusedGround &ground : preview.reading.refused) {
        text += u"  "_s + sentenceFor(ground) + u'\n';
    }
    return text;
}

int importGrounds(const CommandContext &context, const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption dryRun(u"dry-run"_s);
    parser.addOption(dryRun);
    if (!parser.parse(QStringList{u"jurisdiction import"_s} + words) || parser.positionalArguments().size() != 1) {
        return context.refuse(u"usage: jurisdiction import FILE [--dry-run]"_s);
    }
    return inWorkplace(context, [&](Workplace &workplace) {
        JurisdictionUpdate update(workplace.store(), workplace.identity(), workplace.clock());
        const auto preview = await(update.preview(parser.positionalArguments().constFirst()));
        if (!preview) {
            return context.refuse(sentenceFor(preview.error()));
        }
        const bool isWanted = !parser.isSet(dryRun) && !preview->reading.grounds.empty();
        if (isWanted) {
            if (const auto kept = await(update.apply(*preview)); !kept) {
                return context.refuse(sentenceFor(kept.error()));
            }
        }
        context.answer(reportJson(*preview, isWanted), reportText(*preview, isWanted));
        return preview->reading.grounds.empty() ? 1 : 0;
    });
}

int answerGrounds(const CommandContext &context, const std::function<int(const JurisdictionIndex &)> &answer)
{
    return inWorkplace(context, [&](Workplace &workplace) {
        const auto grounds = readGrounds(workplace);
        return grounds ? answer(*grounds) : context.refuse(grounds.error());
    });
}

int groundsAt(const CommandContext &context, const QStringList &words)
{
    const auto place = parsePosition(words.join(u' '));
    if (!place) {
        return context.refuse(u"usage: jurisdiction at LATITUDE,LONGITUDE"_s);
    }
    return answerGrounds(context, [&](const JurisdictionIndex &index) {
        QJsonArray list;
        QString text;
        for (const Ground *ground : index.at(*place)) {
            list.append(QJsonObject{{u"agency"_s, ground->name}, {u"squareMetres"_s, areaSquareMetres(ground->shape)}});
            text += ground->name + u'\n';
        }
        const QString none =
            index.grounds().empty() ? u"No jurisdiction is on file."_s : u"That spot is on nobody’s ground."_s;
        context.answer(list, text.isEmpty() ? none : text);
        return 0;
    });
}

QHash<const Ground *, QStringList> overlapsOf(const JurisdictionIndex &index)
{
    QHash<const Ground *, QStringList> overlaps;
    for (const auto &[one, other] : index.overlaps()) {
        overlaps[one].append(other->name);
        overlaps[other].append(one->name);
    }
    return overlaps;
}

int listGrounds(const CommandContext &context, const QStringList &words)
{
    if (!words.isEmpty()) {
        return context.refuse(u"usage: jurisdiction list"_s);
    }
    return answerGrounds(context, [&](const JurisdictionIndex &index) {
        const QHash<const Ground *, QStringList> overlaps = overlapsOf(index);
        QJsonArray list;
        QString text;
        for (const Ground &ground : index.grounds()) {
            const double area = areaSquareMetres(ground.shape);
            const QStringList others = overlaps.value(&ground);
            list.append(QJsonObject{{u"agency"_s, ground.name},
                                    {u"squareMetres"_s, area},
                                    {u"overlaps"_s, QJsonArray::fromStringList(others)}});
            text += u"%1  %2 sq mi%3\n"_s.arg(ground.name)
                        .arg(squareMiles(area), 0, 'f', 2)
                        .arg(others.isEmpty() ? QString() : u"  overlaps "_s + others.join(u", "_s));
        }
        context.answer(list, text.isEmpty() ? u"No jurisdiction is on file."_s : text);
        return 0;
    });
}

} // namespace

CommandTable jurisdictionCommands()
{
    return {
        {u"jurisdiction import"_s, u"FILE [--dry-run]"_s,
         u"Keeps the grounds of agencies from GeoJSON or KML polygons, joined by ORI or name."_s, importGrounds},
        {u"jurisdiction at"_s, u"LATITUDE,LONGITUDE"_s, u"Says on whose ground a spot is."_s, groundsAt},
        {u"jurisdiction list"_s, {}, u"Lists the grounds on file, and which of them overlap."_s, listGrounds},
    };
}

} // namespace Porchlight
