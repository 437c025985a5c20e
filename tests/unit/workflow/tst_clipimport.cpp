// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "support/answerof.h"
#include "support/fakeframesource.h"
#include "workflow/clipimport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestClipImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_script = {.starts = evenStarts(30, std::chrono::microseconds(33'333)), .openFailure = {}};
        m_identity = std::make_unique<LocalIdentity>(m_folder->filePath(u"officer.json"_s));
        m_vault = std::make_unique<EvidenceVault>(m_folder->filePath(u"vault"_s));
        m_store = std::make_unique<Store>(StoreOptions{.address = m_folder->filePath(u"store.sqlite"_s)}, m_clock);
        m_import = std::make_unique<ClipImport>(*m_store, *m_vault, *m_identity, m_clock,
                                                [this] { return std::make_unique<FakeFrameSource>(m_script); });
        m_case = {.id = CaseId::create(), .number = u"2026-1"_s, .title = {}, .offence = {}, .openedAt = m_clock.now()};
        QVERIFY(answerOf(m_vault->opened()).has_value());
        QVERIFY(answerOf(m_store->addCase(m_case, {})).has_value());
        m_path = m_folder->filePath(u"front door.mp4"_s);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a clip");
    }

    void cleanup()
    {
        m_import.reset();
        m_store.reset();
        m_vault.reset();
        m_identity.reset();
    }

    void keepsBytesFactsAndTheAct()
    {
        const auto clip = answerOf(m_import->importFile(m_path, m_case.id));

        QVERIFY(clip.has_value());
        QCOMPARE(clip->digest, sha256("a clip"));
        QCOMPARE(clip->originalName, u"front door.mp4"_s);
        QCOMPARE(clip->facts.frameCount, 30);
        QCOMPARE(clip->state, ClipState::Accepted);
        QVERIFY(!clip->hasReceipt());
        QVERIFY(answerOf(m_vault->verifyItem(clip->digest)).has_value());
        QCOMPARE(answerOf(m_store->clips(m_case.id)).value(), std::vector{*clip});
        const auto log = answerOf(m_store->custodyLog({.action = CustodyAction::ClipImported})).value();
        QCOMPARE(log.size(), 1U);
        QCOMPARE(log[0].digest, clip->digest);
        QCOMPARE(log[0].caseId, m_case.id);
    }

    void refusesTheSameBytesInTheSameCase()
    {
        QVERIFY(answerOf(m_import->importFile(m_path, m_case.id)).has_value());

        const auto second = answerOf(m_import->importFile(m_path, m_case.id));

        QCOMPARE(std::get<Failure<StoreError>>(second.error()).code, StoreError::AlreadyThere);
        QCOMPARE(answerOf(m_store->clips(m_case.id)).value().size(), 1U);
    }

    void refusesAFileThatIsNoVideoAndSaysSoInTheLog()
    {
        m_script.openFailure = MediaError::NotAVideo;

        const auto clip = answerOf(m_import->importFile(m_path, m_case.id));

        QCOMPARE(std::get<Failure<MediaError>>(clip.error()).code, MediaError::NotAVideo);
        QVERIFY(answerOf(m_store->clips(m_case.id)).value().empty());
        const auto log = answerOf(m_store->custodyLog({.outcome = CustodyOutcome::Refused})).value();
        QCOMPARE(log.size(), 1U);
        QCOMPARE(log[0].digest, sha256("a clip"));
        QVERIFY(!log[0].reason.isEmpty());
    }

    void refusesAVideoWithoutAPicture()
    {
        m_script.starts.clear();

        const auto clip = answerOf(m_import->importFile(m_path, m_case.id));

        QCOMPARE(std::get<Failure<MediaError>>(clip.error()).code, MediaError::NothingShown);
    }

    void saysThatTheFileCannotBeRead()
    {
        const auto clip = answerOf(m_import->importFile(u"/no/such/clip.mp4"_s, m_case.id));

        QCOMPARE(std::get<Failure<VaultError>>(clip.error()).code, VaultError::Unreadable);
    }

    void takesNothingInForACaseThatIsNotThere()
    {
        const auto clip = answerOf(m_import->importFile(m_path, CaseId::create()));

        QCOMPARE(std::get<Failure<StoreError>>(clip.error()).code, StoreError::NotFound);
        QCOMPARE(answerOf(m_vault->verifyItem(sha256("a clip"))).error().code, VaultError::NotFound);
    }

    void canBeGivenUpAtAnyTime()
    {
        for (int turns = 0; turns < 12; ++turns) {
            const auto started = m_import->importFile(m_path, m_case.id);
            for (int turn = 0; turn < turns; ++turn) {
                QCoreApplication::processEvents();
            }
            m_import = std::make_unique<ClipImport>(*m_store, *m_vault, *m_identity, m_clock,
                                                    [this] { return std::make_unique<FakeFrameSource>(m_script); });
        }

        QVERIFY(answerOf(m_store->verifyCustodyLog()).value().isIntact());
    }

private:
    SystemClock m_clock;
    FakeFrameSource::Script m_script;
    CaseFile m_case;
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalIdentity> m_identity;
    std::unique_ptr<EvidenceVault> m_vault;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<ClipImport> m_import;
};

QTEST_GUILESS_MAIN(TestClipImport)
#include "tst_clipimport.moc"
