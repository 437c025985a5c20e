// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/reviewtimeline.h"
#include "workflow/reviewsession.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Porchlight {

/// One to nine clips of a case that are looked at together, each in a session and with a decoder of its own, laid out
/// on one wall clock. There is always at least one session; before a clip is chosen it is closed.
class CameraWall final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t MostCameras = 9;

    CameraWall(Store &store, EvidenceVault &vault, const LocalIdentity &identity, const Clock &clock,
               ReviewSession::SourceMaker makeSource);
    ~CameraWall() override;

    /// Whose clips are listed.
    void chooseCase(CaseId id);
    /// Clips of the chosen case that can be looked at, in the order they came.
    [[nodiscard]] const std::vector<SharedClip> &clips() const { return m_clips; }

    [[nodiscard]] std::size_t size() const { return m_sessions.size(); }
    [[nodiscard]] ReviewSession &session(std::size_t camera) const { return *m_sessions.at(camera); }
    /// The camera that shows this clip.
    [[nodiscard]] std::optional<std::size_t> cameraOf(ClipId id) const;

    /// Closes every camera but the first, which opens this clip.
    void open(ClipId id);
    /// Of the least confined decoder; none while no clip is open.
    [[nodiscard]] std::optional<ConfinementLevel> confinement() const;

    /// One camera more; the first one where none is in use.
    void add(ClipId id);
    void remove(std::size_t camera);
    void close();

    /// Every camera at its own index, one whose clip is not open yet without frames.
    [[nodiscard]] const ReviewTimeline &timeline() const { return m_timeline; }

    /// The clock of `camera` is laid so that its frame and the one of another camera, which show the same event, are at
    /// one time. Its word of being checked goes with it. False where the other one has no place on the wall clock.
    bool matchClock(std::size_t camera, qint64 frame, std::size_t other, qint64 otherFrame);

Q_SIGNALS:
    void clipsChanged();
    void cameraAdded(std::size_t camera);
    void cameraAboutToBeRemoved(std::size_t camera);
    void cameraRemoved(std::size_t camera);
    void timelineChanged();
    void failed(const Porchlight::ReviewFailure &failure);

private:
    void reloadClips();
    ReviewSession &addSession();
    void rebuildTimeline();

    Store &m_store;
    EvidenceVault &m_vault;
    const LocalIdentity &m_identity;
    const Clock &m_clock;
    ReviewSession::SourceMaker m_makeSource;

    std::optional<CaseId> m_chosenCase;
    std::vector<SharedClip> m_clips;
    std::vector<std::unique_ptr<ReviewSession>> m_sessions;
    ReviewTimeline m_timeline;
};

} // namespace Porchlight
