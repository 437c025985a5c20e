// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/csvtext.h"
#include "evidence/packagepages.h"

#include "core/digesttext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString seconds(qint64 microseconds)
{
    return QString::number(static_cast<double>(microseconds) / 1e6, 'f', 6);
}

QString yesNo(bool flag)
{
    return flag ? u"yes"_s : u"no"_s;
}

/// Cells of the consent: sound, place, purpose, until.
QStringList consentCells(const std::optional<ConsentScope> &consent)
{
    if (!consent) {
        return {u"no receipt"_s, {}, {}, {}};
    }
    return {yesNo(consent->sound), toWord(consent->place), toWord(consent->purpose),
            consent->until.toString(Qt::ISODate)};
}

QStringList timeCells(const PackageItem &item)
{
    return {item.receivedAt.toString(),
            item.statedStart ? item.statedStart->toString() : QString(),
            seconds(item.clock.offsetMicroseconds),
            seconds(item.clock.uncertaintyMicroseconds),
            QString::number(item.clock.driftPpb),
            item.clock.setBy,
            yesNo(item.clock.isChecked),
            item.clock.officer ? defusedCell(item.clock.officer->name) : QString(),
            item.clock.setAt ? item.clock.setAt->toString() : QString()};
}

QStringList mediaCells(const PackageItem &item)
{
    return {item.facts.container,
            item.facts.videoCodec,
            QString::number(item.facts.width),
            QString::number(item.facts.height),
            seconds(item.facts.durationMicroseconds),
            QString::number(item.frames ? item.frames->rows : 0),
            item.facts.audioCodec,
            yesNo(item.facts.isDamaged)};
}

QStringList itemCells(const PackageItem &item)
{
    return QStringList{item.label,
                       item.clipId.toString(),
                       defusedCell(item.originalName),
                       item.original.path,
                       QString::number(item.original.size),
                       item.sha256AtReceipt,
                       item.original.sha256,
                       item.original.sha512,
                       item.source,
                       item.requestId,
                       defusedCell(item.placeText)} +
           timeCells(item) + consentCells(item.consent) + mediaCells(item) +
           QStringList{QString::number(item.markers.size()), QString::number(item.derived.size())};
}

} // namespace

QByteArray itemsCsv(const PackageRecord &record)
{
    QByteArray table = csvRow({u"item"_s,
                               u"clip_id"_s,
                               u"original_name"_s,
                               u"file"_s,
                               u"size"_s,
                               u"sha256_at_receipt"_s,
                               u"sha256_at_export"_s,
                               u"sha512_at_export"_s,
                               u"source"_s,
                               u"request_id"_s,
                               u"place"_s,
                               u"received_at"_s,
                               u"camera_clock_start"_s,
                               u"clock_offset_seconds"_s,
                               u"clock_uncertainty_seconds"_s,
                               u"clock_drift_ppb"_s,
                               u"clock_set_by"_s,
                               u"clock_checked"_s,
                               u"clock_officer"_s,
                               u"clock_set_at"_s,
                               u"consent_sound"_s,
                               u"consent_place"_s,
                               u"consent_purpose"_s,
                               u"consent_until"_s,
                               u"container"_s,
                               u"video_codec"_s,
                               u"width"_s,
                               u"height"_s,
                               u"duration_seconds"_s,
                               u"frames"_s,
                               u"audio_codec"_s,
                               u"damaged"_s,
                               u"notes"_s,
                               u"derived_files"_s});
    for (const PackageItem &item : record.items) {
        table += csvRow(itemCells(item));
    }
    return table;
}

QByteArray notesCsv(const PackageRecord &record)
{
    QByteArray table =
        csvRow({u"item"_s, u"clip_id"_s, u"note_id"_s, u"first_frame"_s, u"last_frame"_s, u"first_seconds"_s,
                u"last_seconds"_s, u"note"_s, u"tags"_s, u"author_id"_s, u"author_name"_s, u"agency"_s, u"made_at"_s});
    for (const PackageItem &item : record.items) {
        for (const Marker &marker : item.markers) {
            table += csvRow(
                {item.label, item.clipId.toString(), marker.id.toString(), QString::number(marker.firstFrame),
                 QString::number(marker.lastFrame), seconds(marker.firstMicroseconds), seconds(marker.lastMicroseconds),
                 defusedCell(marker.note), defusedCell(marker.tags.join(u", "_s)), defusedCell(marker.author.id),
                 defusedCell(marker.author.name), defusedCell(marker.author.agencyName), marker.createdAt.toString()});
        }
    }
    return table;
}

QByteArray custodyCsv(const std::vector<CustodyEvent> &events)
{
    QByteArray table = csvRow({u"sequence"_s, u"case_sequence"_s, u"time"_s, u"action"_s, u"subject"_s, u"subject_id"_s,
                               u"digest"_s, u"officer_id"_s, u"officer_name"_s, u"agency"_s, u"outcome"_s, u"reason"_s,
                               u"details"_s, u"workstation"_s, u"program_version"_s, u"previous_hash"_s, u"hash"_s});
    for (const CustodyEvent &event : events) {
        table += csvRow({QString::number(event.sequence), QString::number(event.caseSequence), event.at.toString(),
                         toWord(event.action), toWord(event.subject), defusedCell(event.subjectId),
                         event.digest ? digestToString(*event.digest) : QString(), defusedCell(event.officer.id),
                         defusedCell(event.officer.name), defusedCell(event.officer.agencyName), toWord(event.outcome),
                         defusedCell(event.reason),
                         QString::fromUtf8(QJsonDocument(event.details).toJson(QJsonDocument::Compact)),
                         defusedCell(event.workstation), event.programVersion, digestToString(event.previousHash),
                         digestToString(event.hash)});
    }
    return table;
}

} // namespace Porchlight
