// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deskstatus.h"

#include "workflow/sentences.h"

#include <QCoreApplication>
#include <QLocale>

namespace Porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Status", text);
}

} // namespace

StatusNote exchangeNote(const ExchangeLink &exchange)
{
    const bool isOwn = exchange.place() == ExchangeLink::Place::ThisComputer;
    const QString where = isOwn ? tr("on this computer") : exchange.address().host();
    switch (exchange.state()) {
    case ExchangeLink::State::Starting:
        return {.text = tr("Exchange starting"),
                .tone = Tone::Neutral,
                .detail = tr("Requests can be published when it has started.")};
    case ExchangeLink::State::Connected:
        return {
            .text = tr("Exchange %1").arg(where),
            .tone = Tone::Good,
            .detail =
                tr("It shows requests to residents and takes what they share: %1").arg(exchange.address().toString())};
    case ExchangeLink::State::Broken:
        return {.text = tr("Exchange not reached"), .tone = Tone::Bad, .detail = sentenceFor(exchange.failure())};
    }
    Q_UNREACHABLE_RETURN({});
}

StatusNote logNote(const ChainReport &report)
{
    return logNote(report, report.head.count);
}

StatusNote logNote(const ChainReport &report, qint64 entries)
{
    if (!report.isIntact()) {
        return {.text = tr("Log damaged"),
                .tone = Tone::Bad,
                .detail = tr("The custody log does not fit together. Oversight shows where. Keep a copy of the data "
                             "folder before you go on.")};
    }
    return {.text = entries == 1 ? tr("Log intact, 1 entry")
                                 : tr("Log intact, %1 entries").arg(QLocale().toString(entries)),
            .tone = Tone::Good,
            .detail = tr("Each entry of the custody log was checked when Porchlight was started.")};
}

StatusNote decoderNote(std::optional<ConfinementLevel> level)
{
    if (!level) {
        return {.text = tr("Decoder at rest"),
                .tone = Tone::Neutral,
                .detail = tr("It is started for each clip, without files, network or keys.")};
    }
    switch (*level) {
    case ConfinementLevel::Full:
        return {.text = tr("Decoder confined"),
                .tone = Tone::Good,
                .detail = tr("The clip is read by a process without files, network or keys.")};
    case ConfinementLevel::Partial:
        return {.text = tr("Decoder partly confined"),
                .tone = Tone::Caution,
                .detail = tr("This system cannot confine it fully. Each opening says so in the log.")};
    case ConfinementLevel::None:
        return {.text = tr("Decoder not confined"),
                .tone = Tone::Bad,
                .detail = tr("The setting allows review without confinement. Each opening says so in the log.")};
    }
    Q_UNREACHABLE_RETURN({});
}

LongWork arrivalWork(int clips, int permille)
{
    if (clips == 0) {
        return {};
    }
    const QString text = clips == 1 ? tr("1 clip arriving") : tr("%1 clips arriving").arg(clips);
    return {.text = tr("%1 · %2 %").arg(text).arg(permille / 10), .share = permille / 1000.0};
}

LongWork exportWork(const ExportProgress &progress)
{
    const double share = progress.bytesTotal > 0
                             ? static_cast<double>(progress.bytesDone) / static_cast<double>(progress.bytesTotal)
                             : 0.0;
    const QString figure = tr("%1 %").arg(qRound(share * 100));
    switch (progress.step) {
    case ExportProgress::Step::Gathering:
        return {.text = tr("Gathering the evidence"), .share = 0};
    case ExportProgress::Step::Writing:
        return {.text = tr("Writing the package · %1").arg(figure), .share = share};
    case ExportProgress::Step::Checking:
        return {.text = tr("Checking the package · %1").arg(figure), .share = share};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Porchlight
