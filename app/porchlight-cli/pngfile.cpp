// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pngfile.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Porchlight {

Result<void, QString> writePng(const QImage &image, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit()) {
        return std::unexpected(
            u"The picture could not be written; what was there before is unchanged. Check that there "
            u"is room and that you may write there. [%1: %2]"_s.arg(path, file.errorString()));
    }
    return {};
}

} // namespace Porchlight
