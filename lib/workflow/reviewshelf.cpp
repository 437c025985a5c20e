// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/reviewshelf.h"

#include "workflow/reviewfailure.h"

#include <QThreadPool>

#include <algorithm>
#include <map>
#include <ranges>

using namespace std::chrono_literals;

namespace Porchlight {

namespace {

// Many changes that come together are one.
constexpr auto Pause = 300ms;
constexpr auto LongPause = 1h;

/// The same bytes may have come to several cases: what one of them allows is kept.
std::map<Digest, ShelfLeave> leavesOf(const std::vector<SharedClip> &clips, QDate today)
{
    std::map<Digest, ShelfLeave> leaves;
    for (const SharedClip &clip : clips) {
        if (!reasonAgainstReview(clip, today)) {
            const ShelfLeave leave = clip.scope().sound ? ShelfLeave::All : ShelfLeave::WithoutSound;
            ShelfLeave &kept = leaves.try_emplace(clip.digest, leave).first->second;
            kept = std::max(kept, leave);
        }
    }
    return leaves;
}

} // namespace

ReviewShelf::ReviewShelf(Store &store, const Clock &clock, const QString &folder)
    : m_store(store)
    , m_clock(clock)
    , m_folder(folder)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(Pause);
    m_nowAndThen.setInterval(LongPause);
    connect(&m_soon, &QTimer::timeout, this, &ReviewShelf::look);
    connect(&m_nowAndThen, &QTimer::timeout, this, &ReviewShelf::look);
    connect(&m_store, &Store::changed, this, [this](const StoreChange &change) {
        if (change.concerns(StoreChange::Kind::Clip)) {
            m_soon.start();
        }
    });
    m_nowAndThen.start();
    look();
}

void ReviewShelf::look()
{
    using Read = StoreResult<std::vector<SharedClip>>;
    m_store.clips().then(this, [this](const Read &read) {
        // A store that cannot be read says nothing of any clip.
        if (read) {
            sweep(*read);
        }
    });
}

void ReviewShelf::sweep(const std::vector<SharedClip> &clips)
{
    const std::map<Digest, ShelfLeave> leaves = leavesOf(clips, m_clock.now().toDateTime().toLocalTime().date());
    const auto names = std::views::keys(leaves);
    m_store.removeClipKeysBut({names.begin(), names.end()});
    QThreadPool::globalInstance()->start([folder = m_folder, leaves] { folder.sweep(leaves); });
}

} // namespace Porchlight
