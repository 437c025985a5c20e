// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fonts.h"

#include <QFontDatabase>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

Q_LOGGING_CATEGORY(lcFonts, "porchlight.theme.fonts")

bool loadFaces()
{
    bool isComplete = true;
    for (const QString &face : {u"Inter-Regular.otf"_s, u"Inter-Medium.otf"_s, u"Inter-SemiBold.otf"_s,
                                u"JetBrainsMono-Regular.ttf"_s, u"lucide.ttf"_s}) {
        if (QFontDatabase::addApplicationFont(u":/fonts/"_s + face) < 0) {
            qCCritical(lcFonts, "The face %ls does not load.", qUtf16Printable(face));
            isComplete = false;
        }
    }
    return isComplete;
}

QFont words(int pixels, QFont::Weight weight)
{
    QFont font(u"Inter"_s);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    // Figures of one width, so that columns of numbers stand still.
    font.setFeature(QFont::Tag("tnum"), 1);
    return font;
}

QFont figures(int pixels)
{
    QFont font(QStringList{u"JetBrains Mono"_s, u"Inter"_s});
    font.setPixelSize(pixels);
    // No ligatures: "->" and "!=" in a hash or a file name are two characters.
    font.setFeature(QFont::Tag("calt"), 0);
    return font;
}

} // namespace

Fonts::Fonts(QObject *parent)
    : QObject(parent)
{
    [[maybe_unused]] static const bool isLoaded = loadFaces();
}

QFont Fonts::small() const
{
    return words(12, QFont::Normal);
}

QFont Fonts::smallStrong() const
{
    return words(12, QFont::DemiBold);
}

QFont Fonts::body() const
{
    return words(13, QFont::Normal);
}

QFont Fonts::bodyMedium() const
{
    return words(13, QFont::Medium);
}

QFont Fonts::bodyStrong() const
{
    return words(13, QFont::DemiBold);
}

QFont Fonts::heading() const
{
    return words(15, QFont::DemiBold);
}

QFont Fonts::title() const
{
    return words(20, QFont::DemiBold);
}

QFont Fonts::figure() const
{
    return words(28, QFont::DemiBold);
}

QFont Fonts::monoSmall() const
{
    return figures(12);
}

QFont Fonts::mono() const
{
    return figures(13);
}

QFont Fonts::monoHeading() const
{
    return figures(15);
}

QFont Fonts::monoFigure() const
{
    return figures(24);
}

QString Fonts::iconFamily() const
{
    return u"lucide"_s;
}

} // namespace Porchlight
