// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "palettemodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

QStringList titles(const PaletteModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        found.append(model.index(row).data(PaletteModel::EntryRole).value<PaletteEntry>().title);
    }
    return found;
}

Agency agency(const QString &name, const QString &place)
{
    Agency made;
    made.id = AgencyId::create();
    made.name = name;
    made.place = place;
    made.state = u"PA"_s;
    return made;
}

void fill(PaletteModel &model)
{
    model.setFixedEntries(
        {{.kind = PaletteEntry::Page, .target = u"0"_s, .title = u"Map"_s, .detail = u"Page"_s, .key = {}},
         {.kind = PaletteEntry::Command,
          .target = u"1"_s,
          .title = u"Lock the screen"_s,
          .detail = u"Command"_s,
          .key = {}}});
    CaseFile caseFile;
    caseFile.id = CaseId::create();
    caseFile.number = u"2026-004117"_s;
    caseFile.title = u"Burglary, 2300 block of Wood Street"_s;
    model.setCases({caseFile});
    model.setAgencies(
        {agency(u"Larkfield Police Department"_s, u"Larkfield"_s), agency(u"Marlow County Sheriff"_s, u"Marlow"_s)});
}

} // namespace

class PaletteModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersPagesCommandsAndCasesBeforeAnythingIsTyped()
    {
        PaletteModel model;
        fill(model);

        QCOMPARE(titles(model), (QStringList{u"Map"_s, u"Lock the screen"_s, u"Case 2026-004117"_s}));
    }

    void findsWhatHoldsEveryWordInAnyOrder()
    {
        PaletteModel model;
        fill(model);

        model.setWords(u"police lark"_s);
        QCOMPARE(titles(model), QStringList{u"Larkfield Police Department"_s});
        model.setWords(u"wood BURGLARY"_s);
        QCOMPARE(titles(model), QStringList{u"Case 2026-004117"_s});
        model.setWords(u"police wood"_s);
        QCOMPARE(model.count(), 0);
    }

    void runsTheEntryOfARow()
    {
        PaletteModel model;
        fill(model);
        QSignalSpy chosen(&model, &PaletteModel::chosen);

        model.setWords(u"marlow"_s);
        model.run(0);

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<PaletteEntry>().kind, PaletteEntry::Agency);
    }

    void runsNothingWhereNothingWasFound()
    {
        PaletteModel model;
        fill(model);
        QSignalSpy chosen(&model, &PaletteModel::chosen);

        model.setWords(u"no such thing"_s);
        model.run(0);
        model.run(-1);

        QVERIFY(chosen.isEmpty());
    }

    void showsAtMostFifty()
    {
        PaletteModel model;
        std::vector<Agency> many;
        for (int i = 0; i < 1500; ++i) {
            many.push_back(agency(u"Police %1"_s.arg(i), u"Town"_s));
        }
        model.setAgencies(many);

        model.setWords(u"police"_s);

        QCOMPARE(model.count(), 50);
    }
};

QTEST_APPLESS_MAIN(PaletteModelTest)
#include "tst_palettemodel.moc"
