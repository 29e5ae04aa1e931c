"""What the panel "Decoded" says in words about a reading."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from fpviz.core.arithmetic.rounding import Flags, flags_raised
from fpviz.core.formats import Field, FieldKind, Format
from fpviz.core.formats.decoding import Decoded, NumberClass, class_said, decode
from fpviz.core.formats.facts import excess_of
from fpviz.core.formats.fields import CLASSES
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite
from fpviz.core.reading import Reading
from fpviz.core.text import bit_fields, exact_decimal, exact_text, power_text, scientific
from fpviz.widgets.bit_grid.texts import ulps_text
from fpviz.widgets.reading.formula import power_of
from fpviz.widgets.translated import said


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("DecodedView", text)


def decoded_texts(reading: Reading) -> dict[str, str]:
    """The text of every line of the panel but the neighbours', by the line's name."""
    decoded = reading.decoded
    is_invalid = decoded.number_class is NumberClass.INVALID
    return {
        "exact": "–" if is_invalid else exact_text(reading.number),
        "shortest": "–" if is_invalid else reading.shortest,
        "hexfloat": "–" if is_invalid else reading.hexfloat or "–",
        "code": _code_text(reading),
        "class": _class_text(reading),
        "exponent": _exponent_text(decoded),
        "ulp": _ulp_text(reading.ulp),
        "error": _error_text(reading),
        "relative": _relative_text(reading),
        "flags": said(flags_raised(reading.flags)),
    }


def length_text(exact: str) -> str:
    """How many digits or decimals an exact decimal has; empty for what is none."""
    whole, _, decimals = exact.lstrip("-").partition(".")
    if not whole.isdigit():
        return ""
    if decimals:
        text = tr("1 decimal") if len(decimals) == 1 else tr("{0} decimals")
        return text.format(len(decimals))
    text = tr("1 digit") if len(whole) == 1 else tr("{0} digits")
    return text.format(len(whole))


def neighbour_tip(decoded: Decoded) -> str:
    """The value of a neighbour, where it is not too long, and its code."""
    text = exact_text(decoded.number) if isinstance(decoded.number, Finite) else ""
    shown = text if len(text) < 200 else text[:200] + "…"
    return f"{shown}  {decoded.format.code_text(decoded.code)}".strip()


def _code_text(reading: Reading) -> str:
    bits = " ".join(bit_fields(reading.format, reading.code))
    return f"{reading.format.code_text(reading.code)}   {bits}"


def _class_text(reading: Reading) -> str:
    if reading.decoded.number_class is NumberClass.INVALID:
        return said(CLASSES[NumberClass.INVALID])
    exactness = tr("exact") if reading.is_exact else tr("inexact")
    if Flags.INVALID in reading.flags:
        exactness = tr("cannot be held")
    if reading.about_daz:
        exactness = said(reading.about_daz)
    return tr("{0}, {1}").format(said(class_said(reading.decoded)), exactness)


def _exponent_text(decoded: Decoded) -> str:
    fmt, field = decoded.format, decoded.field(FieldKind.EXPONENT)
    if not fmt.is_finite(decoded.code):
        told = fmt.base == 2 and excess_of(fmt) is not None
        return _field_of_no_number(fmt, field) if told else "–"
    power = power_of(fmt.formula(decoded.code))
    if fmt.is_fixed_point or not power:
        return "–"
    if excess_of(fmt) is None or fmt.radix != 2 or fmt.base != 2:
        return _power_text(fmt, power)
    if decoded.hidden_bit == 0:
        return tr("field 0 stands for 1 − bias {0} = {1}, hidden bit 0").format(
            _minus(str(field.excess)), _minus(str(decoded.exponent))
        )
    if not field.value and (leading := decoded.field(FieldKind.LEADING)).width:
        return tr("field 0 stands for 1 − bias {0} = {1}, leading bit {2}").format(
            _minus(str(field.excess)), _minus(str(1 - field.excess)), leading.value
        )
    excess = _minus(f"({field.excess})" if field.excess < 0 else str(field.excess))
    return tr("field {0} − bias {1} = {2}").format(
        field.value, excess, _minus(str(field.value - field.excess))
    )


def _field_of_no_number(fmt: Format, field: Field) -> str:
    """The field of an infinity or a NaN; where no number has it, that it is kept for these."""
    most = decode(fmt, fmt.largest_code).field(FieldKind.EXPONENT).value
    text = tr("field {0}, kept for specials") if field.value > most else tr("field {0}")
    return text.format(field.value)


def _power_text(fmt: Format, power: str) -> str:
    """The power that scales a number, and what it comes to: ``4·(−1)+2 = −2``."""
    written = power.replace("−", "-").replace("·", "*")
    number = parse_literal(written).number
    assert isinstance(number, Finite)
    value = exact_text(number)
    text = _minus(power if value == written else f"{power} = {value}")
    if value == written and fmt.has_fixed_shape:
        text = tr("{0} in two's complement").format(text)
    base = fmt.radix if fmt.base == 2 else fmt.base
    return text if base == 2 else tr("{0}, of {1}").format(text, base)


def _error_text(reading: Reading) -> str:
    error = reading.error
    if error is None:
        return "–"
    if not error.absolute:
        return tr("none: the value is exact")
    sign = "+" if error.absolute > 0 else ""
    absolute, ulps = sign + scientific(error.absolute, 12), ulps_text(error.ulps)
    return tr("{0} = {1} ulp").format(_minus(absolute), _minus(ulps))


def _minus(number: str) -> str:
    """A number with a true minus sign."""
    return number.replace("-", "−")


def _relative_text(reading: Reading) -> str:
    error = reading.error
    if error is None or error.relative is None or not error.absolute:
        return "–"
    return _minus(scientific(error.relative, 6))


def _ulp_text(ulp: Fraction | None) -> str:
    if ulp is None:
        return "–"
    value = exact_decimal(ulp) if 2**-40 <= ulp <= 2**40 else scientific(ulp, 8)
    power = power_text(ulp)
    return value if power is None else f"{power} = {value}"
