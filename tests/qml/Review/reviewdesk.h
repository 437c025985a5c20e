// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reviewviewmodel.h"
#include "support/fakeframesource.h"
#include "workflow/camerawall.h"
#include "workflow/currentcase.h"
#include "workflow/preferencekeeper.h"
#include "workflow/workplace.h"

#include <QQuickView>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace Porchlight {

/// A data folder with one case, for review: real store, vault and log; the frames come from wherever the test says.
class ReviewDesk
{
public:
    struct ClipSettings
    {
        QString file; ///< Its bytes; empty for a few made up ones.
        QString placeText = QStringLiteral("Wood St 2311");
        bool allowsSound = false;
        bool isSensitive = false;
        std::optional<UtcTime> start = UtcTime::fromString(u"2026-11-22T21:13:40Z");
        QDate until = QDate(2099, 12, 31);
        ClipState state = ClipState::Accepted;
    };

    explicit ReviewDesk(ReviewSession::SourceMaker makeSource);

    /// True once the folder is open and the case chosen.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] ClipId addClip(const ClipSettings &settings);

    [[nodiscard]] Workplace &workplace() { return *m_workplace; }
    [[nodiscard]] CameraWall &wall() { return *m_wall; }
    /// Of the first camera.
    [[nodiscard]] ReviewSession &session() { return m_wall->session(0); }
    [[nodiscard]] PreferenceKeeper &preferences() { return *m_preferences; }
    [[nodiscard]] ReviewViewModel &viewModel() { return *m_viewModel; }
    [[nodiscard]] Camera &camera() { return m_viewModel->cameras()->at(0); }
    [[nodiscard]] const CaseFile &caseFile() const { return m_case; }
    [[nodiscard]] std::vector<CustodyEvent> log();
    /// The same store, as another program has it open.
    [[nodiscard]] std::unique_ptr<Store> anotherProgram();
    [[nodiscard]] std::vector<CustodyAction> actions();

    /// The page in a window of its own.
    [[nodiscard]] QQuickView *showPage(QSize size = {1204, 726}, bool isNight = true);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<CurrentCase> m_currentCase;
    std::unique_ptr<CameraWall> m_wall;
    std::unique_ptr<PreferenceKeeper> m_preferences;
    std::unique_ptr<ReviewViewModel> m_viewModel;
    std::unique_ptr<QQuickView> m_view;
    CaseFile m_case;
    RequestId m_request;
    bool m_isReady = false;
};

/// The item of that name, wherever it is in the page; rows of lists too.
[[nodiscard]] QQuickItem *itemNamed(QQuickView *view, const QString &name);

} // namespace Porchlight
