// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filesource.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

FileSource::FileSource(const QString &path)
    : m_file(path)
{}

Result<std::unique_ptr<ByteSource>, Failure<SourceError>> FileSource::open(const QString &path)
{
    std::unique_ptr<FileSource> source(new FileSource(path));
    if (QFileInfo(path).isDir()) {
        return fail(SourceError::Broken, u"%1: is a folder"_s.arg(path));
    }
    if (!source->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(SourceError::Broken, u"%1: %2"_s.arg(path, source->m_file.errorString()));
    }
    source->m_size = source->m_file.size();
    return source;
}

Result<qint64, Failure<SourceError>> FileSource::read(qint64 offset, char *target, qint64 length)
{
    if (offset < 0 || offset > m_size || length < 0) {
        return fail(SourceError::OutOfRange, m_file.fileName());
    }
    const qint64 wanted = std::min(length, m_size - offset);
    qint64 done = 0;
    if (!m_file.seek(offset)) {
        return fail(SourceError::Broken, u"%1: %2"_s.arg(m_file.fileName(), m_file.errorString()));
    }
    while (done < wanted) {
        const qint64 count = m_file.read(target + done, wanted - done);
        if (count < 0) {
            return fail(SourceError::Broken, u"%1: %2"_s.arg(m_file.fileName(), m_file.errorString()));
        }
        if (count == 0) {
            break; // The file has become shorter.
        }
        done += count;
    }
    return done;
}

} // namespace Porchlight
