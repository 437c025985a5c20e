// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewkeyboard.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

ReviewKeyboard::ReviewKeyboard(PreferenceKeeper &keeper, QObject *parent)
    : QAbstractListModel(parent)
    , m_keeper(keeper)
{
    for (const ReviewAct act : allReviewActs()) {
        m_rows.push_back(rowOf(act));
    }
    connect(&m_keeper, &PreferenceKeeper::changed, this, &ReviewKeyboard::update);
}

int ReviewKeyboard::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ReviewKeyboard::data(const QModelIndex &index, int role) const
{
    if (role != KeyRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_rows.at(static_cast<std::size_t>(index.row())));
}

QHash<int, QByteArray> ReviewKeyboard::roleNames() const
{
    return {{KeyRole, "reviewKey"_ba}};
}

ReviewKey ReviewKeyboard::rowOf(ReviewAct act) const
{
    const QStringList keys = m_keeper.preferences().reviewKeys.keysOf(act);
    const auto isAny = [&keys](const QStringList &of) {
        return std::ranges::any_of(keys, [&of](const QString &key) { return of.contains(key); });
    };
    ReviewKey row{.act = std::to_underlying(act),
                  .words = wordsOf(act),
                  .keys = keyWords(keys),
                  .sequences = {},
                  .pressesButtons = isAny({u"Space"_s}),
                  .movesSliders = isAny({u"Left"_s, u"Right"_s})};
    for (const QString &key : keys) {
        row.sequences.append(key);
    }
    return row;
}

void ReviewKeyboard::update()
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        ReviewKey now = rowOf(allReviewActs().at(row));
        if (now != m_rows[row]) {
            m_rows[row] = std::move(now);
            const QModelIndex place = index(static_cast<int>(row));
            Q_EMIT dataChanged(place, place);
        }
    }
    Q_EMIT hintsChanged();
}

ReviewHints ReviewKeyboard::hints() const
{
    const auto first = [this](ReviewAct act) {
        return keyWords(m_keeper.preferences().reviewKeys.keysOf(act).first());
    };
    return {.playPause = first(ReviewAct::PlayPause),
            .stepBack = first(ReviewAct::StepBack),
            .stepOn = first(ReviewAct::StepOn),
            .anyBack = first(ReviewAct::AnyBack),
            .anyOn = first(ReviewAct::AnyOn),
            .firstFrame = first(ReviewAct::FirstFrame),
            .lastFrame = first(ReviewAct::LastFrame),
            .mark = first(ReviewAct::Mark),
            .still = first(ReviewAct::TakeStill),
            .contactSheet = first(ReviewAct::ContactSheet),
            .truePixels = first(ReviewAct::TruePixels),
            .loupe = first(ReviewAct::Loupe),
            .look = first(ReviewAct::Look),
            .nextPicture = first(ReviewAct::NextPicture),
            .movement = first(ReviewAct::Movement),
            .movementBefore = first(ReviewAct::MovementBefore),
            .nextMovement = first(ReviewAct::NextMovement),
            .clipList = first(ReviewAct::ClipList),
            .matchEvent = first(ReviewAct::MatchEvent)};
}

} // namespace Porchlight
