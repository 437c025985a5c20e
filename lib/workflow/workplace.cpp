// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/workplace.h"

#include "media/copyturn.h"
#include "media/decoderclient.h"

#include <QDir>
#include <QFuture>
#include <QSysInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString inside(const QString &folder, const QString &name)
{
    return QDir(folder).filePath(name);
}

StoreOptions storeOptions(const WorkplaceOptions &options)
{
    return {.address =
                options.storeAddress.isEmpty() ? Workplace::recordFileIn(options.dataDirectory) : options.storeAddress,
            .headFile = inside(options.dataDirectory, u"custody-head.json"_s),
            .workstation = QSysInfo::machineHostName()};
}

using OpenedWorkplace = Result<OpenedStore, WorkplaceFailure>;

template <typename E>
OpenedWorkplace refusal(const Failure<E> &failure)
{
    return std::unexpected(WorkplaceFailure(failure));
}

} // namespace

QString Workplace::recordFileIn(const QString &dataDirectory)
{
    return inside(dataDirectory, u"porchlight.sqlite"_s);
}

Workplace::Workplace(WorkplaceOptions options)
    : m_options(std::move(options))
    , m_copyQueue(std::make_shared<CopyQueue>())
    , m_identity(inside(m_options.dataDirectory, u"officer.json"_s))
    , m_vault(inside(m_options.dataDirectory, u"vault"_s))
    , m_store(storeOptions(m_options), m_clock)
    , m_clipImport(m_store, m_vault, m_identity, m_clock, frameSourceMaker())
    , m_custodyReview(m_store, m_identity)
{
    m_opened = open();
}

// What is asked of the store here is still done: it ends after this, and ends when its work is done.
Workplace::~Workplace()
{
    if (m_isSession) {
        recordSession(CustodyAction::SessionEnded);
    }
}

void Workplace::beginSession()
{
    m_isSession = true;
    recordSession(CustodyAction::SessionStarted);
}

void Workplace::recordSession(CustodyAction action)
{
    m_store.record({.action = action, .subject = CustodySubject::Program, .officer = m_identity.officer()});
}

QFuture<Result<OpenedStore, WorkplaceFailure>> Workplace::opened() const
{
    return m_opened;
}

DecoderSettings Workplace::decoderSettings() const
{
    return {.program = m_options.decoderProgram,
            .allowsUnconfined = m_options.reviewsUnconfined,
            .shelf = m_options.dataDirectory + u"/review"_s,
            .copyQueue = m_copyQueue};
}

std::function<std::unique_ptr<FrameSource>()> Workplace::frameSourceMaker() const
{
    return [settings = decoderSettings()] {
        return std::make_unique<DecoderClient>(settings);
    };
}

// All three open at the same time; the first of them that cannot, in the order they stand on each other, is told.
QFuture<Result<OpenedStore, WorkplaceFailure>> Workplace::open()
{
    const auto identity = m_identity.load();
    const auto vault = m_vault.opened();
    const auto store = m_store.opened();
    return QtFuture::whenAll(identity, vault, store).then([identity, vault, store](const auto &) -> OpenedWorkplace {
        const auto officer = identity.result();
        if (!officer) {
            return refusal(officer.error());
        }
        const auto folder = vault.result();
        if (!folder) {
            return refusal(folder.error());
        }
        const auto opened = store.result();
        if (!opened) {
            return refusal(opened.error());
        }
        return *opened;
    });
}

} // namespace Porchlight
