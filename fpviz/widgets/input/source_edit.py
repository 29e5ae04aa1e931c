"""The line in which the source is typed: a literal, a link, an expression, or a dump."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence

from fpviz.core.link import SCHEME, is_link
from fpviz.core.literals import Context, IncompleteLiteral
from fpviz.core.phrase import Complaint
from fpviz.widgets.input.literal_edit import LiteralEdit
from fpviz.widgets.input.verdict import Typed, Verdict
from fpviz.widgets.look.theme import Theme


class SourceEdit(LiteralEdit):
    """The line edit of the value entry: it also takes links, which Enter opens, and expressions
    and dumps, which Enter takes to where they are evaluated and read. A dump that is pasted goes
    there at once: it is longer than a line.

    What is typed changes the active format, and yet half a text must not change what the whole
    is a code of: all of a spell is read among the formats with which it began. It ends where
    another door changes them.

    ``read_link`` gives what a link opens; what it raises, a Complaint, says why a text opens
    nothing. The actions of this widget stand in its context menu.

    Signals:
        link_entered(object): what a link opens.
        expression_entered(str): an expression shall be evaluated; the line is back at the source.
        dump_entered(str): a dump shall be opened; the line is back at the source.
        chosen(Literal): another reading of the text is wanted.
    """

    link_entered = Signal(object)
    expression_entered = Signal(str)
    dump_entered = Signal(str)
    chosen = Signal(object)

    def __init__(self, theme: Theme, read_link: Callable[[str], object]) -> None:
        super().__init__(theme, factor=1.35)
        self._read_link = read_link
        self._next_context = self._context
        self.setAcceptDrops(False)  # what is dropped is no part of a text: the window takes it

    def set_context(self, context: Context) -> None:
        other = replace(context, prefer=None) != replace(self._next_context, prefer=None)
        self._next_context = context
        if other and not self._is_telling:
            self._begin_spell()
        kept = replace(self._context, prefer=context.prefer)
        super().set_context(kept if self._touched else context)

    def _begin_spell(self) -> None:
        super()._begin_spell()
        self._context = self._next_context

    def read(self, text: str) -> Typed:
        start = text.strip().lower()
        if not is_link(text):
            begun = len(start) > 2 and SCHEME.startswith(start)
            waits = Typed(Verdict.INCOMPLETE)
            return waits if begun else _or_other(text, super().read(text))
        try:
            return Typed(Verdict.LINK, link=self._read_link(text))
        except IncompleteLiteral as error:
            return Typed(Verdict.INCOMPLETE, reason=error.phrase)
        except Complaint as error:
            return Typed(Verdict.WRONG, reason=error.phrase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_pasted()
        elif not (is_enter and self._enter(event.modifiers())):
            super().keyPressEvent(event)

    def take_pasted(self) -> None:
        """Paste what is on the clipboard; a dump is handed over."""
        text = QGuiApplication.clipboard().text()
        if self.read(text).verdict is not Verdict.DUMP:
            self.paste()
            return
        self.take_back()
        self.dump_entered.emit(text)

    def _enter(self, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what Enter does with the text; whether it is anything else than with any literal."""
        typed = self.read(self.text())
        match typed.verdict:
            case Verdict.LINK:
                self.link_entered.emit(typed.link)
                return True
            case Verdict.EXPRESSION:
                self.enter_expression()
                return True
            case Verdict.DUMP:
                self.enter_dump()
                return True
            case Verdict.VALID | Verdict.INCOMPLETE | Verdict.WRONG:
                wants_next = modifiers == Qt.KeyboardModifier.AltModifier
                if wants_next:
                    self.next_reading(typed)
                return wants_next

    def enter_expression(self) -> None:
        """Hand over the expression that has been typed, and show the source again."""
        text = self.text()
        self.take_back()
        self.expression_entered.emit(text)

    def enter_dump(self) -> None:
        """Hand over the dump that has been typed, and show the source again."""
        text = self.text()
        self.take_back()
        self.dump_entered.emit(text)

    def next_reading(self, typed: Typed) -> None:
        """Take the next of the readings that the text has, if it has another."""
        for literal in typed.others[:1]:
            self.chosen.emit(literal)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.take_pasted)
        menu.addSeparator()
        menu.addActions(self.actions())
        menu.popup(event.globalPos())


def _or_other(text: str, typed: Typed) -> Typed:
    """What a text is as a literal, or, where it is none, maybe an expression or a dump."""
    if typed.literal is not None or typed.others or not text:
        return typed
    from fpviz.core.expressions.typed import program_typed  # noqa: PLC0415 - few texts are none

    if program_typed(text):
        return Typed(Verdict.EXPRESSION)
    return _or_dump(text, typed)


def _or_dump(text: str, typed: Typed) -> Typed:
    """A text that will be nothing else may be a dump."""
    if typed.verdict is not Verdict.WRONG:
        return typed
    from fpviz.data.recognizing import is_dump  # noqa: PLC0415 - as above

    return Typed(Verdict.DUMP) if is_dump(text) else typed
