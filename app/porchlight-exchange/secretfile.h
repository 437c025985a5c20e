// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "siteerror.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace Porchlight {

/// The content of a file that only its owner may read. If there is no such file it is made from what `make` gives.
[[nodiscard]] SiteResult<QByteArray> readOrMakeSecret(const QString &file, const std::function<QByteArray()> &make);

/// Compares without telling by the time it takes where the first difference is.
[[nodiscard]] bool isSameSecret(const QByteArray &a, const QByteArray &b);

} // namespace Porchlight
