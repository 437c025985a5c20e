// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/mappack.h"

#include <QString>

namespace Porchlight {

/// Where a pack lies: "40.21° to 40.31° N, 76.85° to 76.75° W".
[[nodiscard]] QString boundsWords(const PackManifest &manifest);
/// "382 kB", in thousands as discs are sold.
[[nodiscard]] QString sizeWords(qint64 bytes);
/// When it was made and as which build.
[[nodiscard]] QString buildWords(const PackManifest &manifest);
/// Who signed it, by the beginning of the key's SHA-256; or that nobody did.
[[nodiscard]] QString signerWords(const MapPack &pack);

} // namespace Porchlight
