// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QtTypes>

namespace Porchlight::Testing {

/// A clip that somebody has spoiled, by chance or with intent.
struct Mutant
{
    QString origin; ///< The clip it was made from.
    QString damage; ///< What was done to it, in words.
    QByteArray bytes;
};

struct Original
{
    QString name;
    QByteArray bytes;
};

/// The mutant of that number: always the same for the same originals. Bytes are flipped, pieces cut out, pieces of
/// other clips put in, and sizes in the container changed to what they cannot be.
[[nodiscard]] Mutant makeMutant(const QList<Original> &originals, quint32 number);

} // namespace Porchlight::Testing
