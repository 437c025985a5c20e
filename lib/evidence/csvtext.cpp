// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/csvtext.h"

#include <csv.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QByteArray quotedCell(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    // At worst every byte is a quote and is doubled.
    QByteArray quoted(bytes.size() * 2 + 2, Qt::Uninitialized);
    const size_t length = csv_write2(quoted.data(), static_cast<size_t>(quoted.size()), bytes.constData(),
                                     static_cast<size_t>(bytes.size()), '"');
    quoted.truncate(static_cast<qsizetype>(length));
    return quoted;
}

struct RowReader
{
    const std::function<bool(const QStringList &)> &row;
    QStringList cells;
    bool isStopped = false;
};

void takeCell(void *bytes, size_t length, void *reader)
{
    static_cast<RowReader *>(reader)->cells.append(
        QString::fromUtf8(static_cast<const char *>(bytes), static_cast<qsizetype>(length)));
}

void takeRow(int /*terminator*/, void *reader)
{
    RowReader &rows = *static_cast<RowReader *>(reader);
    if (!rows.isStopped) {
        rows.isStopped = !rows.row(rows.cells);
    }
    rows.cells.clear();
}

} // namespace

QByteArray csvRow(const QStringList &cells)
{
    QByteArray row;
    for (const QString &cell : cells) {
        row += (row.isEmpty() ? QByteArray() : QByteArray(",")) + quotedCell(cell);
    }
    return row + "\r\n";
}

QString defusedCell(const QString &text)
{
    static constexpr QStringView Formula = u"=+-@\t\r";
    return !text.isEmpty() && Formula.contains(text.front()) ? u'\'' + text : text;
}

bool readCsv(const QByteArray &text, const std::function<bool(const QStringList &)> &row)
{
    csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        return false;
    }
    const auto release = [](csv_parser *used) {
        csv_free(used);
    };
    const std::unique_ptr<csv_parser, decltype(release)> owner(&parser, release);
    RowReader reader{.row = row, .cells = {}};
    const auto length = static_cast<size_t>(text.size());
    return csv_parse(&parser, text.constData(), length, takeCell, takeRow, &reader) == length &&
           csv_fini(&parser, takeCell, takeRow, &reader) == 0;
}

} // namespace Porchlight
