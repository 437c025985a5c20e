// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"
#include "selftest.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QIcon>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

struct Wishes
{
    DeskOptions desk;
    bool isSelfTest = false;
};

Wishes readArguments(const QGuiApplication &application)
{
    const QCommandLineOption dataDirectory(u"data-dir"_s, u"Keep everything in this folder."_s, u"DIR"_s);
    const QCommandLineOption demo(u"demo"_s, u"Let made-up residents answer, whatever the settings say."_s);
    const QCommandLineOption selfTest(u"self-test"_s, u"Show every page once on fresh data, then end."_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Ask residents for footage, within limits that are in the machine."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({dataDirectory, demo, selfTest});
    parser.process(application);

    Wishes wishes;
    wishes.isSelfTest = parser.isSet(selfTest);
    wishes.desk.dataDirectory =
        parser.isSet(dataDirectory)
            ? parser.value(dataDirectory)
            : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/porchlight"_s;
    if (parser.isSet(demo)) {
        wishes.desk.hasDemoResidents = true;
    }
    return wishes;
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"porchlight"_s);
    QGuiApplication::setApplicationDisplayName(u"Porchlight"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(PORCHLIGHT_VERSION));
    QGuiApplication::setDesktopFileName(u"org.porchlight.Porchlight"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/icons/porchlight.png"_s));

    Wishes wishes = readArguments(application);
    const QTemporaryDir fresh;
    if (wishes.isSelfTest) {
        wishes.desk.dataDirectory = fresh.path();
    }
    Desk desk(wishes.desk);
    QObject::connect(&desk, &Desk::failed, &application,
                     [](const QString &sentence) { QTextStream(stderr) << sentence << '\n'; });
    SelfTest selfTest(desk);
    if (wishes.isSelfTest) {
        selfTest.start();
    }
    desk.open();
    return QGuiApplication::exec();
}
