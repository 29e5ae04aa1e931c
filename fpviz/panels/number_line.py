"""The panel "Number line": the formats shown as lanes on one exact axis, and their spacing."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSplitter, QToolButton, QVBoxLayout

from fpviz.core.formats import Format
from fpviz.core.line.histogram import Overlay
from fpviz.core.line.view import parse_view
from fpviz.core.literals import (
    IncompleteLiteral,
    Literal,
    LiteralError,
    NumberLiteral,
    parse_literal,
)
from fpviz.core.numbers import Finite, finite
from fpviz.core.text import exact_text, scientific
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.number_text import approx
from fpviz.model.runs import Change
from fpviz.model.session import Session
from fpviz.model.view_values import AROUND
from fpviz.model.views import PanelView, ViewOfNumberLine
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.frame.scrolled import Scrolled
from fpviz.widgets.frame.segments import Segments
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.look.style import line_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.number_line import Lane, NumberLine, PinMark, Subject
from fpviz.widgets.spacing_plot import SpacingPlot, Window
from fpviz.widgets.translated import said

_DIGITS = 60
"""More than any dragged number has: one is as short as its pixel allows."""

SHOWN = ("line", "spacing", "both")


class NumberLinePanel(Panel):
    """Where the source and its readings lie among the values of each format.

    The pending update is the one that was typed; else, where the source is the weight of the
    step that is looked at, the update of that step.
    """

    ID = "number-line"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.runs = session.runs
        self._shown = "line"
        self._typed: Fraction | None = None
        self._typed_text = ""
        self.line, self.spacing = NumberLine(), SpacingPlot()
        self.overlay_action = QAction(self.tr("Show the numbers of the experiment"), self.line)
        self.overlay_action.setCheckable(True)
        self.overlay_action.setChecked(True)
        self.pins_action = QAction(self.tr("Show pins"), self.line)
        self.pins_action.setCheckable(True)
        self.pins_action.setChecked(True)
        self.pin_action = QAction(self.tr("Pin the value"), self.line)
        self.line.addActions([self.overlay_action, self.pins_action, self.pin_action])
        self._build_tools()
        self._lay_out()
        self.set_theme(theme)
        self._connect()
        self.present()
        self.show_views("line")

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Left Right", self.tr("move along the line")),
            ("+ -", self.tr("closer, farther")),
            ("Home", self.tr("show every value")),
            ("Return", self.tr("show the value and its neighbours")),
        )

    # -- building ---------------------------------------------------------------------------

    def _build_tools(self) -> None:
        self.axes = Segments(
            (
                ("linear", self.tr("linear"), self.tr("Distances as they are")),
                ("log2", self.tr("log₂"), self.tr("Every power of two equally wide")),
                (
                    "ordinal",
                    self.tr("ordinal"),
                    self.tr("All values of the active format equally far apart"),
                ),
            ),
            self.tr("Axis of the number line"),
        )
        self.views = Segments(
            (
                ("line", self.tr("line"), self.tr("The values themselves")),
                ("spacing", self.tr("spacing"), self.tr("How far apart they are")),
                ("both", self.tr("both"), self.tr("The line and the spacing")),
            ),
            self.tr("What is shown of the values"),
        )
        self.update_field = DropLine()
        self.update_field.offer_clear()
        self.update_field.setAccessibleName(self.tr("Pending update g"))
        self.update_field.setToolTip(
            self.tr("An update that is about to be added to the value of each lane")
        )
        self.update_field.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 14)
        self.fit_button = _button(self.tr("fit"), self.tr("Show every value (Home)"))
        self.around_button = _button(
            self.tr("around"), self.tr("Show the value and its neighbours (Enter)")
        )
        self.tools = (
            self.axes, self.views, self.fit_button, self.around_button, self.update_field
        )  # fmt: skip

    def _lay_out(self) -> None:
        self._splitter = QSplitter()
        self._splitter.addWidget(self.line)
        self._splitter.addWidget(self.spacing)
        self._splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scrolled(self._splitter)
        layout.addWidget(self._scroll)

    def _connect(self) -> None:
        self.line.value_picked.connect(self._pick)
        self.line.value_dragged.connect(self._drag)
        self.line.pins_picked.connect(self._pick_pin)
        self.pin_action.triggered.connect(self._pin)
        self.line.view_changed.connect(self._show_axis)
        self.spacing.window_changed.connect(self.view_changed)
        self.line.hovered.connect(self.status_changed)
        self.spacing.hovered.connect(self.status_changed)
        self.axes.chosen.connect(self._choose_axis)
        self.views.chosen.connect(self.show_views)
        self.fit_button.clicked.connect(self._fit)
        self.around_button.clicked.connect(self._go_around)
        self.update_field.textEdited.connect(self._type_update)
        for shown in (self.overlay_action.toggled, self.pins_action.toggled):
            shown.connect(self.renew)
            shown.connect(self.view_changed)
        for told in (self.line.view_changed, self.axes.chosen):
            told.connect(self.view_changed)
        for button in (self.fit_button, self.around_button):
            button.clicked.connect(self.view_changed)
        self.document.changed.connect(self.renew)
        self.document.bench_changed.connect(self.renew)
        self.document.refused.connect(self.show_old)
        self.runs.changed.connect(self._follow)

    # -- what is shown ----------------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        if change & Change.LESSON:
            self.renew()

    def present(self) -> None:
        snapshot = self.document.snapshot
        state = snapshot.state
        subject = Subject(
            number=state.source.number,
            lanes=tuple(
                Lane(each.format, each.code, each.zeroed_in is not None)
                for each in snapshot.readings
            ),
            rules=state.rules,
            active=state.formats.index(state.active),
            update=self._pending(),
            overlay=self._overlay() if self.overlay_action.isChecked() else None,
            pins=self._pins() if self.pins_action.isChecked() else (),
        )
        self.line.show_subject(subject)
        self.spacing.show_subject(subject)
        self._show_hint(subject.update)
        self._show_axis()

    def _pins(self) -> tuple[PinMark, ...]:
        return tuple(PinMark(each.name, each.note, each.source) for each in self.session.pins.all)

    def _overlay(self) -> Overlay | None:
        """The numbers that the run is about, if it is about some."""
        run = self.runs.run
        return find_experiment(run.experiment).sample(run.arguments)

    def _show_hint(self, update: Fraction | None) -> None:
        """In the empty field, the update that is pending without having been typed."""
        text = self.tr("update g")
        if update is not None:
            text = approx(update, 6)
            text = f"g {text}" if text.startswith("≈") else f"g = {text}"
        self.update_field.setPlaceholderText(text)

    def _pending(self) -> Fraction | None:
        """The typed update, or that of the step which is looked at, if the source is its weight."""
        if self._typed is not None:
            return self._typed
        picture, number = self.runs.lesson.picture, self.document.state.source.number
        if picture is None or not isinstance(picture.weight, Finite):
            return None
        is_weight = isinstance(number, Finite) and number.value == picture.weight.value
        return (picture.update or None) if is_weight else None

    def _show_axis(self, _cause: object = None) -> None:
        self.axes.show_choice(self.line.axis())
        captions = {
            "linear": self.tr("shaded: all reals that round to the dot"),
            "log2": self.tr("powers of two equally far apart, zero in the middle"),
            "ordinal": self.tr("all values of {0} equally far apart").replace(
                "{0}", self.document.state.active.title
            ),
        }
        if self._shown == "spacing":
            self.set_caption(self.tr("how far apart neighbours are, at every magnitude"))
        else:
            self.set_caption(captions.get(self.line.axis(), ""))

    def show_views(self, shown: str) -> None:
        """Show the line, the spacing, or both."""
        self._shown = shown
        self.views.show_choice(shown)
        self.line.setVisible(shown != "spacing")
        self.spacing.setVisible(shown != "line")
        self._show_axis()
        self.view_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.update_field.setStyleSheet(line_sheet(theme, theme.line, theme.accent))
        self.line.set_theme(theme)
        self.spacing.set_theme(theme)
        self._scroll.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where that leaves both wide enough, else stacked."""
        wide = event.size().width() > 2.2 * event.size().height()
        self._splitter.setOrientation(
            Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        )
        super().resizeEvent(event)

    def figure_width(self) -> int:
        return 760

    def figure_room(self, width: int) -> Room:
        shown = [view for view in (self.line, self.spacing) if not view.isHidden()]
        least = [view.minimumSizeHint() for view in shown]
        return Room(
            max(size.width() for size in least),
            sum(size.height() for size in least),
            sum(view.sizeHint().height() for view in shown),
        )

    # -- gestures ---------------------------------------------------------------------------

    def _choose_axis(self, name: str) -> None:
        self.line.set_axis(name)
        self._show_axis()
        if self._shown == "spacing":
            self.show_views("line")

    def _fit(self) -> None:
        self.line.show_fit()
        self.spacing.show_fit()

    def _go_around(self) -> None:
        self.line.show_around()
        self.spacing.show_active()

    def _pick(self, value: tuple[Format, int]) -> None:
        self.document.set_code(*value)

    def _pick_pin(self, pins: tuple[PinMark, ...]) -> None:
        """Make a pin the source: of several, the one after that which is the source now."""
        sources = [pin.source for pin in pins]
        now = self.document.state.source
        at = sources.index(now) + 1 if now in sources else 0
        self.document.set_source(sources[at % len(sources)])

    def _pin(self) -> None:
        self.status_changed.emit(said(self.session.pins.keep()))

    def _drag(self, value: Fraction, drag: int) -> None:
        text = scientific(value, _DIGITS)
        if Fraction(text) != value:
            text = exact_text(finite(value))
        self.document.set_source(
            NumberLiteral(text, finite(value)), ("value's line", id(self), drag)
        )

    def _type_update(self, text: str) -> None:
        """Take a typed update; half a literal waits, a wrong one says why."""
        wrong = ""
        try:
            literal = self.session.reader.read(text) if text.strip() else None
        except IncompleteLiteral:
            return
        except LiteralError as error:
            literal, wrong = None, said(error.phrase)
        self._take_update(literal)
        self.status_changed.emit(wrong)

    def _take_update(self, literal: Literal | None) -> None:
        """Show an update as pending; its text says the same wherever it is read."""
        number = literal.number if literal else None
        self._typed = number.value if isinstance(number, Finite) else None
        self._typed_text = literal.text if literal else ""
        self.renew()
        self.view_changed.emit()

    # -- scenes -----------------------------------------------------------------------------

    def view(self) -> ViewOfNumberLine:
        window = self.spacing.window_shown()
        return ViewOfNumberLine(
            window=AROUND if self.line.is_around else str(self.line.view()),
            axis=self.line.axis(),
            shows=self._shown,
            spacing=(window.lo, window.hi),
            update=self._typed_text,
            overlay=self.overlay_action.isChecked(),
            pins=self.pins_action.isChecked(),
        )

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfNumberLine)
        if view.overlay is not None:
            self.overlay_action.setChecked(view.overlay)
        if view.pins is not None:
            self.pins_action.setChecked(view.pins)
        if view.update is not None:
            self.update_field.setText(view.update)
            text = view.update.strip()
            self._take_update(parse_literal(text) if text else None)
        if view.shows is not None:
            self.show_views(view.shows)
        if view.axis is not None:
            self.line.set_axis(view.axis)
        if view.window == AROUND:
            self.line.show_around()
        elif view.window is not None and view.window.strip():
            self.line.set_view(parse_view(view.window))
        if view.spacing is not None:
            self.spacing.set_window(Window(*map(float, view.spacing)))
        self._show_axis()


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    return button
