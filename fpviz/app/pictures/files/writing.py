"""A widget written as PNG, SVG or PDF: at an exact size, the same bytes each time.

The widget is painted at its own size in whole pixels and fitted to the page, which may be a
fraction of a pixel off it. Text stays text; the origin travels along in the file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMarginsF,
    QPoint,
    QRect,
    QSizeF,
    QUuid,
)
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QMenuBar, QWidget

from fpviz.app.pictures.figures.paper_style import NoEmptyArea, give
from fpviz.app.pictures.files import png as png_file
from fpviz.app.pictures.files.embedding import png_texts, svg_metadata, xmp_packet
from fpviz.app.pictures.files.origin import Origin
from fpviz.app.pictures.files.pdf import undated
from fpviz.app.pictures.size import PIXELS_AN_INCH, Size, Unit
from fpviz.model.files.whole_file import write_whole

_POINTS_AN_INCH = 72
_MM_A_METRE = 1000


@dataclass(frozen=True, slots=True)
class ReadyWidget:
    """A widget that is ready to be painted, the size that the picture is to have (both sides),
    and what the picture is made from."""

    widget: QWidget
    size: Size
    origin: Origin

    @property
    def pixels(self) -> tuple[float, float]:
        """The exact width and height, in pixels before scaling."""
        width, height = self.size.pixels
        assert height is not None
        return width, height


def image(picture: ReadyWidget) -> QImage:
    """A picture as pixels, as many of them a pixel as its scale says."""
    widget, scale = picture.widget, picture.origin.scale
    width, height = (max(1, round(side * scale)) for side in picture.pixels)
    result = QImage(width, height, QImage.Format.Format_RGB32)
    result.setDevicePixelRatio(width / widget.width())
    result.fill(widget.palette().color(widget.backgroundRole()))
    with QPainter(result) as painter:
        widget.render(painter, QPoint())
    dots = scale * Unit.MM.pixels * _MM_A_METRE
    result.setDotsPerMeterX(round(dots))  # now, as the size of text would follow from it
    result.setDotsPerMeterY(round(dots))
    return result


def png(picture: ReadyWidget) -> bytes:
    """A picture as a PNG file, which is as large in print as its size says."""
    pixels = image(picture).convertToFormat(QImage.Format.Format_RGB888)
    width, height, line = pixels.width(), pixels.height(), pixels.bytesPerLine()
    bits = bytes(pixels.constBits())
    rows = (bits[y * line : y * line + 3 * width] for y in range(height))
    texts = png_texts(picture.origin)
    return png_file.encoded(rows, width, height, pixels.dotsPerMeterX(), texts)


def svg(picture: ReadyWidget) -> bytes:
    """A picture as an SVG file: shapes and real text."""
    from fpviz.app.pictures.files.svg import tidied  # noqa: PLC0415 - when asked

    widget, target = picture.widget, _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(target)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(), widget.size()))
    generator.setResolution(widget.logicalDpiX())
    generator.setTitle(widget.accessibleName() or "fpviz")
    generator.setDescription(widget.accessibleDescription())
    for bar in widget.findChildren(QMenuBar):
        give(NoEmptyArea(), bar)
    with QPainter(generator) as painter:
        widget.render(painter, QPoint())
    text = bytes(target.data().data()).decode()
    unit = "" if picture.size.unit is Unit.PX else picture.size.unit.value
    width, height = picture.size.width, picture.size.height
    text = tidied(text, f"{width:.6g}{unit}", f"{height:.6g}{unit}")
    start = text.index(">", text.index("<svg")) + 1
    return f"{text[:start]}\n{svg_metadata(picture.origin)}{text[start:]}".encode()


def pdf(picture: ReadyWidget) -> bytes:
    """A picture as a PDF file of one page."""
    widget, target = picture.widget, _buffer()
    xmp = xmp_packet(picture.origin)
    dots, (width, height) = widget.logicalDpiX(), picture.pixels
    exact = [side / PIXELS_AN_INCH * _POINTS_AN_INCH for side in (width, height)]
    writer = QPdfWriter(target)
    writer.setResolution(dots)
    writer.setCreator("fpviz")
    writer.setTitle(widget.accessibleName() or "fpviz")
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), xmp))
    writer.setDocumentXmpMetadata(xmp)
    whole, exactly = QSizeF(*map(ceil, exact)), QPageSize.SizeMatchPolicy.ExactMatch
    page = QPageSize(whole, QPageSize.Unit.Point, "", exactly)
    margins = QMarginsF(0, 0, 0, 0)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, margins))
    with QPainter(writer) as painter:
        points = [side * dots / _POINTS_AN_INCH for side in exact]
        painter.scale(points[0] / widget.width(), points[1] / widget.height())
        widget.render(painter, QPoint())
    return undated(bytes(target.data().data()), exact[0], exact[1])


_WRITERS: dict[str, Callable[[ReadyWidget], bytes]] = {".png": png, ".svg": svg, ".pdf": pdf}


def encoded(picture: ReadyWidget, suffix: str) -> bytes:
    """A picture as a file of the kind that a suffix names, ``.png``, ``.svg`` or ``.pdf``."""
    return _WRITERS[suffix](picture)


def write(picture: ReadyWidget, path: Path) -> None:
    """Write a picture to a file in the format that its suffix names. Raises OSError."""
    write_whole(path, encoded(picture, path.suffix.lower()))


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
