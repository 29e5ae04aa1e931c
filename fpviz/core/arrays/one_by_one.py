"""What a scalar function says of every code of an array, where there is no quicker way."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.core.formats import Format

TABLE_WIDTH = 16
"""Up to so many bits, a table of all codes is made; it is kept."""

ScalarFunction = Callable[[Format, int], int | float]
Answers = npt.NDArray[Any]


def by_code(function: ScalarFunction, fmt: Format, codes: Answers, dtype: np.dtype[Any]) -> Answers:
    """What ``function`` says of each of the codes, of type ``dtype``."""
    if fmt.width <= TABLE_WIDTH:
        return np.take(_table(function, fmt, dtype), codes)
    return _one_by_one(function, fmt, codes, dtype)


@lru_cache(maxsize=64)
def _table(function: ScalarFunction, fmt: Format, dtype: np.dtype[Any]) -> Answers:
    return _one_by_one(function, fmt, np.arange(1 << fmt.width), dtype)


def _one_by_one(
    function: ScalarFunction, fmt: Format, codes: Answers, dtype: np.dtype[Any]
) -> Answers:
    answer = lru_cache(maxsize=1 << 16)(partial(function, fmt))
    return np.array([answer(code) for code in codes.tolist()], dtype)
