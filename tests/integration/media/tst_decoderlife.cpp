// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filesource.h"
#include "integration/media/ffmpegtruth.h"
#include "integration/media/oddclips.h"
#include "integration/media/openclip.h"
#include "support/childprocesses.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <cmath>
#include <csignal>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int MostKills = 12;

/// Waits, or fails from some read on, as a disk or a network may.
class MoodySource final : public ByteSource
{
public:
    explicit MoodySource(std::unique_ptr<ByteSource> inner)
        : m_inner(std::move(inner))
    {}

    [[nodiscard]] qint64 size() const override { return m_inner->size(); }
    [[nodiscard]] Result<qint64, Failure<SourceError>> read(qint64 offset, char *target, qint64 length) override
    {
        if (isBroken) {
            return fail(SourceError::Broken, u"the disk is gone"_s);
        }
        return m_inner->read(offset, target, length);
    }

    std::atomic_bool isBroken = false;

private:
    std::unique_ptr<ByteSource> m_inner;
};

} // namespace

class tst_DecoderLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givesTheDecoderNothingButItsTwoDescriptors();
    void endsTheDecoderWithTheClient();
    void answersTheNewestRequestForTheScreen();
    void isRestartedOnceAndLosesNothing();
    void isNotTriedForEver();
    void endsWithoutWorkAndComesBackWithIt();
    void saysWhenTheDecoderProgramIsMissing();
    void saysWhenTheBytesCannotBeRead();
    void answersEverythingWhenClosed();
    void makesThumbnailsInTheShapeOfThePicture();
    void givesSoundWhereAndAsLoudAsItIs();
    void givesTheSameSoundInAnyOrder();

private:
    QTemporaryDir m_folder;
    QString m_clip;
    QString m_clipWithSound;
};

void tst_DecoderLife::initTestCase()
{
    m_clip = makeOddClip(u"open-gop-ts"_s, m_folder.path());
    QVERIFY(!m_clip.isEmpty());
    // Half a second of rest, then a tone of 440 Hz.
    m_clipWithSound = m_folder.filePath(u"tone.mp4"_s);
    QVERIFY(outputOf(u"ffmpeg"_s,
                     {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=size=160x90:rate=25:duration=3"_s,
                      u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=frequency=440:sample_rate=44100:duration=2.5"_s, u"-af"_s,
                      u"volume=8,adelay=500:all=1"_s, u"-c:v"_s, u"libx264"_s, u"-c:a"_s, u"aac"_s, u"-b:a"_s,
                      u"128k"_s, m_clipWithSound}));
}

void tst_DecoderLife::givesTheDecoderNothingButItsTwoDescriptors()
{
    QFile leaked(m_clip); // Open here, and of no concern to the decoder.
    QVERIFY(leaked.open(QIODevice::ReadOnly));
    const auto client = openClip(m_clip);
    QVERIFY(client);
    const QString process = u"/proc/%1/"_s.arg(childProcesses().constFirst());
    const auto read = [&process](const QString &name) {
        QFile file(process + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    };
    const QByteArray status = read(u"status"_s);

    QVERIFY(status.contains("Seccomp:\t2"));
    QVERIFY(status.contains("NoNewPrivs:\t1"));
    QVERIFY(status.contains("Threads:\t1"));
    QCOMPARE(read(u"cmdline"_s).count('\0'), 1);
    if (geteuid() == 0) { // It cannot be looked into by its own user.
        QCOMPARE(QDir(process + u"fd"_s).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot).size(), 5);
        QCOMPARE(read(u"environ"_s), "");
    }
}

void tst_DecoderLife::endsTheDecoderWithTheClient()
{
    const qsizetype before = childProcesses().size();
    auto client = openClip(m_clip);
    QVERIFY(client);
    QCOMPARE(childProcesses().size(), before + 1);

    client.reset();

    QCOMPARE(childProcesses().size(), before);
}

void tst_DecoderLife::answersTheNewestRequestForTheScreen()
{
    const auto client = openClip(m_clip);
    QVERIFY(client);
    QList<qint64> shown;
    connect(client.get(), &FrameSource::frameReady, this,
            [&shown](const DecodedFrame &frame) { shown.append(frame.number()); });

    for (qint64 number = 0; number < 75; ++number) {
        client->requestFrame(number);
    }

    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty() && shown.constLast() == 74, Patience);
    QVERIFY(shown.size() < 75);
    QVERIFY(std::ranges::is_sorted(shown));
}

void tst_DecoderLife::isRestartedOnceAndLosesNothing()
{
    const auto client = openClip(m_clip, {.wantsDigests = true});
    QVERIFY(client);
    const QSignalSpy restarts(client.get(), &FrameSource::decoderRestarted);
    QList<qint64> shown;
    connect(client.get(), &FrameSource::frameReady, this,
            [&shown](const DecodedFrame &frame) { shown.append(frame.number()); });
    QTRY_VERIFY_WITH_TIMEOUT(!client->table().isEmpty(), Patience);
    QCOMPARE(childProcesses().size(), 1);

    ::kill(childProcesses().constFirst(), SIGKILL);
    client->requestFrame(40);

    QTRY_COMPARE_WITH_TIMEOUT(restarts.size(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.contains(40), Patience);
    QVERIFY(waitForTable(*client));
    const QStringList expected = frameHashes(m_clip, client->summary()->videoStream);
    QCOMPARE(client->table().size(), expected.size());
    const auto frame = waitFor(client->frame(12, true));
    QVERIFY(frame && *frame);
    QCOMPARE(QString::fromStdString((*frame)->facts().digest->toHex()), expected.at(12));
}

void tst_DecoderLife::isNotTriedForEver()
{
    const auto client = openClip(m_clip);
    QVERIFY(client);
    const QSignalSpy restarts(client.get(), &FrameSource::decoderRestarted);
    std::optional<MediaError> end;
    connect(client.get(), &FrameSource::clipFailed, this,
            [&end](const Failure<MediaError> &failure) { end = failure.code; });

    ::kill(childProcesses().constFirst(), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(restarts.size(), 1, Patience);
    // Killed at a packet, it is tried once more, because that packet may be to blame; at another one, not again.
    for (int kills = 0; !end && kills < MostKills; ++kills) {
        const qsizetype before = restarts.size();
        ::kill(childProcesses().constFirst(), SIGSEGV);
        QTRY_VERIFY_WITH_TIMEOUT(end || restarts.size() > before, Patience);
    }

    QVERIFY(end == MediaError::ClipUnreadable);
    QVERIFY(childProcesses().isEmpty());
    const auto frame = waitFor(client->frame(0));
    QVERIFY(frame && !*frame);
    QVERIFY(frame->error().code == MediaError::ClipUnreadable);
}

void tst_DecoderLife::endsWithoutWorkAndComesBackWithIt()
{
    DecoderSettings settings = testSettings();
    settings.idleLimit = std::chrono::seconds(1);
    const auto client = openClip(m_clip, {.wantsDigests = true}, settings);
    QVERIFY(client);
    const QSignalSpy restarts(client.get(), &FrameSource::decoderRestarted);
    const QSignalSpy ends(client.get(), &FrameSource::clipFailed);
    const QSignalSpy completions(client.get(), &FrameSource::tableCompleted);
    const QSignalSpy pictures(client.get(), &FrameSource::frameReady);
    QVERIFY(waitForTable(*client));
    const FrameTable table = client->table();
    QTRY_VERIFY_WITH_TIMEOUT(childProcesses().isEmpty(), Patience);

    const auto frame = waitFor(client->frame(40, true));
    QVERIFY(frame && *frame);
    QCOMPARE((*frame)->facts().digest, table.at(40).digest);
    QTRY_VERIFY_WITH_TIMEOUT(childProcesses().isEmpty(), Patience);
    client->requestFrame(12);
    QTRY_COMPARE_WITH_TIMEOUT(pictures.size(), 1, Patience);
    QCOMPARE(pictures.front().at(0).value<DecodedFrame>().number(), 12);
    QVERIFY(restarts.isEmpty() && ends.isEmpty());
    QCOMPARE(completions.size(), 1);
    QCOMPARE(client->table().size(), table.size());

    // None of these ends was a death: it may still die once.
    QTRY_VERIFY_WITH_TIMEOUT(childProcesses().isEmpty(), Patience);
    QVERIFY(*waitFor(client->frame(3)));
    QCOMPARE(childProcesses().size(), 1);
    ::kill(childProcesses().constFirst(), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(restarts.size(), 1, Patience);
    QVERIFY(*waitFor(client->frame(4)));
    QVERIFY(ends.isEmpty());
}

void tst_DecoderLife::saysWhenTheDecoderProgramIsMissing()
{
    for (const QString &program : {u"/no/such/decoder"_s, u"/bin/true"_s}) {
        DecoderClient client({.program = program});
        const auto summary = waitFor(client.open(*FileSource::open(m_clip)));

        QVERIFY(summary && !*summary);
        QVERIFY(summary->error().code == MediaError::DecoderMissing);
    }
}

void tst_DecoderLife::saysWhenTheBytesCannotBeRead()
{
    auto source = std::make_unique<MoodySource>(*FileSource::open(m_clip));
    source->isBroken = true;
    DecoderClient client(testSettings());

    const auto summary = waitFor(client.open(std::move(source)));

    QVERIFY(summary && !*summary);
    QVERIFY(summary->error().code == MediaError::SourceBroken);
}

void tst_DecoderLife::answersEverythingWhenClosed()
{
    QList<MediaFuture<DecodedFrame>> futures;
    {
        const auto client = openClip(m_clip);
        QVERIFY(client);
        for (int i = 0; i < 50; ++i) {
            futures.append(client->frame(74 - i));
        }
    }
    for (const MediaFuture<DecodedFrame> &future : std::as_const(futures)) {
        const auto frame = waitFor(future);
        QVERIFY(frame);
        QVERIFY(*frame || frame->error().code == MediaError::Closed);
    }
    DecoderClient unopened(testSettings());
    const auto nothing = waitFor(unopened.frame(0));
    QVERIFY(nothing && !*nothing);
}

void tst_DecoderLife::makesThumbnailsInTheShapeOfThePicture()
{
    const auto client = openClip(m_clip);
    QVERIFY(client);

    const auto small = waitFor(client->thumbnail(30, 160));
    const auto large = waitFor(client->thumbnail(30, 4000));

    QVERIFY(small && *small && large && *large);
    QCOMPARE((*small)->size(), QSize(160, 90));
    QCOMPARE((*large)->size(), QSize(320, 180));
}

void tst_DecoderLife::givesSoundWhereAndAsLoudAsItIs()
{
    const auto client = openClip(m_clipWithSound);
    QVERIFY(client);
    QVERIFY(client->summary()->soundStream >= 0);
    const auto loudness = [&](qint64 start) {
        const auto part = waitFor(client->sound(start, 200'000));
        double sum = -1;
        if (part && *part && (*part)->samples.size() == 9600 * (*part)->channels * 2) {
            sum = 0;
            const auto *samples = reinterpret_cast<const qint16 *>((*part)->samples.constData());
            for (qsizetype i = 0; i < (*part)->samples.size() / 2; ++i) {
                sum += std::abs(samples[i]);
            }
            sum /= static_cast<double>((*part)->samples.size()) / 2;
        }
        return sum;
    };

    QVERIFY(loudness(2'000'000) > 3000);
    QVERIFY2(loudness(100'000) >= 0 && loudness(100'000) < 100, "rest before the tone");
    QVERIFY(loudness(700'000) > 3000);
    QCOMPARE(loudness(60'000'000), 0.0);
    QCOMPARE(loudness(-5'000'000), 0.0);
    const auto end = waitFor(client->sound(2'900'000, 500'000));
    QVERIFY(end && *end && (*end)->isLast);
}

void tst_DecoderLife::givesTheSameSoundInAnyOrder()
{
    const auto client = openClip(m_clipWithSound);
    QVERIFY(client);
    const auto samplesAt = [&](qint64 start) {
        const auto part = waitFor(client->sound(start, 100'000));
        return part && *part ? (*part)->samples : QByteArray();
    };
    const QByteArray early = samplesAt(800'000);
    const QByteArray late = samplesAt(2'000'000);

    QVERIFY(early.size() == 9600 && late.size() == 9600);
    QCOMPARE(samplesAt(800'000), early);
    QCOMPARE(samplesAt(2'000'000), late);
}

QTEST_GUILESS_MAIN(tst_DecoderLife)
#include "tst_decoderlife.moc"
