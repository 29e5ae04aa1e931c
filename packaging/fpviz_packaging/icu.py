"""ICU's data without most of the data, for Linux.

Qt's wheels for Linux bring ICU's data of all languages, 31 MB: how each sorts, spells numbers and
names time zones, and tables of old encodings. Qt asks ICU for sorting by language, as its dialogs
do with the names of files, and for encodings other than Unicode's; fpviz reads UTF-8. Letters,
cases and normal forms are in ICU's code, and formats of numbers in Qt's. So the tables of how
languages sort are kept, 3 MB, as a library of the same name, and nothing else.
"""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path

SONAME = re.compile(r"libicudata\.so\.(\d+)")
SORTING = "/coll/"
"""What is in the names of the tables that are kept."""

_MARK = b"\xda\x27"
_KIND = b"CmnD"
"""What stands 2 and 12 bytes from where ICU's data begins: its mark, and that it is a package."""
_ALIGNMENT = 16

_SOURCE = """\
    .globl  icudt{version}_dat
    .type   icudt{version}_dat, @object
    .size   icudt{version}_dat, {size}
    .section .rodata
    .balign {alignment}
icudt{version}_dat:
    .incbin "{data}"
    .section .note.GNU-stack, "", @progbits
"""


def sorting_data(whole: Path, folder: Path) -> Path:
    """Make a library of the same name in ``folder`` that can sort, with the assembler; its path."""
    match = SONAME.fullmatch(whole.name)
    if not match:
        raise ValueError(f"'{whole.name}' is not a library of ICU's data")
    folder.mkdir(parents=True, exist_ok=True)
    data, source, compiled, library = (folder / f"icudata.{end}" for end in ("dat", "s", "o", "so"))
    header, tables = unpacked(whole.read_bytes())
    content = packed(header, {name: tables[name] for name in tables if SORTING in name})
    data.write_bytes(content)
    text = _SOURCE.format(version=match[1], size=len(content), alignment=_ALIGNMENT, data=data)
    source.write_text(text, "utf-8")
    subprocess.run(["as", "-o", compiled, source], check=True)
    subprocess.run(["ld", "-shared", "-soname", whole.name, "-o", library, compiled], check=True)
    return library.rename(folder / whole.name)


def unpacked(library: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The header of the data in a library of this machine's byte order, and its tables by name."""
    begin = library.index(_KIND) - 12
    if library[begin + 2 : begin + 4] != _MARK:
        raise ValueError("ICU's data does not begin with its mark")
    (size,) = struct.unpack_from("=H", library, begin)
    base = begin + size
    (count,) = struct.unpack_from("=I", library, base)
    entries = list(struct.iter_unpack("=II", library[base + 4 : base + 4 + 8 * count]))
    ends = [start for _, start in entries[1:]] + [len(library) - base]
    tables = {}
    for (name, start), end in zip(entries, ends, strict=True):
        text = library[base + name : library.index(b"\0", base + name)].decode("ascii")
        tables[text] = library[base + start : base + end]
    return library[begin:base], tables


def packed(header: bytes, tables: Mapping[str, bytes]) -> bytes:
    """Data of this header and these tables: how many, where each is, their names, they themselves.

    ICU looks a name up by halving, so they are in order.
    """
    names, places, heads = b"", list[int](), 4 + 8 * len(tables)
    for name in sorted(tables):
        places.append(heads + len(names))
        names += name.encode("ascii") + b"\0"
    entries, content = b"", b"\0" * (-(len(header) + heads + len(names)) % _ALIGNMENT)
    for place, name in zip(places, sorted(tables), strict=True):
        entries += struct.pack("=II", place, heads + len(names) + len(content))
        content += tables[name] + b"\0" * (-len(tables[name]) % _ALIGNMENT)
    return header + struct.pack("=I", len(tables)) + entries + names + content
