// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settingsviewmodel.h"

#include "core/clock.h"
#include "store/store.h"

#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 10'000;

QQuickItem *itemBelow(QQuickItem *item, const QString &name)
{
    if (item->objectName() == name) {
        return item;
    }
    for (QQuickItem *const child : item->childItems()) {
        if (QQuickItem *const found = itemBelow(child, name)) {
            return found;
        }
    }
    return nullptr;
}

QString nameOf(const char *what, ReviewAct act)
{
    return QString::fromLatin1(what) + QString::number(std::to_underlying(act));
}

/// The card of keys alone, on real preferences.
class KeysPage
{
public:
    KeysPage()
    {
        m_view.setResizeMode(QQuickView::SizeRootObjectToView);
        m_view.setInitialProperties({{u"viewModel"_s, QVariant::fromValue(&m_settings)}});
        m_view.loadFromModule("Porchlight.Settings", "KeysCard");
        m_view.resize(800, 900);
        m_view.show();
        m_view.requestActivate();
    }

    [[nodiscard]] bool isReady() { return m_view.rootObject() != nullptr && QTest::qWaitForWindowActive(&m_view); }
    [[nodiscard]] QQuickItem *find(const QString &name) { return itemBelow(m_view.contentItem(), name); }
    void press(const QString &name)
    {
        const QQuickItem *const item = find(name);
        QTest::mouseClick(&m_view, Qt::LeftButton, {},
                          item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint());
    }
    /// Presses the button of an act and waits until it listens.
    [[nodiscard]] bool await(ReviewAct act)
    {
        press(nameOf("changeKey", act));
        return QTest::qWaitFor([&] { return find(nameOf("keyCatch", act))->hasActiveFocus(); }, Patience);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_view, static_cast<Qt::Key>(key), modifiers);
    }

    [[nodiscard]] QStringList keysOf(ReviewAct act) const { return m_keeper.preferences().reviewKeys.keysOf(act); }
    [[nodiscard]] Preferences kept() const { return readPreferences(m_folder.path()); }
    [[nodiscard]] SettingsViewModel &settings() { return m_settings; }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    LocalIdentity m_identity{m_folder.filePath(u"officer.json"_s)};
    Store m_store{{.address = m_folder.filePath(u"store.sqlite"_s)}, m_clock};
    PreferenceKeeper m_keeper{m_folder.path(), {}, m_store, m_identity};
    ExchangeLink m_exchange{{}};
    SettingsViewModel m_settings{m_keeper, m_exchange};
    QQuickView m_view;
};

} // namespace

class SettingsKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheNextKeyThatIsPressed()
    {
        KeysPage page;
        QVERIFY(page.isReady());

        QVERIFY(page.await(ReviewAct::Mark));
        page.key(Qt::Key_Shift, Qt::ShiftModifier);
        page.key(Qt::Key_F5, Qt::ShiftModifier);

        QCOMPARE(page.keysOf(ReviewAct::Mark), QStringList{u"Shift+F5"_s});
        QCOMPARE(page.kept().reviewKeys.keysOf(ReviewAct::Mark), QStringList{u"Shift+F5"_s});
        QCOMPARE(page.find(nameOf("changeKey", ReviewAct::Mark))->property("text").toString(), u"Shift+F5"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!page.find(nameOf("keyCatch", ReviewAct::Mark))->isVisible(), Patience);
    }

    void refusesAKeyThatIsTakenWithASentence()
    {
        KeysPage page;
        QVERIFY(page.isReady());
        QSignalSpy notices(&page.settings(), &SettingsViewModel::noticeRaised);

        QVERIFY(page.await(ReviewAct::Mark));
        page.key(Qt::Key_S);

        QCOMPARE(notices.size(), 1);
        QVERIFY(notices.front().at(0).toString().startsWith(u"This key already means “Still”."));
        QVERIFY(notices.front().at(1).toBool());
        QCOMPARE(page.keysOf(ReviewAct::Mark), QStringList{u"M"_s});
        // It goes on waiting for another one.
        page.key(Qt::Key_F6);
        QCOMPARE(page.keysOf(ReviewAct::Mark), QStringList{u"F6"_s});
    }

    void leavesItAtEscape()
    {
        KeysPage page;
        QVERIFY(page.isReady());

        QVERIFY(page.await(ReviewAct::PlayPause));
        page.key(Qt::Key_Escape);

        QCOMPARE(page.keysOf(ReviewAct::PlayPause), QStringList{u"Space"_s});
        QTRY_VERIFY_WITH_TIMEOUT(page.find(nameOf("changeKey", ReviewAct::PlayPause))->isVisible(), Patience);
    }

    void goesBackToTheUsualKeys()
    {
        KeysPage page;
        QVERIFY(page.isReady());
        QVERIFY(page.await(ReviewAct::Mark));
        page.key(Qt::Key_F5);
        QVERIFY(page.await(ReviewAct::StepOn));
        page.key(Qt::Key_F6);
        QCOMPARE(page.keysOf(ReviewAct::StepOn), QStringList{u"F6"_s});

        page.press(nameOf("usualKey", ReviewAct::StepOn));
        QCOMPARE(page.keysOf(ReviewAct::StepOn), (QStringList{u"Right"_s, u"."_s}));
        QCOMPARE(page.keysOf(ReviewAct::Mark), QStringList{u"F5"_s});
        page.press(u"usualKeysButton"_s);
        QCOMPARE(page.keysOf(ReviewAct::Mark), QStringList{u"M"_s});
        QVERIFY(!page.settings().hasOwnKeys());
        QCOMPARE(page.kept().reviewKeys, ReviewKeys());
    }
};

QTEST_MAIN(SettingsKeysTest)
#include "tst_settingskeys.moc"
