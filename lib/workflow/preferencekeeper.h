// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "identity/localidentity.h"
#include "store/store.h"
#include "workflow/preferences.h"

#include <QObject>

#include <variant>

namespace Porchlight {

using PreferenceFailure = std::variant<Failure<StoreError>, Failure<IdentityError>>;

/// Changes preferences and the officer's profile. What bears on evidence (who acts, the exchange, the store, review
/// without confinement) is written to the custody log; how the windows look is not. A token never is.
class PreferenceKeeper final : public QObject
{
    Q_OBJECT

public:
    PreferenceKeeper(QString dataDirectory, Preferences preferences, Store &store, LocalIdentity &identity);

    [[nodiscard]] const QString &dataDirectory() const { return m_dataDirectory; }
    [[nodiscard]] const Preferences &preferences() const { return m_preferences; }
    [[nodiscard]] const LocalIdentity &identity() const { return m_identity; }

    void change(const Preferences &preferences);
    void changeOfficer(const Officer &officer);

Q_SIGNALS:
    void changed();
    void officerKept();
    /// Nothing was changed.
    void failed(const Porchlight::PreferenceFailure &failure);

private:
    void record(CustodyAction action, const QJsonObject &details);

    QString m_dataDirectory;
    Preferences m_preferences;
    Store &m_store;
    LocalIdentity &m_identity;
};

} // namespace Porchlight
