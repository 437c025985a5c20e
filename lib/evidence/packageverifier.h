// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/verification.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>

namespace Porchlight {

/// What a package is held to: the closed rules of Porchlight's own packages, or only those of RFC 8493.
enum class BagProfile { Porchlight, None };

struct VerificationProgress
{
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
};

/// Called while files are read, from the thread that runs the check; returns false to stop, which leaves the rest
/// unchecked.
using VerificationWatcher = std::function<bool(const VerificationProgress &)>;

/// Checks a package folder and lists every fault, not the first. It only reads, opens only regular files that it found
/// inside the folder itself (never a path that a manifest names), follows no link and fetches nothing.
class PackageVerifier
{
public:
    explicit PackageVerifier(BagProfile profile = BagProfile::Porchlight);

    [[nodiscard]] VerificationReport verify(const QString &folder, const VerificationWatcher &watcher = {}) const;

private:
    BagProfile m_profile;
};

/// The report as JSON (the form of `porchlight-verify --json`, schema in schemas/verification.schema.json).
[[nodiscard]] QJsonObject toJson(const VerificationReport &report);
/// The report as lines for a terminal.
[[nodiscard]] QString toText(const VerificationReport &report);

} // namespace Porchlight
