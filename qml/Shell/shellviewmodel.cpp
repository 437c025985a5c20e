// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellviewmodel.h"

#include "workflow/sentences.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

ShellViewModel::ShellViewModel(CurrentCase &currentCase, const LocalIdentity &identity, QObject *parent)
    : QObject(parent)
    , m_currentCase(currentCase)
    , m_identity(identity)
    , m_cases(currentCase)
{
    connect(&m_currentCase, &CurrentCase::caseFileChanged, this, &ShellViewModel::caseFileChanged);
    connect(&m_currentCase, &CurrentCase::casesChanged, this, [this] { m_palette.setCases(m_currentCase.cases()); });
    connect(&m_currentCase, &CurrentCase::opened, this, [this](const CaseFile &caseFile) {
        setCaseProblem({});
        m_notices.raise(Tone::Good,
                        tr("Case %1 is open. What you do from here on belongs to it.").arg(caseFile.number));
        Q_EMIT caseOpened();
    });
    connect(&m_currentCase, &CurrentCase::failed, this, [this](const Failure<StoreError> &failure) {
        setCaseProblem(failure.code == StoreError::AlreadyThere
                           ? tr("There is a case with this number. Choose it from the list, or give another number.")
                           : sentenceFor(failure));
    });
    connect(&m_identity, &LocalIdentity::officerChanged, this, &ShellViewModel::officerChanged);
    connect(&m_palette, &PaletteModel::chosen, this, &ShellViewModel::runEntry);
    m_palette.setCases(m_currentCase.cases());
    offerPalette();
}

void ShellViewModel::setPage(Page page)
{
    if (m_page == page) {
        return;
    }
    m_page = page;
    Q_EMIT pageChanged();
}

void ShellViewModel::setNewClips(int count)
{
    if (m_newClips == count) {
        return;
    }
    m_newClips = count;
    Q_EMIT newClipsChanged();
}

void ShellViewModel::setHasDemoResidents(bool hasDemoResidents)
{
    m_hasDemoResidents = hasDemoResidents;
    Q_EMIT statusChanged();
}

void ShellViewModel::setLongWork(const LongWork &work)
{
    m_longWork = work;
    Q_EMIT statusChanged();
}

void ShellViewModel::setExchange(const StatusNote &note)
{
    m_exchange = note;
    Q_EMIT statusChanged();
}

void ShellViewModel::setDecoder(const StatusNote &note)
{
    m_decoder = note;
    Q_EMIT statusChanged();
}

void ShellViewModel::setLog(const StatusNote &note)
{
    m_log = note;
    Q_EMIT statusChanged();
}

void ShellViewModel::chooseCase(const QString &id)
{
    if (const std::optional<CaseId> caseId = CaseId::fromString(id)) {
        m_currentCase.choose(*caseId);
    }
}

void ShellViewModel::openCase(const QString &number, const QString &title)
{
    if (number.simplified().isEmpty()) {
        setCaseProblem(tr("A case needs its number."));
        return;
    }
    m_currentCase.open(number, title, {});
}

void ShellViewModel::forgetCaseProblem()
{
    setCaseProblem({});
}

void ShellViewModel::showClip(const QString &clipId)
{
    Q_EMIT clipShown(clipId);
    setPage(Review);
}

void ShellViewModel::lock()
{
    m_isLocked = true;
    Q_EMIT isLockedChanged();
}

void ShellViewModel::unlock()
{
    m_isLocked = false;
    Q_EMIT isLockedChanged();
}

void ShellViewModel::offerPalette()
{
    const QStringList pages{tr("Map"),      tr("Requests"),  tr("Inbox"),   tr("Review"),
                            tr("Evidence"), tr("Oversight"), tr("Settings")};
    std::vector<PaletteEntry> entries;
    for (int page = 0; page < pages.size(); ++page) {
        entries.push_back({.kind = PaletteEntry::Page,
                           .target = QString::number(page),
                           .title = pages.at(page),
                           .detail = tr("Page"),
                           .key = tr("Ctrl %1").arg(page + 1)});
    }
    const auto add = [&entries](Command command, const QString &title, const QString &key) {
        entries.push_back({.kind = PaletteEntry::Command,
                           .target = QString::number(command),
                           .title = title,
                           .detail = tr("Command"),
                           .key = key});
    };
    add(NewCase, tr("Open a new case"), tr("Ctrl N"));
    add(Lock, tr("Lock the screen"), tr("Ctrl L"));
    add(Keys, tr("Show all keys"), tr("F1"));
    m_palette.setFixedEntries(std::move(entries));
}

void ShellViewModel::runEntry(const PaletteEntry &entry)
{
    switch (entry.kind) {
    case PaletteEntry::Page:
        setPage(static_cast<Page>(entry.target.toInt()));
        return;
    case PaletteEntry::Command:
        runCommand(entry.target.toInt());
        return;
    case PaletteEntry::Case:
        chooseCase(entry.target);
        return;
    case PaletteEntry::Agency:
        setPage(Map);
        Q_EMIT agencyShown(entry.target);
        return;
    }
}

void ShellViewModel::runCommand(int command)
{
    switch (static_cast<Command>(command)) {
    case NewCase:
        Q_EMIT newCaseWanted();
        return;
    case Lock:
        lock();
        return;
    case Keys:
        Q_EMIT keysWanted();
        return;
    }
}

void ShellViewModel::setCaseProblem(const QString &problem)
{
    if (m_caseProblem == problem) {
        return;
    }
    m_caseProblem = problem;
    Q_EMIT caseProblemChanged();
}

} // namespace Porchlight
