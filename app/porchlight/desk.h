// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/preferences.h"
#include "workflow/workplace.h"

#include <QLockFile>
#include <QObject>
#include <QQmlApplicationEngine>
#include <QString>

#include <memory>
#include <optional>

class QQuickWindow;

namespace Porchlight {

class Room;
class ShellViewModel;

struct DeskOptions
{
    QString dataDirectory;
    /// Set: whatever the preferences say.
    std::optional<bool> hasDemoResidents{};
    /// Empty: beside this program.
    QString decoderProgram{};
    QString exchangeProgram{};
    QString demoClips{};
};

/// The composition root: owns everything the window works with, builds it in order and lets it go in reverse. Nothing
/// below it knows it.
class Desk final : public QObject
{
    Q_OBJECT

public:
    explicit Desk(DeskOptions options);
    ~Desk() override;

    /// Opens the data folder and then the window; ends with ready() or failed().
    void open();

    /// The window and its frame; null before ready().
    [[nodiscard]] QQuickWindow *window() const;
    [[nodiscard]] ShellViewModel *shell() const;

Q_SIGNALS:
    void ready();
    /// Nothing can be worked on; the sentence says why. It was shown in a window of its own, and when that is closed
    /// the program ends with 1.
    void failed(const QString &sentence);

private:
    [[nodiscard]] bool prepareFolder();
    void openWindow(const OpenedStore &store);
    void refuse(const QString &sentence);

    DeskOptions m_options;
    Preferences m_preferences;
    std::unique_ptr<QLockFile> m_folderLock;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<Room> m_room;
    QQmlApplicationEngine m_engine; ///< Last, so that pages go before what they show.
};

} // namespace Porchlight
