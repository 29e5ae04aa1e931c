"""A text inside a picture's file: in PNG a chunk, in SVG its metadata, in PDF its XMP packet.

What is read may have been edited, or made by somebody else to do harm: sizes are bounded, nothing
is expanded, and nothing outside the file is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from fpviz.app.pictures import SUFFIXES
from fpviz.app.pictures.files import png as png_file
from fpviz.app.pictures.files.origin import Origin, dump_origin, parse_origin
from fpviz.core.markup import escape
from fpviz.core.phrase import phrase
from fpviz.model.files.errors import why
from fpviz.model.files.scene import SceneError

_NAMESPACE = "urn:fpviz:picture"
_KEYWORD = "fpviz"
_PDF = b"%PDF-"
_PACKET_END = b"</x:xmpmeta>"
_LARGEST_FILE = 1 << 26
_LONGEST_TEXT = 1 << 20


def is_picture(path: Path) -> bool:
    """Whether a file is a picture by its name or by how it begins."""
    if path.suffix.lower() in SUFFIXES:
        return True
    try:
        with path.open("rb") as file:
            return _kind(file.read(1024)) is not None
    except OSError:
        return False


def read_origin(path: Path) -> Origin:
    """What a picture says that it is made from. Raises SceneError."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise SceneError(phrase("{file} is too large a picture", file=path.name))
        data = path.read_bytes()
    except OSError as error:
        unread = phrase("{file} cannot be read: {reason}", file=path.name, reason=why(error))
        raise SceneError(unread) from None
    try:
        text = extract(data)
        if text is None:
            raise SceneError(phrase("there is no scene of fpviz in this picture"))
        return parse_origin(text)
    except SceneError as error:
        of_file = phrase("{file}: {reason}", file=path.name, reason=error.phrase)
        raise SceneError(of_file) from None


def svg_metadata(origin: Origin) -> str:
    """The element that tells an SVG's origin."""
    element = f'<origin xmlns="{_NAMESPACE}">{escape(dump_origin(origin), quote=False)}</origin>'
    return f"<metadata>{element}</metadata>"


def png_texts(origin: Origin) -> dict[str, str]:
    """The texts that tell a PNG's origin, by their keywords."""
    return {"Software": f"fpviz {origin.program}", _KEYWORD: dump_origin(origin)}


def xmp_packet(origin: Origin) -> bytes:
    """The XMP packet that tells a PDF's origin."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">\n'
        f"<xmp:CreatorTool>fpviz {escape(origin.program, quote=False)}</xmp:CreatorTool>\n"
        f'<origin xmlns="{_NAMESPACE}">{escape(dump_origin(origin), quote=False)}</origin>\n'
        "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="r"?>\n'
    ).encode()


def extract(data: bytes) -> str | None:
    """The text in a picture, if it has one. Raises SceneError where it is damaged."""
    match _kind(data):
        case "png":
            return _from_png(data)
        case "pdf":
            return next((text for text in map(_from_xml, _packets(data)) if text is not None), None)
        case "xml":
            return _from_xml(data)
    return None


def _kind(head: bytes) -> str | None:
    """What a file is by how it begins."""
    if head.startswith(png_file.SIGNATURE):
        return "png"
    if head.startswith(_PDF):
        return "pdf"
    return "xml" if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") else None


def _from_png(data: bytes) -> str | None:
    try:
        return png_file.text_of(data, _KEYWORD, _LONGEST_TEXT)
    except png_file.PngError:
        raise SceneError(phrase("the scene in this picture is damaged")) from None


# -- SVG and XMP --------------------------------------------------------------------------------


def _packets(data: bytes) -> Iterator[bytes]:
    """The XMP packets of a PDF: they are never compressed, so that they can be found."""
    start = data.find(b"<x:xmpmeta")
    while start >= 0:
        end = data.find(_PACKET_END, start)
        if end < 0:
            return
        yield data[start : end + len(_PACKET_END)]
        start = data.find(b"<x:xmpmeta", end)


class _Done(Exception):  # noqa: N818 - it ends a parse that has found what it looked for
    pass


def _from_xml(data: bytes) -> str | None:
    """The text of the first element ``origin`` of our namespace."""
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[str] = []
    inside, length = False, 0

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal inside
        inside = name == f"{_NAMESPACE} origin"

    def end(_name: str) -> None:
        if inside:
            raise _Done

    def text(piece: str) -> None:
        nonlocal length
        if inside:
            found.append(piece)
            length += len(piece)
            if length > _LONGEST_TEXT:
                raise SceneError(phrase("the scene in this picture is too long"))

    def entity(*_: object) -> None:
        raise SceneError(phrase("this picture declares entities, which fpviz does not read"))

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = text, entity
    try:
        parser.Parse(data, True)
    except _Done:
        return "".join(found)
    except expat.ExpatError:
        raise SceneError(phrase("this is no picture: its XML is damaged or cut short")) from None
    return None
