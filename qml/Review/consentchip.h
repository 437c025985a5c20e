// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/sharedclip.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// One thing that the resident allowed or did not.
struct ConsentChip
{
    Q_GADGET
    QML_VALUE_TYPE(consentChip)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(bool isAllowed MEMBER isAllowed CONSTANT FINAL)
    Q_PROPERTY(bool isRefused MEMBER isRefused CONSTANT FINAL)

public:
    QString text;
    bool isAllowed = false; ///< Neither: a limit, neither a yes nor a no.
    bool isRefused = false;

    bool operator==(const ConsentChip &) const = default;
};

/// "picture", "no sound", "block, not address", "this case, prosecution", "until 31 Dec 2026".
[[nodiscard]] QList<ConsentChip> consentChips(const SharedClip &clip);

} // namespace Porchlight
