// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/mappacks.h"
#include "basemap/packshelf.h"
#include "core/digesttext.h"
#include "support/mappack.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>

#include <csignal>
#include <sys/resource.h>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray tilesNamed(const QByteArray &text)
{
    return encodePack(std::map<quint64, QByteArray>{{0, text}});
}

QJsonObject manifestFor(const QByteArray &tiles, const QString &build, const QString &made)
{
    return {{u"format"_s, 1},
            {u"id"_s, u"larkfield"_s},
            {u"name"_s, u"Larkfield"_s},
            {u"build"_s, build},
            {u"made"_s, made},
            {u"bounds"_s, QJsonObject{{u"west"_s, -76.9}, {u"south"_s, 40.2}, {u"east"_s, -76.7}, {u"north"_s, 40.4}}},
            {u"zooms"_s, QJsonObject{{u"lowest"_s, 0}, {u"highest"_s, 14}}},
            {u"schema"_s, u"openmaptiles"_s},
            {u"credits"_s, u"© Somebody"_s},
            {u"files"_s, QJsonArray{QJsonObject{{u"name"_s, u"streets.pmtiles"_s},
                                                {u"role"_s, u"tiles"_s},
                                                {u"size"_s, tiles.size()},
                                                {u"sha256"_s, digestToString(sha256(tiles))}}}}};
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

/// pack.sig over a manifest, by a key that is new each time.
QByteArray signatureOf(const QByteArray &manifest)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"),
                                                                  &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    QByteArray signature(64, '\0');
    QByteArray publicKey(32, '\0');
    std::size_t length = 64;
    std::size_t keyLength = 32;
    EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(publicKey.data()), &keyLength);
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get());
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length,
                   reinterpret_cast<const unsigned char *>(manifest.constData()),
                   static_cast<std::size_t>(manifest.size()));
    return textOf({{u"algorithm"_s, u"Ed25519"_s},
                   {u"publicKey"_s, QString::fromLatin1(publicKey.toBase64())},
                   {u"signature"_s, QString::fromLatin1(signature.toBase64())}});
}

/// Files larger than this cannot be written, as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

} // namespace

/// Map packs come and go whole, whatever they are made of.
class TestPackShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_shelf = std::make_unique<PackShelf>(m_folder->filePath(u"shelf"_s));
    }

    void installsAPackAndOpensIt()
    {
        const auto installed = m_shelf->install(source(u"a"_s, Older));

        QVERIFY(installed.has_value());
        const auto shelved = m_shelf->list();
        QCOMPARE(shelved.size(), 1U);
        QCOMPARE(shelved[0].pack.value().manifest.name, u"Larkfield"_s);
        QVERIFY(checkPack(*shelved[0].pack).has_value());
        MapPacks packs;
        QVERIFY(!packs.add(*shelved[0].pack).has_value());
        QCOMPARE(packs.credits(), u"© Somebody"_s);
        QCOMPARE(entries(), QStringList{u"larkfield@a"_s});
    }

    void replacesAnOlderBuild()
    {
        QVERIFY(m_shelf->install(source(u"a"_s, Older)).has_value());

        QVERIFY(m_shelf->install(source(u"b"_s, Newer)).has_value());

        QCOMPARE(entries(), QStringList{u"larkfield@b"_s});
    }

    void refusesTheSameBuildTwiceAndAnOlderOne()
    {
        QVERIFY(m_shelf->install(source(u"b"_s, Newer)).has_value());

        QCOMPARE(m_shelf->install(source(u"b"_s, Newer)).error().code, PackError::AlreadyInstalled);
        QCOMPARE(m_shelf->install(source(u"a"_s, Older)).error().code, PackError::OlderBuild);
        QCOMPARE(entries(), QStringList{u"larkfield@b"_s});
    }

    void keepsTheOldBuildWhenTheDiskIsFull()
    {
        QVERIFY(m_shelf->install(source(u"a"_s, Older)).has_value());
        const QString large = source(u"b"_s, Newer, QByteArray(3'000'000, 'x'));
        {
            const FullDisk full(1'000'000);
            QCOMPARE(m_shelf->install(large).error().code, PackError::CannotWrite);
        }
        QCOMPARE(entries(), QStringList{u"larkfield@a"_s});
        QVERIFY(checkPack(m_shelf->find(u"larkfield"_s).value()).has_value());
        QVERIFY(m_shelf->install(large).has_value());
    }

    void keepsTheOldBuildWhenTheCopyIsCutOrDamaged_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<PackError>("error");
        QTest::newRow("cut") << u"cut"_s << PackError::Changed;
        QTest::newRow("one bit") << u"bit"_s << PackError::Changed;
        QTest::newRow("gone") << u"gone"_s << PackError::MissingFile;
        QTest::newRow("a folder") << u"folder"_s << PackError::MissingFile;
    }

    void keepsTheOldBuildWhenTheCopyIsCutOrDamaged()
    {
        QFETCH(const QString, how);
        QVERIFY(m_shelf->install(source(u"a"_s, Older)).has_value());
        const QString folder = source(u"b"_s, Newer);
        const QString tiles = QDir(folder).filePath(u"streets.pmtiles"_s);
        QFile file(tiles);
        if (how == u"cut"_s) {
            QVERIFY(file.resize(file.size() - 1));
        } else if (how == u"bit"_s) {
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 1) && file.putChar('\x55'));
            file.close();
        } else {
            QVERIFY(file.remove());
            QVERIFY(how == u"gone"_s || QDir().mkdir(tiles));
        }

        const auto installed = m_shelf->install(folder);

        QTEST(installed.error().code, "error");
        QCOMPARE(entries(), QStringList{u"larkfield@a"_s});
    }

    void refusesTilesThatCannotBeOpened()
    {
        const QString folder = sourceOf(u"a"_s, Older, "no tiles at all");

        QCOMPARE(m_shelf->install(folder).error().code, PackError::BadTiles);
        QVERIFY(entries().isEmpty());
    }

    void findsDamageInAnInstalledPack()
    {
        const auto installed = m_shelf->install(source(u"a"_s, Older));
        QFile file(installed.value().folder + u"/streets.pmtiles"_s);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 1) && file.putChar('\x55'));
        file.close();

        QCOMPARE(checkPack(m_shelf->find(u"larkfield"_s).value()).error().code, PackError::Changed);
        QVERIFY(file.resize(10));
        QCOMPARE(m_shelf->find(u"larkfield"_s).error().code, PackError::Changed);
        QVERIFY(!m_shelf->list().front().pack.has_value());
        QVERIFY(m_shelf->remove(u"larkfield"_s).has_value());
        QVERIFY(m_shelf->install(source(u"a"_s, Older)).has_value());
    }

    void removesAPack()
    {
        QVERIFY(m_shelf->install(source(u"a"_s, Older)).has_value());

        QVERIFY(m_shelf->remove(u"larkfield"_s).has_value());

        QVERIFY(m_shelf->list().empty());
        QCOMPARE(m_shelf->remove(u"larkfield"_s).error().code, PackError::NotInstalled);
        QCOMPARE(m_shelf->remove(u".."_s).error().code, PackError::NotInstalled);
        QCOMPARE(m_shelf->remove(QString()).error().code, PackError::NotInstalled);
    }

    void forgetsACopyThatWasCutOffByTheEndOfItsProgram()
    {
        const QString leftover = m_shelf->folder() + u"/.incoming-abc"_s;
        QVERIFY(QDir().mkpath(leftover));

        QVERIFY(m_shelf->list().empty());
        QVERIFY(m_shelf->install(source(u"a"_s, Older)).has_value());

        QVERIFY(!QDir(leftover).exists());
    }

    void showsTheNewerOfTwoBuilds()
    {
        QVERIFY(m_shelf->install(source(u"a"_s, Older)).has_value());
        // As after a power cut between the renaming and the removal.
        const QString newer = source(u"b"_s, Newer);
        QVERIFY(QDir().rename(newer, m_shelf->folder() + u"/larkfield@b"_s));

        QCOMPARE(m_shelf->list().size(), 1U);
        QCOMPARE(m_shelf->find(u"larkfield"_s).value().manifest.build, u"b"_s);
    }

    void knowsWhoSigned()
    {
        const QString folder = source(u"a"_s, Older);
        QFile manifest(folder + u"/pack.json"_s);
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        const QByteArray bytes = manifest.readAll();
        writeFile(folder + u"/pack.sig"_s, signatureOf(bytes));

        QCOMPARE(readPack(folder).value().signer.size(), 32);
        QVERIFY(!m_shelf->install(folder).value().signer.isEmpty());
        // A space more says the same, and is not what was signed.
        writeFile(folder + u"/pack.json"_s, bytes + ' ');
        QCOMPARE(readPack(folder).error().code, PackError::BadSignature);
        writeFile(folder + u"/pack.sig"_s, "no signature");
        QCOMPARE(readPack(folder).error().code, PackError::BadSignature);
    }

    void refusesManifests_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<PackError>("error");

        const auto row = [](const char *name, const QString &key, const QJsonValue &value,
                            PackError error = PackError::BadManifest) {
            QTest::newRow(name) << key << value << error;
        };
        const auto file = [](const QString &name, const QJsonValue &size) {
            return QJsonArray{QJsonObject{
                {u"name"_s, name}, {u"role"_s, u"tiles"_s}, {u"size"_s, size}, {u"sha256"_s, QString(64, u'0')}}};
        };
        row("no format", u"format"_s, QJsonValue());
        row("newer format", u"format"_s, 2, PackError::NewerFormat);
        row("id with a way out", u"id"_s, u"../x"_s);
        row("id of capitals", u"id"_s, u"Larkfield"_s);
        row("long id", u"id"_s, QString(65, u'a'));
        row("no name", u"name"_s, u" "_s);
        row("name of lines", u"name"_s, u"a\nb"_s);
        row("long name", u"name"_s, QString(301, u'a'));
        row("build with a slash", u"build"_s, u"a/b"_s);
        row("no time", u"made"_s, u"yesterday"_s);
        row("bounds off the earth", u"bounds"_s,
            QJsonObject{{u"west"_s, -200}, {u"south"_s, 0}, {u"east"_s, 1}, {u"north"_s, 1}});
        row("bounds the wrong way round", u"bounds"_s,
            QJsonObject{{u"west"_s, 1}, {u"south"_s, 1}, {u"east"_s, 0}, {u"north"_s, 0}});
        row("zoom 27", u"zooms"_s, QJsonObject{{u"lowest"_s, 0}, {u"highest"_s, 27}});
        row("zoom of a half", u"zooms"_s, QJsonObject{{u"lowest"_s, 0.5}, {u"highest"_s, 7}});
        row("unknown schema", u"schema"_s, u"shortbread"_s);
        row("no credits", u"credits"_s, QString());
        row("no files", u"files"_s, QJsonArray());
        row("file with a way out", u"files"_s, file(u"../streets.pmtiles"_s, 1));
        row("hidden file", u"files"_s, file(u".streets"_s, 1));
        row("file of a drive", u"files"_s, file(u"c:streets"_s, 1));
        row("the manifest itself", u"files"_s, file(u"pack.json"_s, 1));
        row("size below nothing", u"files"_s, file(u"streets.pmtiles"_s, -1));
        row("size beyond all discs", u"files"_s, file(u"streets.pmtiles"_s, 1e18));
        row("no hash", u"files"_s,
            QJsonArray{QJsonObject{{u"name"_s, u"a"_s}, {u"role"_s, u"tiles"_s}, {u"size"_s, 1}}});
        QJsonArray twice = file(u"streets.pmtiles"_s, 1);
        twice.append(twice.first());
        row("one file twice", u"files"_s, twice);
    }

    void refusesManifests()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        QJsonObject manifest = manifestFor("tiles", u"a"_s, Older);
        QVERIFY(parseManifest(textOf(manifest)).has_value());

        manifest.insert(key, value);

        const auto parsed = parseManifest(textOf(manifest));
        QVERIFY(!parsed.has_value());
        QTEST(parsed.error().code, "error");
    }

    void namesTheAddressIndex()
    {
        QJsonObject manifest = manifestFor("tiles", u"a"_s, Older);
        QJsonArray files = manifest.value("files"_L1).toArray();
        files.append(QJsonObject{{u"name"_s, u"addresses.sqlite"_s},
                                 {u"role"_s, u"addresses"_s},
                                 {u"size"_s, 1},
                                 {u"sha256"_s, QString(64, u'0')}});
        manifest.insert("files"_L1, files);

        const MapPack pack{.folder = u"/packs/a"_s, .manifest = parseManifest(textOf(manifest)).value(), .signer = {}};

        QCOMPARE(pack.addressIndex(), u"/packs/a/addresses.sqlite"_s);
    }

    void refusesFoldersThatAreNoPack()
    {
        QCOMPARE(m_shelf->install(m_folder->filePath(u"nowhere"_s)).error().code, PackError::NoManifest);
        writeFile(m_folder->filePath(u"pack.json"_s), "not json");
        QCOMPARE(m_shelf->install(m_folder->path()).error().code, PackError::BadManifest);
        writeFile(m_folder->filePath(u"pack.json"_s), QByteArray(2'000'000, ' '));
        QCOMPARE(m_shelf->install(m_folder->path()).error().code, PackError::BadManifest);
    }

private:
    QString source(const QString &build, const QString &made, const QByteArray &tile = "a tile")
    {
        return sourceOf(build, made, tilesNamed(tile));
    }
    QString sourceOf(const QString &build, const QString &made, const QByteArray &tiles)
    {
        const QString folder = m_folder->filePath(u"source-"_s + QString::number(++m_sources));
        QDir().mkpath(folder);
        writeFile(folder + u"/streets.pmtiles"_s, tiles);
        writeFile(folder + u"/pack.json"_s, textOf(manifestFor(tiles, build, made)));
        return folder;
    }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_shelf->folder()).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    const QString Older = u"2026-11-24T10:00:00Z"_s;
    const QString Newer = u"2026-11-24T11:00:00Z"_s;
    int m_sources = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PackShelf> m_shelf;
};

QTEST_GUILESS_MAIN(TestPackShelf)
#include "tst_packshelf.moc"
