// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/packwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype LettersOfAKey = 16;

QString tr(const char *text)
{
    return QCoreApplication::translate("PackWords", text);
}

/// From one degree to another; the half of the earth is said once where both are on it.
QString spanWords(double from, double to, const QString &below, const QString &above)
{
    const auto number = [](double degrees) {
        return QString::number(std::abs(degrees), 'f', 2) + u'°';
    };
    const QString last = to < 0 ? below : above;
    if ((from < 0) == (to < 0)) {
        return tr("%1 to %2 %3").arg(number(from), number(to), last);
    }
    return tr("%1 %2 to %3 %4").arg(number(from), below, number(to), last);
}

} // namespace

QString boundsWords(const PackManifest &manifest)
{
    return spanWords(manifest.southWest.latitude, manifest.northEast.latitude, tr("S"), tr("N")) + u", "_s +
           spanWords(manifest.southWest.longitude, manifest.northEast.longitude, tr("W"), tr("E"));
}

QString sizeWords(qint64 bytes)
{
    return QLocale(QLocale::English).formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString buildWords(const PackManifest &manifest)
{
    return tr("build %1 of %2").arg(manifest.build, manifest.made.toDateTime().date().toString(u"d MMM yyyy"_s));
}

QString signerWords(const MapPack &pack)
{
    return pack.signer.isEmpty() ? tr("not signed") : tr("signed, key %1").arg(pack.signer.first(LettersOfAKey));
}

} // namespace Porchlight
