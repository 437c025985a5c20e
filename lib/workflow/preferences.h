// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/id.h"
#include "workflow/reviewkeys.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace Porchlight {

/// What the officer set for this data folder. Kept in the file preferences.ini of the folder, readable by its owner
/// alone, because the token of an exchange is in it.
struct Preferences
{
    enum class Theme { Day, Night, System };

    Theme theme = Theme::Day;
    bool reviewsByNight = true; ///< Review is dark whatever the theme.
    bool hasReducedMotion = false;
    QUrl exchangeAddress; ///< Empty: the exchange of this computer.
    QString exchangeToken;
    bool hasDemoResidents = true; ///< Of the exchange of this computer.
    bool isOnLan = false;         ///< Likewise.
    QString storeAddress;         ///< Empty: the file in the data folder.
    bool reviewsUnconfined = false;
    std::optional<CaseId> lastCase;
    ReviewKeys reviewKeys;

    bool operator==(const Preferences &) const = default;
};

/// The file is small and read once, before there is a window; writing it is cheap and happens on the caller's thread.
[[nodiscard]] Preferences readPreferences(const QString &dataDirectory);
/// False where the folder cannot be written.
[[nodiscard]] bool writePreferences(const QString &dataDirectory, const Preferences &preferences);

} // namespace Porchlight
