// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notices.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

Notice at(const Notices &notices, int row)
{
    return notices.index(row).data(Notices::NoticeRole).value<Notice>();
}

} // namespace

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheNewestFirst()
    {
        Notices notices;
        const QAbstractItemModelTester tester(&notices);

        notices.raise(Tone::Bad, u"The disk is full."_s);
        notices.raise(Tone::Caution, u"The decoder ended."_s);

        QCOMPARE(notices.rowCount(), 2);
        QCOMPARE(at(notices, 0).text, u"The decoder ended."_s);
        QCOMPARE(at(notices, 1).tone, Tone::Bad);
    }

    void saysTheSameOnlyOnce()
    {
        Notices notices;

        notices.raise(Tone::Bad, u"The disk is full."_s);
        notices.raise(Tone::Bad, u"The disk is full."_s);
        notices.raise(Tone::Bad, QString());

        QCOMPARE(notices.rowCount(), 1);
    }

    void closesOneByItsId()
    {
        Notices notices;
        const QAbstractItemModelTester tester(&notices);
        notices.raise(Tone::Bad, u"one"_s);
        notices.raise(Tone::Bad, u"two"_s);

        notices.close(at(notices, 1).id);
        notices.close(999);

        QCOMPARE(notices.rowCount(), 1);
        QCOMPARE(at(notices, 0).text, u"two"_s);
    }

    void keepsTheNewestFour()
    {
        Notices notices;

        for (int i = 0; i < 7; ++i) {
            notices.raise(Tone::Bad, QString::number(i));
        }

        QCOMPARE(notices.rowCount(), 4);
        QCOMPARE(at(notices, 3).text, u"3"_s);
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "tst_notices.moc"
