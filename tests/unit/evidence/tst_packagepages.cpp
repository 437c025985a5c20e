// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packagepages.h"
#include "support/evidencecase.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestPackagePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsTheTagsOfNotes()
    {
        const PackageRecord record = EvidenceCase().plan().record;

        const QString start = QString::fromUtf8(startHerePage(record));
        QVERIFY(start.contains(u"tags: =van (1), left &lt;turn&gt; (1)"_s));
        const QString report = QString::fromUtf8(reportPage(record));
        QVERIFY(report.contains(u">Tags</th>"_s));
        QVERIFY(report.contains(u"=van, left &lt;turn&gt;"_s));
    }

    void putsTheTagsOfNotesIntoACellThatIsNoFormula()
    {
        const QString table = QString::fromUtf8(notesCsv(EvidenceCase().plan().record));

        QVERIFY(table.section(u'\n', 0, 0).contains(u"\"note\",\"tags\",\"author_id\""_s));
        QVERIFY(table.contains(u"'=van, left <turn>"_s));
    }

    void namesAContactSheetAsOne()
    {
        EvidenceCase evidence;
        evidence.context.stills.front().kind = StillKind::ContactSheet;

        const PackageRecord record = evidence.plan().record;

        const DerivedRecord &sheet = record.items.front().derived.front();
        QCOMPARE(sheet.kind, u"contact sheet"_s);
        QVERIFY(sheet.file.path.contains(u"/derived/sheet_0000012_"_s));
        QCOMPARE(record.counts.stillsExported, 1);
        QVERIFY(startHerePage(record).contains("contact sheet from frame 12"));
        QVERIFY(reportPage(record).contains("Contact sheet from frame 12"));
    }

    void saysNothingOfTagsWhereThereAreNone()
    {
        EvidenceCase evidence;
        evidence.context.markers.front().tags.clear();

        QVERIFY(!startHerePage(evidence.plan().record).contains("tags:"));
    }
};

QTEST_GUILESS_MAIN(TestPackagePages)
#include "tst_packagepages.moc"
