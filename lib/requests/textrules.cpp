// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/textrules.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

struct WordRule
{
    RequestRule rule;
    Severity severity;
    QString pattern;
    QString suggestion;
};

constexpr QStringView PersonNouns = u"males?|females?|man|men|woman|women|person|persons|people|guys?|youths?|teens?|"
                                    u"teenagers?|juveniles?|boys?|girls?|kids?|suspects?|subjects?|individuals?|"
                                    u"offenders?|perpetrators?|couple|gang";
constexpr QStringView RaceWords = u"black|white|hispanic|latin[oax]|asian|arab(?:ic)?|african(?:[ -]american)?|"
                                  u"native american|middle[ -]eastern|indian|caucasian|mexican|jewish|muslim|"
                                  u"roma|gyps(?:y|ies)|brown|coloured|colored|dark[ -]skinned|light[ -]skinned";

/// Each finds wording. The longer forms stand before their parts.
const std::vector<WordRule> &wordRules()
{
    static const std::vector<WordRule> rules = {
        {RequestRule::Pressure, Severity::Refusal,
         uR"((?:you|residents|everyone|everybody|all|owners?|neighbou?rs)\s+(?:must|have\s+to|need\s+to|are\s+(?:required|obliged|obligated|ordered|expected)\s+to|will\s+have\s+to)(?:\s+(?:send|share|provide|give|hand\s+over|upload|submit|turn\s+over|answer|respond|comply|cooperate))?)"_s,
         u"Please share"_s},
        {RequestRule::Pressure, Severity::Refusal,
         uR"(must\s+be\s+(?:sent|shared|provided|handed\s+over|uploaded|submitted))"_s, u"may be shared"_s},
        {RequestRule::Pressure, Severity::Refusal,
         uR"((?:mandatory|compulsory|obligatory|not\s+optional|no\s+exceptions|we\s+(?:demand|insist|order|expect\s+you)|comply\s+with\s+this))"_s,
         u"Please share"_s},
        {RequestRule::Threat,
         Severity::Refusal,
         uR"((?:failure|refus(?:al|ing))\s+to\s+(?:\w+\s+){0,3}\w+|or\s+else|(?:will|may|could|can)\s+be\s+(?:fined|charged|arrested|prosecuted|penali[sz]ed|held\s+(?:liable|responsible))|legal\s+consequences|obstruct(?:ion|ing)\b|we\s+(?:will|can|could)\s+(?:get|seek|obtain)\s+a\s+warrant|we\s+know\s+(?:who|where|that)\s+you\b[^.]*)"_s,
         {}},
        {RequestRule::LawfulActivity,
         Severity::Refusal,
         uR"(protest(?:s|ers?|ors?|ed|ing)?\b|demonstrators?|(?:public|peaceful|street)\s+demonstrations?|rall(?:y|ies)\b|marchers?|(?:the|a|this|protest)\s+march\b|pickets?|picketing|picketers|vigils?|sit-ins?|on\s+strike|strikers|union\s+(?:meeting|organi[sz]ers?)|activists?|leaflet(?:s|ing|ers?)|canvassers|political\s+(?:meeting|gathering|event)|worship(?:p?ers)?|(?:mosque|church|synagogue|temple)\s+(?:service|goers|attendees)|journalists?|reporters?\b)"_s,
         {}},
        {RequestRule::Harassment, Severity::Refusal,
         uR"(thugs?|scum(?:bags?)?|low-?li(?:fe|ves)|illegals|junkies|vermin|animals\s+who|degenerates?|crackheads?|punks?)"_s,
         u"person"_s},
        {RequestRule::Announcement,
         Severity::Warning,
         uR"(join\s+us|town\s+hall|community\s+(?:meeting|event)|open\s+house|public\s+reminder|reminder\s+to\s+(?:all|lock))"_s,
         {}},
        {RequestRule::TooBroad,
         Severity::Warning,
         uR"(any\s+and\s+all|all\s+(?:footage|video|recordings?|your\s+cameras?)|everything\s+(?:your\s+camera|you)|anything\s+suspicious|suspicious\s+(?:person|people|activity))"_s,
         {}},
        {RequestRule::Presumption, Severity::Warning, uR"((?:the\s+)?suspects?|perpetrators?|perps?|criminals?)"_s,
         u"person"_s},
    };
    return rules;
}

QRegularExpression words(const QString &pattern)
{
    return QRegularExpression(uR"((?<![\w-])(?:%1)(?![\w-]))"_s.arg(pattern),
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

void add(std::vector<Finding> &findings, RequestRule rule, Severity severity, const QRegularExpressionMatch &match,
         const QString &suggestion = {})
{
    findings.push_back({.rule = rule,
                        .field = RequestField::Text,
                        .severity = severity,
                        .start = match.capturedStart(),
                        .length = match.capturedLength(),
                        .found = match.captured(),
                        .suggestion = suggestion});
}

void findWords(const QString &text, std::vector<Finding> &findings)
{
    static const std::vector<QRegularExpression> patterns = [] {
        std::vector<QRegularExpression> result;
        for (const WordRule &rule : wordRules()) {
            result.push_back(words(rule.pattern));
        }
        return result;
    }();
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        for (const auto &match : patterns[i].globalMatch(text)) {
            add(findings, wordRules()[i].rule, wordRules()[i].severity, match, wordRules()[i].suggestion);
        }
    }
}

/// The sentence around a place of the text.
QStringView sentenceAround(QStringView text, qsizetype place)
{
    const auto isEnd = [](QChar character) {
        return character == u'.' || character == u'\n' || character == u'!';
    };
    qsizetype begin = place;
    while (begin > 0 && !isEnd(text[begin - 1])) {
        --begin;
    }
    qsizetype end = place;
    while (end < text.size() && !isEnd(text[end])) {
        ++end;
    }
    return text.sliced(begin, end - begin);
}

/// Words that describe a person by more than origin: clothes, build, age, what was carried or driven.
bool describesOtherwise(QStringView sentence)
{
    static const QRegularExpression descriptors = words(
        uR"(wearing|wore|dressed|jacket|hoodie|hooded|coat|shirt|t-shirt|jeans|trousers|pants|shorts|dress|skirt|shoes|sneakers|boots|hat|cap|beanie|mask(?:ed)?|gloves|backpack|rucksack|bag|suitcase|tattoos?|beard(?:ed)?|mou?stache|glasses|hair(?:ed)?|bald|limp(?:ing)?|tall|short|slim|thin|stocky|heavy|heavyset|build|aged?|years?\s+old|in\s+(?:his|her|their)\s+\w+|\d+'\d*"?|\d+\s*(?:ft|feet|foot|cm|lbs?|kg|pounds)|carrying|pushing|riding|driving|bicycle|bike|scooter|motorcycle|crowbar|ladder)"_s);
    return descriptors.matchView(sentence).hasMatch();
}

void findRaceAlone(const QString &text, std::vector<Finding> &findings)
{
    static const QRegularExpression pattern = words(
        uR"((?:%1)(?:\s+or\s+(?:%1))?(?:[\s,]+(?:young|old|older|adult))?\s+(?:%2)|(?:%2)\s+of\s+(?:colou?r|(?:%1)\s+(?:appearance|origin|descent)))"_s
            .arg(RaceWords, PersonNouns));
    for (const auto &match : pattern.globalMatch(text)) {
        if (!describesOtherwise(sentenceAround(text, match.capturedStart()))) {
            add(findings, RequestRule::RaceAlone, Severity::Refusal, match);
        }
    }
}

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar character : text) {
        if (character.isDigit()) {
            digits.append(character);
        }
    }
    return digits;
}

void findPersonalData(const QString &text, const QString &contact, std::vector<Finding> &findings)
{
    static const QRegularExpression mail(uR"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)"_s);
    static const QRegularExpression phone(
        uR"((?<![\w-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{3}\)|\d{3})[\s.-]?\d{3}[\s.-]?\d{4}(?![\w-]))"_s);
    static const QRegularExpression other(
        uR"(\b\d{3}-\d{2}-\d{4}\b|\b(?:born\s+on|date\s+of\s+birth|DOB)\b[:\s]*[\w/., -]{4,18}|\b(?:lives|living|resides|residing)\s+at\s+\d+[\w\s]{3,30})"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const auto &match : mail.globalMatch(text)) {
        if (!contact.contains(match.captured(), Qt::CaseInsensitive)) {
            add(findings, RequestRule::PersonalData, Severity::Refusal, match);
        }
    }
    for (const auto &match : phone.globalMatch(text)) {
        if (!digitsOf(contact).contains(digitsOf(match.captured()).right(10))) {
            add(findings, RequestRule::PersonalData, Severity::Refusal, match);
        }
    }
    for (const auto &match : other.globalMatch(text)) {
        add(findings, RequestRule::PersonalData, Severity::Refusal, match);
    }
}

void findVictimName(const QString &text, std::vector<Finding> &findings)
{
    static const QRegularExpression pattern(
        uR"(\b[Vv]ictim(?:'s\s+name)?(?:\s+is|\s+was|,|:)?(?:\s+(?:named|called))?\s+((?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?[A-Z][a-z]+(?:\s+[A-Z][a-z]+)+)|\b((?:(?:Mr|Mrs|Ms|Dr)\.\s+)[A-Z][a-z]+|[A-Z][a-z]+\s+[A-Z][a-z]+),\s+the\s+victim\b)"_s);
    for (const auto &match : pattern.globalMatch(text)) {
        add(findings, RequestRule::VictimNamed, Severity::Refusal, match, u"the resident"_s);
    }
}

/// Of findings that share words, the first and longest stays: "You must send" needs no second word about "must".
void keepOneEach(std::vector<Finding> &findings)
{
    std::ranges::stable_sort(findings, [](const Finding &a, const Finding &b) {
        return a.start != b.start ? a.start < b.start : a.length > b.length;
    });
    std::vector<Finding> kept;
    for (Finding &finding : findings) {
        const bool isNew = kept.empty() || finding.start >= kept.back().start + kept.back().length;
        const bool isGraver =
            !isNew && finding.severity == Severity::Refusal && kept.back().severity == Severity::Warning;
        if (isGraver) {
            kept.back() = std::move(finding);
        } else if (isNew) {
            kept.push_back(std::move(finding));
        }
    }
    findings = std::move(kept);
}

} // namespace

std::vector<Finding> checkText(const QString &text, const TextContext &context)
{
    std::vector<Finding> findings;
    findWords(text, findings);
    findRaceAlone(text, findings);
    findPersonalData(text, context.contact, findings);
    if (!context.mayNameAPerson) {
        findVictimName(text, findings);
    }
    keepOneEach(findings);
    return findings;
}

} // namespace Porchlight
