"""How the open dump stands in a scene: where it is from, how it is read, what is edited in it.

A file is named and never swallowed; a text that was pasted is kept if it is short.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from fpviz.core.formats import find_format
from fpviz.core.literals import CodeLiteral, Literal
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.data.edits import Edit
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import find_order
from fpviz.data.syntaxes import KEYS
from fpviz.model.bench.records import DumpOrigin, OpenDump
from fpviz.model.views import unknown

LONGEST_TEXT = 1 << 16
"""Characters of a pasted text that a scene keeps."""

MOST_EDITS = 10_000

_DUMP = ("file", "fingerprint", "text", "syntax", "unit", "layout", "edits", "row")
_LAYOUT = ("format", "order", "word", "offset", "stride")
_EDIT = ("index", "code", "layout")
_UNITS = (8, 16, 32, 64, 128)
_FARTHEST = 1 << 62
"""Bits beyond which there are no elements."""

_WHAT = phrase("the dump")

T = TypeVar("T")


def why_not_kept(dump: OpenDump) -> Phrase | None:
    """Why a scene cannot hold a dump; ``None`` where it can."""
    if len(dump.origin.text) > LONGEST_TEXT:
        return phrase("a pasted text of more than 64 KiB is not kept in a scene")
    if len(dump.edits) > MOST_EDITS:
        return phrase("a dump with more than {most} edits is not kept", most=str(MOST_EDITS))
    return None


# -- written ----------------------------------------------------------------------------------


def written_dump(dump: OpenDump) -> dict[str, Any]:
    """A dump as it stands in the file."""
    origin = dump.origin
    where = {"file": origin.path, "fingerprint": origin.fingerprint}
    return {
        **(where if origin.path else {"text": origin.text}),
        "syntax": dump.syntax,
        **({} if dump.unit is None else {"unit": dump.unit}),
        "layout": _written_layout(dump.layout),
        **({"edits": [_written_edit(each, dump) for each in dump.edits]} if dump.edits else {}),
        **({} if dump.row is None else {"row": dump.row}),
    }


def _written_layout(layout: DumpLayout) -> dict[str, Any]:
    places = {"offset": layout.offset, "stride": layout.stride}
    return {
        "format": layout.fmt.name,
        "order": layout.order.value.name,
        "word": layout.word,
        **{key: bits for key, bits in places.items() if bits},
    }


def _written_edit(edit: Edit, dump: OpenDump) -> dict[str, Any]:
    other = {} if edit.layout == dump.layout else {"layout": _written_layout(edit.layout)}
    return {"index": edit.index, "code": f"{edit.code:#x}", **other}


# -- read -------------------------------------------------------------------------------------


def read_dump(written: object, source: Literal) -> OpenDump:
    """The dump that is written beside a source. Raises Complaint."""
    data = _object(written, _DUMP, _WHAT)
    syntax = _typed(data, "syntax", str, _WHAT)
    if syntax not in KEYS:
        raise Complaint(phrase("no syntax {name} of dumps is known", name=quoted(syntax)))
    layout = _layout(data.get("layout"))
    edits = data.get("edits", [])
    if not isinstance(edits, list) or len(edits) > MOST_EDITS:
        raise Complaint(phrase("the edits of a dump are no list of at most {most}", most="10000"))
    return OpenDump(
        _origin(data),
        syntax,
        layout,
        _unit(data),
        tuple(_edit(each, layout) for each in edits),
        _row(data, layout, source),
    )


def _origin(data: Mapping[str, Any]) -> DumpOrigin:
    if ("file" in data) == ("text" in data):
        raise Complaint(phrase("the dump is neither of a file nor of a text, or of both"))
    if "file" in data:
        path, mark = (_typed(data, key, str, _WHAT) for key in ("file", "fingerprint"))
        return DumpOrigin(path=path, fingerprint=mark)
    text = _typed(data, "text", str, _WHAT)
    if len(text) > LONGEST_TEXT:
        raise Complaint(phrase("the text of the dump is longer than a scene keeps"))
    return DumpOrigin(text=text)


def _unit(data: Mapping[str, Any]) -> int | None:
    unit = data.get("unit")
    if unit is not None and (not isinstance(unit, int) or unit not in _UNITS):
        raise _no_number("unit", _WHAT)
    return unit


def _row(data: Mapping[str, Any], layout: DumpLayout, source: Literal) -> int | None:
    """The element that is the source, which then is a code of the dump's format."""
    if "row" not in data:
        return None
    if not isinstance(source, CodeLiteral) or source.format != layout.fmt:
        raise Complaint(phrase("the row of the dump is the source, which is no code of its format"))
    return _bits(data, "row", _WHAT)


def _layout(written: object) -> DumpLayout:
    what = phrase("the layout of a dump")
    data = _object(written, _LAYOUT, what)
    word = _bits(data, "word", what, 16)
    if word not in _UNITS:
        raise _no_number("word", what)
    return DumpLayout(
        find_format(_typed(data, "format", str, what)),
        find_order(_typed(data, "order", str, what)),
        word,
        _bits(data, "offset", what, 0),
        _bits(data, "stride", what, 0),
    )


def _edit(written: object, layout: DumpLayout) -> Edit:
    what = phrase("an edit of a dump")
    data = _object(written, _EDIT, what)
    where = _layout(data["layout"]) if "layout" in data else layout
    text = _typed(data, "code", str, what)
    try:
        code = int(text, 16)
    except ValueError:
        raise _no_number("code", what) from None
    if not 0 <= code < 1 << where.fmt.width:
        raise Complaint(
            phrase("{code} is no code of {format}", code=quoted(text), format=where.fmt.name)
        )
    return Edit(where, _bits(data, "index", what), code)


def _object(written: object, known: Sequence[str], what: Phrase) -> dict[str, Any]:
    if not isinstance(written, dict):
        raise Complaint(phrase("{what} is no object", what=what))
    for key in written:
        if key not in known:
            raise Complaint(unknown(key, what))
    return written


def _typed(data: Mapping[str, Any], key: str, kind: type[T], what: Phrase) -> T:
    value = data.get(key)
    if not isinstance(value, kind):
        raise Complaint(phrase("{what} has no {key}, or a wrong one", what=what, key=quoted(key)))
    return value


def _bits(data: Mapping[str, Any], key: str, what: Phrase, default: int | None = None) -> int:
    """A number that is not negative."""
    value = data.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _FARTHEST:
        raise _no_number(key, what)
    return value


def _no_number(key: str, what: Phrase) -> Complaint:
    return Complaint(phrase("{key} of {what} is no number that it may be", key=key, what=what))
