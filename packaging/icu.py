"""A library of ICU's data without the data, for Linux.

Qt's wheels for Linux bring ICU's data of all languages, 31 MB: how each sorts, spells numbers and
names time zones, and tables of old encodings. Qt asks ICU for sorting by language and for encodings
other than Unicode's; fpviz sorts nothing and reads UTF-8. Letters, cases and normal forms are in
ICU's code, and formats of numbers in Qt's. Qt's libraries are linked to the data, so that something
must be there: ICU itself has an empty library for this, its "stubdata", and this is one.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

SONAME = re.compile(r"libicudata\.so\.(\d+)")

_SOURCE = """\
    .globl  icudt{version}_dat
    .type   icudt{version}_dat, @object
    .size   icudt{version}_dat, 48
    .section .rodata
    .balign 16
icudt{version}_dat:
    .short  32          # size of this header
    .byte   0xda, 0x27  # ICU's mark
    .short  20, 0       # size of what follows; reserved
    .byte   {big_endian}, 0, 2, 0
    .ascii  "ToCP"      # a table of contents
    .byte   1, 0, 0, 0, 0, 0, 0, 0
    .balign 16
    .quad   0, 0        # that has no entries
    .section .note.GNU-stack, "", @progbits
"""


def empty_data(soname: str, folder: Path, *, big_endian: bool = False) -> Path:
    """Make the empty library of that name in ``folder`` with the assembler; its path."""
    match = SONAME.fullmatch(soname)
    if not match:
        raise ValueError(f"'{soname}' is not a library of ICU's data")
    folder.mkdir(parents=True, exist_ok=True)
    source, compiled, library = folder / "icudata.s", folder / "icudata.o", folder / soname
    source.write_text(_SOURCE.format(version=match[1], big_endian=int(big_endian)), "ascii")
    subprocess.run(["as", "-o", compiled, source], check=True)
    subprocess.run(["ld", "-shared", "-soname", soname, "-o", library, compiled], check=True)
    return library
