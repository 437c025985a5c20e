// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "identity/localidentity.h"
#include "store/store.h"
#include "support/fakeframesource.h"
#include "vault/evidencevault.h"
#include "workflow/currentcase.h"
#include "workflow/evidenceexport.h"

#include <QTemporaryDir>

#include <deque>

namespace Porchlight {

/// A data folder with a real store and vault and scripted decoders, for tests of exports and their page.
class ExportPlace
{
public:
    enum class Start { WithCase, Empty };

    explicit ExportPlace(Start start = Start::WithCase);

    [[nodiscard]] Store &store() { return m_store; }
    [[nodiscard]] EvidenceExport &evidenceExport() { return m_export; }
    [[nodiscard]] CurrentCase &currentCase() { return m_currentCase; }
    [[nodiscard]] QString outFolder() const { return m_folder.filePath(QStringLiteral("out")); }
    [[nodiscard]] const CaseFile &caseFile() const { return m_case; }
    [[nodiscard]] SystemClock &clock() { return m_clock; }

    /// Puts a clip of these bytes into vault and store. What decoders say comes from `scripts`, clip by clip.
    SharedClip addClip(const QByteArray &bytes, const QString &name, ClipState state = ClipState::Accepted);
    void addNote(const SharedClip &clip, qint64 first, qint64 last, const QString &text);
    void addStill(const SharedClip &clip, qint64 frame);
    void addRequest();
    [[nodiscard]] std::vector<CustodyEvent> log();

    /// How often the next decoders behave in which way; 30 frames where there is no script left.
    std::deque<FakeFrameSource::Script> scripts;

private:
    [[nodiscard]] EventDraft draft(CustodyAction action, CustodySubject subject, const QString &id) const;

    QTemporaryDir m_folder;
    SystemClock m_clock;
    LocalIdentity m_identity;
    EvidenceVault m_vault;
    Store m_store;
    CurrentCase m_currentCase;
    EvidenceExport m_export;
    CaseFile m_case;
};

} // namespace Porchlight
