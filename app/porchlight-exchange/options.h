// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchangehouse.h"

#include <QStringList>

namespace Porchlight {

/// What the command line asks for.
struct ExchangeOptions
{
    HouseOptions house;
    quint16 port = 0;
    bool isOnLan = false;
    bool endsWithParent = false;
    bool hasDemo = false;
    QString demoClips;
    QUrl publicUrl; ///< Empty: where it listens.
};

/// The options, or the sentence that says what is wrong with them.
[[nodiscard]] Result<ExchangeOptions, QString> readOptions(const QStringList &arguments);

} // namespace Porchlight
