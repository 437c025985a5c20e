// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "room.h"

#include "deskstatus.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

Room::Room(Workplace &workplace, Preferences preferences, ExchangeLink::Options exchange, const OpenedStore &store)
    : m_workplace(workplace)
    , m_log(store.log)
    , m_lastCase(preferences.lastCase)
    , m_currentCase(workplace.store(), workplace.identity(), workplace.clock())
    , m_preferences(workplace.options().dataDirectory, std::move(preferences), workplace.store(), workplace.identity())
    , m_exchange(std::move(exchange))
    , m_shell(m_currentCase, workplace.identity())
    , m_settings(m_preferences, m_exchange)
{
    connectStatus();
    connectPages();
}

Room::~Room() = default;

QVariantMap Room::viewModels()
{
    return {{u"shell"_s, QVariant::fromValue(&m_shell)}, {u"settings"_s, QVariant::fromValue(&m_settings)}};
}

void Room::start()
{
    m_currentCase.load(m_lastCase);
    readAgencies();
    m_exchange.start();
}

void Room::connectStatus()
{
    m_shell.setLog(logNote(m_log));
    m_shell.setExchange(exchangeNote(m_exchange));
    m_shell.setHasDemoResidents(m_exchange.hasDemoResidents());
    connect(&m_exchange, &ExchangeLink::stateChanged, this, [this] { m_shell.setExchange(exchangeNote(m_exchange)); });
    connect(&m_workplace.store(), &Store::changed, this, [this](const StoreChange &change) {
        if (change.kind == StoreChange::Kind::Directory) {
            readAgencies();
        }
        readLogHead();
    });
}

void Room::connectPages()
{
    connect(&m_currentCase, &CurrentCase::caseFileChanged, this, &Room::rememberCase);
    connect(&m_settings, &SettingsViewModel::noticeRaised, this, [this](const QString &sentence, bool isProblem) {
        m_shell.notices()->raise(isProblem ? Tone::Bad : Tone::Good, sentence);
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

void Room::readAgencies()
{
    m_workplace.store().agencies().then(this, [this](const StoreResult<std::vector<Agency>> &agencies) {
        if (agencies) {
            m_shell.palette()->setAgencies(*agencies);
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
