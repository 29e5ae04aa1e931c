"""What a code stands for, as a formula with its own numbers in it."""

from __future__ import annotations

from html import escape

from fpviz.core.formats.decoding import Decoded
from fpviz.core.text import bit_fields, exact_text, superscript
from fpviz.widgets.look.theme import Theme


def formula_html(decoded: Decoded, theme: Theme, room: int = 60) -> str:
    """A code's formula with its own numbers, in the colours of the fields.

    A fraction of more than ``room`` digits keeps its beginning and its end.
    """

    def coloured(text: str, colour: str) -> str:
        return f'<span style="color:{colour}">{escape(text)}</span>'

    fmt = decoded.format
    sign, _, fraction = bit_fields(fmt, decoded.code)
    if decoded.significand is None:
        name = exact_text(decoded.number)
        field = coloured(f"{decoded.exponent_field:0{fmt.exponent_width}b}", theme.exponent)
        rest = f", {coloured(fraction, theme.fraction)}" if fraction else ""
        return f"{escape(name)} = {coloured(sign, theme.sign)}, {field}{rest}"
    shown = fraction
    if len(fraction) > room:
        shown = f"{fraction[: room - 7]}…{fraction[-6:]}"
    hidden = str(decoded.hidden_bit)
    power = f"{decoded.exponent_field}−{fmt.bias}".replace("−-", "+")
    if decoded.hidden_bit == 0:
        power = f"1−{fmt.bias}".replace("−-", "+")
    head = f"(−1)<sup>{coloured(sign, theme.sign)}</sup> × " if sign else ""
    point = f".{coloured(shown, theme.fraction)}" if shown else ""
    return f"{head}2<sup>{coloured(power, theme.exponent)}</sup> × {hidden}{point}<sub>2</sub>"


def formula_text(decoded: Decoded) -> str:
    """The same formula as plain text."""
    if decoded.significand is None:
        return exact_text(decoded.number)
    fmt = decoded.format
    fraction = bit_fields(fmt, decoded.code)[2]
    sign = "-" if decoded.negative else "+"
    point = f".{fraction}" if fraction else ""
    return f"{sign}{decoded.hidden_bit}{point}₂ × 2{superscript(decoded.exponent or 0)}"
