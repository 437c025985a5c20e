// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ReviewViewModel that carries out what a key stands for.

#include "reviewviewmodel.h"

#include <utility>

namespace Porchlight {

namespace {

constexpr int ManyFrames = 10;

} // namespace

void ReviewViewModel::perform(int act)
{
    const int camera = act - std::to_underlying(ReviewAct::FirstCamera);
    if (camera >= 0) {
        return selectCamera(camera);
    }
    const auto key = static_cast<ReviewAct>(act);
    if (!performPlay(key) && !performMove(key)) {
        performWork(key);
    }
}

bool ReviewViewModel::performPlay(ReviewAct act)
{
    switch (act) {
    case ReviewAct::PlayPause:
        togglePlay();
        return true;
    case ReviewAct::ShuttleBack:
        shuttleBackward();
        return true;
    case ReviewAct::Pause:
        pause();
        return true;
    case ReviewAct::ShuttleOn:
        shuttleForward();
        return true;
    case ReviewAct::Slower:
        slower();
        return true;
    case ReviewAct::Faster:
        faster();
        return true;
    default:
        return false;
    }
}

bool ReviewViewModel::performMove(ReviewAct act)
{
    switch (act) {
    case ReviewAct::StepBack:
        step(-1);
        return true;
    case ReviewAct::StepOn:
        step(1);
        return true;
    case ReviewAct::TenBack:
        step(-ManyFrames);
        return true;
    case ReviewAct::TenOn:
        step(ManyFrames);
        return true;
    case ReviewAct::AnyBack:
        stepAny(-1);
        return true;
    case ReviewAct::AnyOn:
        stepAny(1);
        return true;
    case ReviewAct::FirstFrame:
        goToFirst();
        return true;
    case ReviewAct::LastFrame:
        goToLast();
        return true;
    case ReviewAct::MarkerBefore:
        goToPreviousMarker();
        return true;
    case ReviewAct::NextMarker:
        goToNextMarker();
        return true;
    case ReviewAct::MovementBefore:
        m_movement.goToPrevious();
        return true;
    case ReviewAct::NextMovement:
        m_movement.goToNext();
        return true;
    default:
        return false;
    }
}

void ReviewViewModel::performWork(ReviewAct act)
{
    switch (act) {
    case ReviewAct::SetIn:
        return setIn();
    case ReviewAct::SetOut:
        return setOut();
    case ReviewAct::Mark:
        return markHere();
    case ReviewAct::TakeStill:
        return takeStill();
    case ReviewAct::ContactSheet:
        if (!isCovered()) {
            Q_EMIT sheetWanted();
        }
        return;
    case ReviewAct::TruePixels:
        return Q_EMIT truePixelsWanted();
    case ReviewAct::Loupe:
        return Q_EMIT loupeWanted();
    case ReviewAct::Look:
        return Q_EMIT lookWanted();
    case ReviewAct::NextPicture:
        return selected().showNextPicture();
    case ReviewAct::Movement:
        return m_movement.toggle();
    case ReviewAct::ClipList:
        return Q_EMIT clipListWanted();
    case ReviewAct::ClockBack:
        return nudgeClock(-1);
    case ReviewAct::ClockOn:
        return nudgeClock(1);
    case ReviewAct::MatchEvent:
        return matchEvent();
    default:
        return;
    }
}

} // namespace Porchlight
