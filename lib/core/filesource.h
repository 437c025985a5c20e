// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesource.h"

#include <QFile>

#include <memory>

namespace Porchlight {

/// The bytes of an ordinary file, opened for reading only.
class FileSource final : public ByteSource
{
public:
    /// The detail of a failure names the file and the system's reason.
    [[nodiscard]] static Result<std::unique_ptr<ByteSource>, Failure<SourceError>> open(const QString &path);

    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] Result<qint64, Failure<SourceError>> read(qint64 offset, char *target, qint64 length) override;

private:
    explicit FileSource(const QString &path);

    QFile m_file;
    qint64 m_size = 0; ///< When it was opened.
};

} // namespace Porchlight
