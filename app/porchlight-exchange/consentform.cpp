// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "consentform.h"

#include "domain/json.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype LongestNote = 1000;
constexpr qsizetype LongestPlace = 200;
constexpr int MostYears = 5;
constexpr qint64 MicrosecondsPerMillisecond = 1000;
constexpr qint64 MillisecondsPerDay = 24LL * 60 * 60 * 1000;

QString lineOf(const FormBody &form, const QString &name, qsizetype longest)
{
    return form.text(name).simplified().left(longest);
}

PlacePrecision readPlace(const FormBody &form)
{
    return fromWord<PlacePrecision>(form.text(u"place"_s)).value_or(PlacePrecision::Block);
}

QDate readUntil(const FormBody &form, const QDate &today, QStringList &faults)
{
    const QDate until = QDate::fromString(form.text(u"until"_s), Qt::ISODate);
    if (!until.isValid() || until < today || until > today.addYears(MostYears)) {
        faults.append(u"“May be used until” needs a day from today on, at most five years ahead."_s);
    }
    return until;
}

std::optional<UtcTime> readStart(const FormBody &form, const FormMoment &moment, QStringList &faults)
{
    const QString text = form.text(u"start"_s);
    if (text.isEmpty()) {
        return std::nullopt;
    }
    QDateTime start = QDateTime::fromString(text, Qt::ISODate);
    start.setTimeZone(moment.zone);
    if (!start.isValid()) {
        faults.append(u"“The recording begins at” could not be read. Leave it empty if you do not know."_s);
        return std::nullopt;
    }
    return UtcTime::fromDateTime(start);
}

/// How far the camera's clock is behind: real time minus what it shows, to the nearest half day.
std::optional<qint64> readClock(const FormBody &form, const FormMoment &moment, QStringList &faults)
{
    const QString text = form.text(u"cameraClock"_s);
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QTime shown = QTime::fromString(text, Qt::ISODate);
    if (!shown.isValid()) {
        faults.append(u"“The camera's clock now shows” needs a time such as 21:14:07."_s);
        return std::nullopt;
    }
    bool isStated = false;
    const qint64 readAt = form.text(u"clockReadAt"_s).toLongLong(&isStated);
    const QDateTime now = moment.now.toDateTime();
    const bool isPlausible = isStated && std::abs(readAt - now.toMSecsSinceEpoch()) < MillisecondsPerDay;
    const QDateTime real =
        (isPlausible ? QDateTime::fromMSecsSinceEpoch(readAt, QTimeZone::UTC) : now).toTimeZone(moment.zone);
    qint64 offset = shown.msecsTo(real.time());
    if (offset > MillisecondsPerDay / 2) {
        offset -= MillisecondsPerDay;
    } else if (offset < -MillisecondsPerDay / 2) {
        offset += MillisecondsPerDay;
    }
    return offset * MicrosecondsPerMillisecond;
}

} // namespace

QString blockOf(const QString &address)
{
    static const QRegularExpression Number(u"^(\\d{1,6})[a-zA-Z]?(?:[-/]\\w{1,5})?[ ,]+(.+)$"_s);
    const QRegularExpressionMatch match = Number.match(address);
    if (!match.hasMatch()) {
        return address;
    }
    const int hundreds = match.captured(1).toInt() / 100 * 100;
    return u"%1 block of %2"_s.arg(QString::number(hundreds), match.captured(2));
}

Result<ConsentChoices, QStringList> readConsent(const FormBody &form, const FormMoment &moment)
{
    QStringList faults;
    if (!form.has(u"picture"_s)) {
        faults.append(
            u"Without the picture there is nothing to share. Choose Ignore if you do not want to share it."_s);
    }
    ConsentChoices choices{
        .scope = {.sound = form.has(u"sound"_s),
                  .place = readPlace(form),
                  .purpose = form.text(u"purpose"_s) == toWord(UsePurpose::ThisCaseAndProsecution)
                                 ? UsePurpose::ThisCaseAndProsecution
                                 : UsePurpose::ThisCase,
                  .until = readUntil(form, moment.now.toDateTime().toTimeZone(moment.zone).date(), faults)},
        .placeText = {},
        .statedStart = readStart(form, moment, faults),
        .clockOffsetMicroseconds = readClock(form, moment, faults),
        .note = form.text(u"note"_s).trimmed().left(LongestNote),
        .isSensitive = form.has(u"sensitive"_s),
    };
    const QString address = lineOf(form, u"address"_s, LongestPlace);
    if (choices.scope.place == PlacePrecision::Address) {
        choices.placeText = address;
    } else if (choices.scope.place == PlacePrecision::Block) {
        choices.placeText = blockOf(address);
    }
    if (!faults.isEmpty()) {
        return std::unexpected(faults);
    }
    return choices;
}

QByteArray consentToJson(const ConsentChoices &choices)
{
    QJsonObject json{
        {u"scope"_s, toJson(choices.scope)},
        {u"placeText"_s, choices.placeText},
        {u"note"_s, choices.note},
        {u"isSensitive"_s, choices.isSensitive},
    };
    if (choices.statedStart) {
        json[u"statedStart"_s] = choices.statedStart->toString();
    }
    if (choices.clockOffsetMicroseconds) {
        json[u"clockOffset"_s] = *choices.clockOffsetMicroseconds;
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<ConsentChoices> consentFromJson(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const JsonResult<ConsentScope> scope = consentScopeFromJson(json.value("scope"_L1).toObject());
    if (!scope) {
        return std::nullopt;
    }
    ConsentChoices choices{
        .scope = *scope,
        .placeText = json.value("placeText"_L1).toString(),
        .statedStart = UtcTime::fromString(json.value("statedStart"_L1).toString()),
        .clockOffsetMicroseconds = {},
        .note = json.value("note"_L1).toString(),
        .isSensitive = json.value("isSensitive"_L1).toBool(),
    };
    if (json.contains("clockOffset"_L1)) {
        choices.clockOffsetMicroseconds = json.value("clockOffset"_L1).toInteger();
    }
    return choices;
}

} // namespace Porchlight
