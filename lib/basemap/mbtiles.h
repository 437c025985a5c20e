// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// MBTiles 1.3: vector tiles in an SQLite database. The database comes from a stranger: it is opened read-only and
// immutable, never mapped into memory, with no virtual tables, no functions, no recursion, and each question may take
// so many steps and no more. It must never write.

#include "basemap/tilearchive.h"

#include <QMutex>

struct sqlite3;
struct sqlite3_stmt;

namespace Porchlight {

class MbtilesArchive final : public TileArchive
{
public:
    static constexpr QByteArrayView FirstBytes{"SQLite format 3", 16};

    [[nodiscard]] static BasemapResult<std::unique_ptr<MbtilesArchive>> openFile(const QString &path);
    ~MbtilesArchive() override;

    [[nodiscard]] BasemapResult<std::optional<QByteArray>> tile(TileId id) override;
    [[nodiscard]] BasemapResult<QJsonObject> metadata() override;

    struct CloseDatabase
    {
        void operator()(sqlite3 *database) const;
    };
    using Database = std::unique_ptr<sqlite3, CloseDatabase>;
    struct FinishQuery
    {
        void operator()(sqlite3_stmt *query) const;
    };
    using Query = std::unique_ptr<sqlite3_stmt, FinishQuery>;

private:
    MbtilesArchive(const TileRange &range, Database database, Query query, QJsonObject metadata);

    [[nodiscard]] BasemapResult<std::optional<QByteArray>> packedTile(TileId id);

    QMutex m_mutex; ///< Guards database and query.
    Database m_database;
    Query m_query;
    const QJsonObject m_metadata;
};

} // namespace Porchlight
