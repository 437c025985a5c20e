// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/id.h"
#include "domain/casefile.h"
#include "domain/clockset.h"
#include "domain/marker.h"
#include "domain/sharedclip.h"
#include "domain/still.h"
#include "identity/localidentity.h"
#include "media/framesource.h"
#include "review/markerspan.h"
#include "review/reviewtimeline.h"
#include "store/store.h"
#include "vault/evidencevault.h"
#include "workflow/clipbytes.h"
#include "workflow/contactsheet.h"
#include "workflow/reviewfailure.h"
#include "workflow/stillrecord.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Porchlight {

/// One officer looks at one clip: what she sees, marks and keeps. Nothing is shown before the custody log says that it
/// was opened, for which case, and how far the decoder is confined; if that cannot be written, nothing is shown at all.
/// Every act is one transaction with its entry in the log.
class ReviewSession final : public QObject
{
    Q_OBJECT

public:
    enum class State { Closed, Opening, Open, Failed };
    /// Which frames a contact sheet was asked to show; it stands in its record.
    enum class SheetChoice { WholeClip, InToOut, Markers };
    using SourceMaker = std::function<std::unique_ptr<FrameSource>()>;

    ReviewSession(Store &store, EvidenceVault &vault, const LocalIdentity &identity, const Clock &clock,
                  SourceMaker makeSource);
    ~ReviewSession() override;

    /// `videoStream`: FFmpeg's index of another picture than the clip's own one, for a clip that holds several.
    void open(ClipId id, int videoStream = -1);
    void close();
    /// Opens the clip anew with that picture of it, one of `pictures()`.
    void showPicture(int videoStream);

    [[nodiscard]] State state() const { return m_state; }
    /// Why nothing can be shown, in state Failed.
    [[nodiscard]] const std::optional<ReviewFailure> &failure() const { return m_failure; }

    /// The clip that was asked for last; null while closed.
    [[nodiscard]] ClipId clipId() const { return m_clipId; }
    [[nodiscard]] const std::optional<SharedClip> &clip() const { return m_clip; }
    [[nodiscard]] const std::optional<CaseFile> &caseFile() const { return m_case; }
    /// Null unless a clip is open.
    [[nodiscard]] FrameSource *source() const { return m_state == State::Open ? m_source.get() : nullptr; }
    [[nodiscard]] const std::optional<MediaSummary> &summary() const { return m_summary; }
    /// The streams with moving pictures, the clip's own one among them.
    [[nodiscard]] std::vector<StreamSummary> pictures() const;
    /// Frame numbers of markers, stills and exports are those of the clip's own picture. While another one is shown,
    /// nothing is kept that would be known by its numbers, and markers are not shown.
    [[nodiscard]] bool showsOwnPicture() const { return m_wishedStream < 0; }
    /// The clip on the wall clock, for as many of its frames as are known.
    [[nodiscard]] const ReviewTimeline &timeline() const { return m_timeline; }
    [[nodiscard]] bool isTableComplete() const;
    /// In the order of the clip.
    [[nodiscard]] const std::vector<Marker> &markers() const { return m_markers; }
    [[nodiscard]] const std::vector<Still> &stills() const { return m_stills; }
    /// A clip that the resident flagged as sensitive, until somebody says why it must be seen.
    [[nodiscard]] bool isCovered() const { return m_isCovered; }
    /// Sound is there, and the resident allowed it to be heard.
    [[nodiscard]] bool hasSound() const;
    /// How loud the clip is over its time. Made only where the resident allowed the sound; until it is there, empty.
    [[nodiscard]] Waveform waveform() const;

    /// The reason is recorded before the picture is uncovered.
    void reveal(const QString &reason);
    /// Recorded once for each opening.
    void recordSoundPlayed();
    void mark(FrameSpan span, const QString &note);
    /// The version before it is kept.
    void editMarker(MarkerId id, const QString &note, const QStringList &tags);
    void removeMarker(MarkerId id);
    /// Kept with the clip and in the log, with what was there before.
    void setClock(std::optional<UtcTime> statedStart, const ClockOffset &clock, ClockSource source);
    /// Moves the clip along the wall clock at once; kept and logged once it has stood still, or is closed.
    void nudgeClock(std::chrono::microseconds step);
    /// Keeps the frame in stored pixels as PNG, with a record beside it that says what exactly it is, and how it was
    /// shown.
    void takeStill(qint64 frame, const ViewAdjustment &view = {});
    /// Keeps a page with these frames, made smaller, as a still is kept. One at a time.
    void makeSheet(std::vector<qint64> frames, SheetChoice choice, const ViewAdjustment &view = {});
    void cancelSheet();
    /// Frames of the sheet that is being made, and how many of them are on it; none while there is no sheet.
    [[nodiscard]] int sheetTotal() const { return m_sheet ? static_cast<int>(m_sheet->frames.size()) : 0; }
    [[nodiscard]] int sheetDone() const { return m_sheet ? static_cast<int>(m_sheet->tiles.size()) : 0; }

Q_SIGNALS:
    void stateChanged();
    void timelineChanged();
    void waveformChanged();
    /// Whoever changed them, also in another program.
    void markersChanged();
    void stillsChanged();
    void coverChanged();
    void markerAdded(const Porchlight::Marker &marker);
    /// It is kept; stills() and stillsChanged() follow.
    void stillTaken(const Porchlight::Still &still);
    void sheetProgressed();
    void decoderRestarted();
    /// One packet of the clip is not decoded any more, because it ended the decoder; frames that need it are marked.
    void packetLeftOut();
    /// Something that was asked for was not done. What was there is unchanged.
    void failed(const Porchlight::ReviewFailure &failure);

private:
    /// A picture on its way into vault and store.
    struct StillWork
    {
        Still still;
        QByteArray png;
        Digest recordDigest;
        std::function<QJsonObject(const Still &)> recordOf;
    };
    struct SheetWork
    {
        std::vector<qint64> frames;
        SheetChoice choice = SheetChoice::WholeClip;
        ViewAdjustment view;
        std::optional<SheetLayout> layout;
        std::vector<SheetTile> tiles;
    };

    void findClip(ClipId id);
    void findCase();
    void logOpening();
    void openBytes();
    void openSource(ClipBytes bytes);
    void logDecoder(const MediaSummary &summary);
    void readMarkers();
    void readStills();
    void finishOpening();
    void fail(ReviewFailure failure);
    /// Says so where another picture than the clip's own one is shown.
    [[nodiscard]] bool refusesToKeep();
    [[nodiscard]] std::optional<UtcTime> startOfPicture() const;
    void refuse(Failure<ReviewError> failure);
    void connectSource();
    void rebuildTimeline();
    void onClipFailed(const Failure<MediaError> &failure);
    [[nodiscard]] StillCircumstances circumstancesOf(const DecodedFrame &frame, const ViewAdjustment &view) const;
    void drawStill(const DecodedFrame &frame, const ViewAdjustment &view);
    void writeStill(StillWork work);
    void keepStill(StillWork work);
    void keepRecord(StillWork work);
    void nextTile();
    void takeTile(const DecodedFrame &frame);
    void drawSheetPage();
    void endSheet();
    [[nodiscard]] QString markerWords(qint64 frame) const;
    void keepClock(const ClipClock &before, ClockSource source);
    void reloadClock();
    void keepNudge();
    void onStoreChanged(const StoreChange &change);
    void reloadMarkers();
    void reloadStills();
    [[nodiscard]] std::optional<Marker> findMarker(MarkerId id) const;
    [[nodiscard]] EventDraft eventFor(CustodyAction action, CustodySubject subject, const QString &subjectId) const;
    [[nodiscard]] EventDraft clipEvent(CustodyAction action) const;

    /// A continuation that does nothing once another clip has been opened or this one closed.
    template <typename R, typename Next>
    auto inThisOpening(Next next);
    /// The same for one sheet of it.
    template <typename R, typename Next>
    auto inThisSheet(Next next);

    Store &m_store;
    EvidenceVault &m_vault;
    const LocalIdentity &m_identity;
    const Clock &m_clock;
    SourceMaker m_makeSource;

    State m_state = State::Closed;
    int m_opening = 0;
    std::optional<ReviewFailure> m_failure;
    ClipId m_clipId;
    int m_wishedStream = -1;
    int m_ownStream = -1; ///< Of the clip with m_clipId, once it has been open.
    std::optional<SharedClip> m_clip;
    std::optional<CaseFile> m_case;
    std::unique_ptr<FrameSource> m_source;
    std::optional<MediaSummary> m_summary;
    ReviewTimeline m_timeline;
    QTimer m_timelineTimer;
    QTimer m_nudgeTimer;
    int m_clockWrites = 0; ///< Under way.
    std::optional<ClipClock> m_clockBeforeNudge;
    std::vector<Marker> m_markers;
    std::vector<Still> m_stills;
    std::optional<SheetWork> m_sheet;
    int m_sheetNumber = 0;
    bool m_isCovered = false;
    bool m_isSoundRecorded = false;
};

template <typename R, typename Next>
auto ReviewSession::inThisOpening(Next next)
{
    return [this, opening = m_opening, next = std::move(next)](R result) mutable {
        if (opening == m_opening) {
            next(std::move(result));
        }
    };
}

template <typename R, typename Next>
auto ReviewSession::inThisSheet(Next next)
{
    return inThisOpening<R>([this, number = m_sheetNumber, next = std::move(next)](R result) mutable {
        if (m_sheet && number == m_sheetNumber) {
            next(std::move(result));
        }
    });
}

} // namespace Porchlight
