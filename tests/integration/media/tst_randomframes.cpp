// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/ffmpegtruth.h"
#include "integration/media/oddclips.h"
#include "integration/media/openclip.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <numeric>
#include <random>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostBackwards = 120;

/// Frames in an order that jumps about, and the last ones backwards.
QList<qint64> jumps(qint64 count, qint64 most)
{
    QList<qint64> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    std::shuffle(numbers.begin(), numbers.end(), std::mt19937(20'260'712));
    numbers = numbers.first(std::min(count, most));
    for (qint64 back = count - 1; back >= std::max<qint64>(0, count - 8); --back) {
        numbers.append(back);
    }
    return numbers;
}

} // namespace

class tst_RandomFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheRightFrameOfOddClips_data();
    void givesTheRightFrameOfOddClips();
    void givesEveryFrameBackwards_data();
    void givesEveryFrameBackwards();
    void givesTheRightFrameOfFieldClips_data();
    void givesTheRightFrameOfFieldClips();

private:
    void compare(const QString &clip, const DecoderSettings &settings, qint64 most);

    QTemporaryDir m_folder;
};

/// The digest of each frame that is jumped to is made from what is delivered.
void tst_RandomFrames::compare(const QString &clip, const DecoderSettings &settings, qint64 most)
{
    const auto straight = openClip(clip, {.wantsDigests = true});
    QVERIFY(straight && waitForTable(*straight));
    const FrameTable &table = straight->table();
    const auto jumping = openClip(clip, {.wantsTable = false}, settings);
    QVERIFY(jumping);

    // Large pictures take long to decode; a few of the jumps have to do.
    const QSize size = table.at(0).size;
    const bool isLarge = qint64{size.width()} * size.height() > 4'000'000;
    for (const qint64 number : jumps(table.size(), isLarge ? most / 6 : most)) {
        const auto frame = waitFor(jumping->frame(number, true));
        QVERIFY(frame && *frame);
        QCOMPARE((*frame)->number(), number);
        QVERIFY((*frame)->facts().digest == table.at(number).digest);
        QCOMPARE((*frame)->size(), table.at(number).size);
    }
}

void tst_RandomFrames::givesTheRightFrameOfOddClips_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : oddClipNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void tst_RandomFrames::givesTheRightFrameOfOddClips()
{
    QFETCH(QString, name);
    const QString clip = makeOddClip(name, m_folder.path());
    QVERIFY(!clip.isEmpty());
    // It keeps next to nothing: it must decode anew for every jump, and read most packets again.
    DecoderSettings settings = testSettings();
    settings.frameMemory = 1;
    settings.packetMemory = 20'000;

    compare(clip, settings, 24);
}

void tst_RandomFrames::givesEveryFrameBackwards_data()
{
    givesTheRightFrameOfOddClips_data();
}

void tst_RandomFrames::givesEveryFrameBackwards()
{
    QFETCH(QString, name);
    const QString clip = makeOddClip(name, m_folder.path());
    QVERIFY(!clip.isEmpty());
    const auto straight = openClip(clip, {.wantsDigests = true});
    QVERIFY(straight && waitForTable(*straight));
    // Room for some frames, and not for a whole group of pictures.
    DecoderSettings settings = testSettings();
    settings.frameMemory = 1'000'000;
    const auto back = openClip(clip, {.wantsTable = false}, settings);
    QVERIFY(back);

    const qint64 last = straight->table().size() - 1;
    for (qint64 number = last; number >= std::max<qint64>(0, last - MostBackwards); --number) {
        const auto frame = waitFor(back->frame(number, true));
        QVERIFY(frame && *frame);
        QVERIFY((*frame)->facts().digest == straight->table().at(number).digest);
    }
}

void tst_RandomFrames::givesTheRightFrameOfFieldClips_data()
{
    QTest::addColumn<QString>("clip");
    for (const QString &clip : fieldClips()) {
        QTest::newRow(qPrintable(QFileInfo(clip).fileName())) << clip;
    }
}

void tst_RandomFrames::givesTheRightFrameOfFieldClips()
{
    if (fieldClips().isEmpty()) {
        QSKIP("PORCHLIGHT_FIELD_DATA is not set");
    }
    QFETCH(QString, clip);
    DecoderSettings settings = testSettings();
    settings.frameMemory = 1;

    compare(clip, settings, 60);
}

QTEST_GUILESS_MAIN(tst_RandomFrames)
#include "tst_randomframes.moc"
