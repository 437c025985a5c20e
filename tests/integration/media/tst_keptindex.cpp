// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "integration/media/ffmpegtruth.h"
#include "integration/media/openclip.h"
#include "media/frameimage.h"
#include "media/shelffolder.h"
#include "support/framenumber.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

/// What the pass made of a clip is kept beside it, used as long as it fits, and never believed when it does not.
class TestKeptIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_digest = {};
        m_key = SecretKey::create();
        m_budget = DecoderSettings().shelfBudget;
    }

    void opensASecondTimeWithoutDecodingAnew()
    {
        const FrameTable first = countedBy(m_clip);

        const auto client = openKept(m_clip);
        QVERIFY(client);
        // Both come with the opening: nothing was decoded between.
        QTRY_VERIFY_WITH_TIMEOUT(client->table().isComplete(), Patience);
        QCOMPARE(client->table().size(), first.size());
        QCOMPARE(client->table().rows(), first.rows());
        const QStringList truth = frameHashes(m_clip, client->summary()->videoStream);
        for (const qint64 number : {first.size() - 1, first.size() / 2, qint64{0}, qint64{7}}) {
            const auto frame = waitFor(client->frame(number, true));
            QVERIFY(frame && *frame);
            QCOMPARE(QString::fromStdString((*frame)->facts().digest->toHex()), truth.at(number));
        }
    }

    void showsTheSmallPictureOfTheVeryFrame()
    {
        const FrameTable table = countedBy(m_clip);
        const auto client = openKept(m_clip);
        QVERIFY(client);
        QTRY_VERIFY_WITH_TIMEOUT(client->table().isComplete(), Patience);
        QList<DecodedFrame> shown;
        connect(client.get(), &FrameSource::proxyReady, this, [&](const DecodedFrame &frame) { shown.append(frame); });

        for (qint64 number = 0; number < table.size(); number += 11) {
            shown.clear();
            client->requestFrame(number);

            QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, Patience);
            QVERIFY(shown.constFirst().isProxy());
            QCOMPARE(shown.constFirst().number(), number);
            QCOMPARE(shown.constFirst().size(), table.at(number).size);
            QCOMPARE(shown.constFirst().pixels().width(), 320);
            QCOMPARE(readFrameNumber(toImage(shown.constFirst())), static_cast<int>(number));
        }
    }

    void showsItInTheOpeningThatMadeIt()
    {
        const auto client = openKept(m_clip);
        QVERIFY(client && waitForTable(*client));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(shelf() + u".index"_s), Patience);
        const QSignalSpy shown(client.get(), &FrameSource::proxyReady);

        client->requestFrame(30);

        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, Patience);
        QCOMPARE(shown.front().at(0).value<DecodedFrame>().number(), 30);
    }

    void makesAnewWhatWasKeptOfAnotherClip()
    {
        const FrameTable other = countedBy(m_clip);
        QVERIFY(!other.isEmpty());

        const FrameTable own = countedBy(m_otherClip);

        QCOMPARE(own.size(), qsizetype{frameHashes(m_otherClip, 0).size()});
        QVERIFY(own.rows() != other.rows());
    }

    void letsAnotherClipGoWhenThereIsNoRoomForBoth()
    {
        const QString first = shelf();
        QVERIFY(!countedBy(m_clip).isEmpty());
        m_digest = sha256("another clip");
        m_budget = 1;

        QVERIFY(!countedBy(m_otherClip).isEmpty());

        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(first + u".index"_s), Patience);
        QVERIFY(!QFile::exists(first + u".proxies"_s));
        QVERIFY(QFile::exists(shelf() + u".proxies"_s));
    }

    void keepsThemForTheOwnerAlone()
    {
        QVERIFY(!countedBy(m_clip).isEmpty());

        for (const QString &ending : {u".index"_s, u".proxies"_s}) {
            QCOMPARE(QFile::permissions(shelf() + ending) & ~(QFile::ReadUser | QFile::WriteUser),
                     QFile::ReadOwner | QFile::WriteOwner);
        }
    }

    void keepsNoPictureThatCanBeSeen()
    {
        QVERIFY(!countedBy(m_clip).isEmpty());
        const auto client = openKept(m_clip);
        QVERIFY(client);
        const auto pictures = waitFor(client->proxies(0, 3));
        QVERIFY(pictures && *pictures && (*pictures)->size() == 3);
        QFile file(shelf() + u".proxies"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();

        for (const DecodedFrame &picture : **pictures) {
            const DecodedFrame::Plane &luma = picture.plane(0);
            QCOMPARE(luma.width, 320);
            for (int y = 0; y < luma.height; y += 10) {
                QVERIFY(!bytes.contains(QByteArrayView(luma.bytes).sliced(y * luma.stride, luma.width)));
            }
        }
    }

    void keepsNothingWithoutAKey()
    {
        m_key.reset();
        const auto client = openKept(m_clip);
        QVERIFY(client && waitForTable(*client));
        const auto picture = waitFor(client->frame(0));
        QVERIFY(picture && *picture);

        QVERIFY(!QFile::exists(m_folder->filePath(u"shelf"_s)));
    }

    void makesAnewWhatIsUnderAnotherKey()
    {
        const FrameTable table = countedBy(m_clip);
        m_key = SecretKey::create();

        const auto client = openKept(m_clip);
        QVERIFY(client && waitForTable(*client));

        QVERIFY(!client->table().isKept());
        QCOMPARE(client->table().rows(), table.rows());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(shelf() + u".index"_s), Patience);
        const auto again = openKept(m_clip);
        QVERIFY(again && waitForTable(*again));
        QVERIFY(again->table().isKept());
    }

    void leavesWhatIsBeingWrittenToItsWriter()
    {
        const auto client = openKept(m_clip);
        QVERIFY(client);
        QSignalSpy counted(client.get(), &FrameSource::framesAdded);
        QVERIFY(counted.wait(Patience));

        // As another program does at its start.
        ShelfFolder(m_folder->filePath(u"shelf"_s)).sweep({{m_digest, ShelfLeave::All}});

        QVERIFY(waitForTable(*client));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(shelf() + u".index"_s), Patience);
        QVERIFY(QFile::exists(shelf() + u".proxies"_s));
    }

    void makesAnewWhatIsDamaged_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("how");
        for (const QString &name : {u".index"_s, u".proxies"_s}) {
            for (int how = 0; how < 3; ++how) {
                QTest::addRow("%s %d", qPrintable(name), how) << name << how;
            }
        }
    }
    void makesAnewWhatIsDamaged()
    {
        QFETCH(const QString, name);
        QFETCH(const int, how);
        const FrameTable table = countedBy(m_clip);
        QFile file(shelf() + name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        switch (how) {
        case 0:
            QVERIFY(file.resize(size / 2));
            break;
        case 1:
            QVERIFY(file.remove());
            break;
        default:
            // Another size in the header, or bytes that were never written.
            QVERIFY(file.seek(name == u".index" ? 8 : size));
            QCOMPARE(file.write("damaged!"), 8);
        }
        file.close();

        QCOMPARE(countedBy(m_clip).rows(), table.rows());
    }

private:
    /// The beginning of both file names. Clips of this test pass for the same bytes.
    [[nodiscard]] QString shelf() const { return ShelfFolder(m_folder->filePath(u"shelf"_s)).pathFor(m_digest); }
    [[nodiscard]] std::unique_ptr<DecoderClient> openKept(const QString &clip) const
    {
        DecoderSettings settings = testSettings();
        settings.shelf = m_folder->filePath(u"shelf"_s);
        settings.shelfBudget = m_budget;
        return openClip(clip, {.digest = m_digest, .shelfKey = m_key}, settings);
    }

    /// Opens, waits until all is counted and kept, and closes.
    FrameTable countedBy(const QString &clip) const
    {
        const auto client = openKept(clip);
        const bool isKept = client && waitForTable(*client) &&
                            QTest::qWaitFor([this] { return QFile::exists(shelf() + u".index"_s); }, Patience);
        return isKept ? client->table() : FrameTable();
    }

    QString m_clip = qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS") + u"/street-02-h265-20.mp4"_s;
    QString m_otherClip = qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS") + u"/street-05-portrait-24.mp4"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    Digest m_digest;
    std::optional<SecretKey> m_key;
    qint64 m_budget = 0;
};

QTEST_GUILESS_MAIN(TestKeptIndex)
#include "tst_keptindex.moc"
