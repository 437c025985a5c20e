// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/copyfile.h"
#include "support/filesizelimit.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace Qt::StringLiterals;

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
        QCOMPARE(copy->read(entries[0]), QByteArray("picture 0"));
        QCOMPARE(copy->read(entries[3]), QByteArray("picture 3"));
    }

    void goesOnWhereItEnded()
    {
        fill();
        {
            const auto copy = open();
            QVERIFY(copy && copy->append(2, PixelLayout::Gray, 92, "picture 2"));
        }

        const auto copy = open();

        QVERIFY(copy);
        const std::vector<CopyEntry> entries = copy->entries();
        QCOMPARE(held(entries), (QList<qint64>{0, 1, 2, 3}));
        QCOMPARE(copy->read(entries[2]), QByteArray("picture 2"));
        QCOMPARE(copy->read(entries[1]), QByteArray("picture 1"));
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
        QVERIFY(!second->append(2, PixelLayout::Gray, 0, "picture 2"));
    }

    void beginsAnewForAnotherClipVersionOrTable()
    {
        fill();
        {
            const auto other = CopyFile::open(name(), "another mark", m_rows);
            QVERIFY(other);
            QVERIFY(held(other->entries()).isEmpty());
        }
        fill();
        std::vector<quint64> rows = m_rows;
        rows[2] = 1;

        const auto other = CopyFile::open(name(), m_mark, rows);

        QVERIFY(other);
        QVERIFY(held(other->entries()).isEmpty());
    }

    void leavesTheFileOfAnotherMarkToItsWriter()
    {
        fill();
        const auto writer = open();

        QVERIFY(writer);
        QVERIFY(!CopyFile::open(name(), "another mark", m_rows));
        QCOMPARE(held(writer->entries()), (QList<qint64>{0, 1, 3}));
    }

    void passesOverATornEntry()
    {
        fill();
        const qint64 entries = startOfPictures() - 32 * std::ssize(m_rows);
        flip(entries + 32 + 9);

        const auto copy = open();

        QVERIFY(copy);
        QCOMPARE(held(copy->entries()), (QList<qint64>{0, 3}));
    }

    void passesOverAnEntryOfAnotherFrame()
    {
        fill();
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 entries = startOfPictures() - 32 * std::ssize(m_rows);
        QVERIFY(file.seek(entries));
        const QByteArray first = file.read(32);
        QVERIFY(file.seek(entries + 2 * 32));
        QCOMPARE(file.write(first), 32);
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
            QVERIFY(!copy->append(2, PixelLayout::Gray, 92, "picture 2"));
        }

        QCOMPARE(held(copy->entries()), (QList<qint64>{0, 1, 3}));
        QVERIFY(copy->append(2, PixelLayout::Gray, 92, "picture 2"));
        QCOMPARE(copy->read(copy->entries()[2]), QByteArray("picture 2"));
    }

    void writesNoMoreOnceItIsRemoved()
    {
        fill();
        const auto copy = open();
        QVERIFY(copy && QFile::remove(name()));

        QVERIFY(!copy->append(2, PixelLayout::Gray, 92, "picture 2"));
        QCOMPARE(copy->read(copy->entries()[1]), QByteArray("picture 1"));
    }

    void isNotThereWhereItCannotBeMade()
    {
        QFile inTheWay(m_place->filePath(u"file"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));

        QVERIFY(!CopyFile::open(m_place->filePath(u"file/aa/clip.copy"_s), m_mark, m_rows));
    }

private:
    [[nodiscard]] QString name() const { return m_place->filePath(u"review/aa/clip.copy"_s); }
    [[nodiscard]] std::unique_ptr<CopyFile> open() const { return CopyFile::open(name(), m_mark, m_rows); }
    /// Three of four.
    void fill() const
    {
        const auto copy = open();
        const bool isFilled = copy && copy->append(1, PixelLayout::Gray, 91, "picture 1") &&
                              copy->append(0, PixelLayout::Gray, 90, "picture 0") &&
                              copy->append(3, PixelLayout::Yuv422, 93, "picture 3");
        QVERIFY(isFilled);
    }
    [[nodiscard]] qint64 startOfPictures() const
    {
        return QFile(name()).size() - 3 * qsizetype(sizeof("picture 0") - 1);
    }
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

    const QByteArray m_mark = "mark";
    const std::vector<quint64> m_rows{11, 12, 13, 14};
    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(tst_CopyFile)
#include "tst_copyfile.moc"
