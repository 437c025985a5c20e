// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cliplistmodel.h"

#include "workflow/clipintake.h"
#include "workflow/clippictures.h"
#include "workflow/currentcase.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Porchlight {

/// The inbox of the current case: what has arrived, what is arriving, what is decided of each.
class InboxViewModel final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program.")
    Q_PROPERTY(Porchlight::ClipListModel *clips READ clips CONSTANT FINAL)
    Q_PROPERTY(bool hasCase READ hasCase NOTIFY caseChanged FINAL)
    Q_PROPERTY(QString caseNumber READ caseNumber NOTIFY caseChanged FINAL)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY rowsChanged FINAL)
    Q_PROPERTY(bool hasOpenRequest READ hasOpenRequest NOTIFY rowsChanged FINAL)
    Q_PROPERTY(int newCount READ newCount NOTIFY rowsChanged FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY rowsChanged FINAL)
    Q_PROPERTY(Show show READ show WRITE setShow NOTIFY showChanged FINAL)
    Q_PROPERTY(bool isNewestFirst READ isNewestFirst WRITE setNewestFirst NOTIFY showChanged FINAL)
    Q_PROPERTY(int arrivingCount READ arrivingCount NOTIFY rowsChanged FINAL)
    Q_PROPERTY(int arrivingPermille READ arrivingPermille NOTIFY rowsChanged FINAL)
    Q_PROPERTY(QString arrivingText READ arrivingText NOTIFY rowsChanged FINAL)
    Q_PROPERTY(bool hasStuck READ hasStuck NOTIFY rowsChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(QString exchangeProblem READ exchangeProblem NOTIFY exchangeProblemChanged FINAL)

public:
    enum Show { AllStates, OnlyNew, OnlyAccepted };
    Q_ENUM(Show)

    InboxViewModel(ClipIntake &intake, ClipPictures &pictures, Store &store, CurrentCase &currentCase,
                   const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] ClipListModel *clips() { return &m_model; }
    /// An empty row where there is none.
    [[nodiscard]] InboxClip rowAt(int row) const { return m_model.rows().value(row); }
    [[nodiscard]] bool hasCase() const { return m_currentCase.caseFile().has_value(); }
    [[nodiscard]] QString caseNumber() const;
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] bool hasOpenRequest() const;
    [[nodiscard]] int newCount() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] Show show() const { return m_show; }
    void setShow(Show show);
    [[nodiscard]] bool isNewestFirst() const { return m_isNewestFirst; }
    void setNewestFirst(bool isNewestFirst);
    [[nodiscard]] int arrivingCount() const;
    [[nodiscard]] int arrivingPermille() const { return m_intake.permille(); }
    [[nodiscard]] QString arrivingText() const;
    [[nodiscard]] bool hasStuck() const;
    /// Why the last act was not done; empty where there is nothing to say.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString exchangeProblem() const;

    /// Ends with clipChosen(), where the clip of the row can be shown.
    Q_INVOKABLE void openClip(int row);
    Q_INVOKABLE void acceptClip(int row);
    Q_INVOKABLE void declineClip(int row, const QString &reason);
    /// The picture is uncovered once the reason is recorded.
    Q_INVOKABLE void revealPicture(int row, const QString &reason);
    Q_INVOKABLE void tryAgain();
    Q_INVOKABLE void forgetProblem();

Q_SIGNALS:
    void caseChanged();
    void rowsChanged();
    void showChanged();
    void problemChanged();
    void exchangeProblemChanged();
    void clipChosen(const QString &clipId);

private:
    void readClips();
    void readOffers();
    void buildRows();
    [[nodiscard]] bool isShown(const SharedClip &clip) const;
    [[nodiscard]] InboxClip dressed(const SharedClip &clip);
    [[nodiscard]] ClipOrigin originOf(const std::optional<RequestId> &request) const;
    [[nodiscard]] const SharedClip *clipAt(int row) const;
    void takeResult(const Result<void, IntakeFailure> &result);
    void setProblem(const QString &problem);
    void followStore(const StoreChange &change);

    ClipIntake &m_intake;
    ClipPictures &m_pictures;
    Store &m_store;
    CurrentCase &m_currentCase;
    const Clock &m_clock;
    ClipListModel m_model;
    QTimer m_rebuild; ///< Many small changes make one new list.
    std::vector<SharedClip> m_clips;
    std::vector<AreaRequest> m_requests;
    std::vector<OfferRecord> m_disputed;
    QSet<QString> m_revealed; ///< Clips whose picture has been uncovered in this sitting.
    int m_reading = 0;        ///< Which reading of the store is the newest.
    bool m_isLoading = false;
    Show m_show = AllStates;
    bool m_isNewestFirst = true;
    QString m_problem;
};

} // namespace Porchlight
