#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Residents' pages in a real browser at the size of a telephone, with scripts on and off."""

import hashlib
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from exchangeprogram import Exchange

PAGES = pathlib.Path(__file__).with_name("pages.mjs")
CLIP = pathlib.Path(os.environ["DEMO_CLIPS"]) / "street-01-h264-15.mp4"


class ResidentsPages(unittest.TestCase):
    def test_shares_and_ignores(self):
        exchange = Exchange()
        self.addCleanup(exchange.stop)
        request = exchange.publish()
        with tempfile.TemporaryDirectory() as folder:
            letter = pathlib.Path(folder) / "letter.mp4"
            letter.write_text("Dear officer, I saw a van. " * 100)
            done = subprocess.run(
                ["node", PAGES, exchange.said["url"], request["id"], CLIP, letter, os.environ["PICTURES"]],
                capture_output=True, text=True, timeout=280)
        self.assertEqual(done.returncode, 0, done.stderr)
        receipts = json.loads(done.stdout)

        plain, scripted = exchange.offers()

        digest = hashlib.sha256(CLIP.read_bytes()).hexdigest()
        self.assertEqual([plain["digest"], scripted["digest"]], [digest, digest])
        self.assertEqual(plain["placeText"], "2318 Wood Street")
        self.assertEqual(scripted["placeText"], "2300 block of Wood Street")
        self.assertEqual(scripted["statedStart"], "2026-11-24T02:13:40.000Z")
        self.assertIn("statedClockOffsetMicroseconds", scripted)
        self.assertTrue(scripted["isSensitive"])
        self.assertEqual(len({receipts["plain"], receipts["scripted"]}), 2)
        self.assertEqual(exchange.stderr(), "")


if __name__ == "__main__":
    unittest.main(verbosity=2)
