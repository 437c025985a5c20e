// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/composedplace.h"
#include "workflow/jurisdictionupdate.h"
#include "workflow/requestsentences.h"

#include <QFile>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

/// The sample directory with an officer of Larkfield, and the task on it.
struct Place : ComposedPlace
{
    JurisdictionUpdate jurisdictions{store, identity, clock};

    QString write(const QByteArray &bytes) const
    {
        QFile file(folder.filePath(u"grounds.geojson"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    /// A square of so many degrees around the area of the draft.
    static QByteArray ground(const QString &agency, double half)
    {
        const double west = -76.8338 - half;
        const double east = -76.8338 + half;
        return u"{\"type\":\"Feature\",\"properties\":{\"name\":\"%1\"},\"geometry\":{\"type\":\"Polygon\","
               "\"coordinates\":[[[%2,%4],[%3,%4],[%3,%5],[%2,%5],[%2,%4]]]}}"_s.arg(agency)
                   .arg(west)
                   .arg(east)
                   .arg(40.2839 - half)
                   .arg(40.2839 + half)
                   .toUtf8();
    }
};

} // namespace

class TestJurisdictionUpdate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsGroundsWithTheirEntryInTheLog()
    {
        Place place;
        const QString file = place.write(Place::ground(u"Larkfield Police Department"_s, 0.1));
        const auto preview = answerOf(place.jurisdictions.preview(file));
        QVERIFY2(preview, qPrintable(preview ? QString() : sentenceFor(preview.error())));
        QVERIFY(answerOf(place.store.jurisdictions())->empty());

        const auto kept = answerOf(place.jurisdictions.apply(*preview));

        QVERIFY(kept);
        QCOMPARE(*kept, 1);
        const auto onFile = answerOf(place.store.jurisdictions());
        QCOMPARE(onFile->size(), 1U);
        QCOMPARE(onFile->front().sourceName, u"grounds.geojson"_s);
        QCOMPARE(onFile->front().importedAt, place.clock.now());
        const auto log = answerOf(place.store.custodyLog({.action = CustodyAction::JurisdictionsImported}));
        QCOMPARE(log->size(), 1U);
        QCOMPARE(log->front().digest, preview->digest);
        QCOMPARE(log->front().details.value("accepted"_L1).toInteger(), 1);
    }

    void theImportedGroundDecidesWhereARequestMayBe()
    {
        Place place;
        QVERIFY(answerOf(place.dispatch.check(place.draft()))->empty());
        // The circle of the draft has 330 m; 0.003 degrees of longitude are 255 m here.
        const QString file = place.write(Place::ground(u"Larkfield Police Department"_s, 0.003));
        QVERIFY(answerOf(place.jurisdictions.apply(*answerOf(place.jurisdictions.preview(file)))));

        const auto findings = answerOf(place.dispatch.check(place.draft()));

        QVERIFY(findings);
        QCOMPARE(findings->size(), 1U);
        QCOMPARE(findings->front().rule, RequestRule::OutsideJurisdiction);
        QVERIFY(findings->front().outside);
        QVERIFY(findings->front().outside->share > 0.02 && findings->front().outside->share < 0.3);
    }

    void saysWhyAPolygonIsRefused()
    {
        Place place;
        const QString file = place.write(Place::ground(u"Atlantis Police"_s, 0.1));

        const auto preview = answerOf(place.jurisdictions.preview(file));

        QVERIFY(preview);
        QVERIFY(preview->reading.grounds.empty());
        const QString sentence = sentenceFor(preview->reading.refused.front());
        QVERIFY2(sentence.contains(u"no agency of the directory is Atlantis Police"_s), qPrintable(sentence));
    }

    void saysWhyAFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("part");
        QTest::newRow("empty") << QByteArray() << u"empty"_s;
        QTest::newRow("not json") << QByteArray("{\"type\":") << u"JSON"_s;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11) << u"zero bytes"_s;
    }

    void saysWhyAFileIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, part);
        Place place;

        const auto preview = answerOf(place.jurisdictions.preview(place.write(bytes)));

        QVERIFY(!preview);
        QVERIFY2(sentenceFor(preview.error()).contains(part), qPrintable(sentenceFor(preview.error())));
        QVERIFY(!answerOf(place.jurisdictions.preview(u"/nowhere/at/all"_s)));
    }
};

QTEST_GUILESS_MAIN(TestJurisdictionUpdate)
#include "tst_jurisdictionupdate.moc"
