// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "integration/media/ffmpegtruth.h"
#include "integration/media/oddclips.h"
#include "integration/media/openclip.h"
#include "media/framecsv.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

class tst_DecodedFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithFfmpegOnEveryFrame_data();
    void agreesWithFfmpegOnEveryFrame();
    void tellsOfEveryFrameWhatFfprobeTells_data();
    void tellsOfEveryFrameWhatFfprobeTells();

private:
    void addClips();
    /// With digests; made once a clip.
    [[nodiscard]] FrameTable tableOf(const QString &clip);

    QTemporaryDir m_folder;
    QStringList m_clips;
    QHash<QString, FrameTable> m_tables;
    QHash<QString, int> m_streams;
};

void tst_DecodedFrames::initTestCase()
{
    QVERIFY(m_folder.isValid());
    for (const QString &name : oddClipNames()) {
        const QString clip = makeOddClip(name, m_folder.path());
        QVERIFY2(!clip.isEmpty(), qPrintable(name));
        m_clips.append(clip);
    }
    m_clips += fieldClips();
}

void tst_DecodedFrames::addClips()
{
    QTest::addColumn<QString>("clip");
    for (const QString &clip : std::as_const(m_clips)) {
        QTest::newRow(qPrintable(QFileInfo(clip).fileName())) << clip;
    }
}

FrameTable tst_DecodedFrames::tableOf(const QString &clip)
{
    if (!m_tables.contains(clip)) {
        const auto client = openClip(clip, {.wantsDigests = true});
        if (!client || !waitForTable(*client) || client->summary()->confinement != ConfinementLevel::Full) {
            return {};
        }
        m_tables[clip] = client->table();
        m_streams[clip] = client->summary()->videoStream;
    }
    return m_tables[clip];
}

void tst_DecodedFrames::agreesWithFfmpegOnEveryFrame_data()
{
    addClips();
}

void tst_DecodedFrames::agreesWithFfmpegOnEveryFrame()
{
    QFETCH(QString, clip);

    const FrameTable table = tableOf(clip);
    const bool isDamaged = isDamagedClip(QFileInfo(clip).completeBaseName());
    const QStringList expected =
        frameHashes(clip, m_streams.value(clip), isDamaged ? Threads::One : Threads::AsFfmpegLikes);

    QVERIFY(!expected.isEmpty());
    QCOMPARE(table.size(), expected.size());
    for (const FrameRow &row : table.rows()) {
        QVERIFY(row.digest);
        QCOMPARE(digestToString(*row.digest), expected.at(row.number));
    }
    QVERIFY(!isDamaged || table.isDamaged());
    qInfo("%lld frames", table.size());
}

void tst_DecodedFrames::tellsOfEveryFrameWhatFfprobeTells_data()
{
    addClips();
}

void tst_DecodedFrames::tellsOfEveryFrameWhatFfprobeTells()
{
    QFETCH(QString, clip);

    const FrameTable table = tableOf(clip);
    const QList<ProbedFrame> expected = probedFrames(clip, m_streams.value(clip));

    QVERIFY(!expected.isEmpty());
    QCOMPARE(table.size(), expected.size());
    for (const FrameRow &row : table.rows()) {
        const ProbedFrame &frame = expected.at(row.number);
        const QByteArray where = "frame " + QByteArray::number(row.number);
        QVERIFY2(row.pts == frame.pts, where.constData());
        QVERIFY2(!frame.bestEffort || row.ticks == *frame.bestEffort || row.pts, where.constData());
        QVERIFY2(row.durationTicks == frame.duration, where.constData());
        QVERIFY2(row.isKey == frame.isKey, where.constData());
        QVERIFY2(pictureTypeWord(row.pictureType) == frame.pictureType, where.constData());
        QVERIFY2(row.packetPosition == frame.position, where.constData());
        QVERIFY2(row.packetSize == frame.size, where.constData());
    }
}

QTEST_GUILESS_MAIN(tst_DecodedFrames)
#include "tst_decodedframes.moc"
