// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/store/samples.h"

#include "core/digesttext.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Porchlight {

UtcTime sampleTime(int minute)
{
    return UtcTime::fromMicroseconds(1'764'000'000'123'456 + minute * 60'000'000LL);
}

Officer sampleOfficer()
{
    return {.id = u"2217"_s,
            .name = u"Zoë O'Neil; drop table case_file --"_s,
            .agencyName = u"Larkfield PD"_s,
            .contact = u"555 0100"_s};
}

CaseFile sampleCase(const QString &number)
{
    return {.id = CaseId::create(),
            .number = number,
            .title = u"Burglary · Ash St \U0001F6AA"_s,
            .offence = u"burglary.dwelling"_s,
            .openedAt = sampleTime(1)};
}

Agency sampleAgency(const QString &name)
{
    return {.id = AgencyId::create(),
            .name = name,
            .kind = AgencyKind::Sheriff,
            .ori = u"PA0220100"_s,
            .place = u"Larkfield"_s,
            .county = u"Dauphin, Perry"_s,
            .state = u"PA"_s,
            .position = GeoPoint{.latitude = 40.123456789012345, .longitude = -76.98765432109876},
            .since = QDate(2019, 3, 1),
            .until = QDate(2026, 1, 31),
            .requestCount = 12,
            .approval = u"Resolution 12-7"_s,
            .profile = QUrl(u"https://larkfield.example/p?a=b%20c"_s),
            .jurisdiction = R"({"type":"Polygon","coordinates":[]})"};
}

Jurisdiction sampleJurisdiction(AgencyId agency, const QString &name)
{
    return {.agency = agency,
            .name = name,
            .geoJson = R"({"type":"Polygon","coordinates":[[[-76.9,40.2],[-76.8,40.2],[-76.8,40.3],[-76.9,40.2]]]})",
            .sourceName = u"grounds \u00e9.geojson"_s,
            .importedAt = sampleTime(17)};
}

AreaRequest sampleRequest(const CaseFile &caseFile)
{
    return {.id = RequestId::create(),
            .caseId = caseFile.id,
            .caseNumber = caseFile.number,
            .offence = caseFile.offence,
            .title = u"Did your camera see Ash Street?"_s,
            .text = u"Two lines\nwith a tab\t."_s,
            .area = {.kind = AreaKind::Circle,
                     .geoJson = R"({"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]})",
                     .squareMetres = 123456.78901234567,
                     .centre = {.latitude = 40.26, .longitude = -76.88},
                     .radiusMetres = 198.25},
            .window = {.begin = sampleTime(-120), .end = sampleTime(-60)},
            .endsAt = sampleTime(20000),
            .timeZone = u"America/New_York"_s,
            .state = RequestState::Published,
            .officer = sampleOfficer(),
            .publishedAt = sampleTime(2),
            .publicUrl = u"http://127.0.0.1:4711/r/abc"_s};
}

SharedClip sampleFileClip(const CaseFile &caseFile)
{
    const QByteArray bytes = QByteArray::number(caseFile.number.size()) + "bytes";
    return {.id = ClipId::create(),
            .caseId = caseFile.id,
            .requestId = {},
            .receipt = {},
            .digest = sha256(bytes),
            .sha512 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha512),
            .size = 5'000'000'000,
            .originalName = u"front \"door\".mp4"_s,
            .placeText = u"100 block of Ash St"_s,
            .note = u"The man is at 0:54."_s,
            .position = GeoPoint{.latitude = 40.2601, .longitude = -76.8801},
            .statedStart = sampleTime(-90),
            .clockOffsetMicroseconds = -3'200'000,
            .clockUncertaintyMicroseconds = 100'000,
            .clockDriftPpb = 40'000,
            .isClockChecked = true,
            .facts = {.container = u"mov,mp4"_s,
                      .videoCodec = u"h264"_s,
                      .width = 1920,
                      .height = 1080,
                      .durationMicroseconds = 62'033'333,
                      .frameCount = 1861,
                      .audioCodec = u"aac"_s,
                      .isDamaged = true},
            .state = ClipState::Accepted,
            .declineReason = u"none"_s,
            .isSensitive = true,
            .receivedAt = sampleTime(3)};
}

SharedClip sampleClip(const AreaRequest &request)
{
    SharedClip clip = sampleFileClip({.id = request.caseId, .number = request.caseNumber, .title = {}, .offence = {}});
    clip.requestId = request.id;
    clip.receipt = ConsentReceipt{.id = ReceiptId::create(),
                                  .requestId = request.id,
                                  .clipDigest = clip.digest,
                                  .clipSize = clip.size,
                                  .originalName = clip.originalName,
                                  .scope = {.sound = true,
                                            .place = PlacePrecision::Address,
                                            .purpose = UsePurpose::ThisCaseAndProsecution,
                                            .until = QDate(2026, 12, 31)},
                                  .givenAt = sampleTime(2),
                                  .signedBytes = QByteArray("{\"a\":\"\0\xff\"}", 9),
                                  .signature = QByteArray(64, '\x80'),
                                  .exchangeKey = QByteArray(32, '\x01')};
    return clip;
}

OfferRecord sampleOffer(const AreaRequest &request, OfferFate fate)
{
    return {.id = OfferId::create(),
            .requestId = request.id,
            .fate = fate,
            .clipId = {},
            .reason = u"another street"_s,
            .digest = sha256("offered"),
            .at = sampleTime(4)};
}

Marker sampleMarker(ClipId clipId)
{
    return {.id = MarkerId::create(),
            .clipId = clipId,
            .firstFrame = 812,
            .lastFrame = 840,
            .firstMicroseconds = 27'066'667,
            .lastMicroseconds = 28'000'000,
            .note = u"Person at the gate"_s,
            .tags = {u"person"_s, u"white gate"_s},
            .author = sampleOfficer(),
            .createdAt = sampleTime(5)};
}

Still sampleStill(ClipId clipId)
{
    return {.id = StillId::create(),
            .clipId = clipId,
            .frame = 812,
            .pts = MediaTime(2436096, {.numerator = 1, .denominator = 90000}),
            .pictureType = u"P"_s,
            .digest = sha256("png"),
            .size = 88'123,
            .note = u"Face of the clock"_s,
            .author = sampleOfficer(),
            .takenAt = sampleTime(6)};
}

ExportRecord sampleExport(const CaseFile &caseFile)
{
    return {.id = ExportId::create(),
            .caseId = caseFile.id,
            .packageName = u"PORCHLIGHT_2026-004117_20261124_7f3a91c2"_s,
            .path = u"/media/usb/out"_s,
            .digest = sha256("tagmanifest"),
            .clipCount = 3,
            .byteCount = 6'000'000'000,
            .officer = sampleOfficer(),
            .exportedAt = sampleTime(7)};
}

EventDraft sampleEvent(CustodyAction action, CustodySubject subject, const QString &subjectId)
{
    return {.action = action,
            .subject = subject,
            .subjectId = subjectId,
            .officer = sampleOfficer(),
            .reason = u"case 2026-004117"_s,
            .details = {{u"frames"_s, 212}}};
}

} // namespace Porchlight
