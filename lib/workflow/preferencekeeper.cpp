// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/preferencekeeper.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// What of a change bears on evidence, by name and new value.
QJsonObject changesToLog(const Preferences &before, const Preferences &after)
{
    QJsonObject changes;
    if (before.exchangeAddress != after.exchangeAddress) {
        changes.insert(u"exchange"_s, after.exchangeAddress.toString(QUrl::RemoveUserInfo));
    }
    if (before.exchangeToken != after.exchangeToken) {
        changes.insert(u"exchangeToken"_s, u"changed"_s);
    }
    if (before.hasDemoResidents != after.hasDemoResidents) {
        changes.insert(u"demoResidents"_s, after.hasDemoResidents);
    }
    if (before.isOnLan != after.isOnLan) {
        changes.insert(u"residentsOnLan"_s, after.isOnLan);
    }
    if (before.storeAddress != after.storeAddress) {
        changes.insert(u"store"_s, u"changed"_s);
    }
    if (before.reviewsUnconfined != after.reviewsUnconfined) {
        changes.insert(u"reviewWithoutConfinement"_s, after.reviewsUnconfined);
    }
    return changes;
}

} // namespace

PreferenceKeeper::PreferenceKeeper(QString dataDirectory, Preferences preferences, Store &store,
                                   LocalIdentity &identity)
    : m_dataDirectory(std::move(dataDirectory))
    , m_preferences(std::move(preferences))
    , m_store(store)
    , m_identity(identity)
{}

void PreferenceKeeper::change(const Preferences &preferences)
{
    if (preferences == m_preferences) {
        return;
    }
    if (!writePreferences(m_dataDirectory, preferences)) {
        Q_EMIT failed(Failure<IdentityError>{.code = IdentityError::NotWritten, .detail = m_dataDirectory});
        return;
    }
    const QJsonObject changes = changesToLog(m_preferences, preferences);
    m_preferences = preferences;
    if (!changes.isEmpty()) {
        record(CustodyAction::SettingChanged, changes);
    }
    Q_EMIT changed();
}

void PreferenceKeeper::changeOfficer(const Officer &officer)
{
    if (officer == m_identity.officer()) {
        Q_EMIT officerKept();
        return;
    }
    m_identity.change(officer).then(this, [this](const Result<void, Failure<IdentityError>> &written) {
        if (!written) {
            Q_EMIT failed(written.error());
            return;
        }
        record(CustodyAction::OfficerChanged, {});
        Q_EMIT officerKept();
    });
}

void PreferenceKeeper::record(CustodyAction action, const QJsonObject &details)
{
    const EventDraft event{
        .action = action, .subject = CustodySubject::Setting, .officer = m_identity.officer(), .details = details};
    m_store.record(event).then(this, [this](const StoreResult<CustodyEvent> &recorded) {
        if (!recorded) {
            Q_EMIT failed(recorded.error());
        }
    });
}

} // namespace Porchlight
