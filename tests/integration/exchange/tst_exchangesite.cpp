// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules of the exchange: what may be published, what becomes of an upload, and what is never kept.

#include "sitefixture.h"

#include "clipsniff.h"
#include "core/digesttext.h"
#include "domain/json.h"
#include "exchange/receipts.h"
#include "policeapi.h"
#include "tusapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Method = HttpQuestion::Method;

namespace {

int messagesLogged = 0;

void countMessages(QtMsgType /*type*/, const QMessageLogContext & /*context*/, const QString & /*message*/)
{
    ++messagesLogged;
}

QString detailOf(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object().value("detail"_L1).toString();
}

} // namespace

class ExchangeSiteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QFile::remove(qEnvironmentVariable("EXCHANGE_RECORD", u"site.jsonl"_s)); }

    void decidesEveryLimitItself_data()
    {
        QTest::addColumn<std::function<void(AreaRequest &)>>("breakLimit");
        QTest::addColumn<QString>("says");
        using Break = std::function<void(AreaRequest &)>;

        QTest::newRow("area too large") << Break([](AreaRequest &r) {
            r.area.geoJson.replace("-76.877", "-76.8");
            r.area.squareMetres = 3'900'000;
        }) << u"square miles"_s;
        QTest::newRow("area too small") << Break([](AreaRequest &r) {
            r.area.geoJson.replace("-76.877", "-76.8829");
            r.area.squareMetres = 4'723;
        }) << u"square miles"_s;
        QTest::newRow("area named wrongly") << Break([](AreaRequest &r) { r.area.squareMetres /= 2; }) << u"differs"_s;
        QTest::newRow("area crosses itself") << Break([](AreaRequest &r) {
            r.area.geoJson = R"({"type":"Polygon","coordinates":[[[-76.88,40.26],[-76.87,40.27],[-76.87,40.26],)"
                             R"([-76.88,40.27],[-76.88,40.26]]]})";
        }) << u"sound polygon"_s;
        QTest::newRow("too few minutes") << Break([](AreaRequest &r) { r.window.end = r.window.begin + 14min; })
                                         << u"15 to 720 minutes"_s;
        QTest::newRow("too many hours") << Break([](AreaRequest &r) { r.window.begin = r.window.end - 13h; })
                                        << u"15 to 720 minutes"_s;
        QTest::newRow("hours to come") << Break([](AreaRequest &r) {
            r.window = {.begin = r.endsAt, .end = r.endsAt + 1h};
        }) << u"future"_s;
        QTest::newRow("long ago") << Break([](AreaRequest &r) {
            r.window = {.begin = r.window.begin - 50 * 24h, .end = r.window.end - 50 * 24h};
        }) << u"45 days"_s;
        QTest::newRow("open for too long")
            << Break([](AreaRequest &r) { r.endsAt = r.endsAt + 30 * 24h; }) << u"14 days"_s;
        QTest::newRow("no text") << Break([](AreaRequest &r) { r.text = u"  "_s; }) << u"text is missing"_s;
        QTest::newRow("long text") << Break([](AreaRequest &r) { r.text = QString(2001, u'x'); }) << u"2000"_s;
        QTest::newRow("no case") << Break([](AreaRequest &r) { r.caseNumber.clear(); }) << u"case number"_s;
        QTest::newRow("no offence") << Break([](AreaRequest &r) { r.offence.clear(); }) << u"offence"_s;
        QTest::newRow("no contact") << Break([](AreaRequest &r) { r.officer.contact.clear(); }) << u"telephone"_s;
    }

    void decidesEveryLimitItself()
    {
        QFETCH(std::function<void(AreaRequest &)>, breakLimit);
        QFETCH(QString, says);
        SiteFixture site;
        AreaRequest request = sampleRequest(site.clock.now());
        breakLimit(request);

        const HttpAnswer answer = site.publish(request);

        QCOMPARE(answer.status, 422);
        QVERIFY2(detailOf(answer).contains(says), qPrintable(detailOf(answer)));
        QVERIFY(!site.get(u"/"_s).body.contains(request.idText().toLatin1()));
    }

    void takesTwoRequestsOfACaseAndNoThird()
    {
        SiteFixture site;
        QCOMPARE(site.publish(sampleRequest(site.clock.now())).status, 201);
        QCOMPARE(site.publish(sampleRequest(site.clock.now())).status, 201);

        const HttpAnswer third = site.publish(sampleRequest(site.clock.now()));

        QCOMPARE(third.status, 422);
        QVERIFY(detailOf(third).contains(u"2 requests"_s));
    }

    void hasNoWayToEditOrDelete_data()
    {
        QTest::addColumn<Method>("method");
        QTest::newRow("put") << Method::Put;
        QTest::newRow("patch") << Method::Patch;
        QTest::newRow("delete") << Method::Delete;
        QTest::newRow("post") << Method::Post;
    }

    void hasNoWayToEditOrDelete()
    {
        QFETCH(Method, method);
        SiteFixture site;
        const AreaRequest request = site.published();
        const QByteArray before = site.get(u"/api/v1/ledger"_s).body;

        const HttpAnswer answer = site.police(method, u"/api/v1/requests/"_s + request.idText(), "{}");

        QCOMPARE(answer.status, 405);
        QCOMPARE(site.get(u"/api/v1/ledger"_s).body, before);
    }

    void keepsNothingOfWhoLooksOrIgnores()
    {
        SiteFixture site;
        const AreaRequest request = site.published();
        const auto before = site.filesOfFolder();
        const QtMessageHandler former = qInstallMessageHandler(countMessages);
        messagesLogged = 0;

        for (int reader = 0; reader < 20; ++reader) {
            QCOMPARE(site.get(u"/"_s).status, 200);
            QCOMPARE(site.get(u"/r/"_s + request.idText()).status, 200);
            QCOMPARE(site.get(u"/page.css"_s).status, 200);
            QCOMPARE(site.get(u"/share.js"_s).status, 200);
            QCOMPARE(site.get(u"/api/v1/ledger"_s).status, 200);
            QCOMPARE(site.get(u"/ignored"_s).status, 200);
            QCOMPARE(site.get(u"/r/"_s + RequestId::create().toString()).status, 404);
        }

        qInstallMessageHandler(former);
        QCOMPARE(messagesLogged, 0);
        QCOMPARE(site.filesOfFolder(), before);
    }

    void tellsPoliceNothingOfWhoLooksOrIgnores()
    {
        SiteFixture site;
        const AreaRequest request = site.published();
        const QString one = u"/api/v1/requests/"_s + request.idText();
        const QByteArray before =
            site.police(Method::Get, one).body + site.police(Method::Get, u"/api/v1/offers"_s).body;

        QCOMPARE(site.get(u"/r/"_s + request.idText()).status, 200);
        QCOMPARE(site.get(u"/ignored"_s).status, 200);

        QCOMPARE(site.police(Method::Get, one).body + site.police(Method::Get, u"/api/v1/offers"_s).body, before);
    }

    void answersPoliceOnlyHereAndWithTheToken()
    {
        SiteFixture site;
        QCOMPARE(site.police(Method::Get, u"/api/v1/requests"_s).status, 200);

        site.isLocal = false;
        QCOMPARE(site.police(Method::Get, u"/api/v1/requests"_s).status, 403);
        QCOMPARE(site.get(u"/"_s).status, 200);

        site.isLocal = true;
        site.token += 'x';
        QCOMPARE(site.police(Method::Get, u"/api/v1/requests"_s).status, 401);
        site.token.clear();
        QCOMPARE(site.police(Method::Get, u"/api/v1/offers"_s).status, 401);
    }

    void refusesBrokenJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("cut") << QByteArray("{\"id\":");
        QTest::newRow("list") << QByteArray("[1]");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("deep") << QByteArray(5000, '[');
    }

    void refusesBrokenJson()
    {
        QFETCH(QByteArray, body);
        SiteFixture site;

        const HttpAnswer answer = site.police(Method::Post, u"/api/v1/requests"_s, body);

        QCOMPARE(answer.status, 400);
        QVERIFY(!detailOf(answer).isEmpty());
    }

    void sharesOnlyAfterReviewAndGivesAReceipt()
    {
        SiteFixture site;
        const AreaRequest request = site.published();
        const QByteArray bytes = mp4Bytes(50'000);
        const HttpAnswer clip = site.postForm(u"/r/"_s + request.idText() + u"/clip"_s, SiteFixture::plainChoices(),
                                              "front <door>.mp4", bytes);
        QCOMPARE(clip.status, 303);
        const HttpAnswer review = site.get(locationOf(clip));
        QVERIFY(review.body.contains("Nothing is shared yet"));
        QVERIFY(review.body.contains("2300 block of Wood Street"));
        QVERIFY(review.body.contains("front &lt;door&gt;.mp4"));
        QVERIFY(site.offers().value("offers"_L1).toArray().isEmpty());

        const HttpAnswer share = site.post(locationOf(clip) + u"/share"_s);

        QCOMPARE(share.status, 303);
        const HttpAnswer receipt = site.get(locationOf(share));
        QVERIFY(receipt.body.contains("Your clip was shared"));
        const QJsonArray offers = site.offers().value("offers"_L1).toArray();
        QCOMPARE(offers.size(), 1);
        const auto offer = clipOfferFromJson(offers.first().toObject());
        QVERIFY(offer);
        QCOMPARE(offer->digest, sha256(bytes));
        QCOMPARE(offer->receipt.scope.sound, false);
        QCOMPARE(offer->receipt.scope.place, PlacePrecision::Block);
        QCOMPARE(offer->statedStart->toString(), u"2026-11-24T02:13:40.000Z"_s);
        QVERIFY(verifyReceipt(offer->receipt, site.house().exchange().signer().publicKey()));
        QVERIFY(receiptMatchesOffer(*offer));
        QVERIFY(receipt.body.contains(offer->receipt.idText().toLatin1()));
        QCOMPARE(locationOf(site.post(locationOf(clip) + u"/share"_s)), locationOf(share));
        QCOMPARE(site.offers().value("offers"_L1).toArray().size(), 1);
    }

    void keepsNoHouseNumberThatMayNotBeTold()
    {
        SiteFixture site;
        const AreaRequest request = site.published();

        QVERIFY(!site.shareClip(request, mp4Bytes(2000)).isEmpty());

        QVERIFY(site.everythingKept().contains("2300 block of Wood Street"));
        QVERIFY(!site.everythingKept().contains("2318"));
    }

    void saysWhatIsMissingInTheForm()
    {
        SiteFixture site;
        const AreaRequest request = site.published();
        auto fields = SiteFixture::plainChoices();
        fields.removeFirst();
        fields.emplaceBack("until", "1999-01-01");
        fields.emplaceBack("note", "<script>alert(1)</script>");

        const HttpAnswer answer =
            site.postForm(u"/r/"_s + request.idText() + u"/clip"_s, fields, "clip.mp4", mp4Bytes(1000));

        QCOMPARE(answer.status, 422);
        QVERIFY(answer.body.contains("Without the picture"));
        QVERIFY(answer.body.contains("needs a day"));
        QVERIFY(answer.body.contains("&lt;script&gt;alert(1)"));
        QVERIFY(!answer.body.contains("<script>alert"));
        QVERIFY(site.offers().value("offers"_L1).toArray().isEmpty());
    }

    void refusesAFileThatIsNoVideo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Dear officer, I saw a van.").repeated(50);
        QTest::newRow("picture") << QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF", 10).repeated(100);
        QTest::newRow("program") << QByteArray("MZ\x90\0\3", 5).repeated(200);
        QTest::newRow("page") << QByteArray("<!doctype html><script>").repeated(40);
    }

    void refusesAFileThatIsNoVideo()
    {
        QFETCH(QByteArray, bytes);
        SiteFixture site;
        const AreaRequest request = site.published();
        const auto before = site.filesOfFolder().keys();

        const HttpAnswer answer =
            site.postForm(u"/r/"_s + request.idText() + u"/clip"_s, SiteFixture::plainChoices(), "a.mp4", bytes);

        QCOMPARE(answer.status, 415);
        QVERIFY(answer.body.contains("This file is not a video"));
        QCOMPARE(site.filesOfFolder().keys().size(), before.size());
    }

    void knowsTheContainersOfCameras_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("mp4") << mp4Bytes(16);
        QTest::newRow("mkv") << QByteArray("\x1A\x45\xDF\xA3\x01\x00", 6);
        QTest::newRow("avi") << QByteArray("RIFF\1\2\3\4AVI LIST");
        QTest::newRow("program stream") << QByteArray("\0\0\1\xBA", 4);
        QByteArray ts(400, 'x');
        ts[0] = ts[188] = 0x47;
        QTest::newRow("transport stream") << ts;
        QTest::newRow("recorder") << QByteArray("DHAV\xFD");
    }

    void knowsTheContainersOfCameras()
    {
        QFETCH(QByteArray, head);
        QVERIFY(looksLikeVideo(head));
    }

    void refusesWhatIsTooLarge()
    {
        SiteFixture site({.clipBytes = 1000});
        const AreaRequest request = site.published();

        const HttpAnswer form = site.postForm(u"/r/"_s + request.idText() + u"/clip"_s, SiteFixture::plainChoices(),
                                              "a.mp4", mp4Bytes(1001));

        QCOMPARE(form.status, 413);
        QVERIFY(form.body.contains("please shorten it"));
        QVERIFY(site.beginUpload(request, 1001).isEmpty());
        QVERIFY(!site.beginUpload(request, 1000).isEmpty());
    }

    void saysThatThereIsNoRoom()
    {
        SiteFixture site({.storageBytes = 5000});
        const AreaRequest request = site.published();
        QVERIFY(!site.shareClip(request, mp4Bytes(4000)).isEmpty());

        const HttpAnswer form = site.postForm(u"/r/"_s + request.idText() + u"/clip"_s, SiteFixture::plainChoices(),
                                              "a.mp4", mp4Bytes(4000));

        QCOMPARE(form.status, 507);
        QVERIFY(form.body.contains("no room"));
        QCOMPARE(site.offers().value("offers"_L1).toArray().size(), 1);
    }

    void keepsNothingOfAFormThatWasCut()
    {
        SiteFixture site;
        const AreaRequest request = site.published();
        HttpQuestion question{.method = Method::Post, .path = {u"r"_s, request.idText(), u"clip"_s}, .isLocal = true};
        question.headers.append("Content-Type", "multipart/form-data; boundary=----B0undary");
        question.body = "------B0undary\r\nContent-Disposition: form-data; name=\"clip\"; filename=\"a.mp4\"\r\n\r\n" +
                        mp4Bytes(3000);
        const auto before = site.filesOfFolder();

        const HttpAnswer answer = site.house().site().answer(question);

        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.contains("cut on its way"));
        QCOMPARE(site.filesOfFolder(), before);
    }

    void resumesAnUploadEvenAfterAStart()
    {
        SiteFixture site;
        const AreaRequest request = site.published();
        const QByteArray bytes = mp4Bytes(30'000);
        const QString upload = site.beginUpload(request, bytes.size());
        QCOMPARE(site.sendPart(upload, 0, bytes.first(10'000)).status, 204);

        site.startAgain();

        const HttpAnswer standing = site.tus(Method::Head, upload, {});
        QCOMPARE(standing.headers.value("Upload-Offset"), QByteArrayView("10000"));
        QCOMPARE(site.sendPart(upload, 10'000, bytes.sliced(10'000)).status, 204);
        auto fields = SiteFixture::plainChoices();
        fields.emplaceBack("upload", upload.section(u'/', -1).toLatin1());
        const HttpAnswer clip = site.postForm(u"/r/"_s + request.idText() + u"/clip"_s, fields);
        QVERIFY(site.get(locationOf(clip)).body.contains(digestToString(sha256(bytes)).toLatin1()));
    }

    void sharesNothingOfAnUploadThatWasCut()
    {
        SiteFixture site;
        const AreaRequest request = site.published();
        const QString upload = site.beginUpload(request, 20'000);
        QCOMPARE(site.sendPart(upload, 0, mp4Bytes(8'000)).status, 204);
        auto fields = SiteFixture::plainChoices();
        fields.emplaceBack("upload", upload.section(u'/', -1).toLatin1());
        const HttpAnswer clip = site.postForm(u"/r/"_s + request.idText() + u"/clip"_s, fields);

        const HttpAnswer review = site.get(locationOf(clip));
        const HttpAnswer share = site.post(locationOf(clip) + u"/share"_s);

        QCOMPARE(review.status, 409);
        QVERIFY(review.body.contains("not arrived in full"));
        QCOMPARE(share.status, 422);
        QVERIFY(site.offers().value("offers"_L1).toArray().isEmpty());
        site.clock.advance(25h);
        QCOMPARE(site.tus(Method::Head, upload, {}).status, 404);
        site.startAgain();
        QVERIFY(!site.filesOfFolder().keys().join(u' ').contains(upload.section(u'/', -1)));
    }

    void refusesPartsThatDoNotFit()
    {
        SiteFixture site;
        const AreaRequest request = site.published();
        const QByteArray bytes = mp4Bytes(2000);
        const QString upload = site.beginUpload(request, 1500);
        const QByteArray part = bytes.first(1000);
        const QByteArray wrong = QCryptographicHash::hash("other", QCryptographicHash::Sha256).toBase64();
        const QByteArray right = QCryptographicHash::hash(part, QCryptographicHash::Sha256).toBase64();
        const auto send = [&](const QByteArray &checksum) {
            return site.tus(Method::Patch, upload,
                            {{"Upload-Offset", "0"},
                             {"Content-Type", "application/offset+octet-stream"},
                             {"Upload-Checksum", checksum}},
                            part);
        };

        QCOMPARE(send("sha256 " + wrong).status, 460);
        QCOMPARE(send("md5 abcd").status, 400);
        QCOMPARE(site.sendPart(upload, 500, part).status, 409);
        QCOMPARE(send("sha256 " + right).status, 204);
        QCOMPARE(site.sendPart(upload, 1000, bytes.first(900)).status, 413);
        QCOMPARE(site.tus(Method::Head, upload, {}).headers.value("Upload-Offset"), QByteArrayView("1000"));
        QCOMPARE(site.tus(Method::Delete, upload, {}).status, 204);
        QCOMPARE(site.tus(Method::Head, upload, {}).status, 404);
        QCOMPARE(site.tus(Method::Options, u"/uploads"_s, {}).status, 204);
    }

    void deletesWhatAResidentDoesNotShare()
    {
        SiteFixture site;
        const AreaRequest request = site.published();
        const qsizetype before = site.filesOfFolder().size();
        const HttpAnswer clip = site.postForm(u"/r/"_s + request.idText() + u"/clip"_s, SiteFixture::plainChoices(),
                                              "a.mp4", mp4Bytes(5000));
        QCOMPARE(site.filesOfFolder().size(), before + 1);

        const HttpAnswer gone = site.post(locationOf(clip) + u"/discard"_s);

        QVERIFY(gone.body.contains("was not shared"));
        QCOMPARE(site.filesOfFolder().size(), before);
        QCOMPARE(site.get(locationOf(clip)).status, 404);
    }

    void takesNothingOnceARequestHasEnded_data()
    {
        QTest::addColumn<bool>("isResolved");
        QTest::newRow("resolved") << true;
        QTest::newRow("expired") << false;
    }

    void takesNothingOnceARequestHasEnded()
    {
        QFETCH(bool, isResolved);
        SiteFixture site;
        const AreaRequest request = site.published();
        const HttpAnswer clip = site.postForm(u"/r/"_s + request.idText() + u"/clip"_s, SiteFixture::plainChoices(),
                                              "a.mp4", mp4Bytes(5000));
        if (isResolved) {
            const QString path = u"/api/v1/requests/"_s + request.idText() + u"/resolve"_s;
            QCOMPARE(site.police(Method::Post, path).status, 200);
        } else {
            site.clock.advance(8 * 24h);
        }

        const HttpAnswer page = site.get(u"/r/"_s + request.idText());

        QVERIFY(page.body.contains(isResolved ? "This request is resolved" : "This request has ended"));
        QVERIFY(page.body.contains(request.text.toUtf8().first(40)));
        QVERIFY(!page.body.contains("<form"));
        QVERIFY(site.post(locationOf(clip) + u"/share"_s).status >= 400);
        QVERIFY(site.beginUpload(request, 1000).isEmpty());
        QVERIFY(site.offers().value("offers"_L1).toArray().isEmpty());
    }

    void escapesEverythingAnAgencyWrites()
    {
        SiteFixture site;
        AreaRequest request = sampleRequest(site.clock.now());
        request.title = u"<img src=x onerror=alert(1)>\"'"_s;
        request.text = u"</div><script>alert(2)</script>"_s;
        request.officer.contact = u"\" onmouseover=\"alert(3)"_s;
        QCOMPARE(site.publish(request).status, 201);

        const QByteArray pages = site.get(u"/"_s).body + site.get(u"/r/"_s + request.idText()).body;

        QVERIFY(!pages.contains("<img"));
        QVERIFY(!pages.contains("<script>alert"));
        QVERIFY(!pages.contains("\" onmouseover"));
    }

    void loadsNothingFromElsewhereAndSetsNoCookie()
    {
        SiteFixture site;
        const AreaRequest request = site.published();

        for (const QString &path :
             {u"/"_s, u"/about"_s, u"/ignored"_s, u"/page.css"_s, u"/share.js"_s, u"/r/"_s + request.idText()}) {
            const HttpAnswer answer = site.get(path);
            QVERIFY2(!answer.body.contains("http://") || path == u"/icon.svg"_s, qPrintable(path));
            QVERIFY2(!answer.body.contains("https://"), qPrintable(path));
            QVERIFY(!answer.headers.contains("Set-Cookie"));
        }
    }

    void readsOneRange_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last");
        QTest::newRow("none") << QByteArray() << qint64{0} << qint64{99};
        QTest::newRow("from") << QByteArray("bytes=40-") << qint64{40} << qint64{99};
        QTest::newRow("from to") << QByteArray("bytes=40-49") << qint64{40} << qint64{49};
        QTest::newRow("last") << QByteArray("bytes=-10") << qint64{90} << qint64{99};
        QTest::newRow("beyond the end") << QByteArray("bytes=40-4000") << qint64{40} << qint64{99};
        QTest::newRow("several") << QByteArray("bytes=0-1,4-5") << qint64{0} << qint64{99};
        QTest::newRow("other unit") << QByteArray("frames=1-2") << qint64{0} << qint64{99};
    }

    void readsOneRange()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, first);
        QFETCH(qint64, last);

        const auto range = readRange(header, 100);

        QVERIFY(range);
        QCOMPARE(range->first, first);
        QCOMPARE(range->last, last);
        QVERIFY(!readRange("bytes=100-", 100));
        QVERIFY(!readRange("bytes=-0", 100));
    }

    void saysHowFarTheCamerasClockIsOff_data()
    {
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<qint64>("seconds");
        // It is 00:30:00 in New York.
        QTest::newRow("right") << QByteArray("00:30:00") << qint64{0};
        QTest::newRow("behind") << QByteArray("00:25:48") << qint64{252};
        QTest::newRow("ahead") << QByteArray("00:31:35") << qint64{-95};
        QTest::newRow("before midnight") << QByteArray("23:59:00") << qint64{1860};
    }

    void saysHowFarTheCamerasClockIsOff()
    {
        QFETCH(QByteArray, shown);
        QFETCH(qint64, seconds);
        SiteFixture site;
        const AreaRequest request = site.published();
        auto fields = SiteFixture::plainChoices();
        fields.emplaceBack("cameraClock", shown);
        const HttpAnswer clip =
            site.postForm(u"/r/"_s + request.idText() + u"/clip"_s, fields, "a.mp4", mp4Bytes(1000));

        QCOMPARE(site.post(locationOf(clip) + u"/share"_s).status, 303);

        const QJsonObject offer = site.offers().value("offers"_L1).toArray().first().toObject();
        QCOMPARE(offer.value("statedClockOffsetMicroseconds"_L1).toInteger(), seconds * 1'000'000);
    }

    void namesTheBlockOfAnAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("block");
        QTest::newRow("plain") << u"2318 Wood St"_s << u"2300 block of Wood St"_s;
        QTest::newRow("small") << u"14 Oak Rd"_s << u"0 block of Oak Rd"_s;
        QTest::newRow("letter") << u"221B Baker Street"_s << u"200 block of Baker Street"_s;
        QTest::newRow("flat") << u"450-12 Main St"_s << u"400 block of Main St"_s;
        QTest::newRow("no number") << u"Market Street, alley"_s << u"Market Street, alley"_s;
    }

    void namesTheBlockOfAnAddress()
    {
        QFETCH(QString, address);
        QFETCH(QString, block);
        QCOMPARE(blockOf(address), block);
    }

    void readsUploadMetadataStrictly()
    {
        QCOMPARE(readUploadMetadata("filename ZG9vci5tcDQ=,is_confidential")->value(u"filename"_s), u"door.mp4"_s);
        QVERIFY(!readUploadMetadata("filename !!!"));
        QVERIFY(!readUploadMetadata("a b c"));
    }
};

QTEST_GUILESS_MAIN(ExchangeSiteTest)

#include "tst_exchangesite.moc"
