// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fonts.h"

#include <QColor>
#include <QFontInfo>
#include <QFontMetrics>
#include <QQmlEngine>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

/// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = m_engine.singletonInstance<QObject *>(u"Porchlight.Theme"_s, u"Theme"_s);
        QVERIFY(m_theme != nullptr);
    }

    void keepsTextReadable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("ground");
        for (const char *text : {"text", "secondText", "thirdText", "accent", "good", "caution", "bad"}) {
            for (const char *ground : {"window", "rail", "surface", "raised", "selectedRow", "hoveredRow"}) {
                QTest::addRow("%s on %s", text, ground) << QByteArray(text) << QByteArray(ground);
            }
        }
        const auto row = [](const char *text, const char *ground) {
            QTest::addRow("%s on %s", text, ground) << QByteArray(text) << QByteArray(ground);
        };
        row("accent", "accentGround");
        row("text", "accentGround");
        row("good", "goodGround");
        row("text", "goodGround");
        row("caution", "cautionGround");
        row("text", "cautionGround");
        row("bad", "badGround");
        row("text", "badGround");
        row("mainButtonText", "mainButton");
        row("mainButtonText", "mainButtonHovered");
        row("overPictureText", "pictureGround");
        row("overPictureAccent", "pictureGround");
        row("mapLabel", "mapLand");
        row("mapLabel", "mapBuiltUp");
        row("mapLabel", "mapLabelHalo");
        row("secondText", "mapLand");
        row("surface", "text"); // Tooltips.
    }
    void keepsTextReadable()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, ground);

        for (const bool isDark : {false, true}) {
            m_theme->setProperty("dark", isDark);
            const double seen = contrast(colour(text), colour(ground));
            QVERIFY2(seen >= 4.5, qPrintable(u"%1: %2"_s.arg(isDark ? u"night"_s : u"day"_s).arg(seen)));
        }
    }

    void hasTwoDifferentThemes()
    {
        m_theme->setProperty("dark", false);
        const QColor day = colour("window");

        m_theme->setProperty("dark", true);

        QVERIFY(luminance(day) > 0.8);
        QVERIFY(luminance(colour("window")) < 0.05);
    }

    void stopsMotionWhereLessIsWanted()
    {
        QVERIFY(m_theme->property("slow").toInt() > 0);
        QVERIFY(m_theme->property("slow").toInt() <= 120);

        m_theme->setProperty("reducedMotion", true);

        QCOMPARE(m_theme->property("slow").toInt(), 0);
        QCOMPARE(m_theme->property("quick").toInt(), 0);
        m_theme->setProperty("reducedMotion", false);
    }

    void shipsItsFaces()
    {
        const Fonts fonts;
        QFont icons(fonts.iconFamily());

        QCOMPARE(QFontInfo(fonts.body()).family(), u"Inter"_s);
        QCOMPARE(QFontInfo(fonts.mono()).family(), u"JetBrains Mono"_s);
        QCOMPARE(QFontInfo(icons).family(), u"lucide"_s);
    }

    void writesFiguresOfOneWidth()
    {
        const Fonts fonts;
        const QFontMetricsF metrics(fonts.body());

        for (const QChar figure : u"023456789"_s) {
            QCOMPARE(metrics.horizontalAdvance(QString(6, figure)), metrics.horizontalAdvance(u"111111"_s));
        }
    }

    void namesItsIcons()
    {
        auto *icons = m_theme->property("icons").value<QObject *>();
        QVERIFY(icons != nullptr);

        for (const char *name :
             {"map", "filePenLine", "inbox", "film", "packageCheck", "scale", "settings", "lampWallDown"}) {
            QCOMPARE(icons->property(name).toString().size(), 1);
        }
    }

private:
    [[nodiscard]] QColor colour(const QByteArray &name) const
    {
        return m_theme->property(name.constData()).value<QColor>();
    }

    QQmlEngine m_engine;
    QObject *m_theme = nullptr;
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
