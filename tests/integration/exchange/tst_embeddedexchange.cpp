// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The exchange that the program starts by itself.

#include "exchange/embeddedexchange.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Porchlight;
using namespace Qt::StringLiterals;

using State = EmbeddedExchange::State;

namespace {

constexpr int Patience = 60'000;

EmbeddedExchange::Options optionsFor(const QTemporaryDir &folder)
{
    return {.program = qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-exchange"_s,
            .dataDirectory = folder.filePath(u"exchange"_s)};
}

bool reaches(const EmbeddedExchange &exchange, State state)
{
    return QTest::qWaitFor([&] { return exchange.state() == state; }, Patience);
}

bool isListening(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    return socket.waitForConnected(1000);
}

} // namespace

class EmbeddedExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithItsToken()
    {
        const QTemporaryDir folder;
        EmbeddedExchange exchange(optionsFor(folder));
        exchange.start();
        QVERIFY(reaches(exchange, State::Running));
        HttpExchangeClient client(exchange.endpoint());

        auto all = client.ownRequests();
        QVERIFY(QTest::qWaitFor([&] { return all.isFinished(); }, Patience));

        QVERIFY(all.result());
        QCOMPARE(exchange.endpoint().url.host(), u"127.0.0.1"_s);
        QVERIFY(exchange.lanUrl().isEmpty());
    }

    void endsWithItsOwner()
    {
        const QTemporaryDir folder;
        QUrl url;
        {
            EmbeddedExchange exchange(optionsFor(folder));
            exchange.start();
            QVERIFY(reaches(exchange, State::Running));
            url = exchange.endpoint().url;
            QVERIFY(isListening(url));
        }
        QVERIFY(QTest::qWaitFor([&] { return !isListening(url); }, Patience));
    }

    void startsAgainAtTheSamePlaceAfterACrash()
    {
        const QTemporaryDir folder;
        EmbeddedExchange exchange(optionsFor(folder));
        exchange.start();
        QVERIFY(reaches(exchange, State::Running));
        const ExchangeEndpoint before = exchange.endpoint();
        QSignalSpy states(&exchange, &EmbeddedExchange::stateChanged);

        QVERIFY(exchange.processId() > 0);
        ::kill(static_cast<pid_t>(exchange.processId()), SIGKILL);
        QVERIFY(reaches(exchange, State::Restarting));
        QVERIFY(reaches(exchange, State::Running));

        QCOMPARE(exchange.endpoint(), before);
        QVERIFY(!exchange.lastFailure().detail.isEmpty());
    }

    void goesToTheNetworkAndBackWhenAsked()
    {
        const QTemporaryDir folder;
        EmbeddedExchange exchange(optionsFor(folder));
        exchange.start();
        QVERIFY(reaches(exchange, State::Running));

        exchange.setOnLan(true);
        QVERIFY(reaches(exchange, State::Restarting));
        QVERIFY(reaches(exchange, State::Running));

        QVERIFY(exchange.isOnLan());
        exchange.stop();
        QCOMPARE(exchange.state(), State::Stopped);
    }

    void saysThatThereIsNoProgram()
    {
        const QTemporaryDir folder;
        EmbeddedExchange exchange({.program = u"/no/such/program"_s, .dataDirectory = folder.path()});

        exchange.start();

        QVERIFY(reaches(exchange, State::Failed));
        QCOMPARE(exchange.lastFailure().code, ExchangeError::CouldNotStart);
    }
};

QTEST_GUILESS_MAIN(EmbeddedExchangeTest)

#include "tst_embeddedexchange.moc"
