// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import QtQuick
import QtTest

import Porchlight.Controls
import Porchlight.Theme

TestCase {
    id: root

    name: "Containers"
    when: windowShown
    width: 800
    height: 600
    visible: true

    Component {
        id: panelMaker

        SplitPanel {
            name: "test"
            height: 200
            size: 320
            minimumSize: 200
            maximumSize: 400
        }
    }

    Component {
        id: rightPanelMaker

        SplitPanel {
            name: "test-right"
            edge: Qt.RightEdge
            x: 400
            height: 200
            size: 320
            minimumSize: 200
            maximumSize: 400
        }
    }

    Component {
        id: dialogMaker

        Dialog {
            title: "Decline"
            acceptText: "Decline"

            contentItem: Label {
                text: "Why?"
            }
        }
    }

    Component {
        id: rowMaker

        ListRow {
            width: 300
            text: "Larkfield Police Department"
        }
    }

    Component {
        id: qrMaker

        QrCode {
            width: 150
            height: 150
        }
    }

    Component {
        id: meterMaker

        BarMeter {
            value: 0.1
            minimum: 0.025
            maximum: 0.5
        }
    }

    SignalSpy {
        id: accepted

        signalName: "accepted"
    }

    function test_panelIsDraggedWithinItsBounds() {
        const panel = createTemporaryObject(panelMaker, root);
        panel.size = 320;

        mouseDrag(panel, 319, 100, 50, 0);
        verify(panel.implicitWidth > 340);
        mouseDrag(panel, panel.implicitWidth - 1, 100, 300, 0);

        compare(panel.implicitWidth, 400);
    }

    function test_panelAtTheRightGrowsToTheLeft() {
        const panel = createTemporaryObject(rightPanelMaker, root);
        panel.size = 320;

        mouseDrag(panel, 0, 100, -50, 0);

        verify(panel.implicitWidth > 340);
    }

    function test_panelRemembersItsSize() {
        const first = createTemporaryObject(panelMaker, root);
        first.size = 288;
        first.destroy();
        wait(0);

        const again = createTemporaryObject(panelMaker, root);

        compare(again.size, 288);
    }

    function test_dialogClosesWithEscape() {
        const dialog = createTemporaryObject(dialogMaker, root);
        dialog.open();
        tryVerify(() => dialog.opened, 2000);

        keyClick(Qt.Key_Escape);

        tryVerify(() => !dialog.visible, 2000);
    }

    function test_dialogIsMovedByItsTitle() {
        const dialog = createTemporaryObject(dialogMaker, root);
        dialog.open();
        tryVerify(() => dialog.opened, 2000);
        const before = dialog.x;

        mouseDrag(dialog.header, 60, 20, 80, 0);

        verify(dialog.x > before + 40);
    }

    function test_dialogAcceptsOnce() {
        const dialog = createTemporaryObject(dialogMaker, root);
        accepted.target = dialog;
        accepted.clear();
        dialog.open();
        tryVerify(() => dialog.opened, 2000);

        mouseClick(findChild(dialog.footer, "dialogAcceptButton"));

        compare(accepted.count, 1);
        tryVerify(() => !dialog.visible, 2000);
    }

    function test_selectedRowHasAnAmberEdge() {
        const row = createTemporaryObject(rowMaker, root, {highlighted: true});

        const picture = grabImage(row);

        compare(picture.pixel(1, 15), Theme.accent);
        compare(picture.pixel(200, 4), Theme.selectedRow);
    }

    function test_meterTellsWithinFromBeyond() {
        const meter = createTemporaryObject(meterMaker, root);

        verify(meter.isWithin);
        meter.value = 0.6;
        verify(!meter.isWithin);
        compare(meter.share, 1);
    }

    function test_qrCodeIsDarkOnLightInBothThemes() {
        const code = createTemporaryObject(qrMaker, root, {text: "http://192.0.2.7:8080/"});
        Theme.dark = true;

        const picture = grabImage(code);

        Theme.dark = false;
        compare(picture.pixel(75, 3).hslLightness, 1);
    }
}
