// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/framecsv.h"

#include "core/digesttext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QStringList cellsOf(const FrameRow &row, FrameDigests digests)
{
    QStringList cells{QString::number(row.number),
                      row.pts ? QString::number(*row.pts) : QString(),
                      u"%1/%2"_s.arg(row.timeBase.numerator).arg(row.timeBase.denominator),
                      secondsText(row.time().microseconds()),
                      row.durationTicks > 0 ? QString::number(row.durationTicks) : QString(),
                      row.isKey ? u"1"_s : u"0"_s,
                      pictureTypeWord(row.pictureType),
                      row.packetPosition >= 0 ? QString::number(row.packetPosition) : QString(),
                      QString::number(row.packetSize)};
    if (digests == FrameDigests::With) {
        cells.append(row.digest ? digestToString(*row.digest) : QString());
    }
    return cells;
}

} // namespace

QByteArray frameCsv(const FrameTable &table, FrameDigests digests)
{
    QByteArray csv = "number,pts,time_base,time,duration,key,picture_type,packet_position,packet_size";
    csv += digests == FrameDigests::With ? ",sha256\n" : "\n";
    for (const FrameRow &row : table.rows()) {
        csv += cellsOf(row, digests).join(u',').toLatin1() + '\n';
    }
    return csv;
}

QString secondsText(qint64 microseconds)
{
    const QString sign = microseconds < 0 ? u"-"_s : QString();
    const qint64 magnitude = std::abs(microseconds);
    return u"%1%2.%3"_s.arg(sign).arg(magnitude / 1'000'000).arg(magnitude % 1'000'000, 6, 10, '0'_L1);
}

QString pictureTypeWord(PictureType type)
{
    switch (type) {
    case PictureType::Unknown:
        return u"?"_s;
    case PictureType::I:
        return u"I"_s;
    case PictureType::P:
        return u"P"_s;
    case PictureType::B:
        return u"B"_s;
    case PictureType::S:
        return u"S"_s;
    case PictureType::SI:
        return u"SI"_s;
    case PictureType::SP:
        return u"SP"_s;
    case PictureType::BI:
        return u"BI"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace Porchlight
