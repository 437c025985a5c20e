// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/jurisdictionupdate.h"

#include "agencies/filetext.h"
#include "core/digesttext.h"
#include "workflow/directorywords.h"
#include "workflow/requestsentences.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sentences", text);
}

template <typename T>
Result<T, JurisdictionFailure> failed(JurisdictionFailure failure)
{
    return std::unexpected(std::move(failure));
}

Result<JurisdictionPreview, JurisdictionFailure> makePreview(const QString &file, const std::vector<Agency> &agencies)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return failed<JurisdictionPreview>(
            Failure<DirectoryError>{.code = DirectoryError::CannotRead, .detail = source.errorString()});
    }
    const QByteArray bytes = source.readAll();
    const auto text = readFileText(bytes);
    if (!text) {
        return failed<JurisdictionPreview>(text.error());
    }
    auto reading = readJurisdictions(text->utf8, agencies);
    if (!reading) {
        return failed<JurisdictionPreview>(reading.error());
    }
    return JurisdictionPreview{
        .sourceName = QFileInfo(file).fileName(), .digest = sha256(bytes), .reading = std::move(*reading)};
}

std::vector<Jurisdiction> jurisdictionsOf(const JurisdictionPreview &preview, UtcTime now)
{
    std::vector<Jurisdiction> jurisdictions;
    for (const ReadGround &ground : preview.reading.grounds) {
        jurisdictions.push_back({.agency = ground.agency,
                                 .name = ground.name,
                                 .geoJson = areaToGeoJson(ground.shape),
                                 .sourceName = preview.sourceName,
                                 .importedAt = now});
    }
    return jurisdictions;
}

QString reasonOf(const RefusedGround &ground)
{
    switch (ground.fault) {
    case GroundFault::NoPolygon:
        return tr("it has no polygon.");
    case GroundFault::BadGeometry:
        return tr("its geometry cannot be read: %1.").arg(ground.detail);
    case GroundFault::TooManyVertices:
        return tr("its outline has too many points (%1). Simplify it first.").arg(ground.detail);
    case GroundFault::Unsound:
        return sentenceFor(ground.finding.value_or(ShapeFinding()));
    case GroundFault::NoName:
        return tr("it names no agency, neither by ORI nor by name.");
    case GroundFault::NoSuchAgency:
        return tr("no agency of the directory is %1. Import the list of agencies first, or give the polygon the "
                  "agency’s ORI.")
            .arg(ground.detail);
    case GroundFault::SeveralAgencies:
        return tr("several agencies of the directory are called %1. Give the polygon the agency’s ORI.")
            .arg(ground.detail);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

JurisdictionUpdate::JurisdictionUpdate(Store &store, const LocalIdentity &identity, const Clock &clock)
    : m_store(store)
    , m_identity(identity)
    , m_clock(clock)
{}

JurisdictionFuture<JurisdictionPreview> JurisdictionUpdate::preview(const QString &file)
{
    return m_store.agencies().then(QtFuture::Launch::Async, [file](const StoreResult<std::vector<Agency>> &agencies) {
        return agencies ? makePreview(file, *agencies) : failed<JurisdictionPreview>(agencies.error());
    });
}

JurisdictionFuture<int> JurisdictionUpdate::apply(const JurisdictionPreview &preview)
{
    const EventDraft event{.action = CustodyAction::JurisdictionsImported,
                           .subject = CustodySubject::Directory,
                           .digest = preview.digest,
                           .officer = m_identity.officer(),
                           .details = {{u"source"_s, preview.sourceName},
                                       {u"accepted"_s, static_cast<qint64>(preview.reading.grounds.size())},
                                       {u"refused"_s, static_cast<qint64>(preview.reading.refused.size())}}};
    return QtConcurrent::run(&jurisdictionsOf, preview, m_clock.now())
        .then(this,
              [this, event](const std::vector<Jurisdiction> &jurisdictions) {
                  const auto count = static_cast<int>(jurisdictions.size());
                  return m_store.putJurisdictions(jurisdictions, event).then([count](const StoreResult<void> &done) {
                      return done ? Result<int, JurisdictionFailure>(count) : failed<int>(done.error());
                  });
              })
        .unwrap();
}

QString sentenceFor(const JurisdictionFailure &failure)
{
    return std::visit([](const auto &one) { return sentenceFor(one); }, failure);
}

QString sentenceFor(const RefusedGround &ground)
{
    const QString name = ground.name.isEmpty() ? QString() : u" (%1)"_s.arg(ground.name);
    return tr("polygon %1%2: %3").arg(ground.line).arg(name, reasonOf(ground));
}

QString toWord(GroundFault fault)
{
    switch (fault) {
    case GroundFault::NoPolygon:
        return u"no-polygon"_s;
    case GroundFault::BadGeometry:
        return u"bad-geometry"_s;
    case GroundFault::TooManyVertices:
        return u"too-many-vertices"_s;
    case GroundFault::Unsound:
        return u"unsound"_s;
    case GroundFault::NoName:
        return u"no-name"_s;
    case GroundFault::NoSuchAgency:
        return u"no-such-agency"_s;
    case GroundFault::SeveralAgencies:
        return u"several-agencies"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Porchlight
