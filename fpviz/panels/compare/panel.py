"""The panel "Compare": two values beside each other, bit by bit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from fpviz.core.formats import find_format
from fpviz.core.literals import Literal
from fpviz.core.pairs.pair import Pair
from fpviz.core.pairs.said import PairLine, pair_lines
from fpviz.core.pairs.written import pair_csv, pair_markdown, pair_text
from fpviz.core.phrase import Say
from fpviz.core.reading import read
from fpviz.model.session import Session
from fpviz.model.view_values import FIRST_PAIR
from fpviz.model.views import PanelView, ViewOfCompare
from fpviz.panels.compare.form import PairForm
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.comparison.pair_bits import PairBits
from fpviz.widgets.comparison.pair_facts import PairFacts
from fpviz.widgets.frame.wanted_height import whole_height
from fpviz.widgets.look.style import scroll_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_TAKEN = (("Ctrl+Alt+A", 0), ("Ctrl+Alt+B", 1))
"""Keys that take the source as one of the values."""

_SWAPPED = "Ctrl+Alt+X"


class ComparePanel(Panel):
    """What is expected and what is there, as values that are typed, named, or the source."""

    ID = "compare"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.pair: Pair | None = None
        self._shown: object = None
        self.form = PairForm(theme, FIRST_PAIR)
        self.bits, self.facts = PairBits(theme), PairFacts(theme)
        self.swap = _tool(self.tr("swap"), self.tr("Let A and B change places"))
        self.copy = _tool(self.tr("copy"), self.tr("Copy the comparison"))
        self._fill_copy_menu()
        self.tools = (self.swap, self.copy)
        self.offers = (self.copy,)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            (" ".join(keys for keys, _ in _TAKEN), self.tr("take the source as A, as B")),
            (_SWAPPED, self.tr("let A and B change places")),
        )

    # -- building ---------------------------------------------------------------------------

    def _fill_copy_menu(self) -> None:
        forms: tuple[tuple[str, Callable[[tuple[PairLine, ...], Say], str]], ...] = (
            (self.tr("as text"), pair_text),
            (self.tr("as Markdown"), pair_markdown),
            (self.tr("as CSV"), pair_csv),
        )
        self.copy_menu = QMenu(self)
        for text, write in forms:
            self.copy_menu.addAction(text).triggered.connect(partial(self._copy, write))
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy.setMenu(self.copy_menu)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.bits)
        column.addWidget(self.facts)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form)
        layout.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.form.edited.connect(self.renew)
        self.form.edited.connect(self.view_changed)
        self.form.kind_taken.connect(self.session.reader.take)
        self.swap.clicked.connect(self.form.swap)
        self.document.changed.connect(self.renew)
        self.document.bench_changed.connect(self.renew)
        self.document.refused.connect(self.renew)
        self.session.reader.changed.connect(self.renew)
        for keys, at in _TAKEN:
            self._on(keys, partial(self.take_source, at))
        self._on(_SWAPPED, self.form.swap)

    def _on(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def build_late(self) -> None:
        self.renew()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for each in (self.form, self.bits, self.facts):
            each.set_theme(theme)
        self._scroll.verticalScrollBar().setStyleSheet(scroll_sheet(theme))

    def take_keyboard(self) -> None:
        self.form.edits[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def content(self) -> QWidget:
        return self._scroll

    # -- as a figure ------------------------------------------------------------------------

    def become_figure(self) -> None:
        self.form.hide()
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def figure_width(self) -> int:
        return 520

    def figure_room(self, width: int) -> Room:
        height = whole_height(self._scroll.widget(), width)
        return Room(300, height, height)

    # -- what is shown ----------------------------------------------------------------------

    def present(self) -> None:
        """Compare what is chosen; a text that is no value leaves the last comparison, as old."""
        state = self.document.state
        fmt = self.form.chosen_format(state.active)
        self.form.read_in(replace(self.session.reader.context(), active=fmt), self._named)
        self.form.offer(state.source, self.document.bench.pins)
        values, refusal = self.form.values(state.source, self.document.refusal)
        self.show_old(refusal)
        if refusal is not None:
            return
        self.form.sound_texts()
        formats = (fmt, *(each for each in state.formats if each != fmt))
        if (values, formats, state.rules) != self._shown:
            self._shown = values, formats, state.rules
            a, b = values
            rules = state.rules
            self._show([Pair(read(a, each, rules), read(b, each, rules)) for each in formats])

    def _show(self, pairs: list[Pair]) -> None:
        """Show the first pair, and how far apart the others are."""
        self.pair, *others = pairs
        self.bits.show_pair(self.pair)
        self.facts.show_lines(tuple(pair_lines(self.pair, others)))
        self.set_caption(self.tr("A expected, B actual · {0}").format(self.pair.format.title))

    def _named(self, text: str) -> Literal | None:
        """The value of the pin of a name."""
        name = text.strip().casefold()
        pins = self.document.bench.pins
        return next((pin.source for pin in pins if pin.name.casefold() == name), None)

    # -- gestures ---------------------------------------------------------------------------

    def take_source(self, at: int) -> None:
        """Let one of the values be the source as it is now."""
        self.form.put(at, self.document.state.source.text)

    def _copy(
        self, write: Callable[[tuple[PairLine, ...], Say], str], _checked: bool = False
    ) -> None:
        QGuiApplication.clipboard().setText(write(self.facts.lines, said))
        self.status_changed.emit(self.tr("Comparison copied"))

    # -- scenes -----------------------------------------------------------------------------

    def view(self) -> ViewOfCompare:
        fmt = self.form.chosen_format(self.document.state.active)
        self.form.read_in(replace(self.session.reader.context(), active=fmt), self._named)
        a, b = self.form.sound_texts()
        return ViewOfCompare(a=a, b=b, format=self.form.format.name)

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfCompare)
        if view.format is not None:
            self.form.show_format(find_format(view.format).name if view.format.strip() else "")
        for edit, text in zip(self.form.edits, (view.a, view.b), strict=True):
            if text is not None:
                edit.show_text(text)
        self.renew()


def _tool(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
