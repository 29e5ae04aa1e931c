"""The panel "Guide": lessons to read, each with a scene that shows what it says."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from fpviz.core.literals import parse_literal
from fpviz.core.phrase import Complaint
from fpviz.model.guide import Page, read_pages
from fpviz.model.languages import ENGLISH
from fpviz.model.links import read_link
from fpviz.model.session import Session
from fpviz.model.views import PanelView, ViewOfGuide
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.elided_button import ElidedButton
from fpviz.widgets.frame.one_or_two_lines import OneOrTwoLines
from fpviz.widgets.guide_view import GuideView
from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.look.style import button_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_LEAST_LESSON = 6
"""Characters of a lesson's title that its box shows at least."""


class GuidePanel(Panel):
    """One lesson, with the way to the others and to its scene.

    What a link in a page does stands before its colon: ``lesson:`` turns to another lesson,
    ``scene:`` loads a scene, ``panel:`` brings a panel to the front, ``value:`` makes a literal
    the source; ``fpviz:`` is a link as it is copied and opened anywhere. The pages are read when
    the panel is first seen.
    """

    ID = "guide"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self._folder: Path | None = None
        self._language = ENGLISH
        self._pages: tuple[Page, ...] = ()
        self._wanted = ViewOfGuide()
        self.text = GuideView(theme)
        self.lessons = ComboBox()
        self.previous, self.next = QToolButton(), QToolButton()
        self.load, self.further = QToolButton(), ElidedButton()
        self._above, self._below = QWidget(), QWidget()
        self._name_controls()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Alt+Left Alt+Right", self.tr("to the lesson before, after")),)

    # -- building ---------------------------------------------------------------------------

    def _name_controls(self) -> None:
        self.text.setAccessibleName(self.tr("Lesson"))
        self.lessons.setAccessibleName(self.tr("Lessons"))
        label = QLabel(self.tr("Lessons"), self._above)  # on Linux a box is called as its label is
        label.setBuddy(self.lessons)
        label.setFixedSize(0, 0)
        self.lessons.setMinimumContentsLength(_LEAST_LESSON)
        self.lessons.setSizeAdjustPolicy(
            ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for button, text, tip in (
            (self.previous, "‹", self.tr("Previous lesson (Alt+Left)")),
            (self.next, "›", self.tr("Next lesson (Alt+Right)")),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self.further.setAccessibleName(self.next.toolTip())  # until it leads to a page
        self.load.setText(self.tr("Load the scene"))
        self.load.setToolTip(
            self.tr(
                "Show in the window what this lesson speaks of. It is one step: "
                "Undo brings back all that you had."
            )
        )
        self.further.setAccessibleName(self.tr("Next lesson"))
        self.further.setToolTip(self.tr("Next lesson (Alt+Right)"))
        for button in (self.previous, self.next, self.load, self.further):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(self._above), QHBoxLayout(self._below)
        for bar, margins in ((above, (12, 6, 8, 6)), (below, (12, 6, 8, 8))):
            bar.setContentsMargins(*margins)
            bar.setSpacing(6)
        for control in (self.lessons, self.previous, self.next):
            above.addWidget(control, 1 if control is self.lessons else 0)
        ways = OneOrTwoLines(self.load, self.further)
        ways.align(Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        below.addWidget(ways)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._above)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._below)
        order = (self.lessons, self.previous, self.next, self.text, self.load, self.further)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        self.lessons.activated.connect(self._turn_to)
        self.text.link_followed.connect(self.follow)
        self.text.verticalScrollBar().valueChanged.connect(self.view_changed)
        self.load.clicked.connect(self._load)
        self.further.clicked.connect(self.go_on)
        for button, keys, act in (
            (self.previous, "Alt+Left", self.go_back),
            (self.next, "Alt+Right", self.go_on),
        ):
            button.clicked.connect(act)
            action = QAction(button.accessibleName(), self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)

    def sizeHint(self) -> QSize:
        """A column of text as wide as is good to read."""
        return QSize(self.fontMetrics().horizontalAdvance("x") * 58, 600)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.text.set_theme(theme)
        self.setStyleSheet(button_sheet(theme))

    def become_figure(self) -> None:
        self._above.hide()
        self._below.hide()
        self.text.become_figure()

    def figure_width(self) -> int:
        return 480

    def figure_room(self, width: int) -> Room:
        height = self.text.height_at(width)
        return Room(260, height, height)

    # -- the pages --------------------------------------------------------------------------

    def take_keyboard(self) -> None:
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read_from(self, resources: Path, language: str) -> None:
        """Take the pages of a language, when they are first wanted."""
        self._folder = resources / "guide"
        self._language = language

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.open()

    def open(self) -> None:
        """Read the pages, if they have not been read."""
        if self._pages or self._folder is None:
            return
        self._pages = read_pages(self._folder, self._language)
        for number, page in enumerate(self._pages):
            self.lessons.addItem(f"{number}  {page.title}" if number else page.title, page.name)
        self._turn_to(0)
        self.restore_view(self._wanted)

    @property
    def page(self) -> Page | None:
        """The lesson that is open."""
        at = self.lessons.currentIndex()
        return self._pages[at] if 0 <= at < len(self._pages) else None

    def turn_to(self, name: str) -> None:
        """Open the lesson of this name, if there is one."""
        self.open()
        at = self.lessons.findData(name)
        if at >= 0:
            self._turn_to(at)

    def go_on(self) -> None:
        """Open the next lesson."""
        self._turn_to(self.lessons.currentIndex() + 1)

    def go_back(self) -> None:
        """Open the lesson before."""
        self._turn_to(self.lessons.currentIndex() - 1)

    def _turn_to(self, at: int) -> None:
        if not 0 <= at < len(self._pages):
            return
        last = at == len(self._pages) - 1
        self.lessons.setCurrentIndex(at)
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(not last)
        self.further.setVisible(not last)
        if not last:
            title = self._pages[at + 1].title
            self.further.show_text(self.tr("{0}  ›").format(title))
            self.further.setAccessibleName(self.tr("Go on to {0}").format(title))
        self.text.show_text(self._pages[at].text)
        self.view_changed.emit()
        self.text.setAccessibleDescription(self._pages[at].title)
        self.caption_changed.emit(
            self.tr("lesson {0} of {1}").format(at, len(self._pages) - 1) if at else ""
        )

    # -- gestures ---------------------------------------------------------------------------

    def _load(self) -> None:
        if self.page is not None:
            self.scene_wanted.emit(self.page.name)

    def follow(self, target: str) -> None:
        """Do what a link says."""
        kind, _, rest = target.partition(":")
        match kind:
            case "lesson":
                self.turn_to(rest)
            case "scene":
                self.scene_wanted.emit(rest)
            case "panel":
                self.panel_wanted.emit(rest)
            case "value":
                self._take(lambda: self.document.set_source(parse_literal(rest)))
            case "fpviz":
                self._take(lambda: self.document.open_link(read_link(target)))

    def _take(self, change: Callable[[], None]) -> None:
        """Do what a link says; what it says wrongly is for the status line."""
        try:
            change()
        except Complaint as error:
            self.status_changed.emit(said(error.phrase))

    # -- scenes -----------------------------------------------------------------------------

    def view(self) -> ViewOfGuide:
        if self.page is None:
            return self._wanted
        return ViewOfGuide(self.page.name, round(self.text.scrolled(), 3))

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfGuide)
        if not self._pages:
            self._wanted = view.over(self._wanted)
            return
        if view.page is not None:
            self.turn_to(view.page)
        if view.scrolled is not None:
            self.text.scroll_to(view.scrolled)
