// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QTest>

namespace Porchlight {

/// Waits for the result of a future, as only a test may.
template <typename T>
T answerOf(QFuture<T> future)
{
    constexpr int AnswerTimeout = 10'000;
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, AnswerTimeout)) {
        qFatal("no answer");
    }
    return future.result();
}

} // namespace Porchlight
