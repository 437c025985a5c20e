// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notices.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace Porchlight {

Notices::Notices(QObject *parent)
    : QAbstractListModel(parent)
{}

int Notices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notices.size());
}

QVariant Notices::data(const QModelIndex &index, int role) const
{
    if (role != NoticeRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_notices.at(static_cast<std::size_t>(index.row())));
}

QHash<int, QByteArray> Notices::roleNames() const
{
    return {{NoticeRole, "entry"}};
}

void Notices::raise(Tone tone, const QString &sentence)
{
    const bool isShown = std::ranges::any_of(m_notices, [&](const Notice &notice) { return notice.text == sentence; });
    if (sentence.isEmpty() || isShown) {
        return;
    }
    const int id = m_nextId++;
    beginInsertRows({}, 0, 0);
    m_notices.insert(m_notices.begin(), {.id = id, .text = sentence, .tone = tone});
    endInsertRows();
    if (rowCount() > MostShown) {
        close(m_notices.back().id);
    }
    if (tone == Tone::Neutral || tone == Tone::Good) {
        QTimer::singleShot(6s, this, [this, id] { close(id); });
    }
}

void Notices::close(int id)
{
    const auto found = std::ranges::find(m_notices, id, &Notice::id);
    if (found == m_notices.end()) {
        return;
    }
    const int row = static_cast<int>(found - m_notices.begin());
    beginRemoveRows({}, row, row);
    m_notices.erase(found);
    endRemoveRows();
}

} // namespace Porchlight
