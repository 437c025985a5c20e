// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/verification.h"
#include "exportchoicemodel.h"
#include "workflow/currentcase.h"
#include "workflow/evidenceexport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <set>

namespace Porchlight {

/// The evidence page: choose, check, seal, done.
class ExportViewModel final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It is made with the program.")
    Q_PROPERTY(Porchlight::ExportViewModel::Stage stage READ stage NOTIFY stageChanged FINAL)
    Q_PROPERTY(int step READ step NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool hasCase READ hasCase NOTIFY contentChanged FINAL)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY contentChanged FINAL)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(Porchlight::ExportChoiceModel *choices READ choices CONSTANT FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY contentChanged FINAL)
    Q_PROPERTY(bool canGoNext READ canGoNext NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString packageName READ packageName NOTIFY contentChanged FINAL)
    Q_PROPERTY(QList<Porchlight::ExportLine> included READ included NOTIFY contentChanged FINAL)
    Q_PROPERTY(QList<Porchlight::ExportLine> leftOut READ leftOut NOTIFY contentChanged FINAL)
    Q_PROPERTY(QList<Porchlight::ExportLine> cautions READ cautions NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString recipient READ recipient WRITE setRecipient NOTIFY recipientChanged FINAL)
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY folderChanged FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressChanged FINAL)
    Q_PROPERTY(QString progressFigure READ progressFigure NOTIFY progressChanged FINAL)
    Q_PROPERTY(double progressShare READ progressShare NOTIFY progressChanged FINAL)
    Q_PROPERTY(QList<Porchlight::CheckResult> results READ results NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString resultSentence READ resultSentence NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString resultDetail READ resultDetail NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString resultFolder READ resultFolder NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString resultDigest READ resultDigest NOTIFY stageChanged FINAL)
    Q_PROPERTY(QList<Porchlight::ExportLine> held READ held NOTIFY stageChanged FINAL)
    Q_PROPERTY(QList<Porchlight::ExportLine> commands READ commands CONSTANT FINAL)

public:
    enum class Stage { Choose, Check, Seal, Writing, Done };
    Q_ENUM(Stage)

    ExportViewModel(EvidenceExport &evidenceExport, CurrentCase &currentCase);

    [[nodiscard]] Stage stage() const { return m_stage; }
    /// Of the four shown, from 0.
    [[nodiscard]] int step() const;
    [[nodiscard]] bool hasCase() const { return m_currentCase.caseFile().has_value(); }
    [[nodiscard]] bool isEmpty() const { return m_choices.count() == 0; }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] ExportChoiceModel *choices() { return &m_choices; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool canGoNext() const { return m_plan.has_value(); }
    [[nodiscard]] QString packageName() const;
    [[nodiscard]] QList<ExportLine> included() const;
    [[nodiscard]] QList<ExportLine> leftOut() const;
    [[nodiscard]] QList<ExportLine> cautions() const;
    [[nodiscard]] QString recipient() const { return m_recipient; }
    void setRecipient(const QString &recipient);
    [[nodiscard]] QString folder() const { return m_folder; }
    void setFolder(const QString &folder);
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QString progressFigure() const;
    /// 0 to 1; below 0 while it is not known.
    [[nodiscard]] double progressShare() const;
    [[nodiscard]] QList<CheckResult> results() const;
    [[nodiscard]] QString resultSentence() const;
    [[nodiscard]] QString resultDetail() const;
    [[nodiscard]] QString resultFolder() const;
    [[nodiscard]] QString resultDigest() const;
    [[nodiscard]] QList<ExportLine> held() const;
    [[nodiscard]] QList<ExportLine> commands() const;

    Q_INVOKABLE void setChosen(int row, bool isChosen);
    Q_INVOKABLE void goNext();
    Q_INVOKABLE void goBack();
    Q_INVOKABLE void useFolder(const QUrl &folder);
    Q_INVOKABLE void startExport();
    Q_INVOKABLE void cancelExport();
    Q_INVOKABLE void openFolder();
    Q_INVOKABLE void openStartPage();
    Q_INVOKABLE void copyText(const QString &text);
    Q_INVOKABLE void startAgain();
    Q_INVOKABLE void reload();
    Q_INVOKABLE void forgetProblem();

Q_SIGNALS:
    void stageChanged();
    void contentChanged();
    void problemChanged();
    void recipientChanged();
    void folderChanged();
    void progressChanged();

private:
    void onCaseChanged();
    void onMaterialChanged(std::optional<CaseId> caseId);
    void onProgressed(const ExportProgress &progress);
    void adopt(PackageContext context);
    void makePlan();
    void setStage(Stage stage);
    void setProblem(const QString &problem);

    EvidenceExport &m_export;
    CurrentCase &m_currentCase;
    Stage m_stage = Stage::Choose;
    bool m_isLoading = false;
    bool m_isStale = false; ///< Something changed while it was being read.
    QString m_problem;
    std::optional<PackageContext> m_context;
    std::optional<PackagePlan> m_plan;
    std::set<QString> m_excluded; ///< Ids of what the officer unticked.
    QString m_recipient;
    QString m_folder;
    ExportProgress m_progress;
    QElapsedTimer m_sinceStart;
    std::optional<WrittenPackage> m_written;
    qint64 m_writingMilliseconds = 0;
    ExportChoiceModel m_choices{this};
};

} // namespace Porchlight
