"""The line in which a value is typed, with live word of what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from fpviz.core.formats import Format
from fpviz.core.link import SCHEME, is_link, parse_link
from fpviz.core.literals import (
    LONGEST_DECIMAL,
    Context,
    IncompleteLiteral,
    Literal,
    readings,
)
from fpviz.core.phrase import Complaint, Phrase
from fpviz.widgets.input.chips import Chip, Remarks
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.look.style import line_sheet, number_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said


class Verdict(Enum):
    """What a typed text is."""

    VALID = "valid"
    LINK = "link"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Typed:
    """A text, what it says, what else it may say, and, where it says nothing, why."""

    verdict: Verdict
    literal: Literal | None = None
    reason: Phrase | None = None
    link: object = None
    others: tuple[Literal, ...] = ()

    @property
    def offers(self) -> list[Literal]:
        """The other readings, those of the other kind first."""
        kind = self.literal.kind if self.literal else None
        return sorted(self.others, key=lambda literal: literal.kind is kind)


def judge(text: str, where: Context = Context()) -> Typed:
    """What a text is, read as a literal that stands somewhere."""
    found = readings(text, where)
    if found.refusal is None:
        return Typed(Verdict.VALID, found.literals[0], others=found.literals[1:])
    waits = isinstance(found.refusal, IncompleteLiteral)
    verdict = Verdict.INCOMPLETE if waits else Verdict.WRONG
    return Typed(verdict, reason=found.refusal.phrase, others=found.literals)


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
        waits = self._verdict in (Verdict.INCOMPLETE, Verdict.WRONG) and text == self._shown
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
            self.taken_back.emit(self._spell)
            self.setText(self._shown)
            self._begin_spell()
            self._judge()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.selectAll()
        super().keyPressEvent(event)

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

    What is typed changes the active format, and yet half a text must not change what the whole
    is a code of: all of a spell is read among the formats with which it began. It ends where
    another door changes them.

    ``read_link`` gives what a link opens; what it raises, a Complaint, says why a text opens
    nothing. The actions of this widget stand in its context menu.

    Signals:
        link_entered(object): what a link opens.
        chosen(Literal): another reading of the text is wanted.
    """

    link_entered = Signal(object)
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
            if event.modifiers() == Qt.KeyboardModifier.AltModifier:
                self.next_reading(typed)
                return
        super().keyPressEvent(event)

    def next_reading(self, typed: Typed) -> None:
        """Take the next of the readings that the text has, if it has another."""
        for literal in typed.others[:1]:
            self.chosen.emit(literal)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions(self.actions())
        menu.popup(event.globalPos())


_SHARE, _SHARE_OF_REMARKS = 5, 4


class ValueEntry(QWidget):
    """The value entry of a window with its remarks.

    Signals:
        literal_typed(Literal, object), taken_back(object): as of ``LiteralEdit``.
        link_entered(object): as of ``SourceEdit``.
        kind_taken(Kind): of a number and a code, this was chosen.
    """

    literal_typed = Signal(object, object)
    taken_back = Signal(object)
    link_entered = Signal(object)
    kind_taken = Signal(object)

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
        self.edit.taken_back.connect(self.taken_back)
        self.edit.link_entered.connect(self.link_entered)
        self.edit.judged.connect(self._remark)
        self.edit.chosen.connect(self._choose)
        remarks = Remarks(theme)
        self.source_chip, self.fit_chip, self.choices = remarks.source, remarks.fit, remarks.choices
        self.choices.chosen.connect(self._choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.edit, _SHARE)
        layout.addWidget(remarks, _SHARE_OF_REMARKS)

    def show_source(self, text: str, about: str, fit: str) -> None:
        """Show the source's text and two remarks: what it is, and who holds it exactly."""
        self._about = (about, fit)
        self.edit.show_text(text)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.edit.set_theme(theme)
        self.choices.set_theme(theme)
        self._remark(self.edit.read(self.edit.text()))

    def _choose(self, literal: Literal) -> None:
        typed = self.edit.read(self.edit.text())
        found = (typed.literal, *typed.others)
        if len({each.kind for each in found if each}) > 1:
            self.kind_taken.emit(literal.kind)
        self.edit.choose(literal)

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
        self._offer(typed)
        parts: list[Chip | QToolButton] = [self.source_chip, self.fit_chip, *self.choices.buttons]
        said_now = [part.text() for part in parts if not part.isHidden()]
        self.edit.setAccessibleDescription(" · ".join(said_now))

    def _offer(self, typed: Typed) -> None:
        """Offer the other readings, in the place of what they or the rows say as well."""
        asks = typed.literal is None
        self.choices.show_literals(typed.offers, asks=asks)
        for chip, stays in ((self.source_chip, not asks), (self.fit_chip, asks)):
            chip.setVisible(bool(chip.text()) and (stays or not typed.others))

    def _remark_shown(self) -> None:
        """Say what the window goes on showing while the text says nothing."""
        shown = self.tr("shown: {0}").format(self.edit.shown)
        self.fit_chip.show_remark(shown, self._theme.dim, self._theme.ground)
