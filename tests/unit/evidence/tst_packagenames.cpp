// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packagenames.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestPackageNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAPackageAfterCaseAndDay();
    void packageNamesStayShort();
    void makesFileNamesPortable_data();
    void makesFileNamesPortable();
    void saysWhatIsWrongWithAPath_data();
    void saysWhatIsWrongWithAPath();
    void findsCollisions();
};

void TestPackageNames::namesAPackageAfterCaseAndDay()
{
    const ExportId id = ExportId::fromString(u"7f3a91c2-0000-4000-8000-000000000000").value();

    QCOMPARE(packageName(u"2026-004117"_s, QDate(2026, 11, 24), id), u"PORCHLIGHT_2026-004117_20261124_7f3a91c2"_s);
    QCOMPARE(packageName(u"../"_s, QDate(2026, 11, 24), id), u"PORCHLIGHT_case_20261124_7f3a91c2"_s);
}

void TestPackageNames::packageNamesStayShort()
{
    const QString name = packageName(QString(200, u'9'), QDate(2026, 11, 24), ExportId::create());

    QVERIFY(name.size() <= MaximumBagNameLength);
    QVERIFY(pathProblem(name).isEmpty());
}

void TestPackageNames::makesFileNamesPortable_data()
{
    QTest::addColumn<QString>("original");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"IMG_2290.MOV"_s << u"IMG_2290.MOV"_s;
    QTest::newRow("accents") << u"Haust\u00fcr vorn.mp4"_s << u"Haustur_vorn.mp4"_s;
    QTest::newRow("path of Windows") << u"C:\\Users\\me\\a.mp4"_s << u"a.mp4"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("reserved") << u"con.mp4"_s << u"clip_con.mp4"_s;
    QTest::newRow("reserved port") << u"LPT1"_s << u"clip_LPT1"_s;
    QTest::newRow("nothing left") << u"\u6444\u50cf"_s << u"clip"_s;
    QTest::newRow("only an ending") << u".mp4"_s << u"mp4"_s;
    QTest::newRow("empty") << QString() << u"clip"_s;
    QTest::newRow("trailing dots") << u"a. . ."_s << u"a"_s;
    QTest::newRow("markup") << u"<b>a</b>.mov"_s << u"b.mov"_s;
    QTest::newRow("line end") << u"a\nb.mov"_s << u"a_b.mov"_s;
}

void TestPackageNames::makesFileNamesPortable()
{
    QFETCH(const QString, original);
    QFETCH(const QString, expected);

    QCOMPARE(portableFileName(original), expected);
    QVERIFY(pathProblem(portableFileName(original)).isEmpty());
    QVERIFY(portableFileName(QString(300, u'x') + original).size() <= MaximumFileNameLength);
}

void TestPackageNames::saysWhatIsWrongWithAPath_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("long") << QString(111, u'a');
    QTest::newRow("deep") << u"a/b/c/d/e/f"_s;
    QTest::newRow("blank") << u"a b"_s;
    QTest::newRow("colon") << u"a:b"_s;
    QTest::newRow("reserved") << u"data/NUL.txt"_s;
    QTest::newRow("dot at the end") << u"data/a."_s;
    QTest::newRow("empty part") << u"data//a"_s;
    QTest::newRow("letters beyond ASCII") << u"data/\u00fc"_s;
}

void TestPackageNames::saysWhatIsWrongWithAPath()
{
    QFETCH(const QString, path);

    QVERIFY(!pathProblem(path).isEmpty());
}

void TestPackageNames::findsCollisions()
{
    QCOMPARE(collidingPaths({u"data/A"_s, u"data/b"_s, u"data/a"_s}), QStringList{u"data/a"_s});
    QCOMPARE(collidingPaths({u"\u00fc"_s, u"u\u0308"_s}).size(), 1);
    QVERIFY(collidingPaths({u"a/b"_s, u"a/c"_s}).isEmpty());
}

QTEST_GUILESS_MAIN(TestPackageNames)
#include "tst_packagenames.moc"
