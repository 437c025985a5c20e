// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapviewmodel.h"

#include "basemap/mercator.h"
#include "geo/geolimits.h"
#include "geo/measures.h"
#include "geoshapes.h"
#include "workflow/requestsentences.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::size_t MostPlaces = 5;
constexpr std::size_t MostMarks = 300;
constexpr double StreetZoom = 16.5;
constexpr double TownZoom = 13;
/// A cluster that is smaller than this at the highest zoom is one place.
constexpr double OnePlaceWorld = 1e-7;
constexpr double NearbyMetres = 400;
constexpr double Pan = 80;
constexpr double LargePan = 400;
constexpr double LargeNudge = 10;
/// How far a line drawn by hand may be from its outline.
constexpr double TracePixels = 3;

QString counted(qsizetype count)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(count);
}

AgencyClusters clustersOf(const std::vector<Agency> &agencies)
{
    std::vector<AgencyClusters::Point> points;
    for (const Agency &agency : agencies) {
        if (agency.position) {
            points.push_back({.id = agency.id, .world = Mercator::toWorld(*agency.position)});
        }
    }
    return AgencyClusters(std::move(points));
}

/// The area of a file, or the sentence why there is none.
Result<AreaReading, QString> readAreaAt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(MapViewModel::tr("It could not be read: %1.").arg(file.errorString()));
    }
    using Reading = Result<AreaReading, Failure<GeoFormatError>>;
    const Reading reading =
        file.size() > LargestAreaFile
            ? Reading(fail(GeoFormatError::TooLarge, QStringLiteral("%1 MB").arg(file.size() >> 20)))
            : readAreaFile(file.readAll());
    if (!reading) {
        return std::unexpected(sentenceFor(reading.error()));
    }
    return *reading;
}

QString noteOf(const Place &place)
{
    switch (place.exactness) {
    case Place::Exactness::House:
        return MapViewModel::tr("Address");
    case Place::Exactness::NearHouse:
        return MapViewModel::tr("Nearest number on that side of the street");
    case Place::Exactness::Street:
        return MapViewModel::tr("Street");
    case Place::Exactness::Position:
        return MapViewModel::tr("Coordinates");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

MapViewModel::MapViewModel(const MapFolders &mapFolders, QDate today, const RequestPolicy &policy, QObject *parent)
    : QObject(parent)
    , m_today(today)
    , m_ground(mapFolders)
    , m_editor(policy)
{
    connect(&m_ground, &MapGround::stateChanged, this, &MapViewModel::openFirst);
    connect(&m_camera, &MapCamera::moved, this, [this] {
        m_editor.setToleranceMetres(TracePixels * m_camera.metresPerPixel());
        updateMarks();
        updateList();
    });
}

MapViewModel::~MapViewModel() = default;

void MapViewModel::setDirectory(AgencyDirectory directory)
{
    m_directory = std::move(directory);
    m_jurisdictions = JurisdictionIndex(m_directory.agencies());
    m_matches = m_directory.search(query());
    m_isLoading = false;
    const int generation = ++m_generation;
    QtConcurrent::run(&clustersOf, m_directory.agencies()).then(this, [this, generation](AgencyClusters clusters) {
        if (generation == m_generation) {
            m_clusters = std::move(clusters);
            updateMarks();
        }
    });
    if (!m_directory.find(m_selected)) {
        select({});
    }
    updateOwnGround();
    searchAgain();
    Q_EMIT directoryChanged();
    indexGrounds();
}

void MapViewModel::setJurisdictions(std::vector<Jurisdiction> jurisdictions)
{
    m_imported = std::move(jurisdictions);
    indexGrounds();
}

/// Grounds may have hundreds of thousands of vertices: they are read on another thread.
void MapViewModel::indexGrounds()
{
    if (m_imported.empty()) {
        return;
    }
    const int generation = m_generation;
    QtConcurrent::run([agencies = m_directory.agencies(), imported = m_imported] {
        return JurisdictionIndex(agencies, imported);
    }).then(this, [this, generation](JurisdictionIndex index) {
        if (generation == m_generation) {
            m_jurisdictions = std::move(index);
            updateOwnGround();
            refreshSelectedGround();
        }
    });
}

void MapViewModel::setOwnAgency(const QString &name)
{
    m_ownAgency = name;
    updateOwnGround();
}

void MapViewModel::updateOwnGround()
{
    const Agency *own = m_directory.findByName(m_ownAgency);
    const JurisdictionIndex::Ground *ground = own ? m_jurisdictions.of(own->id) : nullptr;
    m_editor.setJurisdiction(m_ownAgency, ground ? ground->shape : MultiPolygon());
    if (own && m_selected.isNull()) {
        select(own->id);
    }
}

void MapViewModel::openFirst()
{
    if (m_isPlaced || !m_ground.start()) {
        return;
    }
    m_isPlaced = true;
    m_camera.show(toCoordinate(m_ground.start()->centre), m_ground.start()->zoom);
}

QString MapViewModel::countText() const
{
    const auto taking = std::ranges::count_if(m_directory.agencies(), [this](const Agency &agency) {
        return !agency.until.isValid() || agency.until >= m_today;
    });
    const QString agencies = taking == 1 ? tr("1 agency") : tr("%1 agencies").arg(counted(taking));
    return tr("%1 · as of %2")
        .arg(agencies, QLocale(QLocale::English, QLocale::UnitedStates).toString(m_today, u"d MMM yyyy"_s));
}

QString MapViewModel::areaStreet() const
{
    return m_editor.area() ? m_ground.addresses().nearestStreet(m_editor.area()->centre, NearbyMetres) : QString();
}

void MapViewModel::setSearchText(const QString &text)
{
    if (text == m_searchText) {
        return;
    }
    m_searchText = text;
    m_onePlace.clear();
    updatePlaces();
    searchAgain();
}

void MapViewModel::setInViewOnly(bool only)
{
    m_inViewOnly = only;
    searchAgain();
}

void MapViewModel::setWithApprovalOnly(bool only)
{
    m_withApprovalOnly = only;
    searchAgain();
}

void MapViewModel::setTakingPartOnly(bool only)
{
    m_takingPartOnly = only;
    searchAgain();
}

QString MapViewModel::inViewText() const
{
    return tr("In view %1").arg(counted(m_inView));
}

QString MapViewModel::onePlaceText() const
{
    return tr("%1 at one place").arg(counted(static_cast<qsizetype>(m_onePlace.size())));
}

void MapViewModel::updatePlaces()
{
    m_places.clear();
    m_searchNotice.clear();
    if (const auto position = parsePosition(m_searchText)) {
        m_places.append({.name = tr("%1, %2").arg(position->latitude, 0, 'f', 5).arg(position->longitude, 0, 'f', 5),
                         .note = noteOf({.name = {}, .exactness = Place::Exactness::Position, .position = *position}),
                         .position = toCoordinate(*position)});
        return;
    }
    if (looksLikePosition(m_searchText)) {
        m_searchNotice = tr("Coordinates are understood as 40.2839, −76.8338, as 40.2839 N 76.8338 W "
                            "or as 40°17′02″N 76°50′02″W.");
        return;
    }
    for (const Place &place : m_ground.addresses().search(m_searchText, MostPlaces)) {
        m_places.append({.name = place.name, .note = noteOf(place), .position = toCoordinate(place.position)});
    }
}

AgencyQuery MapViewModel::query() const
{
    AgencyQuery query{.text = m_searchText, .bounds = {}, .state = {}, .asOf = {}};
    query.withApprovalOnly = m_withApprovalOnly;
    if (m_takingPartOnly) {
        query.asOf = m_today;
    }
    return query;
}

void MapViewModel::searchAgain()
{
    m_matches = m_directory.search(query());
    updateList();
}

void MapViewModel::updateList()
{
    const std::vector<Agency> &agencies = m_directory.agencies();
    const QRectF view = QRectF(QPointF(), m_camera.size());
    const auto isInView = [&](std::size_t i) {
        return agencies[i].position && view.contains(m_camera.toPixel(*agencies[i].position));
    };
    const bool isNarrowed = m_inViewOnly && m_searchText.isEmpty() && m_onePlace.empty();
    std::vector<AgencyRow> rows;
    m_inView = 0;
    for (const std::size_t i : m_matches) {
        const bool inView = isInView(i);
        m_inView += inView ? 1 : 0;
        const bool isShown =
            m_onePlace.empty() ? inView || !isNarrowed : std::ranges::contains(m_onePlace, agencies[i].id);
        if (isShown) {
            rows.push_back(AgencyRow::of(agencies[i], agencies[i].id == m_selected));
        }
    }
    if (isNarrowed) {
        std::ranges::stable_partition(rows, &AgencyRow::isSelected);
    }
    m_rows.setRows(std::move(rows), [](const AgencyRow &a, const AgencyRow &b) { return a.agency.id == b.agency.id; });
    Q_EMIT listChanged();
}

int MapViewModel::selectedRow() const
{
    const auto at = std::ranges::find_if(m_rows.rows(), &AgencyRow::isSelected);
    return at == m_rows.rows().end() ? -1 : static_cast<int>(at - m_rows.rows().begin());
}

std::optional<MapMark> MapViewModel::selectedMark() const
{
    const Agency *agency = m_directory.find(m_selected);
    if (!agency || !agency->position) {
        return std::nullopt;
    }
    return MapMark{.id = agency->id,
                   .position = toCoordinate(*agency->position),
                   .count = 1,
                   .words = agency->name,
                   .isSelected = true};
}

void MapViewModel::updateMarks()
{
    std::vector<MapMark> marks;
    for (const AgencyClusters::Cluster &cluster :
         m_clusters.inView(m_camera.worldInView(), m_camera.zoomLevel(), m_selected)) {
        const Agency *agency = m_directory.find(cluster.first);
        if (!agency || marks.size() >= MostMarks) {
            continue;
        }
        marks.push_back({.id = cluster.first,
                         .position = toCoordinate(Mercator::fromWorld(cluster.world)),
                         .count = cluster.count,
                         .words = cluster.isSingle() ? agency->name : tr("%1 agencies").arg(counted(cluster.count)),
                         .isSelected = false});
    }
    if (const auto selected = selectedMark()) {
        marks.push_back(*selected);
    }
    m_marks.setRows(std::move(marks),
                    [](const MapMark &a, const MapMark &b) { return a.id == b.id && a.isSelected == b.isSelected; });
}

QString MapViewModel::selectedName() const
{
    const Agency *agency = m_directory.find(m_selected);
    return agency ? agency->name : QString();
}

void MapViewModel::select(AgencyId id)
{
    if (id == m_selected) {
        return;
    }
    m_selected = id;
    updateMarks();
    updateList();
    refreshSelectedGround();
}

void MapViewModel::refreshSelectedGround()
{
    const JurisdictionIndex::Ground *ground = m_jurisdictions.of(m_selected);
    m_selectedGround = ground ? toGeoPolygons(ground->shape) : QList<QGeoPolygon>();
    Q_EMIT selectedChanged();
}

void MapViewModel::chooseAgency(const QString &id)
{
    const Agency *agency = m_directory.find(AgencyId::fromString(id).value_or(AgencyId()));
    if (!agency) {
        return;
    }
    select(agency->id);
    if (agency->position) {
        m_camera.reveal(*agency->position);
    }
}

void MapViewModel::openMark(const QString &id, int count)
{
    const AgencyId first = AgencyId::fromString(id).value_or(AgencyId());
    if (count == 1) {
        select(first);
        return;
    }
    const QRectF extent = m_clusters.extentOf(first, m_camera.zoomLevel());
    if (std::max(extent.width(), extent.height()) < OnePlaceWorld) {
        m_onePlace = m_clusters.agenciesOf(first, m_camera.zoomLevel());
        updateList();
        return;
    }
    const double before = m_camera.zoomLevel();
    m_camera.fit(extent);
    if (m_camera.zoomLevel() < before + 1) {
        m_camera.show(toCoordinate(Mercator::fromWorld(extent.center())), before + 1);
    }
}

void MapViewModel::clearSelection()
{
    select({});
}

void MapViewModel::leaveOnePlace()
{
    m_onePlace.clear();
    updateList();
}

void MapViewModel::goTo(const QGeoCoordinate &place, const QString &name)
{
    m_found = {.name = name, .note = {}, .position = place};
    m_camera.show(place, std::max(m_camera.zoomLevel(), StreetZoom));
    Q_EMIT foundChanged();
}

void MapViewModel::goToFirst()
{
    if (!m_places.isEmpty()) {
        goTo(m_places.constFirst().position, m_places.constFirst().name);
        return;
    }
    if (m_rows.rowCount() > 0) {
        const AgencyRow row = m_rows.rows().front();
        chooseAgency(row.id());
        if (row.agency.position) {
            m_camera.show(toCoordinate(*row.agency.position), std::max(m_camera.zoomLevel(), TownZoom));
        }
    }
}

void MapViewModel::forgetFound()
{
    m_found = {};
    Q_EMIT foundChanged();
}

void MapViewModel::showOwnGround()
{
    if (m_ground.start()) {
        m_camera.show(toCoordinate(m_ground.start()->centre), m_ground.start()->zoom);
    }
}

void MapViewModel::importArea(const QUrl &file)
{
    const QString path = file.toLocalFile();
    QtConcurrent::run(&readAreaAt, path).then(this, [this, path](const Result<AreaReading, QString> &reading) {
        takeArea(QFileInfo(path).fileName(), reading);
    });
}

void MapViewModel::takeArea(const QString &name, const Result<AreaReading, QString> &reading)
{
    m_areaNotice.clear();
    if (!reading) {
        m_areaNotice = tr("%1 was not taken. %2").arg(name, reading.error());
    } else if (!m_editor.takeFigure(reading->figure)) {
        m_areaNotice = tr("%1 was not taken. %2").arg(name, m_editor.faultText());
        if (m_editor.faultPlace().isValid()) {
            m_camera.show(m_editor.faultPlace(), std::max(m_camera.zoomLevel(), StreetZoom));
        }
    } else if (const auto bounds = boundsOf(m_editor.shape().shape())) {
        const QPointF northWest = Mercator::toWorld({.latitude = bounds->north, .longitude = bounds->west});
        const QPointF southEast = Mercator::toWorld({.latitude = bounds->south, .longitude = bounds->east});
        m_camera.fit(QRectF(northWest, southEast));
    }
    Q_EMIT areaNoticeChanged();
}

void MapViewModel::closeAreaNotice()
{
    m_areaNotice.clear();
    Q_EMIT areaNoticeChanged();
}

void MapViewModel::drawAroundFound(const QString &metres)
{
    bool isNumber = false;
    const double radius = QLocale(QLocale::English, QLocale::UnitedStates).toDouble(metres.trimmed(), &isNumber);
    m_editor.drawAround(m_found.position, isNumber ? radius : 0);
}

void MapViewModel::setPointInMiddle()
{
    if (m_editor.tool() != AreaEditor::Tool::Select) {
        m_editor.addPoint(m_camera.center());
    }
}

void MapViewModel::pointerMoved(QPointF pixel)
{
    m_camera.pointAt(pixel);
    m_editor.preview(m_camera.placeAt(pixel));
}

void MapViewModel::pointerLeft()
{
    m_camera.pointAway();
}

void MapViewModel::dragged(QPointF pixel, bool isActive)
{
    if (isActive) {
        pointerMoved(pixel);
    }
}

void MapViewModel::tapped(QPointF pixel, int tapCount)
{
    const bool isDraw = m_editor.tool() != AreaEditor::Tool::Select;
    if (tapCount == 2 && isDraw && m_editor.isDrawing()) {
        m_editor.finish();
        return;
    }
    if (tapCount == 2 && !isDraw) {
        m_camera.zoomBy(1, pixel);
        return;
    }
    m_editor.addPoint(m_camera.placeAt(pixel));
}

void MapViewModel::arrowPressed(int right, int down, bool isLarge)
{
    if (m_editor.hasSelectedHandle()) {
        const double metres = m_camera.metresPerPixel() * (isLarge ? LargeNudge : 1);
        m_editor.nudge(right * metres, -down * metres);
        return;
    }
    const double pixels = isLarge ? LargePan : Pan;
    m_camera.panBy(right * pixels, down * pixels);
}

void MapViewModel::escapePressed()
{
    if (m_editor.tool() != AreaEditor::Tool::Select || m_editor.hasSelectedHandle()) {
        m_editor.cancel();
        return;
    }
    forgetFound();
}

} // namespace Porchlight
