// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/exportrows.h"

#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

ExportRecord readExport(Row &row)
{
    return {.id = row.id<ExportTag>(),
            .caseId = row.id<CaseTag>(),
            .packageName = row.text(),
            .path = row.text(),
            .digest = row.digest(),
            .clipCount = row.smallInteger(),
            .byteCount = row.integer(),
            .officer = row.officer(),
            .exportedAt = row.time()};
}

} // namespace

StoreResult<void> insertExport(Connection &connection, const ExportRecord &record)
{
    Statement statement(connection,
                        u"insert into export_package (id, case_id, package_name, path, digest, clip_count, "
                        "byte_count, officer_id, officer_name, officer_agency, officer_contact, exported_at) values "
                        "(:id, :case_id, :package_name, :path, :digest, :clip_count, :byte_count, :officer_id, "
                        ":officer_name, :officer_agency, :officer_contact, :exported_at)"_s);
    return statement.bind(u"id"_s, record.id)
        .bind(u"case_id"_s, record.caseId)
        .bind(u"package_name"_s, record.packageName)
        .bind(u"path"_s, record.path)
        .bind(u"digest"_s, record.digest)
        .bind(u"clip_count"_s, record.clipCount)
        .bind(u"byte_count"_s, record.byteCount)
        .bind(u"officer"_s, record.officer)
        .bind(u"exported_at"_s, record.exportedAt)
        .run();
}

StoreResult<std::vector<ExportRecord>> findExports(Connection &connection, const std::optional<CaseId> &caseId)
{
    const QString narrowing = caseId ? u"where case_id = :case_id "_s : QString();
    Statement statement(connection,
                        u"select id, case_id, package_name, path, digest, clip_count, byte_count, officer_id, "
                        "officer_name, officer_agency, officer_contact, exported_at from export_package %1"
                        "order by exported_at desc, id"_s.arg(narrowing));
    if (caseId) {
        statement.bind(u"case_id"_s, *caseId);
    }
    return statement.all(readExport);
}

StoreResult<void> putSetting(Connection &connection, const QString &key, const QString &value)
{
    return Statement(connection, u"insert into setting (name, content) values (:name, :content) "
                                 "on conflict (name) do update set content = excluded.content"_s)
        .bind(u"name"_s, key)
        .bind(u"content"_s, value)
        .run();
}

StoreResult<std::optional<QString>> findSetting(Connection &connection, const QString &key)
{
    return Statement(connection, u"select content from setting where name = :name"_s)
        .bind(u"name"_s, key)
        .first<QString>([](Row &row) { return row.text(); });
}

StoreResult<void> replaceFrameTable(Connection &connection, const Digest &clip, const QString &version,
                                    const QByteArray &bytes)
{
    return Statement(connection, u"insert into frame_table (clip_digest, version, content) values (:clip_digest, "
                                 ":version, :content) on conflict (clip_digest) do update "
                                 "set version = excluded.version, content = excluded.content"_s)
        .bind(u"clip_digest"_s, clip)
        .bind(u"version"_s, version)
        .bind(u"content"_s, bytes)
        .run();
}

StoreResult<std::optional<QByteArray>> findFrameTable(Connection &connection, const Digest &clip,
                                                      const QString &version)
{
    return Statement(connection, u"select content from frame_table where clip_digest = :clip_digest "
                                 "and version = :version"_s)
        .bind(u"clip_digest"_s, clip)
        .bind(u"version"_s, version)
        .first<QByteArray>([](Row &row) { return row.bytes(); });
}

} // namespace Porchlight
