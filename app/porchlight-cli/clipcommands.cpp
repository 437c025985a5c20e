// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipcommands.h"

#include "await.h"
#include "domain/json.h"
#include "inworkplace.h"
#include "workflow/sentences.h"

#include <QCommandLineParser>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString lineOf(const SharedClip &clip)
{
    constexpr qint64 MicrosecondsPerSecond = 1'000'000;
    return u"%1  %2  %3  %4x%5  %6 s  %7 frames  %8\n"_s.arg(clip.id.toString(), toWord(clip.state), clip.originalName)
        .arg(clip.facts.width)
        .arg(clip.facts.height)
        .arg(clip.facts.durationMicroseconds / MicrosecondsPerSecond)
        .arg(clip.facts.frameCount)
        .arg(clip.digestText());
}

int printClips(const CommandContext &context, Workplace &workplace, std::optional<CaseId> caseId)
{
    const auto clips = await(workplace.store().clips(caseId));
    if (!clips) {
        return context.refuse(sentenceFor(clips.error()));
    }
    QJsonArray list;
    QString text;
    for (const SharedClip &clip : *clips) {
        list.append(toJson(clip));
        text += lineOf(clip);
    }
    context.answer(list, text.isEmpty() ? u"No clip."_s : text);
    return 0;
}

int listClips(const CommandContext &context, const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption caseNumber(u"case"_s, {}, u"NUMBER"_s);
    parser.addOption(caseNumber);
    if (!parser.parse(QStringList{u"clips list"_s} + words) || !parser.positionalArguments().isEmpty()) {
        return context.refuse(u"usage: clips list [--case NUMBER]"_s);
    }
    return inWorkplace(context, [&](Workplace &workplace) {
        if (!parser.isSet(caseNumber)) {
            return printClips(context, workplace, {});
        }
        const auto found = findCase(workplace, parser.value(caseNumber));
        return found ? printClips(context, workplace, found->id) : context.refuse(found.error());
    });
}

int importClip(const CommandContext &context, const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption caseNumber(u"case"_s, {}, u"NUMBER"_s);
    parser.addOption(caseNumber);
    const bool isParsed = parser.parse(QStringList{u"clips import"_s} + words);
    if (!isParsed || parser.positionalArguments().size() != 1 || !parser.isSet(caseNumber)) {
        return context.refuse(u"usage: clips import FILE --case NUMBER"_s);
    }
    return inWorkplace(context, [&](Workplace &workplace) {
        const auto found = findCase(workplace, parser.value(caseNumber));
        if (!found) {
            return context.refuse(found.error());
        }
        const QString path = parser.positionalArguments().constFirst();
        const auto clip = await(workplace.clipImport().importFile(path, found->id));
        if (!clip) {
            return context.refuse(sentenceFor(clip.error()));
        }
        context.answer(toJson(*clip), lineOf(*clip) + u"SHA-512 %1\n"_s.arg(QString::fromLatin1(clip->sha512.toHex())));
        return 0;
    });
}

} // namespace

CommandTable clipCommands()
{
    return {
        {u"clips list"_s, u"[--case NUMBER]"_s, u"Lists the clips, in the order they came."_s, listClips},
        {u"clips import"_s, u"FILE --case NUMBER"_s, u"Takes a file into a case as a clip without a receipt."_s,
         importClip},
    };
}

} // namespace Porchlight
