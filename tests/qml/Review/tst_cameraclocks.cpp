// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewdesk.h"

#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;
const UtcTime Start = UtcTime::fromString(u"2026-11-22T21:13:40Z").value();

std::unique_ptr<FrameSource> fakeSource()
{
    return std::make_unique<FakeFrameSource>(FakeFrameSource::Script{.starts = evenStarts(100, 100ms)});
}

QString clockAt(UtcTime time)
{
    return time.toDateTime().toLocalTime().toString(u"HH:mm:ss.zzz"_s);
}

/// Two cameras in the page, worked by mouse and keys alone.
class TwoCameras
{
public:
    TwoCameras()
        : m_desk(fakeSource)
    {
        if (!m_desk.isReady()) {
            return;
        }
        const ClipId first = m_desk.addClip({.placeText = u"Wood St 2311"_s, .start = Start});
        const ClipId second = m_desk.addClip({.placeText = u"Wood St 2318"_s, .start = Start + 4250ms});
        m_desk.wall().add(first);
        m_desk.wall().add(second);
        const bool areOpen = QTest::qWaitFor(
            [this] { return m_desk.wall().session(0).isTableComplete() && m_desk.wall().session(1).isTableComplete(); },
            Patience);
        m_view = areOpen ? m_desk.showPage() : nullptr;
    }

    [[nodiscard]] bool isReady() const { return m_view != nullptr && shows(0, 0); }
    [[nodiscard]] ReviewDesk &desk() { return m_desk; }
    [[nodiscard]] const SharedClip &clip(std::size_t camera) { return *m_desk.wall().session(camera).clip(); }

    [[nodiscard]] bool sees(const QString &name) const
    {
        const QQuickItem *const item = itemNamed(m_view, name);
        return item != nullptr && item->isVisible();
    }
    [[nodiscard]] QString words(const QString &name) const
    {
        return itemNamed(m_view, name)->property("text").toString();
    }

    [[nodiscard]] bool press(const QString &name)
    {
        // A sheet that opens comes a moment later.
        if (!QTest::qWaitFor([&] { return sees(name); }, Patience)) {
            return false;
        }
        const QQuickItem *const item = itemNamed(m_view, name);
        QTest::mouseClick(m_view, Qt::LeftButton, {},
                          item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint());
        return true;
    }
    [[nodiscard]] bool fill(const QString &name, const QString &text)
    {
        if (!press(name)) {
            return false;
        }
        QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
        for (const QChar letter : text) {
            QTest::keyClick(m_view, letter.toLatin1());
        }
        QTest::keyClick(m_view, Qt::Key_Return);
        return true;
    }
    [[nodiscard]] bool closeSheet()
    {
        QTest::keyClick(m_view, Qt::Key_Escape);
        return QTest::qWaitFor([this] { return !sees(u"clockNow"_s); }, Patience);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_view, key, modifiers); }

    [[nodiscard]] bool shows(std::size_t camera, qint64 frame) const
    {
        return QTest::qWaitFor(
            [&] { return m_desk.viewModel().cameras()->at(camera).playhead().shownNumber() == frame; }, Patience);
    }

private:
    mutable ReviewDesk m_desk;
    QQuickView *m_view = nullptr;
};

} // namespace

/// Every way to set a camera's clock, from the page.
class CameraClocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void correctsAClockByEntry()
    {
        TwoCameras cameras;
        QVERIFY(cameras.isReady());

        cameras.key(Qt::Key_2);
        QVERIFY(cameras.press(u"laneLabel2"_s));
        QVERIFY(cameras.fill(u"offsetField"_s, u"-1.3 +- 0.1"_s));

        QCOMPARE(cameras.clip(1).clockOffsetMicroseconds, -1'300'000);
        QCOMPARE(cameras.clip(1).clockUncertaintyMicroseconds, 100'000);
        QVERIFY(cameras.clip(1).isClockChecked);
        QVERIFY(cameras.words(u"laneClock2"_s).contains(u"1.3 s ±0.1"_s));
        QVERIFY(cameras.closeSheet());
    }

    void findsOffsetAndDriftFromTwoKnownTimes()
    {
        TwoCameras cameras;
        QVERIFY(cameras.isReady());

        QVERIFY(cameras.press(u"laneLabel1"_s));
        QVERIFY(cameras.fill(u"trueTimeField"_s, clockAt(Start + 1050ms)));
        QTRY_VERIFY_WITH_TIMEOUT(cameras.sees(u"forgetMomentsButton"_s), Patience);
        QVERIFY(cameras.closeSheet());
        for (int tens = 0; tens < 9; ++tens) {
            cameras.key(Qt::Key_Right, Qt::ShiftModifier);
        }
        QVERIFY(cameras.shows(0, 90));
        QVERIFY(cameras.press(u"laneLabel1"_s));
        QVERIFY(cameras.fill(u"trueTimeField"_s, clockAt(Start + 10'059ms)));

        QCOMPARE(cameras.clip(0).clockDriftPpb, 1'000'000);
        QVERIFY(cameras.clip(0).isClockChecked);
        QVERIFY(!cameras.sees(u"forgetMomentsButton"_s));
        QTRY_COMPARE_WITH_TIMEOUT(std::ranges::count(cameras.desk().actions(), CustodyAction::ClipClockSet), 2,
                                  Patience);
        const std::vector<CustodyEvent> log = cameras.desk().log();
        QCOMPARE(log.back().details["by"_L1].toString(), u"twoPoints"_s);
    }

    void forgetsTheFirstOfTwoTimes()
    {
        TwoCameras cameras;
        QVERIFY(cameras.isReady());
        QVERIFY(cameras.press(u"laneLabel1"_s));
        QVERIFY(cameras.fill(u"trueTimeField"_s, clockAt(Start + 1050ms)));

        QVERIFY(cameras.press(u"forgetMomentsButton"_s));

        QVERIFY(cameras.desk().viewModel().knownMomentText().isEmpty());
    }

    void laysOneClockBesideAnotherByAnEventThatBothShow()
    {
        TwoCameras cameras;
        QVERIFY(cameras.isReady());
        QSignalSpy notices(&cameras.desk().viewModel(), &ReviewViewModel::noticeRaised);
        for (int tens = 0; tens < 5; ++tens) {
            cameras.key(Qt::Key_Right, Qt::ShiftModifier);
        }
        QVERIFY(cameras.shows(0, 50));

        cameras.key(Qt::Key_E);
        QCOMPARE(notices.back().at(0).toString(),
                 u"The event is in frame 50 of camera 1. Choose another camera, find it there, and match."_s);
        cameras.key(Qt::Key_2);
        cameras.key(Qt::Key_Home);
        cameras.key(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(cameras.shows(1, 10));
        QVERIFY(cameras.press(u"laneLabel2"_s));
        QVERIFY(cameras.press(u"matchButton"_s));

        const ReviewTimeline &timeline = cameras.desk().wall().timeline();
        QCOMPARE(timeline.lineTime(1, 10), timeline.lineTime(0, 50));
        QVERIFY(notices.back().at(0).toString().startsWith(u"Camera 2 was laid beside camera 1 by this event"_s));
        // The other clock was not checked, so neither is this one.
        QVERIFY(!cameras.clip(1).isClockChecked);
        QVERIFY(cameras.words(u"laneClock2"_s).contains(u"not checked"_s));
    }

    void movesAClockByFramesWithTheKeys()
    {
        TwoCameras cameras;
        QVERIFY(cameras.isReady());
        cameras.key(Qt::Key_2);
        cameras.key(Qt::Key_Home);
        QVERIFY(cameras.shows(1, 0));

        cameras.key(Qt::Key_Right, Qt::AltModifier);
        cameras.key(Qt::Key_Right, Qt::AltModifier);
        cameras.key(Qt::Key_Left, Qt::AltModifier);

        QCOMPARE(cameras.clip(1).clockOffsetMicroseconds, 100'000);
        QVERIFY(cameras.shows(1, 0));
    }
};

QTEST_MAIN(CameraClocksTest)
#include "tst_cameraclocks.moc"
