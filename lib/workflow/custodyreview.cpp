// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/custodyreview.h"

#include "core/digesttext.h"

#include <QJsonDocument>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using WrittenLog = Result<int, LogExportFailure>;

QString csvCell(QString text)
{
    constexpr QStringView FormulaSigns = u"=+-@\t\r";
    if (!text.isEmpty() && FormulaSigns.contains(text.front())) {
        text.prepend(u'\'');
    }
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &cell : cells) {
        quoted.append(csvCell(cell));
    }
    return quoted.join(u',') + u"\r\n"_s;
}

QStringList csvCells(const CustodyEvent &event)
{
    return {QString::number(event.sequence),
            event.at.toString(),
            event.officer.id,
            event.officer.name,
            event.officer.agencyName,
            toWord(event.action),
            toWord(event.subject),
            event.subjectId,
            event.caseId ? event.caseId->toString() : QString(),
            event.caseSequence > 0 ? QString::number(event.caseSequence) : QString(),
            event.digest ? digestToString(*event.digest) : QString(),
            toWord(event.outcome),
            event.reason,
            QString::fromUtf8(QJsonDocument(event.details).toJson(QJsonDocument::Compact)),
            event.workstation,
            event.programVersion,
            digestToString(event.hash)};
}

QByteArray csvBytes(const std::vector<CustodyEvent> &entries)
{
    QString text = csvLine({u"sequence"_s, u"at"_s, u"officer_id"_s, u"officer_name"_s, u"agency"_s, u"action"_s,
                            u"subject"_s, u"subject_id"_s, u"case_id"_s, u"case_sequence"_s, u"digest"_s, u"outcome"_s,
                            u"reason"_s, u"details"_s, u"workstation"_s, u"program_version"_s, u"hash"_s});
    for (const CustodyEvent &event : entries) {
        text += csvLine(csvCells(event));
    }
    return text.toUtf8();
}

WrittenLog writeLog(const QString &path, LogFormat format, const std::vector<CustodyEvent> &entries)
{
    const QByteArray bytes = logBytes(entries, format);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return std::unexpected(LogExportFailure(
            Failure<LogExportError>{LogExportError::NotWritten, u"%1: %2"_s.arg(path, file.errorString())}));
    }
    return static_cast<int>(entries.size());
}

} // namespace

CustodyReview::CustodyReview(Store &store, const LocalIdentity &identity)
    : m_store(store)
    , m_identity(identity)
{}

EventDraft CustodyReview::eventFor(CustodyAction action) const
{
    return {.action = action, .subject = CustodySubject::Log, .officer = m_identity.officer()};
}

StoreFuture<std::vector<CustodyEvent>> CustodyReview::entries(CustodyFilter filter)
{
    return m_store.custodyLog(std::move(filter));
}

StoreFuture<ChainReport> CustodyReview::verify()
{
    return m_store.verifyCustodyLog()
        .then(this,
              [this](const StoreResult<ChainReport> &report) {
                  EventDraft event = eventFor(CustodyAction::LogVerified);
                  if (report) {
                      event.outcome = report->isIntact() ? CustodyOutcome::Done : CustodyOutcome::Failed;
                      event.details = {{u"entries"_s, report->head.count}};
                  }
                  if (report && report->fault) {
                      event.details.insert(u"firstBrokenEntry"_s, report->fault->sequence);
                  }
                  return m_store.record(event).then(
                      [report](const StoreResult<CustodyEvent> &entry) -> StoreResult<ChainReport> {
                          return entry || !report ? report : std::unexpected(entry.error());
                      });
              })
        .unwrap();
}

QFuture<WrittenLog> CustodyReview::exportTo(QString path, LogFormat format, CustodyFilter filter)
{
    return m_store.custodyLog(std::move(filter))
        .then(this,
              [path = std::move(path), format](const StoreResult<std::vector<CustodyEvent>> &entries) {
                  if (!entries) {
                      return QtFuture::makeReadyValueFuture(WrittenLog(std::unexpected(entries.error())));
                  }
                  return QtConcurrent::run(writeLog, path, format, *entries);
              })
        .unwrap()
        .then(this, [this, format](const WrittenLog &written) { return recordExport(format, written); })
        .unwrap();
}

QFuture<WrittenLog> CustodyReview::recordExport(LogFormat format, const WrittenLog &written)
{
    EventDraft event = eventFor(CustodyAction::LogExported);
    event.outcome = written ? CustodyOutcome::Done : CustodyOutcome::Failed;
    event.details = {{u"format"_s, format == LogFormat::Csv ? u"csv"_s : u"jsonl"_s},
                     {u"entries"_s, written.value_or(0)}};
    return m_store.record(event).then([written](const StoreResult<CustodyEvent> &entry) -> WrittenLog {
        return entry || !written ? written : WrittenLog(std::unexpected(entry.error()));
    });
}

QByteArray logBytes(const std::vector<CustodyEvent> &entries, LogFormat format)
{
    if (format == LogFormat::Csv) {
        return csvBytes(entries);
    }
    QByteArray lines;
    for (const CustodyEvent &event : entries) {
        lines += toJsonLine(event) + '\n';
    }
    return lines;
}

} // namespace Porchlight
