"""What the peers have in common: the command line and the statistics of kept draws."""

import argparse
import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

import workload


def arguments(draws, chunk=1024):
    parser = argparse.ArgumentParser()
    parser.add_argument("--draws", type=int, default=draws)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--chunk", type=int, default=chunk)
    parser.add_argument("--tables", type=Path, default=workload.TABLES)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--batches", type=Path, help="also write statistics of 50 batches here")
    return parser.parse_args()


def describe(values):
    return (values.mean(), values.std(), *np.quantile(values, workload.LEVELS))


def statistics(outcomes, threads):
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(describe, outcomes))


def standard_errors(outcomes, batches=50):
    """Of every statistic for all draws, from what it differs between batches."""
    size = outcomes.shape[1] // batches
    found = [
        np.array([describe(row[b * size : (b + 1) * size]) for b in range(batches)])
        for row in outcomes
    ]
    return [batch.std(axis=0, ddof=1) / np.sqrt(batches) for batch in found]


def finish(options, work, outcomes, started, computed):
    """Writes statistics and says how long both parts took."""
    described = statistics(outcomes, options.threads)
    workload.write_statistics(options.out, work, described)
    ended = time.perf_counter()
    print(json.dumps({"draws_s": computed - started, "statistics_s": ended - computed}))
    if options.batches:
        workload.write_statistics(options.batches, work, standard_errors(outcomes))
