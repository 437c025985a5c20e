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
                  "Map packs are PMTiles files of version 3, or MBTiles.");
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

QString sentenceFor(const Failure<PackError> &failure)
{
    switch (failure.code) {
    case PackError::NoManifest:
        return tr("The folder %1 is not a map pack: it has no pack.json. Nothing was changed. Choose the folder that "
                  "packaging/mappack made.")
            .arg(failure.detail);
    case PackError::BadManifest:
        return tr("The pack.json of this map pack cannot be used (%1). Nothing was changed. Get the pack again, or "
                  "make it anew.")
            .arg(failure.detail);
    case PackError::NewerFormat:
        return tr("This map pack has format %1, which is newer than this program. Nothing was changed. Use a newer "
                  "Porchlight, or a pack of format 1.")
            .arg(failure.detail);
    case PackError::MissingFile:
        return tr("The map pack is not whole: %1 is missing. What is installed is unchanged. Copy the pack again.")
            .arg(failure.detail);
    case PackError::Changed:
        return tr("The map pack is damaged: %1 is not the file that the pack was made with. What is installed is "
                  "unchanged. Copy the pack again; an installed one has to be removed first.")
            .arg(failure.detail);
    case PackError::BadSignature:
        return tr("The signature of this map pack is not of this pack: it was changed after it was signed. What is "
                  "installed is unchanged. Get the pack again from whoever signed it.");
    case PackError::BadTiles:
        return tr("The tiles of this map pack cannot be read (%1). What is installed is unchanged. Make the pack "
                  "anew.")
            .arg(failure.detail);
    case PackError::AlreadyInstalled:
        return tr("This build of %1 is installed already. Nothing was changed. If it is damaged, remove it first.")
            .arg(failure.detail);
    case PackError::OlderBuild:
        return tr("A newer build of %1 is installed. Nothing was changed. To go back to this one, remove the newer one "
                  "first.")
            .arg(failure.detail);
    case PackError::NotInstalled:
        return tr("There is no map pack %1. Nothing was changed. “basemap list” and the Settings page name those that "
                  "are installed.")
            .arg(failure.detail);
    case PackError::NoRoom:
        return tr("There is too little room for this map pack: %1 MB more are needed. What is installed is unchanged. "
                  "Make room and install it again.")
            .arg(failure.detail);
    case PackError::CannotWrite:
        return tr("The map pack could not be written (%1). What is installed is unchanged. Check that there is room "
                  "and "
                  "that you may write to the data folder, then try again.")
            .arg(failure.detail);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Porchlight
