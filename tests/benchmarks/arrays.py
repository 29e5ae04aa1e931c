"""Arrays rounded: million elements a second of fpviz, ml_dtypes (numpy for fp16) and gfloat.

*There and back* is values to codes to values. gfloat wants three calls for it: round, encode,
decode. *Round* is values to values of the format: ``round_array`` and gfloat's ``round_ndarray``.
All run on one core, in turns, on the same elements: normal numbers times a power of two between
2^-12 and 2^8, so that small formats see subnormals and overflows, which saturate.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

import gfloat
import ml_dtypes
import numpy as np

from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules
from fpviz.core.arrays.conversion import decode_array, encode_array, round_array
from fpviz.core.formats import Format, Specials, find_format

SIZE = 1 << 20
RULES = Rules(overflow=Overflow.SATURATE)

FORMATS = ("fp16", "bf16", "fp8_e4m3fn", "fp8_e5m2", "fp4_e2m1", "e5m7")
ML_DTYPES = {
    "fp16": np.float16,
    "bf16": ml_dtypes.bfloat16,
    "fp8_e4m3fn": ml_dtypes.float8_e4m3fn,
    "fp8_e5m2": ml_dtypes.float8_e5m2,
    "fp4_e2m1": ml_dtypes.float4_e2m1fn,
}
GFLOAT_ROUNDINGS = {
    Rounding.TIES_TO_EVEN: gfloat.RoundMode.TiesToEven,
    Rounding.TIES_AWAY: gfloat.RoundMode.TiesToAway,
    Rounding.TOWARD_ZERO: gfloat.RoundMode.TowardZero,
    Rounding.UPWARD: gfloat.RoundMode.TowardPositive,
    Rounding.DOWNWARD: gfloat.RoundMode.TowardNegative,
    Rounding.STOCHASTIC: gfloat.RoundMode.Stochastic,
}
"""gfloat has no rounding to odd."""


def report() -> None:
    """Prints the tables."""
    for dtype in (np.float32, np.float64):
        values, random = _elements(dtype)
        _report_there_and_back(values)
        _report_rules(values, random)


def _elements(dtype: type) -> tuple[np.ndarray, np.ndarray]:
    """The elements, and 32 random bits for each."""
    source = np.random.default_rng(7)
    values = source.standard_normal(SIZE) * np.exp2(source.uniform(-12, 8, SIZE))
    return values.astype(dtype), source.integers(0, 1 << 32, SIZE, dtype=np.uint32)


def _report_there_and_back(values: np.ndarray) -> None:
    print(f"\n{values.dtype}, there and back, ties to even: million elements a second")
    _print_row("format", ["fpviz", "ml_dtypes", "gfloat", "× ml_dtypes", "× gfloat"])
    for name in FORMATS:
        ours = _rate(partial(_there_and_back, find_format(name), values, RULES, None))
        gfloats = _rate_of_gfloat(name, values, None, Rounding.TIES_TO_EVEN, back=True)
        theirs = _rate_of_ml_dtypes(name, values)
        cells = [ours, theirs, gfloats, theirs and ours / theirs, gfloats and ours / gfloats]
        _print_row(name, ["–" if cell is None else f"{cell:.1f}" for cell in cells])


def _report_rules(values: np.ndarray, random: np.ndarray) -> None:
    out = np.empty_like(values)
    for back in (True, False):
        what = "there and back" if back else "round"
        print(f"\n{values.dtype}, {what}: fpviz's million elements a second (× gfloat)")
        _print_row("rule", FORMATS)
        for rounding in Rounding:
            cells = []
            for fmt in map(find_format, FORMATS):
                rules = replace(RULES, rounding=rounding)
                run = (
                    partial(_there_and_back, fmt, values, rules, random)
                    if back
                    else partial(round_array, fmt, values, rules, random, out)
                )
                ours, theirs = _rate(run), _rate_of_gfloat(fmt.name, values, random, rounding, back)
                cells.append(f"{ours:.0f} ({ours / theirs:.0f}×)" if theirs else f"{ours:.0f} (–)")
            _print_row(rounding.value, cells)


def _there_and_back(
    fmt: Format, values: np.ndarray, rules: Rules, random: np.ndarray | None
) -> None:
    decode_array(fmt, encode_array(fmt, values, rules, random), values.dtype)


def _rate_of_ml_dtypes(name: str, values: np.ndarray) -> float | None:
    dtype = ML_DTYPES.get(name)
    if dtype is None:
        return None
    with np.errstate(all="ignore"):
        return _rate(lambda: values.astype(dtype).astype(values.dtype))


def _rate_of_gfloat(
    name: str, values: np.ndarray, random: np.ndarray | None, rounding: Rounding, back: bool
) -> float | None:
    mode = GFLOAT_ROUNDINGS.get(rounding)
    if mode is None:
        return None
    info = _gfloat_format(find_format(name))
    bits = None if random is None else random.astype(np.int64)

    def run() -> None:
        rounded = gfloat.round_ndarray(info, values, mode, True, bits, 32)
        if back:
            gfloat.decode_ndarray(info, gfloat.encode_ndarray(info, rounded))

    return _rate(run, 2)


def _gfloat_format(fmt: Format) -> gfloat.FormatInfo:
    ieee = fmt.specials is Specials.IEEE
    return gfloat.FormatInfo(
        fmt.name,
        fmt.width,
        fmt.precision,
        bias=fmt.bias,
        is_signed=fmt.signed,
        domain=gfloat.Domain.Extended if ieee else gfloat.Domain.Finite,
        has_nz=fmt.has_negative_zero,
        num_high_nans=fmt.fraction_mask if ieee else int(fmt.specials is Specials.FN),
        has_subnormals=fmt.has_subnormals,
        is_twos_complement=False,
    )


def _rate(run: Callable[[], object], runs: int = 7) -> float:
    """Million elements a second, in the best of some runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return SIZE / best / 1e6


def _print_row(name: str, cells: Iterable[str]) -> None:
    print(f"{name:<14}" + "".join(f"{cell:>14}" for cell in cells), flush=True)
