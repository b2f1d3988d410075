"""The reference workload in EMA workbench: every uncertain input is a uniform parameter from 0 to 1, which
the model turns into a value; the workbench samples, runs one experiment at a time on a pool of
processes, and collects. The model is that of land.py for one draw.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import time

import numpy as np
from ema_workbench import (
    ArrayOutcome,
    IntegerParameter,
    Model,
    MultiprocessingEvaluator,
    RealParameter,
)
from scipy.special import betaincinv, ndtr, ndtri

import land
import peer
import workload
from sampling import triangle, walk

# Uniforms stay this far from 0 and 1, where normal scores are infinite.
EDGE = 1e-12


class Quantiles:
    """From uniforms to values, for one draw."""

    def __init__(self, work):
        self.work = work
        self.uncertain = [i for i, item in enumerate(work.inputs) if item.family != "fixed"]

    def names(self):
        groups = [f"group{i}" for i in range(len(self.work.groups))]
        return groups + [f"input{i}" for i in self.uncertain]

    def values(self, uniforms):
        work = self.work
        x = np.array([item.parameters[0] for item in work.inputs])[:, None]
        scores = ndtri(np.array(uniforms))
        groups = len(work.groups)
        factors = work.group_factor @ scores[:groups]
        for place, i in enumerate(self.uncertain):
            item, score = work.inputs[i], scores[groups + place]
            if item.group >= 0:
                own = np.sqrt(1.0 - item.loading**2)
                score = item.loading * factors[item.group] + own * score
            x[i] = self.value(item, score)
        return x

    @staticmethod
    def value(item, score):
        p = item.parameters
        if item.family == "lognormal":
            return np.exp(p[0] + p[1] * score)
        u = ndtr(score)
        if item.family == "uniform":
            return p[0] + (p[1] - p[0]) * u
        if item.family == "triangular":
            return triangle(u, *p)
        if item.family == "pert":
            alpha = 1.0 + 4.0 * (p[1] - p[0]) / (p[2] - p[0])
            return p[0] + (p[2] - p[0]) * betaincinv(alpha, 6.0 - alpha, u)
        mean, sd, least, most = p
        below, above = ndtr((least - mean) / sd), ndtr((most - mean) / sd)
        return mean + sd * ndtri(below + u * (above - below))


WORK, QUANTILES, NAMES = None, None, None


def prepare(tables):
    """Before the workbench starts its processes, which inherit this."""
    global WORK, QUANTILES, NAMES
    WORK = workload.read(tables)
    QUANTILES = Quantiles(WORK)
    NAMES = QUANTILES.names()


def experiment(seed=0, **uniforms):
    x = QUANTILES.values([uniforms[name] for name in NAMES])
    walks = walk(np.random.default_rng(int(seed)), WORK.walks, 1)
    out = np.empty((WORK.rows, 1))
    land.evaluate(WORK, x, walks, out)
    return {"rows": out[:, 0]}


def main():
    options = peer.arguments(draws=2_000)
    started = time.perf_counter()
    prepare(options.tables)
    model = Model("reference", function=experiment)
    model.uncertainties = [RealParameter(name, EDGE, 1.0 - EDGE) for name in NAMES]
    model.uncertainties += [IntegerParameter("seed", 0, 2**31 - 1)]
    model.outcomes = [ArrayOutcome("rows", shape=(WORK.rows,), dtype=float)]
    np.random.seed(options.seed)
    with MultiprocessingEvaluator([model], n_processes=options.threads) as evaluator:
        _, outcomes = evaluator.perform_experiments(
            scenarios=options.draws, uncertainty_sampling=sampler()
        )
    rows = np.ascontiguousarray(outcomes["rows"].T)
    peer.finish(options, WORK, rows, started, time.perf_counter())


def sampler():
    from ema_workbench.em_framework import samplers

    return samplers.MonteCarloSampler()


if __name__ == "__main__":
    main()
