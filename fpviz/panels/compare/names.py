"""Names of values: those of pins, and the rows of the dump that is open."""

from __future__ import annotations

import re

from fpviz.core.literals import CodeLiteral, Literal, code_source
from fpviz.model.session import Session

_ROW = re.compile(r"(?:row|#)\s*([0-9]{1,18})")


def named_value(session: Session, text: str) -> Literal | None:
    """What a text names, ``golden`` or ``row 3``; ``None`` where it names nothing."""
    name = text.strip().casefold()
    for pin in session.document.bench.pins:
        if pin.name.casefold() == name:
            return pin.source
    row = _ROW.fullmatch(name)
    return element_of_bench(session, int(row[1])) if row else None


def element_of_bench(session: Session, index: int) -> CodeLiteral | None:
    """An element of the open dump; ``None`` where there is none, or it is not read yet."""
    reader = session.dump
    if reader.wanted is None:
        return None
    reader.catch_up()
    dump, layout = reader.dump, reader.wanted.layout
    if dump is None or index >= layout.count(dump):
        return None
    return code_source(layout.fmt, int(layout.codes(dump, index, 1)[0]))
