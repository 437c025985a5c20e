// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "identity/localidentity.h"
#include "media/framesource.h"
#include "store/store.h"
#include "vault/evidencevault.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <variant>

namespace Porchlight {

using ImportFailure = std::variant<Failure<VaultError>, Failure<MediaError>, Failure<StoreError>>;

template <typename T>
using ImportFuture = QFuture<Result<T, ImportFailure>>;

/// Takes a clip into a case that came on another road than an exchange: from a file. It has no receipt, so nobody has
/// said what may be done with its sound or its place. The file is only read; its bytes go into the vault, the confined
/// decoder says what they are, and clip and custody entry are recorded in one transaction. What is no video, or is in
/// the case already, is not recorded as a clip; the log tells of the attempt.
class ClipImport final : public QObject
{
    Q_OBJECT

public:
    using SourceMaker = std::function<std::unique_ptr<FrameSource>()>;

    ClipImport(Store &store, EvidenceVault &vault, const LocalIdentity &identity, const Clock &clock,
               SourceMaker makeSource);
    ~ClipImport() override;

    [[nodiscard]] ImportFuture<SharedClip> importFile(QString path, CaseId caseId);

private:
    class Run;

    Store &m_store;
    EvidenceVault &m_vault;
    const LocalIdentity &m_identity;
    const Clock &m_clock;
    SourceMaker m_makeSource;
};

} // namespace Porchlight
