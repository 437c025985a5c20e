// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "frameview.h"
#include "loupe.h"
#include "reviewdesk.h"
#include "support/framenumber.h"
#include "timelineview.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 10'000;

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
std::optional<int> numberOnScreen(QQuickView *view)
{
    const auto *const shown = find<FrameView>(view, u"frameView"_s);
    const QRectF place = shown->mapRectToScene(shown->pictureRect());
    return readFrameNumber(view->grabWindow().copy(place.toRect()));
}

/// A place in the picture, 0 to 1 across and down, in the window.
QPoint placeOnScreen(QQuickView *view, QPointF share)
{
    const auto *const shown = find<FrameView>(view, u"frameView"_s);
    const QRectF place = shown->mapRectToScene(shown->pictureRect());
    return QPointF(place.x() + share.x() * place.width(), place.y() + share.y() * place.height()).toPoint();
}

/// Of a part of the picture without a pattern.
int greyOnScreen(QQuickView *view)
{
    return qGray(view->grabWindow().pixel(placeOnScreen(view, {0.5, 0.28})));
}

/// Where PORCHLIGHT_SCREENS is set.
void keepScreen(QQuickView *view, const QString &name)
{
    const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENS");
    if (!folder.isEmpty()) {
        view->grabWindow().save(QDir(folder).filePath(name));
    }
}

void type(QQuickView *view, const char *text)
{
    for (const char *letter = text; *letter != 0; ++letter) {
        QTest::keyClick(view, *letter);
    }
}

QByteArray keptBytes(ReviewDesk &desk, const Digest &digest)
{
    const auto source = desk.workplace().vault().openItemNow(digest);
    if (!source) {
        return {};
    }
    QByteArray bytes((*source)->size(), Qt::Uninitialized);
    return (*source)->read(0, bytes.data(), bytes.size()) ? bytes : QByteArray();
}

QImage pictureOf(ReviewDesk &desk, const Still &still)
{
    return QImage::fromData(keptBytes(desk, still.digest));
}

QJsonObject recordOfLastStill(ReviewDesk &desk)
{
    const auto record = digestFromString(desk.log().back().details.value(u"record"_s).toString());
    return record ? QJsonDocument::fromJson(keptBytes(desk, *record)).object() : QJsonObject();
}

QString words(QQuickView *view, const QString &name)
{
    return find(view, name)->property("text").toString();
}

} // namespace

/// Compares what the picture says with what stands beside it.
#define ON_SCREEN(view, number)                                                                                        \
    do {                                                                                                               \
        QTRY_COMPARE_WITH_TIMEOUT(numberOnScreen(view), std::optional<int>(number), Patience);                         \
        QCOMPARE(words(view, u"frameNumber"_s), u"Frame %1"_s.arg(number));                                            \
    } while (false)

class ReviewPageTest : public QObject
{
    Q_OBJECT

    FakeFrameSource *m_source = nullptr;
    FakeFrameSource::Script m_script;

    ReviewSession::SourceMaker maker()
    {
        return [this] {
            auto source = std::make_unique<FakeFrameSource>(m_script);
            m_source = source.get();
            return source;
        };
    }

private Q_SLOTS:
    void init() { m_script = {.starts = evenStarts(300, 66'667us)}; }

    void saysWhatToDoWithoutClips()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);

        QVERIFY(find(view, u"reviewEmpty"_s)->isVisible());
    }

    void opensAClipFromTheList()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QVERIFY(!desk.addClip({}).isNull());
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(desk.viewModel().clips()->count(), 1, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(find(view, u"clipRow0"_s) != nullptr, Patience);

        QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(find(view, u"clipRow0"_s)));

        ON_SCREEN(view, 0);
    }

    void stepsExactlyByKeysAndButtons()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);

        QTest::keyClick(view, Qt::Key_Right);
        ON_SCREEN(view, 1);
        QTest::keyClick(view, Qt::Key_Period);
        ON_SCREEN(view, 2);
        QTest::keyClick(view, Qt::Key_Left);
        ON_SCREEN(view, 1);
        QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        ON_SCREEN(view, 11);
        QTest::keyClick(view, Qt::Key_End);
        ON_SCREEN(view, 299);
        QTest::keyClick(view, Qt::Key_Left, Qt::ShiftModifier);
        ON_SCREEN(view, 289);
        QTest::keyClick(view, Qt::Key_Home);
        ON_SCREEN(view, 0);
        QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(find(view, u"stepForwardButton"_s)));
        ON_SCREEN(view, 1);
        QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(find(view, u"lastFrameButton"_s)));
        ON_SCREEN(view, 299);
    }

    void scrubsToTheFrameUnderThePointer()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        const auto *const line = find<TimelineView>(view, u"timelineView"_s);
        const QPoint left = line->mapToScene(QPointF(0, 60)).toPoint();
        const auto at = [&](double share) {
            return left + QPoint(static_cast<int>(line->width() * share), 0);
        };

        QTest::mousePress(view, Qt::LeftButton, {}, at(30.5 / 300));
        ON_SCREEN(view, 30);
        for (const double share : {0.2, 0.3, 0.4}) {
            QTest::mouseMove(view, at(share));
        }
        QTest::mouseMove(view, at(150.5 / 300));
        ON_SCREEN(view, 150);
        QTest::mouseRelease(view, Qt::LeftButton, {}, at(150.5 / 300));

        QVERIFY(std::abs(line->playheadX() - line->width() * 0.5) < 3);
    }

    void drawsHowLoudTheClipIsBelowItsPictures()
    {
        // Twenty seconds: silent, but for the half of the third quarter.
        QList<WavePeak> peaks(2000);
        std::fill(peaks.begin() + 1000, peaks.begin() + 1500, WavePeak{.low = -20'000, .high = 20'000});
        m_script.hasSound = true;
        m_script.waveform = Waveform(peaks);
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({.allowsSound = true}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        const auto *const line = find<TimelineView>(view, u"timelineView"_s);
        QTRY_VERIFY_WITH_TIMEOUT(line->waveHeight() > 0, Patience);
        QVERIFY(find(view, u"waveLabel"_s)->isVisible());

        // Half way from the middle line to the edge there is something where it is loud, and nothing elsewhere.
        const auto brightnessAt = [&](double share) {
            const QPointF place(line->width() * share, line->waveTop() + line->waveHeight() * 0.3);
            const QImage image = view->grabWindow();
            const double ratio = image.devicePixelRatio();
            return qGray(image.pixel((line->mapToScene(place) * ratio).toPoint()));
        };
        QTRY_VERIFY_WITH_TIMEOUT(brightnessAt(0.6) > brightnessAt(0.3) + 40, Patience);
        QVERIFY(brightnessAt(0.7) > brightnessAt(0.3) + 40);
        QVERIFY(std::abs(brightnessAt(0.9) - brightnessAt(0.3)) < 10);
    }

    void leavesNoPlaceForSoundThatWasNotConsentedTo()
    {
        m_script.hasSound = true;
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({.allowsSound = false}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);

        QCOMPARE(find<TimelineView>(view, u"timelineView"_s)->waveHeight(), 0.0);
        QVERIFY(!find(view, u"waveLabel"_s)->isVisible());
    }

    void marksTheSpanFromInToOutAndTakesTheNote()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);

        QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        ON_SCREEN(view, 10);
        QTest::keyClick(view, Qt::Key_I);
        QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        ON_SCREEN(view, 20);
        QTest::keyClick(view, Qt::Key_O);
        QTest::keyClick(view, Qt::Key_M);
        QTRY_VERIFY_WITH_TIMEOUT(find(view, u"noteField"_s) != nullptr, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(find(view, u"noteField"_s)->hasActiveFocus(), Patience);
        // Letters that are keys of the page are letters here.
        for (const char letter : {'m', 'i', 's', 'l', ' '}) {
            QTest::keyClick(view, letter);
        }
        QTest::keyClick(view, Qt::Key_Return);

        QTRY_COMPARE_WITH_TIMEOUT(desk.session().markers().front().note, u"misl"_s, Patience);
        QCOMPARE(desk.session().markers().front().firstFrame, qint64(10));
        QCOMPARE(desk.session().markers().front().lastFrame, qint64(20));
        QCOMPARE(desk.session().markers().size(), std::size_t(1));
        ON_SCREEN(view, 20);
    }

    void takesTagsWithCommaAndEnterAndFiltersByThem()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        desk.session().mark({.first = 200, .last = 210}, u"Another"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.viewModel().markers()->count(), 1, Patience);
        desk.viewModel().cancelEdit();

        QTest::keyClick(view, Qt::Key_M);
        QTRY_VERIFY_WITH_TIMEOUT(find(view, u"noteField"_s) != nullptr && find(view, u"noteField"_s)->hasActiveFocus(),
                                 Patience);
        type(view, "Van");
        QTest::keyClick(view, Qt::Key_Tab);
        QTRY_VERIFY_WITH_TIMEOUT(find(view, u"tagField"_s)->hasActiveFocus(), Patience);
        type(view, "white van,");
        QCOMPARE(desk.viewModel().editedTags(), QStringList{u"white van"_s});
        type(view, "odd");
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(desk.viewModel().editedTags().size(), 2);
        QTest::keyClick(view, Qt::Key_Backspace);
        QCOMPARE(desk.viewModel().editedTags(), QStringList{u"white van"_s});
        type(view, "plate");
        QTest::keyClick(view, Qt::Key_Return);
        keepScreen(view, u"review-tags-writing.png"_s);
        QTest::keyClick(view, Qt::Key_Return);

        QTRY_VERIFY_WITH_TIMEOUT(desk.session().markers().front().note == u"Van"_s, Patience);
        QCOMPARE(desk.session().markers().front().tags, (QStringList{u"white van"_s, u"plate"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(find(view, u"markerTag"_s) != nullptr && find(view, u"markerTag"_s)->isVisible(),
                                 Patience);
        QCOMPARE(words(view, u"markerCount"_s), u"2"_s);
        QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(find(view, u"tagFilter-plate"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(words(view, u"markerCount"_s), u"1 of 2"_s, Patience);
        keepScreen(view, u"review-tags.png"_s);
        QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(find(view, u"tagFilter-plate"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(words(view, u"markerCount"_s), u"2"_s, Patience);
    }

    void takesAStillOfTheFrameOnTheScreen()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        QTest::keyClick(view, Qt::Key_Right);
        ON_SCREEN(view, 1);
        QSignalSpy notices(&desk.viewModel(), &ReviewViewModel::noticeRaised);

        QTest::keyClick(view, Qt::Key_S);

        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().stills().size(), std::size_t(1), Patience);
        QCOMPARE(desk.session().stills().front().frame, qint64(1));
    }

    void adjustsTheViewAndNeverTheStill()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        QCOMPARE(greyOnScreen(view), 60);
        QVERIFY(!find(view, u"lookBadge1"_s)->isVisible());

        QTest::keyClick(view, Qt::Key_B);
        auto *const popover = view->rootObject()->findChild<QObject *>(u"lookPopover"_s);
        QTRY_VERIFY_WITH_TIMEOUT(popover->property("opened").toBool(), Patience);
        auto *const brightness = popover->findChild<QQuickItem *>(u"brightnessSlider"_s);
        brightness->forceActiveFocus();
        for (int press = 0; press < 22; ++press) {
            QTest::keyClick(view, Qt::Key_Right);
        }
        QTRY_COMPARE_WITH_TIMEOUT(greyOnScreen(view), 88, Patience); // 60 + 0.11 * 255
        keepScreen(view, u"review-look.png"_s);
        QTest::keyClick(view, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!popover->property("visible").toBool(), Patience);
        QVERIFY(find(view, u"lookBadge1"_s)->isVisible());
        QVERIFY(words(view, u"lookBadge1"_s).contains(u"brightness 22"_s));
        QSignalSpy taken(&desk.session(), &ReviewSession::stillTaken);
        QTest::keyClick(view, Qt::Key_S);
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().stills().size(), std::size_t(1), Patience);

        QCOMPARE(qGray(pictureOf(desk, desk.session().stills().front()).pixel(160, 50)), 60);
        QCOMPARE(recordOfLastStill(desk).value(u"settings"_s).toObject().value(u"adjustmentForViewing"_s).toObject(),
                 (QJsonObject{{u"brightness"_s, 22}, {u"contrast"_s, 0}}));

        popover->setProperty("visible", true);
        QTRY_VERIFY_WITH_TIMEOUT(popover->property("opened").toBool(), Patience);
        QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(popover->findChild<QQuickItem *>(u"resetLookButton"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(greyOnScreen(view), 60, Patience);
        QVERIFY(!find(view, u"lookBadge1"_s)->isVisible());
    }

    void forgetsAnAdjustmentWithItsClip()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        desk.camera().setContrast(40);
        desk.session().open(desk.addClip({.placeText = u"Wood St 2318"_s}));

        QTRY_COMPARE_WITH_TIMEOUT(desk.session().state(), ReviewSession::State::Open, Patience);
        QVERIFY(!desk.camera().isAdjusted());
    }

    void showsALoupeThatGoesWithThePointerUntilItIsClosed()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        auto *const loupe = find<Loupe>(view, u"loupe"_s);
        QVERIFY(!loupe->isVisible());
        QTest::mouseMove(view, middleOf(find(view, u"frameView"_s)));

        QTest::keyClick(view, Qt::Key_Z);
        QVERIFY(loupe->isVisible());
        const QPoint there = placeOnScreen(view, {0.25, 0.3});
        QTest::mouseMove(view, there);
        QTRY_VERIFY_WITH_TIMEOUT((middleOf(loupe) - there).manhattanLength() <= 2, Patience);
        QVERIFY((loupe->pixel() - QPoint(80, 54)).manhattanLength() <= 2);
        keepScreen(view, u"review-loupe.png"_s);
        // The frame under it can still be stepped.
        QTest::keyClick(view, Qt::Key_Right);
        QTRY_COMPARE_WITH_TIMEOUT(loupe->shownNumber(), 1, Patience);

        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!loupe->isVisible());
        QTest::keyClick(view, Qt::Key_Z);
        QVERIFY(loupe->isVisible());
        QTest::keyClick(view, Qt::Key_Z);
        QVERIFY(!loupe->isVisible());
    }

    void drawsTruePixelsAboutAndFitsThemAgain()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage({560, 460});
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        auto *const shown = find<FrameView>(view, u"frameView"_s);
        const QRectF fit = shown->pictureRect();

        QTest::keyClick(view, Qt::Key_F);
        QTRY_COMPARE_WITH_TIMEOUT(shown->pictureRect().size(), QSizeF(320, 180), Patience);
        QVERIFY(shown->canPan());
        const QRectF before = shown->pictureRect();
        const QPoint middle = middleOf(shown);
        QTest::mousePress(view, Qt::LeftButton, {}, middle);
        QTest::mouseMove(view, middle - QPoint(6, 0));
        QTest::mouseMove(view, middle - QPoint(12, 0));
        QTest::mouseRelease(view, Qt::LeftButton, {}, middle - QPoint(12, 0));
        QCOMPARE(shown->pictureRect().topLeft(), before.topLeft() - QPointF(12, 0));

        QTest::keyClick(view, Qt::Key_F);
        QCOMPARE(shown->pictureRect(), fit);
    }

    void makesAContactSheetOfTheSpanFromInToOut()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        desk.viewModel().scrubTo(50);
        ON_SCREEN(view, 50);
        desk.viewModel().setIn();
        desk.viewModel().scrubTo(105);
        ON_SCREEN(view, 105);
        desk.viewModel().setOut();
        QSignalSpy taken(&desk.session(), &ReviewSession::stillTaken);

        QTest::keyClick(view, Qt::Key_S, Qt::ShiftModifier);
        auto *const popover = view->rootObject()->findChild<QObject *>(u"sheetPopover"_s);
        QTRY_VERIFY_WITH_TIMEOUT(popover->property("opened").toBool(), Patience);
        keepScreen(view, u"review-sheet.png"_s);
        QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(popover->findChild<QQuickItem *>(u"makeSheetButton"_s)));

        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().stills().size(), std::size_t(1), Patience);
        const Still sheet = desk.session().stills().front();
        QCOMPARE(sheet.kind, StillKind::ContactSheet);
        QCOMPARE(sheet.frame, qint64(50));
        const QJsonArray tiles = recordOfLastStill(desk).value(u"tiles"_s).toArray();
        QCOMPARE(tiles.size(), 12);
        QCOMPARE(tiles.at(1).toObject().value(u"number"_s).toInt(), 55);
        QCOMPARE(tiles.last().toObject().value(u"number"_s).toInt(), 105);
        QCOMPARE(desk.viewModel().sheetTotal(), 0);
    }

    void coversASensitiveClipUntilAReasonIsGiven()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({.isSensitive = true}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(find(view, u"pictureCover"_s)->isVisible(), Patience);
        QCOMPARE(find<FrameView>(view, u"frameView"_s)->shownNumber(), -1);

        auto *const button = find(view, u"pictureCover"_s)->findChild<QQuickItem *>(u"emptyStateButton"_s);
        QTest::mouseClick(view, Qt::LeftButton, {}, middleOf(button));
        auto *const dialog = view->rootObject()->findChild<QObject *>(u"revealDialog"_s);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->property("opened").toBool(), Patience);
        for (const char letter : {'F', 'a', 'c', 'e'}) {
            QTest::keyClick(view, letter);
        }
        QTest::keyClick(view, Qt::Key_Return);

        ON_SCREEN(view, 0);
    }

    void listsItsKeys()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);

        // The window has the key and asks the page for its sheet.
        QMetaObject::invokeMethod(view->rootObject(), "showKeys");

        auto *const sheet = view->rootObject()->findChild<QObject *>(u"keySheet"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sheet->property("opened").toBool(), Patience);
        keepScreen(view, u"review-keys.png"_s);
        QTest::keyClick(view, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!sheet->property("visible").toBool(), Patience);
    }

    void goesByTheKeysThatAreSet()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        Preferences preferences;
        preferences.reviewKeys = ReviewKeys().with(ReviewAct::StepOn, u"F7"_s).value();

        desk.preferences().change(preferences);

        QTest::keyClick(view, Qt::Key_F7);
        ON_SCREEN(view, 1);
        QTest::keyClick(view, Qt::Key_Right);
        QTest::keyClick(view, Qt::Key_Period);
        QTest::keyClick(view, Qt::Key_F7);
        ON_SCREEN(view, 2);
        QCOMPARE(find(view, u"stepForwardButton"_s)->property("key").toString(), u"F7"_s);
        // The others are as they were.
        QTest::keyClick(view, Qt::Key_Left);
        ON_SCREEN(view, 1);
    }

    void standsStillOnAWorkedOnClip()
    {
        m_script.starts = evenStarts(200, 66'667us);
        for (std::chrono::microseconds start = 18s; start < 25s; start += 66'667us) {
            m_script.starts.push_back(start);
        }
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QVERIFY(!desk.addClip({.placeText = u"Wood St 2318"_s}).isNull());
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        desk.session().mark({.first = 40, .last = 40}, u"Van turns into Wood Street"_s);
        desk.session().mark({.first = 110, .last = 140}, u"Stops, passenger door opens"_s);
        desk.viewModel().scrubTo(100);
        ON_SCREEN(view, 100);
        desk.viewModel().setIn();
        desk.viewModel().scrubTo(150);
        ON_SCREEN(view, 150);
        desk.viewModel().setOut();
        desk.viewModel().cancelEdit();
        desk.viewModel().scrubTo(120);
        ON_SCREEN(view, 120);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.viewModel().readout().digest.isEmpty(), Patience);
        keepScreen(view, u"review-fake.png"_s);
    }
};

QTEST_MAIN(ReviewPageTest)
#include "tst_reviewpage.moc"
