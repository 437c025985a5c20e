// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportviewmodel.h"

#include "exporttexts.h"
#include "workflow/sentences.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

ExportViewModel::ExportViewModel(EvidenceExport &evidenceExport, CurrentCase &currentCase)
    : m_export(evidenceExport)
    , m_currentCase(currentCase)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    connect(&m_currentCase, &CurrentCase::caseFileChanged, this, &ExportViewModel::onCaseChanged);
    connect(&m_export, &EvidenceExport::materialChanged, this, &ExportViewModel::onMaterialChanged);
    connect(&m_export, &EvidenceExport::progressed, this, &ExportViewModel::onProgressed);
    reload();
}

int ExportViewModel::step() const
{
    switch (m_stage) {
    case Stage::Choose:
        return 0;
    case Stage::Check:
        return 1;
    case Stage::Seal:
    case Stage::Writing:
        return 2;
    case Stage::Done:
        return 3;
    }
    Q_UNREACHABLE_RETURN(0);
}

void ExportViewModel::onCaseChanged()
{
    if (m_stage == Stage::Writing) {
        return;
    }
    m_excluded.clear();
    m_context.reset();
    m_plan.reset();
    m_written.reset();
    m_choices.setRows({});
    setProblem({});
    setStage(Stage::Choose);
    reload();
}

void ExportViewModel::onMaterialChanged(std::optional<CaseId> caseId)
{
    const bool isOurs =
        m_currentCase.caseFile() && m_currentCase.caseFile()->id == caseId.value_or(m_currentCase.caseFile()->id);
    if (isOurs && m_stage != Stage::Writing && m_stage != Stage::Done) {
        reload();
    }
}

void ExportViewModel::reload()
{
    if (!m_currentCase.caseFile()) {
        Q_EMIT contentChanged();
        return;
    }
    if (m_isLoading) {
        m_isStale = true;
        return;
    }
    m_isLoading = true;
    Q_EMIT contentChanged();
    m_export.load(m_currentCase.caseFile()->id).then(this, [this](Result<PackageContext, ExportFailure> loaded) {
        m_isLoading = false;
        if (std::exchange(m_isStale, false)) {
            reload();
        } else if (!loaded) {
            setProblem(sentenceFor(loaded.error()));
            Q_EMIT contentChanged();
        } else if (m_stage != Stage::Writing && m_stage != Stage::Done) {
            adopt(*std::move(loaded));
        }
    });
}

void ExportViewModel::adopt(PackageContext context)
{
    m_context = std::move(context);
    makePlan();
}

void ExportViewModel::makePlan()
{
    m_context->choice = choiceWithout(*m_context, m_excluded);
    m_context->choice.recipient = m_recipient;
    const auto plan = planPackage(*m_context);
    m_plan = plan ? std::optional(*plan) : std::nullopt;
    m_choices.setRows(exportChoices(*m_context, m_excluded));
    if (!m_plan) {
        setStage(Stage::Choose);
    }
    Q_EMIT contentChanged();
}

QString ExportViewModel::summary() const
{
    return m_plan ? summaryText(*m_plan) : tr("Nothing is chosen.");
}

QString ExportViewModel::packageName() const
{
    return m_written ? m_written->record.bagName : m_plan ? m_plan->record.bagName : QString();
}

QList<ExportLine> ExportViewModel::included() const
{
    return m_plan ? includedLines(*m_plan) : QList<ExportLine>();
}

QList<ExportLine> ExportViewModel::leftOut() const
{
    return m_written ? leftOutLines(m_written->record) : m_plan ? leftOutLines(m_plan->record) : QList<ExportLine>();
}

QList<ExportLine> ExportViewModel::cautions() const
{
    return m_plan ? cautionLines(*m_plan) : QList<ExportLine>();
}

void ExportViewModel::setChosen(int row, bool isChosen)
{
    if (!m_context || row < 0 || row >= m_choices.count() || !m_choices.rows().at(row).canBeChosen) {
        return;
    }
    const QString id = m_choices.rows().at(row).id;
    if (isChosen) {
        m_excluded.erase(id);
    } else {
        m_excluded.insert(id);
    }
    makePlan();
}

void ExportViewModel::setRecipient(const QString &recipient)
{
    if (recipient == m_recipient) {
        return;
    }
    m_recipient = recipient;
    Q_EMIT recipientChanged();
    if (m_context) {
        makePlan();
    }
}

void ExportViewModel::setFolder(const QString &folder)
{
    if (folder != m_folder) {
        m_folder = folder;
        Q_EMIT folderChanged();
    }
}

void ExportViewModel::useFolder(const QUrl &folder)
{
    setFolder(folder.toLocalFile());
}

void ExportViewModel::goNext()
{
    if (m_plan && m_stage == Stage::Choose) {
        setStage(Stage::Check);
    } else if (m_plan && m_stage == Stage::Check) {
        setStage(Stage::Seal);
    }
}

void ExportViewModel::goBack()
{
    if (m_stage == Stage::Check) {
        setStage(Stage::Choose);
    } else if (m_stage == Stage::Seal) {
        setStage(Stage::Check);
    }
}

void ExportViewModel::startExport()
{
    if (m_stage != Stage::Seal || !m_context) {
        return;
    }
    setProblem({});
    m_progress = {};
    m_sinceStart.start();
    setStage(Stage::Writing);
    Q_EMIT progressChanged();
    m_export.write(*m_context, QDir::fromNativeSeparators(m_folder))
        .then(this, [this](const Result<WrittenPackage, ExportFailure> &written) {
            if (!written) {
                setProblem(sentenceFor(written.error()));
                setStage(Stage::Seal);
                reload();
                return;
            }
            m_writingMilliseconds = m_sinceStart.elapsed();
            m_written = *written;
            setStage(Stage::Done);
            Q_EMIT contentChanged();
        });
}

void ExportViewModel::cancelExport()
{
    m_export.cancel();
}

void ExportViewModel::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(resultFolder()));
}

void ExportViewModel::openStartPage()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QDir(resultFolder()).filePath(u"START-HERE.html"_s)));
}

void ExportViewModel::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void ExportViewModel::startAgain()
{
    if (m_stage != Stage::Done) {
        return;
    }
    m_written.reset();
    setStage(Stage::Choose);
    reload();
}

void ExportViewModel::forgetProblem()
{
    setProblem({});
}

void ExportViewModel::onProgressed(const ExportProgress &progress)
{
    if (progress.step == ExportProgress::Step::Writing && m_progress.step == ExportProgress::Step::Gathering) {
        m_sinceStart.restart();
    }
    m_progress = progress;
    Q_EMIT progressChanged();
}

QString ExportViewModel::progressText() const
{
    switch (m_progress.step) {
    case ExportProgress::Step::Gathering:
        return tr("Counting the frames of each clip…");
    case ExportProgress::Step::Writing:
        return tr("Copying the originals, byte for byte…");
    case ExportProgress::Step::Checking:
        return tr("Reading the package back and checking it…");
    }
    Q_UNREACHABLE_RETURN({});
}

QString ExportViewModel::progressFigure() const
{
    return m_progress.step == ExportProgress::Step::Gathering ? QString()
                                                              : figureText(m_progress, m_sinceStart.elapsed());
}

double ExportViewModel::progressShare() const
{
    if (m_progress.step == ExportProgress::Step::Gathering || m_progress.bytesTotal == 0) {
        return -1;
    }
    return static_cast<double>(m_progress.bytesDone) / static_cast<double>(m_progress.bytesTotal);
}

QList<CheckResult> ExportViewModel::results() const
{
    return m_written ? QList<CheckResult>(m_written->report.lines.begin(), m_written->report.lines.end())
                     : QList<CheckResult>();
}

QString ExportViewModel::resultSentence() const
{
    return m_written ? tr("Complete, every file checked; not sealed") : QString();
}

QString ExportViewModel::resultDetail() const
{
    if (!m_written) {
        return {};
    }
    const QString time = m_written->record.createdAt.toDateTime().toLocalTime().toString(u"d MMM yyyy, HH:mm:ss t"_s);
    return tr("Made %1, read back and checked, in %2 s. Nothing in it shows who made it until a signing key is set up.")
        .arg(time, QString::number(static_cast<double>(m_writingMilliseconds) / 1000, 'f', 1));
}

QString ExportViewModel::resultFolder() const
{
    return m_written ? QDir::toNativeSeparators(m_written->folder) : QString();
}

QString ExportViewModel::resultDigest() const
{
    return m_written ? QString::fromStdString(m_written->report.packageDigest.toHex()) : QString();
}

QList<ExportLine> ExportViewModel::held() const
{
    return m_written ? heldLines(*m_written) : QList<ExportLine>();
}

QList<ExportLine> ExportViewModel::commands() const
{
    return commandLines();
}

void ExportViewModel::setStage(Stage stage)
{
    if (stage != m_stage) {
        m_stage = stage;
        Q_EMIT stageChanged();
    }
}

void ExportViewModel::setProblem(const QString &problem)
{
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
}

} // namespace Porchlight
