// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapground.h"

#include "workflow/sentences.h"

#include <QDir>
#include <QFile>
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

MapGround::MapGround(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
    QtConcurrent::run(&MapGround::openFolder, folder).then(this, [this](Opened opened) { take(std::move(opened)); });
}

MapGround::Opened MapGround::openFolder(const QString &folder)
{
    const QDir packs(folder);
    Opened opened{.packs = std::make_unique<MapPacks>(), .failures = {}, .start = {}, .addresses = {}};
    QStringList paths;
    for (const QString &name : packs.entryList({u"*.pmtiles"_s}, QDir::Files, QDir::Name)) {
        paths.append(packs.filePath(name));
        readCompanions(packs.filePath(name.chopped(QStringView(u".pmtiles").size())), opened);
    }
    opened.failures = opened.packs->open(paths);
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
    m_packs = std::move(opened.packs);
    m_start = opened.start;
    m_addresses = std::move(opened.addresses);
    m_state = m_packs->isEmpty() ? State::Missing : State::Ready;
    if (!m_packs->isEmpty()) {
        m_tiles = std::make_unique<TileStore>(*m_packs);
    }
    if (!opened.failures.empty()) {
        m_notice = sentenceFor(opened.failures.front());
    } else if (m_packs->isEmpty()) {
        m_notice =
            tr("There is no map pack in %1. Areas can still be drawn, and agencies are shown on an empty ground.")
                .arg(QDir::toNativeSeparators(m_folder));
    }
    Q_EMIT stateChanged();
}

} // namespace Porchlight
