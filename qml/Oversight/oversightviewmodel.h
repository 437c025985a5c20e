// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entrylistmodel.h"

#include "core/clock.h"
#include "workflow/currentcase.h"
#include "workflow/custodyreview.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Porchlight {

/// The custody log on the screen: newest first, narrowed by what is asked, checked when asked, copied into a file.
class OversightViewModel final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program.")
    Q_PROPERTY(Porchlight::EntryListModel *entries READ entries CONSTANT FINAL)
    Q_PROPERTY(QStringList actionTexts READ actionTexts CONSTANT FINAL)
    Q_PROPERTY(QString zoneName READ zoneName CONSTANT FINAL)
    Q_PROPERTY(QString searchText READ searchText WRITE setSearchText NOTIFY filterChanged FINAL)
    Q_PROPERTY(int actionIndex READ actionIndex WRITE setActionIndex NOTIFY filterChanged FINAL)
    Q_PROPERTY(Show show READ show WRITE setShow NOTIFY filterChanged FINAL)
    Q_PROPERTY(bool isOfThisCase READ isOfThisCase WRITE setOfThisCase NOTIFY filterChanged FINAL)
    Q_PROPERTY(bool isFiltered READ isFiltered NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString caseNumber READ caseNumber NOTIFY caseChanged FINAL)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY loadingChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(QString note READ note NOTIFY noteChanged FINAL)
    Q_PROPERTY(Check check READ check NOTIFY checkChanged FINAL)
    Q_PROPERTY(QString checkText READ checkText NOTIFY checkChanged FINAL)
    Q_PROPERTY(bool hasSelected READ hasSelected NOTIFY selectedChanged FINAL)
    Q_PROPERTY(Porchlight::LogEntry selected READ selected NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QString faultText READ faultText NOTIFY checkChanged FINAL)

public:
    enum Show { Everything, OnlyRefused, OnlyFailed };
    Q_ENUM(Show)
    enum Check { Checking, Intact, Broken };
    Q_ENUM(Check)

    /// `atOpening` is what the check at the start of the program gave.
    OversightViewModel(CustodyReview &review, Store &store, const CurrentCase &currentCase, const Clock &clock,
                       const ChainReport &atOpening, QObject *parent = nullptr);

    [[nodiscard]] EntryListModel *entries() { return &m_entries; }
    [[nodiscard]] QStringList actionTexts() const;
    [[nodiscard]] QString zoneName() const;
    [[nodiscard]] QString searchText() const { return m_searchText; }
    void setSearchText(const QString &text);
    [[nodiscard]] int actionIndex() const { return m_actionIndex; }
    void setActionIndex(int index);
    [[nodiscard]] Show show() const { return m_show; }
    void setShow(Show show);
    [[nodiscard]] bool isOfThisCase() const { return m_isOfThisCase; }
    void setOfThisCase(bool isOfThisCase);
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] QString caseNumber() const;
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    /// Why the log cannot be shown or the last act was not done; empty where there is nothing to say.
    [[nodiscard]] QString problem() const { return m_problem; }
    /// What was done last, for example where a copy lies.
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] Check check() const { return m_check; }
    [[nodiscard]] QString checkText() const;
    [[nodiscard]] QString faultText() const { return m_faultText; }

    [[nodiscard]] bool hasSelected() const { return m_selected.sequence > 0; }
    /// The entry that is shown in full.
    [[nodiscard]] LogEntry selected() const { return m_selected; }

    /// A row that is not there lets go of the one that was chosen.
    Q_INVOKABLE void chooseRow(int row);
    Q_INVOKABLE void verifyNow();
    /// What is listed, all of it, into a file.
    Q_INVOKABLE void exportCsv(const QUrl &file);
    Q_INVOKABLE void exportJsonLines(const QUrl &file);
    Q_INVOKABLE void clearFilters();
    Q_INVOKABLE void forgetProblem();
    Q_INVOKABLE void forgetNote();

Q_SIGNALS:
    void filterChanged();
    void caseChanged();
    void loadingChanged();
    void problemChanged();
    void noteChanged();
    void checkChanged();
    void selectedChanged();

private:
    void followStore(const StoreChange &change);
    void readCases();
    void readAnew();
    void readNewer();
    void readOlder();
    void takePage(const StoreResult<std::vector<CustodyEvent>> &page, bool isFirst);
    void takeReport(const StoreResult<ChainReport> &report);
    void exportTo(const QUrl &file, LogFormat format);
    void askAgain();
    void setReport(const ChainReport &report);
    void setProblem(const QString &problem);
    void setNote(const QString &note);
    void setLoading(bool isLoading);
    [[nodiscard]] CustodyFilter filter() const;
    [[nodiscard]] QList<LogEntry> rowsOf(const std::vector<CustodyEvent> &events) const;

    CustodyReview &m_review;
    Store &m_store;
    const CurrentCase &m_currentCase;
    const Clock &m_clock;
    EntryListModel m_entries;
    QTimer m_newer; ///< Many new entries are read at once.
    CaseNumbers m_cases;
    QString m_searchText;
    int m_actionIndex = 0;
    Show m_show = Everything;
    bool m_isOfThisCase = false;
    bool m_isLoading = false;
    int m_reading = 0; ///< Which reading is the newest: answers to older ones are dropped.
    QString m_problem;
    QString m_note;
    Check m_check = Checking;
    UtcTime m_checkedAt;
    qint64 m_checkedCount = 0;
    QString m_faultText;
    LogEntry m_selected; ///< Its sequence is 0 where there is none.
};

} // namespace Porchlight
