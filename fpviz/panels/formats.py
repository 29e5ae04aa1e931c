"""The panel "Formats": all formats by families, searched, chosen, compared, and counted in."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from fpviz.core.formats import CATALOGUE, FAMILIES, Format, FormatError, find_format
from fpviz.core.formats.search import matching
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.model.session import Session
from fpviz.model.views import PanelView, ViewOfFormats
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.formats.comparison_view import ComparisonView
from fpviz.widgets.formats.table import FormatsView, Group
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.literal_edit import LiteralEdit
from fpviz.widgets.look.style import line_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_LEAST_FIGURE = 360
"""The width of a figure in which no format is found: the sentence that says so has room."""

_RANGE = ("1", "2")
"""The range whose values are counted at first."""


class FormatsPanel(Panel):
    """A row for each format of the catalogue and each custom one that is shown.

    A search leaves out what it is not true of. Under the table two formats are compared, once the
    user has chosen two.
    """

    ID = "formats"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.table = FormatsView(theme)
        self.comparison = ComparisonView(theme)
        self.search = DropLine()
        self.ends = LiteralEdit(theme), LiteralEdit(theme)
        self._range = Fraction(1), Fraction(2)
        self._sound = ViewOfFormats(*_RANGE, search="", compare=())
        self._build_tools()
        self._lay_out()
        self.set_theme(theme)
        self.table.chosen.connect(self._choose)
        self.table.ticked.connect(self._tick)
        self.table.menu_wanted.connect(lambda fmt, at: self.row_menu(fmt).exec(at))
        self.comparison.closed.connect(lambda: self.compare(None))
        self.comparison.swapped.connect(self._swap)
        self.document.changed.connect(self.renew)

    def _build_tools(self) -> None:
        self.search.setPlaceholderText(self.tr("Find: name, width, property"))
        self.search.setAccessibleName(self.tr("Find formats"))
        self.search.setToolTip(
            self.tr(
                "Parts of names and aliases, families, widths such as 16, properties such as "
                "unsigned or infinities, and no before a word for its opposite"
            )
        )
        self.search.offer_clear()
        self.search.setFixedWidth(round(self.search.fontMetrics().horizontalAdvance("0") * 26))
        self.search.textChanged.connect(self._find)
        names = (self.tr("Count values from"), self.tr("Count values below"))
        for edit, name, text in zip(self.ends, names, _RANGE, strict=True):
            edit.setAccessibleName(name)
            edit.setToolTip(name)
            edit.setFixedWidth(round(edit.fontMetrics().horizontalAdvance("0") * 9))
            edit.show_text(text)
            edit.textEdited.connect(self._count)
        copy = QToolButton()
        copy.setText(self.tr("copy"))
        copy.setToolTip(self.tr("Copy the table"))
        copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(copy)
        for text, write in (
            (self.tr("as Markdown"), self.table.markdown),
            (self.tr("as CSV"), self.table.csv),
            (self.tr("the comparison as Markdown"), self._compared_markdown),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, write=write: self._copy(write()))
        menu.aboutToShow.connect(self._offer_comparison)
        copy.setMenu(menu)
        self.copy_menu = menu
        label = QLabel(self.tr("values in [a, b)"))
        tools: tuple[QWidget, ...] = (self.search, label, *self.ends, copy)
        self.tools, self.offers = tools, (copy,)

    def _lay_out(self) -> None:
        self.none_found = QLabel(self.tr("No format is all of that."))
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none_found.hide()
        self.comparison.hide()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(self.table)
        self._split.addWidget(self.comparison)
        self._split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.none_found)
        layout.addWidget(self._split, 1)

    def build_late(self) -> None:
        self.renew()

    def _groups(self) -> tuple[Group, ...]:
        """The formats that the search finds, by families.

        At the end custom ones that are shown, and the one whose name is searched for.
        """
        found = frozenset(matching(FAMILIES, self._sound.search or "", said))
        groups = [
            (said(family.title), tuple(fmt for fmt in family.formats if fmt in found))
            for family in FAMILIES
        ]
        made = [fmt for fmt in self.document.state.formats if fmt not in CATALOGUE]
        typed = _custom(self._sound.search or "")
        if typed is not None and typed not in made:
            made.append(typed)
        groups.append((self.tr("custom"), tuple(made)))
        return tuple(group for group in groups if group[1])

    def present(self) -> None:
        state = self.document.state
        groups = self._groups()
        self.none_found.setVisible(not groups)
        self.table.show_formats(groups, state.formats, state.active, state.rules, self._range)
        if (pair := self._compared) is not None:
            self.comparison.show_pair(*pair, state.rules)
        self.comparison.setVisible(pair is not None)

    def content(self) -> QWidget:
        return self._split

    # -- what is searched and counted -------------------------------------------------------

    def _find(self, text: str) -> None:
        self._say(replace(self._sound, search=text))
        self.renew()

    def _say(self, view: ViewOfFormats) -> None:
        self._sound = view
        self.view_changed.emit()

    def _count(self, _text: str = "") -> None:
        """Take the typed range, once both ends are numbers; until then the table is old."""
        try:
            self._take_range()
        except Complaint as error:
            self.show_old(error.phrase)
        else:
            self.show_old(None)

    def _take_range(self) -> None:
        """Count from the one end to below the other. Raises Complaint."""
        lo, hi = map(_end, self.ends)
        if lo > hi:
            texts = {"lo": self.ends[0].text().strip(), "hi": self.ends[1].text().strip()}
            raise Complaint(phrase("{lo} lies above {hi}: there is nothing to count", **texts))
        self._range = lo, hi
        start, below = (edit.text() for edit in self.ends)
        self._say(replace(self._sound, start=start, below=below))
        self.renew()

    # -- what is chosen and compared --------------------------------------------------------

    def row_menu(self, fmt: Format) -> QMenu:
        """The context menu of a format's row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        state = self.document.state
        is_shown = fmt in state.formats
        compare = self.tr("Compare with {0}").format(state.active.title or state.active.name)
        for text, act, possible in (
            (self.tr("Add to the rows"), self.document.add_format, not is_shown),
            (self.tr("Make active"), self._choose, is_shown and fmt != state.active),
            (
                self.tr("Remove from the rows"),
                self.document.remove_format,
                is_shown and len(state.formats) > 1,
            ),
            (compare, lambda other: self.compare((state.active, other)), fmt != state.active),
            (self.tr("Copy the name"), lambda named: self._put(named.name), True),
        ):
            action = menu.addAction(text)
            action.setEnabled(possible)
            action.triggered.connect(lambda _=False, act=act: act(fmt))
        return menu

    @property
    def _compared(self) -> tuple[Format, Format] | None:
        """The formats that are compared."""
        if not self._sound.compare:
            return None
        first, second = map(find_format, self._sound.compare)
        return first, second

    def compare(self, pair: tuple[Format, Format] | None) -> None:
        """Compare two formats under the table, or none."""
        self._say(replace(self._sound, compare=tuple(fmt.name for fmt in pair or ())))
        self.renew()

    def _swap(self) -> None:
        if (pair := self._compared) is not None:
            self.compare((pair[1], pair[0]))

    def _choose(self, fmt: Format) -> None:
        if fmt in self.document.state.formats:
            self.document.activate(fmt)
        else:
            self.document.add_format(fmt)

    def _tick(self, fmt: Format, on: bool) -> None:
        if on:
            self.document.add_format(fmt)
        elif len(self.document.state.formats) > 1:
            self.document.remove_format(fmt)
        else:
            self.table.show_again()
            self.status_changed.emit(self.tr("One format stays in the rows."))

    # -- what is copied ---------------------------------------------------------------------

    def _offer_comparison(self) -> None:
        self.copy_menu.actions()[-1].setEnabled(self._compared is not None)

    def _compared_markdown(self) -> str:
        return self.comparison.table().markdown() + "\n"

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _copy(self, text: str) -> None:
        self._put(text)
        self.status_changed.emit(self.tr("The table is copied."))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.search.setStyleSheet(line_sheet(theme, theme.line, theme.accent))
        self.table.set_theme(theme)
        self.comparison.set_theme(theme)
        for edit in self.ends:
            edit.set_theme(theme)

    def figure_width(self) -> int:
        if self._compared is not None:
            return 1000
        return max(_LEAST_FIGURE, self.table.whole_size().width())

    def figure_room(self, width: int) -> Room:
        if self._compared is not None:
            size = self.comparison.sizeHint()
            return Room(size.width(), size.height(), size.height())
        size = self.table.whole_size()
        return Room(size.width(), size.height(), size.height())

    def become_figure(self) -> None:
        self.table.become_figure()
        self.comparison.become_figure()
        self.table.setVisible(self._compared is None)

    def view(self) -> ViewOfFormats:
        return self._sound

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfFormats)
        for edit, text in zip(self.ends, (view.start, view.below), strict=True):
            if text is not None:
                edit.show_text(text)
        if view.search is not None:
            self.search.setText(view.search)
        if view.compare is not None:
            pair = tuple(map(find_format, view.compare))
            self.compare((pair[0], pair[1]) if pair else None)
        self._count()


def _custom(name: str) -> Format | None:
    """The format of a name that is not in the catalogue, if it is one's."""
    try:
        fmt = find_format(name)
    except FormatError:
        return None
    return None if fmt in CATALOGUE else fmt


def _end(edit: LiteralEdit) -> Fraction:
    """The number in a line. Raises Complaint where there is none."""
    typed = edit.read(edit.text())
    if typed.literal is None:
        raise Complaint(typed.reason or phrase("go on typing …"))
    if not isinstance(typed.literal.number, Finite):
        text = quoted(edit.text().strip())
        raise Complaint(phrase("{text} is not finite; type a number", text=text))
    return typed.literal.number.value
