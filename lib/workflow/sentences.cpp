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

/// A sentence with the technical detail behind it, for whoever has to look into it.
QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty() ? sentence : tr("%1 [%2]").arg(sentence, detail);
}

QString storeSentence(StoreError code)
{
    switch (code) {
    case StoreError::CannotOpen:
        return tr("The store cannot be opened. Nothing was changed. Check that its folder or server can be reached and "
                  "that you may write there.");
    case StoreError::NotAStore:
        return tr("This file is not a store of this program, or it is damaged. It was left as it is. Put back a copy "
                  "of it, or choose another data folder.");
    case StoreError::NewerStore:
        return tr("This store was made by a newer version of the program. It was left as it is. Install the newer "
                  "version to go on with it.");
    case StoreError::ChangedMigration:
        return tr("The store says that it was made in another way than this program makes it. It was left as it is. "
                  "Use the version of the program that made it, or put back a copy.");
    case StoreError::MigrationFailed:
        return tr("The store could not be brought up to date. It is as it was before, and a copy lies beside it. "
                  "Use the version of the program you had, and report this.");
    case StoreError::InUse:
        return tr("Another program is using the store. Nothing was changed. Close that program or try again.");
    case StoreError::NoSpace:
        return tr("The disk is full. Nothing of this step was kept, and everything from before is safe. Make room and "
                  "try again.");
    case StoreError::NotFound:
        return tr("There is no such record in the store. Nothing was changed.");
    case StoreError::AlreadyThere:
        return tr("That is in the store already. Nothing was changed.");
    case StoreError::NotAllowed:
        return tr("The record may not be changed in this way. Nothing was changed.");
    case StoreError::BadValue:
        return tr("A value does not fit into the store or could not be read from it. Nothing was changed.");
    case StoreError::Broken:
        return tr("The store did not do what it was asked. Nothing of this step was kept. Try again; if it happens "
                  "again, check the disk.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString vaultSentence(VaultError code)
{
    switch (code) {
    case VaultError::CannotOpen:
        return tr("The evidence folder cannot be made or written to. Nothing was changed. Check that you may write "
                  "there.");
    case VaultError::NoSpace:
        return tr("The disk is full. The unfinished file was removed, and everything from before is safe. Make room "
                  "and try again.");
    case VaultError::DigestMismatch:
        return tr("The bytes that came are not the ones that were promised. They are kept aside and will not be used. "
                  "Ask for the clip again.");
    case VaultError::NotFound:
        return tr("The evidence folder has no such item. Check that the data folder is complete.");
    case VaultError::Damaged:
        return tr("This item is no longer what was received: its bytes have changed on the disk. Do not use it. Put "
                  "back a copy of it from a backup.");
    case VaultError::Unreadable:
        return tr("The file cannot be read. Nothing was taken in. Check that it is there and that you may read it.");
    case VaultError::Broken:
        return tr("The disk did not do what it was asked. The unfinished file was removed. Check the disk and try "
                  "again.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString identitySentence(IdentityError code)
{
    switch (code) {
    case IdentityError::Unreadable:
        return tr("The file that says who works here cannot be read. Nothing was changed. Remove or repair it, then "
                  "enter your number and name in the settings.");
    case IdentityError::NotWritten:
        return tr("Your number and name could not be saved. The ones from before still hold. Check that you may write "
                  "to the data folder and that there is room.");
    case IdentityError::Incomplete:
        return tr("An officer needs a number and a name. Nothing was changed. Enter both.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString logSentence(LogExportError code)
{
    switch (code) {
    case LogExportError::NotWritten:
        return tr("The copy of the log could not be written. The log itself is unchanged. Choose another folder, or "
                  "make room, and try again.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString chainSentence(ChainFaultKind kind)
{
    switch (kind) {
    case ChainFaultKind::Edited:
        return tr("Entry %1 of the custody log was changed after it was written.");
    case ChainFaultKind::Missing:
        return tr("Entries before entry %1 of the custody log are missing.");
    case ChainFaultKind::Duplicated:
        return tr("Entry %1 of the custody log is there twice.");
    case ChainFaultKind::Reordered:
        return tr("Entry %1 of the custody log is not in its place.");
    case ChainFaultKind::Unlinked:
        return tr(
            "Entry %1 of the custody log does not follow the entry before it: something was put in or exchanged.");
    case ChainFaultKind::Truncated:
        return tr("The custody log once was longer: entry %1 and those after it are missing.");
    case ChainFaultKind::Rewritten:
        return tr("The custody log is not the one that is known: by entry %1 at the latest it was written anew.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString sourceSentence(SourceError code)
{
    switch (code) {
    case SourceError::OutOfRange:
        return tr("The file is shorter than it was. Check the disk it is on.");
    case SourceError::Broken:
        return tr("The file cannot be read. Check that it is there and that you may read it.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace

QString sentenceFor(const Failure<StoreError> &failure)
{
    return withDetail(storeSentence(failure.code), failure.detail);
}

QString sentenceFor(const Failure<VaultError> &failure)
{
    return withDetail(vaultSentence(failure.code), failure.detail);
}

QString sentenceFor(const Failure<IdentityError> &failure)
{
    return withDetail(identitySentence(failure.code), failure.detail);
}

QString sentenceFor(const Failure<SourceError> &failure)
{
    return withDetail(sourceSentence(failure.code), failure.detail);
}

QString sentenceFor(const WorkplaceFailure &failure)
{
    return std::visit([](const auto &cause) { return sentenceFor(cause); }, failure);
}

QString sentenceFor(const ImportFailure &failure)
{
    return std::visit([](const auto &cause) { return sentenceFor(cause); }, failure);
}

QString sentenceFor(const LogExportFailure &failure)
{
    if (const auto *notWritten = std::get_if<Failure<LogExportError>>(&failure)) {
        return withDetail(logSentence(notWritten->code), notWritten->detail);
    }
    return sentenceFor(std::get<Failure<StoreError>>(failure));
}

QString sentenceFor(const ChainFault &fault)
{
    return chainSentence(fault.kind).arg(fault.sequence) + u' ' +
           tr("Entries before it are as they were written. Do not go on with this store; keep it as it is and tell "
              "whoever is responsible for it.");
}

} // namespace Porchlight
