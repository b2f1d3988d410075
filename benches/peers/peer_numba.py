"""The reference workload in numba: one compiled loop over blocks of draws, on all threads.

The formulas are those of land.py, draw by draw. Random numbers are numba's own, one stream for each
block.
"""

import math
import os
import time

import numpy as np

import peer
import workload
from workload import BASE, HORIZONS, LAST, YEARS

BLOCK = 64
FIXED, UNIFORM, TRIANGULAR, PERT, NORMAL, LOGNORMAL = range(6)
FAMILIES = ("fixed", "uniform", "triangular", "pert", "normal", "lognormal")
CONSTANT, WEIGHTS, GEOMETRIC, GROWTH, FADING = range(5)
KINDS = ("constant", "weights", "geometric", "growth", "fading")
ROOT_HALF = math.sqrt(0.5)


def padded(rows, width, kind=np.int64):
    out = np.full((max(len(rows), 1), width), -1, dtype=kind)
    for place, row in enumerate(rows):
        out[place, : len(row)] = row
    return out[: len(rows)]


def flatten(work):
    """Plain arrays of everything in the workload."""
    families = np.array([FAMILIES.index(item.family) for item in work.inputs])
    parameters = padded([item.parameters for item in work.inputs], 4, float)
    groups = np.array([[item.group for item in work.inputs]])[0]
    loadings = np.array([item.loading for item in work.inputs])
    paths = padded(
        [
            (KINDS.index(p.kind), p.first_period, p.start, p.elasticity, p.sigma, p.walk)
            + tuple(p.columns)
            for p in work.pathways
        ],
        9,
    )
    weights = np.zeros((len(work.pathways), YEARS, 3))
    for place, path in enumerate(work.pathways):
        if path.weights is not None:
            weights[place, :, : path.weights.shape[1]] = path.weights
    routes = [
        (number, *route) for number, stream in enumerate(work.streams) for route in stream[2]
    ]
    streams = [(place, volume, period, part) for place, volume, _, period, part in work.streams]
    return (
        (families, parameters, groups, loadings, work.group_factor),
        (paths, weights, padded(work.curves, 3), padded(work.helds, 2)),
        (
            padded([t[:3] for t in work.technologies], 3),
            np.array([t[3] for t in work.technologies]),
            padded(work.clusters, 10),
        ),
        (padded(streams, 4), padded(routes, 4), padded(work.counts, 6), padded(work.linears, 5)),
        (padded(work.indices, 2), padded(work.campuses, 11)),
    )


def compiled():
    import numba
    from numba import prange

    def njit(function=None, **options):
        """Compiled for speed: sums in any order, and no check of divisions by zero."""
        return numba.njit(function, fastmath=True, error_model="numpy", **options)

    @njit(inline="always")
    def triangle(u, low, mode, high):
        if u * (high - low) <= mode - low:
            return low + math.sqrt(u * (high - low) * (mode - low))
        return high - math.sqrt((1.0 - u) * (high - low) * (high - mode))

    @njit
    def draw_inputs(sampling, x, factors):
        families, parameters, groups, loadings, group_factor = sampling
        count = group_factor.shape[0]
        for i in range(count):
            factors[count + i] = np.random.standard_normal()
        for i in range(count):
            factors[i] = 0.0
            for j in range(i + 1):
                factors[i] += group_factor[i, j] * factors[count + j]
        for i in range(len(x)):
            family, p = families[i], parameters[i]
            if family == FIXED:
                x[i] = p[0]
                continue
            if family == PERT:
                alpha = 1.0 + 4.0 * (p[1] - p[0]) / (p[2] - p[0])
                x[i] = p[0] + (p[2] - p[0]) * np.random.beta(alpha, 6.0 - alpha)
                continue
            if family == NORMAL:
                x[i] = p[0] + p[1] * np.random.standard_normal()
                while x[i] < p[2] or x[i] > p[3]:
                    x[i] = p[0] + p[1] * np.random.standard_normal()
                continue
            if groups[i] >= 0:
                own = math.sqrt(1.0 - loadings[i] ** 2)
                z = loadings[i] * factors[groups[i]] + own * np.random.standard_normal()
                if family == LOGNORMAL:
                    x[i] = math.exp(p[0] + p[1] * z)
                    continue
                u = 0.5 * math.erfc(-z * ROOT_HALF)
            elif family == LOGNORMAL:
                x[i] = math.exp(p[0] + p[1] * np.random.standard_normal())
                continue
            else:
                u = np.random.random()
            if family == UNIFORM:
                x[i] = p[0] + (p[1] - p[0]) * u
            else:
                x[i] = triangle(u, p[0], p[1], p[2])

    @njit
    def fill_pathway(path, weights, x, level):
        kind, columns = path[0], path[6:]
        noise = x[path[4]] if path[5] >= 0 else 0.0
        if kind == CONSTANT:
            level[:] = x[columns[0]]
        elif kind == WEIGHTS or kind == GEOMETRIC:
            for t in range(YEARS):
                level[t] = 0.0
                for k in range(3):
                    if weights[t, k] != 0.0:
                        value = x[columns[k]]
                        if kind == GEOMETRIC:
                            value = math.log(value)
                        level[t] += weights[t, k] * value
                if kind == GEOMETRIC:
                    level[t] = math.exp(level[t])
        elif kind == GROWTH:
            first, second = 1.0 + x[columns[0]], 1.0 + x[columns[1]]
            if path[3] >= 0:
                first, second = first ** x[path[3]], second ** x[path[3]]
            level[0] = x[path[2]] if path[2] >= 0 else 1.0
            for t in range(1, YEARS):
                level[t] = level[t - 1] * (first if t <= path[1] else second)
        else:
            now, later, decay = x[columns[0]], x[columns[1]], x[columns[2]]
            yearly, left, position = math.exp(-1.0 / decay), 1.0, 0.0
            level[0] = 1.0
            for t in range(1, YEARS):
                left *= yearly
                grown = later * t + (now - later) * decay * (1.0 - left)
                if path[5] >= 0:
                    position += np.random.standard_normal()
                    grown += noise * position
                level[t] = math.exp(grown)
            return
        if path[5] >= 0:
            position = 0.0
            for t in range(1, YEARS):
                position += np.random.standard_normal()
                level[t] *= math.exp(noise * position)

    @njit
    def fill_curve(item, x, curve):
        midpoint, speed = x[item[0]], x[item[1]]
        late = x[item[2]] if item[2] >= 0 else 0.0
        start, end = math.exp(-speed * (BASE - midpoint)), math.exp(-speed * (LAST - midpoint))
        scale, yearly = (1.0 + end) / (start - end), math.exp(-speed)
        now = math.exp(-speed * (BASE - late - midpoint))
        for t in range(YEARS):
            curve[t] = min(max(scale * (start - now) / (1.0 + now), 0.0), 1.0)
            now *= yearly

    @njit
    def fill_held(wanted, period, need, fall):
        window = int(math.floor(period + 0.5))
        before, need[0], fall[0] = wanted[0], 0.0, 0.0
        for t in range(1, YEARS):
            most = wanted[t]
            for u in range(max(t - window, 0), t):
                most = max(most, wanted[u])
            need[t] = need[t - 1] + max(most - before, 0.0)
            fall[t] = fall[t - 1] + max(before - most, 0.0)
            before = most

    @njit
    def fill_peak(wanted, start, highest):
        most = 0.0
        for t in range(YEARS):
            most = max(most, wanted[t] - start)
            highest[t] = most

    @njit
    def add(sector, place, flow, amount, annual, tile, draw):
        """Cumulated amounts of one entity to its sector and its own rows."""
        for t in range(1, YEARS):
            annual[sector, flow, t] += amount[t]
        first = 8 * (YEARS - 1) + (place * 2 + flow) * 2
        tile[first, draw] = amount[HORIZONS[0] - BASE]
        tile[first + 1, draw] = amount[HORIZONS[1] - BASE]

    @njit
    def industry(industries, held_need, held_fall, peaks, paths, curves, x, annual, tile, draw):
        technologies, shares, clusters = industries
        need, release = np.empty(YEARS), np.empty(YEARS)
        for k in range(len(technologies)):
            capacity = paths[technologies[k, 0]]
            fill_peak(capacity, capacity[0], peaks[k])
            peaks[k] *= (1.0 - x[technologies[k, 2]]) * x[technologies[k, 1]]
        for number in range(len(clusters)):
            c = clusters[number]
            need[:] = 0.0
            for k in range(len(technologies)):
                if shares[k, number] > 0.0:
                    for t in range(YEARS):
                        need[t] += shares[k, number] * peaks[k, t]
            if c[1] >= 0:
                ending = x[c[1]] * x[c[2]] * x[c[3]]
                standing, green = x[c[1]] * (1.0 - x[c[2]]), ending * x[c[4]] * x[c[5]]
                for t in range(YEARS):
                    need[t] += standing * held_need[c[9], t] + green * curves[c[7], t]
                    fallen = standing * held_fall[c[9], t] + ending * curves[c[8], t]
                    release[t] = x[c[6]] * fallen
                add(1, c[0], 1, release, annual, tile, draw)
            add(1, c[0], 0, need, annual, tile, draw)

    @njit
    def circular(circulars, paths, curves, x, annual, tile, draw):
        streams, routes, counts, linears = circulars
        wanted, grown, fallen = np.empty(YEARS), np.empty(YEARS), np.empty(YEARS)
        need, release = np.empty(YEARS), np.empty(YEARS)
        for number in range(len(streams)):
            s = streams[number]
            need[:], release[:] = 0.0, 0.0
            for r in range(len(routes)):
                if routes[r, 0] != number:
                    continue
                volume, share = paths[s[1]], paths[routes[r, 1]]
                coefficient = x[routes[r, 2]]
                for t in range(YEARS):
                    wanted[t] = volume[t] * share[t] * coefficient
                    coefficient *= 1.0 - x[routes[r, 3]]
                fill_held(wanted, x[s[2]], grown, fallen)
                for t in range(YEARS):
                    need[t] += grown[t]
                    release[t] += x[s[3]] * fallen[t]
            add(2, s[0], 0, need, annual, tile, draw)
            add(2, s[0], 1, release, annual, tile, draw)
        for number in range(len(counts)):
            c = counts[number]
            each = x[c[2]] / (x[c[3]] * 1e4) if c[3] >= 0 else x[c[2]]
            fill_held(paths[c[1]], x[c[4]], need, release)
            for t in range(YEARS):
                need[t] *= each
                release[t] *= each * x[c[5]]
            add(2, c[0], 0, need, annual, tile, draw)
            add(2, c[0], 1, release, annual, tile, draw)
        for number in range(len(linears)):
            c = linears[number]
            for t in range(YEARS):
                release[t] = x[c[1]] * x[c[2]] * curves[c[4], t]
            add(2, c[0], 1, release, annual, tile, draw)

    @njit
    def campus(campuses, used, grown, paths, x, annual, tile, draw):
        indices, places = campuses
        floor, need = np.empty(YEARS), np.empty(YEARS)
        for i in range(len(indices)):
            index, saving = paths[indices[i, 0]], paths[indices[i, 1]]
            for t in range(YEARS):
                floor[t] = index[t] * (1.0 - saving[t])
            fill_peak(floor, floor[0], used[i])
            fill_peak(index, index[0], grown[i])
        for number in range(len(places)):
            c = places[number]
            outside = x[c[1]] * x[c[2]] * (1.0 - x[c[4]]) / (1.0 - x[c[3]])
            leaving = x[c[1]] * x[c[8]] * x[c[9]] / 1e4
            land, room = x[c[7]] / (x[c[6]] * 1e4), x[c[5]]
            for t in range(YEARS):
                beyond = max(outside * used[c[10], t] - room, 0.0)
                need[t] = beyond * land + leaving * grown[c[10], t]
            add(3, c[0], 0, need, annual, tile, draw)

    @njit(parallel=True)
    def compute(seed, sampling, moving, industries, circulars, campuses, out):
        pathways, weights, curve_items, helds = moving
        draws = out.shape[1]
        blocks = (draws + BLOCK - 1) // BLOCK
        for block in prange(blocks):
            np.random.seed((seed * 1_000_003 + block) % 4_294_967_291)
            count = min(BLOCK, draws - block * BLOCK)
            tile = np.zeros((out.shape[0], BLOCK))
            x, factors = np.empty(len(sampling[0])), np.empty(2 * len(sampling[4]))
            paths = np.empty((len(pathways), YEARS))
            curves = np.empty((len(curve_items), YEARS))
            held_need, held_fall = np.empty((len(helds), YEARS)), np.empty((len(helds), YEARS))
            peaks = np.empty((len(industries[0]), YEARS))
            used = np.empty((len(campuses[0]), YEARS))
            grown = np.empty((len(campuses[0]), YEARS))
            annual = np.empty((4, 2, YEARS))
            for draw in range(count):
                draw_inputs(sampling, x, factors)
                for i in range(len(pathways)):
                    fill_pathway(pathways[i], weights[i], x, paths[i])
                for i in range(len(curve_items)):
                    fill_curve(curve_items[i], x, curves[i])
                for i in range(len(helds)):
                    fill_held(paths[helds[i, 0]], x[helds[i, 1]], held_need[i], held_fall[i])
                annual[:] = 0.0
                industry(
                    industries, held_need, held_fall, peaks, paths, curves, x, annual, tile, draw
                )
                circular(circulars, paths, curves, x, annual, tile, draw)
                campus(campuses, used, grown, paths, x, annual, tile, draw)
                for flow in range(2):
                    for t in range(1, YEARS):
                        total = 0.0
                        for sector in range(1, 4):
                            amount = annual[sector, flow, t]
                            tile[(sector * 2 + flow) * (YEARS - 1) + t - 1, draw] = amount
                            total += amount
                        tile[flow * (YEARS - 1) + t - 1, draw] = total
            first = block * BLOCK
            out[:, first : first + count] = tile[:, :count]

    return compute


def main():
    options = peer.arguments(draws=1_000_000)
    os.environ["NUMBA_NUM_THREADS"] = str(options.threads)
    started = time.perf_counter()
    work = workload.read(options.tables)
    outcomes = np.empty((work.rows, options.draws))
    flat = flatten(work)
    compute = compiled()
    compute(options.seed, *flat, np.empty((work.rows, 1)))
    compiled_at = time.perf_counter()
    print(f'{{"compile_s": {compiled_at - started}}}')
    compute(options.seed, *flat, outcomes)
    peer.finish(options, work, outcomes, compiled_at, time.perf_counter())


if __name__ == "__main__":
    main()
