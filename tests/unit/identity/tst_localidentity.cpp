// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "identity/localidentity.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestLocalIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheUserOfThisMachineAtFirst()
    {
        qputenv("USER", "kim");
        LocalIdentity identity(m_folder.filePath(u"none.json"_s));

        const auto loaded = answer(identity.load());

        QVERIFY(loaded.has_value());
        QCOMPARE(identity.officer().id, u"kim"_s);
        QCOMPARE(identity.officer().name, u"kim"_s);
    }

    void remembersWhoWorksHere()
    {
        const QString file = m_folder.filePath(u"officer.json"_s);
        const Officer officer{.id = u"2217"_s,
                              .name = u"K. Moore"_s,
                              .agencyName = u"Larkfield PD"_s,
                              .contact = u"desk@larkfield.example"_s};
        LocalIdentity identity(file);
        const QSignalSpy changes(&identity, &LocalIdentity::officerChanged);

        QVERIFY(answer(identity.change(officer)).has_value());

        QCOMPARE(identity.officer(), officer);
        QCOMPARE(changes.size(), 1);
        LocalIdentity next(file);
        QVERIFY(answer(next.load()).has_value());
        QCOMPARE(next.officer(), officer);
    }

    void refusesAnOfficerWithoutNumberOrName()
    {
        LocalIdentity identity(m_folder.filePath(u"incomplete.json"_s));

        const auto changed =
            answer(identity.change({.id = u"2217"_s, .name = u"  "_s, .agencyName = {}, .contact = {}}));

        QCOMPARE(changed.error().code, IdentityError::Incomplete);
        QVERIFY(!QFile::exists(m_folder.filePath(u"incomplete.json"_s)));
    }

    void refusesAFileThatIsNotItsOwn()
    {
        const QString path = m_folder.filePath(u"broken.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"id\": 7");
        file.close();
        LocalIdentity identity(path);

        QCOMPARE(answer(identity.load()).error().code, IdentityError::Unreadable);
    }

    void keepsTheOfficerWhenItCannotBeWritten()
    {
        LocalIdentity identity(m_folder.filePath(u"no/such/folder/officer.json"_s));
        const Officer before = identity.officer();

        const auto changed = answer(identity.change({.id = u"1"_s, .name = u"A"_s, .agencyName = {}, .contact = {}}));

        QCOMPARE(changed.error().code, IdentityError::NotWritten);
        QCOMPARE(identity.officer(), before);
    }

private:
    static Result<void, Failure<IdentityError>> answer(QFuture<Result<void, Failure<IdentityError>>> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 5000)) {
            return fail(IdentityError::Unreadable, u"no answer"_s);
        }
        return future.result();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestLocalIdentity)
#include "tst_localidentity.moc"
