"""PNG files: written as small as plain deflate makes them, and read for the texts in them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NO_FILTER = b"\x00"
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_PACKED, _PLAIN = b"\x01\x00", b"\x00\x00"


class PngError(ValueError):
    """A text that is damaged or too long."""


def encoded(
    rows: Iterable[bytes], width: int, height: int, dots_a_metre: int, texts: dict[str, str]
) -> bytes:
    """A PNG of rows of red, green and blue bytes.

    The filters of PNG, made for photographs, are left out: figures get smaller without.
    """
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(_NO_FILTER + row for row in rows), 9)
    said = [
        b"\x00".join((keyword.encode("latin-1"), _PLAIN, b"", text.encode()))
        for keyword, text in texts.items()
    ]
    return b"".join(
        (
            SIGNATURE,
            _chunk(b"IHDR", head),
            _chunk(b"pHYs", struct.pack(">IIB", dots_a_metre, dots_a_metre, 1)),
            *(_chunk(b"iTXt", each) for each in said),
            _chunk(b"IDAT", pixels),
            _chunk(b"IEND", b""),
        )
    )


def text_of(data: bytes, keyword: str, longest: int) -> str | None:
    """The text with a keyword, if there is one. Raises PngError."""
    wanted = keyword.encode("latin-1")
    for kind, body, is_sound in _chunks(data):
        name, _, rest = body.partition(b"\x00")
        if kind in _TEXTS and name == wanted:
            if not is_sound:
                raise PngError("damaged")
            return _text(kind, rest, longest)
    return None


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """The kind and the body of each chunk, and whether its checksum is right."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        body = data[at + 8 : end - 4]
        yield kind, body, data[at:end] == _chunk(kind, body)
        at = end


def _text(kind: bytes, rest: bytes, longest: int) -> str:
    """The text behind a keyword; programs that save a PNG anew may change the kind of chunk."""
    is_packed = kind == b"zTXt" or rest.startswith(_PACKED)
    rest = {b"tEXt": rest, b"zTXt": rest[1:], b"iTXt": rest[2:]}[kind]
    if kind == b"iTXt":
        _language, _, rest = rest.partition(b"\x00")
        _translated, _, rest = rest.partition(b"\x00")
    try:
        if is_packed and kind != b"tEXt":
            rest = zlib.decompressobj().decompress(rest, longest + 1)
        text = rest.decode("utf-8" if kind == b"iTXt" else "latin-1")
    except (zlib.error, UnicodeDecodeError):
        raise PngError("damaged") from None
    if len(text) > longest:
        raise PngError("too long")
    return text
