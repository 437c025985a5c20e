// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/tilestore.h"
#include "core/geopoint.h"
#include "places/addressindex.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

namespace Porchlight {

/// Where map packs are: those that ship with the program, and the shelf of those that were installed (empty: none).
struct MapFolders
{
    // A folder of packs alone is enough.
    MapFolders(const QString &shippedPacks, const QString &installedPacks = {}) // NOLINT(google-explicit-constructor)
        : shipped(shippedPacks)
        , installed(installedPacks)
    {}

    QString shipped;
    QString installed;
};

/// The map packs of this machine with their addresses, opened in the background, and the store of their pictures.
/// Without a pack the map stays usable: areas can be drawn on an empty ground, and the notice says what is missing.
class MapGround : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the map's view-model")
    Q_PROPERTY(Porchlight::MapGround::State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString credits READ credits NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY stateChanged FINAL)

public:
    enum class State { Opening, Ready, Missing };
    Q_ENUM(State)

    /// Where the map opens at the first start.
    struct Start
    {
        GeoPoint centre;
        double zoom = 0;
    };

    /// Opens all packs. Beside one that ships with the program (NAME.pmtiles, NAME.mbtiles) may lie NAME.json, where
    /// the map opens, and NAME.addresses.json.
    explicit MapGround(const MapFolders &folders, QObject *parent = nullptr);

    /// Opens all packs anew, after some were installed or removed; until they are open the old ones are shown.
    void reopen();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString credits() const;
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] const std::optional<Start> &start() const { return m_start; }
    [[nodiscard]] const AddressIndex &addresses() const { return m_addresses; }
    /// Null until the packs are open.
    [[nodiscard]] TileStore *tiles() const { return m_tiles.get(); }
    /// Whether there are streets at a place of the unit square; true as long as that is not known.
    [[nodiscard]] bool hasStreetsAt(QPointF world) const { return !m_packs || m_packs->hasStreetsAt(world); }

Q_SIGNALS:
    void stateChanged();

private:
    struct Opened
    {
        std::unique_ptr<MapPacks> packs;
        QStringList sentences; ///< About packs that did not open.
        std::optional<Start> start;
        AddressIndex addresses;
    };

    [[nodiscard]] static Opened openFolders(const MapFolders &folders);
    static void readCompanions(const QString &stem, Opened &opened);

    void take(Opened opened);

    State m_state = State::Opening;
    MapFolders m_folders;
    int m_generation = 0; ///< Of the opening that counts.
    QString m_notice;
    std::optional<Start> m_start;
    AddressIndex m_addresses;
    std::unique_ptr<MapPacks> m_packs;
    std::unique_ptr<TileStore> m_tiles; ///< Behind the packs: its workers end before the packs go.
};

} // namespace Porchlight
