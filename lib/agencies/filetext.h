// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agencies/directoryreading.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace Porchlight {

/// The text of a file, as UTF-8, and how it was written.
struct FileText
{
    QByteArray utf8;
    QString encoding; ///< "UTF-8", "UTF-8 with byte-order mark", "UTF-16", "Windows-1252".
};

/// Unpacks what is packed, finds out the encoding and decodes. Bytes that are no text are refused.
[[nodiscard]] Result<FileText, Failure<DirectoryError>> readFileText(QByteArrayView bytes);

} // namespace Porchlight
