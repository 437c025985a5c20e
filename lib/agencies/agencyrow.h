// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agencies/agencyfields.h"
#include "agencies/directoryreading.h"
#include "geo/geojson.h"

namespace Porchlight {

/// One row of a list before it is understood.
struct RawRow
{
    qint64 line = 0;
    AgencyTexts texts;
    GeoGeometry geometry; ///< Of GeoJSON and KML.
    QString fault;        ///< What was wrong with the geometry.
};

/// Understands rows one after the other and gathers what became of each, so that no agency is in it twice.
class RowReader
{
public:
    RowReader(DirectoryReading &reading, QDate today);

    void read(const RawRow &row);
    void refuse(const RawRow &row, RowFault fault, QString detail = {});

private:
    struct Seen
    {
        qint64 line = 0;
        Agency agency;
    };

    [[nodiscard]] QString text(AgencyField field);
    void note(RowRepair repair, QString detail = {});
    /// False after the row was refused.
    [[nodiscard]] bool readPlace();
    [[nodiscard]] bool readPosition();
    [[nodiscard]] bool readGround();
    [[nodiscard]] bool takeGround(const MultiPolygon &ground);
    [[nodiscard]] bool readPair(const QString &latitude, const QString &longitude);
    [[nodiscard]] bool splitCoordinates(const QString &pair);
    [[nodiscard]] QDate date(AgencyField field);
    void readOri();
    void readNumbersAndLinks();
    void readAddress();
    void keep();

    DirectoryReading &m_reading;
    QDate m_today;
    const RawRow *m_row = nullptr;
    Agency m_agency;
    std::vector<RepairedRow> m_notes;
    QHash<QString, Seen> m_seen;
};

} // namespace Porchlight
