// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/movement.h"
#include "workflow/reviewsession.h"

#include <QObject>
#include <QRectF>

#include <optional>
#include <vector>

namespace Porchlight {

/// Looks for movement in one region of a clip: how much each frame differs there from the one before, by the small
/// pictures that the verified pass made of all of them. Before they are all there it cannot begin, and says so.
/// Compares on another thread, part by part, and can be stopped; what was compared until then stays.
class MovementSearch final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        NotReady, ///< Not all small pictures are there yet.
        Ready,
        Searching,
        Done,
        Stopped,
        Failed,
    };

    explicit MovementSearch(ReviewSession &session, QObject *parent = nullptr);

    /// `region` is of the stored picture. A search that runs is begun anew.
    void start(const QRectF &region);
    void stop();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Failure<MediaError>> &failure() const { return m_failure; }
    /// Frames that were looked at, and that there are.
    [[nodiscard]] qint64 lookedAt() const { return static_cast<qint64>(m_differences.size()); }
    [[nodiscard]] qint64 frameCount() const;
    /// One for each frame that was looked at; the first has none before it.
    [[nodiscard]] const std::vector<float> &differences() const { return m_differences; }

Q_SIGNALS:
    void changed();

private:
    struct Part
    {
        std::vector<float> differences;
        LumaPicture last;
    };

    void reset();
    void setState(State state);
    void lookWhetherReady();
    void askNext();
    void compare(const QList<DecodedFrame> &pictures);
    void take(Part part);
    [[nodiscard]] static Part compared(const LumaPicture &before, const QList<DecodedFrame> &pictures,
                                       const QRectF &region);

    ReviewSession &m_session;
    State m_state = State::NotReady;
    int m_run = 0; ///< Answers of an earlier search are dropped.
    QRectF m_region;
    LumaPicture m_last;
    std::vector<float> m_differences;
    std::optional<Failure<MediaError>> m_failure;
};

} // namespace Porchlight
