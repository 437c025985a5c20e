// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clips that somebody has spoiled, opened with the real decoder. PORCHLIGHT_MUTANTS says how many (150),
// PORCHLIGHT_FIRST_MUTANT with which number to begin (1), PORCHLIGHT_MUTANT_FOLDER where those that failed are put.

#include "core/filesource.h"
#include "integration/media/ffmpegtruth.h"
#include "integration/media/mutants.h"
#include "integration/media/mutantwatch.h"
#include "integration/media/openclip.h"
#include "media/framedigest.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <array>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int FreshOpenEvery = 20;
constexpr int ReportEvery = 250;
constexpr quint32 FramesLookedAt = 30; // Of the good clip; the decoder keeps them.
constexpr qint64 MuchMemory = 600LL * 1024 * 1024;

const char *wordFor(MediaError error)
{
    constexpr std::array Words{"decoder missing", "not confined", "decoder ended", "bad answer",
                               "source broken",   "not a video",  "unfinished",    "nothing shown",
                               "too large",       "not in clip",  "unreadable",    "closed"};
    return Words.at(static_cast<std::size_t>(error));
}

QString outcomeOf(const ClipFate &fate)
{
    if (!fate.failure) {
        return fate.isTableComplete ? u"shown"_s : u"shown, table not complete in time"_s;
    }
    const QString word = QString::fromLatin1(wordFor(*fate.failure));
    return fate.hasOpened ? u"opened, then %1"_s.arg(word) : u"refused: %1"_s.arg(word);
}

int numberFrom(const char *variable, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? number : otherwise;
}

qint64 openDescriptors()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot).size();
}

} // namespace

class tst_MutatedClips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesTheSameMutantAgain();
    void survivesEveryMutant();

private:
    [[nodiscard]] bool isGoodClipRight(DecoderClient &client, qint64 number) const;
    [[nodiscard]] QString faultOf(const ClipFate &fate, DecoderClient &goodClip, quint32 number);
    void keep(const Mutant &mutant, quint32 number) const;
    void report(qint64 count, qint64 milliseconds) const;

    QList<Original> m_originals;
    QString m_good;
    FrameTable m_goodTable;
    MutantWatch m_watch;
    QMap<QString, int> m_outcomes;
    int m_restarts = 0;
    std::chrono::milliseconds m_longestWait{0};
    int m_waitsOverTwoSeconds = 0;
    QStringList m_faults;
};

void tst_MutatedClips::initTestCase()
{
    const QDir demo(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS"));
    QStringList files = fieldClips();
    for (const QFileInfo &entry : demo.entryInfoList({u"street-*"_s}, QDir::Files, QDir::Name)) {
        files.append(entry.absoluteFilePath());
    }
    m_good = demo.filePath(u"street-04-sound-30.mp4"_s);
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        m_originals.append({QFileInfo(name).fileName(), file.readAll()});
    }
    QVERIFY(m_originals.size() >= 5);
    const auto client = openClip(m_good, {.wantsDigests = true});
    QVERIFY(client && waitForTable(*client));
    m_goodTable = client->table();
    QVERIFY(m_goodTable.size() > 100);
}

void tst_MutatedClips::makesTheSameMutantAgain()
{
    const Mutant one = makeMutant(m_originals, 7);
    const Mutant again = makeMutant(m_originals, 7);
    const Mutant other = makeMutant(m_originals, 8);

    QCOMPARE(one.bytes, again.bytes);
    QVERIFY(one.bytes != other.bytes);
    QVERIFY(!one.damage.isEmpty());
}

bool tst_MutatedClips::isGoodClipRight(DecoderClient &client, qint64 number) const
{
    const auto frame = waitFor(client.frame(number, true));
    return frame && *frame && (*frame)->facts().digest == m_goodTable.at(number).digest;
}

/// Empty where all is well.
QString tst_MutatedClips::faultOf(const ClipFate &fate, DecoderClient &goodClip, quint32 number)
{
    if (fate.isHanging) {
        return u"no answer"_s;
    }
    if (fate.hasLied) {
        return u"the decoder's answer was not believed: "_s + fate.detail;
    }
    if (fate.wrongFrames > 0) {
        return u"another frame than the one asked for"_s;
    }
    const qint64 frame = number % FramesLookedAt;
    if (!isGoodClipRight(goodClip, frame)) {
        return u"the clip that was open before shows another picture"_s;
    }
    if (fate.restarts > 0 || fate.failure == MediaError::ClipUnreadable || number % FreshOpenEvery == 0) {
        const auto fresh = openClip(m_good, {.wantsTable = false});
        if (!fresh || !isGoodClipRight(*fresh, frame)) {
            return u"the clip that was opened before does not open any more"_s;
        }
    }
    return {};
}

void tst_MutatedClips::keep(const Mutant &mutant, quint32 number) const
{
    const QString folder = qEnvironmentVariable("PORCHLIGHT_MUTANT_FOLDER");
    if (!folder.isEmpty()) {
        QFile file(QDir(folder).filePath(u"%1-%2"_s.arg(number).arg(mutant.origin)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(mutant.bytes), mutant.bytes.size());
    }
}

void tst_MutatedClips::report(qint64 count, qint64 milliseconds) const
{
    QStringList lines;
    for (const auto &[outcome, times] : m_outcomes.asKeyValueRange()) {
        lines.append(u"%1 %2"_s.arg(times).arg(outcome));
    }
    constexpr double Mega = 1024.0 * 1024.0;
    qInfo("%lld mutants in %.0f s: %s. Restarts of the decoder: %d. Longest wait for a sign: %.1f s, over two seconds: "
          "%d. Decoder's memory at most: %.0f MB resident, %.0f MB of addresses. Faults: %lld",
          count, static_cast<double>(milliseconds) / 1000.0, qPrintable(lines.join(u", "_s)), m_restarts,
          static_cast<double>(m_longestWait.count()) / 1000.0, m_waitsOverTwoSeconds,
          static_cast<double>(m_watch.memory().mostResident) / Mega,
          static_cast<double>(m_watch.memory().mostAddressSpace) / Mega, m_faults.size());
}

void tst_MutatedClips::survivesEveryMutant()
{
    const int count = numberFrom("PORCHLIGHT_MUTANTS", 150);
    const int first = numberFrom("PORCHLIGHT_FIRST_MUTANT", 1);
    const auto goodClip = openClip(m_good, {.wantsTable = false});
    QVERIFY(goodClip && isGoodClipRight(*goodClip, 3));
    const qint64 descriptors = openDescriptors();
    QElapsedTimer timer;
    timer.start();

    for (int done = 0; done < count; ++done) {
        const auto number = static_cast<quint32>(first + done);
        const Mutant mutant = makeMutant(m_originals, number);
        const ClipFate fate = m_watch.watch(mutant.bytes, number);
        ++m_outcomes[outcomeOf(fate)];
        m_restarts += fate.restarts;
        m_longestWait = std::max(m_longestWait, fate.longestWait);
        m_waitsOverTwoSeconds += fate.longestWait > std::chrono::seconds(2) ? 1 : 0;
        const bool isDeath = fate.restarts > 0 || fate.failure == MediaError::ClipUnreadable;
        const QString fault = faultOf(fate, *goodClip, number);
        const bool isRemarkable =
            isDeath || !fault.isEmpty() || fate.longestWait > std::chrono::seconds(2) || fate.mostResident > MuchMemory;
        if (isRemarkable) {
            qInfo("mutant %u of %s, %s: %s, %d restarts, %s; waited %lld ms, %lld MB %s", number,
                  qPrintable(mutant.origin), qPrintable(mutant.damage), qPrintable(outcomeOf(fate)), fate.restarts,
                  qPrintable(fate.detail), static_cast<qint64>(fate.longestWait.count()),
                  fate.mostResident / 1024 / 1024, qPrintable(fault));
            keep(mutant, number);
        }
        if (!fault.isEmpty()) {
            m_faults.append(u"%1: %2"_s.arg(number).arg(fault));
        }
        if ((done + 1) % ReportEvery == 0 || done + 1 == count) {
            report(done + 1, timer.elapsed());
        }
    }

    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u"; "_s)));
    QCOMPARE(m_watch.memory().limitReached, 0);
    QCOMPARE(m_watch.memory().withoutLimit, 0);
    QVERIFY(m_watch.memory().mostAddressSpace > 0);
    QVERIFY2(openDescriptors() <= descriptors, "descriptors stay open");
    QVERIFY2(count < 100 || m_outcomes.value(u"shown"_s) > count / 10, "the mutants are not all nonsense");
}

QTEST_GUILESS_MAIN(tst_MutatedClips)
#include "tst_mutatedclips.moc"
