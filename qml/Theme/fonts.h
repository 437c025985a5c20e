// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// The type faces of the program. Making one loads the faces that ship inside it, once a process.
class Fonts : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QFont small READ small CONSTANT FINAL)
    Q_PROPERTY(QFont smallStrong READ smallStrong CONSTANT FINAL)
    Q_PROPERTY(QFont body READ body CONSTANT FINAL)
    Q_PROPERTY(QFont bodyMedium READ bodyMedium CONSTANT FINAL)
    Q_PROPERTY(QFont bodyStrong READ bodyStrong CONSTANT FINAL)
    Q_PROPERTY(QFont heading READ heading CONSTANT FINAL)
    Q_PROPERTY(QFont title READ title CONSTANT FINAL)
    Q_PROPERTY(QFont figure READ figure CONSTANT FINAL)
    Q_PROPERTY(QFont monoSmall READ monoSmall CONSTANT FINAL)
    Q_PROPERTY(QFont mono READ mono CONSTANT FINAL)
    Q_PROPERTY(QFont monoHeading READ monoHeading CONSTANT FINAL)
    Q_PROPERTY(QFont monoFigure READ monoFigure CONSTANT FINAL)
    Q_PROPERTY(QString iconFamily READ iconFamily CONSTANT FINAL)

public:
    explicit Fonts(QObject *parent = nullptr);

    [[nodiscard]] QFont small() const;
    [[nodiscard]] QFont smallStrong() const;
    [[nodiscard]] QFont body() const;
    [[nodiscard]] QFont bodyMedium() const;
    [[nodiscard]] QFont bodyStrong() const;
    [[nodiscard]] QFont heading() const;
    [[nodiscard]] QFont title() const;
    [[nodiscard]] QFont figure() const;
    [[nodiscard]] QFont monoSmall() const;
    [[nodiscard]] QFont mono() const;
    [[nodiscard]] QFont monoHeading() const;
    [[nodiscard]] QFont monoFigure() const;
    [[nodiscard]] QString iconFamily() const;
};

} // namespace Porchlight
