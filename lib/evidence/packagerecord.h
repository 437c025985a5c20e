// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "domain/arearequest.h"
#include "domain/casefile.h"
#include "domain/json.h"
#include "domain/marker.h"
#include "domain/sharedclip.h"
#include "evidence/clockrecord.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Porchlight {

/// A file of the package as it was written: both checksums in lower-case hexadecimal digits.
struct FileRecord
{
    QString path;
    qint64 size = 0;
    QString sha256;
    QString sha512;

    bool operator==(const FileRecord &) const = default;
};

/// The table of shown frames of a clip, as far as it can be checked by counting.
struct FrameTableRecord
{
    FileRecord file;
    qint64 rows = 0;
    QString firstPts; ///< Of the first and the last row, in ticks; empty where the stream has none.
    QString lastPts;
    QString timeBase; ///< "1/90000".

    bool operator==(const FrameTableRecord &) const = default;
};

/// A picture made from an original, and how. Of a contact sheet, the frame is its first.
struct DerivedRecord
{
    FileRecord file;
    std::optional<FileRecord> takingRecord; ///< What was written when a still was taken, byte for byte.
    QString kind;                           ///< "still", "contact sheet" or "thumbnail".
    QString inputSha256;                    ///< The original it was made from.
    qint64 frameNumber = 0;
    qint64 pts = 0;
    QString timeBase;
    QString pictureType; ///< I, P or B; empty where the stream does not say.
    QString operation;   ///< What was done, in words and parameters.
    QString note;
    UtcTime madeAt;

    /// Kept by an officer, not made for this package.
    [[nodiscard]] bool isOfficers() const { return kind != QStringLiteral("thumbnail"); }
    [[nodiscard]] bool isContactSheet() const { return kind == QStringLiteral("contact sheet"); }
    bool operator==(const DerivedRecord &) const = default;
};

/// One clip of the package: where it came from, what was allowed, its times by source, and its files.
struct PackageItem
{
    QString folder; ///< data/items/<number>_<8 characters of the clip's id>.
    ClipId clipId;
    QString label; ///< "Clip A".
    QString originalName;
    QString source; ///< "shared by a resident" or "imported from a file".
    QString requestId;
    QString placeText;
    QString residentNote;
    bool isSensitive = false;
    ClipState state = ClipState::New;
    UtcTime receivedAt;
    qint64 sizeAtReceipt = 0;
    QString sha256AtReceipt;
    QString sha512AtReceipt; ///< Taken from the same bytes at the same time.
    FileRecord original;
    std::optional<ConsentScope> consent;
    std::optional<UtcTime> statedStart;
    ClockRecord clock;
    MediaFacts facts;
    FileRecord receipt;
    FileRecord probe;
    std::optional<FrameTableRecord> frames;
    QString framesMissing; ///< Why there is no frame table; empty where there is one.
    std::vector<DerivedRecord> derived;
    std::vector<Marker> markers;

    bool operator==(const PackageItem &) const = default;
};

enum class LeftOutReason {
    NotChosen,
    Declined,
    Disputed,
    ConsentEnded,
    NoConsentToSound,
    ClipLeftOut,
    CouldNotBeMade,
};

[[nodiscard]] QString toWord(LeftOutReason reason);

/// Something of the case that is not in the package, and why. "None" and "could not" must never look the same.
struct LeftOut
{
    QString kind; ///< "clip", "sound", "note", "still" or "frame table".
    QString id;
    QString subject; ///< For people: "Clip C, IMG_2290.MOV".
    LeftOutReason reason = LeftOutReason::NotChosen;
    QString detail; ///< A sentence.

    bool operator==(const LeftOut &) const = default;
};

struct RequestRecord
{
    FileRecord file;
    AreaRequest request;

    bool operator==(const RequestRecord &) const = default;
};

/// How many there were and how many went in.
struct PackageCounts
{
    qint64 requests = 0;
    qint64 clipsReceived = 0;
    qint64 clipsExported = 0;
    qint64 notesMade = 0;
    qint64 notesExported = 0;
    qint64 stillsMade = 0;
    qint64 stillsExported = 0;

    bool operator==(const PackageCounts &) const = default;
};

/// What the custody log of the case looked like when it was taken out.
struct CustodyRecord
{
    qint64 entries = 0;
    qint64 firstSequence = 0;
    qint64 lastSequence = 0;
    QString lastHash;
    FileRecord log; ///< What chains cannot show: an entry edited in front of one of another case.

    bool operator==(const CustodyRecord &) const = default;
};

/// The machine record of a package (metadata/package.json). Every page for people is made from it and from nothing
/// else, so that a verifier can make it again and compare.
struct PackageRecord
{
    static constexpr qint64 CurrentFormat = 2;

    qint64 format = CurrentFormat;
    ExportId id;
    QString bagName;
    UtcTime createdAt;
    QString softwareVersion;
    QString seal = QStringLiteral("none"); ///< This format knows no seal yet: a package says that it is unsealed.
    CaseFile caseFile;
    Officer officer;
    QString recipient;
    PackageCounts counts;
    std::vector<RequestRecord> requests;
    std::vector<PackageItem> items;
    std::vector<LeftOut> leftOut;
    CustodyRecord custody;

    bool operator==(const PackageRecord &) const = default;
};

/// Canonical bytes (RFC 8785: sorted keys, no blanks; only text, whole numbers and true/false).
[[nodiscard]] QByteArray writePackageRecord(const PackageRecord &record);

/// Reads what writePackageRecord() writes and nothing else: another order, a doubled key, an unknown member or another
/// number form is a fault.
[[nodiscard]] JsonResult<PackageRecord> readPackageRecord(const QByteArray &bytes);

/// The format number of bytes that may be of a later format; empty where there is none.
[[nodiscard]] std::optional<qint64> packageRecordFormat(const QByteArray &bytes);

/// The record beside a derived file, in canonical bytes.
[[nodiscard]] QByteArray writeDerivedRecord(const DerivedRecord &record);

/// receipt.json: how a clip came in, with the signed consent receipt where there is one.
[[nodiscard]] QByteArray writeClipReceipt(const SharedClip &clip);

} // namespace Porchlight
