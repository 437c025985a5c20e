// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes world.pmtiles: land, countries, US states and counties, zooms 0 to 8, from the npm packages world-atlas
// (Natural Earth, public domain) and us-atlas (US Census Bureau, public domain, edition of 2017); both packages: ISC.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { argument, feature, hashOf, makeOnce, writePack } from './pack.mjs';

const modules = argument('modules');
const output = argument('out');
const { feature: shapes, mesh } = createRequire(join(modules, 'world.mjs'))('topojson-client');

const sources = {
    land: join(modules, 'world-atlas', 'land-10m.json'),
    countries: join(modules, 'world-atlas', 'countries-10m.json'),
    states: join(modules, 'us-atlas', 'states-10m.json'),
    counties: join(modules, 'us-atlas', 'counties-10m.json'),
};

function ringArea(ring) {
    let sum = 0;
    for (let i = 0; i + 1 < ring.length; ++i) {
        sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    }
    return sum / 2;
}

function ringCentre(ring) {
    const area = ringArea(ring);
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < ring.length; ++i) {
        const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
        x += (ring[i][0] + ring[i + 1][0]) * cross;
        y += (ring[i][1] + ring[i + 1][1]) * cross;
    }
    return [x / (6 * area), y / (6 * area)];
}

/// A point for the name, in the largest part, and the size of that part in square degrees.
function namePoint(shape) {
    const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    const largest = polygons.map((each) => each[0]).sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))[0];
    return { at: ringCentre(largest), size: Math.abs(ringArea(largest)) };
}

function names(topology, object, kind, zoomsOf) {
    return shapes(topology, topology.objects[object]).features
        .filter((each) => each.geometry && each.properties.name)
        .map((each) => ({ ...namePoint(each.geometry), properties: each.properties }))
        .filter(({ size }) => size > 0)
        .map(({ at, size, properties }) => {
            const rank = Math.min(20, Math.max(1, Math.round(10 - Math.log2(size + 0.001))));
            return feature({ type: 'Point', coordinates: at }, { class: kind, name: properties.name, rank },
                zoomsOf(size));
        });
}

function borders(topology, object, level, minzoom) {
    const lines = mesh(topology, topology.objects[object], (a, b) => a !== b);
    return lines.coordinates.map((line) => feature({ type: 'LineString', coordinates: line }, { admin_level: level },
        { minzoom, maxzoom: 8 }));
}

function make(work) {
    const read = Object.fromEntries(Object.entries(sources).map(([key, file]) =>
        [key, JSON.parse(readFileSync(file, 'utf8'))]));
    const land = shapes(read.land, read.land.objects.land);
    const landFeatures = (land.features ?? [land]).flatMap((each) => each.geometry.type === 'Polygon'
        ? [each.geometry.coordinates] : each.geometry.coordinates)
        .map((coordinates) => feature({ type: 'Polygon', coordinates }, {}));
    writePack({
        work,
        file: 'world.pmtiles',
        name: 'World and US counties',
        attribution: 'Natural Earth, US Census',
        zooms: [0, 8],
        options: ['--simplification=4', '--buffer=4', '--no-tiny-polygon-reduction'],
        layers: [
            ['land', landFeatures],
            ['boundary', [
                ...borders(read.countries, 'countries', 2, 0),
                ...borders(read.states, 'states', 4, 3),
                ...borders(read.counties, 'counties', 6, 5),
            ]],
            ['place', [
                ...names(read.countries, 'countries', 'country', (size) => ({ minzoom: size > 60 ? 1 : size > 4 ? 3 : 5, maxzoom: 8 })),
                ...names(read.states, 'states', 'state', () => ({ minzoom: 3, maxzoom: 8 })),
                ...names(read.counties, 'counties', 'county', () => ({ minzoom: 6, maxzoom: 8 })),
            ]],
        ],
    });
}

const here = fileURLToPath(import.meta.url);
makeOnce({
    cache: argument('cache'),
    key: hashOf([here, fileURLToPath(new URL('./pack.mjs', import.meta.url)), ...Object.values(sources)]),
    outputs: [output],
    make,
});
