// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace Porchlight {

/// Text that may stand in a page as it is. It is made from plain text by escaping, from a template of the program, or
/// from parts that are such text already; there is no other way, so nothing a person typed is ever read as markup.
class Html final
{
public:
    Html() = default;

    /// Plain text, fit for an element's content and for a quoted attribute.
    [[nodiscard]] static Html text(const QString &plain);
    /// Plain text of several lines; blank lines part paragraphs.
    [[nodiscard]] static Html paragraphs(const QString &plain);
    /// A template of the program (assets folder) with each {{name}} replaced.
    [[nodiscard]] static Html fromTemplate(const QString &name, const QHash<QString, Html> &values);
    /// A number with a dot, whatever the language.
    [[nodiscard]] static Html number(double value);

    Html &operator+=(const Html &other);
    [[nodiscard]] const QString &markup() const { return m_markup; }

private:
    explicit Html(QString markup);

    QString m_markup;
};

} // namespace Porchlight
