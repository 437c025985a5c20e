// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every exchange client must do, run on the fake and over HTTP on a real exchange.

#include "core/digesttext.h"
#include "exchange/httpexchangeclient.h"
#include "exchange/receipts.h"
#include "exchangehouse.h"
#include "httpgate.h"
#include "support/fakeexchange.h"
#include "support/recordingsite.h"
#include "support/samplerequest.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30000;

class MemorySink final : public ByteSink
{
public:
    Result<void, Failure<SinkError>> write(QByteArrayView more) override
    {
        if (m_room < more.size()) {
            return fail(SinkError::NoSpace, u"the disk is full"_s);
        }
        m_room -= more.size();
        bytes.append(more);
        return {};
    }
    void setRoom(qint64 room) { m_room = room; }

    QByteArray bytes;

private:
    qint64 m_room = std::numeric_limits<qint64>::max();
};

/// An exchange with a resident who shares.
class Neighbour
{
public:
    virtual ~Neighbour() = default;
    virtual ExchangeClient &client() = 0;
    virtual void share(RequestId request, const QByteArray &bytes) = 0;
};

ConsentScope scope()
{
    return {.sound = true,
            .place = PlacePrecision::Address,
            .purpose = UsePurpose::ThisCase,
            .until = QDate::currentDate().addDays(30)};
}

class FakeNeighbour final : public Neighbour
{
public:
    ExchangeClient &client() override { return m_exchange; }
    void share(RequestId request, const QByteArray &bytes) override { m_exchange.share(request, bytes, scope()); }

private:
    SystemClock m_clock;
    FakeExchange m_exchange{m_clock};
};

QString recordFile()
{
    return qEnvironmentVariable("EXCHANGE_RECORD", u"client.jsonl"_s);
}

class HttpNeighbour final : public Neighbour
{
public:
    HttpNeighbour()
        : m_house(*ExchangeHouse::open({.dataDirectory = m_folder.path()}, m_clock))
        , m_record(m_house->site(), recordFile())
        , m_gate(m_record, {})
    {
        QString whyNot;
        const auto port = m_gate.listen(QHostAddress::LocalHost, 0, &whyNot);
        if (!port) {
            qFatal("%s", qPrintable(whyNot));
        }
        m_url = QUrl(u"http://127.0.0.1:%1/"_s.arg(*port));
        m_house->exchange().setPublicUrl(m_url);
        m_client.moveTo({.url = m_url, .token = m_house->tokens().first()});
    }

    ExchangeClient &client() override { return m_client; }

    void share(RequestId request, const QByteArray &bytes) override
    {
        FootageExchange &exchange = m_house->exchange();
        const auto upload = *exchange.uploads().begin(request, u"clip.mp4"_s, bytes.size());
        QVERIFY(exchange.uploads().append(upload, 0, bytes));
        QVERIFY(exchange.records().setConsent(upload.id, consentToJson({.scope = scope(), .placeText = u"x"_s})));
        QVERIFY(exchange.share(*exchange.uploads().find(upload.id)));
    }

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QByteArray token() const { return m_house->tokens().first(); }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<ExchangeHouse> m_house;
    RecordingSite m_record;
    HttpGate m_gate;
    QUrl m_url;
    HttpExchangeClient m_client;
};

QByteArray clipBytes(qsizetype size)
{
    QByteArray bytes("\0\0\0\x20"
                     "ftypisom",
                     12);
    for (qsizetype i = bytes.size(); i < size; ++i) {
        bytes.append(static_cast<char>(i * 31 % 251));
    }
    return bytes;
}

AreaRequest request()
{
    return sampleRequest(SystemClock().now());
}

/// Cuts each connection after so many bytes of the answer, in front of a real exchange.
class CuttingProxy final : public QTcpServer
{
    Q_OBJECT

public:
    CuttingProxy(const QUrl &target, qint64 bytes)
        : m_target(target)
        , m_bytes(bytes)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] { join(nextPendingConnection()); });
    }

    int connections = 0;

private:
    void join(QTcpSocket *near)
    {
        ++connections;
        auto *far = new QTcpSocket(near);
        const auto passed = std::make_shared<qint64>(0); // shared by the slots of one connection
        connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
        connect(far, &QTcpSocket::readyRead, near, [this, near, far, passed] {
            const QByteArray bytes = far->readAll();
            near->write(bytes);
            *passed += bytes.size();
            if (*passed > m_bytes) {
                near->flush();
                near->disconnectFromHost();
                far->abort();
            }
        });
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        far->connectToHost(m_target.host(), static_cast<quint16>(m_target.port()));
    }

    QUrl m_target;
    qint64 m_bytes;
};

} // namespace

#define AWAIT(future)                                                                                                  \
    QVERIFY(QTest::qWaitFor([&] { return (future).isFinished(); }, Patience));                                         \
    QVERIFY((future).resultCount() > 0)

class ExchangeClientTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Neighbour> m_neighbour;

    void makeRows()
    {
        QTest::addColumn<bool>("overHttp");
        QTest::newRow("fake") << false;
        QTest::newRow("http") << true;
    }

    ExchangeClient &begin()
    {
        const bool overHttp = *static_cast<bool *>(QTest::qData("overHttp", qMetaTypeId<bool>()));
        m_neighbour.reset();
        if (overHttp) {
            m_neighbour = std::make_unique<HttpNeighbour>();
        } else {
            m_neighbour = std::make_unique<FakeNeighbour>();
        }
        return m_neighbour->client();
    }

private Q_SLOTS:
    void initTestCase() { QFile::remove(recordFile()); }

    void publishesAndSignsWhatItPublished_data() { makeRows(); }
    void publishesAndSignsWhatItPublished()
    {
        ExchangeClient &client = begin();
        auto facts = client.facts();
        AWAIT(facts);
        QVERIFY(facts.result());
        const AreaRequest draft = request();

        auto published = client.publish(draft);
        AWAIT(published);

        QVERIFY2(published.result(), qPrintable(published.result().error_or({}).detail));
        QCOMPARE(published.result()->request.state, RequestState::Published);
        QVERIFY(!published.result()->request.publicUrl.isEmpty());
        QVERIFY(!published.result()->request.publishedAt.isNull());
        QCOMPARE(published.result()->request.text, draft.text);
        QVERIFY(verifyPublished(*published.result(), facts.result()->publicKey));
    }

    void publishesOnceHoweverOftenItIsAsked_data() { makeRows(); }
    void publishesOnceHoweverOftenItIsAsked()
    {
        ExchangeClient &client = begin();
        const AreaRequest draft = request();
        auto first = client.publish(draft);
        AWAIT(first);

        auto second = client.publish(draft);
        AWAIT(second);
        auto all = client.ownRequests();
        AWAIT(all);

        QCOMPARE(*second.result(), *first.result());
        QCOMPARE(all.result()->size(), 1);
    }

    void refusesAnotherRequestUnderTheSameId_data() { makeRows(); }
    void refusesAnotherRequestUnderTheSameId()
    {
        ExchangeClient &client = begin();
        AreaRequest draft = request();
        auto first = client.publish(draft);
        AWAIT(first);
        draft.text += u" And of a red one."_s;

        auto second = client.publish(draft);
        AWAIT(second);

        QVERIFY(!second.result());
        QCOMPARE(second.result().error().code, ExchangeError::Conflict);
    }

    void refusesRequestBeyondALimit_data() { makeRows(); }
    void refusesRequestBeyondALimit()
    {
        ExchangeClient &client = begin();
        AreaRequest draft = request();
        draft.text.clear();

        auto published = client.publish(draft);
        AWAIT(published);

        QVERIFY(!published.result());
        QCOMPARE(published.result().error().code, ExchangeError::Refused);
        QVERIFY(!published.result().error().detail.isEmpty());
    }

    void resolvesAndKeepsIt_data() { makeRows(); }
    void resolvesAndKeepsIt()
    {
        ExchangeClient &client = begin();
        const AreaRequest draft = request();
        auto published = client.publish(draft);
        AWAIT(published);

        auto resolved = client.resolve(draft.id);
        AWAIT(resolved);
        auto all = client.ownRequests();
        AWAIT(all);

        QCOMPARE(resolved.result()->state, RequestState::Resolved);
        QCOMPARE(all.result()->first().state, RequestState::Resolved);
        auto unknown = client.resolve(RequestId::create());
        AWAIT(unknown);
        QCOMPARE(unknown.result().error().code, ExchangeError::NotFound);
    }

    void tellsWhatWasSharedSinceACursor_data() { makeRows(); }
    void tellsWhatWasSharedSinceACursor()
    {
        ExchangeClient &client = begin();
        const AreaRequest draft = request();
        auto published = client.publish(draft);
        AWAIT(published);
        auto none = client.offers({});
        AWAIT(none);
        QVERIFY(none.result()->offers.isEmpty());
        m_neighbour->share(draft.id, clipBytes(4000));

        auto page = client.offers(none.result()->next);
        AWAIT(page);

        QCOMPARE(page.result()->offers.size(), 1);
        const ClipOffer offer = page.result()->offers.first();
        QCOMPARE(offer.requestId, draft.id);
        QCOMPARE(offer.size, 4000);
        QCOMPARE(offer.digest, sha256(clipBytes(4000)));
        QVERIFY(receiptMatchesOffer(offer));
        QVERIFY(verifyReceipt(offer.receipt, offer.receipt.exchangeKey));
        auto later = client.offers(page.result()->next);
        AWAIT(later);
        QVERIFY(later.result()->offers.isEmpty());
    }

    void bringsTheBytesOfAnOffer_data() { makeRows(); }
    void bringsTheBytesOfAnOffer()
    {
        ExchangeClient &client = begin();
        const AreaRequest draft = request();
        auto published = client.publish(draft);
        AWAIT(published);
        m_neighbour->share(draft.id, clipBytes(3'000'000));
        auto page = client.offers({});
        AWAIT(page);
        MemorySink sink;

        auto download = client.download(page.result()->offers.first(), sink);
        AWAIT(download);

        QVERIFY2(download.result(), qPrintable(download.result().error_or({}).detail));
        QCOMPARE(*download.result(), 3'000'000);
        QVERIFY(sink.bytes == clipBytes(3'000'000));
    }

    void saysThatBytesCouldNotBeKept_data() { makeRows(); }
    void saysThatBytesCouldNotBeKept()
    {
        ExchangeClient &client = begin();
        const AreaRequest draft = request();
        auto published = client.publish(draft);
        AWAIT(published);
        m_neighbour->share(draft.id, clipBytes(100'000));
        auto page = client.offers({});
        AWAIT(page);
        MemorySink sink;
        sink.setRoom(1000);

        auto download = client.download(page.result()->offers.first(), sink);
        AWAIT(download);

        QCOMPARE(download.result().error().code, ExchangeError::SinkFailed);
    }

    void goesOnWhereTheLineBroke()
    {
        HttpNeighbour neighbour;
        const AreaRequest draft = request();
        auto published = neighbour.client().publish(draft);
        AWAIT(published);
        neighbour.share(draft.id, clipBytes(1'000'000));
        auto page = neighbour.client().offers({});
        AWAIT(page);
        CuttingProxy proxy(neighbour.url(), 300'000);
        HttpExchangeClient client(
            {.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(proxy.serverPort())), .token = neighbour.token()},
            {.pause = 10ms});
        MemorySink sink;

        auto download = client.download(page.result()->offers.first(), sink);
        AWAIT(download);

        QVERIFY2(download.result(), qPrintable(download.result().error_or({}).detail));
        QVERIFY(sink.bytes == clipBytes(1'000'000));
        QVERIFY(proxy.connections > 2);
    }

    void saysThatTheTokenIsNotKnown()
    {
        HttpNeighbour neighbour;
        HttpExchangeClient stranger({.url = neighbour.url(), .token = "not-a-token-of-this-exchange"});

        auto all = stranger.ownRequests();
        AWAIT(all);

        QCOMPARE(all.result().error().code, ExchangeError::Unauthorized);
    }

    void saysThatNobodyAnswers()
    {
        HttpExchangeClient client;
        auto facts = client.facts();
        AWAIT(facts);
        QCOMPARE(facts.result().error().code, ExchangeError::Unreachable);

        client.moveTo({.url = QUrl(u"http://127.0.0.1:1/"_s), .token = "x"});
        auto again = client.facts();
        AWAIT(again);
        QCOMPARE(again.result().error().code, ExchangeError::Unreachable);
    }

    void givesUpOnSilenceAndOnEndlessAnswers_data()
    {
        QTest::addColumn<bool>("isEndless");
        QTest::addColumn<ExchangeError>("error");
        QTest::newRow("silent") << false << ExchangeError::TimedOut;
        QTest::newRow("endless") << true << ExchangeError::AnswerTooLarge;
    }

    void givesUpOnSilenceAndOnEndlessAnswers()
    {
        QFETCH(bool, isEndless);
        QFETCH(ExchangeError, error);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&server, isEndless] {
            QTcpSocket *socket = server.nextPendingConnection();
            if (isEndless) {
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
                connect(socket, &QTcpSocket::bytesWritten, socket, [socket] { socket->write(QByteArray(65536, ' ')); });
            }
        });
        HttpExchangeClient client({.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort())), .token = "x"},
                                  {.answerBytes = 1'000'000, .silence = 500ms});

        auto facts = client.facts();
        AWAIT(facts);

        QCOMPARE(facts.result().error().code, error);
    }
};

QTEST_GUILESS_MAIN(ExchangeClientTest)

#include "tst_exchangeclient.moc"
