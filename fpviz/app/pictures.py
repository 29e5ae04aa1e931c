"""Pictures of widgets: PNG at any scale, SVG, PDF, and to the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

SUFFIXES = (".png", ".svg", ".pdf")
_DOTS_PER_INCH = 96


def picture(widget: QWidget, scale: float = 1.0) -> QImage:
    """A widget as it would look on a screen of ``scale`` device pixels a pixel."""
    size: QSize = widget.size() * scale
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(widget.palette().color(widget.backgroundRole()))
    with QPainter(image) as painter:
        widget.render(painter, QPoint())
    return image


def export_picture(widget: QWidget, path: Path, scale: float = 1.0) -> None:
    """Write a widget's picture in the format that the file's suffix names.

    Raises OSError if the file cannot be written, ValueError for another suffix.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ValueError(f"'{path.name}' must end in .png, .svg or .pdf")
    with path.open("wb"):  # an OSError here is clearer than Qt's silence
        pass
    if suffix == ".png":
        if not picture(widget, scale).save(str(path)):
            raise OSError(f"'{path.name}' could not be written")
    elif suffix == ".svg":
        _write_svg(widget, path)
    else:
        _write_pdf(widget, path)


def copy_picture(widget: QWidget, scale: float = 2.0) -> None:
    """Put a widget's picture on the clipboard."""
    QGuiApplication.clipboard().setImage(picture(widget, scale))


def _write_svg(widget: QWidget, path: Path) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(), widget.size()))
    generator.setResolution(_DOTS_PER_INCH)
    generator.setTitle(widget.windowTitle().replace("[*]", ""))
    with QPainter(generator) as painter:
        widget.render(painter, QPoint())


def _write_pdf(widget: QWidget, path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS_PER_INCH)
    points = QSizeF(widget.size()) * (72.0 / _DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(points, QPageSize.Unit.Point),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    with QPainter(writer) as painter:
        widget.render(painter, QPoint())
