// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/verification.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace Porchlight {

/// Strict holds a text to the single form Porchlight writes; Lenient allows what RFC 8493 allows other tools.
enum class BagStrictness { Strict, Lenient };

/// One line of a manifest: checksum in lower-case hexadecimal digits and the path it stands for.
struct ManifestLine
{
    QString checksum;
    QString path;

    bool operator==(const ManifestLine &) const = default;
};

/// One manifest as read. Unsafe, repeated and malformed lines are in `faults`, not in `lines`.
struct BagManifest
{
    std::map<QString, QString> lines; ///< Path to checksum, in NFC.
    std::vector<Fault> faults;
};

/// Reads manifest bytes (RFC 8493, 2.1.3). `checksumDigits` is the length the algorithm needs; `fileName` names the
/// manifest in faults. No path of it is ever used to open a file.
[[nodiscard]] BagManifest readManifest(const QByteArray &bytes, const QString &fileName, qsizetype checksumDigits,
                                       BagStrictness strictness);

/// Writes a manifest that `sha256sum -c` accepts: sorted, two blanks, LF; only CR, LF and % are percent-encoded.
[[nodiscard]] QByteArray writeManifest(const std::map<QString, QString> &checksumByPath);

/// Why a path may not be in a manifest; empty where it may: relative, with "/" only, inside the bag.
[[nodiscard]] QString unsafePathReason(QStringView path);

/// Percent-decoding of CR, LF and % only (RFC 8493, 2.1.3).
[[nodiscard]] QString decodeManifestPath(const QString &path);

using BagInfo = std::vector<std::pair<QString, QString>>;

/// Reads `Label: value` lines with continuations; empty where a line is neither.
[[nodiscard]] std::optional<BagInfo> readBagInfo(const QByteArray &bytes);
[[nodiscard]] QByteArray writeBagInfo(const BagInfo &info);

/// All values of one label; labels are case-insensitive.
[[nodiscard]] QStringList bagInfoValues(const BagInfo &info, QStringView label);

inline constexpr QByteArrayView BagDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

} // namespace Porchlight
