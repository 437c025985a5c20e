// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns layers of GeoJSON features into a map pack with tippecanoe, and keeps finished files in a cache folder under
// the hash of everything they were made from.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export function argument(name) {
    const at = process.argv.indexOf(`--${name}`);
    if (at < 0 || at + 1 >= process.argv.length) {
        throw new Error(`--${name} is missing`);
    }
    return process.argv[at + 1];
}

export function hashOf(files) {
    const hash = createHash('sha256');
    for (const file of files) {
        hash.update(readFileSync(file));
    }
    return hash.digest('hex').slice(0, 16);
}

function replaceFile(from, to) {
    mkdirSync(dirname(to), { recursive: true });
    const partial = `${to}.${process.pid}`;
    copyFileSync(from, partial);
    renameSync(partial, to);
}

/// Copies the outputs from the cache; where one is missing, makes all of them in a folder of their own first.
export function makeOnce({ cache, key, outputs, make }) {
    const folder = join(cache, 'maps', key);
    const kept = (output) => join(folder, basename(output));
    if (!outputs.every((output) => existsSync(kept(output)))) {
        const work = mkdtempSync(join(tmpdir(), 'porchlight-map-'));
        try {
            make(work);
            outputs.forEach((output) => replaceFile(join(work, basename(output)), kept(output)));
        } finally {
            rmSync(work, { recursive: true, force: true });
        }
    }
    outputs.forEach((output) => replaceFile(kept(output), output));
}

export function feature(geometry, properties, zooms) {
    return { type: 'Feature', properties, geometry, tippecanoe: zooms };
}

/// layers: [[name, features]]
export function writePack({ work, file, name, attribution, layers, zooms, options }) {
    const files = layers.map(([layer, features]) => {
        const path = join(work, `${layer}.geojsonl`);
        writeFileSync(path, features.map((each) => JSON.stringify(each)).join('\n'));
        return `${layer}:${path}`;
    });
    execFileSync('tippecanoe', [
        '--quiet', '--force', '-o', join(work, file), '-n', name, '-A', attribution,
        '-Z', String(zooms[0]), '-z', String(zooms[1]), '-t', work,
        '--no-feature-limit', '--no-tile-size-limit', '--drop-rate=1', ...options,
        ...files.flatMap((each) => ['-L', each]),
    ], { stdio: ['ignore', 'ignore', 'inherit'] });
}
