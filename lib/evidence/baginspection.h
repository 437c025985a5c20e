// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/verification.h"
#include "evidence/bagfolder.h"
#include "evidence/bagtext.h"
#include "evidence/packageverifier.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace Porchlight {

/// A regular file of the bag, read once from its first to its last byte.
struct InspectedFile
{
    QString pathOnDisk; ///< As the folder has it, which may not be NFC.
    qint64 size = 0;
    bool isRead = false;
    Checksums checksums; ///< Always with sha256 once it is read.
};

/// A manifest by its algorithm.
struct NamedManifest
{
    QString fileName;
    QString algorithm;
    BagManifest content;
};

/// Faults by the line they belong to.
class FaultList
{
public:
    void add(Verification::Check check, FaultCode code, const QString &path, const QString &detail,
             FaultWeight weight = FaultWeight::Error)
    {
        m_faults[static_cast<std::size_t>(check)].push_back({code, weight, path, detail});
    }
    [[nodiscard]] const std::vector<Fault> &of(Verification::Check check) const
    {
        return m_faults[static_cast<std::size_t>(check)];
    }

private:
    std::array<std::vector<Fault>, Verification::CheckCount> m_faults;
};

/// What one reading of a bag's folder finds: its files with their checksums, its manifests, and the faults of the first
/// three lines. Files are opened only under names the folder itself has; a manifest's path is only ever looked up.
class BagInspection
{
public:
    BagInspection(QString folder, BagProfile profile, const VerificationWatcher &watcher);

    /// Answers why the folder cannot be checked at all; empty where it was.
    [[nodiscard]] QString run();

    [[nodiscard]] FaultList &faults() { return m_faults; }
    [[nodiscard]] const std::map<QString, InspectedFile> &files() const { return m_files; }
    [[nodiscard]] const InspectedFile *file(const QString &path) const;
    /// The bytes of a small file; none where it is absent, too large for a record, or cannot be read.
    [[nodiscard]] std::optional<QByteArray> bytes(const QString &path) const;
    [[nodiscard]] const std::optional<BagInfo> &info() const { return m_info; }
    [[nodiscard]] const std::vector<NamedManifest> &payloadManifests() const { return m_payloadManifests; }
    [[nodiscard]] bool hasFolder(const QString &name) const;
    [[nodiscard]] QString version() const { return m_version; }
    [[nodiscard]] qint64 payloadBytes() const;
    [[nodiscard]] qint64 payloadFiles() const;

private:
    [[nodiscard]] bool isOurs() const { return m_profile == BagProfile::Porchlight; }
    [[nodiscard]] bool isAnyBag() const;
    void takeEntries(const std::vector<FolderEntry> &entries);
    void takeFile(const FolderEntry &entry, const QString &path);
    void readFiles();
    void readFile(InspectedFile &file, const QString &path, const QStringList &algorithms);
    void checkDeclaration();
    void findManifests();
    void takeManifest(const QString &fileName);
    void checkAlgorithms();
    void checkPayloadManifests();
    void checkTagManifests();
    void checkInfo();
    void checkFiles();
    void checkFile(const QString &path, const std::vector<NamedManifest> &manifests);
    void checkUnlisted();
    void checkNames(const std::vector<FolderEntry> &entries);
    [[nodiscard]] QString ownerOf(const QString &path, const InspectedFile &file) const;
    [[nodiscard]] bool isListed(const std::vector<NamedManifest> &manifests, const QString &path) const;

    QString m_folder;
    BagProfile m_profile;
    const VerificationWatcher &m_watcher;
    FaultList m_faults;
    std::map<QString, InspectedFile> m_files;
    std::vector<FolderEntry> m_others; ///< Links, special files, empty folders.
    std::vector<NamedManifest> m_payloadManifests;
    std::vector<NamedManifest> m_tagManifests;
    std::optional<BagInfo> m_info;
    QString m_version;
    VerificationProgress m_progress;
};

} // namespace Porchlight
