// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "desk.h"
#include "store/store.h"

#include <QFile>
#include <QGuiApplication>
#include <QLockFile>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A whole store, with one migration more than this program has.
bool writeNewerStore(const QString &path)
{
    {
        const SystemClock clock;
        Store store({.address = path}, clock);
        store.opened().waitForFinished();
    }
    bool isWritten = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(path);
        isWritten = database.open() &&
                    !QSqlQuery(u"insert into schema_migration (number, name, sha256, applied_at, oldest_compatible) "
                               "values (9990, 'future', '%1', 1, 9990)"_s.arg(QString(64, u'0')),
                               database)
                         .lastError()
                         .isValid();
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    return isWritten;
}

} // namespace

/// What keeps the program from starting is said in a window, which ends the program when it is closed.
class StartFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = m_folder->path();
    }

    void saysThatTheStoreIsNewerAndLeavesItAsItIs()
    {
        const QString store = m_data + u"/porchlight.sqlite"_s;
        QVERIFY(writeNewerStore(store));
        const QByteArray before = contentOf(store);

        expectRefusal({u"newer version"_s, u"left as it is"_s, u"Install the newer version"_s});

        QCOMPARE(contentOf(store), before);
    }

    void saysThatTheStoreIsDamagedAndLeavesItAsItIs()
    {
        const QString store = m_data + u"/porchlight.sqlite"_s;
        const QByteArray damaged = "SQLite format 3" + QByteArray(4000, '\xa5');
        QVERIFY(writeFile(store, damaged));

        expectRefusal({u"not a store of this program, or it is damaged"_s, u"left as it is"_s, u"Put back a copy"_s});

        QCOMPARE(contentOf(store), damaged);
    }

    void saysThatTheFolderIsOpenInAnotherWindow()
    {
        QLockFile otherWindow(m_data + u"/window.lock"_s);
        QVERIFY(otherWindow.tryLock());

        expectRefusal({u"open already"_s, u"Nothing was changed"_s, u"Go to that window"_s});
    }

    void saysThatTheFolderCannotBeWritten()
    {
        QVERIFY(writeFile(m_data + u"/file"_s, "no folder"));
        m_data += u"/file"_s;

        expectRefusal({u"cannot be made or written to"_s, u"Nothing was changed"_s, u"--data-dir"_s});
    }

private:
    /// The window says all of it; when it is closed the program ends with 1.
    void expectRefusal(const QStringList &words)
    {
        Desk desk({.dataDirectory = m_data});
        const QSignalSpy failed(&desk, &Desk::failed);
        desk.open();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
        QVERIFY(desk.window() != nullptr);
        QVERIFY(QTest::qWaitForWindowExposed(desk.window(), Patience));
        const auto *shown = desk.window()->findChild<QQuickItem *>(u"startFailure"_s);
        QVERIFY(shown != nullptr);
        for (const QString &word : words) {
            QVERIFY2(shown->property("text").toString().contains(word), qPrintable(shown->property("text").toString()));
        }
        desk.window()->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(desk.window(), Patience));
        QTimer::singleShot(0, &desk, [&desk] { QTest::keyClick(desk.window(), Qt::Key_Return); });

        QCOMPARE(QGuiApplication::exec(), 1);

        QVERIFY(!desk.window()->isVisible());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
};

QTEST_MAIN(StartFailureTest)
#include "tst_startfailure.moc"
