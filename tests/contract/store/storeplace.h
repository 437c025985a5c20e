// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/store/postgrescluster.h"
#include "core/clock.h"
#include "store/store.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Porchlight {

/// A clock that tests set.
class FixedClock final : public Clock
{
public:
    [[nodiscard]] UtcTime now() const override { return UtcTime::fromMicroseconds(microseconds); }

    std::atomic<qint64> microseconds = 1'764'000'000'123'456;
};

/// Where the tests of one program make their stores: files, or databases of a server of the test's own.
class StorePlace
{
public:
    /// What went wrong; empty when stores can be made.
    [[nodiscard]] QString prepare();
    /// The address of a store that is not there yet.
    [[nodiscard]] QString newAddress();
    [[nodiscard]] QString newHeadFile();
    [[nodiscard]] bool isServer() const { return m_cluster != nullptr; }

    /// Runs SQL as another program would; what the database answers, empty for success.
    [[nodiscard]] static QString meddle(const QString &address, const QStringList &statements);
    /// All rows of a query as lines of text.
    [[nodiscard]] static QStringList rows(const QString &address, const QString &sql);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresCluster> m_cluster;
    int m_count = 0;
};

/// Waits for the answer of the store, as only a test may.
template <typename T>
StoreResult<T> answerOf(StoreFuture<T> future)
{
    constexpr int AnswerTimeout = 30'000;
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, AnswerTimeout)) {
        return fail(StoreError::Broken, QStringLiteral("no answer"));
    }
    return future.result();
}

} // namespace Porchlight
