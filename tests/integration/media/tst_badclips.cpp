// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/ffmpegtruth.h"
#include "integration/media/oddclips.h"
#include "integration/media/openclip.h"
#include "media/frameimage.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

class tst_BadClips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesAnEmptyFile();
    void refusesWhatIsNoVideo();
    void refusesSoundAlone();
    void refusesListsOfOtherFiles_data();
    void refusesListsOfOtherFiles();
    void refusesAReferenceToAnotherFile();
    void saysThatARecordingWasNeverFinished();
    void showsWhatThereIsOfACutClip();
    void saysThatAMatroskaFileIsCut_data();
    void saysThatAMatroskaFileIsCut();
    void saysThatNothingCanBeDecoded();
    void refusesPicturesThatAreTooLarge();
    void hidesWhatTheContainerHides();
    void refusesAStreamThatIsNotThere();
    void refusesAFrameThatIsNotThere();
    void refusesSoundWhereThereIsNone();
    void readsAClipByItsContentAlone();
    void skipsAnAttachedPicture();
    void turnsAPictureAsTheClipAsks();

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QString make(const QString &name, const QStringList &arguments) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_BadClips::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString tst_BadClips::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QString tst_BadClips::make(const QString &name, const QStringList &arguments) const
{
    const QString path = m_folder->filePath(name);
    const QStringList all = QStringList{u"-y"_s, u"-v"_s, u"error"_s} + arguments + QStringList{path};
    return outputOf(u"ffmpeg"_s, all) ? path : QString();
}

void tst_BadClips::refusesAnEmptyFile()
{
    QVERIFY(refusalOf(write(u"empty.mp4"_s, {})) == MediaError::NotAVideo);
}

void tst_BadClips::refusesWhatIsNoVideo()
{
    QByteArray noise(200'000, '\0');
    quint32 state = 1;
    for (char &byte : noise) {
        state = state * 1'664'525 + 1'013'904'223;
        byte = static_cast<char>(state >> 24);
    }

    QVERIFY(refusalOf(write(u"letter.mp4"_s, "Dear officer, I saw nothing.\n")) == MediaError::NotAVideo);
    QVERIFY(refusalOf(write(u"page.mp4"_s, "<!doctype html><title>x</title>" + QByteArray(5000, ' '))) ==
            MediaError::NotAVideo);
    QVERIFY(refusalOf(write(u"noise.avi"_s, noise)) == MediaError::NotAVideo);
}

void tst_BadClips::refusesSoundAlone()
{
    const QString clip = make(u"sound.mp4"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=duration=1"_s});

    QVERIFY(refusalOf(clip) == MediaError::NotAVideo);
}

void tst_BadClips::refusesListsOfOtherFiles_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("concat") << QByteArray("ffconcat version 1.0\nfile 'FOLDER/plain.mp4'\n");
    QTest::newRow("concat without header") << QByteArray("file FOLDER/plain.mp4\n");
    QTest::newRow("hls") << QByteArray(
        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:3,\nFOLDER/plain.mp4\n#EXT-X-ENDLIST\n");
    QTest::newRow("hls over network") << QByteArray(
        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:3,\nhttp://127.0.0.1:PORT/a.ts\n#EXT-X-ENDLIST\n");
    QTest::newRow("dash") << QByteArray("<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" "
                                        "type=\"static\"><Period><AdaptationSet mimeType=\"video/mp4\"><Representation "
                                        "id=\"1\"><BaseURL>http://127.0.0.1:PORT/a.mp4</BaseURL></Representation>"
                                        "</AdaptationSet></Period></MPD>");
    QTest::newRow("sdp") << QByteArray("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
                                       "m=video PORT RTP/AVP 96\na=rtpmap:96 H264/90000\n");
}

void tst_BadClips::refusesListsOfOtherFiles()
{
    QFETCH(QByteArray, list);
    QVERIFY(!makeOddClip(u"plain"_s, m_folder->path()).isEmpty());
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    list.replace("FOLDER", QFile::encodeName(m_folder->path()));
    list.replace("PORT", QByteArray::number(server.serverPort()));

    for (const QString &name : {u"list.mp4"_s, u"list.m3u8"_s, u"list.ffconcat"_s}) {
        QVERIFY(refusalOf(write(name, list)) == MediaError::NotAVideo);
    }
    QVERIFY(!server.hasPendingConnections());
}

void tst_BadClips::refusesAReferenceToAnotherFile()
{
    // A QuickTime file whose pictures lie in another file: its data reference says "alis" instead of "in this file".
    const QString plain = makeOddClip(u"plain"_s, m_folder->path());
    QFile file(plain);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    const qsizetype reference = bytes.indexOf("url \0\0\0\1"_ba);
    QVERIFY(reference > 0);
    bytes.replace(reference, 8, "alis\0\0\0\0"_ba);

    const auto refusal = refusalOf(write(u"reference.mov"_s, bytes));

    // Whatever libav makes of it, it is read from this file alone or not at all.
    QVERIFY(!refusal || *refusal == MediaError::NotAVideo || *refusal == MediaError::NothingShown ||
            *refusal == MediaError::RecordingUnfinished);
}

void tst_BadClips::saysThatARecordingWasNeverFinished()
{
    const QString clip = makeOddClip(u"plain"_s, m_folder->path());
    QFile file(clip);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const qsizetype index = bytes.indexOf("moov");
    QVERIFY(index > 0);

    QVERIFY(refusalOf(write(u"unfinished.mp4"_s, bytes.first(index - 4))) == MediaError::RecordingUnfinished);
}

void tst_BadClips::showsWhatThereIsOfACutClip()
{
    const QString clip = makeOddClip(u"faststart-cut"_s, m_folder->path());

    const auto client = openClip(clip);
    QVERIFY(client);
    QVERIFY(waitForTable(*client));

    QVERIFY(client->table().size() > 10);
    QVERIFY(client->table().size() < 75);
    QVERIFY(client->table().isDamaged());
    const auto last = waitFor(client->frame(client->table().size() - 1));
    QVERIFY(last && *last);
}

void tst_BadClips::saysThatAMatroskaFileIsCut_data()
{
    QTest::addColumn<bool>("isStreamed");
    QTest::addColumn<double>("share");
    QTest::addColumn<bool>("isDamaged");
    for (const bool isStreamed : {false, true}) {
        const char *kind = isStreamed ? "streamed" : "finished";
        QTest::addRow("%s, whole", kind) << isStreamed << 1.0 << false;
        QTest::addRow("%s, cut in the middle", kind) << isStreamed << 0.5 << true;
        QTest::addRow("%s, cut near its end", kind) << isStreamed << 0.97 << true;
    }
}

void tst_BadClips::saysThatAMatroskaFileIsCut()
{
    QFETCH(const bool, isStreamed);
    QFETCH(const double, share);
    QFETCH(const bool, isDamaged);
    const QString demo = QDir(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS")).filePath(u"street-03-variable.mkv"_s);
    // A recorder that cannot go back leaves the length of the whole open.
    const QString clip =
        isStreamed ? make(u"streamed.mkv"_s, {u"-i"_s, demo, u"-c"_s, u"copy"_s, u"-seekable"_s, u"0"_s}) : demo;
    QFile file(clip);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();

    const auto client =
        openClip(write(u"cut.mkv"_s, bytes.first(static_cast<qsizetype>(share * double(bytes.size())))));
    QVERIFY(client);
    QVERIFY(waitForTable(*client));

    QCOMPARE(client->table().isDamaged(), isDamaged);
    QVERIFY(client->table().size() > 10);
}

void tst_BadClips::saysThatNothingCanBeDecoded()
{
    const QString clip = makeOddClip(u"plain"_s, m_folder->path());
    QFile file(clip);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype begin = bytes.indexOf("mdat") + 4;
    const qsizetype end = bytes.indexOf("moov") - 4;
    QVERIFY(begin > 4 && end > begin);
    bytes.replace(begin, end - begin, QByteArray(end - begin, '\xff'));
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();

    QVERIFY(refusalOf(clip) == MediaError::NothingShown);
}

void tst_BadClips::refusesPicturesThatAreTooLarge()
{
    const QString clip = make(u"huge.mkv"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"color=black:size=16000x9000:rate=1"_s,
                                              u"-frames:v"_s, u"1"_s, u"-c:v"_s, u"mjpeg"_s});

    QVERIFY(refusalOf(clip) == MediaError::TooLarge);
}

void tst_BadClips::hidesWhatTheContainerHides()
{
    const auto client = openClip(makeOddClip(u"hidden-edges"_s, m_folder->path()));
    QVERIFY(client);

    const auto frame = waitFor(client->frame(0));

    QVERIFY(frame && *frame);
    QCOMPARE((*frame)->size(), QSize(300, 160));
}

void tst_BadClips::refusesAStreamThatIsNotThere()
{
    const QString clip = makeOddClip(u"fragmented"_s, m_folder->path());

    QVERIFY(refusalOf(clip, {.videoStream = 7}) == MediaError::NotInClip);
    QVERIFY2(refusalOf(clip, {.videoStream = 1}) == MediaError::NotInClip, "stream 1 is sound");
    QVERIFY(!refusalOf(clip, {.videoStream = 0}));
}

void tst_BadClips::refusesAFrameThatIsNotThere()
{
    const auto client = openClip(makeOddClip(u"plain"_s, m_folder->path()), {.wantsTable = false});
    QVERIFY(client);

    for (const qint64 number : {75LL, -1LL, LLONG_MAX, LLONG_MIN}) {
        const auto frame = waitFor(client->frame(number));
        QVERIFY(frame && !*frame);
        QVERIFY(frame->error().code == MediaError::NotInClip);
    }
    const auto sound = waitFor(client->frame(74));
    QVERIFY(sound && *sound);
}

void tst_BadClips::refusesSoundWhereThereIsNone()
{
    const auto client = openClip(makeOddClip(u"plain"_s, m_folder->path()));
    QVERIFY(client);

    const auto sound = waitFor(client->sound(0, 100'000));

    QVERIFY(sound && !*sound);
    QVERIFY(sound->error().code == MediaError::NotInClip);
}

void tst_BadClips::readsAClipByItsContentAlone()
{
    const QString clip = makeOddClip(u"plain"_s, m_folder->path());
    QVERIFY(QFile::rename(clip, m_folder->filePath(u"holiday.txt"_s)));

    QVERIFY(!refusalOf(m_folder->filePath(u"holiday.txt"_s)));
}

void tst_BadClips::skipsAnAttachedPicture()
{
    const QString picture =
        make(u"cover.png"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"color=red:size=1024x768"_s, u"-frames:v"_s, u"1"_s});
    const QString plain = makeOddClip(u"plain"_s, m_folder->path());
    const QString clip = make(u"cover.mp4"_s, {u"-i"_s, picture, u"-i"_s, plain, u"-map"_s, u"0"_s, u"-map"_s, u"1"_s,
                                               u"-c"_s, u"copy"_s, u"-disposition:v:0"_s, u"attached_pic"_s});
    QVERIFY(!clip.isEmpty());

    const auto client = openClip(clip);

    QVERIFY(client);
    QCOMPARE(client->summary()->video()->kind, StreamKind::Video);
    QCOMPARE(client->summary()->video()->size, QSize(320, 180));
    QVERIFY(waitForTable(*client));
    QCOMPARE(client->table().size(), 75);
}

void tst_BadClips::turnsAPictureAsTheClipAsks()
{
    // The left half is red; shown turned by a quarter clockwise, red is at the top.
    const QString flat =
        make(u"flat.mp4"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s,
                             u"color=blue:size=320x180:duration=0.2,drawbox=w=160:h=180:color=red:t=fill"_s, u"-c:v"_s,
                             u"libx264"_s, u"-pix_fmt"_s, u"yuv420p"_s});
    const QString clip = make(u"turned.mp4"_s, {u"-display_rotation"_s, u"-90"_s, u"-i"_s, flat, u"-c"_s, u"copy"_s});
    QVERIFY(!clip.isEmpty());

    const auto client = openClip(clip);
    QVERIFY(client);
    const auto frame = waitFor(client->frame(0));
    QVERIFY(frame && *frame);
    const QImage stored = toImage(**frame);
    const QImage shown = turned(stored, client->summary()->video()->orientation);

    QCOMPARE(stored.size(), QSize(320, 180));
    QVERIFY(qRed(stored.pixel(40, 90)) > 200 && qBlue(stored.pixel(280, 90)) > 200);
    QCOMPARE(shown.size(), QSize(180, 320));
    QVERIFY(qRed(shown.pixel(90, 40)) > 200 && qBlue(shown.pixel(90, 280)) > 200);
}

QTEST_GUILESS_MAIN(tst_BadClips)
#include "tst_badclips.moc"
