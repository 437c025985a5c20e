// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plane geometry in metres for the made-up town: x to the east, y to the north.

/// A generator of the same numbers on every machine (mulberry32).
export function seeded(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}

export const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
export const between = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

export function isInside(point, ring) {
    let inside = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [a, b] = [ring[i], ring[j]];
        if ((a[1] > point[1]) !== (b[1] > point[1])
            && point[0] < (b[0] - a[0]) * (point[1] - a[1]) / (b[1] - a[1]) + a[0]) {
            inside = !inside;
        }
    }
    return inside;
}

export function distanceToSegment(point, a, b) {
    const length = distance(a, b) ** 2;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0,
        ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length));
    return distance(point, between(a, b, t));
}

/// A Catmull-Rom curve through the points, `steps` pieces an edge.
export function smooth(points, steps = 6) {
    const at = (i) => points[Math.min(points.length - 1, Math.max(0, i))];
    const curve = [];
    for (let i = 0; i + 1 < points.length; ++i) {
        const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
        for (let s = 0; s < steps; ++s) {
            const t = s / steps;
            curve.push([0, 1].map((k) => 0.5 * (2 * p1[k] + (p2[k] - p0[k]) * t
                + (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * t * t
                + (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * t ** 3)));
        }
    }
    return [...curve, points[points.length - 1]];
}

/// Leaves out points that lie within `tolerance` of the line through their neighbours (Douglas-Peucker).
export function simplified(line, tolerance = 0.6) {
    if (line.length < 3) {
        return line;
    }
    const last = line.length - 1;
    let [far, at] = [0, 0];
    for (let i = 1; i < last; ++i) {
        const off = distanceToSegment(line[i], line[0], line[last]);
        [far, at] = off > far ? [off, i] : [far, at];
    }
    return far <= tolerance ? [line[0], line[last]]
        : [...simplified(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplified(line.slice(at), tolerance)];
}

/// The stretches of a line on which `test` holds, cut to within a tenth of a metre.
export function runs(line, test) {
    const found = [];
    let open = null;
    for (let i = 0; i < line.length; ++i) {
        const isIn = test(line[i]);
        if (i > 0 && isIn !== (open !== null)) {
            let [inner, outer] = isIn ? [line[i], line[i - 1]] : [line[i - 1], line[i]];
            while (distance(inner, outer) > 0.1) {
                const half = between(inner, outer, 0.5);
                [inner, outer] = test(half) ? [half, outer] : [inner, half];
            }
            if (isIn) {
                open = [outer];
            } else {
                found.push([...open, outer]);
                open = null;
            }
        }
        if (isIn) {
            open = open ?? [];
            open.push(line[i]);
        }
    }
    return open && open.length > 1 ? [...found, open] : found;
}

export function lengthOf(line) {
    return line.slice(1).reduce((sum, point, i) => sum + distance(line[i], point), 0);
}

/// Calls visit(point, [dx, dy], metres) every `step` metres along a line.
export function walk(line, step, visit) {
    let [done, next] = [0, step / 2];
    for (let i = 0; i + 1 < line.length; ++i) {
        const length = distance(line[i], line[i + 1]);
        const along = [(line[i + 1][0] - line[i][0]) / length, (line[i + 1][1] - line[i][1]) / length];
        for (; next <= done + length; next += step) {
            visit(between(line[i], line[i + 1], (next - done) / length), along, next);
        }
        done += length;
    }
}

/// Finds what lies near a spot without looking at everything.
export class Cells {
    constructor(side) {
        this.side = side;
        this.cells = new Map();
    }

    key(x, y) {
        return `${Math.floor(x / this.side)} ${Math.floor(y / this.side)}`;
    }

    add(point, value) {
        const key = this.key(point[0], point[1]);
        const list = this.cells.get(key);
        if (list) {
            list.push(value);
        } else {
            this.cells.set(key, [value]);
        }
    }

    near(point) {
        const found = [];
        for (let dx = -1; dx <= 1; ++dx) {
            for (let dy = -1; dy <= 1; ++dy) {
                found.push(...(this.cells.get(this.key(point[0] + dx * this.side, point[1] + dy * this.side)) ?? []));
            }
        }
        return found;
    }
}
