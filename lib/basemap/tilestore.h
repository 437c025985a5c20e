// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/labelpainter.h"
#include "basemap/mappacks.h"

#include <QObject>
#include <QThreadPool>

#include <optional>
#include <variant>

namespace Porchlight {

/// Paints tiles and labels on worker threads and keeps the pictures while there is room for them. Lives on one thread;
/// what is no longer wanted is not begun, and what is wanted first is painted first.
class TileStore : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype PaintedBytes = 128 * 1024 * 1024;

    /// `packs` must outlive the store and not change any more.
    explicit TileStore(MapPacks &packs, QObject *parent = nullptr);
    ~TileStore() override;

    [[nodiscard]] const MapPacks &packs() const { return m_packs; }

    struct Look
    {
        MapTheme theme = MapTheme::Day;
        double pixelRatio = 1;

        bool operator==(const Look &) const = default;
    };
    /// Another look throws away all pictures of the old one.
    void setLook(const Look &look);

    /// The finished picture of a tile; null where there is none yet.
    [[nodiscard]] QImage picture(TileId id) const;
    /// The tiles to paint, the most wanted first. Replaces what was wanted before.
    void setWanted(const QList<TileId> &tiles);
    /// Places and paints the labels of a view; only the last one asked for is answered.
    void placeLabels(const LabelView &view);

Q_SIGNALS:
    void painted(Porchlight::TileId id);
    void labelled(const Porchlight::LabelPicture &picture);

private:
    struct Next
    {
        TileId tile;
        Look look;
        int generation;
    };

    void startWorkers();
    void work();
    using Task = std::variant<std::monostate, Next, LabelView>;
    [[nodiscard]] Task takeTask();
    void paint(const Next &next);
    void label(const LabelView &view);
    void keep(const Next &next, const QImage &image);

    MapPacks &m_packs;
    QThreadPool m_pool;
    QCache<TileId, QImage> m_pictures{PaintedBytes};
    mutable QMutex m_mutex; ///< Guards what workers and owner share: all below.
    Look m_look;
    int m_generation = 0;
    QList<TileId> m_wanted;
    QSet<TileId> m_underWay;
    std::optional<LabelView> m_labels;
    int m_workers = 0;
    bool m_isEnding = false;
};

} // namespace Porchlight
