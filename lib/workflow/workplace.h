// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "identity/localidentity.h"
#include "store/store.h"
#include "vault/evidencevault.h"
#include "workflow/clipimport.h"
#include "workflow/custodyreview.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <variant>

namespace Porchlight {

/// Where everything is. Empty fields have the usual place: beside the running program, inside the data folder.
struct WorkplaceOptions
{
    QString dataDirectory;
    QString storeAddress{};    ///< Empty: the SQLite file in the data folder. See StoreOptions.
    QString decoderProgram{};  ///< Empty: porchlight-decoder beside this program.
    QString exchangeProgram{}; ///< Empty: porchlight-exchange beside this program.
    QUrl exchangeAddress{};    ///< Empty: this program starts an exchange of its own.
    QString exchangeToken{};
    bool reviewsUnconfined = false; ///< Go on where the decoder cannot be fully confined.
};

using WorkplaceFailure = std::variant<Failure<StoreError>, Failure<VaultError>, Failure<IdentityError>>;

/// Everything that one data folder needs to be worked with, in the order it stands on each other: the same for the
/// window and for the command line. Lives on the stack of main(). Nothing in it may be used for work before opened()
/// has answered; if it answers with a failure, nothing at all.
///
/// A user task is added with one member behind those it uses and one accessor; its constructor takes references.
class Workplace final : public QObject
{
    Q_OBJECT

public:
    /// The SQLite file that the record of a data folder is in, where it is in no other store.
    [[nodiscard]] static QString recordFileIn(const QString &dataDirectory);

    explicit Workplace(WorkplaceOptions options);
    ~Workplace() override;

    [[nodiscard]] QFuture<Result<OpenedStore, WorkplaceFailure>> opened() const;

    /// An officer sits down: the log says so, and says when this workplace ends. Not for single commands of a shell.
    void beginSession();

    [[nodiscard]] const WorkplaceOptions &options() const { return m_options; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] LocalIdentity &identity() { return m_identity; }
    [[nodiscard]] EvidenceVault &vault() { return m_vault; }
    [[nodiscard]] Store &store() { return m_store; }
    [[nodiscard]] ClipImport &clipImport() { return m_clipImport; }
    [[nodiscard]] CustodyReview &custodyReview() { return m_custodyReview; }

    /// How decoders of this place are started, and where what they make of clips is kept.
    [[nodiscard]] DecoderSettings decoderSettings() const;
    /// Makes a decoder for one clip; what user tasks that look at clips are given.
    [[nodiscard]] std::function<std::unique_ptr<FrameSource>()> frameSourceMaker() const;

private:
    [[nodiscard]] QFuture<Result<OpenedStore, WorkplaceFailure>> open();
    void recordSession(CustodyAction action);

    WorkplaceOptions m_options;
    std::shared_ptr<CopyQueue> m_copyQueue; ///< Of all decoders of this place.
    SystemClock m_clock;
    LocalIdentity m_identity;
    EvidenceVault m_vault;
    Store m_store;
    ClipImport m_clipImport;
    CustodyReview m_custodyReview;
    QFuture<Result<OpenedStore, WorkplaceFailure>> m_opened;
    bool m_isSession = false;
};

} // namespace Porchlight
