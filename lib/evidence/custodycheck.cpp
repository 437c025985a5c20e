// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/custodycheck.h"

#include "audit/chain.h"
#include "core/digesttext.h"
#include "evidence/clockrecord.h"
#include "evidence/packagepages.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

class CustodyCheck
{
public:
    CustodyCheck(BagInspection &inspection, const PackageRecord &record)
        : m_inspection(inspection)
        , m_record(record)
    {}

    QString run()
    {
        const std::optional<QByteArray> content = m_inspection.bytes(m_path);
        if (!content) {
            complain(FaultCode::LogMissing, u"the custody log is missing or cannot be read"_s);
            return {};
        }
        readLines(*content);
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            checkEntry(m_events[i]);
            if (i > 0) {
                checkNeighbours(m_events[i - 1], m_events[i]);
            }
        }
        checkEnds();
        checkArrivals();
        checkPublications();
        checkClocks();
        checkTable();
        return u"%1 entries of this case, each with its hash, none missing between them; without a signed checkpoint "
               "a log written anew as a whole would not show"_s.arg(m_events.size());
    }

private:
    void complain(FaultCode code, const QString &detail)
    {
        m_inspection.faults().add(Verification::Check::Custody, code, m_path, detail);
    }

    void readLines(const QByteArray &content)
    {
        if (!content.isEmpty() && !content.endsWith('\n')) {
            complain(FaultCode::LogIncomplete, u"its last line has no end: it was cut off"_s);
        }
        QList<QByteArray> lines = content.split('\n');
        if (lines.back().isEmpty()) {
            lines.removeLast();
        }
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (std::optional<CustodyEvent> event = custodyEventFromJsonLine(lines[i])) {
                m_events.push_back(*std::move(event));
            } else {
                complain(FaultCode::LogMalformed, u"line %1 is no entry in canonical form"_s.arg(i + 1));
            }
        }
    }

    void checkEntry(const CustodyEvent &event)
    {
        const QString name = u"entry %1"_s.arg(event.sequence);
        if (chainHash(event) != event.hash) {
            complain(FaultCode::LogEntryChanged, name + u" does not have the hash it carries"_s);
        }
        if (event.caseId != m_record.caseFile.id) {
            complain(FaultCode::LogOrder, name + u" is not of this case"_s);
        }
    }

    void checkNeighbours(const CustodyEvent &before, const CustodyEvent &event)
    {
        const QString name = u"entry %1"_s.arg(event.sequence);
        if (event.sequence == before.sequence) {
            complain(FaultCode::LogOrder, name + u" is there twice"_s);
        } else if (event.sequence < before.sequence) {
            complain(FaultCode::LogOrder, name + u" stands behind a later one"_s);
        } else if (event.caseSequence != before.caseSequence + 1) {
            complain(FaultCode::LogIncomplete,
                     u"between entries %1 and %2 entries of this case are missing"_s.arg(before.sequence)
                         .arg(event.sequence));
        } else if (event.sequence == before.sequence + 1 && event.previousHash != before.hash) {
            complain(FaultCode::LogEntryChanged, name + u" does not follow the one before it"_s);
        }
    }

    void checkEnds()
    {
        const CustodyRecord &known = m_record.custody;
        const InspectedFile *file = m_inspection.file(m_path);
        if (file != nullptr && file->isRead && file->checksums.at(u"sha256"_s) != known.log.sha256) {
            complain(FaultCode::LogEntryChanged, u"it is not the log the record names"_s);
        }
        const auto count = std::ssize(m_events);
        if (count != known.entries) {
            complain(FaultCode::LogIncomplete,
                     u"%1 entries are there, the record says %2"_s.arg(count).arg(known.entries));
        }
        if (m_events.empty()) {
            return;
        }
        if (m_events.front().caseSequence != 1 || m_events.front().sequence != known.firstSequence) {
            complain(FaultCode::LogIncomplete, u"it does not begin with the first entry of this case"_s);
        }
        if (m_events.back().sequence != known.lastSequence || digestToString(m_events.back().hash) != known.lastHash) {
            complain(FaultCode::LogIncomplete, u"it does not end with the entry the record names"_s);
        }
    }

    /// That a clip came in has to be in the log, with the digest it has here.
    void checkArrivals()
    {
        for (const PackageItem &item : m_record.items) {
            const auto arrival = std::ranges::find_if(m_events, [&item](const CustodyEvent &event) {
                return (event.action == CustodyAction::ClipReceived || event.action == CustodyAction::ClipImported) &&
                       event.subjectId == item.clipId.toString();
            });
            if (arrival == m_events.end()) {
                complain(FaultCode::LogIncomplete, u"it does not say how %1 came in"_s.arg(item.label));
            } else if (arrival->digest && digestToString(*arrival->digest) != item.sha256AtReceipt) {
                complain(FaultCode::OriginalChanged,
                         u"entry %1 says that %2 came in with SHA-256 %3"_s.arg(arrival->sequence)
                             .arg(item.label, digestToString(*arrival->digest)));
            }
        }
    }

    /// The document of a request has to be the one whose SHA-256 the log got when it was published.
    void checkPublications()
    {
        for (const RequestRecord &published : m_record.requests) {
            const auto entry = std::ranges::find_if(m_events, [&published](const CustodyEvent &event) {
                return event.action == CustodyAction::RequestPublished &&
                       event.subjectId == published.request.id.toString();
            });
            const InspectedFile *file = m_inspection.file(published.file.path);
            if (entry == m_events.end()) {
                complain(FaultCode::LogIncomplete,
                         u"it does not say when request %1 was published"_s.arg(published.request.id.toString()));
            } else if (entry->digest && file != nullptr && file->isRead &&
                       file->checksums.at(u"sha256"_s) != digestToString(*entry->digest)) {
                complain(FaultCode::RecordDiffers,
                         u"entry %1 says that another request was published than %2"_s.arg(entry->sequence)
                             .arg(published.file.path));
            }
        }
    }

    /// What a package says of a clock has to be what the log says.
    void checkClocks()
    {
        for (const PackageItem &item : m_record.items) {
            const CustodyEvent *const entry = lastClockEntry(m_events, item.clipId, m_record.createdAt);
            const qint64 number = entry != nullptr ? entry->sequence : 0;
            if (number != item.clock.logEntry) {
                complain(FaultCode::RecordDiffers,
                         u"entry %1 is the one by which the clock of %2 was set last, the record says %3"_s.arg(number)
                             .arg(item.label)
                             .arg(item.clock.logEntry));
            } else if (entry != nullptr && clockRecordOf(*entry) != item.clock) {
                complain(
                    FaultCode::RecordDiffers,
                    u"entry %1 says something else of the clock of %2 than the record"_s.arg(number).arg(item.label));
            }
        }
    }

    void checkTable()
    {
        const QString path = PackagePath::LogTable.toString();
        const std::optional<QByteArray> table = m_inspection.bytes(path);
        if (!table) {
            m_inspection.faults().add(Verification::Check::Custody, FaultCode::LogMissing, path, u"it is missing"_s);
        } else if (m_record.softwareVersion == QStringLiteral(PORCHLIGHT_VERSION) && *table != custodyCsv(m_events)) {
            m_inspection.faults().add(Verification::Check::Custody, FaultCode::PageDiffers, path,
                                      u"it does not say the same as log.jsonl"_s);
        }
    }

    BagInspection &m_inspection;
    const PackageRecord &m_record;
    const QString m_path = PackagePath::Log.toString();
    std::vector<CustodyEvent> m_events;
};

} // namespace

QString checkCustody(BagInspection &inspection, const PackageRecord &record)
{
    return CustodyCheck(inspection, record).run();
}

} // namespace Porchlight
