// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agencies/directoryreading.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Porchlight {

/// Whether the bytes are packed in a way that unpackedList() knows: gzip (RFC 1952) or ZIP, which a .kmz is as well.
[[nodiscard]] bool isPacked(QByteArrayView bytes);

/// The list in a packed file, at most `limit` bytes of it: what gzip holds, or the one list among the members of a ZIP
/// archive. Several lists, or none, are NotOneList; which of them is meant is for a person to say.
[[nodiscard]] Result<QByteArray, Failure<DirectoryError>> unpackedList(QByteArrayView bytes, qsizetype limit);

} // namespace Porchlight
