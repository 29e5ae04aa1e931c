"""The panel "Census": the exponents of a tensor over the zones of the active format, the scale
between them, exact counts in every format, and the elements of a bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from fpviz.core.formats.decoding import decode
from fpviz.core.text import brief, grouped
from fpviz.data.census.census import Census
from fpviz.data.census.elements import Kind, NoPower, extremes
from fpviz.data.census.fates import SCALES, Scaling
from fpviz.model.session import Session
from fpviz.model.tensors.finder import MOST
from fpviz.model.tensors.records import TensorChoice
from fpviz.model.views import PanelView, ViewOfCensus
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.expression.text_table import TextTable
from fpviz.widgets.look.style import button_sheet, em
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.tensors import element_rows, format_rows
from fpviz.widgets.tensors.histogram import ExponentHistogram, kind_text
from fpviz.widgets.tensors.histogram_layout import Exponents
from fpviz.widgets.tensors.scale_bar import ScaleBar
from fpviz.widgets.tensors.verdict_text import power, safe_scales, verdict
from fpviz.widgets.translated import said

_BESIDE = 300
"""Pixels that listed elements want beside the formats."""


class CensusPanel(Panel):
    """What is true of all elements of the tensor that is looked at."""

    ID = "census"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.tensors = session.tensors
        self.shelf, self.counter = self.tensors.shelf, self.tensors.counter
        self.finder = self.tensors.finder
        self.counts, self.said, self.listed = QLabel(), QLabel(), QLabel()
        self.least, self.greatest = QToolButton(), QToolButton()
        self.histogram, self.scale = ExponentHistogram(), ScaleBar(theme)
        self.formats = TextTable(theme, self.tr("Formats side by side"))
        self.elements = TextTable(theme, self.tr("Elements"))
        self.best = QToolButton()
        self._shown: object = None
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    # -- building ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._below = QSplitter(Qt.Orientation.Horizontal)
        self._below.setChildrenCollapsible(False)
        self._below.addWidget(self.formats)
        self._below.addWidget(self._elements_box())
        self._below.setStretchFactor(0, 3)
        self._below.setStretchFactor(1, 1)
        self.best.setToolTip(self.tr("Scale by the best power of two"))
        self.said.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._row(self.counts, None, self.least, self.greatest))
        layout.addWidget(self.histogram, 3)
        layout.addLayout(self._row(self._name(self.tr("scale")), self.scale, self.best))
        layout.addLayout(self._row(self.said))
        layout.addWidget(self._below, 2)

    def _row(self, *parts: QWidget | None) -> QHBoxLayout:
        """Widgets beside each other; ``None`` is a gap that gives way."""
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for part in parts:
            if part is None:
                row.addStretch(1)
            else:
                row.addWidget(part, 1 if part in (self.scale, self.said) else 0)
        return row

    def _name(self, text: str) -> QLabel:
        self._scale_name = QLabel(text)
        return self._scale_name

    def _elements_box(self) -> QWidget:
        self._elements = QWidget()
        self.listed.setContentsMargins(10, 4, 10, 4)
        column = QVBoxLayout(self._elements)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.listed)
        column.addWidget(self.elements, 1)
        return self._elements

    def _connect(self) -> None:
        self.shelf.changed.connect(self.renew)
        self.shelf.chosen_changed.connect(self._follow)
        self.counter.counted.connect(self.renew)
        self.finder.changed.connect(self._follow)
        self.histogram.chosen.connect(self.finder.find)
        self.histogram.hovered.connect(self.status_changed)
        self.histogram.scaled.connect(self._scale_by)
        self.scale.valueChanged.connect(self.shelf.set_scale)
        self.best.clicked.connect(self._take_best)
        self.formats.picked.connect(self._activate)
        self.elements.picked.connect(self._pick)
        self.least.clicked.connect(lambda: self._take_extreme(0))
        self.greatest.clicked.connect(lambda: self._take_extreme(1))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (self.histogram, self.scale, self.formats, self.elements):
            part.set_theme(theme)
        for label in (self.counts, self.listed, self._scale_name):
            label.setStyleSheet(f"color: {theme.dim}")
        for button in (self.least, self.greatest, self.best):
            button.setStyleSheet(button_sheet(theme))
        self.renew()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Left Right", self.tr("list the elements of the next bar")),
            ("Up Down", self.tr("double or halve the scale")),
        )

    def take_keyboard(self) -> None:
        self.histogram.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- what is shown ----------------------------------------------------------------------

    def _follow(self) -> None:
        self.renew()
        self.view_changed.emit()

    def present(self) -> None:
        """Show the census, if it is made by now, and have it made if not."""
        self.counter.want_census()
        census, entry = self.counter.census(), self.shelf.chosen
        is_there = census is not None and entry is not None
        for part in (self.histogram, self.scale, self.best, self._scale_name, self._below):
            part.setVisible(is_there)
        self.set_caption(self._caption_text())
        if census is None or entry is None:
            self._show_nothing()
            return
        self._show_census(census)
        self._show_elements()

    def _show_nothing(self) -> None:
        entry = self.shelf.chosen
        why = said(entry.tensor.why) if entry is not None and entry.tensor.why else ""
        waiting = self.tr("being counted…") if entry is not None else self.tr("no tensor is open")
        self.counts.setText(why or waiting)
        self.said.setText("")
        self.histogram.show_exponents(None)
        for part in (self.least, self.greatest):
            part.hide()

    def _caption_text(self) -> str:
        entry = self.shelf.chosen
        if entry is None:
            return ""
        fmt, name = self.document.state.active.title, entry.tensor.name
        count = self.tr("{0} numbers").format(grouped(entry.tensor.count))
        scaled = self.tr("× {0} in {1}").format(power(self.shelf.scale), fmt)
        return " · ".join(filter(None, (name, count, scaled)))

    def _show_census(self, census: Census) -> None:
        state, scale = self.document.state, self.shelf.scale
        counts, found = census.counts, census.scalings[state.active]
        others = counts.zero, counts.infinite, counts.nan
        odd = dict(zip(NoPower, others, strict=True))
        shown = Exponents(state.active, state.rules, scale, census.exponents, odd)
        self.histogram.show_exponents(shown)
        self.histogram.show_current(self.finder.kind)
        self.scale.show_scales(scale, safe_scales(found), found.best)
        self.counts.setText(self._facts(census))
        self._show_extremes(census)
        self._show_verdict(found)
        self._show_formats(census)

    def _facts(self, census: Census) -> str:
        counts, distinct = census.counts, census.distinct
        texts = [self.tr("{0} zeros").format(grouped(counts.zero))]
        for count, text in (
            (counts.nan, self.tr("{0} NaN")),
            (counts.infinite, self.tr("{0} infinite")),
            (distinct, self.tr("{0} distinct codes")),
        ):
            texts += [text.format(grouped(count))] if count else []
        return " · ".join(texts)

    def _show_extremes(self, census: Census) -> None:
        ends = extremes(census.counts)
        for at, (button, text) in enumerate(
            ((self.least, self.tr("least {0}")), (self.greatest, self.tr("greatest {0}")))
        ):
            button.setVisible(ends is not None)
            if ends is not None:
                number = decode(census.source, ends[at]).number
                button.setText(text.format(brief(number, 6)))
                button.setToolTip(self.tr("Make it the source: {0}").format(brief(number)))

    def _show_verdict(self, found: Scaling) -> None:
        self.said.setText(said(verdict(self.document.state.active, found)))
        self.best.setText(self.tr("best: {0}").format(power(found.best)))
        self.best.setEnabled(self.shelf.scale != found.best)

    def _show_formats(self, census: Census) -> None:
        state, scale = self.document.state, self.shelf.scale
        qualities = self.counter.qualities()
        rows = format_rows.format_rows(census.scalings, state.formats, scale, qualities)
        cells = [format_rows.cells(each, self.theme) for each in rows]
        self.formats.show_rows(format_rows.headings(), cells)
        self.formats.show_current(state.formats.index(state.active))

    def _show_elements(self) -> None:
        kind, found, entry = self.finder.kind, self.finder.found, self.shelf.chosen
        if kind is not None and self._elements.isHidden():
            table = self.formats.whole_size().width() + 8
            self._below.setSizes([min(table, self._below.width() - _BESIDE), _BESIDE])
        self._elements.setVisible(kind is not None)
        if kind is None or entry is None or found is self._shown:
            return
        self._shown = found
        elements = found.elements if found is not None else ()
        cells = [element_rows.cells(entry.tensor, each) for each in elements]
        self.elements.show_rows(element_rows.headings(), cells)
        self.elements.show_current(-1)
        self.listed.setText(self._listed(kind, len(elements)))

    def _listed(self, kind: Kind, count: int) -> str:
        if count < MOST:
            return kind_text(kind)
        return self.tr("{0}, the first {1}").format(kind_text(kind), grouped(count))

    # -- what the user does -----------------------------------------------------------------

    def _scale_by(self, by: int) -> None:
        self.shelf.set_scale(min(max(self.shelf.scale + by, SCALES.start), SCALES.stop - 1))

    def _take_best(self) -> None:
        census = self.counter.census()
        if census is not None:
            self.shelf.set_scale(census.scalings[self.document.state.active].best)

    def _activate(self, row: int) -> None:
        self.document.activate(self.document.state.formats[row])

    def _pick(self, row: int) -> None:
        found = self.finder.found
        if found is not None:
            self._take_code(found.elements[row].code)

    def _take_extreme(self, at: int) -> None:
        census = self.counter.census()
        ends = extremes(census.counts) if census is not None else None
        if ends is not None:
            self._take_code(ends[at])

    def _take_code(self, code: int) -> None:
        entry = self.shelf.chosen
        assert entry is not None
        self.document.look_at_code(entry.tensor.known_format, code, (self.ID, "element"))

    # -- scenes and pictures ----------------------------------------------------------------

    @classmethod
    def tell_session(cls, session: Session, view: PanelView) -> None:
        assert isinstance(view, ViewOfCensus)
        tensors, before = session.tensors, session.tensors.shelf.choice
        name = before.tensor if view.tensor is None else view.tensor
        file = before.file if view.file is None else view.file
        scale = before.scale if view.scale is None else view.scale
        tensors.shelf.show(TensorChoice(name, file, scale))

    def view(self) -> ViewOfCensus:
        choice = self.shelf.choice
        return ViewOfCensus(choice.tensor, choice.file, choice.scale)

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfCensus)
        self.tell_session(self.session, view)
        self.renew()

    def become_figure(self) -> None:
        self.shelf.reading.wait()
        self.present()
        self.tensors.wait()
        self.present()
        self.tensors.wait()
        self.present()
        for button in (self.best, self.least, self.greatest):
            button.hide()
        self.formats.become_figure()
        self._below.setFixedHeight(self.formats.whole_size().height())

    def figure_width(self) -> int:
        return 900

    def figure_room(self, width: int) -> Room:
        if self.counter.census() is None:
            return super().figure_room(width)
        table = self.formats.whole_size()
        rest = table.height() + self.scale.sizeHint().height() + round(6 * em(self.font()))
        return Room(table.width(), rest + 150, rest + 300)
