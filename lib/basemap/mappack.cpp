// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/mappack.h"

#include "basemap/tilearchive.h"
#include "core/digesttext.h"
#include "core/signature.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qint64 MaximumManifest = 1024 * 1024;
constexpr qint64 MaximumSignature = 4096;
constexpr qsizetype MaximumFiles = 64;
constexpr qsizetype MaximumText = 300;
constexpr qint64 MaximumFile = qint64(1) << 42;
constexpr qsizetype Piece = 1024 * 1024;
constexpr qsizetype SignerLetters = 32;

/// A manifest that breaks a rule; thrown and caught in this file.
struct BrokenRule
{
    QString detail;
};

QString textOf(const QJsonObject &object, QLatin1StringView key)
{
    const QString text = object.value(key).toString();
    const bool isPlain =
        std::ranges::none_of(text, [](QChar letter) { return letter.category() == QChar::Other_Control; });
    if (text.trimmed().isEmpty() || text.size() > MaximumText || !isPlain) {
        throw BrokenRule{key};
    }
    return text;
}

QString wordOf(const QJsonObject &object, QLatin1StringView key, const QString &pattern)
{
    const QString word = object.value(key).toString();
    if (!QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(word).hasMatch()) {
        throw BrokenRule{key};
    }
    return word;
}

qint64 numberOf(const QJsonObject &object, QLatin1StringView key, qint64 most)
{
    const double number = object.value(key).toDouble(-1);
    if (number < 0 || number > static_cast<double>(most) || number != std::floor(number)) {
        throw BrokenRule{key};
    }
    return static_cast<qint64>(number);
}

double degreesOf(const QJsonObject &object, QLatin1StringView key)
{
    constexpr double None = 999;
    return object.value(key).toDouble(None);
}

TileSchema schemaNamed(const QString &name)
{
    if (name == "openmaptiles"_L1) {
        return TileSchema::OpenMapTiles;
    }
    if (name == "protomaps"_L1) {
        return TileSchema::Protomaps;
    }
    throw BrokenRule{u"schema"_s};
}

PackRole roleNamed(const QString &name)
{
    if (name == "tiles"_L1) {
        return PackRole::Tiles;
    }
    if (name == "addresses"_L1) {
        return PackRole::Addresses;
    }
    throw BrokenRule{u"role"_s};
}

PackFile fileOf(const QJsonObject &object)
{
    const auto digest = digestFromString(object.value("sha256"_L1).toString());
    if (!digest) {
        throw BrokenRule{u"sha256"_s};
    }
    // No folder, no drive, nothing hidden, and not the manifest itself.
    const QString name = wordOf(object, "name"_L1, u"(?!pack\\.)[a-z0-9][a-z0-9._-]{0,99}"_s);
    return {.name = name,
            .role = roleNamed(object.value("role"_L1).toString()),
            .size = numberOf(object, "size"_L1, MaximumFile),
            .sha256 = *digest};
}

std::vector<PackFile> filesOf(const QJsonArray &list)
{
    if (list.size() > MaximumFiles) {
        throw BrokenRule{u"files"_s};
    }
    std::vector<PackFile> files;
    QSet<QString> names;
    for (const QJsonValue &each : list) {
        files.push_back(fileOf(each.toObject()));
        names.insert(files.back().name);
    }
    const auto count = [&files](PackRole role) {
        return std::ranges::count(files, role, &PackFile::role);
    };
    if (names.size() != list.size() || count(PackRole::Tiles) == 0 || count(PackRole::Addresses) > 1) {
        throw BrokenRule{u"files"_s};
    }
    return files;
}

void readBounds(const QJsonObject &bounds, PackManifest &manifest)
{
    manifest.southWest = {.latitude = degreesOf(bounds, "south"_L1), .longitude = degreesOf(bounds, "west"_L1)};
    manifest.northEast = {.latitude = degreesOf(bounds, "north"_L1), .longitude = degreesOf(bounds, "east"_L1)};
    if (!manifest.southWest.isValid() || !manifest.northEast.isValid() ||
        manifest.southWest.latitude >= manifest.northEast.latitude ||
        manifest.southWest.longitude >= manifest.northEast.longitude) {
        throw BrokenRule{u"bounds"_s};
    }
}

PackManifest manifestOf(const QJsonObject &object)
{
    PackManifest manifest;
    manifest.id = wordOf(object, "id"_L1, u"[a-z0-9][a-z0-9-]{0,63}"_s);
    manifest.name = textOf(object, "name"_L1);
    manifest.build = wordOf(object, "build"_L1, u"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"_s);
    const auto made = UtcTime::fromString(object.value("made"_L1).toString());
    if (!made) {
        throw BrokenRule{u"made"_s};
    }
    manifest.made = *made;
    readBounds(object.value("bounds"_L1).toObject(), manifest);
    const QJsonObject zooms = object.value("zooms"_L1).toObject();
    manifest.minimumZoom = static_cast<int>(numberOf(zooms, "lowest"_L1, TileId::MaximumZoom));
    manifest.maximumZoom = static_cast<int>(numberOf(zooms, "highest"_L1, TileId::MaximumZoom));
    if (manifest.minimumZoom > manifest.maximumZoom) {
        throw BrokenRule{u"zooms"_s};
    }
    manifest.schema = schemaNamed(object.value("schema"_L1).toString());
    manifest.credits = textOf(object, "credits"_L1);
    manifest.files = filesOf(object.value("files"_L1).toArray());
    return manifest;
}

/// A small file of the pack; none where it is not there.
std::optional<QByteArray> smallFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return file.read(most + 1);
}

PackResult<QString> signerOf(const QString &folder, const QByteArray &manifest)
{
    const auto bytes = smallFile(QDir(folder).filePath(PackSignatureName), MaximumSignature);
    if (!bytes) {
        return QString();
    }
    const QJsonObject signature = QJsonDocument::fromJson(*bytes).object();
    const auto octets = [&signature](QLatin1StringView key) {
        return QByteArray::fromBase64(signature.value(key).toString().toLatin1());
    };
    const QByteArray key = octets("publicKey"_L1);
    if (bytes->size() > MaximumSignature || signature.value("algorithm"_L1).toString() != "Ed25519"_L1 ||
        !isSignedBy(key, manifest, octets("signature"_L1))) {
        return fail(PackError::BadSignature, folder);
    }
    return digestToString(sha256(key)).first(SignerLetters);
}

} // namespace

qint64 PackManifest::size() const
{
    return std::transform_reduce(files.begin(), files.end(), qint64(0), std::plus(),
                                 [](const PackFile &file) { return file.size; });
}

QString MapPack::pathOf(const PackFile &file) const
{
    return QDir(folder).filePath(file.name);
}

QString MapPack::addressIndex() const
{
    const auto found = std::ranges::find(manifest.files, PackRole::Addresses, &PackFile::role);
    return found == manifest.files.end() ? QString() : pathOf(*found);
}

PackResult<PackManifest> parseManifest(QByteArrayView bytes)
{
    if (bytes.size() > MaximumManifest) {
        return fail(PackError::BadManifest, u"size"_s);
    }
    const QJsonDocument document = QJsonDocument::fromJson(bytes.toByteArray());
    const QJsonObject object = document.object();
    const QJsonValue format = object.value("format"_L1);
    if (!document.isObject() || !format.isDouble()) {
        return fail(PackError::BadManifest, u"format"_s);
    }
    if (format.toDouble() > PackManifest::Format) {
        return fail(PackError::NewerFormat, QString::number(format.toDouble()));
    }
    try {
        return manifestOf(object);
    } catch (const BrokenRule &broken) {
        return fail(PackError::BadManifest, broken.detail);
    }
}

PackResult<MapPack> readPack(const QString &folder)
{
    const auto bytes = smallFile(QDir(folder).filePath(PackManifestName), MaximumManifest);
    if (!bytes) {
        return fail(PackError::NoManifest, folder);
    }
    auto manifest = parseManifest(*bytes);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    auto signer = signerOf(folder, *bytes);
    if (!signer) {
        return std::unexpected(signer.error());
    }
    MapPack pack{.folder = folder, .manifest = std::move(*manifest), .signer = std::move(*signer)};
    for (const PackFile &file : pack.manifest.files) {
        const QFileInfo there(pack.pathOf(file));
        if (!there.isFile()) {
            return fail(PackError::MissingFile, file.name);
        }
        if (there.size() != file.size) {
            return fail(PackError::Changed, file.name);
        }
    }
    return pack;
}

PackResult<void> checkTiles(const MapPack &pack)
{
    for (const PackFile &file : pack.manifest.files) {
        if (file.role != PackRole::Tiles) {
            continue;
        }
        const auto archive = TileArchive::openFile(pack.pathOf(file));
        if (!archive) {
            return fail(PackError::BadTiles, u"%1: %2"_s.arg(file.name, archive.error().detail));
        }
        const TileRange &range = (*archive)->range();
        if (range.minimumZoom < pack.manifest.minimumZoom || range.maximumZoom > pack.manifest.maximumZoom) {
            return fail(PackError::BadTiles, u"%1: other zooms than the pack says"_s.arg(file.name));
        }
    }
    return {};
}

PackResult<void> checkPack(const MapPack &pack, const PackWatcher &watcher)
{
    qint64 done = 0;
    QByteArray piece(Piece, Qt::Uninitialized);
    for (const PackFile &each : pack.manifest.files) {
        QFile file(pack.pathOf(each));
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(PackError::MissingFile, each.name);
        }
        QCryptographicHash hash(QCryptographicHash::Sha256);
        qint64 count = file.read(piece.data(), Piece);
        for (; count > 0; count = file.read(piece.data(), Piece)) {
            hash.addData(QByteArrayView(piece.constData(), count));
            done += count;
            if (watcher) {
                watcher(done, pack.manifest.size());
            }
        }
        if (count < 0 || digestFromBytes(hash.resultView()) != each.sha256) {
            return fail(PackError::Changed, each.name);
        }
    }
    return checkTiles(pack);
}

} // namespace Porchlight
