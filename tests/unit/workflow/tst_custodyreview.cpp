// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/answerof.h"
#include "workflow/custodyreview.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestCustodyReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_identity = std::make_unique<LocalIdentity>(m_folder->filePath(u"officer.json"_s));
        m_store = std::make_unique<Store>(StoreOptions{.address = m_folder->filePath(u"store.sqlite"_s)}, m_clock);
        m_review = std::make_unique<CustodyReview>(*m_store, *m_identity);
        QVERIFY(answerOf(m_store->record({.reason = u"=1+1"_s, .details = {{u"a"_s, u"x,\"y\"\n"_s}}})).has_value());
    }

    void cleanup()
    {
        m_review.reset();
        m_store.reset();
        m_identity.reset();
    }

    void recordsThatTheLogWasChecked()
    {
        const auto report = answerOf(m_review->verify());

        QVERIFY(report.has_value() && report->isIntact());
        QCOMPARE(report->head.count, 1);
        const auto log = answerOf(m_store->custodyLog()).value();
        QCOMPARE(log.back().action, CustodyAction::LogVerified);
        QCOMPARE(log.back().details[u"entries"_s].toInt(), 1);
    }

    void copiesTheLogAndRecordsIt()
    {
        const QString path = m_folder->filePath(u"log.jsonl"_s);

        QCOMPARE(answerOf(m_review->exportTo(path, LogFormat::JsonLines, {})).value(), 1);

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto log = answerOf(m_store->custodyLog()).value();
        QCOMPARE(custodyEventFromJsonLine(file.readAll().trimmed()), log.front());
        QCOMPARE(log.back().action, CustodyAction::LogExported);
    }

    void recordsACopyThatFailed()
    {
        const auto copied = answerOf(m_review->exportTo(u"/no/such/folder/x"_s, LogFormat::Csv, {}));

        QCOMPARE(std::get<Failure<LogExportError>>(copied.error()).code, LogExportError::NotWritten);
        QCOMPARE(answerOf(m_store->custodyLog()).value().back().outcome, CustodyOutcome::Failed);
    }

    void makesFormulasHarmlessInATable()
    {
        const QByteArray csv = logBytes(answerOf(m_store->custodyLog()).value(), LogFormat::Csv);

        QVERIFY(csv.contains("\"'=1+1\""));
        QVERIFY(csv.contains("\"{\"\"a\"\":\"\"x,\\\"\"y\\\"\"\\n\"\"}\""));
        QCOMPARE(csv.count("\r\n"), 2);
    }

private:
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalIdentity> m_identity;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<CustodyReview> m_review;
};

QTEST_GUILESS_MAIN(TestCustodyReview)
#include "tst_custodyreview.moc"
