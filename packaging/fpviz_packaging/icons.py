"""The program's icon in the forms that desktops want, made from ``resources/icons/fpviz.svg``."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[2] / "resources" / "icons" / "fpviz.svg"

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""The sides, in pixels, that Linux desktops look for."""

_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def png(size: int) -> bytes:
    """The icon as a PNG of ``size`` by ``size`` pixels."""
    renderer = QSvgRenderer(str(DRAWING))
    if not renderer.isValid():
        raise ValueError(f"{DRAWING.name} is no drawing")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def ico() -> bytes:
    """The icon as Windows wants it: a directory of PNGs."""
    pictures = [(size, png(size)) for size in _ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at, directory, body = len(head) + 16 * len(pictures), b"", b""
    for size, picture in pictures:
        side = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at)
        body += picture
        at += len(picture)
    return head + directory + body


def icns() -> bytes:
    """The icon as macOS wants it: PNGs, each behind its type and length."""
    chunks = [(kind, png(size)) for kind, size in _ICNS_TYPES.items()]
    body = b"".join(
        kind + struct.pack(">I", len(picture) + 8) + picture for kind, picture in chunks
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body
