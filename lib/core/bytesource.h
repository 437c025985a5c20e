// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"

#include <QByteArray>
#include <QtTypes>

namespace Porchlight {

enum class SourceError {
    OutOfRange,
    Broken,
};

/// Bytes that can be read from any place without loading all of them: what a vault item, a file and later a range
/// read from remote storage have in common. Safe to read from any one thread at a time.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    [[nodiscard]] virtual qint64 size() const = 0;

    /// Fills `target` from `offset` on; returns how many bytes there were: fewer than asked only at the end.
    [[nodiscard]] virtual Result<qint64, Failure<SourceError>> read(qint64 offset, char *target, qint64 length) = 0;

protected:
    ByteSource() = default;
    Q_DISABLE_COPY_MOVE(ByteSource)
};

} // namespace Porchlight
