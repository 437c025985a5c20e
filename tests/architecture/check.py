#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the tree keeps the plan of the house: check.py TREE EDGES

EDGES is written by CMake from the table in lib/cmake, one line a target: "name: what it may use".
Prints one line a fault and exits 1 if there was any.
"""

import pathlib
import re
import subprocess
import sys

CPP = {".h", ".cpp"}
MOST_LINES = {".qml": 250, ".cpp": 700, ".h": 700}
MOST_FUNCTION_LINES = 60
WITHOUT_QT = {"mediaprotocol", "decoder", "sandbox"}
PLAIN_CORE = {"core/digest.h", "core/geopoint.h", "core/mediatime.h", "core/result.h"}
WITH_GUI = {"basemap", "evidence", "media", "workflow"}
GUI_HEADERS = {
    "QImage", "QPainter", "QPainterPath", "QPdfWriter", "QColor", "QFont", "QFontMetricsF", "QPixmap", "QPen", "QBrush",
    "QTransform", "QGuiApplication", "QImageReader", "QImageWriter", "QPolygonF", "QRgb", "QVector2D",
}
WORDS_NOT_USED = re.compile(r"manager|helper|util|misc|handler|common", re.IGNORECASE)
SCRIPTS = {"", ".sh", ".yml", ".yaml"}

# What a line may not hold: pattern, where it is allowed, what to say.
FORBIDDEN = [
    (CPP, r"\bsetContextProperty\b", (), "context properties are invisible to every tool"),
    (CPP, r"\bQML_SINGLETON\b", ("qml/Theme/",), "the one singleton is Theme"),
    (CPP, r"\bqDebug\s*\(", ("tests/",), "use a logging category"),
    (CPP, r"\b(waitForFinished|QEventLoop|processEvents)\b",
     ("tests/", "app/porchlight-cli/", "resources/democlips/"), "nothing may block or nest an event loop"),
    (CPP, r"\bQSqlQuery\b", ("lib/store/", "tests/", "app/porchlight-exchange/"), "SQL lives in lib/store"),
    (CPP, r'#include [<"]lib(av|sw)[a-z]+/', ("lib/decoder/", "tests/fuzz/", "tests/bench/"), "FFmpeg is seen by lib/decoder only"),
    (CPP, r"\bQ_FOREACH\b|\bforeach\s*\(", (), "use a range for"),
    ({".qml"}, r"\bproperty var\b", ("tests/",), "typed properties only"),
    ({".qml"}, r"\bpragma Singleton\b", ("qml/Theme/",), "the one singleton is Theme"),
    ({".qml"}, r"\bComponent\.onCompleted\b", ("tests/",), "no work while a page is being made"),
    ({".qml"}, r"\b(for|while)\s*\(|\blet\b", ("tests/",), "logic belongs in C++"),
    ({".qml"}, r"parent\.parent\b", (), "do not reach through parents"),
    (CPP | {".qml", ".py", ".cmake", ".sql"}, r"\b(TODO|XXX|FIXME)\b(?!.*#\d+)", ("tests/architecture/",),
     "an open end names its issue"),
    (SCRIPTS, r"\|\| true\b", (), "a check must be able to fail"),
]


class Tree:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        listed = subprocess.run(["git", "-C", root, "ls-files", "-co", "--exclude-standard"],
                                capture_output=True, text=True, check=True).stdout.split("\n")
        self.paths = sorted(path for path in listed if path and (self.root / path).is_file())

    def lines(self, path):
        try:
            return (self.root / path).read_text(encoding="utf-8").split("\n")
        except UnicodeDecodeError:
            return []


def read_edges(path):
    edges = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        name, _, used = line.partition(":")
        edges[name.strip()] = set(used.split())
    return edges


def room_of(path):
    """The room a file stands in, with the name its edges have: ("store", "lib") or ("qml/Map", "qml")."""
    parts = path.split("/")
    if parts[0] == "lib" and len(parts) > 2 and parts[1] != "cmake":
        return parts[1]
    if parts[0] == "qml" and len(parts) > 2:
        return "qml/" + parts[1]
    if parts[0] == "app" and len(parts) > 2:
        return parts[1]
    return None


def check_includes(tree, edges):
    rooms = {path.split("/")[1] for path in tree.paths if path.startswith("lib/")}
    for path in tree.paths:
        room = room_of(path)
        if room is None or pathlib.PurePath(path).suffix not in CPP:
            continue
        for number, line in enumerate(tree.lines(path), 1):
            own = re.match(r'\s*#include "([a-z]+)/([^"]+)"', line)
            if own and own[1] in rooms:
                if room in WITHOUT_QT and own[1] == "core" and f"core/{own[2]}" not in PLAIN_CORE:
                    yield f"{path}:{number}: {room} may use the Qt-free half of core only, not {own[2]}"
                elif own[1] != room and own[1] not in edges.get(room, set()) | {"core" if room in WITHOUT_QT else ""}:
                    yield f"{path}:{number}: {room} may not use {own[1]}"
            foreign = re.match(r"\s*#include <(Qt?[A-Za-z0-9/]+)(\.h)?>", line)
            if not foreign:
                continue
            name = foreign[1].split("/")[-1]
            if room in WITHOUT_QT:
                yield f"{path}:{number}: {room} is free of Qt"
            if path.startswith("lib/") and re.match(r"Q(Qml|Quick|SG|JS)", name):
                yield f"{path}:{number}: lib never sees Qt Qml or Quick ({name})"
            if path.startswith("lib/") and name in GUI_HEADERS and room not in WITH_GUI:
                yield f"{path}:{number}: Qt Gui is not for {room} ({name})"
            if "HttpServer" in name and room != "porchlight-exchange":
                yield f"{path}:{number}: only porchlight-exchange uses Qt HTTP Server"


def check_imports(tree, edges):
    for path in tree.paths:
        room = room_of(path)
        if room is None or not path.startswith("qml/") or not path.endswith(".qml"):
            continue
        for number, line in enumerate(tree.lines(path), 1):
            imported = re.match(r"\s*import Porchlight\.(\w+)", line)
            if imported and "qml/" + imported[1] != room and imported[1] not in edges.get(room + " imports", set()):
                yield f"{path}:{number}: {room} may not import {imported[1]}"


def check_lines(tree):
    for path in tree.paths:
        suffix = pathlib.PurePath(path).suffix
        rules = [rule for rule in FORBIDDEN if suffix in rule[0] and not path.startswith(rule[2] or ("\0",))]
        if not rules:
            continue
        for number, line in enumerate(tree.lines(path), 1):
            for _, pattern, _, why in rules:
                if re.search(pattern, line):
                    yield f"{path}:{number}: {why}"


def check_sizes(tree):
    for path in tree.paths:
        most = MOST_LINES.get(pathlib.PurePath(path).suffix)
        if most is None:
            continue
        lines = tree.lines(path)
        if len(lines) > most:
            yield f"{path}: {len(lines)} lines, at most {most}"
        if path.endswith(".cpp"):
            yield from check_functions(path, lines)


def check_functions(path, lines):
    """Functions open with a brace in the first column and close with one; types are left out."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            head = lines[number - 2]
            is_function = not re.match(r"\s*(class|struct|enum|namespace|union)\b", head)
            start = number if is_function else None
        elif line.startswith("}") and start is not None:
            if number - start > MOST_FUNCTION_LINES:
                yield f"{path}:{start}: a function of {number - start} lines, at most {MOST_FUNCTION_LINES}"
            start = None


def check_names(tree):
    top = {"CMakeLists.txt", "app", "qml", "resources", "lib", "tests", "packaging", "README.md", "CMakePresets.json",
           "LICENSES", "REUSE.toml"}
    for path in tree.paths:
        first = path.split("/")[0]
        if first not in top and not first.startswith("."):
            yield f"{path}: the top level is fixed"
        if WORDS_NOT_USED.search(pathlib.PurePath(path).stem):
            yield f"{path}: this word means that the responsibility is not clear yet"
        if path.startswith("qml/") and path.endswith(".js"):
            yield f"{path}: no JavaScript files in qml"


def check_readme(tree):
    if "README.md" not in tree.paths:
        yield "README.md: missing"
        return
    text = "\n".join(tree.lines("README.md"))
    for named in sorted(set(re.findall(r"[`(]((?:app|qml|resources|lib|tests|packaging)/[\w./-]*)", text))):
        if not (tree.root / named).exists():
            yield f"README.md: names {named}, which is not there"


def main():
    tree = Tree(sys.argv[1])
    edges = read_edges(sys.argv[2])
    faults = [*check_includes(tree, edges), *check_imports(tree, edges), *check_lines(tree), *check_sizes(tree),
              *check_names(tree), *check_readme(tree)]
    print("\n".join(faults) if faults else f"{len(tree.paths)} files keep the plan of the house")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
