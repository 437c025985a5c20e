// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The clock of the selected camera: by entry, by one or two known times, or by an event that two cameras show.
Popover {
    id: root

    required property ReviewViewModel viewModel

    readonly property bool isWaiting: root.viewModel.matchText !== "" || root.viewModel.knownMomentText !== ""

    objectName: "clockPopover"
    padding: Theme.largeGap

    contentItem: ColumnLayout {
        spacing: Theme.mediumGap

        Label {
            Layout.preferredWidth: 360
            text: qsTr("Clock of %1").arg(root.viewModel.clipName)
            font: Theme.fonts.bodyStrong
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
        }

        Label {
            objectName: "clockNow"
            Layout.fillWidth: true
            text: root.viewModel.clockText
            color: Theme.secondText
        }

        ClockField {
            Layout.fillWidth: true
            title: qsTr("Correction in seconds")
            hint: qsTr("What is added to the camera's time, and how sure that is.")
            placeholder: qsTr("+3.2 ± 0.1")
            fieldName: "offsetField"
            actionText: qsTr("Set")
            onEntered: text => root.viewModel.enterOffset(text)
        }

        ClockField {
            Layout.fillWidth: true
            title: qsTr("True time of frame %1").arg(root.viewModel.readout.number)
            hint: root.viewModel.knownMomentText !== "" ? qsTr("One time is known: %1. A second one, at another frame, gives the drift.").arg(root.viewModel.knownMomentText)
                                                        : qsTr("From a clock in the picture that is known to be right. A second time gives the drift too.")
            placeholder: qsTr("21:14:07.5")
            fieldName: "trueTimeField"
            actionText: qsTr("Set")
            onEntered: text => root.viewModel.enterKnownTime(text)
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: root.viewModel.cameras.count > 1
            spacing: Theme.gap

            Label {
                text: qsTr("Same event in two cameras")
                font: Theme.fonts.smallStrong
            }

            Label {
                objectName: "matchHint"
                Layout.fillWidth: true
                text: root.viewModel.matchText !== "" ? qsTr("It is in %1. Choose another camera, find the event there, and match.").arg(root.viewModel.matchText)
                                                      : qsTr("Begin with the camera whose clock is right, at the frame that shows the event.")
                color: Theme.secondText
                font: Theme.fonts.small
                wrapMode: Text.Wrap
            }

            Button {
                objectName: "matchButton"
                focusPolicy: Qt.TabFocus
                text: root.viewModel.matchText !== "" ? qsTr("Match frame %1").arg(root.viewModel.readout.number) : qsTr("The event is in frame %1").arg(root.viewModel.readout.number)
                key: root.viewModel.keyboard.hints.matchEvent
                onClicked: root.viewModel.matchEvent()
            }
        }

        Button {
            objectName: "forgetMomentsButton"
            focusPolicy: Qt.TabFocus
            visible: root.isWaiting
            look: Button.Quiet
            text: qsTr("Forget what waits for its second half")
            onClicked: root.viewModel.forgetMoments()
        }
    }
}
