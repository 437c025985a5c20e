// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ReviewSession that is about stills: decode with the digest, draw, keep the PNG, keep its record, write it
// down.

#include "workflow/reviewsession.h"

#include "core/digesttext.h"
#include "media/framecsv.h"
#include "media/frameimage.h"
#include "workflow/stillrecord.h"

#include <QJsonDocument>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

void ReviewSession::takeStill(qint64 frame, const ViewAdjustment &view)
{
    if (!source()) {
        return Q_EMIT failed(Failure{ReviewError::NothingOpen, {}});
    }
    if (refusesToKeep()) {
        return;
    }
    if (frame >= source()->table().size()) {
        return Q_EMIT failed(Failure{ReviewError::NotCountedYet, {}});
    }
    using Decoded = Result<DecodedFrame, Failure<MediaError>>;
    const auto next = inThisOpening<Decoded>([this, view](Decoded decoded) {
        if (!decoded) {
            return Q_EMIT failed(decoded.error());
        }
        drawStill(*decoded, view);
    });
    source()->frame(frame, true).then(this, next);
}

StillCircumstances ReviewSession::circumstancesOf(const DecodedFrame &frame, const ViewAdjustment &view) const
{
    const FrameFacts &facts = frame.facts();
    StillCircumstances all{.still = {},
                           .clip = *m_clip,
                           .caseFile = *m_case,
                           .facts = facts,
                           .viewColour = frame.viewColour(),
                           .orientation = {},
                           .view = view,
                           .frameCount = m_source->table().size(),
                           .isCountFinal = isTableComplete(),
                           .repeats = m_source->table().repeatsBefore(facts.number),
                           .decoderVersions = m_summary->decoderVersions,
                           .videoStream = m_summary->videoStream,
                           .wallTime = {}};
    if (m_summary->video() != nullptr) {
        all.orientation = m_summary->video()->orientation;
    }
    if (m_clip->statedStart) {
        all.wallTime = m_timeline.lineTimeAt(0, std::chrono::microseconds(facts.microseconds));
    }
    all.still.id = StillId::create();
    all.still.clipId = m_clip->id;
    all.still.frame = facts.number;
    all.still.pts = facts.time();
    all.still.pictureType = pictureTypeWord(facts.pictureType);
    all.still.author = m_identity.officer();
    all.still.takenAt = m_clock.now();
    return all;
}

void ReviewSession::drawStill(const DecodedFrame &frame, const ViewAdjustment &view)
{
    const StillCircumstances all = circumstancesOf(frame, view);
    StillWork work{.still = all.still, .png = {}, .recordDigest = {}, .recordOf = {}};
    work.recordOf = [all](const Still &still) {
        StillCircumstances written = all;
        written.still = still;
        return stillRecord(written);
    };
    const auto next = inThisOpening<QByteArray>([this, work](QByteArray png) {
        StillWork drawn = work;
        drawn.png = std::move(png);
        writeStill(std::move(drawn));
    });
    QtConcurrent::run([frame, record = stillRecord(all)] {
        return pngWithRecord(toImage(frame), u"porchlight-still"_s, record);
    }).then(this, next);
}

void ReviewSession::writeStill(StillWork work)
{
    if (work.png.isEmpty()) {
        return Q_EMIT failed(Failure{ReviewError::NotDrawn, {}});
    }
    using Sealed = VaultResult<SealedItem>;
    m_vault.importBytes(work.png).then(this, inThisOpening<Sealed>([this, work](Sealed sealed) mutable {
                                           if (!sealed) {
                                               return Q_EMIT failed(sealed.error());
                                           }
                                           work.still.digest = sealed->digest;
                                           work.still.size = sealed->size;
                                           keepRecord(std::move(work));
                                       }));
}

void ReviewSession::keepRecord(StillWork work)
{
    const QByteArray record = QJsonDocument(work.recordOf(work.still)).toJson(QJsonDocument::Indented);
    using Sealed = VaultResult<SealedItem>;
    m_vault.importBytes(record).then(this, inThisOpening<Sealed>([this, work](Sealed sealed) mutable {
                                         if (!sealed) {
                                             return Q_EMIT failed(sealed.error());
                                         }
                                         work.recordDigest = sealed->digest;
                                         keepStill(std::move(work));
                                     }));
}

void ReviewSession::keepStill(StillWork work)
{
    const Still &still = work.still;
    EventDraft event = eventFor(CustodyAction::StillTaken, CustodySubject::Still, still.idText());
    event.details = {{u"frame"_s, still.frame},
                     {u"picture"_s, still.digestText()},
                     {u"record"_s, digestToString(work.recordDigest)}};
    if (still.kind == StillKind::ContactSheet) {
        event.details.insert(u"isContactSheet"_s, true);
    }
    using Added = StoreResult<void>;
    m_store.addStill(still, std::move(event)).then(this, inThisOpening<Added>([this, still](Added added) {
                                                       if (!added) {
                                                           return Q_EMIT failed(added.error());
                                                       }
                                                       // stills() follows the store, as markers() does.
                                                       Q_EMIT stillTaken(still);
                                                   }));
}

} // namespace Porchlight
