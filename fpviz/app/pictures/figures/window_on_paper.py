"""The whole window on paper: its panels under plain titles, and one line about the value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QMainWindow, QToolBar

from fpviz.app.pictures.figures.paper_style import NoHandles, give
from fpviz.panels.panel import Panel
from fpviz.widgets.frame.panel_frame import PanelFrame
from fpviz.widgets.look.style import number_font, word_font
from fpviz.widgets.look.theme import Theme

Docked = Sequence[tuple[PanelFrame, Panel]]
"""The panels of a window, each with its frame."""


def leave_out_chrome(window: QMainWindow, docked: Docked, heading: QToolBar) -> None:
    """Leave out, for good, all that a hand would press, type into or drag."""
    for bar in window.findChildren(QToolBar):
        bar.hide()
    window.menuBar().hide()
    window.statusBar().hide()
    window.addToolBar(heading)
    for frame, panel in docked:
        if window.tabifiedDockWidgets(frame) and frame.visibleRegion().isEmpty():
            frame.hide()  # it lies behind another; one that has its place alone needs no tab
        frame.leave_out_controls()
        frame.caption.setText(panel.figure_caption() or frame.caption.text())
        panel.become_figure()
    give(NoHandles(), window)


def share_out(window: QMainWindow, docked: Docked) -> None:
    """Give the panels that know how high they must be what they need, the others the rest."""
    frames, heights = [], []
    for frame, panel in docked:
        room = panel.figure_room(panel.width())
        if frame.isVisible() and not frame.isFloating() and room.least == room.best:
            frames.append(frame)
            heights.append(room.best + frame.height() - panel.height())
    window.resizeDocks(frames, heights, Qt.Orientation.Vertical)


def is_whole(window: QMainWindow) -> bool:
    """Whether nothing would have to be scrolled to be seen."""
    areas = window.findChildren(QAbstractScrollArea)
    return not any(area.isVisible() and area.verticalScrollBar().maximum() for area in areas)


def heading_of(source: str, governing: str, font: QFont, theme: Theme) -> QToolBar:
    """The source, and the rules that govern everything below."""
    value, rules = QLabel(source), QLabel(governing)
    value.setFont(number_font(font, 1.25))
    rules.setFont(word_font(font, 0.92))
    bar = QToolBar()
    bar.setObjectName("heading")
    bar.setMovable(False)
    bar.setStyleSheet(f"QToolBar {{ background: {theme.panel}; border: none; }}")
    for label, colour in ((value, theme.ink), (rules, theme.dim)):
        label.setContentsMargins(10, 6, 10, 6)
        label.setStyleSheet(f"color: {colour}")
        bar.addWidget(label)
    return bar
