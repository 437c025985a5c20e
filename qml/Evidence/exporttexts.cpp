// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporttexts.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("evidence", text);
}

QString counted(qsizetype count, const char *one, const char *many)
{
    return count == 1 ? tr(one) : tr(many).arg(count);
}

QString timeText(qint64 microseconds)
{
    const qint64 seconds = microseconds / 1'000'000;
    return u"%1:%2.%3"_s.arg(seconds / 60)
        .arg(seconds % 60, 2, 10, QChar(u'0'))
        .arg(microseconds / 1000 % 1000, 3, 10, QChar(u'0'));
}

QString refusalText(LeftOutReason reason)
{
    switch (reason) {
    case LeftOutReason::Declined:
        return tr("Declined, so it stays out.");
    case LeftOutReason::Disputed:
        return tr("Its bytes do not match its receipt, so it stays out.");
    case LeftOutReason::ConsentEnded:
        return tr("The resident's consent has ended, so it stays out.");
    case LeftOutReason::NotChosen:
    case LeftOutReason::NoConsentToSound:
    case LeftOutReason::ClipLeftOut:
    case LeftOutReason::CouldNotBeMade:
        return tr("It stays out.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString clipDetail(const SharedClip &clip)
{
    const QString source = clip.receipt ? tr("with consent receipt") : tr("imported, no consent receipt");
    return u"%1 · %2 · %3"_s.arg(clip.originalName, bytesText(clip.size), source);
}

std::vector<SharedClip> inOrder(std::vector<SharedClip> clips)
{
    std::ranges::sort(clips, [](const SharedClip &a, const SharedClip &b) {
        return std::pair(a.receivedAt, a.id) < std::pair(b.receivedAt, b.id);
    });
    return clips;
}

/// Notes and stills of one clip.
void appendParts(QList<ExportChoice> &rows, const PackageContext &context, const std::set<QString> &excluded)
{
    const ExportChoice clip = rows.back();
    const auto part = [&](const QString &id, const QString &title, const QString &detail) {
        rows.append({.id = id,
                     .title = title,
                     .detail = detail,
                     .refusal = {},
                     .isPart = true,
                     .isChosen = clip.isChosen && !excluded.contains(id),
                     .canBeChosen = clip.isChosen});
    };
    for (const Marker &marker : context.markers) {
        if (marker.clipId.toString() == clip.id) {
            part(marker.id.toString(),
                 tr("Note, frames %1 to %2").arg(QString::number(marker.firstFrame), QString::number(marker.lastFrame)),
                 marker.note.isEmpty() ? timeText(marker.firstMicroseconds) : marker.note.simplified());
        }
    }
    for (const Still &still : context.stills) {
        if (still.clipId.toString() == clip.id) {
            const bool isSheet = still.kind == StillKind::ContactSheet;
            part(still.id.toString(),
                 (isSheet ? tr("Contact sheet from frame %1") : tr("Still of frame %1")).arg(still.frame),
                 still.note.isEmpty() ? tr("picture type %1").arg(still.pictureType) : still.note.simplified());
        }
    }
}

} // namespace

QList<ExportChoice> exportChoices(const PackageContext &context, const std::set<QString> &excluded)
{
    QList<ExportChoice> rows;
    const std::vector<SharedClip> clips = inOrder(context.clips);
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const auto refusal = packageRefusal(clips[i], context.now.toDateTime().date());
        const QString id = clips[i].id.toString();
        rows.append({.id = id,
                     .title = clipLabel(i) + (clips[i].placeText.isEmpty() ? QString() : u" · "_s + clips[i].placeText),
                     .detail = clipDetail(clips[i]),
                     .refusal = refusal ? refusalText(*refusal) : QString(),
                     .isPart = false,
                     .isChosen = !refusal && !excluded.contains(id),
                     .canBeChosen = !refusal});
        appendParts(rows, context, excluded);
    }
    return rows;
}

PackageChoice choiceWithout(const PackageContext &context, const std::set<QString> &excluded)
{
    PackageChoice choice = wholeCase(context);
    std::erase_if(choice.clips, [&](const ClipId &id) { return excluded.contains(id.toString()); });
    std::erase_if(choice.notes, [&](const MarkerId &id) { return excluded.contains(id.toString()); });
    std::erase_if(choice.stills, [&](const StillId &id) { return excluded.contains(id.toString()); });
    return choice;
}

QList<ExportLine> includedLines(const PackagePlan &plan)
{
    QList<ExportLine> lines;
    for (const PackageItem &item : plan.record.items) {
        lines.append({.title = u"%1 · %2"_s.arg(item.label, item.originalName),
                      .detail = u"%1, %2, %3"_s.arg(tr("original %1").arg(bytesText(item.sizeAtReceipt)),
                                                    counted(std::ssize(item.markers), "1 note", "%1 notes"),
                                                    counted(std::ssize(item.derived), "1 still", "%1 stills")),
                      .picture = {}});
    }
    lines.append(
        {.title = tr("What was asked"),
         .detail = counted(std::ssize(plan.record.requests), "1 request as published", "%1 requests as published"),
         .picture = {}});
    lines.append(
        {.title = tr("Who handled it"), .detail = tr("the custody log of this case, every entry"), .picture = {}});
    lines.append({.title = tr("Pages for people"),
                  .detail = tr("START-HERE.html, README.txt, the report with notes and stills, tables"),
                  .picture = {}});
    return lines;
}

QList<ExportLine> leftOutLines(const PackageRecord &record)
{
    QList<ExportLine> lines;
    for (const LeftOut &leftOut : record.leftOut) {
        lines.append({.title = leftOut.subject, .detail = leftOut.detail, .picture = {}});
    }
    return lines;
}

QList<ExportLine> cautionLines(const PackagePlan &plan)
{
    QList<ExportLine> lines;
    for (const QString &caution : plan.cautions) {
        lines.append({.title = {}, .detail = caution, .picture = {}});
    }
    return lines;
}

QList<ExportLine> heldLines(const WrittenPackage &written)
{
    QList<ExportLine> lines;
    for (const PackageItem &item : written.record.items) {
        const auto thumbnail = std::ranges::find(item.derived, u"thumbnail"_s, &DerivedRecord::kind);
        const auto stills = std::ranges::count_if(item.derived, &DerivedRecord::isOfficers);
        QStringList parts{tr("original %1").arg(bytesText(item.original.size))};
        if (item.frames) {
            parts.append(counted(item.frames->rows, "1 frame", "%1 frames"));
        }
        if (stills > 0) {
            parts.append(counted(stills, "1 still", "%1 stills"));
        }
        lines.append({.title = item.label + (item.placeText.isEmpty() ? QString() : u" · "_s + item.placeText),
                      .detail = parts.join(u" · "_s),
                      .picture = thumbnail == item.derived.end()
                                     ? QUrl()
                                     : QUrl::fromLocalFile(QDir(written.folder).filePath(thumbnail->file.path))});
    }
    return lines;
}

QList<ExportLine> commandLines()
{
    QList<ExportLine> lines;
    for (const CheckCommands &way : stockCheckCommands()) {
        lines.append({.title = way.system, .detail = way.commands.join(u'\n'), .picture = {}});
    }
    return lines;
}

QString summaryText(const PackagePlan &plan)
{
    const PackageCounts &counts = plan.record.counts;
    return u"%1, %2, %3, %4"_s.arg(
        counted(counts.clipsExported, "1 clip", "%1 clips"), counted(counts.notesExported, "1 note", "%1 notes"),
        counted(counts.stillsExported, "1 still", "%1 stills"), bytesText(plan.originalBytes));
}

QString figureText(const ExportProgress &progress, qint64 milliseconds)
{
    QString text = tr("%1 of %2").arg(bytesText(progress.bytesDone), bytesText(progress.bytesTotal));
    constexpr qint64 SettledMilliseconds = 1000;
    if (milliseconds < SettledMilliseconds || progress.bytesDone == 0) {
        return text;
    }
    const qint64 rate = std::max<qint64>(1, progress.bytesDone * 1000 / milliseconds);
    const qint64 secondsLeft = (progress.bytesTotal - progress.bytesDone + rate - 1) / rate;
    return text + tr(", %1/s, %2 s left").arg(bytesText(rate), QString::number(secondsLeft));
}

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace Porchlight
