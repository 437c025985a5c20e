// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesource.h"
#include "core/failure.h"
#include "core/result.h"
#include "media/clipcopy.h"
#include "media/clipsurvey.h"
#include "media/copyturn.h"
#include "media/decoderjob.h"
#include "media/decoderprocess.h"
#include "media/decodersettings.h"
#include "media/frametable.h"
#include "media/mediaerror.h"
#include "media/mediasummary.h"
#include "media/stallwatch.h"
#include "mediaprotocol/envelope.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace Porchlight {

/// Talks with the decoder process of one clip, on a thread of its own: reads bytes of the clip for it, checks all it
/// says, ends it when it lies or stalls, and starts it once more. Ends it too when there is no work. It believes
/// nothing but what `untrusted.h` has checked.
class DecoderConnection : public QObject
{
    Q_OBJECT

public:
    DecoderConnection(DecoderSettings settings, std::unique_ptr<ByteSource> source, ClipWish wish);
    ~DecoderConnection() override;

    void start();
    void take(DecoderJob job);
    /// From the shelf alone, whatever the process is doing.
    void giveProxies(qint64 first, qint64 count, Answer<QList<DecodedFrame>> &answer);
    /// How many pictures came from the copy and not from a process. For any thread.
    [[nodiscard]] qint64 copiedPictures() const { return m_copiedPictures; }

Q_SIGNALS:
    /// Once.
    void
    opened(const Porchlight::Result<Porchlight::MediaSummary, Porchlight::Failure<Porchlight::MediaError>> &result);
    void rowsCame(const QList<Porchlight::FrameRow> &rows);
    /// All of them, provisional, from frame 0.
    void rowsExpected(const QList<Porchlight::FrameRow> &rows);
    void tableEnded(bool isDamaged, bool isKept);
    void proxiesEnded(qint64 count);
    void waveCame(const Porchlight::Waveform &waveform);
    void copyEnded(qint64 count, qint64 bytes);
    /// Right away, where there is a small picture of the frame on screen.
    void proxyCame(const Porchlight::DecodedFrame &frame);
    void pictureCame(const Porchlight::DecodedFrame &frame);
    void pictureFailed(qint64 number, const Porchlight::Failure<Porchlight::MediaError> &failure);
    void restarted();
    /// This packet ended the decoder: it is not decoded any more, and what needs it counts as damaged.
    void packetLeftOut(qint64 packet);
    /// After `opened` with a summary: nothing can be had of the clip any more.
    void ended(const Porchlight::Failure<Porchlight::MediaError> &failure);

private:
    using MediaFailure = Failure<MediaError>;
    enum class State { Starting, Opening, Open, Resting, Ended };
    struct Flight
    {
        DecoderJob job;
        quint32 slot = 0;
        Wire::SoundRequest sound; ///< As it was sent, of a SoundJob.
        bool isTakenBack = false; ///< It was told that nobody waits for this any more.
    };
    using Flights = std::map<quint64, Flight>;

    // Each says whether the message can be true.
    [[nodiscard]] bool accept(quint64 generation, const Wire::Ready &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Read &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Summary &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Picture &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Thumbnail &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Sound &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Working &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Failed &untrusted);
    // Of those about the whole clip, for the survey.
    [[nodiscard]] bool accept(quint64 generation, const Wire::Taken &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Expected &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::IndexPart &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Proxies &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::WavePart &untrusted);

    /// Another process has ended with this clip: what this one is doing must be known.
    [[nodiscard]] bool isCareful() const { return m_deaths > 0; }
    void launch();
    void connectSurvey();
    void connectCopy();
    template <typename Message, typename... Slot>
    [[nodiscard]] bool acceptSurvey(quint64 generation, const Message &untrusted, Slot... slot);
    [[nodiscard]] bool answerByProxy(DecoderJob &job);
    [[nodiscard]] bool answerByCopy(DecoderJob &job);
    void showCopied();
    void copyOn();
    void wake();
    void readMessages();
    void onMessage(const std::vector<std::uint8_t> &message);
    void onStalled();
    [[nodiscard]] Wire::Bytes readSource(const Wire::Read &read);
    void send(quint64 generation, const Wire::Request &request);
    void sendWaiting();
    [[nodiscard]] bool isScreenAwaited() const;
    void takeBackUnwanted();
    void takeBackScreen();
    void sendJob(DecoderJob job, quint32 slot);
    /// The flight of that generation, if it is for such a job and the answer names its slot.
    template <typename Job>
    [[nodiscard]] Flights::iterator find(quint64 generation, std::optional<quint32> slot);
    void land(Flights::iterator flight);
    void giveUp(DecoderJob &job, const MediaFailure &failure);
    void dropNotifier();
    void onDeath(const MediaFailure &cause);
    [[nodiscard]] bool blamePacket(const MediaFailure &cause);
    void rest();
    void dismiss();
    void end(const MediaFailure &failure);
    void showProgress();

    DecoderSettings m_settings;
    std::unique_ptr<ByteSource> m_source;
    ClipWish m_wish;

    State m_state = State::Starting;
    std::optional<DecoderProcess> m_process;
    std::unique_ptr<QSocketNotifier> m_notifier;
    StallWatch m_stallWatch;
    QTimer m_idleTimer;
    int m_deaths = 0;                ///< That no packet can be blamed for.
    std::optional<qint64> m_packet;  ///< Is being decoded, as a careful process says.
    std::optional<qint64> m_suspect; ///< The process before this one ended at it.
    QList<qint64> m_leftOut;         ///< Packets that ended one.
    bool m_comesFromRest = false;    ///< The process that is being started follows one that ended for want of work.
    bool m_hasOpened = false;
    std::optional<MediaFailure> m_failure; ///< In state Ended.

    quint64 m_lastGeneration = 0;
    quint64 m_openGeneration = 0;
    ClipSurvey m_survey;
    ShelfMark m_mark; ///< Once a process has opened the clip.
    ClipCopy m_copy;
    std::optional<quint64> m_copyGeneration; ///< None where no frame of the copy is awaited,
    qint64 m_copyNumber = 0;                 ///< else that one.
    CopyTurn m_copyTurn;
    QTimer m_copyTimer; ///< Runs out when it is to be seen again whether it is this clip's turn.
    std::atomic<qint64> m_copiedPictures = 0;
    quint64 m_steps = 0; ///< As the process counts them.
    quint64 m_signs = 0; ///< Of progress, by all processes.
    qint64 m_readSinceSign = 0;
    ConfinementLevel m_confinement = ConfinementLevel::None;

    std::optional<qint64> m_wantedOnScreen; ///< Not yet asked for.
    std::deque<DecoderJob> m_waiting;
    Flights m_flights;
    std::vector<quint32> m_freeSlots;
};

} // namespace Porchlight
