"""What the pixels of a picture depend on beside its scene: libraries, platform, faces.

Two pictures of one scene that were drawn with the same must be the same to the last byte; of any
others nothing can be said.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata

from PySide6.QtCore import QPointF, qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication

from fpviz.widgets.look.style import number_font, word_font

_LETTERS = "AaBbGgQqRr 0123456789 ⁻¹⁰²³⁴⁵⁶⁷⁸⁹ ₀₂ +−×=≈∞ ←→↑↓ ·…–"


@cache
def drawn_with() -> dict[str, str]:
    """The parts by name; ``letters`` is a digest of how some of them look."""
    numbers, words = number_font(QApplication.font()), word_font(QApplication.font())
    return {
        "qt": qVersion(),
        "pyqtgraph": metadata.version("pyqtgraph"),
        "platform": QGuiApplication.platformName(),
        "words": QFontInfo(words).family(),
        "numbers": QFontInfo(numbers).family(),
        "letters": _digest(),
    }


def _digest() -> str:
    image = QImage(800, 160, QImage.Format.Format_Grayscale8)
    image.fill(0xFF)
    base = QApplication.font()
    with QPainter(image) as painter:
        for line, font in enumerate(
            (word_font(base), word_font(base, bold=True), number_font(base))
        ):
            painter.setFont(font)
            painter.drawText(QPointF(4, 20 + 20 * line), _LETTERS)
            painter.save()
            painter.scale(1.5, 1.5)
            painter.drawText(QPointF(4, 60 + 16 * line), _LETTERS)
            painter.restore()
    return hashlib.sha256(bytes(image.constBits())).hexdigest()[:16]
