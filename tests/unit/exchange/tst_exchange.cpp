// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/json.h"
#include "exchange/exchangewire.h"
#include "exchange/outbox.h"
#include "exchange/receipts.h"
#include "support/fakeexchange.h"
#include "support/fixedclock.h"
#include "support/samplerequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const UtcTime Now = UtcTime::fromString(u"2026-11-24T05:30:00.000Z").value_or(UtcTime());

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

ConsentScope scope()
{
    return {
        .sound = false, .place = PlacePrecision::Block, .purpose = UsePurpose::ThisCase, .until = QDate(2027, 5, 1)};
}

} // namespace

class ExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesFirstTimeAtOnce() { QCOMPARE(planRetry({}, Now).step, OutboxPlan::Step::TryNow); }

    void waitsLongerAfterEachFailure_data()
    {
        QTest::addColumn<int>("attempts");
        QTest::addColumn<int>("seconds");

        QTest::newRow("first") << 1 << 1;
        QTest::newRow("second") << 2 << 2;
        QTest::newRow("fifth") << 5 << 16;
        QTest::newRow("limit") << 40 << 300;
    }

    void waitsLongerAfterEachFailure()
    {
        QFETCH(int, attempts);
        QFETCH(int, seconds);
        const OutboxEntry entry{.attempts = attempts, .lastAttempt = Now, .lastError = ExchangeError::Unreachable};

        const OutboxPlan plan = planRetry(entry, Now);

        QCOMPARE(plan.step, OutboxPlan::Step::Wait);
        QVERIFY(plan.nextAttempt == Now + std::chrono::seconds(seconds));
        QCOMPARE(planRetry(entry, Now + std::chrono::seconds(seconds)).step, OutboxPlan::Step::TryNow);
    }

    void givesUpWhereTryingAgainCannotHelp_data()
    {
        QTest::addColumn<ExchangeError>("error");

        QTest::newRow("refused") << ExchangeError::Refused;
        QTest::newRow("token") << ExchangeError::Unauthorized;
        QTest::newRow("conflict") << ExchangeError::Conflict;
    }

    void givesUpWhereTryingAgainCannotHelp()
    {
        QFETCH(ExchangeError, error);

        QCOMPARE(planRetry({.attempts = 1, .lastAttempt = Now, .lastError = error}, Now + 1h).step,
                 OutboxPlan::Step::GiveUp);
    }

    void refusesAnswersThatBreakTheContract_data()
    {
        QTest::addColumn<QByteArray>("answer");

        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no offers") << json({{u"next"_s, u"1"_s}});
        QTest::newRow("no cursor") << json({{u"offers"_s, QJsonArray()}});
        QTest::newRow("offer without fields")
            << json({{u"next"_s, u"1"_s}, {u"offers"_s, QJsonArray{QJsonObject{{u"id"_s, u"x"_s}}}}});
        QJsonArray many;
        for (int i = 0; i < 300; ++i) {
            many.append(QJsonObject());
        }
        QTest::newRow("too many") << json({{u"next"_s, u"1"_s}, {u"offers"_s, many}});
    }

    void refusesAnswersThatBreakTheContract()
    {
        QFETCH(QByteArray, answer);

        const auto page = readOffers(answer);

        QVERIFY(!page);
        QCOMPARE(page.error().code, ExchangeError::MalformedAnswer);
    }

    void refusesOfferWithImpossibleNumbers()
    {
        const FixedClock clock(Now);
        FakeExchange exchange(clock);
        ClipOffer offer = exchange.share(RequestId::create(), "bytes", scope());
        offer.size = 0;

        const auto page = readOffers(json({{u"next"_s, u"1"_s}, {u"offers"_s, QJsonArray{toJson(offer)}}}));

        QVERIFY(!page);
    }

    void takesReceiptOfTheExchange()
    {
        const FixedClock clock(Now);
        FakeExchange exchange(clock);
        const ClipOffer offer = exchange.share(RequestId::create(), "bytes", scope());

        QVERIFY(verifyReceipt(offer.receipt, offer.receipt.exchangeKey));
        QVERIFY(receiptMatchesOffer(offer));
    }

    void refusesReceiptThatWasChanged_data()
    {
        QTest::addColumn<QByteArray>("what");

        for (const char *what : {"scope", "signature", "signed bytes", "key", "digest"}) {
            QTest::newRow(what) << QByteArray(what);
        }
    }

    void refusesReceiptThatWasChanged()
    {
        QFETCH(QByteArray, what);
        const FixedClock clock(Now);
        FakeExchange exchange(clock);
        ClipOffer offer = exchange.share(RequestId::create(), "bytes", scope());
        const QByteArray key = offer.receipt.exchangeKey;
        if (what == "scope") {
            offer.receipt.scope.sound = true;
        } else if (what == "signature") {
            offer.receipt.signature[5] = static_cast<char>(offer.receipt.signature[5] ^ 1);
        } else if (what == "signed bytes") {
            offer.receipt.signedBytes.append(' ');
        } else if (what == "key") {
            FakeExchange other(clock);
            other.signAgain(offer.receipt);
        } else {
            offer.receipt.clipDigest = Digest();
        }

        const auto result = verifyReceipt(offer.receipt, key);

        QVERIFY(!result);
        QCOMPARE(result.error().code, ExchangeError::SignatureInvalid);
    }

    void seesReceiptOfAnotherClip()
    {
        const FixedClock clock(Now);
        FakeExchange exchange(clock);
        ClipOffer offer = exchange.share(RequestId::create(), "bytes", scope());
        offer.digest = Digest();

        QVERIFY(!receiptMatchesOffer(offer));
    }

    void mapsStatusOfEachRefusal_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ExchangeError>("error");

        QTest::newRow("401") << 401 << ExchangeError::Unauthorized;
        QTest::newRow("403") << 403 << ExchangeError::Refused;
        QTest::newRow("404") << 404 << ExchangeError::NotFound;
        QTest::newRow("409") << 409 << ExchangeError::Conflict;
        QTest::newRow("422") << 422 << ExchangeError::Refused;
        QTest::newRow("500") << 500 << ExchangeError::MalformedAnswer;
        QTest::newRow("507") << 507 << ExchangeError::Busy;
        QTest::newRow("302") << 302 << ExchangeError::MalformedAnswer;
    }

    void mapsStatusOfEachRefusal()
    {
        QFETCH(int, status);
        QFETCH(ExchangeError, error);

        QCOMPARE(failureOfStatus(status, u"why"_s).code, error);
    }
};

QTEST_GUILESS_MAIN(ExchangeTest)

#include "tst_exchange.moc"
