// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUuid>

#include <optional>

namespace Porchlight {

/// The identity of one kind of record (RFC 9562 UUID, version 4) that cannot be mixed up with another kind's.
/// Its text form is 36 lower-case characters without braces.
template <typename Tag>
class Id
{
public:
    Id() = default;

    [[nodiscard]] static Id create() { return Id(QUuid::createUuid()); }

    [[nodiscard]] static std::optional<Id> fromString(QStringView text)
    {
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull()) {
            return std::nullopt;
        }
        return Id(uuid);
    }

    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }

    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return m_uuid < other.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return qHash(id.m_uuid, seed); }

private:
    explicit Id(QUuid uuid)
        : m_uuid(uuid)
    {}

    QUuid m_uuid;
};

using AgencyId = Id<struct AgencyTag>;
using CaseId = Id<struct CaseTag>;
using ClipId = Id<struct ClipTag>;
using ExportId = Id<struct ExportTag>;
using MarkerId = Id<struct MarkerTag>;
using OfferId = Id<struct OfferTag>;
using ReceiptId = Id<struct ReceiptTag>;
using RequestId = Id<struct RequestTag>;
using StillId = Id<struct StillTag>;

} // namespace Porchlight
