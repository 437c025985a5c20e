// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/sharedclip.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Porchlight {

/// A clip of the case, and which camera shows it.
struct ReviewClip
{
    Q_GADGET
    QML_VALUE_TYPE(reviewClip)
    Q_PROPERTY(Porchlight::SharedClip clip MEMBER clip CONSTANT FINAL)
    Q_PROPERTY(int camera MEMBER camera CONSTANT FINAL)

public:
    SharedClip clip;
    int camera = 0; ///< Its number; 0 where none shows it.

    bool operator==(const ReviewClip &) const = default;
};

/// The clips of the case that can be looked at, in the order they came, one role.
class ReviewClipListModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { ClipRole = Qt::UserRole };

    explicit ReviewClipListModel(QObject *parent);

    [[nodiscard]] int count() const { return static_cast<int>(m_clips.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setClips(const std::vector<ReviewClip> &clips);

Q_SIGNALS:
    void countChanged();

private:
    std::vector<ReviewClip> m_clips;
};

} // namespace Porchlight
