// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbourhood.h"

#include "domain/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTimeZone>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds Round = 1500ms;
constexpr std::chrono::milliseconds FirstAnswer = 2000ms;
constexpr std::chrono::milliseconds BetweenAnswers = 2500ms;

/// What one household does. One that ignores requests needs no entry anywhere.
struct Habit
{
    bool isSharing = false;
    QLatin1StringView purpose = "thisCase"_L1;
    int daysOfUse = 0;
    int clockSecondsBehind = 0; ///< 0: nobody looked at the camera's clock.
};

constexpr std::array Habits{
    Habit{.isSharing = true, .daysOfUse = 120, .clockSecondsBehind = 3},
    Habit{},
    Habit{.isSharing = true, .purpose = "thisCaseAndProsecution"_L1, .daysOfUse = 365},
    Habit{},
    Habit{},
    Habit{.isSharing = true, .daysOfUse = 60, .clockSecondsBehind = 252},
    Habit{.isSharing = true, .purpose = "thisCaseAndProsecution"_L1, .daysOfUse = 200, .clockSecondsBehind = -95},
    Habit{},
    Habit{.isSharing = true, .daysOfUse = 30},
};

QLatin1StringView precisionOf(const QString &place)
{
    if (place.isEmpty()) {
        return "none"_L1;
    }
    return place.at(0).isDigit() ? "address"_L1 : "block"_L1;
}

QTimeZone zoneOf(const AreaRequest &request)
{
    const QTimeZone zone(request.timeZone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

/// The fields of the request page's form, as this household fills them in.
QUrlQuery formOf(const Habit &habit, const DemoClip &clip, const AreaRequest &request)
{
    const QTimeZone zone = zoneOf(request);
    const QDateTime now = QDateTime::currentDateTime(zone);
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    QUrlQuery form{
        {u"picture"_s, u"yes"_s},        {u"place"_s, precisionOf(clip.place)},
        {u"purpose"_s, habit.purpose},   {u"address"_s, encoded(clip.place)},
        {u"note"_s, encoded(clip.note)}, {u"until"_s, now.date().addDays(habit.daysOfUse).toString(Qt::ISODate)}};
    if (clip.hasSound) {
        form.addQueryItem(u"sound"_s, u"yes"_s);
    }
    if (clip.isSensitive) {
        form.addQueryItem(u"sensitive"_s, u"yes"_s);
    }
    if (clip.clock.isValid()) {
        const QDate day = request.window.begin.toDateTime().toTimeZone(zone).date();
        form.addQueryItem(u"start"_s, QDateTime(day, clip.clock).toString(Qt::ISODate));
    }
    if (habit.clockSecondsBehind != 0) {
        form.addQueryItem(u"cameraClock"_s, now.time().addSecs(-habit.clockSecondsBehind).toString(Qt::ISODate));
        form.addQueryItem(u"clockReadAt"_s, QString::number(now.toMSecsSinceEpoch()));
    }
    return form;
}

} // namespace

Neighbourhood::Neighbourhood(const QUrl &site, const QString &clipFolder)
    : m_site(site)
    , m_clips(demoClipsOf(clipFolder))
{
    m_round.setInterval(Round);
    connect(&m_round, &QTimer::timeout, this, &Neighbourhood::look);
    m_round.start();
}

void Neighbourhood::look()
{
    QNetworkReply *reply = m_network.get(QNetworkRequest(m_site.resolved(QUrl(u"/api/v1/ledger"_s))));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        readLedger(reply->readAll());
    });
}

void Neighbourhood::readLedger(const QByteArray &ledger)
{
    const QJsonArray requests = QJsonDocument::fromJson(ledger).object().value("requests"_L1).toArray();
    for (const QJsonValue &value : requests) {
        const JsonResult<AreaRequest> request = areaRequestFromJson(value.toObject());
        if (!request || m_seen.contains(request->idText())) {
            continue;
        }
        m_seen.insert(request->idText());
        const bool isNew = m_hasLooked; // those of the first look were answered before this start
        if (isNew && request->state == RequestState::Published) {
            answerRequest(*request);
        }
    }
    m_hasLooked = true;
}

void Neighbourhood::answerRequest(const AreaRequest &request)
{
    std::chrono::milliseconds pause = FirstAnswer;
    qsizetype next = 0;
    for (const Habit &habit : Habits) {
        if (!habit.isSharing || next >= m_clips.size()) {
            continue;
        }
        const DemoClip &clip = m_clips.at(next);
        ++next;
        QTimer::singleShot(pause, this, [this, request, clip, habit] {
            (new Resident(m_network, m_site, request.idText(), clip))->shareWith(formOf(habit, clip, request));
        });
        pause += BetweenAnswers;
    }
}

} // namespace Porchlight
