// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From an offer to a clip of the case, with the real store, vault and decoder.

#include "core/digesttext.h"
#include "support/intakeplace.h"
#include "workflow/clippictures.h"

#include <QSignalSpy>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

} // namespace

class ClipIntakeTest : public QObject
{
    Q_OBJECT

private:
    /// Runs until so many clips have arrived or offers were disputed.
    static bool arrive(ClipIntake &intake, qsizetype count)
    {
        QSignalSpy arrived(&intake, &ClipIntake::clipArrived);
        QSignalSpy disputed(&intake, &ClipIntake::offerDisputed);
        intake.start();
        return QTest::qWaitFor([&] { return arrived.size() + disputed.size() >= count; }, Patience);
    }

private Q_SLOTS:
    void takesAClipWithItsReceiptAndAnEntryInTheLog()
    {
        IntakePlace place;
        const QByteArray bytes = IntakePlace::demoClip(u"street-01-h264-15.mp4"_s);
        const ClipOffer offer = place.exchange->share(place.request.id, bytes, IntakePlace::scope());
        const auto intake = place.makeIntake();

        QVERIFY(arrive(*intake, 1));

        const auto clips = place.clips();
        QCOMPARE(clips.size(), 1U);
        const SharedClip &clip = clips.front();
        QCOMPARE(clip.digest, sha256(bytes));
        QCOMPARE(clip.state, ClipState::New);
        QCOMPARE(clip.caseId, place.caseFile.id);
        QCOMPARE(clip.requestId.value(), place.request.id);
        QCOMPARE(clip.receipt.value(), offer.receipt);
        QCOMPARE(clip.scope().sound, false);
        QCOMPARE(clip.facts.videoCodec, u"h264"_s);
        QCOMPARE(clip.facts.frameCount, 300);
        QCOMPARE(clip.facts.isDamaged, false);
        QCOMPARE(clip.sha512, QCryptographicHash::hash(bytes, QCryptographicHash::Sha512));
        const auto events = place.events(CustodyAction::ClipReceived);
        QCOMPARE(events.size(), 1U);
        QCOMPARE(events.front().digest.value(), clip.digest);
        QCOMPARE(events.front().subjectId, clip.idText());
        QCOMPARE(events.front().details.value("soundAllowed"_L1).toBool(true), false);
        QCOMPARE(events.front().details.value("receipt"_L1).toString(), offer.receipt.idText());
        QVERIFY(intake->arrivals().empty());
    }

    void takesEachOfferOnceHoweverOftenItStarts()
    {
        IntakePlace place;
        const QByteArray bytes = IntakePlace::demoClip(u"street-01-h264-15.mp4"_s);
        place.exchange->share(place.request.id, bytes, IntakePlace::scope());
        QVERIFY(arrive(*place.makeIntake(), 1));
        const auto again = place.makeIntake();

        place.exchange->share(place.request.id, IntakePlace::demoClip(u"street-05-portrait-24.mp4"_s),
                              IntakePlace::scope());
        QVERIFY(arrive(*again, 1));

        QCOMPARE(place.clips().size(), 2U);
        QCOMPARE(place.exchange->downloads, 2);
    }

    void doesNotFetchBytesAgainThatAreHere()
    {
        IntakePlace place;
        const QByteArray bytes = IntakePlace::demoClip(u"street-05-portrait-24.mp4"_s);
        const auto intake = place.makeIntake();
        place.exchange->share(place.request.id, bytes, IntakePlace::scope());
        QVERIFY(arrive(*intake, 1));

        ConsentScope wider = IntakePlace::scope();
        wider.sound = true;
        place.exchange->share(place.request.id, bytes, wider);
        QVERIFY(arrive(*intake, 1));

        const auto clips = place.clips();
        QCOMPARE(clips.size(), 2U);
        QCOMPARE(place.exchange->downloads, 1);
        QCOMPARE(clips[0].scope().sound, false);
        QCOMPARE(clips[1].scope().sound, true);
    }

    void beginsAgainWhenTheLineBroke()
    {
        IntakePlace place;
        place.exchange->downloadsToBreak = 1;
        place.exchange->share(place.request.id, IntakePlace::demoClip(u"street-05-portrait-24.mp4"_s),
                              IntakePlace::scope());
        const auto intake = place.makeIntake();

        QVERIFY(arrive(*intake, 1));

        QCOMPARE(place.exchange->downloads, 2);
        QCOMPARE(place.clips().size(), 1U);
    }

    void disputesWhatDiffersFromItsReceipt_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const char *fault : {"bytes", "signature", "receipt of another clip", "receipt of another request"}) {
            QTest::newRow(fault) << QByteArray(fault);
        }
    }

    void disputesWhatDiffersFromItsReceipt()
    {
        QFETCH(QByteArray, fault);
        IntakePlace place;
        FakeExchange other(place.clock);
        QByteArray bytes = IntakePlace::demoClip(u"street-05-portrait-24.mp4"_s);
        ClipOffer offer = other.share(place.request.id, bytes, IntakePlace::scope());
        place.exchange->signAgain(offer.receipt);
        if (fault == "bytes") {
            bytes[1000] = static_cast<char>(bytes[1000] ^ 1);
        } else if (fault == "signature") {
            other.signAgain(offer.receipt);
        } else if (fault == "receipt of another clip") {
            offer.receipt.clipDigest = sha256("another");
            place.exchange->signAgain(offer.receipt);
        } else {
            offer.receipt.requestId = RequestId::create();
            place.exchange->signAgain(offer.receipt);
        }
        place.exchange->addOffer(offer, bytes);
        const auto intake = place.makeIntake();

        QVERIFY(arrive(*intake, 1));

        QVERIFY(place.clips().empty());
        const auto events = place.events(CustodyAction::OfferDisputed);
        QCOMPARE(events.size(), 1U);
        QVERIFY(!events.front().reason.isEmpty());
        QCOMPARE(events.front().caseId.value(), place.caseFile.id);
        QCOMPARE(place.offers().front().fate, OfferFate::Disputed);
        QCOMPARE(place.exchange->downloads, fault == "bytes" ? 1 : 0);
    }

    void recordsAClipThatCannotBeShown()
    {
        IntakePlace place;
        QByteArray bytes("\0\0\0\x20"
                         "ftypisom",
                         12);
        bytes += QByteArray(5000, 'x');
        place.exchange->share(place.request.id, bytes, IntakePlace::scope());
        const auto intake = place.makeIntake();

        QVERIFY(arrive(*intake, 1));

        QCOMPARE(place.clips().front().state, ClipState::Unreadable);
        QCOMPARE(place.clips().front().digest, sha256(bytes));
        QVERIFY(!place.events(CustodyAction::ClipReceived).front().details.value("unreadable"_L1).toString().isEmpty());
    }

    void keepsWhatThereIsOfACutClip()
    {
        IntakePlace place;
        const QByteArray whole = IntakePlace::demoClip(u"street-03-variable.mkv"_s);
        place.exchange->share(place.request.id, whole.first(whole.size() * 2 / 3), IntakePlace::scope());
        const auto intake = place.makeIntake();

        QVERIFY(arrive(*intake, 1));

        const SharedClip clip = place.clips().front();
        QCOMPARE(clip.state, ClipState::New);
        QCOMPARE(clip.size, whole.size() * 2 / 3);
        QVERIFY(clip.facts.frameCount > 10);
        QVERIFY(clip.facts.frameCount < 180);
    }

    void waitsWhereThisComputerCannotLook()
    {
        IntakePlace place;
        place.decoderProgram = u"/no/such/decoder"_s;
        place.exchange->share(place.request.id, IntakePlace::demoClip(u"street-05-portrait-24.mp4"_s),
                              IntakePlace::scope());
        const auto intake = place.makeIntake();
        intake->start();

        QVERIFY(QTest::qWaitFor(
            [&] {
                return !intake->arrivals().empty() && intake->arrivals().front()->step() == ClipArrival::Step::Stuck;
            },
            Patience));

        QVERIFY(place.clips().empty());
        QVERIFY(std::holds_alternative<Failure<MediaError>>(*intake->arrivals().front()->failure()));
    }

    void leavesOffersToRequestsOfOthersAlone()
    {
        IntakePlace place;
        place.exchange->share(RequestId::create(), IntakePlace::demoClip(u"street-05-portrait-24.mp4"_s),
                              IntakePlace::scope());
        place.exchange->share(place.request.id, IntakePlace::demoClip(u"street-01-h264-15.mp4"_s),
                              IntakePlace::scope());
        const auto intake = place.makeIntake();

        QVERIFY(arrive(*intake, 1));

        QCOMPARE(place.clips().size(), 1U);
        QCOMPARE(place.offers().size(), 1U);
    }

    void saysThatTheExchangeCannotBeReached()
    {
        IntakePlace place;
        place.exchange->failsWith = Failure{ExchangeError::Unreachable, u"no route"_s};
        const auto intake = place.makeIntake();
        QSignalSpy told(intake.get(), &ClipIntake::exchangeFailureChanged);
        intake->start();
        QVERIFY(QTest::qWaitFor([&] { return intake->exchangeFailure().has_value(); }, Patience));

        place.exchange->failsWith.reset();

        QVERIFY(QTest::qWaitFor([&] { return !intake->exchangeFailure(); }, Patience));
        QCOMPARE(told.size(), 2);
    }

    void acceptsAndDeclinesWithAReason()
    {
        IntakePlace place;
        place.exchange->share(place.request.id, IntakePlace::demoClip(u"street-05-portrait-24.mp4"_s),
                              IntakePlace::scope());
        const auto intake = place.makeIntake();
        QVERIFY(arrive(*intake, 1));
        const SharedClip clip = place.clips().front();
        const auto settled = [](auto future) {
            return QTest::qWaitFor([&] { return future.isFinished(); }, Patience) && future.result();
        };

        QVERIFY(settled(intake->accept(clip)));
        QCOMPARE(place.clips().front().state, ClipState::Accepted);
        QVERIFY(!settled(intake->decline(clip, u"  "_s)));
        QCOMPARE(place.clips().front().state, ClipState::Accepted);
        QVERIFY(settled(intake->decline(clip, u"Another street"_s)));

        QCOMPARE(place.clips().front().state, ClipState::Declined);
        QCOMPARE(place.clips().front().declineReason, u"Another street"_s);
        QCOMPARE(place.events(CustodyAction::ClipAccepted).size(), 1U);
        QCOMPARE(place.events(CustodyAction::ClipDeclined).front().reason, u"Another street"_s);
    }

    void givesASmallPictureOfAClip()
    {
        IntakePlace place;
        place.exchange->share(place.request.id, IntakePlace::demoClip(u"street-01-h264-15.mp4"_s),
                              IntakePlace::scope());
        const auto intake = place.makeIntake();
        QVERIFY(arrive(*intake, 1));
        ClipPictures pictures(*place.vault, place.decoder());
        const Digest digest = place.clips().front().digest;

        QVERIFY(pictures.picture(digest).isNull());
        QVERIFY(QTest::qWaitFor([&] { return !pictures.picture(digest).isNull(); }, Patience));

        QCOMPARE(pictures.picture(digest).size(), QSize(296, 167));
    }
};

QTEST_GUILESS_MAIN(ClipIntakeTest)

#include "tst_clipintake.moc"
