// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportcommands.h"

#include "await.h"
#include "core/digesttext.h"
#include "inworkplace.h"
#include "media/decoderclient.h"
#include "workflow/evidenceexport.h"
#include "workflow/sentences.h"

#include <QCommandLineParser>
#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QJsonObject lineJson(const CheckResult &line)
{
    return {{u"title"_s, line.title},
            {u"state"_s, line.stateText},
            {u"reason"_s, line.reason},
            {u"faults"_s, QJsonArray::fromStringList(line.faultTexts())}};
}

QJsonObject answerJson(const WrittenPackage &written)
{
    QJsonArray lines;
    for (const CheckResult &line : written.report.lines) {
        lines.append(lineJson(line));
    }
    QJsonArray leftOut;
    for (const LeftOut &left : written.record.leftOut) {
        leftOut.append(QJsonObject{{u"kind"_s, left.kind},
                                   {u"id"_s, left.id},
                                   {u"subject"_s, left.subject},
                                   {u"reason"_s, toWord(left.reason)},
                                   {u"detail"_s, left.detail}});
    }
    return {{u"id"_s, written.record.id.toString()},
            {u"path"_s, written.folder},
            {u"digest"_s, digestToString(written.report.packageDigest)},
            {u"seal"_s, written.record.seal},
            {u"clips"_s, static_cast<qint64>(written.record.items.size())},
            {u"payloadFiles"_s, written.report.payloadFiles},
            {u"payloadBytes"_s, written.report.payloadBytes},
            {u"sentence"_s, written.report.sentence},
            {u"lines"_s, lines},
            {u"leftOut"_s, leftOut}};
}

QString answerText(const WrittenPackage &written)
{
    constexpr int TitleWidth = 16;
    constexpr int StateWidth = 12;
    QString text = written.folder + u'\n';
    for (const CheckResult &line : written.report.lines) {
        text += u"  %1  %2  %3\n"_s.arg(line.title.leftJustified(TitleWidth), line.stateText.leftJustified(StateWidth),
                                        line.reason);
    }
    for (const LeftOut &left : written.record.leftOut) {
        text += u"left out: %1. %2\n"_s.arg(left.subject, left.detail);
    }
    return text + u"SHA-256 of tagmanifest-sha256.txt: %1\n%2\n"_s.arg(digestToString(written.report.packageDigest),
                                                                       written.report.sentence);
}

int writePackage(const CommandContext &context, Workplace &workplace, const CaseFile &caseFile, const QString &folder,
                 const QString &recipient)
{
    EvidenceExport evidenceExport(workplace.store(), workplace.vault(), workplace.identity(), workplace.clock(),
                                  workplace.frameSourceMaker());
    auto loaded = await(evidenceExport.load(caseFile.id));
    if (!loaded) {
        return context.refuse(sentenceFor(loaded.error()));
    }
    loaded->choice.recipient = recipient;
    const auto written = await(evidenceExport.write(*loaded, folder));
    if (!written) {
        return context.refuse(sentenceFor(written.error()));
    }
    context.answer(answerJson(*written), answerText(*written));
    return 0;
}

int exportCase(const CommandContext &context, const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption out(u"out"_s, {}, u"DIR"_s);
    const QCommandLineOption recipient(u"to"_s, {}, u"WHOM"_s);
    parser.addOptions({out, recipient});
    if (!parser.parse(QStringList{u"export"_s} + words) || parser.positionalArguments().size() != 1 ||
        !parser.isSet(out)) {
        return context.refuse(u"usage: export CASE --out DIR [--to WHOM]"_s);
    }
    const QString folder = QDir(parser.value(out)).absolutePath();
    return inWorkplace(context, [&](Workplace &workplace) {
        const auto found = findCase(workplace, parser.positionalArguments().constFirst());
        return found ? writePackage(context, workplace, *found, folder, parser.value(recipient))
                     : context.refuse(found.error());
    });
}

} // namespace

CommandTable exportCommands()
{
    return {{u"export"_s, u"CASE --out DIR [--to WHOM]"_s,
             u"Writes the evidence package of a case, unsealed, into a new folder inside DIR, and checks it."_s,
             exportCase}};
}

} // namespace Porchlight
