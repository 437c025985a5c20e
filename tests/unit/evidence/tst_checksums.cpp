// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/bagfolder.h"

#include <QBuffer>
#include <QTest>

#include <cstring>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

/// A disk that fails in the middle of a file.
class FailingDevice final : public QIODevice
{
public:
    explicit FailingDevice(qint64 good)
        : m_good(good)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *target, qint64 length) override
    {
        if (m_good == 0) {
            setErrorString(u"Input/output error"_s);
            return -1;
        }
        const qint64 count = std::min(length, m_good);
        std::memset(target, 'x', static_cast<size_t>(count));
        m_good -= count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_good;
};

} // namespace

class TestChecksums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesAllAlgorithmsInOnePass();
    void saysThatADeviceCouldNotBeRead();
    void stopsWhenTold();
    void knowsNoOtherAlgorithms();
};

void TestChecksums::computesAllAlgorithmsInOnePass()
{
    QBuffer buffer;
    buffer.setData("abc");
    buffer.open(QIODevice::ReadOnly);

    const auto sums = checksumDevice(buffer, {u"sha256"_s, u"md5"_s}, {});

    QVERIFY(sums);
    QCOMPARE(sums->at(u"sha256"_s), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    QCOMPARE(sums->at(u"md5"_s), u"900150983cd24fb0d6963f7d28e17f72"_s);
}

void TestChecksums::saysThatADeviceCouldNotBeRead()
{
    FailingDevice device(3'000'000);

    const auto sums = checksumDevice(device, {u"sha256"_s}, {});

    QVERIFY(!sums);
    QCOMPARE(sums.error().code, FolderError::Unreadable);
    QCOMPARE(sums.error().detail, u"Input/output error"_s);
}

void TestChecksums::stopsWhenTold()
{
    QBuffer buffer;
    buffer.setData(QByteArray(5'000'000, 'x'));
    buffer.open(QIODevice::ReadOnly);
    int calls = 0;

    const auto sums = checksumDevice(buffer, {u"sha256"_s}, [&calls](qint64) { return ++calls < 2; });

    QVERIFY(!sums);
    QCOMPARE(sums.error().code, FolderError::Canceled);
    QCOMPARE(calls, 2);
}

void TestChecksums::knowsNoOtherAlgorithms()
{
    QCOMPARE(checksumDigits(u"sha512"_s), 128);
    QCOMPARE(checksumDigits(u"SHA256"_s), 0);
    QCOMPARE(checksumDigits(u"crc32"_s), 0);
}

QTEST_GUILESS_MAIN(TestChecksums)
#include "tst_checksums.moc"
