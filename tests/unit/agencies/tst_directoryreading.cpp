// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/directoryreading.h"

#include <QFile>
#include <QStringEncoder>
#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

const QDate Today(2026, 11, 24);

DirectoryReading readOrEmpty(QByteArrayView bytes)
{
    auto reading = readDirectory(bytes, Today);
    if (!reading) {
        qWarning("not read: %d %s", static_cast<int>(reading.error().code), qPrintable(reading.error().detail));
    }
    return reading.value_or(DirectoryReading());
}

bool hasRepair(const DirectoryReading &reading, qint64 line, RowRepair repair)
{
    return std::ranges::any_of(
        reading.repaired, [line, repair](const RepairedRow &row) { return row.line == line && row.repair == repair; });
}

} // namespace

class TestDirectoryReading final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlainCsv()
    {
        const auto reading = readOrEmpty("Agency,City,State,Latitude,Longitude,Joined,Requests\n"
                                         "Larkfield Police Department,Larkfield,PA,40.28,-76.83,2019-03-12,12\n");

        QCOMPARE(reading.agencies.size(), 1U);
        const Agency &agency = reading.agencies.front();
        QCOMPARE(agency.name, u"Larkfield Police Department"_s);
        QCOMPARE(agency.kind, AgencyKind::Police);
        QCOMPARE(agency.state, u"PA"_s);
        QCOMPARE(agency.since, QDate(2019, 3, 12));
        QCOMPARE(agency.requestCount, 12);
        QCOMPARE(agency.position, (GeoPoint{40.28, -76.83}));
        QVERIFY(reading.refused.empty());
    }

    void findsEncodingAndDelimiter_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        const QString text = u"Agency;City;State\r\nPe\u00f1a Police;Pe\u00f1a;NM\r\n"_s;
        QString tabs = text;
        tabs.replace(u';', u'\t');
        QString bars = text;
        bars.replace(u';', u'|');
        QString commas = text;
        commas.replace(u';', u',');
        const auto encoded = [](QStringConverter::Encoding encoding, const QString &string, bool hasMark) {
            QStringEncoder encoder(encoding,
                                   hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return QByteArray(encoder.encode(string));
        };
        QTest::newRow("UTF-8, semicolons") << text.toUtf8() << u"UTF-8"_s;
        QTest::newRow("UTF-8 with mark, commas") << "\xEF\xBB\xBF" + commas.toUtf8() << u"UTF-8 with byte-order mark"_s;
        QTest::newRow("Latin-1, tabs") << tabs.toLatin1() << u"Windows-1252"_s;
        QTest::newRow("UTF-16 little-endian, bars") << encoded(QStringConverter::Utf16LE, bars, true) << u"UTF-16"_s;
        QTest::newRow("UTF-16 big-endian") << encoded(QStringConverter::Utf16BE, text, true) << u"UTF-16"_s;
        QTest::newRow("UTF-16 without mark") << encoded(QStringConverter::Utf16LE, text, false) << u"UTF-16"_s;
    }

    void findsEncodingAndDelimiter()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, encoding);

        const auto reading = readOrEmpty(bytes);

        QCOMPARE(reading.encoding, encoding);
        QCOMPARE(reading.agencies.size(), 1U);
        QCOMPARE(reading.agencies.front().name, u"Pe\u00f1a Police"_s);
        QCOMPARE(reading.agencies.front().state, u"NM"_s);
    }

    void keepsLineNumbersAcrossBreaksInQuotes()
    {
        const auto reading = readOrEmpty("Name,County,State\r\n"
                                         "\"Two\r\nLines Police\",\"Adams; Brown;\nClark\",OH\r\n"
                                         "\r\n"
                                         "Odd Police,X,Ontraio\r\n");

        QCOMPARE(reading.agencies.size(), 1U);
        QCOMPARE(reading.agencies.front().name, u"Two Lines Police"_s);
        QCOMPARE(reading.agencies.front().county, u"Adams; Brown; Clark"_s);
        QCOMPARE(reading.refused.size(), 1U);
        QCOMPARE(reading.refused.front().line, 6);
        QCOMPARE(reading.refused.front().fault, RowFault::UnknownState);
        QCOMPARE(reading.refused.front().detail, u"Ontraio"_s);
    }

    void takesOutWhatCannotBeSeen()
    {
        const auto reading = readOrEmpty("Name,State\n\xE2\x80\x8BLark\xE2\x80\x8D"
                                         "field PD\xEF\xBB\xBF,PA \n");

        QCOMPARE(reading.agencies.front().name, u"Larkfield PD"_s);
        QCOMPARE(reading.agencies.front().state, u"PA"_s);
        QVERIFY(hasRepair(reading, 2, RowRepair::InvisibleCharacters));
    }

    void readsStatesInFullAndWithBlanks_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("code");
        QTest::newRow("full") << u"North Carolina"_s << u"NC"_s;
        QTest::newRow("trailing blanks") << u"Texas  "_s << u"TX"_s;
        QTest::newRow("lower case") << u"kentucky"_s << u"KY"_s;
        QTest::newRow("full stops") << u"N.C."_s << u"NC"_s;
        QTest::newRow("code") << u"dc"_s << u"DC"_s;
        QTest::newRow("FBI's Nebraska") << u"NB"_s << u"NE"_s;
    }

    void readsStatesInFullAndWithBlanks()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, code);

        const auto reading = readOrEmpty("Name,State\nA Police," + written.toUtf8() + "\n");

        QCOMPARE(reading.agencies.front().state, code);
    }

    void readsDatesInManyForms_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QDate>("day");
        QTest::newRow("ISO") << u"2019-03-12"_s << QDate(2019, 3, 12);
        QTest::newRow("ISO with time") << u"2019-03-12T00:00:00Z"_s << QDate(2019, 3, 12);
        QTest::newRow("American") << u"3/12/2019"_s << QDate(2019, 3, 12);
        QTest::newRow("short year") << u"3/2/19"_s << QDate(2019, 3, 2);
        QTest::newRow("dashes") << u"03-12-2019"_s << QDate(2019, 3, 12);
        QTest::newRow("day first") << u"25/3/2019"_s << QDate(2019, 3, 25);
        QTest::newRow("named") << u"12 Mar 2019"_s << QDate(2019, 3, 12);
        QTest::newRow("named first") << u"March 12, 2019"_s << QDate(2019, 3, 12);
        QTest::newRow("month only") << u"Sept 2019"_s << QDate(2019, 9, 1);
        QTest::newRow("with words") << u"Active since 3/12/2019"_s << QDate(2019, 3, 12);
    }

    void readsDatesInManyForms()
    {
        QFETCH(const QString, written);
        QFETCH(const QDate, day);

        const auto reading = readOrEmpty("Name,Active Date\nA Police,\"" + written.toUtf8() + "\"\n");

        QCOMPARE(reading.agencies.front().since, day);
        QVERIFY(reading.repaired.empty());
    }

    void leavesOutDatesThatAreNone()
    {
        const auto reading = readOrEmpty("Name,Since\nA Police,31 Feb 2019\nB Police,soon\nC Police,2031-01-01\n");

        QCOMPARE(reading.agencies.size(), 3U);
        QVERIFY(hasRepair(reading, 2, RowRepair::UnreadableDate));
        QVERIFY(hasRepair(reading, 3, RowRepair::UnreadableDate));
        QVERIFY(hasRepair(reading, 4, RowRepair::DateInFuture));
    }

    void handlesCoordinatesAsTheyCome()
    {
        const auto reading = readOrEmpty("Name,lat,lng\n"
                                         "Half Police,40.1,\n"
                                         "None Police,,\n"
                                         "Zero Police,0,0\n"
                                         "Swapped Police,-176.5,51.9\n"
                                         "East Police,52.9,187.0\n"
                                         "West Police,52.9,-172.9\n"
                                         "Wrong Police,95,200\n"
                                         "Word Police,forty,-76\n");

        QCOMPARE(reading.agencies.size(), 6U);
        QCOMPARE(reading.withoutPlace, 3);
        QVERIFY(hasRepair(reading, 2, RowRepair::HalfCoordinates));
        QVERIFY(hasRepair(reading, 4, RowRepair::ZeroCoordinates));
        QVERIFY(hasRepair(reading, 5, RowRepair::SwappedCoordinates));
        QCOMPARE(reading.agencies[3].position, (GeoPoint{51.9, -176.5}));
        QCOMPARE(reading.agencies[4].position, (GeoPoint{52.9, -173.0}));
        QVERIFY(hasRepair(reading, 6, RowRepair::WrappedLongitude));
        QCOMPARE(reading.refused.size(), 2U);
        QCOMPARE(reading.refused[0].fault, RowFault::NotOnEarth);
        QCOMPARE(reading.refused[1].line, 9);
    }

    void takesRepeatedRowsOnce()
    {
        const auto reading = readOrEmpty("ORI,Name,State,Requests\n"
                                         "PAX990100,Larkfield PD,PA,3\n"
                                         "PAX990100,Larkfield PD,PA,3\n"
                                         "PAX990100,Larkfield Police,PA,4\n"
                                         ",Penrose PD,PA,1\n"
                                         ",Penrose PD,PA,2\n");

        QCOMPARE(reading.agencies.size(), 2U);
        QVERIFY(hasRepair(reading, 3, RowRepair::SameRowAgain));
        QCOMPARE(reading.refused.size(), 2U);
        QCOMPARE(reading.refused[0].fault, RowFault::RepeatedAgency);
        QCOMPARE(reading.refused[0].detail, u"2"_s);
        QCOMPARE(reading.refused[1].line, 6);
    }

    void takesTheFirstOfTwoColumnsOfOneName()
    {
        const auto reading = readOrEmpty("Name,City,City,State\nA Police,,Ashton,PA\nB Police,Bly,Other,PA\n");

        QCOMPARE(reading.agencies[0].place, u"Ashton"_s);
        QCOMPARE(reading.agencies[1].place, u"Bly"_s);
    }

    void refusesBrokenRowsOnly()
    {
        const auto reading = readOrEmpty("Name,State\nA Police,PA\n,PA\nB Police,PA,extra,fields\nC Police\n");

        QCOMPARE(reading.agencies.size(), 2U);
        QCOMPARE(reading.agencies[1].name, u"C Police"_s);
        QCOMPARE(reading.refused.size(), 2U);
        QCOMPARE(reading.refused[0].fault, RowFault::NoName);
        QCOMPARE(reading.refused[1].fault, RowFault::TooManyFields);
        QCOMPARE(reading.refused[1].name, u"B Police"_s);
    }

    void readsTheColumnsOfTheAtlas()
    {
        const auto reading = readOrEmpty("AOSNUMBER,City,County,State,Agency,Type of LEA,Technology,Vendor,Link 1\n"
                                         "AOS1,Larkfield,Marlow,Pennsylvania ,Larkfield Police Department,Police,"
                                         "Doorbells,Somebody,https://larkfield.example/a\n");

        const Agency &agency = reading.agencies.front();
        QCOMPARE(agency.place, u"Larkfield"_s);
        QCOMPARE(agency.county, u"Marlow"_s);
        QCOMPARE(agency.state, u"PA"_s);
        QCOMPARE(agency.profile, QUrl(u"https://larkfield.example/a"_s));
        QCOMPARE(reading.unusedColumns, (QStringList{u"AOSNUMBER"_s, u"Technology"_s, u"Vendor"_s}));
    }

    void readsPlacemarksThatHaveOnlyAnAddress()
    {
        const auto reading = readOrEmpty(R"(<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="urn:any"><Document><Folder>
<Placemark><name>Ashby PD</name><address>Ashby, Kentucky</address><ExtendedData>
<Data name="Active Date"><value>8/30/2019</value></Data>
<Data name="Agency Profile"><value>https:&#47;&#47;ashby.example</value></Data></ExtendedData></Placemark>
<Placemark><name>Broken</name><Point><coordinates>500,1</coordinates></Point></Placemark>
</Folder></Document></kml>)");

        QCOMPARE(reading.format, DirectoryFormat::Kml);
        QCOMPARE(reading.agencies.size(), 1U);
        const Agency &agency = reading.agencies.front();
        QCOMPARE(agency.place, u"Ashby"_s);
        QCOMPARE(agency.state, u"KY"_s);
        QCOMPARE(agency.since, QDate(2019, 8, 30));
        QCOMPARE(agency.profile.host(), u"ashby.example"_s);
        QVERIFY(!agency.position);
        QCOMPARE(reading.withoutPlace, 1);
        QCOMPARE(reading.refused.size(), 1U);
        QCOMPARE(reading.refused.front().fault, RowFault::BadGeometry);
    }

    void readsGeoJsonWithPointsAndGround()
    {
        const auto reading = readOrEmpty(R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"Agency":"A Police","State":"HI"},"geometry":{"type":"Point","coordinates":[-155,20]}},
{"type":"Feature","properties":{"name":"B Police"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}},
{"type":"Feature","properties":{"name":"C Police"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}},
{"type":"Feature","properties":{"name":"D Police"},"geometry":null}]})");

        QCOMPARE(reading.format, DirectoryFormat::GeoJson);
        QCOMPARE(reading.agencies.size(), 3U);
        QCOMPARE(reading.agencies[0].position, (GeoPoint{20, -155}));
        QCOMPARE(reading.agencies[1].position, (GeoPoint{1, 1}));
        QVERIFY(!reading.agencies[1].jurisdiction.isEmpty());
        QCOMPARE(reading.refused.size(), 1U);
        QCOMPARE(reading.refused.front().line, 3);
        QVERIFY(reading.refused.front().detail.contains(u"1.00000, 1.00000"));
    }

    void readsAListByState()
    {
        const auto reading = readOrEmpty(R"({"AK":{"AK0010100":{"agency_name":"Attu Police","agency_type_name":"City",
"icpsr_lat":52.9,"icpsr_lng":173.1,"primary_county":null}},"PA":{"PA0010100":{"agency_name":null}}})");

        QCOMPARE(reading.format, DirectoryFormat::JsonByState);
        QCOMPARE(reading.agencies.size(), 1U);
        QCOMPARE(reading.agencies.front().ori, u"AK0010100"_s);
        QCOMPARE(reading.agencies.front().state, u"AK"_s);
        QCOMPARE(reading.agencies.front().position, (GeoPoint{52.9, 173.1}));
        QCOMPARE(reading.refused.size(), 1U);
        QCOMPARE(reading.refused.front().fault, RowFault::NoName);
    }

    void refusesWholeFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<DirectoryError>("error");
        QTest::newRow("nothing") << QByteArray() << DirectoryError::Empty;
        QTest::newRow("blanks") << QByteArray(" \n\n") << DirectoryError::Empty;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << DirectoryError::NotText;
        QTest::newRow("a .geojson that is none")
            << QByteArray(R"({"displayFieldName":"","fields":[]})") << DirectoryError::NotAList;
        QTest::newRow("GeoJSON cut off") << QByteArray(R"({"type":"FeatureCollection","features":[)")
                                         << DirectoryError::NotJson;
        QTest::newRow("a web page") << QByteArray("<html><body>Not found</body></html>") << DirectoryError::NotAList;
        QTest::newRow("broken KML") << QByteArray("<kml><Placemark><name>A</kml>") << DirectoryError::NotXml;
        QTest::newRow("no names") << QByteArray("City,State\nA,PA\n") << DirectoryError::NoNameColumn;
        QTest::newRow("open quote") << QByteArray("Name,State\n\"A Police,PA\nB Police,PA\n")
                                    << DirectoryError::UnclosedQuote;
        QTest::newRow("heading only") << QByteArray("Name,State\n") << DirectoryError::NoAgencies;
        QTest::newRow("only bad rows") << QByteArray("Name,State\nA Police,ZZ\n") << DirectoryError::NoAgencies;
        QTest::newRow("gzip cut off") << QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b", 11)
                                      << DirectoryError::Damaged;
    }

    void refusesWholeFiles()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const DirectoryError, error);

        const auto reading = readDirectory(bytes, Today);

        QVERIFY(!reading);
        QCOMPARE(reading.error().code, error);
    }

    void namesTheLineOfAQuoteThatIsNeverClosed()
    {
        const auto reading = readDirectory("Name,State\nA Police,PA\n\"B Police,PA\nC Police,PA\n", Today);

        QVERIFY(!reading);
        QCOMPARE(reading.error().detail, u"line 3"_s);
    }

    void readsTheSampleDirectory()
    {
        QFile file(QStringLiteral(PORCHLIGHT_SAMPLE_DIRECTORY));
        QVERIFY(file.open(QIODevice::ReadOnly));

        const auto reading = readOrEmpty(file.readAll());

        QCOMPARE(reading.agencies.size(), 405U);
        QVERIFY(reading.refused.empty());
        QVERIFY(reading.repaired.empty());
        QCOMPARE(reading.withoutPlace, 0);
        QVERIFY(std::ranges::any_of(reading.agencies, [](const Agency &agency) {
            return agency.name == u"Larkfield Police Department" && !agency.jurisdiction.isEmpty();
        }));
    }

    void readsTheRealList()
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_FIELD_DATA");
        if (folder.isEmpty()) {
            QSKIP("PORCHLIGHT_FIELD_DATA is not set");
        }
        QFile file(folder + u"/agencies-by-state.json.gz"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));

        const auto reading = readOrEmpty(file.readAll());

        QCOMPARE(reading.format, DirectoryFormat::JsonByState);
        QCOMPARE(reading.rowCount(), 23'243);
        QCOMPARE(reading.refused.size(), 1U);
        QCOMPARE(reading.refused.front().fault, RowFault::NoName);
        QVERIFY(reading.withoutPlace <= 1'215);
        // One ORI in it begins with "C0" for "CO".
        const auto withoutOri =
            std::ranges::count_if(reading.agencies, [](const Agency &agency) { return agency.ori.size() != 9; });
        QCOMPARE(withoutOri, 1);
        QVERIFY(std::ranges::all_of(reading.agencies, [](const Agency &agency) { return agency.state.size() == 2; }));
    }
};

QTEST_APPLESS_MAIN(TestDirectoryReading)
#include "tst_directoryreading.moc"
