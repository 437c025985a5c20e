// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/custodyevent.h"

#include "core/words.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::array ActionWords = {
    Word{CustodyAction::SessionStarted, "session.started"_L1},
    Word{CustodyAction::SessionEnded, "session.ended"_L1},
    Word{CustodyAction::OfficerChanged, "officer.changed"_L1},
    Word{CustodyAction::SettingChanged, "setting.changed"_L1},
    Word{CustodyAction::CaseOpened, "case.opened"_L1},
    Word{CustodyAction::DirectoryImported, "directory.imported"_L1},
    Word{CustodyAction::JurisdictionsImported, "jurisdictions.imported"_L1},
    Word{CustodyAction::RequestPublished, "request.published"_L1},
    Word{CustodyAction::RequestResolved, "request.resolved"_L1},
    Word{CustodyAction::RequestExpired, "request.expired"_L1},
    Word{CustodyAction::OfferDeclined, "offer.declined"_L1},
    Word{CustodyAction::OfferDisputed, "offer.disputed"_L1},
    Word{CustodyAction::ClipReceived, "clip.received"_L1},
    Word{CustodyAction::ClipImported, "clip.imported"_L1},
    Word{CustodyAction::ClipAccepted, "clip.accepted"_L1},
    Word{CustodyAction::ClipDeclined, "clip.declined"_L1},
    Word{CustodyAction::ClipUnreadable, "clip.unreadable"_L1},
    Word{CustodyAction::ClipOpened, "clip.opened"_L1},
    Word{CustodyAction::ClipClockSet, "clip.clockSet"_L1},
    Word{CustodyAction::PictureRevealed, "picture.revealed"_L1},
    Word{CustodyAction::SoundPlayed, "sound.played"_L1},
    Word{CustodyAction::MarkerAdded, "marker.added"_L1},
    Word{CustodyAction::MarkerChanged, "marker.changed"_L1},
    Word{CustodyAction::MarkerRemoved, "marker.removed"_L1},
    Word{CustodyAction::StillTaken, "still.taken"_L1},
    Word{CustodyAction::DecoderStarted, "decoder.started"_L1},
    Word{CustodyAction::DecoderEnded, "decoder.ended"_L1},
    Word{CustodyAction::PackageStarted, "package.started"_L1},
    Word{CustodyAction::PackageExported, "package.exported"_L1},
    Word{CustodyAction::PackageVerified, "package.verified"_L1},
    Word{CustodyAction::LogVerified, "log.verified"_L1},
    Word{CustodyAction::LogExported, "log.exported"_L1},
};

constexpr std::array OutcomeWords = {
    Word{CustodyOutcome::Done, "done"_L1},
    Word{CustodyOutcome::Refused, "refused"_L1},
    Word{CustodyOutcome::Failed, "failed"_L1},
};

constexpr std::array SubjectWords = {
    Word{CustodySubject::Program, "program"_L1},     Word{CustodySubject::Case, "case"_L1},
    Word{CustodySubject::Directory, "directory"_L1}, Word{CustodySubject::Request, "request"_L1},
    Word{CustodySubject::Offer, "offer"_L1},         Word{CustodySubject::Clip, "clip"_L1},
    Word{CustodySubject::Marker, "marker"_L1},       Word{CustodySubject::Still, "still"_L1},
    Word{CustodySubject::Package, "package"_L1},     Word{CustodySubject::Log, "log"_L1},
    Word{CustodySubject::Setting, "setting"_L1},
};

} // namespace

QString toWord(CustodyAction action)
{
    return wordIn(ActionWords, action);
}

QString toWord(CustodyOutcome outcome)
{
    return wordIn(OutcomeWords, outcome);
}

QString toWord(CustodySubject subject)
{
    return wordIn(SubjectWords, subject);
}

std::optional<CustodyAction> custodyActionFromWord(QStringView word)
{
    return valueIn(ActionWords, word);
}

std::optional<CustodyOutcome> custodyOutcomeFromWord(QStringView word)
{
    return valueIn(OutcomeWords, word);
}

std::optional<CustodySubject> custodySubjectFromWord(QStringView word)
{
    return valueIn(SubjectWords, word);
}

const std::vector<CustodyAction> &allCustodyActions()
{
    static const std::vector<CustodyAction> actions = [] {
        std::vector<CustodyAction> all;
        for (const auto &entry : ActionWords) {
            all.push_back(entry.value);
        }
        return all;
    }();
    return actions;
}

} // namespace Porchlight
