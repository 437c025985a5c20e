# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A running porchlight-exchange for tests, and what an agency asks of it."""

import base64
import datetime
import http.client
import json
import os
import pathlib
import resource
import signal
import subprocess
import tempfile
import urllib.parse
import uuid

PROGRAM = pathlib.Path(os.environ["PORCHLIGHT_BIN"]) / "porchlight-exchange"
PATIENCE = 60


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def sample_request(**changes):
    now = datetime.datetime.now(datetime.timezone.utc)
    ring = [[-76.883, 40.2575], [-76.877, 40.2575], [-76.877, 40.2625], [-76.883, 40.2625], [-76.883, 40.2575]]
    return {
        "id": str(uuid.uuid4()), "caseId": str(uuid.uuid4()), "caseNumber": "2026-004117", "offence": "burglary",
        "title": "Burglary near Wood Street",
        "text": "We are looking for footage of a white van.\nPlease share what your camera recorded, if you wish.",
        "area": {"kind": "rectangle", "geometry": {"type": "Polygon", "coordinates": [ring]}, "squareMetres": 283380,
                 "centre": {"latitude": 40.26, "longitude": -76.88}},
        "from": stamp(now - datetime.timedelta(hours=5)), "to": stamp(now - datetime.timedelta(hours=3)),
        "endsAt": stamp(now + datetime.timedelta(days=7)), "timeZone": "America/New_York", "state": "draft",
        "officer": {"id": "2217", "name": "Officer 2217", "agencyName": "Larkfield Police Department",
                    "contact": "tips@larkfield.example"},
        "publicUrl": "", **changes}


def clip_bytes(size):
    head = b"\0\0\0\x20ftypisom"
    return head + bytes(i * 37 % 251 for i in range(size - len(head)))


class Exchange:
    """Starts the program in a folder; `stop` ends it as a parent does."""

    def __init__(self, folder=None, *arguments, most_file_bytes=None):
        self.keep = None if folder else tempfile.TemporaryDirectory(prefix="exchange-")
        self.folder = pathlib.Path(folder or self.keep.name)
        self.log = tempfile.TemporaryFile()

        def limit():
            if most_file_bytes:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most_file_bytes, most_file_bytes))

        self.process = subprocess.Popen(
            [PROGRAM, "--with-parent", "--data-dir", self.folder, "--time-zone", "America/New_York", *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, preexec_fn=limit)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(self.stderr())
        self.said = json.loads(line)
        self.url = urllib.parse.urlsplit(self.said["url"])

    def stderr(self):
        self.log.seek(0)
        return self.log.read().decode()

    def stop(self):
        self.process.stdin.close()
        return self.process.wait(PATIENCE)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def ask(self, method, path, body=None, headers=None, host=None):
        connection = http.client.HTTPConnection(host or self.url.hostname, self.url.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def police(self, method, path, body=None, **more):
        headers = {"Authorization": "Bearer " + self.said["token"], "Content-Type": "application/json"}
        status, _, answer = self.ask(method, "/api/v1" + path, body and json.dumps(body), headers, **more)
        return status, json.loads(answer)

    def publish(self, **changes):
        request = sample_request(**changes)
        status, answer = self.police("POST", "/requests", request)
        assert status == 201, answer
        return request

    def offers(self):
        return self.police("GET", "/offers")[1]["offers"]

    def begin_upload(self, request, size, name="door.mp4"):
        pairs = {"request": request["id"], "filename": name}
        metadata = ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in pairs.items())
        status, headers, body = self.ask("POST", "/uploads", headers={
            "Tus-Resumable": "1.0.0", "Upload-Length": str(size), "Upload-Metadata": metadata, "Content-Length": "0"})
        assert status == 201, body
        return headers["location"]

    def send_part(self, upload, offset, part):
        return self.ask("PATCH", upload, part, {
            "Tus-Resumable": "1.0.0", "Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"})

    def offset(self, upload):
        return int(self.ask("HEAD", upload, headers={"Tus-Resumable": "1.0.0"})[1]["upload-offset"])

    def share(self, request, upload):
        """Chooses, reviews and shares, as a browser does; the answer to the last step."""
        until = datetime.date.today() + datetime.timedelta(days=30)
        form = urllib.parse.urlencode({"picture": "yes", "place": "none", "purpose": "thisCase", "until": until,
                                       "upload": upload.rsplit("/", 1)[1]})
        status, headers, body = self.ask("POST", f"/r/{request['id']}/clip", form,
                                         {"Content-Type": "application/x-www-form-urlencoded"})
        assert status == 303, body
        return self.ask("POST", headers["location"] + "/share", headers={"Content-Length": "0"})
