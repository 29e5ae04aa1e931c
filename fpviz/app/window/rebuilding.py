"""What outlives the widgets of a window when all of them are built anew on the same session."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from fpviz.app.session.shown_scene import ShownScene
from fpviz.app.window.docks import Docks
from fpviz.app.window.value_bar import ValueBar
from fpviz.widgets.input.verdict import Verdict


class CarriedOver:
    """What a window shows that neither its session nor its settings know.

    The views of the panels, the layout of the docks, a value that is half typed, and where the
    keyboard is.
    """

    def __init__(
        self, window: QMainWindow, shown: ShownScene, docks: Docks, value: ValueBar
    ) -> None:
        self._window, self._shown, self._docks = window, shown, docks
        self._views = shown.views()
        self._layout, self._alone = docks.layout(), docks.alone
        edit = value.entry.edit
        self._draft = edit.text() if edit.verdict is not Verdict.VALID else None
        self._keyboard = _keyboard(window.focusWidget(), _parts(docks, value))

    def show(self, value: ValueBar) -> None:
        """Show it in the window's new widgets, of which ``value`` is one."""
        self._shown.restore_views(self._views)
        # before a layout knows how small it may become it would refuse its old sizes
        QCoreApplication.sendPostedEvents()
        self._window.restoreState(self._layout)
        if self._alone:
            self._docks.show_alone(self._alone)
        if self._draft is not None:
            value.entry.edit.show_draft(self._draft)
        if self._keyboard is not None:
            part, kind, name, at = self._keyboard
            alike = _parts(self._docks, value)[part].findChildren(kind, name)
            for widget in alike[at : at + 1]:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _parts(docks: Docks, value: ValueBar) -> dict[str, QWidget]:
    return {"value": value, **docks.frames}


def _keyboard(
    focused: QWidget | None, parts: Mapping[str, QWidget]
) -> tuple[str, type[QWidget], str, int] | None:
    """The part with the keyboard; of the widget that has it the kind, the name and the number.

    The number is its place among those of its kind and name, which in a part that is built anew
    come in the same order; what may come in another has a name of its own.
    """
    for name, part in parts.items():
        if focused is not None and part.isAncestorOf(focused):
            kind, own_name = type(focused), focused.objectName()
            return name, kind, own_name, part.findChildren(kind, own_name).index(focused)
    return None
