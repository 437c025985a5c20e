// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "composerviewmodel.h"
#include "exportviewmodel.h"
#include "inboxviewmodel.h"
#include "listimport.h"
#include "mapviewmodel.h"
#include "oversightviewmodel.h"
#include "packlistmodel.h"
#include "requestsviewmodel.h"
#include "reviewviewmodel.h"
#include "settingsviewmodel.h"
#include "shellviewmodel.h"

#include "workflow/agencyupdate.h"
#include "workflow/camerawall.h"
#include "workflow/clipintake.h"
#include "workflow/clippictures.h"
#include "workflow/currentcase.h"
#include "workflow/custodyreview.h"
#include "workflow/evidenceexport.h"
#include "workflow/exchangelink.h"
#include "workflow/mapshelf.h"
#include "workflow/preferencekeeper.h"
#include "workflow/requestdispatch.h"
#include "workflow/reviewshelf.h"
#include "workflow/workplace.h"

#include <QObject>
#include <QString>
#include <QVariantMap>

namespace Porchlight {

/// What one open data folder is worked with: workflow first, view-models on it, each built on those above it and let go
/// before them. Connects those that do not know each other.
class Room final : public QObject
{
    Q_OBJECT

public:
    /// Where what ships with the program is.
    struct Places
    {
        QString mapFolder;
    };

    Room(Workplace &workplace, const Preferences &preferences, ExchangeLink::Options exchange, const Places &places,
         const OpenedStore &store);
    ~Room() override;

    /// What Main.qml requires, by name.
    [[nodiscard]] QVariantMap viewModels();
    [[nodiscard]] ShellViewModel &shell() { return m_shell; }
    /// Reads what the pages show and starts the exchange.
    void start();

private:
    void connectStatus();
    void connectPages();
    void connectComposer();
    void connectReview();
    void rememberCase();
    void readAgencies();
    void readLogHead();
    void followExchange();
    void tellLongWork();
    void tell(const QString &sentence, bool isProblem);

    Workplace &m_workplace;
    ChainReport m_log;
    std::optional<CaseId> m_lastCase;
    ExportProgress m_exportProgress;

    CurrentCase m_currentCase;
    MapShelf m_mapShelf;
    PreferenceKeeper m_preferences;
    ExchangeLink m_exchange;
    AgencyUpdate m_agencyUpdate;
    RequestDispatch m_dispatch;
    ClipIntake m_intake;
    ClipPictures m_pictures;
    CameraWall m_cameraWall;
    ReviewShelf m_reviewShelf;
    CustodyReview m_custody;
    EvidenceExport m_evidenceExport;

    ShellViewModel m_shell;
    SettingsViewModel m_settings;
    PackListModel m_packList;
    MapViewModel m_map;
    ComposerViewModel m_composer;
    ListImport m_listImport;
    RequestsViewModel m_requests;
    InboxViewModel m_inbox;
    ReviewViewModel m_review;
    ExportViewModel m_evidence;
    OversightViewModel m_oversight;
};

} // namespace Porchlight
