"""The words of a line: codes as programs, simulators and languages of hardware write them.

- ``3F800000``: as many hexadecimal digits as a code has.
- ``0x3f80_0000``, ``0b…``, ``32'h3f800000``: as in literals anywhere.
- ``x"3F80_0000"``, ``b"…"``, ``"…"``, ``16#3F80_0000#``: VHDL.
- Anything else is a literal: ``1.5``, ``inf``, ``nan``, ``fp16:0x3c00``. A number is rounded to the
  nearest code.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from fpviz.core.arithmetic.operations import Operand
from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import Format
from fpviz.core.literals import CodeLiteral, Context, Kind, Literal, readings
from fpviz.core.literals.codes import code_at
from fpviz.core.literals.literal import pattern
from fpviz.core.numbers import NaN
from fpviz.core.phrase import Complaint, phrase, quoted

_HEX = pattern(r"[0-9a-f]+(?:_[0-9a-f]+)*")
_VHDL = pattern(r'(?:(x|b)?"([0-9a-f]+(?:_[0-9a-f]+)*)"|(16|2)#([0-9a-f]+(?:_[0-9a-f]+)*)#)')
_BASES = {"x": 16, "16": 16, "b": 2, "2": 2, "": 2}
_DECIMAL = pattern(r"[0-9]+(?:e[0-9]+)?")
_UNKNOWN = pattern(
    r"(?:[0-9]*'s?[hbod]|0x|0b|[xb]?\")[0-9a-f_]*[xzuw?-][0-9a-fxzuw?_-]*\"?|[xzu]{2,}"
)


@dataclass(frozen=True, slots=True)
class Digits:
    """What a word of hexadecimal digits without any mark is.

    ``numbers``: a number, if they are decimal; ``asks``: but a question, if they are a code as
    well. Any other is a code, and ``short`` says that zeros before it may be missing.
    """

    numbers: bool = False
    asks: bool = False
    short: bool = False


CODES, SHORT_CODES = Digits(), Digits(short=True)
NUMBERS, EITHER = Digits(numbers=True), Digits(numbers=True, asks=True)


def operand_of(word: str, fmt: Format, digits: Digits) -> Operand:
    """The operand that a word says. Raises Complaint."""
    found = _read(word, fmt, digits)
    if isinstance(found, int):
        return fmt, found
    if isinstance(found, CodeLiteral):
        return found.operand
    return fmt, encode(fmt, found.number).code


def result_of(word: str, fmt: Format, digits: Digits) -> tuple[int, bool]:
    """The code of a result, and whether any NaN is meant: the word ``nan``. Raises Complaint."""
    found = _read(word, fmt, digits)
    if isinstance(found, int):
        return found, False
    if not isinstance(found, CodeLiteral):
        return encode(fmt, found.number).code, found.number == NaN()
    if found.format.key != fmt.key:
        raise Complaint(
            phrase(
                "{text} is a code of {other}, and results are of {format}",
                text=quoted(word),
                other=found.format.name,
                format=fmt.name,
            )
        )
    return found.code, False


def _read(word: str, fmt: Format, digits: Digits) -> int | Literal:
    """The code that a word says of its format, or a literal."""
    if not digits.numbers and len(word) * 4 == fmt.width and word.isalnum():
        with suppress(ValueError):
            return int(word, 16)  # at a glance: so are most
    if digits == CODES and fmt.is_fixed_point:
        digits = SHORT_CODES  # TestFloat's truth values have one digit
    if _HEX.fullmatch(word) and _is_code(word, fmt, digits):
        return _fitting(word, int(word, 16), fmt)
    written = code_at(word)
    if written is not None and written.end == len(word):
        return written.of(fmt)
    if match := _VHDL.fullmatch(word):
        base = _BASES[(match[1] or match[3] or "").lower()]
        return _fitting(word, int(match[2] or match[4], base), fmt)
    if _UNKNOWN.fullmatch(word):
        raise Complaint(phrase("{text} has bits that are not known", text=quoted(word)))
    return readings(word, Context(active=fmt, prefer=Kind.NUMBER, whole=True)).taken()


def _is_code(word: str, fmt: Format, digits: Digits) -> bool:
    """Whether hexadecimal digits are a code, and not a number. Raises Complaint."""
    wanted, count = (fmt.width + 3) // 4, len(word.replace("_", ""))
    if count != wanted and word[:2] in ("0b", "0B") and len(word) > 2:
        return False  # 0b1010
    if digits.numbers and _DECIMAL.fullmatch(word):
        if digits.asks and count == wanted:
            raise Complaint(
                phrase(
                    "{text} may be a number or a code of {format}: say which of them digits are",
                    text=quoted(word),
                    format=fmt.name,
                )
            )
        return False
    if count != wanted and not digits.short:
        raise Complaint(
            phrase(
                "{text} has {digits} digits, and a code of {format} has {wanted}",
                text=quoted(word),
                digits=str(count),
                format=fmt.name,
                wanted=str(wanted),
            )
        )
    return True


def _fitting(word: str, code: int, fmt: Format) -> int:
    if code >> fmt.width:
        raise Complaint(
            phrase(
                "{text} has more than the {count} bits of {format}",
                text=quoted(word),
                count=str(fmt.width),
                format=fmt.name,
            )
        )
    return code
