"""Standard output and standard error: UTF-8 or plain ASCII, whatever stands behind them.

Where the system or the user asks for another encoding, what fpviz writes beside ASCII is spelled
with it: ``2⁻¹⁰`` is ``2^-10``. What reads it reads it back.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

_RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹ᵗ"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉ᵢ"
_PLAIN = str.maketrans(_RAISED + _LOWERED, "-0123456789t" + "0123456789i")
_POWER = re.compile(f"[{_RAISED}]+")
_INDEX = re.compile(f"[{_LOWERED}]+")
_SPELLED = str.maketrans(
    {
        "≈": "~",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "·": "*",
        "×": "x",
        "÷": "/",
        "→": "->",
        "←": "<-",
        "≥": ">=",
        "≤": "<=",
        "≠": "!=",
        "±": "+-",
        "½": "1/2",
        "∞": "inf",
        "√": "sqrt",
        "Σ": "sum",
        "β": "beta",
        "ε": "epsilon",
        "η": "eta",
        "„": '"',
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
    }
)
_HANDLER = "fpviz.spelled"


def spelled(text: str) -> str:
    """``text`` in ASCII.

    >>> spelled("2⁻¹⁰ ≈ 0.000977 … 半")
    '2^-10 ~ 0.000977 ... \\\\u534a'
    """
    text = _POWER.sub(lambda found: "^" + found[0].translate(_PLAIN), text)
    text = _INDEX.sub(lambda found: "_" + found[0].translate(_PLAIN), text).translate(_SPELLED)
    return text.encode("ascii", "backslashreplace").decode()


def _spell(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return spelled(error.object[error.start : error.end]), error.end


def set_up() -> None:
    """From now on nothing that is printed can fail for its characters, or for a closed stream."""
    codecs.register_error(_HANDLER, _spell)
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = "utf-8" if is_unicode(stream) else "ascii"
            stream.reconfigure(encoding=encoding, errors=_HANDLER)


def is_unicode(stream: TextIO) -> bool:
    """Whether a stream takes every character."""
    return codecs.lookup(stream.encoding or "ascii").name.startswith("utf")


def complain(message: str) -> None:
    """Say what is wrong in one line on standard error, if that can be written."""
    try:
        print(f"fpviz: {' '.join(message.split())}", file=sys.stderr, flush=True)
    except OSError:
        give_up(sys.stderr)


def print_json(data: object) -> None:
    """Print data as JSON, in ASCII where the stream takes no more."""
    import json  # most that is printed is not

    print(json.dumps(data, indent=2, ensure_ascii=not is_unicode(sys.stdout)))


def give_up(stream: TextIO) -> None:
    """Let a stream go that takes nothing any more, with what was still to be written."""
    with suppress(OSError), _nowhere() as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
