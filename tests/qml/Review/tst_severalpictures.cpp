// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewdesk.h"

#include <QDir>
#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <ranges>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 10'000;

QString words(QQuickView *view, const QString &name)
{
    return itemNamed(view, name)->property("text").toString();
}

bool isShown(QQuickView *view, const QString &name)
{
    const QQuickItem *const item = itemNamed(view, name);
    return item != nullptr && item->isVisible();
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

/// A clip that holds more than one film: several pictures of the same time, or several recordings one behind the other.
class SeveralPicturesTest : public QObject
{
    Q_OBJECT

    FakeFrameSource::Script m_script;

    ReviewSession::SourceMaker maker()
    {
        return [this] {
            return std::make_unique<FakeFrameSource>(m_script);
        };
    }

    static QQuickView *open(ReviewDesk &desk, QSize size = {1204, 726})
    {
        desk.session().open(desk.addClip({}));
        QQuickView *const view = desk.showPage(size);
        return view != nullptr && waitForPicture(desk) ? view : nullptr;
    }

    static bool waitForPicture(ReviewDesk &desk)
    {
        return QTest::qWaitFor(
            [&] { return desk.session().state() == ReviewSession::State::Open && desk.camera().hasPicture(); },
            Patience);
    }

    static bool change(ReviewDesk &desk, QQuickView *view)
    {
        const int before = desk.session().summary()->videoStream;
        QTest::keyClick(view, Qt::Key_V);
        return QTest::qWaitFor(
                   [&] { return desk.session().summary() && desk.session().summary()->videoStream != before; },
                   Patience) &&
               waitForPicture(desk);
    }

private Q_SLOTS:
    void init() { m_script = {.starts = evenStarts(300, 66'667us), .otherPictures = {QSize(160, 90)}}; }

    void saysNothingOfPicturesWhereThereIsOne()
    {
        m_script.otherPictures.clear();
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = open(desk);
        QVERIFY(view != nullptr);

        QVERIFY(!isShown(view, u"pictureBadge1"_s));
        QTest::keyClick(view, Qt::Key_V);
        QVERIFY(desk.session().state() == ReviewSession::State::Open);
    }

    void showsAnotherPictureByKeyAndSaysSo()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = open(desk);
        QVERIFY(view != nullptr);
        QVERIFY(isShown(view, u"pictureBadge1"_s));
        QCOMPARE(words(view, u"pictureBadge1"_s), u"Picture 1 of 2 · 320 × 180"_s);
        QVERIFY(!isShown(view, u"otherPicture"_s));

        QVERIFY(change(desk, view));
        QTRY_COMPARE_WITH_TIMEOUT(words(view, u"pictureBadge1"_s), u"Picture 2 of 2 · 160 × 90"_s, Patience);
        QVERIFY(isShown(view, u"otherPicture"_s));
        QCOMPARE(desk.camera().frameText(), u"frame 0 of another picture"_s);
        keepScreen(view, u"another-picture.png"_s);

        QVERIFY(change(desk, view));
        QVERIFY(!isShown(view, u"otherPicture"_s));
        QVERIFY(desk.session().showsOwnPicture());
    }

    void writesDownWhichPictureWasOpened()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = open(desk);
        QVERIFY(view != nullptr);
        QVERIFY(change(desk, view));

        const std::vector<CustodyEvent> log = desk.log();
        std::vector<QJsonObject> openings;
        for (const CustodyEvent &event : log) {
            if (event.action == CustodyAction::ClipOpened) {
                openings.push_back(event.details);
            }
        }
        QCOMPARE(openings.size(), std::size_t(2));
        QVERIFY(!openings.front().contains(u"videoStream"_s));
        QCOMPARE(openings.back().value(u"videoStream"_s).toInt(), 1);
    }

    void keepsNothingByTheNumbersOfAnotherPicture()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = open(desk);
        QVERIFY(view != nullptr);
        desk.session().mark({.first = 10, .last = 10}, u"own"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().markers().size(), std::size_t(1), Patience);
        desk.viewModel().cancelEdit();
        const auto before = desk.session().clip()->clock();
        QVERIFY(change(desk, view));
        const QSignalSpy refused(&desk.session(), &ReviewSession::failed);

        QVERIFY(desk.session().markers().empty());
        desk.session().mark({.first = 20, .last = 20}, u"other"_s);
        desk.session().takeStill(20);
        desk.session().makeSheet({1, 2}, ReviewSession::SheetChoice::WholeClip);
        desk.session().nudgeClock(1s);
        QCOMPARE(refused.size(), 4);
        for (const QList<QVariant> &arguments : refused) {
            const auto failure = arguments.first().value<ReviewFailure>();
            QVERIFY(std::get<Failure<ReviewError>>(failure).code == ReviewError::OtherPicture);
        }
        QVERIFY(desk.session().clip()->clock() == before);

        QVERIFY(change(desk, view));
        QCOMPARE(desk.session().markers().size(), std::size_t(1));
        QCOMPARE(desk.session().markers().front().note, u"own"_s);
        QVERIFY(desk.session().stills().empty());
    }

    void showsWhereAnotherRecordingBegins()
    {
        m_script = {.starts = evenStarts(300, 66'667us), .seams = {150}};
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = open(desk, {1920, 1000});
        QVERIFY(view != nullptr);
        QVERIFY(isShown(view, u"recordingRow"_s));
        QCOMPARE(desk.viewModel().readout().recording, u"1 of 2"_s);
        QVERIFY(!desk.viewModel().readout().clockNote.contains(u"seam"));
        const QImage plain = view->grabWindow();

        desk.viewModel().scrubTo(150);
        QTRY_COMPARE_WITH_TIMEOUT(desk.viewModel().readout().number, u"150"_s, Patience);
        QCOMPARE(desk.viewModel().readout().recording, u"2 of 2 · times jump \u221297.0 s"_s);
        QVERIFY(desk.viewModel().readout().clockNote.contains(u"behind a seam"));
        desk.viewModel().scrubTo(200);
        QTRY_COMPARE_WITH_TIMEOUT(desk.viewModel().readout().recording, u"2 of 2"_s, Patience);
        keepScreen(view, u"seam.png"_s);

        // A double stroke stands in the middle of the line, from the top of the film strip to its foot.
        const QQuickItem *const line = itemNamed(view, u"timelineView"_s);
        const QPoint middle = line->mapToScene(QPointF(line->width() / 2, 0)).toPoint();
        const auto lightColumns = [&plain](int x, int y) {
            int light = 0;
            for (int i = -6; i <= 6; ++i) {
                light += qGray(plain.pixel(x + i, y)) > 180 ? 1 : 0;
            }
            return light;
        };
        QVERIFY(std::ranges::any_of(std::views::iota(0, static_cast<int>(line->height())),
                                    [&](int y) { return lightColumns(middle.x(), middle.y() + y) >= 4; }));
    }

    void saysNothingOfRecordingsWhereThereIsOne()
    {
        m_script.otherPictures.clear();
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        QQuickView *const view = open(desk);
        QVERIFY(view != nullptr);

        QVERIFY(!isShown(view, u"recordingRow"_s));
        QVERIFY(desk.viewModel().readout().recording.isEmpty());
    }
};

QTEST_MAIN(SeveralPicturesTest)
#include "tst_severalpictures.moc"
