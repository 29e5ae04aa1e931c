"""What the bit grid says in words about a reading and about a bit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from fpviz.core.arithmetic.rounding import Flags
from fpviz.core.formats import Field, FieldKind, Format, NumberClass, field_of
from fpviz.core.formats.fields import CLASSES
from fpviz.core.numbers import Finite
from fpviz.core.reading import Reading
from fpviz.core.text import brief, scientific, superscript, widths_text
from fpviz.widgets.bit_grid.layout import by_bit
from fpviz.widgets.translated import said


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("BitGrid", text)


@dataclass(frozen=True, slots=True)
class RowTexts:
    """The words of a row. ``note`` says where its columns are worth something else."""

    facts: str
    note: str
    value: str
    error: str
    code: str

    @property
    def columns(self) -> tuple[str, str, str]:
        """The texts beside the bits, from the left."""
        return self.value, self.error, self.code


def row_texts(reading: Reading, *, aligned: bool) -> RowTexts:
    """The words of a reading's row."""
    fmt = reading.format
    is_invalid = reading.decoded.number_class is NumberClass.INVALID
    note = ""
    if aligned and reading.exponent_shift:
        note = tr("columns worth ×2{0}").format(superscript(reading.exponent_shift))
    return RowTexts(
        facts=format_facts(fmt),
        note=note,
        value=said(CLASSES[NumberClass.INVALID]) if is_invalid else brief(reading.number),
        error="–" if is_invalid else error_text(reading),
        code=fmt.code_text(reading.code),
    )


def format_facts(fmt: Format) -> str:
    """Field widths and, if there is one, the bias: ``1·5·10 bias 15``."""
    if not fmt.has_fixed_shape:
        return tr("{0} bits, fields vary").format(fmt.width)
    exponent = field_of(fmt.shape, FieldKind.EXPONENT)
    if not exponent.excess:
        return widths_text(fmt)
    return tr("{0} bias {1}").format(widths_text(fmt), exponent.excess)


def error_text(reading: Reading) -> str:
    """The error in a word or two: ``-0.482 ulp``, ``exact``, ``overflow``."""
    if reading.is_exact:
        return tr("exact")
    if Flags.OVERFLOW in reading.flags:
        return tr("overflow")
    if not reading.flags:
        return tr("payload cut") if reading.zeroed_in is None else tr("0 by DAZ")
    if reading.error is None:
        return tr("invalid")
    if isinstance(reading.number, Finite) and reading.number.is_zero:
        return tr("to zero")
    return tr("{0} ulp").format(ulps_text(reading.error.ulps))


def ulps_text(ulps: Fraction) -> str:
    """A signed count of ulps with three decimals; one too small or too large for them, with an
    exponent."""
    if Fraction(1, 2000) <= abs(ulps) < 10**15:
        return f"{float(ulps):+.3f}"
    return ("+" if ulps > 0 else "") + scientific(ulps, 2)


def bit_name(fmt: Format, field: Field, index: int) -> str:
    """What a bit of a field is, whatever it holds: the name a screen reader says."""
    bit = index - field.low + field.below
    match field.kind:
        case FieldKind.SIGN:
            return tr("{0} sign bit").format(fmt.title)
        case FieldKind.PREFIX:
            return tr("{0} prefix bit {1} of {2}").format(fmt.title, bit, field.width)
        case FieldKind.REGIME:
            return tr("{0} regime bit {1} of {2}").format(fmt.title, bit, field.width)
        case FieldKind.EXPONENT:
            return tr("{0} exponent bit {1} of {2}, worth {3} in the field").format(
                fmt.title, bit, field.width, 1 << bit
            )
        case FieldKind.INTEGER | FieldKind.FRACTION if fmt.is_fixed_point:
            return tr("{0} bit {1}, worth 2^{2}").format(
                fmt.title, index, bit + (field.weight or 0)
            )
        case FieldKind.INTEGER if field.weight is not None:
            return tr("{0} integer bit {1}, worth 2^{2}").format(
                fmt.title, index, bit + field.weight
            )
        case FieldKind.LEADING:
            return tr("{0} leading bit, bit {1}").format(fmt.title, index)
        case FieldKind.INTEGER | FieldKind.FRACTION if field.weight is None:
            return tr("{0} bit {1} of the digits").format(fmt.title, bit)
        case FieldKind.INTEGER | FieldKind.FRACTION:
            return tr("{0} fraction bit {1}, worth 2^{2} of the significand").format(
                fmt.title, index, bit + (field.weight or 0)
            )


def bit_weight(reading: Reading, index: int) -> str:
    """What a bit is worth in the value that the row shows now: the text of the status line."""
    fmt, decoded = reading.format, reading.decoded
    value = tr("on") if reading.code >> index & 1 else tr("off")
    field = by_bit(decoded.fields)[index]
    bit = index - field.low + field.below
    where = {"format": fmt.title, "index": index, "value": value}
    match field.kind:
        case FieldKind.SIGN:
            return _sign_bit(fmt).format(fmt.title, index, value)
        case FieldKind.PREFIX:
            return tr("{format} prefix, bit {index}, {value}: which fields follow").format(**where)
        case FieldKind.REGIME:
            return tr(
                "{format} regime, bit {index}, {value}: scales by large powers of two"
            ).format(**where)
        case FieldKind.EXPONENT if fmt.radix == 2 and fmt.has_fixed_shape and field.width <= 20:
            return tr(
                "{0} exponent bit {1}, bit {2}, {3}: adds {4} to the field, value × 2{5}"
            ).format(fmt.title, bit, index, value, 1 << bit, superscript(1 << bit))
        case FieldKind.EXPONENT:
            return tr("{format} exponent, bit {index}, {value}: {worth} in the field").format(
                worth=1 << bit, **where
            )
        case FieldKind.INTEGER | FieldKind.LEADING | FieldKind.FRACTION:
            return _digit_bit(reading, field, index)


def _sign_bit(fmt: Format) -> str:
    """What a sign bit does: in two's complement it weighs something, too."""
    if fmt.code_at(1, negative=True) == fmt.code_at(1) | 1 << fmt.width - 1 or not fmt.signed:
        return tr("{0} sign bit, bit {1}, {2}: 1 makes the number negative")
    return tr("{0} sign bit, bit {1}, {2}: 1 in negative numbers, whose other bits change as well")


def _digit_bit(reading: Reading, field: Field, index: int) -> str:
    """What a digit of the significand is worth."""
    fmt, decoded = reading.format, reading.decoded
    value = tr("on") if reading.code >> index & 1 else tr("off")
    if field.weight is None:
        return tr("{0} bit {1}, {2}, of the digits").format(fmt.title, index, value)
    relative = index - field.low + field.weight
    if fmt.is_fixed_point:
        return tr("{0} bit {1}, {2}: worth 2{3}").format(
            fmt.title, index, value, superscript(relative)
        )
    if decoded.exponent is None:
        return tr("{0} fraction bit {1}, {2}: 2{3} of the significand").format(
            fmt.title, index, value, superscript(relative)
        )
    weight = superscript(fmt.unit_exponent(reading.code) + relative)
    return tr("{0} fraction bit {1}, {2}: 2{3} of the significand, worth 2{4} here").format(
        fmt.title, index, value, superscript(relative), weight
    )
