// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "media/recordseal.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

/// A record is opened as what it was sealed as, and in no other way.
class tst_RecordSeal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatWasSealed()
    {
        const QByteArray record = sealed(m_name);

        QCOMPARE(record.size(), m_content.size() + SealOverhead);
        QCOMPARE(opener(m_key).open(m_name, record).value(), m_content);
    }

    void opensRecordsOfSeveralSealersInAnyOrder()
    {
        RecordSealer first(m_key);
        RecordSealer second(m_key);
        QList<QByteArray> records;
        for (qint64 number = 0; number < 20; ++number) {
            RecordSealer &sealer = number % 3 == 0 ? first : second;
            records.append(*sealer.seal({RecordKind::Proxy, number}, QByteArray::number(number)));
        }

        RecordOpener opening = opener(m_key);
        for (const qint64 number : {19, 0, 7, 8, 9, 3, 18}) {
            QCOMPARE(opening.open({RecordKind::Proxy, number}, records.at(number)).value(), QByteArray::number(number));
        }
    }

    void showsNothingOfItsContent()
    {
        const QByteArray record = sealed(m_name);

        for (qsizetype at = 0; at + 4 <= m_content.size(); ++at) {
            QVERIFY(!record.contains(m_content.sliced(at, 4)));
        }
        QVERIFY(!record.contains(m_key.key.toBytes().first(8)));
    }

    void neverUsesANonceTwice()
    {
        QSet<QByteArray> nonces;
        for (int opening = 0; opening < 50; ++opening) {
            RecordSealer sealer(m_key);
            for (int i = 0; i < 20; ++i) {
                nonces.insert(sealer.seal(m_name, m_content)->first(32));
            }
        }

        QCOMPARE(nonces.size(), 1000);
    }

    void isNotOpenedWithAnyBitTurned()
    {
        const QByteArray record = sealed(m_name);
        RecordOpener opening = opener(m_key);

        QTest::ignoreMessage(QtWarningMsg, m_told);
        for (qsizetype bit = 0; bit < record.size() * 8; ++bit) {
            QByteArray turned = record;
            turned[bit / 8] = static_cast<char>(turned.at(bit / 8) ^ (1 << (bit % 8)));
            QCOMPARE(opening.open(m_name, turned).error().code, ShelfError::NotAuthentic);
        }
        QCOMPARE(opening.open(m_name, record).value(), m_content);
    }

    void isNotOpenedCutShort()
    {
        const QByteArray record = sealed(m_name);
        RecordOpener opening = opener(m_key);

        QTest::ignoreMessage(QtWarningMsg, m_told);
        for (qsizetype length = 0; length < record.size(); ++length) {
            const auto opened = opening.open(m_name, record.first(length));
            QCOMPARE(opened.error().code, length < SealOverhead ? ShelfError::CutShort : ShelfError::NotAuthentic);
        }
    }

    void isNotOpenedInAnotherPlace_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QByteArray>("context");
        QTest::newRow("another kind") << int(RecordKind::WavePart) << qint64(7) << QByteArray("mark");
        QTest::newRow("another number") << int(RecordKind::IndexPart) << qint64(8) << QByteArray("mark");
        QTest::newRow("another context") << int(RecordKind::IndexPart) << qint64(7) << QByteArray("mark2");
    }
    void isNotOpenedInAnotherPlace()
    {
        QFETCH(const int, kind);
        QFETCH(const qint64, number);
        QFETCH(const QByteArray, context);

        QTest::ignoreMessage(QtWarningMsg, m_told);
        const auto opened = opener(m_key).open({static_cast<RecordKind>(kind), number, context}, sealed(m_name));

        QCOMPARE(opened.error().code, ShelfError::NotAuthentic);
    }

    void isNotOpenedForAnotherClipOrWithAnotherKey()
    {
        const QByteArray record = sealed(m_name);

        QTest::ignoreMessage(QtWarningMsg, m_told);
        QCOMPARE(opener({sha256("another clip"), m_key.key}).open(m_name, record).error().code,
                 ShelfError::NotAuthentic);
        QTest::ignoreMessage(QtWarningMsg, m_told);
        QCOMPARE(opener({m_key.clip, *SecretKey::create()}).open(m_name, record).error().code,
                 ShelfError::NotAuthentic);
    }

    void isToldOnce()
    {
        QTest::failOnWarning();
        RecordOpener opening = opener(m_key);

        QTest::ignoreMessage(QtWarningMsg, m_told);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!opening.open(m_name, QByteArray(100, 'x')));
        }
    }

private:
    [[nodiscard]] QByteArray sealed(const RecordName &name) const
    {
        return RecordSealer(m_key).seal(name, m_content).value();
    }
    [[nodiscard]] static RecordOpener opener(const ClipKey &key) { return {key, u"review/clip"_s}; }

    const ClipKey m_key{sha256("a clip"), *SecretKey::create()};
    const QByteArray m_content = "Nobody is to read this but who holds the key.";
    const RecordName m_name{RecordKind::IndexPart, 7, "mark"};
    const QRegularExpression m_told{u"^A kept record is not what was written and is made again: review/clip: record"_s};
};

QTEST_GUILESS_MAIN(tst_RecordSeal)
#include "tst_recordseal.moc"
