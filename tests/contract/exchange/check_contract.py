#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks recorded questions and answers against the contract: check_contract.py OPENAPI RECORD [OPERATION...]

RECORD has one JSON object a line (tests/support/recordingsite.cpp). Every named operation must have been seen with
a successful answer. Prints one line a fault and exits 1 if there was any.
"""

import json
import pathlib
import re
import sys
import urllib.parse

import jsonschema
import yaml


class Contract:
    def __init__(self, path):
        self.document = yaml.safe_load(pathlib.Path(path).read_text(encoding="utf-8"))
        self.routes = []
        for template, item in self.document["paths"].items():
            pattern = re.compile("^" + re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template) + "$")
            self.routes.append((pattern, item))

    def resolve(self, node):
        while "$ref" in node and len(node) == 1:
            target = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def find(self, method, path):
        for pattern, item in self.routes:
            match = pattern.match(path)
            if match:
                return item.get(method), item.get("parameters", []), match.groupdict(), True
        return None, [], {}, False

    def faults_of(self, schema, value):
        whole = {"components": self.document["components"], "allOf": [schema]}
        validator = jsonschema.Draft202012Validator(whole)
        return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(value)]


def check_parameters(contract, parameters, line, in_path):
    query = dict(urllib.parse.parse_qsl(line["query"]))
    places = {"path": in_path, "query": query, "header": line["requestHeaders"]}
    for parameter in map(contract.resolve, parameters):
        name = parameter["name"].lower() if parameter["in"] == "header" else parameter["name"]
        value = places[parameter["in"]].get(name)
        if value is None:
            if parameter.get("required"):
                yield f"parameter {name} is missing"
        else:
            yield from (f"parameter {name}: {fault}" for fault in contract.faults_of(parameter["schema"], value))


def check_body(contract, content, kind, body):
    if kind not in content:
        yield f"content type {kind} is not in the contract"
    elif "schema" in content[kind]:
        yield from contract.faults_of(content[kind]["schema"], json.loads(body))


def check_answer(contract, operation, line):
    answer = operation["responses"].get(str(line["status"]))
    if answer is None:
        yield f"status {line['status']} is not in the contract"
        return
    answer = contract.resolve(answer)
    for name, header in answer.get("headers", {}).items():
        header = contract.resolve(header)
        value = line["headers"].get(name.lower())
        if value is None:
            yield f"header {name} is missing"
        else:
            yield from (f"header {name}: {fault}" for fault in contract.faults_of(header["schema"], value))
    if "content" in answer and line["method"] != "head":
        yield from check_body(contract, answer["content"], line["headers"].get("content-type"), line["body"])


def check_line(contract, line):
    operation, shared, in_path, is_path = contract.find(line["method"], line["path"])
    if operation is None:
        # A method that the contract does not have is refused as such; that is part of the contract too.
        if is_path and line["status"] not in (401, 403, 404, 405, 412):
            yield f"{line['status']} for a method that the contract does not have"
        return
    yield from check_answer(contract, operation, line)
    if line["status"] >= 400:
        return
    yield from check_parameters(contract, shared + operation.get("parameters", []), line, in_path)
    if operation.get("security") and not line["requestHeaders"].get("authorization", "").startswith("Bearer "):
        yield "answered without a token"
    if "requestBody" in operation:
        kind = line["requestHeaders"].get("content-type")
        yield from check_body(contract, operation["requestBody"]["content"], kind, line["requestBody"])


def main():
    contract = Contract(sys.argv[1])
    wanted = set(sys.argv[3:])
    lines = [json.loads(text) for text in pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()]
    faults = []
    for number, line in enumerate(lines, 1):
        where = f"{number}: {line['method']} {line['path']} -> {line['status']}"
        faults += [f"{where}: {fault}" for fault in check_line(contract, line)]
        operation = contract.find(line["method"], line["path"])[0]
        if operation and line["status"] < 400:
            wanted.discard(operation["operationId"])
    faults += [f"operation {name} was never answered" for name in sorted(wanted)]
    print("\n".join(faults) if faults else f"{len(lines)} questions and answers keep the contract")
    return 1 if faults or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
