// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/bagfolder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QIODevice>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

namespace fs = std::filesystem;

constexpr qint64 ChunkSize = qint64{1} << 20;

struct KnownAlgorithm
{
    QLatin1StringView name;
    QCryptographicHash::Algorithm algorithm;
};

constexpr std::array KnownAlgorithms = {
    KnownAlgorithm{"md5"_L1, QCryptographicHash::Md5},       KnownAlgorithm{"sha1"_L1, QCryptographicHash::Sha1},
    KnownAlgorithm{"sha224"_L1, QCryptographicHash::Sha224}, KnownAlgorithm{"sha256"_L1, QCryptographicHash::Sha256},
    KnownAlgorithm{"sha384"_L1, QCryptographicHash::Sha384}, KnownAlgorithm{"sha512"_L1, QCryptographicHash::Sha512},
};

std::optional<QCryptographicHash::Algorithm> findAlgorithm(const QString &name)
{
    const auto found =
        std::ranges::find_if(KnownAlgorithms, [&name](const KnownAlgorithm &known) { return known.name == name; });
    return found == KnownAlgorithms.end() ? std::nullopt : std::optional(found->algorithm);
}

/// The name as text, and whether it was UTF-8.
std::pair<QString, bool> readableName(const fs::path &path)
{
    const std::u8string native = path.generic_u8string();
    const QByteArrayView bytes(reinterpret_cast<const char *>(native.data()), qsizetype(native.size()));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return {text, !decoder.hasError()};
}

std::optional<FolderEntry> describe(const fs::directory_entry &found, const fs::path &root, std::error_code &error)
{
    FolderEntry entry;
    std::tie(entry.path, entry.isNameReadable) = readableName(found.path().lexically_relative(root));
    const fs::file_status status = found.symlink_status(error);
    if (error) {
        return std::nullopt;
    }
    if (fs::is_symlink(status)) {
        entry.kind = FolderEntryKind::Link;
    } else if (fs::is_directory(status)) {
        if (!fs::is_empty(found.path(), error)) {
            return std::nullopt;
        }
        entry.kind = FolderEntryKind::EmptyFolder;
    } else if (fs::is_regular_file(status)) {
        entry.size = static_cast<qint64>(found.file_size(error));
        entry.hasOtherNames = !error && found.hard_link_count(error) > 1;
    } else {
        entry.kind = FolderEntryKind::Special;
    }
    return error ? std::nullopt : std::optional(entry);
}

} // namespace

Result<std::vector<FolderEntry>, Failure<FolderError>> scanFolder(const QString &folder)
{
    const fs::path root = folder.toStdU16String();
    std::error_code error;
    const fs::file_status status = fs::status(root, error);
    if (!fs::exists(status)) {
        return fail(FolderError::Missing, folder);
    }
    if (!fs::is_directory(status)) {
        return fail(FolderError::NotAFolder, folder);
    }
    std::vector<FolderEntry> entries;
    // By default the iterator does not follow links to folders, and it stops at a folder it may not open.
    fs::recursive_directory_iterator iterator(root, error);
    while (!error && iterator != fs::recursive_directory_iterator()) {
        if (std::optional<FolderEntry> entry = describe(*iterator, root, error)) {
            entries.push_back(*std::move(entry));
        }
        if (!error) {
            iterator.increment(error);
        }
    }
    if (error) {
        return fail(FolderError::Unreadable, QString::fromStdString(error.message()));
    }
    std::ranges::sort(entries, {}, &FolderEntry::path);
    return entries;
}

QStringList knownChecksumAlgorithms()
{
    QStringList names;
    for (const KnownAlgorithm &known : KnownAlgorithms) {
        names.append(known.name);
    }
    return names;
}

qsizetype checksumDigits(const QString &algorithm)
{
    const auto found = findAlgorithm(algorithm);
    return found ? qsizetype{QCryptographicHash::hashLength(*found)} * 2 : 0;
}

Result<Checksums, Failure<FolderError>> checksumDevice(QIODevice &device, const QStringList &algorithms,
                                                       const BytesRead &bytesRead)
{
    std::map<QString, std::unique_ptr<QCryptographicHash>> hashes;
    for (const QString &name : algorithms) {
        if (const auto algorithm = findAlgorithm(name)) {
            hashes.emplace(name, std::make_unique<QCryptographicHash>(*algorithm));
        }
    }
    QByteArray chunk(ChunkSize, Qt::Uninitialized);
    while (true) {
        const qint64 length = device.read(chunk.data(), chunk.size());
        if (length < 0) {
            return fail(FolderError::Unreadable, device.errorString());
        }
        if (length == 0) {
            break;
        }
        for (const auto &[name, hash] : hashes) {
            hash->addData(QByteArrayView(chunk.constData(), length));
        }
        if (bytesRead && !bytesRead(length)) {
            return fail(FolderError::Canceled);
        }
    }
    Checksums checksums;
    for (const auto &[name, hash] : hashes) {
        checksums.emplace(name, QString::fromLatin1(hash->resultView().toByteArray().toHex()));
    }
    return checksums;
}

} // namespace Porchlight
