// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decoderclient.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

namespace Porchlight::Testing {

inline constexpr int Patience = 120'000;

/// Waits for an answer; none where it does not come.
template <typename T>
std::optional<T> waitFor(QFuture<T> future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcher<T>::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(Patience, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished()) {
        loop.exec();
    }
    return future.isFinished() && future.resultCount() > 0 ? std::optional(future.result()) : std::nullopt;
}

[[nodiscard]] DecoderSettings testSettings();

/// A client with the clip open; null with a warning where it cannot be opened.
[[nodiscard]] std::unique_ptr<DecoderClient> openClip(const QString &file, ClipWish wish = {},
                                                      const DecoderSettings &settings = testSettings());

/// Waits for all rows; false where they do not come.
[[nodiscard]] bool waitForTable(DecoderClient &client);

/// Why a clip cannot be opened or shown; none where it can.
[[nodiscard]] std::optional<MediaError> refusalOf(const QString &file, ClipWish wish = {});

} // namespace Porchlight::Testing
