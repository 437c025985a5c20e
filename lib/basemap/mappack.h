// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// A map pack is a folder: pack.json says what it is and lists its files with their SHA-256; pack.sig beside it may sign
// pack.json. Everything in it comes from elsewhere: no name leads out of the folder, every number is bounded.

#include "basemap/tileschema.h"
#include "core/digest.h"
#include "core/failure.h"
#include "core/geopoint.h"
#include "core/result.h"
#include "core/utctime.h"

#include <QString>

#include <functional>
#include <vector>

namespace Porchlight {

/// Why a map pack cannot be installed or used.
enum class PackError {
    NoManifest,
    BadManifest,
    NewerFormat,
    MissingFile,
    Changed,      ///< A file is not the one that the manifest names: cut off, damaged or exchanged.
    BadSignature, ///< There is a signature and it is not of this manifest.
    BadTiles,
    AlreadyInstalled,
    OlderBuild,
    NotInstalled,
    NoRoom,
    CannotWrite,
};

template <typename T>
using PackResult = Result<T, Failure<PackError>>;

enum class PackRole {
    Tiles,
    Addresses, ///< An index of addresses, made from the same extract; its form is not this library's business.
};

struct PackFile
{
    QString name;
    PackRole role = PackRole::Tiles;
    qint64 size = 0;
    Digest sha256;

    bool operator==(const PackFile &) const = default;
};

/// What pack.json says.
struct PackManifest
{
    static constexpr int Format = 1;

    QString id;    ///< Lower-case letters, digits and hyphens; builds of one id replace each other.
    QString name;  ///< For people.
    QString build; ///< Names this build and no other.
    UtcTime made;
    GeoPoint southWest;
    GeoPoint northEast;
    int minimumZoom = 0;
    int maximumZoom = 0;
    TileSchema schema = TileSchema::OpenMapTiles;
    QString credits;
    std::vector<PackFile> files;

    bool operator==(const PackManifest &) const = default;
    [[nodiscard]] qint64 size() const;
};

/// A pack whose manifest has been read and whose files are there in the size that it names.
struct MapPack
{
    QString folder;
    PackManifest manifest;
    /// The first half of the SHA-256 of the key that signed it; empty where nobody did.
    QString signer;

    [[nodiscard]] QString pathOf(const PackFile &file) const;
    /// The path of the address index; empty where the pack has none.
    [[nodiscard]] QString addressIndex() const;
};

/// Told how many bytes of how many are done.
using PackWatcher = std::function<void(qint64 done, qint64 total)>;

inline constexpr QLatin1StringView PackManifestName("pack.json");
inline constexpr QLatin1StringView PackSignatureName("pack.sig");

[[nodiscard]] PackResult<PackManifest> parseManifest(QByteArrayView bytes);
/// Reads the manifest, its signature and the sizes of the files; does not read the files.
[[nodiscard]] PackResult<MapPack> readPack(const QString &folder);
/// Reads every byte: the files are those of the manifest, and the tiles can be opened.
[[nodiscard]] PackResult<void> checkPack(const MapPack &pack, const PackWatcher &watcher = {});
/// Whether the archives of a pack open and hold what the manifest says.
[[nodiscard]] PackResult<void> checkTiles(const MapPack &pack);

} // namespace Porchlight
