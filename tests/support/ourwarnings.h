// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>

namespace Porchlight {

/// For QTest::failOnWarning: every warning but one of Qt's own. Where a window is shown or hidden in the very moment in
/// which its last animation ends, Qt 6.8 stops its animation driver twice and says so.
inline QRegularExpression ourWarnings()
{
    return QRegularExpression(QStringLiteral("^(?!QUnifiedTimer::stopAnimationDriver: driver is not running)"));
}

} // namespace Porchlight
