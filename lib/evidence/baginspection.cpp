// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/baginspection.h"

#include "evidence/packagenames.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

using Check = Verification::Check;

namespace {

/// No record or manifest of a package is larger; a larger one is not read into memory.
constexpr qint64 MaximumRecordBytes = qint64{256} << 20;

bool isPayload(const QString &path)
{
    return path.startsWith(u"data/");
}

bool isSeal(const QString &path)
{
    return path.startsWith(u"seal/");
}

QString normalized(const QString &path)
{
    return path.normalized(QString::NormalizationForm_C);
}

QSet<QString> pathsOf(const std::vector<NamedManifest> &manifests)
{
    QSet<QString> paths;
    for (const NamedManifest &manifest : manifests) {
        for (const auto &[path, checksum] : manifest.content.lines) {
            paths.insert(path);
        }
    }
    return paths;
}

} // namespace

BagInspection::BagInspection(QString folder, BagProfile profile, const VerificationWatcher &watcher)
    : m_folder(std::move(folder))
    , m_profile(profile)
    , m_watcher(watcher)
{}

QString BagInspection::run()
{
    const auto entries = scanFolder(m_folder);
    if (!entries) {
        switch (entries.error().code) {
        case FolderError::Missing:
            return u"there is nothing at this path"_s;
        case FolderError::NotAFolder:
            return u"it is a file, not a folder; a package in an archive has to be unpacked first"_s;
        case FolderError::Unreadable:
        case FolderError::Canceled:
            return u"the folder cannot be read: "_s + entries.error().detail;
        }
    }
    takeEntries(*entries);
    if (!isAnyBag()) {
        return u"this folder is no evidence package: it has neither bagit.txt nor a manifest"_s;
    }
    checkDeclaration();
    findManifests();
    readFiles();
    checkAlgorithms();
    checkPayloadManifests();
    checkTagManifests();
    checkInfo();
    checkFiles();
    checkUnlisted();
    checkNames(*entries);
    return {};
}

const InspectedFile *BagInspection::file(const QString &path) const
{
    const auto found = m_files.find(path);
    return found == m_files.end() ? nullptr : &found->second;
}

std::optional<QByteArray> BagInspection::bytes(const QString &path) const
{
    const InspectedFile *found = file(path);
    if (found == nullptr || found->size > MaximumRecordBytes) {
        return std::nullopt;
    }
    QFile opened(QDir(m_folder).filePath(found->pathOnDisk));
    if (!opened.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QByteArray content = opened.readAll();
    return opened.error() == QFileDevice::NoError ? std::optional(content) : std::nullopt;
}

bool BagInspection::hasFolder(const QString &name) const
{
    const QString prefix = name + u'/';
    return std::ranges::any_of(m_files, [&prefix](const auto &entry) { return entry.first.startsWith(prefix); }) ||
           std::ranges::any_of(
               m_others, [&](const FolderEntry &entry) { return entry.path == name || entry.path.startsWith(prefix); });
}

qint64 BagInspection::payloadBytes() const
{
    qint64 bytes = 0;
    for (const auto &[path, inspected] : m_files) {
        bytes += isPayload(path) ? inspected.size : 0;
    }
    return bytes;
}

qint64 BagInspection::payloadFiles() const
{
    return std::ranges::count_if(m_files, [](const auto &entry) { return isPayload(entry.first); });
}

bool BagInspection::isAnyBag() const
{
    return std::ranges::any_of(m_files, [](const auto &entry) {
        return entry.first == u"bagit.txt" || entry.first.startsWith(u"manifest-") ||
               entry.first.startsWith(u"tagmani");
    });
}

void BagInspection::takeEntries(const std::vector<FolderEntry> &entries)
{
    for (const FolderEntry &entry : entries) {
        switch (entry.kind) {
        case FolderEntryKind::File:
            takeFile(entry, normalized(entry.path));
            continue;
        case FolderEntryKind::Link:
            m_faults.add(Check::NothingExtra, FaultCode::LinkPresent, entry.path,
                         u"it is a link; links are not followed"_s);
            break;
        case FolderEntryKind::Special:
            m_faults.add(Check::NothingExtra, FaultCode::SpecialFile, entry.path,
                         u"it is a device, pipe or socket; it is not opened"_s);
            break;
        case FolderEntryKind::EmptyFolder:
            m_faults.add(Check::NothingExtra, FaultCode::FolderEmpty, entry.path, u"the folder is empty"_s,
                         FaultWeight::Warning);
            break;
        }
        m_others.push_back(entry);
    }
}

void BagInspection::takeFile(const FolderEntry &entry, const QString &path)
{
    if (entry.hasOtherNames) {
        m_faults.add(Check::NothingExtra, FaultCode::HardLink, entry.path,
                     u"the same file has another name elsewhere (hard link), through which it can be changed"_s,
                     isOurs() ? FaultWeight::Error : FaultWeight::Warning);
    }
    if (!m_files.emplace(path, InspectedFile{.pathOnDisk = entry.path, .size = entry.size, .checksums = {}}).second) {
        m_faults.add(Check::NothingExtra, FaultCode::NameCollision, entry.path,
                     u"another file has the same name, written with other Unicode characters"_s);
    }
}

void BagInspection::readFiles()
{
    QSet<QString> algorithms{u"sha256"_s};
    for (const auto *manifests : {&m_payloadManifests, &m_tagManifests}) {
        for (const NamedManifest &manifest : *manifests) {
            algorithms.insert(manifest.algorithm);
        }
    }
    for (const auto &[path, inspected] : m_files) {
        m_progress.bytesTotal += inspected.size;
    }
    for (auto &[path, inspected] : m_files) {
        readFile(inspected, path, algorithms.values());
    }
}

void BagInspection::readFile(InspectedFile &file, const QString &path, const QStringList &algorithms)
{
    QFile device(QDir(m_folder).filePath(file.pathOnDisk));
    // Unbuffered: the checksum reads large pieces anyway.
    if (!device.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        m_faults.add(Check::EveryFile, FaultCode::FileUnreadable, path, device.errorString(), FaultWeight::Unreadable);
        return;
    }
    const auto checksums = checksumDevice(device, algorithms, [this](qint64 bytes) {
        m_progress.bytesDone += bytes;
        return !m_watcher || m_watcher(m_progress);
    });
    if (!checksums) {
        const QString detail =
            checksums.error().code == FolderError::Canceled ? u"the check was stopped"_s : checksums.error().detail;
        m_faults.add(Check::EveryFile, FaultCode::FileUnreadable, path, detail, FaultWeight::Unreadable);
        return;
    }
    file.checksums = *checksums;
    file.isRead = true;
}

void BagInspection::checkDeclaration()
{
    const QString name = u"bagit.txt"_s;
    const std::optional<QByteArray> content = bytes(name);
    if (!content) {
        m_faults.add(Check::Structure, FaultCode::DeclarationMissing, name, u"it is missing"_s);
        return;
    }
    static const QRegularExpression Form(
        uR"(^BagIt-Version: (\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: UTF-8(?:\r\n|\r|\n)?$)"_s);
    static const QRegularExpression OldForm(
        uR"(^BagIt-Version *: *(0\.\d+)\s+Tag-File-Character-Encoding *: *UTF-8\s*$)"_s);
    const QString text = QString::fromUtf8(*content);
    const QRegularExpressionMatch match = Form.match(text);
    const QRegularExpressionMatch oldMatch = OldForm.match(text);
    m_version = match.hasMatch() ? match.captured(1) : oldMatch.captured(1);
    if (isOurs() ? *content != BagDeclaration : m_version.isEmpty()) {
        m_faults.add(Check::Structure, FaultCode::DeclarationInvalid, name,
                     isOurs() ? u"it does not say exactly what a package of ours says (BagIt 1.0, UTF-8)"_s
                              : u"it is no bag declaration (RFC 8493, 2.1.1)"_s);
    }
}

void BagInspection::findManifests()
{
    static const QRegularExpression Manifest(u"^(tag)?manifest-.*\\.txt$"_s, QRegularExpression::CaseInsensitiveOption);
    for (const auto &[path, inspected] : m_files) {
        if (!path.contains(u'/') && Manifest.match(path).hasMatch()) {
            takeManifest(path);
        }
    }
}

void BagInspection::takeManifest(const QString &fileName)
{
    static const QRegularExpression Exact(u"^(tag)?manifest-([a-z0-9]+)\\.txt$"_s);
    const QRegularExpressionMatch match = Exact.match(fileName);
    const QString algorithm = match.captured(2);
    if (!match.hasMatch() || checksumDigits(algorithm) == 0) {
        m_faults.add(Check::Structure, FaultCode::ManifestAlgorithm, fileName,
                     u"its name is not that of a checksum known here, in small letters"_s,
                     isOurs() || !match.hasMatch() ? FaultWeight::Error : FaultWeight::Warning);
        return;
    }
    const std::optional<QByteArray> content = bytes(fileName);
    if (!content) {
        m_faults.add(Check::Structure, FaultCode::FileUnreadable, fileName, u"it cannot be read"_s,
                     FaultWeight::Unreadable);
        return;
    }
    NamedManifest manifest{fileName, algorithm,
                           readManifest(*content, fileName, checksumDigits(algorithm),
                                        isOurs() ? BagStrictness::Strict : BagStrictness::Lenient)};
    for (const Fault &fault : manifest.content.faults) {
        m_faults.add(Check::Structure, fault.code, fault.path, fault.detail, fault.weight);
    }
    (match.captured(1).isEmpty() ? m_payloadManifests : m_tagManifests).push_back(std::move(manifest));
}

void BagInspection::checkAlgorithms()
{
    for (const auto &[manifests, prefix] :
         {std::pair(&m_payloadManifests, u"manifest"_s), std::pair(&m_tagManifests, u"tagmanifest"_s)}) {
        for (const QString &algorithm : {u"sha256"_s, u"sha512"_s}) {
            if (isOurs() && std::ranges::find(*manifests, algorithm, &NamedManifest::algorithm) == manifests->end()) {
                m_faults.add(Check::Structure,
                             prefix == u"manifest" ? FaultCode::ManifestMissing : FaultCode::TagManifestMissing,
                             u"%1-%2.txt"_s.arg(prefix, algorithm), u"it is missing"_s);
            }
        }
        for (const NamedManifest &manifest : *manifests) {
            if (isOurs() && manifest.algorithm != u"sha256" && manifest.algorithm != u"sha512") {
                m_faults.add(Check::Structure, FaultCode::ManifestAlgorithm, manifest.fileName,
                             u"a package of ours has SHA-256 and SHA-512 only"_s);
            } else if (manifest.algorithm == u"md5" || manifest.algorithm == u"sha1") {
                m_faults.add(Check::Structure, FaultCode::WeakAlgorithm, manifest.fileName,
                             u"files can be forged against this checksum"_s, FaultWeight::Warning);
            }
        }
    }
    if (!isOurs() && m_payloadManifests.empty()) {
        m_faults.add(Check::Structure, FaultCode::ManifestMissing, {},
                     u"there is no manifest that can be checked here"_s);
    }
    if (!hasFolder(u"data"_s)) {
        m_faults.add(Check::Structure, FaultCode::DataFolderMissing, u"data"_s, u"the folder is missing"_s);
    }
}

void BagInspection::checkPayloadManifests()
{
    const QSet<QString> paths = pathsOf(m_payloadManifests);
    // Before version 1.0 a file had to be in one of the manifests only.
    const bool isEachInAll = isOurs() || !m_version.startsWith(u"0.");
    for (const NamedManifest &manifest : m_payloadManifests) {
        for (const QString &path : paths) {
            if (isEachInAll && !manifest.content.lines.contains(path)) {
                m_faults.add(Check::Structure, FaultCode::ManifestIncomplete, manifest.fileName,
                             u"it does not list \"%1\", another manifest does"_s.arg(path));
            }
        }
        for (const auto &[path, checksum] : manifest.content.lines) {
            if (!isPayload(path)) {
                m_faults.add(Check::Structure, FaultCode::ManifestUnsafePath, manifest.fileName,
                             u"it lists \"%1\", which is not under data/"_s.arg(path));
            }
        }
    }
}

void BagInspection::checkTagManifests()
{
    static const QRegularExpression TagManifest(u"^tagmanifest-[a-z0-9]+\\.txt$"_s);
    for (const NamedManifest &manifest : m_tagManifests) {
        for (const NamedManifest &payload : m_payloadManifests) {
            if (!manifest.content.lines.contains(payload.fileName)) {
                m_faults.add(Check::Structure, FaultCode::TagManifestIncomplete, manifest.fileName,
                             u"it does not list %1"_s.arg(payload.fileName));
            }
        }
        for (const auto &[path, checksum] : manifest.content.lines) {
            if (TagManifest.match(path).hasMatch() || isPayload(path)) {
                m_faults.add(Check::Structure, FaultCode::ManifestSyntax, manifest.fileName,
                             u"it lists \"%1\", which has no place there"_s.arg(path));
            }
        }
    }
}

void BagInspection::checkInfo()
{
    const QString name = u"bag-info.txt"_s;
    if (m_files.contains(u"fetch.txt"_s)) {
        m_faults.add(Check::Structure, FaultCode::FetchPresent, u"fetch.txt"_s,
                     u"files are said to lie elsewhere; nothing is fetched"_s,
                     isOurs() ? FaultWeight::Error : FaultWeight::Warning);
    }
    const std::optional<QByteArray> content = bytes(name);
    m_info = content ? readBagInfo(*content) : std::nullopt;
    if (!m_info) {
        if (content || isOurs()) {
            m_faults.add(Check::Structure, FaultCode::InfoInvalid, name,
                         content ? u"it is not lines of \"Label: value\""_s : u"it is missing"_s);
        }
        return;
    }
    const QStringList oxums = bagInfoValues(*m_info, u"Payload-Oxum");
    if (oxums.size() > 1 || (isOurs() && oxums.isEmpty())) {
        m_faults.add(Check::Structure, FaultCode::OxumInvalid, name,
                     oxums.isEmpty() ? u"Payload-Oxum is missing"_s : u"Payload-Oxum is there more than once"_s);
    }
    const QString counted = u"%1.%2"_s.arg(payloadBytes()).arg(payloadFiles());
    for (const QString &oxum : oxums) {
        if (oxum != counted) {
            m_faults.add(Check::Structure, FaultCode::OxumWrong, name,
                         u"Payload-Oxum says %1, but there are %2 (bytes.files)"_s.arg(oxum, counted));
        }
    }
}

void BagInspection::checkFiles()
{
    for (const auto *manifests : {&m_payloadManifests, &m_tagManifests}) {
        QStringList paths = pathsOf(*manifests).values();
        paths.sort();
        for (const QString &path : paths) {
            checkFile(path, *manifests);
        }
    }
}

void BagInspection::checkFile(const QString &path, const std::vector<NamedManifest> &manifests)
{
    const InspectedFile *found = file(path);
    if (found == nullptr) {
        m_faults.add(Check::EveryFile, FaultCode::FileMissing, path, u"it is missing"_s);
        return;
    }
    QStringList different;
    for (const NamedManifest &manifest : manifests) {
        const auto line = manifest.content.lines.find(path);
        if (found->isRead && line != manifest.content.lines.end() &&
            found->checksums.at(manifest.algorithm) != line->second) {
            different.append(manifest.algorithm);
        }
    }
    if (different.isEmpty()) {
        return;
    }
    const QString owner = ownerOf(path, *found);
    m_faults.add(Check::EveryFile, FaultCode::FileChanged, path,
                 u"its bytes are not those the manifest lists (%1)"_s.arg(different.join(u", ")) +
                     (owner.isEmpty() ? QString() : u"; they are those of \"%1\""_s.arg(owner)));
}

QString BagInspection::ownerOf(const QString &path, const InspectedFile &file) const
{
    for (const NamedManifest &manifest : m_payloadManifests) {
        for (const auto &[listed, checksum] : manifest.content.lines) {
            if (listed != path && file.isRead && file.checksums.at(manifest.algorithm) == checksum) {
                return listed;
            }
        }
    }
    return {};
}

bool BagInspection::isListed(const std::vector<NamedManifest> &manifests, const QString &path) const
{
    return std::ranges::any_of(
        manifests, [&path](const NamedManifest &manifest) { return manifest.content.lines.contains(path); });
}

void BagInspection::checkUnlisted()
{
    for (const auto &[path, inspected] : m_files) {
        if (isPayload(path) && !isListed(m_payloadManifests, path)) {
            const QString owner = ownerOf(path, inspected);
            m_faults.add(Check::NothingExtra, FaultCode::FileUnlisted, path,
                         u"no manifest lists it"_s +
                             (owner.isEmpty() ? QString() : u"; same content as \"%1\""_s.arg(owner)));
        }
        const bool isTag = !isPayload(path) && !isSeal(path) && !path.startsWith(u"tagmanifest-");
        if (isOurs() && isTag && !isListed(m_tagManifests, path)) {
            m_faults.add(Check::NothingExtra, FaultCode::FileUnlisted, path, u"no tag manifest lists it"_s);
        }
    }
}

void BagInspection::checkNames(const std::vector<FolderEntry> &entries)
{
    QStringList paths;
    for (const FolderEntry &entry : entries) {
        paths.append(entry.path);
        const QString problem = entry.isNameReadable ? pathProblem(entry.path) : u"its name is not UTF-8"_s;
        if (!problem.isEmpty()) {
            m_faults.add(Check::NothingExtra, FaultCode::NameNotPortable, entry.path, problem,
                         isOurs() || !entry.isNameReadable ? FaultWeight::Error : FaultWeight::Warning);
        }
    }
    for (const QString &path : collidingPaths(paths)) {
        m_faults.add(Check::NothingExtra, FaultCode::NameCollision, path,
                     u"its name differs from another only by capital letters or Unicode form"_s);
    }
}

} // namespace Porchlight
