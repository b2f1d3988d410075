"""Checks that ruimtevraag, the bare kernel and the peers agree on the reference workload, and times them.

Run it by run.sh, which installs the peers first.
"""

import argparse
import csv
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import sampling
import workload

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
WORK = ROOT / "target" / "peers"
OURS = ROOT / "target" / "release" / "ruimtevraag"

# Statistics in summary.csv have six decimals.
ROUNDING = 2e-6
EXACT_POINTS = 5
# Among thousands of statistics a few lie beyond 4 standard errors by chance; none may lie beyond 6.
LIMIT, FAR_LIMIT, PART_BEYOND = 4.0, 6.0, 0.002


@dataclass
class Case:
    """One program; `part` is the part of the draws that it is given when timed."""

    name: str
    script: str | None
    part: float = 1.0
    most: int = 10**9

    def command(self, draws, options, tables, out, seed, memory=None):
        common = ["--draws", draws, "--seed", seed, "--threads", options.threads]
        if self.name == "ruimtevraag":
            folder = ["--no-charts", "--quiet", "--out", out]
            memory = ["--memory", memory] if memory else []
            command = [OURS, "run", tables / "scenario.toml", *folder, *memory, *common]
        elif self.name == "kernel":
            command = [KERNEL, *common, "--tables", tables, "--out", out]
        else:
            command = [sys.executable, HERE / self.script, *common, "--tables", tables]
            command += ["--out", out]
        return [str(part) for part in command]

    def timed_draws(self, draws):
        return min(int(draws * self.part), self.most)


CASES = [
    Case("ruimtevraag", None),
    Case("kernel", None),
    Case("numpy", "peer_numpy.py"),
    Case("numba", "peer_numba.py"),
    Case("OpenTURNS", "peer_openturns.py", part=0.1),
    Case("EMA workbench", "peer_ema.py", most=2_000),
]
KERNEL = None


def environment():
    """Memory that numpy frees is kept for the next chunk, which makes it faster."""
    kept = str(1 << 30)
    return os.environ | {"MALLOC_TRIM_THRESHOLD_": kept, "MALLOC_MMAP_THRESHOLD_": kept}


def build():
    global KERNEL
    subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=ROOT, check=True)
    command = ["cargo", "bench", "--bench", "kernel", "--no-run"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    KERNEL = ROOT / re.search(r"kernel/main\.rs \((.+)\)", done.stderr)[1]


def clear(path):
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def run(command):
    subprocess.run(
        command,
        check=True,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def read_statistics(path):
    """(outcome, sector, entity, year) → mean, sd and seven quantiles."""
    found = {}
    summary = path / "summary.csv" if path.is_dir() else path
    with open(summary, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row.get("region", "all") != "all" or row.get("segment", "all") != "all":
                continue
            key = (row["outcome"], row["sector"], row["entity"], row["year"])
            names = ["mean", "sd", *(f"p{round(level * 100):02}" for level in workload.LEVELS)]
            found[key] = np.array([float(row[name] or "nan") for name in names])
    return found


def ours(found, key):
    """A flow that can never be anything but zero has a row of zeros or none."""
    return found.get(key, np.zeros(9))


def write_fixed_tables(folder, seed):
    """The workload with every input fixed at one draw, and without random walks."""
    clear(folder)
    shutil.copytree(workload.TABLES, folder)
    work = workload.read()
    x, _ = sampling.Sampler(work).draw(np.random.default_rng(seed), 1)
    values = {item.name: x[place, 0] for place, item in enumerate(work.inputs)}
    rows = workload.read_table(folder / "invoer.csv")
    for row in rows:
        value = values.get(row["name"])
        if row["name"].endswith("structural_error"):
            value = 0.0
        if value is not None:
            row["central"] = repr(float(value)).replace(".", ",")
            row["distribution"] = "fixed"
            for name in ("low", "high", "sd", "min", "max", "group", "loading"):
                row[name] = ""
    with open(folder / "invoer.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    scenario = (folder / "scenario.toml").read_text(encoding="utf-8")
    scenario = scenario[: scenario.index("[correlation]")] + "[correlation]\npairs = []\n"
    (folder / "scenario.toml").write_text(scenario, encoding="utf-8")


def outcome(case, draws, options, tables, seed, memory=None):
    out = WORK / f"check-{case.name.replace(' ', '-')}"
    clear(out)
    run(case.command(draws, options, tables, out, seed, memory))
    return read_statistics(out)


def check_exactly(options):
    """With all inputs fixed every program gives the same hectares."""
    furthest = dict.fromkeys((case.name for case in CASES[1:]), 0.0)
    for point in range(EXACT_POINTS):
        tables = WORK / "fixed"
        write_fixed_tables(tables, seed=100 + point)
        reference = outcome(CASES[0], 2, options, tables, 1)
        for case in CASES[1:]:
            for key, values in outcome(case, 2, options, tables, 1).items():
                difference = abs(values[0] - ours(reference, key)[0])
                furthest[case.name] = max(furthest[case.name], difference)
    print(f"Every input fixed, {EXACT_POINTS} points, every row: largest difference, ha\n")
    for name, difference in furthest.items():
        print(f"- {name}: {difference:.1e}")
    if max(furthest.values()) > ROUNDING:
        sys.exit("the programs do not compute the same model")


def check_statistics(options):
    """Every statistic within Monte Carlo error of ours."""
    draws, errors = options.check_draws, WORK / "errors.csv"
    tables = workload.TABLES
    numpy = CASES[2].command(draws, options, tables, WORK / "check-errors.csv", 77)
    run([*numpy, "--batches", str(errors)])
    errors = read_statistics(errors)
    reference = outcome(CASES[0], draws, options, tables, 1, memory=16_384)
    print(f"\nStatistics, ours on {draws} draws, in combined standard errors\n")
    print("| program | draws | compared | beyond 4 | furthest | totals of 2050: P5, P50, P95 |")
    print("|---|---|---|---|---|---|")
    is_good = True
    for number, case in enumerate(CASES[1:]):
        own_draws = min(draws, case.most)
        found = outcome(case, own_draws, options, tables, 2 + number)
        scale = np.sqrt(1.0 + draws / own_draws)
        scores = {
            key: np.maximum(np.abs(values - ours(reference, key)) - ROUNDING, 0.0)
            / (np.maximum(errors[key], 1e-12) * scale)
            for key, values in found.items()
        }
        totals = np.array([scores[flow, "all", "all", "2050"] for flow in workload.FLOWS])
        totals = totals[:, [2, 5, 8]]
        every = np.concatenate(list(scores.values()))
        beyond = int((every > LIMIT).sum())
        shown = " / ".join(", ".join(f"{z:.1f}" for z in flow) for flow in totals)
        cells = (case.name, own_draws, len(every), beyond, f"{every.max():.1f}", shown)
        print("| " + " | ".join(str(cell) for cell in cells) + " |")
        is_good &= totals.max() <= LIMIT and every.max() <= FAR_LIMIT
        is_good &= beyond <= PART_BEYOND * len(every)
    if not is_good:
        sys.exit("the programs do not agree within Monte Carlo error")
    print("\nAll agree.")


def measure(command):
    """Wall and processor time in seconds, and the peak memory of one process in MB."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {' '.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1e3


def time_all(options):
    """Whole processes in turn; what a handful of draws takes is counted as starting up."""
    few = 10
    runs = {case.name: [] for case in CASES}
    starts = {case.name: [] for case in CASES}
    for turn in range(options.repeats):
        for case in CASES:
            print(f"turn {turn + 1}: {case.name}", file=sys.stderr)
            out = WORK / "timed"
            for draws, kept in ((few, starts), (case.timed_draws(options.draws), runs)):
                clear(out)
                command = case.command(draws, options, workload.TABLES, out, 1)
                kept[case.name].append(measure(command))
    median = lambda kept, name, what: statistics.median(run[what] for run in kept[name])
    figures = {}
    for case in CASES:
        draws = case.timed_draws(options.draws)
        wall, processor, memory = (median(runs, case.name, what) for what in range(3))
        start = median(starts, case.name, 0), median(starts, case.name, 1)
        each = (wall - start[0]) / (draws - few), (processor - start[1]) / (draws - few)
        figures[case.name] = (draws, wall, start[0], each[0] * 1e6, each[1] * 1e6, memory)
    print(f"\nWhole processes in turn, medians of {options.repeats}, {options.threads} threads\n")
    print(
        "| program | draws | wall, s | start-up, s | wall per draw, µs | processor per draw, µs"
        " | wall ÷ ours | processor ÷ ours | peak memory, MB |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    own = figures["ruimtevraag"]
    for name, (draws, wall, start, each, processor, memory) in figures.items():
        print(
            f"| {name} | {draws:,} | {wall:.2f} | {start:.2f} | {each:.2f} | {processor:.2f}"
            f" | {each / own[3]:.2f} | {processor / own[4]:.2f} | {memory:,.0f} |"
        )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--draws", type=int, default=1_000_000)
    parser.add_argument("--check-draws", type=int, default=200_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only", choices=("check", "time"))
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    build()
    if options.only != "time":
        check_exactly(options)
        check_statistics(options)
    if options.only != "check":
        time_all(options)


if __name__ == "__main__":
    main()
