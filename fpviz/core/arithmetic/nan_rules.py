"""The rules of NaNs, a record each: which one an operation gives (IEEE 754-2019, 6.2.3).

The standard lets machines choose among the NaN operands, and what an invalid operation gives.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Self

from fpviz.core.numbers import NaN
from fpviz.core.phrase import Phrase, phrase, verbatim

INVALID = NaN(quiet=False, payload_width=0)
"""What an invalid operation yields: a NaN that signals, so that delivering it raises the flag."""

_ANY = NaN(payload_width=0)
_WORD = 32
"""Bits of the widest format of which CUDA's NaN is all ones."""


def _first(nans: Sequence[NaN]) -> NaN:
    return nans[0]


def _first_that_signals(nans: Sequence[NaN]) -> NaN:
    return next((nan for nan in nans if not nan.quiet), nans[0])


def _largest(nans: Sequence[NaN]) -> NaN:
    """That with the larger significand, of which the quiet bit is the first; of two the positive
    one."""
    return max(
        nans, key=lambda nan: (nan.quiet, Fraction(nan.payload, 1 << _width(nan)), not nan.negative)
    )


def _width(nan: NaN) -> int:
    return nan.payload_width or 0


@dataclass(frozen=True, kw_only=True, eq=False)
class NanRule:
    """What an operation gives that has NaN operands or is invalid, and what the rule is called.

    ``picks`` says whose sign and payload are kept among the NaN operands, in their order, or with
    the addend of an fma before its factors (``addend_first``); ``None`` keeps none. Zero times
    infinity plus a NaN gives that where ``keeps_addend`` says so, and if it is quiet raises
    nothing. Else, and for an invalid operation, it is the ``default`` of a format of so many bits.

    ``key`` is the name on the command line and in files, where ``aliases`` are read, too; in
    sentences it is ``name``, to choose from ``label``, with ``tip`` beside it.
    """

    key: str
    aliases: tuple[str, ...] = ()
    picks: Callable[[Sequence[NaN]], NaN] | None = _first
    addend_first: bool = False
    keeps_addend: Callable[[NaN], bool] = lambda _nan: False
    default: Callable[[int], NaN] = lambda _width: _ANY
    name: Phrase
    label: Phrase
    tip: Phrase

    def ordered(self, operands: Sequence[object]) -> list[NaN]:
        """The NaNs among operands, in the order in which they are looked at."""
        if self.addend_first and len(operands) == len("abc"):
            operands = (operands[2], *operands[:2])
        return [each for each in operands if isinstance(each, NaN)]

    def given(self, operands: Sequence[object], made: NaN) -> tuple[NaN, bool]:
        """(NaN, whether invalid is raised) of an operation that by itself ``made`` a NaN."""
        nans = self.ordered(operands)
        invalid = made == INVALID
        if not nans or self.picks is None:
            return made, invalid or not made.quiet
        signals = not all(nan.quiet for nan in nans)
        addend = nans[0]
        if invalid and len(nans) == 1 and addend != INVALID:  # so are the factors of an fma
            return (addend, signals) if self.keeps_addend(addend) else (INVALID, True)
        return self.picks(nans), signals


class Nans(Enum):
    """Which NaN an operation gives that has NaN operands or is invalid."""

    _value_: str
    rule: NanRule

    def __new__(cls, rule: NanRule) -> Self:
        member = object.__new__(cls)
        member._value_, member.rule = rule.key, rule
        return member

    FIRST = NanRule(
        key="first",
        name=phrase("the first NaN"),
        label=phrase("the first operand's"),
        tip=phrase("The first NaN operand, made quiet; an invalid operation gives a positive NaN"),
    )
    CANONICAL = NanRule(  # RISC-V, volume I, 20.3; with FPCR.DN so does Arm
        key="canonical",
        aliases=("riscv", "default-nan"),
        picks=None,
        name=phrase("the canonical NaN"),
        label=phrase("always the canonical one"),
        tip=phrase("RISC-V, and Arm in its default-NaN mode: always the positive one, no payload"),
    )
    X86 = NanRule(  # Intel SDM, volume 1, table 4-7 and section 14.5.2
        key="x86",
        aliases=("sse",),
        keeps_addend=lambda _nan: True,
        default=lambda _width: NaN(negative=True, payload_width=0),
        name=phrase("NaNs as SSE"),
        label=phrase("x86: SSE, AVX"),
        tip=phrase(
            "The first NaN operand, made quiet; an invalid operation gives a negative NaN; "
            "fma(0, inf, NaN) gives the addend and raises nothing"
        ),
    )
    X87 = NanRule(  # Intel SDM, volume 1, table 4-7
        key="x87",
        picks=_largest,
        keeps_addend=lambda _nan: True,
        default=lambda _width: NaN(negative=True, payload_width=0),
        name=phrase("NaNs as x87"),
        label=verbatim("x87"),
        tip=phrase(
            "The NaN with the larger significand, made quiet; an invalid operation gives a "
            "negative NaN"
        ),
    )
    ARM = NanRule(  # Arm ARM, FPProcessNaNs, FPProcessNaNs3 and FPMulAdd
        key="arm",
        aliases=("aarch64",),
        picks=_first_that_signals,
        addend_first=True,
        keeps_addend=lambda nan: not nan.quiet,
        name=phrase("NaNs as Arm"),
        label=verbatim("Arm"),
        tip=phrase(
            "The first signalling NaN, else the first one, the addend of an fma before its "
            "factors; an invalid operation gives a positive NaN"
        ),
    )
    CUDA = NanRule(  # CUDA Programming Guide, floating-point standard; math_constants.h
        key="cuda",
        aliases=("ptx",),
        picks=None,
        default=lambda width: (
            NaN(payload=(1 << width) - 1, payload_width=width)
            if width <= _WORD
            else NaN(negative=True, payload_width=0)
        ),
        name=phrase("NaNs as CUDA"),
        label=verbatim("CUDA"),
        tip=phrase("Always 0x7fffffff in FP32, all ones below it; 0xfff8000000000000 in FP64"),
    )
