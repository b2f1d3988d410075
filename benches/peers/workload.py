"""Reads the reference workload from the tables that ruimtevraag reads, for the peers written in Python.

Names are looked up as in scenarios/README.md: an object's own input first, then the shared one.
Every quantity becomes the number of a column of inputs; pathways, curves and objects refer to these.
"""

import csv
import math
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

BASE, LAST = 2024, 2050
YEARS = LAST - BASE + 1
HORIZONS = (2030, 2050)
LEVELS = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
SECTORS = ("all", "industry", "circular", "campus")
FLOWS = ("need", "release")
TABLES = Path(__file__).parent / "workload"

SECTOR_OF = {
    "cluster": 1,
    "stream": 2,
    "hub": 2,
    "circular-jobs": 2,
    "linear-land": 2,
    "campus": 3,
}
SCORE_OF_P95 = 1.6448536269514722


@dataclass
class Input:
    name: str
    family: str
    parameters: tuple
    group: int = -1
    loading: float = 0.0


@dataclass
class Pathway:
    """shape(t)^elasticity · exp(sigma · W(t)); columns of inputs, or -1 where absent."""

    kind: str  # constant, growth, weights, geometric, fading
    columns: list
    weights: np.ndarray | None = None  # years × anchors
    first_period: int = 0  # steps to which the first rate of growth leads
    start: int = -1
    elasticity: int = -1
    sigma: int = -1
    walk: int = -1


@dataclass
class Workload:
    inputs: list = field(default_factory=list)
    groups: list = field(default_factory=list)
    group_factor: np.ndarray | None = None
    pathways: list = field(default_factory=list)
    walks: int = 0
    curves: list = field(default_factory=list)  # (midpoint, speed, delay or -1)
    helds: list = field(default_factory=list)  # (pathway, holding period)
    technologies: list = field(default_factory=list)
    clusters: list = field(default_factory=list)
    streams: list = field(default_factory=list)
    counts: list = field(default_factory=list)  # hubs and circular jobs
    linears: list = field(default_factory=list)
    indices: list = field(default_factory=list)  # (jobs index, hybrid saving) of campuses
    campuses: list = field(default_factory=list)
    entities: list = field(default_factory=list)  # (id, sector)

    @property
    def rows(self):
        return len(SECTORS) * 2 * (YEARS - 1) + len(self.entities) * 2 * len(HORIZONS)


def number(text):
    return float(text.replace(",", "."))


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def s_curve(passed):
    def logistic(x):
        return 1.0 / (1.0 + math.exp(-10.0 * (x - 0.5)))

    return (logistic(passed) - logistic(0.0)) / (logistic(1.0) - logistic(0.0))


def anchor_weights(years, join):
    """The weight of every anchor in every year, for a straight line or an S-curve."""
    weights = np.zeros((YEARS, len(years)))
    for step in range(YEARS):
        year = BASE + step
        after = next((i for i, anchor in enumerate(years) if anchor >= year), len(years) - 1)
        if years[after] <= year or after == 0:
            weights[step, after] = 1.0
            continue
        passed = (year - years[after - 1]) / (years[after] - years[after - 1])
        if join == "logistic":
            passed = s_curve(passed)
        weights[step, after - 1], weights[step, after] = 1.0 - passed, passed
    return weights


class Reader:
    def __init__(self, tables):
        with open(tables / "scenario.toml", "rb") as file:
            self.scenario = tomllib.load(file)
        self.rows = {row["name"]: row for row in read_table(tables / "invoer.csv")}
        self.objects = read_table(tables / "objecten.csv")
        self.work = Workload()
        self.columns, self.paths = {}, {}

    def column(self, name):
        if name not in self.columns:
            self.columns[name] = len(self.work.inputs)
            self.work.inputs.append(self.input(name, self.rows[name]))
        return self.columns[name]

    def input(self, name, row):
        low, central, high, sd, least, most = (
            number(row[key]) if row[key] else None
            for key in ("low", "central", "high", "sd", "min", "max")
        )
        family = row["distribution"]
        if family == "fixed":
            parameters = (central,)
        elif family == "uniform":
            parameters = (low, high)
        elif family in ("triangular", "pert"):
            parameters = (low, central, high)
        elif family == "normal":
            parameters = (central, sd, least, most)
        elif family == "lognormal" and low is None:
            parameters = (math.log(central), math.log(high / central) / SCORE_OF_P95)
        elif family == "lognormal":
            mean = 0.5 * (math.log(low) + math.log(high))
            parameters = (mean, math.log(high / low) / (2 * SCORE_OF_P95))
        else:
            raise ValueError(f"{name}: no peer knows the family {family}")
        if not row["group"]:
            return Input(name, family, parameters)
        if row["group"] not in self.work.groups:
            self.work.groups.append(row["group"])
        group = self.work.groups.index(row["group"])
        return Input(name, family, parameters, group, number(row["loading"]))

    def find(self, prefix, own, name, optional=False):
        for candidate in (f"{prefix}.{own}.{name}", f"{prefix}.{name}"):
            if candidate in self.rows:
                return self.column(candidate)
        if optional:
            return -1
        raise KeyError(f"{prefix}.{own}.{name}")

    def pathway(self, prefix, own, name):
        for start in (f"{prefix}.{own}.{name}", f"{prefix}.{name}"):
            shape = self.shape(start)
            if shape is not None:
                break
        else:
            raise KeyError(f"{prefix}.{own}.{name}")
        shape.elasticity = self.find(prefix, own, f"{name}.elasticity", optional=True)
        shape.sigma = self.find(prefix, own, f"{name}.structural_error", optional=True)
        key = (start, shape.elasticity, shape.sigma)
        if key not in self.paths:
            if shape.sigma >= 0:
                shape.walk = self.work.walks
                self.work.walks += 1
            self.paths[key] = len(self.work.pathways)
            self.work.pathways.append(shape)
        return self.paths[key]

    def shape(self, start):
        def years(pattern):
            found = (re.fullmatch(pattern, name) for name in self.rows)
            return sorted(int(match[1]) for match in found if match)

        name = re.escape(start)
        if start in self.rows:
            return Pathway("constant", [self.column(start)])
        if f"{start}.growth.now" in self.rows:
            parts = ("now", "later", "decay")
            return Pathway("fading", [self.column(f"{start}.growth.{part}") for part in parts])
        if periods := years(rf"{name}\.growth\.(\d+)"):
            columns = [self.column(f"{start}.growth.{year}") for year in periods]
            level = f"{start}.start"
            level = self.column(level) if level in self.rows else -1
            return Pathway("growth", columns, first_period=periods[0] - BASE, start=level)
        if anchors := years(rf"{name}\.(\d+)"):
            columns = [self.column(f"{start}.{year}") for year in anchors]
            join = self.scenario["joins"].get(start, "linear")
            kind = "geometric" if join == "geometric" else "weights"
            return Pathway(kind, columns, anchor_weights(anchors, join))
        return None

    def unique(self, items, item):
        if item not in items:
            items.append(item)
        return items.index(item)

    def of_kind(self, *kinds):
        return [row for row in self.objects if row["kind"] in kinds]

    def curve(self, transition, delay):
        midpoint = self.find("transition", transition, "midpoint")
        speed = self.find("transition", transition, "speed")
        now = self.unique(self.work.curves, (midpoint, speed, -1))
        return now, self.unique(self.work.curves, (midpoint, speed, delay))

    def read(self):
        work = self.work
        for row in self.objects:
            if row["kind"] in SECTOR_OF:
                work.entities.append((row["id"], SECTOR_OF[row["kind"]]))
        place = {name: index for index, (name, _) in enumerate(work.entities)}
        clusters = [row["id"] for row in self.of_kind("cluster")]
        for row in self.of_kind("cluster"):
            work.clusters.append(self.cluster(row, place[row["id"]]))
        for row in self.of_kind("technology"):
            work.technologies.append(self.technology(row["id"], clusters))
        activities = [row["id"] for row in self.of_kind("activity")]
        for row in self.of_kind("stream"):
            work.streams.append(self.stream(row["id"], activities, place[row["id"]]))
        for row in self.of_kind("hub", "circular-jobs"):
            work.counts.append(self.counted(row, place[row["id"]]))
        for row in self.of_kind("linear-land"):
            find = lambda name, own=row["id"]: self.find("circular", own, name)
            curves = self.curve(row["transition"], find("closure_delay"))
            item = (place[row["id"]], find("area"), find("released_share"), *curves)
            work.linears.append(item)
        for row in self.of_kind("campus"):
            work.campuses.append(self.campus(row["id"], place[row["id"]]))
        matrix = np.eye(len(work.groups))
        for pair in self.scenario["correlation"]["pairs"]:
            if set(pair["between"]) <= set(work.groups):
                i, j = (work.groups.index(group) for group in pair["between"])
                matrix[i, j] = matrix[j, i] = pair["value"]
        work.group_factor = np.linalg.cholesky(matrix)
        return work

    def cluster(self, row, place):
        own = row["id"]
        if f"industry.{own}.area" not in self.rows:
            return (place,)
        find = lambda name: self.find("industry", own, name)
        delay = find("closure_delay")
        held = self.unique(self.work.helds, (self.pathway("industry", own, "production"), delay))
        names = ("area", "fossil_share", "ended_share", "green_return", "green_land_factor")
        columns = [find(name) for name in (*names, "reusable_share")]
        return (place, *columns, *self.curve(row["transition"], delay), held)

    def technology(self, own, clusters):
        find = lambda name: self.find("technology", own, name)
        names = (f"technology.{own}.cluster.{cluster}" for cluster in clusters)
        weights = [number(self.rows[n]["central"]) if n in self.rows else 0.0 for n in names]
        shares = np.array(weights) / max(1.0, sum(weights))
        capacity = self.pathway("technology", own, "capacity")
        return (capacity, find("footprint"), find("inside_fence"), shares)

    def stream(self, own, activities, place):
        routes = []
        for activity in activities:
            name = f"circular.{own}.route.{activity}"
            if any(row == name or row.startswith(name + ".") for row in self.rows):
                columns = [self.find("activity", activity, n) for n in ("footprint", "efficiency")]
                routes.append((self.pathway("circular", own, f"route.{activity}"), *columns))
        volume = self.pathway("circular", own, "volume")
        holding = [self.find("circular", own, n) for n in ("holding_period", "reusable_share")]
        return (place, volume, routes, *holding)

    def counted(self, row, place):
        find = lambda name: self.find("circular", row["id"], name)
        holding = (find("holding_period"), find("reusable_share"))
        if row["kind"] == "hub":
            path = self.pathway("circular", row["id"], "count")
            return (place, path, find("footprint"), -1, *holding)
        path = self.pathway("circular", row["id"], "jobs")
        return (place, path, find("floor_per_job"), find("floor_space_index"), *holding)

    def campus(self, own, place):
        find = lambda name: self.find("campus", own, name)
        names = ("jobs", "floor_per_job", "frictional_vacancy", "densification", "room")
        names += ("floor_space_index", "net_to_gross", "scale_up_share", "scale_up_land_per_job")
        paths = tuple(self.pathway("campus", own, n) for n in ("jobs_index", "hybrid_saving"))
        return (place, *(find(name) for name in names), self.unique(self.work.indices, paths))


def read(tables=TABLES):
    return Reader(Path(tables)).read()


def row_of(sector, flow, step):
    return (sector * 2 + flow) * (YEARS - 1) + step - 1


def row_of_entity(entity, flow, horizon):
    return len(SECTORS) * 2 * (YEARS - 1) + (entity * 2 + flow) * len(HORIZONS) + horizon


def row_names(work):
    """(outcome, sector, entity, year) of every row."""
    steps = range(1, YEARS)
    names = [(f, s, "all", BASE + t) for s in SECTORS for f in FLOWS for t in steps]
    for entity, sector in work.entities:
        names += [(f, SECTORS[sector], entity, year) for f in FLOWS for year in HORIZONS]
    return names


def write_statistics(path, work, statistics):
    """One line per row: mean, sd and quantiles."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        header = ["outcome", "sector", "entity", "year", "mean", "sd"]
        writer.writerow(header + [f"p{round(level * 100):02}" for level in LEVELS])
        for name, values in zip(row_names(work), statistics):
            writer.writerow([*name, *(repr(float(value)) for value in values)])
