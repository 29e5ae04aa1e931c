"""What ``import fpviz`` gives: the answers of the command line in programs and notebooks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import isfinite
from numbers import Rational
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, SupportsFloat

from fpviz.app.cli.literal_arguments import read_literal
from fpviz.app.reports import Json
from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding, find_rounding
from fpviz.core.arithmetic.rules_text import read_overflow
from fpviz.core.formats import Format, find_format
from fpviz.core.link import Link, link_text
from fpviz.core.literals import Literal, parse_literal
from fpviz.core.notation import find_notation
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.core.reading import DEFAULT_FORMATS, Snapshot, State, derive, read
from fpviz.core.text import exact_decimal
from fpviz.data.census import USUAL_FORMATS

if TYPE_CHECKING:  # loaded when asked: it needs numpy
    from fpviz.data.census.census import Question
    from fpviz.data.tensors.tensor import Tensor

Value = str | Rational | SupportsFloat
"""A literal as on the command line; a whole number or a fraction; or what is a binary64."""


class ArrayLike(Protocol):
    """An array of numpy, or a tensor of PyTorch."""

    @property
    def dtype(self) -> object: ...

    @property
    def shape(self) -> Sequence[int]: ...


class ShownValue:
    """A value in several formats; its text is what ``fpviz show`` prints."""

    def __init__(self, state: State) -> None:
        self._state = state
        self.snapshot: Snapshot = derive(state)

    def __str__(self) -> str:
        from fpviz.app.reports.snapshot_text import SnapshotText

        return SnapshotText()(self.snapshot)

    __repr__ = __str__

    def json(self) -> Json:
        """What ``fpviz show --json`` prints."""
        from fpviz.app.reports.snapshot_json import snapshot_json

        return snapshot_json(self.snapshot)

    def svg(self, panel: str = "bits") -> str:
        """A picture of it, one of the panels of ``fpviz render``, which draws it in a process of
        its own: this one needs no Qt. Raises CalledProcessError where there is none."""
        command = (sys.executable, "-m", "fpviz", "render", link_text(Link(self._state)))
        options = ("--panel", panel, "--type", "svg", "-o", "-")
        paths = (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH"))
        there = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
        done = subprocess.run((*command, *options), capture_output=True, check=True, env=there)
        return done.stdout.decode()

    def _repr_svg_(self) -> str | None:
        """What a notebook shows; its text, where Qt draws nothing."""
        try:
            return self.svg()
        except (OSError, subprocess.CalledProcessError):
            return None


class Counted:
    """The census of an array; its text is what ``fpviz census`` prints, ``found`` all of it."""

    def __init__(self, array: ArrayLike, read_as: Format | None, question: Question) -> None:
        from fpviz.data.census.census import census_here

        self._question = question
        self.found = census_here(_tensor(array, read_as), question)

    def __str__(self) -> str:
        from fpviz.app.reports.census_text import census_lines

        return "\n".join(census_lines(self.found, self._question))

    __repr__ = __str__

    def json(self) -> Json:
        """What ``fpviz census --json`` prints of a tensor."""
        from fpviz.app.reports.census_json import census_json

        return census_json(self.found, self._question)


def show(value: Value, *formats: str, rounding: str = "", overflow: str = "") -> ShownValue:
    """A value in formats; in the usual ones if none is named. Raises Complaint."""
    shown = tuple(dict.fromkeys(map(find_format, formats))) or DEFAULT_FORMATS
    rules = _rules(rounding, overflow)
    return ShownValue(State(_literal(value, shown), shown, shown[0], rules))


def bits(value: Value, fmt: str = "fp32", *, rounding: str = "", overflow: str = "") -> str:
    """The bits of a value rounded into a format, field by field. Raises Complaint."""
    wanted = find_format(fmt)
    found = read(_literal(value, (wanted,)), wanted, _rules(rounding, overflow))
    return find_notation("bits").text(found.format, found.code)


def census(
    array: ArrayLike,
    *formats: str,
    scales: Iterable[int] = (),
    read_as: str = "",
    rounding: str = "",
    overflow: str = "",
) -> Counted:
    """What is true of all elements of an array of numpy or a tensor of PyTorch, and what formats
    would make of them. Raises Complaint."""
    from fpviz.data.census.census import Question

    asked = tuple(dict.fromkeys(map(find_format, formats or USUAL_FORMATS)))
    question = Question(asked, _rules(rounding, overflow), tuple(dict.fromkeys(scales)))
    return Counted(array, find_format(read_as) if read_as else None, question)


def _rules(rounding: str, overflow: str) -> Rules:
    return Rules(
        find_rounding(rounding) if rounding else Rounding.TIES_TO_EVEN,
        read_overflow(overflow) if overflow else Overflow.IEEE,
    )


def _literal(value: Value, formats: Sequence[Format]) -> Literal:
    """A text as the command line reads it, among formats; a number as a text that says exactly
    it. Raises Complaint."""
    if isinstance(value, str):
        return read_literal(value, formats, None, say=lambda _: None)
    if isinstance(value, Rational):
        return parse_literal(exact_decimal(Fraction(int(value.numerator), int(value.denominator))))
    number = float(value)
    is_plain = isfinite(number) and number  # a zero has a sign
    return parse_literal(exact_decimal(Fraction(number)) if is_plain else repr(number))


def _tensor(array: ArrayLike, read_as: Format | None) -> Tensor:
    """An array as a tensor of no file: its elements in the order of its rows."""
    import numpy as np

    from fpviz.data.layout.orders import Order
    from fpviz.data.tensors.tensor import Tensor

    dtype = str(array.dtype)
    is_torch = dtype.startswith("torch.")
    elements = _of_torch(array) if is_torch else np.asarray(array)
    name = dtype.removeprefix("torch.") if is_torch else elements.dtype.name
    fmt = read_as or _format(name)
    native = np.ascontiguousarray(elements, elements.dtype.newbyteorder("="))
    content = native.reshape(-1).view(np.uint8).data
    order = Order.DCBA if sys.byteorder == "little" else Order.ABCD
    shape = tuple(int(size) for size in array.shape)
    found = Tensor("", name, shape, fmt, lambda: content, order, step=8 * native.itemsize)
    return found.read_as(fmt) if read_as else found


def _of_torch(tensor: Any) -> Any:  # noqa: ANN401 - PyTorch is nothing that fpviz needs
    """The bytes of a tensor of PyTorch, as numpy has no name for some of its types."""
    torch = sys.modules["torch"]
    here = tensor.detach().cpu().contiguous().reshape(-1)
    return here.view(torch.uint8).numpy().view(f"V{here.element_size()}")


_NO_NUMBERS = ("complex", "void", "object", "str", "bytes", "datetime", "timedelta")
_NATIVE = ("float96", "float128")
"""What numpy calls the long double of the machine, whatever that is."""


def _format(name: str) -> Format:
    """The format that numpy or PyTorch calls so. Raises Complaint."""
    if name.startswith((*_NO_NUMBERS, *_NATIVE)):
        said = phrase("elements of {type} are not numbers that are read", type=quoted(name))
        raise Complaint(said)
    return find_format("uint8" if name == "bool" else name)
