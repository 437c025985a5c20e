// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "media/clipshelf.h"
#include "media/shelffolder.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize Size(8, 4);
constexpr qsizetype PictureBytes = 8 * 4 * 3 / 2;
constexpr qsizetype RecordBytes = PictureBytes + SealOverhead;
constexpr qsizetype FormBytes = 8;

} // namespace

/// What was kept is found again, sealed, and nothing that was meddled with is believed.
class tst_ClipShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_path = ShelfFolder(m_place->filePath(u"review"_s)).pathFor(m_key.clip);
        fill();
    }

    void findsWhatWasKept()
    {
        ClipShelf shelf(m_path, m_key);

        const auto index = shelf.find(m_mark);

        QVERIFY(index && index->rows.size() == 300);
        QCOMPARE(index->rows[299].quickHash, quint64{1299});
        QCOMPARE(shelf.proxyCount(), 3);
        QCOMPARE(shelf.proxySize(), Size);
        for (const qint64 number : {2, 0, 1}) {
            QCOMPARE(shelf.proxy(number), picture(number));
        }
        QCOMPARE(shelf.findWave(m_mark).value_or(std::vector<Wire::Peak>()).size(), 400U);
    }

    void showsNothingOnTheDisk()
    {
        const QByteArray all = bytesOf(u".index"_s) + bytesOf(u".proxies"_s) + bytesOf(u".wave"_s);

        for (qint64 number = 0; number < 3; ++number) {
            QVERIFY(!all.contains(picture(number).first(8)));
        }
        QByteArray hash;
        QDataStream(&hash, QIODevice::WriteOnly) << quint64{1299};
        QVERIFY(!all.contains(hash));
        std::ranges::reverse(hash);
        QVERIFY(!all.contains(hash));
        QVERIFY(!all.contains(QByteArray::fromHex("010002000100020001000200")));
        QVERIFY(!all.contains(m_key.key.toBytes().first(8)));
    }

    void findsNothingWithAnotherKey()
    {
        QTest::ignoreMessage(QtWarningMsg, m_told);
        ClipShelf shelf(m_path, {m_key.clip, *SecretKey::create()});

        QVERIFY(!shelf.find(m_mark));
        QVERIFY(!shelf.findWave(m_mark));
        QVERIFY(!shelf.proxy(0));
        QVERIFY(!QFile::exists(m_path + u".index"_s));
        QVERIFY(!QFile::exists(m_path + u".wave"_s));
    }

    void findsNothingOfAnotherClip()
    {
        const ClipKey other{sha256("another"), m_key.key};
        const QString path = ShelfFolder(m_place->filePath(u"review"_s)).pathFor(other.clip);
        QVERIFY(ShelfFolder::prepare(path));
        for (const QString &ending : {u".index"_s, u".proxies"_s, u".wave"_s}) {
            QVERIFY(QFile::copy(m_path + ending, path + ending));
        }

        QTest::ignoreMessage(QtWarningMsg, m_told);
        ClipShelf shelf(path, other);

        QVERIFY(!shelf.find(m_mark));
        QVERIFY(!shelf.findWave(m_mark));
    }

    void findsNothingOfAnotherMarkAndIsSilent()
    {
        QTest::failOnWarning();
        ClipShelf shelf(m_path, m_key);
        ShelfMark other = m_mark;
        other.versions[1] = 9;

        QVERIFY(!shelf.find(other));
        QVERIFY(!shelf.findWave(other));
        QVERIFY(QFile::exists(m_path + u".index"_s));
    }

    void findsNothingInAnOlderFormAndIsSilent()
    {
        QTest::failOnWarning();
        for (const QString &ending : {u".index"_s, u".wave"_s}) {
            turn(ending, 7);
        }
        ClipShelf shelf(m_path, m_key);

        QVERIFY(!shelf.find(m_mark));
        QVERIFY(!shelf.findWave(m_mark));
    }

    void believesNoIndexOrWaveWithABitTurned_data() { addEveryTenthByteOf({u".index"_s, u".wave"_s}); }
    void believesNoIndexOrWaveWithABitTurned()
    {
        QFETCH(const QString, ending);
        QFETCH(const qsizetype, at);
        turn(ending, at);
        ClipShelf shelf(m_path, m_key);

        const auto index = shelf.find(m_mark);
        const auto wave = shelf.findWave(m_mark);

        QCOMPARE(index.has_value(), ending != u".index");
        QCOMPARE(wave.has_value(), ending != u".wave");
        // It is thrown away, unless it looks like a file of another form: then it is written over.
        QCOMPARE(QFile::exists(m_path + ending), at < FormBytes);
    }

    void believesNoFileThatWasCut_data() { addEveryTenthByteOf({u".index"_s, u".proxies"_s, u".wave"_s}); }
    void believesNoFileThatWasCut()
    {
        QFETCH(const QString, ending);
        QFETCH(const qsizetype, at);
        QVERIFY(QFile::resize(m_path + ending, at));
        ClipShelf shelf(m_path, m_key);

        QCOMPARE(shelf.find(m_mark).has_value(), ending == u".wave");
        QCOMPARE(shelf.findWave(m_mark).has_value(), ending != u".wave");
    }

    void showsNoSmallPictureWithABitTurned()
    {
        turn(u".proxies"_s, FormBytes + RecordBytes + 40);
        QTest::ignoreMessage(QtWarningMsg, m_told);
        ClipShelf shelf(m_path, m_key);
        QVERIFY(shelf.find(m_mark));

        QCOMPARE(shelf.proxy(0), picture(0));
        QVERIFY(!shelf.proxy(1));
        QCOMPARE(shelf.proxy(2), picture(2));

        // The next opening makes all of them again.
        QVERIFY(!ClipShelf(m_path, m_key).find(m_mark));
    }

    void showsNoSmallPictureInThePlaceOfAnother()
    {
        QByteArray bytes = bytesOf(u".proxies"_s);
        const QByteArray first = bytes.sliced(FormBytes, RecordBytes);
        bytes.replace(FormBytes, RecordBytes, bytes.sliced(FormBytes + RecordBytes, RecordBytes));
        bytes.replace(FormBytes + RecordBytes, RecordBytes, first);
        QFile file(m_path + u".proxies"_s);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write(bytes) == bytes.size());
        file.close();

        QTest::ignoreMessage(QtWarningMsg, m_told);
        ClipShelf shelf(m_path, m_key);
        QVERIFY(shelf.find(m_mark));

        QVERIFY(!shelf.proxy(0));
        QVERIFY(!shelf.proxy(1));
        QCOMPARE(shelf.proxy(2), picture(2));
    }

    void keepsNoTwoFilesAlike()
    {
        const QByteArray before = bytesOf(u".proxies"_s) + bytesOf(u".index"_s);
        fill();
        const QByteArray after = bytesOf(u".proxies"_s) + bytesOf(u".index"_s);

        QCOMPARE(after.size(), before.size());
        QVERIFY(after.first(200) != before.first(200));
        QVERIFY(after.last(200) != before.last(200));
    }

private:
    static QByteArray picture(qint64 number)
    {
        QByteArray bytes;
        for (qsizetype i = 0; i < PictureBytes; ++i) {
            bytes.append(static_cast<char>('a' + (i + 5 * number) % 26));
        }
        return bytes;
    }
    void fill() const
    {
        ClipShelf shelf(m_path, m_key);
        shelf.startProxies(m_mark);
        shelf.addProxies(Size, {picture(0), picture(1)});
        shelf.addProxies(Size, {picture(2)});
        shelf.endProxies();
        KeptIndex index;
        for (quint64 number = 0; number < 300; ++number) {
            Wire::FrameRow row;
            row.quickHash = 1000 + number;
            index.rows.push_back(row);
        }
        shelf.keep(m_mark, index);
        shelf.keepWave(m_mark, Waveform(QList<WavePeak>(400, {.low = 1, .high = 2})));
    }
    void turn(const QString &ending, qsizetype at) const
    {
        QFile file(m_path + ending);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
        const QByteArray byte = file.read(1);
        QVERIFY(file.seek(at) && file.putChar(static_cast<char>(byte.at(0) ^ 0x04)));
    }
    [[nodiscard]] QByteArray bytesOf(const QString &ending) const
    {
        QFile file(m_path + ending);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Each row has files of its own, of the same size.
    void addEveryTenthByteOf(const QStringList &endings)
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<qsizetype>("at");
        init();
        for (const QString &ending : endings) {
            const qsizetype size = bytesOf(ending).size();
            for (qsizetype at = 0; at < size; at += std::max<qsizetype>(7, size / 12)) {
                QTest::addRow("%s %lld", qPrintable(ending), static_cast<long long>(at)) << ending << at;
            }
        }
    }

    const ClipKey m_key{sha256("a clip"), *SecretKey::create()};
    const ShelfMark m_mark{.clipSize = 5000, .versions = {1, 2, 3}, .videoStream = 0};
    const QRegularExpression m_told{u"^A kept record is not what was written and is made again"_s};
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_ClipShelf)
#include "tst_clipshelf.moc"
