// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lays out Larkfield, a town that does not exist: main roads between 5 by 5 crossings, a pike through the middle, a
// street grid of its own in each quarter, houses with numbers, a river, a railway, parks, three villages around.
// All in metres around the middle of the town, the same on every machine.
import { Cells, distance, isInside, lengthOf, runs, seeded, simplified, smooth, walk } from './geometry.mjs';
import { streetNames } from './names.mjs';

const random = seeded(61);
const nameOf = streetNames(random);
const HALF = 1600;
const EDGE = 7000;
const spread = (amount) => (random() - 0.5) * 2 * amount;

/// Above 0 north-west of the pike.
const pikeSide = ([x, y]) => y - 0.78 * x - 60;
const pike = [[-EDGE, 0.78 * -EDGE + 60], [EDGE, 0.78 * EDGE + 60]];

function blob(centre, radius, corners, unevenness) {
    const ring = [];
    for (let i = 0; i < corners; ++i) {
        const angle = 2 * Math.PI * i / corners;
        const reach = radius * (1 + spread(unevenness));
        ring.push([centre[0] + Math.cos(angle) * reach, centre[1] + Math.sin(angle) * reach]);
    }
    return smooth([...ring, ring[0]], 4);
}

function box([x, y], width, height, angle = 0) {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]];
    return corners.map(([i, j]) => [x + i * width / 2 * c - j * height / 2 * s, y + i * width / 2 * s + j * height / 2 * c]);
}

const riverLine = smooth([[-3300, -7500], [-2900, -5200], [-3250, -3300], [-2750, -1700], [-2650, 0], [-2950, 1600],
    [-2600, 3300], [-3000, 5300], [-2700, 7500]], 16);
const river = (() => {
    const side = (sign) => riverLine.map((point, i) => {
        const [a, b] = [riverLine[Math.max(0, i - 1)], riverLine[Math.min(riverLine.length - 1, i + 1)]];
        const length = distance(a, b);
        const half = 55 + 18 * Math.sin(i / 5);
        return [point[0] - sign * (b[1] - a[1]) / length * half, point[1] + sign * (b[0] - a[0]) / length * half];
    });
    return [...side(1), ...side(-1).reverse(), side(1)[0]];
})();

const parks = [
    { name: 'Lantern Park', ring: box([300, 320], 330, 190, 0.66) },
    { name: 'Mill Green', ring: blob([-420, -560], 150, 8, 0.2) },
    { name: 'Alder Meadow', ring: blob([120, -1380], 210, 9, 0.25) },
    { name: 'Heron Pond', ring: blob([-1180, 980], 230, 9, 0.2) },
    { name: 'East Common', ring: box([1230, -330], 260, 200, 0.12) },
];
const cemetery = box([1180, 1180], 260, 190, -0.2);
const schools = [
    { name: 'Larkfield High School', ring: box([-620, 900], 300, 230, 0.05) },
    { name: 'Millside School', ring: box([820, -980], 220, 170, 0.1) },
    { name: 'Marlow State Campus', ring: box([-700, 2450], 620, 420, 0.1) },
];
const pond = blob([-1160, 990], 95, 8, 0.25);
const industry = box([-2080, -350], 420, 1500, 0.02);
const closed = [...parks.map((each) => each.ring), cemetery, ...schools.map((each) => each.ring), river, pond];
const isClosed = (point) => closed.some((ring) => isInside(point, ring));

const roads = [];
const buildings = [];
const addresses = [];

function addRoad(line, kind, name) {
    if (lengthOf(line) > 40) {
        roads.push({ line: simplified(line), kind, name, index: roads.length });
    }
}

// --- main roads ---

const crossings = [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((j) =>
    [-HALF + i * 800 + spread(110), -HALF + j * 800 + spread(110)]));
const mainNames = {
    across: ['Tannery Road', 'Ferry Road', 'Centerfield Road', 'Crest Road', 'Cloverfield Road'],
    along: ['Canal Road', 'Station Road', 'Wilton Street', 'Marlow Road', 'Ashby Road'],
};
const kinds = ['tertiary', 'tertiary', 'secondary', 'tertiary', 'tertiary'];

function outward(from, direction) {
    const steps = [1100, 2600, 4200, EDGE - HALF];
    return steps.map((reach) => [from[0] + direction[0] * reach + direction[1] * spread(260),
        from[1] + direction[1] * reach + direction[0] * spread(260)]);
}

function mainRoad(points, directions) {
    const before = outward(points[0], directions[0]).reverse();
    return smooth([...before, ...points, ...outward(points[4], directions[1])], 8);
}

for (let i = 0; i < 5; ++i) {
    addRoad(mainRoad(crossings[i], [[0, -1], [0, 1]]), kinds[i], mainNames.along[i]);
    addRoad(mainRoad(crossings.map((column) => column[i]), [[-1, 0], [1, 0]]), kinds[i], mainNames.across[i]);
}
addRoad(pike, 'primary', 'Old Mill Pike');
addRoad(smooth([[-EDGE, -2300], [-4000, -2500], [-1500, -2650], [900, -2550], [2600, -1900], [3400, -300], [3700, 2200],
    [4600, 4600], [EDGE, 5600]], 12), 'trunk', 'Larkfield Bypass');
const ring = [[-3900, -3800], [0, -4300], [4100, -3700], [5300, 300], [4300, 4100], [0, 4400], [-4200, 3900], [-5200, 0]];
addRoad(smooth([...ring, ring[0]], 8), 'tertiary', 'Township Line Road');
const railway = smooth([[-2500, -7500], [-2100, -4200], [-2330, -2000], [-2310, 0], [-2380, 1900], [-2150, 4200],
    [-1500, 7500]], 12);

// --- quarters and their streets ---

const styles = {
    old: { across: 78, along: 118, wave: 0, drop: 0.04, stub: 0 },
    grid: { across: 84, along: 150, wave: 0, drop: 0.18, stub: 0.04 },
    suburb: { across: 112, along: 190, wave: 24, drop: 0.34, stub: 0.3 },
};

/// One family of lines in a quarter's own frame; `turned` swaps the axes.
function families(quarter, style, turned, visit) {
    const [c, s] = [Math.cos(quarter.angle), Math.sin(quarter.angle)];
    const place = (u, v) => [quarter.centre[0] + u * c - v * s, quarter.centre[1] + u * s + v * c];
    const spacing = turned ? style.along : style.across;
    const reach = quarter.reach ?? 1100;
    for (let k = -Math.floor(reach / spacing); k <= reach / spacing; ++k) {
        const line = [];
        for (let t = -reach; t <= reach; t += 12) {
            const off = k * spacing + style.wave * Math.sin((t + k * 40 + quarter.phase) / 95);
            line.push(turned ? place(off, t) : place(t, off));
        }
        visit(line, k);
    }
}

function inFrame(quarter, [x, y]) {
    const [c, s] = [Math.cos(quarter.angle), Math.sin(quarter.angle)];
    const [dx, dy] = [x - quarter.centre[0], y - quarter.centre[1]];
    return [dx * c + dy * s, dy * c - dx * s];
}

function layOut(quarter) {
    const style = styles[quarter.style];
    const isOpen = (point) => quarter.holds(point) && !isClosed(point);
    families(quarter, style, false, (line) => {
        const pieces = runs(line, isOpen).filter((piece) => lengthOf(piece) > 60);
        if (pieces.length > 0) {
            const name = nameOf(true);
            pieces.forEach((piece) => addRoad(piece, 'minor', name));
        }
    });
    families(quarter, style, true, (line, k) => {
        const fates = Array.from({ length: 64 }, () => random());
        const goesOn = (point) => {
            const [u, v] = inFrame(quarter, point);
            const row = (v - style.wave * Math.sin((u + quarter.phase) / 95)) / style.across;
            const fate = fates[(Math.floor(row) + 32) & 63];
            return isOpen(point) && fate > style.drop
                && (fate > style.drop + style.stub || row - Math.floor(row) < 0.62);
        };
        const pieces = runs(line, goesOn).filter((piece) => lengthOf(piece) > 50);
        if (pieces.length > 0) {
            const name = nameOf(k % 3 === 0);
            pieces.forEach((piece) => addRoad(piece, 'minor', name));
        }
    });
}

const quarters = [];
const centreOf = (ringOf) => ringOf.reduce((sum, p) => [sum[0] + p[0] / ringOf.length, sum[1] + p[1] / ringOf.length], [0, 0]);

/// The edge between two crossings as the smoothed main road runs, so that streets end on the road.
function edge(points, from) {
    const curve = smooth(points, 8);
    return curve.slice(from * 8, from * 8 + 9);
}

for (let i = 0; i < 4; ++i) {
    for (let j = 0; j < 4; ++j) {
        const row = (n) => crossings.map((column) => column[n]);
        const outline = [...edge(row(j), i), ...edge(crossings[i + 1], j), ...edge(row(j + 1), i).reverse(),
            ...edge(crossings[i], j).reverse()];
        const isOuter = i === 0 || j === 3 || (i === 3 && j !== 2);
        for (const side of [1, -1]) {
            if (!outline.some((point) => pikeSide(point) * side > 0)) {
                continue;
            }
            const isOld = side < 0 && i >= 1 && j >= 1 && i <= 2 && j <= 2;
            quarters.push({
                style: isOld || (i === 2 && j === 2) ? 'old' : isOuter ? 'suburb' : 'grid',
                angle: isOld ? Math.atan(0.78) : spread(0.16),
                centre: centreOf(outline),
                phase: random() * 600,
                outline,
                holds: (point) => pikeSide(point) * side > 0 && isInside(point, outline),
            });
        }
    }
}
const villages = [
    { name: 'Ashby', centre: [3950, 2700], angle: 0.3 },
    { name: 'Penrose', centre: [-4700, 2500], angle: -0.2 },
    { name: 'Lower Ashby', centre: [4250, -3050], angle: 0.9 },
];
for (const village of villages) {
    const outline = blob(village.centre, 460, 9, 0.18);
    village.outline = outline;
    quarters.push({ style: 'grid', angle: village.angle, centre: village.centre, phase: random() * 600, outline,
        reach: 700, holds: (point) => isInside(point, outline) });
}
quarters.forEach(layOut);

// --- houses ---

const roadPoints = new Cells(24);
for (const road of roads) {
    walk(road.line, 6, (point) => roadPoints.add(point, { point, road: road.index }));
}
walk(railway, 8, (point) => roadPoints.add(point, { point, road: -1 }));
const taken = new Cells(34);

function isFree(point, size, own) {
    return !isClosed(point) && roadPoints.near(point).every((each) => distance(each.point, point) > size * 0.62 + 5
            || (each.road === own && distance(each.point, point) > size * 0.5 + 4))
        && taken.near(point).every((each) => distance(each.point, point) > (size + each.size) * 0.56);
}

function build(point, along, width, depth, size, own) {
    if (!isFree(point, size, own)) {
        return false;
    }
    taken.add(point, { point, size });
    buildings.push(box(point, width, depth, Math.atan2(along[1], along[0])));
    return true;
}

const blockBase = new Map();

function settle(road) {
    const isCentral = (point) => distance(point, [120, 60]) < 620;
    const isTown = (point) => Math.max(Math.abs(point[0]), Math.abs(point[1])) < HALF + 40
        || villages.some((village) => isInside(point, village.outline));
    const start = blockBase.get(road.name) ?? 1 + Math.floor(random() * 9);
    blockBase.set(road.name, start + Math.ceil(lengthOf(road.line) / 120));
    const lot = road.kind === 'minor' ? 21 : 26;
    walk(road.line, lot, (point, along, metres) => {
        for (const side of [1, -1]) {
            const chance = random();
            const isOpenLand = !isTown(point);
            if (isOpenLand && chance > 0.13) {
                continue;
            }
            const isShop = road.kind !== 'minor' && isCentral(point);
            const width = isShop ? 17 + random() * 6 : 9 + random() * 6;
            const depth = isShop ? 16 + random() * 8 : 8 + random() * 4;
            const back = (isOpenLand ? 26 : isShop ? 19 : 16.5) + random() * 3;
            const centre = [point[0] - along[1] * side * back, point[1] + along[0] * side * back];
            if (build(centre, along, width, depth, Math.max(width, depth), road.index)) {
                const block = start + Math.floor(metres / 120);
                const within = Math.floor((metres % 120) / lot) * 4 + (side > 0 ? 2 : 1);
                addresses.push({ number: block * 100 + within, street: road.name, at: centre });
            }
        }
    });
}

schools.forEach(({ ring: grounds }) => {
    const middle = centreOf(grounds.slice(0, 4));
    const step = distance(grounds[0], grounds[1]) / 5;
    [[-1, 0.4], [0, 0.5], [1.1, 0.2], [0.2, -0.6]].forEach(([x, y]) =>
        buildings.push(box([middle[0] + x * step, middle[1] + y * step], step * 0.8, step * 0.45, 0.05)));
});
for (let y = -1000; y <= 300; y += 130) {
    buildings.push(box([-2150 + spread(20), y - 20], 90 + random() * 40, 70 + random() * 30, 0.02));
}
roads.filter((road) => road.kind !== 'trunk').sort((a, b) => (a.kind === 'minor') - (b.kind === 'minor')).forEach(settle);

// --- country ---

const woods = [];
for (let i = 0; i < 90; ++i) {
    const centre = [spread(EDGE), spread(EDGE)];
    const isFar = Math.max(Math.abs(centre[0]), Math.abs(centre[1])) > HALF + 650;
    if (isFar && villages.every((village) => distance(village.centre, centre) > 1000)) {
        woods.push(blob(centre, 180 + random() * 420, 9, 0.35));
    }
}

const municipality = [[-2560, -1720], [-1900, -2080], [-600, -2010], [900, -1890], [2020, -1700], [2150, -300],
    [2010, 900], [2100, 1950], [600, 2060], [-900, 1930], [-2420, 1880], [-2500, 600]];

export const town = {
    roads,
    buildings,
    addresses,
    river,
    riverLine,
    pond,
    parks,
    cemetery,
    schools,
    industry,
    railway,
    woods,
    villages,
    builtUp: quarters.map((quarter) => ({ ring: [...quarter.outline, quarter.outline[0]], style: quarter.style })),
    municipality: [...municipality, municipality[0]],
    suburbs: [
        { name: 'Old Town', at: [470, -130] },
        { name: 'Northfield', at: [-260, 1180] },
        { name: 'Millside', at: [-880, -1180] },
        { name: 'Eastgate', at: [1330, 260] },
    ],
};
