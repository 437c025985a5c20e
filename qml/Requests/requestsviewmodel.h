// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requestlistmodel.h"
#include "workflow/requestdispatch.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <optional>
#include <vector>

namespace Porchlight {

/// The requests of this place by where they stand, and of the chosen one exactly what residents see, its facts, its
/// link, and the one act that is left after publication: resolving it.
class RequestsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(QAbstractItemModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY listChanged FINAL)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY listChanged FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY listChanged FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY listChanged FINAL)

    Q_PROPERTY(bool hasChosen READ hasChosen NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool isDraft READ isDraft NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool canResolve READ canResolve NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString residentFrom READ residentFrom NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString residentTitle READ residentTitle NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString residentHours READ residentHours NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString residentCase READ residentCase NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString residentText READ residentText NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString residentChoice READ residentChoice CONSTANT FINAL)
    Q_PROPERTY(QString residentContact READ residentContact NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QList<Porchlight::RequestFact> facts READ facts NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QUrl publicUrl READ publicUrl NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString linkHint READ linkHint NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool isResolving READ isResolving NOTIFY outcomeChanged FINAL)
    Q_PROPERTY(QString failureText READ failureText NOTIFY outcomeChanged FINAL)

public:
    RequestsViewModel(RequestDispatch &dispatch, Store &store, QObject *parent = nullptr);

    /// Reads the record, notes what has expired, and keeps doing so.
    void load();
    /// Where phones on the same network reach the residents' pages; empty where only this computer does.
    void setLanAddress(const QUrl &address);
    void chooseRequest(RequestId id);

    [[nodiscard]] QAbstractItemModel *rows() { return &m_rows; }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] bool isEmpty() const { return !m_isLoading && m_requests.empty() && !m_draft; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool hasChosen() const { return m_chosen.has_value(); }
    [[nodiscard]] bool isDraft() const { return m_chosenId == DraftId; }
    [[nodiscard]] bool canResolve() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString residentFrom() const;
    [[nodiscard]] QString residentTitle() const;
    [[nodiscard]] QString residentHours() const;
    [[nodiscard]] QString residentCase() const;
    [[nodiscard]] QString residentText() const;
    [[nodiscard]] QString residentChoice() const;
    [[nodiscard]] QString residentContact() const;
    [[nodiscard]] QList<RequestFact> facts() const;
    [[nodiscard]] QUrl publicUrl() const;
    [[nodiscard]] QString linkHint() const;
    [[nodiscard]] bool isResolving() const { return m_isResolving; }
    [[nodiscard]] QString failureText() const { return m_failureText; }

    Q_INVOKABLE void choose(const QString &id);
    Q_INVOKABLE void resolve();
    Q_INVOKABLE void copyLink();
    Q_INVOKABLE void closeNotice();

Q_SIGNALS:
    void listChanged();
    void chosenChanged();
    void outcomeChanged();

private:
    static constexpr QLatin1StringView DraftId{"draft"};

    void readRequests();
    void readDraft();
    void adopt(const StoreResult<std::vector<AreaRequest>> &requests);
    void rebuild();
    void addGroup(std::vector<RequestRow> &rows, RequestState state, const QString &heading) const;
    [[nodiscard]] RequestRow rowOf(const AreaRequest &request) const;
    [[nodiscard]] QString noteOf(const AreaRequest &request) const;
    [[nodiscard]] std::optional<AreaRequest> findChosen() const;

    RequestDispatch &m_dispatch;
    Store &m_store;
    RequestListModel m_rows;
    QTimer m_expiryTimer;
    std::vector<AreaRequest> m_requests;
    std::optional<AreaRequest> m_draft;
    QString m_chosenId;
    std::optional<AreaRequest> m_chosen;
    QUrl m_lanAddress;
    QString m_errorText;
    QString m_failureText;
    bool m_isLoading = true;
    bool m_isResolving = false;
};

} // namespace Porchlight
