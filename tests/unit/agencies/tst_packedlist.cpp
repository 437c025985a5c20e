// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/packedlist.h"

#include <QTest>

#include <archive.h>
#include <archive_entry.h>

#include <utility>
#include <vector>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Limit = 1024 * 1024;
const QDate Today(2026, 11, 24);
const QByteArray Csv = "Agency,State\nLarkfield Police Department,PA\n";
const QByteArray Kml = "<?xml version=\"1.0\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark>"
                       "<name>Larkfield Police Department</name>"
                       "<Point><coordinates>-76.83,40.28</coordinates></Point></Placemark></Document></kml>";

using Members = std::vector<std::pair<QByteArray, QByteArray>>;

QByteArray packed(const Members &members, const std::function<void(archive *)> &shape)
{
    QByteArray bytes(8 * 1024 * 1024, '\0');
    size_t used = 0;
    archive *writer = archive_write_new();
    shape(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    archive_write_open_memory(writer, bytes.data(), static_cast<size_t>(bytes.size()), &used);
    for (const auto &[name, content] : members) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_filetype(entry, name.endsWith('/') ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, content.size());
        archive_write_header(writer, entry);
        archive_write_data(writer, content.constData(), static_cast<size_t>(content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return bytes.first(static_cast<qsizetype>(used));
}

QByteArray zipped(const Members &members)
{
    return packed(members, [](archive *writer) { archive_write_set_format_zip(writer); });
}

QByteArray gzipped(const QByteArray &content)
{
    return packed({{"list", content}}, [](archive *writer) {
        archive_write_add_filter_gzip(writer);
        archive_write_set_format_raw(writer);
    });
}

} // namespace

class TestPackedList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPackedLists_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<DirectoryFormat>("format");
        const QByteArray json = R"([{"name": "Larkfield Police Department", "state": "PA"}])";
        QTest::newRow(".csv.gz") << gzipped(Csv) << DirectoryFormat::Csv;
        QTest::newRow(".json.gz") << gzipped(json) << DirectoryFormat::JsonList;
        QTest::newRow(".kmz") << zipped({{"files/", {}}, {"files/pin.png", "\x89PNG"}, {"doc.kml", Kml}})
                              << DirectoryFormat::Kml;
        QTest::newRow("ZIP with one list")
            << zipped({{"README.txt", "From the exchange"}, {"out/Partners.CSV", Csv}}) << DirectoryFormat::Csv;
        QTest::newRow("ZIP with a shadow file")
            << zipped({{"list.csv", Csv}, {"__MACOSX/._list.csv", "shadow"}}) << DirectoryFormat::Csv;
    }

    void readsPackedLists()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const DirectoryFormat, format);

        const auto reading = readDirectory(bytes, Today);

        QVERIFY2(reading.has_value(), reading ? "" : qPrintable(reading.error().detail));
        QCOMPARE(reading->format, format);
        QCOMPARE(reading->agencies.size(), 1U);
        QCOMPARE(reading->agencies.front().name, u"Larkfield Police Department"_s);
    }

    void refusesWhatIsNotOneList_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<DirectoryError>("error");
        QTest::addColumn<QString>("detail");
        const QByteArray zip = zipped({{"list.csv", Csv}});
        QTest::newRow("two lists") << zipped({{"a.csv", Csv}, {"more/b.kml", Kml}}) << DirectoryError::NotOneList
                                   << u"a.csv, more/b.kml"_s;
        QTest::newRow("a spreadsheet") << zipped({{"xl/workbook.xml", "<workbook/>"}}) << DirectoryError::NotOneList
                                       << QString();
        QTest::newRow("gzip of nothing") << gzipped({}) << DirectoryError::Empty << QString();
        QTest::newRow("gzip cut off") << gzipped(Csv.repeated(50)).chopped(12) << DirectoryError::Damaged
                                      << u"truncated gzip input"_s;
        QTest::newRow("ZIP cut off") << zip.first(zip.size() / 2) << DirectoryError::Damaged << u"ends too early"_s;
        QTest::newRow("no ZIP after all") << QByteArray("PK\x03\x04 and so on") << DirectoryError::Damaged << u""_s;
    }

    void refusesWhatIsNotOneList()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const DirectoryError, error);
        QFETCH(const QString, detail);

        const auto reading = readDirectory(bytes, Today);

        QVERIFY(!reading.has_value());
        QCOMPARE(reading.error().code, error);
        QVERIFY2(reading.error().detail.contains(detail), qPrintable(reading.error().detail));
    }

    void refusesAChangedByte()
    {
        QByteArray zip = zipped({{"list.csv", Csv.repeated(20)}});
        zip[zip.indexOf("list.csv") + 40] = static_cast<char>(zip[zip.indexOf("list.csv") + 40] ^ 0x55);

        QCOMPARE(unpackedList(zip, Limit).error().code, DirectoryError::Damaged);
    }

    void stopsAtTheLimit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray large(Limit + 1, 'x');
        QTest::newRow("gzip") << gzipped(large);
        QTest::newRow("ZIP") << zipped({{"list.csv", large}});
    }

    void stopsAtTheLimit()
    {
        QFETCH(const QByteArray, bytes);
        QCOMPARE_LT(bytes.size(), 20'000);

        QCOMPARE(unpackedList(bytes, Limit).error().code, DirectoryError::TooLarge);
        QCOMPARE(unpackedList(bytes, Limit + 1)->size(), Limit + 1);
    }
};

QTEST_GUILESS_MAIN(TestPackedList)
#include "tst_packedlist.moc"
