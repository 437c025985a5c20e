// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packlistmodel.h"

#include "workflow/packwords.h"
#include "workflow/sentences.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

PackEntry entryOf(const ShelvedPack &shelved)
{
    const QString folder = QFileInfo(shelved.folder).fileName();
    if (!shelved.pack) {
        return {.id = folder, .name = folder, .facts = {}, .credits = {}, .fault = sentenceFor(shelved.pack.error())};
    }
    const PackManifest &manifest = shelved.pack->manifest;
    return {.id = manifest.id,
            .name = manifest.name,
            .facts = QStringList{boundsWords(manifest), sizeWords(manifest.size()), buildWords(manifest),
                                 signerWords(*shelved.pack)}
                         .join(u" · "_s),
            .credits = manifest.credits,
            .fault = {}};
}

} // namespace

PackListModel::PackListModel(MapShelf &shelf, QObject *parent)
    : QAbstractListModel(parent)
    , m_shelf(shelf)
{
    connect(&m_shelf, &MapShelf::changed, this, &PackListModel::read);
    connect(&m_shelf, &MapShelf::progressed, this, [this](double share) {
        m_share = share;
        Q_EMIT stateChanged();
    });
    read();
}

int PackListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PackListModel::data(const QModelIndex &index, int role) const
{
    if (role != EntryRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_entries.at(static_cast<std::size_t>(index.row())));
}

QHash<int, QByteArray> PackListModel::roleNames() const
{
    return {{EntryRole, "entry"_ba}};
}

void PackListModel::install(const QUrl &folder)
{
    if (!begin(tr("Installing a map pack"))) {
        return;
    }
    m_shelf.install(folder.toLocalFile()).then(this, [this](const PackResult<MapPack> &pack) {
        if (!pack) {
            end(sentenceFor(pack.error()), true);
            return;
        }
        end(tr("%1 is installed. The map shows it now.").arg(pack->manifest.name), false);
    });
}

void PackListModel::check(const QString &id)
{
    const QString name = nameOf(id);
    if (!begin(tr("Checking %1").arg(name))) {
        return;
    }
    m_shelf.check(id).then(this, [this, id, name](const PackResult<void> &whole) {
        mark(id, whole.has_value(), whole ? QString() : sentenceFor(whole.error()));
        end(whole ? tr("%1 is whole: every byte is as it was made.").arg(name) : sentenceFor(whole.error()), !whole);
    });
}

void PackListModel::remove(const QString &id)
{
    const QString name = nameOf(id);
    if (!begin(tr("Removing %1").arg(name))) {
        return;
    }
    m_shelf.remove(id).then(this, [this, name](const PackResult<void> &removed) {
        end(removed ? tr("%1 was removed. Its place is shown on the map of the world.").arg(name)
                    : sentenceFor(removed.error()),
            !removed);
    });
}

void PackListModel::read()
{
    m_shelf.list().then(this, [this](const std::vector<ShelvedPack> &packs) { show(packs); });
}

/// Row by row, so that the focus stays where it is.
void PackListModel::show(const std::vector<ShelvedPack> &packs)
{
    std::vector<PackEntry> now;
    std::ranges::transform(packs, std::back_inserter(now), &entryOf);
    for (int row = count() - 1; row >= 0; --row) {
        if (!std::ranges::contains(now, m_entries[static_cast<std::size_t>(row)].id, &PackEntry::id)) {
            beginRemoveRows({}, row, row);
            m_entries.erase(m_entries.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < static_cast<int>(now.size()); ++row) {
        const auto at = m_entries.begin() + row;
        PackEntry &entry = now[static_cast<std::size_t>(row)];
        if (at != m_entries.end() && at->id == entry.id) {
            entry.isWhole = at->isWhole && at->facts == entry.facts;
            *at = std::move(entry);
            Q_EMIT dataChanged(index(row), index(row));
        } else {
            beginInsertRows({}, row, row);
            m_entries.insert(at, std::move(entry));
            endInsertRows();
        }
    }
    Q_EMIT stateChanged();
}

bool PackListModel::begin(const QString &work)
{
    if (isBusy()) {
        return false;
    }
    m_work = work;
    m_share = 0;
    Q_EMIT stateChanged();
    return true;
}

void PackListModel::end(const QString &sentence, bool isProblem)
{
    m_work.clear();
    Q_EMIT stateChanged();
    Q_EMIT noticeRaised(sentence, isProblem);
}

void PackListModel::mark(const QString &id, bool isWhole, const QString &fault)
{
    const auto found = std::ranges::find(m_entries, id, &PackEntry::id);
    if (found != m_entries.end()) {
        found->isWhole = isWhole;
        found->fault = fault;
        const QModelIndex place = index(static_cast<int>(found - m_entries.begin()));
        Q_EMIT dataChanged(place, place);
    }
}

QString PackListModel::nameOf(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, &PackEntry::id);
    return found == m_entries.end() ? id : found->name;
}

} // namespace Porchlight
