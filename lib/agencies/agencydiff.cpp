// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/agencydiff.h"

#include "agencies/plaintext.h"

#include <QHash>
#include <QSet>

namespace Porchlight {

namespace {

QString nameKey(const Agency &agency)
{
    return folded(agency.name) + u'|' + agency.state;
}

/// The agencies on record, to be found by ORI or by name; each is found once.
class Record
{
public:
    explicit Record(const std::vector<Agency> &agencies)
        : m_agencies(agencies)
    {
        for (std::size_t i = 0; i < agencies.size(); ++i) {
            if (!agencies[i].ori.isEmpty()) {
                m_byOri.insert(agencies[i].ori, i);
            }
            m_byName.insert(nameKey(agencies[i]), i);
        }
    }

    const Agency *take(const Agency &wanted)
    {
        const auto byOri = m_byOri.constFind(wanted.ori);
        if (!wanted.ori.isEmpty() && byOri != m_byOri.cend()) {
            return take(*byOri);
        }
        const auto candidates = m_byName.values(nameKey(wanted));
        for (const std::size_t candidate : candidates) {
            if (isSame(m_agencies[candidate], wanted) && !m_taken.contains(candidate)) {
                return take(candidate);
            }
        }
        return nullptr;
    }

    std::vector<Agency> untaken() const
    {
        std::vector<Agency> result;
        for (std::size_t i = 0; i < m_agencies.size(); ++i) {
            if (!m_taken.contains(i) && !m_agencies[i].until.isValid()) {
                result.push_back(m_agencies[i]);
            }
        }
        return result;
    }

private:
    const Agency *take(std::size_t index)
    {
        m_taken.insert(index);
        return &m_agencies[index];
    }

    /// Two agencies of one name in one state are told apart by ORI and place, as far as both say them.
    static bool isSame(const Agency &recorded, const Agency &wanted)
    {
        if (!recorded.ori.isEmpty() && !wanted.ori.isEmpty() && recorded.ori != wanted.ori) {
            return false;
        }
        return recorded.place.isEmpty() || wanted.place.isEmpty() || folded(recorded.place) == folded(wanted.place);
    }

    const std::vector<Agency> &m_agencies;
    QHash<QString, std::size_t> m_byOri;
    QMultiHash<QString, std::size_t> m_byName;
    QSet<std::size_t> m_taken;
};

void takeText(QString &into, const QString &from)
{
    if (!from.isEmpty()) {
        into = from;
    }
}

Agency updated(const Agency &before, const Agency &listed)
{
    Agency after = before;
    takeText(after.name, listed.name);
    takeText(after.ori, listed.ori);
    takeText(after.place, listed.place);
    takeText(after.county, listed.county);
    takeText(after.state, listed.state);
    takeText(after.approval, listed.approval);
    after.kind = listed.kind == AgencyKind::Unknown ? before.kind : listed.kind;
    after.position = listed.position ? listed.position : before.position;
    after.since = listed.since.isValid() ? listed.since : before.since;
    after.until = listed.until;
    after.requestCount = std::max(before.requestCount, listed.requestCount);
    after.profile = listed.profile.isEmpty() ? before.profile : listed.profile;
    after.jurisdiction = listed.jurisdiction.isEmpty() ? before.jurisdiction : listed.jurisdiction;
    return after;
}

} // namespace

AgencyDiff compareAgencies(const std::vector<Agency> &onRecord, const std::vector<Agency> &listed, ListMeaning meaning)
{
    Record record(onRecord);
    AgencyDiff diff;
    for (const Agency &agency : listed) {
        const Agency *before = record.take(agency);
        if (before == nullptr) {
            diff.joined.push_back(agency);
            diff.joined.back().id = AgencyId::create();
            continue;
        }
        Agency after = updated(*before, agency);
        if (after == *before) {
            ++diff.unchanged;
        } else {
            diff.changed.push_back({.before = *before, .after = std::move(after)});
        }
    }
    if (meaning == ListMeaning::Complete) {
        diff.left = record.untaken();
    }
    return diff;
}

} // namespace Porchlight
