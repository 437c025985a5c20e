// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-wall CAMERAS SECONDS FILE: plays the clip in so many cameras at normal speed in the Review page, and says of
// each which frames were due, which came, and how late; and what memory the window and the decoders took.

#include "media/decoderclient.h"
#include "qml/Review/reviewdesk.h"
#include "support/childprocesses.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

constexpr int Patience = 300'000;
const UtcTime Start = UtcTime::fromString(u"2026-11-22T21:13:40Z").value();
// Cameras never begin together.
constexpr auto Stagger = 133ms;

struct Showing
{
    qint64 frame = 0;
    microseconds at{0}; ///< By a steady clock, since play was started.
};

/// A line of /proc/PID/status in megabytes.
double memoryOf(qint64 process, const QByteArray &line)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &entry : status.readAll().split('\n')) {
        if (entry.startsWith(line + ':')) {
            return entry.mid(line.size() + 1).simplified().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

std::unique_ptr<FrameSource> confinedDecoder()
{
    return std::make_unique<DecoderClient>(
        DecoderSettings{.program = qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-decoder"_s});
}

bool isOpen(ReviewDesk &desk, std::size_t camera)
{
    return desk.wall().session(camera).isTableComplete() && desk.viewModel().cameras()->at(camera).hasPicture();
}

double milliseconds(microseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

double at(std::vector<double> values, double share)
{
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

double mean(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

/// How much more time went by since play was started than on the line of all cameras.
microseconds behind(const ReviewTimeline &timeline, std::size_t camera, const Showing &showing)
{
    return showing.at - (timeline.lineTime(camera, showing.frame) - timeline.extent().begin);
}

/// Late against the frame that came soonest of all cameras.
QJsonObject judge(const ReviewTimeline &timeline, std::size_t camera, const std::vector<Showing> &showings,
                  microseconds soonest)
{
    std::vector<double> lateness;
    for (const Showing &showing : showings) {
        lateness.push_back(milliseconds(behind(timeline, camera, showing) - soonest));
    }
    const qint64 due = showings.empty() ? 0 : showings.back().frame - showings.front().frame + 1;
    const auto tenth = static_cast<std::ptrdiff_t>(lateness.size() / 10);
    return {{u"due"_s, due},
            {u"shown"_s, static_cast<qint64>(showings.size())},
            {u"dropped"_s, due - static_cast<qint64>(showings.size())},
            {u"lateMsP50"_s, at(lateness, 0.5)},
            {u"lateMsP95"_s, at(lateness, 0.95)},
            {u"lateMsMax"_s, at(lateness, 1)},
            // How much later the last tenth came than the first.
            {u"driftMs"_s,
             mean({lateness.end() - tenth, lateness.end()}) - mean({lateness.begin(), lateness.begin() + tenth})}};
}

int play(int cameras, int seconds, const QString &file)
{
    ReviewDesk desk(confinedDecoder);
    if (!desk.isReady()) {
        return 1;
    }
    QQuickView *const view = desk.showPage();
    std::vector<double> windowMemory;
    for (int camera = 0; camera < cameras; ++camera) {
        desk.wall().add(desk.addClip(
            {.file = file, .placeText = u"Wood St %1"_s.arg(2300 + camera), .start = Start + camera * Stagger}));
        if (!QTest::qWaitFor([&] { return isOpen(desk, static_cast<std::size_t>(camera)); }, Patience)) {
            return 1;
        }
        windowMemory.push_back(memoryOf(QCoreApplication::applicationPid(), "VmRSS"));
    }
    QElapsedTimer steady;
    std::vector<std::vector<Showing>> showings(static_cast<std::size_t>(cameras));
    for (int camera = 0; camera < cameras; ++camera) {
        Playhead &playhead = desk.viewModel().cameras()->at(static_cast<std::size_t>(camera)).playhead();
        QObject::connect(&playhead, &Playhead::shownChanged, view, [&, camera] {
            if (desk.viewModel().isPlaying()) {
                showings[static_cast<std::size_t>(camera)].push_back(
                    {.frame = playhead.shown().number(), .at = microseconds(steady.nsecsElapsed() / 1000)});
            }
        });
    }
    steady.start();
    desk.viewModel().togglePlay();
    QTest::qWait(seconds * 1000);
    desk.viewModel().pause();
    const ReviewTimeline &timeline = desk.wall().timeline();
    microseconds soonest = microseconds::max();
    for (std::size_t camera = 0; camera < showings.size(); ++camera) {
        for (const Showing &showing : showings[camera]) {
            soonest = std::min(soonest, behind(timeline, camera, showing));
        }
    }
    QJsonArray judged;
    for (std::size_t camera = 0; camera < showings.size(); ++camera) {
        judged.append(judge(timeline, camera, showings[camera], soonest));
    }
    QJsonArray decoders;
    for (const qint64 child : childProcesses()) {
        decoders.append(memoryOf(child, "VmHWM"));
    }
    QJsonArray window;
    std::ranges::for_each(windowMemory, [&](double megabytes) { window.append(megabytes); });
    const QJsonObject answer{{u"cameras"_s, judged},
                             {u"windowMegabytes"_s, window},
                             {u"decoderMegabytesMost"_s, decoders},
                             {u"windowMegabytesAfter"_s, memoryOf(QCoreApplication::applicationPid(), "VmRSS")}};
    std::puts(QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    return 0;
}

} // namespace

int main(int count, char **words)
{
    QGuiApplication application(count, words);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 4) {
        std::fputs("bench-wall CAMERAS SECONDS FILE\n", stderr);
        return 1;
    }
    return play(arguments[1].toInt(), arguments[2].toInt(), arguments[3]);
}
