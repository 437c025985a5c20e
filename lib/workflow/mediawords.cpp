// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/mediawords.h"

#include "core/words.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::array KindWords = {
    Word{StreamKind::Video, "video"_L1},
    Word{StreamKind::Sound, "sound"_L1},
    Word{StreamKind::AttachedPicture, "attachedPicture"_L1},
    Word{StreamKind::Other, "other"_L1},
};
constexpr std::array MatrixWords = {
    Word{ColourMatrix::Unspecified, "unspecified"_L1},
    Word{ColourMatrix::Rgb, "rgb"_L1},
    Word{ColourMatrix::Bt601, "bt601"_L1},
    Word{ColourMatrix::Bt709, "bt709"_L1},
    Word{ColourMatrix::Bt2020, "bt2020"_L1},
    Word{ColourMatrix::Smpte240, "smpte240"_L1},
    Word{ColourMatrix::Fcc, "fcc"_L1},
};
constexpr std::array RangeWords = {
    Word{ColourRange::Unspecified, "unspecified"_L1},
    Word{ColourRange::Limited, "limited"_L1},
    Word{ColourRange::Full, "full"_L1},
};
constexpr std::array ConfinementWords = {
    Word{ConfinementLevel::None, "none"_L1},
    Word{ConfinementLevel::Partial, "partial"_L1},
    Word{ConfinementLevel::Full, "full"_L1},
};

} // namespace

QString toWord(StreamKind kind)
{
    return wordIn(KindWords, kind);
}

QString toWord(ColourMatrix matrix)
{
    return wordIn(MatrixWords, matrix);
}

QString toWord(ColourRange range)
{
    return wordIn(RangeWords, range);
}

QString toWord(ConfinementLevel level)
{
    return wordIn(ConfinementWords, level);
}

} // namespace Porchlight
