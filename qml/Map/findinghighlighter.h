// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findingrow.h"

#include <QColor>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>

namespace Porchlight {

class ComposerViewModel;

/// Underlines the words of the text that findings are about.
class FindingHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        QQuickTextDocument *textDocument READ textDocument WRITE setTextDocument NOTIFY textDocumentChanged FINAL)
    Q_PROPERTY(Porchlight::ComposerViewModel *composer READ composer WRITE setComposer NOTIFY composerChanged FINAL)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY coloursChanged FINAL)

public:
    explicit FindingHighlighter(QObject *parent = nullptr);

    [[nodiscard]] QQuickTextDocument *textDocument() const { return m_textDocument; }
    void setTextDocument(QQuickTextDocument *textDocument);
    [[nodiscard]] ComposerViewModel *composer() const { return m_composer; }
    void setComposer(ComposerViewModel *composer);
    [[nodiscard]] QColor ink() const { return m_ink; }
    void setInk(const QColor &ink);
    [[nodiscard]] QColor ground() const { return m_ground; }
    void setGround(const QColor &ground);

Q_SIGNALS:
    void textDocumentChanged();
    void composerChanged();
    void coloursChanged();

protected:
    void highlightBlock(const QString &text) override;

private:
    QQuickTextDocument *m_textDocument = nullptr;
    ComposerViewModel *m_composer = nullptr;
    QColor m_ink;
    QColor m_ground;
};

} // namespace Porchlight
