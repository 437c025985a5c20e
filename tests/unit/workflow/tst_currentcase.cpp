// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/currentcase.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 10000;

} // namespace

class CurrentCaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_identity = std::make_unique<LocalIdentity>(m_folder->filePath(u"officer.json"_s));
        m_store = std::make_unique<Store>(StoreOptions{.address = m_folder->filePath(u"store.sqlite"_s)}, m_clock);
        m_current = std::make_unique<CurrentCase>(*m_store, *m_identity, m_clock);
        QSignalSpy failed(m_current.get(), &CurrentCase::failed);
        m_current->load();
        QTRY_VERIFY_WITH_TIMEOUT(m_store->opened().isFinished(), Patience);
        QVERIFY(failed.isEmpty());
    }

    void cleanup()
    {
        m_current.reset();
        m_store.reset();
        m_identity.reset();
        m_folder.reset();
    }

    void hasNoneAtFirst()
    {
        QVERIFY(m_current->cases().empty());
        QVERIFY(!m_current->caseFile());
    }

    void opensACaseWithItsEntryAndChoosesIt()
    {
        open(u" 2026-004117 "_s);

        QCOMPARE(m_current->caseFile()->number, u"2026-004117"_s);
        auto log = m_store->custodyLog();
        QTRY_VERIFY_WITH_TIMEOUT(log.isFinished(), Patience);
        QCOMPARE(log.result()->size(), 1U);
        QCOMPARE(log.result()->front().action, CustodyAction::CaseOpened);
        QCOMPARE(log.result()->front().caseId, m_current->caseFile()->id);
    }

    void refusesTheSameNumberTwiceAndKeepsWhatThereIs()
    {
        open(u"2026-004117"_s);
        const CaseFile before = *m_current->caseFile();
        QSignalSpy failed(m_current.get(), &CurrentCase::failed);

        m_current->open(u"2026-004117"_s, u"another"_s, {});

        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
        QCOMPARE(*m_current->caseFile(), before);
        QCOMPARE(m_current->cases().size(), 1U);
    }

    void keepsTheChosenCaseWhenAnotherIsOpenedElsewhere()
    {
        open(u"2026-000001"_s);
        CurrentCase elsewhere(*m_store, *m_identity, m_clock);
        QSignalSpy opened(&elsewhere, &CurrentCase::opened);

        elsewhere.open(u"2026-000002"_s, {}, {});

        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_current->cases().size(), 2U, Patience);
        QCOMPARE(m_current->caseFile()->number, u"2026-000001"_s);
    }

    void beginsWithTheCaseThatIsWantedElseTheNewest()
    {
        open(u"2026-000001"_s);
        const CaseId first = m_current->caseFile()->id;
        open(u"2026-000002"_s);
        CurrentCase wanted(*m_store, *m_identity, m_clock);
        CurrentCase any(*m_store, *m_identity, m_clock);

        wanted.load(first);
        any.load(CaseId::create());

        QTRY_VERIFY_WITH_TIMEOUT(wanted.caseFile() && any.caseFile(), Patience);
        QCOMPARE(wanted.caseFile()->number, u"2026-000001"_s);
        QVERIFY(any.caseFile()->number == u"2026-000002"_s || any.caseFile()->openedAt >= wanted.caseFile()->openedAt);
    }

private:
    void open(const QString &number)
    {
        QSignalSpy opened(m_current.get(), &CurrentCase::opened);
        m_current->open(number, u"Burglary"_s, {});
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, Patience);
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalIdentity> m_identity;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<CurrentCase> m_current;
};

QTEST_GUILESS_MAIN(CurrentCaseTest)
#include "tst_currentcase.moc"
