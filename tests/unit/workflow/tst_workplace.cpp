// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/answerof.h"
#include "workflow/sentences.h"
#include "workflow/workplace.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestWorkplace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAFolderThatIsNotThereYet()
    {
        const QTemporaryDir folder;
        Workplace workplace({.dataDirectory = folder.filePath(u"a/b"_s)});

        const auto opened = answerOf(workplace.opened());

        QVERIFY(opened.has_value());
        QVERIFY(!opened->migrationsRun.empty());
        QVERIFY(opened->log.isIntact());
        QVERIFY(QFile::exists(folder.filePath(u"a/b/porchlight.sqlite"_s)));
    }

    void recordsWhenAnOfficerSitsDownAndGoes()
    {
        const QTemporaryDir folder;
        {
            Workplace workplace({.dataDirectory = folder.path()});
            QVERIFY(answerOf(workplace.opened()).has_value());
            workplace.beginSession();
        }
        Workplace again({.dataDirectory = folder.path()});

        const auto log = answerOf(again.store().custodyLog()).value();

        QCOMPARE(log.size(), 2U);
        QCOMPARE(log[0].action, CustodyAction::SessionStarted);
        QCOMPARE(log[1].action, CustodyAction::SessionEnded);
        QVERIFY(!log[0].officer.id.isEmpty());
    }

    void saysWhyTheStoreCannotBeUsed()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"porchlight.sqlite"_s), QByteArray(4096, 'x'));

        Workplace workplace({.dataDirectory = folder.path()});
        const auto opened = answerOf(workplace.opened());

        QCOMPARE(std::get<Failure<StoreError>>(opened.error()).code, StoreError::NotAStore);
        QVERIFY(sentenceFor(opened.error()).contains(u"not a store of this program"_s));
    }

    void saysThatTheVaultCannotBeMade()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"vault"_s), "a file where a folder should be");

        Workplace workplace({.dataDirectory = folder.path()});

        const auto opened = answerOf(workplace.opened());
        QCOMPARE(std::get<Failure<VaultError>>(opened.error()).code, VaultError::CannotOpen);
    }

    void saysThatTheOfficerCannotBeRead()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"officer.json"_s), "not JSON");

        Workplace workplace({.dataDirectory = folder.path()});

        const auto opened = answerOf(workplace.opened());
        QCOMPARE(std::get<Failure<IdentityError>>(opened.error()).code, IdentityError::Unreadable);
    }

    void hasASentenceOfItsOwnForEachError()
    {
        QSet<QString> sentences;
        int count = 0;
        const auto collect = [&](const QString &sentence) {
            ++count;
            QVERIFY2(sentence.endsWith(u'.') && sentence.count(u". "_s) >= 1, qPrintable(sentence));
            sentences.insert(sentence);
        };
        for (int code = 0; code <= static_cast<int>(StoreError::Broken); ++code) {
            collect(sentenceFor(Failure<StoreError>{static_cast<StoreError>(code), {}}));
        }
        for (int code = 0; code <= static_cast<int>(VaultError::Broken); ++code) {
            collect(sentenceFor(Failure<VaultError>{static_cast<VaultError>(code), {}}));
        }
        for (int code = 0; code <= static_cast<int>(IdentityError::Incomplete); ++code) {
            collect(sentenceFor(Failure<IdentityError>{static_cast<IdentityError>(code), {}}));
        }
        for (int kind = 0; kind <= static_cast<int>(ChainFaultKind::Rewritten); ++kind) {
            collect(sentenceFor(ChainFault{.kind = static_cast<ChainFaultKind>(kind), .sequence = 7}));
        }

        QCOMPARE(sentences.size(), count);
        QVERIFY(count > 25);
    }

    void putsTheDetailBehindTheSentence()
    {
        QVERIFY(sentenceFor(Failure<StoreError>{StoreError::NoSpace, u"disk full"_s}).endsWith(u"[disk full]"_s));
    }
};

QTEST_GUILESS_MAIN(TestWorkplace)
#include "tst_workplace.moc"
