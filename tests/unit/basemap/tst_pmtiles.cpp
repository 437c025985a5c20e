// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/inflate.h"
#include "basemap/pmtiles.h"
#include "support/mappack.h"

#include <QRandomGenerator>
#include <QTest>

#include <zlib.h>

#include <limits>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray gzipped(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

auto openBytes(const QByteArray &bytes)
{
    return PmtilesArchive::open(std::make_unique<BytesInMemory>(bytes));
}

QByteArray smallPack()
{
    return encodePack({{toPmtilesNumber({0, 0, 0}), "whole world"}, {toPmtilesNumber({2, 3, 1}), "a corner"}});
}

} // namespace

class TestPmtiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersTilesAlongTheHilbertCurve_data();
    void numbersTilesAlongTheHilbertCurve();
    void readsTiles();
    void readsTilesThroughLeafDirectories();
    void readsARunOfEqualTiles();
    void unpacksGzip();
    void readsNothingOutsideTheZoomsOfThePack();
    void refusesWhatIsNoPack_data();
    void refusesWhatIsNoPack();
    void refusesDirectoriesThatNeverEnd();
    void refusesAnEntryOutsideTheFile();
    void refusesADirectoryWithMoreEntriesThanBytes();
    void refusesEntriesOutOfOrder();
    void refusesEntriesThatOverlap();
    void refusesALeafOutsideTheFile();
    void readsWhatTilemakerWrites();
    void refusesATileThatSwells();
    void survivesEveryTruncation();
    void survivesRandomDamage();
};

void TestPmtiles::numbersTilesAlongTheHilbertCurve_data()
{
    QTest::addColumn<int>("zoom");
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    QTest::addColumn<quint64>("number");

    // From the test suite of the PMTiles specification.
    QTest::newRow("0/0/0") << 0 << 0 << 0 << quint64(0);
    QTest::newRow("1/0/0") << 1 << 0 << 0 << quint64(1);
    QTest::newRow("1/0/1") << 1 << 0 << 1 << quint64(2);
    QTest::newRow("1/1/1") << 1 << 1 << 1 << quint64(3);
    QTest::newRow("1/1/0") << 1 << 1 << 0 << quint64(4);
    QTest::newRow("2/0/0") << 2 << 0 << 0 << quint64(5);
    QTest::newRow("12/3423/1763") << 12 << 3423 << 1763 << quint64(19078479);
}

void TestPmtiles::numbersTilesAlongTheHilbertCurve()
{
    QFETCH(const int, zoom);
    QFETCH(const int, x);
    QFETCH(const int, y);

    QTEST(toPmtilesNumber({zoom, x, y}), "number");
}

void TestPmtiles::readsTiles()
{
    const auto archive = openBytes(smallPack());
    QVERIFY(archive.has_value());

    QCOMPARE((*archive)->tile({0, 0, 0}).value().value(), "whole world");
    QCOMPARE((*archive)->tile({2, 3, 1}).value().value(), "a corner");
    QVERIFY(!(*archive)->tile({2, 0, 0}).value().has_value());
    QCOMPARE((*archive)->metadata().value().value("attribution"_L1).toString(), u"Test"_s);
}

void TestPmtiles::readsTilesThroughLeafDirectories()
{
    const quint64 number = toPmtilesNumber({5, 9, 12});
    PackParts parts;
    parts.tiles = "deep";
    parts.leaves = encodeDirectory({{number, 1, 4, 0}});
    parts.root = encodeDirectory({{0, 0, static_cast<quint64>(parts.leaves.size()), 0}});
    const auto archive = openBytes(encodePack(parts));
    QVERIFY(archive.has_value());

    QCOMPARE((*archive)->tile({5, 9, 12}).value().value(), "deep");
}

void TestPmtiles::readsARunOfEqualTiles()
{
    PackParts parts;
    parts.tiles = "sea";
    parts.root = encodeDirectory({{5, 16, 3, 0}});
    const auto archive = openBytes(encodePack(parts));
    QVERIFY(archive.has_value());

    QCOMPARE((*archive)->tile({2, 3, 0}).value().value(), "sea");
    QVERIFY(!(*archive)->tile({3, 0, 0}).value().has_value());
}

void TestPmtiles::unpacksGzip()
{
    PackParts parts;
    parts.tileCompression = 2;
    const QByteArray plain(100'000, 'x');
    const auto archive = openBytes(encodePack({{0, gzipped(plain)}}, parts));
    QVERIFY(archive.has_value());

    QCOMPARE((*archive)->tile({0, 0, 0}).value().value(), plain);
}

void TestPmtiles::readsNothingOutsideTheZoomsOfThePack()
{
    PackParts parts;
    parts.maximumZoom = 1;
    const auto archive = openBytes(encodePack({{toPmtilesNumber({2, 0, 0}), "too deep"}}, parts));
    QVERIFY(archive.has_value());

    QVERIFY(!(*archive)->tile({2, 0, 0}).value().has_value());
    QVERIFY(!(*archive)->tile({30, 0, 0}).value().has_value());
    QVERIFY(!(*archive)->tile({1, 2, 0}).value().has_value());
}

void TestPmtiles::refusesWhatIsNoPack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<BasemapError>("error");

    QByteArray pack = smallPack();
    const auto with = [&pack](qsizetype at, char value) {
        QByteArray changed = pack;
        changed[at] = value;
        return changed;
    };
    QTest::newRow("empty file") << QByteArray() << BasemapError::Truncated;
    QTest::newRow("another file") << QByteArray(500, 'P') << BasemapError::NotAMapPack;
    QTest::newRow("version 2") << with(7, 2) << BasemapError::UnsupportedVersion;
    QTest::newRow("pictures") << with(99, 2) << BasemapError::UnsupportedTiles;
    QTest::newRow("newer tile encoding") << with(99, 6) << BasemapError::UnsupportedTiles;
    QTest::newRow("brotli") << with(98, 3) << BasemapError::UnsupportedTiles;
    QTest::newRow("zoom 200") << with(101, char(200)) << BasemapError::BadHeader;
    QTest::newRow("zooms upside down") << with(100, 20) << BasemapError::BadHeader;
    QTest::newRow("bounds off the earth") << with(113, 0x7f) << BasemapError::BadHeader;
    QTest::newRow("root outside the file") << with(12, 0x7f) << BasemapError::Truncated;
    QTest::newRow("tiles cut off") << pack.chopped(3) << BasemapError::Truncated;
}

void TestPmtiles::refusesWhatIsNoPack()
{
    QFETCH(const QByteArray, bytes);

    const auto archive = openBytes(bytes);

    QVERIFY(!archive.has_value());
    QTEST(archive.error().code, "error");
}

void TestPmtiles::refusesDirectoriesThatNeverEnd()
{
    PackParts parts;
    parts.tiles = "x";
    // A leaf that points at itself.
    const QByteArray loop = encodeDirectory({{0, 0, 5, 0}});
    parts.leaves = loop;
    parts.root = loop;
    QCOMPARE(loop.size(), 5);
    const auto archive = openBytes(encodePack(parts));
    QVERIFY(archive.has_value());

    QCOMPARE((*archive)->tile({0, 0, 0}).error().code, BasemapError::BadDirectory);
}

void TestPmtiles::refusesAnEntryOutsideTheFile()
{
    PackParts parts;
    parts.tiles = "x";
    parts.root = encodeDirectory({{0, 1, 100, std::numeric_limits<quint64>::max() - 50}});
    const auto archive = openBytes(encodePack(parts));
    QVERIFY(archive.has_value());

    QCOMPARE((*archive)->tile({0, 0, 0}).error().code, BasemapError::BadDirectory);
}

void TestPmtiles::refusesADirectoryWithMoreEntriesThanBytes()
{
    PackParts parts;
    appendVarint(parts.root, 900'000);
    parts.root += QByteArray(40, '\1');

    QCOMPARE(openBytes(encodePack(parts)).error().code, BasemapError::BadDirectory);
}

void TestPmtiles::refusesEntriesOutOfOrder()
{
    PackParts parts;
    parts.tiles = "xy";
    parts.root = encodeDirectory({{4, 1, 1, 0}, {4, 1, 1, 1}});

    QCOMPARE(openBytes(encodePack(parts)).error().code, BasemapError::BadDirectory);
}

void TestPmtiles::refusesEntriesThatOverlap()
{
    PackParts parts;
    parts.tiles = "xy";
    parts.root = encodeDirectory({{4, 3, 1, 0}, {6, 1, 1, 1}});
    QCOMPARE(openBytes(encodePack(parts)).error().code, BasemapError::BadDirectory);

    parts.root = encodeDirectory({{4, 2, 1, 0}, {6, 1, 1, 1}});
    QVERIFY(openBytes(encodePack(parts)).has_value());
}

void TestPmtiles::refusesALeafOutsideTheFile()
{
    PackParts parts;
    parts.tiles = "x";
    parts.root = encodeDirectory({{0, 0, 5, 1'000'000}});
    const auto archive = openBytes(encodePack(parts));
    QVERIFY(archive.has_value());

    QCOMPARE((*archive)->tile({0, 0, 0}).error().code, BasemapError::BadDirectory);
}

/// Version 3.0.0 writes 2^64 - offset for the length of the tiles.
void TestPmtiles::readsWhatTilemakerWrites()
{
    QByteArray pack = smallPack();
    const auto offset = qFromLittleEndian<quint64>(pack.constData() + 56);
    qToLittleEndian(quint64(0) - offset, pack.data() + 64);
    const auto archive = openBytes(pack);
    QVERIFY(archive.has_value());
    QCOMPARE((*archive)->tile({2, 3, 1}).value().value(), "a corner");

    qToLittleEndian(quint64(1) - offset, pack.data() + 64);
    QCOMPARE(openBytes(pack).error().code, BasemapError::Truncated);
}

void TestPmtiles::refusesATileThatSwells()
{
    const QByteArray bomb = gzipped(QByteArray(64 * 1024 * 1024, '\0'));
    QVERIFY(bomb.size() < 100'000);
    PackParts parts;
    parts.tileCompression = 2;
    const auto archive = openBytes(encodePack({{0, bomb}}, parts));
    QVERIFY(archive.has_value());

    QCOMPARE((*archive)->tile({0, 0, 0}).error().code, BasemapError::TooLarge);
    QCOMPARE(inflateBounded(bomb.first(bomb.size() / 2), 100'000'000).error().code, BasemapError::BadTile);
}

void TestPmtiles::survivesEveryTruncation()
{
    const QByteArray pack = smallPack();
    for (qsizetype length = 0; length < pack.size(); ++length) {
        const auto archive = openBytes(pack.first(length));
        QVERIFY2(!archive.has_value(), qPrintable(QString::number(length)));
    }
}

void TestPmtiles::survivesRandomDamage()
{
    QRandomGenerator random(7);
    const QByteArray pack = smallPack();
    int opened = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray damaged = pack;
        for (int j = 0; j < 3; ++j) {
            damaged[random.bounded(damaged.size())] = static_cast<char>(random.bounded(256));
        }
        if (const auto archive = openBytes(damaged)) {
            ++opened;
            (void)(*archive)->tile({0, 0, 0});
            (void)(*archive)->tile({2, 3, 1});
            (void)(*archive)->metadata();
        }
    }
    QVERIFY(opened > 0);
    QVERIFY(opened < 20'000);
}

QTEST_GUILESS_MAIN(TestPmtiles)

#include "tst_pmtiles.moc"
