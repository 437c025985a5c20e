// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What recordings get wrong, row by row, and which test looks after it. "Frames" means tst_decodedframes, where every
// frame of every clip of oddclips.h has the hash that FFmpeg's framehash gives it, and tst_randomframes, where it has
// that when jumped to with next to no memory, and backwards.
//
//  1 transport and program streams           Frames: open-gop-ts, program-stream, wrapped-times
//  2 open GOP, RASL                          Frames: open-gop-ts, hevc-open-gop, hevc-open-gop-ts, raw-hevc
//  3 recovery points                         Frames: intra-refresh, ts-cut-head
//  4 intra refresh                           Frames: intra-refresh
//  5 every frame said to be a key            Frames: all-keys-said; doesNotBelieveKeyFlags
//  6 no key, or only before the edit         Frames: no-key-said, edit-before-key
//  7 an edit that begins at B frames         Frames: edit-in-b-frames; showsOnlyWhatTheEditShows
//  8 several and empty edits                 Frames: two-edits, late-picture; showsOnlyWhatTheEditShows
//  9 edits in fragmented MP4                 Frames: fragmented-edit
// 10 negative times                          Frames: negative-times, wrapped-times; keepsNegativeTimes
// 11 33-bit wrap                             Frames: wrapped-times; keepsNegativeTimes
// 12 times that jump back (glued)            Frames: glued-*; givesEveryFrameOfGluedRecordings,
//                                            hearsEveryOneOfGluedRecordings, takesASleepForAHole
// 13 no times at all                         Frames: no-pts-avi, raw-h264, raw-hevc; saysThatATimeIsEstimated
// 14 AVI with B frames                       Frames: mpeg4-avi, no-pts-avi
// 15 two frames with one time                Frames: duplicate-times; keepsFramesThatShareATime
// 16 times that run back                     Frames: times-run-back; keepsTimesThatRunBack
// 17 variable rate                           Frames: variable-rate
// 18 hole in time                            Frames: variable-rate; tst_frametimes
// 19 a rate that is that of the fields       Frames: interlaced; countsFramesNotFields
// 20 two packets, one frame (PAFF)           Frames: field-pictures-*; putsFieldsTogether, saysThatAFieldIsLost
// 21 interlaced                              Frames: interlaced, both-fields; countsFramesNotFields
// 22 reorder depth grows                     Frames: reorder-grows
// 23 what a flush leaves behind              Frames: ts-damaged, mp4-damaged
// 24 last frames                             Frames: all; vp8, vp9, av1 hold frames back
// 25 packets beyond the header's duration    Frames: short-header; countsWhatIsThere
// 26 wrong number of frames in the header    Frames: many-frames-said; countsWhatIsThere
// 27 cut off                                 Frames: fragmented-cut, faststart-cut; tst_badclips
// 28 no index                                tst_badclips: saysThatARecordingWasNeverFinished
// 29 broken and lost packets                 Frames: ts-damaged, mp4-damaged, lost-key
// 30 begins in the middle                    Frames: ts-cut-head
// 31 size or format changes                  Frames: size-change, format-change; followsChangesInTheMiddle
// 32 colour changes                          Frames: colour-change; followsChangesInTheMiddle
// 33 pixels that are not square              Frames: stretched; tellsTheShapeOfPixels
// 34 rotation and mirror                     tst_badclips: turnsAPictureAsTheClipAsks; mirrorsAPictureAsTheClipAsks
// 35 10 bit, 4:2:2, 4:4:4, gray, HDR         Frames: ten-bit, four-*, gray*, palette, bits, rgb, high-dynamic-range
// 36 attached picture                        tst_badclips: skipsAnAttachedPicture
// 37 several video streams                   Frames: two-videos; listsEveryPictureAndGivesTheOneAskedFor,
//                                            takesTheLargestPictureByItself
// 38 longer or later sound                   Frames: fragmented, late-sound; isSilentBeforeTheSoundBegins
// 39 priming of sound                        tst_decoderlife: givesSoundWhereAndAsLoudAsItIs
// 40 wrong extension                         tst_badclips: readsAClipByItsContentAlone
// 41 coarse time base                        Frames: flash, variable-rate, duplicate-times
// 42 frame threads                           Frames: all of tst_randomframes
// 43 hardware decoders                       none is used
// 44 another version of the decoder          frames are told by hashes made in the same run: Frames
// 45 wrong camera clock                      tst_clockoffset
// 46 lists of other files                    tst_badclips: refusesListsOfOtherFiles, refusesAReferenceToAnotherFile
// 47 pictures that are too large             tst_badclips: refusesPicturesThatAreTooLarge; tst_mutatedclips
// 48 very many tiny frames                   Frames: many-frames; countsWhatIsThere
// and telephone sound (G.711, 8 kHz): hearsTelephoneSound; Motion JPEG: motion-jpeg; .dav: recorder

#include "integration/media/ffmpegtruth.h"
#include "integration/media/oddclips.h"
#include "integration/media/openclip.h"
#include "media/frameimage.h"
#include "support/fieldpictures.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Root mean square of 16-bit samples.
double loudness(const QByteArray &samples)
{
    const auto *begin = reinterpret_cast<const qint16 *>(samples.constData());
    const qsizetype count = samples.size() / 2;
    double sum = 0;
    for (qsizetype i = 0; i < count; ++i) {
        sum += double(begin[i]) * begin[i];
    }
    return count == 0 ? 0 : std::sqrt(sum / double(count));
}

/// Without the padding of lines.
QByteArray brightnessOf(const DecodedFrame &frame)
{
    const DecodedFrame::Plane &plane = frame.plane(0);
    QByteArray lines;
    for (int line = 0; line < plane.height; ++line) {
        lines += plane.bytes.sliced(qsizetype{line} * plane.stride, plane.width);
    }
    return lines;
}

/// The frames with which another recording begins.
QList<qint64> seamsOf(const FrameTable &table)
{
    QList<qint64> seams;
    for (const FrameRow &row : table.rows()) {
        if (row.seam != 0) {
            seams.append(row.number);
        }
    }
    return seams;
}

bool goesOn(const FrameTable &table)
{
    return std::ranges::adjacent_find(table.rows(), std::ranges::greater_equal(), &FrameRow::microseconds) ==
           table.rows().end();
}

} // namespace

class tst_Pitfalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void doesNotBelieveKeyFlags();
    void showsOnlyWhatTheEditShows_data();
    void showsOnlyWhatTheEditShows();
    void keepsNegativeTimes();
    void givesEveryFrameOfGluedRecordings_data();
    void givesEveryFrameOfGluedRecordings();
    void hearsEveryOneOfGluedRecordings();
    void takesASleepForAHole();
    void findsNoSeamWithoutTimes();
    void saysThatATimeIsEstimated();
    void keepsFramesThatShareATime();
    void keepsTimesThatRunBack();
    void countsFramesNotFields();
    void putsFieldsTogether_data();
    void putsFieldsTogether();
    void saysThatAFieldIsLost();
    void countsWhatIsThere_data();
    void countsWhatIsThere();
    void followsChangesInTheMiddle();
    void tellsTheShapeOfPixels();
    void mirrorsAPictureAsTheClipAsks();
    void listsEveryPictureAndGivesTheOneAskedFor();
    void takesTheLargestPictureByItself();
    void isSilentBeforeTheSoundBegins();
    void hearsTelephoneSound();

private:
    [[nodiscard]] std::unique_ptr<DecoderClient> open(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Pitfalls::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

/// With the whole table; null where that does not come.
std::unique_ptr<DecoderClient> tst_Pitfalls::open(const QString &name)
{
    const QString clip = makeOddClip(name, m_folder->path());
    auto client = clip.isEmpty() ? nullptr : openClip(clip);
    return client && waitForTable(*client) ? std::move(client) : nullptr;
}

void tst_Pitfalls::doesNotBelieveKeyFlags()
{
    const auto honest = open(u"plain"_s);
    const auto lying = open(u"all-keys-said"_s);
    QVERIFY(honest && lying);

    // Three seconds with a key every twelve frames: the rest are P and B, whatever the container says.
    const auto intra = [](const FrameTable &table) {
        return std::ranges::count(table.rows(), PictureType::I, &FrameRow::pictureType);
    };
    QCOMPARE(honest->table().size(), 75);
    QCOMPARE(lying->table().size(), 75);
    QVERIFY(intra(lying->table()) < 20);
    QVERIFY(intra(honest->table()) < 20);
}

void tst_Pitfalls::showsOnlyWhatTheEditShows_data()
{
    QTest::addColumn<QString>("clip");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("one key, before the edit") << u"edit-before-key"_s << 44 << 46;
    QTest::newRow("begins at B frames") << u"edit-in-b-frames"_s << 61 << 63;
    // The recording begins two frames after its zero: 23 of the first second, and 15 of the other piece.
    QTest::newRow("two pieces and nothing before") << u"two-edits"_s << 38 << 38;
}

void tst_Pitfalls::showsOnlyWhatTheEditShows()
{
    QFETCH(const QString, clip);
    QFETCH(const int, least);
    QFETCH(const int, most);

    const auto client = open(clip);

    QVERIFY(client);
    const auto count = client->table().size();
    QVERIFY2(count >= least && count <= most, QByteArray::number(count).constData());
}

void tst_Pitfalls::keepsNegativeTimes()
{
    const auto client = open(u"wrapped-times"_s);
    QVERIFY(client);

    const FrameTable &table = client->table();
    QCOMPARE(table.size(), 75);
    QVERIFY(table.at(0).pts.value_or(0) < 0);
    QVERIFY(table.at(74).pts.value_or(-1) > 0);
    QCOMPARE(table.durationMicroseconds(), 3'000'000);
}

void tst_Pitfalls::givesEveryFrameOfGluedRecordings_data()
{
    QTest::addColumn<QString>("clip");
    QTest::addColumn<QList<qint64>>("seams");
    QTest::addColumn<double>("jump");
    QTest::newRow("a transport stream that seems to have gone round") << u"glued"_s << QList<qint64>{75} << -103.0;
    QTest::newRow("three transport streams") << u"glued-thrice"_s << QList<qint64>{75, 150} << -3.0;
    QTest::newRow("program streams, a third without times") << u"glued-program"_s << QList<qint64>{75} << -3.0;
    QTest::newRow("Matroska files") << u"glued-matroska"_s << QList<qint64>{75} << -3.0;
}

void tst_Pitfalls::givesEveryFrameOfGluedRecordings()
{
    QFETCH(const QString, clip);
    QFETCH(const QList<qint64>, seams);
    QFETCH(const double, jump);
    const auto client = open(clip);
    QVERIFY(client);

    const FrameTable &table = client->table();
    const auto count = 75 * (seams.size() + 1);
    QCOMPARE(table.size(), count);
    QCOMPARE(seamsOf(table), seams);
    // One recording goes on where the other ends.
    QVERIFY(goesOn(table));
    QVERIFY(std::abs(double(table.durationMicroseconds()) / 1e6 - 0.04 * double(count)) < 0.05);
    for (const FrameRow &row : table.rows()) {
        QCOMPARE(row.segment, row.number / 75);
    }
    QVERIFY2(std::abs(double(table.at(75).seam) / 1e6 - jump) < 0.1, QByteArray::number(table.at(75).seam).constData());
    const auto last = waitFor(client->frame(count - 1));
    QVERIFY(last && *last);
    QCOMPARE((*last)->facts().segment, table.at(count - 1).segment);
}

void tst_Pitfalls::hearsEveryOneOfGluedRecordings()
{
    const auto client = open(u"glued-sound"_s);
    QVERIFY(client);
    QCOMPARE(seamsOf(client->table()).size(), 1);
    const qint64 seam = client->table().at(seamsOf(client->table()).constFirst()).microseconds;

    const auto second = waitFor(client->sound(seam + 500'000, 500'000));
    const auto first = waitFor(client->sound(500'000, 500'000));
    const auto behind = waitFor(client->sound(client->table().durationMicroseconds() + 1'200'000, 500'000));

    QVERIFY(first && *first && second && *second && behind && *behind);
    QVERIFY(loudness((*first)->samples) > 1000);
    QVERIFY(loudness((*second)->samples) > 1000);
    QVERIFY(loudness((*behind)->samples) < 10);
}

void tst_Pitfalls::takesASleepForAHole()
{
    const auto client = open(u"slept"_s);
    QVERIFY(client);

    QCOMPARE(client->table().size(), 150);
    QVERIFY(seamsOf(client->table()).isEmpty());
    QVERIFY(std::abs(double(client->table().durationMicroseconds()) / 1e6 - 23.0) < 0.1);
}

void tst_Pitfalls::findsNoSeamWithoutTimes()
{
    const auto client = open(u"glued-raw"_s);
    QVERIFY(client);

    // Nothing in the stream says that it is two.
    QCOMPARE(client->table().size(), 150);
    QVERIFY(seamsOf(client->table()).isEmpty());
    QVERIFY(goesOn(client->table()));
}

void tst_Pitfalls::saysThatATimeIsEstimated()
{
    const auto without = open(u"raw-h264"_s);
    const auto with = open(u"plain"_s);
    QVERIFY(without && with);

    QVERIFY(std::ranges::all_of(without->table().rows(), &FrameRow::isTimeEstimated));
    QVERIFY(std::ranges::none_of(with->table().rows(), &FrameRow::isTimeEstimated));
    // Estimated from the rate, they still go on.
    QVERIFY(without->table().durationMicroseconds() > 2'500'000);
}

void tst_Pitfalls::keepsFramesThatShareATime()
{
    const auto client = open(u"duplicate-times"_s);
    QVERIFY(client);

    const FrameTable &table = client->table();
    QCOMPARE(table.size(), 75);
    int twins = 0;
    for (qint64 i = 1; i < table.size(); ++i) {
        twins += table.at(i).pts == table.at(i - 1).pts ? 1 : 0;
    }
    QVERIFY(twins > 20);
}

void tst_Pitfalls::keepsTimesThatRunBack()
{
    const auto client = open(u"times-run-back"_s);
    QVERIFY(client);

    const FrameTable &table = client->table();
    QCOMPARE(table.size(), 75);
    QVERIFY(!std::ranges::is_sorted(table.rows(), {}, &FrameRow::pts));
    // The time line still finds the frame that was on screen.
    const auto &row = table.at(40);
    const auto number = table.numberAt(row.microseconds);
    QVERIFY(number && table.at(*number).microseconds == row.microseconds);
}

void tst_Pitfalls::countsFramesNotFields()
{
    const auto interlaced = open(u"interlaced"_s);
    const auto fields = open(u"both-fields"_s);
    QVERIFY(interlaced && fields);

    QCOMPARE(interlaced->table().size(), 75);
    QCOMPARE(fields->table().size(), 75);
}

void tst_Pitfalls::putsFieldsTogether_data()
{
    QTest::addColumn<QString>("clip");
    QTest::newRow("MP4") << u"field-pictures"_s;
    QTest::newRow("Matroska") << u"field-pictures-matroska"_s;
    QTest::newRow("transport stream") << u"field-pictures-ts"_s;
    QTest::newRow("no container") << u"field-pictures-raw"_s;
    QTest::newRow("both fields in one packet") << u"field-pictures-together"_s;
}

void tst_Pitfalls::putsFieldsTogether()
{
    QFETCH(const QString, clip);
    const auto client = open(clip);
    QVERIFY(client);

    QCOMPARE(client->table().size(), FieldPictures::Frames);
    QVERIFY(!client->table().isDamaged());
    // Far, near, forwards and backwards.
    for (const qint64 number : {29, 0, 17, 18, 19, 12, 11, 10, 9, 3, 28, 8, 7, 23}) {
        const auto frame = waitFor(client->frame(number));
        QVERIFY(frame && *frame);
        QVERIFY2(brightnessOf(**frame) == FieldPictures::luma(static_cast<int>(number)),
                 QByteArray::number(number).constData());
    }
}

void tst_Pitfalls::saysThatAFieldIsLost()
{
    const auto client = open(u"field-pictures-lost"_s);
    QVERIFY(client);

    QCOMPARE(client->table().size(), FieldPictures::Frames - 1);
    QVERIFY(client->table().isDamaged());
}

void tst_Pitfalls::countsWhatIsThere_data()
{
    QTest::addColumn<QString>("clip");
    QTest::addColumn<int>("frames");
    QTest::newRow("longer than the header says") << u"short-header"_s << 75;
    QTest::newRow("shorter than the header says") << u"many-frames-said"_s << 75;
    QTest::newRow("ten thousand tiny frames") << u"many-frames"_s << 10'000;
}

void tst_Pitfalls::countsWhatIsThere()
{
    QFETCH(const QString, clip);
    QFETCH(const int, frames);

    const auto client = open(clip);

    QVERIFY(client);
    QCOMPARE(client->table().size(), frames);
}

void tst_Pitfalls::followsChangesInTheMiddle()
{
    const auto formats = open(u"format-change"_s);
    const auto colours = open(u"colour-change"_s);
    QVERIFY(formats && colours);

    QCOMPARE(formats->table().at(0).pixelFormat, u"yuv420p"_s);
    QCOMPARE(formats->table().at(49).pixelFormat, u"yuv444p"_s);
    QVERIFY(colours->table().at(0).colour.range == ColourRange::Limited);
    QVERIFY(colours->table().at(0).colour.matrix == ColourMatrix::Bt601);
    QVERIFY(colours->table().at(49).colour.range == ColourRange::Full);
    QVERIFY(colours->table().at(49).colour.matrix == ColourMatrix::Bt709);
    // Asked for in the other order, each has its own.
    for (const qint64 number : {49LL, 0LL, 48LL, 1LL}) {
        const auto frame = waitFor(colours->frame(number));
        QVERIFY(frame && *frame);
        QVERIFY((*frame)->facts().colour == colours->table().at(number).colour);
    }
}

void tst_Pitfalls::tellsTheShapeOfPixels()
{
    const auto client = open(u"stretched"_s);
    QVERIFY(client);

    QVERIFY(client->table().at(0).aspect == (PixelAspect{4, 3}));
    QCOMPARE(client->table().at(0).size, QSize(320, 180));
}

void tst_Pitfalls::mirrorsAPictureAsTheClipAsks()
{
    // The left half is red; shown mirrored, the right one.
    const QString flat = m_folder->filePath(u"flat.mp4"_s);
    const QString clip = m_folder->filePath(u"mirrored.mp4"_s);
    QVERIFY(outputOf(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                   u"color=blue:size=320x180:duration=0.2,drawbox=w=160:h=180:color=red:t=fill"_s,
                                   u"-c:v"_s, u"libx264"_s, u"-pix_fmt"_s, u"yuv420p"_s, flat}));
    QVERIFY(outputOf(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-display_hflip"_s, u"-i"_s, flat, u"-c"_s, u"copy"_s, clip}));

    const auto client = openClip(clip);
    QVERIFY(client);
    const auto frame = waitFor(client->frame(0));
    QVERIFY(frame && *frame);
    const QImage shown = turned(toImage(**frame), client->summary()->video()->orientation);

    QVERIFY(client->summary()->video()->orientation.isMirrored);
    QVERIFY(qBlue(shown.pixel(40, 90)) > 200 && qRed(shown.pixel(280, 90)) > 200);
}

void tst_Pitfalls::listsEveryPictureAndGivesTheOneAskedFor()
{
    const QString clip = makeOddClip(u"two-videos"_s, m_folder->path());

    const auto small = openClip(clip, {.videoStream = 0});
    const auto large = openClip(clip, {.videoStream = 1});

    QVERIFY(small && large && waitForTable(*small) && waitForTable(*large));
    QCOMPARE(large->summary()->streams.size(), std::size_t(2));
    QCOMPARE(small->table().at(0).size, QSize(160, 90));
    QCOMPARE(large->table().at(0).size, QSize(320, 180));
}

void tst_Pitfalls::takesTheLargestPictureByItself()
{
    // FFmpeg would take the one that is said to be the main one.
    for (const QString &name : {u"two-videos"_s, u"two-videos-small-first"_s}) {
        const auto client = open(name);
        QVERIFY(client);
        QCOMPARE(client->table().at(0).size, QSize(320, 180));
    }
}

void tst_Pitfalls::isSilentBeforeTheSoundBegins()
{
    const auto client = open(u"late-sound"_s);
    QVERIFY(client);

    const auto before = waitFor(client->sound(200'000, 500'000));
    const auto after = waitFor(client->sound(2'000'000, 500'000));

    QVERIFY(before && *before && after && *after);
    QVERIFY(loudness((*before)->samples) < 10);
    QVERIFY(loudness((*after)->samples) > 1000);
    QCOMPARE(client->table().size(), 75);
}

void tst_Pitfalls::hearsTelephoneSound()
{
    const auto client = open(u"telephone-sound"_s);
    QVERIFY(client);

    const auto sound = waitFor(client->sound(1'000'000, 500'000));

    QVERIFY(sound && *sound);
    QCOMPARE((*sound)->channels, 1);
    QCOMPARE((*sound)->samples.size(), 24'000 * 2);
    QVERIFY(loudness((*sound)->samples) > 1000);
}

QTEST_GUILESS_MAIN(tst_Pitfalls)
#include "tst_pitfalls.moc"
