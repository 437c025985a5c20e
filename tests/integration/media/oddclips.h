// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Porchlight::Testing {

/// The names of the clips that `makeOddClip` can make: one for each way in which a recording can be odd.
[[nodiscard]] QStringList oddClipNames();

/// True for clips with packets that decode with errors.
[[nodiscard]] bool isDamagedClip(const QString &name);

/// Makes the clip with the ffmpeg program in the folder, and here and there some surgery on its bytes. Empty on
/// failure.
[[nodiscard]] QString makeOddClip(const QString &name, const QString &folder);

} // namespace Porchlight::Testing
