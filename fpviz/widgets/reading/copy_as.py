"""The menu "Copy as": every notation of a reading, with the text that it copies beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionMenuItem,
    QWidget,
)

from fpviz.core.formats import Format
from fpviz.core.notation import FAMILIES, MARKDOWN, Notation, markdown_table
from fpviz.core.reading import Reading, Snapshot
from fpviz.widgets.translated import said

_PREVIEW = 54
"""How wide the texts beside the notations may be, in digits."""

_GAP = 12
"""Pixels more than Qt has between a title and its text."""

_LONGEST_REMARK = 80
"""Letters of a copied text that the status line repeats."""


class CopyAsMenu(QMenu):
    """Copies a reading of the snapshot that ``source`` gives: that of ``fmt``, or the active one.

    Signals:
        copied(str): what was copied, for the status line.
    """

    copied = Signal(str)

    def __init__(
        self, source: Callable[[], Snapshot], fmt: Format | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = _TabbedItems("Fusion")  # a style is not owned by what it is set on
        self.setStyle(self._style)
        self.setTitle(self.tr("Copy &as"))
        self.setToolTipsVisible(True)
        self._source = source
        self._format = fmt
        self._actions: dict[str, tuple[Notation, QAction]] = {}
        for family in FAMILIES:
            for notation in family:
                action = self.addAction(said(notation.title))
                action.triggered.connect(partial(self._copy, notation))
                self._actions[notation.name] = (notation, action)
            self.addSeparator()
        self._table = self.addAction(self.tr("Markdown table"))
        self._table.triggered.connect(self._copy_table)
        self.aboutToShow.connect(self.show_texts)

    def action(self, name: str) -> QAction:
        """The action of a notation, or of ``markdown``."""
        return self._table if name == MARKDOWN else self._actions[name][1]

    def show_texts(self) -> None:
        """Put beside each notation what it copies, or why it has nothing to copy."""
        reading = self._reading()
        for notation, action in self._actions.values():
            text = notation.write(reading.format, reading.code)
            action.setEnabled(text is not None)
            why_not = "" if text else said(notation.why_not(reading.format))
            self._describe(action, said(notation.title), text or why_not)
        self._describe(self._table, self.tr("Markdown table"), self.tr("all formats shown"))

    def _reading(self) -> Reading:
        snapshot = self._source()
        fmt = self._format or snapshot.state.active
        return next(reading for reading in snapshot.readings if reading.format == fmt)

    def _describe(self, action: QAction, title: str, text: str) -> None:
        metrics, keys = self.fontMetrics(), _keys(action)
        room = metrics.horizontalAdvance("0") * _PREVIEW
        room -= metrics.horizontalAdvance(f"    {keys}") if keys else 0
        shown = metrics.elidedText(text[:1000], Qt.TextElideMode.ElideRight, room)
        action.setText(f"{title}\t{shown.replace('&', '&&')}")
        action.setToolTip(text[:1000] if shown != text else " ")  # without one, it is the text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write shortcuts at the right: where Qt has them stand the texts."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            for action in self.actions():
                chosen = action is self.activeAction()
                role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
                painter.setPen(self.palette().color(role))
                rect = self.actionGeometry(action).adjusted(0, 0, -12, 0)
                side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(rect, side, _keys(action))

    # -- copying ----------------------------------------------------------------------------

    def _copy(self, notation: Notation, _checked: bool = False) -> None:
        reading = self._reading()
        text = notation.write(reading.format, reading.code)
        if text is not None:
            QGuiApplication.clipboard().setText(text)
            shown = text if len(text) <= _LONGEST_REMARK else f"{text[:_LONGEST_REMARK]}…"
            remark = self.tr("{0} copied as {1}: {2}")
            self.copied.emit(remark.format(reading.format.title, said(notation.title), shown))

    def _copy_table(self) -> None:
        QGuiApplication.clipboard().setText(markdown_table(self._source().readings, said))
        self.copied.emit(self.tr("All readings copied as a Markdown table"))


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


class _TabbedItems(QProxyStyle):
    """Fusion with room between titles and texts, and no second time the room of the texts."""

    # WORKAROUND Qt 6.10.3: the widest text so far is added to the width of each title; not
    # reported.

    def sizeFromContents(  # type: ignore[override]  # noqa: N802 - three stubs disagree
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget
    ) -> QSize:
        if isinstance(option, QStyleOptionMenuItem):
            option.reservedShortcutWidth = 0
            size = QSize(size.width() + _GAP, size.height())
        return super().sizeFromContents(kind, option, size, widget)
