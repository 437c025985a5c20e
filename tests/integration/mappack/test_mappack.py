# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack is made of an extract, or refused with a sentence; what is made, the program installs and paints."""

import hashlib
import importlib.machinery
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

MAPPACK = os.environ["PORCHLIGHT_MAPPACK"]
CLI = os.environ["PORCHLIGHT_CLI"]
STEP = 0.004


def town(ways_first=False, with_nodes=True):
    """Ten streets across each other, as OpenStreetMap XML."""
    nodes, ways = [], []
    for row in range(10):
        for column in range(10):
            nodes.append(f'<node id="{1 + row * 10 + column}" version="1" lat="{40.2 + row * STEP:.5f}" lon="{-76.9 + column * STEP:.5f}"/>')
    for number in range(10):
        across = "".join(f'<nd ref="{1 + number * 10 + column}"/>' for column in range(10))
        down = "".join(f'<nd ref="{1 + row * 10 + number}"/>' for row in range(10))
        for index, refs in enumerate((across, down)):
            ways.append(f'<way id="{1 + number * 2 + index}" version="1">{refs}<tag k="highway" v="residential"/>'
                        f'<tag k="name" v="{"Elm" if index else "Oak"} {number}"/></way>')
    parts = (nodes if with_nodes else nodes[::11], ways)
    body = "\n".join(part for block in (reversed(parts) if ways_first else parts) for part in block)
    return f'<osm version="0.6">\n{body}\n</osm>\n'


class MapPack(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.place.name)

    def tearDown(self):
        self.place.cleanup()

    def extract(self, **options):
        path = self.folder / "town.osm"
        path.write_text(town(**options), encoding="utf-8")
        return path

    def make(self, *words):
        return subprocess.run([MAPPACK, "make", *map(str, words)], capture_output=True, text=True, check=False)

    def cli(self, *words):
        return subprocess.run([CLI, "--json", "--data-dir", str(self.folder / "data"), "basemap", *map(str, words)],
                              capture_output=True, text=True, check=False)

    def refused(self, done, out, *parts):
        self.assertEqual(done.returncode, 1, done.stderr)
        for part in parts:
            self.assertIn(part, done.stderr)
        self.assertFalse(out.exists())
        self.assertEqual([each.name for each in self.folder.iterdir() if each.name.startswith(".")], [])

    def test_makes_a_pack_that_is_installed_and_painted(self):
        out = self.folder / "pack"

        done = self.make(self.extract(), "--name", "Elm Town", "--out", out)

        self.assertEqual(done.returncode, 0, done.stderr)
        manifest = json.loads((out / "pack.json").read_text(encoding="utf-8"))
        self.assertEqual((manifest["id"], manifest["name"], manifest["schema"]), ("elm-town", "Elm Town", "openmaptiles"))
        self.assertIn("OpenStreetMap contributors", manifest["credits"])
        self.assertAlmostEqual(manifest["bounds"]["west"], -76.9)
        tiles = (out / "streets.pmtiles").read_bytes()
        self.assertEqual(manifest["files"][0]["sha256"], hashlib.sha256(tiles).hexdigest())
        installed = self.cli("install", out)
        self.assertEqual(installed.returncode, 0, installed.stderr)
        self.assertEqual(self.cli("check", "elm-town").returncode, 0)
        picture = self.folder / "town.png"
        painted = self.cli("render", "--pack", "elm-town", "--center", "40.218,-76.882", "--zoom", "15",
                           "--size", "400x300", "--out", picture)
        self.assertEqual(painted.returncode, 0, painted.stderr)
        facts = json.loads(painted.stdout)
        self.assertTrue(facts["hasStreets"])
        self.assertEqual(facts["brokenTiles"], 0)
        self.assertIn("OpenStreetMap contributors", facts["credits"])
        self.assertEqual(picture.read_bytes()[:4], b"\x89PNG")

    def test_puts_an_unsorted_extract_in_order_first(self):
        out, ordered = self.folder / "pack", self.folder / "ordered"

        done = self.make(self.extract(ways_first=True), "--out", out)
        again = self.make(self.extract(), "--out", ordered)

        self.assertEqual((done.returncode, again.returncode), (0, 0), done.stderr + again.stderr)
        self.assertIn("not in order", done.stderr)
        counts = [text.stderr.split("build")[1].split(":")[1].split()[0] for text in (done, again)]
        self.assertEqual(counts[0], counts[1])

    def test_refuses_an_extract_that_was_cut_without_its_nodes(self):
        out = self.folder / "pack"
        self.refused(self.make(self.extract(with_nodes=False), "--out", out), out, "Nothing was made")

    def test_refuses_what_would_be_almost_empty(self):
        module = importlib.machinery.SourceFileLoader("mappack", MAPPACK).load_module()
        out = self.folder / "pack"
        self.assertEqual(self.make(self.extract(), "--out", out).returncode, 0)
        archive = module.Archive(out / "streets.pmtiles")
        there = module.tile_of(-76.9 + 4.5 * STEP, 40.2 + 4.5 * STEP, 14)

        self.assertEqual(module.compare(archive, {there}), 1)
        with self.assertRaisesRegex(module.Refusal, "almost empty"):
            module.compare(archive, {there, (0, 0), (1, 0)})
        with self.assertRaisesRegex(module.Refusal, "almost empty"):
            module.compare(archive, set())

    def test_refuses_an_extract_without_streets(self):
        path = self.folder / "empty.osm"
        path.write_text('<osm version="0.6"></osm>', encoding="utf-8")
        out = self.folder / "pack"
        self.refused(self.make(path, "--out", out), out, "no streets")

    def test_refuses_what_is_no_extract(self):
        path = self.folder / "other.osm.pbf"
        path.write_bytes(b"no extract at all" * 100)
        out = self.folder / "pack"
        self.refused(self.make(path, "--out", out), out, "may be damaged")
        self.refused(self.make(self.folder / "nowhere.osm.pbf", "--out", out), out, "There is no extract")

    def test_leaves_a_folder_that_is_there(self):
        out = self.folder / "pack"
        out.mkdir()
        (out / "mine").write_text("kept", encoding="utf-8")

        done = self.make(self.extract(), "--out", out)

        self.assertEqual(done.returncode, 1)
        self.assertEqual((out / "mine").read_text(encoding="utf-8"), "kept")

    def test_signs_with_an_ed25519_key_only(self):
        key = self.folder / "key.pem"
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True, capture_output=True)
        out = self.folder / "pack"
        done = self.make(self.extract(), "--out", out, "--sign", key)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(json.loads(self.cli("install", out).stdout)["signer"]), 32)

        other = self.folder / "other.pem"
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed448", "-out", other], check=True, capture_output=True)
        refused = self.folder / "refused"
        self.refused(self.make(self.extract(), "--out", refused, "--sign", other), refused, "Ed25519")

    def test_lists_an_index_of_addresses(self):
        index = self.folder / "index"
        index.write_bytes(b"an index")
        out = self.folder / "pack"

        done = self.make(self.extract(), "--out", out, "--address-index", index)

        self.assertEqual(done.returncode, 0, done.stderr)
        roles = {file["role"]: file["name"] for file in json.loads((out / "pack.json").read_text())["files"]}
        self.assertEqual(roles["addresses"], "addresses.sqlite")
        self.assertTrue(json.loads(self.cli("install", out).stdout)["hasAddresses"])


if __name__ == "__main__":
    unittest.main()
