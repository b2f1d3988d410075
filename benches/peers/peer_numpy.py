"""The reference workload in numpy: chunks of draws on a pool of threads."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

import land
import peer
import workload
from sampling import Sampler


def main():
    options = peer.arguments(draws=1_000_000)
    started = time.perf_counter()
    work = workload.read(options.tables)
    sampler = Sampler(work)
    firsts = range(0, options.draws, options.chunk)
    seeds = np.random.SeedSequence(options.seed).spawn(len(firsts))
    outcomes = np.empty((work.rows, options.draws))

    def compute(first, seed):
        generator = np.random.Generator(np.random.SFC64(seed))
        draws = min(options.chunk, options.draws - first)
        x, walks = sampler.draw(generator, draws)
        land.evaluate(work, x, walks, outcomes[:, first : first + draws])

    with ThreadPoolExecutor(options.threads) as pool:
        list(pool.map(compute, firsts, seeds))
    peer.finish(options, work, outcomes, started, time.perf_counter())


if __name__ == "__main__":
    main()
