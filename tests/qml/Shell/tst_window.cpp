// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"
#include "shellviewmodel.h"

#include <QDir>
#include <QFile>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20000;

/// Also those inside popups and loaders, which are items but no QObject children.
QQuickItem *findItem(QQuickItem *root, const QString &name)
{
    if (root->objectName() == name) {
        return root;
    }
    for (QQuickItem *child : root->childItems()) {
        if (QQuickItem *found = findItem(child, name)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

/// The real window on a data folder of its own, with real keys and clicks.
class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(optionsFor(m_folder->path()));
        QSignalSpy ready(m_desk.get(), &Desk::ready);
        m_desk->open();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, Patience);
        QVERIFY(QTest::qWaitForWindowExposed(window(), Patience));
        window()->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(window(), Patience));
    }

    void cleanup()
    {
        m_desk.reset();
        m_folder.reset();
    }

    void goesToPagesByKey()
    {
        QTest::keyClick(window(), Qt::Key_7, Qt::ControlModifier);
        QCOMPARE(shell()->page(), ShellViewModel::Settings);

        QTest::keyClick(window(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(shell()->page(), ShellViewModel::Inbox);
    }

    void goesToPagesByMouse()
    {
        click(u"evidenceTab"_s);
        QCOMPARE(shell()->page(), ShellViewModel::Evidence);
    }

    void opensACaseByKeyboard()
    {
        QVERIFY(!shell()->hasCase());

        openCase(u"2026-004117"_s);

        QTRY_VERIFY_WITH_TIMEOUT(shell()->hasCase(), Patience);
        QCOMPARE(shell()->caseFile().number, u"2026-004117"_s);
        QTRY_VERIFY_WITH_TIMEOUT(findItem(overlay(), u"caseNumberField"_s) == nullptr, Patience);
    }

    void saysWhyACaseIsNotOpenedTwice()
    {
        openCase(u"2026-004117"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shell()->hasCase(), Patience);

        openCase(u"2026-004117"_s);

        QTRY_VERIFY_WITH_TIMEOUT(!shell()->caseProblem().isEmpty(), Patience);
        QCOMPARE(shell()->cases()->count(), 1);
    }

    void findsAPageByItsName()
    {
        QTest::keyClick(window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(findItem(overlay(), u"paletteField"_s) != nullptr, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(findItem(overlay(), u"paletteField"_s)->hasActiveFocus(), Patience);

        for (const char letter : QByteArray("overs")) {
            QTest::keyClick(window(), letter);
        }
        QTest::keyClick(window(), Qt::Key_Return);

        QCOMPARE(shell()->page(), ShellViewModel::Oversight);
    }

    void showsTheKeysOfThePageThatIsOpen()
    {
        const auto isOpen = [this](const QString &name) {
            return window()->findChild<QObject *>(name)->property("opened").toBool();
        };
        QTest::keyClick(window(), Qt::Key_Question, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(u"keysDialog"_s), Patience);
        QVERIFY(!isOpen(u"keySheet"_s));
        click(u"reviewKeysButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(u"keySheet"_s) && !isOpen(u"keysDialog"_s), Patience);
        QTest::keyClick(window(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!isOpen(u"keySheet"_s), Patience);

        QTest::keyClick(window(), Qt::Key_4, Qt::ControlModifier);
        QTest::keyClick(window(), Qt::Key_F1);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(u"keySheet"_s), Patience);
        QVERIFY(!isOpen(u"keysDialog"_s));
    }

    void hidesEverythingWhenLocked()
    {
        openCase(u"2026-004117"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shell()->hasCase(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(window()->title().contains(u"2026-004117"_s), Patience);
        const auto page = shell()->page();

        QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier);

        QTRY_VERIFY_WITH_TIMEOUT(findItem(overlay(), u"unlockButton"_s) != nullptr, Patience);
        QVERIFY(!window()->title().contains(u"2026-004117"_s));
        QTest::keyClick(window(), Qt::Key_7, Qt::ControlModifier);
        QTest::keyClick(window(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(shell()->page(), page);
        const QImage picture = window()->grabWindow();
        QCOMPARE(picture.pixelColor(30, 60), picture.pixelColor(picture.width() - 5, picture.height() - 5));

        QTRY_VERIFY_WITH_TIMEOUT(findItem(overlay(), u"unlockButton"_s)->hasActiveFocus(), Patience);
        QTest::keyClick(window(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!shell()->isLocked(), Patience);
    }

    void refusesAFolderThatIsOpenAlready()
    {
        Desk second(optionsFor(m_folder->path()));
        QSignalSpy failed(&second, &Desk::failed);

        second.open();

        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.at(0).at(0).toString().contains(u"open already"_s));
    }

    void refusesAFolderThatCannotBeMade()
    {
        const QString file = m_folder->filePath(u"a-file"_s);
        QVERIFY(writeFile(file, "text"));
        Desk second(optionsFor(file + u"/folder"_s));
        QSignalSpy failed(&second, &Desk::failed);

        second.open();

        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.at(0).at(0).toString().contains(u"cannot be made or written to"_s));
    }

    void refusesAStoreOfAnotherProgramAndLeavesItAsItIs()
    {
        const QTemporaryDir folder;
        const QByteArray foreign = "This is a letter to the landlord, not a database.";
        QVERIFY(writeFile(folder.filePath(u"porchlight.sqlite"_s), foreign));
        Desk second(optionsFor(folder.path()));
        QSignalSpy failed(&second, &Desk::failed);

        second.open();

        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
        QVERIFY2(failed.at(0).at(0).toString().contains(u"not a store"_s), qPrintable(failed.at(0).at(0).toString()));
        QVERIFY(second.shell() == nullptr);
        QFile file(folder.filePath(u"porchlight.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), foreign);
    }

    void remembersTheCase()
    {
        openCase(u"2026-000001"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shell()->hasCase(), Patience);
        openCase(u"2026-000002"_s);
        QTRY_COMPARE_WITH_TIMEOUT(shell()->caseFile().number, u"2026-000002"_s, Patience);
        shell()->chooseCase(shell()->cases()->index(1).data(CaseListModel::CaseRole).value<CaseFile>().id.toString());
        QCOMPARE(shell()->caseFile().number, u"2026-000001"_s);

        m_desk.reset();
        m_desk = std::make_unique<Desk>(optionsFor(m_folder->path()));
        QSignalSpy ready(m_desk.get(), &Desk::ready);
        m_desk->open();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, Patience);

        QTRY_COMPARE_WITH_TIMEOUT(shell()->caseFile().number, u"2026-000001"_s, Patience);
    }

private:
    [[nodiscard]] static bool writeFile(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    [[nodiscard]] static DeskOptions optionsFor(const QString &folder)
    {
        const QString programs = qEnvironmentVariable("PORCHLIGHT_BIN");
        return {.dataDirectory = folder,
                .decoderProgram = programs + u"/porchlight-decoder"_s,
                .exchangeProgram = programs + u"/porchlight-exchange"_s};
    }

    [[nodiscard]] QQuickWindow *window() const { return m_desk->window(); }
    [[nodiscard]] ShellViewModel *shell() const { return m_desk->shell(); }
    /// The layer that dialogs lie on.
    [[nodiscard]] QQuickItem *overlay() const { return window()->contentItem(); }

    void click(const QString &name) const
    {
        QQuickItem *item = findItem(window()->contentItem(), name);
        QVERIFY2(item != nullptr, qPrintable(name));
        const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
        QTest::mouseClick(window(), Qt::LeftButton, {}, middle.toPoint());
    }

    void openCase(const QString &number) const
    {
        QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(findItem(overlay(), u"caseNumberField"_s) != nullptr, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(findItem(overlay(), u"caseNumberField"_s)->hasActiveFocus(), Patience);
        for (const char letter : number.toLatin1()) {
            QTest::keyClick(window(), letter);
        }
        QTest::keyClick(window(), Qt::Key_Return);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
