// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packageverifier.h"

#include "core/digesttext.h"
#include "evidence/baginspection.h"
#include "evidence/custodycheck.h"
#include "evidence/faultwords.h"
#include "evidence/recordcheck.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

using Check = Verification::Check;
using State = Verification::State;
using Verdict = Verification::Verdict;

namespace {

constexpr std::array AllChecks = {Check::Structure, Check::EveryFile, Check::NothingExtra, Check::Seal,
                                  Check::Time,      Check::Custody,   Check::Records};

bool has(const std::vector<Fault> &faults, FaultWeight weight)
{
    return std::ranges::find(faults, weight, &Fault::weight) != faults.end();
}

QString faultSummary(const CheckResult &line, FaultWeight weight)
{
    const auto first = std::ranges::find(line.faults, weight, &Fault::weight);
    const auto more = std::ranges::count(line.faults, weight, &Fault::weight) - 1;
    const QString text = first->path.isEmpty() ? first->detail : first->path + u": "_s + first->detail;
    return more > 0 ? u"%1, and %2 more"_s.arg(text, QString::number(more)) : text;
}

/// The checks of one folder and the report made of them.
class VerificationRun
{
public:
    VerificationRun(const QString &folder, BagProfile profile, const VerificationWatcher &watcher)
        : m_profile(profile)
        , m_inspection(folder, profile, watcher)
    {
        m_report.folder = folder;
    }

    VerificationReport run()
    {
        if (const QString reason = m_inspection.run(); !reason.isEmpty()) {
            return couldNotRead(reason);
        }
        m_report.payloadFiles = m_inspection.payloadFiles();
        m_report.payloadBytes = m_inspection.payloadBytes();
        if (const InspectedFile *manifest = m_inspection.file(u"tagmanifest-sha256.txt"_s);
            manifest && manifest->isRead) {
            m_report.packageDigest = digestFromString(manifest->checksums.at(u"sha256"_s)).value_or(Digest());
        }
        setPassReasons();
        if (m_profile == BagProfile::Porchlight) {
            checkOurs();
        }
        for (const Check check : AllChecks) {
            fillLine(check);
        }
        judge();
        return m_report;
    }

private:
    VerificationReport couldNotRead(const QString &reason)
    {
        for (const Check check : AllChecks) {
            CheckResult &line = lineOf(check);
            line = {.check = check,
                    .state = State::NotChecked,
                    .title = titleOf(check),
                    .stateText = textOf(State::NotChecked),
                    .reason = reason,
                    .faults = {}};
        }
        m_report.verdict = Verdict::CouldNotRead;
        m_report.sentence = u"Nothing was checked: %1."_s.arg(reason);
        return m_report;
    }

    CheckResult &lineOf(Check check) { return m_report.lines[static_cast<std::size_t>(check)]; }

    void setPassReasons()
    {
        QStringList algorithms;
        for (const NamedManifest &manifest : m_inspection.payloadManifests()) {
            algorithms.append(manifest.algorithm.toUpper().replace(u"SHA"_s, u"SHA-"_s));
        }
        const bool isOurs = m_profile == BagProfile::Porchlight;
        lineOf(Check::Structure).reason =
            u"BagIt %1%2"_s.arg(m_inspection.version(), isOurs ? u" with the Porchlight profile"_s : QString());
        lineOf(Check::EveryFile).reason = u"%1 files, %2, %3"_s.arg(
            QString::number(m_report.payloadFiles),
            QLocale::c().formattedDataSize(m_report.payloadBytes, 1, QLocale::DataSizeSIFormat),
            algorithms.join(u" and "_s));
        lineOf(Check::NothingExtra).reason =
            isOurs ? u"no unlisted file, no link"_s : u"no unlisted payload, no link"_s;
        const QString foreign = u"not part of a plain bag"_s;
        lineOf(Check::Seal).reason =
            isOurs ? u"unsealed: nobody signed this package, so nothing shows who made it"_s : foreign;
        lineOf(Check::Time).reason = isOurs ? u"no time stamp: when it was made is the maker's own claim"_s : foreign;
        lineOf(Check::Custody).reason = foreign;
        lineOf(Check::Records).reason = foreign;
    }

    void checkOurs()
    {
        if (m_inspection.hasFolder(u"seal"_s)) {
            m_inspection.faults().add(Check::Seal, FaultCode::SealUnexpected, u"seal"_s,
                                      u"the package says that it is unsealed, yet there is a seal"_s);
        }
        const std::optional<PackageRecord> record = readRecord(m_inspection);
        if (!record) {
            m_inspection.faults().add(Check::Custody, FaultCode::RecordMissing, {},
                                      u"without the machine record the log cannot be checked"_s,
                                      FaultWeight::Unreadable);
            return;
        }
        lineOf(Check::Custody).reason = checkCustody(m_inspection, *record);
        lineOf(Check::Records).reason = checkRecords(m_inspection, *record);
    }

    [[nodiscard]] State stateOf(Check check, const std::vector<Fault> &faults) const
    {
        if (has(faults, FaultWeight::Error)) {
            return State::Fail;
        }
        if (has(faults, FaultWeight::Unreadable)) {
            return State::NotChecked;
        }
        const bool isBagCheck = check == Check::Structure || check == Check::EveryFile || check == Check::NothingExtra;
        const bool isRecordCheck = check == Check::Custody || check == Check::Records;
        return isBagCheck || (isRecordCheck && m_profile == BagProfile::Porchlight) ? State::Pass : State::NotPresent;
    }

    void fillLine(Check check)
    {
        CheckResult &line = lineOf(check);
        line.check = check;
        line.title = titleOf(check);
        line.faults = m_inspection.faults().of(check);
        line.state = stateOf(check, line.faults);
        line.stateText = textOf(line.state);
        if (line.state == State::Fail) {
            line.reason = faultSummary(line, FaultWeight::Error);
        } else if (line.state == State::NotChecked) {
            line.reason = faultSummary(line, FaultWeight::Unreadable);
        } else if (has(line.faults, FaultWeight::Warning)) {
            line.reason += u"; warning: "_s + faultSummary(line, FaultWeight::Warning);
        }
    }

    void judge()
    {
        const auto isIn = [this](State state) {
            return std::ranges::find(m_report.lines, state, &CheckResult::state) != m_report.lines.end();
        };
        if (isIn(State::Fail)) {
            m_report.verdict = Verdict::ChangedOrIncomplete;
            m_report.sentence = u"This package was changed or is incomplete."_s;
        } else if (isIn(State::NotChecked)) {
            m_report.verdict = Verdict::CouldNotRead;
            m_report.sentence = u"Not everything could be read. Nothing that was read has changed."_s;
        } else if (m_profile == BagProfile::Porchlight) {
            m_report.verdict = Verdict::SignerUnknown;
            m_report.sentence = u"Complete, and every file matches its checksums; but unsealed: nothing shows who made "
                                "it, or that all of it was not made anew."_s;
        } else {
            m_report.verdict = Verdict::AllPassed;
            m_report.sentence = u"A complete and valid bag. Who made it is not part of what was checked."_s;
        }
        if (const auto warnings = countWarnings(); warnings > 0) {
            m_report.sentence += u" Warnings: %1."_s.arg(warnings);
        }
    }

    [[nodiscard]] qsizetype countWarnings() const
    {
        qsizetype count = 0;
        for (const CheckResult &line : m_report.lines) {
            count += std::ranges::count(line.faults, FaultWeight::Warning, &Fault::weight);
        }
        return count;
    }

    BagProfile m_profile;
    BagInspection m_inspection;
    VerificationReport m_report;
};

} // namespace

PackageVerifier::PackageVerifier(BagProfile profile)
    : m_profile(profile)
{}

VerificationReport PackageVerifier::verify(const QString &folder, const VerificationWatcher &watcher) const
{
    return VerificationRun(folder, m_profile, watcher).run();
}

} // namespace Porchlight
