// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/agencydirectory.h"

#include "agencies/plaintext.h"
#include "agencies/usstates.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

struct Abbreviation
{
    QLatin1StringView word;
    QLatin1StringView meaning;
};

constexpr std::array Abbreviations = {
    Abbreviation{"pd"_L1, "police department"_L1},
    Abbreviation{"so"_L1, "sheriffs office"_L1},
    Abbreviation{"dept"_L1, "department"_L1},
    Abbreviation{"twp"_L1, "township"_L1},
    Abbreviation{"boro"_L1, "borough"_L1},
    Abbreviation{"co"_L1, "county"_L1},
    Abbreviation{"st"_L1, "saint"_L1},
    Abbreviation{"ft"_L1, "fort"_L1},
    Abbreviation{"mt"_L1, "mount"_L1},
    Abbreviation{"univ"_L1, "university"_L1},
};

QLatin1StringView meaningOf(QStringView word)
{
    const auto found =
        std::ranges::find_if(Abbreviations, [word](const Abbreviation &known) { return word == known.word; });
    return found == Abbreviations.end() ? QLatin1StringView() : found->meaning;
}

/// The words with a blank in front of each, and behind them what abbreviations among them mean.
QString searchable(const QString &text)
{
    const QString words = folded(text);
    QString result = u' ' + words;
    for (const QStringView word : QStringView(words).split(u' ')) {
        const QLatin1StringView meaning = meaningOf(word);
        if (!meaning.isEmpty()) {
            result += u' ' + QString(meaning);
        }
    }
    return result;
}

/// A word that is looked for, with a blank in front, and what it means where it is an abbreviation.
struct WantedWord
{
    QString word;
    QString meaning;
};

std::vector<WantedWord> wantedWords(const QString &foldedText)
{
    std::vector<WantedWord> wanted;
    for (const QStringView word : QStringView(foldedText).split(u' ', Qt::SkipEmptyParts)) {
        const QLatin1StringView meaning = meaningOf(word);
        wanted.push_back(
            {.word = u' ' + word.toString(), .meaning = meaning.isEmpty() ? QString() : u' ' + QString(meaning)});
    }
    return wanted;
}

bool hasAllWords(const QString &words, const std::vector<WantedWord> &wanted)
{
    return std::ranges::all_of(wanted, [&words](const WantedWord &each) {
        return words.contains(each.word) || (!each.meaning.isEmpty() && words.contains(each.meaning));
    });
}

bool tookPart(const Agency &agency, QDate day)
{
    return !(agency.since.isValid() && agency.since > day) && !(agency.until.isValid() && agency.until <= day);
}

bool fits(const Agency &agency, const AgencyQuery &query)
{
    return (query.state.isEmpty() || agency.state == query.state) &&
           (!query.asOf.isValid() || tookPart(agency, query.asOf)) &&
           (!query.withApprovalOnly || !agency.approval.isEmpty()) &&
           (!query.bounds || (agency.position && query.bounds->contains(*agency.position)));
}

} // namespace

AgencyDirectory::AgencyDirectory(std::vector<Agency> agencies)
{
    std::vector<std::pair<QString, std::size_t>> order;
    for (std::size_t i = 0; i < agencies.size(); ++i) {
        order.emplace_back(folded(agencies[i].name) + u'\n' + agencies[i].state + agencies[i].ori, i);
    }
    std::ranges::sort(order);
    m_agencies.reserve(agencies.size());
    m_names.reserve(agencies.size());
    m_words.reserve(agencies.size());
    for (const auto &[key, index] : order) {
        const Agency &agency = agencies[index];
        m_names.push_back(key.first(key.indexOf(u'\n')));
        m_words.push_back(searchable(agency.name + u' ' + agency.place + u' ' + agency.county + u' ' + agency.state +
                                     u' ' + stateName(agency.state) + u' ' + agency.ori));
        m_byId.insert(agency.id, m_agencies.size());
        m_agencies.push_back(agency);
    }
}

const Agency *AgencyDirectory::find(AgencyId id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_agencies[*found];
}

const Agency *AgencyDirectory::findByName(const QString &name) const
{
    const QString wanted = folded(name);
    const Agency *found = nullptr;
    for (std::size_t i = 0; i < m_agencies.size(); ++i) {
        if (m_names[i] == wanted && (found == nullptr || !m_agencies[i].until.isValid())) {
            found = &m_agencies[i];
        }
    }
    return found;
}

std::vector<std::size_t> AgencyDirectory::search(const AgencyQuery &query) const
{
    const QString text = folded(query.text);
    const std::vector<WantedWord> words = wantedWords(text);
    std::array<std::vector<std::size_t>, 3> ranks;
    for (std::size_t i = 0; i < m_agencies.size(); ++i) {
        if (!fits(m_agencies[i], query) || !hasAllWords(m_words[i], words)) {
            continue;
        }
        const bool isInName = !words.empty() && hasAllWords(u' ' + m_names[i], words);
        const std::size_t rank = text.isEmpty() || m_names[i].startsWith(text) ? 0 : isInName ? 1 : 2;
        ranks[rank].push_back(i);
    }
    std::vector<std::size_t> result;
    for (const auto &rank : ranks) {
        result.insert(result.end(), rank.begin(), rank.end());
    }
    return result;
}

} // namespace Porchlight
