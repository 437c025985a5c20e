// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inboxclip.h"

#include "workflow/sentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qint64 MicrosecondsPerSecond = 1'000'000;
constexpr int CoveredWidth = 9;

QString tr(const char *words)
{
    return QCoreApplication::translate("InboxClip", words);
}

QString originText(const ClipOrigin &origin)
{
    return origin.requestTitle.isEmpty() ? tr("imported from a file") : tr("answers “%1”").arg(origin.requestTitle);
}

QString placeText(const QString &place)
{
    return place.isEmpty() ? tr("Place not told") : place;
}

QString timeText(const std::optional<UtcTime> &start, const QTimeZone &zone)
{
    if (!start) {
        return tr("not stated");
    }
    const QDateTime local = start->toDateTime().toTimeZone(zone);
    return u"%1 %2"_s.arg(QLocale().toString(local, u"d MMM, HH:mm:ss"_s), zone.abbreviation(local));
}

QString lengthText(qint64 microseconds)
{
    const double seconds = std::abs(static_cast<double>(microseconds)) / MicrosecondsPerSecond;
    if (seconds < 60) {
        return tr("%1 s").arg(seconds, 0, 'f', 1);
    }
    const auto whole = static_cast<qint64>(std::round(seconds));
    return tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString clockText(qint64 offset, bool isChecked)
{
    if (offset == 0 && !isChecked) {
        return tr("clock not checked");
    }
    const QString amount = (offset < 0 ? u"−"_s : u"+"_s) + lengthText(offset);
    return isChecked ? tr("clock %1, checked").arg(amount) : tr("clock %1, stated").arg(amount);
}

QString placeWord(PlacePrecision place)
{
    switch (place) {
    case PlacePrecision::None:
        return tr("no place");
    case PlacePrecision::Block:
        return tr("block");
    case PlacePrecision::Address:
        return tr("address");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QList<InboxChip> allowedChips(const ConsentScope &scope, const QDate &today)
{
    QList<InboxChip> chips{{.text = tr("picture")}};
    chips.append(scope.sound ? InboxChip{.text = tr("sound")}
                             : InboxChip{.text = tr("no sound"), .tone = InboxChip::Bad});
    chips.append({.text = placeWord(scope.place)});
    chips.append({.text = scope.purpose == UsePurpose::ThisCase ? tr("this case") : tr("case and prosecution")});
    if (scope.until.isValid()) {
        const QString day = QLocale().toString(scope.until, u"d MMM yyyy"_s);
        chips.append(scope.until < today ? InboxChip{.text = tr("ended %1").arg(day), .tone = InboxChip::Bad}
                                         : InboxChip{.text = tr("until %1").arg(day)});
    }
    return chips;
}

QString codecName(const QString &codec)
{
    if (codec == u"h264") {
        return u"H.264"_s;
    }
    return codec == u"hevc" ? u"H.265"_s : codec.toUpper();
}

QString mediaText(const MediaFacts &facts)
{
    if (facts.frameCount == 0 || facts.durationMicroseconds <= 0) {
        return {};
    }
    const qint64 seconds = (facts.durationMicroseconds + MicrosecondsPerSecond / 2) / MicrosecondsPerSecond;
    const double rate =
        static_cast<double>(facts.frameCount) * MicrosecondsPerSecond / static_cast<double>(facts.durationMicroseconds);
    return u"%1:%2 · %3p%4 %5"_s.arg(seconds / 60)
        .arg(seconds % 60, 2, 10, QChar(u'0'))
        .arg(std::min(facts.width, facts.height))
        .arg(std::lround(rate))
        .arg(codecName(facts.videoCodec));
}

InboxChip integrityChip(const SharedClip &clip)
{
    if (clip.state == ClipState::Disputed) {
        return {.text = tr("differs from its receipt"), .tone = InboxChip::Bad};
    }
    if (clip.state == ClipState::Unreadable) {
        return {.text = tr("as received, but cannot be shown"), .tone = InboxChip::Bad};
    }
    if (clip.facts.isDamaged) {
        return {.text = tr("as received, but damaged"), .tone = InboxChip::Caution};
    }
    return clip.receipt ? InboxChip{.text = tr("matches its receipt"), .tone = InboxChip::Good}
                        : InboxChip{.text = tr("no receipt")};
}

InboxChip stateChip(ClipState state)
{
    switch (state) {
    case ClipState::New:
        return {.text = tr("New"), .tone = InboxChip::Accent};
    case ClipState::Accepted:
        return {.text = tr("Accepted")};
    case ClipState::Declined:
        return {.text = tr("Declined")};
    case ClipState::Disputed:
        return {.text = tr("Disputed"), .tone = InboxChip::Bad};
    case ClipState::Unreadable:
        return {.text = tr("Unreadable"), .tone = InboxChip::Bad};
    }
    Q_UNREACHABLE_RETURN(InboxChip());
}

InboxChip arrivalChip(const ClipArrival &arrival)
{
    switch (arrival.step()) {
    case ClipArrival::Step::Waiting:
        return arrival.failure() ? InboxChip{.text = tr("arrived incomplete, asking again"), .tone = InboxChip::Bad}
                                 : InboxChip{.text = tr("waiting for its turn")};
    case ClipArrival::Step::Downloading:
        return {.text = tr("arriving · %1 %").arg(arrival.permille() / 10)};
    case ClipArrival::Step::Sealing:
        return {.text = tr("being sealed")};
    case ClipArrival::Step::Looking:
        return {.text = tr("counting its frames")};
    case ClipArrival::Step::Recording:
    case ClipArrival::Step::Done:
        return {.text = tr("being recorded")};
    case ClipArrival::Step::Disputed:
        return {.text = tr("differs from its receipt"), .tone = InboxChip::Bad};
    case ClipArrival::Step::Stuck:
        return {.text = tr("stopped"), .tone = InboxChip::Bad};
    }
    Q_UNREACHABLE_RETURN(InboxChip());
}

} // namespace

InboxClip rowOf(const SharedClip &clip, const ClipOrigin &origin)
{
    const bool isOfferedHere = clip.state != ClipState::Declined && clip.state != ClipState::Disputed;
    return {
        .key = clip.receipt ? clip.receipt->id.toString() : clip.idText(),
        .clipId = clip.idText(),
        .from = clip.receipt ? placeText(clip.placeText) : clip.originalName,
        .answers = originText(origin),
        .cameraTime = timeText(clip.statedStart, origin.zone),
        .clock = clip.statedStart ? clockText(clip.clockOffsetMicroseconds, clip.isClockChecked) : QString(),
        .allowed = clip.receipt ? allowedChips(clip.receipt->scope, origin.today) : QList<InboxChip>(),
        .integrity = integrityChip(clip),
        .media = mediaText(clip.facts),
        .state = stateChip(clip.state),
        .note = clip.state == ClipState::Declined ? clip.declineReason : clip.note,
        .picture = {},
        .isCovered = clip.isSensitive,
        .canOpen = isOfferedHere && clip.state != ClipState::Unreadable,
        .canDecide = clip.state == ClipState::New || clip.state == ClipState::Accepted,
        .isFaded = !isOfferedHere,
    };
}

InboxClip rowOf(const ClipArrival &arrival, const ClipOrigin &origin)
{
    const ClipOffer &offer = arrival.offer();
    const qint64 offset = offer.statedClockOffsetMicroseconds.value_or(0);
    InboxClip row;
    row.key = offer.receipt.id.toString();
    row.from = placeText(offer.placeText);
    row.answers = originText(origin);
    row.cameraTime = timeText(offer.statedStart, origin.zone);
    row.clock = offer.statedStart ? clockText(offset, false) : QString();
    row.allowed = allowedChips(offer.receipt.scope, origin.today);
    row.integrity = arrivalChip(arrival);
    row.media = QLocale().formattedDataSize(offer.size, 1, QLocale::DataSizeSIFormat);
    row.state = {.text = tr("Arriving")};
    row.note = arrival.failure() ? sentenceFor(*arrival.failure()) : offer.note;
    return row;
}

InboxClip rowOf(const OfferRecord &disputed, const ClipOrigin &origin)
{
    InboxClip row;
    row.key = disputed.id.toString();
    row.from = tr("Not taken");
    row.answers = originText(origin);
    row.integrity = {.text = tr("differs from its receipt"), .tone = InboxChip::Bad};
    row.state = {.text = tr("Disputed"), .tone = InboxChip::Bad};
    row.note = disputed.reason;
    row.isFaded = true;
    return row;
}

QImage coveredPicture(const QImage &picture)
{
    if (picture.isNull()) {
        return {};
    }
    return picture.scaledToWidth(CoveredWidth, Qt::SmoothTransformation)
        .scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace Porchlight
