// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/bagtext.h"

#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Sum(64, 'a');

bool hasFault(const BagManifest &manifest, FaultCode code)
{
    return std::ranges::find(manifest.faults, code, &Fault::code) != manifest.faults.end();
}

BagManifest strictly(const QByteArray &text)
{
    return readManifest(text, u"manifest-sha256.txt"_s, 64, BagStrictness::Strict);
}

BagManifest leniently(const QByteArray &text)
{
    return readManifest(text, u"manifest-sha256.txt"_s, 64, BagStrictness::Lenient);
}

} // namespace

class TestBagText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrites();
    void decodesOnlyLineEndsAndPercent();
    void allowsOtherToolsTheirForm();
    void refusesUnsafePaths_data();
    void refusesUnsafePaths();
    void refusesShortChecksums();
    void foldsContinuationsOfBagInfo();
    void keepsAValueOfBagInfoOnOneLine();
    void refusesBagInfoWithoutLabels();
};

void TestBagText::readsBackWhatItWrites()
{
    const std::map<QString, QString> lines = {{u"data/a b.txt"_s, QString::fromLatin1(Sum)},
                                              {u"data/100%\r\n.txt"_s, QString::fromLatin1(Sum)}};

    const QByteArray text = writeManifest(lines);

    QCOMPARE(text.count('\n'), 2);
    QVERIFY(text.contains("data/100%25%0D%0A.txt"));
}

void TestBagText::decodesOnlyLineEndsAndPercent()
{
    QCOMPARE(decodeManifestPath(u"data/%41%25%0a%0D"_s), u"data/%41%\n\r"_s);
    QCOMPARE(decodeManifestPath(u"data/%250A"_s), u"data/%0A"_s);
}

void TestBagText::allowsOtherToolsTheirForm()
{
    const QByteArray text = Sum.toUpper() + "\t data/a b.txt\r\n" + Sum + " *data/c\r\n";

    QCOMPARE(leniently(text).lines.size(), 2U);
    QVERIFY(std::ranges::all_of(leniently(text).faults,
                                [](const Fault &fault) { return fault.weight == FaultWeight::Warning; }));
    QVERIFY(hasFault(strictly(text), FaultCode::ManifestSyntax));
}

void TestBagText::refusesUnsafePaths_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"../x", "data/../../x", "/x", "~/x", "~user/x", "C:/x", "c:x", "data\\x", "\\\\host\\x",
                             "data//x", "data/./x", "data/x/", "data/a%0Ab", "data/\x01"}) {
        QTest::newRow(path) << QByteArray(path);
    }
}

void TestBagText::refusesUnsafePaths()
{
    QFETCH(const QByteArray, path);
    const QByteArray text = Sum + "  " + path + '\n';

    for (const BagManifest &manifest : {strictly(text), leniently(text)}) {
        QVERIFY(hasFault(manifest, FaultCode::ManifestUnsafePath));
        QVERIFY(manifest.lines.empty());
    }
}

void TestBagText::refusesShortChecksums()
{
    QVERIFY(hasFault(leniently(Sum.chopped(1) + "  data/a\n"), FaultCode::ManifestSyntax));
    QVERIFY(hasFault(leniently("zz" + Sum.chopped(2) + "  data/a\n"), FaultCode::ManifestSyntax));
}

void TestBagText::foldsContinuationsOfBagInfo()
{
    const auto info = readBagInfo("Source-Organization: A library\r\n\twith a name\r\nx: y:z\r\n");

    QVERIFY(info);
    QCOMPARE(bagInfoValues(*info, u"source-organization"), QStringList{u"A library with a name"_s});
    QCOMPARE(bagInfoValues(*info, u"X"), QStringList{u"y:z"_s});
}

void TestBagText::keepsAValueOfBagInfoOnOneLine()
{
    const QByteArray text = writeBagInfo({{u"Contact-Name"_s, u"A\nPayload-Oxum: 1.1"_s}});

    QCOMPARE(text, "Contact-Name: A Payload-Oxum: 1.1\n");
}

void TestBagText::refusesBagInfoWithoutLabels()
{
    QVERIFY(!readBagInfo("no label here\n"));
    QVERIFY(!readBagInfo(": value\n"));
    QVERIFY(!readBagInfo("\xEF\xBB\xBF"
                         "a: b\n"));
    QVERIFY(!readBagInfo("a: \xFF\n"));
}

QTEST_GUILESS_MAIN(TestBagText)
#include "tst_bagtext.moc"
