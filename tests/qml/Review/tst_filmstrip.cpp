// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filmstrip.h"
#include "support/fakeframesource.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <tuple>

using namespace Porchlight;
using namespace std::chrono_literals;

namespace {

/// Two frames are counted, two are promised.
FakeFrameSource::Script halfCounted()
{
    return {.starts = {0us, 100'000us, 200'000us, 300'000us}, .countedAtFirst = 2, .isExpected = true};
}

} // namespace

class FilmStripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_source = std::make_unique<FakeFrameSource>(halfCounted());
        std::ignore = m_source->open(nullptr);
        m_strip = std::make_unique<FilmStrip>();
        m_strip->setSource(m_source.get(), {});
    }

    void bringsWhatIsWanted()
    {
        m_strip->want({{.frame = 0}, {.frame = 1}});
        QTRY_VERIFY(!m_strip->picture(0).isNull() && !m_strip->picture(1).isNull());
        QVERIFY(m_strip->picture(2).isNull());
        QVERIFY(m_strip->picture(0) != m_strip->picture(1));
    }

    void fetchesAPictureAgainOnceItsFrameIsCounted()
    {
        m_strip->want({{.frame = 3, .isProvisional = true}});
        QTRY_VERIFY(!m_strip->picture(3).isNull());
        const QImage promised = m_strip->picture(3);

        m_source->countOn(2);
        m_strip->want({{.frame = 3}});
        QTRY_VERIFY(m_strip->picture(3) != promised);

        // And never the other way round.
        const QImage counted = m_strip->picture(3);
        QSignalSpy added(m_strip.get(), &FilmStrip::pictureAdded);
        m_strip->want({{.frame = 3, .isProvisional = true}, {.frame = 0}});
        QTRY_VERIFY(!m_strip->picture(0).isNull());
        QCOMPARE(added.size(), 1);
        QCOMPARE(m_strip->picture(3), counted);
    }

    void leavesThePlaceOfAFrameEmptyThatCannotBeHad()
    {
        m_strip->want({{.frame = 9}, {.frame = 1}});
        QTRY_VERIFY(!m_strip->picture(1).isNull());
        QVERIFY(m_strip->picture(9).isNull());
    }

private:
    std::unique_ptr<FakeFrameSource> m_source;
    std::unique_ptr<FilmStrip> m_strip;
};

QTEST_MAIN(FilmStripTest)

#include "tst_filmstrip.moc"
