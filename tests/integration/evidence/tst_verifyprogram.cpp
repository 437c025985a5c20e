// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/evidencecase.h"
#include "tamperedpackage.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int exitCode = -1;
    QByteArray out;
    QByteArray error;
};

Answer verify(const QStringList &arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-verify"_s, arguments);
    if (!process.waitForFinished()) {
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString lineState(const Answer &answer, int line)
{
    return QJsonDocument::fromJson(answer.out)["lines"_L1].toArray().at(line).toObject()["state"_L1].toString();
}

QByteArray sum(QCryptographicHash::Algorithm algorithm, const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, algorithm).toHex();
}

/// A bag as another tool of an older time makes it: version 0.97, MD5, no tag manifest, a folder of its own, CRLF.
void writeForeignBag(const TamperedPackage &bag)
{
    bag.write(u"data/Letter to the court.txt"_s, "Dear court,\n");
    bag.write(u"data/pictures/a%b.jpg"_s, "picture");
    bag.write(u"bagit.txt"_s, "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n");
    bag.write(u"manifest-md5.txt"_s,
              sum(QCryptographicHash::Md5, "Dear court,\n") + " data/Letter to the court.txt\r\n" +
                  sum(QCryptographicHash::Md5, "picture").toUpper() + "\tdata/pictures/a%25b.jpg\r\n");
    bag.write(u"bag-info.txt"_s, "Source-Organization: A library\r\n  with a long name\r\nPayload-Oxum: 19.2\r\n");
    bag.write(u"notes/own.txt"_s, "an unlisted tag file is allowed");
}

} // namespace

class TestVerifyProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersTwoForAnUnsealedPackage();
    void answersOneForAChangedByte();
    void answersThreeForWhatItCannotRead_data();
    void answersThreeForWhatItCannotRead();
    void jsonFitsItsSchema();
    void listsSevenLines();
    void namesThatSteerATerminalAreMadeHarmless();
    void acceptsAForeignBagWithoutProfile();
    void refusesAForeignBagThatChanged_data();
    void refusesAForeignBagThatChanged();
    void holdsAForeignBagToTheProfileUnlessTold();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestVerifyProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestVerifyProgram::answersTwoForAnUnsealedPackage()
{
    const Answer answer = verify({EvidenceCase().write(m_folder->path())});

    QCOMPARE(answer.exitCode, 2);
    QVERIFY(answer.out.contains("Seal and signer   NOT PRESENT   unsealed"));
    QVERIFY(!answer.out.contains("FAIL"));
}

void TestVerifyProgram::answersOneForAChangedByte()
{
    const TamperedPackage package(EvidenceCase().write(m_folder->path()));
    package.change(u"data/items/001_0000000a/original/Haustur_22.MOV"_s, "clip A clip A", "clip A clip B");

    const Answer answer = verify({package.folder()});

    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("data/items/001_0000000a/original/Haustur_22.MOV"));
}

void TestVerifyProgram::answersThreeForWhatItCannotRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("nothing there") << u"/nonexistent"_s;
    QTest::newRow("a file") << u"/proc/self/exe"_s;
    QTest::newRow("no bag") << QDir::tempPath();
    QTest::newRow("no argument") << QString();
}

void TestVerifyProgram::answersThreeForWhatItCannotRead()
{
    QFETCH(const QString, path);

    QCOMPARE(verify({path.startsWith(QDir::tempPath()) ? m_folder->path() : path}).exitCode, 3);
}

void TestVerifyProgram::jsonFitsItsSchema()
{
    const TamperedPackage package(EvidenceCase().write(m_folder->path()));
    package.change(u"bag-info.txt"_s, "Payload-Oxum: ", "Payload-Oxum: 1");
    const QString answerFile = m_folder->filePath(u"answer.json"_s);
    const QString schemaFile = m_folder->filePath(u"schema.json"_s);
    const TamperedPackage folder(m_folder->path());
    folder.write(u"answer.json"_s, verify({package.folder(), u"--json"_s}).out);
    folder.write(u"schema.json"_s, verify({u"--json-schema"_s}).out);

    QProcess process;
    process.start(
        u"python3"_s,
        {u"-c"_s,
         u"import json, sys, jsonschema\n"
         "jsonschema.Draft202012Validator(json.load(open(sys.argv[2]))).validate(json.load(open(sys.argv[1])))"_s,
         answerFile, schemaFile});

    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void TestVerifyProgram::listsSevenLines()
{
    const Answer answer = verify({u"--json"_s, EvidenceCase().write(m_folder->path())});

    const QJsonObject json = QJsonDocument::fromJson(answer.out).object();
    QCOMPARE(json["lines"_L1].toArray().size(), 7);
    QCOMPARE(json["exitCode"_L1].toInt(), 2);
    QCOMPARE(json["packageDigest"_L1].toString().size(), 64);
}

void TestVerifyProgram::namesThatSteerATerminalAreMadeHarmless()
{
    const TamperedPackage package(EvidenceCase().write(m_folder->path()));
    package.write(u"data/\x1b[2Jgone.txt"_s, "x");

    const Answer answer = verify({package.folder()});

    QCOMPARE(answer.exitCode, 1);
    QVERIFY(!answer.out.contains('\x1b'));
}

void TestVerifyProgram::acceptsAForeignBagWithoutProfile()
{
    const TamperedPackage bag(m_folder->filePath(u"bag"_s));
    writeForeignBag(bag);

    const Answer answer = verify({u"--profile"_s, u"none"_s, u"--json"_s, bag.folder()});

    QVERIFY2(answer.exitCode == 0, answer.out.constData());
    QCOMPARE(lineState(answer, 0), u"pass"_s);
    QCOMPARE(lineState(answer, 3), u"not-present"_s);
    QCOMPARE(lineState(answer, 6), u"not-present"_s);
}

void TestVerifyProgram::refusesAForeignBagThatChanged_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("other bytes") << u"data/pictures/a%b.jpg"_s << QByteArray("Picture");
    QTest::newRow("added") << u"data/more"_s << QByteArray("x");
    QTest::newRow("wrong Oxum") << u"bag-info.txt"_s << QByteArray("Payload-Oxum: 19.3\n");
    QTest::newRow("no declaration") << u"bagit.txt"_s << QByteArray("Bag? Yes\n");
    QTest::newRow("escaping path") << u"manifest-md5.txt"_s << QByteArray(32, '0') + "  ../x\n";
    QTest::newRow("version 1.0 with two blanks")
        << u"bagit.txt"_s << QByteArray("BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n");
}

void TestVerifyProgram::refusesAForeignBagThatChanged()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, bytes);
    const TamperedPackage bag(m_folder->filePath(u"bag"_s));
    writeForeignBag(bag);
    bag.write(path, bytes);

    QCOMPARE(verify({u"--profile"_s, u"none"_s, bag.folder()}).exitCode, 1);
}

void TestVerifyProgram::holdsAForeignBagToTheProfileUnlessTold()
{
    const TamperedPackage bag(m_folder->filePath(u"bag"_s));
    writeForeignBag(bag);

    QCOMPARE(verify({bag.folder()}).exitCode, 1);
}

QTEST_GUILESS_MAIN(TestVerifyProgram)
#include "tst_verifyprogram.moc"
