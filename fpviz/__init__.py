"""fpviz makes floating-point numbers visible.

The folders are layers; imports run one way:
``app -> panels -> (widgets | model) -> experiments -> core``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded when asked: ``import fpviz`` costs nothing
    from fpviz.app.library import ArrayLike, Counted, ShownValue, Value

__version__ = "0.1.0"
__all__ = ["bits", "census", "show"]


def show(value: Value, *formats: str, rounding: str = "", overflow: str = "") -> ShownValue:
    """A value in several formats, as ``fpviz show`` prints it; in a notebook, a picture of its
    bits. What is no text is exactly the number that it is.

    >>> print(show(0.1, "fp16"))  # doctest: +ELLIPSIS
    input     0.1000000000000000055511151231257827021181583404541015625
    ...

    Raises Complaint, a ValueError, for what cannot be read.
    """
    from fpviz.app import library

    return library.show(value, *formats, rounding=rounding, overflow=overflow)


def bits(value: Value, fmt: str = "fp32", *, rounding: str = "", overflow: str = "") -> str:
    """The bits of a value rounded into a format, field by field.

    >>> bits(1.5, "bf16"), bits("1/3", "fp8_e4m3fn", rounding="upward")
    ('0 01111111 1000000', '0 0101 011')

    Raises Complaint, a ValueError, for what cannot be read.
    """
    from fpviz.app import library

    return library.bits(value, fmt, rounding=rounding, overflow=overflow)


def census(
    array: ArrayLike,
    *formats: str,
    scales: Iterable[int] = (),
    read_as: str = "",
    rounding: str = "",
    overflow: str = "",
) -> Counted:
    """Exact counts of all elements of an array of numpy or a tensor of PyTorch, and what formats
    would make of them at the scale 1, the best one, and powers of two named by ``scales``.

    ``read_as`` is the format of elements whose type says nothing. Raises Complaint, a ValueError,
    for what cannot be read.
    """
    from fpviz.app import library

    return library.census(
        array, *formats, scales=scales, read_as=read_as, rounding=rounding, overflow=overflow
    )
