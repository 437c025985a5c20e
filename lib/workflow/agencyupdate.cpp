// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/agencyupdate.h"

#include "core/digesttext.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// The sample directory, a resource of this program.
constexpr QLatin1StringView SampleFile(":/porchlight/directory/sample-agencies.csv");

Result<QByteArray, Failure<DirectoryError>> readBytes(const QString &file)
{
    constexpr qint64 LargestFile = 64 * 1024 * 1024;
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(DirectoryError::CannotRead, source.errorString());
    }
    if (source.size() > LargestFile) {
        return fail(DirectoryError::TooLarge, u"%1 MB"_s.arg(source.size() / 1024 / 1024));
    }
    const QByteArray bytes = source.readAll();
    if (source.error() != QFileDevice::NoError) {
        return fail(DirectoryError::CannotRead, source.errorString());
    }
    return bytes;
}

Result<DirectoryPreview, AgencyUpdateFailure> makePreview(const QString &file, ListMeaning meaning, QDate today,
                                                          const std::vector<Agency> &onRecord)
{
    const auto bytes = readBytes(file);
    if (!bytes) {
        return std::unexpected(AgencyUpdateFailure(bytes.error()));
    }
    auto reading = readDirectory(*bytes, today);
    if (!reading) {
        return std::unexpected(AgencyUpdateFailure(reading.error()));
    }
    AgencyDiff diff = compareAgencies(onRecord, reading->agencies, meaning);
    return DirectoryPreview{.sourceName = QFileInfo(file).fileName(),
                            .digest = sha256(*bytes),
                            .reading = std::move(*reading),
                            .meaning = meaning,
                            .diff = std::move(diff)};
}

QString formatWord(DirectoryFormat format)
{
    switch (format) {
    case DirectoryFormat::Csv:
        return u"csv"_s;
    case DirectoryFormat::GeoJson:
        return u"geojson"_s;
    case DirectoryFormat::Kml:
        return u"kml"_s;
    case DirectoryFormat::JsonByState:
    case DirectoryFormat::JsonList:
        return u"json"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

AgencyChanges changesOf(const DirectoryPreview &preview, const AgencyDiff &diff, UtcTime now)
{
    AgencyChanges changes{
        .added = diff.joined,
        .changed = {},
        .left = {},
        .leftOn = now.toDateTime().date(),
        .import = {.sourceName = preview.sourceName,
                   .digest = preview.digest,
                   .format = formatWord(preview.reading.format),
                   .acceptedRows = static_cast<int>(preview.reading.agencies.size()),
                   .refusedRows = static_cast<int>(preview.reading.refused.size()),
                   .importedAt = now},
    };
    for (const ChangedAgency &change : diff.changed) {
        changes.changed.push_back(change.after);
    }
    for (const Agency &agency : diff.left) {
        changes.left.push_back(agency.id);
    }
    return changes;
}

EventDraft importEvent(const DirectoryPreview &preview, const AgencyDiff &diff, const Officer &officer)
{
    return {
        .action = CustodyAction::DirectoryImported,
        .subject = CustodySubject::Directory,
        .digest = preview.digest,
        .officer = officer,
        .details = {{u"source"_s, preview.sourceName},
                    {u"format"_s, formatWord(preview.reading.format)},
                    {u"accepted"_s, static_cast<qint64>(preview.reading.agencies.size())},
                    {u"refused"_s, static_cast<qint64>(preview.reading.refused.size())},
                    {u"joined"_s, static_cast<qint64>(diff.joined.size())},
                    {u"changed"_s, static_cast<qint64>(diff.changed.size())},
                    {u"left"_s, static_cast<qint64>(diff.left.size())}},
    };
}

template <typename T>
AgencyUpdateFuture<T> answered(Result<T, AgencyUpdateFailure> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

} // namespace

AgencyUpdate::AgencyUpdate(Store &store, const LocalIdentity &identity, const Clock &clock)
    : m_store(store)
    , m_identity(identity)
    , m_clock(clock)
{}

AgencyUpdateFuture<DirectoryPreview> AgencyUpdate::preview(const QString &file, ListMeaning meaning)
{
    const QDate today = m_clock.now().toDateTime().date();
    return m_store.agencies().then(QtFuture::Launch::Async,
                                   [file, meaning, today](StoreResult<std::vector<Agency>> onRecord)
                                       -> Result<DirectoryPreview, AgencyUpdateFailure> {
                                       if (!onRecord) {
                                           return std::unexpected(AgencyUpdateFailure(onRecord.error()));
                                       }
                                       return makePreview(file, meaning, today, *onRecord);
                                   });
}

AgencyUpdateFuture<AgencyDiff> AgencyUpdate::apply(const DirectoryPreview &preview)
{
    using Compared = StoreResult<AgencyDiff>;
    return m_store.agencies()
        .then(QtFuture::Launch::Async,
              [preview](StoreResult<std::vector<Agency>> onRecord) -> Compared {
                  return onRecord.transform([&preview](const std::vector<Agency> &agencies) {
                      return compareAgencies(agencies, preview.reading.agencies, preview.meaning);
                  });
              })
        .then(this,
              [this, preview](const Compared &diff) -> AgencyUpdateFuture<AgencyDiff> {
                  if (!diff) {
                      return answered<AgencyDiff>(std::unexpected(AgencyUpdateFailure(diff.error())));
                  }
                  return m_store
                      .applyAgencyChanges(changesOf(preview, *diff, m_clock.now()),
                                          importEvent(preview, *diff, m_identity.officer()))
                      .then([diff = *diff](StoreResult<void> done) -> Result<AgencyDiff, AgencyUpdateFailure> {
                          if (!done) {
                              return std::unexpected(AgencyUpdateFailure(done.error()));
                          }
                          return diff;
                      });
              })
        .unwrap();
}

AgencyUpdateFuture<bool> AgencyUpdate::importSampleIfEmpty()
{
    using Imported = StoreResult<std::vector<DirectoryImport>>;
    return m_store.directoryImports()
        .then(this,
              [this](const Imported &imports) -> AgencyUpdateFuture<DirectoryPreview> {
                  if (!imports) {
                      return answered<DirectoryPreview>(std::unexpected(AgencyUpdateFailure(imports.error())));
                  }
                  if (!imports->empty()) {
                      return answered<DirectoryPreview>(DirectoryPreview());
                  }
                  return preview(SampleFile, ListMeaning::Additions);
              })
        .unwrap()
        .then(this,
              [this](const Result<DirectoryPreview, AgencyUpdateFailure> &sample) -> AgencyUpdateFuture<bool> {
                  if (!sample || sample->sourceName.isEmpty()) {
                      return answered<bool>(sample.transform([](const DirectoryPreview &) { return false; }));
                  }
                  return apply(*sample).then([](const Result<AgencyDiff, AgencyUpdateFailure> &diff) {
                      return diff.transform([](const AgencyDiff &) { return true; });
                  });
              })
        .unwrap();
}

} // namespace Porchlight
