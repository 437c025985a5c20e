// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packlistmodel.h"

#include "core/digesttext.h"
#include "support/mappack.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Porchlight::Testing;
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

/// The card of maps alone, on a data folder of its own.
class MapsPage
{
public:
    MapsPage()
    {
        m_view.setResizeMode(QQuickView::SizeRootObjectToView);
        m_view.setInitialProperties({{u"packs"_s, QVariant::fromValue(&m_packs)}});
        m_view.loadFromModule("Porchlight.Settings", "MapsCard");
        m_view.resize(800, 500);
        m_view.show();
        m_view.requestActivate();
    }

    [[nodiscard]] bool isReady() { return m_view.rootObject() != nullptr && QTest::qWaitForWindowActive(&m_view); }
    [[nodiscard]] QQuickItem *find(const QString &name) { return itemBelow(m_view.contentItem(), name); }
    [[nodiscard]] bool shows(const QString &name)
    {
        return QTest::qWaitFor([&] { return find(name) != nullptr && find(name)->isVisible(); }, Patience);
    }
    void press(const QString &name)
    {
        const QQuickItem *const item = find(name);
        QTest::mouseClick(&m_view, Qt::LeftButton, {},
                          item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint());
    }
    void pressKey(const QString &name)
    {
        find(name)->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(&m_view, Qt::Key_Space);
    }
    [[nodiscard]] PackListModel &packs() { return m_packs; }
    /// Makes the folder of a pack, as packaging/mappack does.
    [[nodiscard]] QUrl packFolder() const
    {
        const QString folder = m_folder.filePath(u"source"_s);
        QDir().mkpath(folder);
        const QByteArray tiles = encodePack(std::map<quint64, QByteArray>{{0, "a tile"}});
        const QJsonObject manifest{
            {u"format"_s, 1},
            {u"id"_s, u"larkfield"_s},
            {u"name"_s, u"Larkfield"_s},
            {u"build"_s, u"one"_s},
            {u"made"_s, u"2026-11-24T10:00:00Z"_s},
            {u"bounds"_s, QJsonObject{{u"west"_s, -76.9}, {u"south"_s, 40.2}, {u"east"_s, -76.7}, {u"north"_s, 40.4}}},
            {u"zooms"_s, QJsonObject{{u"lowest"_s, 0}, {u"highest"_s, 14}}},
            {u"schema"_s, u"openmaptiles"_s},
            {u"credits"_s, u"© Somebody"_s},
            {u"files"_s, QJsonArray{QJsonObject{{u"name"_s, u"streets.pmtiles"_s},
                                                {u"role"_s, u"tiles"_s},
                                                {u"size"_s, tiles.size()},
                                                {u"sha256"_s, digestToString(sha256(tiles))}}}}};
        write(folder + u"/streets.pmtiles"_s, tiles);
        write(folder + u"/pack.json"_s, QJsonDocument(manifest).toJson());
        return QUrl::fromLocalFile(folder);
    }
    void spoilInstalledPack() const
    {
        QFile file(m_shelf.folder() + u"/larkfield@one/streets.pmtiles"_s);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 1) && file.putChar('\x55'));
    }

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir m_folder;
    MapShelf m_shelf{m_folder.filePath(u"data"_s)};
    PackListModel m_packs{m_shelf};
    QQuickView m_view;
};

} // namespace

class SettingsMapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void installsChecksAndRemovesAPack()
    {
        MapsPage page;
        QVERIFY(page.isReady());
        QVERIFY(page.shows(u"noPacksText"_s));
        QSignalSpy notices(&page.packs(), &PackListModel::noticeRaised);

        page.packs().install(page.packFolder());
        QVERIFY(page.shows(u"packRow-larkfield"_s));
        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 1, Patience);
        QVERIFY(notices.last().at(0).toString().startsWith(u"Larkfield is installed."));
        QVERIFY(!page.find(u"noPacksText"_s)->isVisible());
        QVERIFY(!page.find(u"packState-larkfield"_s)->isVisible());

        page.press(u"checkPack-larkfield"_s);
        QVERIFY(page.shows(u"packState-larkfield"_s));
        QCOMPARE(page.find(u"packState-larkfield"_s)->property("text").toString(), u"whole"_s);

        QTRY_VERIFY_WITH_TIMEOUT(!page.packs().isBusy(), Patience);
        page.pressKey(u"removePack-larkfield"_s);
        QVERIFY(page.shows(u"noPacksText"_s));
        QTRY_COMPARE_WITH_TIMEOUT(page.find(u"packRow-larkfield"_s), nullptr, Patience);
    }

    void saysWhichPackIsDamaged()
    {
        MapsPage page;
        QVERIFY(page.isReady());
        QSignalSpy notices(&page.packs(), &PackListModel::noticeRaised);
        page.packs().install(page.packFolder());
        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 1, Patience);
        QVERIFY(page.shows(u"packRow-larkfield"_s));
        page.spoilInstalledPack();

        page.press(u"checkPack-larkfield"_s);

        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 2, Patience);
        QVERIFY(notices.last().at(0).toString().contains(u"damaged"));
        QVERIFY(notices.last().at(1).toBool());
        QTRY_COMPARE_WITH_TIMEOUT(page.find(u"packState-larkfield"_s)->property("text").toString(), u"damaged"_s,
                                  Patience);
    }

    void refusesAFolderThatIsNoPack()
    {
        MapsPage page;
        QVERIFY(page.isReady());
        QSignalSpy notices(&page.packs(), &PackListModel::noticeRaised);
        const QTemporaryDir empty;

        page.packs().install(QUrl::fromLocalFile(empty.path()));

        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 1, Patience);
        QVERIFY(notices.last().at(0).toString().contains(u"is not a map pack"));
        QVERIFY(page.find(u"installPackButton"_s)->isEnabled());
    }

    void everyControlHasAName()
    {
        MapsPage page;
        QVERIFY(page.isReady());
        page.packs().install(page.packFolder());
        QVERIFY(page.shows(u"packRow-larkfield"_s));

        for (const QString &name : {u"checkPack-larkfield"_s, u"removePack-larkfield"_s, u"installPackButton"_s}) {
            QVERIFY(page.find(name)->property("activeFocusOnTab").toBool() ||
                    page.find(name)->property("focusPolicy").toInt() != Qt::NoFocus);
        }
    }
};

QTEST_MAIN(SettingsMapsTest)
#include "tst_settingsmaps.moc"
