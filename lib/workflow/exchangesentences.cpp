// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sentences.h"

#include <QCoreApplication>

namespace Porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("sentences", text);
}

QString exchangeSentence(ExchangeError code)
{
    switch (code) {
    case ExchangeError::Unreachable:
        return tr("The exchange cannot be reached. Nothing is lost; it is tried again by itself. Check the network if "
                  "this goes on.");
    case ExchangeError::TimedOut:
        return tr("The exchange did not answer in time. Nothing is lost; it is tried again by itself.");
    case ExchangeError::Unauthorized:
        return tr("The exchange does not know this agency's token. Nothing was sent. Enter the right token in the "
                  "settings.");
    case ExchangeError::Refused:
        return tr("The exchange refused this, because one of its rules is not kept. Nothing was published or changed.");
    case ExchangeError::Conflict:
        return tr("The exchange has this already, and it differs. What is published there stays as it is.");
    case ExchangeError::NotFound:
        return tr("The exchange has no such request or clip. It may have been withdrawn. Nothing here was changed.");
    case ExchangeError::Busy:
        return tr("The exchange has no room at present. Nothing is lost; it is tried again by itself.");
    case ExchangeError::MalformedAnswer:
        return tr("The exchange answered something this program cannot use. Nothing was taken from it. Check the "
                  "address in the settings and whether both are of the same version.");
    case ExchangeError::AnswerTooLarge:
        return tr("The exchange's answer was far too long and was cut off. Nothing was taken from it.");
    case ExchangeError::SinkFailed:
        return tr("The clip arrived but could not be kept here. Nothing of it was recorded. Make room on the disk, "
                  "then try again.");
    case ExchangeError::SignatureInvalid:
        return tr("The receipt is not signed by this exchange, or says something else than what was signed. The clip "
                  "is not used. Ask for it again.");
    case ExchangeError::CouldNotStart:
        return tr("The exchange of this computer did not start. Clips and requests from before are safe. Start "
                  "Porchlight again, or set another exchange in the settings.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString intakeSentence(IntakeError code)
{
    switch (code) {
    case IntakeError::ReasonMissing:
        return tr("A reason is needed, because it is recorded. Nothing was changed.");
    case IntakeError::NotAClipHere:
        return tr("This clip is no longer in the list. Nothing was changed.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace

QString sentenceFor(const Failure<ExchangeError> &failure)
{
    const QString sentence = exchangeSentence(failure.code);
    return failure.detail.isEmpty() ? sentence : tr("%1 [%2]").arg(sentence, failure.detail);
}

QString sentenceFor(const Failure<IntakeError> &failure)
{
    return intakeSentence(failure.code);
}

QString sentenceFor(const IntakeFailure &failure)
{
    return std::visit([](const auto &cause) { return sentenceFor(cause); }, failure);
}

} // namespace Porchlight
