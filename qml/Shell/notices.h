// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statusnote.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Porchlight {

/// One sentence to the officer.
struct Notice
{
    Q_GADGET
    QML_VALUE_TYPE(noticeEntry)
    Q_PROPERTY(int id MEMBER id CONSTANT FINAL)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(int tone READ toneNumber CONSTANT FINAL)

public:
    int id = 0;
    QString text;
    Tone tone = Tone::Neutral;

    [[nodiscard]] int toneNumber() const { return static_cast<int>(tone); }
    bool operator==(const Notice &) const = default;
};

/// The sentences that wait to be read, newest first. What went well goes away by itself after a while; what went wrong
/// stays until it is closed. The same sentence is not shown twice.
class Notices : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shell has one.")

public:
    enum Role { NoticeRole = Qt::UserRole };

    explicit Notices(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void raise(Tone tone, const QString &sentence);
    Q_INVOKABLE void close(int id);

private:
    static constexpr int MostShown = 4;

    std::vector<Notice> m_notices;
    int m_nextId = 1;
};

} // namespace Porchlight
