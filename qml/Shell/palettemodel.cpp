// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "palettemodel.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

bool holdsEveryWord(const PaletteEntry &entry, const QStringList &words)
{
    return std::ranges::all_of(words, [&](const QString &word) {
        return entry.title.contains(word, Qt::CaseInsensitive) || entry.detail.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (role != EntryRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_found.at(static_cast<std::size_t>(index.row())));
}

QHash<int, QByteArray> PaletteModel::roleNames() const
{
    return {{EntryRole, "entry"}};
}

void PaletteModel::setWords(const QString &words)
{
    if (m_words == words) {
        return;
    }
    m_words = words;
    find();
}

void PaletteModel::setFixedEntries(std::vector<PaletteEntry> entries)
{
    m_fixed = std::move(entries);
    find();
}

void PaletteModel::setCases(const std::vector<CaseFile> &cases)
{
    m_cases.clear();
    for (const CaseFile &caseFile : cases) {
        m_cases.push_back({.kind = PaletteEntry::Case,
                           .target = caseFile.id.toString(),
                           .title = tr("Case %1").arg(caseFile.number),
                           .detail = caseFile.title,
                           .key = {}});
    }
    find();
}

void PaletteModel::setAgencies(const std::vector<Agency> &agencies)
{
    m_agencies.clear();
    for (const Agency &agency : agencies) {
        const bool hasPlace = !agency.place.isEmpty() && !agency.state.isEmpty();
        m_agencies.push_back({.kind = PaletteEntry::Agency,
                              .target = agency.id.toString(),
                              .title = agency.name,
                              .detail = hasPlace ? agency.place + u", "_s + agency.state : agency.place + agency.state,
                              .key = {}});
    }
    find();
}

void PaletteModel::run(int row)
{
    if (row >= 0 && row < rowCount()) {
        const PaletteEntry entry = m_found.at(static_cast<std::size_t>(row));
        Q_EMIT chosen(entry);
    }
}

// The result of a search is new as a whole, so the model is reset; the first entry is then the current one.
void PaletteModel::find()
{
    const QStringList words = m_words.split(u' ', Qt::SkipEmptyParts);
    std::vector<PaletteEntry> found;
    for (const std::vector<PaletteEntry> *entries : {&m_fixed, &m_cases, &m_agencies}) {
        // A long list of agencies is shown only when it was asked for.
        if (entries == &m_agencies && words.isEmpty()) {
            continue;
        }
        for (const PaletteEntry &entry : *entries) {
            if (found.size() < MostFound && holdsEveryWord(entry, words)) {
                found.push_back(entry);
            }
        }
    }
    beginResetModel();
    m_found = std::move(found);
    endResetModel();
    Q_EMIT wordsChanged();
}

} // namespace Porchlight
