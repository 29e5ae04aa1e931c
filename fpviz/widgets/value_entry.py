"""The line in which a value is typed, with live word of what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fpviz.core.formats import Format
from fpviz.core.link import SCHEME, is_link, parse_link
from fpviz.core.literals import (
    MAX_LENGTH,
    IncompleteLiteral,
    Literal,
    LiteralError,
    parse_literal,
)
from fpviz.core.phrase import Complaint, Phrase
from fpviz.widgets.drops import DropLine
from fpviz.widgets.said import said
from fpviz.widgets.style import line_sheet, number_font, word_font
from fpviz.widgets.theme import Theme


class Verdict(Enum):
    """What a typed text is."""

    VALID = "valid"
    LINK = "link"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Typed:
    """A text, what it says, and, where it says nothing, why."""

    verdict: Verdict
    literal: Literal | None = None
    reason: Phrase | None = None
    link: object = None


def judge(text: str, active: Format | None = None) -> Typed:
    """What a text is, read as a literal; a code without a format's name is one of ``active``."""
    try:
        return Typed(Verdict.VALID, parse_literal(text, active=active))
    except IncompleteLiteral as error:
        return Typed(Verdict.INCOMPLETE, reason=error.phrase)
    except LiteralError as error:
        return Typed(Verdict.WRONG, reason=error.phrase)


class LiteralEdit(DropLine):
    """A line edit for a literal that shows by its frame whether the text is one.

    Signals:
        literal_typed(Literal, object): a valid literal was typed; the key joins one spell of
            typing.
        judged(Typed): the text, typed or set, was read.
    """

    literal_typed = Signal(object, object)
    judged = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, factor: float = 1.0) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ""
        self._spell: object = object()
        self._verdict = Verdict.VALID
        self._active: Format | None = None
        self.setFont(number_font(self.font(), factor))
        self.setMaxLength(MAX_LENGTH + 1)
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._finished)
        self.set_theme(theme)

    @property
    def verdict(self) -> Verdict:
        """What the text in the line is."""
        return self._verdict

    @property
    def shown(self) -> str:
        """The text of the present source, whatever else is being typed."""
        return self._shown

    @property
    def active(self) -> Format | None:
        """The format of a code that names none, such as ``16'h3c7c``."""
        return self._active

    def set_active(self, fmt: Format) -> None:
        """Take another format for codes that name none."""
        if fmt != self._active:
            self._active = fmt
            self._judge()

    def show_text(self, text: str) -> None:
        """Show the text of the present source, unless the line already says it."""
        self._shown = text
        typing = self.hasFocus() and self._says_the_same(text)
        if text != self.text() and not typing:
            self.setText(text)
            self.setCursorPosition(0)
        self._judge()

    def show_draft(self, text: str) -> None:
        """Show a text that is being typed and need not be a literal yet."""
        self.setText(text)
        self._judge()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._restyle()

    def event(self, event: QEvent) -> bool:
        # Undo and redo are the window's: the line keeps no history of its own beside it.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(map(event.matches, keys)):
                event.ignore()
                return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._spell = object()
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        if event.reason() in reasons:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self._judge()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.selectAll()
        super().keyPressEvent(event)

    def read(self, text: str) -> Typed:
        """What a text in this line is."""
        return judge(text, self._active)

    def _says_the_same(self, text: str) -> bool:
        here, there = self.read(self.text()), judge(text)
        if here.literal is None or there.literal is None:
            return False
        return here.literal.number == there.literal.number

    def _edited(self, text: str) -> None:
        typed = self._judge()
        if typed.literal is not None:
            self._shown = text
            self.literal_typed.emit(typed.literal, self._spell)

    def _finished(self) -> None:
        if not self._says_the_same(self._shown):
            self._edited(self.text())  # put there by a screen reader: nobody has typed it
        self._spell = object()

    def _judge(self) -> Typed:
        typed = self.read(self.text())
        stands_for_something = not self.text() and self.placeholderText()
        verdict = Verdict.VALID if stands_for_something else typed.verdict
        if verdict is not self._verdict:
            self._verdict = verdict
            self._restyle()
        self.judged.emit(typed)
        return typed

    def _restyle(self) -> None:
        theme = self._theme
        frame = {
            Verdict.VALID: theme.line,
            Verdict.LINK: theme.accent,
            Verdict.INCOMPLETE: theme.subnormal,
            Verdict.WRONG: theme.overflow,
        }[self._verdict]
        focused = theme.accent if self._verdict is Verdict.VALID else frame
        self.setStyleSheet(line_sheet(theme, frame, focused))


class SourceEdit(LiteralEdit):
    """The line edit of the value entry: it also takes links, which Enter opens.

    ``read_link`` gives what a link opens; what it raises, a Complaint, says why a text opens
    nothing. The actions of this widget stand in its context menu.

    Signals:
        link_entered(object): what a link opens.
    """

    link_entered = Signal(object)

    def __init__(self, theme: Theme, read_link: Callable[[str], object]) -> None:
        super().__init__(theme, factor=1.35)
        self._read_link = read_link
        self.setAcceptDrops(False)  # what is dropped is no part of a text: the window takes it

    def read(self, text: str) -> Typed:
        start = text.strip().lower()
        if not is_link(text):
            begun = len(start) > 2 and SCHEME.startswith(start)
            waits = Typed(Verdict.INCOMPLETE)
            return waits if begun else super().read(text)
        try:
            return Typed(Verdict.LINK, link=self._read_link(text))
        except IncompleteLiteral as error:
            return Typed(Verdict.INCOMPLETE, reason=error.phrase)
        except Complaint as error:
            return Typed(Verdict.WRONG, reason=error.phrase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            typed = self.read(self.text())
            if typed.verdict is Verdict.LINK:
                self.link_entered.emit(typed.link)
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions(self.actions())
        menu.popup(event.globalPos())


class Chip(QWidget):
    """A short remark in a rounded frame; what does not fit is in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._colours = ("", "")
        self.setFont(word_font(self.font(), 0.9))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def text(self) -> str:
        """The whole remark."""
        return self._text

    def show_remark(self, text: str, colour: str, fill: str) -> None:
        """Say something in a colour; an empty text hides the chip."""
        if (text, colour, fill) == (self._text, *self._colours):
            return
        if text != self._text:
            self._text = text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.setVisible(bool(text))
            self.updateGeometry()
        self._colours = (colour, fill)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 20, metrics.height() + 3)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour, fill = self._colours
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
            painter.setPen(QColor(colour))
            area = self.rect().adjusted(9, 0, -9, 0)
            elided = self.fontMetrics().elidedText(
                self._text, Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, elided)


class ValueEntry(QWidget):
    """The value entry of a window with its remarks.

    Signals:
        literal_typed(Literal, object): as of ``LiteralEdit``.
        link_entered(object): as of ``SourceEdit``.
    """

    literal_typed = Signal(object, object)
    link_entered = Signal(object)

    def __init__(self, theme: Theme, read_link: Callable[[str], object] = parse_link) -> None:
        super().__init__()
        self._theme = theme
        self._about = ("", "")
        self.edit = SourceEdit(theme, read_link)
        self.edit.setPlaceholderText(self.tr("a value: 1.125, 1/3, 2^-14, 0x1.8p-3, fp16:0x3c00 …"))
        self.edit.setAccessibleName(self.tr("Value"))
        self.edit.setClearButtonEnabled(False)
        self.edit.setMinimumWidth(220)
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.literal_typed.connect(self.literal_typed)
        self.edit.link_entered.connect(self.link_entered)
        self.edit.judged.connect(self._remark)
        self.source_chip = Chip()
        self.fit_chip = Chip()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.edit, 1)
        remarks = QVBoxLayout()
        remarks.setSpacing(2)
        remarks.addStretch(1)
        for chip in (self.source_chip, self.fit_chip):
            # aligned, or the narrower one would bound both
            remarks.addWidget(chip, alignment=Qt.AlignmentFlag.AlignLeft)
        remarks.addStretch(1)
        layout.addLayout(remarks)

    def show_source(self, text: str, about: str, fit: str) -> None:
        """Show the source's text and two remarks: what it is, and who holds it exactly."""
        self._about = (about, fit)
        self.edit.show_text(text)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.edit.set_theme(theme)
        self._remark(self.edit.read(self.edit.text()))

    def _remark(self, typed: Typed) -> None:
        theme = self._theme
        match typed.verdict:
            case Verdict.VALID:
                self.source_chip.show_remark(self._about[0], theme.dim, theme.ground)
                self.fit_chip.show_remark(self._about[1], theme.dim, theme.ground)
            case Verdict.LINK:
                self.source_chip.show_remark(
                    self.tr("a link · Enter opens it"), theme.accent, theme.accent_soft
                )
                self.fit_chip.show_remark("", theme.dim, theme.ground)
            case Verdict.INCOMPLETE:
                self.source_chip.show_remark(
                    self.tr("go on typing …"), theme.subnormal, theme.subnormal_soft
                )
                self._remark_shown()
            case Verdict.WRONG:
                reason = said(typed.reason) if typed.reason else ""
                self.source_chip.show_remark(reason, theme.overflow, theme.overflow_soft)
                self._remark_shown()
        self.edit.setAccessibleDescription(
            " · ".join(chip.text() for chip in (self.source_chip, self.fit_chip) if chip.text())
        )

    def _remark_shown(self) -> None:
        """Say what the window goes on showing while the text says nothing."""
        shown = self.tr("shown: {0}").format(self.edit.shown)
        self.fit_chip.show_remark(shown, self._theme.dim, self._theme.ground)
