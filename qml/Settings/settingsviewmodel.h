// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credit.h"

#include "domain/officer.h"
#include "keylistmodel.h"
#include "workflow/exchangelink.h"
#include "workflow/preferencekeeper.h"

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// What the officer can set: who she is, how it looks, where the exchange and the store are. A setting is kept as soon
/// as it is made; those that need a new start of the program say so.
class SettingsViewModel final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program.")
    Q_PROPERTY(Porchlight::Officer officer READ officer NOTIFY officerChanged FINAL)
    Q_PROPERTY(bool hasProfile READ hasProfile NOTIFY officerChanged FINAL)
    Q_PROPERTY(Theme theme READ theme WRITE setTheme NOTIFY lookChanged FINAL)
    Q_PROPERTY(bool isDark READ isDark NOTIFY lookChanged FINAL)
    Q_PROPERTY(bool reviewsByNight READ reviewsByNight WRITE setReviewsByNight NOTIFY lookChanged FINAL)
    Q_PROPERTY(bool hasReducedMotion READ hasReducedMotion WRITE setReducedMotion NOTIFY lookChanged FINAL)
    Q_PROPERTY(QUrl exchangeAddress READ exchangeAddress NOTIFY exchangeChanged FINAL)
    Q_PROPERTY(bool hasExchangeToken READ hasExchangeToken NOTIFY exchangeChanged FINAL)
    Q_PROPERTY(bool hasDemoResidents READ hasDemoResidents WRITE setHasDemoResidents NOTIFY exchangeChanged FINAL)
    Q_PROPERTY(bool isOwnExchange READ isOwnExchange CONSTANT FINAL)
    Q_PROPERTY(bool isOnLan READ isOnLan WRITE setOnLan NOTIFY exchangeChanged FINAL)
    Q_PROPERTY(QUrl lanAddress READ lanAddress NOTIFY exchangeChanged FINAL)
    Q_PROPERTY(QUrl runningExchange READ runningExchange NOTIFY exchangeChanged FINAL)
    Q_PROPERTY(QString storeAddress READ storeAddress NOTIFY storeChanged FINAL)
    Q_PROPERTY(QString dataDirectory READ dataDirectory CONSTANT FINAL)
    Q_PROPERTY(bool reviewsUnconfined READ reviewsUnconfined WRITE setReviewsUnconfined NOTIFY confinementChanged FINAL)
    Q_PROPERTY(Porchlight::KeyListModel *reviewKeys READ reviewKeys CONSTANT FINAL)
    Q_PROPERTY(bool hasOwnKeys READ hasOwnKeys NOTIFY keysChanged FINAL)
    Q_PROPERTY(bool needsRestart READ needsRestart NOTIFY needsRestartChanged FINAL)
    Q_PROPERTY(QList<Porchlight::Credit> credits READ credits CONSTANT FINAL)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)

public:
    enum Theme { Day, Night, System };
    Q_ENUM(Theme)

    SettingsViewModel(PreferenceKeeper &keeper, ExchangeLink &exchange, QObject *parent = nullptr);

    [[nodiscard]] Officer officer() const { return m_keeper.identity().officer(); }
    /// False as long as it is the user's name on this machine, which residents should not be shown.
    [[nodiscard]] bool hasProfile() const;
    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] bool reviewsByNight() const { return m_keeper.preferences().reviewsByNight; }
    void setReviewsByNight(bool reviewsByNight);
    [[nodiscard]] bool hasReducedMotion() const { return m_keeper.preferences().hasReducedMotion; }
    void setReducedMotion(bool hasReducedMotion);
    [[nodiscard]] QUrl exchangeAddress() const { return m_keeper.preferences().exchangeAddress; }
    [[nodiscard]] bool hasExchangeToken() const { return !m_keeper.preferences().exchangeToken.isEmpty(); }
    [[nodiscard]] bool hasDemoResidents() const { return m_keeper.preferences().hasDemoResidents; }
    void setHasDemoResidents(bool hasDemoResidents);
    [[nodiscard]] bool isOwnExchange() const { return m_exchange.place() == ExchangeLink::Place::ThisComputer; }
    [[nodiscard]] bool isOnLan() const { return m_keeper.preferences().isOnLan; }
    void setOnLan(bool isOnLan);
    [[nodiscard]] QUrl lanAddress() const { return m_exchange.lanAddress(); }
    [[nodiscard]] QUrl runningExchange() const { return m_exchange.address(); }
    [[nodiscard]] QString storeAddress() const { return m_keeper.preferences().storeAddress; }
    [[nodiscard]] QString dataDirectory() const { return m_keeper.dataDirectory(); }
    [[nodiscard]] bool reviewsUnconfined() const { return m_keeper.preferences().reviewsUnconfined; }
    void setReviewsUnconfined(bool reviewsUnconfined);
    [[nodiscard]] KeyListModel *reviewKeys() { return &m_reviewKeys; }
    [[nodiscard]] bool hasOwnKeys() const { return m_keeper.preferences().reviewKeys != ReviewKeys(); }
    [[nodiscard]] bool needsRestart() const;
    [[nodiscard]] QList<Credit> credits() const { return allCredits(); }
    [[nodiscard]] QString version() const { return QStringLiteral(PORCHLIGHT_VERSION); }

    Q_INVOKABLE void keepOfficer(const QString &id, const QString &name, const QString &agency, const QString &contact);
    /// The next key that is pressed becomes the key of this ReviewAct.
    Q_INVOKABLE void awaitKey(int act);
    Q_INVOKABLE void leaveKey();
    Q_INVOKABLE void changeKey(const QString &key);
    Q_INVOKABLE void useUsualKeys(int act);
    Q_INVOKABLE void useAllUsualKeys();
    Q_INVOKABLE void useOwnExchange();
    /// An empty token keeps the one that is set.
    Q_INVOKABLE void useExchange(const QString &address, const QString &token);
    /// Empty: the file in the data folder.
    Q_INVOKABLE void useStore(const QString &address);

Q_SIGNALS:
    void officerChanged();
    void lookChanged();
    void exchangeChanged();
    void storeChanged();
    void confinementChanged();
    void needsRestartChanged();
    void keysChanged();
    /// A sentence about what was kept, or why it was not.
    void noticeRaised(const QString &sentence, bool isProblem);

private:
    void listKeys();
    void keepKeys(const Result<ReviewKeys, Failure<KeyError>> &keys);
    template <typename Edit>
    void edit(Edit edit);

    PreferenceKeeper &m_keeper;
    ExchangeLink &m_exchange;
    KeyListModel m_reviewKeys;
    std::optional<ReviewAct> m_awaited; ///< Whose key is waited for.
    Preferences m_started;              ///< With these the program runs.
};

} // namespace Porchlight
