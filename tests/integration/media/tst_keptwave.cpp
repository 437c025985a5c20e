// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/ffmpegtruth.h"
#include "integration/media/openclip.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstring>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype SamplesPerSlice = 480;
/// Of 32,768. Rounding of the resampler and of the mixture of two channels.
constexpr int Tolerance = 400;

/// By FFmpeg: all sound of the clip from its first moment on.
QList<WavePeak> peaksByFfmpeg(const QString &clip)
{
    const auto bytes = outputOf(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-i"_s, clip, u"-map"_s, u"0:a"_s, u"-af"_s,
                                              u"aresample=async=1:first_pts=0"_s, u"-ac"_s, u"1"_s, u"-ar"_s,
                                              u"48000"_s, u"-f"_s, u"s16le"_s, u"-"_s});
    std::vector<qint16> samples(static_cast<std::size_t>(bytes.value_or(QByteArray()).size()) / sizeof(qint16));
    if (!samples.empty()) {
        std::memcpy(samples.data(), bytes->constData(), samples.size() * sizeof(qint16));
    }
    QList<WavePeak> peaks;
    for (auto at = samples.cbegin(); samples.cend() - at >= SamplesPerSlice; at += SamplesPerSlice) {
        const auto [low, high] = std::ranges::minmax(std::span(at, static_cast<std::size_t>(SamplesPerSlice)));
        peaks.append({.low = low, .high = high});
    }
    return peaks;
}

} // namespace

/// How loud a clip is, where that may be known, and nothing of it where it may not.
class tst_KeptWave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isAsLoudAsFfmpegHearsIt()
    {
        const QList<WavePeak> truth = peaksByFfmpeg(m_clip);
        const auto client = openClip(m_clip, {.wantsWaveform = true});
        QVERIFY(client && waitForWave(*client));

        const QList<WavePeak> &peaks = client->waveform().peaks();
        QVERIFY(truth.size() > 900);
        QVERIFY2(std::abs(peaks.size() - truth.size()) <= 5, qPrintable(QString::number(peaks.size())));
        for (qsizetype i = 0; i < std::min(peaks.size(), truth.size()); ++i) {
            const bool isNear = std::abs(peaks.at(i).low - truth.at(i).low) <= Tolerance &&
                                std::abs(peaks.at(i).high - truth.at(i).high) <= Tolerance;
            QVERIFY2(isNear, qPrintable(u"slice %1: %2 to %3, and %4 to %5 by FFmpeg"_s.arg(i)
                                            .arg(peaks.at(i).low)
                                            .arg(peaks.at(i).high)
                                            .arg(truth.at(i).low)
                                            .arg(truth.at(i).high)));
        }
    }

    void isThereAtOnceTheSecondTime()
    {
        const auto first = openKept({.wantsWaveform = true, .digest = Digest()});
        QVERIFY(first && waitForWave(*first));
        QVERIFY(QFile::exists(wave()));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(shelf() + u".index"_s), Patience);
        // Who makes it anew writes it anew.
        const QDateTime before = QDateTime::currentDateTimeUtc().addDays(-1);
        QFile file(wave());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(before, QFileDevice::FileModificationTime));
        file.close();

        const auto second = openKept({.wantsWaveform = true, .digest = Digest()});
        QVERIFY(second && waitForWave(*second));

        QVERIFY(second->waveform() == first->waveform());
        QCOMPARE(file.fileTime(QFileDevice::FileModificationTime).toSecsSinceEpoch(), before.toSecsSinceEpoch());
    }

    void makesAnewWhatIsDamaged_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::newRow("header") << qint64(6);
        QTest::newRow("peaks") << qint64(75 + 4 * 30);
        QTest::newRow("cut") << qint64(-1);
    }
    void makesAnewWhatIsDamaged()
    {
        QFETCH(const qint64, at);
        const auto first = openKept({.wantsWaveform = true, .digest = Digest()});
        QVERIFY(first && waitForWave(*first));
        QFile file(wave());
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (at < 0) {
            QVERIFY(file.resize(file.size() / 2));
        } else {
            // Least above greatest.
            QVERIFY(file.seek(at) && file.write(QByteArray::fromHex("ff7f0080ff7f0080ff7f0080")) == 12);
        }
        file.close();

        const auto second = openKept({.wantsWaveform = true, .digest = Digest()});
        QVERIFY(second && waitForWave(*second));

        QVERIFY(second->waveform() == first->waveform());
    }

    void makesAndKeepsNothingWhereItIsNotWished()
    {
        const auto client = openKept({.digest = Digest()});
        QVERIFY(client && waitForTable(*client));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(shelf() + u".index"_s), Patience);
        // An answer to a later question: all before it is done.
        const auto picture = waitFor(client->frame(0));
        QVERIFY(picture && *picture);

        QVERIFY(client->waveform().isEmpty());
        QVERIFY(!QFile::exists(wave()));
    }

    void readsNothingFromTheShelfWhereItIsNotWished()
    {
        const auto allowed = openKept({.wantsWaveform = true, .digest = Digest()});
        QVERIFY(allowed && waitForWave(*allowed));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(shelf() + u".index"_s), Patience);

        const auto refused = openKept({.digest = Digest()});
        QVERIFY(refused && waitForTable(*refused));
        const auto picture = waitFor(refused->frame(0));
        QVERIFY(picture && *picture);

        QVERIFY(refused->waveform().isEmpty());
    }

    void isNeverThereForAClipWithoutSound()
    {
        const QString silent = qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS") + u"/street-02-h265-20.mp4"_s;
        const auto client = openClip(silent, {.wantsWaveform = true});
        QVERIFY(client && waitForTable(*client));
        const auto picture = waitFor(client->frame(0));

        QVERIFY(picture && *picture);
        QVERIFY(client->waveform().isEmpty());
    }

    void givesPicturesWhileItIsMade()
    {
        const auto client = openClip(m_clip, {.wantsWaveform = true});
        QVERIFY(client && waitForTable(*client));
        for (const qint64 number : {299, 3, 150}) {
            const auto picture = waitFor(client->frame(number));
            QVERIFY(picture && *picture);
            QCOMPARE((*picture)->number(), number);
        }

        QVERIFY(waitForWave(*client));
    }

private:
    [[nodiscard]] QString shelf() const { return m_folder->filePath(u"shelf/00/%1"_s.arg(QString(64, u'0'))); }
    [[nodiscard]] QString wave() const { return shelf() + u".wave"_s; }
    [[nodiscard]] std::unique_ptr<DecoderClient> openKept(ClipWish wish) const
    {
        wish.shelfKey = m_key;
        DecoderSettings settings = testSettings();
        settings.shelf = m_folder->filePath(u"shelf"_s);
        return openClip(m_clip, wish, settings);
    }
    [[nodiscard]] static bool waitForWave(DecoderClient &client)
    {
        return QTest::qWaitFor([&] { return !client.waveform().isEmpty(); }, Patience);
    }

    QString m_clip = qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS") + u"/street-04-sound-30.mp4"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    const std::optional<SecretKey> m_key = SecretKey::create();
};

QTEST_GUILESS_MAIN(tst_KeptWave)
#include "tst_keptwave.moc"
