// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/currentcase.h"

#include <algorithm>
#include <utility>

namespace Porchlight {

namespace {

std::optional<CaseFile> withId(const std::vector<CaseFile> &cases, CaseId id)
{
    const auto found = std::ranges::find(cases, id, &CaseFile::id);
    return found == cases.end() ? std::nullopt : std::optional(*found);
}

} // namespace

CurrentCase::CurrentCase(Store &store, const LocalIdentity &identity, const Clock &clock)
    : m_store(store)
    , m_identity(identity)
    , m_clock(clock)
{
    connect(&m_store, &Store::changed, this, [this](const StoreChange &change) {
        if (change.concerns(StoreChange::Kind::Case)) {
            load();
        }
    });
}

void CurrentCase::load(std::optional<CaseId> wanted)
{
    m_store.cases().then(this, [this, wanted](const StoreResult<std::vector<CaseFile>> &cases) {
        if (!cases) {
            Q_EMIT failed(cases.error());
            return;
        }
        adopt(*cases, wanted);
    });
}

void CurrentCase::choose(CaseId id)
{
    if (std::optional<CaseFile> caseFile = withId(m_cases, id)) {
        setCaseFile(std::move(caseFile));
    }
}

void CurrentCase::open(const QString &number, const QString &title, const QString &offence)
{
    const CaseFile caseFile{.id = CaseId::create(),
                            .number = number.simplified(),
                            .title = title.simplified(),
                            .offence = offence.simplified(),
                            .openedAt = m_clock.now()};
    const EventDraft event{.action = CustodyAction::CaseOpened,
                           .subject = CustodySubject::Case,
                           .subjectId = caseFile.id.toString(),
                           .caseId = caseFile.id,
                           .officer = m_identity.officer(),
                           .details = {{QStringLiteral("number"), caseFile.number}}};
    m_store.addCase(caseFile, event).then(this, [this](const StoreResult<CaseFile> &added) {
        if (!added) {
            Q_EMIT failed(added.error());
            return;
        }
        if (!withId(m_cases, added->id)) {
            m_cases.insert(m_cases.begin(), *added);
            Q_EMIT casesChanged();
        }
        setCaseFile(*added);
        Q_EMIT opened(*added);
    });
}

void CurrentCase::adopt(std::vector<CaseFile> cases, std::optional<CaseId> wanted)
{
    if (cases != m_cases) {
        m_cases = std::move(cases);
        Q_EMIT casesChanged();
    }
    std::optional<CaseFile> chosen = wanted ? withId(m_cases, *wanted) : std::nullopt;
    if (!chosen && m_caseFile) {
        chosen = withId(m_cases, m_caseFile->id);
    }
    if (!chosen && !m_cases.empty()) {
        chosen = m_cases.front();
    }
    setCaseFile(std::move(chosen));
}

void CurrentCase::setCaseFile(std::optional<CaseFile> caseFile)
{
    if (m_caseFile == caseFile) {
        return;
    }
    m_caseFile = std::move(caseFile);
    Q_EMIT caseFileChanged();
}

} // namespace Porchlight
