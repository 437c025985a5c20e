// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <vector>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace Porchlight {

enum class FolderEntryKind { File, Link, Special, EmptyFolder };

/// Something found in a bag's folder. Links are never followed and special files never opened.
struct FolderEntry
{
    QString path; ///< Relative, with "/", as it is on disk.
    FolderEntryKind kind = FolderEntryKind::File;
    qint64 size = 0;
    bool hasOtherNames = false; ///< More than one hard link.
    bool isNameReadable = true; ///< Its name is UTF-8.
};

enum class FolderError {
    Missing,
    NotAFolder,
    Unreadable,
    Canceled,
};

/// Everything below `folder`, sorted by path.
[[nodiscard]] Result<std::vector<FolderEntry>, Failure<FolderError>> scanFolder(const QString &folder);

/// Called with the bytes just read; returns false to stop.
using BytesRead = std::function<bool(qint64)>;

/// Checksums in lower-case hexadecimal digits by algorithm name ("sha256").
using Checksums = std::map<QString, QString>;

/// The algorithms of manifests we can compute.
[[nodiscard]] QStringList knownChecksumAlgorithms();
/// Hexadecimal digits of a checksum; 0 for an algorithm we do not know.
[[nodiscard]] qsizetype checksumDigits(const QString &algorithm);

/// Reads a device to its end once and computes all the checksums asked for.
[[nodiscard]] Result<Checksums, Failure<FolderError>> checksumDevice(QIODevice &device, const QStringList &algorithms,
                                                                     const BytesRead &bytesRead);

} // namespace Porchlight
