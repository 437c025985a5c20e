// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/clipimport.h"

#include "workflow/clipbytes.h"
#include "workflow/mediafacts.h"
#include "workflow/sentences.h"

#include <QFileInfo>
#include <QPromise>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

/// One file on its way in. Goes away by itself once it has answered.
class ClipImport::Run final : public QObject
{
public:
    Run(ClipImport &import, QString path, CaseId caseId)
        : QObject(&import)
        , m_import(import)
        , m_path(std::move(path))
    {
        m_clip.id = ClipId::create();
        m_clip.caseId = caseId;
        m_clip.originalName = QFileInfo(m_path).fileName();
        m_clip.state = ClipState::Accepted; // Who takes a file in has decided on it.
        m_promise.start();
    }

    [[nodiscard]] ImportFuture<SharedClip> start()
    {
        m_import.m_store.findCase(m_clip.caseId).then(this, [this](const StoreResult<std::optional<CaseFile>> &found) {
            if (!found) {
                end(std::unexpected(ImportFailure(found.error())));
            } else if (!*found) {
                end(std::unexpected(
                    ImportFailure(Failure<StoreError>{StoreError::NotFound, m_clip.caseId.toString()})));
            } else {
                takeBytes();
            }
        });
        return m_promise.future();
    }

private:
    void takeBytes()
    {
        m_import.m_vault.importFile(m_path).then(this, [this](const VaultResult<SealedItem> &sealed) {
            if (!sealed) {
                end(std::unexpected(ImportFailure(sealed.error())));
                return;
            }
            m_clip.digest = sealed->digest;
            m_clip.sha512 = sealed->sha512;
            m_clip.size = sealed->size;
            lookInCase();
        });
    }

    void lookInCase()
    {
        m_import.m_store.findClipByDigest(m_clip.caseId, m_clip.digest)
            .then(this, [this](const StoreResult<std::optional<SharedClip>> &found) {
                if (!found) {
                    end(std::unexpected(ImportFailure(found.error())));
                } else if (*found) {
                    refuse(Failure<StoreError>{StoreError::AlreadyThere, (*found)->originalName});
                } else {
                    openBytes();
                }
            });
    }

    void openBytes()
    {
        openClipBytes(m_import.m_store, m_import.m_vault, m_clip.digest, this, [this](VaultResult<ClipBytes> bytes) {
            if (!bytes) {
                end(std::unexpected(ImportFailure(bytes.error())));
                return;
            }
            look(*std::move(bytes));
        });
    }

    void look(ClipBytes bytes)
    {
        m_source = m_import.m_makeSource();
        connect(m_source.get(), &FrameSource::tableCompleted, this, &Run::takeFacts);
        connect(m_source.get(), &FrameSource::clipFailed, this, &Run::takeMediaFailure);
        using Opened = Result<MediaSummary, Failure<MediaError>>;
        m_source->open(std::move(bytes.source), {.digest = m_clip.digest, .shelfKey = bytes.key})
            .then(this, [this](const Opened &summary) {
                if (!summary) {
                    takeMediaFailure(summary.error());
                }
            });
    }

    void takeFacts()
    {
        if (!m_source) {
            return;
        }
        m_clip.facts = mediaFactsOf(*m_source->summary(), m_source->table());
        const bool isEmpty = m_source->table().isEmpty();
        m_source.release()->deleteLater(); // It is one of its own signals that has led here.
        if (isEmpty) {
            refuse(Failure<MediaError>{MediaError::NothingShown, m_clip.originalName});
            return;
        }
        recordClip();
    }

    void takeMediaFailure(const Failure<MediaError> &failure)
    {
        if (m_source) {
            m_source.release()->deleteLater(); // Likewise.
            refuse(failure);
        }
    }

    [[nodiscard]] EventDraft eventOfImport() const
    {
        return {.action = CustodyAction::ClipImported,
                .subject = CustodySubject::Clip,
                .subjectId = m_clip.id.toString(),
                .caseId = m_clip.caseId,
                .digest = m_clip.digest,
                .officer = m_import.m_identity.officer(),
                .details = {{u"size"_s, m_clip.size}, {u"frames"_s, m_clip.facts.frameCount}}};
    }

    void recordClip()
    {
        m_clip.receivedAt = m_import.m_clock.now();
        m_import.m_store.addClip(m_clip, {}, eventOfImport()).then(this, [this](const StoreResult<void> &added) {
            if (added) {
                end(m_clip);
            } else {
                end(std::unexpected(ImportFailure(added.error())));
            }
        });
    }

    void refuse(const ImportFailure &failure)
    {
        EventDraft attempt = eventOfImport();
        attempt.outcome = CustodyOutcome::Refused;
        attempt.reason = sentenceFor(failure);
        m_import.m_store.record(attempt).then(this, [this, failure](const StoreResult<CustodyEvent> &entry) {
            end(std::unexpected(entry ? failure : ImportFailure(entry.error())));
        });
    }

    void end(Result<SharedClip, ImportFailure> answer)
    {
        m_promise.addResult(std::move(answer));
        m_promise.finish();
        deleteLater();
    }

    ClipImport &m_import;
    QString m_path;
    SharedClip m_clip;
    std::unique_ptr<FrameSource> m_source;
    QPromise<Result<SharedClip, ImportFailure>> m_promise;
};

ClipImport::ClipImport(Store &store, EvidenceVault &vault, const LocalIdentity &identity, const Clock &clock,
                       SourceMaker makeSource)
    : m_store(store)
    , m_vault(vault)
    , m_identity(identity)
    , m_clock(clock)
    , m_makeSource(std::move(makeSource))
{}

ClipImport::~ClipImport() = default;

ImportFuture<SharedClip> ClipImport::importFile(QString path, CaseId caseId)
{
    return (new Run(*this, std::move(path), caseId))->start();
}

} // namespace Porchlight
