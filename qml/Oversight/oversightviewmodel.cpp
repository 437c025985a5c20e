// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oversightviewmodel.h"

#include "workflow/sentences.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using LogPage = StoreResult<std::vector<CustodyEvent>>;

constexpr int PageLength = 200;
constexpr std::chrono::milliseconds GatherTime{100};

} // namespace

OversightViewModel::OversightViewModel(CustodyReview &review, Store &store, const CurrentCase &currentCase,
                                       const Clock &clock, const ChainReport &atOpening, QObject *parent)
    : QObject(parent)
    , m_review(review)
    , m_store(store)
    , m_currentCase(currentCase)
    , m_clock(clock)
    , m_entries(this)
{
    m_newer.setSingleShot(true);
    m_newer.setInterval(GatherTime);
    connect(&m_newer, &QTimer::timeout, this, &OversightViewModel::readNewer);
    connect(&m_entries, &EntryListModel::olderWanted, this, &OversightViewModel::readOlder);
    connect(&m_store, &Store::changed, this, &OversightViewModel::followStore);
    connect(&m_currentCase, &CurrentCase::caseFileChanged, this, [this] {
        Q_EMIT caseChanged();
        if (m_isOfThisCase) {
            askAgain();
        }
    });
    setReport(atOpening);
    readCases();
}

QStringList OversightViewModel::actionTexts() const
{
    QStringList texts{tr("Every act")};
    for (const CustodyAction action : allCustodyActions()) {
        texts.append(wordsFor(action));
    }
    return texts;
}

QString OversightViewModel::zoneName() const
{
    return m_clock.now().toDateTime().toLocalTime().timeZoneAbbreviation();
}

void OversightViewModel::setSearchText(const QString &text)
{
    if (m_searchText != text) {
        m_searchText = text;
        askAgain();
    }
}

void OversightViewModel::setActionIndex(int index)
{
    const int last = static_cast<int>(allCustodyActions().size());
    if (m_actionIndex != index && index >= 0 && index <= last) {
        m_actionIndex = index;
        askAgain();
    }
}

void OversightViewModel::setShow(Show show)
{
    if (m_show != show) {
        m_show = show;
        askAgain();
    }
}

void OversightViewModel::setOfThisCase(bool isOfThisCase)
{
    if (m_isOfThisCase != isOfThisCase) {
        m_isOfThisCase = isOfThisCase;
        askAgain();
    }
}

bool OversightViewModel::isFiltered() const
{
    return !m_searchText.isEmpty() || m_actionIndex > 0 || m_show != Everything || m_isOfThisCase;
}

QString OversightViewModel::caseNumber() const
{
    return m_currentCase.caseFile() ? m_currentCase.caseFile()->number : QString();
}

QString OversightViewModel::checkText() const
{
    switch (m_check) {
    case Checking:
        return tr("checking every entry…");
    case Intact: {
        const QString time = m_checkedAt.toDateTime().toLocalTime().toString(u"HH:mm"_s);
        const QString count = QLocale().toString(m_checkedCount);
        if (m_checkedCount == 0) {
            return tr("was empty at %1").arg(time);
        }
        return m_checkedCount == 1 ? tr("checked %1, one entry").arg(time)
                                   : tr("checked %1, %2 entries").arg(time, count);
    }
    case Broken:
        return tr("the log is not whole");
    }
    Q_UNREACHABLE_RETURN(QString());
}

void OversightViewModel::chooseRow(int row)
{
    m_selected = row >= 0 && row < m_entries.count() ? m_entries.rows().at(row) : LogEntry();
    Q_EMIT selectedChanged();
}

void OversightViewModel::verifyNow()
{
    if (m_check == Checking) {
        return;
    }
    m_check = Checking;
    Q_EMIT checkChanged();
    m_review.verify().then(this, [this](const StoreResult<ChainReport> &report) { takeReport(report); });
}

void OversightViewModel::takeReport(const StoreResult<ChainReport> &report)
{
    if (report) {
        setReport(*report);
        return;
    }
    m_check = m_faultText.isEmpty() ? Intact : Broken;
    Q_EMIT checkChanged();
    setProblem(sentenceFor(report.error()));
}

void OversightViewModel::setReport(const ChainReport &report)
{
    m_check = report.isIntact() ? Intact : Broken;
    m_checkedAt = m_clock.now();
    m_checkedCount = report.head.count;
    m_faultText = report.fault ? sentenceFor(*report.fault) : QString();
    Q_EMIT checkChanged();
}

void OversightViewModel::exportCsv(const QUrl &file)
{
    exportTo(file, LogFormat::Csv);
}

void OversightViewModel::exportJsonLines(const QUrl &file)
{
    exportTo(file, LogFormat::JsonLines);
}

void OversightViewModel::exportTo(const QUrl &file, LogFormat format)
{
    const QString path = file.toLocalFile();
    CustodyFilter wanted = filter();
    wanted.order = CustodyFilter::Order::OldestFirst;
    m_review.exportTo(path, format, wanted).then(this, [this, path](const Result<int, LogExportFailure> &written) {
        if (written) {
            setNote(
                tr("%1 entries were copied to %2").arg(QLocale().toString(*written), QDir::toNativeSeparators(path)));
        } else {
            setProblem(sentenceFor(written.error()));
        }
    });
}

void OversightViewModel::clearFilters()
{
    m_searchText.clear();
    m_actionIndex = 0;
    m_show = Everything;
    m_isOfThisCase = false;
    askAgain();
}

void OversightViewModel::forgetProblem()
{
    setProblem({});
}

void OversightViewModel::forgetNote()
{
    setNote({});
}

void OversightViewModel::followStore(const StoreChange &change)
{
    if (change.concerns(StoreChange::Kind::Case)) {
        readCases();
    } else if (change.kind == StoreChange::Kind::Custody && !m_newer.isActive()) {
        m_newer.start();
    }
}

// The numbers of the cases are in the words of the entries, so they come first.
void OversightViewModel::readCases()
{
    m_store.cases().then(this, [this](const StoreResult<std::vector<CaseFile>> &cases) {
        if (cases) {
            for (const CaseFile &caseFile : *cases) {
                m_cases.insert(caseFile.id.toString(), caseFile.number);
            }
        }
        readNewer();
    });
}

void OversightViewModel::askAgain()
{
    Q_EMIT filterChanged();
    readAnew();
}

CustodyFilter OversightViewModel::filter() const
{
    CustodyFilter filter{.text = m_searchText.trimmed(), .order = CustodyFilter::Order::NewestFirst};
    if (m_actionIndex > 0) {
        filter.action = allCustodyActions().at(static_cast<size_t>(m_actionIndex - 1));
    }
    if (m_show != Everything) {
        filter.outcome = m_show == OnlyRefused ? CustodyOutcome::Refused : CustodyOutcome::Failed;
    }
    if (m_isOfThisCase && m_currentCase.caseFile()) {
        filter.caseId = m_currentCase.caseFile()->id;
    }
    return filter;
}

void OversightViewModel::readAnew()
{
    setLoading(true);
    CustodyFilter wanted = filter();
    wanted.limit = PageLength;
    m_review.entries(wanted).then(this, [this, reading = ++m_reading](const LogPage &page) {
        if (reading == m_reading) {
            takePage(page, true);
        }
    });
}

void OversightViewModel::readNewer()
{
    if (m_isLoading) {
        m_newer.start();
        return;
    }
    if (m_entries.count() == 0) {
        readAnew();
        return;
    }
    CustodyFilter wanted = filter();
    wanted.after = m_entries.rows().constFirst().sequence;
    m_review.entries(wanted).then(this, [this, reading = m_reading, after = *wanted.after](const LogPage &page) {
        const bool isWanted = reading == m_reading && m_entries.rows().constFirst().sequence == after;
        if (page && isWanted) {
            m_entries.prepend(rowsOf(*page));
        }
    });
}

void OversightViewModel::readOlder()
{
    if (m_isLoading) {
        return;
    }
    setLoading(true);
    CustodyFilter wanted = filter();
    wanted.limit = PageLength;
    wanted.before = m_entries.rows().constLast().sequence;
    m_review.entries(wanted).then(this, [this, reading = m_reading](const LogPage &page) {
        if (reading == m_reading) {
            takePage(page, false);
        }
    });
}

void OversightViewModel::takePage(const StoreResult<std::vector<CustodyEvent>> &page, bool isFirst)
{
    setLoading(false);
    if (!page) {
        setProblem(sentenceFor(page.error()));
        return;
    }
    m_entries.setHasOlder(static_cast<int>(page->size()) == PageLength);
    if (isFirst) {
        m_entries.replace(rowsOf(*page));
    } else {
        m_entries.append(rowsOf(*page));
    }
}

QList<LogEntry> OversightViewModel::rowsOf(const std::vector<CustodyEvent> &events) const
{
    QList<LogEntry> rows;
    rows.reserve(static_cast<qsizetype>(events.size()));
    const QTimeZone zone = QTimeZone::systemTimeZone();
    std::ranges::transform(events, std::back_inserter(rows),
                           [&](const CustodyEvent &event) { return entryOf(event, m_cases, zone); });
    return rows;
}

void OversightViewModel::setProblem(const QString &problem)
{
    if (m_problem != problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
}

void OversightViewModel::setNote(const QString &note)
{
    if (m_note != note) {
        m_note = note;
        Q_EMIT noteChanged();
    }
}

void OversightViewModel::setLoading(bool isLoading)
{
    if (m_isLoading != isLoading) {
        m_isLoading = isLoading;
        Q_EMIT loadingChanged();
    }
}

} // namespace Porchlight
