// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/decoderclient.h"
#include "reviewdesk.h"

#include <QAudioDevice>
#include <QDir>
#include <QMediaDevices>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <span>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000;
constexpr int Rate = 48'000;
constexpr qsizetype Window = Rate / 100;
constexpr int Silence = 64; ///< Of 32767.

std::unique_ptr<FrameSource> confinedDecoder()
{
    return std::make_unique<DecoderClient>(
        DecoderSettings{.program = qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-decoder"_s});
}

QString clipWithSound()
{
    return QDir(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS")).filePath(u"street-04-sound-30.mp4"_s);
}

/// Seconds in which there is something to hear, of one channel of 16 bit; a pause between two notes is none.
double loudSeconds(const QByteArray &bytes)
{
    const std::span samples(reinterpret_cast<const qint16 *>(bytes.constData()),
                            static_cast<std::size_t>(bytes.size() / 2));
    int loud = 0;
    for (std::size_t at = 0; at + Window <= samples.size(); at += Window) {
        const auto part = samples.subspan(at, Window);
        loud += std::ranges::any_of(part, [](qint16 sample) { return std::abs(sample) > Silence; }) ? 1 : 0;
    }
    return loud / 100.0;
}

/// What the whole clip holds, by FFmpeg.
double loudSecondsOfClip()
{
    QProcess ffmpeg;
    ffmpeg.start(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-i"_s, clipWithSound(), u"-f"_s, u"s16le"_s, u"-ac"_s, u"1"_s,
                               u"-ar"_s, QString::number(Rate), u"-"_s});
    ffmpeg.waitForFinished(Patience);
    return loudSeconds(ffmpeg.readAllStandardOutput());
}

} // namespace

/// The page plays through a sound server of the test's own, and what comes out of that is recorded.
class ClipSoundTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_server;
    QProcess m_recorder;

    void record()
    {
        m_recorder.start(u"parec"_s, {u"--device=porchlight.monitor"_s, u"--format=s16le"_s, u"--channels=1"_s,
                                      u"--rate=%1"_s.arg(Rate), u"--latency-msec=20"_s, u"--raw"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_recorder.bytesAvailable() > 0, Patience);
    }
    [[nodiscard]] QByteArray recorded()
    {
        m_recorder.terminate();
        m_recorder.waitForFinished(Patience);
        return m_recorder.readAllStandardOutput();
    }
    static bool open(ReviewDesk &desk, bool allowsSound)
    {
        if (!desk.isReady()) {
            return false;
        }
        desk.session().open(desk.addClip({.file = clipWithSound(), .allowsSound = allowsSound}));
        return QTest::qWaitFor([&] { return desk.camera().hasPicture() && desk.session().isTableComplete(); },
                               Patience);
    }

    static bool isServing()
    {
        QProcess question;
        question.start(u"pactl"_s, {u"info"_s});
        return question.waitForFinished(Patience) && question.exitCode() == 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString socket = m_folder.filePath(u"socket"_s);
        for (const char *name : {"PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"}) {
            qputenv(name, QFile::encodeName(m_folder.path()));
        }
        qputenv("PULSE_SERVER", "unix:" + QFile::encodeName(socket));
        m_server.start(u"pulseaudio"_s,
                       {u"-n"_s, u"--daemonize=no"_s, u"--exit-idle-time=-1"_s, u"--use-pid-file=no"_s, u"-L"_s,
                        u"module-native-protocol-unix auth-anonymous=1 socket="_s + socket, u"-L"_s,
                        u"module-null-sink sink_name=porchlight rate=%1 channels=2"_s.arg(Rate)});
        QTRY_VERIFY_WITH_TIMEOUT(isServing(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!QMediaDevices::defaultAudioOutput().isNull(), Patience);
        QCOMPARE(QMediaDevices::defaultAudioOutput().id(), "porchlight");
    }

    void cleanupTestCase()
    {
        m_server.terminate();
        QVERIFY(m_server.waitForFinished(Patience));
    }

    void playsAllThatTheClipHolds()
    {
        ReviewDesk desk(confinedDecoder);
        QVERIFY(open(desk, true));
        const double expected = loudSecondsOfClip();
        QVERIFY(expected > 1);
        record();

        desk.viewModel().togglePlay();
        QVERIFY(desk.viewModel().isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.viewModel().isPlaying(), Patience);

        const double heard = loudSeconds(recorded());
        QVERIFY2(std::abs(heard - expected) < 0.1 * expected + 0.3,
                 qPrintable(u"%1 s of %2 s"_s.arg(heard).arg(expected)));
        QVERIFY(std::ranges::contains(desk.actions(), CustodyAction::SoundPlayed));
    }

    void isSilentWhereTheResidentDidNotAllowSound()
    {
        ReviewDesk desk(confinedDecoder);
        QVERIFY(open(desk, false));
        record();

        desk.viewModel().togglePlay();
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().frame().number() > 60, Patience);
        desk.viewModel().pause();

        const QByteArray all = recorded();
        QVERIFY(all.size() > 2 * Rate);
        QCOMPARE(loudSeconds(all), 0.0);
        QVERIFY(!std::ranges::contains(desk.actions(), CustodyAction::SoundPlayed));
    }

    void isSilentWhileMuted()
    {
        ReviewDesk desk(confinedDecoder);
        QVERIFY(open(desk, true));
        desk.viewModel().setMuted(true);
        record();

        desk.viewModel().togglePlay();
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().frame().number() > 60, Patience);
        const QByteArray muted = recorded();
        record();
        desk.viewModel().setMuted(false);
        const qint64 first = desk.camera().frame().number();
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().frame().number() > first + 60, Patience);
        desk.viewModel().pause();
        const QByteArray heard = recorded();

        QVERIFY(muted.size() > 2 * Rate);
        QCOMPARE(loudSeconds(muted), 0.0);
        QVERIFY2(
            loudSeconds(heard) > 1,
            qPrintable(
                u"%1 s of %2 from frame %3"_s.arg(loudSeconds(heard)).arg(double(heard.size()) / 2 / Rate).arg(first)));
    }
};

QTEST_MAIN(ClipSoundTest)
#include "tst_clipsound.moc"
