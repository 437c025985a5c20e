// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ReviewSession that is about contact sheets: each frame is decoded with its digest and made smaller, then
// the page is drawn and goes the way of a still.

#include "workflow/reviewsession.h"

#include "media/frameimage.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString wordOf(ReviewSession::SheetChoice choice)
{
    switch (choice) {
    case ReviewSession::SheetChoice::WholeClip:
        return u"wholeClip"_s;
    case ReviewSession::SheetChoice::InToOut:
        return u"inToOut"_s;
    case ReviewSession::SheetChoice::Markers:
        return u"markers"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

/// A frame whose shape is another than the first one's is fitted into the same tile.
QImage tilePicture(const DecodedFrame &frame, const Orientation &orientation, QSize tile)
{
    const QSize size = seenSize(frame.facts(), orientation).scaled(tile, Qt::KeepAspectRatio);
    return turned(toImage(frame), orientation).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

void ReviewSession::makeSheet(std::vector<qint64> frames, SheetChoice choice, const ViewAdjustment &view)
{
    if (!source() || frames.empty()) {
        return Q_EMIT failed(Failure{ReviewError::NothingOpen, {}});
    }
    if (refusesToKeep()) {
        return;
    }
    if (*std::ranges::max_element(frames) >= source()->table().size()) {
        return Q_EMIT failed(Failure{ReviewError::NotCountedYet, {}});
    }
    if (m_sheet) {
        return;
    }
    ++m_sheetNumber;
    m_sheet = SheetWork{.frames = std::move(frames), .choice = choice, .view = view, .layout = {}, .tiles = {}};
    Q_EMIT sheetProgressed();
    nextTile();
}

void ReviewSession::cancelSheet()
{
    endSheet();
}

void ReviewSession::endSheet()
{
    if (m_sheet) {
        m_sheet.reset();
        Q_EMIT sheetProgressed();
    }
}

void ReviewSession::nextTile()
{
    if (m_sheet->tiles.size() == m_sheet->frames.size()) {
        return drawSheetPage();
    }
    using Decoded = Result<DecodedFrame, Failure<MediaError>>;
    const auto next = inThisSheet<Decoded>([this](Decoded decoded) {
        if (!decoded) {
            endSheet();
            return Q_EMIT failed(decoded.error());
        }
        takeTile(*decoded);
    });
    source()->frame(m_sheet->frames.at(m_sheet->tiles.size()), true).then(this, next);
}

void ReviewSession::takeTile(const DecodedFrame &frame)
{
    const StillCircumstances all = circumstancesOf(frame, m_sheet->view);
    if (!m_sheet->layout) {
        m_sheet->layout = planSheet(m_sheet->frames.size(), seenSize(all.facts, all.orientation));
    }
    const QString words = m_sheet->choice == SheetChoice::Markers ? markerWords(all.facts.number) : QString();
    const auto next = inThisSheet<QImage>([this, all, words](QImage picture) {
        m_sheet->tiles.push_back({.all = all, .picture = std::move(picture), .words = words});
        Q_EMIT sheetProgressed();
        nextTile();
    });
    QtConcurrent::run([frame, orientation = all.orientation, tile = m_sheet->layout->tile] {
        return tilePicture(frame, orientation, tile);
    }).then(this, next);
}

QString ReviewSession::markerWords(qint64 frame) const
{
    const auto marker = std::ranges::find(m_markers, frame, &Marker::firstFrame);
    return marker == m_markers.end()
               ? QString()
               : u"%1 \u00b7 %2"_s.arg(marker - m_markers.begin() + 1).arg(marker->note.simplified());
}

void ReviewSession::drawSheetPage()
{
    SheetCircumstances all{.still = m_sheet->tiles.front().all.still,
                           .tiles = {},
                           .choice = wordOf(m_sheet->choice),
                           .page = m_sheet->layout->page,
                           .tile = m_sheet->layout->tile};
    for (const SheetTile &tile : m_sheet->tiles) {
        all.tiles.push_back(tile.all);
    }
    all.still.kind = StillKind::ContactSheet;
    all.still.takenAt = m_clock.now();
    all.still.note = u"%1 frames, from %2 to %3"_s.arg(all.tiles.size())
                         .arg(all.tiles.front().facts.number)
                         .arg(all.tiles.back().facts.number);
    StillWork work{.still = all.still, .png = {}, .recordDigest = {}, .recordOf = {}};
    work.recordOf = [all](const Still &still) {
        SheetCircumstances written = all;
        written.still = still;
        return sheetRecord(written);
    };
    const auto next = inThisSheet<QByteArray>([this, work](QByteArray png) {
        StillWork drawn = work;
        drawn.png = std::move(png);
        endSheet();
        writeStill(std::move(drawn));
    });
    QtConcurrent::run([all, layout = *m_sheet->layout, tiles = m_sheet->tiles] {
        return pngWithRecord(drawSheet(layout, all, tiles), u"porchlight-contact-sheet"_s, sheetRecord(all));
    }).then(this, next);
}

} // namespace Porchlight
