"""What Qt leaves to be put right in an SVG: its size, its faces, the thickness of its lines."""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication

_WORDS = ("DejaVu Sans", "Verdana", "Helvetica", "Arial", "sans-serif")
_NUMBERS = ("DejaVu Sans Mono", "Menlo", "Consolas", "monospace")
_SIDES = re.compile(r'width="[^"]*" height="[^"]*"')
_FIXED = 'vector-effect="non-scaling-stroke" '
_GROUP = re.compile(
    r'<g ([^>]*)transform="matrix\(([^)]*)\)"([^>]*)>((?:(?!<g).)*?)</g>', re.DOTALL
)
_SHAPE = re.compile(r'\b(d|points)="([^"]*)"')
_RECT = re.compile(
    r'<rect ([^>]*)x="([-\d.e]+)" y="([-\d.e]+)" width="([-\d.e]+)" height="([-\d.e]+)"/>'
)
_POINT = re.compile(r"([-\d.e]+),([-\d.e]+)")
_FAMILY = re.compile(r'font-family="([^"]*)"')
_TEXT = re.compile(
    r'<text (?P<rest>[^>]*?font-family="(?P<family>[^"]*)" font-size="(?P<size>[\d.]+)" '
    r'font-weight="(?P<weight>\d+)" font-style="(?P<style>\w+)"[^>]*?)\s*>(?P<text>[^<]*)</text>'
)


# WORKAROUND Qt 6.10.3: a picture's size is whole pixels, lines drawn with a cosmetic pen do not
# grow with the picture, texts have one face and no width; not reported.
def tidied(svg: str, width: str, height: str) -> str:
    """An SVG of Qt's as wide and high as it should be, its texts as wide as they were drawn, with
    faces that stand in for others, and lines that grow with the picture."""
    sized = _SIDES.sub(f'width="{width}" height="{height}"', svg, count=1)
    stroked = _GROUP.sub(_scaling, sized)
    spaced = _TEXT.sub(_as_wide, stroked)
    return _FAMILY.sub(lambda found: f'font-family="{_stack(unescape(found[1]))}"', spaced)


# -- lines --------------------------------------------------------------------------------------


def _scaling(found: re.Match[str]) -> str:
    """A group whose lines are as thick however large it is drawn: its points brought to the
    picture's own coordinates, where lines can be as thick as they are."""
    head, matrix, tail, body = found.groups()
    if _FIXED not in body or "<text" in body or "<image" in body:
        return found[0]
    a, b, c, d, e, f = map(float, matrix.split(","))

    def moved(point: re.Match[str]) -> str:
        x, y = float(point[1]), float(point[2])
        return f"{a * x + c * y + e:.6g},{b * x + d * y + f:.6g}"

    def shape(attribute: re.Match[str]) -> str:
        return f'{attribute[1]}="{_POINT.sub(moved, attribute[2])}"'

    shapes = _SHAPE.sub(shape, _RECT.sub(_as_path, body).replace(_FIXED, ""))
    return f'<g {head}transform="matrix(1,0,0,1,0,0)"{tail}>{shapes}</g>'


def _as_path(found: re.Match[str]) -> str:
    x, y, width, height = map(float, found.groups()[1:])
    right, bottom = x + width, y + height
    return f'<path {found[1]}d="M{x},{y} L{right},{y} L{right},{bottom} L{x},{bottom} Z"/>'


# -- texts --------------------------------------------------------------------------------------


def _as_wide(found: re.Match[str]) -> str:
    text = unescape(found["text"])
    if len(text.strip()) < 2:
        return found[0]
    font = _font(found["family"], found["size"], found["weight"], found["style"])
    width = QFontMetricsF(font).horizontalAdvance(text)
    length = f'textLength="{width:.6g}" lengthAdjust="spacingAndGlyphs"'
    return f"<text {found['rest']} {length}>{found['text']}</text>"


@cache
def _font(family: str, size: str, weight: str, style: str) -> QFont:
    font = QFont(unescape(family))
    screen = QGuiApplication.primaryScreen()
    font.setPointSizeF(float(size) * 72 / screen.logicalDotsPerInch())
    font.setWeight(QFont.Weight(int(weight)))
    font.setItalic(style == "italic")
    return font


@cache
def _stack(family: str) -> str:
    """The face that a family stands for, then its like."""
    info = QFontInfo(QFont(family))
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    rest = _NUMBERS if info.fixedPitch() or family == fixed else _WORDS
    return escape(", ".join(dict.fromkeys([info.family(), *rest])))
