// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agencies/directoryreading.h"

#include <QByteArrayView>
#include <QStringList>

#include <vector>

namespace Porchlight {

/// One record of a CSV file (RFC 4180 and its relatives) and the line it begins in.
struct CsvRecord
{
    qint64 line = 0;
    QStringList fields;
};

struct CsvTable
{
    char delimiter = ',';
    std::vector<CsvRecord> records; ///< The heading first; lines without any content are left out.
};

/// Finds out the delimiter (comma, semicolon, tab or bar) and reads everything. A quotation mark that is opened and
/// never closed swallows the rest of a file, so it is a fault of the whole file, with the line it stands in.
[[nodiscard]] Result<CsvTable, Failure<DirectoryError>> readCsv(QByteArrayView utf8);

} // namespace Porchlight
