"""Whole expressions of programming languages, and of LaTeX, that stand for one value.

All that *Copy as* writes is among them (see ``fpviz.core.notation``), and what languages print:
``np.float16(0.1)``, ``tensor(0.1, dtype=torch.bfloat16)``, ``f32::from_bits(0x3f8ccccd)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from fpviz.core.formats import Format, FormatError, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals.expressions import Expression
from fpviz.core.literals.literal import Literal, NumberLiteral, code_source, pattern
from fpviz.core.literals.spelling import plain
from fpviz.core.literals.suffixes import rounded, rounding_said
from fpviz.core.numbers import Number

_TYPE = r"([\w.:]+)"
_HEX = r"(0x[0-9a-f]+)"
_NUMBER = r"['\"]?([+-]?[\w.+-]+(?:\(\w*\))?)['\"]?"
_WORD = rf"(?:(?:std::)?uint[0-9]+_t\{{)?{_HEX}(?:u|ull|_u[0-9]+)?\}}?"
_HALVES = rf"\(unsigned __int128\){_HEX}ull << 64 \| {_HEX}ull"
_INTEGER = rf"(?:{_WORD}|{_HALVES})"

_CODES = (
    pattern(rf"(?P<type>[\w:]+)::from_bits\({_WORD}\)"),
    pattern(rf"(?:std::)?bit_cast<(?P<type>[\w:]+)>\({_INTEGER}\)"),
    pattern(rf"\(union \{{ [\w ]+ u; (?P<type>\w+) f; \}}\)\{{ {_INTEGER} \}}\.f"),
    pattern(
        rf"(?:\(u?int[0-9]+_t\)|static_cast<std::u?int[0-9]+_t>\()?{_WORD}\)?(?: as i[0-9]+)? "
        r"/\* (?P<type>[\w.-]+): .* \*/"
    ),
    pattern(rf"(?:np|numpy)\.uint[0-9]+\({_HEX}\)\.view\((?P<type>[\w.]+)\)"),
    pattern(rf"torch\.tensor\({_HEX}, dtype=torch\.\w+\)\.view\((?P<type>[\w.]+)\)"),
)
"""A code in hexadecimal, or its two halves, and the type it is viewed as."""

_EXTENDED = (
    pattern(r"\(union \{ unsigned char b\[16\]; long double f; \}\)\{ \{ (.*) \} \}\.f"),
    pattern(r"std::bit_cast<long double>\(std::array<std::uint8_t, 16>\{ (.*) \}\)"),
    pattern(r"np\.frombuffer\(bytes\.fromhex\('(.*)'\), np\.longdouble\)\[0\]"),
)
"""The sixteen bytes of a ``long double`` on x86, the least significant first."""

_LATEX = pattern(
    r"\$(?:\(-1\)\^\((?P<sign>[01])\) \* )?2\^\((?P<exponent>-?[0-9]+)\) \* "
    r"(?P<digits>[01](?:\.[01]+)?)_\{2\} (?:=|\\approx) .*\$"
)
_LATEX_OF_TEN = pattern(
    r"\$(?:\(-1\)\^\((?P<sign>[01])\) \* )?(?P<digits>[0-9]+) \* 10\^\((?P<exponent>-?[0-9]+)\)"
    r" (?:=|\\approx) .*\$"
)
_LATEX_WORD = pattern(
    r"\$([+-]?)(?:\\infty|\\mathrm\{(s?NaN)\}(?:\(\\mathtt\{(0x[0-9a-f]+)\}\))?)\$"
)
_UNPACKED = pattern(r"struct\.unpack\('>d', bytes\.fromhex\('([0-9a-f]{16})'\)\)\[0\]")
_FROM_HEX = pattern(rf"float\.fromhex\({_NUMBER}\)")
_CALL = pattern(rf"{_TYPE}\({_NUMBER}\)")
_CAST = pattern(rf"(?:\((?:const )?(_?\w+)\) ?|std::(u?int[0-9]+_t)\{{){_NUMBER}\}}?")
_LEAST = pattern(r"(?:\(int64_t\)|std::int64_t\{)\(-9223372036854775807 - 1\)\}?")
_TENSOR = pattern(
    rf"(?:torch\.|np\.|numpy\.)?(tensor|array)\(\[?{_NUMBER}\]?(?:, dtype={_TYPE})?\)"
)

_MARKS = frozenset("($*{")
"""Each of the texts above has one of these."""

_C_TYPES = {"float": "fp32", "double": "fp64"}


def of_a_program(text: str) -> Literal | None:
    """The literal that a whole text of a program is, or ``None``. Its text is ``text``."""
    if _MARKS.isdisjoint(text):
        return None  # at a glance: most texts are a number alone
    for shape in _CODES:
        if match := shape.fullmatch(text):
            return _code(match)
    for shape in _EXTENDED:
        if match := shape.fullmatch(text):
            return _extended(match)
    for shape, read in _VALUES:
        if (match := shape.fullmatch(text)) and (literal := read(match)):
            return literal
    return None


def _code(match: re.Match[str]) -> Literal | None:
    fmt = _format(match["type"], _C_TYPES)
    high, *low = (int(each, 16) for each in match.groups() if each and each[:2] in ("0x", "0X"))
    code = high << 64 | low[0] if low else high
    if fmt is None or code >= 1 << fmt.width:
        return None
    return code_source(fmt, code)


def _extended(match: re.Match[str]) -> Literal | None:
    digits = re.sub("0x|, ", "", match[1])
    if not re.fullmatch("[0-9a-f]{20}0{12}", digits):
        return None
    return code_source(find_format("x87"), int.from_bytes(bytes.fromhex(digits), "little"))


def _latex(match: re.Match[str]) -> Literal:
    sign = "-" if match["sign"] == "1" else ""
    return _number(match, f"{sign}0b{match['digits']}p{match['exponent']}")


def _latex_of_ten(match: re.Match[str]) -> Literal:
    sign = "-" if match["sign"] == "1" else ""
    return _number(match, f"{sign}{match['digits']}e{match['exponent']}")


def _latex_word(match: re.Match[str]) -> Literal:
    sign, word, payload = match.groups()
    return _number(match, f"{sign}{word or 'inf'}" + (f"({payload})" if payload else ""))


def _unpacked(match: re.Match[str]) -> Literal:
    return NumberLiteral(match[0], decode(find_format("fp64"), int(match[1], 16)).number)


def _from_hex(match: re.Match[str]) -> Literal:
    return _number(match, match[1])


def _call(match: re.Match[str]) -> Literal | None:
    """``np.float16(0.1)``: Python has rounded its literal to binary64 before numpy rounds it."""
    name, written = match.groups()
    return _converted(match, name, written, {"float": "fp64"})


def _cast(match: re.Match[str]) -> Literal | None:
    """``(float)0.1``: a literal of C without a suffix is a double."""
    return _converted(match, match[1] or match[2], match[3], _C_TYPES)


def _least(match: re.Match[str]) -> Literal:
    return _number(match, "-9223372036854775808")


def _tensor(match: re.Match[str]) -> Literal | None:
    maker, written, name = match.groups()
    default = "float32" if maker.lower() == "tensor" else "float64"
    return _converted(match, name or default, written, {"float": "fp32"}, name or maker)


_VALUES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Literal | None]], ...] = (
    (_LATEX, _latex),
    (_LATEX_OF_TEN, _latex_of_ten),
    (_LATEX_WORD, _latex_word),
    (_UNPACKED, _unpacked),
    (_FROM_HEX, _from_hex),
    (_TENSOR, _tensor),
    (_CALL, _call),
    (_CAST, _cast),
    (_LEAST, _least),
)


def _converted(
    match: re.Match[str], name: str, written: str, own: dict[str, str], spelling: str = ""
) -> Literal | None:
    """A number that was rounded to binary64, unless its suffix says otherwise, and to a type."""
    fmt = _format(name, own)
    if fmt is None:
        return None
    literal = _number(match, plain(written))
    if literal.note or (fmt.is_fixed_point and not re.search("[.e]", written)):
        chain: tuple[str, ...] = (fmt.name,)
    else:
        chain = tuple(dict.fromkeys(("fp64", fmt.name)))
    number = rounded(literal.number, chain)
    first = rounded(literal.number, chain[:1])
    telling = chain if first != literal.number else chain[-1:]
    changed = number != literal.number
    return NumberLiteral(
        match[0], number, note=rounding_said(spelling or name, telling) if changed else literal.note
    )


def _number(match: re.Match[str], written: str) -> Literal:
    expression = Expression(written, match[0])
    number: Number = expression.number
    return NumberLiteral(match[0], number, note=expression.note)


def _format(name: str, own: dict[str, str]) -> Format | None:
    """The format of a type of a language, whose module and marks do not matter."""
    last = re.split(r"\.|::", name)[-1].strip("_").removesuffix("_t").removeprefix("nv_")
    for each in (own.get(last.lower(), last), name):  # q0.15 has a point of its own
        try:
            return find_format(each)
        except FormatError:
            continue
    return None
