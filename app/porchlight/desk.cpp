// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"

#include "room.h"

#include "workflow/sentences.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QSettings>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

ExchangeLink::Options exchangeOptions(const DeskOptions &options, const Preferences &preferences)
{
    return {.elsewhere = {.url = preferences.exchangeAddress, .token = preferences.exchangeToken.toUtf8()},
            .ownExchange = {.program = options.exchangeProgram,
                            .dataDirectory = options.dataDirectory + u"/exchange"_s,
                            .isOnLan = preferences.isOnLan,
                            .hasDemoResidents = options.hasDemoResidents.value_or(preferences.hasDemoResidents),
                            .demoClips = options.demoClips}};
}

} // namespace

Desk::Desk(DeskOptions options)
    : m_options(std::move(options))
{
    m_options.dataDirectory = QDir(m_options.dataDirectory).absolutePath();
}

Desk::~Desk() = default;

void Desk::open()
{
    if (!prepareFolder()) {
        return;
    }
    m_preferences = readPreferences(m_options.dataDirectory);
    // Sizes of the window and its panels lie in the data folder as well, so that two folders do not share them.
    QCoreApplication::setOrganizationName(u"porchlight"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_options.dataDirectory + u"/window"_s);
    m_workplace = std::make_unique<Workplace>(WorkplaceOptions{.dataDirectory = m_options.dataDirectory,
                                                               .storeAddress = m_preferences.storeAddress,
                                                               .decoderProgram = m_options.decoderProgram,
                                                               .exchangeProgram = m_options.exchangeProgram,
                                                               .exchangeAddress = m_preferences.exchangeAddress,
                                                               .exchangeToken = m_preferences.exchangeToken});
    m_workplace->opened().then(this, [this](const Result<OpenedStore, WorkplaceFailure> &opened) {
        if (!opened) {
            refuse(sentenceFor(opened.error()));
            return;
        }
        openWindow(*opened);
    });
}

QQuickWindow *Desk::window() const
{
    return m_engine.rootObjects().isEmpty() ? nullptr
                                            : qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
}

ShellViewModel *Desk::shell() const
{
    return m_room ? &m_room->shell() : nullptr;
}

bool Desk::prepareFolder()
{
    const bool isThere = QDir().mkpath(m_options.dataDirectory);
    if (!isThere || !QFileInfo(m_options.dataDirectory).isWritable()) {
        refuse(
            tr("The data folder %1 cannot be made or written to. Nothing was changed. Check that you may write there, "
               "or start Porchlight with --data-dir and another folder.")
                .arg(QDir::toNativeSeparators(m_options.dataDirectory)));
        return false;
    }
    m_folderLock = std::make_unique<QLockFile>(m_options.dataDirectory + u"/window.lock"_s);
    m_folderLock->setStaleLockTime(0);
    if (!m_folderLock->tryLock()) {
        refuse(
            tr("Porchlight is open already with the data folder %1. Nothing was changed. Go to that window, or close "
               "it first.")
                .arg(QDir::toNativeSeparators(m_options.dataDirectory)));
        return false;
    }
    return true;
}

void Desk::openWindow(const OpenedStore &store)
{
    const QString mapFolder = QCoreApplication::applicationDirPath() + u"/../share/porchlight/maps"_s;
    m_room = std::make_unique<Room>(*m_workplace, m_preferences, exchangeOptions(m_options, m_preferences),
                                    Room::Places{.mapFolder = mapFolder}, store);
    m_engine.setInitialProperties(m_room->viewModels());
    m_engine.loadFromModule(u"Porchlight.Shell"_s, u"Main"_s);
    if (window() == nullptr) {
        refuse(tr("The window could not be made. Nothing was changed. The program is incomplete: install it again."));
        return;
    }
    m_room->start();
    Q_EMIT ready();
}

void Desk::refuse(const QString &sentence)
{
    QQmlApplicationEngine *engine = &m_engine;
    engine->setInitialProperties({{u"sentence"_s, sentence}});
    engine->loadFromModule(u"Porchlight.Shell"_s, u"StartFailure"_s);
    // Its own way of ending would say that all was well.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this, [] { QCoreApplication::exit(1); });
    Q_EMIT failed(sentence);
    if (window() == nullptr) {
        QTimer::singleShot(0, this, [] { QCoreApplication::exit(1); });
    }
}

} // namespace Porchlight
