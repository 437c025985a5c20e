// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/basemaperror.h"

#include <QByteArray>

namespace Porchlight {

/// Unpacks one gzip or zlib stream (RFC 1952, RFC 1950) into at most `limit` bytes. A stream that would give more is
/// refused before the memory is taken.
[[nodiscard]] BasemapResult<QByteArray> inflateBounded(QByteArrayView packed, qsizetype limit);

} // namespace Porchlight
