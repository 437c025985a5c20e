// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/fakeexchange.h"
#include "support/fixedclock.h"
#include "workflow/clipintake.h"

#include <QTemporaryDir>

#include <memory>

namespace Porchlight {

/// A data folder with one case and one published request, a fake exchange, and the real store, vault and decoder: what
/// tests of arriving clips begin with.
class IntakePlace
{
public:
    IntakePlace();
    ~IntakePlace();

    /// A clip of the demonstration, by name.
    [[nodiscard]] static QByteArray demoClip(const QString &name);
    [[nodiscard]] static ConsentScope scope();

    [[nodiscard]] IntakeParts::SourceMaker decoder() const;
    /// A new intake, as after a start of the program.
    [[nodiscard]] std::unique_ptr<ClipIntake> makeIntake();
    [[nodiscard]] std::vector<SharedClip> clips();
    [[nodiscard]] std::vector<CustodyEvent> events(CustodyAction action);
    [[nodiscard]] std::vector<OfferRecord> offers();
    /// Waits for a future of the store.
    template <typename T>
    static T await(QFuture<T> future);

    QTemporaryDir folder;
    FixedClock clock;
    QString decoderProgram;
    std::unique_ptr<LocalIdentity> identity;
    std::unique_ptr<EvidenceVault> vault;
    std::unique_ptr<Store> store;
    std::unique_ptr<FakeExchange> exchange;
    CaseFile caseFile;
    AreaRequest request;
};

} // namespace Porchlight
