// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"

#include <QByteArrayView>

#include <limits>

namespace Porchlight {

enum class SinkError {
    NoSpace,
    Refused,
    Broken,
};

/// Takes bytes in order. A download writes into it without knowing where they go; the vault provides one.
class ByteSink
{
public:
    virtual ~ByteSink() = default;

    /// Takes all of the bytes or fails; after a failure the sink takes nothing more.
    [[nodiscard]] virtual Result<void, Failure<SinkError>> write(QByteArrayView bytes) = 0;

    /// How many bytes it takes at once without making its caller wait for the disk. A download on the GUI thread reads
    /// no more than that from the network and asks again with the next turn of the event loop.
    [[nodiscard]] virtual qint64 room() const { return std::numeric_limits<qint64>::max(); }

protected:
    ByteSink() = default;
    Q_DISABLE_COPY_MOVE(ByteSink)
};

} // namespace Porchlight
