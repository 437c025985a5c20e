// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/csvtext.h"
#include "evidence/frametablecsv.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestFrameTableCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsRowsAndTimes();
    void acceptsFramesWithoutTime();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void quotesEveryCell();
    void defusesFormulas_data();
    void defusesFormulas();
};

void TestFrameTableCsv::countsRowsAndTimes()
{
    const auto figures = countFrameTable("number,pts,time_base,key\n0,-3000,1/90000,1\n1,0,1/90000,0\n");

    QVERIFY(figures);
    QCOMPARE(figures->rows, 2);
    QCOMPARE(figures->firstPts, u"-3000"_s);
    QCOMPARE(figures->lastPts, u"0"_s);
    QCOMPARE(figures->timeBase, u"1/90000"_s);
}

void TestFrameTableCsv::acceptsFramesWithoutTime()
{
    QCOMPARE(countFrameTable("number,pts,time_base\n0,,1/25\n")->firstPts, QString());
}

void TestFrameTableCsv::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no rows") << QByteArray("number,pts,time_base\n");
    QTest::newRow("other columns") << QByteArray("n,p,t\n0,1,1/25\n");
    QTest::newRow("gap") << QByteArray("number,pts,time_base\n0,1,1/25\n2,2,1/25\n");
    QTest::newRow("not from 0") << QByteArray("number,pts,time_base\n1,1,1/25\n");
    QTest::newRow("short row") << QByteArray("number,pts,time_base\n0,1\n");
    QTest::newRow("open quote") << QByteArray("number,pts,time_base\n0,\"1,1/25\n");
}

void TestFrameTableCsv::refusesWhatIsNoTable()
{
    QFETCH(const QByteArray, csv);

    QVERIFY(!countFrameTable(csv));
}

void TestFrameTableCsv::quotesEveryCell()
{
    QCOMPARE(csvRow({u"a"_s, u"say \"x\",\ny"_s, {}}), "\"a\",\"say \"\"x\"\",\ny\",\"\"\r\n");
}

void TestFrameTableCsv::defusesFormulas_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestFrameTableCsv::defusesFormulas()
{
    QFETCH(const QString, text);

    QCOMPARE(defusedCell(text), u'\'' + text);
    QCOMPARE(defusedCell(u"plain = text"_s), u"plain = text"_s);
}

QTEST_GUILESS_MAIN(TestFrameTableCsv)
#include "tst_frametablecsv.moc"
