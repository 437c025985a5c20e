// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frameview.h"
#include "media/decoderclient.h"
#include "reviewdesk.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000;

QQuickItem *find(QQuickView *view, const QString &name)
{
    return itemNamed(view, name);
}

QString words(QQuickView *view, const QString &name)
{
    return find(view, name)->property("text").toString();
}

QPoint middleOf(const QQuickItem *item)
{
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
}

/// Says whether it was there to be pressed: what has just been shown gets its place a moment later.
bool press(QQuickView *view, const QString &name)
{
    const auto isInside = [&] {
        const QQuickItem *const item = find(view, name);
        return item != nullptr && item->isVisible() && QRect(QPoint(), view->size()).contains(middleOf(item));
    };
    if (!QTest::qWaitFor(isInside, Patience)) {
        return false;
    }
    QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(find(view, name)));
    return true;
}

/// Drags over the picture from one place to another, in shares of its size.
void drag(QQuickView *view, QPointF from, QPointF to)
{
    const QQuickItem *const pad = find(view, u"regionPad"_s);
    const auto at = [pad](QPointF share) {
        return pad->mapToScene(QPointF(share.x() * pad->width(), share.y() * pad->height())).toPoint();
    };
    QTest::mousePress(view, Qt::LeftButton, {}, at(from));
    QTest::mouseMove(view, at((from + to) / 2));
    QTest::mouseMove(view, at(to));
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(to));
}

bool isNear(const QRectF &region, const QRectF &wanted)
{
    constexpr double Pixel = 0.01;
    return std::abs(region.left() - wanted.left()) < Pixel && std::abs(region.top() - wanted.top()) < Pixel &&
           std::abs(region.width() - wanted.width()) < Pixel && std::abs(region.height() - wanted.height()) < Pixel;
}

} // namespace

#define SHOWS(desk, number)                                                                                            \
    QTRY_COMPARE_WITH_TIMEOUT((desk).camera().playhead().shownNumber(), std::optional<qint64>(number), Patience)

/// The grey of the fake's frames grows by one from frame to frame, and jumps back at frames 60, 120, 180 and 240.
class MovementPageTest : public QObject
{
    Q_OBJECT

    FakeFrameSource *m_source = nullptr;
    qsizetype m_proxies = 300;

    ReviewSession::SourceMaker maker()
    {
        return [this] {
            auto source = std::make_unique<FakeFrameSource>(
                FakeFrameSource::Script{.starts = evenStarts(300, 66'667us), .proxiesAtFirst = m_proxies});
            m_source = source.get();
            return source;
        };
    }

    static QQuickView *showSearch(ReviewDesk &desk)
    {
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        if (view == nullptr || !QTest::qWaitFor([&] { return desk.camera().hasPicture(); }, Patience)) {
            return nullptr;
        }
        QTest::keyClick(view, Qt::Key_R);
        const auto isThere = [view] {
            return find(view, u"regionPad"_s)->isVisible() && find(view, u"movementState"_s)->isVisible();
        };
        return QTest::qWaitFor(isThere, Patience) ? view : nullptr;
    }

private Q_SLOTS:
    void init() { m_proxies = 300; }

    void saysThatItCannotBeginBeforeTheSmallPicturesAreThere()
    {
        m_proxies = 120;
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = showSearch(desk);
        QVERIFY(view != nullptr);
        drag(view, {0.1, 0.6}, {0.5, 0.9});

        QVERIFY(words(view, u"movementState"_s).startsWith(u"Small pictures of all frames are still being made."));
        QVERIFY(words(view, u"movementLimits"_s).endsWith(u"small movements may not be found."));
        QVERIFY(!find(view, u"movementSearchButton"_s)->isEnabled());
        m_source->makeProxies(300);

        QTRY_VERIFY_WITH_TIMEOUT(find(view, u"movementSearchButton"_s)->isEnabled(), Patience);
        QCOMPARE(words(view, u"movementState"_s),
                 u"Each frame is compared with the one before it, by small pictures of 300 frames."_s);
    }

    void findsMovementInTheRegionThatWasDrawn()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = showSearch(desk);
        QVERIFY(view != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(words(view, u"movementState"_s),
                                  u"Draw a region on the picture, or write it below."_s, Patience);

        drag(view, {0.1, 0.6}, {0.5, 0.9});
        QVERIFY(isNear(desk.viewModel().movement()->region(), {0.1, 0.6, 0.4, 0.3}));
        QVERIFY(press(view, u"movementSearchButton"_s));

        QTRY_COMPARE_WITH_TIMEOUT(words(view, u"movementState"_s),
                                  u"Movement in the region 4 times. 300 frames looked at."_s, Patience);
        QCOMPARE(desk.viewModel().timeline()->movement().size(), std::size_t(4));
        QVERIFY(press(view, u"movementNextButton"_s));
        SHOWS(desk, 60);
        QVERIFY(press(view, u"movementRow1"_s));
        SHOWS(desk, 120);
        QVERIFY(press(view, u"movementPreviousButton"_s));
        SHOWS(desk, 60);

        desk.viewModel().movement()->setLevel(40);
        QCOMPARE(desk.viewModel().movement()->spans()->count(), 4);
        desk.viewModel().movement()->setLevel(0.5);
        QCOMPARE(desk.viewModel().movement()->spans()->count(), 1);
        QTest::keyClick(view, Qt::Key_R);
        QVERIFY(desk.viewModel().timeline()->movement().empty());
    }

    void stepsThroughTheFindingsByKeys()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = showSearch(desk);
        QVERIFY(view != nullptr);
        desk.viewModel().movement()->setRegion({0.1, 0.6, 0.8, 0.3});
        QTRY_VERIFY_WITH_TIMEOUT(desk.viewModel().movement()->canSearch(), Patience);
        desk.viewModel().movement()->search();
        QTRY_COMPARE_WITH_TIMEOUT(desk.viewModel().movement()->spans()->count(), 4, Patience);

        for (const int frame : {60, 120, 180}) {
            QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
            SHOWS(desk, frame);
        }
        QTest::keyClick(view, Qt::Key_Up, Qt::ShiftModifier);
        SHOWS(desk, 120);
    }

    void movesAndSizesTheRegionWithTheKeyboard()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = showSearch(desk);
        QVERIFY(view != nullptr);
        MovementViewModel &movement = *desk.viewModel().movement();
        find(view, u"regionPad"_s)->forceActiveFocus(Qt::TabFocusReason);

        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(movement.regionText(), u"40, 40, 20, 20"_s);
        QTest::keyClick(view, Qt::Key_Right);
        QTest::keyClick(view, Qt::Key_Up);
        QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(movement.regionText(), u"41, 39, 21, 21"_s);
        // The picture has not moved meanwhile.
        SHOWS(desk, 0);
        QTRY_VERIFY_WITH_TIMEOUT(movement.canSearch(), Patience);
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(movement.spans()->count(), 4, Patience);
    }

    void pullsTheRegionByItsCornersAndMiddle()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = showSearch(desk);
        QVERIFY(view != nullptr);
        MovementViewModel &movement = *desk.viewModel().movement();
        movement.setRegion({0.2, 0.2, 0.4, 0.4});

        drag(view, {0.4, 0.4}, {0.5, 0.5});
        QVERIFY(isNear(movement.region(), {0.3, 0.3, 0.4, 0.4}));
        drag(view, {0.7, 0.7}, {0.9, 0.8});
        QVERIFY(isNear(movement.region(), {0.3, 0.3, 0.6, 0.5}));
        drag(view, {0.3, 0.3}, {0.1, 0.1});
        QVERIFY(isNear(movement.region(), {0.1, 0.1, 0.8, 0.7}));
    }

    void takesARegionThatIsWritten()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = showSearch(desk);
        QVERIFY(view != nullptr);
        QSignalSpy notices(&desk.viewModel(), &ReviewViewModel::noticeRaised);
        QVERIFY(press(view, u"regionField"_s));
        for (const char letter : {'1', '0', ' ', '2', '0', ' ', '3', '0', ' ', '4', '0'}) {
            QTest::keyClick(view, letter);
        }
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(desk.viewModel().movement()->region(), QRectF(0.1, 0.2, 0.3, 0.4));
        QTest::keyClick(view, '0');
        QTest::keyClick(view, Qt::Key_Return);

        QCOMPARE(notices.size(), 1);
        QVERIFY(notices.front().at(0).toString().startsWith(u"This is no region of the picture."));
        QCOMPARE(desk.viewModel().movement()->region(), QRectF(0.1, 0.2, 0.3, 0.4));
    }

    void stopsAndSaysHowFarItCame()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = showSearch(desk);
        QVERIFY(view != nullptr);
        MovementViewModel &movement = *desk.viewModel().movement();
        movement.setRegion({0.1, 0.6, 0.8, 0.3});
        QTRY_VERIFY_WITH_TIMEOUT(movement.canSearch(), Patience);
        bool isAsked = false;
        connect(&movement, &MovementViewModel::changed, this, [&] {
            if (movement.isSearching() && movement.share() > 0 && !isAsked) {
                isAsked = true;
                movement.stop();
            }
        });

        movement.search();

        QTRY_COMPARE_WITH_TIMEOUT(movement.stateText(), u"Stopped. Movement in the region once. 64 frames looked at."_s,
                                  Patience);
        QVERIFY(movement.canSearch());
    }

    void findsWhatPassesInARealClip()
    {
        const QTemporaryDir shelf;
        ReviewDesk desk([&shelf] {
            return std::make_unique<DecoderClient>(DecoderSettings{
                .program = qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-decoder"_s, .shelf = shelf.path()});
        });
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip(
            {.file = QDir(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS")).filePath(u"street-01-h264-15.mp4"_s)}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        MovementViewModel &movement = *desk.viewModel().movement();
        QTest::keyClick(view, Qt::Key_R);
        // The road, which a van passes; and the sky, where nothing does.
        movement.setRegion({0.35, 0.55, 0.1, 0.2});
        QTRY_VERIFY_WITH_TIMEOUT(movement.canSearch(), Patience);
        movement.search();
        QTRY_VERIFY_WITH_TIMEOUT(!movement.isSearching(), Patience);

        QVERIFY2(movement.spans()->count() > 0, qPrintable(movement.stateText()));
        QVERIFY(movement.stateText().endsWith(u"300 frames looked at."));
        movement.goToNext();
        const FrameSpan first = desk.viewModel().timeline()->movement().front();
        SHOWS(desk, first.first);
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENS");
        QVERIFY(folder.isEmpty() || view->grabWindow().save(QDir(folder).filePath(u"review-movement.png"_s)));
        movement.setRegion({0.7, 0.02, 0.2, 0.1});
        movement.search();
        QTRY_VERIFY_WITH_TIMEOUT(!movement.isSearching(), Patience);
        QCOMPARE(movement.stateText(), u"No movement in the region at this level. 300 frames looked at."_s);
    }
};

QTEST_MAIN(MovementPageTest)
#include "tst_movementpage.moc"
