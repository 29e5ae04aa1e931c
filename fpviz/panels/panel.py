"""What every panel is."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from fpviz.core.phrase import Phrase
from fpviz.model.session import Session
from fpviz.model.views import PanelView
from fpviz.widgets.frame.apart_mark import ApartMark
from fpviz.widgets.frame.old_content_cover import Veil
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said


class Room(NamedTuple):
    """What a figure needs at a width: at least so wide, at least so high, best so high."""

    width: int
    least: int
    best: int


class Panel(QWidget):
    """A widget joined to the shared model.

    ``ID`` names the panel in scenes, in settings and on the command line; what it is called and
    where it stands is in the table of panels. ``tools`` are the controls that stand in the header
    of its frame; ``offers`` take away what is shown, and are disabled while that is old.

    Signals:
        view_changed(): ``view`` may be another one, not by way of the document or the runs.
        caption_changed(str): the words beside the title are others.
        status_changed(str): a passing remark for the status line; empty when it is over.
        grew(): it wants ``first_height`` anew, because the user asked for more.
        scene_wanted(str): load the scene of this name, one of those that come with fpviz.
        panel_wanted(str): bring the panel of this name to the front.
    """

    ID: ClassVar[str]

    view_changed = Signal()
    caption_changed = Signal(str)
    status_changed = Signal(str)
    grew = Signal()
    scene_wanted = Signal(str)
    panel_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__()
        self.session = session
        self.document = session.document
        self.theme = theme
        self.tools: tuple[QWidget, ...] = ()
        self.offers: tuple[QWidget, ...] = ()
        self._caption = ""
        self.is_behind = False
        self._old: Phrase | None = None
        self._veil: Veil | None = None

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What keys do in the panel: sequences such as ``Left Ctrl+Up``, and the words for them."""
        return ()

    def first_height(self) -> int:
        """The height in which all of it is seen, if it wants that at first and no share; else 0."""
        return 0

    def read_from(self, resources: Path, language: str) -> None:
        """Take what the panel shows of the files that come with fpviz, in a language."""

    def take_keyboard(self) -> None:
        """Give the keyboard to what the panel is for."""

    def ask_for_file(self) -> None:
        """Have the user choose a file that the panel shows, if it shows any."""

    def build_late(self) -> None:
        """Build what is slow to build; called once, after the window has been painted."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        if self._veil is not None:
            self._veil.set_theme(theme)

    # -- what is seen -----------------------------------------------------------------------

    @property
    def is_seen(self) -> bool:
        """Whether the panel is shown, and not behind another's tab."""
        window = self.window()
        here = QRect(self.mapTo(window, QPoint()), self.size())
        return self.isVisible() and window.rect().intersects(here)  # a tab's back is put outside

    def present(self) -> None:
        """Show what the model says now."""

    def show_now(self) -> None:
        """Show what the model says now, whether it is seen or not."""
        self.is_behind = False
        self.present()

    def wait(self) -> None:
        """Wait until what is worked out beside the window is there, and show it."""

    def renew(self) -> None:
        """Show what the model says now; where nobody sees it, as soon as somebody does."""
        self.is_behind = not self.is_seen
        if not self.is_behind:
            self.present()

    def catch_up(self) -> None:
        """The panel may have come into view: show what it has missed."""
        if self.is_behind:
            self.renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()

    # -- what is old ------------------------------------------------------------------------

    @property
    def old(self) -> Phrase | None:
        """Why what is shown is older than what was asked for; ``None`` where it is not."""
        return self._old

    def content(self) -> QWidget:
        """What can be old: all of the panel but the controls that ask for it."""
        return self

    def show_old(self, reason: Phrase | None) -> None:
        """Let what is shown be visibly old, for a reason, and offer nothing of it; or not."""
        if reason == self._old:
            return
        self._old = reason
        if self._veil is None:
            self._veil = Veil(self.content(), self.theme)
        self._veil.show_reason(said(reason) if reason is not None else "")
        for each in self.offers:
            each.setEnabled(reason is None)
        self.set_caption(self._caption)

    def set_caption(self, text: str) -> None:
        """Put words beside the title: they speak of what is shown, and not while that is old."""
        self._caption = text
        old = QCoreApplication.translate("Panel", "not up to date")
        self.caption_changed.emit(text if self._old is None else old)

    def apart_mark(self) -> ApartMark:
        """A mark for the header of a panel that shows a run, which has numbers of its own."""
        name = QCoreApplication.translate("Panel", "does not follow the source")
        tip = QCoreApplication.translate(
            "Panel",
            "This panel shows the run, which starts from its own parameters: it does not follow "
            "the source.",
        )
        return ApartMark(name, tip)

    def become_figure(self) -> None:
        """From now on, and for good, show only what a picture shows: nothing to press or scroll."""

    def figure_caption(self) -> str:
        """What stands over a figure of the panel, if it is not its caption."""
        return ""

    def figure_width(self) -> int:
        """The width, in pixels, at which the panel looks best as a figure."""
        return 720

    def figure_room(self, width: int) -> Room:
        """The room that a figure of the panel takes at a width."""
        least, best = self.minimumSizeHint(), self.sizeHint()
        return Room(least.width(), least.height(), best.height())

    @classmethod
    def tell_session(cls, session: Session, view: PanelView) -> None:
        """Tell the session what ``view``, one of this panel, says of more than this panel."""

    def view(self) -> PanelView:
        """What the panel shows beyond the document, for a scene."""
        return PanelView()

    def restore_view(self, view: PanelView) -> None:
        """Show what ``view``, one of this panel, says; what it does not say stays as it is."""
