// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/packedpicture.h"
#include "media/planeshape.h"

#include <QTest>

#include <random>

using namespace Porchlight;

namespace {

constexpr int Padding = 13;

/// Noise, so that nothing is right by chance.
DecodedFrame noise(PixelLayout layout, QSize size, int padding = Padding)
{
    std::mt19937 generator(42);
    std::vector<DecodedFrame::Plane> planes;
    for (const PlaneShape &shape : shapesOf(layout, size)) {
        const int stride = static_cast<int>(shape.lineBytes()) + padding;
        QByteArray bytes(qsizetype{stride} * shape.height, '\0');
        for (qsizetype y = 0; y < shape.height; ++y) {
            for (qsizetype x = 0; x < shape.lineBytes(); ++x) {
                bytes[y * stride + x] = static_cast<char>(generator());
            }
        }
        planes.push_back({.bytes = bytes, .stride = stride, .width = shape.width, .height = shape.height});
    }
    FrameRow row;
    row.size = size;
    return DecodedFrame(row, layout, planes);
}

QByteArray pixelsOf(const DecodedFrame &frame)
{
    QByteArray pixels;
    const std::vector<PlaneShape> shapes = shapesOf(frame.layout(), frame.size());
    for (int index = 0; index < frame.planeCount(); ++index) {
        for (qsizetype y = 0; y < frame.plane(index).height; ++y) {
            pixels += frame.plane(index).bytes.sliced(y * frame.plane(index).stride,
                                                      shapes[static_cast<std::size_t>(index)].lineBytes());
        }
    }
    return pixels;
}

} // namespace

class tst_PackedPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothing_data()
    {
        QTest::addColumn<PixelLayout>("layout");
        QTest::addColumn<QSize>("size");
        for (const PixelLayout layout : {PixelLayout::Gray, PixelLayout::Yuv420, PixelLayout::Yuv422,
                                         PixelLayout::Yuv444, PixelLayout::Nv12, PixelLayout::Bgra}) {
            for (const QSize size : {QSize(64, 48), QSize(63, 37), QSize(1, 1), QSize(3, 2), QSize(9, 1)}) {
                QTest::addRow("%d %dx%d", static_cast<int>(layout), size.width(), size.height()) << layout << size;
            }
        }
    }
    void losesNothing()
    {
        QFETCH(const PixelLayout, layout);
        QFETCH(const QSize, size);
        const DecodedFrame frame = noise(layout, size);

        const auto packed = packPicture(frame);
        QVERIFY(packed);
        const auto again = unpackPicture(*packed, frame.facts(), layout);

        QVERIFY(again);
        QCOMPARE(again->layout(), layout);
        QCOMPARE(again->size(), size);
        QCOMPARE(pixelsOf(*again), pixelsOf(frame));
        QCOMPARE(pixelHashOf(*again), pixelHashOf(frame));
    }

    void hashesThePixelsAndNotThePadding()
    {
        const DecodedFrame frame = noise(PixelLayout::Yuv420, {64, 48});

        QCOMPARE(pixelHashOf(noise(PixelLayout::Yuv420, {64, 48}, 0)), pixelHashOf(frame));
        QVERIFY(pixelHashOf(noise(PixelLayout::Yuv420, {64, 47})) != pixelHashOf(frame));
    }

    void takesFewBytesForAnEvenPicture()
    {
        DecodedFrame::Plane plane{.bytes = QByteArray(64 * 48, 'x'), .stride = 64, .width = 64, .height = 48};
        FrameRow row;
        row.size = QSize(64, 48);

        const auto packed = packPicture(DecodedFrame(row, PixelLayout::Gray, {plane}));

        QVERIFY(packed && packed->size() < 100);
    }

    void refusesWhatIsNotSuchAPicture()
    {
        const DecodedFrame frame = noise(PixelLayout::Gray, {64, 48});
        const QByteArray packed = *packPicture(frame);
        FrameRow larger = frame.facts();
        larger.size = QSize(64, 49);
        FrameRow smaller = frame.facts();
        smaller.size = QSize(64, 47);
        FrameRow huge = frame.facts();
        huge.size = QSize(32'768, 32'768);

        QVERIFY(!unpackPicture(packed.first(packed.size() / 2), frame.facts(), PixelLayout::Gray));
        QVERIFY(!unpackPicture({}, frame.facts(), PixelLayout::Gray));
        QVERIFY(!unpackPicture(QByteArray(500, 'x'), frame.facts(), PixelLayout::Gray));
        QVERIFY(!unpackPicture(packed, larger, PixelLayout::Gray));
        QVERIFY(!unpackPicture(packed, smaller, PixelLayout::Gray));
        QVERIFY(!unpackPicture(packed, huge, PixelLayout::Gray));
        QVERIFY(!unpackPicture(packed, frame.facts(), PixelLayout::Yuv420));
    }
};

QTEST_GUILESS_MAIN(tst_PackedPicture)
#include "tst_packedpicture.moc"
