// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/untrusted.h"

#include <QRandomGenerator>
#include <QTest>

#include <functional>
#include <vector>

using namespace Porchlight;

namespace {

constexpr qint64 ClipSize = 5000;

Wire::FrameRow honestRow()
{
    Wire::FrameRow row;
    row.number = 3;
    row.hasPts = true;
    row.pts = 75;
    row.ticks = 75;
    row.timeBase = {1, 25};
    row.microseconds = 3'000'000;
    row.width = 7;
    row.height = 5;
    row.packetPosition = 100;
    row.packetSize = 200;
    row.pixelFormat = Wire::Name<24>("yuv420p");
    return row;
}

Wire::Picture honestPicture()
{
    Wire::Picture picture;
    picture.layout = Wire::PixelLayout::Yuv420;
    picture.planeCount = 3;
    picture.planes = {Wire::Plane{.offset = 0, .stride = 8, .width = 7, .height = 5},
                      Wire::Plane{.offset = 40, .stride = 4, .width = 4, .height = 3},
                      Wire::Plane{.offset = 52, .stride = 4, .width = 4, .height = 3}};
    picture.row = honestRow();
    return picture;
}

const std::vector<char> &slot()
{
    static const std::vector<char> bytes(64, 'p');
    return bytes;
}

bool isPictureTaken(const std::function<void(Wire::Picture &)> &lie)
{
    Wire::Picture picture = honestPicture();
    lie(picture);
    return checkPicture(picture, 3, ClipSize, slot()).has_value();
}

} // namespace

class tst_Untrusted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAnHonestPicture();
    void refusesPlanesThatLeaveTheSlot();
    void refusesPlanesOfAnotherShape();
    void refusesAnotherFrame();
    void refusesRowsThatCannotBe();
    void refusesThumbnailsThatLeaveTheSlot();
    void refusesSoundThatWasNotAskedFor();
    void refusesPeaksThatCannotFollow();
    void refusesASummaryWithoutItsVideo();
    void neverReadsOutsideTheSlot();
};

void tst_Untrusted::takesAnHonestPicture()
{
    const auto frame = checkPicture(honestPicture(), 3, ClipSize, slot());

    QVERIFY(frame);
    QCOMPARE(frame->size(), QSize(7, 5));
    QCOMPARE(frame->planeCount(), 3);
    QCOMPARE(frame->plane(1).bytes, QByteArray(12, 'p'));
    QCOMPARE(frame->facts().microseconds, 3'000'000);
}

void tst_Untrusted::refusesPlanesThatLeaveTheSlot()
{
    QVERIFY(isPictureTaken([](Wire::Picture &p) { p.planes[2].offset = 52; }));
    QVERIFY(!isPictureTaken([](Wire::Picture &p) { p.planes[2].offset = 53; }));
    QVERIFY(!isPictureTaken([](Wire::Picture &p) { p.planes[0].offset = UINT64_MAX - 7; }));
    QVERIFY(!isPictureTaken([](Wire::Picture &p) { p.planes[0].stride = UINT32_MAX; }));
    QVERIFY(!isPictureTaken([](Wire::Picture &p) { p.planes[0].stride = 6; }));
}

void tst_Untrusted::refusesPlanesOfAnotherShape()
{
    QVERIFY(!isPictureTaken([](Wire::Picture &p) { p.planes[1].width = 3; }));
    QVERIFY(!isPictureTaken([](Wire::Picture &p) { p.planes[1].height = 2; }));
    QVERIFY(!isPictureTaken([](Wire::Picture &p) { p.planeCount = 2; }));
    QVERIFY(!isPictureTaken([](Wire::Picture &p) { p.planeCount = 255; }));
    QVERIFY(!isPictureTaken([](Wire::Picture &p) { p.layout = Wire::PixelLayout::Bgra; }));
    QVERIFY(!isPictureTaken([](Wire::Picture &p) { p.row.width = 8; }));
}

void tst_Untrusted::refusesAnotherFrame()
{
    QVERIFY(!checkPicture(honestPicture(), 4, ClipSize, slot()));
}

void tst_Untrusted::refusesRowsThatCannotBe()
{
    const auto isTaken = [](const std::function<void(Wire::FrameRow &)> &lie) {
        Wire::FrameRow row = honestRow();
        lie(row);
        return checkRow(row, 3, ClipSize).has_value();
    };
    QVERIFY(isTaken([](Wire::FrameRow &) {}));
    QVERIFY(isTaken([](Wire::FrameRow &r) { r.packetPosition = -1; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.packetPosition = ClipSize; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.packetSize = -1; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.width = 0; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.height = Wire::MaximumDimension + 1; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.timeBase = {0, 1}; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.aspect = {-1, -1}; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.pts = r.ticks = INT64_MIN; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.pts = 74; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.microseconds = INT64_MAX; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.segment = -1; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.segment = INT32_MAX; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.seamMicroseconds = INT64_MIN; }));
    QVERIFY(!isTaken([](Wire::FrameRow &r) { r.durationTicks = -1; }));
}

void tst_Untrusted::refusesThumbnailsThatLeaveTheSlot()
{
    const Wire::Thumbnail honest{.slot = 0, .number = 0, .width = 4, .height = 4, .stride = 16};
    Wire::Thumbnail tall = honest;
    tall.height = 5;
    Wire::Thumbnail narrow = honest;
    narrow.stride = 15;

    QVERIFY(checkThumbnail(honest, 4, slot()));
    QVERIFY(!checkThumbnail(honest, 3, slot()));
    QVERIFY(!checkThumbnail(tall, 4, slot()));
    QVERIFY(!checkThumbnail(narrow, 4, slot()));
    QVERIFY(!checkThumbnail({.width = 0, .height = 0}, 4, slot()));
    QVERIFY(!checkThumbnail({.width = 1, .height = UINT32_MAX, .stride = UINT32_MAX}, 4, slot()));
}

void tst_Untrusted::refusesSoundThatWasNotAskedFor()
{
    const Wire::SoundRequest request{.startMicroseconds = 1000, .lengthMicroseconds = 250};
    const Wire::Sound honest{.slot = 0, .startMicroseconds = 1000, .sampleCount = 12, .channels = 2, .isLast = false};
    Wire::Sound other = honest;
    other.startMicroseconds = 999;
    Wire::Sound longer = honest;
    longer.sampleCount = 100;
    Wire::Sound many = honest;
    many.channels = 3;
    Wire::Sound none = honest;
    none.channels = 0;

    QCOMPARE(checkSound(honest, request, slot())->samples.size(), 48);
    QVERIFY(!checkSound(other, request, slot()));
    QVERIFY(!checkSound(longer, request, slot()));
    QVERIFY(!checkSound(many, request, slot()));
    QVERIFY(!checkSound(none, request, slot()));
}

void tst_Untrusted::refusesPeaksThatCannotFollow()
{
    const Wire::WavePart honest{.first = 7, .peaks = {{.low = -3, .high = 4}, {.low = 5, .high = 5}}};
    Wire::WavePart turned = honest;
    std::swap(turned.peaks[0].low, turned.peaks[0].high);
    Wire::WavePart last{.isLast = true, .first = 7};
    const Wire::WavePart idle{.first = 7};
    Wire::WavePart beyond = honest;
    beyond.first = Wire::MaximumPeaks - 1;

    QCOMPARE(checkWave(honest, 7)->size(), 2);
    QVERIFY(checkWave(last, 7));
    QVERIFY(!checkWave(honest, 8));
    QVERIFY(!checkWave(turned, 7));
    QVERIFY(!checkWave(idle, 7));
    QVERIFY(!checkWave(beyond, Wire::MaximumPeaks - 1));
    last.first = INT64_MIN;
    QVERIFY(!checkWave(last, INT64_MIN));
}

void tst_Untrusted::refusesASummaryWithoutItsVideo()
{
    Wire::Summary honest;
    Wire::Stream video;
    video.index = 2;
    video.kind = Wire::StreamKind::Video;
    Wire::Stream sound;
    sound.index = 4;
    sound.kind = Wire::StreamKind::Sound;
    honest.streams = {video, sound};
    honest.videoStream = 2;
    honest.soundStream = 4;
    Wire::Summary swapped = honest;
    std::swap(swapped.videoStream, swapped.soundStream);
    Wire::Summary missing = honest;
    missing.videoStream = -1;

    QCOMPARE(checkSummary(honest, ClipSize)->video()->index, 2);
    QVERIFY(!checkSummary(swapped, ClipSize));
    QVERIFY(!checkSummary(missing, ClipSize));
}

void tst_Untrusted::neverReadsOutsideTheSlot()
{
    // Under a sanitizer this would show any read beyond the 64 bytes.
    QRandomGenerator random(7);
    int taken = 0;
    for (int round = 0; round < 200'000; ++round) {
        Wire::Picture picture = honestPicture();
        // Near the truth, or it would be refused for another reason.
        for (Wire::Plane &plane : picture.planes) {
            plane.offset = random.bounded(70U);
            plane.stride = random.bounded(4U, 12U);
        }
        const auto frame = checkPicture(picture, 3, ClipSize, slot());
        for (int i = 0; frame && i < frame->planeCount(); ++i) {
            QVERIFY(frame->plane(i).bytes.count('p') == frame->plane(i).bytes.size());
            ++taken;
        }
    }
    QVERIFY(taken > 100);
}

QTEST_APPLESS_MAIN(tst_Untrusted)
#include "tst_untrusted.moc"
