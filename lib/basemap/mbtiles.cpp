// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/mbtiles.h"

#include "basemap/inflate.h"
#include "basemap/mercator.h"

#include <QHash>
#include <QJsonDocument>
#include <QUrl>

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <span>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int StepsBetweenLooks = 1000;
constexpr auto LongestQuestion = 2s;
constexpr int MaximumWords = 1000;
constexpr int MaximumSql = 64 * 1024;

/// Until when the question of this thread may take; SQLite asks in between.
thread_local Clock::time_point deadline;

int mayNotGoOn(void *)
{
    return Clock::now() > deadline ? 1 : 0;
}

/// Reading rows, and nothing else: no function, no recursion, no pragma, no writing.
int allowReading(void *, int action, const char *, const char *, const char *, const char *)
{
    return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

QString wordsOf(sqlite3 *database)
{
    return QString::fromUtf8(sqlite3_errmsg(database));
}

std::unexpected<Failure<BasemapError>> failOf(sqlite3 *database)
{
    switch (sqlite3_errcode(database)) {
    case SQLITE_INTERRUPT:
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
        return fail(BasemapError::TooLarge, wordsOf(database));
    case SQLITE_NOTADB:
        return fail(BasemapError::NotAMapPack, wordsOf(database));
    case SQLITE_IOERR:
        return fail(BasemapError::Truncated, wordsOf(database));
    default:
        return fail(BasemapError::BadDirectory, wordsOf(database));
    }
}

struct Limit
{
    int what;
    int most;
};

void confine(sqlite3 *database)
{
    constexpr std::array Limits{
        Limit{SQLITE_LIMIT_LENGTH, static_cast<int>(TileArchive::MaximumPackedTile)},
        Limit{SQLITE_LIMIT_SQL_LENGTH, MaximumSql},
        Limit{SQLITE_LIMIT_COLUMN, 100},
        Limit{SQLITE_LIMIT_EXPR_DEPTH, 50},
        Limit{SQLITE_LIMIT_COMPOUND_SELECT, 8},
        Limit{SQLITE_LIMIT_VDBE_OP, 20'000},
        Limit{SQLITE_LIMIT_ATTACHED, 0},
        Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 1},
        Limit{SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (const Limit &limit : Limits) {
        sqlite3_limit(database, limit.what, limit.most);
    }
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_exec(database, "pragma mmap_size=0; pragma cell_size_check=on", nullptr, nullptr, nullptr);
    sqlite3_drop_modules(database, nullptr);
    sqlite3_set_authorizer(database, allowReading, nullptr);
    sqlite3_progress_handler(database, StepsBetweenLooks, mayNotGoOn, nullptr);
}

BasemapResult<MbtilesArchive::Query> prepare(sqlite3 *database, std::string_view sql)
{
    deadline = Clock::now() + LongestQuestion;
    sqlite3_stmt *query = nullptr;
    if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &query, nullptr) != SQLITE_OK) {
        return failOf(database);
    }
    return MbtilesArchive::Query(query);
}

QByteArray bytesAt(sqlite3_stmt *query, int column)
{
    const void *bytes = sqlite3_column_blob(query, column);
    return QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(query, column));
}

using Words = QHash<QByteArray, QByteArray>;

BasemapResult<Words> readWords(sqlite3 *database)
{
    const auto query = prepare(database, "select name, value from metadata limit 1000");
    if (!query) {
        return std::unexpected(query.error());
    }
    Words words;
    quint64 bytes = 0;
    int state = sqlite3_step(query->get());
    for (; state == SQLITE_ROW && words.size() < MaximumWords; state = sqlite3_step(query->get())) {
        const QByteArray value = bytesAt(query->get(), 1);
        bytes += static_cast<quint64>(value.size());
        if (bytes > TileArchive::MaximumMetadata) {
            return fail(BasemapError::TooLarge, u"metadata"_s);
        }
        words.insert(bytesAt(query->get(), 0), value);
    }
    if (state != SQLITE_DONE && state != SQLITE_ROW) {
        return failOf(database);
    }
    return words;
}

/// The first or last zoom, where the words do not say.
BasemapResult<int> zoomOf(sqlite3 *database, const Words &words, const QByteArray &name, std::string_view sql)
{
    if (const auto word = words.constFind(name); word != words.constEnd()) {
        bool isNumber = false;
        const int zoom = word->toInt(&isNumber);
        return isNumber ? zoom : BasemapResult<int>(fail(BasemapError::BadHeader, QString::fromLatin1(name)));
    }
    const auto query = prepare(database, sql);
    if (!query) {
        return std::unexpected(query.error());
    }
    if (sqlite3_step(query->get()) != SQLITE_ROW) {
        return fail(BasemapError::BadHeader, QString::fromLatin1(name));
    }
    return sqlite3_column_int(query->get(), 0);
}

/// "west,south,east,north" in degrees; the whole world where it is not said.
QRectF worldOf(const Words &words)
{
    const QList<QByteArray> parts = words.value("bounds", "-180,-90,180,90").split(',');
    std::array<double, 4> degrees{};
    if (parts.size() != static_cast<qsizetype>(degrees.size())) {
        return {};
    }
    for (std::size_t i = 0; i < degrees.size(); ++i) {
        bool isNumber = false;
        degrees[i] = parts[static_cast<qsizetype>(i)].trimmed().toDouble(&isNumber);
        if (!isNumber) {
            return {};
        }
    }
    return Mercator::worldBetween({.latitude = degrees[1], .longitude = degrees[0]},
                                  {.latitude = degrees[3], .longitude = degrees[2]});
}

BasemapResult<TileRange> rangeOf(sqlite3 *database, const Words &words)
{
    const QByteArray format = words.value("format", "pbf");
    if (format != "pbf") {
        return fail(BasemapError::UnsupportedTiles,
                    QString::fromUtf8(format.first(std::min<qsizetype>(format.size(), 40))));
    }
    const auto lowest = zoomOf(database, words, "minzoom", "select zoom_level from tiles order by zoom_level limit 1");
    const auto highest =
        zoomOf(database, words, "maxzoom", "select zoom_level from tiles order by zoom_level desc limit 1");
    if (!lowest || !highest) {
        return std::unexpected(lowest ? highest.error() : lowest.error());
    }
    const TileRange range{.minimumZoom = *lowest, .maximumZoom = *highest, .world = worldOf(words)};
    if (range.minimumZoom < 0 || range.maximumZoom > TileId::MaximumZoom || range.minimumZoom > range.maximumZoom ||
        !range.world.isValid()) {
        return fail(BasemapError::BadHeader, u"zooms or bounds"_s);
    }
    return range;
}

/// The words in the form that PMTiles has them: the object of "json", and the plain words beside it.
QJsonObject metadataOf(const Words &words)
{
    QJsonObject metadata = QJsonDocument::fromJson(words.value("json")).object();
    for (const char *name : {"name", "attribution"}) {
        if (const auto word = words.constFind(name); word != words.constEnd()) {
            metadata.insert(QLatin1StringView(name), QString::fromUtf8(*word));
        }
    }
    return metadata;
}

bool isPacked(QByteArrayView bytes)
{
    return bytes.startsWith("\x1f\x8b") || bytes.startsWith('\x78');
}

} // namespace

void MbtilesArchive::CloseDatabase::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

void MbtilesArchive::FinishQuery::operator()(sqlite3_stmt *query) const
{
    sqlite3_finalize(query);
}

MbtilesArchive::MbtilesArchive(const TileRange &range, Database database, Query query, QJsonObject metadata)
    : TileArchive(range)
    , m_database(std::move(database))
    , m_query(std::move(query))
    , m_metadata(std::move(metadata))
{}

MbtilesArchive::~MbtilesArchive() = default;

BasemapResult<std::unique_ptr<MbtilesArchive>> MbtilesArchive::openFile(const QString &path)
{
    const QByteArray address = QUrl::fromLocalFile(path).toEncoded() + "?immutable=1";
    sqlite3 *opened = nullptr;
    const int state = sqlite3_open_v2(address.constData(), &opened,
                                      SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(opened);
    if (state != SQLITE_OK) {
        return fail(BasemapError::CannotOpen, path);
    }
    confine(opened);
    const auto words = readWords(opened);
    if (!words) {
        return std::unexpected(words.error());
    }
    const auto range = rangeOf(opened, *words);
    if (!range) {
        return std::unexpected(range.error());
    }
    auto query = prepare(opened, "select tile_data from tiles "
                                 "where zoom_level = ?1 and tile_column = ?2 and tile_row = ?3 limit 1");
    if (!query) {
        return std::unexpected(query.error());
    }
    return std::unique_ptr<MbtilesArchive>(
        new MbtilesArchive(*range, std::move(database), std::move(*query), metadataOf(*words)));
}

BasemapResult<std::optional<QByteArray>> MbtilesArchive::tile(TileId id)
{
    if (!mayHold(id)) {
        return std::optional<QByteArray>();
    }
    auto packed = packedTile(id);
    if (!packed || !*packed || !isPacked(**packed)) {
        return packed;
    }
    auto plain = inflateBounded(**packed, MaximumTile);
    if (!plain) {
        return std::unexpected(plain.error());
    }
    return std::optional(std::move(*plain));
}

BasemapResult<std::optional<QByteArray>> MbtilesArchive::packedTile(TileId id)
{
    const QMutexLocker lock(&m_mutex);
    sqlite3_stmt *query = m_query.get();
    deadline = Clock::now() + LongestQuestion;
    sqlite3_bind_int(query, 1, id.zoom);
    sqlite3_bind_int(query, 2, id.x);
    // Rows are counted from the south.
    sqlite3_bind_int(query, 3, (1 << id.zoom) - 1 - id.y);
    BasemapResult<std::optional<QByteArray>> found = std::optional<QByteArray>();
    const int state = sqlite3_step(query);
    if (state == SQLITE_ROW && sqlite3_column_type(query, 0) == SQLITE_BLOB) {
        found = bytesAt(query, 0);
    } else if (state == SQLITE_ROW) {
        found = fail(BasemapError::BadTile, u"no bytes"_s);
    } else if (state != SQLITE_DONE) {
        found = failOf(m_database.get());
    }
    sqlite3_reset(query);
    return found;
}

BasemapResult<QJsonObject> MbtilesArchive::metadata()
{
    return m_metadata;
}

} // namespace Porchlight
