"""The panel "Values along the table": the elements of the open dump against their places."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from fpviz.core.text import grouped
from fpviz.data.charting.measures import ErrorMeasure, ExponentMeasure, Measure, ValueMeasure
from fpviz.data.charting.thinning import Drawing
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.rows import address_of
from fpviz.model.session import Session
from fpviz.model.views import PanelView, ViewOfChart
from fpviz.panels.chart.element_bins import AskedElements, ElementBins
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.bench.columns import ValueForm, value_said
from fpviz.widgets.bench.elements import Elements
from fpviz.widgets.chart.data import ElementChart, frame_of_exponents, frame_of_values
from fpviz.widgets.frame.segments import Segments
from fpviz.widgets.look.style import button_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.progress_strip import ProgressStrip
from fpviz.widgets.run_plot.data import Part
from fpviz.widgets.translated import said

if TYPE_CHECKING:  # pyqtgraph is loaded after the first paint
    from fpviz.widgets.chart.plot import ChartPlot

VALUE, EXPONENT, ERROR = "value", "exponent", "error"
INDEX, ADDRESS = "index", "address"


class ChartPanel(Panel):
    """Values, exponents or errors of all elements, thinned where they are many: first those of
    the whole dump, then, beside them, more of those in view."""

    ID = "chart"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.reader = session.dump
        self.bins = ElementBins(self)
        self.plot: ChartPlot | None = None
        self.shows, self.axis = VALUE, INDEX
        self._part: Part | tuple[()] | None = None
        self.progress = ProgressStrip(theme)
        self.page = QLabel()
        self._build_tools()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    # -- building ---------------------------------------------------------------------------

    def _build_tools(self) -> None:
        self.axes = Segments(
            (
                (INDEX, self.tr("index"), self.tr("Count the elements from 0")),
                (ADDRESS, self.tr("address"), self.tr("Say at which address elements stand")),
            ),
            self.tr("What the axis says"),
        )
        self.views = Segments(
            (
                (VALUE, self.tr("value"), self.tr("The values of the elements")),
                (EXPONENT, self.tr("exponent"), self.tr("floor(log2) of the magnitudes")),
                (ERROR, self.tr("error"), self.tr("What rounding adds, in ulps of another format")),
            ),
            self.tr("What the chart shows"),
        )
        self.fit = QToolButton()
        self.fit.setText(self.tr("fit"))
        self.fit.setToolTip(self.tr("Show all elements (double click)"))
        self.tools = (self.axes, self.fit, self.views)
        self.axes.show_choice(self.axis)
        self.views.show_choice(self.shows)

    def _lay_out(self) -> None:
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setWordWrap(True)
        self.page.setContentsMargins(24, 4, 24, 4)
        self.page.setFont(word_font(self.font()))
        self._canvas = QWidget()
        self._column = QVBoxLayout(self._canvas)
        self._column.setContentsMargins(0, 0, 0, 0)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.page)
        self._pages.addWidget(self._canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.progress)
        layout.addWidget(pages, 1)

    def _connect(self) -> None:
        self.axes.chosen.connect(self.show_axis)
        self.views.chosen.connect(self.show_measure)
        self.fit.clicked.connect(self.fit_all)
        self.progress.cancelled.connect(self.cancel)
        self.bins.progressed.connect(self.progress.show_share)
        self.bins.overview_seen.connect(self._show_overview)
        self.bins.detail_seen.connect(self._show_detail)
        self.reader.changed.connect(self.renew)
        self.session.table_look.changed.connect(self.renew)
        self.document.changed.connect(self.renew)

    def build_late(self) -> None:
        from fpviz.widgets.chart.plot import ChartPlot  # noqa: PLC0415 - pyqtgraph is slow to load

        self.plot = plot = ChartPlot(self.theme)
        plot.setAccessibleName(self.tr("Elements over their places"))
        plot.hovered.connect(self._tell)
        plot.picked.connect(self.choose)
        plot.row_moved.connect(self.choose)
        plot.part_changed.connect(self._part_changed)
        self._column.addWidget(plot)
        self.setFocusProxy(plot)
        self.renew()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.progress.set_theme(theme)
        self.page.setStyleSheet(f"color: {theme.dim}")
        self.fit.setStyleSheet(button_sheet(theme))
        if self.plot is not None:
            self.plot.set_theme(theme)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Left Right", self.tr("to the next element")),
            ("PgUp PgDown", self.tr("ten elements on")),
            ("Home End", self.tr("to the first and the last element")),
            ("+ -", self.tr("closer, farther")),
            ("0", self.tr("show all elements")),
        )

    def take_keyboard(self) -> None:
        if self.plot is not None:
            self.plot.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- what is shown ----------------------------------------------------------------------

    def present(self) -> None:
        """Show what is open, as far as it is read and looked at by now."""
        self.reader.catch_up()
        wanted, dump = self.reader.wanted, self.reader.dump
        if self.plot is None:
            return
        if wanted is None or dump is None:
            self._show_page(is_read=wanted is None or self.reader.refusal is not None)
            return
        drawing = Drawing(self._measure(wanted.layout), self.session.table_look.filter)
        before = self.bins.asked
        asked = AskedElements(dump, wanted.layout, drawing)
        if before is not None and not asked.is_alike(before):
            self._part = None
        if self.bins.ask(asked) and not self.bins.overview:
            self._say(self.tr("Elements are looked at …"))
        self._show_row()

    def _measure(self, layout: DumpLayout) -> Measure:
        match self.shows:
            case "exponent":
                return ExponentMeasure(layout.fmt)
            case "error":
                other = self.session.table_look.errors or self.document.state.active
                return ErrorMeasure(layout.fmt, other)
        return ValueMeasure(layout.fmt)

    def _show_page(self, *, is_read: bool) -> None:
        """Say where elements come from, or why there are none; while a dump is read, all stays."""
        if not is_read:
            return
        refusal = self.reader.refusal
        self.bins.forget()
        self._say(
            said(refusal)
            if refusal
            else self.tr("The elements of the dump that is open on the bench are drawn here")
        )

    def _say(self, text: str) -> None:
        self.page.setText(text)
        self._pages.setCurrentWidget(self.page)
        self.set_caption("")

    def _show_overview(self) -> None:
        asked, plot = self.bins.asked, self.plot
        assert asked is not None
        assert plot is not None
        shown, was_whole = plot.chart, plot.part is None
        chart = self._chart(asked)
        is_first = self._pages.currentWidget() is not self._canvas or shown.count != chart.count
        self._pages.setCurrentWidget(self._canvas)
        plot.show_chart(chart)
        if is_first or was_whole or self._part == ():
            plot.fit()
        elif (shown.name, shown.fmt) != (chart.name, chart.fmt):
            plot.fit_heights()
        if self._part:
            plot.show_part(self._part)
        self._part = None
        self._show_row()
        self._show_caption()
        self._refine()

    def _show_detail(self) -> None:
        if self.plot is not None and self.bins.asked is not None:
            self.plot.show_chart(self._chart(self.bins.asked))
            self._show_caption()
            self._refine()

    def _chart(self, asked: AskedElements) -> ElementChart:
        is_exponent = isinstance(asked.drawing.measure, ExponentMeasure)
        frame_of = frame_of_exponents if is_exponent else frame_of_values
        return ElementChart(
            asked.layout.fmt,
            asked.count,
            self.bins.bins,
            frame_of(self.bins.overview),
            self._name(asked.drawing.measure),
            partial(address_of, asked.dump, asked.layout) if self.axis == ADDRESS else None,
        )

    def _name(self, measure: Measure) -> str:
        match measure:
            case ExponentMeasure():
                return self.tr("exponent")
            case ErrorMeasure():
                return self.tr("ulps of {0}").format(measure.other.title)
        return ""

    def _show_caption(self) -> None:
        """Say what is drawn, and whether it is thinned."""
        asked, plot = self.bins.asked, self.plot
        if asked is None or plot is None or not self.bins.overview:
            return
        elements = self.tr("{0} elements of {1}")
        parts = [elements.format(grouped(asked.count), asked.layout.fmt.title), plot.chart.name]
        if plot.bin_size > 1:
            thinned = self.tr("thinned: every {0} values are one line, from least to greatest")
            parts.append(thinned.format(grouped(plot.bin_size)))
        self.set_caption(" · ".join(filter(None, parts)))

    def _refine(self) -> None:
        """Look closer at the elements in view, where the bins that are there are coarser."""
        if self.plot is not None:
            places, chart = self.plot.places_in_view(), self.plot.chart
            ends = chart.bin_at(places.start), chart.bin_at(places.stop - 1)
            self.bins.refine(places, ends)

    def _part_changed(self) -> None:
        self._show_caption()
        self._refine()
        self.view_changed.emit()

    def _show_row(self) -> None:
        wanted, asked, plot = self.reader.wanted, self.bins.asked, self.plot
        if wanted is not None and asked is not None and plot is not None and self.bins.overview:
            plot.show_row(None if wanted.row is None else asked.spot(wanted.row))
            about = "" if wanted.row is None else self._element_said(asked, wanted.row)
            plot.setAccessibleDescription(about)

    def cancel(self) -> None:
        """End what is under way; what is drawn stays."""
        self.bins.cancel()
        if not self.bins.overview:
            self._say(self.tr("Cancelled; “fit” looks at the elements again"))

    # -- what the user does -----------------------------------------------------------------

    def show_measure(self, shows: str) -> None:
        """Show values, exponents or errors."""
        self.shows = shows
        self.views.show_choice(shows)
        self.renew()
        self.view_changed.emit()

    def show_axis(self, axis: str) -> None:
        """Count elements, or say their addresses."""
        self.axis = axis
        self.axes.show_choice(axis)
        if self.plot is not None and self.bins.asked is not None and self.bins.overview:
            self.plot.show_chart(self._chart(self.bins.asked))
        self.view_changed.emit()

    def fit_all(self) -> None:
        """Show all elements; look at them again, where that was cancelled."""
        if self.plot is not None and self.bins.overview:
            self.plot.fit()
        elif not self.bins.work.is_busy:
            self.bins.forget()
            self.renew()

    def choose(self, place: int) -> None:
        """Make an element the source."""
        if (asked := self.bins.asked) is not None:
            code = int(asked.layout.codes(asked.dump, place, 1)[0])
            self.document.choose_row(place, asked.layout.fmt, code, (self.ID, "row"))

    def _tell(self, place: int | None) -> None:
        asked = self.bins.asked
        said_of = "" if place is None or asked is None else self._element_said(asked, place)
        self.status_changed.emit(said_of)

    def _element_said(self, asked: AskedElements, place: int) -> str:
        """Where an element stands, its code and its value."""
        elements, fmt = Elements(asked.dump, asked.dump, asked.layout), asked.layout.fmt
        code = elements.code(place)
        value = value_said(fmt, code, ValueForm.SHORTEST)
        where = self.tr("element {0} at {1}").format(grouped(place), elements.address(place))
        return f"{where}: {fmt.code_text(code)} = {value}"

    # -- views and figures ------------------------------------------------------------------

    def view(self) -> ViewOfChart:
        part = self.plot.part if self.plot is not None and self.bins.overview else self._part
        return ViewOfChart(shows=self.shows, axis=self.axis, window=part or ())

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfChart)
        self.shows, self.axis = view.shows or self.shows, view.axis or self.axis
        self.views.show_choice(self.shows)
        self.axes.show_choice(self.axis)
        if view.window is not None:
            self._part = view.window
            self.bins.forget()
        self.renew()

    def show_now(self) -> None:
        self.reader.catch_up()
        self.reader.wait()
        super().show_now()
        self.wait()

    def wait(self) -> None:
        self.bins.wait()

    def become_figure(self) -> None:
        if self.plot is not None:
            self.plot.become_figure()

    def figure_room(self, width: int) -> Room:
        return Room(380, 160, round(min(max(0.3 * width, 200), 420)))
