// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "frameview.h"
#include "media/decoderclient.h"
#include "reviewdesk.h"
#include "support/framenumber.h"
#include "timelineview.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;
constexpr auto Step = 100ms;
const UtcTime Start = UtcTime::fromString(u"2026-11-22T21:13:40Z").value();

template <typename T = QQuickItem>
T *find(QQuickView *view, const QString &name)
{
    return qobject_cast<T *>(itemNamed(view, name));
}

QPoint middleOf(const QQuickItem *item)
{
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
}

/// The number in the pattern of the picture that is really in the window.
std::optional<int> numberOnScreen(QQuickView *view, const QString &name)
{
    const auto *const shown = find<FrameView>(view, name);
    if (shown == nullptr || shown->shownNumber() < 0) {
        return std::nullopt;
    }
    const QRectF place = shown->mapRectToScene(shown->pictureRect());
    return readFrameNumber(view->grabWindow().copy(place.toRect()));
}

std::unique_ptr<FrameSource> fakeSource()
{
    return std::make_unique<FakeFrameSource>(FakeFrameSource::Script{.starts = evenStarts(100, Step)});
}

/// Which clip can be opened, and which has a pause of five seconds behind its twentieth frame.
struct Trouble
{
    std::optional<Digest> broken;
    bool hasHole = false;
};

ReviewSession::SourceMaker fakeWith(const Trouble &trouble)
{
    return [&trouble] {
        FakeFrameSource::Script script{.starts = evenStarts(100, Step)};
        if (trouble.broken) {
            script.openFailure = MediaError::NotAVideo;
            script.onlyOf = trouble.broken;
        }
        if (trouble.hasHole) {
            script.starts.resize(20);
            for (int i = 0; i < 20; ++i) {
                script.starts.push_back(7s + i * Step);
            }
        }
        return std::make_unique<FakeFrameSource>(script);
    };
}

std::unique_ptr<FrameSource> confinedDecoder()
{
    return std::make_unique<DecoderClient>(
        DecoderSettings{.program = qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-decoder"_s});
}

QString demoClip(const QString &name)
{
    return QDir(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS")).filePath(name);
}

} // namespace

#define OPEN_CAMERAS(desk, count)                                                                                      \
    do {                                                                                                               \
        for (std::size_t camera = 0; camera < (count); ++camera) {                                                     \
            QTRY_COMPARE_WITH_TIMEOUT((desk).wall().session(camera).state(), ReviewSession::State::Open, Patience);    \
            QTRY_VERIFY_WITH_TIMEOUT((desk).wall().session(camera).isTableComplete(), Patience);                       \
            QTRY_VERIFY_WITH_TIMEOUT((desk).viewModel().cameras()->at(camera).hasPicture(), Patience);                 \
        }                                                                                                              \
    } while (false)

#define SHOWS(desk, camera, number)                                                                                    \
    QTRY_COMPARE_WITH_TIMEOUT((desk).viewModel().cameras()->at(camera).playhead().shownNumber(),                       \
                              std::optional<qint64>(number), Patience)

class CameraWallTest : public QObject
{
    Q_OBJECT

    /// Of the bytes that the desk makes up for the first clip of addTwo().
    static Digest digestOfFirst() { return sha256("not really a clip: Wood St 2311"); }

    /// Camera 2 starts 4.25 s after camera 1.
    static void addTwo(ReviewDesk &desk)
    {
        const ClipId first = desk.addClip({.placeText = u"Wood St 2311"_s, .start = Start});
        const ClipId second = desk.addClip({.placeText = u"Wood St 2318"_s, .start = Start + 4250ms});
        desk.wall().add(first);
        desk.wall().add(second);
    }

private Q_SLOTS:
    void opensEachCameraWithAnEntryAndNoMoreThanNine()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        QSignalSpy refused(&desk.wall(), &CameraWall::failed);
        for (int i = 0; i < 10; ++i) {
            desk.wall().add(desk.addClip({.placeText = u"Wood St %1"_s.arg(2300 + i)}));
        }
        OPEN_CAMERAS(desk, std::size_t(9));

        QCOMPARE(desk.wall().size(), std::size_t(9));
        QCOMPARE(refused.size(), 1);
        const std::vector<CustodyAction> actions = desk.actions();
        QCOMPARE(std::ranges::count(actions, CustodyAction::ClipOpened), 9);
        QCOMPARE(std::ranges::count(actions, CustodyAction::DecoderStarted), 9);
    }

    void letsTheOthersFollowAStepOfTheSelectedCamera()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        addTwo(desk);
        OPEN_CAMERAS(desk, std::size_t(2));

        desk.viewModel().scrubTo(50);
        SHOWS(desk, 0, 50);
        SHOWS(desk, 1, 7);
        desk.viewModel().step(10);
        SHOWS(desk, 0, 60);
        SHOWS(desk, 1, 17);
        desk.viewModel().selectCamera(1);
        desk.viewModel().step(1);
        SHOWS(desk, 1, 18);
        SHOWS(desk, 0, 60);
        desk.viewModel().stepAny(1);
        SHOWS(desk, 0, 61);
        SHOWS(desk, 1, 18);
    }

    void saysWhyThereIsNoPictureInPlaceOfAStaleOne()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        addTwo(desk);
        OPEN_CAMERAS(desk, std::size_t(2));
        const Camera &first = desk.viewModel().cameras()->at(0);
        const Camera &second = desk.viewModel().cameras()->at(1);

        desk.viewModel().scrubTo(10);
        SHOWS(desk, 0, 10);
        QCOMPARE(second.gapTitle(), u"Before start"_s);
        QVERIFY2(second.gapText().endsWith(u"in 3.3 s"_s), qPrintable(second.gapText()));
        QVERIFY(second.frame().isNull());
        QVERIFY(second.frameText().isEmpty());
        desk.viewModel().selectCamera(1);
        desk.viewModel().scrubTo(80);
        SHOWS(desk, 1, 80);
        QCOMPARE(first.gapTitle(), u"Ended"_s);
        QVERIFY(first.frame().isNull());
    }

    void tellsAHoleAndStepsOutOfItBothWays()
    {
        Trouble trouble;
        ReviewDesk desk(fakeWith(trouble));
        QVERIFY(desk.isReady());
        desk.wall().add(desk.addClip({.placeText = u"Wood St 2311"_s, .start = Start}));
        OPEN_CAMERAS(desk, std::size_t(1));
        trouble.hasHole = true;
        desk.wall().add(desk.addClip({.placeText = u"Wood St 2318"_s, .start = Start + 4250ms}));
        OPEN_CAMERAS(desk, std::size_t(2));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        const Camera &holed = desk.viewModel().cameras()->at(1);
        desk.viewModel().scrubTo(50);
        SHOWS(desk, 1, 7);

        desk.viewModel().scrubTo(99);

        QTRY_COMPARE_WITH_TIMEOUT(holed.gapTitle(), u"Hole 5.0 s"_s, Patience);
        QVERIFY(holed.frame().isNull());
        QTRY_VERIFY_WITH_TIMEOUT(find(view, u"gap2"_s)->isVisible(), Patience);
        QVERIFY(!numberOnScreen(view, u"frameView2"_s));
        desk.viewModel().selectCamera(1);
        QTest::keyClick(view, Qt::Key_Right);
        SHOWS(desk, 1, 20);
        QCOMPARE(holed.gapTitle(), QString());
        desk.viewModel().selectCamera(0);
        desk.viewModel().scrubTo(99);
        QTRY_COMPARE_WITH_TIMEOUT(holed.gapTitle(), u"Hole 5.0 s"_s, Patience);
        desk.viewModel().selectCamera(1);
        QTest::keyClick(view, Qt::Key_Left);
        SHOWS(desk, 1, 19);
    }

    void marksNothingWhereThereIsNoPicture()
    {
        Trouble trouble;
        ReviewDesk desk(fakeWith(trouble));
        QVERIFY(desk.isReady());
        desk.wall().add(desk.addClip({.placeText = u"Wood St 2311"_s, .start = Start}));
        OPEN_CAMERAS(desk, std::size_t(1));
        trouble.hasHole = true;
        desk.wall().add(desk.addClip({.placeText = u"Wood St 2318"_s, .start = Start + 4250ms}));
        OPEN_CAMERAS(desk, std::size_t(2));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        desk.viewModel().scrubTo(99);
        desk.viewModel().selectCamera(1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.viewModel().cameras()->at(1).gapTitle(), u"Hole 5.0 s"_s, Patience);
        QSignalSpy notices(&desk.viewModel(), &ReviewViewModel::noticeRaised);

        for (const Qt::Key key : {Qt::Key_M, Qt::Key_S, Qt::Key_I, Qt::Key_O, Qt::Key_E}) {
            QTest::keyClick(view, key);
        }

        QCOMPARE(notices.size(), 5);
        QVERIFY(notices.front().at(0).toString().startsWith(u"This camera has no picture at this moment"_s));
        QVERIFY(!find(view, u"markerButton"_s)->isEnabled());
        QVERIFY(!find(view, u"stillButton"_s)->isEnabled());
        QVERIFY(desk.wall().session(1).markers().empty());
        QCOMPARE(desk.viewModel().inText(), u"–"_s);
        QVERIFY(desk.viewModel().matchText().isEmpty());
    }

    void stepsTheSelectedCameraOrAnyByTheirButtons()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        addTwo(desk);
        OPEN_CAMERAS(desk, std::size_t(2));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        desk.viewModel().scrubTo(60);
        SHOWS(desk, 1, 17);
        const auto press = [view](const QString &name) {
            QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(find(view, name)));
        };

        press(u"stepForwardButton"_s);
        SHOWS(desk, 0, 61);
        SHOWS(desk, 1, 18);
        press(u"stepAnyForwardButton"_s);
        SHOWS(desk, 0, 61);
        SHOWS(desk, 1, 19);
        press(u"stepAnyForwardButton"_s);
        SHOWS(desk, 0, 62);
        press(u"stepAnyBackButton"_s);
        press(u"stepAnyBackButton"_s);
        SHOWS(desk, 0, 61);
        SHOWS(desk, 1, 18);
        QTest::keyClick(view, Qt::Key_Right, Qt::ControlModifier);
        SHOWS(desk, 1, 19);
        desk.viewModel().closeCamera(1);
        QTRY_VERIFY_WITH_TIMEOUT(!find(view, u"stepAnyForwardButton"_s)->isVisible(), Patience);
    }

    void goesByAnotherCameraWhereTheSelectedOneCannotBeOpened()
    {
        Trouble trouble{.broken = digestOfFirst()};
        ReviewDesk desk(fakeWith(trouble));
        QVERIFY(desk.isReady());
        QSignalSpy notices(&desk.viewModel(), &ReviewViewModel::noticeRaised);
        addTwo(desk);
        QTRY_COMPARE_WITH_TIMEOUT(desk.wall().session(0).state(), ReviewSession::State::Failed, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.viewModel().cameras()->at(1).hasPicture(), Patience);
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);

        QCOMPARE(desk.viewModel().selectedCamera(), 0);
        QCOMPARE(notices.size(), 1);
        QVERIFY(notices.front().at(0).toString().startsWith(u"Camera 1, Wood St 2311: This file is no video"_s));
        QVERIFY(find(view, u"failure1"_s)->isVisible());
        QCOMPARE(desk.viewModel().rulerText(), u"clip time of camera 2"_s);
        const auto *const line = find<TimelineView>(view, u"timelineView"_s);
        QTRY_COMPARE_WITH_TIMEOUT(line->maximumValue(), 99.0, Patience);
        QCOMPARE(line->playheadX(), 0.0);
        QTRY_COMPARE_WITH_TIMEOUT(numberOnScreen(view, u"frameView2"_s), std::optional<int>(0), Patience);
        QTest::keyClick(view, Qt::Key_Right);
        SHOWS(desk, 1, 1);
        QTest::mouseClick(view, Qt::LeftButton, {}, line->mapToScene(QPointF(line->width() * 0.505, 10)).toPoint());
        SHOWS(desk, 1, 50);
    }

    void keepsTheLineWhenTheSelectedCameraIsLost()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        addTwo(desk);
        OPEN_CAMERAS(desk, std::size_t(2));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        desk.viewModel().scrubTo(60);
        SHOWS(desk, 1, 17);

        qobject_cast<FakeFrameSource *>(desk.session().source())->dieForGood();

        QCOMPARE(desk.viewModel().stage(), ReviewViewModel::Stage::Open);
        const auto *const line = find<TimelineView>(view, u"timelineView"_s);
        QTRY_COMPARE_WITH_TIMEOUT(line->value(), 17.0, Patience);
        QVERIFY(line->playheadX() > 0);
        QTest::keyClick(view, Qt::Key_Left);
        SHOWS(desk, 1, 16);
        QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(find(view, u"laneLabel2"_s)));
        QCOMPARE(desk.viewModel().selectedCamera(), 1);
        desk.viewModel().closeCamera(0);
        QCOMPARE(desk.viewModel().cameras()->count(), 1);
        SHOWS(desk, 0, 16);
        QVERIFY(desk.viewModel().rulerText().isEmpty());
    }

    void opensAgainWhatCouldNotBeOpened()
    {
        Trouble trouble{.broken = digestOfFirst()};
        ReviewDesk desk(fakeWith(trouble));
        QVERIFY(desk.isReady());
        addTwo(desk);
        QTRY_COMPARE_WITH_TIMEOUT(desk.wall().session(0).state(), ReviewSession::State::Failed, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.viewModel().cameras()->at(1).hasPicture(), Patience);

        trouble.broken.reset();
        desk.viewModel().openCameraAgain(0);

        OPEN_CAMERAS(desk, std::size_t(2));
        QCOMPARE(desk.viewModel().rulerText(), u"clip time of camera 1"_s);
        desk.viewModel().step(1);
        SHOWS(desk, 0, 1);
    }

    void playsAllCamerasOnOneClockToTheEndOfTheLast()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        addTwo(desk);
        OPEN_CAMERAS(desk, std::size_t(2));
        desk.viewModel().scrubTo(60);
        SHOWS(desk, 1, 17);
        QList<qint64> shown;
        connect(&desk.viewModel().cameras()->at(1).playhead(), &Playhead::shownChanged, this,
                [&] { shown.append(*desk.viewModel().cameras()->at(1).playhead().shownNumber()); });

        desk.viewModel().playAt(2);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.viewModel().isPlaying(), Patience);

        SHOWS(desk, 1, 99);
        QCOMPARE(desk.viewModel().cameras()->at(0).gapTitle(), u"Ended"_s);
        QVERIFY(std::ranges::is_sorted(shown));
    }

    void keepsAClockMovedByHandWithTheClipAndInTheLogOnce()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        addTwo(desk);
        OPEN_CAMERAS(desk, std::size_t(2));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        desk.viewModel().scrubTo(60);
        SHOWS(desk, 1, 17);

        QTest::keyClick(view, Qt::Key_2);
        QCOMPARE(desk.viewModel().selectedCamera(), 1);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(view, Qt::Key_Right, Qt::AltModifier);
        }
        // The frame of the selected camera stays; the other one goes with the time.
        SHOWS(desk, 1, 17);
        SHOWS(desk, 0, 62);

        const ClipId id = desk.wall().session(1).clipId();
        QTRY_COMPARE_WITH_TIMEOUT(std::ranges::count(desk.actions(), CustodyAction::ClipClockSet), 1, Patience);
        const auto kept = desk.workplace().store().findClip(id);
        QTRY_VERIFY_WITH_TIMEOUT(kept.isFinished(), Patience);
        QCOMPARE((*kept.result())->clockOffsetMicroseconds, 300'000);
        QCOMPARE((*kept.result())->clockUncertaintyMicroseconds, 50'000);
        QVERIFY(!(*kept.result())->isClockChecked);
        QVERIFY(desk.viewModel().clockText().contains(u"not checked"_s));
    }

    void laysOneClockBesideAnotherByAnEvent()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        addTwo(desk);
        OPEN_CAMERAS(desk, std::size_t(2));
        desk.viewModel().enterOffset(u"+3.2 ± 0.1"_s);
        desk.viewModel().scrubTo(50);
        SHOWS(desk, 0, 50);
        desk.viewModel().matchEvent();
        QCOMPARE(desk.viewModel().matchText(), u"frame 50 of camera 1"_s);
        desk.viewModel().selectCamera(1);
        desk.viewModel().scrubTo(20);
        SHOWS(desk, 1, 20);
        desk.viewModel().matchEvent();

        QVERIFY(desk.viewModel().matchText().isEmpty());
        QCOMPARE(desk.wall().timeline().lineTime(0, 50), desk.wall().timeline().lineTime(1, 20));
        SHOWS(desk, 0, 50);
        QCOMPARE(desk.wall().session(1).clip()->clockUncertaintyMicroseconds, 200'000);
        QVERIFY(desk.wall().session(1).clip()->isClockChecked);
    }

    void findsTheDriftFromTwoKnownTimes()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        addTwo(desk);
        OPEN_CAMERAS(desk, std::size_t(2));
        const auto clockAt = [](UtcTime time) {
            return time.toDateTime().toLocalTime().toString(u"HH:mm:ss.zzz"_s);
        };
        desk.viewModel().scrubTo(0);
        SHOWS(desk, 0, 0);
        desk.viewModel().enterKnownTime(clockAt(Start + 1050ms));
        QVERIFY(!desk.viewModel().knownMomentText().isEmpty());
        desk.viewModel().scrubTo(90);
        SHOWS(desk, 0, 90);
        desk.viewModel().enterKnownTime(clockAt(Start + 10'059ms));

        QCOMPARE(desk.session().clip()->clockDriftPpb, 1'000'000);
        QSignalSpy notices(&desk.viewModel(), &ReviewViewModel::noticeRaised);
        desk.viewModel().enterKnownTime(u"soon"_s);
        QCOMPARE(notices.size(), 1);
    }

    void closesACameraAndKeepsTheOthers()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        addTwo(desk);
        OPEN_CAMERAS(desk, std::size_t(2));
        const ClipId second = desk.wall().session(1).clipId();
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        desk.viewModel().playAt(1);

        desk.viewModel().closeCamera(0);

        QCOMPARE(desk.wall().size(), std::size_t(1));
        QCOMPARE(desk.wall().session(0).clipId(), second);
        QCOMPARE(desk.viewModel().cameras()->count(), 1);
        desk.viewModel().scrubTo(30);
        SHOWS(desk, 0, 30);
        QTRY_COMPARE_WITH_TIMEOUT(numberOnScreen(view, u"frameView"_s), std::optional<int>(30), Patience);
    }

    void addsACameraFromTheListOfClips()
    {
        ReviewDesk desk(fakeSource);
        QVERIFY(desk.isReady());
        desk.wall().add(desk.addClip({.placeText = u"Wood St 2311"_s, .start = Start}));
        QVERIFY(!desk.addClip({.placeText = u"Wood St 2318"_s, .start = Start}).isNull());
        OPEN_CAMERAS(desk, std::size_t(1));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(desk.viewModel().clips()->count(), 2, Patience);
        desk.viewModel().scrubTo(40);

        desk.viewModel().toggleCamera(desk.wall().clips().back().idText());
        OPEN_CAMERAS(desk, std::size_t(2));

        QTRY_COMPARE_WITH_TIMEOUT(numberOnScreen(view, u"frameView2"_s), std::optional<int>(40), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(numberOnScreen(view, u"frameView"_s), std::optional<int>(40), Patience);
        QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(find(view, u"frameView2"_s)));
        QCOMPARE(desk.viewModel().selectedCamera(), 1);
        QVERIFY(find(view, u"selectedEdge2"_s)->isVisible());
        QVERIFY(!find(view, u"selectedEdge1"_s)->isVisible());
    }

    void showsRealClipsTogether_data()
    {
        QTest::addColumn<int>("cameras");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isNight");
        // All sizes and both themes only where their pictures are wanted.
        const bool keepsScreens = !qEnvironmentVariable("PORCHLIGHT_SCREENS").isEmpty();
        for (const int cameras : {1, 2, 4}) {
            QTest::addRow("%d, night", cameras) << cameras << QSize(1204, 726) << true;
            if (keepsScreens) {
                QTest::addRow("%d, day", cameras) << cameras << QSize(1204, 726) << false;
                QTest::addRow("%d, large, night", cameras) << cameras << QSize(1844, 1006) << true;
                QTest::addRow("%d, large, day", cameras) << cameras << QSize(1844, 1006) << false;
            }
        }
    }
    void showsRealClipsTogether()
    {
        QFETCH(const int, cameras);
        QFETCH(const QSize, size);
        QFETCH(const bool, isNight);
        const QList<std::pair<QString, std::chrono::milliseconds>> clips{{u"street-01-h264-15.mp4"_s, 0ms},
                                                                         {u"street-02-h265-20.mp4"_s, 2400ms},
                                                                         {u"street-03-variable.mkv"_s, 1100ms},
                                                                         {u"street-04-sound-30.mp4"_s, 12'500ms}};
        ReviewDesk desk(confinedDecoder);
        QVERIFY(desk.isReady());
        for (int i = 0; i < cameras; ++i) {
            desk.wall().add(desk.addClip({.file = demoClip(clips[i].first),
                                          .placeText = u"Wood St %1"_s.arg(2311 + 7 * i),
                                          .start = Start + clips[i].second}));
        }
        OPEN_CAMERAS(desk, static_cast<std::size_t>(cameras));
        QQuickView *const view = desk.showPage(size, isNight);
        QVERIFY(view != nullptr);
        desk.viewModel().enterOffset(u"+3.2 ± 0.1"_s);

        desk.viewModel().scrubTo(100);

        SHOWS(desk, 0, 100);
        // In small tiles the words over the picture cover the pattern; what the view draws is then asked itself.
        const auto shown = [&](const QString &name) {
            const qint64 number = find<FrameView>(view, name)->shownNumber();
            const std::optional<int> drawn = number < 0 ? std::nullopt : std::optional(static_cast<int>(number));
            return cameras > 2 ? drawn : numberOnScreen(view, name);
        };
        QTRY_COMPARE_WITH_TIMEOUT(shown(u"frameView"_s), std::optional<int>(100), Patience);
        for (int i = 1; i < cameras; ++i) {
            const auto camera = static_cast<std::size_t>(i);
            const ClipMoment due = desk.wall().timeline().momentAt(camera, desk.wall().timeline().lineTime(0, 100));
            const std::optional<int> number =
                due.kind == ClipMoment::Kind::Picture ? std::optional(static_cast<int>(due.frame)) : std::nullopt;
            QTRY_COMPARE_WITH_TIMEOUT(shown(u"frameView%1"_s.arg(i + 1)), number, Patience);
        }
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENS");
        if (!folder.isEmpty()) {
            QTRY_VERIFY_WITH_TIMEOUT(!desk.viewModel().readout().digest.isEmpty(), Patience);
            // The small pictures of the time line come in after the big ones.
            QSignalSpy pictures(desk.viewModel().timeline(), &TimelineSource::pictureAdded);
            while (pictures.wait(700)) {
            }
            const QString name =
                u"review-%1-cameras-%2-%3.png"_s.arg(cameras).arg(isNight ? u"night"_s : u"day"_s).arg(size.width());
            QVERIFY(view->grabWindow().save(QDir(folder).filePath(name)));
        }
    }
};

QTEST_MAIN(CameraWallTest)
#include "tst_camerawall.moc"
