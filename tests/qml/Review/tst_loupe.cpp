// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loupe.h"

#include "media/frameimage.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace Porchlight;

namespace {

constexpr QSize Pixels(96, 54);
constexpr int Side = 80;

/// Luma and chroma that differ from pixel to pixel.
DecodedFrame frameOf(int seed)
{
    FrameFacts facts;
    facts.size = Pixels;
    facts.colour = {.matrix = ColourMatrix::Bt709, .range = ColourRange::Full};
    const auto plane = [](int width, int height, int across, int down) {
        QByteArray bytes;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                bytes.append(static_cast<char>(80 + (x * across + y * down) % 96));
            }
        }
        return DecodedFrame::Plane{.bytes = bytes, .stride = width, .width = width, .height = height};
    };
    return DecodedFrame(facts, PixelLayout::Yuv420,
                        {plane(96, 54, 37 + seed, 53), plane(48, 27, 29, 41), plane(48, 27, 61, 19)});
}

/// A picture of three times its stored size, and the loupe over it.
class Stage
{
public:
    explicit Stage(const Orientation &orientation = {})
    {
        m_window.setColor(QColor(1, 2, 3));
        m_window.resize(Pixels.width() * 3, Pixels.height() * 3);
        m_view.setParentItem(m_window.contentItem());
        m_view.setSize(QSizeF(m_window.width(), m_window.height()));
        m_view.setQuarterTurns(orientation.quarterTurns);
        m_view.setMirrored(orientation.isMirrored);
        m_view.setFrame(frameOf(0));
        m_loupe.setParentItem(m_window.contentItem());
        m_loupe.setSize(QSizeF(Side, Side));
        m_loupe.setPicture(&m_view);
        m_window.show();
        m_window.requestActivate();
        [[maybe_unused]] const bool isShown = QTest::qWaitForWindowActive(&m_window);
    }

    QQuickWindow &window() { return m_window; }
    FrameView &view() { return m_view; }
    Loupe &loupe() { return m_loupe; }
    /// Where the middle of a pixel, as it is seen, lies in the window.
    QPointF placeOf(QPoint seen)
    {
        const QRectF shown = m_view.pictureRect();
        const QSize pixels = seenPixels({.stored = Pixels, .orientation = m_view.orientation()});
        return shown.topLeft() + QPointF((seen.x() + 0.5) * shown.width() / pixels.width(),
                                         (seen.y() + 0.5) * shown.height() / pixels.height());
    }
    QPointF middle() { return m_loupe.position() + QPointF(Side, Side) / 2; }

private:
    QQuickWindow m_window;
    FrameView m_view;
    Loupe m_loupe;
};

bool isNear(QColor seen, QColor expected)
{
    const auto near = [](int a, int b) {
        return std::abs(a - b) <= 2;
    };
    return near(seen.red(), expected.red()) && near(seen.green(), expected.green()) &&
           near(seen.blue(), expected.blue());
}

/// Every pixel of the screen in the loupe that lies clearly inside the square of a stored pixel has its colour; else
/// where it has not.
QString differenceFrom(const QImage &still, Stage &stage)
{
    const QImage image = stage.window().grabWindow();
    const int side = stage.loupe().magnification();
    const QRectF picture = stage.loupe().pictureRect();
    const double edge = 1.01 / side;
    int compared = 0;
    for (int y = 0; y < Side; ++y) {
        for (int x = 0; x < Side; ++x) {
            const double across = (x + 0.5 - picture.x()) / side;
            const double down = (y + 0.5 - picture.y()) / side;
            const QPoint pixel(static_cast<int>(std::floor(across)), static_cast<int>(std::floor(down)));
            const bool isInside = across - pixel.x() > edge && across - pixel.x() < 1 - edge &&
                                  down - pixel.y() > edge && down - pixel.y() < 1 - edge;
            const QPoint onScreen = stage.loupe().position().toPoint() + QPoint(x, y);
            if (!isInside || !still.rect().contains(pixel) || !image.rect().contains(onScreen)) {
                continue;
            }
            ++compared;
            const QColor seen = image.pixelColor(onScreen);
            if (!isNear(seen, still.pixelColor(pixel))) {
                return QStringLiteral("%1, %2: %3").arg(pixel.x()).arg(pixel.y()).arg(seen.name());
            }
        }
    }
    return compared > 0 ? QString() : QStringLiteral("nothing to compare");
}

} // namespace

class LoupeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryPixelAsASquareInTheColourOfAStill()
    {
        Stage stage;
        const QImage still = toImage(frameOf(0));

        for (const QPoint pixel : {QPoint(50, 20), QPoint(51, 21), QPoint(0, 0), QPoint(95, 53)}) {
            stage.loupe().follow(stage.placeOf(pixel));
            QCOMPARE(stage.loupe().pixel(), pixel);
            QCOMPARE(differenceFrom(still, stage), QString());
        }
    }

    void namesTheStoredPixelOfATurnedPicture_data()
    {
        QTest::addColumn<int>("turns");
        QTest::addColumn<bool>("isMirrored");
        QTest::addColumn<QPoint>("stored"); // of the third from the left in the second line
        QTest::newRow("as stored") << 0 << false << QPoint(2, 1);
        QTest::newRow("clockwise") << 1 << false << QPoint(1, 51);
        QTest::newRow("upside down") << 2 << false << QPoint(93, 52);
        QTest::newRow("anticlockwise") << 3 << false << QPoint(94, 2);
        QTest::newRow("mirrored") << 0 << true << QPoint(93, 1);
        QTest::newRow("mirrored, then clockwise") << 1 << true << QPoint(94, 51);
    }
    void namesTheStoredPixelOfATurnedPicture()
    {
        QFETCH(const int, turns);
        QFETCH(const bool, isMirrored);
        QFETCH(const QPoint, stored);
        const Orientation orientation{.quarterTurns = turns, .isMirrored = isMirrored};
        Stage stage(orientation);

        stage.loupe().follow(stage.placeOf({2, 1}));

        QCOMPARE(stage.loupe().pixel(), stored);
        const QImage seen = turned(toImage(frameOf(0)), orientation);
        QCOMPARE(seen.pixel(2, 1), toImage(frameOf(0)).pixel(stored));
        QCOMPARE(differenceFrom(seen, stage), QString());
    }

    void showsTheFrameThatIsOnTheScreenAsItIsShown()
    {
        Stage stage;
        stage.loupe().follow(stage.placeOf({40, 30}));

        stage.view().setFrame(frameOf(5));
        QCOMPARE(differenceFrom(toImage(frameOf(5)), stage), QString());

        stage.view().setBrightness(20);
        QCOMPARE(stage.loupe().brightness(), 20);
    }

    void goesWithThePointerUntilAClickHoldsIt()
    {
        Stage stage;
        stage.loupe().follow({120, 80});
        QCOMPARE(stage.middle(), QPointF(120, 80));
        stage.loupe().follow({121, 90});
        QCOMPARE(stage.middle(), QPointF(121, 90));

        QTest::mouseClick(&stage.window(), Qt::LeftButton, {}, {121, 90});
        QVERIFY(stage.loupe().isHeld());
        stage.loupe().follow({40, 40});
        QCOMPARE(stage.middle(), QPointF(121, 90));

        QTest::mouseClick(&stage.window(), Qt::LeftButton, {}, {125, 95});
        QVERIFY(!stage.loupe().isHeld());
        QCOMPARE(stage.middle(), QPointF(125, 95));
    }

    void isDrawnWithTheMouse()
    {
        Stage stage;
        stage.loupe().follow({120, 80});

        QTest::mousePress(&stage.window(), Qt::LeftButton, {}, {110, 70});
        QTest::mouseMove(&stage.window(), {140, 75});
        QTest::mouseMove(&stage.window(), {170, 80});
        QTest::mouseRelease(&stage.window(), Qt::LeftButton, {}, {170, 80});

        QVERIFY(stage.loupe().isHeld());
        QCOMPARE(stage.middle(), QPointF(180, 90));
    }

    void goesFromPixelToPixelWithTheArrowKeys()
    {
        Stage stage;
        stage.loupe().follow(stage.placeOf({10, 10}));
        stage.loupe().forceActiveFocus();

        QTest::keyClick(&stage.window(), Qt::Key_Right);
        QCOMPARE(stage.loupe().pixel(), QPoint(11, 10));
        QTest::keyClick(&stage.window(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(stage.loupe().pixel(), QPoint(11, 20));
        QTest::keyClick(&stage.window(), Qt::Key_Up);
        QTest::keyClick(&stage.window(), Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(&stage.window(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(stage.loupe().pixel(), QPoint(0, 19));
        QVERIFY(stage.loupe().isHeld());
    }

    void enlargesWithTheWheelWithinItsBounds()
    {
        Stage stage;
        stage.loupe().follow(stage.placeOf({30, 30}));
        const auto turn = [&stage](int angle) {
            QWheelEvent event(stage.middle(), stage.window().mapToGlobal(stage.middle()), {}, {0, angle}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QGuiApplication::sendEvent(&stage.window(), &event);
        };

        turn(120);
        QCOMPARE(stage.loupe().magnification(), 8);
        QCOMPARE(differenceFrom(toImage(frameOf(0)), stage), QString());
        turn(120);
        turn(120);
        turn(120);
        QCOMPARE(stage.loupe().magnification(), 32);
        turn(-1200);
        QCOMPARE(stage.loupe().magnification(), 2);
        QCOMPARE(stage.loupe().pixel(), QPoint(30, 30));
    }

    void staysOnItsPartOfThePictureWhenThatIsMoved()
    {
        Stage stage;
        stage.loupe().follow(stage.placeOf({60, 20}));
        stage.loupe().moveBy(0, 0);

        stage.view().setShowsTruePixels(true);

        QCOMPARE(stage.loupe().pixel(), QPoint(60, 20));
        QVERIFY((stage.middle() - stage.placeOf({60, 20})).manhattanLength() <= 2);
    }

    void bearsAPictureNarrowerThanNothing()
    {
        Stage stage;
        stage.view().setSize(QSizeF(-4, -4));
        const QPointF middle = stage.loupe().position() + QPointF(Side, Side) / 2;
        QCOMPARE(middle, QPointF(0, 0));
        stage.view().setSize(QSizeF(stage.window().width(), stage.window().height()));
        stage.loupe().follow(stage.placeOf(QPoint(48, 27)));
        QCOMPARE(stage.loupe().position() + QPointF(Side, Side) / 2, stage.placeOf(QPoint(48, 27)).toPoint());
    }

    void showsNothingWithoutAPicture()
    {
        Stage stage;
        stage.loupe().follow({150, 80});

        stage.view().setFrame({});

        QCOMPARE(stage.window().grabWindow().pixelColor(150, 80), QColor(1, 2, 3));
    }
};

QTEST_MAIN(LoupeTest)
#include "tst_loupe.moc"
