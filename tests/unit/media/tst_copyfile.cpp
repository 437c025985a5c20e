// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "media/copyfile.h"
#include "support/filesizelimit.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 EntryBytes = 24 + SealOverhead;
constexpr qint64 RecordBytes = 9 + SealOverhead;

QByteArray picture(int number)
{
    return "picture " + QByteArray::number(number);
}

} // namespace

/// What is once in the file is found again, and nothing else.
class tst_CopyFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<QTemporaryDir>(); }

    void findsAgainWhatWasWritten()
    {
        fill();

        const auto copy = open();

        QVERIFY(copy && copy->isWritable());
        const std::vector<CopyEntry> entries = copy->entries();
        QCOMPARE(entries.size(), m_rows.size());
        QCOMPARE(held(entries), (QList<qint64>{0, 1, 3}));
        QCOMPARE(entries[3].layout, PixelLayout::Yuv422);
        QCOMPARE(entries[3].pixelHash, quint64{93});
        QCOMPARE(copy->read(0, entries[0]).value(), picture(0));
        QCOMPARE(copy->read(3, entries[3]).value(), picture(3));
    }

    void goesOnWhereItEnded()
    {
        fill();
        {
            const auto copy = open();
            QVERIFY(copy && copy->append(2, PixelLayout::Gray, 92, picture(2)));
        }

        const auto copy = open();

        QVERIFY(copy);
        const std::vector<CopyEntry> entries = copy->entries();
        QCOMPARE(held(entries), (QList<qint64>{0, 1, 2, 3}));
        QCOMPARE(copy->read(2, entries[2]).value(), picture(2));
        QCOMPARE(copy->read(1, entries[1]).value(), picture(1));
    }

    void isOpenToItsOwnerAlone()
    {
        fill();

        QCOMPARE(QFile::permissions(name()) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }

    void isWrittenByOneAtATime()
    {
        fill();
        const auto first = open();

        const auto second = open();

        QVERIFY(first && second);
        QVERIFY(first->isWritable());
        QVERIFY(!second->isWritable());
        QCOMPARE(held(second->entries()), (QList<qint64>{0, 1, 3}));
        QVERIFY(!second->append(2, PixelLayout::Gray, 0, picture(2)));
    }

    void beginsAnewForAnotherClipVersionOrTable()
    {
        fill();
        {
            const auto other = CopyFile::open(name(), m_key, "another mark", m_rows);
            QVERIFY(other);
            QVERIFY(held(other->entries()).isEmpty());
        }
        fill();
        std::vector<quint64> rows = m_rows;
        rows[2] = 1;

        const auto other = CopyFile::open(name(), m_key, m_mark, rows);

        QVERIFY(other);
        QVERIFY(held(other->entries()).isEmpty());
    }

    void leavesTheFileOfAnotherMarkToItsWriter()
    {
        fill();
        const auto writer = open();

        QVERIFY(writer);
        QVERIFY(!CopyFile::open(name(), m_key, "another mark", m_rows));
        QCOMPARE(held(writer->entries()), (QList<qint64>{0, 1, 3}));
    }

    void passesOverATornEntry()
    {
        fill();
        const qint64 entries = startOfPictures() - EntryBytes * std::ssize(m_rows);
        flip(entries + EntryBytes + 9);

        const auto copy = open();

        QVERIFY(copy);
        QCOMPARE(held(copy->entries()), (QList<qint64>{0, 3}));
    }

    void passesOverAnEntryOfAnotherFrame()
    {
        fill();
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 entries = startOfPictures() - EntryBytes * std::ssize(m_rows);
        QVERIFY(file.seek(entries));
        const QByteArray first = file.read(EntryBytes);
        QVERIFY(file.seek(entries + 2 * EntryBytes));
        QCOMPARE(file.write(first), EntryBytes);
        file.close();

        const auto copy = open();

        QVERIFY(copy);
        QCOMPARE(held(copy->entries()), (QList<qint64>{0, 1, 3}));
    }

    void passesOverPicturesBeyondTheEnd()
    {
        fill();
        QFile file(name());
        QVERIFY(file.resize(file.size() - 1));

        const auto copy = open();

        QVERIFY(copy);
        QCOMPARE(held(copy->entries()), (QList<qint64>{0, 1}));
    }

    void keepsWhatIsThereWhenTheDiskIsFull()
    {
        fill();
        const auto copy = open();
        QVERIFY(copy);
        {
            const FileSizeLimit limit(static_cast<rlim_t>(copy->size()) + 5);
            QVERIFY(!copy->append(2, PixelLayout::Gray, 92, picture(2)));
        }

        QCOMPARE(held(copy->entries()), (QList<qint64>{0, 1, 3}));
        QVERIFY(copy->append(2, PixelLayout::Gray, 92, picture(2)));
        QCOMPARE(copy->read(2, copy->entries()[2]).value(), picture(2));
    }

    void writesNoMoreOnceItIsRemoved()
    {
        fill();
        const auto copy = open();
        QVERIFY(copy && QFile::remove(name()));

        QVERIFY(!copy->append(2, PixelLayout::Gray, 92, picture(2)));
        QCOMPARE(copy->read(1, copy->entries()[1]).value(), picture(1));
    }

    void showsNothingOnTheDisk()
    {
        fill();
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();

        QVERIFY(bytes.size() > 3 * RecordBytes);
        for (const QByteArray &plain : {QByteArray("pict"), m_mark, m_key.key.toBytes().first(8)}) {
            QVERIFY(!bytes.contains(plain));
        }
    }

    void givesNoPictureWithABitTurned()
    {
        fill();
        for (const qint64 at : {qint64(0), qint64(30), SealOverhead - 16, RecordBytes - 1}) {
            flip(startOfPictures() + RecordBytes + at);
            const auto copy = open();
            QVERIFY(copy);
            const std::vector<CopyEntry> entries = copy->entries();

            // They lie in the order in which they came.
            QCOMPARE(copy->read(0, entries[0]).error().code, ShelfError::NotAuthentic);
            QCOMPARE(copy->read(1, entries[1]).value(), picture(1));
            QCOMPARE(copy->read(3, entries[3]).value(), picture(3));
            flip(startOfPictures() + RecordBytes + at);
        }
    }

    void givesNoPictureInThePlaceOfAnother()
    {
        fill();
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(startOfPictures()));
        const QByteArray first = file.read(RecordBytes);
        const QByteArray second = file.read(RecordBytes);
        QVERIFY(file.seek(startOfPictures()) && file.write(second + first) == 2 * RecordBytes);
        file.close();

        const auto copy = open();

        QVERIFY(copy);
        const std::vector<CopyEntry> entries = copy->entries();
        QCOMPARE(copy->read(0, entries[0]).error().code, ShelfError::NotAuthentic);
        QCOMPARE(copy->read(1, entries[1]).error().code, ShelfError::NotAuthentic);
        QCOMPARE(copy->read(3, entries[3]).value(), picture(3));
    }

    void makesAgainWhatWasForgotten()
    {
        fill();
        {
            const auto copy = open();
            QVERIFY(copy);
            copy->forget(1);
        }
        const auto copy = open();
        QVERIFY(copy);
        QCOMPARE(held(copy->entries()), (QList<qint64>{0, 3}));

        QVERIFY(copy->append(1, PixelLayout::Gray, 91, picture(1)));

        const std::vector<CopyEntry> entries = copy->entries();
        QCOMPARE(held(entries), (QList<qint64>{0, 1, 3}));
        QCOMPARE(copy->read(1, entries[1]).value(), picture(1));
    }

    void beginsAnewUnderAnotherKeyOrForAnotherClip()
    {
        for (const ClipKey &other :
             {ClipKey{m_key.clip, *SecretKey::create()}, ClipKey{sha256("another"), m_key.key}}) {
            fill();

            const auto copy = CopyFile::open(name(), other, m_mark, m_rows);

            QVERIFY(copy);
            QVERIFY(held(copy->entries()).isEmpty());
            QVERIFY(copy->append(2, PixelLayout::Gray, 92, picture(2)));
            QCOMPARE(held(copy->entries()), QList<qint64>{2});
        }
    }

    void beginsAnewWhereTheFormIsAnOlderOne()
    {
        QTest::failOnWarning();
        fill();
        flip(7);

        const auto copy = open();

        QVERIFY(copy);
        QVERIFY(held(copy->entries()).isEmpty());
    }

    void isNotThereWhereItCannotBeMade()
    {
        QFile inTheWay(m_place->filePath(u"file"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));

        QVERIFY(!CopyFile::open(m_place->filePath(u"file/aa/clip.copy"_s), m_key, m_mark, m_rows));
    }

private:
    [[nodiscard]] QString name() const { return m_place->filePath(u"review/aa/clip.copy"_s); }
    [[nodiscard]] std::unique_ptr<CopyFile> open() const { return CopyFile::open(name(), m_key, m_mark, m_rows); }
    /// Three of four.
    void fill() const
    {
        const auto copy = open();
        const bool isFilled = copy && copy->append(1, PixelLayout::Gray, 91, picture(1)) &&
                              copy->append(0, PixelLayout::Gray, 90, picture(0)) &&
                              copy->append(3, PixelLayout::Yuv422, 93, picture(3));
        QVERIFY(isFilled);
    }
    [[nodiscard]] qint64 startOfPictures() const { return QFile(name()).size() - 3 * RecordBytes; }
    void flip(qint64 place) const
    {
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(place));
        const QByteArray byte = file.read(1);
        QVERIFY(file.seek(place) && file.putChar(static_cast<char>(byte.at(0) ^ 0x40)));
    }
    [[nodiscard]] static QList<qint64> held(const std::vector<CopyEntry> &entries)
    {
        QList<qint64> numbers;
        for (qint64 number = 0; number < std::ssize(entries); ++number) {
            if (entries[static_cast<std::size_t>(number)].length > 0) {
                numbers.append(number);
            }
        }
        return numbers;
    }

    const ClipKey m_key{sha256("a clip"), *SecretKey::create()};
    const QByteArray m_mark = "mark";
    const std::vector<quint64> m_rows{11, 12, 13, 14};
    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(tst_CopyFile)
#include "tst_copyfile.moc"
