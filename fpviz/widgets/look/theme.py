"""Colours by meaning: light, dark, and for print. No other file names a colour (a test looks)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from fpviz.core.formats import CATALOGUE, FieldKind, Format
from fpviz.core.line.zones import ZoneKind

Tinted = Format | ZoneKind | None
"""What a colour stands for: a format, a fate of numbers; ``None`` is what nothing rounds."""

_NAMED = {
    "fp16": ("#b34a08", "#ff9a5c"),
    "bf16": ("#8d3fa0", "#d9a1e8"),
    "fp32": ("#1769b0", "#6fb7f5"),
    "fp64": ("#0b7d5a", "#4fd0a5"),
    "fp8_e4m3fn": ("#8a6100", "#f2c75c"),
    "fp8_e5m2": ("#be4673", "#f678a4"),
    "tf32": ("#7563cf", "#8979e6"),
    "fp128": ("#0e4c62", "#52f0ff"),
    "fp4_e2m1": ("#a32745", "#c1727c"),
    "fp6_e3m2": ("#505b2c", "#a5bf36"),
    "fp6_e2m3": ("#284700", "#94911b"),
    "e8m0": ("#784542", "#ba986e"),
    "fp8_e4m3fnuz": ("#721118", "#f9bdb8"),
    "fp8_e5m2fnuz": ("#740f64", "#c46fcc"),
    "fp8_e4m3b11fnuz": ("#3e228a", "#3f98f4"),
    "fp8_e4m3": ("#9d6763", "#e1712d"),
    "fp8_e3m4": ("#1d44a3", "#b7cefd"),
}
"""The colours of the formats that have one of their own, on light and on dark ground."""

_OTHERS = (
    ("#4a1440", "#299f9c"),
    ("#09256d", "#9cfd9b"),
    ("#946299", "#b3dab1"),
    ("#57375a", "#0eb16a"),
    ("#534b89", "#778cb7"),
    ("#472400", "#f9c1fd"),
)
"""The colours that all other formats share: which of them is whose follows from its name."""

RISING, FALLING, CROSSED = (1,), (-1,), (1, -1)
"""Hatches by the slopes of their lines."""

DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (4, 2),
    (1.5, 2),
    (7, 2, 1.5, 2),
    (9, 3),
    (2, 4),
    (7, 2, 1.5, 2, 1.5, 2),
    (12, 2, 4, 2),
)
"""Lengths of dashes and gaps in widths of the line; the first is solid."""

MARKERS = ("o", "s", "t", "d", "+", "x", "star", "p")
"""Marks of pyqtgraph's."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What each meaning looks like, as ``#rrggbb``.

    ``*_soft`` are fills behind text of the colour without ``_soft``. ``formats`` are the colours
    of formats, wherever one appears: see ``tint``. ``stroke`` is how thick lines are against those
    of a screen, ``hatch`` how opaque those of a hatch.

    ``on_paper`` is a theme of pictures alone: what a hand points at and where the keyboard is goes
    unmarked, and no two meanings differ in hue alone: every curve has dashes and marks of its own.
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
    regime: str
    regime_soft: str
    fraction: str
    fraction_soft: str
    overflow: str
    overflow_soft: str
    subnormal: str
    subnormal_soft: str
    to_zero: str
    to_zero_soft: str
    to_smallest: str
    to_smallest_soft: str
    to_largest: str
    to_largest_soft: str
    changed: str
    formats: tuple[str, ...]
    stroke: float = 1.0
    hatch: float = 0.22
    on_paper: bool = False

    def tint(self, of: Tinted) -> str:
        """The colour of a format, or of a fate, whatever row or curve it stands in."""
        if of is None:
            return self.dim
        if isinstance(of, ZoneKind):
            return zone_looks(self)[of].ink
        return self.formats[_place(of)]

    def dashes(self, look: CurveLook) -> tuple[float, ...]:
        """The dashes of a curve."""
        return DASHES[look.number(self) % len(DASHES)]

    def marker(self, look: CurveLook) -> str:
        """What marks points of a curve; on a screen nothing does, while dashes alone tell."""
        again, number = divmod(look.number(self), len(DASHES))
        if self.on_paper:
            return MARKERS[(number + again) % len(MARKERS)]
        return MARKERS[(again - 1) % len(MARKERS)] if again else ""


@lru_cache(maxsize=1024)
def _place(fmt: Format) -> int:
    """Where the colour of a format stands among those of a theme.

    There are more formats than colours: those of later families share them, and custom formats
    have some of their own.
    """
    if fmt.name in _NAMED:
        return list(_NAMED).index(fmt.name)
    drawn = crc32(fmt.name.encode())
    if fmt in CATALOGUE:
        return drawn % (len(_NAMED) + len(_OTHERS))
    return len(_NAMED) + drawn % len(_OTHERS)


@dataclass(frozen=True, slots=True)
class CurveLook:
    """What tells a curve from the others of its plot: its colour, and its place among those.

    ``turn`` is its place among the curves of that colour, ``place`` that among all.
    """

    of: Tinted
    turn: int = 0
    place: int = 0

    def number(self, theme: Theme) -> int:
        """Which dashes and marks it has: on paper its own, else such as none of its colour has."""
        return self.place if theme.on_paper else self.turn


def looks(curves: Sequence[Tinted]) -> list[CurveLook]:
    """The looks of the curves of a plot; what nothing rounds is never solid."""
    met: Counter[str] = Counter()
    found = []
    for place, of in enumerate(curves):
        colour = LIGHT.tint(of)  # two have one colour in all themes or in none
        turn = max(met[colour], of is None)
        found.append(CurveLook(of, turn, place))
        met[colour] = turn + 1
    return found


@lru_cache
def field_colours(theme: Theme) -> Mapping[FieldKind, tuple[str, str]]:
    """The full and the soft colour of each field of a code, wherever it appears."""
    return {
        FieldKind.SIGN: (theme.sign, theme.sign_soft),
        FieldKind.PREFIX: (theme.regime, theme.regime_soft),
        FieldKind.REGIME: (theme.regime, theme.regime_soft),
        FieldKind.EXPONENT: (theme.exponent, theme.exponent_soft),
        FieldKind.INTEGER: (theme.fraction, theme.fraction_soft),
        FieldKind.LEADING: (theme.fraction, theme.fraction_soft),
        FieldKind.FRACTION: (theme.fraction, theme.fraction_soft),
    }


@dataclass(frozen=True, slots=True)
class ZoneLook:
    """How a zone of the real line looks: its colour, what lies behind, the slopes of its hatch."""

    ink: str
    ground: str
    slopes: tuple[int, ...] = ()


@lru_cache
def zone_looks(theme: Theme) -> Mapping[ZoneKind, ZoneLook]:
    """How each zone looks, wherever it appears."""
    return {
        ZoneKind.TO_ZERO: ZoneLook(theme.to_zero, theme.to_zero_soft, FALLING),
        ZoneKind.UP_TO_SMALLEST: ZoneLook(theme.to_smallest, theme.to_smallest_soft, RISING),
        ZoneKind.SUBNORMAL: ZoneLook(theme.subnormal, theme.subnormal_soft),
        ZoneKind.NORMAL: ZoneLook(theme.fraction, theme.fraction_soft),
        ZoneKind.DOWN_TO_LARGEST: ZoneLook(theme.to_largest, theme.to_largest_soft, FALLING),
        ZoneKind.OVERFLOW: ZoneLook(theme.overflow, theme.overflow_soft, RISING),
        ZoneKind.ZERO: ZoneLook(theme.to_zero, theme.panel),
        ZoneKind.INVALID: ZoneLook(theme.to_zero, theme.to_zero_soft, CROSSED),
    }


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
    regime="#6d3fb0",
    regime_soft="#ece4f8",
    fraction="#0b7d5a",
    fraction_soft="#e4f5ef",
    overflow="#a8281c",
    overflow_soft="#f4d3d0",
    subnormal="#8a6100",
    subnormal_soft="#fdf0cf",
    to_zero="#5d6878",
    to_zero_soft="#e3e6ea",
    to_smallest="#0a3066",
    to_smallest_soft="#d8e2f3",
    to_largest="#7a1fb0",
    to_largest_soft="#ecdff6",
    changed="#a8281c",
    formats=tuple(pair[0] for pair in (*_NAMED.values(), *_OTHERS)),
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
    regime="#b79cf2",
    regime_soft="#33284d",
    fraction="#4fd0a5",
    fraction_soft="#17392e",
    overflow="#ff9c91",
    overflow_soft="#4a2422",
    subnormal="#f2c75c",
    subnormal_soft="#40361a",
    to_zero="#a3afbd",
    to_zero_soft="#232b32",
    to_smallest="#b8e8ff",
    to_smallest_soft="#1c3240",
    to_largest="#c670ff",
    to_largest_soft="#35224a",
    changed="#ff9c91",
    formats=tuple(pair[1] for pair in (*_NAMED.values(), *_OTHERS)),
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
    regime="#4b2a80",
    regime_soft="#ededed",
    fraction="#2c7a52",
    fraction_soft="#ffffff",
    overflow="#7d1414",
    overflow_soft="#bdbdbd",
    subnormal="#4d3a00",
    subnormal_soft="#dedede",
    to_zero="#474747",
    to_zero_soft="#f0f0f0",
    to_smallest="#06245c",
    to_smallest_soft="#e6e6e6",
    to_largest="#8a2bc0",
    to_largest_soft="#d8d8d8",
    changed="#000000",
    formats=LIGHT.formats,
    stroke=0.7,
    hatch=0.6,
    on_paper=True,
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}
"""Every theme by name; the one for print is offered for pictures, never for a window."""
