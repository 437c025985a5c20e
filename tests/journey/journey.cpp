// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journey.h"

#include "support/framenumber.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QProcess>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

const QString CaseNumber = u"2026-004117"_s;

QString spoken(const QDateTime &time)
{
    return QLocale(QLocale::English).toString(time, u"yyyy-MM-dd HH:mm"_s);
}

/// What clips.json, beside the demo clips, says of this one; empty for any other clip.
QJsonObject wordsOf(const QFileInfo &clip)
{
    QFile file(clip.dir().filePath(u"clips.json"_s));
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QJsonArray all = QJsonDocument::fromJson(bytes).array();
    for (const QJsonValue &words : all) {
        if (words["file"_L1].toString() == clip.fileName()) {
            return words.toObject();
        }
    }
    return {};
}

/// Runs a program to its end while the window goes on living.
int runToEnd(QProcess &process, const QString &program, const QStringList &arguments)
{
    process.start(program, arguments);
    while (process.state() != QProcess::NotRunning) {
        QTest::qWait(20);
    }
    return process.error() == QProcess::FailedToStart ? -1 : process.exitCode();
}

} // namespace

Journey::Journey(QQuickWindow &window, JourneyPlace place)
    : m_hands(window, place.outFolder)
    , m_place(std::move(place))
{}

void Journey::note(const QString &sentence)
{
    m_account.append(sentence);
}

void Journey::goTo(const QString &tab, const QString &page)
{
    m_hands.click(tab);
    std::ignore = m_hands.see(page);
}

QString Journey::textOf(const QString &objectName)
{
    return m_hands.see(objectName).property("text").toString();
}

void Journey::chooseTheme(const QString &theme, bool isReviewByDay)
{
    m_hands.click(u"settingsTab"_s);
    m_hands.click(theme + u"Button"_s);
    if (isReviewByDay) {
        m_hands.click(u"reviewByNightSwitch"_s);
    }
}

void Journey::introduceOfficer()
{
    m_hands.click(u"settingsTab"_s);
    m_hands.fill(u"officerIdField"_s, u"2217"_s);
    m_hands.fill(u"officerNameField"_s, u"Ada Verne"_s);
    m_hands.fill(u"officerAgencyField"_s, u"Larkfield Police Department"_s);
    m_hands.fill(u"officerContactField"_s, u"555-0100"_s);
    m_hands.click(u"keepOfficerButton"_s);
    m_hands.takePicture(u"01-settings"_s);
}

void Journey::findAgency()
{
    goTo(u"mapTab"_s, u"mapPage"_s);
    m_hands.takePicture(u"02-map"_s);
    m_hands.fill(u"mapSearchField"_s, u"Larkfield Police"_s);
    m_hands.waitUntil(u"the agency is found"_s, [&] { return m_hands.sees(u"agencyRow0"_s); });
    m_hands.click(u"agencyRow0"_s);
    m_hands.takePicture(u"03-agency"_s);
    note(u"found an agency by name: "_s + textOf(u"agencyCount"_s));
}

void Journey::drawArea()
{
    m_hands.click(u"polygonTool"_s);
    const QQuickItem &canvas = m_hands.see(u"mapCanvas"_s);
    // In pixels from the middle, so that the area is the same whatever the size of the window.
    const QList<QPointF> corners{{-75, -116}, {43, -145}, {85, 15}, {21, 116}, {-64, 58}};
    const QPointF middle = canvas.mapToScene({canvas.width() / 2, canvas.height() / 2});
    for (const QPointF &corner : corners) {
        m_hands.clickAt(middle + corner);
    }
    m_hands.press(u"Return"_s);
    note(u"drew an area of "_s + textOf(u"areaMiles"_s) + u", "_s + textOf(u"areaMetres"_s));
    m_hands.takePicture(u"04-area"_s);

    m_hands.press(u"ctrl+z"_s);
    m_hands.press(u"ctrl+shift+z"_s);
}

/// With the mouse put away: Tab leads to a corner, the arrow keys move it, and undo brings back what was drawn.
void Journey::editAreaByKeys()
{
    const QString drawn = textOf(u"areaMetres"_s);
    const QQuickItem &corner = m_hands.see(u"areaHandle2"_s);
    constexpr int MostStops = 60;
    for (int stop = 0; stop < MostStops && !corner.hasActiveFocus(); ++stop) {
        m_hands.press(u"Tab"_s);
    }
    m_hands.waitUntil(u"Tab leads to the third corner"_s, [&] { return corner.hasActiveFocus(); });
    constexpr int Nudges = 4;
    for (int nudge = 0; nudge < Nudges; ++nudge) {
        m_hands.press(u"shift+Right"_s);
    }
    m_hands.waitUntil(u"the area is another"_s, [&] { return textOf(u"areaMetres"_s) != drawn; });
    m_hands.takePicture(u"04-area-by-keys"_s);
    undoTo(drawn);
    note(u"moved a corner with the arrow keys, and undid it"_s);
}

void Journey::undoTo(const QString &squareMetres)
{
    constexpr int MostSteps = 8;
    const auto isBack = [&] {
        return m_hands.sees(u"areaMetres"_s) && textOf(u"areaMetres"_s) == squareMetres;
    };
    for (int step = 0; step < MostSteps && !isBack(); ++step) {
        m_hands.press(u"ctrl+z"_s);
    }
    m_hands.waitUntil(u"undo brings back what was drawn"_s, isBack);
}

void Journey::drawTooMuch()
{
    const QString drawn = textOf(u"areaMetres"_s);
    constexpr int Levels = 3;
    for (int level = 0; level < Levels; ++level) {
        m_hands.click(u"zoomOutButton"_s);
    }
    m_hands.waitForRest();
    m_hands.click(u"rectangleTool"_s);
    const QQuickItem &canvas = m_hands.see(u"mapCanvas"_s);
    const QPointF middle = canvas.mapToScene({canvas.width() / 2, canvas.height() / 2});
    m_hands.drag(middle - QPointF(130, 110), middle + QPointF(130, 110));
    m_hands.waitUntil(u"the area is another"_s, [&] { return textOf(u"areaMetres"_s) != drawn; });
    note(u"drew too much: "_s + textOf(u"areaLimits"_s));
    m_hands.takePicture(u"04-area-over-limit"_s);
    undoTo(drawn);
    for (int level = 0; level < Levels; ++level) {
        m_hands.click(u"zoomInButton"_s);
    }
    m_hands.waitForRest();
}

void Journey::publishRequest()
{
    const QDateTime now = QDateTime::currentDateTime();
    m_hands.click(u"offenceField"_s);
    m_hands.press(u"Down"_s);
    m_hands.press(u"Return"_s);
    m_hands.fill(u"fromField"_s, spoken(now.addSecs(-5 * 3600)));
    m_hands.press(u"Tab"_s);
    m_hands.fill(u"toField"_s, spoken(now.addSecs(-3 * 3600)));
    m_hands.press(u"Tab"_s);
    m_hands.fill(u"caseField"_s, CaseNumber);
    m_hands.fill(u"requestText"_s, u"You must send what your camera recorded of a white van."_s);
    m_hands.waitUntil(u"pressing residents is refused"_s,
                      [&] { return m_hands.sees(u"findingsLabel"_s) && !m_hands.see(u"publishButton"_s).isEnabled(); });
    m_hands.takePicture(u"05-finding"_s);
    m_hands.fill(u"requestText"_s, u"We are looking for footage of a white van. Please share what your camera "
                                   "recorded, if you wish."_s);
    m_hands.waitUntil(u"the request may be published"_s, [&] { return m_hands.see(u"publishButton"_s).isEnabled(); });
    m_hands.takePicture(u"06-request"_s);
    m_hands.click(u"publishButton"_s);
    m_hands.waitUntil(u"the request is published"_s, [&] { return m_hands.sees(u"composerPublished"_s); });
    m_hands.takePicture(u"07-published"_s);

    goTo(u"requestsTab"_s, u"requestsPage"_s);
    m_requestPage = QUrl(textOf(u"publicLinkField"_s));
    m_hands.takePicture(u"08-requests"_s);
    if (!m_requestPage.isValid()) {
        throw JourneyFault(u"the published request has no page"_s);
    }
    note(u"published a request; residents read it at %1"_s.arg(m_requestPage.path()));
}

QJsonObject Journey::consentFor(const QString &file, int index) const
{
    const QJsonObject words = wordsOf(QFileInfo(file));
    const bool hasSound = file.contains(u"sound"_s);
    const QString clock = words["clock"_L1].toString();
    // By the camera's own clock, as it stands in the picture; some of them are wrong.
    const QString start = QDate::currentDate().addDays(-1).toString(Qt::ISODate) + u'T' + clock;
    return {
        {u"file"_s, file},
        {u"start"_s, clock.isEmpty() ? QString() : start},
        {u"scripts"_s, index % 2 == 0},
        {u"sound"_s, hasSound},
        {u"sensitive"_s, file.contains(u"portrait-24"_s)},
        {u"place"_s, hasSound ? u"address"_s : u"block"_s},
        {u"address"_s, words["place"_L1].toString(u"41 Elm Street"_s)},
        {u"note"_s, index == 0 ? u"The van stops further up the street."_s : QString()},
    };
}

void Journey::runResident(const QString &name, const QJsonArray &clips)
{
    const QString planFile = QDir(m_place.outFolder).filePath(name + u".json"_s);
    QFile plan(planFile);
    const QJsonObject json{
        {u"url"_s, m_requestPage.toString()}, {u"pictures"_s, m_place.outFolder}, {u"clips"_s, clips}};
    if (!plan.open(QIODevice::WriteOnly) || plan.write(QJsonDocument(json).toJson()) < 0) {
        throw JourneyFault(u"%1 could not be written"_s.arg(planFile));
    }
    plan.close();
    QProcess resident;
    const int code =
        runToEnd(resident, u"node"_s, {m_place.residentScript, m_place.nodeModules, u"/usr/bin/chromium"_s, planFile});
    const qsizetype receipts = resident.readAllStandardOutput().count("receipt");
    if (code != 0 || receipts != clips.size()) {
        throw JourneyFault(u"the resident got %1 of %2 receipts: %3"_s.arg(receipts)
                               .arg(clips.size())
                               .arg(QString::fromUtf8(resident.readAllStandardError())));
    }
}

void Journey::residentsAnswer()
{
    runResident(u"resident-who-ignores"_s, {});
    QJsonArray clips;
    for (const QString &file : m_place.clips) {
        clips.append(consentFor(file, static_cast<int>(clips.size())));
    }
    runResident(u"resident-who-shares"_s, clips);
    note(u"one resident ignored the request; %1 clips were shared through the browser, every second without scripts"_s
             .arg(clips.size()));
}

void Journey::receiveClips()
{
    goTo(u"inboxTab"_s, u"inboxList"_s);
    const QString lastRow = u"inboxRow%1"_s.arg(std::min<qsizetype>(m_place.clips.size(), 4) - 1);
    const int seconds = 60 + 6 * static_cast<int>(m_place.clips.size());
    m_hands.waitUntil(u"the clips have arrived"_s, [&] { return m_hands.sees(lastRow); }, seconds);
    QQuickItem &list = m_hands.see(u"inboxList"_s);
    m_hands.waitUntil(
        u"every clip has arrived"_s, [&] { return list.property("count").toInt() == m_place.clips.size(); }, seconds);
    m_hands.takePicture(u"09-inbox"_s);
    note(u"%1 clips arrived in the inbox"_s.arg(list.property("count").toInt()));
}

qint64 Journey::numberBesidePicture()
{
    if (!m_hands.sees(u"frameNumber"_s)) {
        return -1;
    }
    QString digits = textOf(u"frameNumber"_s);
    digits.removeIf([](QChar letter) { return !letter.isDigit(); });
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    return isNumber ? number : -1;
}

std::optional<int> Journey::numberInPicture(const QString &viewName)
{
    const QQuickItem &view = m_hands.see(viewName);
    const QRectF place = view.property("pictureRect").toRectF();
    const QImage window = m_hands.grab();
    const QRectF inScene = view.mapRectToScene(place);
    const double ratio = window.devicePixelRatio();
    return readFrameNumber(window.copy(QRectF(inScene.topLeft() * ratio, inScene.size() * ratio).toRect()));
}

void Journey::expectFrame(int number)
{
    m_hands.waitUntil(u"frame %1 is shown"_s.arg(number), [&] { return numberBesidePicture() == number; });
    m_hands.waitUntil(u"the picture beside the number %1 is that frame"_s.arg(number),
                      [&] { return numberInPicture(u"frameView"_s) == number; });
}

void Journey::expectFrameOf(int camera, int number)
{
    const QString badge = u"cameraFrame%1"_s.arg(camera);
    const QString view = camera == 1 ? u"frameView"_s : u"frameView%1"_s.arg(camera);
    m_hands.waitUntil(u"camera %1 shows frame %2"_s.arg(camera).arg(number), [&] {
        return m_hands.sees(badge) && textOf(badge).section(u' ', 1, 1) == QString::number(number) &&
               m_hands.see(view).property("shownNumber").toInt() == number;
    });
}

void Journey::reviewFrames()
{
    // The newest is on top; the first demo clip was shared first and stands last.
    m_hands.click(u"inboxRow0"_s);
    for (int row = 1; row < m_place.clips.size(); ++row) {
        m_hands.press(u"j"_s);
    }
    m_hands.press(u"Return"_s);
    std::ignore = m_hands.see(u"reviewPage"_s);
    expectFrame(0);
    for (int number = 1; number <= 3; ++number) {
        m_hands.press(u"Right"_s);
        expectFrame(number);
    }
    m_hands.press(u"Left"_s);
    expectFrame(2);
    m_hands.press(u"shift+Right"_s);
    expectFrame(12);

    const QQuickItem &timeline = m_hands.see(u"timelineView"_s);
    const QPointF middle = m_hands.centreOf(timeline);
    m_hands.drag(middle - QPointF(timeline.width() * 0.3, 0), middle + QPointF(timeline.width() * 0.1, 0));
    m_hands.waitUntil(u"the frame where the playhead was let go is shown"_s, [&] {
        const bool isLetGo = qAbs(timeline.property("playheadX").toDouble() - timeline.width() * 0.6) < 12;
        const QString under = u"Frame %1 "_s.arg(numberBesidePicture());
        return isLetGo && timeline.property("hoverText").toString().startsWith(under);
    });
    const int scrubbed = static_cast<int>(numberBesidePicture());
    expectFrame(scrubbed);
    m_hands.takePicture(u"10-review"_s);

    m_hands.press(u"i"_s);
    m_hands.press(u"shift+Right"_s);
    expectFrame(scrubbed + 10);
    m_hands.press(u"o"_s);
    m_hands.press(u"m"_s);
    std::ignore = m_hands.see(u"noteField"_s);
    m_hands.type(u"Van stops, passenger door opens"_s);
    m_hands.press(u"Return"_s);
    m_hands.waitUntil(u"the marker is in the list"_s, [&] { return m_hands.sees(u"markerRow"_s); });
    m_hands.press(u"s"_s);
    m_hands.press(u"Home"_s);
    expectFrame(0);
    m_hands.press(u"End"_s);
    m_hands.waitUntil(u"the last frame is shown"_s, [&] { return numberBesidePicture() > scrubbed + 10; });
    expectFrame(static_cast<int>(numberBesidePicture()));
    m_hands.takePicture(u"11-marked"_s);
    note(u"stepped, scrubbed to frame %1 and marked; each time the picture carried the number beside it"_s.arg(
        scrubbed));
}

/// What shows more of a picture and leaves none of it in a still: loupe, brightness, contact sheet, and the keys.
void Journey::lookCloser()
{
    m_hands.press(u"z"_s);
    m_hands.waitUntil(u"the loupe says which pixel it is over"_s, [&] { return m_hands.sees(u"loupeReadout"_s); });
    m_hands.clickAt(m_hands.centreOf(m_hands.see(u"frameView"_s)));
    m_hands.waitUntil(u"a click holds the loupe"_s, [&] { return m_hands.sees(u"loupeHeld"_s); });
    m_hands.takePicture(u"11-loupe"_s);
    m_hands.press(u"Escape"_s);
    m_hands.waitUntil(u"the loupe is put away"_s, [&] { return !m_hands.sees(u"loupe"_s); });

    m_hands.press(u"b"_s);
    m_hands.click(u"brightnessSlider"_s);
    for (int more = 0; more < 6; ++more) {
        m_hands.press(u"Right"_s);
    }
    m_hands.waitUntil(u"the picture says that it is shown brighter"_s, [&] { return m_hands.sees(u"lookBadge1"_s); });
    m_hands.takePicture(u"11-look"_s);
    m_hands.click(u"resetLookButton"_s);
    m_hands.waitUntil(u"it is shown as stored again"_s, [&] { return !m_hands.sees(u"lookBadge1"_s); });
    m_hands.press(u"Escape"_s);
    m_hands.waitUntil(u"the sliders are put away"_s, [&] { return !m_hands.sees(u"brightnessSlider"_s); });

    m_hands.press(u"shift+s"_s);
    std::ignore = m_hands.see(u"makeSheetButton"_s);
    m_hands.takePicture(u"11-sheet"_s);
    m_hands.click(u"makeSheetButton"_s);
    m_hands.waitUntil(u"the contact sheet is made"_s,
                      [&] { return !m_hands.sees(u"makeSheetButton"_s) && !m_hands.sees(u"cancelSheetButton"_s); });
    m_hands.press(u"question"_s);
    std::ignore = m_hands.see(u"dialogAcceptButton"_s);
    m_hands.takePicture(u"11-keys"_s);
    m_hands.press(u"Escape"_s);
    m_hands.waitUntil(u"the keys are put away"_s, [&] { return !m_hands.sees(u"dialogAcceptButton"_s); });
    note(u"looked closer with loupe, brightness and contact sheet"_s);
}

void Journey::lookAtEveryClip()
{
    for (int index = 1; index < m_place.clips.size(); ++index) {
        goTo(u"inboxTab"_s, u"inboxList"_s);
        m_hands.press(u"k"_s);
        m_hands.click(u"openClipButton"_s);
        std::ignore = m_hands.see(u"reviewPage"_s);
        const QString name = QFileInfo(m_place.clips.at(index)).fileName();
        m_hands.waitUntil(u"%1 can be looked at"_s.arg(name), [&] {
            return textOf(u"laneLabel1"_s).contains(name.left(12)) || numberBesidePicture() >= 0;
        });
        m_hands.waitUntil(u"%1 shows its first frame"_s.arg(name), [&] { return numberBesidePicture() == 0; });
        m_hands.press(u"Right"_s);
        m_hands.waitUntil(u"%1 shows its second frame"_s.arg(name), [&] { return numberBesidePicture() == 1; });
        m_hands.takePicture(u"12-clip-%1"_s.arg(index, 2, 10, QLatin1Char('0')));
    }
    note(u"opened and stepped through every clip"_s);
}

/// Clips stand in the list as they came, which is not always how they were sent.
int Journey::rowOfClip(const QString &place)
{
    int row = -1;
    m_hands.waitUntil(u"the clip of %1 is in the list"_s.arg(place), [&] {
        for (row = 0; m_hands.sees(u"clipRow%1"_s.arg(row)); ++row) {
            if (textOf(u"clipRow%1"_s.arg(row)) == place) {
                return true;
            }
        }
        return false;
    });
    return row;
}

void Journey::addCamera(int camera, const QString &place)
{
    m_hands.press(u"c"_s);
    m_hands.click(u"addCameraButton%1"_s.arg(rowOfClip(place)));
    m_hands.waitUntil(u"camera %1 has a place"_s.arg(camera),
                      [&] { return m_hands.sees(u"cameraTile%1"_s.arg(camera)); });
    m_hands.press(u"Escape"_s);
    m_hands.waitUntil(u"the list of clips is closed"_s, [&] { return !m_hands.sees(u"reviewClipList"_s); });
    m_hands.waitUntil(u"camera %1 shows a picture, or why there is none"_s.arg(camera), [&] {
        return m_hands.sees(u"cameraFrame%1"_s.arg(camera)) || m_hands.sees(u"gap%1"_s.arg(camera));
    });
}

void Journey::correctClock(int camera, const QString &correction)
{
    m_hands.press(QString::number(camera));
    m_hands.click(u"laneLabel%1"_s.arg(camera));
    m_hands.fill(u"offsetField"_s, correction);
    m_hands.press(u"Return"_s);
    const QString clock = u"laneClock%1"_s.arg(camera);
    m_hands.waitUntil(u"the clock of camera %1 is corrected"_s.arg(camera),
                      [&] { return textOf(clock).contains(u'±'); });
    m_hands.press(u"Escape"_s);
    m_hands.waitUntil(u"the sheet of the clock is closed"_s, [&] { return !m_hands.sees(u"offsetField"_s); });
}

void Journey::goToFrameOfFirstCamera(int number)
{
    m_hands.press(u"1"_s);
    m_hands.press(u"Home"_s);
    for (int tens = 0; tens < number / 10; ++tens) {
        m_hands.press(u"shift+Right"_s);
    }
    m_hands.waitUntil(u"frame %1 is shown"_s.arg(number), [&] { return numberBesidePicture() == number; });
}

void Journey::takePictureOfCameras(const QString &name)
{
    m_hands.waitForRest();
    m_hands.takePicture(name);
}

void Journey::reviewTogether()
{
    // One camera; its clock is right. 15 frames a second from 21:13:40.
    m_hands.press(u"c"_s);
    m_hands.click(u"clipRow%1"_s.arg(rowOfClip(u"Wood Street, 2300 block"_s)));
    expectFrame(0);
    goToFrameOfFirstCamera(100);
    expectFrame(100);
    takePictureOfCameras(u"12-cameras-1"_s);

    // The second begins 2.4 s later, at 20 frames a second; its clock is hours behind.
    addCamera(2, u"2300 block of Wood Street"_s);
    correctClock(2, u"+15097.4 +- 0.2"_s);
    goToFrameOfFirstCamera(0);
    std::ignore = m_hands.see(u"gap2"_s);
    goToFrameOfFirstCamera(100);
    expectFrameOf(1, 100);
    expectFrameOf(2, 85);
    expectFrame(100);
    m_hands.press(u"Right"_s);
    expectFrameOf(1, 101);
    expectFrameOf(2, 86);
    m_hands.press(u"ctrl+Right"_s);
    expectFrameOf(1, 101);
    expectFrameOf(2, 87);
    goToFrameOfFirstCamera(100);
    expectFrameOf(2, 85);
    takePictureOfCameras(u"12-cameras-2"_s);

    addCamera(3, u"Market Street, alley"_s);
    correctClock(3, u"-20.9 +- 0.3"_s);
    addCamera(4, u"14 Oak Road"_s);
    correctClock(4, u"+15041.45 +- 0.2"_s);
    goToFrameOfFirstCamera(100);
    expectFrameOf(2, 85);
    // The third has paused, the fourth has not begun.
    std::ignore = m_hands.see(u"gap3"_s);
    std::ignore = m_hands.see(u"gap4"_s);
    takePictureOfCameras(u"12-cameras-4-gaps"_s);
    goToFrameOfFirstCamera(190);
    expectFrameOf(1, 190);
    expectFrameOf(2, 205);
    expectFrameOf(4, 6);
    takePictureOfCameras(u"12-cameras-4"_s);
    note(u"looked at one, two and four cameras on one clock; steps of one let the others follow"_s);
}

void Journey::exportPackage()
{
    m_hands.click(u"evidenceTab"_s);
    m_hands.waitUntil(u"there is something to export"_s, [&] { return m_hands.sees(u"exportChoice0"_s); });
    m_hands.takePicture(u"13-export-choose"_s);
    m_hands.click(u"exportNextButton"_s);
    m_hands.takePicture(u"14-export-check"_s);
    m_hands.click(u"exportCheckNextButton"_s);
    m_hands.fill(u"exportFolderField"_s, m_place.outFolder);
    m_hands.takePicture(u"15-export-seal"_s);
    m_hands.click(u"exportButton"_s);
    m_hands.waitUntil(u"the package is written"_s, [&] { return m_hands.sees(u"exportResults"_s); }, 300);
    m_hands.takePicture(u"16-export-done"_s);
    m_package = textOf(u"exportedFolderField"_s);
    note(u"exported "_s + QFileInfo(m_package).fileName());
    m_hands.click(u"oversightTab"_s);
    m_hands.takePicture(u"17-oversight"_s);
}

void Journey::expectExit(const QString &program, const QStringList &arguments, int code)
{
    QProcess process;
    process.setWorkingDirectory(m_package);
    process.setProcessChannelMode(QProcess::MergedChannels);
    const int seen = runToEnd(process, program, arguments);
    const QString name = QFileInfo(program).fileName();
    if (seen != code) {
        throw JourneyFault(u"%1 %2 gave %3, not %4: %5"_s.arg(name, arguments.join(u' '))
                               .arg(seen)
                               .arg(code)
                               .arg(QString::fromUtf8(process.readAll())));
    }
    note(u"%1 %2: exit %3"_s.arg(name, arguments.join(u' ')).arg(seen));
}

void Journey::checkPackage()
{
    expectExit(u"sha256sum"_s, {u"--quiet"_s, u"-c"_s, u"manifest-sha256.txt"_s}, 0);
    expectExit(u"sha512sum"_s, {u"--quiet"_s, u"-c"_s, u"manifest-sha512.txt"_s}, 0);
    expectExit(u"sha256sum"_s, {u"--quiet"_s, u"-c"_s, u"tagmanifest-sha256.txt"_s}, 0);
    expectExit(QDir(m_place.programFolder).filePath(u"porchlight-verify"_s), {u"."_s}, 2);
    const QStringList originals = QDir(m_package + u"/data/items"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (originals.size() != m_place.clips.size()) {
        throw JourneyFault(u"the package holds %1 items, not %2"_s.arg(originals.size()).arg(m_place.clips.size()));
    }
}

} // namespace Porchlight
