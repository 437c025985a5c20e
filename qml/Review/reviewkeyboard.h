// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/preferencekeeper.h"
#include "workflow/reviewkeys.h"

#include <QAbstractListModel>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Porchlight {

/// One act of review and the keys that it has now.
struct ReviewKey
{
    Q_GADGET
    QML_VALUE_TYPE(reviewKey)
    Q_PROPERTY(int act MEMBER act CONSTANT FINAL)
    Q_PROPERTY(QString words MEMBER words CONSTANT FINAL)
    Q_PROPERTY(QString keys MEMBER keys CONSTANT FINAL)
    Q_PROPERTY(QVariantList sequences MEMBER sequences CONSTANT FINAL)
    Q_PROPERTY(bool pressesButtons MEMBER pressesButtons CONSTANT FINAL)
    Q_PROPERTY(bool movesSliders MEMBER movesSliders CONSTANT FINAL)

public:
    int act = 0;
    QString words;               ///< What it does.
    QString keys;                ///< For people.
    QVariantList sequences;      ///< For shortcuts.
    bool pressesButtons = false; ///< A control that has the focus takes such a key for itself.
    bool movesSliders = false;

    bool operator==(const ReviewKey &) const = default;
};

/// The keys that controls of the page name beside themselves.
struct ReviewHints
{
    Q_GADGET
    QML_VALUE_TYPE(reviewHints)
    Q_PROPERTY(QString playPause MEMBER playPause CONSTANT FINAL)
    Q_PROPERTY(QString stepBack MEMBER stepBack CONSTANT FINAL)
    Q_PROPERTY(QString stepOn MEMBER stepOn CONSTANT FINAL)
    Q_PROPERTY(QString anyBack MEMBER anyBack CONSTANT FINAL)
    Q_PROPERTY(QString anyOn MEMBER anyOn CONSTANT FINAL)
    Q_PROPERTY(QString firstFrame MEMBER firstFrame CONSTANT FINAL)
    Q_PROPERTY(QString lastFrame MEMBER lastFrame CONSTANT FINAL)
    Q_PROPERTY(QString mark MEMBER mark CONSTANT FINAL)
    Q_PROPERTY(QString still MEMBER still CONSTANT FINAL)
    Q_PROPERTY(QString contactSheet MEMBER contactSheet CONSTANT FINAL)
    Q_PROPERTY(QString truePixels MEMBER truePixels CONSTANT FINAL)
    Q_PROPERTY(QString loupe MEMBER loupe CONSTANT FINAL)
    Q_PROPERTY(QString look MEMBER look CONSTANT FINAL)
    Q_PROPERTY(QString nextPicture MEMBER nextPicture CONSTANT FINAL)
    Q_PROPERTY(QString movement MEMBER movement CONSTANT FINAL)
    Q_PROPERTY(QString movementBefore MEMBER movementBefore CONSTANT FINAL)
    Q_PROPERTY(QString nextMovement MEMBER nextMovement CONSTANT FINAL)
    Q_PROPERTY(QString clipList MEMBER clipList CONSTANT FINAL)
    Q_PROPERTY(QString matchEvent MEMBER matchEvent CONSTANT FINAL)

public:
    QString playPause;
    QString stepBack;
    QString stepOn;
    QString anyBack;
    QString anyOn;
    QString firstFrame;
    QString lastFrame;
    QString mark;
    QString still;
    QString contactSheet;
    QString truePixels;
    QString loupe;
    QString look;
    QString nextPicture;
    QString movement;
    QString movementBefore;
    QString nextMovement;
    QString clipList;
    QString matchEvent;

    bool operator==(const ReviewHints &) const = default;
};

/// All keys of review as they are set, one role. What is changed in the settings counts at once.
class ReviewKeyboard final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")
    Q_PROPERTY(Porchlight::ReviewHints hints READ hints NOTIFY hintsChanged FINAL)
    Q_PROPERTY(int count READ count CONSTANT FINAL)

public:
    enum Role { KeyRole = Qt::UserRole };

    ReviewKeyboard(PreferenceKeeper &keeper, QObject *parent);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] ReviewHints hints() const;

Q_SIGNALS:
    void hintsChanged();

private:
    [[nodiscard]] ReviewKey rowOf(ReviewAct act) const;
    void update();

    PreferenceKeeper &m_keeper;
    std::vector<ReviewKey> m_rows;
};

} // namespace Porchlight
