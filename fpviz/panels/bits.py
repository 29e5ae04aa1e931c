"""The panel "Bits": the bit grid joined to the document."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout

from fpviz.core.formats import CATALOGUE, FAMILIES, Format
from fpviz.core.literals import code_source
from fpviz.model.session import Session
from fpviz.model.views import PanelView, ViewOfBits
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.bit_grid import Arrangement, BitGrid
from fpviz.widgets.frame.segments import Segments
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_WIDEST_FIGURE = 1440


class BitsPanel(Panel):
    """A row of bits for each format.

    Signals:
        facts_wanted(): the facts of the active format are asked for.
    """

    facts_wanted = Signal()

    ID = "bits"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.grid = BitGrid(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        self.arrangement = Segments(
            (
                ("aligned", self.tr("aligned"), self.tr("A column is worth the same in every row")),
                (
                    "packed",
                    self.tr("packed"),
                    self.tr("Plain codes with bit indices and hex digits"),
                ),
            ),
            self.tr("Arrangement of the bits"),
        )
        self.add_button = QToolButton()
        self.add_button.setText(self.tr("+ format"))
        self.add_button.setToolTip(self.tr("Show another format, or make one"))
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_menu = QMenu(self)
        self.add_button.setMenu(self.add_menu)
        self.tools = (self.arrangement, self.add_button)
        self._connect()
        self.set_arrangement(Arrangement.ALIGNED)
        self.present()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Left Right", self.tr("to the next bit")),
            ("Home End", self.tr("to the first and the last bit")),
            ("Ctrl+Left Ctrl+Right", self.tr("to the next field")),
            ("Space", self.tr("toggle the bit")),
            ("0 1", self.tr("set the bit and go on")),
            ("Up Down", self.tr("one ulp up, one ulp down")),
            ("Shift+Up Shift+Down", self.tr("the exponent up, down")),
            ("Ctrl+Up Ctrl+Down", self.tr("to the row above, below")),
            ("Ctrl+Shift+Up Ctrl+Shift+Down", self.tr("move the row up, down")),
            ("Return", self.tr("make the row's code the source")),
        )

    def _connect(self) -> None:
        grid, document = self.grid, self.document
        grid.bit_set.connect(document.set_bit)
        grid.ulp_stepped.connect(document.step_ulp)
        grid.exponent_stepped.connect(self._step_exponent)
        grid.format_activated.connect(document.activate)
        grid.format_moved.connect(self._move_format)
        grid.bit_described.connect(self.status_changed)
        grid.menu_requested.connect(self._row_menu)
        self.arrangement.chosen.connect(self._choose_arrangement)
        self.add_menu.aboutToShow.connect(lambda: self.fill_format_menu(self.add_menu))
        document.changed.connect(self.renew)
        document.refused.connect(self.show_old)
        self.session.spotlight.moved.connect(grid.show_spotlight)

    def _choose_arrangement(self, key: str) -> None:
        self.set_arrangement(Arrangement(key))
        self.grew.emit()

    def present(self) -> None:
        rows = len(self.grid.rows)
        self.grid.show_snapshot(self.document.snapshot)
        if len(self.grid.rows) > rows > 0:
            self.grew.emit()
        self.grid.show_spotlight(self.session.spotlight.place)

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Align the rows by weight, or pack them."""
        self.grid.set_arrangement(arrangement)
        self.arrangement.show_choice(arrangement.value)
        captions = {
            Arrangement.ALIGNED: self.tr(
                "fractions aligned by weight: a column is worth the same in every row; "
                "outlined bits were changed by rounding"
            ),
            Arrangement.PACKED: self.tr(
                "codes as they are stored: bit indices above, hex digits below; "
                "outlined bits were changed by rounding"
            ),
        }
        self.set_caption(captions[arrangement])
        self.view_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.grid.set_theme(theme)

    def become_figure(self) -> None:
        self.grid.become_figure()

    def take_keyboard(self) -> None:
        self.grid.focus_active()

    def first_height(self) -> int:
        return self.grid.minimum_body_height()

    def figure_width(self) -> int:
        return min(self.grid.figure_width(), _WIDEST_FIGURE)

    def figure_room(self, width: int) -> Room:
        self.grid.resize(width, self.grid.height())
        height = self.grid.minimum_body_height()
        return Room(self.grid.least_width(), height, height)

    def view(self) -> ViewOfBits:
        return ViewOfBits(self.grid.arrangement.value)

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfBits)
        if view.arrangement is not None:
            self.set_arrangement(Arrangement(view.arrangement))

    # -- formats ----------------------------------------------------------------------------

    def fill_format_menu(self, menu: QMenu) -> None:
        """Fill a menu with the catalogue, what is shown ticked, and the ways to others.

        The first family and custom formats stand in the menu itself, other families in their own.
        """
        for old in menu.findChildren(QMenu):
            old.setParent(None)
            old.deleteLater()
        menu.clear()
        first, *others = FAMILIES
        shown = self.document.state.formats
        extra = tuple(fmt for fmt in shown if fmt not in CATALOGUE)
        self._list_formats(menu, (*first.formats, *extra))
        menu.addSeparator()
        for family in others:
            below = QMenu(said(family.title), menu)
            menu.addMenu(below)
            self._list_formats(below, family.formats)
        menu.addSeparator()
        menu.addAction(self.tr("Custom format…")).triggered.connect(self.make_format)
        menu.addAction(self.tr("Browse formats…")).triggered.connect(self.facts_wanted)

    def _list_formats(self, menu: QMenu, formats: Iterable[Format]) -> None:
        """An entry for each format, which shows and hides its row."""
        shown = self.document.state.formats
        for fmt in formats:
            is_named = fmt in CATALOGUE and fmt.title != fmt.name
            action = menu.addAction(f"{fmt.title}   {fmt.name}" if is_named else fmt.title)
            action.setCheckable(True)
            action.setChecked(fmt in shown)
            action.setEnabled(fmt not in shown or len(shown) > 1)
            action.triggered.connect(lambda on, fmt=fmt: self._show_format(fmt, on))

    def make_format(self) -> None:
        """Ask for a custom format and show it."""
        from fpviz.widgets.formats.custom_format import (  # noqa: PLC0415 - when asked
            CustomFormatDialog,
        )

        fmt = CustomFormatDialog.ask(self.theme, self)
        if fmt is not None:
            self.document.add_format(fmt)

    def _show_format(self, fmt: Format, on: bool) -> None:
        if on:
            self.document.add_format(fmt)
        else:
            self.document.remove_format(fmt)

    def _step_exponent(self, fmt: Format, up: bool) -> None:
        if not self.document.step_exponent(fmt, up):
            text = self.tr("{0}: there is no exponent field to step here")
            self.status_changed.emit(text.format(fmt.title))

    def _ask_for_facts(self, fmt: Format) -> None:
        self.document.activate(fmt)
        self.facts_wanted.emit()

    def _pin(self, fmt: Format) -> None:
        at = self.document.state.formats.index(fmt)
        code = self.document.snapshot.readings[at].code
        self.status_changed.emit(said(self.session.pins.keep(code_source(fmt, code))))

    def _move_format(self, fmt: Format, places: int) -> None:
        self.document.move_format(fmt, places)

    # -- the menu of a row ------------------------------------------------------------------

    def _row_menu(self, fmt: Format, at: QPoint) -> None:
        self.row_menu(fmt).exec(at)

    def row_menu(self, fmt: Format) -> QMenu:
        """The context menu of a format's row."""
        from fpviz.widgets.reading.copy_as import CopyAsMenu  # noqa: PLC0415 - when asked

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy_as = CopyAsMenu(lambda: self.document.snapshot, fmt, menu)
        copy_as.copied.connect(self.status_changed)
        copy_as.setEnabled(self.old is None)
        menu.addMenu(copy_as)
        menu.addSeparator()
        formats = self.document.state.formats
        for text, act, possible in (
            (self.tr("Make active"), self.document.activate, fmt != self.document.state.active),
            (self.tr("Facts of the format"), self._ask_for_facts, True),
            (self.tr("Pin this value"), self._pin, self.old is None),
            (self.tr("Move up"), lambda f: self._move_format(f, -1), fmt != formats[0]),
            (self.tr("Move down"), lambda f: self._move_format(f, 1), fmt != formats[-1]),
            (self.tr("Remove"), self.document.remove_format, len(formats) > 1),
        ):
            row_action: QAction = menu.addAction(text)
            row_action.setEnabled(possible)
            row_action.triggered.connect(lambda _=False, act=act: act(fmt))
        return menu
