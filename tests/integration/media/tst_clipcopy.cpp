// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filesource.h"
#include "integration/media/oddclips.h"
#include "integration/media/openclip.h"
#include "media/framedigest.h"
#include "media/packedpicture.h"
#include "media/shelffolder.h"
#include "support/childprocesses.h"
#include "support/filesizelimit.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargeBudget = 1LL << 40U;

struct Kept
{
    qint64 count = -1;
    qint64 bytes = 0;
};

/// A client, and what it says of its copy.
struct Opened
{
    std::unique_ptr<DecoderClient> client;
    std::shared_ptr<std::optional<Kept>> kept = std::make_shared<std::optional<Kept>>(); // The connection shares it.

    [[nodiscard]] bool waitForCopy() const
    {
        return client && QTest::qWaitFor([this] { return kept->has_value(); }, Patience);
    }
};

} // namespace

/// The decoded pictures of a clip on the shelf: the same as the decoder's, or not used.
class TestClipCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        // Too little for the clip: it is worth a copy.
        m_settings = testSettings();
        m_settings.shelf = m_folder->filePath(u"shelf"_s);
        m_settings.frameMemory = 1'000'000;
        m_settings.copyBudget = LargeBudget;
        m_settings.copyDelay = std::chrono::milliseconds(0);
    }

    void givesThePicturesOfTheDecoder_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name :
             {u"plain"_s, u"ten-bit"_s, u"four-two-two"_s, u"four-four-four"_s, u"four-two-two-ten"_s, u"gray"_s,
              u"gray-ten"_s, u"rgb"_s, u"odd-size"_s, u"motion-jpeg"_s, u"mpeg4-avi"_s, u"hevc-open-gop-ts"_s,
              u"intra-refresh"_s, u"no-pts-avi"_s, u"vp9"_s, u"interlaced"_s, u"ts-damaged"_s}) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void givesThePicturesOfTheDecoder()
    {
        QFETCH(const QString, name);
        const QString clip = makeOddClip(name, m_folder->path());
        QVERIFY(!clip.isEmpty());
        const auto decoder = openClip(clip);
        QVERIFY(decoder && waitForTable(*decoder));

        const Opened copied = open(clip);
        QVERIFY(copied.waitForCopy());
        QCOMPARE((*copied.kept)->count, decoder->table().size());

        for (qint64 number = decoder->table().size() - 1; number >= 0; number -= 3) {
            const auto right = waitFor(decoder->frame(number));
            const auto frame = waitFor(copied.client->frame(number));
            QVERIFY(right && *right && frame && *frame);
            QCOMPARE((*frame)->facts(), (*right)->facts());
            QCOMPARE((*frame)->layout(), (*right)->layout());
            QCOMPARE(linesOf(**frame), linesOf(**right));
        }
        QCOMPARE(copied.client->copiedPictures(), (decoder->table().size() + 2) / 3);
    }

    void showsThemOnScreen()
    {
        const Opened copied = open(m_clip);
        QVERIFY(copied.waitForCopy());
        QList<DecodedFrame> shown;
        connect(copied.client.get(), &FrameSource::frameReady, this,
                [&](const DecodedFrame &frame) { shown.append(frame); });

        // Asked for in one breath: the newest counts.
        copied.client->requestFrame(3);
        copied.client->requestFrame(50);
        copied.client->requestFrame(17);

        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty() && shown.constLast().number() == 17, Patience);
        QCOMPARE(shown.constLast().facts(), copied.client->table().at(17));
        QCOMPARE(copied.client->copiedPictures(), shown.size());
    }

    void decodesAnewWhatIsAskedForWithItsDigest()
    {
        const Opened copied = open(m_clip);
        QVERIFY(copied.waitForCopy());

        const auto frame = waitFor(copied.client->frame(20, true));

        QVERIFY(frame && *frame);
        QVERIFY((*frame)->facts().digest == nativeDigestOf(**frame));
        QCOMPARE(copied.client->copiedPictures(), 0);
    }

    void isThereAtTheSecondOpening()
    {
        Kept first;
        {
            const Opened copied = open(m_clip);
            QVERIFY(copied.waitForCopy());
            first = **copied.kept;
        }

        const Opened again = open(m_clip);

        QVERIFY(again.waitForCopy());
        QVERIFY(again.client->table().isKept());
        QCOMPARE((*again.kept)->count, first.count);
        QCOMPARE((*again.kept)->bytes, first.bytes);
        showsTheRightFrames(*again.client, again.client->table().size());
    }

    void goesOnWhereItEnded()
    {
        m_settings.copyBudget = 200'000;
        qint64 first = 0;
        {
            const Opened copied = open(m_clip);
            QVERIFY(copied.waitForCopy());
            first = (*copied.kept)->count;
            QVERIFY(first > 0 && first < copied.client->table().size());
            QVERIFY((*copied.kept)->bytes <= m_settings.copyBudget);
            showsTheRightFrames(*copied.client, first);
        }
        const QByteArray before = copyBytes();
        m_settings.copyBudget = LargeBudget;

        const Opened copied = open(m_clip);

        QVERIFY(copied.waitForCopy());
        QCOMPARE((*copied.kept)->count, copied.client->table().size());
        // What was there has not been written anew.
        QVERIFY(copyBytes().endsWith(before.last(1000)) || copyBytes().contains(before.last(1000)));
        showsTheRightFrames(*copied.client, copied.client->table().size());
    }

    void asksTheDecoderWhereAByteIsWrong()
    {
        qint64 count = 0;
        {
            const Opened copied = open(m_clip);
            QVERIFY(copied.waitForCopy());
            count = (*copied.kept)->count;
        }
        // In the last picture, which was written last.
        QFile file(copyName());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 20));
        const QByteArray byte = file.read(1);
        QVERIFY(file.seek(file.size() - 20) && file.putChar(static_cast<char>(byte.at(0) ^ 0x10)));
        file.close();

        {
            const Opened copied = open(m_clip);
            QVERIFY(copied.waitForCopy());
            showsTheRightFrames(*copied.client, count - 1);
        }

        // And makes it again.
        const Opened copied = open(m_clip);
        QVERIFY(copied.waitForCopy());
        QCOMPARE((*copied.kept)->count, count);
        showsTheRightFrames(*copied.client, count);
    }

    void keepsNoPictureThatCanBeSeen()
    {
        const Opened copied = open(m_clip);
        QVERIFY(copied.waitForCopy());
        const QByteArray bytes = copyBytes();

        for (const qint64 number : {0, 20, 60}) {
            const auto frame = waitFor(copied.client->frame(number));
            QVERIFY(frame && *frame);
            const QByteArray packed = linesOf(**frame);
            QVERIFY(packed.size() > 1000 && bytes.size() > packed.size());
            QVERIFY(!bytes.contains(packed.sliced(packed.size() / 2, 16)));
        }
    }

    void isNotReadUnderAnotherKey()
    {
        {
            const Opened copied = open(m_clip);
            QVERIFY(copied.waitForCopy());
        }
        m_key = SecretKey::create();

        const Opened copied = open(m_clip);

        QVERIFY(copied.waitForCopy());
        QVERIFY(!copied.client->table().isKept());
        QCOMPARE((*copied.kept)->count, copied.client->table().size());
        showsTheRightFrames(*copied.client, copied.client->table().size());
    }

    void isNotUsedForAnotherClip()
    {
        {
            const Opened copied = open(m_clip);
            QVERIFY(copied.waitForCopy());
        }
        // With the same digest, which never happens.
        const Opened other = open(m_otherClip);

        QVERIFY(other.waitForCopy());
        QCOMPARE((*other.kept)->count, other.client->table().size());
        showsTheRightFrames(*other.client, other.client->table().size());
    }

    void isNotMadeWhereNothingIsKept()
    {
        m_settings.shelf.clear();

        const Opened opened = open(m_clip);

        QVERIFY(opened.waitForCopy());
        QCOMPARE((*opened.kept)->count, 0);
    }

    void isNotMadeOfWhatFitsIntoMemory()
    {
        m_settings.frameMemory = testSettings().frameMemory;
        const QString clip = makeOddClip(u"plain"_s, m_folder->path());

        const Opened opened = open(clip);

        QVERIFY(opened.waitForCopy());
        QCOMPARE((*opened.kept)->count, 0);
        QVERIFY(!QFile::exists(copyName()));
    }

    void letsOtherWorkGoFirst()
    {
        const Opened copied = open(m_clip);
        QVERIFY(copied.client && waitForTable(*copied.client));

        for (const qint64 number : {70, 3, 100, 55}) {
            const auto frame = waitFor(copied.client->frame(number, true));
            QVERIFY(frame && *frame);
            QCOMPARE((*frame)->number(), number);
        }

        QVERIFY(!copied.kept->has_value());
        QVERIFY(copied.waitForCopy());
        QCOMPARE((*copied.kept)->count, copied.client->table().size());
    }

    void startsNoProcessForWhatItHolds()
    {
        m_settings.idleLimit = std::chrono::seconds(1);
        const Opened copied = open(m_clip);
        QVERIFY(copied.waitForCopy());
        QTRY_VERIFY_WITH_TIMEOUT(childProcesses().isEmpty(), Patience);

        showsTheRightFrames(*copied.client, copied.client->table().size());

        QVERIFY(childProcesses().isEmpty());
    }

    void endsQuietlyWhenTheDiskIsFull()
    {
        const Opened copied = open(m_clip);
        QVERIFY(copied.client && waitForTable(*copied.client));
        const QSignalSpy failures(copied.client.get(), &FrameSource::clipFailed);
        // Below what is written already, or a little later.
        const FileSizeLimit limit(300'000);

        QVERIFY(copied.waitForCopy());

        QVERIFY((*copied.kept)->count < copied.client->table().size());
        QVERIFY(failures.isEmpty());
        showsTheRightFrames(*copied.client, (*copied.kept)->count);
    }

    void goesWithItsClip()
    {
        const Opened copied = open(m_clip);
        QVERIFY(copied.waitForCopy());
        QVERIFY(QFile::exists(copyName()));

        ShelfFolder(m_settings.shelf).sweep({});

        QVERIFY(!QFile::exists(copyName()));
        // Who has it open sees it to the end.
        showsTheRightFrames(*copied.client, copied.client->table().size());
    }

private:
    [[nodiscard]] QString copyName() const { return ShelfFolder(m_settings.shelf).pathFor(m_digest) + u".copy"_s; }
    [[nodiscard]] QByteArray copyBytes() const
    {
        QFile file(copyName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] Opened open(const QString &clip) const
    {
        Opened opened;
        auto source = FileSource::open(clip);
        opened.client = std::make_unique<DecoderClient>(m_settings);
        connect(opened.client.get(), &FrameSource::copyCompleted, opened.client.get(),
                [kept = opened.kept](qint64 count, qint64 bytes) { *kept = {.count = count, .bytes = bytes}; });
        const auto summary = waitFor(opened.client->open(*std::move(source), {.digest = m_digest, .shelfKey = m_key}));
        if (!summary || !*summary) {
            opened.client.reset();
        }
        return opened;
    }
    [[nodiscard]] static QByteArray linesOf(const DecodedFrame &frame)
    {
        const auto packed = packPicture(frame);
        return packed.value_or(QByteArray());
    }
    /// Each frame has the pixels that the table says, and so many of them came from the copy.
    void showsTheRightFrames(DecoderClient &client, qint64 fromCopy) const
    {
        const qint64 before = client.copiedPictures();
        for (qint64 number = 0; number < client.table().size(); ++number) {
            const auto frame = waitFor(client.frame(number));
            QVERIFY(frame && *frame);
            QCOMPARE((*frame)->number(), number);
            QCOMPARE(pixelHashOf(**frame), client.table().at(number).quickHash);
        }
        QCOMPARE(client.copiedPictures() - before, fromCopy);
    }

    QString m_clip = qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS") + u"/street-02-h265-20.mp4"_s;
    QString m_otherClip = qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS") + u"/street-05-portrait-24.mp4"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    DecoderSettings m_settings;
    Digest m_digest;
    std::optional<SecretKey> m_key = SecretKey::create();
};

QTEST_GUILESS_MAIN(TestClipCopy)
#include "tst_clipcopy.moc"
