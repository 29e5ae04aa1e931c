"""The panel "Compare": two values beside each other, bit by bit, or two dumps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from fpviz.core.formats import Format, find_format
from fpviz.core.literals import Literal, code_source
from fpviz.core.pairs.pair import Pair
from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.core.reading import read
from fpviz.core.text import grouped
from fpviz.data.asked_tolerance import AskedTolerance, asked_tolerance
from fpviz.data.comparing import Difference
from fpviz.model.background import Background
from fpviz.model.bench.comparing import ComparedDumps, DumpsAsked
from fpviz.model.bench.opening import of_path
from fpviz.model.bench.records import DumpOrigin
from fpviz.model.session import Session
from fpviz.model.view_values import DUMPS, FIRST_PAIR, VALUES
from fpviz.model.views import PanelView, ViewOfCompare
from fpviz.panels.compare.dumps_form import ACTUAL, EXPECTED, DumpsForm, named
from fpviz.panels.compare.dumps_page import DumpsPage
from fpviz.panels.compare.form import PairForm
from fpviz.panels.compare.names import element_of_bench, named_value
from fpviz.panels.compare.values_page import ValuesPage
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.frame.segments import Segments
from fpviz.widgets.frame.tool_button import tool_button
from fpviz.widgets.input.drops import take_copy
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.progress_strip import ProgressStrip
from fpviz.widgets.translated import said

_TAKEN = (("Ctrl+Shift+A", 0), ("Ctrl+Shift+B", 1))
"""Keys that take the source as one of the values."""

_SWAPPED, _NEXT = "Ctrl+Shift+X", "Ctrl+Shift+N"


class ComparePanel(Panel):
    """What is expected and what is there: values that are typed, named, or the source; or dumps, of
    which a difference that is chosen is the two values."""

    ID = "compare"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.stage = VALUES
        self.pair: Pair | None = None
        self._shown: object = None
        self._asked: DumpsAsked | None = None
        self._doubt: Phrase | None = None
        self._taken: tuple[Literal, str] | None = None
        self.background = Background(self)
        self.form, self.dumps_form = PairForm(theme, FIRST_PAIR), DumpsForm(theme, session.folder)
        self.values, self.dumps = ValuesPage(theme), DumpsPage(theme)
        self.strip, self._forms = ProgressStrip(theme), QWidget()
        self.stages = Segments(
            (
                (VALUES, self.tr("values"), self.tr("Two values, bit by bit")),
                (DUMPS, self.tr("dumps"), self.tr("Two dumps, element by element")),
            ),
            self.tr("What is compared"),
        )
        self.swap = tool_button(self.tr("swap"), self.tr("Let both sides change places"))
        self.next = tool_button(self.tr("next"), self.tr("Go on to the next difference"))
        self.copy = tool_button(self.tr("copy"), self.tr("Copy the comparison"))
        self._fill_copy_menu()
        self.tools = (self.stages, self.swap, self.next, self.copy)
        self.offers = (self.copy,)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.set_theme(theme)
        self._turn_to(VALUES)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            (" ".join(keys for keys, _ in _TAKEN), self.tr("take the source as A, as B")),
            (_SWAPPED, self.tr("let both sides change places")),
            (_NEXT, self.tr("go on to the next difference")),
        )

    # -- building ---------------------------------------------------------------------------

    def _fill_copy_menu(self) -> None:
        self.copy_menu = QMenu(self)
        forms: tuple[tuple[str, Callable[[ValuesPage | DumpsPage], str]], ...] = (
            (self.tr("as text"), lambda page: page.text()),
            (self.tr("as Markdown"), lambda page: page.markdown()),
            (self.tr("as CSV"), lambda page: page.csv()),
        )
        for text, write in forms:
            self.copy_menu.addAction(text).triggered.connect(partial(self._copy, write))
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy.setMenu(self.copy_menu)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in (self.values, self.dumps):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        forms = QVBoxLayout(self._forms)
        forms.setContentsMargins(0, 0, 0, 0)
        for form in (self.form, self.dumps_form):
            forms.addWidget(form)
        for each in (self._forms, self.strip):
            layout.addWidget(each)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        for form in (self.form, self.dumps_form):
            form.edited.connect(self.renew)
            form.edited.connect(self.view_changed)
        self.form.kind_taken.connect(self.session.reader.take)
        self.stages.chosen.connect(self._choose_stage)
        self.swap.clicked.connect(self.swap_sides)
        self.next.clicked.connect(self.dumps.table.go_on)
        self.dumps.table.chosen.connect(self._take_difference)
        self.dumps.table.opened.connect(lambda _: self._choose_stage(VALUES))
        self.strip.cancelled.connect(self._cancel)
        self.background.progressed.connect(self._tell_progress)
        self.background.done.connect(self._show_dumps)
        self.background.failed.connect(self._fail)
        for told in (
            self.document.changed,
            self.document.refused,
            self.session.reader.changed,
            self.session.dump.changed,
        ):
            told.connect(self.renew)
        for keys, at in _TAKEN:
            self._on(keys, partial(self.take_source, at))
        self._on(_SWAPPED, self.swap_sides)
        self._on(_NEXT, self.dumps.table.go_on)

    def _on(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def build_late(self) -> None:
        self.renew()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for each in (self.form, self.dumps_form, self.values, self.dumps, self.strip):
            each.set_theme(theme)

    def take_keyboard(self) -> None:
        first = self.form.edits[0] if self.stage == VALUES else self.dumps.table
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def content(self) -> QWidget:
        return self._stack

    # -- as a figure ------------------------------------------------------------------------

    def become_figure(self) -> None:
        self._forms.hide()
        self.values.become_figure()
        self.dumps.become_figure()

    def wait(self) -> None:
        self.background.wait()

    def show_now(self) -> None:
        super().show_now()
        self.wait()

    def figure_width(self) -> int:
        return 520 if self.stage == VALUES else self.dumps.figure_width()

    def figure_room(self, width: int) -> Room:
        return (self.values if self.stage == VALUES else self.dumps).figure_room(width)

    # -- what is shown ----------------------------------------------------------------------

    def present(self) -> None:
        if self.stage == VALUES:
            self._present_values()
        else:
            self._present_dumps()

    def _choose_stage(self, stage: str) -> None:
        self.stages.show_choice(stage)
        self._turn_to(stage)
        self.renew()
        self.view_changed.emit()

    def _turn_to(self, stage: str) -> None:
        """Show the one or the other comparison."""
        self.stage = stage
        self.stages.show_choice(stage)
        self.form.setVisible(stage == VALUES)
        self.dumps_form.setVisible(stage == DUMPS)
        self.next.setEnabled(stage == DUMPS)
        self._stack.setCurrentIndex((VALUES, DUMPS).index(stage))

    # -- two values -------------------------------------------------------------------------

    def _read_form(self) -> None:
        fmt = self.form.chosen_format(self.document.state.active)
        context = replace(self.session.reader.context(), active=fmt)
        self.form.read_in(context, partial(named_value, self.session))

    def _present_values(self) -> None:
        """Compare what is chosen; a text that is no value leaves the last comparison, as old."""
        state = self.document.state
        self._read_form()
        self.form.offer(state.source, self.document.bench)
        values, refusal = self.form.values(state.source, self.document.refusal)
        self.show_old(refusal)
        if refusal is not None:
            return
        self.form.sound_texts()
        fmt, (a, b), rules = self.form.chosen_format(state.active), values, state.rules
        formats = (fmt, *(each for each in state.formats if each != fmt))
        if (values, formats, rules) != self._shown:
            self._shown = values, formats, rules
            pairs = [Pair(read(a, each, rules), read(b, each, rules)) for each in formats]
            self.pair = pairs[0]
            self.values.show_pairs(pairs)
        self.set_caption(self.tr("A expected, B actual · {0}").format(fmt.title))

    # -- two dumps --------------------------------------------------------------------------

    def _wanted(self) -> DumpsAsked | None:
        """What is to be compared; ``None`` while a side is missing."""
        expected, actual = self.dumps_form.origins
        bench, reader = self.document.bench.dump, self.session.dump
        if actual is None or (expected is None and bench is None):
            return None
        if expected is None and bench is not None:
            of_bench = replace(bench, row=None)
            return DumpsAsked(of_bench, actual, *self._how(), dump=reader.dump)
        assert expected is not None
        return DumpsAsked(expected, actual, *self._how())

    def _how(self) -> tuple[AskedTolerance, Format | None]:
        return self.dumps_form.tolerance, self.dumps_form.chosen_format()

    def _present_dumps(self) -> None:
        """Compare anew, if it is other dumps, or in another way."""
        asked = self._wanted()
        if asked is not None and asked != self._asked:
            self._asked = asked
            self.background.start(asked.compare)
        elif asked is None and self.dumps.compared:
            self._doubt = phrase("one of both dumps is missing")
        self._tell_of_dumps()

    def _tell_of_dumps(self) -> None:
        """Say what is shown, and whether it is old."""
        if self.stage != DUMPS:
            return
        self.show_old(self._doubt)
        self.strip.show_share(None)
        compared, source = self.dumps.compared, self.document.state.source
        about = [self._taken[1]] if self._taken and self._taken[0] == source else []
        self.set_caption(" · ".join([self._orders_said(compared), *about]) if compared else "")

    def _orders_said(self, compared: ComparedDumps) -> str:
        orders = (each.layout.order.value.name for each in (compared.expected, compared.actual))
        told = self.tr("{0}: {1} expected, {2} actual")
        return told.format(compared.found.fmt.title, *orders)

    def _tell_progress(self, share: float) -> None:
        """What takes long is told, and what is shown meanwhile is old."""
        self._doubt = phrase("being compared …") if self.dumps.compared else None
        self._tell_of_dumps()
        self.strip.show_share(share)

    def _show_dumps(self, compared: ComparedDumps) -> None:
        self._doubt = None
        self.dumps.show_compared(compared)
        self._tell_of_dumps()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Complaint):
            raise error
        self._doubt = error.phrase
        self._tell_of_dumps()
        self.status_changed.emit(said(error.phrase))

    def _cancel(self) -> None:
        self.background.cancel()
        self._doubt = phrase("the comparison was cancelled")
        self._tell_of_dumps()

    def _take_difference(self, difference: Difference) -> None:
        """Let two elements be the values, and one of them the source."""
        if (compared := self.dumps.compared) is not None:
            fmt = compared.found.fmt
            self.form.show_format(fmt.name)
            for at, code in enumerate((difference.expected, difference.actual)):
                self.form.put(at, code_source(fmt, code).text)
            self._make_source(compared, difference)

    def _make_source(self, compared: ComparedDumps, difference: Difference) -> None:
        """Choose the element on the bench, if one of the dumps is the one that is open there; else
        the actual one, and say where it is from."""
        gesture, place = (self.ID, "difference"), difference.place
        is_open = compared.has_open(self.document.bench.dump)
        element = element_of_bench(self.session, place) if is_open else None
        if element is not None:
            self.document.choose_row(place, *element.operand, gesture)
            return
        self.document.set_code(compared.found.fmt, difference.actual, gesture)
        told = self.tr("the source is element {0} of {1}")
        about = told.format(grouped(place), named(compared.asked.actual))
        self._taken = self.document.state.source, about
        self._tell_of_dumps()

    # -- gestures ---------------------------------------------------------------------------

    def take_source(self, at: int) -> None:
        """Let one of the values be the source as it is now."""
        self.form.put(at, self.document.state.source.text)

    def swap_sides(self) -> None:
        """Let what is expected be what is actual, and the other way round."""
        if self.stage == VALUES:
            self.form.swap()
        elif (actual := self.dumps_form.origins[ACTUAL]) is not None:
            expected = self.dumps_form.origins[EXPECTED] or self._origin_of_bench()
            self.dumps_form.origins[EXPECTED] = actual
            self.dumps_form.take(ACTUAL, expected)

    def _origin_of_bench(self) -> DumpOrigin | None:
        dump = self.document.bench.dump
        return None if dump is None else dump.origin

    def _copy(self, write: Callable[[ValuesPage | DumpsPage], str], _checked: bool = False) -> None:
        page = self.values if self.stage == VALUES else self.dumps
        QGuiApplication.clipboard().setText(write(page))
        self.status_changed.emit(self.tr("Comparison copied"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        take_copy(event)
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self._turn_to(DUMPS)
        if len(files) > 1:
            self.dumps_form.origins[EXPECTED] = of_path(Path(files[0]))
        if files:
            self.dumps_form.take(ACTUAL, of_path(Path(files[min(1, len(files) - 1)])))

    # -- scenes -----------------------------------------------------------------------------

    def view(self) -> ViewOfCompare:
        self._read_form()
        a, b = self.form.sound_texts()
        expected, actual = (origin.path if origin else "" for origin in self.dumps_form.origins)
        return ViewOfCompare(
            a=a,
            b=b,
            format=self.form.format.name,
            shows=self.stage,
            expected=expected,
            actual=actual,
            tolerance=self.dumps_form.tolerance.text,
        )

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfCompare)
        if view.format is not None:
            self.form.show_format(find_format(view.format).name if view.format.strip() else "")
        for edit, text in zip(self.form.edits, (view.a, view.b), strict=True):
            if text is not None:
                edit.show_text(text)
        self._restore_dumps(view)
        if view.shows is not None:
            self._turn_to(view.shows)
        self.renew()

    def _restore_dumps(self, view: ViewOfCompare) -> None:
        for at, path in enumerate((view.expected, view.actual)):
            if path is not None:
                self.dumps_form.origins[at] = of_path(Path(path)) if path else None
        if view.tolerance is not None:
            self.dumps_form.show_tolerance(asked_tolerance(view.tolerance))
        self.dumps_form.tell_names()
