// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/reviewkeys.h"
#include "workflow/sentences.h"

#include <QSet>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class ReviewKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void giveEveryActItsOwnKeys()
    {
        const ReviewKeys keys;
        QSet<QString> seen;
        int count = 0;
        for (const ReviewAct act : allReviewActs()) {
            QVERIFY2(!keys.keysOf(act).isEmpty(), qPrintable(wordsOf(act)));
            for (const QString &key : keys.keysOf(act)) {
                // Each is a key that could be set by hand too.
                QVERIFY2(keys.withUsual(act).has_value(), qPrintable(key));
                seen.insert(key);
                ++count;
            }
        }
        QCOMPARE(seen.size(), count);
        QCOMPARE(static_cast<ReviewAct>(allReviewActs().size() - 1), ReviewAct::LastCamera);
        QVERIFY(keys.changes().isEmpty());
    }

    void takeAnotherKey()
    {
        const auto changed = ReviewKeys().with(ReviewAct::StepOn, u"Ctrl+Shift+F7"_s);

        QVERIFY(changed);
        QCOMPARE(changed->keysOf(ReviewAct::StepOn), QStringList{u"Ctrl+Shift+F7"_s});
        QVERIFY(!changed->isUsual(ReviewAct::StepOn));
        QCOMPARE(changed->changes(), (QMap<QString, QStringList>{{u"stepOn"_s, {u"Ctrl+Shift+F7"_s}}}));
        QCOMPARE(changed->withUsual(ReviewAct::StepOn).value(), ReviewKeys());
    }

    void refuseAKeyThatIsTaken()
    {
        const auto changed = ReviewKeys().with(ReviewAct::Mark, u"S"_s);

        QCOMPARE(changed.error().code, KeyError::Taken);
        QCOMPARE(
            sentenceFor(changed.error()),
            u"This key already means “Still”. Nothing was changed. Choose another one, or change that key first."_s);
    }

    void refuseWhatIsNoKeyOrTheWindows_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<KeyError>("error");
        for (const char *key : {"Ctrl+K", "Ctrl+3", "F1", "?", "Esc", "Tab", "Return"}) {
            QTest::newRow(key) << QString::fromLatin1(key) << KeyError::Reserved;
        }
        QTest::newRow("none") << QString() << KeyError::NotAKey;
        QTest::newRow("two") << u"A, B"_s << KeyError::NotAKey;
        QTest::newRow("nonsense") << u"Hyper+Frog"_s << KeyError::NotAKey;
    }
    void refuseWhatIsNoKeyOrTheWindows()
    {
        QFETCH(const QString, key);
        QFETCH(const KeyError, error);

        QCOMPARE(ReviewKeys().with(ReviewAct::Mark, key).error().code, error);
    }

    void comeBackAsTheyWereKept()
    {
        const ReviewKeys kept = ReviewKeys()
                                    .with(ReviewAct::Mark, u"F5"_s)
                                    ->with(ReviewAct::TakeStill, u"M"_s)
                                    ->with(ReviewAct::Mark, u"S"_s)
                                    .value();

        QCOMPARE(ReviewKeys::fromChanges(kept.changes()), kept);
        QCOMPARE(ReviewKeys::fromChanges(kept.changes()).keysOf(ReviewAct::Mark), QStringList{u"S"_s});
    }

    void leaveOutWhatCannotBe()
    {
        const ReviewKeys keys = ReviewKeys::fromChanges(
            {{u"mark"_s, {u"Space"_s}}, {u"still"_s, {}}, {u"setIn"_s, {u"F7"_s}}, {u"unknown"_s, {u"F8"_s}}});

        QCOMPARE(keys.keysOf(ReviewAct::Mark), QStringList{u"M"_s});
        QCOMPARE(keys.keysOf(ReviewAct::TakeStill), QStringList{u"S"_s});
        QCOMPARE(keys.keysOf(ReviewAct::SetIn), QStringList{u"F7"_s});
    }

    void areWrittenForPeople()
    {
        QCOMPARE(keyWords(u"Shift+Left"_s), u"Shift+←"_s);
        QCOMPARE(keyWords(u"Ctrl++"_s), u"Ctrl++"_s);
        QCOMPARE(keyWords(ReviewKeys().keysOf(ReviewAct::StepBack)), u"←  ,"_s);
        QCOMPARE(wordsOf(ReviewAct::LastCamera), u"Camera 9"_s);
    }
};

QTEST_GUILESS_MAIN(ReviewKeysTest)
#include "tst_reviewkeys.moc"
