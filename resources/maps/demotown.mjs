// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes the map pack of Larkfield, the made-up demo town: demotown.pmtiles (layers as in the OpenMapTiles schema),
// demotown.addresses.json (its house numbers) and demotown.json (where it is and who polices it). Every street, name and house number
// is invented; the place on the earth is only a place to put them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { argument, feature, hashOf, makeOnce, writePack } from './pack.mjs';
import { town } from './town.mjs';

const centre = { latitude: 40.2839, longitude: -76.8338 };
const metresPerDegree = 111320;

function lonLat([x, y]) {
    const round = (value) => Math.round(value * 1e7) / 1e7;
    return [round(centre.longitude + x / (metresPerDegree * Math.cos(centre.latitude * Math.PI / 180))),
        round(centre.latitude + y / metresPerDegree)];
}

const line = (points) => ({ type: 'LineString', coordinates: points.map(lonLat) });
const polygon = (ring) => ({ type: 'Polygon', coordinates: [ring.map(lonLat)] });
const point = (at) => ({ type: 'Point', coordinates: lonLat(at) });
const from = (minzoom) => ({ minzoom, maxzoom: 14 });

const roadZooms = { trunk: 9, primary: 9, secondary: 10, tertiary: 11, minor: 12 };

function roadLayer() {
    const roads = town.roads.map((road) => feature(line(road.line), { class: road.kind, name: road.name },
        from(roadZooms[road.kind])));
    return [...roads, feature(line(town.railway), { class: 'rail' }, from(10))];
}

function landLayer() {
    return [
        ...town.builtUp.map(({ ring, style }) => feature(polygon(ring), { class: style === 'old' ? 'commercial' : 'residential' }, from(9))),
        feature(polygon(town.industry), { class: 'industrial' }, from(10)),
        ...town.schools.map(({ ring }) => feature(polygon(ring), { class: 'school' }, from(12))),
        feature(polygon(town.cemetery), { class: 'cemetery' }, from(12)),
    ];
}

function placeLayer() {
    return [
        feature(point([-40, 130]), { class: 'town', name: 'Larkfield', rank: 8 }, from(9)),
        ...town.villages.map(({ name, centre: at }) => feature(point(at), { class: 'village', name, rank: 11 }, from(9))),
        ...town.suburbs.map(({ name, at }) => feature(point(at), { class: 'suburb', name, rank: 14 }, from(12))),
    ];
}

function make(work) {
    writePack({
        work,
        file: 'demotown.pmtiles',
        name: 'Larkfield, a made-up town',
        attribution: 'Larkfield: made up',
        zooms: [9, 14],
        options: ['--simplify-only-low-zooms', '--no-tiny-polygon-reduction', '--buffer=8'],
        layers: [
            ['landcover', town.woods.map((ring) => feature(polygon(ring), { class: 'wood' }, from(9)))],
            ['landuse', landLayer()],
            ['park', town.parks.map(({ name, ring }) => feature(polygon([...ring, ring[0]]), { class: 'park', name }, from(11)))],
            ['water', [feature(polygon(town.river), { class: 'river', name: 'Alder River' }, from(9)),
                feature(polygon(town.pond), { class: 'lake', name: 'Heron Pond' }, from(11))]],
            ['building', town.buildings.map((ring) => feature(polygon(ring), {}, from(13)))],
            ['transportation', roadLayer()],
            ['boundary', [feature(line(town.municipality), { admin_level: 8 }, from(10))]],
            ['place', placeLayer()],
            ['housenumber', town.addresses.map(({ number, at }) => feature(point(at), { housenumber: String(number) }, from(14)))],
        ],
    });
    const streets = {};
    for (const { number, street, at } of town.addresses) {
        const [longitude, latitude] = lonLat(at);
        (streets[street] ??= []).push([number, latitude, longitude]);
    }
    writeFileSync(join(work, 'demotown.addresses.json'), JSON.stringify({ town: 'Larkfield', streets }));
    writeFileSync(join(work, 'demotown.json'), `${JSON.stringify(description(), null, 2)}\n`);
}

/// The places of the sample directory's agencies around the town, and whose ground is where.
function description() {
    const at = (x, y) => {
        const [longitude, latitude] = lonLat([x, y]);
        return { latitude, longitude };
    };
    return {
        name: 'Larkfield',
        county: 'Marlow County',
        note: 'Larkfield and everything around it is made up.',
        centre,
        zoom: 14.6,
        places: {
            'Larkfield Police Department': at(190, 40),
            'Ashby Township Police': at(3950, 2700),
            'Marlow County Sheriff': at(230, 70),
            'Lower Ashby Township Police': at(4250, -3050),
            'Penrose Borough Police': at(-4700, 2500),
            'State Campus Police': at(-700, 2450),
        },
        jurisdictions: [{ agency: 'Larkfield Police Department', geometry: polygon(town.municipality) }],
    };
}

const pieces = ['demotown.mjs', 'town.mjs', 'names.mjs', 'geometry.mjs', 'pack.mjs'];
const folder = argument('out');
mkdirSync(folder, { recursive: true });
makeOnce({
    cache: argument('cache'),
    key: hashOf(pieces.map((each) => join(dirname(fileURLToPath(import.meta.url)), each))),
    outputs: ['demotown.pmtiles', 'demotown.addresses.json', 'demotown.json'].map((each) => join(folder, each)),
    make,
});
