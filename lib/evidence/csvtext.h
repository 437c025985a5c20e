// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace Porchlight {

/// One row of RFC 4180 text, every cell quoted, with its CRLF.
[[nodiscard]] QByteArray csvRow(const QStringList &cells);

/// Text that a spreadsheet would take for a formula gets an apostrophe in front.
[[nodiscard]] QString defusedCell(const QString &text);

/// Calls `row` for each row until it returns false; false if the text is not CSV (quotes that do not close).
[[nodiscard]] bool readCsv(const QByteArray &text, const std::function<bool(const QStringList &)> &row);

} // namespace Porchlight
