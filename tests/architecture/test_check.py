#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that check.py can fail: each rule is broken once in a small tree of its own."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).with_name("check.py")
EDGES = "core: coreplain\ndomain: core\nstore: core domain\ndecoder: coreplain mediaprotocol\nqml/Map imports: Theme\n"


def run(files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        subprocess.run(["git", "init", "-q", folder], check=True)
        for name, text in {"README.md": "nothing", "lib/core/a.h": "", "lib/domain/a.h": "", "lib/store/a.h": "",
                           "lib/decoder/a.h": "", **files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        edges = root / ".edges"
        edges.write_text(EDGES, encoding="utf-8")
        done = subprocess.run([sys.executable, CHECK, folder, edges], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout


class EveryRuleCanFail(unittest.TestCase):
    def assert_fault(self, files, words):
        code, output = run(files)
        self.assertEqual(code, 1, output)
        self.assertIn(words, output)

    def test_clean_tree_passes(self):
        code, output = run({"lib/store/x.cpp": '#include "domain/a.h"\n'})
        self.assertEqual(code, 0, output)

    def test_edges(self):
        self.assert_fault({"lib/domain/x.cpp": '#include "store/a.h"\n'}, "domain may not use store")

    def test_qt_free_rooms(self):
        self.assert_fault({"lib/decoder/x.cpp": "#include <QString>\n"}, "free of Qt")
        self.assert_fault({"lib/decoder/x.cpp": '#include "core/a.h"\n'}, "Qt-free half")

    def test_no_quick_in_lib(self):
        self.assert_fault({"lib/store/x.cpp": "#include <QQuickItem>\n"}, "never sees Qt Qml")

    def test_no_gui_elsewhere(self):
        self.assert_fault({"lib/store/x.cpp": "#include <QImage>\n"}, "Qt Gui is not for store")

    def test_page_imports(self):
        self.assert_fault({"qml/Map/MapPage.qml": "import Porchlight.Review\n"}, "may not import Review")

    def test_forbidden_lines(self):
        for name, text, words in [
            ("app/x/main.cpp", "context.setContextProperty(a);", "context properties"),
            ("lib/store/x.cpp", "qDebug() << 1;", "logging category"),
            ("lib/store/x.cpp", "QEventLoop loop;", "event loop"),
            ("lib/domain/x.cpp", "QSqlQuery query;", "SQL lives"),
            ("lib/store/x.cpp", "#include <libavcodec/avcodec.h>", "FFmpeg"),
            ("qml/Map/X.qml", "property var a", "typed properties"),
            ("qml/Map/X.qml", "pragma Singleton", "singleton"),
            ("qml/Map/X.qml", "Component.onCompleted: load()", "while a page is being made"),
            ("qml/Map/X.qml", "for (const a of b)", "belongs in C++"),
            ("lib/store/x.cpp", "// TODO later", "names its issue"),
            ("packaging/x.sh", "check || true", "able to fail"),
        ]:
            with self.subTest(text=text):
                self.assert_fault({name: text + "\n"}, words)

    def test_sizes(self):
        self.assert_fault({"qml/Map/X.qml": "\n" * 300}, "at most 250")
        self.assert_fault({"lib/store/x.cpp": "void f()\n{\n" + "a;\n" * 80 + "}\n"}, "a function of 81 lines")

    def test_names(self):
        self.assert_fault({"lib/store/storemanager.cpp": ""}, "responsibility")
        self.assert_fault({"docs/a.md": ""}, "top level is fixed")
        self.assert_fault({"qml/Map/logic.js": ""}, "no JavaScript")

    def test_readme(self):
        self.assert_fault({"README.md": "see `lib/gone/`"}, "names lib/gone/")


if __name__ == "__main__":
    unittest.main()
