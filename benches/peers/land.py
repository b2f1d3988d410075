"""The demand model for columns of draws, in numpy: the formulas documented in src/model.

Without levers several of them become simpler, and that is used here: cumulated flows need no sum over
the years, a running maximum commutes with a positive factor, and what clusters or campuses have in common is
computed once.
"""

import numpy as np

from workload import BASE, HORIZONS, LAST, YEARS, row_of, row_of_entity

STEPS = np.arange(YEARS, dtype=float)[:, None]
M2_PER_HA = 1e4


def pathway(path, x, walks):
    """(years or 1) × draws."""
    level = shape(path, x, walks)
    if path.walk >= 0 and path.kind != "fading":
        level = level * np.exp(x[path.sigma] * walks[path.walk])
    return level


def shape(path, x, walks):
    if path.kind == "constant":
        return x[path.columns[0]][None, :]
    if path.kind == "weights":
        return path.weights @ x[path.columns]
    if path.kind == "geometric":
        return np.exp(path.weights @ np.log(x[path.columns]))
    if path.kind == "growth":
        factors = np.empty((YEARS, x.shape[1]))
        rates = [1.0 + x[column] for column in path.columns]
        if path.elasticity >= 0:
            rates = [rate ** x[path.elasticity] for rate in rates]
        factors[0] = x[path.start] if path.start >= 0 else 1.0
        factors[1 : path.first_period + 1] = rates[0]
        factors[path.first_period + 1 :] = rates[1]
        return np.cumprod(factors, axis=0, out=factors)
    now, later, decay = x[path.columns]
    grown = later * STEPS + (now - later) * decay * (1.0 - np.exp(-STEPS / decay))
    if path.walk >= 0:
        grown += x[path.sigma] * walks[path.walk]
    return np.exp(grown)


def curve(item, x):
    midpoint, speed, delay = item
    speed, midpoint = x[speed], x[midpoint]
    late = x[delay] if delay >= 0 else 0.0
    start, end = (np.exp(-speed * (year - midpoint)) for year in (BASE, LAST))
    now = np.exp(-speed * (STEPS + (BASE - late - midpoint)))
    return np.clip((1.0 + end) / (start - end) * (start - now) / (1.0 + now), 0.0, 1.0)


def held(wanted, period):
    """Cumulated need and fall of land that is held for a period of whole years."""
    window = np.floor(period + 0.5)
    most = wanted.copy()
    for lag in range(1, min(int(window.max()), YEARS - 1) + 1):
        earlier = np.where(window >= lag, wanted[:-lag], -np.inf)
        np.maximum(most[lag:], earlier, out=most[lag:])
    need = np.zeros_like(most)
    np.cumsum(np.maximum(np.diff(most, axis=0), 0.0), axis=0, out=need[1:])
    return need, need - (most - most[0])


def peak(wanted):
    """The running maximum, at least zero."""
    return np.maximum(np.maximum.accumulate(wanted, axis=0), 0.0)


def evaluate(work, x, walks, out):
    """Writes all rows of a chunk: x is inputs × draws, walks is walks × years × draws."""
    draws = x.shape[1]
    paths = [pathway(path, x, walks) for path in work.pathways]
    curves = [curve(item, x) for item in work.curves]
    total = np.zeros((4, 2, YEARS, draws))

    def add(sector, place, need, release=None):
        for flow, amount in enumerate((need, release)):
            if amount is not None:
                total[sector, flow] += amount
            for horizon, year in enumerate(HORIZONS):
                row = row_of_entity(place, flow, horizon)
                out[row] = 0.0 if amount is None else amount[year - BASE]

    industry(work, x, paths, curves, add)
    circular(work, x, paths, curves, add)
    campuses(work, x, paths, add)
    total[0] = total[1:].sum(axis=0)
    first = row_of(0, 0, 1)
    out[first : first + 8 * (YEARS - 1)] = total[:, :, 1:].reshape(-1, draws)


def industry(work, x, paths, curves, add):
    helds = [held(paths[path], x[period]) for path, period in work.helds]
    technologies = []
    for capacity, footprint, inside, shares in work.technologies:
        added = peak(paths[capacity] - paths[capacity][0])
        technologies.append((added * ((1.0 - x[inside]) * x[footprint]), shares))
    for number, cluster in enumerate(work.clusters):
        need, release = np.zeros((YEARS, x.shape[1])), None
        for added, shares in technologies:
            if shares[number] > 0.0:
                need += added * shares[number]
        if len(cluster) > 1:
            place, area, fossil, ended, green, factor, reusable, now, late, index = cluster
            ending = x[area] * x[fossil] * x[ended]
            standing = x[area] * (1.0 - x[fossil])
            grown, fallen = helds[index]
            need += standing * grown + (ending * x[green] * x[factor]) * curves[now]
            release = (x[reusable] * standing) * fallen + (x[reusable] * ending) * curves[late]
        add(1, cluster[0], need, release)


def circular(work, x, paths, curves, add):
    for place, volume, routes, period, reusable in work.streams:
        need, release = 0.0, 0.0
        for share, footprint, efficiency in routes:
            wanted = paths[volume] * paths[share]
            wanted = wanted * x[footprint] * (1.0 - x[efficiency]) ** STEPS
            grown, fallen = held(wanted, x[period])
            need, release = need + grown, release + fallen
        add(2, place, need, x[reusable] * release)
    for place, path, size, floor_space, period, reusable in work.counts:
        each = x[size] if floor_space < 0 else x[size] / (x[floor_space] * M2_PER_HA)
        grown, fallen = held(paths[path], x[period])
        add(2, place, each * grown, x[reusable] * each * fallen)
    for place, area, share, _, late in work.linears:
        land = x[area] * x[share]
        add(2, place, np.zeros_like(curves[late]), land * curves[late])


def campuses(work, x, paths, add):
    used, grown = [], []
    for index, saving in work.indices:
        floor = paths[index] * (1.0 - paths[saving])
        used.append(peak(floor - floor[0]))
        grown.append(peak(paths[index] - paths[index][0]))
    for place, jobs, floor, vacancy, dense, room, fsi, net, share, per_job, index in work.campuses:
        outside = x[jobs] * x[floor] * (1.0 - x[dense]) / (1.0 - x[vacancy])
        beyond = np.maximum(outside * used[index] - x[room], 0.0)
        leaving = x[jobs] * x[share] * x[per_job] / M2_PER_HA
        need = beyond * (x[net] / (x[fsi] * M2_PER_HA)) + leaving * grown[index]
        add(3, place, need)
