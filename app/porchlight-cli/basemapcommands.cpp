// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemapcommands.h"

#include "basemap/mapsheet.h"
#include "basemap/mercator.h"
#include "basemap/packshelf.h"
#include "places/addressindex.h"
#include "pngfile.h"
#include "workflow/mapshelf.h"
#include "workflow/packwords.h"
#include "workflow/sentences.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QFontDatabase>
#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int MostPixels = 10'000;
constexpr auto RenderUsage = "usage: basemap render [--pack DIR|FILE]... --center LAT,LON --zoom Z [--bearing B] "
                             "[--style day|night|print] [--size WxH] --out PNG";

PackShelf shelfOf(const CommandContext &context)
{
    return PackShelf(MapShelf::folderIn(context.dataDirectory()));
}

QJsonObject packJson(const MapPack &pack)
{
    const PackManifest &manifest = pack.manifest;
    return {{u"id"_s, manifest.id},
            {u"name"_s, manifest.name},
            {u"build"_s, manifest.build},
            {u"made"_s, manifest.made.toString()},
            {u"bounds"_s, QJsonObject{{u"west"_s, manifest.southWest.longitude},
                                      {u"south"_s, manifest.southWest.latitude},
                                      {u"east"_s, manifest.northEast.longitude},
                                      {u"north"_s, manifest.northEast.latitude}}},
            {u"lowestZoom"_s, manifest.minimumZoom},
            {u"highestZoom"_s, manifest.maximumZoom},
            {u"bytes"_s, manifest.size()},
            {u"credits"_s, manifest.credits},
            {u"hasAddresses"_s, !pack.addressIndex().isEmpty()},
            {u"signer"_s, pack.signer},
            {u"folder"_s, pack.folder}};
}

QString packText(const MapPack &pack)
{
    const PackManifest &manifest = pack.manifest;
    return u"%1 (%2), %3\n  %4\n  %5, %6, %7\n"_s.arg(manifest.name, manifest.id, buildWords(manifest),
                                                      boundsWords(manifest), sizeWords(manifest.size()),
                                                      signerWords(pack), manifest.credits);
}

int install(const CommandContext &context, const QStringList &words)
{
    if (words.size() != 1) {
        return context.refuse(u"usage: basemap install DIR"_s);
    }
    const auto pack = shelfOf(context).install(words.constFirst());
    if (!pack) {
        return context.refuse(sentenceFor(pack.error()));
    }
    context.answer(packJson(*pack), u"installed "_s + packText(*pack));
    return 0;
}

int list(const CommandContext &context, const QStringList &)
{
    QJsonArray json;
    QString text;
    for (const ShelvedPack &each : shelfOf(context).list()) {
        if (each.pack) {
            json.append(packJson(*each.pack));
            text += packText(*each.pack);
        } else {
            const QString name = QFileInfo(each.folder).fileName();
            json.append(QJsonObject{
                {u"folder"_s, each.folder}, {u"id"_s, name}, {u"sentence"_s, sentenceFor(each.pack.error())}});
            text += u"%1\n  %2\n"_s.arg(name, sentenceFor(each.pack.error()));
        }
    }
    context.answer(json, text.isEmpty() ? u"No map pack is installed; the world and the demo town are always there."_s
                                        : text);
    return 0;
}

/// An installed pack by its id, or any folder: what holds a slash or is a folder here is taken for one.
PackResult<MapPack> packNamed(const CommandContext &context, const QString &name)
{
    return QFileInfo(name).isDir() ? readPack(name) : shelfOf(context).find(name);
}

int check(const CommandContext &context, const QStringList &words)
{
    if (words.size() != 1) {
        return context.refuse(u"usage: basemap check ID|DIR"_s);
    }
    const auto pack = packNamed(context, words.constFirst());
    if (!pack) {
        return context.refuse(sentenceFor(pack.error()));
    }
    if (const auto whole = checkPack(*pack); !whole) {
        return context.refuse(sentenceFor(whole.error()));
    }
    QJsonObject json = packJson(*pack);
    json.insert(u"whole"_s, true);
    context.answer(json, u"whole: "_s + packText(*pack));
    return 0;
}

int remove(const CommandContext &context, const QStringList &words)
{
    if (words.size() != 1) {
        return context.refuse(u"usage: basemap remove ID"_s);
    }
    if (const auto removed = shelfOf(context).remove(words.constFirst()); !removed) {
        return context.refuse(sentenceFor(removed.error()));
    }
    context.answer(QJsonObject{{u"removed"_s, words.constFirst()}}, u"removed %1"_s.arg(words.constFirst()));
    return 0;
}

/// The sheet that was asked for, or what is wrong with the words.
Result<MapSheet, QString> sheetOf(const QCommandLineParser &parser)
{
    static const QRegularExpression pixels(u"^([0-9]{1,5})x([0-9]{1,5})$"_s);
    MapSheet sheet{.centre = {}, .fontFamily = u"Inter"_s};
    bool hasZoom = false;
    bool hasBearing = true;
    const auto centre = parsePosition(parser.value(u"center"_s));
    sheet.centre = centre.value_or(GeoPoint());
    sheet.zoom = parser.value(u"zoom"_s).toDouble(&hasZoom);
    if (parser.isSet(u"bearing"_s)) {
        sheet.bearing = parser.value(u"bearing"_s).toDouble(&hasBearing);
    }
    if (parser.isSet(u"size"_s)) {
        const auto found = pixels.match(parser.value(u"size"_s));
        sheet.size = {found.captured(1).toInt(), found.captured(2).toInt()};
    }
    const QStringList styles{u"day"_s, u"night"_s, u"print"_s};
    const qsizetype style = parser.isSet(u"style"_s) ? styles.indexOf(parser.value(u"style"_s)) : 0;
    sheet.theme = static_cast<MapTheme>(std::max<qsizetype>(style, 0));
    const bool isRight = centre && hasZoom && sheet.zoom >= 0 && sheet.zoom <= 22 && hasBearing &&
                         std::isfinite(sheet.bearing) && style >= 0 && !sheet.size.isEmpty() &&
                         sheet.size.width() <= MostPixels && sheet.size.height() <= MostPixels &&
                         parser.isSet(u"out"_s) && parser.positionalArguments().isEmpty();
    if (!isRight) {
        return std::unexpected(QString::fromLatin1(RenderUsage));
    }
    return sheet;
}

/// The world that ships with the program, and the packs that were named, or all that are installed.
Result<void, QString> openPacks(const CommandContext &context, const QStringList &names, MapPacks &packs)
{
    const QDir shipped(QCoreApplication::applicationDirPath() + u"/../share/porchlight/maps"_s);
    QStringList files{shipped.filePath(u"world.pmtiles"_s)};
    std::vector<MapPack> wanted;
    if (names.isEmpty()) {
        for (ShelvedPack &each : shelfOf(context).list()) {
            if (each.pack) {
                wanted.push_back(std::move(*each.pack));
            }
        }
    }
    for (const QString &name : names) {
        if (QFileInfo(name).isFile()) {
            files.append(name);
            continue;
        }
        auto pack = packNamed(context, name);
        if (!pack) {
            return std::unexpected(sentenceFor(pack.error()));
        }
        wanted.push_back(std::move(*pack));
    }
    const auto failures = packs.open(files);
    if (!failures.empty()) {
        return std::unexpected(sentenceFor(failures.front()));
    }
    for (const MapPack &pack : wanted) {
        if (const auto failure = packs.add(pack)) {
            return std::unexpected(sentenceFor(*failure));
        }
    }
    const auto town = names.isEmpty() ? packs.openUnlessCovered(shipped.filePath(u"demotown.pmtiles"_s)) : true;
    if (!town) {
        return std::unexpected(sentenceFor(town.error()));
    }
    return {};
}

void loadFonts()
{
    for (const auto *face : {"Regular", "Medium", "SemiBold"}) {
        QFontDatabase::addApplicationFont(u":/fonts/Inter-%1.otf"_s.arg(QLatin1StringView(face)));
    }
}

int render(const CommandContext &context, const QStringList &words)
{
    QCommandLineParser parser;
    for (const QString &name : {u"pack"_s, u"center"_s, u"zoom"_s, u"bearing"_s, u"style"_s, u"size"_s, u"out"_s}) {
        parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    }
    if (!parser.parse(QStringList{u"basemap render"_s} + words)) {
        return context.refuse(QString::fromLatin1(RenderUsage));
    }
    const auto sheet = sheetOf(parser);
    if (!sheet) {
        return context.refuse(sheet.error());
    }
    MapPacks packs;
    if (const auto opened = openPacks(context, parser.values(u"pack"_s), packs); !opened) {
        return context.refuse(opened.error());
    }
    loadFonts();
    QElapsedTimer timer;
    timer.start();
    const QImage image = paintSheet(*sheet, packs);
    const qint64 milliseconds = timer.elapsed();
    const QString out = parser.value(u"out"_s);
    if (const auto written = writePng(image, out); !written) {
        return context.refuse(written.error());
    }
    const QJsonObject json{{u"file"_s, out},
                           {u"width"_s, image.width()},
                           {u"height"_s, image.height()},
                           {u"milliseconds"_s, milliseconds},
                           {u"brokenTiles"_s, packs.brokenTiles()},
                           {u"hasStreets"_s, packs.hasStreetsAt(Mercator::toWorld(sheet->centre))},
                           {u"credits"_s, packs.credits()}};
    context.answer(json,
                   u"%1: %2×%3, painted in %4 ms"_s.arg(out).arg(image.width()).arg(image.height()).arg(milliseconds));
    return 0;
}

} // namespace

CommandTable basemapCommands()
{
    return {
        {u"basemap install"_s, u"DIR"_s, u"Installs a map pack; a newer build takes the place of an older one."_s,
         install},
        {u"basemap list"_s, {}, u"The map packs that are installed."_s, list},
        {u"basemap check"_s, u"ID|DIR"_s, u"Reads every byte of a map pack and compares it with its manifest."_s,
         check},
        {u"basemap remove"_s, u"ID"_s, u"Removes a map pack."_s, remove},
        {.name = u"basemap render"_s,
         .synopsis = QString::fromLatin1(RenderUsage).mid(u"usage: basemap render "_s.size()),
         .purpose = u"Paints a place as the window does, with labels, scale and credits."_s,
         .run = render,
         .paintsText = true},
    };
}

} // namespace Porchlight
