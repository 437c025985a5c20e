// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sentences.h"

#include <QCoreApplication>

namespace Porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sentences", text);
}

} // namespace

QString sentenceFor(const Failure<BasemapError> &failure)
{
    switch (failure.code) {
    case BasemapError::CannotOpen:
        return tr("The map pack %1 could not be opened. The other maps are shown and areas can be drawn. "
                  "Check that the file is there and that you may read it.")
            .arg(failure.detail);
    case BasemapError::Truncated:
        return tr("A map pack ends too early: it was probably cut off while it was copied. The other maps are shown "
                  "and areas can be drawn. Copy the pack again.");
    case BasemapError::NotAMapPack:
        return tr("A file in the map folder is not a map pack. The other maps are shown and areas can be drawn. "
                  "Map packs are PMTiles files of version 3.");
    case BasemapError::UnsupportedVersion:
        return tr("A map pack has version %1 of its format; this program reads version 3. The other maps are shown. "
                  "Make the pack anew with a current tool.")
            .arg(failure.detail);
    case BasemapError::UnsupportedTiles:
        return tr("A map pack holds tiles that this program cannot draw (%1). The other maps are shown. "
                  "It draws Mapbox vector tiles, plain or packed with gzip.")
            .arg(failure.detail);
    case BasemapError::BadHeader:
    case BasemapError::BadDirectory:
    case BasemapError::BadTile:
    case BasemapError::TooLarge:
        return tr("A map pack is damaged. The other maps are shown and areas can be drawn. Copy the pack again, or "
                  "make it anew.");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Porchlight
