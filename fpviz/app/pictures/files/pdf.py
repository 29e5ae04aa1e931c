"""What Qt leaves to be put right in a PDF: the page's exact size, and the time of the day.

Qt knows pages of whole points alone, and dates every file; so the same picture would never be the
same file twice.
"""

from __future__ import annotations

import re

_DATE = re.compile(rb"/(?:Creation|Mod)Date \([^)]*\)\n")
_BOX = re.compile(rb"/(MediaBox|TrimBox) \[0 0 \S+ (\S+)\]")
_ENTRY = re.compile(rb"(\d{10}) (\d{5} [nf] ?\r?\n)")
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


# WORKAROUND Qt 6.10.3: QPdfWriter knows pages of whole points alone and has no way to leave out the
# time of the day; not reported.
def undated(data: bytes, width: float, height: float) -> bytes:
    """A PDF of Qt's without dates, its page ``width`` by ``height`` points.

    Qt's page is a little larger; the picture stands at its top left.
    """
    edits = [(found.span(), b"") for found in _DATE.finditer(data)]
    for found in _BOX.finditer(data):
        name, top = found[1], float(found[2])
        box = b"/%b [0 %.6f %.6f %.6f]" % (name, top - height, width, top)
        edits.append((found.span(), box))
    return _with(sorted(edits), data)


def _with(edits: list[tuple[tuple[int, int], bytes]], data: bytes) -> bytes:
    """A PDF with spans replaced, and its table of offsets put right."""
    ending = _END.search(data)
    assert ending is not None
    table = int(ending[1])

    def moved(offset: int) -> int:
        before = [(len(new), end - start) for (start, end), new in edits if end <= offset]
        return offset + sum(new - old for new, old in before)

    def entry(found: re.Match[bytes]) -> bytes:
        return b"%010d %b" % (moved(int(found[1])), found[2])

    parts, at = [], 0
    for (start, end), new in edits:
        parts += [data[at:start], new]
        at = end
    parts += [data[at:table], _ENTRY.sub(entry, data[table : ending.start()])]
    return b"".join(parts) + b"startxref\n%d\n%%%%EOF\n" % moved(table)
