// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "credit.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Credits", text);
}

} // namespace

QList<Credit> allCredits()
{
    return {
        {.name = u"Inter"_s, .use = tr("type for words"), .licence = u"SIL Open Font Licence 1.1"_s},
        {.name = u"JetBrains Mono"_s,
         .use = tr("type for times and hashes"),
         .licence = u"SIL Open Font Licence 1.1"_s},
        {.name = u"Lucide"_s, .use = tr("icons"), .licence = u"ISC, in part MIT (Feather)"_s},
        {.name = u"Natural Earth"_s, .use = tr("map of the world, by world-atlas"), .licence = tr("public domain")},
        {.name = u"U.S. Census Bureau"_s,
         .use = tr("map of states and counties, by us-atlas"),
         .licence = tr("public domain")},
        {.name = tr("Porchlight contributors"),
         .use = tr("demo town and demo clips"),
         .licence = u"GPL-3.0-or-later"_s},
        {.name = u"Qt"_s, .use = tr("windows, network, database"), .licence = u"LGPL-3.0"_s},
        {.name = u"FFmpeg"_s, .use = tr("decoding, in a confined process"), .licence = u"LGPL-2.1-or-later"_s},
        {.name = u"OpenSSL"_s, .use = tr("hashes and signatures"), .licence = u"Apache-2.0"_s},
        {.name = u"libqrencode"_s, .use = tr("QR codes"), .licence = u"LGPL-2.1-or-later"_s},
        {.name = u"Boost, libarchive, protozero, libseccomp"_s,
         .use = tr("geometry, archives, map tiles, confinement"),
         .licence = u"BSL-1.0, BSD, LGPL-2.1"_s},
    };
}

} // namespace Porchlight
