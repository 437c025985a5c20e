// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "reviewdesk.h"
#include "workflow/reviewshelf.h"

#include <QFile>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 10'000;

} // namespace

/// What is kept of clips goes when they may not be seen any more.
class ReviewShelfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ReviewDesk>([] { return std::unique_ptr<FrameSource>(); });
        QVERIFY(m_desk->isReady());
        m_folder = m_desk->workplace().decoderSettings().shelf;
    }

    void removesAtItsStartWhatMayNotBeSeen()
    {
        const Digest seen = keep({.placeText = u"seen"_s});
        const Digest heard = keep({.placeText = u"heard"_s, .allowsSound = true});
        const Digest declined = keep({.placeText = u"declined"_s, .state = ClipState::Declined});
        const Digest disputed = keep({.placeText = u"disputed"_s, .state = ClipState::Disputed});
        const Digest over = keep({.placeText = u"over"_s, .until = QDate(2020, 1, 31)});
        const Digest foreign = sha256("of no clip");
        putAll(foreign);

        const ReviewShelf shelf(m_desk->workplace().store(), m_desk->workplace().clock(), m_folder);

        for (const Digest &clip : {declined, disputed, over, foreign}) {
            QTRY_COMPARE_WITH_TIMEOUT(kept(clip), QString(), Patience);
        }
        QTRY_COMPARE_WITH_TIMEOUT(kept(seen), u".index .proxies"_s, Patience);
        QCOMPARE(kept(heard), u".index .proxies .wave"_s);
    }

    void removesItWhenTheClipIsDeclined()
    {
        const ClipId id = m_desk->addClip({.allowsSound = true});
        const auto clip = m_desk->workplace().store().findClip(id);
        QTRY_VERIFY_WITH_TIMEOUT(clip.isFinished(), Patience);
        const Digest digest = (*clip.result())->digest;
        putAll(digest);
        const Digest foreign = sha256("of no clip");
        putAll(foreign);
        const ReviewShelf shelf(m_desk->workplace().store(), m_desk->workplace().clock(), m_folder);
        // It has looked, and this may be seen.
        QTRY_COMPARE_WITH_TIMEOUT(kept(foreign), QString(), Patience);
        QCOMPARE(kept(digest), u".index .proxies .wave"_s);

        const auto done =
            m_desk->workplace().store().setClipState(id, ClipState::Declined, u"another street"_s,
                                                     {.action = CustodyAction::ClipDeclined,
                                                      .subject = CustodySubject::Clip,
                                                      .subjectId = id.toString(),
                                                      .officer = m_desk->workplace().identity().officer()});

        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished() && done.result().has_value(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(kept(digest), QString(), Patience);
    }

    void takesTheKeysAlong()
    {
        Store &store = m_desk->workplace().store();
        const Digest seen = keep({.placeText = u"seen"_s});
        const Digest over = keep({.placeText = u"over"_s, .until = QDate(2020, 1, 31)});
        const SecretKey keyOfSeen = keyOf(seen);
        const SecretKey keyOfOver = keyOf(over);

        const ReviewShelf shelf(store, m_desk->workplace().clock(), m_folder);
        QTRY_COMPARE_WITH_TIMEOUT(kept(over), QString(), Patience);

        QVERIFY(keyOf(seen) == keyOfSeen);
        QVERIFY(keyOf(over) != keyOfOver);
    }

private:
    [[nodiscard]] SecretKey keyOf(const Digest &clip) const
    {
        const auto key = m_desk->workplace().store().clipKey(clip);
        const bool isThere = QTest::qWaitFor([&key] { return key.isFinished(); }, Patience);
        return isThere && key.result() ? *key.result() : SecretKey({});
    }
    void putAll(const Digest &clip) const
    {
        const QString path = ShelfFolder(m_folder).pathFor(clip);
        for (const QString &ending : {u".index"_s, u".proxies"_s, u".wave"_s}) {
            QFile file(path + ending);
            QVERIFY(ShelfFolder::prepare(path) && file.open(QIODevice::WriteOnly) &&
                    file.write(ShelfFolder::form().toByteArray()) > 0);
        }
    }
    [[nodiscard]] QString kept(const Digest &clip) const
    {
        QStringList there;
        for (const QString &ending : {u".index"_s, u".proxies"_s, u".wave"_s}) {
            if (QFile::exists(ShelfFolder(m_folder).pathFor(clip) + ending)) {
                there.append(ending);
            }
        }
        return there.join(u' ');
    }
    /// A clip of the case with all that can be kept of it.
    Digest keep(const ReviewDesk::ClipSettings &settings) const
    {
        const auto clip = m_desk->workplace().store().findClip(m_desk->addClip(settings));
        const bool isThere = QTest::qWaitFor([&clip] { return clip.isFinished(); }, Patience);
        const Digest digest = isThere && clip.result() && *clip.result() ? (*clip.result())->digest : Digest();
        putAll(digest);
        return digest;
    }

    std::unique_ptr<ReviewDesk> m_desk;
    QString m_folder;
};

QTEST_MAIN(ReviewShelfTest)
#include "tst_reviewshelf.moc"
