// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/plaintext.h"

namespace Porchlight {

namespace {

bool isInvisible(QChar character)
{
    switch (character.unicode()) {
    case u'\t':
    case u'\n':
    case u'\r':
        return false;
    default:
        break;
    }
    const QChar::Category category = character.category();
    return category == QChar::Other_Control || category == QChar::Other_Format;
}

bool isApostrophe(QChar character)
{
    return character == u'\'' || character == u'\u2019' || character == u'\u2018' || character == u'`';
}

} // namespace

QString tidied(const QString &text)
{
    QString result = text;
    result.removeIf(isInvisible);
    return result.simplified();
}

bool hasInvisibleCharacters(QStringView text)
{
    return std::ranges::any_of(text, isInvisible);
}

QString folded(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString result;
    result.reserve(decomposed.size());
    for (const QChar character : decomposed) {
        if (character.isMark() || isApostrophe(character) || isInvisible(character)) {
            continue;
        }
        result.append(character.isLetterOrNumber() ? character : QChar(u' '));
    }
    return result.simplified();
}

} // namespace Porchlight
