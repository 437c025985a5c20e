// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The inbox in a window, with clips that really arrive, worked with the keyboard and the mouse.

#include "inboxviewmodel.h"
#include "support/filesizelimit.h"
#include "support/intakeplace.h"
#include "support/ourwarnings.h"
#include "workflow/clippictures.h"

#include <QDir>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

bool comesTrue(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, Patience);
}

QQuickItem *findIn(QQuickItem *item, const QString &name)
{
    if (item->objectName() == name && item->isVisible()) {
        return item;
    }
    for (QQuickItem *child : item->childItems()) {
        if (QQuickItem *found = findIn(child, name)) {
            return found;
        }
    }
    return nullptr;
}

/// The page over a place, in a window.
class InboxWindow
{
public:
    explicit InboxWindow(QSize size = {1204, 726})
        : intake(place.makeIntake())
        , pictures(*place.vault, place.decoder())
        , currentCase(*place.store, *place.identity, place.clock)
        , viewModel(*intake, pictures, *place.store, currentCase, place.clock)
    {
        currentCase.load();
        view.setInitialProperties({{u"viewModel"_s, QVariant::fromValue(&viewModel)}});
        view.loadFromModule(u"Porchlight.Inbox"_s, u"InboxPage"_s);
        view.setResizeMode(QQuickView::SizeRootObjectToView);
        view.resize(size);
        view.show();
    }

    /// Shares demo clips with different consents, and lets them arrive.
    bool letClipsArrive()
    {
        ConsentScope wide{.sound = true,
                          .place = PlacePrecision::Address,
                          .purpose = UsePurpose::ThisCaseAndProsecution,
                          .until = QDate(2027, 6, 30)};
        ConsentScope narrow = IntakePlace::scope();
        narrow.place = PlacePrecision::None;
        share(u"street-01-h264-15.mp4"_s, IntakePlace::scope(), u"2300 block of Wood Street"_s, false, 3'200'000);
        intake->start();
        if (!hasArrived(1)) {
            return false;
        }
        share(u"street-02-h265-20.mp4"_s, wide, u"2318 Wood Street"_s, false, 0);
        intake->pollNow();
        if (!hasArrived(2)) {
            return false;
        }
        share(u"street-05-portrait-24.mp4"_s, narrow, {}, true, 252'000'000);
        intake->pollNow();
        return hasArrived(3);
    }

    /// Clips that arrive side by side end in any order; one after the other, the list's order is known.
    [[nodiscard]] bool hasArrived(int clips)
    {
        return comesTrue([&] { return viewModel.newCount() == clips && intake->arrivals().empty(); });
    }

    void share(const QString &name, const ConsentScope &scope, const QString &from, bool isSensitive, qint64 offset)
    {
        FakeExchange elsewhere(place.clock);
        ClipOffer offer = elsewhere.share(place.request.id, IntakePlace::demoClip(name), scope);
        offer.placeText = from;
        offer.isSensitive = isSensitive;
        offer.statedStart = UtcTime::fromString(u"2026-11-24T02:13:40.000Z"_s);
        if (offset != 0) {
            offer.statedClockOffsetMicroseconds = offset;
        }
        place.exchange->signAgain(offer.receipt);
        place.exchange->addOffer(offer, IntakePlace::demoClip(name));
    }

    [[nodiscard]] QQuickItem *find(const QString &name) const
    {
        return findIn(view.contentItem(), name); // what stands on the page, and what lies over it
    }
    void click(QQuickItem *item)
    {
        const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
        QTest::mouseClick(&view, Qt::LeftButton, {}, middle.toPoint());
    }
    void keepPicture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
        if (!folder.isEmpty()) {
            QVERIFY(QDir().mkpath(folder));
            QVERIFY(view.grabWindow().save(folder + u"/inbox-"_s + name + u".png"_s));
        }
    }
    void setDark(bool isDark)
    {
        auto *theme = view.engine()->singletonInstance<QObject *>(u"Porchlight.Theme"_s, u"Theme"_s);
        theme->setProperty("dark", isDark);
    }
    [[nodiscard]] InboxClip row(int index) const { return viewModel.rowAt(index); }

    IntakePlace place;
    std::unique_ptr<ClipIntake> intake;
    ClipPictures pictures;
    CurrentCase currentCase;
    InboxViewModel viewModel;
    QQuickView view;
};

} // namespace

class InboxPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(Porchlight::ourWarnings()); }

    void saysWhatIsNextWhileThereIsNoClip()
    {
        InboxWindow window;
        QVERIFY(QTest::qWaitForWindowExposed(&window.view));
        QVERIFY(comesTrue([&] { return window.viewModel.hasOpenRequest(); }));

        QCOMPARE(window.view.status(), QQuickView::Ready);
        window.keepPicture(u"empty"_s);
        QVERIFY(!window.find(u"openClipButton"_s)->isEnabled());
    }

    void saysInWordsWhatEachClipIs()
    {
        InboxWindow window;
        QVERIFY(window.letClipsArrive());
        QVERIFY(comesTrue([&] { return !window.row(0).picture.isNull() && !window.row(2).picture.isNull(); }));

        QCOMPARE(window.viewModel.clips()->count(), 3);
        const InboxClip sensitive = window.row(0);
        const InboxClip first = window.row(2);

        QCOMPARE(first.from, u"2300 block of Wood Street"_s);
        QCOMPARE(first.cameraTime, u"23 Nov, 21:13:40 EST"_s);
        QCOMPARE(first.clock, u"clock +3.2 s, stated"_s);
        QCOMPARE(first.integrity.text, u"matches its receipt"_s);
        QCOMPARE(first.media, u"0:20 · 720p15 H.264"_s);
        QCOMPARE(first.allowed.at(1).text, u"no sound"_s);
        QCOMPARE(first.allowed.at(1).tone, int(InboxChip::Bad));
        QCOMPARE(first.state.text, u"New"_s);
        QCOMPARE(sensitive.from, u"Place not told"_s);
        QVERIFY(sensitive.isCovered);
        window.keepPicture(u"day"_s);
        window.setDark(true);
        window.keepPicture(u"night"_s);
        window.setDark(false);
        window.view.resize(1844, 1006);
        QVERIFY(comesTrue([&] { return window.view.rootObject()->width() > 1800; }));
        window.keepPicture(u"day-wide"_s);
    }

    void neverHandsOnACoveredPictureButCoarse()
    {
        InboxWindow window;
        QVERIFY(window.letClipsArrive());
        QVERIFY(comesTrue([&] { return !window.row(0).picture.isNull(); }));
        const QImage covered = window.row(0).picture;
        const Digest digest = window.place.clips().back().digest;

        QCOMPARE(covered, coveredPicture(window.pictures.picture(digest)));
        QVERIFY(covered != window.pictures.picture(digest));
        QVERIFY(window.place.events(CustodyAction::PictureRevealed).empty());
    }

    void uncoversAPictureOnlyForARecordedReason()
    {
        InboxWindow window;
        QVERIFY(window.letClipsArrive());
        QVERIFY(comesTrue([&] { return window.find(u"inboxReveal0"_s) != nullptr; }));

        window.click(window.find(u"inboxReveal0"_s));
        QVERIFY(comesTrue(
            [&] { return window.find(u"reasonField"_s) && window.find(u"reasonField"_s)->hasActiveFocus(); }));
        QTest::keyClick(&window.view, Qt::Key_Return);
        QVERIFY(window.row(0).isCovered);
        for (const char letter : QByteArray("Van seen")) {
            QTest::keyClick(&window.view, letter);
        }
        window.keepPicture(u"reveal"_s);
        QTest::keyClick(&window.view, Qt::Key_Return);

        QVERIFY(comesTrue([&] { return !window.row(0).isCovered; }));
        const auto events = window.place.events(CustodyAction::PictureRevealed);
        QCOMPARE(events.size(), 1U);
        QCOMPARE(events.front().reason, u"Van seen"_s);
    }

    void isWorkedWithTheKeyboard()
    {
        InboxWindow window;
        QVERIFY(window.letClipsArrive());
        QSignalSpy chosen(&window.viewModel, &InboxViewModel::clipChosen);
        QQuickItem *list = window.find(u"inboxList"_s);
        list->forceActiveFocus();

        QTest::keyClick(&window.view, Qt::Key_J);
        QTest::keyClick(&window.view, Qt::Key_J);
        QCOMPARE(list->property("currentIndex").toInt(), 2);
        QTest::keyClick(&window.view, Qt::Key_K);
        QCOMPARE(list->property("currentIndex").toInt(), 1);
        QTest::keyClick(&window.view, Qt::Key_A);
        QVERIFY(comesTrue([&] { return window.row(1).state.text == u"Accepted"; }));
        QTest::keyClick(&window.view, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), window.row(1).clipId);

        QTest::keyClick(&window.view, Qt::Key_J);
        QTest::keyClick(&window.view, Qt::Key_D);
        QVERIFY(comesTrue(
            [&] { return window.find(u"reasonField"_s) && window.find(u"reasonField"_s)->hasActiveFocus(); }));
        for (const char letter : QByteArray("Another street")) {
            QTest::keyClick(&window.view, letter);
        }
        QTest::keyClick(&window.view, Qt::Key_Return);
        QVERIFY(comesTrue([&] { return window.row(2).state.text == u"Declined"; }));
        QCOMPARE(window.row(2).note, u"Another street"_s);
        QVERIFY(!window.row(2).canOpen);
        QCOMPARE(list->property("currentIndex").toInt(), 2);
        QCOMPARE(window.place.events(CustodyAction::ClipDeclined).size(), 1U);
        window.keepPicture(u"decided"_s);
    }

    void isWorkedWithTheMouse()
    {
        InboxWindow window;
        QVERIFY(window.letClipsArrive());
        QSignalSpy chosen(&window.viewModel, &InboxViewModel::clipChosen);
        QVERIFY(comesTrue([&] { return window.find(u"inboxRow1"_s) != nullptr; }));

        window.click(window.find(u"inboxRow1"_s));
        QCOMPARE(window.find(u"inboxList"_s)->property("currentIndex").toInt(), 1);
        window.click(window.find(u"openClipButton"_s));

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), window.row(1).clipId);
        window.click(window.find(u"inboxShowAccepted"_s));
        QCOMPARE(window.viewModel.clips()->count(), 0);
        window.click(window.find(u"inboxShowAll"_s));
        QCOMPARE(window.viewModel.clips()->count(), 3);
    }

    void saysThatTheDiskIsFullAndTakesTheClipLater()
    {
        InboxWindow window;
        FakeExchange elsewhere(window.place.clock);
        const QByteArray bytes(8'000'000, 'x');
        ClipOffer offer = elsewhere.share(window.place.request.id, bytes, IntakePlace::scope());
        window.place.exchange->signAgain(offer.receipt);
        window.place.exchange->addOffer(offer, bytes);
        auto limit = std::make_unique<FileSizeLimit>(6'000'000);
        window.intake->start();

        QVERIFY(comesTrue([&] {
            return window.viewModel.clips()->count() == 1 && window.row(0).note.contains(u"The disk is full");
        }));
        QVERIFY(window.row(0).note.contains(u"everything from before is safe"));
        window.keepPicture(u"disk-full"_s);

        limit.reset();
        QVERIFY(comesTrue([&] { return window.place.clips().size() == 1; }));
    }

    void showsWhatWasNotTaken()
    {
        InboxWindow window;
        FakeExchange elsewhere(window.place.clock);
        ClipOffer forged = elsewhere.share(window.place.request.id, "bytes", IntakePlace::scope());
        window.place.exchange->addOffer(forged, "bytes");
        window.intake->start();

        QVERIFY(comesTrue([&] { return window.viewModel.clips()->count() == 1; }));
        QVERIFY(comesTrue([&] { return window.row(0).state.text == u"Disputed"; }));
        QCOMPARE(window.row(0).integrity.text, u"differs from its receipt"_s);
        QVERIFY(!window.row(0).canOpen);
        window.keepPicture(u"disputed"_s);
    }
};

QTEST_MAIN(InboxPageTest)

#include "tst_inboxpage.moc"
