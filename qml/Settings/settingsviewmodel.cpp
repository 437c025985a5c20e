// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settingsviewmodel.h"

#include "workflow/sentences.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace Porchlight {

SettingsViewModel::SettingsViewModel(PreferenceKeeper &keeper, ExchangeLink &exchange, QObject *parent)
    : QObject(parent)
    , m_keeper(keeper)
    , m_exchange(exchange)
    , m_reviewKeys(this)
    , m_started(keeper.preferences())
{
    connect(&m_keeper, &PreferenceKeeper::changed, this, [this] {
        Q_EMIT lookChanged();
        Q_EMIT exchangeChanged();
        Q_EMIT storeChanged();
        Q_EMIT confinementChanged();
        Q_EMIT needsRestartChanged();
        listKeys();
    });
    listKeys();
    connect(&m_keeper, &PreferenceKeeper::officerKept, this, [this] {
        Q_EMIT noticeRaised(tr("Your profile is kept. It stands on every request and in every entry."), false);
    });
    connect(&m_keeper, &PreferenceKeeper::failed, this, [this](const PreferenceFailure &failure) {
        const QString sentence = std::visit([](const auto &cause) { return sentenceFor(cause); }, failure);
        Q_EMIT noticeRaised(sentence, true);
    });
    connect(&m_keeper.identity(), &LocalIdentity::officerChanged, this, &SettingsViewModel::officerChanged);
    connect(&m_exchange, &ExchangeLink::stateChanged, this, &SettingsViewModel::exchangeChanged);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &SettingsViewModel::lookChanged);
}

bool SettingsViewModel::hasProfile() const
{
    return !officer().agencyName.isEmpty() && !officer().name.isEmpty();
}

SettingsViewModel::Theme SettingsViewModel::theme() const
{
    return static_cast<Theme>(m_keeper.preferences().theme);
}

void SettingsViewModel::setTheme(Theme theme)
{
    edit([theme](Preferences &preferences) { preferences.theme = static_cast<Preferences::Theme>(theme); });
}

bool SettingsViewModel::isDark() const
{
    if (theme() == System) {
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    }
    return theme() == Night;
}

void SettingsViewModel::setReviewsByNight(bool reviewsByNight)
{
    edit([reviewsByNight](Preferences &preferences) { preferences.reviewsByNight = reviewsByNight; });
}

void SettingsViewModel::setReducedMotion(bool hasReducedMotion)
{
    edit([hasReducedMotion](Preferences &preferences) { preferences.hasReducedMotion = hasReducedMotion; });
}

void SettingsViewModel::setHasDemoResidents(bool hasDemoResidents)
{
    edit([hasDemoResidents](Preferences &preferences) { preferences.hasDemoResidents = hasDemoResidents; });
}

void SettingsViewModel::setOnLan(bool isOnLan)
{
    edit([isOnLan](Preferences &preferences) { preferences.isOnLan = isOnLan; });
    m_exchange.setOnLan(m_keeper.preferences().isOnLan);
}

void SettingsViewModel::setReviewsUnconfined(bool reviewsUnconfined)
{
    edit([reviewsUnconfined](Preferences &preferences) { preferences.reviewsUnconfined = reviewsUnconfined; });
}

bool SettingsViewModel::needsRestart() const
{
    const Preferences &now = m_keeper.preferences();
    return now.exchangeAddress != m_started.exchangeAddress || now.exchangeToken != m_started.exchangeToken ||
           now.hasDemoResidents != m_started.hasDemoResidents || now.storeAddress != m_started.storeAddress ||
           now.reviewsUnconfined != m_started.reviewsUnconfined;
}

void SettingsViewModel::keepOfficer(const QString &id, const QString &name, const QString &agency,
                                    const QString &contact)
{
    m_keeper.changeOfficer({.id = id.simplified(),
                            .name = name.simplified(),
                            .agencyName = agency.simplified(),
                            .contact = contact.simplified()});
}

void SettingsViewModel::listKeys()
{
    m_reviewKeys.setKeys(m_keeper.preferences().reviewKeys, m_awaited);
    Q_EMIT keysChanged();
}

void SettingsViewModel::awaitKey(int act)
{
    m_awaited = static_cast<ReviewAct>(act);
    listKeys();
}

void SettingsViewModel::leaveKey()
{
    m_awaited.reset();
    listKeys();
}

void SettingsViewModel::keepKeys(const Result<ReviewKeys, Failure<KeyError>> &keys)
{
    if (!keys) {
        Q_EMIT noticeRaised(sentenceFor(keys.error()), true);
        return;
    }
    m_awaited.reset();
    edit([&keys](Preferences &preferences) { preferences.reviewKeys = *keys; });
    listKeys();
}

/// After a refusal the act goes on waiting for another key.
void SettingsViewModel::changeKey(const QString &key)
{
    if (m_awaited) {
        keepKeys(m_keeper.preferences().reviewKeys.with(*m_awaited, key));
    }
}

void SettingsViewModel::useUsualKeys(int act)
{
    keepKeys(m_keeper.preferences().reviewKeys.withUsual(static_cast<ReviewAct>(act)));
}

void SettingsViewModel::useAllUsualKeys()
{
    keepKeys(ReviewKeys());
}

void SettingsViewModel::useOwnExchange()
{
    edit([](Preferences &preferences) {
        preferences.exchangeAddress.clear();
        preferences.exchangeToken.clear();
    });
}

void SettingsViewModel::useExchange(const QString &address, const QString &token)
{
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"https" || url.scheme() == u"http";
    if (!url.isValid() || !isWeb || url.host().isEmpty()) {
        Q_EMIT noticeRaised(tr("This is not the address of an exchange. It begins with https:// and names a host. "
                               "The exchange that was set stays."),
                            true);
        return;
    }
    edit([&](Preferences &preferences) {
        preferences.exchangeAddress = url;
        if (!token.isEmpty()) {
            preferences.exchangeToken = token.trimmed();
        }
    });
}

void SettingsViewModel::useStore(const QString &address)
{
    edit([&](Preferences &preferences) { preferences.storeAddress = address.trimmed(); });
}

template <typename Edit>
void SettingsViewModel::edit(Edit edit)
{
    Preferences preferences = m_keeper.preferences();
    edit(preferences);
    m_keeper.change(preferences);
}

} // namespace Porchlight
