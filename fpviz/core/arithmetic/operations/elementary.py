"""Functions of one operand, with the special values and exceptions of IEEE 754-2019, clause 9.2.

Of sigmoid and GELU, which are not among those of the standard, the infinities give their limits;
of GELU at -inf that is -0, from where it comes. (A framework that multiplies x by its share there
gets NaN.)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction

from fpviz.core.arithmetic.enclosures import Irrational
from fpviz.core.arithmetic.functions import circular, exponentials, gelu, logarithms
from fpviz.core.arithmetic.functions.gelu import Unproved
from fpviz.core.arithmetic.functions.transcendental import Enclose, Transcendental
from fpviz.core.arithmetic.nan_rules import INVALID
from fpviz.core.arithmetic.operations.exact import (
    Dyadic,
    Exact,
    Outcome,
    Raising,
    finite_of,
    propagated,
)
from fpviz.core.arithmetic.rounding import Flags, Rules
from fpviz.core.formats import FARTHEST
from fpviz.core.numbers import Infinity, NaN, is_power

_ZERO, _HALF, _ONE = Dyadic(False, 0, 0), Dyadic(False, 1, -1), Dyadic(False, 1, 0)
_MINUS_ZERO, _MINUS_ONE = Dyadic(True, 0, 0), Dyadic(True, 1, 0)
_INFINITY = Infinity(False)


def _nowhere(_x: Fraction) -> None:
    return None


def _never(_x: Fraction) -> bool:
    return False


def _is_negative(x: Fraction) -> bool:
    return x < 0


def _is_less_than_one(x: Fraction) -> bool:
    return x < 1


@dataclass(frozen=True, eq=False)
class Elementary:
    """A function of one operand, exact.

    ``ends`` are its values at -inf and +inf. ``at_zero`` is that at both zeros; ``None``: those
    themselves. ``exactly`` tells the value at another number where it is known to be rational, or
    there is none; ``enclose`` the magnitude everywhere else, ``negative`` the sign.
    """

    enclose: Enclose
    ends: tuple[Outcome, Outcome]
    at_zero: Outcome | None = None
    _: KW_ONLY
    exactly: Callable[[Fraction], Outcome | None] = _nowhere
    negative: Callable[[Fraction], bool] = _never
    irrational: Callable[[Enclose, Fraction, bool], Irrational] = Transcendental

    def __call__(self, _rules: Rules, a: Exact) -> Outcome:
        """What comes of an operand before it is rounded."""
        if isinstance(a, NaN):
            return propagated(a)
        if isinstance(a, Infinity):
            return self.ends[0 if a.negative else 1]
        x = finite_of(a).value
        if not x:
            return a if self.at_zero is None else self.at_zero
        exact = self.exactly(x)
        return self.irrational(self.enclose, x, self.negative(x)) if exact is None else exact


def _power(x: Fraction) -> Dyadic | None:
    """2**x where that is rational; but not beyond all formats, where nobody could tell."""
    whole = x.denominator == 1 and abs(x) <= FARTHEST
    return Dyadic(False, 1, int(x)) if whole else None


def _no_logarithm(x: Fraction) -> Outcome | None:
    return INVALID if x < 0 else _ZERO if x == 1 else None


def _exponent(x: Fraction) -> Outcome | None:
    """The binary logarithm of a power of two."""
    if x < 0 or not is_power(x, 2):
        return _no_logarithm(x)
    exponent = x.numerator.bit_length() - x.denominator.bit_length()
    return Dyadic(exponent < 0, abs(exponent), 0)


_POLE = Raising(Infinity(True), Flags.DIVIDE_BY_ZERO)

FUNCTIONS: Mapping[str, Elementary] = {
    "exp": Elementary(exponentials.exp, (_ZERO, _INFINITY), _ONE),
    "exp2": Elementary(exponentials.exp2, (_ZERO, _INFINITY), _ONE, exactly=_power),
    "log": Elementary(
        logarithms.log,
        (INVALID, _INFINITY),
        _POLE,
        exactly=_no_logarithm,
        negative=_is_less_than_one,
    ),
    "log2": Elementary(
        logarithms.log2,
        (INVALID, _INFINITY),
        _POLE,
        exactly=_exponent,
        negative=_is_less_than_one,
    ),
    "sin": Elementary(circular.sin, (INVALID, INVALID), negative=circular.is_sin_negative),
    "cos": Elementary(circular.cos, (INVALID, INVALID), _ONE, negative=circular.is_cos_negative),
    "tanh": Elementary(exponentials.tanh, (_MINUS_ONE, _ONE), negative=_is_negative),
    "sigmoid": Elementary(exponentials.sigmoid, (_ZERO, _ONE), _HALF),
    "gelu": Elementary(
        gelu.gelu, (_MINUS_ZERO, _INFINITY), negative=_is_negative, irrational=Unproved
    ),
    "gelu-tanh": Elementary(
        gelu.gelu_tanh, (_MINUS_ZERO, _INFINITY), negative=_is_negative, irrational=Unproved
    ),
}
"""The functions by the names of their operations."""
