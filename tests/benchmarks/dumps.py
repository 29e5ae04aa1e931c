"""Dumps read and searched: million elements a second of fpviz, and of numpy doing as much.

The elements are normal numbers in little-endian order. fpviz goes block by block, from bytes, and
is exact; numpy has the bytes as an array of its own floating-point type at once (``bf16`` and
integers as it would be done by hand), and prints with ``savetxt``. Both run on one core, in turns.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from functools import partial
from io import StringIO
from typing import NamedTuple

import numpy as np

from fpviz.core.arrays.conversion import decode_array, encode_array
from fpviz.core.formats import Format, find_format
from fpviz.core.numbers import finite
from fpviz.data.blocks import code_blocks
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.data.rows import csv_blocks
from fpviz.data.scanning.predicates import ANOMALY, find_predicate
from fpviz.data.scanning.search import matches
from fpviz.data.sorting import sorted_indices
from fpviz.data.statistics import statistics

SIZE, FEW = 1 << 22, 1 << 16
"""Elements; and those of what takes numpy long."""

FORMATS = ("fp16", "bf16", "fp32", "int16")
WIDTH = 24


class Column(NamedTuple):
    """A dump of a format, and the same for numpy: as integers, and as values."""

    fmt: Format
    dump: Dump
    layout: DumpLayout
    codes: np.ndarray

    def values(self, count: int | None = None) -> np.ndarray:
        """What numpy makes of the first elements: its own type where it has one."""
        codes = self.codes[:count]
        match self.fmt.name:
            case "bf16":
                return (codes.astype(np.uint32) << 16).view(np.float32)
            case "int16":
                return codes.view(np.int16).astype(np.float32)
        return codes.view(f"f{codes.itemsize}").astype(np.float32)


def report() -> None:
    """Prints the table."""
    columns = [_column(find_format(name)) for name in FORMATS]
    print("\nfpviz's million elements a second (× numpy)")
    print(f"{'':<12}" + "".join(f"{name:>{WIDTH}}" for name in FORMATS))
    for name, (count, ours, theirs) in ROWS.items():
        cells = [
            _cell(partial(ours, each, count), partial(theirs, each, count), count)
            for each in columns
        ]
        print(f"{name:<12}" + "".join(f"{cell:>{WIDTH}}" for cell in cells), flush=True)


def _cell(ours: Callable[[], object], theirs: Callable[[], object], count: int) -> str:
    own, other = _rate(ours, count), _rate(theirs, count)
    return f"{own:.3g} ({own / other:.2g} × {other:.3g})"


def _column(fmt: Format) -> Column:
    source = np.random.default_rng(7)
    values = source.standard_normal(SIZE) * (1000 if fmt.is_fixed_point else 1)
    if fmt.is_fixed_point:
        codes = values.astype(np.int16).view(np.uint16)
    else:
        codes = encode_array(fmt, values)
    layout = DumpLayout(fmt, Order.DCBA)
    return Column(fmt, Dump(codes.astype(codes.dtype.newbyteorder("<")).tobytes()), layout, codes)


def _to_values(column: Column, count: int) -> None:
    for block in code_blocks(column.dump, column.layout, [range(count)]):
        decode_array(column.fmt, block.codes, np.float32)


def _to_csv(column: Column, count: int) -> None:
    deque(csv_blocks(column.dump, column.layout, [range(count)]), maxlen=0)


def _numpy_csv(column: Column, count: int) -> None:
    table = np.column_stack([np.arange(count), column.codes[:count], column.values(count)])
    np.savetxt(StringIO(), table, "%d,%d,%r")


def _filter(key: str, *operands: object) -> Callable[[Column, int], object]:
    predicate = find_predicate(key, *operands)
    return lambda column, count: matches(column.dump, column.layout, predicate, range(count))


def _numpy_filter(test: Callable[[np.ndarray], np.ndarray]) -> Callable[[Column, int], object]:
    return lambda column, count: np.flatnonzero(test(column.values(count)))


def _anomalies(column: Column, count: int) -> None:
    matches(column.dump, column.layout, ANOMALY, range(count))


def _numpy_anomalies(column: Column, count: int) -> None:
    exponents = np.frexp(column.values(count))[1]
    windows = np.lib.stride_tricks.sliding_window_view(exponents, 64)[:-1]
    np.flatnonzero(np.abs(exponents[64:] - np.median(windows, axis=1)) > 16)


def _statistics(column: Column, count: int) -> None:
    statistics(column.dump, column.layout, [range(count)])


def _numpy_statistics(column: Column, count: int) -> None:
    values = column.values(count).astype(np.float64)
    known = values[np.isfinite(values)]
    known.min(), known.max(), known.mean(), np.isnan(values).sum()


def _sorted(column: Column, count: int) -> None:
    part = Dump(bytes(column.dump.data[: count * column.codes.itemsize]))
    sorted_indices(part, column.layout)


def _numpy_sorted(column: Column, count: int) -> None:
    np.argsort(column.values(count), kind="stable")


ROWS = {
    "to values": (SIZE, _to_values, lambda column, count: column.values(count)),
    "to CSV": (FEW, _to_csv, _numpy_csv),
    "NaN": (SIZE, _filter("nan"), _numpy_filter(np.isnan)),
    "in a range": (
        SIZE,
        _filter("range", finite(1), finite(2)),
        _numpy_filter(lambda values: (values >= 1) & (values <= 2)),
    ),
    "integers": (
        SIZE,
        _filter("integer"),
        _numpy_filter(lambda values: np.rint(values) == values),
    ),
    "steps": (
        SIZE,
        _filter("step", finite(3)),
        lambda column, count: np.flatnonzero(
            np.abs(np.diff(column.values(count).astype(np.float64))) > 3
        ),
    ),
    "anomalies": (FEW, _anomalies, _numpy_anomalies),
    "statistics": (SIZE, _statistics, _numpy_statistics),
    "sorted": (SIZE // 4, _sorted, _numpy_sorted),
}
"""(how many elements, fpviz, numpy), by what is measured."""


def _rate(run: Callable[[], object], count: int, runs: int = 3) -> float:
    """Million elements a second of a processor, in the best of some runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return count / best / 1e6
