// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "room.h"

#include "deskstatus.h"

#include "agencies/agencydirectory.h"
#include "media/decoderclient.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// A decoder of its own for each clip that is looked at.
std::function<std::unique_ptr<FrameSource>()> sourceMaker(const Workplace &workplace, bool allowsUnconfined)
{
    DecoderSettings settings = workplace.decoderSettings();
    settings.allowsUnconfined = allowsUnconfined;
    return [settings] {
        return std::make_unique<DecoderClient>(settings);
    };
}

} // namespace

Room::Room(Workplace &workplace, const Preferences &preferences, ExchangeLink::Options exchange, const Places &places,
           const OpenedStore &store)
    : m_workplace(workplace)
    , m_log(store.log)
    , m_lastCase(preferences.lastCase)
    , m_currentCase(workplace.store(), workplace.identity(), workplace.clock())
    , m_mapShelf(workplace.options().dataDirectory)
    , m_preferences(workplace.options().dataDirectory, preferences, workplace.store(), workplace.identity())
    , m_exchange(std::move(exchange))
    , m_agencyUpdate(workplace.store(), workplace.identity(), workplace.clock())
    , m_dispatch(workplace.store(), m_exchange.client(), workplace.identity(), workplace.clock(),
                 workplace.options().dataDirectory + u"/draft.json"_s)
    , m_intake(workplace.store(), workplace.vault(), m_exchange.client(), workplace.identity(), workplace.clock(),
               sourceMaker(workplace, preferences.reviewsUnconfined))
    , m_pictures(workplace.vault(), sourceMaker(workplace, preferences.reviewsUnconfined))
    , m_cameraWall(workplace.store(), workplace.vault(), workplace.identity(), workplace.clock(),
                   sourceMaker(workplace, preferences.reviewsUnconfined))
    , m_reviewShelf(workplace.store(), workplace.clock(), workplace.decoderSettings().shelf)
    , m_custody(workplace.store(), workplace.identity())
    , m_evidenceExport(workplace.store(), workplace.vault(), workplace.identity(), workplace.clock(),
                       sourceMaker(workplace, preferences.reviewsUnconfined))
    , m_shell(m_currentCase, workplace.identity())
    , m_settings(m_preferences, m_exchange)
    , m_packList(m_mapShelf)
    , m_map(MapFolders(places.mapFolder, m_mapShelf.folder()), QDate::currentDate(), m_dispatch.policy())
    , m_composer(m_dispatch, m_currentCase, workplace.store())
    , m_listImport(m_agencyUpdate)
    , m_requests(m_dispatch, workplace.store())
    , m_inbox(m_intake, m_pictures, workplace.store(), m_currentCase, workplace.clock())
    , m_review(m_cameraWall, m_currentCase, m_preferences)
    , m_evidence(m_evidenceExport, m_currentCase)
    , m_oversight(m_custody, workplace.store(), m_currentCase, workplace.clock(), store.log)
{
    connectStatus();
    connectPages();
    connectComposer();
    connectReview();
}

Room::~Room() = default;

QVariantMap Room::viewModels()
{
    return {{u"shell"_s, QVariant::fromValue(&m_shell)},        {u"settings"_s, QVariant::fromValue(&m_settings)},
            {u"mapPacks"_s, QVariant::fromValue(&m_packList)},  {u"map"_s, QVariant::fromValue(&m_map)},
            {u"composer"_s, QVariant::fromValue(&m_composer)},  {u"listImport"_s, QVariant::fromValue(&m_listImport)},
            {u"requests"_s, QVariant::fromValue(&m_requests)},  {u"inbox"_s, QVariant::fromValue(&m_inbox)},
            {u"review"_s, QVariant::fromValue(&m_review)},      {u"evidence"_s, QVariant::fromValue(&m_evidence)},
            {u"oversight"_s, QVariant::fromValue(&m_oversight)}};
}

void Room::start()
{
    m_workplace.beginSession();
    m_currentCase.load(m_lastCase);
    m_agencyUpdate.importSampleIfEmpty().then(this,
                                              [this](const Result<bool, AgencyUpdateFailure> &) { readAgencies(); });
    m_composer.load();
    m_requests.load();
    m_exchange.start();
    m_intake.start();
    if (!m_settings.hasProfile()) {
        m_shell.notices()->raise(Tone::Neutral,
                                 tr("Welcome. Say in Settings who you are: your agency stands on every request."));
    }
}

void Room::connectStatus()
{
    m_shell.setLog(logNote(m_log));
    m_shell.setExchange(exchangeNote(m_exchange));
    m_shell.setDecoder(decoderNote(std::nullopt));
    m_shell.setHasDemoResidents(m_exchange.hasDemoResidents());
    connect(&m_exchange, &ExchangeLink::stateChanged, this, &Room::followExchange);
    connect(&m_intake, &ClipIntake::arrivalsChanged, this, &Room::tellLongWork);
    connect(&m_evidenceExport, &EvidenceExport::progressed, this, [this](const ExportProgress &progress) {
        m_exportProgress = progress;
        tellLongWork();
    });
    connect(&m_evidence, &ExportViewModel::stageChanged, this, &Room::tellLongWork);
    connect(&m_intake, &ClipIntake::clipArrived, this, [this] {
        if (m_shell.page() != ShellViewModel::Inbox) {
            tell(tr("A clip has arrived. It waits in the inbox."), false);
        }
    });
    connect(&m_workplace.store(), &Store::changed, this, [this](const StoreChange &change) {
        if (change.concerns(StoreChange::Kind::Directory)) {
            readAgencies();
        }
        readLogHead();
    });
}

void Room::connectPages()
{
    connect(&m_currentCase, &CurrentCase::caseFileChanged, this, &Room::rememberCase);
    connect(&m_settings, &SettingsViewModel::noticeRaised, this, &Room::tell);
    connect(&m_packList, &PackListModel::noticeRaised, this, &Room::tell);
    connect(&m_mapShelf, &MapShelf::changed, m_map.ground(), &MapGround::reopen);
    connect(&m_inbox, &InboxViewModel::rowsChanged, this, [this] { m_shell.setNewClips(m_inbox.newCount()); });
    connect(&m_shell, &ShellViewModel::agencyShown, &m_map, &MapViewModel::chooseAgency);
    m_map.setOwnAgency(m_workplace.identity().officer().agencyName);
    connect(&m_workplace.identity(), &LocalIdentity::officerChanged, this, [this] {
        m_map.setOwnAgency(m_workplace.identity().officer().agencyName);
        m_composer.refreshContext();
    });
}

void Room::connectComposer()
{
    const auto takeArea = [this] {
        m_composer.setArea(m_map.editor()->area(), m_map.areaStreet());
    };
    connect(m_map.editor(), &AreaEditor::figureChanged, this, takeArea);
    connect(m_map.editor(), &AreaEditor::stateChanged, this, takeArea);
    connect(&m_composer, &ComposerViewModel::areaRestored, m_map.editor(), &AreaEditor::setArea);
    connect(&m_composer, &ComposerViewModel::areaDropped, m_map.editor(), &AreaEditor::clear);
    connect(&m_composer, &ComposerViewModel::published, this, [this](const AreaRequest &request) {
        m_currentCase.load(request.caseId);
        m_requests.chooseRequest(request.id);
        m_intake.pollNow();
    });
}

void Room::connectReview()
{
    connect(&m_shell, &ShellViewModel::clipShown, &m_review, &ReviewViewModel::openClip);
    connect(&m_review, &ReviewViewModel::noticeRaised, this, &Room::tell);
    connect(&m_cameraWall, &CameraWall::timelineChanged, this, [this] {
        if (const std::optional<ConfinementLevel> confinement = m_cameraWall.confinement()) {
            m_shell.setDecoder(decoderNote(confinement));
        }
    });
}

void Room::rememberCase()
{
    Preferences preferences = m_preferences.preferences();
    if (m_currentCase.caseFile()) {
        preferences.lastCase = m_currentCase.caseFile()->id;
    }
    m_preferences.change(preferences);
}

void Room::followExchange()
{
    m_shell.setExchange(exchangeNote(m_exchange));
    m_requests.setLanAddress(m_exchange.lanAddress());
    if (m_exchange.state() == ExchangeLink::State::Connected) {
        m_intake.pollNow();
    }
}

void Room::tellLongWork()
{
    if (m_evidenceExport.isRunning()) {
        m_shell.setLongWork(exportWork(m_exportProgress));
        return;
    }
    m_shell.setLongWork(arrivalWork(m_inbox.arrivingCount(), m_intake.permille()));
}

void Room::tell(const QString &sentence, bool isProblem)
{
    m_shell.notices()->raise(isProblem ? Tone::Bad : Tone::Good, sentence);
}

void Room::readAgencies()
{
    m_workplace.store().agencies().then(this, [this](const StoreResult<std::vector<Agency>> &agencies) {
        if (agencies) {
            m_shell.palette()->setAgencies(*agencies);
            m_map.setDirectory(AgencyDirectory(*agencies));
        }
    });
    m_workplace.store().jurisdictions().then(this, [this](const StoreResult<std::vector<Jurisdiction>> &jurisdictions) {
        if (jurisdictions) {
            m_map.setJurisdictions(*jurisdictions);
        }
    });
}

// Every change of the store has an entry, so the number in the status line is read after each.
void Room::readLogHead()
{
    m_workplace.store().chainHead().then(this, [this](const StoreResult<ChainHead> &head) {
        if (head) {
            m_shell.setLog(logNote(m_log, head->count));
        }
    });
}

} // namespace Porchlight
