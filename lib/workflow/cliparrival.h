// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "domain/clipoffer.h"
#include "domain/sharedclip.h"
#include "exchange/exchangeclient.h"
#include "identity/localidentity.h"
#include "media/framesource.h"
#include "store/store.h"
#include "vault/evidencevault.h"
#include "workflow/clipbytes.h"
#include "workflow/intakefailure.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Porchlight {

/// What intake works with.
struct IntakeParts
{
    using SourceMaker = std::function<std::unique_ptr<FrameSource>()>;

    Store &store;
    EvidenceVault &vault;
    ExchangeClient &exchange;
    const LocalIdentity &identity;
    const Clock &clock;
    SourceMaker makeSource;
};

/// One offered clip on its way into the case: the receipt is checked, the bytes come into the vault under the digest
/// that was offered, the confined decoder says what they are, and clip and custody entry are recorded in one
/// transaction. Whatever breaks, the clip is either recorded whole or not at all.
class ClipArrival final : public QObject
{
    Q_OBJECT

public:
    enum class Step { Waiting, Downloading, Sealing, Looking, Recording, Done, Disputed, Stuck };

    ClipArrival(IntakeParts &parts, ClipOffer offer, CaseId caseId, QByteArray exchangeKey);
    ~ClipArrival() override;

    void start();
    /// Begins again after Stuck.
    void tryAgain();

    [[nodiscard]] const ClipOffer &offer() const { return m_offer; }
    [[nodiscard]] CaseId caseId() const { return m_caseId; }
    [[nodiscard]] Step step() const { return m_step; }
    /// Of the bytes, 0 to 1000.
    [[nodiscard]] int permille() const { return m_permille; }
    /// Why it did not go on; while Waiting it is tried again by itself.
    [[nodiscard]] const std::optional<IntakeFailure> &failure() const { return m_failure; }
    /// Why the clip is not taken, once it is Disputed.
    [[nodiscard]] const QString &disputeReason() const { return m_disputeReason; }
    /// Of the clip once it is Done.
    [[nodiscard]] ClipId clipId() const { return m_clipId; }

Q_SIGNALS:
    void changed();
    /// Done or Disputed: nothing more will happen.
    void ended();

private:
    void checkReceipt();
    void lookInVault();
    void download();
    void afterDownload(const ExchangeResult<qint64> &received);
    void seal();
    void takeSealed(const SealedItem &item);
    void look();
    void openSource(ClipBytes bytes);
    void takeFacts(const MediaSummary &summary);
    void takeMediaFailure(const Failure<MediaError> &failure);
    void recordClip(const MediaFacts &facts, ClipState state, const QString &trouble);
    void dispute(const QString &reason);
    void goOnLater(const IntakeFailure &failure, std::chrono::milliseconds pause);
    void stick(const IntakeFailure &failure);
    void enter(Step step);
    [[nodiscard]] SharedClip clipFrom(const MediaFacts &facts, ClipState state) const;
    [[nodiscard]] EventDraft eventFor(CustodyAction action) const;

    IntakeParts &m_parts;
    ClipOffer m_offer;
    CaseId m_caseId;
    QByteArray m_exchangeKey;
    ClipId m_clipId;
    Step m_step = Step::Waiting;
    int m_permille = 0;
    int m_attempts = 0;
    int m_looks = 0;
    std::optional<IntakeFailure> m_failure;
    QString m_disputeReason;
    std::unique_ptr<VaultWriter> m_writer;
    std::optional<SealedItem> m_sealed;
    std::unique_ptr<FrameSource> m_source;
    QFutureWatcher<ExchangeResult<qint64>> m_transfer;
    QTimer m_again;
};

} // namespace Porchlight
