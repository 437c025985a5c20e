// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streetscene.h"

#include "framepattern.h"

#include <QFont>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

struct Palette
{
    QColor skyTop;
    QColor skyBottom;
    QColor house;
    QColor roof;
    QColor window;
    QColor pavement;
    QColor road;
    QColor lawn;
    QColor line;
};

Palette paletteFor(Daylight daylight)
{
    if (daylight == Daylight::Night) {
        return {0x0a0f1a, 0x1a2438, 0x101824, 0x0c121c, 0xc98a3c, 0x3a4048, 0x2a2f38, 0x161c16, 0x8a8468};
    }
    return {0x9cc4e4, 0xdcebf5, 0xc9b79c, 0x8a5a44, 0x5d7688, 0xb8b8b4, 0x6c7076, 0x7fa35f, 0xe8e4d4};
}

/// Draws in a picture of 1600×900 units whatever its real size; the horizon stays in place in tall pictures.
class ScenePainter
{
public:
    ScenePainter(QImage &image, const StreetScene &scene)
        : m_painter(&image)
        , m_scene(scene)
        , m_palette(paletteFor(scene.daylight))
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.scale(image.width() / 1600.0, image.height() / 900.0);
    }

    void drawStreet()
    {
        QLinearGradient sky(0, 0, 0, 520);
        sky.setColorAt(0, m_palette.skyTop);
        sky.setColorAt(1, m_palette.skyBottom);
        m_painter.fillRect(QRectF(0, 0, 1600, 900), sky);
        for (int i = 0; i < 6; ++i) {
            drawHouse(QRectF(i * 285 - 60, 250 + (i % 3) * 40, 215, 320 - (i % 3) * 40), i);
        }
        m_painter.fillRect(QRectF(0, 540, 1600, 30), m_palette.pavement);
        m_painter.fillRect(QRectF(0, 570, 1600, 160), m_palette.road);
        for (int x = 30; x < 1600; x += 130) {
            m_painter.fillRect(QRectF(x, 646, 60, 6), m_palette.line);
        }
        m_painter.fillRect(QRectF(0, 730, 1600, 170), m_palette.lawn);
        m_painter.setBrush(m_palette.pavement);
        m_painter.drawPolygon(QPolygonF({{620, 730}, {900, 730}, {1180, 900}, {400, 900}}));
    }

    void drawPasser(double progress)
    {
        if (progress < 0 || progress > 1) {
            return;
        }
        const double x = -380 + progress * 2360;
        switch (m_scene.passer) {
        case Passer::Van:
            drawVan(x);
            return;
        case Passer::Walker:
            drawWalker(x, progress);
            return;
        case Passer::Cyclist:
            drawCyclist(x, progress);
            return;
        }
    }

    void drawLamps()
    {
        for (const double x : {180.0, 800.0, 1420.0}) {
            m_painter.fillRect(QRectF(x - 4, 330, 8, 220), QColor(0x20, 0x24, 0x2a));
            if (m_scene.daylight == Daylight::Night) {
                QRadialGradient glow(x, 330, 190);
                glow.setColorAt(0, QColor(255, 200, 120, 200));
                glow.setColorAt(1, QColor(255, 180, 90, 0));
                m_painter.setBrush(glow);
                m_painter.drawEllipse(QPointF(x, 330), 190, 190);
            }
            m_painter.setBrush(QColor(0xff, 0xe6, 0xb8));
            m_painter.drawEllipse(QPointF(x, 330), 9, 9);
        }
    }

    void drawOverlay(double seconds)
    {
        QFont font(u"JetBrains Mono"_s);
        font.setPixelSize(34);
        m_painter.setFont(font);
        const QTime now = m_scene.clock.addMSecs(static_cast<int>(std::lround(seconds * 1000)));
        drawText(QPointF(40, 60), now.toString(u"HH:mm:ss.zzz"_s));
        drawText(QPointF(1180, 60), m_scene.cameraName);
    }

private:
    void drawText(QPointF at, const QString &text)
    {
        m_painter.setPen(QColor(0, 0, 0, 200));
        m_painter.drawText(at + QPointF(2, 2), text);
        m_painter.setPen(Qt::white);
        m_painter.drawText(at, text);
        m_painter.setPen(Qt::NoPen);
    }

    void drawHouse(QRectF wall, int number)
    {
        m_painter.setBrush(m_palette.roof);
        m_painter.drawPolygon(QPolygonF(
            {{wall.left() - 16, wall.top()}, {wall.center().x(), wall.top() - 90}, {wall.right() + 16, wall.top()}}));
        m_painter.fillRect(wall, m_palette.house);
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < 2; ++column) {
                const bool isLit = (number * 5 + row * 3 + column) % 3 == 0;
                const QColor pane = isLit ? m_palette.window : m_palette.window.darker(260);
                m_painter.fillRect(QRectF(wall.left() + 32 + column * 96, wall.top() + 36 + row * 100, 54, 58), pane);
            }
        }
    }

    void drawVan(double x)
    {
        if (m_scene.daylight == Daylight::Night) {
            QLinearGradient beam(x + 330, 0, x + 640, 0);
            beam.setColorAt(0, QColor(255, 240, 200, 150));
            beam.setColorAt(1, QColor(255, 240, 200, 0));
            m_painter.setBrush(beam);
            m_painter.drawPolygon(QPolygonF({{x + 330, 622}, {x + 640, 570}, {x + 640, 720}, {x + 330, 640}}));
        }
        QPainterPath body;
        body.moveTo(x, 660);
        body.lineTo(x, 540);
        body.quadTo(x, 510, x + 36, 510);
        body.lineTo(x + 230, 510);
        body.lineTo(x + 330, 600);
        body.lineTo(x + 336, 660);
        body.closeSubpath();
        m_painter.setBrush(QColor(0xd8, 0xdd, 0xe2));
        m_painter.drawPath(body);
        m_painter.setBrush(QColor(0x24, 0x2c, 0x36));
        m_painter.drawPolygon(QPolygonF({{x + 222, 526}, {x + 300, 596}, {x + 222, 596}}));
        for (const double wheel : {x + 74, x + 270}) {
            m_painter.setBrush(QColor(0x12, 0x14, 0x18));
            m_painter.drawEllipse(QPointF(wheel, 664), 34, 34);
            m_painter.setBrush(QColor(0x80, 0x86, 0x8c));
            m_painter.drawEllipse(QPointF(wheel, 664), 13, 13);
        }
        m_painter.setBrush(QColor(0xff, 0xf2, 0xcc));
        m_painter.drawEllipse(QPointF(x + 330, 630), 9, 9);
    }

    void drawPerson(QPointF hip, double swing, QColor coat)
    {
        QPen limb(QColor(0x22, 0x26, 0x2e), 14, Qt::SolidLine, Qt::RoundCap);
        m_painter.setPen(limb);
        m_painter.drawLine(hip, hip + QPointF(34 * swing, 84));
        m_painter.drawLine(hip, hip + QPointF(-34 * swing, 84));
        m_painter.setPen(QPen(coat, 30, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(hip, hip + QPointF(0, -76));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(QColor(0xc8, 0xa0, 0x80));
        m_painter.drawEllipse(hip + QPointF(4, -118), 21, 24);
    }

    void drawWalker(double x, double progress)
    {
        drawPerson(QPointF(x + 120, 700), std::sin(progress * 90), QColor(0x3f, 0x6a, 0x52));
    }

    void drawCyclist(double x, double progress)
    {
        const double turn = progress * 60;
        for (const double wheel : {x + 40, x + 190}) {
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(QColor(0x14, 0x16, 0x1a), 8));
            m_painter.drawEllipse(QPointF(wheel, 664), 46, 46);
            m_painter.setPen(QPen(QColor(0x70, 0x76, 0x7c), 2));
            for (int spoke = 0; spoke < 6; ++spoke) {
                const double angle = turn + spoke * 1.0472;
                m_painter.drawLine(QPointF(wheel, 664),
                                   QPointF(wheel + 44 * std::cos(angle), 664 + 44 * std::sin(angle)));
            }
        }
        drawPerson(QPointF(x + 110, 590), std::sin(turn) * 0.6, QColor(0xa0, 0x3c, 0x34));
    }

    QPainter m_painter;
    const StreetScene &m_scene;
    Palette m_palette;
};

void drawPattern(QImage &image, int number)
{
    QPainter painter(&image);
    const double width = static_cast<double>(image.width()) / FramePattern::BlocksAcross;
    const double height = static_cast<double>(image.height()) / FramePattern::BlocksDown;
    const double top = FramePattern::Row * height;
    painter.fillRect(QRectF(FramePattern::FirstColumn * width - width / 4, top - height / 4,
                            FramePattern::Blocks * width + width / 2, height * 1.5),
                     QColor(0x60, 0x60, 0x60));
    int column = FramePattern::FirstColumn;
    for (const bool isWhite : FramePattern::patternOf(static_cast<std::uint16_t>(number))) {
        painter.fillRect(QRectF(column * width, top, width, height), isWhite ? Qt::white : Qt::black);
        ++column;
    }
}

} // namespace

QImage drawScene(const StreetScene &scene, int number, double seconds)
{
    QImage image(scene.size, QImage::Format_RGB32);
    {
        ScenePainter painter(image, scene);
        painter.drawStreet();
        painter.drawLamps();
        painter.drawPasser((seconds - scene.passFrom) / scene.passTakes);
        painter.drawOverlay(seconds);
    }
    drawPattern(image, number);
    return image;
}

} // namespace Porchlight
