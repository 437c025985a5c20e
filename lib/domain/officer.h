// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace Porchlight {

/// Who acts, as it stands in every record of an act: the name is kept as it was then.
struct Officer
{
    Q_GADGET
    Q_PROPERTY(QString id MEMBER id CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString agencyName MEMBER agencyName CONSTANT FINAL)
    Q_PROPERTY(QString contact MEMBER contact CONSTANT FINAL)

public:
    QString id; ///< Badge or user number; unique within the agency.
    QString name;
    QString agencyName;
    QString contact; ///< Telephone or e-mail that residents are shown.

    bool operator==(const Officer &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::Officer)
