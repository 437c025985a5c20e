// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frameview.h"
#include "media/decoderclient.h"
#include "reviewdesk.h"
#include "support/framenumber.h"
#include "timelineview.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000;

QString demoClip(const QString &name)
{
    return QDir(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS")).filePath(name);
}

std::unique_ptr<FrameSource> confinedDecoder()
{
    return std::make_unique<DecoderClient>(
        DecoderSettings{.program = qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-decoder"_s});
}

template <typename T = QQuickItem>
T *find(QQuickView *view, const QString &name)
{
    return qobject_cast<T *>(itemNamed(view, name));
}

std::optional<int> numberOnScreen(QQuickView *view)
{
    const auto *const shown = find<FrameView>(view, u"frameView"_s);
    const QRectF place = shown->mapRectToScene(shown->pictureRect());
    return readFrameNumber(view->grabWindow().copy(place.toRect()));
}

/// Where PORCHLIGHT_SCREENS is set.
void keepScreen(QQuickView *view, const QString &name)
{
    const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENS");
    if (!folder.isEmpty()) {
        view->grabWindow().save(QDir(folder).filePath(name));
    }
}

} // namespace

#define ON_SCREEN(view, number)                                                                                        \
    do {                                                                                                               \
        QTRY_COMPARE_WITH_TIMEOUT(numberOnScreen(view), std::optional<int>(number), Patience);                         \
        QCOMPARE(find(view, u"frameNumber"_s)->property("text").toString(), u"Frame %1"_s.arg(number));                \
    } while (false)

/// The page on real clips through the confined decoder: the number in the picture is the number beside it.
class ReviewClipTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsExactlyTheFrameItNames_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("frames");
        QTest::newRow("H.264") << u"street-01-h264-15.mp4"_s << 300;
        QTest::newRow("H.265") << u"street-02-h265-20.mp4"_s << 240;
        QTest::newRow("variable frame rate") << u"street-03-variable.mkv"_s << 180;
        QTest::newRow("portrait") << u"street-05-portrait-24.mp4"_s << 192;
    }
    void showsExactlyTheFrameItNames()
    {
        QFETCH(const QString, file);
        QFETCH(const int, frames);
        ReviewDesk desk(confinedDecoder);
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({.file = demoClip(file)}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        ON_SCREEN(view, 0);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session().isTableComplete(), Patience);
        QCOMPARE(desk.session().source()->table().size(), frames);

        for (int number = 1; number <= 3; ++number) {
            QTest::keyClick(view, Qt::Key_Right);
            ON_SCREEN(view, number);
        }
        for (const int number : {frames - 1, 7, frames / 2, frames / 2 - 40, 61}) {
            desk.viewModel().scrubTo(number);
            ON_SCREEN(view, number);
            QTest::keyClick(view, Qt::Key_Left);
            ON_SCREEN(view, number - 1);
        }
        keepScreen(view, file + u".png"_s);
    }

    void scrubsToTheFrameUnderThePointer()
    {
        ReviewDesk desk(confinedDecoder);
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({.file = demoClip(u"street-01-h264-15.mp4"_s)}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session().isTableComplete(), Patience);
        ON_SCREEN(view, 0);
        const auto *const line = find<TimelineView>(view, u"timelineView"_s);
        const QPoint left = line->mapToScene(QPointF(0, 60)).toPoint();
        const auto at = [&](double share) {
            return left + QPoint(static_cast<int>(line->width() * share), 0);
        };

        QTest::mousePress(view, Qt::LeftButton, {}, at(0.05));
        for (int i = 6; i <= 70; ++i) {
            QTest::mouseMove(view, at(i / 100.0));
            // Whatever is on the screen by now, its number stands beside it.
            const std::optional<int> seen = numberOnScreen(view);
            QVERIFY(seen.has_value());
            QCOMPARE(find(view, u"frameNumber"_s)->property("text").toString(), u"Frame %1"_s.arg(*seen));
        }
        QTest::mouseRelease(view, Qt::LeftButton, {}, at(0.7));

        const std::optional<qint64> expected = static_cast<qint64>(300 * 0.7);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(desk.camera().frame().number() - *expected) <= 1, Patience);
        ON_SCREEN(view, static_cast<int>(desk.camera().frame().number()));
    }

    void keepsNothingOfSoundThatWasNotConsentedTo_data()
    {
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("allowed") << true;
        QTest::newRow("not allowed") << false;
    }
    void keepsNothingOfSoundThatWasNotConsentedTo()
    {
        QFETCH(const bool, isAllowed);
        const QTemporaryDir shelf;
        ReviewDesk desk([&shelf] {
            return std::make_unique<DecoderClient>(DecoderSettings{
                .program = qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-decoder"_s, .shelf = shelf.path()});
        });
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({.file = demoClip(u"street-04-sound-30.mp4"_s), .allowsSound = isAllowed}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        const auto kept = [&shelf](const QString &pattern) {
            return QDirIterator(shelf.path(), {pattern}, QDir::Files, QDirIterator::Subdirectories).hasNext();
        };
        QTRY_VERIFY_WITH_TIMEOUT(kept(u"*.index"_s), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(!desk.session().waveform().isEmpty(), isAllowed, Patience);
        // Asked after all that the opening asks: what that does is done.
        desk.viewModel().scrubTo(100);
        ON_SCREEN(view, 100);

        QCOMPARE(kept(u"*.wave"_s), isAllowed);
        keepScreen(view, isAllowed ? u"sound-allowed.png"_s : u"sound-not-allowed.png"_s);
    }

    void reachesBothEndsOfEveryRealClip_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(qEnvironmentVariable("PORCHLIGHT_FIELD_DATA") + u"/footage"_s);
        if (qEnvironmentVariableIsEmpty("PORCHLIGHT_FIELD_DATA")) {
            QSKIP("PORCHLIGHT_FIELD_DATA is not set");
        }
        for (const QString &name : folder.entryList(QDir::Files)) {
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }
    void reachesBothEndsOfEveryRealClip()
    {
        QFETCH(const QString, path);
        ReviewDesk desk(confinedDecoder);
        QVERIFY(desk.isReady());
        QSignalSpy notices(&desk.viewModel(), &ReviewViewModel::noticeRaised);
        desk.session().open(desk.addClip({.file = path}));
        QQuickView *const view = desk.showPage();
        QVERIFY(view != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session().isTableComplete(), Patience);
        const qint64 last = desk.session().source()->table().size() - 1;

        QTest::keyClick(view, Qt::Key_End);
        QTRY_COMPARE_WITH_TIMEOUT(find<FrameView>(view, u"frameView"_s)->shownNumber(), last, Patience);
        QTest::keyClick(view, Qt::Key_Left);
        const qint64 before = std::max<qint64>(0, last - 1);
        QTRY_COMPARE_WITH_TIMEOUT(find<FrameView>(view, u"frameView"_s)->shownNumber(), before, Patience);

        QVERIFY(notices.isEmpty());
        keepScreen(view, QFileInfo(path).fileName() + u".png"_s);
    }

    void standsStillOnAWorkedOnClip_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isNight");
        QTest::newRow("small-night") << QSize(1204, 726) << true;
        QTest::newRow("small-day") << QSize(1204, 726) << false;
        QTest::newRow("large-night") << QSize(1844, 1006) << true;
    }
    void standsStillOnAWorkedOnClip()
    {
        QFETCH(const QSize, size);
        QFETCH(const bool, isNight);
        ReviewDesk desk(confinedDecoder);
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({.file = demoClip(u"street-03-variable.mkv"_s)}));
        QQuickView *const view = desk.showPage(size, isNight);
        QVERIFY(view != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session().isTableComplete(), Patience);
        ON_SCREEN(view, 0);
        desk.session().mark({.first = 20, .last = 20}, u"Van turns into Wood Street"_s);
        desk.session().mark({.first = 60, .last = 85}, u"Stops, passenger door opens"_s);
        desk.session().mark({.first = 150, .last = 150}, u"Leaves towards Market Street"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().markers().size(), std::size_t(3), Patience);
        desk.viewModel().scrubTo(50);
        ON_SCREEN(view, 50);
        desk.viewModel().setIn();
        desk.viewModel().scrubTo(100);
        ON_SCREEN(view, 100);
        desk.viewModel().setOut();
        desk.viewModel().cancelEdit();
        desk.viewModel().scrubTo(70);
        ON_SCREEN(view, 70);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.viewModel().readout().digest.isEmpty(), Patience);
        keepScreen(view, u"worked-%1.png"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        find<TimelineView>(view, u"timelineView"_s)->setZoom(0.75);
        ON_SCREEN(view, 70);
        keepScreen(view, u"zoomed-%1.png"_s.arg(QLatin1StringView(QTest::currentDataTag())));
    }

    void playsEveryFrameInOrder()
    {
        ReviewDesk desk(confinedDecoder);
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({.file = demoClip(u"street-04-sound-30.mp4"_s), .allowsSound = true}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session().isTableComplete(), Patience);
        QVERIFY(desk.viewModel().hasSound());
        QList<qint64> shown;
        connect(&desk.camera().playhead(), &Playhead::shownChanged, this,
                [&] { shown.append(desk.camera().playhead().shown().number()); });

        desk.viewModel().playAt(0.25);
        QTRY_VERIFY_WITH_TIMEOUT(shown.size() >= 12, Patience);
        desk.viewModel().pause();

        for (int i = 1; i < shown.size(); ++i) {
            QVERIFY(shown.at(i) > shown.at(i - 1));
        }
    }
};

QTEST_MAIN(ReviewClipTest)
#include "tst_reviewclip.moc"
