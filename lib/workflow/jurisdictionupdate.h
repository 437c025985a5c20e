// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agencies/directoryreading.h"
#include "agencies/jurisdictionreading.h"
#include "core/clock.h"
#include "core/digest.h"
#include "identity/localidentity.h"
#include "store/store.h"

#include <QFuture>
#include <QObject>

#include <variant>

namespace Porchlight {

/// A file that cannot be read, one that is no GeoJSON or KML, or a store that does not keep it.
using JurisdictionFailure = std::variant<Failure<DirectoryError>, Failure<GeoFormatError>, Failure<StoreError>>;

template <typename T>
using JurisdictionFuture = QFuture<Result<T, JurisdictionFailure>>;

/// What a file would change, before anything is changed.
struct JurisdictionPreview
{
    QString sourceName;
    Digest digest;
    JurisdictionReading reading;
};

/// Keeps the grounds of agencies from a file of polygons: first a preview, then, when it is wanted, all of it in one
/// transaction with its entry in the custody log. Polygons that are refused change nothing.
class JurisdictionUpdate final : public QObject
{
    Q_OBJECT

public:
    JurisdictionUpdate(Store &store, const LocalIdentity &identity, const Clock &clock);

    [[nodiscard]] JurisdictionFuture<JurisdictionPreview> preview(const QString &file);
    /// Returns how many grounds were kept.
    [[nodiscard]] JurisdictionFuture<int> apply(const JurisdictionPreview &preview);

private:
    Store &m_store;
    const LocalIdentity &m_identity;
    const Clock &m_clock;
};

[[nodiscard]] QString sentenceFor(const JurisdictionFailure &failure);
/// What became of a polygon: "line 12 (Larkfield): ...".
[[nodiscard]] QString sentenceFor(const RefusedGround &ground);
/// A stable word: "no-such-agency".
[[nodiscard]] QString toWord(GroundFault fault);

} // namespace Porchlight
