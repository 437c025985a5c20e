// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays the main job through the real windows on a virtual display: porchlight-journey --out DIR [--size WxH] [--theme
// day|night] [--review-by-day] Where PORCHLIGHT_FIELD_DATA is set, residents share its footage too.

#include "desk.h"
#include "journey.h"
#include "virtualdisplay.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int MostWidth = 1920;
constexpr int MostHeight = 1080;

struct Wishes
{
    QString outFolder;
    QSize size{1280, 800};
    QString theme;
    bool isReviewByDay = false;
};

Wishes readArguments(const QGuiApplication &application)
{
    const QCommandLineOption out(u"out"_s, u"Leave pictures and package in this folder."_s, u"DIR"_s, u"journey"_s);
    const QCommandLineOption size(u"size"_s, u"Size of the window."_s, u"WxH"_s, u"1280x800"_s);
    const QCommandLineOption theme(u"theme"_s, u"Colours of all pages: day or night."_s, u"THEME"_s, u"day"_s);
    const QCommandLineOption review(u"review-by-day"_s, u"Review takes the colours of the other pages."_s);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({out, size, theme, review});
    parser.process(application);
    const QStringList sides = parser.value(size).split(u'x');
    return {.outFolder = QDir(parser.value(out)).absolutePath(),
            .size = QSize(sides.value(0).toInt(), sides.value(1).toInt()).boundedTo({MostWidth, MostHeight}),
            .theme = parser.value(theme),
            .isReviewByDay = parser.isSet(review)};
}

/// The demo clips in the order of their names, then the real ones where there are some.
QStringList clipsToShare()
{
    QStringList clips;
    const QString field = qEnvironmentVariable("PORCHLIGHT_FIELD_DATA");
    QStringList folders{QStringLiteral(PORCHLIGHT_DEMO_CLIPS)};
    if (!field.isEmpty()) {
        folders.append(field + u"/footage"_s);
    }
    for (const QString &folder : std::as_const(folders)) {
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            if (file.suffix() != u"json"_s) {
                clips.append(file.absoluteFilePath());
            }
        }
    }
    return clips;
}

void play(Journey &journey, const Wishes &wishes)
{
    journey.chooseTheme(wishes.theme, wishes.isReviewByDay);
    journey.introduceOfficer();
    journey.findAgency();
    journey.drawArea();
    journey.editAreaByKeys();
    journey.drawTooMuch();
    journey.publishRequest();
    journey.residentsAnswer();
    journey.receiveClips();
    journey.reviewFrames();
    journey.lookCloser();
    journey.lookAtEveryClip();
    journey.reviewTogether();
    journey.exportPackage();
    journey.checkPackage();
}

int run(const QGuiApplication &application)
{
    const Wishes wishes = readArguments(application);
    QDir(wishes.outFolder).removeRecursively();
    const QTemporaryDir data;
    if (!QDir().mkpath(wishes.outFolder) || !data.isValid()) {
        QTextStream(stderr) << "the folder " << wishes.outFolder << " cannot be written\n";
        return 1;
    }
    Desk desk(DeskOptions{.dataDirectory = data.path(), .hasDemoResidents = false});
    desk.open();
    if (!QTest::qWaitFor([&] { return desk.window() != nullptr && desk.window()->isExposed(); }, 60'000)) {
        QTextStream(stderr) << "the window did not open\n";
        return 1;
    }
    desk.window()->setPosition(0, 0);
    desk.window()->resize(wishes.size);
    if (!QTest::qWaitFor([&] { return desk.window()->size() == wishes.size; }, 10'000)) {
        QTextStream(stderr) << "the window did not take the size that was asked for\n";
        return 1;
    }
    Journey journey(*desk.window(), {.outFolder = wishes.outFolder,
                                     .programFolder = QCoreApplication::applicationDirPath(),
                                     .nodeModules = QStringLiteral(PORCHLIGHT_NODE_MODULES),
                                     .residentScript = QStringLiteral(PORCHLIGHT_RESIDENT_SCRIPT),
                                     .clips = clipsToShare()});
    int code = 0;
    try {
        play(journey, wishes);
    } catch (const JourneyFault &fault) {
        QTextStream(stderr) << "the journey ended early: " << QString::fromStdString(fault.what()) << '\n';
        code = 1;
    }
    for (const QString &sentence : journey.account()) {
        QTextStream(stdout) << "- " << sentence << '\n';
    }
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::optional<VirtualDisplay> display = VirtualDisplay::start(MostWidth, MostHeight);
    if (!display) {
        QTextStream(stderr) << "Xvfb could not be started\n";
        return 1;
    }
    qputenv("QT_QPA_PLATFORM", "xcb");
    const QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"porchlight"_s);
    QGuiApplication::setOrganizationName(u"porchlight"_s);
    return run(application);
}
