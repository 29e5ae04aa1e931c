"""Colours by meaning: light, dark, and for print. No other file names a colour (a test looks)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """What each meaning looks like, as ``#rrggbb``.

    ``*_soft`` are fills behind text of the colour without ``_soft``. ``lanes`` tells the curves
    and dots of several formats apart; their labels say the same. ``stroke`` is how thick lines
    are against those of a screen, ``hatch`` how opaque those of a hatch.

    ``on_paper`` is a theme of pictures alone: what a hand points at and where the keyboard is goes
    unmarked, and no two meanings differ in hue alone. There the curves have ``dashes``, each the
    lengths of dashes and gaps in widths of the line (none: solid), and ``markers`` of pyqtgraph's.
    """

    name: str
    ink: str
    dim: str
    line: str
    panel: str
    ground: str
    accent: str
    accent_soft: str
    accent_ink: str
    sign: str
    sign_soft: str
    exponent: str
    exponent_soft: str
    fraction: str
    fraction_soft: str
    overflow: str
    overflow_soft: str
    subnormal: str
    subnormal_soft: str
    to_zero: str
    to_zero_soft: str
    changed: str
    lanes: tuple[str, ...]
    stroke: float = 1.0
    hatch: float = 0.22
    on_paper: bool = False
    dashes: tuple[tuple[float, ...], ...] = ((),)
    markers: tuple[str, ...] = ("o",)


LIGHT = Theme(
    name="light",
    ink="#1b2430",
    dim="#5d6878",
    line="#dfe3e8",
    panel="#ffffff",
    ground="#f6f7f9",
    accent="#1769b0",
    accent_soft="#eef4fa",
    accent_ink="#ffffff",
    sign="#b34a08",
    sign_soft="#fce8dc",
    exponent="#1769b0",
    exponent_soft="#e1edf8",
    fraction="#0b7d5a",
    fraction_soft="#e4f5ef",
    overflow="#a8281c",
    overflow_soft="#f4d3d0",
    subnormal="#8a6100",
    subnormal_soft="#fdf0cf",
    to_zero="#5d6878",
    to_zero_soft="#e3e6ea",
    changed="#a8281c",
    lanes=("#b34a08", "#8d3fa0", "#1769b0", "#0b7d5a", "#8a6100", "#a8281c", "#3d5a80", "#5d6878"),
)

DARK = Theme(
    name="dark",
    ink="#e8ecf1",
    dim="#a3afbd",
    line="#2f3843",
    panel="#1c2229",
    ground="#14181d",
    accent="#6fb7f5",
    accent_soft="#222d38",
    accent_ink="#14181d",
    sign="#ff9a5c",
    sign_soft="#46291a",
    exponent="#6fb7f5",
    exponent_soft="#1d3347",
    fraction="#4fd0a5",
    fraction_soft="#17392e",
    overflow="#ff9c91",
    overflow_soft="#4a2422",
    subnormal="#f2c75c",
    subnormal_soft="#40361a",
    to_zero="#a3afbd",
    to_zero_soft="#232b32",
    changed="#ff9c91",
    lanes=("#ff9a5c", "#d9a1e8", "#6fb7f5", "#4fd0a5", "#f2c75c", "#ff9c91", "#9db8d9", "#a3afbd"),
)

PRINT = Theme(
    name="print",
    ink="#000000",
    dim="#474747",
    line="#b4b4b4",
    panel="#ffffff",
    ground="#ffffff",
    accent="#0f4c8a",
    accent_soft="#ffffff",
    accent_ink="#ffffff",
    sign="#4a1500",
    sign_soft="#d6d6d6",
    exponent="#0f4c8a",
    exponent_soft="#ededed",
    fraction="#2c7a52",
    fraction_soft="#ffffff",
    overflow="#7d1414",
    overflow_soft="#bdbdbd",
    subnormal="#4d3a00",
    subnormal_soft="#dedede",
    to_zero="#474747",
    to_zero_soft="#f0f0f0",
    changed="#000000",
    lanes=("#000000", "#8a3ba0", "#0f4c8a", "#2c7a52", "#8a5a00", "#7d1414", "#3d5a80", "#5f5f5f"),
    stroke=0.7,
    hatch=0.6,
    on_paper=True,
    dashes=(
        (),
        (7, 3),
        (1.5, 2.5),
        (9, 2.5, 1.5, 2.5),
        (14, 3),
        (4, 2),
        (9, 2, 1.5, 2, 1.5, 2),
        (2, 5),
    ),
    markers=("o", "s", "t", "d", "+", "x", "star", "p"),
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}
"""Every theme by name; the one for print is offered for pictures, never for a window."""
