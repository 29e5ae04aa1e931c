"""Censuses: million elements a second of a core, as ratios to numpy's in the same run.

``counts`` is what a census does of each element; with the fates of four formats at all scales it
is ``fates``, and with SQNR in these, at the scale 1 and the best one, ``all``: what the command
does. The parts that do not grow with the tensor are in them. numpy counts 16-bit
codes block by block, or makes a histogram of exponents, which is what people do by hand. A plain
read is of the file of the same elements, in the cache of the system.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

import fpviz
from fpviz.core.arrays.conversion import encode_array
from fpviz.core.formats import Format, find_format
from fpviz.data.census.census import Question, grid_of
from fpviz.data.census.counts import BLOCK, KeyCounts
from fpviz.data.census.fates import scaling

SIZE, RUNS = 1 << 22, 3
FORMATS = ("fp16", "bf16", "fp8_e4m3fn", "fp32", "fp64")
QUESTION = Question(tuple(map(find_format, ("fp16", "bf16", "fp8_e4m3fn", "fp8_e5m2"))))


class _Column(NamedTuple):
    """Elements as codes, as values, and in a file."""

    fmt: Format
    codes: np.ndarray
    values: np.ndarray
    path: Path


def report() -> None:
    """Prints the table."""
    print("\nfpviz's million elements a second of a core (× bincount, × histogram, × read)")
    with TemporaryDirectory() as folder:
        for name in FORMATS:
            column = _column(find_format(name), Path(folder))
            rates = _rates([lambda c=column, r=run: r(c) for run in (*OURS, *THEIRS)])
            ours, theirs = rates[: len(OURS)], rates[len(OURS) :]
            cells = (
                f"{label} {own:.4g} ({', '.join(f'{own / other:.2f}' for other in theirs)})"
                for label, own in zip(("counts", "fates", "all"), ours, strict=True)
            )
            print(f"{name:<12}" + "   ".join(cells), flush=True)


def _column(fmt: Format, folder: Path) -> _Column:
    values = np.random.default_rng(5).standard_normal(SIZE) * 1e-3
    codes = encode_array(fmt, values)
    path = folder / f"{fmt.name}.npy"
    np.save(path, codes)
    return _Column(fmt, codes, values.astype(np.float64 if fmt.width > 32 else np.float32), path)


def _counts(column: _Column) -> None:
    KeyCounts.of(grid_of(column.fmt, QUESTION), column.codes)


def _whole(column: _Column) -> None:
    counts = KeyCounts.of(grid_of(column.fmt, QUESTION), column.codes)
    for fmt in QUESTION.formats:
        scaling(counts, fmt)


def _all(column: _Column) -> None:
    fpviz.census(column.codes, read_as=column.fmt.name)


def _bincount(column: _Column) -> None:
    codes = column.codes.view(np.uint16)[:SIZE] if column.fmt.width > 8 else column.codes
    total = np.zeros(1 << 16, np.int64)
    for start in range(0, SIZE, BLOCK):
        total += np.bincount(codes[start : start + BLOCK], minlength=len(total))


def _histogram(column: _Column) -> None:
    with np.errstate(divide="ignore"):
        exponents = np.log2(np.abs(column.values))
    np.histogram(exponents[np.isfinite(exponents)], bins=128)


def _read(column: _Column) -> None:
    with column.path.open("rb") as file:
        while file.read(1 << 22):
            pass


OURS = (_counts, _whole, _all)
THEIRS = (_bincount, _histogram, _read)


def _rates(runs: list[Callable[[], object]]) -> list[float]:
    """Million elements a second of each, in turns, by the best of some."""
    best = [float("inf")] * len(runs)
    for _ in range(RUNS):
        for at, run in enumerate(runs):
            start = time.process_time()
            run()
            best[at] = min(best[at], time.process_time() - start)
    return [SIZE / max(each, 1e-9) / 1e6 for each in best]
