// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "camera.h"
#include "movementlistmodel.h"
#include "timelinesource.h"

#include <QObject>
#include <QPointer>
#include <QRectF>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace Porchlight {

/// The search for movement in a region of the selected camera's picture: the region, the level from which a difference
/// counts, and what was found. Each camera keeps its own region and findings.
class MovementViewModel final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model of the page.")
    Q_PROPERTY(bool isOn READ isOn NOTIFY changed FINAL)
    Q_PROPERTY(QRectF region READ region NOTIFY changed FINAL)
    Q_PROPERTY(QString regionText READ regionText NOTIFY changed FINAL)
    Q_PROPERTY(double level READ level WRITE setLevel NOTIFY changed FINAL)
    Q_PROPERTY(QString levelText READ levelText NOTIFY changed FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed FINAL)
    Q_PROPERTY(bool isProblem READ isProblem NOTIFY changed FINAL)
    Q_PROPERTY(bool canSearch READ canSearch NOTIFY changed FINAL)
    Q_PROPERTY(bool isSearching READ isSearching NOTIFY changed FINAL)
    Q_PROPERTY(double share READ share NOTIFY changed FINAL)
    Q_PROPERTY(Porchlight::MovementListModel *spans READ spans CONSTANT FINAL)

public:
    explicit MovementViewModel(TimelineSource &timeline, QObject *parent);

    /// The camera that is selected.
    void setCamera(Camera &camera);
    /// The frame on the screen, or the one before it in a gap.
    void setFrame(qint64 frame);

    [[nodiscard]] bool isOn() const { return m_isOn; }
    [[nodiscard]] QRectF region() const;
    [[nodiscard]] QString regionText() const;
    /// Of 255.
    [[nodiscard]] double level() const { return m_level; }
    void setLevel(double level);
    [[nodiscard]] QString levelText() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] bool isProblem() const;
    [[nodiscard]] bool canSearch() const;
    [[nodiscard]] bool isSearching() const;
    [[nodiscard]] double share() const;
    [[nodiscard]] MovementListModel *spans() { return &m_model; }

    Q_INVOKABLE void toggle();
    Q_INVOKABLE void setRegion(const QRectF &region);
    /// "12, 30, 25, 20"
    Q_INVOKABLE void enterRegion(const QString &text);
    Q_INVOKABLE void search();
    Q_INVOKABLE void stop();
    Q_INVOKABLE void goTo(int span);
    Q_INVOKABLE void goToPrevious();
    Q_INVOKABLE void goToNext();

Q_SIGNALS:
    void changed();
    void frameWanted(qint64 frame);
    void noticeRaised(const QString &sentence, bool isProblem);

private:
    void update();
    [[nodiscard]] QString foundText() const;

    TimelineSource &m_timeline;
    MovementListModel m_model;
    QPointer<Camera> m_camera;
    std::vector<MovementSpan> m_spans;
    double m_level = 3;
    qint64 m_frame = 0;
    bool m_isOn = false;
};

} // namespace Porchlight
