// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpmessage.h"

#include <QFile>

namespace Porchlight {

/// Reads one part of a file as if it were all there is.
class FileSliceDevice final : public QIODevice
{
    Q_OBJECT

public:
    explicit FileSliceDevice(const FileSlice &slice);

    /// False if the file is not there or shorter than the slice.
    [[nodiscard]] bool openSlice();
    [[nodiscard]] qint64 size() const override { return m_length; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QFile m_file;
    qint64 m_offset;
    qint64 m_length;
};

} // namespace Porchlight
