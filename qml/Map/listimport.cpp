// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listimport.h"

#include "workflow/directorywords.h"
#include "workflow/requestsentences.h"

#include <QFileInfo>

namespace Porchlight {

namespace {

/// A list may have thousands of them; nobody reads more.
constexpr std::size_t MostRowsShown = 500;

template <typename Row>
QStringList sentencesOf(const std::vector<Row> &rows)
{
    QStringList sentences;
    for (std::size_t i = 0; i < std::min(rows.size(), MostRowsShown); ++i) {
        sentences.append(sentenceFor(rows[i]));
    }
    if (rows.size() > MostRowsShown) {
        sentences.append(ListImport::tr("and %1 more").arg(rows.size() - MostRowsShown));
    }
    return sentences;
}

} // namespace

ListImport::ListImport(AgencyUpdate &update, QObject *parent)
    : QObject(parent)
    , m_update(update)
{}

void ListImport::readFile(const QUrl &file)
{
    m_file = file.toLocalFile();
    m_sourceName = QFileInfo(m_file).fileName();
    m_isComplete = false;
    read();
}

void ListImport::setComplete(bool isComplete)
{
    if (m_isComplete != isComplete) {
        m_isComplete = isComplete;
        read();
    }
}

void ListImport::read()
{
    const int reading = ++m_reading;
    enter(State::Reading);
    m_update.preview(m_file, m_isComplete ? ListMeaning::Complete : ListMeaning::Additions)
        .then(this, [this, reading](const Result<DirectoryPreview, AgencyUpdateFailure> &preview) {
            if (reading != m_reading) {
                return;
            }
            if (!preview) {
                m_preview = {};
                enter(State::Failed, sentenceFor(preview.error()));
                return;
            }
            m_preview = *preview;
            enter(State::Shown);
        });
}

void ListImport::apply()
{
    if (!canApply()) {
        return;
    }
    enter(State::Applying);
    m_update.apply(m_preview).then(this, [this](const Result<AgencyDiff, AgencyUpdateFailure> &diff) {
        if (!diff) {
            enter(State::Failed, sentenceFor(diff.error()));
            return;
        }
        enter(State::Done, tr("%1 agencies joined, %2 changed, %3 left.")
                               .arg(diff->joined.size())
                               .arg(diff->changed.size())
                               .arg(diff->left.size()));
    });
}

void ListImport::close()
{
    ++m_reading;
    m_preview = {};
    enter(State::Idle);
}

void ListImport::enter(State state, const QString &outcomeText)
{
    m_state = state;
    m_outcomeText = outcomeText;
    Q_EMIT changed();
}

bool ListImport::canApply() const
{
    return m_state == State::Shown && !m_preview.diff.isEmpty();
}

QString ListImport::contentText() const
{
    const DirectoryReading &reading = m_preview.reading;
    return tr("%1, %2: %3 agencies, %4 rows refused, %5 put right, %6 without a place on the map")
        .arg(formatName(reading.format), reading.encoding)
        .arg(reading.agencies.size())
        .arg(reading.refused.size())
        .arg(reading.repaired.size())
        .arg(reading.withoutPlace);
}

QString ListImport::changesText() const
{
    const AgencyDiff &diff = m_preview.diff;
    if (diff.isEmpty()) {
        return tr("The directory says all of this already.");
    }
    return tr("%1 would join, %2 change, %3 leave; %4 stay as they are.")
        .arg(diff.joined.size())
        .arg(diff.changed.size())
        .arg(diff.left.size())
        .arg(diff.unchanged);
}

QStringList ListImport::refusedRows() const
{
    return sentencesOf(m_preview.reading.refused);
}

QStringList ListImport::repairedRows() const
{
    return sentencesOf(m_preview.reading.repaired);
}

} // namespace Porchlight
