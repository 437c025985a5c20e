// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packagerecord.h"

#include "core/digesttext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::array LeftOutWords = {
    "notChosen"_L1,        "declined"_L1,    "disputed"_L1,       "consentEnded"_L1,
    "noConsentToSound"_L1, "clipLeftOut"_L1, "couldNotBeMade"_L1,
};

// Each structure lists its members once, in fields(); JsonOut and JsonIn walk the same list in the two directions.

template <typename Archive, typename Record>
concept Described = requires(Archive &archive, Record &record) { fields(archive, record); };

template <typename Archive>
void fields(Archive &archive, FileRecord &file)
{
    archive("path"_L1, file.path);
    archive("size"_L1, file.size);
    archive("sha256"_L1, file.sha256);
    archive("sha512"_L1, file.sha512);
}

template <typename Archive>
void fields(Archive &archive, FrameTableRecord &table)
{
    archive("file"_L1, table.file);
    archive("rows"_L1, table.rows);
    archive("firstPts"_L1, table.firstPts);
    archive("lastPts"_L1, table.lastPts);
    archive("timeBase"_L1, table.timeBase);
}

template <typename Archive>
void fields(Archive &archive, DerivedRecord &derived)
{
    archive("file"_L1, derived.file);
    archive("takingRecord"_L1, derived.takingRecord);
    archive("kind"_L1, derived.kind);
    archive("inputSha256"_L1, derived.inputSha256);
    archive("frameNumber"_L1, derived.frameNumber);
    archive("pts"_L1, derived.pts);
    archive("timeBase"_L1, derived.timeBase);
    archive("pictureType"_L1, derived.pictureType);
    archive("operation"_L1, derived.operation);
    archive("note"_L1, derived.note);
    archive("madeAt"_L1, derived.madeAt);
}

template <typename Archive>
void fields(Archive &archive, ClockRecord &clock)
{
    archive("setBy"_L1, clock.setBy);
    archive("offsetMicroseconds"_L1, clock.offsetMicroseconds);
    archive("driftPpb"_L1, clock.driftPpb);
    archive("uncertaintyMicroseconds"_L1, clock.uncertaintyMicroseconds);
    archive("isChecked"_L1, clock.isChecked);
    archive("officer"_L1, clock.officer);
    archive("setAt"_L1, clock.setAt);
    archive("logEntry"_L1, clock.logEntry);
}

template <typename Archive>
void fields(Archive &archive, PackageItem &item)
{
    archive("folder"_L1, item.folder);
    archive("clipId"_L1, item.clipId);
    archive("label"_L1, item.label);
    archive("originalName"_L1, item.originalName);
    archive("source"_L1, item.source);
    archive("requestId"_L1, item.requestId);
    archive("placeText"_L1, item.placeText);
    archive("residentNote"_L1, item.residentNote);
    archive("isSensitive"_L1, item.isSensitive);
    archive("state"_L1, item.state);
    archive("receivedAt"_L1, item.receivedAt);
    archive("sizeAtReceipt"_L1, item.sizeAtReceipt);
    archive("sha256AtReceipt"_L1, item.sha256AtReceipt);
    archive("sha512AtReceipt"_L1, item.sha512AtReceipt);
    archive("original"_L1, item.original);
    archive("consent"_L1, item.consent);
    archive("statedStart"_L1, item.statedStart);
    archive("clock"_L1, item.clock);
    archive("facts"_L1, item.facts);
    archive("receipt"_L1, item.receipt);
    archive("probe"_L1, item.probe);
    archive("frames"_L1, item.frames);
    archive("framesMissing"_L1, item.framesMissing);
    archive("derived"_L1, item.derived);
    archive("markers"_L1, item.markers);
}

template <typename Archive>
void fields(Archive &archive, LeftOut &leftOut)
{
    archive("kind"_L1, leftOut.kind);
    archive("id"_L1, leftOut.id);
    archive("subject"_L1, leftOut.subject);
    archive("reason"_L1, leftOut.reason);
    archive("detail"_L1, leftOut.detail);
}

template <typename Archive>
void fields(Archive &archive, RequestRecord &published)
{
    archive("file"_L1, published.file);
    archive("request"_L1, published.request);
}

template <typename Archive>
void fields(Archive &archive, PackageCounts &counts)
{
    archive("requests"_L1, counts.requests);
    archive("clipsReceived"_L1, counts.clipsReceived);
    archive("clipsExported"_L1, counts.clipsExported);
    archive("notesMade"_L1, counts.notesMade);
    archive("notesExported"_L1, counts.notesExported);
    archive("stillsMade"_L1, counts.stillsMade);
    archive("stillsExported"_L1, counts.stillsExported);
}

template <typename Archive>
void fields(Archive &archive, CustodyRecord &custody)
{
    archive("entries"_L1, custody.entries);
    archive("firstSequence"_L1, custody.firstSequence);
    archive("lastSequence"_L1, custody.lastSequence);
    archive("lastHash"_L1, custody.lastHash);
    archive("log"_L1, custody.log);
}

template <typename Archive>
void fields(Archive &archive, PackageRecord &record)
{
    archive("format"_L1, record.format);
    archive("id"_L1, record.id);
    archive("bagName"_L1, record.bagName);
    archive("createdAt"_L1, record.createdAt);
    archive("softwareVersion"_L1, record.softwareVersion);
    archive("seal"_L1, record.seal);
    archive("caseFile"_L1, record.caseFile);
    archive("officer"_L1, record.officer);
    archive("recipient"_L1, record.recipient);
    archive("counts"_L1, record.counts);
    archive("requests"_L1, record.requests);
    archive("items"_L1, record.items);
    archive("leftOut"_L1, record.leftOut);
    archive("custody"_L1, record.custody);
}

class JsonOut
{
public:
    template <typename Value>
    void operator()(QLatin1StringView name, Value &value)
    {
        m_object.insert(name, write(value));
    }

    [[nodiscard]] QJsonObject object() const { return m_object; }

private:
    static QJsonValue write(const QString &text) { return text; }
    static QJsonValue write(bool flag) { return flag; }
    static QJsonValue write(qint64 number) { return number; }
    static QJsonValue write(UtcTime time) { return time.toString(); }
    static QJsonValue write(ClipState state) { return toWord(state); }
    static QJsonValue write(LeftOutReason reason) { return toWord(reason); }

    template <typename Tag>
    static QJsonValue write(const Id<Tag> &id)
    {
        return id.toString();
    }
    template <typename Value>
    static QJsonValue write(std::optional<Value> &value)
    {
        return value ? write(*value) : QJsonValue(QJsonValue::Null);
    }
    template <typename Value>
    static QJsonValue write(std::vector<Value> &values)
    {
        QJsonArray array;
        for (Value &value : values) {
            array.append(write(value));
        }
        return array;
    }
    template <typename Value>
        requires Described<JsonOut, Value>
    static QJsonValue write(Value &value)
    {
        JsonOut out;
        fields(out, value);
        return out.object();
    }
    template <typename Value>
        requires(!Described<JsonOut, Value> && requires(const Value &domainValue) { toJson(domainValue); })
    static QJsonValue write(Value &value)
    {
        return toJson(value);
    }

    QJsonObject m_object;
};

/// Keeps the first member that was missing or wrong; what is read after it does not matter.
class JsonIn
{
public:
    explicit JsonIn(QJsonObject object)
        : m_object(std::move(object))
    {}

    template <typename Value>
    void operator()(QLatin1StringView name, Value &value)
    {
        if (!m_fault && !read(m_object.value(name), value)) {
            m_fault = name.toString();
        }
    }

    [[nodiscard]] std::optional<QString> fault() const { return m_fault; }

private:
    static bool read(const QJsonValue &json, QString &text)
    {
        text = json.toString();
        return json.isString();
    }
    static bool read(const QJsonValue &json, bool &flag)
    {
        flag = json.toBool();
        return json.isBool();
    }
    static bool read(const QJsonValue &json, qint64 &number)
    {
        number = json.toInteger();
        return json.isDouble();
    }
    static bool read(const QJsonValue &json, UtcTime &time) { return keep(UtcTime::fromString(json.toString()), time); }
    static bool read(const QJsonValue &json, ClipState &state)
    {
        return keep(fromWord<ClipState>(json.toString()), state);
    }
    static bool read(const QJsonValue &json, LeftOutReason &reason)
    {
        const QString word = json.toString();
        const auto found =
            std::ranges::find_if(LeftOutWords, [&word](QLatin1StringView known) { return known == word; });
        reason = static_cast<LeftOutReason>(found - LeftOutWords.begin());
        return found != LeftOutWords.end();
    }
    static bool read(const QJsonValue &json, CaseFile &value) { return keep(caseFileFromJson(json.toObject()), value); }
    static bool read(const QJsonValue &json, Officer &value) { return keep(officerFromJson(json.toObject()), value); }
    static bool read(const QJsonValue &json, ConsentScope &value)
    {
        return keep(consentScopeFromJson(json.toObject()), value);
    }
    static bool read(const QJsonValue &json, MediaFacts &value)
    {
        return keep(mediaFactsFromJson(json.toObject()), value);
    }
    static bool read(const QJsonValue &json, Marker &value) { return keep(markerFromJson(json.toObject()), value); }
    static bool read(const QJsonValue &json, AreaRequest &value)
    {
        return keep(areaRequestFromJson(json.toObject()), value);
    }

    template <typename Tag>
    static bool read(const QJsonValue &json, Id<Tag> &id)
    {
        return keep(Id<Tag>::fromString(json.toString()), id);
    }
    template <typename Value>
    static bool read(const QJsonValue &json, std::optional<Value> &value)
    {
        if (json.isNull()) {
            value.reset();
            return true;
        }
        return read(json, value.emplace());
    }
    template <typename Value>
    static bool read(const QJsonValue &json, std::vector<Value> &values)
    {
        const QJsonArray array = json.toArray();
        return json.isArray() && std::ranges::all_of(array, [&values](const QJsonValue &element) {
                   return read(element, values.emplace_back());
               });
    }
    template <typename Value>
        requires Described<JsonIn, Value>
    static bool read(const QJsonValue &json, Value &value)
    {
        JsonIn in(json.toObject());
        fields(in, value);
        return json.isObject() && !in.fault();
    }

    template <typename Found, typename Value>
    static bool keep(const Found &found, Value &value)
    {
        if (found) {
            value = *found;
        }
        return bool(found);
    }

    QJsonObject m_object;
    std::optional<QString> m_fault;
};

template <typename Record>
QByteArray canonical(Record record)
{
    JsonOut out;
    fields(out, record);
    return QJsonDocument(out.object()).toJson(QJsonDocument::Compact);
}

} // namespace

QString toWord(LeftOutReason reason)
{
    return LeftOutWords.at(static_cast<std::size_t>(reason));
}

QByteArray writePackageRecord(const PackageRecord &record)
{
    return canonical(record);
}

JsonResult<PackageRecord> readPackageRecord(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) {
        return std::unexpected(JsonFault{u"(no JSON object)"_s});
    }
    JsonIn in(document.object());
    PackageRecord record;
    fields(in, record);
    if (in.fault()) {
        return std::unexpected(JsonFault{*in.fault()});
    }
    if (writePackageRecord(record) != bytes) {
        return std::unexpected(JsonFault{u"(not in canonical form, or with unknown members)"_s});
    }
    return record;
}

std::optional<qint64> packageRecordFormat(const QByteArray &bytes)
{
    const QJsonValue format = QJsonDocument::fromJson(bytes).object().value("format"_L1);
    return format.isDouble() ? std::optional(format.toInteger()) : std::nullopt;
}

QByteArray writeDerivedRecord(const DerivedRecord &record)
{
    return canonical(record);
}

QByteArray writeClipReceipt(const SharedClip &clip)
{
    QJsonObject json{
        {"clipId"_L1, clip.id.toString()},
        {"sha256AtReceipt"_L1, digestToString(clip.digest)},
        {"sha512AtReceipt"_L1, QString::fromLatin1(clip.sha512.toHex())},
        {"sizeAtReceipt"_L1, clip.size},
        {"originalName"_L1, clip.originalName},
        {"receivedAt"_L1, clip.receivedAt.toString()},
        {"requestId"_L1, clip.requestId ? QJsonValue(clip.requestId->toString()) : QJsonValue(QJsonValue::Null)},
        {"consentReceipt"_L1, clip.receipt ? QJsonValue(toJson(*clip.receipt)) : QJsonValue(QJsonValue::Null)},
    };
    if (clip.receipt) {
        json.insert("signedText"_L1, QString::fromUtf8(clip.receipt->signedBytes));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace Porchlight
