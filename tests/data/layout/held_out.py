"""Plausible data of kinds that the ranking was not made by: what else sensors, programs, trainings
and tables leave behind."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np


class Case(NamedTuple):
    """A series, and the format that it is stored in."""

    what: str
    fmt: str
    values: np.ndarray


def held_out(seed: int) -> Iterator[Case]:
    """One series of each kind."""
    draw, choose = np.random.default_rng(10_000 + seed), random.Random(10_000 + seed)
    count = choose.choice((1, 2, 4, 8, 16, 64, 200))
    for fmt in ("fp32", "fp64"):
        yield from _measured(fmt, count, draw, choose)
        yield from _computed(fmt, max(count, 4), draw)
    for fmt in ("fp16", "bf16", "fp32"):
        vector = draw.normal(0, 1, max(count, 16))
        yield Case("embeddings", fmt, vector / np.linalg.norm(vector))
        yield Case("probabilities", fmt, draw.dirichlet(np.full(max(count, 8), 0.5)))
    yield from _sampled(max(count, 16), draw)
    yield from _whole(max(count, 4), draw, choose)


def _measured(fmt, count, draw, choose):
    places = [draw.uniform(low, high) for low, high in ((-60, 70), (-170, 170))]
    track = [place + draw.normal(0, 1e-4, count).cumsum() for place in places]
    yield Case("coordinates", fmt, np.round(np.stack(track, 1).ravel(), choose.choice((5, 6, 7))))
    yield Case("prices", fmt, np.round(np.exp(draw.normal(3, 1.5, count)), 2))
    yield Case("angles", fmt, np.round(draw.uniform(0, 360, count), choose.choice((0, 1, 2))))
    yield Case("angles in radians", fmt, draw.uniform(-np.pi, np.pi, count))
    yield Case("frequencies", fmt, np.round(10 ** draw.uniform(1, 9, count)))
    clock = choose.randrange(1_500_000_000_000, 1_900_000_000_000)
    yield Case("times in ms", "fp64", clock + draw.integers(1, 2000, count).cumsum())


def _computed(fmt, count, draw):
    falling = np.exp(-np.arange(count) * draw.uniform(1.5, 9) / count)
    loss = draw.uniform(0.01, 0.5) + draw.uniform(1, 8) * falling + draw.normal(0, 0.01, count)
    yield Case("loss curves", fmt, loss)
    yield Case("powers of two", fmt, 2.0 ** (draw.integers(-20, 20) + np.arange(count)))
    mixed = draw.normal(0, 10, count)
    mixed[draw.random(count) < 0.3] = 0
    mixed[draw.random(count) < 0.2] = np.nan
    yield Case("with zeros and NaN", fmt, mixed)


def _sampled(count, draw):
    wave = np.sin(np.arange(count) * draw.uniform(0.02, 0.4) + draw.uniform(0, 6))
    noise = draw.normal(0, 1, count)
    yield Case("sound", "int16", np.round(draw.uniform(500, 20_000) * wave + 20 * noise))
    yield Case("sound", "int32", np.round(draw.uniform(1e7, 3e8) * wave + 2e4 * noise))
    yield Case("sound", "fp32", 0.8 * wave + 0.005 * noise)
    counts = draw.integers(0, 4096) + 4 * noise
    yield Case("counts of a converter", "uint16", np.clip(np.round(counts), 0, 4095))
    counts = draw.integers(0, 1 << 24) + 400 * noise
    yield Case("counts of a converter", "uint32", np.clip(np.round(counts), 0, (1 << 24) - 1))


def _whole(count, draw, choose):
    clock = choose.randrange(1_500_000_000_000, 1_900_000_000_000)
    yield Case("times in ms", "uint64", clock + draw.integers(1, 2000, count).cumsum())
    sizes = draw.integers(1, 2000, count).cumsum() * choose.choice((1, 4, 512))
    yield Case("offsets", "uint32", sizes)
    for fmt in ("int32", "int64"):
        yield Case("indices", fmt, draw.integers(0, choose.choice((1000, 50_000)), count))
