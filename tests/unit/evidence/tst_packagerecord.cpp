// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packagerecord.h"
#include "evidence/receiptsignature.h"
#include "support/evidencecase.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestPackageRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrites();
    void readsNoOtherForm_data();
    void readsNoOtherForm();
    void namesTheMemberThatIsMissing();
    void tellsALaterForm();
    void checksTheSignatureOfAReceipt();
};

void TestPackageRecord::readsBackWhatItWrites()
{
    PackageRecord record = EvidenceCase().plan().record;
    record.items[0].frames =
        FrameTableRecord{.file = {}, .rows = 3, .firstPts = u"0"_s, .lastPts = u"2"_s, .timeBase = u"1/25"_s};
    const QByteArray bytes = writePackageRecord(record);

    const auto read = readPackageRecord(bytes);

    QVERIFY2(read, read ? "" : qPrintable(read.error().member));
    QCOMPARE(writePackageRecord(*read), bytes);
    QCOMPARE(read->items, record.items);
}

void TestPackageRecord::readsNoOtherForm_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("blank") << QByteArray("\",\"") << QByteArray("\", \"");
    QTest::newRow("doubled key") << QByteArray("{\"bagName\":") << QByteArray("{\"bagName\":1,\"bagName\":");
    QTest::newRow("unknown key") << QByteArray("{\"bagName\":") << QByteArray("{\"a\":1,\"bagName\":");
    QTest::newRow("number form") << QByteArray("\"format\":2,") << QByteArray("\"format\":2.0,");
    QTest::newRow("escape") << QByteArray("Okafor") << QByteArray("\\u004fkafor");
    QTest::newRow("line end") << QByteArray("}]}") << QByteArray("}]}\n");
}

void TestPackageRecord::readsNoOtherForm()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QByteArray bytes = writePackageRecord(EvidenceCase().plan().record);
    QVERIFY(readPackageRecord(bytes));
    if (!bytes.contains(from)) {
        bytes += to.last(1);
    }

    QVERIFY(!readPackageRecord(bytes.replace(from, to)));
}

void TestPackageRecord::namesTheMemberThatIsMissing()
{
    QByteArray bytes = writePackageRecord(EvidenceCase().plan().record);
    bytes.replace("\"seal\":\"none\",", "");

    QCOMPARE(readPackageRecord(bytes).error().member, u"seal"_s);
}

void TestPackageRecord::tellsALaterForm()
{
    QCOMPARE(packageRecordFormat("{\"format\":7}"), std::optional<qint64>(7));
    QVERIFY(!packageRecordFormat("{}"));
    QVERIFY(!packageRecordFormat("not JSON"));
}

void TestPackageRecord::checksTheSignatureOfAReceipt()
{
    ConsentReceipt receipt = *EvidenceCase().context.clips.front().receipt;
    QVERIFY(hasValidSignature(receipt));

    ConsentReceipt changed = receipt;
    changed.signedBytes.replace("false", "true");
    QVERIFY(!hasValidSignature(changed));
    changed = receipt;
    changed.signature.chop(1);
    QVERIFY(!hasValidSignature(changed));
    changed = receipt;
    changed.exchangeKey.clear();
    QVERIFY(!hasValidSignature(changed));
}

QTEST_GUILESS_MAIN(TestPackageRecord)
#include "tst_packagerecord.moc"
