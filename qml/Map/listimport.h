// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/agencyupdate.h"

#include <QObject>
#include <QStringList>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// A list of agencies on its way into the directory: what it holds, what it would change and which rows it refuses are
/// shown before anything is kept.
class ListImport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(Porchlight::ListImport::State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(QString sourceName READ sourceName NOTIFY changed FINAL)
    Q_PROPERTY(QString contentText READ contentText NOTIFY changed FINAL)
    Q_PROPERTY(QString changesText READ changesText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList refusedRows READ refusedRows NOTIFY changed FINAL)
    Q_PROPERTY(QStringList repairedRows READ repairedRows NOTIFY changed FINAL)
    Q_PROPERTY(bool isComplete READ isComplete WRITE setComplete NOTIFY changed FINAL)
    Q_PROPERTY(bool canApply READ canApply NOTIFY changed FINAL)
    Q_PROPERTY(QString outcomeText READ outcomeText NOTIFY changed FINAL)

public:
    enum class State { Idle, Reading, Shown, Applying, Done, Failed };
    Q_ENUM(State)

    explicit ListImport(AgencyUpdate &update, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString sourceName() const { return m_sourceName; }
    [[nodiscard]] QString contentText() const;
    [[nodiscard]] QString changesText() const;
    [[nodiscard]] QStringList refusedRows() const;
    [[nodiscard]] QStringList repairedRows() const;
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// Reads the list again: who is not in a complete list has left.
    void setComplete(bool isComplete);
    [[nodiscard]] bool canApply() const;
    [[nodiscard]] QString outcomeText() const { return m_outcomeText; }

    Q_INVOKABLE void readFile(const QUrl &file);
    Q_INVOKABLE void apply();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();

private:
    void read();
    void enter(State state, const QString &outcomeText = {});

    AgencyUpdate &m_update;
    State m_state = State::Idle;
    QString m_file;
    QString m_sourceName;
    bool m_isComplete = false;
    int m_reading = 0; ///< Answers of an earlier reading are dropped.
    DirectoryPreview m_preview;
    QString m_outcomeText;
};

} // namespace Porchlight
