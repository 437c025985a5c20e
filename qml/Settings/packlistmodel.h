// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/mapshelf.h"

#include <QAbstractListModel>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Porchlight {

/// An installed map pack as the settings list it.
struct PackEntry
{
    Q_GADGET
    QML_VALUE_TYPE(packEntry)
    Q_PROPERTY(QString id MEMBER id CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString facts MEMBER facts CONSTANT FINAL)
    Q_PROPERTY(QString credits MEMBER credits CONSTANT FINAL)
    Q_PROPERTY(QString fault MEMBER fault CONSTANT FINAL)
    Q_PROPERTY(bool isWhole MEMBER isWhole CONSTANT FINAL)

public:
    QString id;
    QString name;
    QString facts; ///< Where it lies, how large it is, which build, and who signed it.
    QString credits;
    QString fault;        ///< A sentence; empty as long as nothing is known to be wrong.
    bool isWhole = false; ///< Every byte was compared since the program was started.

    bool operator==(const PackEntry &) const = default;
};

/// The map packs that are installed, and what can be done with them: one role.
class PackListModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program.")
    Q_PROPERTY(int count READ count NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString work READ work NOTIFY stateChanged FINAL)
    Q_PROPERTY(double share READ share NOTIFY stateChanged FINAL)

public:
    enum Role { EntryRole = Qt::UserRole };

    explicit PackListModel(MapShelf &shelf, QObject *parent = nullptr);

    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] bool isBusy() const { return !m_work.isEmpty(); }
    /// What is being done, as a sentence; empty while nothing is.
    [[nodiscard]] QString work() const { return m_work; }
    [[nodiscard]] double share() const { return m_share; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void install(const QUrl &folder);
    Q_INVOKABLE void check(const QString &id);
    Q_INVOKABLE void remove(const QString &id);

Q_SIGNALS:
    void stateChanged();
    /// A sentence about what was done, or why it was not.
    void noticeRaised(const QString &sentence, bool isProblem);

private:
    void read();
    void show(const std::vector<ShelvedPack> &packs);
    [[nodiscard]] bool begin(const QString &work);
    void end(const QString &sentence, bool isProblem);
    void mark(const QString &id, bool isWhole, const QString &fault);
    [[nodiscard]] QString nameOf(const QString &id) const;

    MapShelf &m_shelf;
    std::vector<PackEntry> m_entries;
    QString m_work;
    double m_share = 0;
};

} // namespace Porchlight
