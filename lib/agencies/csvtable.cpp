// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/csvtable.h"

#include "agencies/agencyfields.h"
#include "agencies/plaintext.h"

#include <csv.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::size_t MostRecords = 1'000'000;
constexpr qsizetype LongestField = 100'000;
constexpr qsizetype MostLineBreaks = 50; ///< In one field; more is a quotation mark that was never closed.

/// libcsv with the number of the line each record begins in, which it does not know itself.
class CsvReader
{
public:
    explicit CsvReader(char delimiter)
    {
        csv_init(&m_parser, 0);
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
        csv_set_space_func(&m_parser, isBlank);
    }
    ~CsvReader() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(CsvReader)

    /// Reads at most so many records; stops earlier where libcsv refuses.
    Result<std::vector<CsvRecord>, Failure<DirectoryError>> read(QByteArrayView text, std::size_t most)
    {
        while (!text.isEmpty() && m_records.size() < most) {
            const QByteArrayView line = takeLine(text);
            if (csv_parse(&m_parser, line.data(), static_cast<size_t>(line.size()), takeField, takeRecord, this) !=
                static_cast<size_t>(line.size())) {
                return fail(DirectoryError::Damaged,
                            u"line %1: %2"_s.arg(m_line).arg(QLatin1StringView(csv_strerror(csv_error(&m_parser)))));
            }
            ++m_line;
            if (m_isTooLong) {
                return fail(DirectoryError::UnclosedQuote, u"line %1"_s.arg(m_begin));
            }
            if (m_parser.pstate == RowNotBegun) {
                m_begin = m_line;
            }
        }
        if (text.isEmpty()) {
            return finish();
        }
        return std::move(m_records);
    }

private:
    /// Up to and with the next line end of any kind.
    static QByteArrayView takeLine(QByteArrayView &text)
    {
        qsizetype end = 0;
        while (end < text.size() && text[end] != '\n' && text[end] != '\r') {
            ++end;
        }
        const bool isPair = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
        const QByteArrayView line = text.first(std::min(text.size(), end + (isPair ? 2 : 1)));
        text = text.sliced(line.size());
        return line;
    }

    static int isBlank(unsigned char byte) { return byte == ' ' ? 1 : 0; }

    static void takeField(void *field, size_t length, void *self)
    {
        auto *reader = static_cast<CsvReader *>(self);
        const QByteArrayView bytes(static_cast<const char *>(field), static_cast<qsizetype>(length));
        reader->m_isTooLong = reader->m_isTooLong || bytes.size() > LongestField || bytes.count('\n') > MostLineBreaks;
        reader->m_fields.append(QString::fromUtf8(bytes));
    }

    static void takeRecord(int, void *self)
    {
        auto *reader = static_cast<CsvReader *>(self);
        const bool hasContent =
            std::ranges::any_of(reader->m_fields, [](const QString &field) { return !tidied(field).isEmpty(); });
        if (hasContent) {
            reader->m_records.push_back({.line = reader->m_begin, .fields = reader->m_fields});
        }
        reader->m_fields.clear();
    }

    Result<std::vector<CsvRecord>, Failure<DirectoryError>> finish()
    {
        // Only now: while reading, a stray quotation mark inside a field is no fault.
        csv_set_opts(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        if (csv_fini(&m_parser, takeField, takeRecord, this) != 0) {
            return fail(DirectoryError::UnclosedQuote, u"line %1"_s.arg(m_begin));
        }
        return std::move(m_records);
    }

    static constexpr int RowNotBegun = 0; ///< libcsv's state between records; it names it in its source only.

    csv_parser m_parser{};
    std::vector<CsvRecord> m_records;
    QStringList m_fields;
    qint64 m_line = 1;
    qint64 m_begin = 1;
    bool m_isTooLong = false;
};

/// How well the head of the file reads with a delimiter: columns we know, then columns at all.
std::pair<qsizetype, qsizetype> fitOf(QByteArrayView utf8, char delimiter)
{
    const auto heading = CsvReader(delimiter).read(utf8, 1);
    if (!heading || heading->empty()) {
        return {0, 0};
    }
    const QStringList &names = heading->front().fields;
    return {recognisedColumns(names), names.size()};
}

} // namespace

Result<CsvTable, Failure<DirectoryError>> readCsv(QByteArrayView utf8)
{
    CsvTable table;
    std::pair<qsizetype, qsizetype> best{-1, -1};
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const auto fit = fitOf(utf8, delimiter);
        if (fit > best) {
            best = fit;
            table.delimiter = delimiter;
        }
    }
    auto records = CsvReader(table.delimiter).read(utf8, MostRecords);
    if (!records) {
        return std::unexpected(records.error());
    }
    table.records = std::move(*records);
    return table;
}

} // namespace Porchlight
