// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/json.h"

#include "core/digesttext.h"
#include "core/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::array AgencyKindWords = {
    Word{AgencyKind::Unknown, "unknown"_L1}, Word{AgencyKind::Police, "police"_L1},
    Word{AgencyKind::Sheriff, "sheriff"_L1}, Word{AgencyKind::StatePolice, "statePolice"_L1},
    Word{AgencyKind::Campus, "campus"_L1},   Word{AgencyKind::Tribal, "tribal"_L1},
    Word{AgencyKind::Fire, "fire"_L1},       Word{AgencyKind::Other, "other"_L1},
};
constexpr std::array RequestStateWords = {
    Word{RequestState::Draft, "draft"_L1},
    Word{RequestState::Published, "published"_L1},
    Word{RequestState::Resolved, "resolved"_L1},
    Word{RequestState::Expired, "expired"_L1},
};
constexpr std::array AreaKindWords = {
    Word{AreaKind::Polygon, "polygon"_L1},
    Word{AreaKind::Rectangle, "rectangle"_L1},
    Word{AreaKind::Circle, "circle"_L1},
    Word{AreaKind::Corridor, "corridor"_L1},
};
constexpr std::array PlacePrecisionWords = {
    Word{PlacePrecision::None, "none"_L1},
    Word{PlacePrecision::Block, "block"_L1},
    Word{PlacePrecision::Address, "address"_L1},
};
constexpr std::array UsePurposeWords = {
    Word{UsePurpose::ThisCase, "thisCase"_L1},
    Word{UsePurpose::ThisCaseAndProsecution, "thisCaseAndProsecution"_L1},
};
constexpr std::array ClipStateWords = {
    Word{ClipState::New, "new"_L1},
    Word{ClipState::Accepted, "accepted"_L1},
    Word{ClipState::Declined, "declined"_L1},
    Word{ClipState::Disputed, "disputed"_L1},
    Word{ClipState::Unreadable, "unreadable"_L1},
};

// One name for all six tables, so that the templates below find theirs by type.
constexpr const auto &wordsOf(AgencyKind)
{
    return AgencyKindWords;
}
constexpr const auto &wordsOf(RequestState)
{
    return RequestStateWords;
}
constexpr const auto &wordsOf(AreaKind)
{
    return AreaKindWords;
}
constexpr const auto &wordsOf(PlacePrecision)
{
    return PlacePrecisionWords;
}
constexpr const auto &wordsOf(UsePurpose)
{
    return UsePurposeWords;
}
constexpr const auto &wordsOf(ClipState)
{
    return ClipStateWords;
}

/// Reads members of one object and remembers the first that was missing or ill-typed. A value read after a fault is
/// a default, so a reader takes all members and asks once at the end.
class MemberReader
{
public:
    explicit MemberReader(const QJsonObject &json)
        : m_json(json)
    {}

    [[nodiscard]] QString text(QLatin1StringView name) { return read(name, &QJsonValue::isString).toString(); }
    [[nodiscard]] bool boolean(QLatin1StringView name) { return read(name, &QJsonValue::isBool).toBool(); }
    [[nodiscard]] double number(QLatin1StringView name) { return read(name, &QJsonValue::isDouble).toDouble(); }
    [[nodiscard]] QJsonObject object(QLatin1StringView name) { return read(name, &QJsonValue::isObject).toObject(); }

    /// JSON numbers carry integers exactly up to 2^53; larger ones and fractions are refused.
    [[nodiscard]] qint64 integer(QLatin1StringView name)
    {
        constexpr double Exact = 9007199254740992.0;
        const double value = number(name);
        const auto whole = static_cast<qint64>(value);
        if (value < -Exact || value > Exact || static_cast<double>(whole) != value) {
            refuse(name);
            return 0;
        }
        return whole;
    }

    [[nodiscard]] int smallInteger(QLatin1StringView name)
    {
        const qint64 value = integer(name);
        if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
            refuse(name);
            return 0;
        }
        return static_cast<int>(value);
    }

    [[nodiscard]] UtcTime time(QLatin1StringView name) { return parsed(name, UtcTime::fromString(text(name))); }
    [[nodiscard]] std::vector<GeoPoint> route(QLatin1StringView name)
    {
        return parsed(name, routeFromJson(m_json.value(name)));
    }
    [[nodiscard]] Digest digest(QLatin1StringView name) { return parsed(name, digestFromString(text(name))); }

    template <typename T>
    [[nodiscard]] Id<T> id(QLatin1StringView name)
    {
        return parsed(name, Id<T>::fromString(text(name)));
    }

    template <typename Enum>
    [[nodiscard]] Enum word(QLatin1StringView name)
    {
        return parsed(name, fromWord<Enum>(text(name)));
    }

    [[nodiscard]] QDate date(QLatin1StringView name)
    {
        const QDate value = QDate::fromString(text(name), Qt::ISODate);
        if (!value.isValid()) {
            refuse(name);
        }
        return value;
    }

    [[nodiscard]] QByteArray base64(QLatin1StringView name)
    {
        const auto decoded =
            QByteArray::fromBase64Encoding(text(name).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded) {
            refuse(name);
        }
        return *decoded;
    }

    /// A list that is absent where it would be empty.
    [[nodiscard]] QStringList textsOrNone(QLatin1StringView name)
    {
        QStringList texts;
        for (const QJsonValue &value : m_json.value(name).toArray()) {
            texts.append(value.toString());
        }
        if (m_json.contains(name) && (texts.isEmpty() || texts.contains(QString()))) {
            refuse(name);
        }
        return texts;
    }

    /// A nested value with its own reader; its fault is named with the path to it.
    template <typename T>
    [[nodiscard]] T nested(QLatin1StringView name, JsonResult<T> (*parse)(const QJsonObject &))
    {
        JsonResult<T> value = parse(object(name));
        if (!value) {
            refuse(name + "."_L1 + value.error().member);
            return T();
        }
        return *std::move(value);
    }

    [[nodiscard]] bool has(QLatin1StringView name) const
    {
        return !m_json.value(name).isUndefined() && !m_json.value(name).isNull();
    }

    void refuse(const QString &name)
    {
        if (m_fault.isEmpty()) {
            m_fault = name;
        }
    }

    template <typename T>
    [[nodiscard]] JsonResult<T> finish(T value) const
    {
        if (!m_fault.isEmpty()) {
            return std::unexpected(JsonFault{m_fault});
        }
        return value;
    }

private:
    QJsonValue read(QLatin1StringView name, bool (QJsonValue::*isOfType)() const)
    {
        const QJsonValue value = m_json.value(name);
        if (!(value.*isOfType)()) {
            refuse(name);
        }
        return value;
    }

    template <typename T>
    T parsed(QLatin1StringView name, const std::optional<T> &value)
    {
        if (!value) {
            refuse(name);
        }
        return value.value_or(T());
    }

    const QJsonObject &m_json;
    QString m_fault;
};

JsonResult<GeoPoint> geoPointFromJson(const QJsonObject &json)
{
    MemberReader reader(json);
    const GeoPoint point{.latitude = reader.number("latitude"_L1), .longitude = reader.number("longitude"_L1)};
    if (!point.isValid()) {
        reader.refuse(u"latitude"_s);
    }
    return reader.finish(point);
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

QString toWord(AgencyKind kind)
{
    return wordIn(wordsOf(kind), kind);
}

QString toWord(RequestState state)
{
    return wordIn(wordsOf(state), state);
}

QString toWord(AreaKind kind)
{
    return wordIn(wordsOf(kind), kind);
}

QString toWord(PlacePrecision precision)
{
    return wordIn(wordsOf(precision), precision);
}

QString toWord(UsePurpose purpose)
{
    return wordIn(wordsOf(purpose), purpose);
}

QString toWord(ClipState state)
{
    return wordIn(wordsOf(state), state);
}

template <typename Enum>
std::optional<Enum> fromWord(QStringView word)
{
    return valueIn(wordsOf(Enum{}), word);
}

template std::optional<AgencyKind> fromWord(QStringView);
template std::optional<RequestState> fromWord(QStringView);
template std::optional<AreaKind> fromWord(QStringView);
template std::optional<PlacePrecision> fromWord(QStringView);
template std::optional<UsePurpose> fromWord(QStringView);
template std::optional<ClipState> fromWord(QStringView);

QJsonObject toJson(const GeoPoint &point)
{
    return {{u"latitude"_s, point.latitude}, {u"longitude"_s, point.longitude}};
}

QJsonObject toJson(const Agency &agency)
{
    QJsonObject json{
        {u"id"_s, agency.id.toString()},  {u"name"_s, agency.name},
        {u"kind"_s, toWord(agency.kind)}, {u"ori"_s, agency.ori},
        {u"place"_s, agency.place},       {u"county"_s, agency.county},
        {u"state"_s, agency.state},       {u"requestCount"_s, agency.requestCount},
        {u"approval"_s, agency.approval}, {u"profile"_s, agency.profile.toString()},
    };
    if (agency.position) {
        json[u"position"_s] = toJson(*agency.position);
    }
    if (agency.since.isValid()) {
        json[u"since"_s] = agency.since.toString(Qt::ISODate);
    }
    if (agency.until.isValid()) {
        json[u"until"_s] = agency.until.toString(Qt::ISODate);
    }
    if (!agency.jurisdiction.isEmpty()) {
        json[u"jurisdiction"_s] = QJsonDocument::fromJson(agency.jurisdiction).object();
    }
    return json;
}

QJsonObject toJson(const Officer &officer)
{
    return {
        {u"id"_s, officer.id},
        {u"name"_s, officer.name},
        {u"agencyName"_s, officer.agencyName},
        {u"contact"_s, officer.contact},
    };
}

JsonResult<Officer> officerFromJson(const QJsonObject &json)
{
    MemberReader reader(json);
    return reader.finish(Officer{
        .id = reader.text("id"_L1),
        .name = reader.text("name"_L1),
        .agencyName = reader.text("agencyName"_L1),
        .contact = reader.text("contact"_L1),
    });
}

QJsonObject toJson(const CaseFile &caseFile)
{
    return {
        {u"id"_s, caseFile.id.toString()},
        {u"number"_s, caseFile.number},
        {u"title"_s, caseFile.title},
        {u"offence"_s, caseFile.offence},
        {u"openedAt"_s, caseFile.openedAt.toString()},
    };
}

JsonResult<CaseFile> caseFileFromJson(const QJsonObject &json)
{
    MemberReader reader(json);
    return reader.finish(CaseFile{
        .id = reader.id<CaseTag>("id"_L1),
        .number = reader.text("number"_L1),
        .title = reader.text("title"_L1),
        .offence = reader.text("offence"_L1),
        .openedAt = reader.time("openedAt"_L1),
    });
}

JsonResult<RequestArea> requestAreaFromJson(const QJsonObject &json)
{
    MemberReader reader(json);
    RequestArea area{
        .kind = reader.word<AreaKind>("kind"_L1),
        .geoJson = QJsonDocument(reader.object("geometry"_L1)).toJson(QJsonDocument::Compact),
        .squareMetres = reader.number("squareMetres"_L1),
        .centre = reader.nested<GeoPoint>("centre"_L1, geoPointFromJson),
    };
    if (area.kind == AreaKind::Circle) {
        area.radiusMetres = reader.number("radiusMetres"_L1);
    }
    if (area.kind == AreaKind::Corridor) {
        area.radiusMetres = reader.number("halfWidthMetres"_L1);
        area.route = reader.route("route"_L1);
    }
    return reader.finish(area);
}

QJsonObject toJson(const AreaRequest &request)
{
    QJsonObject json{
        {u"id"_s, request.id.toString()},
        {u"caseId"_s, request.caseId.toString()},
        {u"caseNumber"_s, request.caseNumber},
        {u"offence"_s, request.offence},
        {u"title"_s, request.title},
        {u"text"_s, request.text},
        {u"area"_s, toJson(request.area)},
        {u"from"_s, request.window.begin.toString()},
        {u"to"_s, request.window.end.toString()},
        {u"endsAt"_s, request.endsAt.toString()},
        {u"timeZone"_s, request.timeZone},
        {u"state"_s, toWord(request.state)},
        {u"officer"_s, toJson(request.officer)},
        {u"publicUrl"_s, request.publicUrl},
    };
    if (!request.publishedAt.isNull()) {
        json[u"publishedAt"_s] = request.publishedAt.toString();
    }
    return json;
}

JsonResult<AreaRequest> areaRequestFromJson(const QJsonObject &json)
{
    MemberReader reader(json);
    AreaRequest request{
        .id = reader.id<RequestTag>("id"_L1),
        .caseId = reader.id<CaseTag>("caseId"_L1),
        .caseNumber = reader.text("caseNumber"_L1),
        .offence = reader.text("offence"_L1),
        .title = reader.text("title"_L1),
        .text = reader.text("text"_L1),
        .area = reader.nested<RequestArea>("area"_L1, requestAreaFromJson),
        .window = {.begin = reader.time("from"_L1), .end = reader.time("to"_L1)},
        .endsAt = reader.time("endsAt"_L1),
        .timeZone = reader.has("timeZone"_L1) ? reader.text("timeZone"_L1) : QString(),
        .state = reader.word<RequestState>("state"_L1),
        .officer = reader.nested<Officer>("officer"_L1, officerFromJson),
        .publishedAt = {},
        .publicUrl = reader.text("publicUrl"_L1),
    };
    if (reader.has("publishedAt"_L1)) {
        request.publishedAt = reader.time("publishedAt"_L1);
    }
    return reader.finish(request);
}

QJsonObject toJson(const ConsentScope &scope)
{
    return {
        {u"picture"_s, true},
        {u"sound"_s, scope.sound},
        {u"place"_s, toWord(scope.place)},
        {u"purpose"_s, toWord(scope.purpose)},
        {u"until"_s, scope.until.toString(Qt::ISODate)},
    };
}

JsonResult<ConsentScope> consentScopeFromJson(const QJsonObject &json)
{
    MemberReader reader(json);
    return reader.finish(ConsentScope{
        .sound = reader.boolean("sound"_L1),
        .place = reader.word<PlacePrecision>("place"_L1),
        .purpose = reader.word<UsePurpose>("purpose"_L1),
        .until = reader.date("until"_L1),
    });
}

QByteArray receiptBytesToSign(const ConsentReceipt &receipt)
{
    const QJsonObject json{
        {u"id"_s, receipt.id.toString()},
        {u"requestId"_s, receipt.requestId.toString()},
        {u"clipDigest"_s, digestToString(receipt.clipDigest)},
        {u"clipSize"_s, receipt.clipSize},
        {u"originalName"_s, receipt.originalName},
        {u"scope"_s, toJson(receipt.scope)},
        {u"givenAt"_s, receipt.givenAt.toString()},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject toJson(const ConsentReceipt &receipt)
{
    return {
        {u"signed"_s, base64(receipt.signedBytes)},
        {u"signature"_s, base64(receipt.signature)},
        {u"exchangeKey"_s, base64(receipt.exchangeKey)},
    };
}

JsonResult<ConsentReceipt> consentReceiptFromJson(const QJsonObject &json)
{
    MemberReader outer(json);
    ConsentReceipt receipt{
        .signedBytes = outer.base64("signed"_L1),
        .signature = outer.base64("signature"_L1),
        .exchangeKey = outer.base64("exchangeKey"_L1),
    };
    const QJsonObject body = QJsonDocument::fromJson(receipt.signedBytes).object();
    MemberReader inner(body);
    receipt.id = inner.id<ReceiptTag>("id"_L1);
    receipt.requestId = inner.id<RequestTag>("requestId"_L1);
    receipt.clipDigest = inner.digest("clipDigest"_L1);
    receipt.clipSize = inner.integer("clipSize"_L1);
    receipt.originalName = inner.text("originalName"_L1);
    receipt.scope = inner.nested<ConsentScope>("scope"_L1, consentScopeFromJson);
    receipt.givenAt = inner.time("givenAt"_L1);
    const JsonResult<ConsentReceipt> whole = outer.finish(std::move(receipt));
    return whole ? inner.finish(*whole) : whole;
}

QJsonObject toJson(const ClipOffer &offer)
{
    QJsonObject json{
        {u"id"_s, offer.id.toString()},
        {u"requestId"_s, offer.requestId.toString()},
        {u"receipt"_s, toJson(offer.receipt)},
        {u"digest"_s, digestToString(offer.digest)},
        {u"size"_s, offer.size},
        {u"originalName"_s, offer.originalName},
        {u"placeText"_s, offer.placeText},
        {u"note"_s, offer.note},
        {u"isSensitive"_s, offer.isSensitive},
        {u"sharedAt"_s, offer.sharedAt.toString()},
    };
    if (offer.position) {
        json[u"position"_s] = toJson(*offer.position);
    }
    if (offer.statedStart) {
        json[u"statedStart"_s] = offer.statedStart->toString();
    }
    if (offer.statedClockOffsetMicroseconds) {
        json[u"statedClockOffsetMicroseconds"_s] = *offer.statedClockOffsetMicroseconds;
    }
    return json;
}

JsonResult<ClipOffer> clipOfferFromJson(const QJsonObject &json)
{
    MemberReader reader(json);
    ClipOffer offer{
        .id = reader.id<OfferTag>("id"_L1),
        .requestId = reader.id<RequestTag>("requestId"_L1),
        .receipt = reader.nested<ConsentReceipt>("receipt"_L1, consentReceiptFromJson),
        .digest = reader.digest("digest"_L1),
        .size = reader.integer("size"_L1),
        .originalName = reader.text("originalName"_L1),
        .placeText = reader.text("placeText"_L1),
        .position = {},
        .statedStart = {},
        .statedClockOffsetMicroseconds = {},
        .note = reader.text("note"_L1),
        .isSensitive = reader.boolean("isSensitive"_L1),
        .sharedAt = reader.time("sharedAt"_L1),
    };
    if (reader.has("position"_L1)) {
        offer.position = reader.nested<GeoPoint>("position"_L1, geoPointFromJson);
    }
    if (reader.has("statedStart"_L1)) {
        offer.statedStart = reader.time("statedStart"_L1);
    }
    if (reader.has("statedClockOffsetMicroseconds"_L1)) {
        offer.statedClockOffsetMicroseconds = reader.integer("statedClockOffsetMicroseconds"_L1);
    }
    return reader.finish(offer);
}

QJsonObject toJson(const MediaFacts &facts)
{
    return {
        {u"container"_s, facts.container},
        {u"videoCodec"_s, facts.videoCodec},
        {u"width"_s, facts.width},
        {u"height"_s, facts.height},
        {u"durationMicroseconds"_s, facts.durationMicroseconds},
        {u"frameCount"_s, facts.frameCount},
        {u"audioCodec"_s, facts.audioCodec},
        {u"isDamaged"_s, facts.isDamaged},
    };
}

JsonResult<MediaFacts> mediaFactsFromJson(const QJsonObject &json)
{
    MemberReader reader(json);
    return reader.finish(MediaFacts{
        .container = reader.text("container"_L1),
        .videoCodec = reader.text("videoCodec"_L1),
        .width = reader.smallInteger("width"_L1),
        .height = reader.smallInteger("height"_L1),
        .durationMicroseconds = reader.integer("durationMicroseconds"_L1),
        .frameCount = reader.integer("frameCount"_L1),
        .audioCodec = reader.text("audioCodec"_L1),
        .isDamaged = reader.boolean("isDamaged"_L1),
    });
}

QJsonObject toJson(const SharedClip &clip)
{
    QJsonObject json{
        {u"id"_s, clip.id.toString()},
        {u"caseId"_s, clip.caseId.toString()},
        {u"digest"_s, digestToString(clip.digest)},
        {u"sha512"_s, QString::fromLatin1(clip.sha512.toHex())},
        {u"size"_s, clip.size},
        {u"originalName"_s, clip.originalName},
        {u"placeText"_s, clip.placeText},
        {u"note"_s, clip.note},
        {u"clockOffsetMicroseconds"_s, clip.clockOffsetMicroseconds},
        {u"clockUncertaintyMicroseconds"_s, clip.clockUncertaintyMicroseconds},
        {u"clockDriftPpb"_s, clip.clockDriftPpb},
        {u"isClockChecked"_s, clip.isClockChecked},
        {u"facts"_s, toJson(clip.facts)},
        {u"state"_s, toWord(clip.state)},
        {u"declineReason"_s, clip.declineReason},
        {u"isSensitive"_s, clip.isSensitive},
        {u"receivedAt"_s, clip.receivedAt.toString()},
    };
    if (clip.requestId) {
        json[u"requestId"_s] = clip.requestId->toString();
    }
    if (clip.receipt) {
        json[u"receipt"_s] = toJson(*clip.receipt);
    }
    if (clip.position) {
        json[u"position"_s] = toJson(*clip.position);
    }
    if (clip.statedStart) {
        json[u"statedStart"_s] = clip.statedStart->toString();
    }
    return json;
}

JsonResult<SharedClip> sharedClipFromJson(const QJsonObject &json)
{
    MemberReader reader(json);
    SharedClip clip{
        .id = reader.id<ClipTag>("id"_L1),
        .caseId = reader.id<CaseTag>("caseId"_L1),
        .requestId = {},
        .receipt = {},
        .digest = reader.digest("digest"_L1),
        .sha512 = QByteArray::fromHex(reader.text("sha512"_L1).toLatin1()),
        .size = reader.integer("size"_L1),
        .originalName = reader.text("originalName"_L1),
        .placeText = reader.text("placeText"_L1),
        .note = reader.text("note"_L1),
        .position = {},
        .statedStart = {},
        .clockOffsetMicroseconds = reader.integer("clockOffsetMicroseconds"_L1),
        .clockUncertaintyMicroseconds = reader.integer("clockUncertaintyMicroseconds"_L1),
        .clockDriftPpb = reader.integer("clockDriftPpb"_L1),
        .isClockChecked = reader.boolean("isClockChecked"_L1),
        .facts = reader.nested<MediaFacts>("facts"_L1, mediaFactsFromJson),
        .state = reader.word<ClipState>("state"_L1),
        .declineReason = reader.text("declineReason"_L1),
        .isSensitive = reader.boolean("isSensitive"_L1),
        .receivedAt = reader.time("receivedAt"_L1),
    };
    if (reader.has("requestId"_L1)) {
        clip.requestId = reader.id<RequestTag>("requestId"_L1);
    }
    if (reader.has("receipt"_L1)) {
        clip.receipt = reader.nested<ConsentReceipt>("receipt"_L1, consentReceiptFromJson);
    }
    if (reader.has("position"_L1)) {
        clip.position = reader.nested<GeoPoint>("position"_L1, geoPointFromJson);
    }
    if (reader.has("statedStart"_L1)) {
        clip.statedStart = reader.time("statedStart"_L1);
    }
    return reader.finish(clip);
}

QJsonObject toJson(const Marker &marker)
{
    QJsonObject json{
        {u"id"_s, marker.id.toString()},
        {u"clipId"_s, marker.clipId.toString()},
        {u"firstFrame"_s, marker.firstFrame},
        {u"lastFrame"_s, marker.lastFrame},
        {u"firstMicroseconds"_s, marker.firstMicroseconds},
        {u"lastMicroseconds"_s, marker.lastMicroseconds},
        {u"note"_s, marker.note},
        {u"author"_s, toJson(marker.author)},
        {u"createdAt"_s, marker.createdAt.toString()},
    };
    if (!marker.tags.isEmpty()) {
        json.insert(u"tags"_s, QJsonArray::fromStringList(marker.tags));
    }
    return json;
}

JsonResult<Marker> markerFromJson(const QJsonObject &json)
{
    MemberReader reader(json);
    return reader.finish(Marker{
        .id = reader.id<MarkerTag>("id"_L1),
        .clipId = reader.id<ClipTag>("clipId"_L1),
        .firstFrame = reader.integer("firstFrame"_L1),
        .lastFrame = reader.integer("lastFrame"_L1),
        .firstMicroseconds = reader.integer("firstMicroseconds"_L1),
        .lastMicroseconds = reader.integer("lastMicroseconds"_L1),
        .note = reader.text("note"_L1),
        .tags = reader.textsOrNone("tags"_L1),
        .author = reader.nested<Officer>("author"_L1, officerFromJson),
        .createdAt = reader.time("createdAt"_L1),
    });
}

} // namespace Porchlight
