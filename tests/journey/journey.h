// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hands.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace Porchlight {

/// Where a journey leaves its pictures and its package, and what it finds beside it.
struct JourneyPlace
{
    QString outFolder;
    QString programFolder; ///< porchlight-verify and the others.
    QString nodeModules;
    QString residentScript;
    QStringList clips; ///< What residents share; the first is the demo clip that is looked at frame by frame.
};

/// The main job through the real windows: map, request, residents in a browser, inbox, review, package, verification.
/// Each step throws JourneyFault where it does not lead on.
class Journey
{
public:
    Journey(QQuickWindow &window, JourneyPlace place);

    /// "day" or "night". Review is dark by day too, unless it is wanted otherwise.
    void chooseTheme(const QString &theme, bool isReviewByDay);
    void introduceOfficer();
    void findAgency();
    void drawArea();
    void editAreaByKeys();
    void drawTooMuch();
    void publishRequest();
    void residentsAnswer();
    void receiveClips();
    void reviewFrames();
    void lookCloser();
    void lookAtEveryClip();
    /// One, two and four cameras on one wall clock.
    void reviewTogether();
    void exportPackage();
    void checkPackage();

    /// What was seen, for people.
    [[nodiscard]] const QStringList &account() const { return m_account; }

private:
    void note(const QString &sentence);
    void goTo(const QString &tab, const QString &page);
    void undoTo(const QString &squareMetres);
    [[nodiscard]] QString textOf(const QString &objectName);
    /// The number beside the picture; -1 while there is none.
    [[nodiscard]] qint64 numberBesidePicture();
    /// The number that the picture in this view carries.
    [[nodiscard]] std::optional<int> numberInPicture(const QString &viewName);
    /// Of the selected camera, beside the picture and in that of camera 1.
    void expectFrame(int number);
    void expectFrameOf(int camera, int number);
    [[nodiscard]] int rowOfClip(const QString &place);
    void addCamera(int camera, const QString &place);
    void correctClock(int camera, const QString &correction);
    void goToFrameOfFirstCamera(int number);
    void takePictureOfCameras(const QString &name);
    void runResident(const QString &name, const QJsonArray &clips);
    [[nodiscard]] QJsonObject consentFor(const QString &file, int index) const;
    void expectExit(const QString &program, const QStringList &arguments, int code);

    Hands m_hands;
    JourneyPlace m_place;
    QUrl m_requestPage;
    QString m_package;
    QStringList m_account;
};

} // namespace Porchlight
