"""What a code stands for, as a formula with its own numbers in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fpviz.core.formats import FieldKind
from fpviz.core.formats.decoding import Decoded
from fpviz.core.formats.fields import CLASSES, Level, NumberClass, Piece
from fpviz.core.markup import escape
from fpviz.core.text import exact_text, superscript
from fpviz.widgets.look.theme import Theme, field_colours
from fpviz.widgets.translated import said

_JOINER = "\u2060"
"""Between two characters it says that no line ends there: an exponent stays in one, with what it
is an exponent of."""

_TAGS: Mapping[Level, str] = {
    Level.LINE: "{}",
    Level.RAISED: f"<sup>{_JOINER}{{}}</sup>",
    Level.LOWERED: "<sub>{}</sub>",
}


def formula_html(decoded: Decoded, theme: Theme, room: int = 60) -> str:
    """A code's formula with its own numbers, in the colours of the fields.

    A field of more than ``room`` digits keeps its beginning and its end.
    """
    if decoded.significand is None:
        fields = (coloured(field.digits, theme, field.kind) for field in decoded.fields)
        name = f"{escape(exact_text(decoded.number))} ="
        if decoded.number_class is NumberClass.INVALID:
            name = f"{escape(said(CLASSES[NumberClass.INVALID]))}:"
        return f"{name} {', '.join(fields)}"
    pieces = decoded.format.formula(decoded.code)
    return "".join(_TAGS[piece.level].format(_html(piece, theme, room)) for piece in pieces)


def _html(piece: Piece, theme: Theme, room: int) -> str:
    if piece.level is Level.RAISED and piece.field is None:
        return escape(_JOINER.join(piece.text))
    if piece.field is None:
        return escape(piece.text)
    long = len(piece.text) > room
    shown = f"{piece.text[: room - 7]}…{piece.text[-6:]}" if long else piece.text
    return coloured(shown, theme, piece.field)


def coloured(text: str, theme: Theme, field: FieldKind) -> str:
    """A text in the colour of a field."""
    return f'<span style="color:{field_colours(theme)[field][0]}">{escape(text)}</span>'


def formula_text(decoded: Decoded) -> str:
    """What a code stands for as plain text."""
    if decoded.number_class is NumberClass.INVALID:
        return said(CLASSES[NumberClass.INVALID])
    if decoded.significand is not None and decoded.format.base != 2:
        sign, base = "-" if decoded.negative else "+", decoded.format.base
        return f"{sign}{decoded.significand} × {base}{superscript(decoded.quantum or 0)}"
    whole, fraction = decoded.digits()
    if not whole:
        return exact_text(decoded.number)
    sign = "-" if decoded.negative else "+"
    point = f".{fraction}" if fraction else ""
    return f"{sign}{whole}{point}₂ × 2{superscript(decoded.exponent or 0)}"


def power_of(pieces: Iterable[Piece]) -> str:
    """How the exponent of the power in a formula comes about; empty where there is no power."""
    raised = (each for each in pieces if each.level is Level.RAISED)
    by_sign = (each.text for each in raised if each.text not in "01" or each.field is not _SIGN)
    return "".join(by_sign)


_SIGN = FieldKind.SIGN
