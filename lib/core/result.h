// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <expected>

namespace Porchlight {

/// A value, or the typed reason why there is none. Free of Qt; no exception crosses our boundaries.
template <typename T, typename E>
using Result = std::expected<T, E>;

} // namespace Porchlight
