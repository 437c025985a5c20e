// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frameview.h"

#include "media/frameimage.h"

#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QTest>

#include <array>
#include <memory>

using namespace Porchlight;

namespace {

struct Sample
{
    int y = 0;
    int cb = 128;
    int cr = 128;
};

DecodedFrame::Plane planeOf(int width, int height, const QByteArray &pattern)
{
    // Lines are padded, as a decoder's are.
    const int stride = static_cast<int>(((width * pattern.size() + 31) / 32) * 32);
    QByteArray bytes(static_cast<qsizetype>(stride) * height, '\x5a');
    for (int line = 0; line < height; ++line) {
        for (int x = 0; x < width; ++x) {
            bytes.replace(line * stride + x * pattern.size(), pattern.size(), pattern);
        }
    }
    return {.bytes = bytes, .stride = stride, .width = width, .height = height};
}

QByteArray byte(int value)
{
    return QByteArray(1, static_cast<char>(value));
}

/// A picture of one colour.
DecodedFrame flatFrame(PixelLayout layout, Sample sample, ColourMatrix matrix, ColourRange range, QSize size = {64, 48})
{
    FrameFacts facts;
    facts.size = size;
    facts.colour = {.matrix = matrix, .range = range};
    const int halfWidth = (size.width() + 1) / 2;
    const int halfHeight = (size.height() + 1) / 2;
    std::vector<DecodedFrame::Plane> planes;
    const auto add = [&planes](int width, int height, const QByteArray &pattern) {
        planes.push_back(planeOf(width, height, pattern));
    };
    if (layout == PixelLayout::Bgra) {
        add(size.width(), size.height(), byte(sample.y) + byte(sample.cb) + byte(sample.cr) + byte(255));
        return DecodedFrame(facts, layout, planes);
    }
    add(size.width(), size.height(), byte(sample.y));
    if (layout == PixelLayout::Nv12) {
        add(halfWidth, halfHeight, byte(sample.cb) + byte(sample.cr));
    } else if (layout != PixelLayout::Gray) {
        const int width = layout == PixelLayout::Yuv444 ? size.width() : halfWidth;
        const int height = layout == PixelLayout::Yuv420 ? halfHeight : size.height();
        add(width, height, byte(sample.cb));
        add(width, height, byte(sample.cr));
    }
    return DecodedFrame(facts, layout, planes);
}

/// Full-range grey levels, one a pixel, different everywhere.
DecodedFrame rampFrame(QSize size)
{
    FrameFacts facts;
    facts.size = size;
    facts.colour = {.matrix = ColourMatrix::Bt601, .range = ColourRange::Full};
    QByteArray bytes;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            bytes.append(static_cast<char>((x * 7 + y * 31) % 256));
        }
    }
    return DecodedFrame(facts, PixelLayout::Gray,
                        {{.bytes = bytes, .stride = size.width(), .width = size.width(), .height = size.height()}});
}

/// Left half dark, right half light in the upper part, all middle grey below: every turn and mirror looks different.
DecodedFrame cornerFrame()
{
    constexpr int Width = 60;
    constexpr int Height = 40;
    FrameFacts facts;
    facts.size = {Width, Height};
    facts.colour = {.matrix = ColourMatrix::Bt601, .range = ColourRange::Full};
    QByteArray bytes(qsizetype(Width) * Height, char(0));
    for (int y = 0; y < Height; ++y) {
        for (int x = 0; x < Width; ++x) {
            const int level = (y < Height / 2 ? 10 : 130) + (x < Width / 2 ? 0 : 60);
            bytes[y * Width + x] = static_cast<char>(level);
        }
    }
    return DecodedFrame(facts, PixelLayout::Gray,
                        {{.bytes = bytes, .stride = Width, .width = Width, .height = Height}});
}

/// No two pixels beside each other alike, and a colour of its own for each pair of them.
DecodedFrame chequeredFrame()
{
    constexpr QSize Size(34, 22);
    FrameFacts facts;
    facts.size = Size;
    facts.colour = {.matrix = ColourMatrix::Bt601, .range = ColourRange::Full};
    const auto plane = [](int width, int height, int across, int down) {
        QByteArray bytes;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                bytes.append(static_cast<char>(90 + (x * across + y * down) % 76));
            }
        }
        return DecodedFrame::Plane{.bytes = bytes, .stride = width, .width = width, .height = height};
    };
    return DecodedFrame(facts, PixelLayout::Yuv420,
                        {plane(34, 22, 41, 29), plane(17, 11, 37, 31), plane(17, 11, 23, 47)});
}

class Stage
{
public:
    explicit Stage(int views, QSize viewSize = {100, 80})
    {
        m_window.setColor(QColor(1, 2, 3));
        m_window.resize(viewSize.width() * views, viewSize.height());
        for (int i = 0; i < views; ++i) {
            auto view = std::make_unique<FrameView>();
            view->setParentItem(m_window.contentItem());
            view->setPosition(QPointF(viewSize.width() * i, 0));
            view->setSize(viewSize);
            m_views.push_back(std::move(view));
        }
        m_window.show();
        [[maybe_unused]] const bool isShown = QTest::qWaitForWindowExposed(&m_window);
    }

    FrameView &view(std::size_t i) { return *m_views.at(i); }
    QQuickWindow &window() { return m_window; }
    QImage grab() { return m_window.grabWindow(); }
    QColor middleOf(std::size_t i)
    {
        const FrameView &shown = *m_views.at(i);
        return grab().pixelColor((shown.position() + QPointF(shown.width() / 2, shown.height() / 2)).toPoint());
    }

private:
    QQuickWindow m_window;
    std::vector<std::unique_ptr<FrameView>> m_views;
};

bool isNear(QColor seen, QColor expected, int tolerance = 2)
{
    const auto near = [tolerance](int a, int b) {
        return std::abs(a - b) <= tolerance;
    };
    return near(seen.red(), expected.red()) && near(seen.green(), expected.green()) &&
           near(seen.blue(), expected.blue());
}

QString nameOf(QColor colour)
{
    return colour.name();
}

} // namespace

#define COMPARE_COLOUR(seen, expected)                                                                                 \
    do {                                                                                                               \
        const QColor seenColour = (seen);                                                                              \
        QVERIFY2(isNear(seenColour, (expected)), qPrintable(nameOf(seenColour)));                                      \
    } while (false)

class FrameViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDrawnByTheExpectedRenderer()
    {
        Stage stage(1);
        const bool isOpenGl = qEnvironmentVariable("EXPECTED_RENDERER") == u"opengl";

        QCOMPARE(stage.window().rendererInterface()->graphicsApi(),
                 isOpenGl ? QSGRendererInterface::OpenGL : QSGRendererInterface::Software);
    }

    void drawsNothingWithoutAFrame()
    {
        Stage stage(1);
        COMPARE_COLOUR(stage.middleOf(0), QColor(1, 2, 3));

        stage.view(0).setFrame(flatFrame(PixelLayout::Gray, {200}, ColourMatrix::Bt601, ColourRange::Full));
        COMPARE_COLOUR(stage.middleOf(0), QColor(200, 200, 200));

        stage.view(0).setFrame({});
        COMPARE_COLOUR(stage.middleOf(0), QColor(1, 2, 3));
    }

    // Expected colours were worked out by hand from ITU-T H.273.
    void showsEachLayoutMatrixAndRange_data()
    {
        QTest::addColumn<int>("layout");
        QTest::addColumn<int>("matrix");
        QTest::addColumn<int>("range");
        QTest::addColumn<QList<int>>("sample");
        QTest::addColumn<QColor>("expected");
        const auto row = [](const char *name, PixelLayout layout, ColourMatrix matrix, ColourRange range,
                            const QList<int> &sample, QColor expected) {
            QTest::newRow(name) << static_cast<int>(layout) << static_cast<int>(matrix) << static_cast<int>(range)
                                << sample << expected;
        };
        using enum PixelLayout;
        using enum ColourMatrix;
        const ColourRange limited = ColourRange::Limited;
        const ColourRange full = ColourRange::Full;
        row("601 limited red", Yuv420, Bt601, limited, {81, 90, 240}, QColor(254, 0, 0));
        row("601 limited red in 4:2:2", Yuv422, Bt601, limited, {81, 90, 240}, QColor(254, 0, 0));
        row("601 limited red in 4:4:4", Yuv444, Bt601, limited, {81, 90, 240}, QColor(254, 0, 0));
        row("601 limited red in NV12", Nv12, Bt601, limited, {81, 90, 240}, QColor(254, 0, 0));
        row("709 limited red", Yuv420, Bt709, limited, {63, 102, 240}, QColor(255, 1, 0));
        row("2020 limited red", Yuv420, Bt2020, limited, {74, 97, 240}, QColor(255, 0, 1));
        row("601 full red", Yuv420, Bt601, full, {76, 85, 255}, QColor(254, 0, 0));
        row("709 full blue", Yuv420, Bt709, full, {18, 255, 117}, QColor(1, 0, 254));
        row("limited white", Yuv420, Bt709, limited, {235, 128, 128}, QColor(255, 255, 255));
        row("the same in full range", Yuv420, Bt709, full, {235, 128, 128}, QColor(235, 235, 235));
        row("limited black", Yuv420, Bt709, limited, {16, 128, 128}, QColor(0, 0, 0));
        row("grey, full", Gray, Bt601, full, {77}, QColor(77, 77, 77));
        row("grey, limited", Gray, Bt601, limited, {126}, QColor(128, 128, 128));
        row("red, green and blue as they are", Bgra, Rgb, full, {10, 120, 230}, QColor(230, 120, 10));
    }
    void showsEachLayoutMatrixAndRange()
    {
        QFETCH(const int, layout);
        QFETCH(const int, matrix);
        QFETCH(const int, range);
        QFETCH(const QList<int>, sample);
        QFETCH(const QColor, expected);
        Stage stage(1);

        stage.view(0).setFrame(flatFrame(static_cast<PixelLayout>(layout),
                                         {sample.value(0), sample.value(1, 128), sample.value(2, 128)},
                                         static_cast<ColourMatrix>(matrix), static_cast<ColourRange>(range)));

        COMPARE_COLOUR(stage.middleOf(0), expected);
    }

    void givesTwoClipsInOneWindowEachItsOwnColours()
    {
        Stage stage(3);
        const Sample same{.y = 120, .cb = 90, .cr = 200};

        stage.view(0).setFrame(flatFrame(PixelLayout::Yuv420, same, ColourMatrix::Bt601, ColourRange::Limited));
        stage.view(1).setFrame(flatFrame(PixelLayout::Yuv420, same, ColourMatrix::Bt709, ColourRange::Full));
        stage.view(2).setFrame(flatFrame(PixelLayout::Yuv420, same, ColourMatrix::Bt2020, ColourRange::Limited));

        COMPARE_COLOUR(stage.middleOf(0), QColor(236, 77, 44));
        COMPARE_COLOUR(stage.middleOf(1), QColor(233, 93, 49));
        COMPARE_COLOUR(stage.middleOf(2), QColor(242, 81, 40));
    }

    void followsAChangeOfRangeAndSizeInMidStream()
    {
        Stage stage(1);
        const Sample light{.y = 235};

        stage.view(0).setFrame(flatFrame(PixelLayout::Yuv420, light, ColourMatrix::Bt709, ColourRange::Limited));
        COMPARE_COLOUR(stage.middleOf(0), QColor(255, 255, 255));
        stage.view(0).setFrame(
            flatFrame(PixelLayout::Yuv420, light, ColourMatrix::Bt709, ColourRange::Full, QSize(33, 21)));
        COMPARE_COLOUR(stage.middleOf(0), QColor(235, 235, 235));
        stage.view(0).setFrame(flatFrame(PixelLayout::Nv12, {81, 90, 240}, ColourMatrix::Bt601, ColourRange::Limited));
        COMPARE_COLOUR(stage.middleOf(0), QColor(254, 0, 0));
    }

    void keepsChromaOfOddSizesInPlace()
    {
        Stage stage(1, {33, 21});
        stage.view(0).setShowsTruePixels(true);

        stage.view(0).setFrame(
            flatFrame(PixelLayout::Yuv420, {81, 90, 240}, ColourMatrix::Bt601, ColourRange::Limited, QSize(33, 21)));

        const QImage image = stage.grab();
        for (const QPoint corner : {QPoint(0, 0), QPoint(32, 0), QPoint(0, 20), QPoint(32, 20)}) {
            COMPARE_COLOUR(image.pixelColor(corner), QColor(254, 0, 0));
        }
    }

    void showsTruePixelsAsTheyAre()
    {
        Stage stage(1);
        stage.view(0).setShowsTruePixels(true);
        const DecodedFrame frame = rampFrame({60, 41});

        stage.view(0).setFrame(frame);

        const QImage image = stage.grab();
        const QPoint corner = stage.view(0).pictureRect().topLeft().toPoint();
        for (int y = 0; y < 41; ++y) {
            for (int x = 0; x < 60; ++x) {
                QCOMPARE(qGray(image.pixel(corner + QPoint(x, y))), (x * 7 + y * 31) % 256);
            }
        }
        QCOMPARE(image.pixelColor(0, 0), QColor(1, 2, 3));
    }

    void pansATruePicture()
    {
        Stage stage(1);
        stage.view(0).setShowsTruePixels(true);
        stage.view(0).setFrame(rampFrame({300, 80}));
        QVERIFY(stage.view(0).canPan());

        stage.view(0).panBy(9999, 0);
        QCOMPARE(qGray(stage.grab().pixel(0, 0)), 0);
        stage.view(0).panBy(-30, 0);
        QCOMPARE(qGray(stage.grab().pixel(0, 0)), 30 * 7 % 256);
    }

    void showsTruePixelsInTheColoursOfAStill()
    {
        Stage stage(1);
        stage.view(0).setShowsTruePixels(true);
        const DecodedFrame frame = chequeredFrame();

        stage.view(0).setFrame(frame);

        const QImage image = stage.grab();
        const QImage still = toImage(frame);
        const QPoint corner = stage.view(0).pictureRect().topLeft().toPoint();
        for (int y = 0; y < still.height(); ++y) {
            for (int x = 0; x < still.width(); ++x) {
                COMPARE_COLOUR(image.pixelColor(corner + QPoint(x, y)), still.pixelColor(x, y));
            }
        }
    }

    void showsAPixelOfAnotherShapeByGeometryAlone()
    {
        Stage stage(1, {120, 60});
        FrameFacts facts = rampFrame({50, 50}).facts();
        facts.aspect = {.horizontal = 2, .vertical = 1};
        const DecodedFrame frame = rampFrame({50, 50});

        stage.view(0).setFrame(DecodedFrame(facts, PixelLayout::Gray, {frame.plane(0)}));

        QCOMPARE(stage.view(0).pictureRect(), QRectF(0, 0, 120, 60));
        stage.view(0).setShowsTruePixels(true);
        QCOMPARE(stage.view(0).pictureRect().size(), QSizeF(50, 50));
    }

    void showsLightnessAndContrast_data()
    {
        QTest::addColumn<int>("layout");
        QTest::addColumn<QList<int>>("sample");
        QTest::newRow("three planes") << int(PixelLayout::Yuv420) << QList<int>{120, 90, 160};
        QTest::newRow("two planes") << int(PixelLayout::Nv12) << QList<int>{120, 90, 160};
        QTest::newRow("grey") << int(PixelLayout::Gray) << QList<int>{70};
        QTest::newRow("red, green and blue") << int(PixelLayout::Bgra) << QList<int>{10, 120, 200};
        QTest::newRow("beyond what a screen shows") << int(PixelLayout::Yuv420) << QList<int>{250, 60, 250};
    }
    void showsLightnessAndContrast()
    {
        QFETCH(const int, layout);
        QFETCH(const QList<int>, sample);
        Stage stage(1);
        const DecodedFrame frame =
            flatFrame(static_cast<PixelLayout>(layout), {sample.value(0), sample.value(1, 128), sample.value(2, 128)},
                      ColourMatrix::Bt601, ColourRange::Full);
        const QColor stored = toImage(frame).pixelColor(0, 0);
        stage.view(0).setFrame(frame);
        COMPARE_COLOUR(stage.middleOf(0), stored);

        for (const ViewAdjustment adjustment :
             {ViewAdjustment{.brightness = 30, .contrast = 0}, ViewAdjustment{.brightness = -20, .contrast = 60},
              ViewAdjustment{.brightness = 10, .contrast = -50}}) {
            stage.view(0).setBrightness(adjustment.brightness);
            stage.view(0).setContrast(adjustment.contrast);
            const auto levels = shownLevels(adjustment);
            const auto shown = [&levels](int level) {
                return int(levels.at(static_cast<std::size_t>(level)));
            };
            COMPARE_COLOUR(stage.middleOf(0), QColor(shown(stored.red()), shown(stored.green()), shown(stored.blue())));
        }

        stage.view(0).setAdjustment({});
        COMPARE_COLOUR(stage.middleOf(0), stored);
    }

    void adjustsOneViewAndNotAnother()
    {
        Stage stage(2);
        const DecodedFrame frame = flatFrame(PixelLayout::Gray, {100}, ColourMatrix::Bt601, ColourRange::Full);
        stage.view(0).setFrame(frame);
        stage.view(1).setFrame(frame);

        stage.view(0).setBrightness(100);

        COMPARE_COLOUR(stage.middleOf(0), QColor(228, 228, 228));
        COMPARE_COLOUR(stage.middleOf(1), QColor(100, 100, 100));
    }

    void turnsAndMirrorsByGeometry_data()
    {
        QTest::addColumn<int>("turns");
        QTest::addColumn<bool>("isMirrored");
        QTest::addColumn<QList<int>>("corners"); // clockwise from top left
        QTest::newRow("as stored") << 0 << false << QList<int>{10, 70, 190, 130};
        QTest::newRow("clockwise") << 1 << false << QList<int>{130, 10, 70, 190};
        QTest::newRow("upside down") << 2 << false << QList<int>{190, 130, 10, 70};
        QTest::newRow("anticlockwise") << 3 << false << QList<int>{70, 190, 130, 10};
        QTest::newRow("mirrored") << 0 << true << QList<int>{70, 10, 130, 190};
        QTest::newRow("mirrored, then clockwise") << 1 << true << QList<int>{190, 70, 10, 130};
    }
    void turnsAndMirrorsByGeometry()
    {
        QFETCH(const int, turns);
        QFETCH(const bool, isMirrored);
        QFETCH(const QList<int>, corners);
        Stage stage(1);
        stage.view(0).setQuarterTurns(turns);
        stage.view(0).setMirrored(isMirrored);

        stage.view(0).setFrame(cornerFrame());

        const QImage image = stage.grab();
        const QRectF place = stage.view(0).pictureRect().adjusted(5, 5, -5, -5);
        const std::array points{place.topLeft(), place.topRight(), place.bottomRight(), place.bottomLeft()};
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(qGray(image.pixel(points.at(static_cast<std::size_t>(i)).toPoint())), corners.at(i));
        }
    }
};

QTEST_MAIN(FrameViewTest)
#include "tst_frameview.moc"
