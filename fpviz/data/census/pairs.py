"""Weights with their gradients, and what becomes of the updates of a tensor, format by format."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arrays.conversion import decode_array
from fpviz.core.arrays.decoding import value_dtype
from fpviz.core.formats import Format, find_format
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.data.census.census import Mapper, ends_of_pieces, here, tensor_of
from fpviz.data.census.updates import Recipe, Updates, Values, updates
from fpviz.data.layout.layout import CodeArray
from fpviz.data.tensors.tensor import BLOCK, Tensor, TensorFile

MASTER = "fp32"
"""The format of the copies of weights that updates are added to."""

_SAID_BY_HOOK = "fpviz"
"""The key of what a hook writes beside the tensors, as JSON."""

_MOST = 2.0**1000
"""Beyond any rate, and within binary64."""


def gradients_of(names: Iterable[str]) -> dict[str, str]:
    """The gradients that weights have by their names, ``g.X`` of ``w.X`` and ``g_X`` of ``X``.

    >>> gradients_of(["w.0", "g.0", "bias", "g_bias", "g_hidden"])
    {'w.0': 'g.0', 'bias': 'g_bias'}
    """
    there = dict.fromkeys(names)
    own = ((name, re.sub(r"^w\.", "g.", name)) for name in there if name.startswith("w."))
    by_name = ((name, f"g_{name}") for name in there)
    return {weight: gradient for weight, gradient in (*own, *by_name) if gradient in there}


def rate_of(file: TensorFile) -> float | None:
    """The learning rate that a file says, in its metadata; ``None`` if it does not."""
    try:
        said = json.loads(file.metadata.get(_SAID_BY_HOOK, "{}"))
    except (ValueError, RecursionError):
        return None
    rate = said.get("lr") if isinstance(said, dict) else None
    return float(rate) if isinstance(rate, int | float) and abs(rate) < _MOST else None


class Kept(NamedTuple):
    """What becomes of updates where weights are kept in a format, and where in a master copy;
    ``None`` where such updates are not counted."""

    in_format: Updates | None
    in_master: Updates | None


@dataclass(frozen=True)
class Paired:
    """A weight, its gradient, the learning rate, and what becomes of the updates by format."""

    weight: str
    gradient: str
    rate: float
    kept: Mapping[Format, Kept]


class _PairPiece(NamedTuple):
    path: Path
    weight: str
    gradient: str
    read_as: Format | None
    start: int
    stop: int
    recipes: tuple[Recipe, ...]


class PairQuestion(NamedTuple):
    """What is asked of a pair: the rate, the formats of gradients and weights, and the rules."""

    rate: float
    formats: tuple[Format, ...]
    rules: Rules = Rules()


def pair(
    file: TensorFile,
    names: tuple[str, str],
    question: PairQuestion,
    read_as: Format | None = None,
    mapper: Mapper = here,
) -> Paired:
    """What becomes of the updates of a weight by a gradient, by their names. Raises Complaint for
    what does not fit together, and what cannot be read, OSError likewise."""
    weight, gradient = (tensor_of(file.path, name, read_as) for name in names)
    _check_alike(weight, gradient)
    recipes = _recipes(question)
    pieces = [
        _PairPiece(file.path.absolute(), *names, read_as, *ends, tuple(recipes.values()))
        for ends in ends_of_pieces(weight.count)
    ]
    sums = [Updates()] * len(recipes)
    for found in mapper(updates_of_piece, pieces):
        sums = [one + other for one, other in zip(sums, found, strict=True)]
    return Paired(*names, question.rate, _by_format(question, recipes, sums))


def pair_here(
    weight: Tensor, gradient: Tensor, question: PairQuestion, report: Callable[[float], None]
) -> Mapping[Format, Kept]:
    """What becomes of the updates of a weight by a gradient, format by format; ``report`` is told
    how far it is. Raises Complaint as ``pair`` does."""
    _check_alike(weight, gradient)
    recipes = _recipes(question)
    sums = [Updates()] * len(recipes)
    for start in range(0, weight.count, BLOCK):
        values, steps = (_values(each, each.codes(start, BLOCK)) for each in (weight, gradient))
        for at, recipe in enumerate(recipes.values()):
            report(start / weight.count)
            sums[at] += updates(values, steps, recipe)
    return _by_format(question, recipes, sums)


_Way = tuple[Format, Format | None]
"""The format of gradients, and of weights, and that of a master copy of these, if there is one."""


def _ways(formats: Iterable[Format]) -> list[_Way]:
    return [(fmt, master) for fmt in formats for master in (None, find_format(MASTER))]


def _recipes(question: PairQuestion) -> dict[_Way, Recipe]:
    """How weights are updated in each way of which updates are counted."""
    rate, formats, rules = question
    return {way: made for way in _ways(formats) if (made := _recipe(rate, way, rules))}


def _by_format(
    question: PairQuestion, recipes: Iterable[_Way], sums: Iterable[Updates]
) -> Mapping[Format, Kept]:
    by_way = dict(zip(recipes, sums, strict=True))
    ways = _ways(question.formats)
    return {
        fmt: Kept(*(by_way.get(way) for way in ways if way[0] == fmt)) for fmt in question.formats
    }


def _recipe(rate: float, way: _Way, rules: Rules) -> Recipe | None:
    """How weights are updated; ``None`` for formats whose updates are not counted."""
    fmt, master = way
    if not _is_held(fmt):
        return None
    Recipe(rate, find_format(MASTER))  # a rate out of reach is nobody's
    try:
        return Recipe(rate, fmt, master, rules)
    except Complaint:
        return None


def _is_held(fmt: Format) -> bool:
    """Whether binary64 holds all values of a format."""
    try:
        value_dtype(fmt)
    except ValueError:
        return False
    return True


def _check_alike(weight: Tensor, gradient: Tensor) -> None:
    for each in (weight, gradient):
        if not _is_held(each.known_format):
            title = each.known_format.title
            raise Complaint(phrase("updates of weights in {format} are not counted", format=title))
    orders = (weight.is_fortran, gradient.is_fortran)
    if weight.shape != gradient.shape or (orders[0] != orders[1] and len(weight.shape) > 1):
        raise Complaint(
            phrase(
                "{weight} and {gradient} are not of one shape and order",
                weight=quoted(weight.name),
                gradient=quoted(gradient.name),
            )
        )


def updates_of_piece(piece: _PairPiece) -> list[Updates]:
    """What becomes of the updates of a piece, recipe by recipe."""
    weight, gradient = (
        tensor_of(piece.path, name, piece.read_as) for name in (piece.weight, piece.gradient)
    )
    found = [Updates()] * len(piece.recipes)
    for start in range(piece.start, piece.stop, BLOCK):
        count = min(BLOCK, piece.stop - start)
        values, steps = (_values(each, each.codes(start, count)) for each in (weight, gradient))
        found = [
            sums + updates(values, steps, recipe)
            for sums, recipe in zip(found, piece.recipes, strict=True)
        ]
    return found


def _values(tensor: Tensor, codes: CodeArray) -> Values:
    return decode_array(tensor.known_format, codes, np.float64).astype(np.float64, copy=False)
