// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "domain/agency.h"
#include "domain/arearequest.h"
#include "domain/casefile.h"
#include "domain/clipoffer.h"
#include "domain/marker.h"
#include "domain/sharedclip.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

/// The one JSON form (RFC 8259) of domain values: on the wire, in evidence packages and on standard output of the
/// command line. Member names are camelCase; times are RFC 3339 in UTC; digests are hexadecimal; bytes are base64.
/// Reading is strict: a missing or ill-typed member is named in the failure, an unknown member is ignored.
namespace Porchlight {

/// The name of the member that was missing or wrong, as a path: "scope.until".
struct JsonFault
{
    QString member;

    bool operator==(const JsonFault &) const = default;
};

template <typename T>
using JsonResult = Result<T, JsonFault>;

[[nodiscard]] QString toWord(AgencyKind kind);
[[nodiscard]] QString toWord(RequestState state);
[[nodiscard]] QString toWord(AreaKind kind);
[[nodiscard]] QString toWord(PlacePrecision precision);
[[nodiscard]] QString toWord(UsePurpose purpose);
[[nodiscard]] QString toWord(ClipState state);

template <typename Enum>
[[nodiscard]] std::optional<Enum> fromWord(QStringView word);

[[nodiscard]] QJsonObject toJson(const GeoPoint &point);
[[nodiscard]] QJsonObject toJson(const Agency &agency);
[[nodiscard]] QJsonObject toJson(const Officer &officer);
[[nodiscard]] QJsonObject toJson(const CaseFile &caseFile);
[[nodiscard]] QJsonObject toJson(const RequestArea &area);
/// A line as positions [longitude, latitude]; nothing for what is no line of at least two places on earth.
[[nodiscard]] QJsonArray routeToJson(const std::vector<GeoPoint> &route);
[[nodiscard]] std::optional<std::vector<GeoPoint>> routeFromJson(const QJsonValue &json);
[[nodiscard]] QJsonObject toJson(const AreaRequest &request);
[[nodiscard]] QJsonObject toJson(const ConsentScope &scope);
[[nodiscard]] QJsonObject toJson(const ConsentReceipt &receipt);
[[nodiscard]] QJsonObject toJson(const ClipOffer &offer);
[[nodiscard]] QJsonObject toJson(const MediaFacts &facts);
[[nodiscard]] QJsonObject toJson(const SharedClip &clip);
[[nodiscard]] QJsonObject toJson(const Marker &marker);

[[nodiscard]] JsonResult<Officer> officerFromJson(const QJsonObject &json);
[[nodiscard]] JsonResult<CaseFile> caseFileFromJson(const QJsonObject &json);
[[nodiscard]] JsonResult<RequestArea> requestAreaFromJson(const QJsonObject &json);
[[nodiscard]] JsonResult<AreaRequest> areaRequestFromJson(const QJsonObject &json);
[[nodiscard]] JsonResult<ConsentScope> consentScopeFromJson(const QJsonObject &json);
/// The receipt with its signature; every field is read from the signed bytes, never from beside them.
[[nodiscard]] JsonResult<ConsentReceipt> consentReceiptFromJson(const QJsonObject &json);
[[nodiscard]] JsonResult<ClipOffer> clipOfferFromJson(const QJsonObject &json);
[[nodiscard]] JsonResult<MediaFacts> mediaFactsFromJson(const QJsonObject &json);
[[nodiscard]] JsonResult<SharedClip> sharedClipFromJson(const QJsonObject &json);
[[nodiscard]] JsonResult<Marker> markerFromJson(const QJsonObject &json);

/// The bytes a consent receipt's signature covers: compact JSON of every field but the last three.
[[nodiscard]] QByteArray receiptBytesToSign(const ConsentReceipt &receipt);

} // namespace Porchlight
