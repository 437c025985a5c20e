// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "domain/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

const UtcTime Noon = *UtcTime::fromString(u"2026-11-22T12:00:00.000Z");

Officer officer()
{
    return {.id = u"2217"_s, .name = u"Ada Verne"_s, .agencyName = u"Larkfield PD"_s, .contact = u"555-0100"_s};
}

AreaRequest request()
{
    return {
        .id = RequestId::create(),
        .caseId = CaseId::create(),
        .caseNumber = u"2026-004117"_s,
        .offence = u"burglary"_s,
        .title = u"Burglary near Wood Street"_s,
        .text = u"A white van, “parked” – 20:00"_s,
        .area =
            {
                .kind = AreaKind::Circle,
                .geoJson = R"({"coordinates":[[[0,0],[0,1],[1,1],[0,0]]],"type":"Polygon"})",
                .squareMetres = 343'270.5,
                .centre = {.latitude = 40.25, .longitude = -76.875},
                .radiusMetres = 330.5,
            },
        .window = {.begin = Noon, .end = Noon + std::chrono::hours(2)},
        .endsAt = Noon + std::chrono::days(14),
        .state = RequestState::Published,
        .officer = officer(),
        .publishedAt = Noon + std::chrono::hours(3),
        .publicUrl = u"http://localhost/r/1"_s,
    };
}

ConsentReceipt receipt()
{
    ConsentReceipt receipt{
        .id = ReceiptId::create(),
        .requestId = RequestId::create(),
        .clipDigest = sha256("clip"),
        .clipSize = 48'213'004,
        .originalName = u"Einfahrt – 21 Uhr.mp4"_s,
        .scope =
            {
                .sound = true,
                .place = PlacePrecision::Address,
                .purpose = UsePurpose::ThisCaseAndProsecution,
                .until = QDate(2026, 12, 31),
            },
        .givenAt = Noon,
        .signedBytes = {},
        .signature = QByteArray(64, 's'),
        .exchangeKey = QByteArray(32, 'k'),
    };
    receipt.signedBytes = receiptBytesToSign(receipt);
    return receipt;
}

SharedClip clip()
{
    return {
        .id = ClipId::create(),
        .caseId = CaseId::create(),
        .requestId = RequestId::create(),
        .receipt = receipt(),
        .digest = sha256("clip"),
        .size = 48'213'004,
        .originalName = u"clip.mp4"_s,
        .placeText = u"Wood St, 2300 block"_s,
        .note = u"porch"_s,
        .position = GeoPoint{.latitude = 40.25, .longitude = -76.875},
        .statedStart = Noon,
        .clockOffsetMicroseconds = 3'200'000,
        .clockUncertaintyMicroseconds = 100'000,
        .clockDriftPpb = -40'000,
        .isClockChecked = true,
        .facts =
            {
                .container = u"mp4"_s,
                .videoCodec = u"h264"_s,
                .width = 1920,
                .height = 1080,
                .durationMicroseconds = 89'000'000,
                .frameCount = 1340,
                .audioCodec = {},
                .isDamaged = false,
            },
        .state = ClipState::Accepted,
        .declineReason = {},
        .isSensitive = true,
        .receivedAt = Noon,
    };
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestSurvivesJson()
    {
        const AreaRequest original = request();

        QCOMPARE(areaRequestFromJson(toJson(original)), JsonResult<AreaRequest>(original));
    }

    void corridorSurvivesJson()
    {
        AreaRequest original = request();
        original.area.kind = AreaKind::Corridor;
        original.area.route = {{.latitude = 40.25, .longitude = -76.875}, {.latitude = 40.26, .longitude = -76.87}};

        QCOMPARE(areaRequestFromJson(toJson(original)), JsonResult<AreaRequest>(original));
    }

    void corridorWithoutARouteIsRefused()
    {
        AreaRequest original = request();
        original.area.kind = AreaKind::Corridor;
        original.area.route = {{.latitude = 40.25, .longitude = -76.875}};

        const JsonResult<AreaRequest> read = areaRequestFromJson(toJson(original));

        QVERIFY(!read);
        QCOMPARE(read.error().member, u"area.route"_s);
    }

    void clipSurvivesJson()
    {
        const SharedClip original = clip();

        QCOMPARE(sharedClipFromJson(toJson(original)), JsonResult<SharedClip>(original));
    }

    void importedClipWithoutReceiptSurvivesJson()
    {
        SharedClip original = clip();
        original.receipt.reset();
        original.requestId.reset();
        original.position.reset();
        original.statedStart.reset();

        QCOMPARE(sharedClipFromJson(toJson(original)), JsonResult<SharedClip>(original));
    }

    void receiptFieldsAreReadFromTheSignedBytes()
    {
        QJsonObject json = toJson(receipt());
        json[u"clipSize"_s] = 1;

        const JsonResult<ConsentReceipt> read = consentReceiptFromJson(json);

        QVERIFY(read);
        QCOMPARE(read->clipSize, 48'213'004);
    }

    void signedBytesAreKeptToTheByte()
    {
        ConsentReceipt original = receipt();
        original.signedBytes = QJsonDocument::fromJson(original.signedBytes).toJson(QJsonDocument::Indented);

        QCOMPARE(consentReceiptFromJson(toJson(original))->signedBytes, original.signedBytes);
    }

    void faultNamesTheMember_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("fault");
        QTest::newRow("missing") << u"title"_s << QJsonValue(QJsonValue::Undefined) << u"title"_s;
        QTest::newRow("wrong type") << u"title"_s << QJsonValue(7) << u"title"_s;
        QTest::newRow("unknown word") << u"state"_s << QJsonValue(u"live"_s) << u"state"_s;
        QTest::newRow("time without zone") << u"from"_s << QJsonValue(u"2026-11-22T12:00:00"_s) << u"from"_s;
        QTest::newRow("nested") << u"officer"_s << QJsonValue(QJsonObject{{u"id"_s, u"1"_s}}) << u"officer.name"_s;
        QTest::newRow("not an id") << u"id"_s << QJsonValue(u"17"_s) << u"id"_s;
    }

    void faultNamesTheMember()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QFETCH(const QString, fault);
        QJsonObject json = toJson(request());
        json[member] = value;

        const JsonResult<AreaRequest> read = areaRequestFromJson(json);

        QVERIFY(!read);
        QCOMPARE(read.error().member, fault);
    }

    void tagsOfAMarkerAreReadBackAndLeftOutWhereThereAreNone()
    {
        Marker marker;
        marker.id = MarkerId::create();
        marker.clipId = ClipId::create();
        marker.author = officer();
        marker.createdAt = Noon;
        QVERIFY(!toJson(marker).contains(u"tags"_s));
        QCOMPARE(markerFromJson(toJson(marker)), JsonResult<Marker>(marker));

        marker.tags = {u"white van"_s, u"plate"_s};
        QCOMPARE(markerFromJson(toJson(marker)), JsonResult<Marker>(marker));
    }

    void refusesTagsThatAreNone_data()
    {
        QTest::addColumn<QJsonValue>("tags");
        QTest::newRow("text") << QJsonValue(u"van"_s);
        QTest::newRow("empty list") << QJsonValue(QJsonArray());
        QTest::newRow("a number among them") << QJsonValue(QJsonArray{u"van"_s, 7});
        QTest::newRow("an empty one among them") << QJsonValue(QJsonArray{u"van"_s, QString()});
    }

    void refusesTagsThatAreNone()
    {
        QFETCH(const QJsonValue, tags);
        Marker marker;
        marker.id = MarkerId::create();
        marker.clipId = ClipId::create();
        marker.createdAt = Noon;
        QJsonObject json = toJson(marker);
        json[u"tags"_s] = tags;

        QCOMPARE(markerFromJson(json).error().member, u"tags"_s);
    }

    void integersBeyondExactDoublesAreRefused()
    {
        QJsonObject json = toJson(clip());
        json[u"size"_s] = 1.5;

        QCOMPARE(sharedClipFromJson(json).error().member, u"size"_s);
    }

    void everyWordIsReadBack()
    {
        for (const AgencyKind kind :
             {AgencyKind::Unknown, AgencyKind::Police, AgencyKind::Sheriff, AgencyKind::StatePolice, AgencyKind::Campus,
              AgencyKind::Tribal, AgencyKind::Fire, AgencyKind::Other}) {
            QCOMPARE(fromWord<AgencyKind>(toWord(kind)), std::optional(kind));
        }
        for (const ClipState state :
             {ClipState::New, ClipState::Accepted, ClipState::Declined, ClipState::Disputed, ClipState::Unreadable}) {
            QCOMPARE(fromWord<ClipState>(toWord(state)), std::optional(state));
        }
        QVERIFY(!fromWord<AreaKind>(u"Polygon"));
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
