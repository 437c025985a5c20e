// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formbody.h"

#include "core/result.h"
#include "domain/clipoffer.h"

#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace Porchlight {

/// What a resident chose for one clip. Of the place it holds only what was allowed: a house number that may not be told
/// is never kept.
struct ConsentChoices
{
    ConsentScope scope;
    QString placeText;
    std::optional<UtcTime> statedStart;
    std::optional<qint64> clockOffsetMicroseconds;
    QString note;
    bool isSensitive = false;

    bool operator==(const ConsentChoices &) const = default;
};

struct FormMoment
{
    UtcTime now;
    QTimeZone zone; ///< Times without a zone are meant in it.
};

/// Reads the form of a request's page. The failure is a list of sentences, one a field.
[[nodiscard]] Result<ConsentChoices, QStringList> readConsent(const FormBody &form, const FormMoment &moment);

/// "2318 Wood St" as "2300 block of Wood St"; text without a number at its start stays as it is.
[[nodiscard]] QString blockOf(const QString &address);

[[nodiscard]] QByteArray consentToJson(const ConsentChoices &choices);
[[nodiscard]] std::optional<ConsentChoices> consentFromJson(const QByteArray &json);

} // namespace Porchlight
