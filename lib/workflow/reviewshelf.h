// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "media/shelffolder.h"
#include "store/store.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace Porchlight {

/// Sees to it that nothing is kept of a clip that nobody may look at: one that was declined, whose bytes are disputed,
/// whose consent has ended, or that is not in the store any more; and no waveform where nobody may hear it. The keys of
/// such clips go with the files. Looks at its start, whenever clips change, and now and then, because consent ends by
/// itself.
class ReviewShelf final : public QObject
{
    Q_OBJECT

public:
    ReviewShelf(Store &store, const Clock &clock, const QString &folder);

private:
    void look();
    void sweep(const std::vector<SharedClip> &clips);

    Store &m_store;
    const Clock &m_clock;
    ShelfFolder m_folder;
    QTimer m_soon;
    QTimer m_nowAndThen;
};

} // namespace Porchlight
