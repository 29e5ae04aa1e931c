"""The value entry: the line in which the source is typed, and remarks on what it says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from fpviz.core.link import parse_link
from fpviz.core.literals import Literal
from fpviz.widgets.frame.quiet_place import QuietPlace
from fpviz.widgets.input.chips import Chip, Remarks
from fpviz.widgets.input.source_edit import SourceEdit
from fpviz.widgets.input.verdict import Typed, Verdict
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_SHARE, _SHARE_OF_REMARKS = 1, 1


class ValueEntry(QWidget):
    """The value entry of a window with its remarks.

    Signals:
        literal_typed(Literal, object), taken_back(object): as of ``LiteralEdit``.
        link_entered(object), expression_entered(str), dump_entered(str): as of
            ``SourceEdit``.
        kind_taken(Kind): of a number and a code, this was chosen.
    """

    literal_typed = Signal(object, object)
    taken_back = Signal(object)
    link_entered = Signal(object)
    expression_entered = Signal(str)
    dump_entered = Signal(str)
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
        self.edit.expression_entered.connect(self.expression_entered)
        self.edit.dump_entered.connect(self.dump_entered)
        self.edit.judged.connect(self._remark)
        self.edit.chosen.connect(self._choose)
        remarks = Remarks(theme)
        self.source_chip, self.fit_chip, self.choices = remarks.source, remarks.fit, remarks.choices
        self.choices.chosen.connect(self._choose)
        self.source_chip.clicked.connect(self._click)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.edit, _SHARE)
        layout.addWidget(QuietPlace(remarks), _SHARE_OF_REMARKS)

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

    def _click(self) -> None:
        """What is said of an expression or a dump offers to do what Enter does."""
        match self.edit.verdict:
            case Verdict.EXPRESSION:
                self.edit.enter_expression()
            case Verdict.DUMP:
                self.edit.enter_dump()
            case Verdict.VALID | Verdict.LINK | Verdict.INCOMPLETE | Verdict.WRONG:
                pass

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
            case Verdict.EXPRESSION | Verdict.DUMP:
                is_dump = typed.verdict is Verdict.DUMP
                dump = self.tr("a dump · Enter opens it on the Bench")
                other = self.tr("an expression · Enter evaluates it in Expression")
                remark = dump if is_dump else other
                self.source_chip.show_remark(remark, theme.accent, theme.accent_soft)
                self._remark_shown()
            case Verdict.INCOMPLETE:
                self.source_chip.show_remark(
                    self.tr("go on typing …"), theme.subnormal, theme.subnormal_soft
                )
                self._remark_shown()
            case Verdict.WRONG:
                reason = said(typed.reason) if typed.reason else ""
                self.source_chip.show_remark(reason, theme.overflow, theme.overflow_soft)
                self._remark_shown()
        self.source_chip.show_offer(typed.verdict in (Verdict.EXPRESSION, Verdict.DUMP))
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
