// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/markertags.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

Marker markerWith(const QStringList &tags)
{
    Marker marker;
    marker.id = MarkerId::create();
    marker.tags = tags;
    return marker;
}

} // namespace

class MarkerTagsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("tags");
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("blanks and commas") << u"  , ,,  "_s << QStringList();
        QTest::newRow("one") << u"van"_s << QStringList{u"van"_s};
        QTest::newRow("with its comma") << u"van,"_s << QStringList{u"van"_s};
        QTest::newRow("two words") << u"  white   van "_s << QStringList{u"white van"_s};
        QTest::newRow("pasted lines") << u"van\nplate,  door"_s << QStringList{u"van"_s, u"plate"_s, u"door"_s};
        QTest::newRow("twice, in another case") << u"van, VAN, Van"_s << QStringList{u"van"_s};
    }
    void readsWhatWasTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, tags);

        QCOMPARE(withTags({}, typed), tags);
    }

    void addsToWhatIsThereUpToABound()
    {
        QCOMPARE(withTags({u"van"_s}, u"Plate, van"), (QStringList{u"van"_s, u"Plate"_s}));
        QString many;
        for (int i = 0; i < 40; ++i) {
            many += u"tag %1,"_s.arg(i);
        }
        QCOMPARE(withTags({}, many).size(), MostTags);
        QCOMPARE(withTags({}, QString(500, u'x')).front().size(), LongestTag);
    }

    void takesOneAway()
    {
        QCOMPARE(withoutTag({u"van"_s, u"plate"_s}, u"VAN"_s), QStringList{u"plate"_s});
        QCOMPARE(withoutTag({u"van"_s}, u"door"_s), QStringList{u"van"_s});
    }

    void listsThemOnceByAlphabet()
    {
        const std::vector<Marker> markers{markerWith({u"van"_s, u"Door"_s}), markerWith({}),
                                          markerWith({u"door"_s, u"plate"_s})};

        QCOMPARE(tagsOf(markers), (QStringList{u"Door"_s, u"plate"_s, u"van"_s}));
    }

    void findsTheMarkersThatHaveOne()
    {
        const std::vector<Marker> markers{markerWith({u"van"_s}), markerWith({u"door"_s}),
                                          markerWith({u"plate"_s, u"Van"_s})};

        QCOMPARE(markersWith(markers, u"van"_s), (std::vector{markers[0], markers[2]}));
        QCOMPARE(markersWith(markers, {}), markers);
        QVERIFY(markersWith(markers, u"dog"_s).empty());
    }
};

QTEST_APPLESS_MAIN(MarkerTagsTest)
#include "tst_markertags.moc"
