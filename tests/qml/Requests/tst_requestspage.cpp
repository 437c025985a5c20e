// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestsviewmodel.h"
#include "support/composedplace.h"
#include "support/ourwarnings.h"

#include <QDir>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The page on a real store and an exchange in memory. With PORCHLIGHT_SCREENSHOTS set, leaves pictures there.
class TestRequestsPage final : public QObject
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
        m_place = std::make_unique<ComposedPlace>();
        m_viewModel = std::make_unique<RequestsViewModel>(m_place->dispatch, m_place->store);
        m_view = std::make_unique<QQuickView>();
        m_view->setResizeMode(QQuickView::SizeRootObjectToView);
        m_view->resize(1200, 740);
        m_view->setInitialProperties({{u"viewModel"_s, QVariant::fromValue(m_viewModel.get())}});
        m_view->loadFromModule(u"Porchlight.Requests"_s, u"RequestsPage"_s);
        QCOMPARE(m_view->status(), QQuickView::Ready);
        m_view->setColor(theme()->property("window").value<QColor>());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup()
    {
        m_view.reset();
        m_viewModel.reset();
        m_place.reset();
    }

    void saysWhatToDoWhereThereIsNone()
    {
        m_viewModel->load();

        QTRY_VERIFY_WITH_TIMEOUT(m_viewModel->isEmpty(), 20'000);
        QSignalSpy asked(m_view->rootObject(), SIGNAL(mapAsked()));
        press(u"emptyStateButton"_s);
        QCOMPARE(asked.size(), 1);
    }

    void listsRequestsByWhereTheyStand()
    {
        publish(u"A"_s);
        m_place->clock.advance(24h * 13);
        QVERIFY(answerOf(m_place->dispatch.expireDue()));
        RequestDraft later = m_place->draft();
        later.caseNumber = u"B"_s;
        later.endsAt = m_place->clock.now() + 24h;
        QVERIFY(answerOf(m_place->dispatch.publish(later)));
        QVERIFY(answerOf(m_place->dispatch.saveDraft(m_place->draft())));
        m_viewModel->load();

        QTRY_COMPARE_WITH_TIMEOUT(headings(), (QStringList{u"Draft"_s, u"Published"_s, u"Expired"_s}), 20'000);
    }

    void showsWhatResidentsSeeAndTheLink()
    {
        const AreaRequest request = publish(u"2026-004117"_s);
        m_viewModel->load();
        QTRY_VERIFY_WITH_TIMEOUT(m_viewModel->hasChosen(), 20'000);

        QCOMPARE(text(u"residentTitle"_s), u"Burglary near Wood Street"_s);
        QCOMPARE(text(u"residentText"_s), request.text);
        QCOMPARE(text(u"publicLinkField"_s), request.publicUrl);
        QCOMPARE(find(u"publicLinkCode"_s)->property("text").toString(), request.publicUrl);
        keepPicture(u"requests"_s);
    }

    void resolvesAfterAskingOnce()
    {
        const AreaRequest request = publish(u"2026-004117"_s);
        m_viewModel->load();
        QTRY_VERIFY_WITH_TIMEOUT(m_viewModel->canResolve(), 20'000);

        press(u"resolveButton"_s);
        QCOMPARE((*answerOf(m_place->store.findRequest(request.id)))->state, RequestState::Published);
        press(u"dialogAcceptButton"_s);

        QTRY_COMPARE_WITH_TIMEOUT(m_viewModel->stateText(), u"Resolved"_s, 20'000);
        QCOMPARE((*answerOf(m_place->store.findRequest(request.id)))->state, RequestState::Resolved);
    }

    void saysWhyItWasNotResolved()
    {
        publish(u"2026-004117"_s);
        m_viewModel->load();
        QTRY_VERIFY_WITH_TIMEOUT(m_viewModel->canResolve(), 20'000);
        m_place->exchange.failsWith = Failure<ExchangeError>{.code = ExchangeError::Unreachable, .detail = {}};

        m_viewModel->resolve();

        QTRY_VERIFY_WITH_TIMEOUT(!m_viewModel->failureText().isEmpty(), 20'000);
        QVERIFY(m_viewModel->canResolve());
    }

    void givesPhonesAnAddressTheyCanReach()
    {
        publish(u"2026-004117"_s);
        m_viewModel->load();
        QTRY_VERIFY_WITH_TIMEOUT(m_viewModel->hasChosen(), 20'000);

        m_viewModel->setLanAddress(QUrl(u"http://192.0.2.7:4711/"_s));

        QVERIFY(!m_viewModel->publicUrl().host().isEmpty());
        QVERIFY(!m_viewModel->linkHint().isEmpty());
    }

private:
    QObject *theme() const { return m_view->engine()->singletonInstance<QObject *>(u"Porchlight.Theme"_s, u"Theme"_s); }

    AreaRequest publish(const QString &caseNumber)
    {
        RequestDraft draft = m_place->draft();
        draft.caseNumber = caseNumber;
        return answerOf(m_place->dispatch.publish(draft)).value();
    }

    QStringList headings() const
    {
        QStringList result;
        auto *rows = m_viewModel->rows();
        for (int i = 0; i < rows->rowCount(); ++i) {
            const auto row = rows->data(rows->index(i, 0), Qt::UserRole + 1).value<RequestRow>();
            if (row.isHeading) {
                result.append(row.title);
            }
        }
        return result;
    }

    QQuickItem *find(const QString &name) const
    {
        auto *item = m_view->contentItem()->findChild<QQuickItem *>(name);
        return item;
    }

    QString text(const QString &name) const { return find(name)->property("text").toString(); }

    void press(const QString &name)
    {
        QQuickItem *item = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((item = find(name)) != nullptr && item->isVisible(), 20'000);
        const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middle.toPoint());
    }

    void keepPicture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
        if (folder.isEmpty()) {
            return;
        }
        QVERIFY(QDir().mkpath(folder));
        for (const bool isDark : {true, false}) {
            theme()->setProperty("dark", isDark);
            m_view->setColor(theme()->property("window").value<QColor>());
            QVERIFY(m_view->grabWindow().save(folder + u'/' + name + (isDark ? u"-night.png"_s : u"-day.png"_s)));
        }
    }

    QTemporaryDir m_settings;
    std::unique_ptr<ComposedPlace> m_place;
    std::unique_ptr<RequestsViewModel> m_viewModel;
    std::unique_ptr<QQuickView> m_view;
};

QTEST_MAIN(TestRequestsPage)
#include "tst_requestspage.moc"
