// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchcommands.h"

#include "core/digesttext.h"
#include "media/framedigest.h"
#include "openedclip.h"
#include "scrubpattern.h"
#include "workflow/sentences.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Porchlight {

namespace {

// Between two presses of a key by a person.
constexpr auto Breath = 150ms;

struct BenchWish
{
    QString file;
    ScrubCourse course;
    bool isCold = false;   ///< A decoder process of its own for every request, which has decoded nothing before.
    bool isCopied = false; ///< The pictures are kept, decoded, before the first request.
};

struct Copying
{
    KeptCopy copy;
    double milliseconds = 0; ///< Since the frame table was there.
    qint64 answers = 0;
};

struct Measured
{
    qint64 asked = 0;
    qint64 delivered = -1;
    bool isRight = false;           ///< The pixels have the digest that the table gives for the frame asked for.
    double milliseconds = 0;        ///< Until all pixels were there.
    double relatedMilliseconds = 0; ///< Until the first picture of that frame, small or whole.
};

Result<BenchWish, QString> readWish(const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption pattern(u"pattern"_s, u"how to move"_s, u"pattern"_s, u"random"_s);
    const QCommandLineOption count(u"count"_s, u"requests"_s, u"number"_s, u"100"_s);
    const QCommandLineOption seed(u"seed"_s, u"of the random patterns"_s, u"number"_s, u"1"_s);
    const QCommandLineOption cold(u"cold"_s, u"a new decoder for each request"_s);
    const QCommandLineOption copied(u"copied"_s, u"wait until the pictures are kept"_s);
    parser.addOptions({pattern, count, seed, cold, copied});
    if (!parser.parse(QStringList{u"scrub-bench"_s} + words)) {
        return std::unexpected(parser.errorText());
    }
    const auto chosen = scrubPatternFrom(parser.value(pattern));
    bool isCount = false;
    bool isSeed = false;
    const qint64 requests = parser.value(count).toLongLong(&isCount);
    const uint start = parser.value(seed).toUInt(&isSeed);
    if (parser.positionalArguments().size() != 1) {
        return std::unexpected(u"Name one media file."_s);
    }
    if (!chosen) {
        return std::unexpected(u"--pattern wants one of: %1."_s.arg(scrubPatternWords()));
    }
    if (parser.isSet(cold) && parser.isSet(copied)) {
        return std::unexpected(u"Either --cold or --copied."_s);
    }
    if (chosen == ScrubPattern::Open && (parser.isSet(cold) || parser.isSet(copied))) {
        return std::unexpected(u"The pattern open takes neither --cold nor --copied."_s);
    }
    if (!isCount || requests < 1 || !isSeed) {
        return std::unexpected(u"--count and --seed want whole numbers, --count at least 1."_s);
    }
    return BenchWish{.file = parser.positionalArguments().constFirst(),
                     .course = {.pattern = *chosen, .count = requests, .seed = start},
                     .isCold = parser.isSet(cold),
                     .isCopied = parser.isSet(copied)};
}

/// Asks as the window does and waits for the picture.
Result<Measured, QString> measure(DecoderClient &decoder, const FrameTable &truth, qint64 number)
{
    Measured measured{.asked = number};
    std::optional<DecodedFrame> frame;
    QString failure;
    QEventLoop loop;
    const QObject context;
    QObject::connect(&decoder, &FrameSource::frameReady, &context, [&](const DecodedFrame &ready) {
        frame = ready;
        loop.quit();
    });
    QElapsedTimer timer;
    double relatedMilliseconds = -1;
    QObject::connect(&decoder, &FrameSource::proxyReady, &context, [&](const DecodedFrame &proxy) {
        if (proxy.number() == number && relatedMilliseconds < 0) {
            relatedMilliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        }
    });
    const auto giveUp = [&](const Failure<MediaError> &cause) {
        failure = sentenceFor(cause);
        loop.quit();
    };
    QObject::connect(&decoder, &FrameSource::frameFailed, &context,
                     [&](qint64, const Failure<MediaError> &cause) { giveUp(cause); });
    QObject::connect(&decoder, &FrameSource::clipFailed, &context, giveUp);
    timer.start();
    decoder.requestFrame(number);
    loop.exec();
    measured.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!frame) {
        return std::unexpected(failure);
    }
    measured.relatedMilliseconds = relatedMilliseconds < 0 ? measured.milliseconds : relatedMilliseconds;
    measured.delivered = frame->number();
    std::optional<Digest> digest = nativeDigestOf(*frame);
    if (!digest) {
        // The pixels were converted; the decoder says what they were before.
        const auto again = await(decoder.frame(number, true));
        digest = again ? again->facts().digest : std::nullopt;
    }
    measured.isRight = measured.delivered == number && digest && digest == truth.at(number).digest;
    return measured;
}

void rest(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// As a clip of a case once all its frames are counted. What the pass makes is kept in the same way, under a digest
/// that only this folder knows, and a passing key.
Result<OpenedClip, QString> openCounted(const BenchWish &wish, const QString &shelf)
{
    const qint64 copyBudget = wish.isCopied ? DecoderSettings().copyBudget : 0;
    auto clip = OpenedClip::open(wish.file, {.digest = Digest(), .shelfKey = SecretKey::create()},
                                 {.shelf = shelf, .copyBudget = copyBudget});
    if (const auto table = clip.and_then(&OpenedClip::waitForTable); !table) {
        return std::unexpected(table.error());
    }
    return clip;
}

/// As a clip that has just been opened, of which every frame can be reached and none has been counted.
Result<OpenedClip, QString> openUncounted(const QString &file)
{
    auto clip = OpenedClip::open(file, {});
    if (const auto order = clip.and_then(&OpenedClip::waitForOrder); !order) {
        return std::unexpected(order.error());
    }
    return clip;
}

Result<Copying, QString> waitForCopy(OpenedClip &clip)
{
    QElapsedTimer timer;
    timer.start();
    return clip.waitForCopy().transform([&timer](const KeptCopy &copy) {
        return Copying{.copy = copy, .milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6};
    });
}

/// From the opening of the clip to its first picture.
Result<QList<Measured>, QString> measureOpenings(const BenchWish &wish, const FrameTable &truth)
{
    QList<Measured> all;
    for (const qint64 number : planCourse(wish.course)) {
        QElapsedTimer timer;
        timer.start();
        auto clip = OpenedClip::open(wish.file, {});
        if (!clip) {
            return std::unexpected(clip.error());
        }
        const double opened = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        auto measured = measure(clip->decoder(), truth, number);
        if (!measured) {
            return std::unexpected(measured.error());
        }
        measured->milliseconds += opened;
        measured->relatedMilliseconds += opened;
        all.append(*measured);
    }
    return all;
}

Result<QList<Measured>, QString> measureAll(const BenchWish &wish, const FrameTable &truth, Copying &copying)
{
    QList<Measured> all;
    const bool hasBreath = wish.course.pattern == ScrubPattern::Back || wish.course.pattern == ScrubPattern::Forward;
    const QTemporaryDir shelf;
    std::optional<OpenedClip> clip;
    for (const qint64 number : planCourse(wish.course)) {
        if (!clip || wish.isCold) {
            clip.reset();
            auto opened = wish.isCold ? openUncounted(wish.file) : openCounted(wish, shelf.path());
            if (!opened) {
                return std::unexpected(opened.error());
            }
            clip.emplace(*std::move(opened));
            if (const auto copied = wish.isCopied ? waitForCopy(*clip) : Result<Copying, QString>(); copied) {
                copying = *copied;
            } else {
                return std::unexpected(copied.error());
            }
        }
        const auto measured = measure(clip->decoder(), truth, number);
        if (!measured) {
            return std::unexpected(measured.error());
        }
        all.append(*measured);
        if (hasBreath) {
            rest(Breath);
        }
    }
    copying.answers = clip ? clip->decoder().copiedPictures() : 0;
    return all;
}

QJsonObject spreadJson(const Spread &spread)
{
    return {{u"p50"_s, spread.p50}, {u"p95"_s, spread.p95}, {u"max"_s, spread.most}};
}

QJsonObject copyJson(const Copying &copying)
{
    return {{u"frameCount"_s, copying.copy.count},
            {u"bytes"_s, copying.copy.bytes},
            {u"milliseconds"_s, copying.milliseconds}};
}

int scrubBench(const CommandContext &context, const QStringList &words)
{
    auto wish = readWish(words);
    if (!wish) {
        return context.refuse(wish.error());
    }
    auto reference = OpenedClip::open(wish->file, {.wantsDigests = true});
    if (!reference) {
        return context.refuse(reference.error());
    }
    const auto truth = reference->waitForTable();
    if (!truth) {
        return context.refuse(truth.error());
    }
    wish->course.frames = truth->size();
    Copying copying;
    const auto measured = wish->course.pattern == ScrubPattern::Open ? measureOpenings(*wish, *truth)
                                                                     : measureAll(*wish, *truth, copying);
    if (!measured) {
        return context.refuse(measured.error());
    }
    QList<double> times;
    QList<double> relatedTimes;
    double sum = 0;
    qint64 wrong = 0;
    QJsonArray requests;
    for (const Measured &one : *measured) {
        times.append(one.milliseconds);
        relatedTimes.append(one.relatedMilliseconds);
        sum += one.milliseconds;
        wrong += one.isRight ? 0 : 1;
        requests.append(QJsonObject{{u"asked"_s, one.asked},
                                    {u"delivered"_s, one.delivered},
                                    {u"right"_s, one.isRight},
                                    {u"milliseconds"_s, one.milliseconds},
                                    {u"relatedMilliseconds"_s, one.relatedMilliseconds}});
    }
    const Spread spread = spreadOf(times);
    const Spread related = spreadOf(relatedTimes);
    const double perSecond = sum > 0 ? 1000.0 * static_cast<double>(times.size()) / sum : 0;
    context.answer(
        QJsonObject{{u"n"_s, times.size()},
                    {u"full"_s, spreadJson(spread)},
                    {u"related"_s, spreadJson(related)},
                    {u"framesPerSecond"_s, perSecond},
                    {u"wrong"_s, wrong},
                    {u"fromCopy"_s, copying.answers},
                    {u"copy"_s, copyJson(copying)},
                    {u"requests"_s, requests}},
        u"%1 requests: first picture p50 %2 ms, p95 %3 ms; all pixels p50 %4 ms, p95 %5 ms, max %6 ms, %7 frames/s, %8 wrong, %9 from the copy"_s
            .arg(times.size())
            .arg(related.p50, 0, 'f', 1)
            .arg(related.p95, 0, 'f', 1)
            .arg(spread.p50, 0, 'f', 1)
            .arg(spread.p95, 0, 'f', 1)
            .arg(spread.most, 0, 'f', 1)
            .arg(perSecond, 0, 'f', 1)
            .arg(wrong)
            .arg(copying.answers));
    return wrong == 0 ? 0 : 1;
}

} // namespace

CommandTable benchCommands()
{
    return {{u"scrub-bench"_s, u"FILE [--pattern PATTERN] [--count N] [--seed S] [--cold | --copied]"_s,
             u"How fast frames come and whether each is the one asked for; PATTERN: %1. With --copied only once the "
             u"decoded pictures are kept."_s.arg(scrubPatternWords()),
             scrubBench}};
}

} // namespace Porchlight
