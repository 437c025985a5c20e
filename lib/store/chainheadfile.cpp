// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/chainheadfile.h"

#include "core/digesttext.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSaveFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

Q_LOGGING_CATEGORY(lcStore, "porchlight.store")

} // namespace

ChainHeadFile::ChainHeadFile(QString path)
    : m_path(std::move(path))
{}

std::optional<ChainHead> ChainHeadFile::read() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const auto hash = digestFromString(json[u"hash"_s].toString());
    const qint64 count = json[u"count"_s].toInteger();
    if (!hash || count < 1) {
        return std::nullopt;
    }
    return ChainHead{.count = count, .hash = *hash};
}

// The act is on record by now, so a head that cannot be written is no reason to refuse it: the next one will be.
void ChainHeadFile::raise(const ChainHead &head) const
{
    if (m_path.isEmpty() || read().value_or(ChainHead()).count >= head.count) {
        return;
    }
    QSaveFile file(m_path);
    const QByteArray bytes =
        QJsonDocument(QJsonObject{{u"count"_s, head.count}, {u"hash"_s, digestToString(head.hash)}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        qCWarning(lcStore) << "The head of the custody log could not be written:" << file.errorString();
    }
}

} // namespace Porchlight
