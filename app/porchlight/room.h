// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settingsviewmodel.h"
#include "shellviewmodel.h"
#include "workflow/currentcase.h"
#include "workflow/exchangelink.h"
#include "workflow/preferencekeeper.h"
#include "workflow/workplace.h"

#include <QLockFile>
#include <QObject>
#include <QString>

namespace Porchlight {

/// What one open data folder is worked with: workflow first, view-models on it, each built on those above it and let go
/// before them. Connects those that do not know each other.
class Room final : public QObject
{
    Q_OBJECT

public:
    Room(Workplace &workplace, Preferences preferences, ExchangeLink::Options exchange, const OpenedStore &store);
    ~Room() override;

    /// What Main.qml requires, by name.
    [[nodiscard]] QVariantMap viewModels();
    [[nodiscard]] ShellViewModel &shell() { return m_shell; }
    /// Reads what the pages show and starts the exchange.
    void start();

private:
    void connectStatus();
    void connectPages();
    void rememberCase();
    void readAgencies();
    void readLogHead();

    Workplace &m_workplace;
    ChainReport m_log;
    std::optional<CaseId> m_lastCase;

    CurrentCase m_currentCase;
    PreferenceKeeper m_preferences;
    ExchangeLink m_exchange;

    ShellViewModel m_shell;
    SettingsViewModel m_settings;
};

} // namespace Porchlight
