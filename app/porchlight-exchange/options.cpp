// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// Beside the installed program, else in the build tree.
QString defaultDemoClips()
{
    const QDir programs(QCoreApplication::applicationDirPath());
    const QString installed = programs.filePath(u"../share/porchlight/democlips"_s);
    return QDir(installed).exists() ? installed : programs.filePath(u"../democlips"_s);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"The reference footage exchange: publishes requests, takes clips residents share."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data-dir"_s, u"Folder of the exchange; made when it is missing."_s, u"dir"_s},
        {u"port"_s, u"Port; 0 for any free one."_s, u"number"_s, u"0"_s},
        {u"lan"_s, u"Residents' pages on every network of this computer. The police side stays on this computer."_s},
        {u"public-url"_s, u"What the addresses of requests begin with."_s, u"url"_s},
        {u"token-file"_s, u"Tokens of agencies, one a line; made with one token when it is missing."_s, u"file"_s},
        {u"max-upload"_s, u"Largest clip in bytes."_s, u"bytes"_s},
        {u"max-storage"_s, u"Most bytes of all clips together."_s, u"bytes"_s},
        {u"time-zone"_s, u"Zone of requests that name none, for example America/New_York."_s, u"name"_s},
        {u"with-parent"_s, u"End when standard input closes."_s},
        {u"demo"_s, u"Simulated residents answer requests after seconds."_s},
        {u"demo-clips"_s, u"Folder of the clips they share."_s, u"dir"_s},
    });
}

bool readBytes(const QCommandLineParser &parser, const QString &name, qint64 &value)
{
    if (!parser.isSet(name)) {
        return true;
    }
    bool isNumber = false;
    value = parser.value(name).toLongLong(&isNumber);
    return isNumber && value > 0;
}

QString readHouse(const QCommandLineParser &parser, HouseOptions &house)
{
    house.dataDirectory = parser.value(u"data-dir"_s);
    house.tokenFile = parser.value(u"token-file"_s);
    if (house.dataDirectory.isEmpty()) {
        return u"--data-dir is missing."_s;
    }
    if (!readBytes(parser, u"max-upload"_s, house.uploads.clipBytes) ||
        !readBytes(parser, u"max-storage"_s, house.uploads.storageBytes)) {
        return u"--max-upload and --max-storage need a number of bytes."_s;
    }
    if (parser.isSet(u"time-zone"_s)) {
        house.rules.zone = QTimeZone(parser.value(u"time-zone"_s).toLatin1());
    }
    return house.rules.zone.isValid() ? QString() : u"--time-zone names no known zone."_s;
}

} // namespace

Result<ExchangeOptions, QString> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments)) {
        return std::unexpected(parser.errorText());
    }
    if (parser.isSet(u"help"_s)) {
        return std::unexpected(parser.helpText());
    }
    if (parser.isSet(u"version"_s)) {
        return std::unexpected(QCoreApplication::applicationVersion());
    }
    ExchangeOptions options;
    if (const QString fault = readHouse(parser, options.house); !fault.isEmpty()) {
        return std::unexpected(fault);
    }
    bool isPort = false;
    options.port = parser.value(u"port"_s).toUShort(&isPort);
    if (!isPort) {
        return std::unexpected(u"--port needs a number up to 65535."_s);
    }
    options.isOnLan = parser.isSet(u"lan"_s);
    options.publicUrl = QUrl(parser.value(u"public-url"_s));
    options.endsWithParent = parser.isSet(u"with-parent"_s);
    options.hasDemo = parser.isSet(u"demo"_s);
    options.demoClips = parser.isSet(u"demo-clips"_s) ? parser.value(u"demo-clips"_s) : defaultDemoClips();
    return options;
}

} // namespace Porchlight
