// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requests/finding.h"

#include <QString>

#include <vector>

namespace Porchlight {

struct TextContext
{
    QString contact;             ///< The officer's own: it may stand in the text.
    bool mayNameAPerson = false; ///< For missing and abducted people.
};

/// What the words of a request must not do: ask about lawful activity, describe a person by race alone, press or
/// threaten, insult, give away personal data, announce. By word lists, so it finds wording and not intent: a text
/// without findings may still be wrong. In the order of the text.
[[nodiscard]] std::vector<Finding> checkText(const QString &text, const TextContext &context);

} // namespace Porchlight
