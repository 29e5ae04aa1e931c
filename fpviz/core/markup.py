"""Plain text in HTML and XML."""

from __future__ import annotations

_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTES = str.maketrans({'"': "&quot;", "'": "&#x27;"})


def escape(text: str, *, quote: bool = True) -> str:
    """The same as ``html.escape``, which comes with a table of every entity there is: a start
    would wait for it.

    >>> escape('1 < "2"')
    '1 &lt; &quot;2&quot;'
    """
    escaped = text.translate(_MARKS)
    return escaped.translate(_QUOTES) if quote else escaped


def in_html(text: str) -> str:
    """Lines of plain text as HTML, to be shown as they are whatever is in them.

    >>> in_html("a < b\\nc")
    '<span>a &lt; b<br>c</span>'
    """
    return f"<span>{escape(text).replace(chr(10), '<br>')}</span>"
