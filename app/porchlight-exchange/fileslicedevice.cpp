// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fileslicedevice.h"

#include <algorithm>

namespace Porchlight {

FileSliceDevice::FileSliceDevice(const FileSlice &slice)
    : m_file(slice.path)
    , m_offset(slice.offset)
    , m_length(slice.length)
{}

bool FileSliceDevice::openSlice()
{
    return m_file.open(QIODevice::ReadOnly) && m_file.size() >= m_offset + m_length &&
           open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 FileSliceDevice::readData(char *data, qint64 maxSize)
{
    const qint64 wanted = std::min(maxSize, m_length - pos());
    if (wanted <= 0) {
        return wanted == 0 ? 0 : -1;
    }
    return m_file.seek(m_offset + pos()) ? m_file.read(data, wanted) : -1;
}

qint64 FileSliceDevice::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace Porchlight
