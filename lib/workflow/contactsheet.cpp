// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/contactsheet.h"

#include "review/sheetplan.h"
#include "workflow/mediawords.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int PageWidth = 1920;
constexpr int Margin = 44;
constexpr int Gap = 18;
constexpr int HeadHeight = 196;
constexpr int CaptionHeight = 76;
constexpr int FootHeight = 40;
constexpr int LineHeight = 24;
constexpr QColor Ink(0x1b, 0x1f, 0x24);
constexpr QColor SecondInk(0x56, 0x60, 0x6b);
constexpr QColor Warning(0xa8, 0x2b, 0x2b);
constexpr QColor Hairline(0xc8, 0xcd, 0xd2);

QFont wordFont(int pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setFamilies({u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s, u"sans-serif"_s});
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QFont figureFont(int pixels)
{
    QFont font;
    font.setFamilies({u"JetBrains Mono"_s, u"DejaVu Sans Mono"_s, u"monospace"_s});
    font.setPixelSize(pixels);
    return font;
}

/// "00:00:54.133"
QString clipTimeText(qint64 microseconds)
{
    const qint64 milliseconds = std::llround(static_cast<double>(microseconds) / 1000);
    const qint64 whole = std::abs(milliseconds);
    const QChar zero(u'0');
    return (milliseconds < 0 ? u"\u2212"_s : QString()) + u"%1:%2:%3.%4"_s.arg(whole / 3'600'000, 2, 10, zero)
                                                              .arg(whole / 60'000 % 60, 2, 10, zero)
                                                              .arg(whole / 1000 % 60, 2, 10, zero)
                                                              .arg(whole % 1000, 3, 10, zero);
}

/// "2026-11-22 21:14:07.533 EST", by this machine's time zone.
QString wallTimeText(const std::optional<UtcTime> &time)
{
    if (!time) {
        return u"wall time not known"_s;
    }
    const QDateTime local = time->toDateTime().toLocalTime();
    return local.toString(u"yyyy-MM-dd HH:mm:ss.zzz "_s) + local.timeZoneAbbreviation();
}

QString secondsText(qint64 microseconds)
{
    return QString::number(static_cast<double>(microseconds) / 1e6, 'f', 3);
}

QString clockText(const SharedClip &clip)
{
    if (!clip.statedStart) {
        return u"Wall time: nobody said when the recording begins."_s;
    }
    const QString by = u"%1%2 s \u00b1%3 s"_s.arg(clip.clockOffsetMicroseconds < 0 ? u"\u2212"_s : u"+"_s,
                                                  secondsText(std::abs(clip.clockOffsetMicroseconds)),
                                                  secondsText(clip.clockUncertaintyMicroseconds));
    return clip.isClockChecked ? u"Wall time: camera clock corrected by %1."_s.arg(by)
                               : u"Wall time: by the camera's own clock, which nobody has checked."_s;
}

QString choiceText(const SheetCircumstances &all)
{
    const qint64 first = all.tiles.front().facts.number;
    const qint64 last = all.tiles.back().facts.number;
    const auto count = all.tiles.size();
    if (all.choice == u"markers") {
        return u"%1 marked frames, from %2 to %3"_s.arg(count).arg(first).arg(last);
    }
    return u"%1 frames at even distances of time, from %2 to %3"_s.arg(count).arg(first).arg(last);
}

QString sizeText(QSize size)
{
    return u"%1 \u00d7 %2"_s.arg(size.width()).arg(size.height());
}

QString settingsText(const SheetCircumstances &all)
{
    const StillCircumstances &first = all.tiles.front();
    const QString stored = sizeText(first.facts.size);
    const QString shown = sizeText(all.tile);
    QString text = u"Decoded as %1, %2 range; %3; brightness and contrast as stored."_s.arg(
        toWord(first.viewColour.matrix), toWord(first.viewColour.range),
        stored == shown ? u"in its %1 pixels"_s.arg(stored) : u"%1 made smaller to %2"_s.arg(stored, shown));
    if (first.orientation.quarterTurns != 0) {
        text += u" Turned by %1\u00b0."_s.arg(90 * first.orientation.quarterTurns);
    }
    return first.orientation.isMirrored ? text + u" Mirrored, as the clip asks."_s : text;
}

class SheetPainter
{
public:
    SheetPainter(QImage &page, const SheetLayout &layout)
        : m_painter(&page)
        , m_layout(layout)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void line(QPoint place, const QString &words, const QFont &font, const QColor &colour, int room)
    {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        const QString shown = QFontMetricsF(font).elidedText(words, Qt::ElideRight, room);
        m_painter.drawText(QRect(place, QSize(room, LineHeight + 16)), Qt::AlignLeft | Qt::AlignTop, shown);
    }

    void head(const SheetCircumstances &all)
    {
        const StillCircumstances &first = all.tiles.front();
        constexpr int Room = PageWidth - 2 * Margin;
        line({Margin, 34}, u"Contact sheet \u00b7 case %1 %2"_s.arg(first.caseFile.number, first.caseFile.title),
             wordFont(30, QFont::DemiBold), Ink, Room);
        const QString place = first.clip.placeText.isEmpty() ? QString() : first.clip.placeText + u" \u00b7 "_s;
        line({Margin, 80}, place + first.clip.originalName + u" \u00b7 "_s + choiceText(all), wordFont(18), Ink, Room);
        line({Margin, 80 + LineHeight}, u"SHA-256 of the clip "_s + first.clip.digestText(), figureFont(17), Ink, Room);
        line({Margin, 80 + 2 * LineHeight}, settingsText(all), wordFont(17), SecondInk, Room);
        line({Margin, 80 + 3 * LineHeight}, clockText(first.clip), wordFont(17), SecondInk, Room);
        m_painter.fillRect(QRect(Margin, HeadHeight - 10, Room, 1), Hairline);
    }

    void foot(const SheetCircumstances &all)
    {
        const Officer &author = all.still.author;
        const QString by = author.agencyName.isEmpty() ? author.name : author.name + u", "_s + author.agencyName;
        const QString words = u"For an overview; a still keeps the stored pixels. The hash of every frame is in the "
                              "record beside this page. Made %1 by %2 with Porchlight %3."_s;
        line({Margin, m_layout.page.height() - FootHeight},
             words.arg(all.still.takenAt.toString(), by, QStringLiteral(PORCHLIGHT_VERSION)), wordFont(15), SecondInk,
             PageWidth - 2 * Margin);
    }

    void tile(std::size_t index, const SheetTile &tile)
    {
        const int column = static_cast<int>(index) % m_layout.columns;
        const int row = static_cast<int>(index) / m_layout.columns;
        const QPoint corner(Margin + column * (m_layout.tile.width() + Gap),
                            HeadHeight + row * (m_layout.tile.height() + CaptionHeight + Gap));
        m_painter.drawImage(corner, tile.picture);
        const FrameFacts &facts = tile.all.facts;
        const int room = m_layout.tile.width();
        const int below = corner.y() + m_layout.tile.height() + 4;
        line({corner.x(), below}, u"Frame %1  %2"_s.arg(facts.number).arg(clipTimeText(facts.microseconds)),
             figureFont(17), Ink, room);
        line({corner.x(), below + LineHeight}, wallTimeText(tile.all.wallTime), figureFont(15), SecondInk, room);
        const QString flaw = facts.isCorrupt           ? u"Damaged picture. "_s
                             : facts.isTimeEstimated() ? u"Time estimated. "_s
                                                       : QString();
        line({corner.x(), below + 2 * LineHeight - 4}, flaw + tile.words, wordFont(15), flaw.isEmpty() ? Ink : Warning,
             room);
    }

private:
    QPainter m_painter;
    const SheetLayout &m_layout;
};

} // namespace

QSize seenSize(const FrameFacts &facts, const Orientation &orientation)
{
    const double aspect = static_cast<double>(facts.aspect.horizontal) / facts.aspect.vertical;
    const QSize size(std::max(1, static_cast<int>(std::lround(facts.size.width() * aspect))),
                     std::max(1, facts.size.height()));
    return orientation.quarterTurns % 2 == 0 ? size : size.transposed();
}

SheetLayout planSheet(std::size_t tiles, QSize seen)
{
    const double aspect = static_cast<double>(seen.width()) / seen.height();
    SheetLayout layout;
    layout.columns = sheetColumns(tiles, aspect);
    const int room = (PageWidth - 2 * Margin - (layout.columns - 1) * Gap) / layout.columns;
    // Nothing is made larger than it is stored, and no single picture higher than a page.
    const int width = std::min({room, seen.width(), static_cast<int>(1100 * aspect)});
    layout.tile = QSize(std::max(1, width), std::max(1, static_cast<int>(std::lround(width / aspect))));
    const int rows = (static_cast<int>(tiles) + layout.columns - 1) / layout.columns;
    layout.page = QSize(PageWidth, HeadHeight + rows * (layout.tile.height() + CaptionHeight + Gap) + FootHeight + Gap);
    return layout;
}

QImage drawSheet(const SheetLayout &layout, const SheetCircumstances &circumstances,
                 const std::vector<SheetTile> &tiles)
{
    QImage page(layout.page, QImage::Format_RGB32);
    if (page.isNull()) {
        return page;
    }
    page.fill(Qt::white);
    SheetPainter painter(page, layout);
    painter.head(circumstances);
    for (std::size_t index = 0; index < tiles.size(); ++index) {
        painter.tile(index, tiles[index]);
    }
    painter.foot(circumstances);
    return page;
}

} // namespace Porchlight
