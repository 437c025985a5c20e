// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agencies/agencydirectory.h"
#include "agencies/jurisdictionindex.h"
#include "agencyclusters.h"
#include "areaeditor.h"
#include "geo/areafile.h"
#include "mapcamera.h"
#include "mapground.h"
#include "maprows.h"
#include "valuelistmodel.h"

#include <QDate>
#include <QGeoPolygon>
#include <QObject>
#include <QUrl>

#include <memory>

namespace Porchlight {

/// What the map page shows and does: the partner agencies as a list and as marks, one selection for both, the search,
/// the camera, and the area that is being drawn for a request.
class MapViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(Porchlight::MapCamera *camera READ camera CONSTANT FINAL)
    Q_PROPERTY(Porchlight::MapGround *ground READ ground CONSTANT FINAL)
    Q_PROPERTY(Porchlight::AreaEditor *editor READ editor CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel *agencies READ agencies CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel *marks READ marks CONSTANT FINAL)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY directoryChanged FINAL)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY directoryChanged FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY directoryChanged FINAL)
    Q_PROPERTY(QString searchText READ searchText WRITE setSearchText NOTIFY listChanged FINAL)
    Q_PROPERTY(QString searchNotice READ searchNotice NOTIFY listChanged FINAL)
    Q_PROPERTY(QList<Porchlight::FoundPlace> places READ places NOTIFY listChanged FINAL)
    Q_PROPERTY(bool inViewOnly READ inViewOnly WRITE setInViewOnly NOTIFY listChanged FINAL)
    Q_PROPERTY(bool withApprovalOnly READ withApprovalOnly WRITE setWithApprovalOnly NOTIFY listChanged FINAL)
    Q_PROPERTY(bool takingPartOnly READ takingPartOnly WRITE setTakingPartOnly NOTIFY listChanged FINAL)
    Q_PROPERTY(bool isOnePlace READ isOnePlace NOTIFY listChanged FINAL)
    Q_PROPERTY(QString inViewText READ inViewText NOTIFY listChanged FINAL)
    Q_PROPERTY(QString onePlaceText READ onePlaceText NOTIFY listChanged FINAL)
    Q_PROPERTY(int shownCount READ shownCount NOTIFY listChanged FINAL)
    Q_PROPERTY(int selectedRow READ selectedRow NOTIFY listChanged FINAL)
    Q_PROPERTY(bool hasSelected READ hasSelected NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QString selectedName READ selectedName NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QList<QGeoPolygon> selectedGround READ selectedGround NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QGeoCoordinate foundPosition READ foundPosition NOTIFY foundChanged FINAL)
    Q_PROPERTY(QString foundName READ foundName NOTIFY foundChanged FINAL)
    Q_PROPERTY(QString areaNotice READ areaNotice NOTIFY areaNoticeChanged FINAL)

public:
    /// `today` is the day the directory is shown as of.
    MapViewModel(const MapFolders &mapFolders, QDate today, const RequestPolicy &policy = {},
                 QObject *parent = nullptr);
    ~MapViewModel() override;

    /// The record of agencies changed, or was read for the first time.
    void setDirectory(AgencyDirectory directory);
    /// Imported grounds of agencies; they go before those of the directory.
    void setJurisdictions(std::vector<Jurisdiction> jurisdictions);
    /// The agency whose officer works here: selected at first, and areas should lie on its ground.
    void setOwnAgency(const QString &name);

    /// The street that the drawn area is around; empty where the map knows none.
    [[nodiscard]] QString areaStreet() const;

    [[nodiscard]] MapCamera *camera() { return &m_camera; }
    [[nodiscard]] MapGround *ground() { return &m_ground; }
    [[nodiscard]] AreaEditor *editor() { return &m_editor; }
    [[nodiscard]] QAbstractItemModel *agencies() { return &m_rows; }
    [[nodiscard]] QAbstractItemModel *marks() { return &m_marks; }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] bool isEmpty() const { return !m_isLoading && m_directory.agencies().empty(); }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString searchText() const { return m_searchText; }
    void setSearchText(const QString &text);
    [[nodiscard]] QString searchNotice() const { return m_searchNotice; }
    [[nodiscard]] QList<FoundPlace> places() const { return m_places; }
    [[nodiscard]] bool inViewOnly() const { return m_inViewOnly; }
    void setInViewOnly(bool only);
    [[nodiscard]] bool withApprovalOnly() const { return m_withApprovalOnly; }
    void setWithApprovalOnly(bool only);
    [[nodiscard]] bool takingPartOnly() const { return m_takingPartOnly; }
    void setTakingPartOnly(bool only);
    [[nodiscard]] bool isOnePlace() const { return !m_onePlace.empty(); }
    [[nodiscard]] QString inViewText() const;
    [[nodiscard]] QString onePlaceText() const;
    [[nodiscard]] int shownCount() const { return m_rows.rowCount(); }
    [[nodiscard]] int selectedRow() const;
    [[nodiscard]] bool hasSelected() const { return !m_selected.isNull(); }
    [[nodiscard]] QString selectedName() const;
    [[nodiscard]] QList<QGeoPolygon> selectedGround() const { return m_selectedGround; }
    [[nodiscard]] QGeoCoordinate foundPosition() const { return m_found.position; }
    [[nodiscard]] QString foundName() const { return m_found.name; }

    /// Why the area of a file was not taken; empty where it was.
    [[nodiscard]] QString areaNotice() const { return m_areaNotice; }

    /// Reads the area of a GeoJSON, KML, GPX or WKT file into the editor and shows it.
    Q_INVOKABLE void importArea(const QUrl &file);
    Q_INVOKABLE void closeAreaNotice();
    /// A circle of so many metres around the place that was searched for.
    Q_INVOKABLE void drawAroundFound(const QString &metres);
    /// With a drawing tool, sets a point in the middle of the map: what a click does, by keyboard.
    Q_INVOKABLE void setPointInMiddle();

    /// From the list: selects and brings into view.
    Q_INVOKABLE void chooseAgency(const QString &id);
    /// From the map: a single agency is selected; several are zoomed to, or listed where zooming cannot part them.
    Q_INVOKABLE void openMark(const QString &id, int count);
    Q_INVOKABLE void clearSelection();
    Q_INVOKABLE void leaveOnePlace();
    Q_INVOKABLE void goTo(const QGeoCoordinate &place, const QString &name);
    /// Enter in the search field: the first place, else the first agency.
    Q_INVOKABLE void goToFirst();
    Q_INVOKABLE void forgetFound();
    Q_INVOKABLE void showOwnGround();

    /// On the map, in pixels of it. A tap sets a point of the area, or lets go of the handle; a second one at the same
    /// spot finishes the area, or zooms in.
    Q_INVOKABLE void pointerMoved(QPointF pixel);
    Q_INVOKABLE void pointerLeft();
    Q_INVOKABLE void dragged(QPointF pixel, bool isActive);
    Q_INVOKABLE void tapped(QPointF pixel, int tapCount);
    /// An arrow key moves the selected handle, or the map.
    Q_INVOKABLE void arrowPressed(int right, int down, bool isLarge);
    Q_INVOKABLE void escapePressed();

Q_SIGNALS:
    void directoryChanged();
    void listChanged();
    void selectedChanged();
    void foundChanged();
    void areaNoticeChanged();

private:
    using AgencyRows = ValueListModel<AgencyRow>;
    using Marks = ValueListModel<MapMark>;

    void openFirst();
    void indexGrounds();
    void refreshSelectedGround();
    void takeArea(const QString &name, const Result<AreaReading, QString> &reading);
    void select(AgencyId id);
    void searchAgain();
    void updateList();
    void updatePlaces();
    void updateMarks();
    void updateOwnGround();
    [[nodiscard]] AgencyQuery query() const;
    [[nodiscard]] std::optional<MapMark> selectedMark() const;

    const QDate m_today;
    MapCamera m_camera;
    MapGround m_ground;
    AreaEditor m_editor;
    AgencyDirectory m_directory;
    std::vector<Jurisdiction> m_imported;
    JurisdictionIndex m_jurisdictions;
    AgencyClusters m_clusters;
    AgencyRows m_rows{"row"};
    Marks m_marks{"mark"};
    bool m_isLoading = true;
    bool m_isPlaced = false; ///< The camera has been put where the map opens.
    QString m_ownAgency;
    QString m_searchText;
    QString m_searchNotice;
    QList<FoundPlace> m_places;
    FoundPlace m_found;
    QString m_areaNotice;
    bool m_inViewOnly = true;
    bool m_withApprovalOnly = false;
    bool m_takingPartOnly = false;
    std::vector<AgencyId> m_onePlace;
    std::vector<std::size_t> m_matches; ///< Of text and filters, wherever they stand; places in the directory.
    int m_inView = 0;
    AgencyId m_selected;
    QList<QGeoPolygon> m_selectedGround;
    int m_generation = 0; ///< Of the directory, so that clusters of an old one are dropped.
};

} // namespace Porchlight
