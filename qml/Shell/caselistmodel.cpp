// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "caselistmodel.h"

#include <algorithm>

namespace Porchlight {

CaseListModel::CaseListModel(const CurrentCase &currentCase, QObject *parent)
    : QAbstractListModel(parent)
    , m_cases(currentCase.cases())
{
    connect(&currentCase, &CurrentCase::casesChanged, this, [this, &currentCase] { follow(currentCase.cases()); });
}

int CaseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cases.size());
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    if (role != CaseRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_cases.at(static_cast<std::size_t>(index.row())));
}

QHash<int, QByteArray> CaseListModel::roleNames() const
{
    return {{CaseRole, "file"}};
}

// Cases are added and never taken away, so only those that are new are inserted.
void CaseListModel::follow(const std::vector<CaseFile> &cases)
{
    for (std::size_t row = 0; row < cases.size(); ++row) {
        const CaseFile &caseFile = cases.at(row);
        const int at = static_cast<int>(row);
        if (row < m_cases.size() && m_cases.at(row).id == caseFile.id) {
            m_cases.at(row) = caseFile;
            Q_EMIT dataChanged(index(at), index(at));
            continue;
        }
        beginInsertRows({}, at, at);
        m_cases.insert(m_cases.begin() + at, caseFile);
        endInsertRows();
    }
    Q_EMIT countChanged();
}

} // namespace Porchlight
