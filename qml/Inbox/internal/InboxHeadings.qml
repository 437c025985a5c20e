// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Inbox

// What the columns of InboxRow hold; the widths are the same there.
TableHeader {
    id: root

    readonly property InboxColumns columns: InboxColumns {
        available: root.width
    }

    TableHeading {
        Layout.preferredWidth: root.columns.picture
        text: qsTr("Clip")
    }

    TableHeading {
        Layout.preferredWidth: root.columns.from
        text: qsTr("From")
    }

    TableHeading {
        Layout.preferredWidth: root.columns.time
        text: qsTr("Camera time")
    }

    TableHeading {
        Layout.fillWidth: true
        text: qsTr("What may be done")
    }

    TableHeading {
        Layout.preferredWidth: root.columns.integrity
        text: qsTr("Integrity")
    }

    TableHeading {
        Layout.preferredWidth: root.columns.state
        text: qsTr("State")
        horizontalAlignment: Text.AlignRight
    }
}
