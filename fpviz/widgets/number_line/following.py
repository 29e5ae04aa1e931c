"""How the window of a number line follows what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from fpviz.core.formats import Format
from fpviz.core.line.axis import Axis
from fpviz.core.line.view import View, around, limits
from fpviz.core.numbers import Finite, Number
from fpviz.widgets.number_line.picture import Picture, Subject

_FAR_TOO_WIDE = 64
"""A window that nobody has moved follows the value where it is this much wider than needed."""


class Following:
    """The window stays as it was, unless the formats or the value ask for another one.

    It begins around the value. A value that was in view and would leave the window takes it along.
    """

    def __init__(self) -> None:
        self._has_begun = False
        self._unmoved: View | None = None

    def hold(self) -> None:
        """Take the present window for one that was asked for."""
        self._has_begun = True

    def around(self, axis: Axis, number: Number, formats: Sequence[Format]) -> View:
        """The window around a value, which nobody has moved."""
        self._unmoved = around(axis, number, formats)
        return self._unmoved

    def window_on(self, new: Subject, old: Picture, axis_name: str) -> View:
        """The window on a subject that is shown after a picture."""
        view, number = old.view, new.number
        if not new.lanes:
            return view
        axis, within = new.axis(axis_name), limits(new.formats)
        if not self._has_begun:
            self._has_begun = True
            return self.around(axis, number, new.formats)
        value = number.value if isinstance(number, Finite) else None
        untouched = self._unmoved == view
        if new.formats != old.formats or axis != old.axis(view.axis.name):
            view = view.on(axis, within, value)
            self._unmoved = view if untouched else None
        looked_away = isinstance(old.number, Finite) and not (old.value_in_view or untouched)
        fresh = around(axis, number, new.formats)
        lost = untouched and view.span > _FAR_TOO_WIDE * fresh.span
        if value is None or (view.contains(value) and not lost) or looked_away:
            return view
        followed = None if lost else view.following(old.number, number, within)
        return followed or self.around(axis, number, new.formats)
