// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/composedplace.h"
#include "workflow/requestsentences.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

/// A store in a folder of its own, and the task on it.
struct Place
{
    QTemporaryDir folder;
    FixedClock clock{*UtcTime::fromString(u"2026-11-24T15:42:00Z")};
    LocalIdentity identity{folder.filePath(u"identity.json"_s)};
    Store store{{.address = folder.filePath(u"store.sqlite"_s),
                 .headFile = folder.filePath(u"head"_s),
                 .workstation = u"test"_s},
                clock};
    AgencyUpdate update{store, identity, clock};

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
};

} // namespace

class TestAgencyUpdate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewsWithoutChangingAnything()
    {
        Place place;
        const QString file = place.write(u"list.csv"_s, "Agency,State\nLarkfield PD,PA\n,PA\n");

        const auto preview = answerOf(place.update.preview(file, ListMeaning::Additions));

        QVERIFY(preview);
        QCOMPARE(preview->sourceName, u"list.csv"_s);
        QCOMPARE(preview->diff.joined.size(), 1U);
        QCOMPARE(preview->reading.refused.size(), 1U);
        QVERIFY(answerOf(place.store.agencies())->empty());
        QVERIFY(answerOf(place.store.directoryImports())->empty());
    }

    void keepsTheListWithItsEntryInTheLog()
    {
        Place place;
        const QString file = place.write(u"list.csv"_s, "Agency,State\nLarkfield PD,PA\nPenrose PD,PA\n,PA\n");
        const auto preview = answerOf(place.update.preview(file, ListMeaning::Additions));

        const auto applied = answerOf(place.update.apply(*preview));

        QVERIFY(applied);
        QCOMPARE(applied->joined.size(), 2U);
        QCOMPARE(answerOf(place.store.agencies())->size(), 2U);
        const auto imports = answerOf(place.store.directoryImports());
        QCOMPARE(imports->size(), 1U);
        QCOMPARE(imports->front().refusedRows, 1);
        const auto log = answerOf(place.store.custodyLog({.action = CustodyAction::DirectoryImported}));
        QCOMPARE(log->size(), 1U);
        QCOMPARE(log->front().digest, preview->digest);
        QCOMPARE(log->front().details.value("joined"_L1).toInteger(), 2);
    }

    void followsAgenciesThroughSeveralLists()
    {
        Place place;
        const auto import = [&place](const QByteArray &bytes, ListMeaning meaning) {
            const QString file = place.write(u"list.csv"_s, bytes);
            return answerOf(place.update.apply(*answerOf(place.update.preview(file, meaning))));
        };
        import("ORI,Agency,State\nPAX990100,Larkfield PD,PA\nPAX990200,Penrose PD,PA\n", ListMeaning::Additions);

        const auto second =
            import("ORI,Agency,State\nPAX990100,Larkfield Police Department,PA\n", ListMeaning::Complete);

        QCOMPARE(second->changed.size(), 1U);
        QCOMPARE(second->left.size(), 1U);
        const auto agencies = answerOf(place.store.agencies());
        QCOMPARE(agencies->size(), 2U);
        QCOMPARE(agencies->front().name, u"Larkfield Police Department"_s);
        QCOMPARE(agencies->back().until, QDate(2026, 11, 24));
    }

    void changesNothingForAListThatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("open quote") << QByteArray("Agency,State\nA PD,PA\n\"B PD,PA\n");
        QTest::newRow("no list") << QByteArray(R"({"displayFieldName":""})");
        QTest::newRow("nothing") << QByteArray();
    }

    void changesNothingForAListThatCannotBeRead()
    {
        QFETCH(const QByteArray, bytes);
        Place place;

        const auto preview =
            answerOf(place.update.preview(place.write(u"list.geojson"_s, bytes), ListMeaning::Complete));

        QVERIFY(!preview);
        QVERIFY(sentenceFor(preview.error()).contains(u"The directory is as it was"));
        QVERIFY(answerOf(place.store.agencies())->empty());
    }

    void saysThatAFileIsMissing()
    {
        Place place;

        const auto preview =
            answerOf(place.update.preview(place.folder.filePath(u"none.csv"_s), ListMeaning::Additions));

        QVERIFY(!preview);
        QCOMPARE(std::get<Failure<DirectoryError>>(preview.error()).code, DirectoryError::CannotRead);
    }

    void importsTheSampleOnceOnly()
    {
        Place place;

        QCOMPARE(answerOf(place.update.importSampleIfEmpty()).value(), true);
        QCOMPARE(answerOf(place.update.importSampleIfEmpty()).value(), false);

        QCOMPARE(answerOf(place.store.agencies())->size(), 405U);
        QCOMPARE(answerOf(place.store.directoryImports())->size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestAgencyUpdate)
#include "tst_agencyupdate.moc"
