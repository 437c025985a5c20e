// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frameview.h"
#include "media/decoderclient.h"
#include "reviewdesk.h"
#include "support/childprocesses.h"
#include "support/framenumber.h"
#include "workflow/sentences.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <utility>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000;
constexpr int Frames = 300;

std::unique_ptr<FrameSource> confinedDecoder()
{
    return std::make_unique<DecoderClient>(
        DecoderSettings{.program = qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-decoder"_s});
}

QString words(QQuickView *view, const QString &name)
{
    return itemNamed(view, name)->property("text").toString();
}

std::optional<int> numberOnScreen(QQuickView *view)
{
    const auto *const shown = qobject_cast<FrameView *>(itemNamed(view, u"frameView"_s));
    const QRectF place = shown->mapRectToScene(shown->pictureRect());
    return readFrameNumber(view->grabWindow().copy(place.toRect()));
}

} // namespace

#define ON_SCREEN(view, number)                                                                                        \
    do {                                                                                                               \
        QTRY_COMPARE_WITH_TIMEOUT(numberOnScreen(view), std::optional<int>(number), Patience);                         \
        QCOMPARE(words(view, u"frameNumber"_s), u"Frame %1"_s.arg(number));                                            \
    } while (false)

/// The page in front of a decoder process that is killed while somebody reviews.
class DecoderDeathTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ReviewDesk> m_desk;
    QQuickView *m_view = nullptr;
    ClipId m_clip;
    QByteArray m_processorTime;
    int m_restingLooks = 0;

    [[nodiscard]] ReviewViewModel &page() { return m_desk->viewModel(); }
    [[nodiscard]] QStringList pointsOnScreen()
    {
        return {page().inText(), page().outText(), page().lengthText(), words(m_view, u"markerCount"_s)};
    }
    /// True once the decoder has waited for a message at each of some looks, and used no processor time in between.
    [[nodiscard]] bool decoderRests()
    {
        QFile file(u"/proc/%1/stat"_s.arg(childProcesses().value(0)));
        const QByteArray line = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        // proc_pid_stat(5): the name may hold anything; after it come the state, and utime and stime eleven later.
        const QByteArrayList facts = line.mid(line.lastIndexOf(')') + 2).split(' ');
        const QByteArray used = facts.mid(11, 2).join(' ');
        const bool isSame = std::exchange(m_processorTime, used) == used && facts.front() == "S";
        m_restingLooks = isSame ? m_restingLooks + 1 : 0;
        return m_restingLooks >= 8;
    }
    static void killDecoder()
    {
        QCOMPARE(childProcesses().size(), 1);
        QCOMPARE(::kill(childProcesses().constFirst(), SIGKILL), 0);
    }

private Q_SLOTS:
    /// A clip with a marker from in to out, standing at frame 120.
    void init()
    {
        m_desk = std::make_unique<ReviewDesk>(confinedDecoder);
        QVERIFY(m_desk->isReady());
        m_clip = m_desk->addClip(
            {.file = QDir(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS")).filePath(u"street-01-h264-15.mp4"_s)});
        m_desk->session().open(m_clip);
        m_view = m_desk->showPage();
        QVERIFY(m_view != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->session().isTableComplete(), Patience);
        page().scrubTo(100);
        ON_SCREEN(m_view, 100);
        page().setIn();
        page().scrubTo(140);
        ON_SCREEN(m_view, 140);
        page().setOut();
        m_desk->session().mark({.first = 100, .last = 140}, u"Van stops"_s);
        QTRY_COMPARE_WITH_TIMEOUT(page().markers()->count(), 1, Patience);
        page().cancelEdit();
        page().scrubTo(120);
        ON_SCREEN(m_view, 120);
    }

    void cleanup()
    {
        m_view = nullptr;
        m_desk.reset();
        QVERIFY(childProcesses().isEmpty());
    }

    void saysSoAndGoesOnAtTheSameFrame()
    {
        QSignalSpy notices(&page(), &ReviewViewModel::noticeRaised);
        const QStringList points = pointsOnScreen();

        killDecoder();

        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 1, Patience);
        QCOMPARE(notices.front().at(0).toString(), sentenceFor(Failure{MediaError::DecoderEnded, {}}));
        QCOMPARE(notices.front().at(1).toBool(), true);
        ON_SCREEN(m_view, 120);
        QCOMPARE(page().stage(), ReviewViewModel::Stage::Open);
        QCOMPARE(pointsOnScreen(), points);
        QCOMPARE(m_desk->session().source()->table().size(), Frames);
        QVERIFY(m_desk->session().isTableComplete());

        QTest::keyClick(m_view, Qt::Key_Right);
        ON_SCREEN(m_view, 121);
        page().scrubTo(Frames - 1);
        ON_SCREEN(m_view, Frames - 1);
        QCOMPARE(notices.size(), 1);
        const std::vector<CustodyEvent> log = m_desk->log();
        QCOMPARE(std::ranges::count(log, CustodyAction::DecoderEnded, &CustodyEvent::action), 1);
    }

    void answersTheStepThatWasUnderWay()
    {
        QSignalSpy notices(&page(), &ReviewViewModel::noticeRaised);

        killDecoder();
        for (int press = 0; press < 5; ++press) {
            QTest::keyClick(m_view, Qt::Key_Right);
        }

        ON_SCREEN(m_view, 125);
        QCOMPARE(notices.size(), 1);
    }

    void playsOn()
    {
        QSignalSpy notices(&page(), &ReviewViewModel::noticeRaised);
        QList<qint64> shown;
        connect(&page().cameras()->at(0).playhead(), &Playhead::shownChanged, this,
                [&] { shown.append(page().cameras()->at(0).playhead().shown().number()); });

        page().playAt(4);
        QTRY_VERIFY_WITH_TIMEOUT(page().cameras()->at(0).frame().number() > 130, Patience);
        killDecoder();
        QTRY_VERIFY_WITH_TIMEOUT(!page().isPlaying(), Patience);

        QCOMPARE(notices.size(), 1);
        QVERIFY(std::ranges::is_sorted(shown));
        ON_SCREEN(m_view, Frames - 1);
    }

    void saysThatTheClipIsUnreadableTheSecondTimeAndOpensItAgain()
    {
        QSignalSpy notices(&page(), &ReviewViewModel::noticeRaised);
        killDecoder();
        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 1, Patience);
        ON_SCREEN(m_view, 120);
        // At rest, no packet is to blame.
        QTRY_VERIFY_WITH_TIMEOUT(decoderRests(), Patience);

        killDecoder();

        QTRY_COMPARE_WITH_TIMEOUT(page().stage(), ReviewViewModel::Stage::Failed, Patience);
        QVERIFY(itemNamed(m_view, u"reviewError"_s)->isVisible());
        QCOMPARE(words(m_view, u"reviewError"_s), sentenceFor(Failure{MediaError::ClipUnreadable, {}}));
        QVERIFY(childProcesses().isEmpty());
        QVERIFY(std::ranges::contains(m_desk->actions(), CustodyAction::ClipUnreadable));
        const auto clip = m_desk->workplace().store().findClip(m_clip);
        QTRY_VERIFY_WITH_TIMEOUT(clip.isFinished(), Patience);
        QCOMPARE(clip.result()->value().state, ClipState::Unreadable);

        auto *const again = itemNamed(m_view, u"reviewError"_s)->findChild<QQuickItem *>(u"emptyStateOtherButton"_s);
        const QPointF middle = again->mapToScene(QPointF(again->width() / 2, again->height() / 2));
        QTest::mouseClick(m_view, Qt::LeftButton, {}, middle.toPoint());
        ON_SCREEN(m_view, 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->session().isTableComplete(), Patience);
        QCOMPARE(page().markers()->count(), 1);
        page().scrubTo(120);
        ON_SCREEN(m_view, 120);
    }
};

QTEST_MAIN(DecoderDeathTest)
#include "tst_decoderdeath.moc"
