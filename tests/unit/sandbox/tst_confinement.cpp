// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    bool hasSucceeded = false;
    bool hasRun = false;
    QByteArray level;
};

Outcome attempt(const QString &how, const QString &what)
{
    QProcess process;
    process.start(qEnvironmentVariable("PORCHLIGHT_ESCAPE_ATTEMPTS"), {how, what});
    if (!process.waitForFinished(20'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const bool isKilled = process.exitStatus() == QProcess::CrashExit;
    return {.hasSucceeded = !isKilled && process.exitCode() == 0,
            .hasRun = isKilled || process.exitCode() < 2,
            .level = process.readAllStandardOutput().trimmed()};
}

} // namespace

class tst_Confinement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatADecoderDoesNotNeed_data();
    void refusesWhatADecoderDoesNotNeed();
    void leavesThreadsAndMemory();
};

void tst_Confinement::refusesWhatADecoderDoesNotNeed_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"open", "open-by-old-call", "create", "list-directory", "stat", "grow-file", "socket",
                             "connect", "fork", "fork-by-old-call", "exec", "ptrace", "process_vm_readv", "kill",
                             "executable-memory", "much-memory", "raise-limit"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void tst_Confinement::refusesWhatADecoderDoesNotNeed()
{
    QFETCH(QString, what);

    const Outcome free = attempt(u"free"_s, what);
    const Outcome confined = attempt(u"confined"_s, what);

    QVERIFY2(free.hasSucceeded, "the attempt must succeed unconfined, or its refusal proves nothing");
    QVERIFY(confined.hasRun);
    QCOMPARE(confined.level, "2");
    QVERIFY(!confined.hasSucceeded);
}

void tst_Confinement::leavesThreadsAndMemory()
{
    const Outcome confined = attempt(u"confined"_s, u"decode"_s);

    QCOMPARE(confined.level, "2");
    QVERIFY(confined.hasSucceeded);
}

QTEST_GUILESS_MAIN(tst_Confinement)
#include "tst_confinement.moc"
