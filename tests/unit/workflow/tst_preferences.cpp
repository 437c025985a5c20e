// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/preferencekeeper.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 10000;

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runOutOfTheBox()
    {
        const QTemporaryDir folder;

        const Preferences preferences = readPreferences(folder.path());

        QCOMPARE(preferences, Preferences());
        QVERIFY(preferences.exchangeAddress.isEmpty());
        QVERIFY(preferences.hasDemoResidents);
        QVERIFY(!preferences.reviewsUnconfined);
        QVERIFY(!preferences.isOnLan);
    }

    void comeBackAsTheyWereKept()
    {
        const QTemporaryDir folder;
        const Preferences kept{.theme = Preferences::Theme::Night,
                               .reviewsByNight = false,
                               .hasReducedMotion = true,
                               .exchangeAddress = QUrl(u"https://exchange.example.org"_s),
                               .exchangeToken = u"a token; with = signs"_s,
                               .hasDemoResidents = false,
                               .isOnLan = true,
                               .storeAddress = u"postgresql://officer@db/porchlight"_s,
                               .reviewsUnconfined = true,
                               .lastCase = CaseId::create(),
                               .reviewKeys = ReviewKeys().with(ReviewAct::StepBack, u","_s).value()};

        QVERIFY(writePreferences(folder.path(), kept));

        QCOMPARE(readPreferences(folder.path()), kept);
    }

    void areReadableByTheirOwnerAlone()
    {
        const QTemporaryDir folder;
        QVERIFY(writePreferences(folder.path(), {}));
        Preferences second;
        second.exchangeToken = u"secret"_s;
        QVERIFY(writePreferences(folder.path(), second));

        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY((QFile::permissions(folder.filePath(u"preferences.ini"_s)) & others) == QFile::Permissions());
    }

    void areTheUsualOnesWhereTheFileIsNonsense()
    {
        const QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath(u"preferences.ini"_s), "\x01\x02 not an ini file ]["));

        QCOMPARE(readPreferences(folder.path()), Preferences());
    }

    void logWhatBearsOnEvidenceButNoToken()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        LocalIdentity identity(folder.filePath(u"officer.json"_s));
        Store store({.address = folder.filePath(u"store.sqlite"_s)}, clock);
        PreferenceKeeper keeper(folder.path(), {}, store, identity);

        Preferences look;
        look.theme = Preferences::Theme::Night;
        keeper.change(look);
        Preferences exchange = look;
        exchange.exchangeAddress = QUrl(u"https://exchange.example.org"_s);
        exchange.exchangeToken = u"very-secret"_s;
        keeper.change(exchange);

        auto log = store.custodyLog();
        QTRY_VERIFY_WITH_TIMEOUT(log.isFinished(), Patience);
        QCOMPARE(log.result()->size(), 1U);
        const CustodyEvent event = log.result()->front();
        QCOMPARE(event.action, CustodyAction::SettingChanged);
        QCOMPARE(event.details.value(u"exchange"_s).toString(), u"https://exchange.example.org"_s);
        QVERIFY(!toJsonLine(event).contains("very-secret"));
    }

    void saySoWhenTheyCannotBeKept()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        QVERIFY(writeFile(folder.filePath(u"a-file"_s), "text"));
        LocalIdentity identity(folder.filePath(u"officer.json"_s));
        Store store({.address = folder.filePath(u"store.sqlite"_s)}, clock);
        PreferenceKeeper keeper(folder.filePath(u"a-file/folder"_s), {}, store, identity);
        QSignalSpy failed(&keeper, &PreferenceKeeper::failed);
        Preferences look;
        look.theme = Preferences::Theme::Night;

        keeper.change(look);

        QCOMPARE(failed.size(), 1);
        QCOMPARE(keeper.preferences(), Preferences());
    }
};

QTEST_GUILESS_MAIN(PreferencesTest)
#include "tst_preferences.moc"
