// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Oversight/oversightviewmodel.h"
#include "support/answerof.h"
#include "support/ourwarnings.h"

#include <QDir>
#include <QFile>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSet>
#include <QSettings>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

class FixedClock final : public Clock
{
public:
    [[nodiscard]] UtcTime now() const override { return UtcTime::fromString(u"2026-11-24T10:51:08.420Z"_s).value(); }
};

} // namespace

/// The page on a real store. With PORCHLIGHT_SCREENSHOTS set, leaves pictures there.
class TestOversightPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"porchlight-test"_s);
        QCoreApplication::setOrganizationDomain(u"porchlight.invalid"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void init()
    {
        QTest::failOnWarning(Porchlight::ourWarnings());
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"store.sqlite"_s);
        m_store = std::make_unique<Store>(
            StoreOptions{.address = m_path, .headFile = m_folder->filePath(u"head"_s), .workstation = u"LPD-14"_s},
            m_clock);
        m_identity = std::make_unique<LocalIdentity>(m_folder->filePath(u"officer.json"_s));
        m_officer = {.id = u"2217"_s, .name = u"Officer 2217"_s, .agencyName = u"Larkfield PD"_s, .contact = {}};
        QVERIFY(answerOf(m_identity->change(m_officer)).has_value());
        m_case = std::make_unique<CurrentCase>(*m_store, *m_identity, m_clock);
        m_review = std::make_unique<CustodyReview>(*m_store, *m_identity);
    }

    void cleanup()
    {
        m_view.reset();
        m_model.reset();
        m_review.reset();
        m_case.reset();
        m_identity.reset();
        m_store.reset();
    }

    void saysThatNothingHasBeenDone()
    {
        showPage();

        QVERIFY(becomesVisible(u"logEmpty"_s));
        savePicture(u"empty"_s);
    }

    void listsActsNewestFirst()
    {
        fillLog();
        showPage();

        QVERIFY(hasRows(6));
        const QList<LogEntry> &rows = m_model->entries()->rows();
        QCOMPARE(rows[0].what, u"exported package 7f3a91c2"_s);
        QCOMPARE(rows[5].what, u"opened case 2026-004117"_s);
        QCOMPARE(rows[2].why, u"refused: no consent to sound"_s);
        QVERIFY(rows[2].isRefused);
        QVERIFY(rows[3].why.contains(u"case 2026-004117"_s));
        QVERIFY(rows[0].time.endsWith(u":08.42"_s));
        savePicture(u"log"_s);
    }

    void showsOneEntryInFull()
    {
        fillLog();
        showPage();
        QVERIFY(hasRows(6));
        QVERIFY(!item(u"logEntryPanel"_s)->isVisible());

        click(u"logRow2"_s);

        QVERIFY(becomesVisible(u"logEntryPanel"_s));
        QCOMPARE(m_model->selected().sequence, 4);
        savePicture(u"entry"_s);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([this] { return !item(u"logEntryPanel"_s)->isVisible(); }, 5000));
    }

    void findsByTextAndOutcome()
    {
        fillLog();
        showPage();
        QVERIFY(hasRows(6));

        QTest::keyClick(m_view.get(), Qt::Key_F, Qt::ControlModifier);
        for (const QChar letter : u"consent"_s) {
            QTest::keyClick(m_view.get(), letter.toLatin1());
        }

        QVERIFY(hasRows(1));
        click(u"logShowFailed"_s);
        QVERIFY(becomesVisible(u"logEmpty"_s));
        QVERIFY(m_model->isFiltered());
        click(u"emptyStateButton"_s);
        QVERIFY(hasRows(6));
        click(u"logShowRefused"_s);
        QVERIFY(hasRows(1));
    }

    void hasWordsForEveryAct()
    {
        QSet<QString> words;
        for (const CustodyAction action : allCustodyActions()) {
            QVERIFY2(!wordsFor(action).contains(u'.'), qPrintable(wordsFor(action)));
            words.insert(wordsFor(action));
        }

        QCOMPARE(words.size(), qsizetype(allCustodyActions().size()));
    }

    void showsNewActsAtTheTopWithoutBeingAsked()
    {
        fillLog();
        showPage();
        QVERIFY(hasRows(6));

        record(CustodyAction::SessionEnded, CustodySubject::Program);

        QVERIFY(hasRows(7));
        QCOMPARE(m_model->entries()->rows()[0].what, u"closed the program"_s);
    }

    void readsOlderEntriesWhenTheLastComesIntoView()
    {
        for (int number = 0; number < 450; ++number) {
            m_store->record(draft(CustodyAction::ClipOpened, CustodySubject::Clip));
        }
        QVERIFY(answerOf(m_store->chainHead()).has_value());
        showPage();
        auto *list = item(u"logList"_s);

        const bool isAllThere = QTest::qWaitFor(
            [this, list] {
                return QMetaObject::invokeMethod(list, "positionViewAtEnd") && m_model->entries()->count() == 450;
            },
            10'000);

        QVERIFY(isAllThere);
        QCOMPARE(m_model->entries()->rows().constLast().sequence, 1);
    }

    void checksTheLogAndSaysSo()
    {
        fillLog();
        showPage();
        QVERIFY(hasRows(6));

        click(u"verifyLogButton"_s);

        QVERIFY(hasRows(7));
        QVERIFY(QTest::qWaitFor([this] { return m_model->check() == OversightViewModel::Intact; }, 5000));
        QVERIFY(m_model->checkText().contains(u"6 entries"_s));
        QCOMPARE(m_model->entries()->rows()[0].what, u"checked the custody log"_s);
    }

    void namesABrokenEntry()
    {
        fillLog();
        meddle(
            {u"drop trigger custody_event_no_update"_s, u"update custody_event set reason = 'x' where sequence = 3"_s});
        showPage();
        QVERIFY(hasRows(6));

        click(u"verifyLogButton"_s);

        QVERIFY(becomesVisible(u"oversightFault"_s));
        QCOMPARE(m_model->check(), OversightViewModel::Broken);
        QVERIFY(m_model->faultText().contains(u"Entry 3"_s));
        savePicture(u"broken"_s);
    }

    void copiesWhatIsListed()
    {
        fillLog();
        showPage();
        QVERIFY(hasRows(6));
        m_model->setShow(OversightViewModel::OnlyRefused);
        const QString csv = m_folder->filePath(u"log.csv"_s);
        const QString lines = m_folder->filePath(u"log.jsonl"_s);

        m_model->exportCsv(QUrl::fromLocalFile(csv));
        QVERIFY(QTest::qWaitFor([&] { return m_model->note().contains(csv); }, 5000));
        m_model->exportJsonLines(QUrl::fromLocalFile(lines));
        QVERIFY(QTest::qWaitFor([&] { return m_model->note().contains(lines); }, 5000));

        QCOMPARE(contentOf(csv).count('\n'), 2);
        QVERIFY(contentOf(csv).contains("\"refused\",\"no consent to sound\""));
        const auto entry = custodyEventFromJsonLine(contentOf(lines).trimmed());
        QVERIFY(entry.has_value());
        QCOMPARE(entry->sequence, 4);
    }

    void saysThatACopyCouldNotBeWritten()
    {
        fillLog();
        showPage();
        QVERIFY(hasRows(6));

        m_model->exportCsv(QUrl::fromLocalFile(u"/no/such/folder/log.csv"_s));

        QVERIFY(becomesVisible(u"oversightProblem"_s));
        QVERIFY(m_model->problem().contains(u"could not be written"_s));
    }

private:
    EventDraft draft(CustodyAction action, CustodySubject subject, const QString &id = {}) const
    {
        return {.action = action, .subject = subject, .subjectId = id, .officer = m_officer};
    }

    void record(CustodyAction action, CustodySubject subject, const QString &id = {})
    {
        QVERIFY(answerOf(m_store->record(draft(action, subject, id))).has_value());
    }

    void fillLog()
    {
        const CaseFile caseFile{.id = CaseId::create(),
                                .number = u"2026-004117"_s,
                                .title = u"Burglary · Ash St"_s,
                                .offence = {},
                                .openedAt = m_clock.now()};
        EventDraft opening = draft(CustodyAction::CaseOpened, CustodySubject::Case, caseFile.id.toString());
        QVERIFY(answerOf(m_store->addCase(caseFile, opening)).has_value());
        record(CustodyAction::ClipReceived, CustodySubject::Clip, u"A"_s);
        EventDraft clip = draft(CustodyAction::ClipOpened, CustodySubject::Clip, u"B"_s);
        clip.caseId = caseFile.id;
        QVERIFY(answerOf(m_store->record(clip)).has_value());
        EventDraft sound = draft(CustodyAction::SoundPlayed, CustodySubject::Clip, u"A"_s);
        sound.outcome = CustodyOutcome::Refused;
        sound.reason = u"no consent to sound"_s;
        QVERIFY(answerOf(m_store->record(sound)).has_value());
        record(CustodyAction::MarkerAdded, CustodySubject::Marker, u"7"_s);
        EventDraft package = draft(CustodyAction::PackageExported, CustodySubject::Package, u"7f3a91c2"_s);
        package.caseId = caseFile.id;
        package.details = {{u"clips"_s, 3}};
        QVERIFY(answerOf(m_store->record(package)).has_value());
    }

    void showPage()
    {
        const auto opened = answerOf(m_store->opened());
        QVERIFY(opened.has_value());
        m_model = std::make_unique<OversightViewModel>(*m_review, *m_store, *m_case, m_clock, opened->log);
        m_view = std::make_unique<QQuickView>();
        m_view->setInitialProperties({{u"viewModel"_s, QVariant::fromValue(m_model.get())}});
        m_view->setResizeMode(QQuickView::SizeRootObjectToView);
        m_view->loadFromModule(u"Porchlight.Oversight"_s, u"OversightPage"_s);
        QCOMPARE(m_view->status(), QQuickView::Ready);
        m_view->resize(1204, 726);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    /// Where several have the name, the one that can be seen.
    QQuickItem *item(const QString &name) const
    {
        QList<QQuickItem *> waiting{m_view->rootObject()};
        QQuickItem *hidden = nullptr;
        while (!waiting.isEmpty()) {
            QQuickItem *next = waiting.takeFirst();
            waiting += next->childItems();
            if (next->objectName() == name && next->isVisible()) {
                return next;
            }
            hidden = next->objectName() == name ? next : hidden;
        }
        return hidden;
    }

    bool hasRows(int count) const
    {
        return QTest::qWaitFor([this, count] { return m_model->entries()->count() == count; }, 5000);
    }

    bool becomesVisible(const QString &name) const
    {
        return QTest::qWaitFor([this, &name] { return item(name) != nullptr && item(name)->isVisible(); }, 5000);
    }

    void click(const QString &name)
    {
        QVERIFY2(becomesVisible(name), qPrintable(name));
        const QQuickItem *target = item(name);
        const QPointF middle = target->mapToScene(QPointF(target->width() / 2, target->height() / 2));
        QTest::mouseClick(m_view.get(), Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    }

    void meddle(const QStringList &statements) const
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"meddler"_s);
        database.setDatabaseName(m_path);
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QVERIFY(QSqlQuery(database).exec(statement));
        }
        database = {};
        QSqlDatabase::removeDatabase(u"meddler"_s);
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void savePicture(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
        if (folder.isEmpty()) {
            return;
        }
        QVERIFY(QDir().mkpath(folder));
        auto *theme = m_view->engine()->singletonInstance<QObject *>(u"Porchlight.Theme"_s, u"Theme"_s);
        for (const bool isDark : {true, false}) {
            theme->setProperty("dark", isDark);
            QVERIFY(m_view->grabWindow().save(
                u"%1/oversight-%2-%3.png"_s.arg(folder, name, isDark ? u"night"_s : u"day"_s)));
        }
    }

    QTemporaryDir m_settings;
    FixedClock m_clock;
    Officer m_officer;
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<LocalIdentity> m_identity;
    std::unique_ptr<CurrentCase> m_case;
    std::unique_ptr<CustodyReview> m_review;
    std::unique_ptr<OversightViewModel> m_model;
    std::unique_ptr<QQuickView> m_view;
};

QTEST_MAIN(TestOversightPage)
#include "tst_oversightpage.moc"
