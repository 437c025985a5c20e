// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QImage>
#include <QString>

namespace Porchlight {

/// Writes the picture whole or not at all. Errors are sentences.
[[nodiscard]] Result<void, QString> writePng(const QImage &image, const QString &path);

} // namespace Porchlight
