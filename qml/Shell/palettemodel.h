// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/agency.h"
#include "domain/casefile.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Porchlight {

/// One thing the palette can do: go to a page, run a command, choose a case, show an agency.
struct PaletteEntry
{
    Q_GADGET
    QML_VALUE_TYPE(paletteEntry)
    Q_PROPERTY(Kind kind MEMBER kind CONSTANT FINAL)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString detail MEMBER detail CONSTANT FINAL)
    Q_PROPERTY(QString key MEMBER key CONSTANT FINAL)

public:
    enum Kind { Page, Command, Case, Agency };
    Q_ENUM(Kind)

    Kind kind = Page;
    QString target; ///< Number of the page or command, id of the case or agency.
    QString title;
    QString detail;
    QString key;

    bool operator==(const PaletteEntry &) const = default;
};

/// What the palette offers for the words typed so far: entries that hold every word, in the order pages, commands,
/// cases, agencies.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shell has one.")
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY wordsChanged FINAL)

public:
    enum Role { EntryRole = Qt::UserRole };

    explicit PaletteModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString words() const { return m_words; }
    void setWords(const QString &words);
    [[nodiscard]] int count() const { return rowCount(); }

    void setFixedEntries(std::vector<PaletteEntry> entries);
    void setCases(const std::vector<CaseFile> &cases);
    void setAgencies(const std::vector<Agency> &agencies);

    Q_INVOKABLE void run(int row);

Q_SIGNALS:
    void wordsChanged();
    void chosen(const Porchlight::PaletteEntry &entry);

private:
    void find();

    static constexpr int MostFound = 50;

    std::vector<PaletteEntry> m_fixed;
    std::vector<PaletteEntry> m_cases;
    std::vector<PaletteEntry> m_agencies;
    std::vector<PaletteEntry> m_found;
    QString m_words;
};

} // namespace Porchlight
