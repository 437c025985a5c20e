// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "caselistmodel.h"
#include "notices.h"
#include "palettemodel.h"
#include "statusnote.h"

#include "domain/casefile.h"
#include "domain/officer.h"
#include "workflow/currentcase.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// The frame around the pages: which page is shown, for which case, what the status line says. Pages ask for another
/// page by signals of their own; the frame passes them on to what shows it.
class ShellViewModel final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program.")
    Q_PROPERTY(Page page READ page WRITE setPage NOTIFY pageChanged FINAL)
    Q_PROPERTY(Porchlight::CaseListModel *cases READ cases CONSTANT FINAL)
    Q_PROPERTY(Porchlight::PaletteModel *palette READ palette CONSTANT FINAL)
    Q_PROPERTY(Porchlight::Notices *notices READ notices CONSTANT FINAL)
    Q_PROPERTY(bool hasCase READ hasCase NOTIFY caseFileChanged FINAL)
    Q_PROPERTY(Porchlight::CaseFile caseFile READ caseFile NOTIFY caseFileChanged FINAL)
    Q_PROPERTY(QString caseProblem READ caseProblem NOTIFY caseProblemChanged FINAL)
    Q_PROPERTY(Porchlight::Officer officer READ officer NOTIFY officerChanged FINAL)
    Q_PROPERTY(bool isLocked READ isLocked NOTIFY isLockedChanged FINAL)
    Q_PROPERTY(int newClips READ newClips NOTIFY newClipsChanged FINAL)
    Q_PROPERTY(bool hasDemoResidents READ hasDemoResidents NOTIFY statusChanged FINAL)
    Q_PROPERTY(Porchlight::LongWork longWork READ longWork NOTIFY statusChanged FINAL)
    Q_PROPERTY(Porchlight::StatusNote exchange READ exchange NOTIFY statusChanged FINAL)
    Q_PROPERTY(Porchlight::StatusNote decoder READ decoder NOTIFY statusChanged FINAL)
    Q_PROPERTY(Porchlight::StatusNote log READ log NOTIFY statusChanged FINAL)

public:
    enum Page { Map, Requests, Inbox, Review, Evidence, Oversight, Settings };
    Q_ENUM(Page)

    ShellViewModel(CurrentCase &currentCase, const LocalIdentity &identity, QObject *parent = nullptr);

    [[nodiscard]] Page page() const { return m_page; }
    void setPage(Page page);
    [[nodiscard]] CaseListModel *cases() { return &m_cases; }
    [[nodiscard]] PaletteModel *palette() { return &m_palette; }
    [[nodiscard]] Notices *notices() { return &m_notices; }
    [[nodiscard]] bool hasCase() const { return m_currentCase.caseFile().has_value(); }
    [[nodiscard]] CaseFile caseFile() const { return m_currentCase.caseFile().value_or(CaseFile()); }
    [[nodiscard]] QString caseProblem() const { return m_caseProblem; }
    [[nodiscard]] Officer officer() const { return m_identity.officer(); }
    [[nodiscard]] bool isLocked() const { return m_isLocked; }
    [[nodiscard]] int newClips() const { return m_newClips; }
    [[nodiscard]] bool hasDemoResidents() const { return m_hasDemoResidents; }
    [[nodiscard]] LongWork longWork() const { return m_longWork; }
    [[nodiscard]] StatusNote exchange() const { return m_exchange; }
    [[nodiscard]] StatusNote decoder() const { return m_decoder; }
    [[nodiscard]] StatusNote log() const { return m_log; }

    void setNewClips(int count);
    void setHasDemoResidents(bool hasDemoResidents);
    void setLongWork(const LongWork &work);
    void setExchange(const StatusNote &note);
    void setDecoder(const StatusNote &note);
    void setLog(const StatusNote &note);

    Q_INVOKABLE void chooseCase(const QString &id);
    /// Ends with caseOpened(), or with caseProblem telling why not.
    Q_INVOKABLE void openCase(const QString &number, const QString &title);
    Q_INVOKABLE void forgetCaseProblem();
    Q_INVOKABLE void showClip(const QString &clipId);
    Q_INVOKABLE void lock();
    Q_INVOKABLE void unlock();

Q_SIGNALS:
    void pageChanged();
    void caseFileChanged();
    void caseProblemChanged();
    void caseOpened();
    void officerChanged();
    void isLockedChanged();
    void newClipsChanged();
    void statusChanged();
    /// A clip was chosen on another page and is to be shown in Review.
    void clipShown(const QString &clipId);
    /// An agency was chosen in the palette and is to be shown on the map.
    void agencyShown(const QString &agencyId);
    void newCaseWanted();
    void keysWanted();

private:
    enum Command { NewCase, Lock, Keys };

    void offerPalette();
    void runEntry(const PaletteEntry &entry);
    void runCommand(int command);
    void setCaseProblem(const QString &problem);

    CurrentCase &m_currentCase;
    const LocalIdentity &m_identity;
    CaseListModel m_cases;
    PaletteModel m_palette;
    Notices m_notices;
    Page m_page = Map;
    QString m_caseProblem;
    bool m_isLocked = false;
    int m_newClips = 0;
    bool m_hasDemoResidents = false;
    LongWork m_longWork;
    StatusNote m_exchange;
    StatusNote m_decoder;
    StatusNote m_log;
};

} // namespace Porchlight
