"""What functions of numpy and torch call close: a record a function.

All of them compare ``|actual - expected|`` with ``atol + rtol * |expected|``; they differ in which
of their arguments is expected (numpy.allclose and torch.allclose: the second one), in defaults,
and in whether a NaN is like a NaN. torch.testing, moreover, goes by the type of the elements.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from fpviz.core.formats import Format
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.data.tolerance import Close, SameCodes, Tolerance


class _Pair(NamedTuple):
    rtol: Fraction
    atol: Fraction


def _pair(rtol: str, atol: str) -> _Pair:
    return _Pair(Fraction(rtol), Fraction(atol))


@dataclass(frozen=True, slots=True, eq=False)
class CloseRule:
    """A function that says what is close, by the name of its rule.

    ``defaults`` are its rtol and atol, where those are not ``of_formats``. ``takes_both`` says
    that they are given together or not at all. Of formats in ``bitwise`` it only compares bits.
    """

    name: str
    function: str
    defaults: _Pair | None = None
    of_formats: Mapping[str, _Pair] = field(default_factory=dict)
    takes_both: bool = False
    bitwise: frozenset[str] = frozenset()
    equal_nan: bool = False

    def tolerance(
        self, fmt: Format, rtol: Fraction | None = None, atol: Fraction | None = None
    ) -> Tolerance:
        """What is close in a format; what is not given has its default. Raises Complaint."""
        if self.takes_both and (rtol is None) != (atol is None):
            raise Complaint(
                phrase(
                    "{function} takes rtol and atol together, or neither", function=self.function
                )
            )
        if fmt.name in self.bitwise:
            return self._bitwise(fmt, rtol, atol)
        usual = self.defaults or self.of_formats.get(fmt.name)
        relative = usual.rtol if rtol is None and usual else rtol
        absolute = usual.atol if atol is None and usual else atol
        if relative is None or absolute is None:
            raise Complaint(
                phrase(
                    "{function} has no tolerances for {format}; give rtol and atol",
                    function=self.function,
                    format=fmt.title,
                )
            )
        return Close(self.function, relative, absolute, self.equal_nan)

    def _bitwise(self, fmt: Format, rtol: Fraction | None, atol: Fraction | None) -> Tolerance:
        if rtol or atol:
            raise Complaint(
                phrase(
                    "{function} compares the bits of {format}; rtol and atol can only be 0",
                    function=self.function,
                    format=fmt.title,
                )
            )
        return SameCodes(self.function)


_ALL = _pair("1e-5", "1e-8")
_OF_TORCH = {
    "fp16": _pair("1e-3", "1e-5"),
    "bf16": _pair("1.6e-2", "1e-5"),
    "fp32": _pair("1.3e-6", "1e-5"),
    "fp64": _pair("1e-7", "1e-7"),
    **{f"{sign}int{width}": _pair("0", "0") for sign in ("", "u") for width in (8, 16, 32, 64)},
}
_BYTES_OF_TORCH = frozenset(("fp8_e4m3fn", "fp8_e5m2", "fp8_e4m3fnuz", "fp8_e5m2fnuz", "e8m0"))

RULES = (
    CloseRule("numpy", "numpy.allclose", _ALL),
    CloseRule("numpy-testing", "numpy.testing.assert_allclose", _pair("1e-7", "0"), equal_nan=True),
    CloseRule("torch", "torch.allclose", _ALL),
    CloseRule(
        "torch-testing",
        "torch.testing.assert_close",
        of_formats=_OF_TORCH,
        takes_both=True,
        bitwise=_BYTES_OF_TORCH,
    ),
)


def find_rule(name: str) -> CloseRule:
    """The rule of a name. Raises Complaint."""
    for rule in RULES:
        if rule.name == name.lower():
            return rule
    names = ", ".join(rule.name for rule in RULES)
    raise Complaint(phrase("no rule {name}; there are {names}", name=quoted(name), names=names))


def tolerance_of(text: str) -> Fraction:
    """An rtol or an atol as typed, exactly. Raises Complaint."""
    number = parse_literal(text.strip()).number
    if not isinstance(number, Finite) or number.value < 0:
        raise Complaint(
            phrase(
                "{text} is no tolerance; type 0 or more, such as 1e-5", text=quoted(text.strip())
            )
        )
    return number.magnitude
