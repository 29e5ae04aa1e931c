"""What is written along the axis of a number line: exact numbers, as short as tells them apart."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from fpviz.core.line.view import View
from fpviz.core.numbers import floor_log2, power_of_two
from fpviz.core.text import floor_log10, scientific, superscript


@dataclass(frozen=True, slots=True)
class Label:
    """An exact number on the axis, its text and where it stands (0 … 1)."""

    value: Fraction
    text: str
    position: float


@dataclass(frozen=True, slots=True)
class Power:
    """A power of two, or the negative of one, in a window."""

    negative: bool
    exponent: int
    position: float

    @property
    def value(self) -> Fraction:
        magnitude = power_of_two(self.exponent)
        return -magnitude if self.negative else magnitude


@dataclass(frozen=True, slots=True)
class Powers:
    """The powers of two in a window, ascending; ``step`` > 1: only exponents divisible by it.

    Those too close to zero to be told from it are left out.
    """

    step: int
    items: tuple[Power, ...]


def powers(view: View, at_most: int) -> Powers:
    """The powers of two, positive and negative, that can be told apart among ``at_most`` places."""
    negative, positive = _exponents(view, True, at_most), _exponents(view, False, at_most)
    step = 1
    while (len(negative) + len(positive)) // step > at_most:
        step *= 2
    place = view.scale.power
    items = [Power(True, e, place(e, True)) for e in reversed(_every(negative, step))]
    items += [Power(False, e, place(e, False)) for e in _every(positive, step)]
    return Powers(step, tuple(items))


def _every(exponents: range, step: int) -> range:
    """Those exponents that ``step`` divides."""
    return range(exponents.start + -exponents.start % step, exponents.stop, step)


def _exponents(view: View, negative: bool, at_most: int) -> range:
    """The exponents of the powers of two of one sign in the window, ascending."""
    least, most = (-view.hi, -view.lo) if negative else (view.lo, view.hi)
    if most <= 0:
        return range(0)
    if least <= 0:  # one place beside zero, whichever side; the axis is symmetric about it
        apart = (-1 if negative else 1) / at_most
        least = abs(view.value(view.position(Fraction(0)) + apart))
    first = floor_log2(least)
    first += power_of_two(first) < least
    return range(first, floor_log2(most) + 1)


def labels(view: View, at_most: int) -> tuple[Label, ...]:
    """At most about ``at_most`` labels, ascending, no two with the same text.

    Powers of two where the axis is logarithmic and three of them are in view; else decimals in
    steps of 1, 2 or 5.
    """
    if not view.scale.is_even:
        found = _power_labels(view, at_most)
        if len(found) >= 3:
            return found
    return _decimal_labels(view, at_most)


def _power_labels(view: View, at_most: int) -> tuple[Label, ...]:
    marks = powers(view, max(at_most, 2)).items
    found = [
        Label(p.value, f"{'-' * p.negative}2{superscript(p.exponent)}", p.position) for p in marks
    ]
    if view.contains(Fraction(0)):
        found.append(Label(Fraction(0), "0", view.position(Fraction(0))))
    found.sort(key=lambda label: (label.value == 0, abs(label.value)), reverse=True)
    return _apart(found, 0.8 / at_most)


def _apart(found: list[Label], room: float) -> tuple[Label, ...]:
    """Those that have room, ascending; zero comes first and the larger before the smaller:
    subnormals crowd about zero."""
    kept: list[Label] = []
    outermost = {True: math.inf, False: math.inf}
    for label in found:
        from_zero = abs(label.position - found[0].position) if found[0].value == 0 else math.inf
        from_last = abs(label.position - outermost[label.value < 0])
        if label is found[0] or min(from_zero, from_last) > room:
            outermost[label.value < 0] = label.position
            kept.append(label)
    return tuple(sorted(kept, key=lambda label: label.value))


def _decimal_labels(view: View, at_most: int) -> tuple[Label, ...]:
    exponent = floor_log10(view.span / at_most)
    ten = Fraction(10) ** exponent
    factor = next(f for f in (1, 2, 5, 10) if f * ten * at_most >= view.span)
    step = factor * ten
    first, last = -(-view.lo // step), view.hi // step
    found = []
    for k in range(int(first), int(last) + 1):
        value = k * step
        found.append(Label(value, _decimal_text(k * factor, exponent), view.position(value)))
    return tuple(found)


@lru_cache(maxsize=1024)  # a window that moves shows most of its labels again
def _decimal_text(coefficient: int, exponent: int) -> str:
    return scientific(coefficient * Fraction(10) ** exponent, len(str(abs(coefficient))))
