// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agencies/agencydirectory.h"
#include "mapviewmodel.h"

#include <QDir>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

namespace Porchlight::Testing {

inline Agency agencyNamed(const QString &name, std::optional<GeoPoint> position)
{
    Agency agency;
    agency.id = AgencyId::create();
    agency.name = name;
    agency.kind = AgencyKind::Police;
    agency.county = QStringLiteral("Marlow County");
    agency.position = position;
    agency.since = QDate(2019, 8, 30);
    agency.requestCount = 4;
    agency.approval = QStringLiteral("Approval on file");
    return agency;
}

/// Larkfield and its neighbours; no record of theirs is real.
inline std::vector<Agency> neighbours()
{
    Agency larkfield = agencyNamed(QStringLiteral("Larkfield Police Department"), GeoPoint{40.28426, -76.83156});
    larkfield.since = QDate(2019, 3, 12);
    larkfield.requestCount = 12;
    larkfield.approval = QStringLiteral("Council approval 2019-02");
    larkfield.jurisdiction = R"({"type":"Polygon","coordinates":[[[-76.863946,40.268449],[-76.856174,40.265215],
        [-76.840865,40.265844],[-76.823202,40.266922],[-76.810013,40.268629],[-76.808482,40.281205],
        [-76.810131,40.291985],[-76.809071,40.301417],[-76.826735,40.302405],[-76.844398,40.301237],
        [-76.862297,40.300788],[-76.863239,40.289290],[-76.863946,40.268449]]]})";
    Agency marlow = agencyNamed(QStringLiteral("Marlow County Sheriff"), GeoPoint{40.28453, -76.83109});
    marlow.approval.clear();
    Agency campus = agencyNamed(QStringLiteral("State Campus Police"), GeoPoint{40.30591, -76.84205});
    campus.until = QDate(2024, 1, 31);
    return {larkfield,
            marlow,
            campus,
            agencyNamed(QStringLiteral("Ashby Township Police"), GeoPoint{40.30815, -76.78729}),
            agencyNamed(QStringLiteral("Lower Ashby Township Police"), GeoPoint{40.2565, -76.7837}),
            agencyNamed(QStringLiteral("Penrose Borough Police"), GeoPoint{40.30636, -76.88916}),
            agencyNamed(QStringLiteral("Nowhere Police"), std::nullopt)};
}

/// The map page in a window of its own, on a view-model without store or exchange.
class MapWindow
{
public:
    explicit MapWindow(const QSize &size, bool isNight = false,
                       const QString &maps = qEnvironmentVariable("PORCHLIGHT_MAPS"))
        : viewModel(maps, QDate(2026, 11, 24))
    {
        // Panels remember their sizes; in tests they begin anew.
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("Porchlight tests"));
        QCoreApplication::setApplicationName(QStringLiteral("map"));
        QSettings().clear();
        viewModel.setDirectory(AgencyDirectory(neighbours()));
        viewModel.setOwnAgency(QStringLiteral("Larkfield Police Department"));
        view.setResizeMode(QQuickView::SizeRootObjectToView);
        view.setInitialProperties({{QStringLiteral("viewModel"), QVariant::fromValue(&viewModel)}});
        view.loadFromModule(QStringLiteral("Porchlight.Map"), QStringLiteral("MapPage"));
        if (auto *theme = view.engine()->singletonInstance<QObject *>(QStringLiteral("Porchlight.Theme"),
                                                                      QStringLiteral("Theme"))) {
            theme->setProperty("dark", isNight);
        }
        view.resize(size);
        view.show();
    }

    [[nodiscard]] bool isShown()
    {
        view.requestActivate();
        return view.status() == QQuickView::Ready && QTest::qWaitForWindowExposed(&view) &&
               QTest::qWaitForWindowActive(&view);
    }

    template <typename Item = QQuickItem>
    [[nodiscard]] Item *find(const QString &name)
    {
        return findIn<Item>(view.rootObject(), name);
    }

    [[nodiscard]] QPoint middleOf(const QString &name)
    {
        auto *item = find(name);
        return item ? item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint() : QPoint(-1, -1);
    }

    void click(const QString &name) { QTest::mouseClick(&view, Qt::LeftButton, {}, middleOf(name)); }

    /// A spot of the map in pixels of the window, right and down from its middle.
    [[nodiscard]] QPoint onMap(int right, int down)
    {
        return middleOf(QStringLiteral("mapCanvas")) + QPoint(right, down);
    }
    void clickMap(int right, int down) { QTest::mouseClick(&view, Qt::LeftButton, {}, onMap(right, down), 600); }

    [[nodiscard]] bool isDrawn()
    {
        auto *streets = find(QStringLiteral("streetBasemap"));
        return streets && streets->property("isComplete").toBool();
    }

    MapViewModel viewModel;
    QQuickView view;

private:
    /// Items of lists and of the map have no QObject parent, so the visual tree is searched.
    template <typename Item>
    static Item *findIn(QQuickItem *item, const QString &name)
    {
        if (!item) {
            return nullptr;
        }
        if (item->objectName() == name) {
            return qobject_cast<Item *>(item);
        }
        for (QQuickItem *child : item->childItems()) {
            if (auto *found = findIn<Item>(child, name)) {
                return found;
            }
        }
        return nullptr;
    }
};

} // namespace Porchlight::Testing
