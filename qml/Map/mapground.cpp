// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapground.h"

#include "basemap/packshelf.h"
#include "workflow/sentences.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qint64 MostBytes = 256 * 1024 * 1024;
constexpr double NoPlace = 999;
constexpr double UsualZoom = 14;

} // namespace

MapGround::MapGround(const MapFolders &folders, QObject *parent)
    : QObject(parent)
    , m_folders(folders)
{
    reopen();
}

void MapGround::reopen()
{
    const int generation = ++m_generation;
    QtConcurrent::run(&MapGround::openFolders, m_folders).then(this, [this, generation](Opened opened) {
        if (generation == m_generation) {
            take(std::move(opened));
        }
    });
}

MapGround::Opened MapGround::openFolders(const MapFolders &folders)
{
    const QDir shipped(folders.shipped);
    Opened opened{.packs = std::make_unique<MapPacks>(), .sentences = {}, .start = {}, .addresses = {}};
    const auto shelved = folders.installed.isEmpty() ? std::vector<ShelvedPack>() : PackShelf(folders.installed).list();
    for (const ShelvedPack &each : shelved) {
        if (!each.pack) {
            opened.sentences.append(sentenceFor(each.pack.error()));
        } else if (const auto failure = opened.packs->add(*each.pack)) {
            opened.sentences.append(sentenceFor(*failure));
        }
    }
    for (const QFileInfo &file : shipped.entryInfoList({u"*.pmtiles"_s, u"*.mbtiles"_s}, QDir::Files, QDir::Name)) {
        const auto isOpen = opened.packs->openUnlessCovered(file.filePath());
        if (!isOpen) {
            opened.sentences.append(sentenceFor(isOpen.error()));
        }
        if (isOpen.value_or(true)) {
            readCompanions(shipped.filePath(file.completeBaseName()), opened);
        }
    }
    return opened;
}

void MapGround::readCompanions(const QString &stem, Opened &opened)
{
    QFile description(stem + ".json"_L1);
    if (description.open(QIODevice::ReadOnly)) {
        const QJsonObject object = QJsonDocument::fromJson(description.read(MostBytes)).object();
        const QJsonObject centre = object.value("centre"_L1).toObject();
        const GeoPoint place{.latitude = centre.value("latitude"_L1).toDouble(NoPlace),
                             .longitude = centre.value("longitude"_L1).toDouble(NoPlace)};
        if (place.isValid()) {
            opened.start = Start{.centre = place, .zoom = object.value("zoom"_L1).toDouble(UsualZoom)};
        }
    }
    QFile addresses(stem + ".addresses.json"_L1);
    if (addresses.open(QIODevice::ReadOnly)) {
        opened.addresses = AddressIndex::fromJson(addresses.read(MostBytes)).value_or(AddressIndex());
    }
}

QString MapGround::credits() const
{
    return m_packs ? m_packs->credits() : QString();
}

void MapGround::take(Opened opened)
{
    // The old ones go when nobody looks at them any more, the store and its workers first.
    const std::unique_ptr<MapPacks> oldPacks = std::exchange(m_packs, std::move(opened.packs));
    const std::unique_ptr<TileStore> oldTiles =
        std::exchange(m_tiles, m_packs->isEmpty() ? nullptr : std::make_unique<TileStore>(*m_packs));
    m_start = opened.start;
    m_addresses = std::move(opened.addresses);
    m_state = m_packs->isEmpty() ? State::Missing : State::Ready;
    m_notice = opened.sentences.value(0);
    if (m_notice.isEmpty() && m_packs->isEmpty()) {
        m_notice =
            tr("There is no map pack in %1. Areas can still be drawn, and agencies are shown on an empty ground.")
                .arg(QDir::toNativeSeparators(m_folders.shipped));
    }
    Q_EMIT stateChanged();
}

} // namespace Porchlight
