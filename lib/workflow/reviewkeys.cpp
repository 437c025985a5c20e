// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/reviewkeys.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

struct Row
{
    ReviewAct act;
    const char *name; ///< In the file of preferences; never changed.
    const char *words;
    QStringList usual;
};

const std::vector<Row> &table()
{
    using enum ReviewAct;
    static const std::vector<Row> rows = [] {
        std::vector<Row> all{
            {PlayPause, "playPause", QT_TRANSLATE_NOOP("ReviewKeys", "Play and pause"), {u"Space"_s}},
            {ShuttleBack, "shuttleBack", QT_TRANSLATE_NOOP("ReviewKeys", "Shuttle back"), {u"J"_s}},
            {Pause, "pause", QT_TRANSLATE_NOOP("ReviewKeys", "Stop"), {u"K"_s}},
            {ShuttleOn, "shuttleOn", QT_TRANSLATE_NOOP("ReviewKeys", "Shuttle on"), {u"L"_s}},
            {Slower, "slower", QT_TRANSLATE_NOOP("ReviewKeys", "Slower"), {u"["_s}},
            {Faster, "faster", QT_TRANSLATE_NOOP("ReviewKeys", "Faster"), {u"]"_s}},
            {StepBack, "stepBack", QT_TRANSLATE_NOOP("ReviewKeys", "One frame back"), {u"Left"_s, u","_s}},
            {StepOn, "stepOn", QT_TRANSLATE_NOOP("ReviewKeys", "One frame on"), {u"Right"_s, u"."_s}},
            {TenBack, "tenBack", QT_TRANSLATE_NOOP("ReviewKeys", "Ten frames back"), {u"Shift+Left"_s}},
            {TenOn, "tenOn", QT_TRANSLATE_NOOP("ReviewKeys", "Ten frames on"), {u"Shift+Right"_s}},
            {AnyBack, "anyBack", QT_TRANSLATE_NOOP("ReviewKeys", "Frame before of any camera"), {u"Ctrl+Left"_s}},
            {AnyOn, "anyOn", QT_TRANSLATE_NOOP("ReviewKeys", "Next frame of any camera"), {u"Ctrl+Right"_s}},
            {FirstFrame, "firstFrame", QT_TRANSLATE_NOOP("ReviewKeys", "First frame"), {u"Home"_s}},
            {LastFrame, "lastFrame", QT_TRANSLATE_NOOP("ReviewKeys", "Last frame"), {u"End"_s}},
            {MarkerBefore, "markerBefore", QT_TRANSLATE_NOOP("ReviewKeys", "Marker before"), {u"Up"_s}},
            {NextMarker, "nextMarker", QT_TRANSLATE_NOOP("ReviewKeys", "Next marker"), {u"Down"_s}},
            {SetIn, "setIn", QT_TRANSLATE_NOOP("ReviewKeys", "In"), {u"I"_s}},
            {SetOut, "setOut", QT_TRANSLATE_NOOP("ReviewKeys", "Out"), {u"O"_s}},
            {Mark, "mark", QT_TRANSLATE_NOOP("ReviewKeys", "Marker"), {u"M"_s}},
            {TakeStill, "still", QT_TRANSLATE_NOOP("ReviewKeys", "Still"), {u"S"_s}},
            {ContactSheet, "contactSheet", QT_TRANSLATE_NOOP("ReviewKeys", "Contact sheet"), {u"Shift+S"_s}},
            {TruePixels, "truePixels", QT_TRANSLATE_NOOP("ReviewKeys", "True pixels or fit"), {u"F"_s}},
            {Loupe, "loupe", QT_TRANSLATE_NOOP("ReviewKeys", "Loupe"), {u"Z"_s}},
            {Look, "look", QT_TRANSLATE_NOOP("ReviewKeys", "Brightness and contrast"), {u"B"_s}},
            {NextPicture, "nextPicture", QT_TRANSLATE_NOOP("ReviewKeys", "Next picture of the clip"), {u"V"_s}},
            {Movement, "movement", QT_TRANSLATE_NOOP("ReviewKeys", "Movement in a region"), {u"R"_s}},
            {MovementBefore, "movementBefore", QT_TRANSLATE_NOOP("ReviewKeys", "Movement before"), {u"Shift+Up"_s}},
            {NextMovement, "nextMovement", QT_TRANSLATE_NOOP("ReviewKeys", "Next movement"), {u"Shift+Down"_s}},
            {ClipList, "clipList", QT_TRANSLATE_NOOP("ReviewKeys", "Clips of the case"), {u"C"_s}},
            {ClockBack, "clockBack", QT_TRANSLATE_NOOP("ReviewKeys", "Clock one frame back"), {u"Alt+Left"_s}},
            {ClockOn, "clockOn", QT_TRANSLATE_NOOP("ReviewKeys", "Clock one frame on"), {u"Alt+Right"_s}},
            {MatchEvent, "matchEvent", QT_TRANSLATE_NOOP("ReviewKeys", "Same event in two cameras"), {u"E"_s}},
        };
        static constexpr std::array names{"camera1", "camera2", "camera3", "camera4", "camera5",
                                          "camera6", "camera7", "camera8", "camera9"};
        for (int camera = 0; camera < std::ssize(names); ++camera) {
            all.push_back({static_cast<ReviewAct>(std::to_underlying(FirstCamera) + camera),
                           names.at(static_cast<std::size_t>(camera)),
                           QT_TRANSLATE_NOOP("ReviewKeys", "Camera %1"),
                           {QString::number(camera + 1)}});
        }
        return all;
    }();
    return rows;
}

const Row &rowOf(ReviewAct act)
{
    return table().at(static_cast<std::size_t>(act));
}

/// Keys that belong to the window on every page, or that a person needs to get out of where she is.
bool isReserved(const QString &key)
{
    static const QStringList reserved{u"Ctrl+K"_s,        u"Ctrl+N"_s, u"Ctrl+L"_s, u"F1"_s,      u"?"_s,
                                      u"Shift+?"_s,       u"Esc"_s,    u"Tab"_s,    u"Backtab"_s, u"Shift+Tab"_s,
                                      u"Shift+Backtab"_s, u"Return"_s, u"Enter"_s};
    static const QString digits = u"123456789"_s;
    const bool isPage = key.size() == 6 && key.startsWith(u"Ctrl+") && digits.contains(key.back());
    return isPage || reserved.contains(key);
}

/// The one way a single press is written; empty for what is none.
QString canonicalKey(const QString &text)
{
    const QKeySequence sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
    const bool isOne = sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown;
    return isOne ? sequence.toString(QKeySequence::PortableText) : QString();
}

} // namespace

ReviewKeys::ReviewKeys()
{
    for (const Row &row : table()) {
        m_keys.push_back(row.usual);
    }
}

QStringList ReviewKeys::keysOf(ReviewAct act) const
{
    return m_keys.at(static_cast<std::size_t>(act));
}

bool ReviewKeys::isUsual(ReviewAct act) const
{
    return keysOf(act) == rowOf(act).usual;
}

ReviewKeys ReviewKeys::fromChanges(const QMap<QString, QStringList> &changes)
{
    ReviewKeys keys;
    // Two acts may have changed places: what is changed gives its usual keys free first.
    for (const Row &row : table()) {
        if (changes.contains(QString::fromLatin1(row.name))) {
            keys.m_keys.at(static_cast<std::size_t>(row.act)).clear();
        }
    }
    for (const Row &row : table()) {
        const auto change = changes.constFind(QString::fromLatin1(row.name));
        if (change == changes.constEnd()) {
            continue;
        }
        if (const auto changed = keys.withAll(row.act, *change)) {
            keys = *changed;
        } else if (const auto usual = keys.withAll(row.act, row.usual)) {
            keys = *usual;
        }
    }
    return keys;
}

QMap<QString, QStringList> ReviewKeys::changes() const
{
    QMap<QString, QStringList> changes;
    for (const Row &row : table()) {
        if (!isUsual(row.act)) {
            changes.insert(QString::fromLatin1(row.name), keysOf(row.act));
        }
    }
    return changes;
}

Result<ReviewKeys, Failure<KeyError>> ReviewKeys::with(ReviewAct act, const QString &key) const
{
    return withAll(act, {key});
}

Result<ReviewKeys, Failure<KeyError>> ReviewKeys::withUsual(ReviewAct act) const
{
    return withAll(act, rowOf(act).usual);
}

Result<ReviewKeys, Failure<KeyError>> ReviewKeys::withAll(ReviewAct act, const QStringList &keys) const
{
    QStringList wanted;
    for (const QString &text : keys) {
        const QString key = canonicalKey(text);
        if (key.isEmpty()) {
            return fail(KeyError::NotAKey, text);
        }
        if (isReserved(key)) {
            return fail(KeyError::Reserved, key);
        }
        for (const Row &row : table()) {
            if (row.act != act && keysOf(row.act).contains(key)) {
                return fail(KeyError::Taken, wordsOf(row.act));
            }
        }
        wanted.append(key);
    }
    if (wanted.isEmpty()) {
        return fail(KeyError::NotAKey, QString());
    }
    ReviewKeys changed = *this;
    changed.m_keys.at(static_cast<std::size_t>(act)) = wanted;
    return changed;
}

const std::vector<ReviewAct> &allReviewActs()
{
    static const std::vector<ReviewAct> acts = [] {
        std::vector<ReviewAct> all;
        for (const Row &row : table()) {
            all.push_back(row.act);
        }
        return all;
    }();
    return acts;
}

QString wordsOf(ReviewAct act)
{
    const QString words = QCoreApplication::translate("ReviewKeys", rowOf(act).words);
    const int camera = std::to_underlying(act) - std::to_underlying(ReviewAct::FirstCamera);
    return camera < 0 ? words : words.arg(camera + 1);
}

QString keyWords(const QString &key)
{
    QStringList parts = key.split(u'+', Qt::SkipEmptyParts);
    if (key.endsWith(u'+')) {
        parts.append(u"+"_s);
    }
    static const QMap<QString, QString> arrows{
        {u"Left"_s, u"←"_s}, {u"Right"_s, u"→"_s}, {u"Up"_s, u"↑"_s}, {u"Down"_s, u"↓"_s}};
    for (QString &part : parts) {
        part = arrows.value(part, part);
    }
    return parts.join(u'+');
}

QString keyWords(const QStringList &keys)
{
    QStringList words;
    for (const QString &key : keys) {
        words.append(keyWords(key));
    }
    return words.join(u"  "_s);
}

} // namespace Porchlight
