"""The panel "Why": what the chosen step of the run teaches."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fpviz.model.runs import Change
from fpviz.model.session import Session
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.why_view import LessonView
from fpviz.widgets.translated import said


class LessonPanel(Panel):
    """One step of one curve, explained."""

    ID = "why"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.runs = session.runs
        self.lesson = LessonView(theme)
        self.tools = (self.apart_mark(),)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.lesson)

    def build_late(self) -> None:
        self.runs.changed.connect(self._follow)
        self.renew()
        self.show_old(self.runs.doubt)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.lesson.set_theme(theme)

    def content(self) -> QWidget:
        return self.lesson

    def become_figure(self) -> None:
        self.lesson.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def figure_width(self) -> int:
        return 480

    def figure_room(self, width: int) -> Room:
        height = self.lesson.height_at(width)
        return Room(260, height, height)

    def _follow(self, change: Change) -> None:
        if change & Change.LESSON:
            self.renew()
        if change & Change.DOUBT:
            self.show_old(self.runs.doubt)

    def present(self) -> None:
        self.lesson.show_lesson(self.runs.lesson)
        domain, curve = self.runs.run.domain, self.runs.run.curve(self.runs.curve)
        number = domain.number(self.runs.step)
        self.set_caption(
            self.tr("{0} {1} · {2}").format(said(domain.counts), number, said(curve.label))
        )
