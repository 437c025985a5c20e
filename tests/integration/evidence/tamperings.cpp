// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tamperings.h"

#include "audit/chain.h"
#include "core/digesttext.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Porchlight {

using Check = Verification::Check;
using Verdict = Verification::Verdict;

namespace {

const QString ItemA = u"data/items/001_0000000a"_s;
const QString OriginalA = ItemA + u"/original/Haustur_22.MOV"_s;
const QString OriginalB = u"data/items/002_0000000b/original/clip_CON.mp4"_s;
const QString FramesA = ItemA + u"/frames.csv"_s;
const QString ReceiptA = ItemA + u"/receipt.json"_s;
const QString StillA = ItemA + u"/derived/still_0000012_00000057.png"_s;
const QString TakingA = ItemA + u"/derived/still_0000012_00000057.json"_s;
const QString Record = u"metadata/package.json"_s;
const QString Log = u"custody/log.jsonl"_s;
const QString Sums256 = u"manifest-sha256.txt"_s;
const QString Sums512 = u"manifest-sha512.txt"_s;

QByteArray hexOf(const QByteArray &bytes)
{
    return digestToString(sha256(bytes)).toLatin1();
}

void flipBit(const TamperedPackage &package, const QString &path)
{
    QByteArray bytes = package.read(path);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    package.write(path, bytes);
}

/// A line that is appended to both payload manifests, with the tag manifests made to fit.
void addManifestLine(const TamperedPackage &package, const QByteArray &path)
{
    package.write(Sums256, package.read(Sums256) + QByteArray(64, '0') + "  " + path + '\n');
    package.write(Sums512, package.read(Sums512) + QByteArray(128, '0') + "  " + path + '\n');
    package.hashTagsAnew();
}

void changeManifest(const TamperedPackage &package, const QByteArray &from, const QByteArray &to)
{
    package.change(Sums256, from, to);
    package.hashTagsAnew();
}

Tampering unsafePath(const char *name, const QByteArray &path)
{
    return {name, [path](const TamperedPackage &package) { addManifestLine(package, path); }, Check::Structure,
            FaultCode::ManifestUnsafePath};
}

QList<QByteArray> logLines(const TamperedPackage &package)
{
    QList<QByteArray> lines = package.read(Log).split('\n');
    lines.removeLast();
    return lines;
}

/// The log with other lines, and everything hashed anew by someone who forgot or could not change the record.
void writeLog(const TamperedPackage &package, const QList<QByteArray> &lines)
{
    package.write(Log, lines.join('\n') + '\n');
    package.hashAnew();
}

void withoutLine(const TamperedPackage &package, qsizetype line)
{
    QList<QByteArray> lines = logLines(package);
    lines.removeAt(line < 0 ? lines.size() + line : line);
    writeLog(package, lines);
}

void changeFile(const TamperedPackage &package, const QString &path, const QByteArray &from, const QByteArray &to)
{
    package.change(path, from, to);
    package.hashAnew();
}

const std::vector<Tampering> PayloadTamperings = {
    {"payload: one bit flipped in a clip", [](const TamperedPackage &p) { flipBit(p, OriginalA); }, Check::EveryFile,
     FaultCode::FileChanged},
    {"payload: clip cut short", [](const TamperedPackage &p) { p.write(OriginalA, p.read(OriginalA).first(1000)); },
     Check::EveryFile, FaultCode::FileTruncated},
    {"payload: clip deleted", [](const TamperedPackage &p) { p.remove(OriginalA); }, Check::EveryFile,
     FaultCode::FileMissing},
    {"payload: file added", [](const TamperedPackage &p) { p.write(u"data/items/more.mp4"_s, "x"); },
     Check::NothingExtra, FaultCode::FileUnlisted},
    {"payload: hidden file added", [](const TamperedPackage &p) { p.write(u"data/.hidden"_s, "x"); },
     Check::NothingExtra, FaultCode::FileUnlisted},
    {"payload: file renamed", [](const TamperedPackage &p) { p.rename(OriginalA, ItemA + u"/original/other.MOV"_s); },
     Check::EveryFile, FaultCode::FileMissing},
    {"payload: replaced by a link to the same content",
     [](const TamperedPackage &p) {
         QFile::rename(p.at(OriginalA), p.folder() + u".moved"_s);
         QFile::link(p.folder() + u".moved"_s, p.at(OriginalA));
     },
     Check::NothingExtra, FaultCode::LinkPresent},
    {"payload: folder replaced by a link",
     [](const TamperedPackage &p) {
         QDir().rename(p.at(ItemA), p.folder() + u".items"_s);
         QFile::link(p.folder() + u".items"_s, p.at(ItemA));
     },
     Check::NothingExtra, FaultCode::LinkPresent},
    {"payload: second hard link",
     [](const TamperedPackage &p) {
         [[maybe_unused]] const int done = ::link(QFile::encodeName(p.at(OriginalA)).constData(),
                                                  QFile::encodeName(p.folder() + u".hard"_s).constData());
     },
     Check::NothingExtra, FaultCode::HardLink},
    {"payload: pipe in place of a clip",
     [](const TamperedPackage &p) {
         p.remove(OriginalA);
         ::mkfifo(QFile::encodeName(p.at(OriginalA)).constData(), 0600);
     },
     Check::NothingExtra, FaultCode::SpecialFile},
    {"payload: socket added",
     [](const TamperedPackage &p) {
         // The address of a socket is short, so it is made from inside the folder.
         const QString before = QDir::currentPath();
         QDir::setCurrent(p.at(u"data"_s));
         const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
         sockaddr_un address{.sun_family = AF_UNIX, .sun_path = "socket"};
         ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
         ::close(socket);
         QDir::setCurrent(before);
     },
     Check::NothingExtra, FaultCode::SpecialFile},
    {"payload: empty folder added is only a warning",
     [](const TamperedPackage &p) { QDir().mkpath(p.at(u"data/empty"_s)); }, Check::NothingExtra,
     FaultCode::FolderEmpty, Verdict::SignerUnknown},
    {"payload: name that differs only by case added",
     [](const TamperedPackage &p) { p.write(ItemA + u"/original/HAUSTUR_22.mov"_s, "x"); }, Check::NothingExtra,
     FaultCode::NameCollision},
    {"payload: name that differs only by normalisation added",
     [](const TamperedPackage &p) {
         p.write(u"data/\u00fc.txt"_s, "x");
         p.write(u"data/u\u0308.txt"_s, "x");
     },
     Check::NothingExtra, FaultCode::NameCollision},
    {"payload: name that Windows keeps for itself",
     [](const TamperedPackage &p) {
         p.write(u"data/AUX.txt"_s, "x");
         p.hashAnew();
     },
     Check::NothingExtra, FaultCode::NameNotPortable},
    {"payload: clip replaced and everything hashed anew",
     [](const TamperedPackage &p) {
         flipBit(p, OriginalA);
         p.hashAnew();
     },
     Check::Records, FaultCode::OriginalChanged},
};

const std::vector<Tampering> ManifestTamperings = {
    {"manifest: cut in the middle of a line",
     [](const TamperedPackage &p) {
         p.write(Sums256, p.read(Sums256).chopped(20));
         p.hashTagsAnew();
     },
     Check::Structure, FaultCode::ManifestCut},
    {"manifest: line removed from one algorithm only",
     [](const TamperedPackage &p) {
         const QByteArray text = p.read(Sums256);
         p.write(Sums256, text.sliced(text.indexOf('\n') + 1));
         p.hashTagsAnew();
     },
     Check::Structure, FaultCode::ManifestIncomplete},
    {"manifest: line twice",
     [](const TamperedPackage &p) {
         const QByteArray text = p.read(Sums256);
         p.write(Sums256, text + text.first(text.indexOf('\n') + 1));
         p.hashTagsAnew();
     },
     Check::Structure, FaultCode::ManifestDuplicate},
    {"manifest: line twice with another checksum",
     [](const TamperedPackage &p) { addManifestLine(p, OriginalA.toUtf8()); }, Check::Structure,
     FaultCode::ManifestDuplicate},
    {"manifest: one algorithm stripped",
     [](const TamperedPackage &p) {
         p.remove(Sums512);
         p.remove(u"tagmanifest-sha512.txt"_s);
         p.change(u"tagmanifest-sha256.txt"_s, hexOf(p.read(u"bagit.txt"_s)), hexOf(p.read(u"bagit.txt"_s)));
     },
     Check::Structure, FaultCode::ManifestMissing},
    {"manifest: downgraded to MD5",
     [](const TamperedPackage &p) {
         p.remove(Sums256);
         p.rename(Sums512, u"manifest-md5.txt"_s);
         p.hashTagsAnew();
     },
     Check::Structure, FaultCode::ManifestAlgorithm},
    {"manifest: MD5 added",
     [](const TamperedPackage &p) {
         p.write(u"manifest-md5.txt"_s, QByteArray(32, '0') + "  " + OriginalA.toUtf8() + '\n');
         p.hashTagsAnew();
     },
     Check::Structure, FaultCode::ManifestAlgorithm},
    {"manifest: second one whose name differs by case",
     [](const TamperedPackage &p) {
         p.write(u"manifest-SHA256.txt"_s, p.read(Sums256));
         p.hashTagsAnew();
     },
     Check::Structure, FaultCode::ManifestAlgorithm},
    unsafePath("manifest: path with ..", "../secret"),
    unsafePath("manifest: path with .. inside", "data/x/../items"),
    unsafePath("manifest: absolute path", "/etc/passwd"),
    unsafePath("manifest: home folder", "~root/x"),
    unsafePath("manifest: drive letter", "C:/windows/x"),
    unsafePath("manifest: network path", "\\\\server\\share\\x"),
    unsafePath("manifest: backslash", "data\\items\\x"),
    unsafePath("manifest: device namespace", "\\\\?\\C:\\x"),
    unsafePath("manifest: encoded line end", "data/a%0Ab"),
    unsafePath("manifest: doubled slash", "data//x"),
    unsafePath("manifest: path outside data", "metadata/package.json"),
    {"manifest: NUL in a path", [](const TamperedPackage &p) { addManifestLine(p, QByteArray("data/a\0b", 8)); },
     Check::Structure, FaultCode::ManifestSyntax},
    {"manifest: tab instead of blanks", [](const TamperedPackage &p) { changeManifest(p, "  data", "\tdata"); },
     Check::Structure, FaultCode::ManifestSyntax},
    {"manifest: one blank instead of two", [](const TamperedPackage &p) { changeManifest(p, "  data", " data"); },
     Check::Structure, FaultCode::ManifestSyntax},
    {"manifest: blank at the end of a path",
     [](const TamperedPackage &p) { changeManifest(p, "frames.csv\n", "frames.csv \n"); }, Check::EveryFile,
     FaultCode::FileMissing},
    {"manifest: asterisk before a path", [](const TamperedPackage &p) { changeManifest(p, "  data", " *data"); },
     Check::Structure, FaultCode::ManifestSyntax},
    {"manifest: leading backslash",
     [](const TamperedPackage &p) {
         p.write(Sums256, '\\' + p.read(Sums256));
         p.hashTagsAnew();
     },
     Check::Structure, FaultCode::ManifestSyntax},
    {"manifest: byte-order mark",
     [](const TamperedPackage &p) {
         p.write(Sums256, "\xEF\xBB\xBF" + p.read(Sums256));
         p.hashTagsAnew();
     },
     Check::Structure, FaultCode::ManifestSyntax},
    {"manifest: CR only", [](const TamperedPackage &p) { changeManifest(p, "\n", "\r"); }, Check::Structure,
     FaultCode::ManifestSyntax},
    {"manifest: CRLF", [](const TamperedPackage &p) { changeManifest(p, "\n", "\r\n"); }, Check::Structure,
     FaultCode::ManifestSyntax},
    {"manifest: empty line", [](const TamperedPackage &p) { changeManifest(p, "frames.csv\n", "frames.csv\n\n"); },
     Check::Structure, FaultCode::ManifestSyntax},
    {"manifest: emptied",
     [](const TamperedPackage &p) {
         p.write(Sums256, {});
         p.write(Sums512, {});
         p.hashTagsAnew();
     },
     Check::NothingExtra, FaultCode::FileUnlisted},
    {"manifest: two checksums changed for each other",
     [](const TamperedPackage &p) {
         const QByteArray a = hexOf(p.read(OriginalA));
         const QByteArray b = hexOf(p.read(OriginalB));
         p.change(Sums256, a, "placeholder");
         p.change(Sums256, b, a);
         p.change(Sums256, "placeholder", b);
         p.hashTagsAnew();
     },
     Check::EveryFile, FaultCode::FileChanged},
};

const auto declaration = [](const char *name, const QByteArray &text) {
    return Tampering{name,
                     [text](const TamperedPackage &p) {
                         p.write(u"bagit.txt"_s, text);
                         p.hashTagsAnew();
                     },
                     Check::Structure, FaultCode::DeclarationInvalid};
};
const auto information = [](const char *name, const QByteArray &from, const QByteArray &to, FaultCode code) {
    return Tampering{name,
                     [from, to](const TamperedPackage &p) {
                         p.change(u"bag-info.txt"_s, from, to);
                         p.hashTagsAnew();
                     },
                     Check::Structure, code};
};
const std::vector<Tampering> TagTamperings = {
    declaration("bagit.txt: version lowered", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"),
    declaration("bagit.txt: third line", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n"),
    declaration("bagit.txt: two blanks", "BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n"),
    declaration("bagit.txt: other encoding", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n"),
    declaration("bagit.txt: byte-order mark", "\xEF\xBB\xBF"
                                              "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
    {"bagit.txt: deleted", [](const TamperedPackage &p) { p.remove(u"bagit.txt"_s); }, Check::Structure,
     FaultCode::DeclarationMissing},
    {"bag-info: edited", [](const TamperedPackage &p) { p.change(u"bag-info.txt"_s, "2026-004117", "2026-004118"); },
     Check::EveryFile, FaultCode::FileChanged},
    {"bag-info: edited and hashed anew",
     [](const TamperedPackage &p) { changeFile(p, u"bag-info.txt"_s, "Identifier: 2026-004117", "Identifier: 1"); },
     Check::Records, FaultCode::RecordDiffers},
    {"bag-info: edited and its line dropped",
     [](const TamperedPackage &p) {
         p.change(u"bag-info.txt"_s, "2026-004117", "2026-004118");
         for (const QString &manifest : {u"tagmanifest-sha256.txt"_s, u"tagmanifest-sha512.txt"_s}) {
             QByteArray kept;
             for (const QByteArray &line : p.read(manifest).split('\n')) {
                 kept += line.endsWith("bag-info.txt") || line.isEmpty() ? QByteArray() : line + '\n';
             }
             p.write(manifest, kept);
         }
     },
     Check::NothingExtra, FaultCode::FileUnlisted},
    {"bag-info: not lines of labels",
     [](const TamperedPackage &p) {
         p.write(u"bag-info.txt"_s, "nothing of the kind\n");
         p.hashTagsAnew();
     },
     Check::Structure, FaultCode::InfoInvalid},
    information("Oxum: wrong", "Payload-Oxum: ", "Payload-Oxum: 9", FaultCode::OxumWrong),
    information("Oxum: twice", "Bag-Size", "Payload-Oxum: 1.1\nBag-Size", FaultCode::OxumInvalid),
    information("Oxum: missing", "Payload-Oxum", "Something-Else", FaultCode::OxumInvalid),
    {"tag manifests: deleted",
     [](const TamperedPackage &p) {
         p.remove(u"tagmanifest-sha256.txt"_s);
         p.remove(u"tagmanifest-sha512.txt"_s);
     },
     Check::Structure, FaultCode::TagManifestMissing},
    {"tag manifests: do not list a manifest",
     [](const TamperedPackage &p) {
         QByteArray kept;
         for (const QByteArray &line : p.read(u"tagmanifest-sha256.txt"_s).split('\n')) {
             kept += line.endsWith(" manifest-sha256.txt") || line.isEmpty() ? QByteArray() : line + '\n';
         }
         p.write(u"tagmanifest-sha256.txt"_s, kept);
     },
     Check::Structure, FaultCode::TagManifestIncomplete},
    {"tag files: unlisted one added beside the others",
     [](const TamperedPackage &p) { p.write(u"REPORT.html"_s, "<p>all is well"); }, Check::NothingExtra,
     FaultCode::FileUnlisted},
    {"tag files: fetch.txt added",
     [](const TamperedPackage &p) {
         p.write(u"fetch.txt"_s, "http://192.0.2.1/x 5 data/x\n");
         p.hashTagsAnew();
     },
     Check::Structure, FaultCode::FetchPresent},
    {"tag files: START-HERE deleted and hashed anew",
     [](const TamperedPackage &p) {
         p.remove(u"START-HERE.html"_s);
         p.hashTagsAnew();
     },
     Check::Records, FaultCode::RecordMissing},
    {"seal: one put in from elsewhere", [](const TamperedPackage &p) { p.write(u"seal/SEAL.txt"_s, "sealed"); },
     Check::Seal, FaultCode::SealUnexpected},
};

const std::vector<Tampering> LogTamperings = {
    {"log: entry edited, hash kept", [](const TamperedPackage &p) { changeFile(p, Log, "M. Okafor", "M. Okabor"); },
     Check::Custody, FaultCode::LogEntryChanged},
    {"log: entry edited and its hash made to fit",
     [](const TamperedPackage &p) {
         QList<QByteArray> lines = logLines(p);
         CustodyEvent event = custodyEventFromJsonLine(lines[1]).value();
         event.officer.name = u"Somebody else"_s;
         event.hash = chainHash(event);
         lines[1] = toJsonLine(event);
         writeLog(p, lines);
     },
     Check::Custody, FaultCode::LogEntryChanged},
    {"log: entry edited in front of one of another case",
     [](const TamperedPackage &p) {
         QList<QByteArray> lines = logLines(p);
         CustodyEvent event = custodyEventFromJsonLine(lines[2]).value();
         event.officer.name = u"Somebody else"_s;
         event.hash = chainHash(event);
         lines[2] = toJsonLine(event);
         writeLog(p, lines);
     },
     Check::Custody, FaultCode::LogEntryChanged},
    {"log: newest entry cut off", [](const TamperedPackage &p) { withoutLine(p, -1); }, Check::Custody,
     FaultCode::LogIncomplete},
    {"log: oldest entry cut off", [](const TamperedPackage &p) { withoutLine(p, 0); }, Check::Custody,
     FaultCode::LogIncomplete},
    {"log: entry deleted in the middle", [](const TamperedPackage &p) { withoutLine(p, 3); }, Check::Custody,
     FaultCode::LogIncomplete},
    {"log: entries changed places",
     [](const TamperedPackage &p) {
         QList<QByteArray> lines = logLines(p);
         lines.swapItemsAt(1, 2);
         writeLog(p, lines);
     },
     Check::Custody, FaultCode::LogOrder},
    {"log: entry doubled",
     [](const TamperedPackage &p) {
         QList<QByteArray> lines = logLines(p);
         lines.insert(2, lines[2]);
         writeLog(p, lines);
     },
     Check::Custody, FaultCode::LogOrder},
    {"log: foreign entry inserted",
     [](const TamperedPackage &p) {
         QList<QByteArray> lines = logLines(p);
         CustodyEvent event = custodyEventFromJsonLine(lines[2]).value();
         event.caseId = CaseId::create();
         event.hash = chainHash(event);
         lines.insert(3, toJsonLine(event));
         writeLog(p, lines);
     },
     Check::Custody, FaultCode::LogOrder},
    {"log: cut in the middle of a line",
     [](const TamperedPackage &p) {
         p.write(Log, p.read(Log).chopped(30));
         p.hashAnew();
     },
     Check::Custody, FaultCode::LogMalformed},
    {"log: key doubled",
     [](const TamperedPackage &p) { changeFile(p, Log, "{\"action\":", "{\"action\":\"x\",\"action\":"); },
     Check::Custody, FaultCode::LogMalformed},
    {"log: other number form", [](const TamperedPackage &p) { changeFile(p, Log, "\"format\":1,", "\"format\":1.0,"); },
     Check::Custody, FaultCode::LogMalformed},
    {"log: letters escaped", [](const TamperedPackage &p) { changeFile(p, Log, "Okafor", "\\u004fkafor"); },
     Check::Custody, FaultCode::LogMalformed},
    {"log: blanks between members", [](const TamperedPackage &p) { changeFile(p, Log, "\",\"", "\", \""); },
     Check::Custody, FaultCode::LogMalformed},
    {"log: invalid UTF-8", [](const TamperedPackage &p) { changeFile(p, Log, "Okafor", "\xFF\xFEkafor"); },
     Check::Custody, FaultCode::LogMalformed},
    {"log: CRLF", [](const TamperedPackage &p) { changeFile(p, Log, "\n", "\r\n"); }, Check::Custody,
     FaultCode::LogMalformed},
    {"log: table says otherwise",
     [](const TamperedPackage &p) { changeFile(p, u"custody/log.csv"_s, "M. Okafor", "Somebody else"); },
     Check::Custody, FaultCode::PageDiffers},
    {"log: another request than was published",
     [](const TamperedPackage &p) { changeFile(p, u"data/request/request.json"_s, "a van", "a bus"); }, Check::Custody,
     FaultCode::RecordDiffers},
    {"log: deleted and hashed anew",
     [](const TamperedPackage &p) {
         p.remove(Log);
         p.hashAnew();
     },
     Check::Custody, FaultCode::LogMissing},
};

const auto record = [](const char *name, const QByteArray &from, const QByteArray &to, FaultCode code) {
    return Tampering{name, [from, to](const TamperedPackage &p) { p.changeRecord(from, to); }, Check::Records, code};
};
const std::vector<Tampering> RecordTamperings = {
    {"record: another checksum of a clip",
     [](const TamperedPackage &p) { p.changeRecord(hexOf(p.read(OriginalA)), QByteArray(64, 'a')); }, Check::Records,
     FaultCode::OriginalChanged},
    {"record: another checksum of the frame table",
     [](const TamperedPackage &p) { p.changeRecord(hexOf(p.read(FramesA)), QByteArray(64, 'a')); }, Check::Records,
     FaultCode::RecordDiffers},
    record("record: another size of a clip", "\"sizeAtReceipt\":35000", "\"sizeAtReceipt\":35001",
           FaultCode::OriginalChanged),
    record("record: another length of a clip", "\"durationMicroseconds\":1000000", "\"durationMicroseconds\":2000000",
           FaultCode::RecordDiffers),
    record("record: another name of a clip", "\"originalName\":\"CON.mp4\"", "\"originalName\":\"garden.mp4\"",
           FaultCode::RecordDiffers),
    record("record: another time of receipt", "\"receivedAt\":\"2026", "\"receivedAt\":\"2025",
           FaultCode::ReceiptDiffers),
    record("record: consent widened", "\"sound\":false", "\"sound\":true", FaultCode::ReceiptDiffers),
    record("record: a clip left out is hidden", "\"clipsReceived\":3", "\"clipsReceived\":2", FaultCode::RecordDiffers),
    record("record: member doubled", "{\"bagName\":", "{\"bagName\":\"x\",\"bagName\":", FaultCode::RecordMalformed),
    record("record: unknown member", "{\"bagName\":", "{\"aaa\":1,\"bagName\":", FaultCode::RecordMalformed),
    record("record: no JSON", "{\"bagName\":", "\"bagName\":", FaultCode::RecordMalformed),
    {"record: of a later form", [](const TamperedPackage &p) { p.changeRecord("\"format\":2,", "\"format\":3,"); },
     Check::Records, FaultCode::RecordNewer, Verdict::CouldNotRead},
    {"record: of an earlier form", [](const TamperedPackage &p) { p.changeRecord("\"format\":2,", "\"format\":1,"); },
     Check::Records, FaultCode::RecordOlder, Verdict::CouldNotRead},
    {"record: another correction of a clock",
     [](const TamperedPackage &p) {
         p.changeRecord("\"offsetMicroseconds\":3200000", "\"offsetMicroseconds\":-3200000");
     },
     Check::Custody, FaultCode::RecordDiffers},
    {"record: a clock that nobody is said to have set",
     [](const TamperedPackage &p) { p.changeRecord("\"logEntry\":8", "\"logEntry\":0"); }, Check::Custody,
     FaultCode::RecordDiffers},
    {"record: deleted and hashed anew",
     [](const TamperedPackage &p) {
         p.remove(Record);
         p.hashAnew();
     },
     Check::Records, FaultCode::RecordMissing},
    {"record: frame table shortened and hashed anew",
     [](const TamperedPackage &p) {
         const QByteArray csv = p.read(FramesA);
         p.write(FramesA, csv.first(csv.lastIndexOf("\n29,") + 1));
         p.hashAnew();
     },
     Check::Records, FaultCode::FrameTableDiffers},
    {"record: frame table renumbered and hashed anew",
     [](const TamperedPackage &p) { changeFile(p, FramesA, "\n12,", "\n13,"); }, Check::Records,
     FaultCode::FrameTableDiffers},
    {"record: times of the frame table shifted and hashed anew",
     [](const TamperedPackage &p) { changeFile(p, FramesA, "\n29,87000,", "\n29,88000,"); }, Check::Records,
     FaultCode::FrameTableDiffers},
    {"record: receipt of how it came in edited",
     [](const TamperedPackage &p) { changeFile(p, ReceiptA, "Haust\u00fcr", "Garten"); }, Check::Records,
     FaultCode::ReceiptDiffers},
    {"record: signature of the consent receipt changed",
     [](const TamperedPackage &p) {
         QJsonObject json = QJsonDocument::fromJson(p.read(ReceiptA)).object();
         QJsonObject consent = json["consentReceipt"_L1].toObject();
         consent["signature"_L1] = QString::fromLatin1(QByteArray(64, 'x').toBase64());
         json["consentReceipt"_L1] = consent;
         p.write(ReceiptA, QJsonDocument(json).toJson());
         p.hashAnew();
     },
     Check::Records, FaultCode::ReceiptSignature},
    {"record: consent receipt taken out",
     [](const TamperedPackage &p) {
         QJsonObject json = QJsonDocument::fromJson(p.read(ReceiptA)).object();
         json["consentReceipt"_L1] = QJsonValue();
         p.write(ReceiptA, QJsonDocument(json).toJson());
         p.hashAnew();
     },
     Check::Records, FaultCode::ReceiptDiffers},
    {"record: still made from another file",
     [](const TamperedPackage &p) {
         const QByteArray input = "\"inputSha256\":\"" + hexOf(p.read(OriginalA));
         const QByteArray other = "\"inputSha256\":\"" + QByteArray(64, 'b');
         p.change(Record, input, other);
         p.change(StillA + u".json"_s, input, other);
         p.hashAnew();
     },
     Check::Records, FaultCode::LineageBroken},
    {"record: lineage of a still edited",
     [](const TamperedPackage &p) { changeFile(p, StillA + u".json"_s, "\"frameNumber\":12", "\"frameNumber\":13"); },
     Check::Records, FaultCode::LineageBroken},
    {"record: record of a still's taking about another frame",
     [](const TamperedPackage &p) {
         p.change(TakingA, "\"number\":12", "\"number\":13");
         p.hashAnew();
     },
     Check::Records, FaultCode::LineageBroken},
    {"record: still replaced and hashed anew",
     [](const TamperedPackage &p) {
         flipBit(p, StillA);
         p.hashAnew();
     },
     Check::Records, FaultCode::RecordDiffers},
    {"record: payload it does not name",
     [](const TamperedPackage &p) {
         p.write(u"data/report/more.html"_s, "x");
         p.hashAnew();
     },
     Check::Records, FaultCode::RecordDiffers},
    {"record: request replaced and hashed anew",
     [](const TamperedPackage &p) {
         p.write(u"data/request/request.json"_s, "{\"id\":\"another\"}");
         p.hashAnew();
     },
     Check::Records, FaultCode::RecordDiffers},
    {"record: table of items says otherwise",
     [](const TamperedPackage &p) { changeFile(p, u"metadata/items.csv"_s, "CON.mp4", "garden.mp4"); }, Check::Records,
     FaultCode::PageDiffers},
    {"record: notes say otherwise",
     [](const TamperedPackage &p) { changeFile(p, u"data/report/notes.csv"_s, "grey", "blue"); }, Check::Records,
     FaultCode::PageDiffers},
    {"record: probe says otherwise",
     [](const TamperedPackage &p) { changeFile(p, ItemA + u"/probe.json"_s, "h264", "hevc"); }, Check::Records,
     FaultCode::RecordDiffers},
    {"record: START-HERE reworded is only a warning",
     [](const TamperedPackage &p) { changeFile(p, u"START-HERE.html"_s, "Wood Street", "Elm Street"); }, Check::Records,
     FaultCode::PageDiffers, Verdict::SignerUnknown},
    {"record: report reworded is only a warning",
     [](const TamperedPackage &p) { changeFile(p, u"data/report/report.html"_s, "grey", "blue"); }, Check::Records,
     FaultCode::PageDiffers, Verdict::SignerUnknown},
};

} // namespace

const std::vector<Tampering> &payloadTamperings()
{
    return PayloadTamperings;
}

const std::vector<Tampering> &manifestTamperings()
{
    return ManifestTamperings;
}

const std::vector<Tampering> &tagTamperings()
{
    return TagTamperings;
}

const std::vector<Tampering> &logTamperings()
{
    return LogTamperings;
}

const std::vector<Tampering> &recordTamperings()
{
    return RecordTamperings;
}

} // namespace Porchlight
