// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/id.h"
#include "domain/casefile.h"
#include "identity/localidentity.h"
#include "store/store.h"

#include <QObject>

#include <optional>
#include <vector>

namespace Porchlight {

/// The case that the officer works on, and all she can choose from. Everything that a page shows and does belongs to
/// it; pages listen to caseFileChanged(). Opening a case is written to the custody log with the case.
class CurrentCase final : public QObject
{
    Q_OBJECT

public:
    CurrentCase(Store &store, const LocalIdentity &identity, const Clock &clock);

    /// Reads the cases; chooses `wanted` where it is there, else keeps the chosen one, else takes the newest.
    void load(std::optional<CaseId> wanted = {});

    [[nodiscard]] const std::vector<CaseFile> &cases() const { return m_cases; } ///< Newest first.
    [[nodiscard]] const std::optional<CaseFile> &caseFile() const { return m_caseFile; }

    /// Without effect where there is no such case.
    void choose(CaseId id);
    /// Opens a new case and chooses it. AlreadyThere if another has that number.
    void open(const QString &number, const QString &title, const QString &offence);

Q_SIGNALS:
    void casesChanged();
    void caseFileChanged();
    void opened(const Porchlight::CaseFile &caseFile);
    /// Nothing was changed.
    void failed(const Porchlight::Failure<Porchlight::StoreError> &failure);

private:
    void adopt(std::vector<CaseFile> cases, std::optional<CaseId> wanted);
    void setCaseFile(std::optional<CaseFile> caseFile);

    Store &m_store;
    const LocalIdentity &m_identity;
    const Clock &m_clock;
    std::vector<CaseFile> m_cases;
    std::optional<CaseFile> m_caseFile;
};

} // namespace Porchlight
