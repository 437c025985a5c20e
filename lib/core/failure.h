// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <expected>

namespace Porchlight {

/// Why something could not be done: the category enum of one library, and a technical detail for the log and for
/// the sentence a person reads (a file name, a line, the words of the database). Never translated.
template <typename Code>
struct [[nodiscard]] Failure
{
    Code code;
    QString detail;

    bool operator==(const Failure &) const = default;
};

template <typename Code>
[[nodiscard]] std::unexpected<Failure<Code>> fail(Code code, QString detail = {})
{
    return std::unexpected(Failure<Code>{code, std::move(detail)});
}

} // namespace Porchlight
