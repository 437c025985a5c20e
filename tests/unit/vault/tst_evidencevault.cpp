// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "support/filesizelimit.h"
#include "vault/evidencevault.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

QByteArray sampleBytes(qsizetype size, int seed = 1)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype index = 0; index < size; ++index) {
        bytes[index] = static_cast<char>((index * 31 + seed * 7) % 251);
    }
    return bytes;
}

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        files.append(QDir(folder).relativeFilePath(it.next()));
    }
    return files;
}

} // namespace

class TestEvidenceVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"deep/vault"_s);
        m_vault = std::make_unique<EvidenceVault>(m_path);
        QVERIFY(m_vault->opened().result().has_value());
    }

    void cleanup()
    {
        m_vault.reset();
        m_folder.reset();
    }

    void keepsBytesUnderTheirDigest()
    {
        const QByteArray bytes = sampleBytes(3'000'000);
        auto writer = m_vault->beginItem();
        for (qsizetype at = 0; at < bytes.size(); at += 70'001) {
            QVERIFY(writer->write(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(70'001, bytes.size() - at))));
        }

        const auto sealed = writer->seal(sha256(bytes)).result();

        QVERIFY(sealed.has_value());
        QCOMPARE(sealed->digest, sha256(bytes));
        QCOMPARE(sealed->sha512, QCryptographicHash::hash(bytes, QCryptographicHash::Sha512));
        QCOMPARE(sealed->size, bytes.size());
        QVERIFY(!sealed->wasThere);
        QCOMPARE(read(sealed->digest), bytes);
    }

    void laysItemsInTwoLevelsOfFolders()
    {
        const auto sealed = m_vault->importBytes("abc").result();

        QVERIFY(sealed.has_value());
        QCOMPARE(filesIn(m_path), QStringList{u"items/ba/78/"_s + digestToString(sha256("abc"))});
    }

    void keepsEmptyBytesToo()
    {
        const auto sealed = m_vault->beginItem()->seal().result();

        QVERIFY(sealed.has_value());
        QCOMPARE(sealed->size, 0);
        QCOMPARE(read(sealed->digest), QByteArray());
    }

    void nobodyMayWriteToAnItem()
    {
        const auto sealed = m_vault->importBytes("abc").result();
        QVERIFY(sealed.has_value());
        const QString path = m_path + u'/' + filesIn(m_path).constFirst();

        constexpr auto OfThisUser = QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser;
        QCOMPARE(QFile::permissions(path) & ~OfThisUser, QFileDevice::Permissions(QFileDevice::ReadOwner));
        if (geteuid() != 0) { // The one user whom permissions do not stop.
            QVERIFY(!QFile(path).open(QIODevice::WriteOnly));
        }
    }

    void keepsTheSameBytesOnce()
    {
        const auto first = m_vault->importBytes("abc").result();
        const auto second = m_vault->importBytes("abc").result();

        QVERIFY(first && second);
        QVERIFY(!first->wasThere);
        QVERIFY(second->wasThere);
        QCOMPARE(filesIn(m_path).size(), 1);
    }

    void setsAsideBytesThatWereNotPromised()
    {
        auto writer = m_vault->beginItem();
        QVERIFY(writer->write("xyz"));

        const auto sealed = writer->seal(sha256("abc")).result();

        QVERIFY(!sealed.has_value());
        QCOMPARE(sealed.error().code, VaultError::DigestMismatch);
        const QStringList files = filesIn(m_path);
        QCOMPARE(files.size(), 1);
        QVERIFY(files.constFirst().startsWith(u"disputed/"_s + digestToString(sha256("xyz"))));
        QCOMPARE(m_vault->openItemNow(sha256("xyz")).error().code, VaultError::NotFound);
        QCOMPARE(m_vault->openItemNow(sha256("abc")).error().code, VaultError::NotFound);
    }

    void leavesNothingOfAnAbandonedItem()
    {
        {
            auto writer = m_vault->beginItem();
            QVERIFY(writer->write(sampleBytes(500'000)));
        }
        m_vault = std::make_unique<EvidenceVault>(m_path); // Waits for the first one.

        QCOMPARE(filesIn(m_path), QStringList());
    }

    void clearsWhatACrashLeft()
    {
        QFile left(m_path + u"/incoming/left-over"_s);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("half");
        left.close();

        QVERIFY(EvidenceVault(m_path).opened().result().has_value());

        QCOMPARE(filesIn(m_path), QStringList());
    }

    void leavesAnotherProgramsUnfinishedItemAlone()
    {
        auto writer = m_vault->beginItem();
        QVERIFY(writer->write("first half, "));
        QVERIFY(QTest::qWaitFor([this] { return filesIn(m_path).size() == 1; }, 5000));

        QVERIFY(EvidenceVault(m_path).opened().result().has_value());
        QVERIFY(writer->write("second half"));
        const auto sealed = writer->seal().result();

        QVERIFY(sealed.has_value());
        QCOMPARE(read(sealed->digest), QByteArray("first half, second half"));
    }

    void saysThatTheDiskIsFullAndKeepsNothingOfTheItem()
    {
        QVERIFY(m_vault->importBytes("kept before").result().has_value());
        auto writer = m_vault->beginItem();
        const FileSizeLimit limit(1'000'000);
        const QByteArray bytes = sampleBytes(400'000);

        bool isRefused = false;
        for (int part = 0; part < 200 && !isRefused; ++part) {
            const auto written = writer->write(bytes);
            isRefused = !written;
            if (isRefused) {
                QCOMPARE(written.error().code, SinkError::NoSpace);
            }
        }
        const auto sealed = writer->seal().result();

        QVERIFY(isRefused);
        QCOMPARE(sealed.error().code, VaultError::NoSpace);
        QCOMPARE(filesIn(m_path).size(), 1);
        QCOMPARE(read(sha256("kept before")), QByteArray("kept before"));
    }

    void saysThatTheDiskIsFullWhenAFileIsTakenIn()
    {
        const QString path = fileWith(sampleBytes(3'000'000));
        const FileSizeLimit limit(1'000'000);

        const auto sealed = m_vault->importFile(path).result();

        QCOMPARE(sealed.error().code, VaultError::NoSpace);
        QCOMPARE(filesIn(m_path), QStringList());
    }

    void takesAFileInAndLeavesItAsItIs()
    {
        const QByteArray bytes = sampleBytes(2'500'000);
        const QString path = fileWith(bytes);

        const auto sealed = m_vault->importFile(path).result();

        QVERIFY(sealed.has_value());
        QCOMPARE(read(sealed->digest), bytes);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }

    void saysWhichFileCannotBeRead()
    {
        const auto sealed = m_vault->importFile(u"/no/such/file.mp4"_s).result();

        QCOMPARE(sealed.error().code, VaultError::Unreadable);
        QVERIFY(sealed.error().detail.contains(u"/no/such/file.mp4"_s));
    }

    void noticesAChangedItem()
    {
        const auto sealed = m_vault->importBytes(sampleBytes(2'000'000)).result();
        QVERIFY(sealed.has_value());
        QVERIFY(m_vault->verifyItem(sealed->digest).result().has_value());

        changeOneByte(sealed->digest);

        QCOMPARE(m_vault->verifyItem(sealed->digest).result().error().code, VaultError::Damaged);
    }

    void replacesADamagedItemByTheSameBytesAndKeepsTheDamagedOnes()
    {
        const QByteArray bytes = sampleBytes(2'000'000);
        const auto sealed = m_vault->importBytes(bytes).result();
        QVERIFY(sealed.has_value());
        changeOneByte(sealed->digest);

        const auto again = m_vault->importBytes(bytes).result();

        QVERIFY(again.has_value());
        QVERIFY(!again->wasThere);
        QCOMPARE(read(sealed->digest), bytes);
        QCOMPARE(filesIn(m_path + u"/disputed"_s).size(), 1);
    }

    void readsAnyRangeAndNothingOutsideIt()
    {
        const auto sealed = m_vault->importBytes("0123456789").result();
        const auto item = m_vault->openItem(sealed->digest).takeResult();
        QVERIFY(item.has_value());
        QByteArray target(4, '-');

        QCOMPARE((*item)->size(), 10);
        QCOMPARE((*item)->read(3, target.data(), 4).value(), 4);
        QCOMPARE(target, QByteArray("3456"));
        QCOMPARE((*item)->read(8, target.data(), 4).value(), 2);
        QCOMPARE((*item)->read(10, target.data(), 4).value(), 0);
        QCOMPARE((*item)->read(11, target.data(), 1).error().code, SourceError::OutOfRange);
        QCOMPARE((*item)->read(-1, target.data(), 1).error().code, SourceError::OutOfRange);
    }

    void saysThatItsFolderCannotBeMade()
    {
        const QString path = fileWith("a file, not a folder");

        const auto opened = EvidenceVault(path + u"/vault"_s).opened().result();

        QCOMPARE(opened.error().code, VaultError::CannotOpen);
    }

    void tellsHowMuchItTakesAtOnce()
    {
        auto writer = m_vault->beginItem();
        const qint64 room = writer->room();
        QVERIFY(room > 0);

        QVERIFY(writer->write(sampleBytes(room)));

        QVERIFY(QTest::qWaitFor([&writer, room] { return writer->room() == room; }, 5000));
    }

private:
    QByteArray read(const Digest &digest) const
    {
        const auto item = m_vault->openItemNow(digest);
        if (!item) {
            return "not there";
        }
        QByteArray bytes((*item)->size(), Qt::Uninitialized);
        const auto count = (*item)->read(0, bytes.data(), bytes.size());
        return count.value_or(-1) == bytes.size() ? bytes : QByteArray("not readable");
    }

    QString fileWith(const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(u"clip.mp4"_s));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return file.fileName();
    }

    void changeOneByte(const Digest &digest) const
    {
        const QString hex = digestToString(digest);
        QFile file(m_path + u"/items/%1/%2/%3"_s.arg(hex.first(2), hex.sliced(2, 2), hex));
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(1'000'000));
        QVERIFY(file.putChar('~'));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EvidenceVault> m_vault;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestEvidenceVault)
#include "tst_evidencevault.moc"
