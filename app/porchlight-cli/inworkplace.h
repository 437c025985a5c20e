// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"
#include "workflow/workplace.h"

#include <functional>

namespace Porchlight {

/// Opens the data folder of the context and does the work in it; refuses with a sentence where it cannot be opened.
[[nodiscard]] int inWorkplace(const CommandContext &context, const std::function<int(Workplace &)> &work);

/// The case with a number, or the sentence that there is none.
[[nodiscard]] Result<CaseFile, QString> findCase(Workplace &workplace, const QString &number);

} // namespace Porchlight
