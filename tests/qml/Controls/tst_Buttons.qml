// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import QtQuick
import QtTest

import Porchlight.Controls
import Porchlight.Theme

TestCase {
    id: root

    name: "Buttons"
    when: windowShown
    width: 400
    height: 300
    visible: true

    Component {
        id: buttonMaker

        Button {
            text: "Accept"
            key: "A"
        }
    }

    Component {
        id: iconMaker

        IconButton {
            text: "Lock the screen"
            glyph: Theme.icons.lock
        }
    }

    Component {
        id: switchMaker

        Switch {
            text: "No motion"
        }
    }

    Component {
        id: chipMaker

        Chip {
            text: "no sound"
            tone: Chip.Bad
        }
    }

    SignalSpy {
        id: clicked

        signalName: "clicked"
    }

    function test_answersMouseAndKeyboard() {
        const button = createTemporaryObject(buttonMaker, root);
        clicked.target = button;
        clicked.clear();

        button.forceActiveFocus(Qt.TabFocusReason);
        verify(button.visualFocus);
        keyClick(Qt.Key_Space);
        mouseClick(button);

        compare(clicked.count, 2);
    }

    function test_doesNothingWhenDisabled() {
        const button = createTemporaryObject(buttonMaker, root, {enabled: false});
        clicked.target = button;
        clicked.clear();

        mouseClick(button);

        compare(clicked.count, 0);
    }

    function test_isNamedForScreenReaders() {
        compare(createTemporaryObject(iconMaker, root).Accessible.name, "Lock the screen");
        compare(createTemporaryObject(chipMaker, root).Accessible.name, "no sound");
    }

    function test_keepsTheHeightsOfTheScale() {
        compare(createTemporaryObject(buttonMaker, root).height, 34);
        compare(createTemporaryObject(chipMaker, root).height, 22);
    }

    function test_saysItsStateInColourAndWord() {
        const chip = createTemporaryObject(chipMaker, root);

        compare(chip.color, Theme.badGround);
        compare(chip.ink, Theme.bad);
        verify(chip.text.length > 0);
    }

    function test_switchesWithTheKeyboard() {
        const control = createTemporaryObject(switchMaker, root);

        control.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);

        verify(control.checked);
    }
}
