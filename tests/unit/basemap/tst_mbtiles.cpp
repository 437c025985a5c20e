// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/mbtiles.h"
#include "support/mappack.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Metadata = "create table metadata (name text, value text);"
                            "insert into metadata values ('name', 'Test'), ('format', 'pbf'), ('minzoom', '0'),"
                            "('maxzoom', '2'), ('bounds', '-10,40,10,50'), ('attribution', 'Somebody'),"
                            "('json', '{\"vector_layers\":[{\"id\":\"water\"}]}');";
const QByteArray Tiles =
    "create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);";

} // namespace

/// Vector tiles in an SQLite database, from whoever made it.
class TestMbtiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void countsRowsFromTheSouth()
    {
        const auto archive = openDatabase(
            Metadata + Tiles + "insert into tiles values (2, 3, 0, x'736f757468'), (2, 3, 3, x'6e6f727468');");
        QVERIFY(archive.has_value());

        QCOMPARE((*archive)->tile({2, 3, 3}).value().value(), "south");
        QCOMPARE((*archive)->tile({2, 3, 0}).value().value(), "north");
        QVERIFY(!(*archive)->tile({2, 0, 0}).value().has_value());
        QVERIFY(!(*archive)->tile({3, 0, 0}).value().has_value());
    }

    void saysWhatItHolds()
    {
        const auto archive = openDatabase(Metadata + Tiles);
        QVERIFY(archive.has_value());

        QCOMPARE((*archive)->range().minimumZoom, 0);
        QCOMPARE((*archive)->range().maximumZoom, 2);
        QVERIFY((*archive)->range().world.contains(QPointF(0.5, 0.36)));
        QVERIFY(!(*archive)->range().world.contains(QPointF(0.5, 0.5)));
        const QJsonObject metadata = (*archive)->metadata().value();
        QCOMPARE(metadata.value("attribution"_L1).toString(), u"Somebody"_s);
        QCOMPARE(metadata.value("vector_layers"_L1).toArray().size(), 1);
    }

    void readsZoomsFromTheTilesWhereTheyAreNotSaid()
    {
        const auto archive = openDatabase("create table metadata (name text, value text);" + Tiles +
                                          "insert into tiles values (4, 0, 0, x'00'), (9, 0, 0, x'00');");
        QVERIFY(archive.has_value());

        QCOMPARE((*archive)->range().minimumZoom, 4);
        QCOMPARE((*archive)->range().maximumZoom, 9);
    }

    void readsTilesThroughAView()
    {
        const auto archive = openDatabase(
            Metadata +
            "create table map (z integer, x integer, y integer, id integer);"
            "create table images (id integer, data blob);"
            "create view tiles as select z as zoom_level, x as tile_column, y as tile_row, data as tile_data "
            "from map join images on images.id = map.id;"
            "insert into map values (0, 0, 0, 7); insert into images values (7, x'686f6c65');");
        QVERIFY(archive.has_value());

        QCOMPARE((*archive)->tile({0, 0, 0}).value().value(), "hole");
    }

    void readsAPathWithSpecialLetters()
    {
        m_name = u"a?b #c%20.mbtiles"_s;

        QVERIFY(openDatabase(Metadata + Tiles).has_value());
    }

    void isTakenByItsFirstBytes()
    {
        QVERIFY(openDatabase(Metadata + Tiles).has_value());

        const auto archive = TileArchive::openFile(m_folder->filePath(m_name));
        QVERIFY(archive.has_value());
        QCOMPARE((*archive)->range().maximumZoom, 2);
    }

    void neverWrites()
    {
        QVERIFY(openDatabase(Metadata + Tiles).has_value());
        QFile file(m_folder->filePath(m_name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();

        const auto archive = MbtilesArchive::openFile(file.fileName());
        QVERIFY(archive.has_value());
        static_cast<void>((*archive)->tile({0, 0, 0}));

        file.seek(0);
        QCOMPARE(file.readAll(), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void refusesHostileDatabases_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<BasemapError>("error");

        const auto words = [](const QByteArray &pairs) {
            return "create table metadata (name text, value text); insert into metadata values " + pairs + ";" + Tiles;
        };
        QTest::newRow("no tables") << QByteArray("create table other (a)") << BasemapError::BadDirectory;
        QTest::newRow("no tiles") << Metadata << BasemapError::BadDirectory;
        QTest::newRow("pictures") << words("('format', 'png'), ('minzoom', '0'), ('maxzoom', '1')")
                                  << BasemapError::UnsupportedTiles;
        QTest::newRow("zoom 99") << words("('minzoom', '0'), ('maxzoom', '99')") << BasemapError::BadHeader;
        QTest::newRow("zooms upside down") << words("('minzoom', '9'), ('maxzoom', '1')") << BasemapError::BadHeader;
        QTest::newRow("zoom of letters") << words("('minzoom', 'low'), ('maxzoom', '1')") << BasemapError::BadHeader;
        QTest::newRow("three bounds") << words("('minzoom', '0'), ('maxzoom', '1'), ('bounds', '1,2,3')")
                                      << BasemapError::BadHeader;
        QTest::newRow("bounds off the earth")
            << words("('minzoom', '0'), ('maxzoom', '1'), ('bounds', '-500,0,500,10')") << BasemapError::BadHeader;
        QTest::newRow("bounds of no number")
            << words("('minzoom', '0'), ('maxzoom', '1'), ('bounds', 'nan,0,inf,10')") << BasemapError::BadHeader;
        QTest::newRow("no tile and no zoom") << words("('name', 'x')") << BasemapError::BadHeader;
        QTest::newRow("view that never ends")
            << QByteArray("create table metadata (name text, value text);"
                          "create view tiles as with recursive n(i) as (select 1 union all select i + 1 from n) "
                          "select i as zoom_level, i as tile_column, i as tile_row, x'00' as tile_data from n;")
            << BasemapError::BadDirectory;
        QTest::newRow("view that calls a function")
            << QByteArray(Metadata + "create view tiles as select 0 as zoom_level, 0 as tile_column, 0 as tile_row, "
                                     "randomblob(100000000) as tile_data;")
            << BasemapError::BadDirectory;
        QTest::newRow("virtual table")
            << QByteArray(Metadata +
                          "create virtual table tiles using fts5(zoom_level, tile_column, tile_row, tile_data);")
            << BasemapError::BadDirectory;
        QTest::newRow("huge words") << QByteArray("create table metadata (name text, value text);"
                                                  "insert into metadata values ('json', hex(zeroblob(3000000)));" +
                                                  Tiles)
                                    << BasemapError::TooLarge;
    }

    void refusesHostileDatabases()
    {
        QFETCH(const QByteArray, sql);

        const auto archive = openDatabase(sql);

        QVERIFY(!archive.has_value());
        QTEST(archive.error().code, "error");
    }

    void refusesATileThatIsText()
    {
        const auto archive = openDatabase(Metadata + Tiles + "insert into tiles values (0, 0, 0, 'text');");
        QVERIFY(archive.has_value());

        QCOMPARE((*archive)->tile({0, 0, 0}).error().code, BasemapError::BadTile);
    }

    void refusesATileThatIsTooLarge()
    {
        const auto archive = openDatabase(Metadata + Tiles + "insert into tiles values (0, 0, 0, zeroblob(12000000));");
        QVERIFY(archive.has_value());

        QCOMPARE((*archive)->tile({0, 0, 0}).error().code, BasemapError::TooLarge);
    }

    void givesUpOnAQuestionThatTakesTooLong()
    {
        const auto archive = openDatabase(
            Metadata + "create table n (i integer);"
                       "insert into n with recursive c(i) as (select 1 union all select i + 1 from c where i < 5000) "
                       "select i from c;"
                       "create view tiles as select a.i + b.i + c.i as zoom_level, 0 as tile_column, 0 as tile_row, "
                       "x'00' as tile_data from n a, n b, n c;");
        QVERIFY(archive.has_value());

        QCOMPARE((*archive)->tile({0, 0, 0}).error().code, BasemapError::TooLarge);
    }

    void survivesRandomDamage()
    {
        QVERIFY(openDatabase(Metadata + Tiles + "insert into tiles values (0, 0, 0, x'00'), (2, 1, 1, zeroblob(9000));")
                    .has_value());
        QFile file(m_folder->filePath(m_name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        QRandomGenerator random(11);
        int opened = 0;
        constexpr int Times = 400;
        for (int i = 0; i < Times; ++i) {
            QByteArray damaged = whole;
            for (int j = 0; j < 20; ++j) {
                damaged[random.bounded(damaged.size())] = static_cast<char>(random.bounded(256));
            }
            if (i % 3 == 0) {
                damaged.truncate(random.bounded(damaged.size()));
            }
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(damaged);
            file.close();
            if (const auto archive = MbtilesArchive::openFile(file.fileName())) {
                ++opened;
                static_cast<void>((*archive)->tile({0, 0, 0}));
                static_cast<void>((*archive)->tile({2, 1, 2}));
            }
        }
        QVERIFY(opened > 0 && opened < Times);
    }

private:
    /// Writes a database as the maker of a pack would, then opens it as Porchlight does.
    BasemapResult<std::unique_ptr<MbtilesArchive>> openDatabase(const QByteArray &sql)
    {
        const QString path = m_folder->filePath(m_name);
        sqlite3 *database = nullptr;
        sqlite3_open(path.toUtf8().constData(), &database);
        char *words = nullptr;
        if (sqlite3_exec(database, sql.constData(), nullptr, nullptr, &words) != SQLITE_OK) {
            qWarning("%s", words);
        }
        sqlite3_free(words);
        sqlite3_close(database);
        return MbtilesArchive::openFile(path);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_name = u"test.mbtiles"_s;
};

QTEST_GUILESS_MAIN(TestMbtiles)
#include "tst_mbtiles.moc"
