"""Draws of all inputs of a chunk in numpy: the factor copula and the quantile functions."""

import numpy as np
from scipy.special import ndtr, ndtri

from workload import YEARS


class Sampler:
    """Inputs by family, so that each family is one vectorised step."""

    def __init__(self, work):
        self.work = work
        grouped = [i for i, item in enumerate(work.inputs) if item.group >= 0]
        self.grouped = np.array(grouped, dtype=int)
        self.group = np.array([work.inputs[i].group for i in grouped], dtype=int)
        self.loading = np.array([work.inputs[i].loading for i in grouped])[:, None]
        self.own = np.sqrt(1.0 - self.loading**2)
        self.fixed = self.of("fixed", None)
        self.free = {f: self.of(f, False) for f in ("uniform", "triangular", "pert", "normal")}
        self.free["lognormal"] = self.of("lognormal", False)
        self.tied = {f: self.of(f, True) for f in ("uniform", "triangular", "lognormal")}
        known = sum(len(columns) for columns, _ in (*self.free.values(), *self.tied.values()))
        assert known + len(self.fixed[0]) == len(work.inputs), "an input has no sampler"
        self.place = {column: place for place, column in enumerate(grouped)}
        self.tied_places = {
            family: [self.place[column] for column in columns]
            for family, (columns, _) in self.tied.items()
        }

    def of(self, family, is_grouped):
        inputs = enumerate(self.work.inputs)
        chosen = [
            (i, item.parameters)
            for i, item in inputs
            if item.family == family and is_grouped in (None, item.group >= 0)
        ]
        columns = [i for i, _ in chosen]
        return columns, [np.array(p)[:, None] for p in zip(*(p for _, p in chosen))]

    def draw(self, generator, draws):
        """Inputs × draws, and random walks × years × draws."""
        x = np.empty((len(self.work.inputs), draws))
        columns, parameters = self.fixed
        if columns:
            x[columns] = parameters[0]
        for family, (columns, parameters) in self.free.items():
            if columns:
                x[columns] = free(family, parameters, generator, (len(columns), draws))
        if len(self.grouped):
            groups = len(self.work.groups)
            factors = self.work.group_factor @ generator.standard_normal((groups, draws))
            scores = generator.standard_normal((len(self.grouped), draws))
            scores *= self.own
            scores += self.loading * factors[self.group]
            for family, (columns, parameters) in self.tied.items():
                if columns:
                    x[columns] = tied(family, parameters, scores[self.tied_places[family]])
        return x, walk(generator, self.work.walks, draws)


def walk(generator, walks, draws):
    steps = np.zeros((walks, YEARS, draws))
    steps[:, 1:] = generator.standard_normal((walks, YEARS - 1, draws))
    return np.cumsum(steps, axis=1, out=steps)


def triangle(u, low, mode, high):
    rising = low + np.sqrt(u * ((high - low) * (mode - low)))
    falling = high - np.sqrt((1.0 - u) * ((high - low) * (high - mode)))
    return np.where(u * (high - low) <= mode - low, rising, falling)


def free(family, parameters, generator, size):
    if family == "pert":
        low, mode, high = parameters
        alpha = 1.0 + 4.0 * (mode - low) / (high - low)
        return low + (high - low) * generator.beta(alpha, 6.0 - alpha, size)
    if family == "lognormal":
        return np.exp(parameters[0] + parameters[1] * generator.standard_normal(size))
    u = generator.random(size)
    if family == "uniform":
        return parameters[0] + (parameters[1] - parameters[0]) * u
    if family == "triangular":
        return triangle(u, *parameters)
    mean, sd, least, most = parameters
    below, above = ndtr((least - mean) / sd), ndtr((most - mean) / sd)
    return mean + sd * ndtri(below + u * (above - below))


def tied(family, parameters, scores):
    if family == "lognormal":
        return np.exp(parameters[0] + parameters[1] * scores)
    u = ndtr(scores)
    if family == "uniform":
        return parameters[0] + (parameters[1] - parameters[0]) * u
    return triangle(u, *parameters)
