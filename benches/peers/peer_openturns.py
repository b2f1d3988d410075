"""The reference workload in OpenTURNS: its distributions, copula, sampling and sample statistics.

Inputs that are tied together come from a joint distribution with a normal copula, the others from one with
independent marginals; the model is a Python function on samples, with the formulas of land.py.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import json
import time

import numpy as np
import openturns as ot

import land
import peer
import workload
from workload import YEARS


def marginal(item):
    p = item.parameters
    if item.family == "fixed":
        return ot.Dirac(p[0])
    if item.family == "uniform":
        return ot.Uniform(*p)
    if item.family == "triangular":
        return ot.Triangular(*p)
    if item.family == "lognormal":
        return ot.LogNormal(*p)
    if item.family == "normal":
        return ot.TruncatedNormal(*p)
    low, mode, high = p
    alpha = 1.0 + 4.0 * (mode - low) / (high - low)
    return ot.Beta(alpha, 6.0 - alpha, low, high)


def copula(work, columns):
    """Correlation of the normal scores of two inputs: their loadings times that of their groups."""
    loadings = np.array([work.inputs[i].loading for i in columns])
    groups = [work.inputs[i].group for i in columns]
    between = (work.group_factor @ work.group_factor.T)[np.ix_(groups, groups)]
    matrix = between * np.outer(loadings, loadings)
    np.fill_diagonal(matrix, 1.0)
    return ot.NormalCopula(ot.CorrelationMatrix(matrix.tolist()))


def main():
    options = peer.arguments(draws=100_000)
    started = time.perf_counter()
    ot.RandomGenerator.SetSeed(options.seed)
    ot.ResourceMap.SetAsUnsignedInteger("TBB-ThreadsNumber", options.threads)
    work = workload.read(options.tables)
    columns = range(len(work.inputs))
    fixed = [i for i in columns if work.inputs[i].family == "fixed"]
    free = [i for i in columns if i not in fixed and work.inputs[i].group < 0]
    tied = [i for i in columns if work.inputs[i].group >= 0]
    parts = []
    if free:
        parts.append((free, ot.JointDistribution([marginal(work.inputs[i]) for i in free])))
    if tied:
        marginals = [marginal(work.inputs[i]) for i in tied]
        parts.append((tied, ot.JointDistribution(marginals, copula(work, tied))))
    noise = ot.Normal(work.walks * (YEARS - 1))
    constants = np.array([work.inputs[i].parameters[0] for i in fixed])
    varied = [i for part, _ in parts for i in part]

    def rows(points):
        points = np.asarray(points).T
        draws = points.shape[1]
        x = np.empty((len(work.inputs), draws))
        x[fixed] = constants[:, None]
        x[varied] = points[: len(varied)]
        walks = np.zeros((work.walks, YEARS, draws))
        steps = points[len(varied) :].reshape(work.walks, YEARS - 1, draws)
        np.cumsum(steps, axis=1, out=walks[:, 1:])
        out = np.empty((work.rows, draws))
        land.evaluate(work, x, walks, out)
        return out.T

    dimension = len(varied) + noise.getDimension()
    model = ot.PythonFunction(dimension, work.rows, func_sample=rows)
    outcomes = ot.Sample(0, work.rows)
    for first in range(0, options.draws, options.chunk):
        draws = min(options.chunk, options.draws - first)
        points = noise.getSample(draws)
        for _, distribution in reversed(parts):
            sample = distribution.getSample(draws)
            sample.stack(points)
            points = sample
        outcomes.add(model(points))
    computed = time.perf_counter()
    mean = outcomes.computeMean()
    deviation = outcomes.computeStandardDeviation()
    quantiles = [outcomes.computeQuantilePerComponent(level) for level in workload.LEVELS]
    described = np.array([mean, deviation, *quantiles]).T
    workload.write_statistics(options.out, work, described)
    ended = time.perf_counter()
    print(json.dumps({"draws_s": computed - started, "statistics_s": ended - computed}))


if __name__ == "__main__":
    main()
