// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/storeerror.h"

class QSqlError;

namespace Porchlight {

/// What a database says, as the store's own error: SQLite result codes and SQLSTATE.
[[nodiscard]] Failure<StoreError> storeFailure(const QSqlError &error);

} // namespace Porchlight
