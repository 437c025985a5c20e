// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportviewmodel.h"
#include "support/exportplace.h"
#include "support/filesizelimit.h"
#include "support/ourwarnings.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTest>
#include <QtQuickTest/quicktest.h>

#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 60s;

/// The page in a window, with a real store and vault behind it and scripted decoders.
class PageInWindow
{
public:
    explicit PageInWindow(ExportPlace &place)
        : m_viewModel(place.evidenceExport(), place.currentCase())
    {
        m_viewModel.setFolder(place.outFolder());
        m_view.setResizeMode(QQuickView::SizeRootObjectToView);
        m_view.setInitialProperties({{u"viewModel"_s, QVariant::fromValue(&m_viewModel)}});
        m_view.loadFromModule(u"Porchlight.Evidence"_s, u"EvidencePage"_s);
        m_view.resize(1204, 726);
        m_view.show();
    }

    [[nodiscard]] bool isReady()
    {
        return m_view.status() == QQuickView::Ready && QTest::qWaitForWindowExposed(&m_view);
    }
    [[nodiscard]] ExportViewModel &viewModel() { return m_viewModel; }
    /// A delegate comes with the frame after its row.
    [[nodiscard]] QQuickItem *item(const QString &name) const
    {
        const bool isThere =
            QTest::qWaitFor([&] { return find(m_view.rootObject(), name) != nullptr; }, QDeadlineTimer(Patience));
        return isThere ? find(m_view.rootObject(), name) : nullptr;
    }
    [[nodiscard]] bool isShown(const QString &name) const
    {
        const QQuickItem *found = find(m_view.rootObject(), name);
        return found != nullptr && found->isVisible();
    }

    void click(const QString &name)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(isShown(name), qPrintable(name), Patience);
        QVERIFY(QQuickTest::qWaitForPolish(&m_view));
        const QQuickItem *target = item(name);
        const QPointF centre = target->mapToScene({target->width() / 2, target->height() / 2});
        QTest::mouseClick(&m_view, Qt::LeftButton, {}, centre.toPoint());
    }
    void press(Qt::Key key) { QTest::keyClick(&m_view, key); }
    void setDark(bool isDark)
    {
        m_view.engine()->singletonInstance<QObject *>(u"Porchlight.Theme"_s, u"Theme"_s)->setProperty("dark", isDark);
    }
    /// Both sizes and both themes, where PORCHLIGHT_SCREENSHOTS says.
    void photograph(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
        if (folder.isEmpty()) {
            return;
        }
        QDir().mkpath(folder);
        for (const QSize &size : {QSize(1204, 726), QSize(1844, 1006)}) {
            for (const bool isDark : {false, true}) {
                m_view.resize(size);
                setDark(isDark);
                QTest::qWait(200);
                m_view.grabWindow().save(
                    u"%1/evidence-%2-%3-%4.png"_s.arg(folder, name, isDark ? u"night"_s : u"day"_s).arg(size.width()));
            }
        }
        m_view.resize(1204, 726);
        setDark(false);
        QTest::qWait(200);
    }

private:
    static QQuickItem *find(QQuickItem *item, const QString &name)
    {
        if (item->objectName() == name) {
            return item;
        }
        for (QQuickItem *child : item->childItems()) {
            if (QQuickItem *found = find(child, name)) {
                return found;
            }
        }
        return nullptr;
    }

    ExportViewModel m_viewModel;
    QQuickView m_view;
};

} // namespace

class TestEvidencePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatToDoWithoutACase();
    void saysWhatToDoWithoutClips();
    void leadsThroughFourStepsByMouse();
    void unticksByKeyboard();
    void partsFollowTheirClip();
    void canNotGoOnWithNothingChosen();
    void cancelReturnsToTheThirdStep();
    void tellsAFailureInASentence();
    void saysThatTheDiskIsFullAndKeepsTheCase();
    void copiesTheCommands();
    void showsClipsThatArriveMeanwhile();

private:
    void openCase();
    void fill();

    std::unique_ptr<ExportPlace> m_place;
};

void TestEvidencePage::init()
{
    QTest::failOnWarning(Porchlight::ourWarnings());
    m_place = std::make_unique<ExportPlace>();
}

void TestEvidencePage::openCase()
{
    m_place->currentCase().load();
    QTRY_VERIFY_WITH_TIMEOUT(m_place->currentCase().caseFile().has_value(), Patience);
}

void TestEvidencePage::fill()
{
    m_place->addRequest();
    const SharedClip a = m_place->addClip(QByteArray(4'820'000, 'a'), u"Haustür 22.MOV"_s);
    const SharedClip b = m_place->addClip(QByteArray(35'100, 'b'), u"IMG_2318.mp4"_s);
    m_place->addClip(QByteArray(970, 'c'), u"alley.mp4"_s, ClipState::Declined);
    m_place->addNote(a, 3, 9, u"grey van turns left"_s);
    m_place->addNote(a, 20, 20, {});
    m_place->addStill(a, 3);
    m_place->addNote(b, 1, 2, u"same van"_s);
    openCase();
}

void TestEvidencePage::saysWhatToDoWithoutACase()
{
    m_place = std::make_unique<ExportPlace>(ExportPlace::Start::Empty);
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());

    QVERIFY(page.item(u"exportEmpty"_s)->isVisible());
    page.photograph(u"no-case"_s);
}

void TestEvidencePage::saysWhatToDoWithoutClips()
{
    openCase();
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());

    QTRY_VERIFY_WITH_TIMEOUT(!page.viewModel().isLoading(), Patience);
    QVERIFY(page.item(u"exportEmpty"_s)->isVisible());
    QVERIFY(!page.isShown(u"exportNextButton"_s));
}

void TestEvidencePage::leadsThroughFourStepsByMouse()
{
    fill();
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().choices()->count(), 7, Patience);
    page.photograph(u"1-choose"_s);

    page.click(u"exportNextButton"_s);
    QCOMPARE(page.viewModel().stage(), ExportViewModel::Stage::Check);
    page.photograph(u"2-check"_s);
    page.click(u"exportCheckNextButton"_s);
    QCOMPARE(page.viewModel().stage(), ExportViewModel::Stage::Seal);
    page.click(u"exportRecipientField"_s);
    for (const char letter : QByteArray("District Attorney")) {
        QTest::keyClick(page.item(u"exportRecipientField"_s)->window(), letter);
    }
    page.photograph(u"3-seal"_s);
    page.click(u"exportButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().stage(), ExportViewModel::Stage::Done, Patience);
    page.photograph(u"4-done"_s);

    QCOMPARE(page.viewModel().results().size(), 7);
    QCOMPARE(page.viewModel().results().at(3).stateText, u"NOT PRESENT"_s);
    QVERIFY(QDir(page.viewModel().resultFolder()).exists(u"START-HERE.html"_s));
    QVERIFY(page.item(u"openFolderButton"_s)->isVisible());
    QCOMPARE(page.viewModel().recipient(), u"District Attorney"_s);
    page.click(u"exportAgainButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.isShown(u"exportNextButton"_s), Patience);
}

void TestEvidencePage::unticksByKeyboard()
{
    fill();
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().choices()->count(), 7, Patience);

    page.item(u"exportChoice1"_s)->forceActiveFocus();
    page.press(Qt::Key_Space);

    QVERIFY(!page.viewModel().choices()->rows().at(1).isChosen);
    QCOMPARE(page.viewModel().leftOut().size(), 4);
    QVERIFY(page.item(u"exportChoice1"_s)->hasActiveFocus());
    page.press(Qt::Key_Space);
    QVERIFY(page.viewModel().choices()->rows().at(1).isChosen);
}

void TestEvidencePage::partsFollowTheirClip()
{
    fill();
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().choices()->count(), 7, Patience);

    page.click(u"exportChoice0"_s);

    QVERIFY(!page.viewModel().choices()->rows().at(1).isChosen);
    QVERIFY(!page.item(u"exportChoice1"_s)->isEnabled());
    page.click(u"exportChoice0"_s);
    QVERIFY(page.viewModel().choices()->rows().at(1).isChosen);
}

void TestEvidencePage::canNotGoOnWithNothingChosen()
{
    m_place->addClip("clip", u"a.mp4"_s);
    openCase();
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().choices()->count(), 1, Patience);

    page.click(u"exportChoice0"_s);

    QVERIFY(!page.item(u"exportNextButton"_s)->isEnabled());
    QCOMPARE(page.viewModel().summary(), u"Nothing is chosen."_s);
}

void TestEvidencePage::cancelReturnsToTheThirdStep()
{
    m_place->addClip(QByteArray(60'000'000, 'x'), u"a.mp4"_s);
    openCase();
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().choices()->count(), 1, Patience);
    page.viewModel().goNext();
    page.viewModel().goNext();
    page.click(u"exportButton"_s);
    QCOMPARE(page.viewModel().stage(), ExportViewModel::Stage::Writing);
    QTRY_VERIFY_WITH_TIMEOUT(page.isShown(u"cancelButton"_s), Patience);

    page.click(u"cancelButton"_s);

    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().stage(), ExportViewModel::Stage::Seal, Patience);
    QVERIFY(page.viewModel().problem().startsWith(u"The export was cancelled."));
    QVERIFY(QDir(m_place->outFolder()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden));
    QTRY_VERIFY_WITH_TIMEOUT(!page.viewModel().isLoading(), Patience);
}

void TestEvidencePage::tellsAFailureInASentence()
{
    m_place->addClip("clip", u"a.mp4"_s);
    openCase();
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().choices()->count(), 1, Patience);
    page.viewModel().setFolder(u"/nonexistent/place"_s);
    page.viewModel().goNext();
    page.viewModel().goNext();

    page.click(u"exportButton"_s);

    QTRY_VERIFY_WITH_TIMEOUT(!page.viewModel().problem().isEmpty(), Patience);
    QVERIFY(page.item(u"exportProblem"_s)->isVisible());
    QCOMPARE(page.viewModel().stage(), ExportViewModel::Stage::Seal);
    page.photograph(u"3-problem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!page.viewModel().isLoading(), Patience);
}

void TestEvidencePage::saysThatTheDiskIsFullAndKeepsTheCase()
{
    m_place->addClip(QByteArray(8'000'000, 'x'), u"a.mp4"_s);
    openCase();
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().choices()->count(), 1, Patience);
    page.viewModel().setFolder(m_place->outFolder());
    page.viewModel().goNext();
    page.viewModel().goNext();
    auto limit = std::make_unique<FileSizeLimit>(6'000'000);

    page.click(u"exportButton"_s);

    QTRY_VERIFY_WITH_TIMEOUT(!page.viewModel().problem().isEmpty(), Patience);
    limit.reset();
    QVERIFY2(page.viewModel().problem().startsWith(u"There is not enough room"),
             qPrintable(page.viewModel().problem()));
    QVERIFY(page.item(u"exportProblem"_s)->isVisible());
    QCOMPARE(page.viewModel().stage(), ExportViewModel::Stage::Seal);
    QVERIFY(QDir(m_place->outFolder()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden));
    page.click(u"exportButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().stage(), ExportViewModel::Stage::Done, Patience);
}

void TestEvidencePage::copiesTheCommands()
{
    m_place->addClip("clip", u"a.mp4"_s);
    openCase();
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());

    page.viewModel().copyText(page.viewModel().commands().at(2).detail);

    QVERIFY(QGuiApplication::clipboard()->text().contains(u"sha256sum -c manifest-sha256.txt"));
    QTRY_VERIFY_WITH_TIMEOUT(!page.viewModel().isLoading(), Patience);
}

void TestEvidencePage::showsClipsThatArriveMeanwhile()
{
    fill();
    PageInWindow page(*m_place);
    QVERIFY(page.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().choices()->count(), 7, Patience);
    page.click(u"exportChoice1"_s);

    m_place->addClip("late", u"late.mp4"_s);

    QTRY_COMPARE_WITH_TIMEOUT(page.viewModel().choices()->count(), 8, Patience);
    QVERIFY(!page.viewModel().choices()->rows().at(1).isChosen);
}

QTEST_MAIN(TestEvidencePage)
#include "tst_evidencepage.moc"
