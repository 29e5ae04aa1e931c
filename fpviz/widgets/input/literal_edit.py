"""The line in which a literal is typed, with live word of whether it is one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from fpviz.core.formats import Format
from fpviz.core.literals import LONGEST_DECIMAL, Context, Literal
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.verdict import Typed, Verdict, frames, judge
from fpviz.widgets.look.style import line_sheet, number_font
from fpviz.widgets.look.theme import Theme


class LiteralEdit(DropLine):
    """A line edit for a literal that shows by its frame whether the text is one.

    A *spell* of typing lasts until Enter, until the line is left, or until another source comes.
    One that Esc ends, or that ends in a text that says nothing, is taken back.

    Signals:
        literal_typed(Literal, object): a valid literal was typed; the key joins one spell of
            typing.
        taken_back(object): what was typed under this key shall not count.
        judged(Typed): the text, typed or set, was read.
    """

    literal_typed = Signal(object, object)
    taken_back = Signal(object)
    judged = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, factor: float = 1.0) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ""
        self._spell: object = object()
        self._touched = False
        self._is_telling = False
        self._verdict = Verdict.VALID
        self._context = Context()
        self._choice: tuple[str, Literal] | None = None
        self.setFont(number_font(self.font(), factor))
        self.setMaxLength(LONGEST_DECIMAL + 1)
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
        """The format of a code that names none, such as ``16'h3c00``."""
        return self._context.active

    def set_active(self, fmt: Format) -> None:
        """Take another format for codes that name none."""
        self.set_context(replace(self._context, active=fmt))

    def set_context(self, context: Context) -> None:
        """Read texts as they stand there."""
        if context != self._context:
            self._context = context
            self._judge()

    def show_text(self, text: str) -> None:
        """Show the text of the present source, unless the line already says it.

        A text that says nothing yet stays while it is typed, if the source is the one before it.
        """
        says_nothing = self._verdict not in (Verdict.VALID, Verdict.LINK)
        waits = says_nothing and text == self._shown
        self._shown = text
        typing = self.hasFocus() and (waits or self._says_the_same(text))
        if text != self.text() and not typing:
            self.setText(text)
            self.setCursorPosition(0)
            self._begin_spell()
        self._judge()

    def show_draft(self, text: str) -> None:
        """Show a text that is being typed and need not be a literal yet."""
        self.setText(text)
        self._judge()

    def show_reading(self, text: str, literal: Literal) -> None:
        """Show a text of which one reading, the literal, is the present source."""
        self._choice = (text, literal)
        self.show_draft(text)

    def choose(self, literal: Literal) -> None:
        """Take one of the readings that the text has."""
        self._choice = (self.text(), literal)
        self._edited(self.text())

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
        self._begin_spell()
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        if event.reason() in reasons:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._touched or self.text() != self._shown):
            self.take_back()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.selectAll()
        super().keyPressEvent(event)

    def take_back(self) -> None:
        """Let what was typed not count, and show the present source."""
        self.taken_back.emit(self._spell)
        self.setText(self._shown)
        self._begin_spell()
        self._judge()

    def read(self, text: str) -> Typed:
        """What a text in this line is; what is shown there is what it is, whatever is preferred."""
        shown = text == self._shown
        typed = judge(text, replace(self._context, prefer=None) if shown else self._context)
        if self._choice is None or self._choice[0] != text:
            return typed
        found = (*((typed.literal,) if typed.literal else ()), *typed.others)
        if self._choice[1] not in found:
            return typed
        at = found.index(self._choice[1])
        return Typed(Verdict.VALID, found[at], others=found[at + 1 :] + found[:at])

    def _says_the_same(self, text: str) -> bool:
        here, there = self.read(self.text()), judge(text, replace(self._context, prefer=None))
        if here.literal is None or there.literal is None:
            return False
        return here.literal.number == there.literal.number

    def _edited(self, text: str) -> None:
        typed = self._judge()
        self._touched = True
        if typed.literal is not None:
            self._shown = typed.literal.text
            self._is_telling = True
            self.literal_typed.emit(typed.literal, self._spell)
            self._is_telling = False

    def _finished(self) -> None:
        text = self.text()
        if self._touched and self.read(text).literal is None:
            self.taken_back.emit(self._spell)
            self.show_draft(text)
        elif text != self._shown and not self._says_the_same(self._shown):
            self._edited(text)  # put there by a screen reader: nobody has typed it
        self._begin_spell()

    def _begin_spell(self) -> None:
        self._spell = object()
        self._touched = False

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
        self.setStyleSheet(line_sheet(self._theme, *frames(self._theme, self._verdict)))
