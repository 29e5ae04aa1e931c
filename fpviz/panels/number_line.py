"""The panel "Number line": the formats shown as lanes on one exact axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QToolButton, QVBoxLayout

from fpviz.core.formats import Format
from fpviz.core.reading import Snapshot
from fpviz.core.view import parse_view
from fpviz.model.session import Session
from fpviz.panels.panel import Panel
from fpviz.widgets.number_line import Lane, NumberLine
from fpviz.widgets.panel_frame import Segments
from fpviz.widgets.theme import Theme


class NumberLinePanel(Panel):
    """Where the source and its readings lie among the values of each format."""

    ID = "number-line"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.line = NumberLine()
        self.line.set_theme(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.axes = Segments(
            (
                ("linear", self.tr("linear"), self.tr("Distances as they are")),
                ("log2", self.tr("log₂"), self.tr("Every power of two equally wide")),
            ),
            self.tr("Axis of the number line"),
        )
        self.fit_button = _button(self.tr("fit"), self.tr("Show every value (Home)"))
        self.around_button = _button(
            self.tr("around the value"), self.tr("Show the value and its neighbours (Enter)")
        )
        self.tools = (self.axes, self.fit_button, self.around_button)
        self._connect()
        self._show(self.document.snapshot)
        self._show_axis()

    @property
    def title(self) -> str:
        return self.tr("Number line")

    def _connect(self) -> None:
        self.line.value_picked.connect(self._pick)
        self.line.hovered.connect(self.status_changed)
        self.axes.chosen.connect(self._choose_axis)
        self.fit_button.clicked.connect(self.line.show_fit)
        self.around_button.clicked.connect(self.line.show_around)
        self.document.changed.connect(self._show)

    def _show(self, snapshot: Snapshot) -> None:
        state = snapshot.state
        lanes = [
            Lane(reading.format, reading.code, colour)
            for colour, reading in enumerate(snapshot.readings)
        ]
        self.line.set_rules(state.rules)
        self.line.set_value(state.source.number)
        self.line.set_lanes(lanes, state.formats.index(state.active))

    def _show_axis(self) -> None:
        self.axes.show_choice(self.line.axis())
        captions = {
            "linear": self.tr("shaded: all reals that round to the dot"),
            "log2": self.tr("powers of two equally far apart, zero in the middle"),
        }
        self.caption_changed.emit(captions.get(self.line.axis(), ""))

    def _choose_axis(self, name: str) -> None:
        self.line.set_axis(name)
        self._show_axis()

    def _pick(self, value: tuple[Format, int]) -> None:
        self.document.set_code(*value)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.line.set_theme(theme)

    def view(self) -> dict[str, Any]:
        return {"window": str(self.line.view())}

    def restore_view(self, view: Mapping[str, Any]) -> None:
        text = view.get("window")
        if isinstance(text, str):
            try:
                self.line.set_view(parse_view(text))
            except ValueError:
                return
        self._show_axis()


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    return button
