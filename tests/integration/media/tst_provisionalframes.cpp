// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/ffmpegtruth.h"
#include "integration/media/oddclips.h"
#include "integration/media/openclip.h"

#include "media/framedigest.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

/// What can be seen of a clip before its frames have been counted.
class tst_ProvisionalFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promisesTheFramesThatAreThere();
    void promisesFramesBeyondTheMemoryForPackets();
    void promisesNothingWithoutTimes();
    void saysThatAFrameIsProvisional();
    void givesASmallPictureOfAnUncountedKeyFrame();
    void neverAnswersAQuestionOfRecordWithAProvisionalFrame();
    void showsTheRightPictureOfOddClips_data();
    void showsTheRightPictureOfOddClips();
    void showsTheRightPictureOfFieldClips_data();
    void showsTheRightPictureOfFieldClips();

private:
    void compare(const QString &clip);

    QTemporaryDir m_folder;
};

namespace {

bool waitForOrder(DecoderClient &client)
{
    return QTest::qWaitFor(
        [&] { return client.table().isComplete() || client.table().expectedSize() > client.table().size(); }, Patience);
}

/// The frame as it comes on screen.
std::optional<DecodedFrame> shown(DecoderClient &client, qint64 number)
{
    std::optional<DecodedFrame> frame;
    const QObject context;
    QObject::connect(&client, &FrameSource::frameReady, &context, [&](const DecodedFrame &ready) { frame = ready; });
    client.requestFrame(number);
    static_cast<void>(QTest::qWaitFor([&] { return frame.has_value(); }, Patience));
    return frame;
}

} // namespace

void tst_ProvisionalFrames::promisesTheFramesThatAreThere()
{
    const QString clip = makeOddClip(u"many-frames"_s, m_folder.path());
    const auto client = openClip(clip);
    QVERIFY(client);
    QSignalSpy promised(client.get(), &FrameSource::framesExpected);
    QVERIFY(promised.size() == 1 || promised.wait(Patience));
    QVERIFY(!client->table().isComplete());
    QList<FrameRow> rows;
    for (qint64 number = 0; number < client->table().expectedSize(); ++number) {
        rows.append(client->table().expectedAt(number));
    }
    QVERIFY(rows.last().isProvisional);
    QVERIFY(waitForTable(*client));

    QCOMPARE(client->table().size(), rows.size());
    QCOMPARE(client->table().expectedSize(), rows.size());
    for (const FrameRow &row : rows) {
        const FrameRow &seen = client->table().at(row.number);
        QVERIFY(!seen.isProvisional);
        QCOMPARE(row.pts, seen.pts);
        QCOMPARE(row.microseconds, seen.microseconds);
        QCOMPARE(row.isKey, seen.isKey);
        QCOMPARE(row.packetPosition, seen.packetPosition);
    }
}

void tst_ProvisionalFrames::promisesFramesBeyondTheMemoryForPackets()
{
    const QString clip = makeOddClip(u"many-frames"_s, m_folder.path());
    const auto straight = openClip(clip, {.wantsDigests = true});
    QVERIFY(straight && waitForTable(*straight));
    DecoderSettings settings = testSettings();
    settings.packetMemory = 16 * 1024;
    settings.frameMemory = 64 * 1024;
    const auto client = openClip(clip, {}, settings);
    QVERIFY(client && waitForOrder(*client));
    QVERIFY(!client->table().isComplete());
    const qint64 count = client->table().expectedSize();
    QCOMPARE(count, straight->table().size());

    // The pass goes on at its own place meanwhile.
    int provisional = 0;
    for (const qint64 number : {count - 1, count / 2, count * 3 / 4, count / 2 - 1, count / 2 - 2, count - 2}) {
        const auto frame = shown(*client, number);
        QVERIFY(frame);
        QCOMPARE(frame->number(), number);
        QVERIFY(nativeDigestOf(*frame) == straight->table().at(number).digest);
        provisional += frame->facts().isProvisional ? 1 : 0;
    }
    QVERIFY(provisional > 0);
    QVERIFY(waitForTable(*client));
    QCOMPARE(client->table().size(), count);
}

void tst_ProvisionalFrames::promisesNothingWithoutTimes()
{
    const QString clip = makeOddClip(u"no-pts-avi"_s, m_folder.path());
    const auto client = openClip(clip);
    QVERIFY(client);
    QSignalSpy promised(client.get(), &FrameSource::framesExpected);
    QVERIFY(waitForTable(*client));

    QCOMPARE(promised.size(), 0);
    QCOMPARE(client->table().expectedSize(), client->table().size());
}

void tst_ProvisionalFrames::saysThatAFrameIsProvisional()
{
    const QString clip = makeOddClip(u"many-frames"_s, m_folder.path());
    const auto client = openClip(clip);
    QVERIFY(client && waitForOrder(*client));
    const qint64 last = client->table().expectedSize() - 1;

    const auto before = shown(*client, last);
    QVERIFY(before);
    QCOMPARE(before->number(), last);
    QVERIFY(before->facts().isProvisional);
    QVERIFY(waitForTable(*client));
    const auto after = shown(*client, last);
    QVERIFY(after && !after->facts().isProvisional);
    QVERIFY(nativeDigestOf(*before) == nativeDigestOf(*after));
}

void tst_ProvisionalFrames::givesASmallPictureOfAnUncountedKeyFrame()
{
    const QString clip = makeOddClip(u"many-frames"_s, m_folder.path());
    const auto client = openClip(clip);
    QVERIFY(client && waitForOrder(*client));
    qint64 key = client->table().expectedSize() - 1;
    while (key > 0 && !client->table().expectedAt(key).isKey) {
        --key;
    }
    QVERIFY(key > 0);

    const auto before = waitFor(client->provisionalThumbnail(key, 160));
    QVERIFY(client->table().size() <= key);
    QVERIFY(before && *before);
    QVERIFY(waitForTable(*client));
    const auto after = waitFor(client->thumbnail(key, 160));
    QVERIFY(after && *after);
    QCOMPARE(**before, **after);
}

void tst_ProvisionalFrames::neverAnswersAQuestionOfRecordWithAProvisionalFrame()
{
    const QString clip = makeOddClip(u"many-frames"_s, m_folder.path());
    const auto client = openClip(clip);
    QVERIFY(client && waitForOrder(*client));
    const qint64 last = client->table().expectedSize() - 1;

    const auto frame = waitFor(client->frame(last, true));
    QVERIFY(frame && *frame);
    QVERIFY(!(*frame)->facts().isProvisional);
    QVERIFY((*frame)->facts().digest);
}

void tst_ProvisionalFrames::compare(const QString &clip)
{
    const auto straight = openClip(clip, {.wantsDigests = true});
    QVERIFY(straight && waitForTable(*straight));
    const FrameTable &truth = straight->table();
    const auto client = openClip(clip);
    QVERIFY(client && waitForOrder(*client));

    const qint64 count = client->table().expectedSize();
    if (count != truth.size()) {
        // Decoding shows fewer frames than there are packets: counting puts it right.
        QVERIFY(count > truth.size());
        QVERIFY(waitForTable(*client));
        QCOMPARE(client->table().expectedSize(), truth.size());
        const auto last = shown(*client, truth.size() - 1);
        QVERIFY(last && !last->facts().isProvisional);
        return;
    }
    for (const qint64 number : {count - 1, count / 2, count * 3 / 4, count / 3, qint64(0)}) {
        const auto frame = shown(*client, number);
        QVERIFY(frame);
        QCOMPARE(frame->number(), number);
        QCOMPARE(frame->facts().microseconds, truth.at(number).microseconds);
        std::optional<Digest> digest = nativeDigestOf(*frame);
        if (frame->facts().isProvisional && truth.isDamaged()) {
            // What a damaged stream gives depends on where decoding began: only counting settles it.
            QVERIFY(waitForTable(*client));
            const auto settled = shown(*client, number);
            QVERIFY(settled && !settled->facts().isProvisional);
            digest = nativeDigestOf(*settled);
        }
        QVERIFY(!digest || digest == truth.at(number).digest);
    }
}

void tst_ProvisionalFrames::showsTheRightPictureOfOddClips_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : oddClipNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void tst_ProvisionalFrames::showsTheRightPictureOfOddClips()
{
    QFETCH(QString, name);
    const QString clip = makeOddClip(name, m_folder.path());
    QVERIFY(!clip.isEmpty());

    compare(clip);
}

void tst_ProvisionalFrames::showsTheRightPictureOfFieldClips_data()
{
    QTest::addColumn<QString>("clip");
    for (const QString &clip : fieldClips()) {
        QTest::newRow(qPrintable(QFileInfo(clip).fileName())) << clip;
    }
}

void tst_ProvisionalFrames::showsTheRightPictureOfFieldClips()
{
    if (fieldClips().isEmpty()) {
        QSKIP("PORCHLIGHT_FIELD_DATA is not set");
    }
    QFETCH(QString, clip);

    compare(clip);
}

QTEST_GUILESS_MAIN(tst_ProvisionalFrames)
#include "tst_provisionalframes.moc"
