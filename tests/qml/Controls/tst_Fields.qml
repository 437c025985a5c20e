// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import QtQuick
import QtQuick.Layouts
import QtTest

import Porchlight.Controls
import Porchlight.Theme

TestCase {
    id: root

    name: "Fields"
    when: windowShown
    width: 400
    height: 300
    visible: true

    Component {
        id: searchMaker

        SearchField {
            placeholderText: "Agency, town"
        }
    }

    Component {
        id: areaMaker

        ColumnLayout {
            property alias area: textArea
            property alias next: field

            width: 300

            TextArea {
                id: textArea

                Layout.fillWidth: true
                placeholderText: "What you ask for"
            }

            TextField {
                id: field

                Layout.fillWidth: true
            }
        }
    }

    Component {
        id: comboMaker

        ComboBox {
            model: ["Burglary", "Robbery", "Missing person"]
        }
    }

    Component {
        id: formMaker

        FormField {
            width: 300
            label: "Case number"
            finding: "A case needs its number."
            tone: FormField.Bad
        }
    }

    function test_emptiesTheSearchWithEscape() {
        const field = createTemporaryObject(searchMaker, root);
        field.forceActiveFocus();

        keyClick(Qt.Key_A);
        compare(field.text, "a");
        keyClick(Qt.Key_Escape);

        compare(field.text, "");
    }

    function test_leavesATextAreaWithTab() {
        const form = createTemporaryObject(areaMaker, root);
        form.area.area.forceActiveFocus();

        keyClick(Qt.Key_A);
        keyClick(Qt.Key_Tab);

        compare(form.area.text, "a");
        verify(form.next.activeFocus);
    }

    function test_growsWithItsText() {
        const form = createTemporaryObject(areaMaker, root);
        const before = form.area.implicitHeight;

        form.area.text = "1\n2\n3\n4\n5\n6\n7\n8";

        verify(form.area.implicitHeight > before);
    }

    function test_choosesWithTheKeyboard() {
        const combo = createTemporaryObject(comboMaker, root);
        combo.forceActiveFocus();

        keyClick(Qt.Key_Down);

        compare(combo.currentIndex, 1);
        compare(combo.displayText, "Robbery");
        compare(combo.Accessible.name, "Robbery");
    }

    function test_choosesFromItsList() {
        const combo = createTemporaryObject(comboMaker, root);

        mouseClick(combo);
        tryVerify(() => combo.popup.opened, 2000);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);

        compare(combo.currentIndex, 2);
    }

    function test_showsAFindingBesideItsField() {
        const form = createTemporaryObject(formMaker, root);
        compare(form.ink, Theme.bad);
        const withFinding = form.implicitHeight;

        form.finding = "";

        tryVerify(() => form.implicitHeight < withFinding, 2000);
    }
}
