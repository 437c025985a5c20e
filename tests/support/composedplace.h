// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requests/requestdraft.h"
#include "support/fakeexchange.h"
#include "support/fixedclock.h"
#include "workflow/agencyupdate.h"
#include "workflow/requestdispatch.h"

#include <QTemporaryDir>
#include <QTest>

namespace Porchlight {

/// Continuations run on the thread of the test, so its events are handled while waiting.
template <typename T>
T answerOf(QFuture<T> future)
{
    const bool isFinished = QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000);
    Q_ASSERT(isFinished);
    return future.takeResult();
}

/// A data folder with the sample directory, an officer of Larkfield, and an exchange in memory: what requests are
/// made with, without a window and without a network. It is 24 November 2026, 10:42 in Larkfield.
struct ComposedPlace
{
    QTemporaryDir folder;
    FixedClock clock{*UtcTime::fromString(u"2026-11-24T15:42:00Z")};
    LocalIdentity identity{folder.filePath(QStringLiteral("identity.json"))};
    Store store{{.address = folder.filePath(QStringLiteral("store.sqlite")),
                 .headFile = folder.filePath(QStringLiteral("head")),
                 .workstation = QStringLiteral("test")},
                clock};
    FakeExchange exchange{clock};
    AgencyUpdate update{store, identity, clock};
    RequestDispatch dispatch{store, exchange, identity, clock, folder.filePath(QStringLiteral("draft.json"))};

    ComposedPlace();

    /// A burglary on the evening of 22 November, within every limit.
    [[nodiscard]] RequestDraft draft() const;
};

} // namespace Porchlight
