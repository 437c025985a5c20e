// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/openclip.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstring>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int LieCount = 66;
constexpr int CopyLieCount = 18;
constexpr qint64 FirstSize = 1000;

/// Zero bytes, so many that the decoder knows which lie to tell.
class NumberedSource final : public ByteSource
{
public:
    explicit NumberedSource(qint64 number)
        : m_size(FirstSize + number)
    {}

    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] Result<qint64, Failure<SourceError>> read(qint64 offset, char *target, qint64 length) override
    {
        const qint64 count = std::clamp<qint64>(m_size - offset, 0, length);
        std::memset(target, 0, static_cast<std::size_t>(count));
        return count;
    }

private:
    qint64 m_size;
};

DecoderSettings hostileSettings()
{
    DecoderSettings settings;
    settings.program = qEnvironmentVariable("PORCHLIGHT_HOSTILE_DECODER");
    settings.stallLimit = std::chrono::milliseconds(300);
    return settings;
}

/// The decoder that is honest but slow.
DecoderSettings patientSettings(const QTemporaryDir &folder)
{
    DecoderSettings settings = hostileSettings();
    const QString program = settings.program;
    settings.program = folder.filePath(u"patient"_s);
    settings.stallLimit = std::chrono::minutes(1);
    QFile::link(program, settings.program);
    return settings;
}

} // namespace

class tst_HostileDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesEveryLie_data();
    void survivesEveryLie();
    void keepsTheWindowAliveInAFlood();
    void refusesADecoderThatIsNotConfined();
    void takesBackWhatIsCancelled();
    void tellsTheDecoderThatItsClipIsClosed();
    void givesUpTheSoundRatherThanTheClip();
    void givesUpTheCopyRatherThanTheClip_data();
    void givesUpTheCopyRatherThanTheClip();
    void leavesOutThePacketThatEndsTheDecoder();
};

void tst_HostileDecoder::survivesEveryLie_data()
{
    QTest::addColumn<int>("lie");
    for (int lie = 0; lie < LieCount; ++lie) {
        QTest::addRow("%d", lie) << lie;
    }
}

void tst_HostileDecoder::survivesEveryLie()
{
    QFETCH(int, lie);
    DecoderClient client(hostileSettings());
    std::optional<MediaError> end;
    connect(&client, &FrameSource::clipFailed, this,
            [&end](const Failure<MediaError> &failure) { end = failure.code; });

    // It lies again after its restart, and then no more is asked of it.
    const auto summary = waitFor(client.open(std::make_unique<NumberedSource>(lie), {.wantsWaveform = true}));
    QVERIFY(summary);
    if (!*summary) {
        end = summary->error().code;
    }
    while (!end) {
        const auto frame = waitFor(client.frame(3));
        QVERIFY(frame);
        QVERIFY(*frame || frame->error().code == MediaError::BadAnswer ||
                frame->error().code == MediaError::DecoderEnded || frame->error().code == MediaError::ClipUnreadable);
        QCoreApplication::processEvents();
    }

    QVERIFY2(end == MediaError::ClipUnreadable, qPrintable(QString::number(static_cast<int>(*end))));
}

void tst_HostileDecoder::keepsTheWindowAliveInAFlood()
{
    DecoderClient client(hostileSettings());
    const auto summary = waitFor(client.open(std::make_unique<NumberedSource>(LieCount)));
    QVERIFY(summary && *summary);

    QElapsedTimer timer;
    timer.start();
    int turns = 0;
    while (timer.elapsed() < 500) {
        QCoreApplication::processEvents();
        ++turns;
    }

    // Nothing of the flood reaches this thread.
    QVERIFY(turns > 1000);
    QVERIFY(client.table().isEmpty());
}

void tst_HostileDecoder::refusesADecoderThatIsNotConfined()
{
    const QTemporaryDir folder;
    DecoderSettings settings = hostileSettings();
    const QString program = settings.program;
    settings.program = folder.filePath(u"unconfined"_s);
    QVERIFY(QFile::link(program, settings.program));

    DecoderClient strict(settings);
    const auto refused = waitFor(strict.open(std::make_unique<NumberedSource>(LieCount)));
    settings.allowsUnconfined = true;
    DecoderClient lenient(settings);
    const auto allowed = waitFor(lenient.open(std::make_unique<NumberedSource>(LieCount)));

    QVERIFY(refused && !*refused);
    QVERIFY(refused->error().code == MediaError::NotConfined);
    QVERIFY(allowed && *allowed);
    QCOMPARE((*allowed)->confinement, ConfinementLevel::None);
}

void tst_HostileDecoder::takesBackWhatIsCancelled()
{
    const QTemporaryDir folder;
    DecoderClient client(patientSettings(folder));
    const auto summary = waitFor(client.open(std::make_unique<NumberedSource>(0), {.wantsTable = false}));
    QVERIFY(summary && *summary);
    // More than there are slots: some are begun, and some wait.
    QList<MediaFuture<QImage>> unwanted;
    for (qint64 number = 1; number <= 8; ++number) {
        unwanted.append(client.thumbnail(number, 160));
    }
    for (MediaFuture<QImage> &future : unwanted) {
        future.cancel();
    }

    const auto wanted = waitFor(client.thumbnail(0, 160));

    QVERIFY(wanted && !*wanted);
    QCOMPARE(wanted->error().code, MediaError::NotInClip);
    QVERIFY(std::ranges::all_of(unwanted, &MediaFuture<QImage>::isFinished));
}

void tst_HostileDecoder::tellsTheDecoderThatItsClipIsClosed()
{
    const QTemporaryDir folder;
    const QString sign = folder.filePath(u"patient.closed"_s);
    {
        DecoderClient client(patientSettings(folder));
        const auto summary = waitFor(client.open(std::make_unique<NumberedSource>(0), {.wantsTable = false}));
        QVERIFY(summary && *summary);
        QVERIFY(!QFile::exists(sign));
    }

    QVERIFY(QFile::exists(sign));
}

void tst_HostileDecoder::givesUpTheSoundRatherThanTheClip()
{
    const QTemporaryDir folder;
    DecoderSettings settings = hostileSettings();
    const QString program = settings.program;
    settings.program = folder.filePath(u"deaf"_s);
    QVERIFY(QFile::link(program, settings.program));
    DecoderClient client(settings);
    QSignalSpy restarted(&client, &FrameSource::decoderRestarted);
    QSignalSpy waves(&client, &FrameSource::waveformReady);
    QSignalSpy failures(&client, &FrameSource::clipFailed);

    const auto summary = waitFor(client.open(std::make_unique<NumberedSource>(0), {.wantsWaveform = true}));

    QVERIFY(summary && *summary);
    QTRY_COMPARE_WITH_TIMEOUT(restarted.size(), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(waves.size(), 1, Patience);
    QVERIFY(client.waveform().isEmpty());
    const auto frame = waitFor(client.frame(0));
    QVERIFY(frame && *frame);
    QCOMPARE(restarted.size(), 1);
    QVERIFY(failures.isEmpty());
}

void tst_HostileDecoder::givesUpTheCopyRatherThanTheClip_data()
{
    QTest::addColumn<int>("lie");
    for (int lie = 0; lie < CopyLieCount; ++lie) {
        QTest::addRow("%d", lie) << lie;
    }
}

void tst_HostileDecoder::givesUpTheCopyRatherThanTheClip()
{
    QFETCH(int, lie);
    const QTemporaryDir folder;
    DecoderSettings settings = hostileSettings();
    const QString program = settings.program;
    settings.program = folder.filePath(u"copying"_s);
    settings.shelf = folder.filePath(u"shelf"_s);
    settings.frameMemory = 1;
    settings.copyDelay = std::chrono::milliseconds(0);
    QVERIFY(QFile::link(program, settings.program));
    DecoderClient client(settings);
    QSignalSpy restarted(&client, &FrameSource::decoderRestarted);
    QSignalSpy copies(&client, &FrameSource::copyCompleted);
    QSignalSpy failures(&client, &FrameSource::clipFailed);

    const auto summary = waitFor(
        client.open(std::make_unique<NumberedSource>(lie), {.digest = Digest(), .shelfKey = SecretKey::create()}));
    QVERIFY(summary && *summary);
    QTRY_COMPARE_WITH_TIMEOUT(copies.size(), 1, Patience);
    const auto frame = waitFor(client.frame(1));

    // The last one only says that there is none, and the first says what is so.
    const bool isHonest = lie == 0 || lie == CopyLieCount - 1;
    const bool isLateLie = lie == CopyLieCount - 2;
    QVERIFY(frame && *frame);
    QTRY_COMPARE_WITH_TIMEOUT(restarted.size(), isHonest ? 0 : 1, Patience);
    QCOMPARE(copies.front().front().toLongLong(), lie == 0 ? 2 : (isLateLie ? 1 : 0));
    QVERIFY(failures.isEmpty());
}

void tst_HostileDecoder::leavesOutThePacketThatEndsTheDecoder()
{
    const QTemporaryDir folder;
    DecoderSettings settings = hostileSettings();
    const QString program = settings.program;
    settings.program = folder.filePath(u"brittle"_s);
    settings.shelf = folder.filePath(u"shelf"_s);
    settings.stallLimit = std::chrono::minutes(1);
    QVERIFY(QFile::link(program, settings.program));
    DecoderClient client(settings);
    QSignalSpy restarts(&client, &FrameSource::decoderRestarted);
    QSignalSpy leftOut(&client, &FrameSource::packetLeftOut);
    QSignalSpy failures(&client, &FrameSource::clipFailed);

    const auto summary = waitFor(
        client.open(std::make_unique<NumberedSource>(0), {.digest = Digest(), .shelfKey = SecretKey::create()}));
    QVERIFY(summary && *summary);
    QTRY_VERIFY_WITH_TIMEOUT(client.table().isComplete() || !failures.isEmpty(), Patience);
    QVERIFY(failures.isEmpty());

    // Once without a word, twice with the name of the packet, and then without that one.
    QCOMPARE(restarts.size(), 3);
    QCOMPARE(leftOut.size(), 1);
    QCOMPARE(leftOut.front().front().toLongLong(), 7);
    QCOMPARE(client.table().size(), 9);
    QVERIFY(client.table().isDamaged());
    // A table that lacks a packet is not kept for the next time.
    QVERIFY(!QDir(settings.shelf).exists() || QDir(settings.shelf).isEmpty());
}

QTEST_GUILESS_MAIN(tst_HostileDecoder)
#include "tst_hostiledecoder.moc"
