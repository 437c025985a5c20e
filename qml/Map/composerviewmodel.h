// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findingrow.h"
#include "requests/nearground.h"
#include "workflow/currentcase.h"
#include "workflow/findingwords.h"
#include "workflow/requestdispatch.h"

#include <QObject>
#include <QTimeZone>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <set>

namespace Porchlight {

/// The request that is being written, beside the map: its fields, what the rules find in it, and what residents will
/// read. Kept by itself while it is written.
class ComposerViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(QStringList offences READ offences CONSTANT FINAL)
    Q_PROPERTY(int offenceIndex READ offenceIndex WRITE setOffenceIndex NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString fromText READ fromText WRITE setFromText NOTIFY hoursTextChanged FINAL)
    Q_PROPERTY(QString toText READ toText WRITE setToText NOTIFY hoursTextChanged FINAL)
    Q_PROPERTY(QString endsText READ endsText WRITE setEndsText NOTIFY endsTextChanged FINAL)
    Q_PROPERTY(QString caseNumber READ caseNumber WRITE setCaseNumber NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString hoursLabel READ hoursLabel CONSTANT FINAL)
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY savedChanged FINAL)

    Q_PROPERTY(QList<Porchlight::FindingRow> areaFindings READ areaFindings NOTIFY findingsChanged FINAL)
    Q_PROPERTY(QList<Porchlight::FindingRow> offenceFindings READ offenceFindings NOTIFY findingsChanged FINAL)
    Q_PROPERTY(QList<Porchlight::FindingRow> hoursFindings READ hoursFindings NOTIFY findingsChanged FINAL)
    Q_PROPERTY(QList<Porchlight::FindingRow> caseFindings READ caseFindings NOTIFY findingsChanged FINAL)
    Q_PROPERTY(QList<Porchlight::FindingRow> textFindings READ textFindings NOTIFY findingsChanged FINAL)
    Q_PROPERTY(bool canPublish READ canPublish NOTIFY findingsChanged FINAL)
    Q_PROPERTY(QString refusalsText READ refusalsText NOTIFY findingsChanged FINAL)

    Q_PROPERTY(QString residentFrom READ residentFrom NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString residentTitle READ residentTitle NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString residentHours READ residentHours NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString residentChoice READ residentChoice NOTIFY draftChanged FINAL)

    Q_PROPERTY(bool isPublishing READ isPublishing NOTIFY outcomeChanged FINAL)
    Q_PROPERTY(QString failureText READ failureText NOTIFY outcomeChanged FINAL)
    Q_PROPERTY(QString publishedText READ publishedText NOTIFY outcomeChanged FINAL)

public:
    ComposerViewModel(RequestDispatch &dispatch, CurrentCase &currentCase, Store &store, QObject *parent = nullptr);
    ~ComposerViewModel() override;

    /// Opens the draft that was kept, if there is one, and asks the record what stands around it.
    void load();
    /// What is drawn on the map, and the street or place it is near; nothing while it is not finished or not sound.
    void setArea(const std::optional<RequestArea> &area, const QString &near);
    /// The officer or her agency changed.
    void refreshContext();

    [[nodiscard]] const RequestDraft &draft() const { return m_draft; }
    [[nodiscard]] const QList<FindingSpan> &spans() const { return m_spans; }

    [[nodiscard]] QStringList offences() const;
    [[nodiscard]] int offenceIndex() const;
    void setOffenceIndex(int index);
    [[nodiscard]] QString fromText() const { return m_fromText; }
    void setFromText(const QString &text);
    [[nodiscard]] QString toText() const { return m_toText; }
    void setToText(const QString &text);
    [[nodiscard]] QString endsText() const { return m_endsText; }
    void setEndsText(const QString &text);
    [[nodiscard]] QString caseNumber() const { return m_draft.caseNumber; }
    void setCaseNumber(const QString &number);
    [[nodiscard]] QString text() const { return m_draft.text; }
    void setText(const QString &text);
    [[nodiscard]] QString hoursLabel() const;
    [[nodiscard]] QString lengthText() const;
    [[nodiscard]] QString savedText() const { return m_savedText; }

    [[nodiscard]] QList<FindingRow> areaFindings() const { return rowsOf(RequestField::Area); }
    [[nodiscard]] QList<FindingRow> offenceFindings() const { return rowsOf(RequestField::Offence); }
    [[nodiscard]] QList<FindingRow> hoursFindings() const;
    [[nodiscard]] QList<FindingRow> caseFindings() const;
    [[nodiscard]] QList<FindingRow> textFindings() const;
    [[nodiscard]] bool canPublish() const;
    [[nodiscard]] QString refusalsText() const;

    [[nodiscard]] QString residentFrom() const;
    [[nodiscard]] QString residentTitle() const;
    [[nodiscard]] QString residentHours() const;
    [[nodiscard]] QString residentChoice() const;

    [[nodiscard]] bool isPublishing() const { return m_isPublishing; }
    [[nodiscard]] QString failureText() const { return m_failureText; }
    [[nodiscard]] QString publishedText() const { return m_publishedText; }

    Q_INVOKABLE void publish();
    /// Throws the draft away and begins a new one.
    Q_INVOKABLE void startAnew();
    Q_INVOKABLE void closeNotice();

Q_SIGNALS:
    void draftChanged();
    /// Only when a time was read: what is being typed is never overwritten by news from elsewhere.
    void hoursTextChanged();
    void endsTextChanged();
    void findingsChanged();
    void spansChanged();
    void savedChanged();
    void outcomeChanged();
    /// A kept draft had this area.
    void areaRestored(const Porchlight::RequestArea &area);
    /// The area on the map belongs to no draft any more.
    void areaDropped();
    void published(const Porchlight::AreaRequest &request);

private:
    enum class TimeField { From, To, Ends };

    void adopt(const RequestDraft &draft);
    void adoptCase();
    void touch(RequestField field);
    void changed();
    void recheck();
    void save();
    void finishPublishing(const Result<AreaRequest, DispatchFailure> &answer);
    void readTimes();
    [[nodiscard]] RequestDraft freshDraft() const;
    [[nodiscard]] QList<FindingRow> rowsOf(RequestField field) const;
    [[nodiscard]] AreaRequest preview() const;
    [[nodiscard]] UtcTime now() const { return m_dispatch.clock().now(); }

    RequestDispatch &m_dispatch;
    CurrentCase &m_currentCase;
    QTimeZone m_zone;
    QTimer m_saveTimer;
    QTimer m_contextTimer;
    RequestDraft m_draft;
    QString m_fromText;
    QString m_toText;
    QString m_endsText;
    QString m_adoptedCase;            ///< The case number that came from the current case.
    std::set<RequestField> m_touched; ///< Fields whose emptiness is worth a word.
    RequestContext m_context;
    NearGround m_nearGround; ///< All of the ground; the context has what is near the area.
    std::vector<Finding> m_findings;
    QList<FindingSpan> m_spans;
    QString m_savedText;
    QString m_failureText;
    QString m_publishedText;
    bool m_isPublishing = false;
};

} // namespace Porchlight
