"""The bar at the top: the value entry, and the rules that govern everything below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from fpviz.app.window.menus.rules_menu import RulesMenu, whose_rules
from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arithmetic.typed_operations import ByMachine, by_machine
from fpviz.core.formats import NumberClass
from fpviz.core.integer_types import beyond_its_word
from fpviz.core.literals import CodeLiteral, Literal
from fpviz.core.numbers import Finite, Infinity, NaN
from fpviz.core.phrase import Phrase, listed, phrase, verbatim
from fpviz.core.reading import Snapshot, source_text
from fpviz.core.text import decimal_places, grouped
from fpviz.model.links import Linked, read_link
from fpviz.model.session import Session
from fpviz.widgets.frame.one_or_two_lines import OneOrTwoLines
from fpviz.widgets.input.check_box import CheckBox
from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.input.value_entry import ValueEntry
from fpviz.widgets.input.verdict import Typed, Verdict
from fpviz.widgets.look.style import button_sheet, em, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said, told

_REST = 400
"""Milliseconds for which half a text is taken for one that is being typed."""

_LEAST_ENTRY = 40
"""The digits that value and remark have room for beside the rules; else these stand below."""

_ROOMY_ENTRY = 62
"""The digits that they have room for beside the rules in full; else these are said in brief."""

_ANY_WIDTH = (1 << 24) - 1
"""Qt's word for no limit, which PySide6 does not have."""

_LEAST_RULE = 5
"""The lines of text that a rule is wide at least; where there is more room it is shown whole."""


class ValueBar(QWidget):
    """Value entry, rounding rule, overflow rule, what becomes of subnormal results and operands,
    and what else hardware differs in."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.document = session.document
        self.reader = session.reader
        self._rules: Rules | None = None
        self._about = ""
        self.entry = ValueEntry(theme, read_link)
        self.rounding = _choices(
            self.tr("Rounding"),
            ((each, each.rule.short_label or each.rule.label, each.rule.tip) for each in Rounding),
        )
        self.overflow = _choices(
            self.tr("Overflow"), ((each, each.rule.label, each.rule.tip) for each in Overflow)
        )
        self.flush = CheckBox(self.tr("Flush subnormals"))
        self.flush.setAccessibleName(self.flush.text())
        self.flush.setToolTip(self.tr("A result that would be subnormal becomes zero"))
        self.daz = CheckBox(self.tr("DAZ"))
        self.daz.setToolTip(
            self.tr(
                "Denormals are zeros: a subnormal code counts as a zero where an operation reads "
                "it, and to convert it into another format is one"
            )
        )
        self.as_on = QToolButton()
        self.as_on.setText(self.tr("As on"))
        self.as_on.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.rules_menu = RulesMenu(self)
        self.as_on.setMenu(self.rules_menu)
        self.draw = QToolButton()
        self.draw.setText(self.tr("draw again"))
        self.draw.setToolTip(self.tr("Round with other random bits"))
        self.switches: list[QToolButton] = []
        self._line = QHBoxLayout()
        self._is_brief = False
        self._labels = [QLabel(self.tr("&Rounding")), QLabel(self.tr("Overflo&w"))]
        self._labels[0].setBuddy(self.rounding)
        self._labels[1].setBuddy(self.overflow)
        self._lay_out()
        self.entry.literal_typed.connect(self.document.set_source)
        self.entry.taken_back.connect(self.document.take_back)
        self.entry.kind_taken.connect(self.reader.take)
        self.reader.changed.connect(self._show_context)
        self.reader.pasted.connect(self.entry.edit.show_draft)
        self.entry.link_entered.connect(self._open_link)
        self.entry.edit.judged.connect(self._judged)
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._refuse_at_rest)
        self.rounding.activated.connect(self._take_rules)
        self.overflow.activated.connect(self._take_rules)
        self.flush.toggled.connect(self._take_flush)
        self.daz.toggled.connect(self._take_daz)
        self.rules_menu.chosen.connect(self.document.set_rules)
        self.draw.clicked.connect(self._draw_again)
        self.document.changed.connect(self._show)
        self.document.bench_changed.connect(self._follow_row)
        self.set_theme(theme)
        self._show(self.document.snapshot)

    @property
    def title(self) -> str:
        return self.tr("Value")

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Alt+Return", self.tr("take the next reading of a text that has several")),
            ("Esc", self.tr("back to the value before")),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_length()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._choose_length()

    def _choose_length(self) -> None:
        """Say the rules in brief where in full they would leave the remarks too little room."""
        metrics = self.fontMetrics()
        texts = (self.tr("Flush subnormals"), self.tr("FTZ"))
        more = metrics.horizontalAdvance(texts[0]) - metrics.horizontalAdvance(texts[1])
        more += sum(label.sizeHint().width() for label in self._labels)
        full = self._line.sizeHint().width() + (more if self._is_brief else 0)
        entry = metrics.horizontalAdvance("0") * _ROOMY_ENTRY
        self._is_brief = self.width() < entry + full
        self.flush.setText(texts[self._is_brief])
        for label in self._labels:  # one that is not seen at all would take its key with it
            label.setMaximumWidth(0 if self._is_brief else _ANY_WIDTH)

    def add_switch(self, action: QAction) -> None:
        """Add a button at the end of the bar that is down while the action is checked."""
        switch = QToolButton()
        switch.setDefaultAction(action)
        switch.setStyleSheet(self.draw.styleSheet())
        self.switches.append(switch)
        self._line.addWidget(switch)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.entry.set_theme(theme)
        for button in (self.draw, self.as_on, *self.switches):
            button.setStyleSheet(button_sheet(theme))
        for label in self._labels:
            label.setStyleSheet(f"color: {theme.dim}")

    def focus_value(self) -> None:
        """Give the keyboard to the value entry, its text selected."""
        self.entry.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def names(self, rules: Rules) -> tuple[str, str]:
        """What rounding and overflow are called here."""
        boxes = (self.rounding, rules.rounding), (self.overflow, rules.overflow)
        rounding, overflow = (box.itemText(box.findData(rule.value)) for box, rule in boxes)
        return rounding, overflow

    # -- what is shown ----------------------------------------------------------------------

    def _show(self, snapshot: Snapshot) -> None:
        self._about, fit = self.about_source(snapshot), self.about_fit(snapshot)
        self._show_context()
        self.entry.show_source(source_text(snapshot.state.source), self._about, fit)
        if snapshot.state.rules != self._rules:
            self._show_rules(snapshot.state.rules)

    def _follow_row(self) -> None:
        """The same code may be another element; a text that is being typed stays otherwise."""
        if self.about_source(self.document.snapshot) != self._about:
            self._show(self.document.snapshot)

    def _show_rules(self, rules: Rules) -> None:
        self._rules = rules
        self.rounding.setCurrentIndex(self.rounding.findData(rules.rounding.value))
        self.overflow.setCurrentIndex(self.overflow.findData(rules.overflow.value))
        self.flush.setChecked(rules.flush)
        self.daz.setChecked(rules.daz)
        self.draw.setVisible(rules.draws)
        self.rules_menu.show_rules(rules)
        self.as_on.setToolTip(said(whose_rules(rules)))

    def _judged(self, typed: Typed) -> None:
        """Let the panels be old while the text is no source; half a text, when typing rests."""
        if typed.verdict is Verdict.INCOMPLETE and self.document.refusal is None:
            self._soon.start()
        else:
            self._soon.stop()
            self._refuse(typed)

    def _refuse_at_rest(self) -> None:
        edit = self.entry.edit
        self._refuse(edit.read(edit.text()))

    def _refuse(self, typed: Typed) -> None:
        reason, shown = _why_not(typed), self.entry.edit.shown
        told = reason and phrase("{reason}. Shown is {text}.", reason=reason, text=shown)
        self.document.refuse(told)

    def _show_context(self) -> None:
        self.entry.edit.set_context(self.reader.context())

    def about_source(self, snapshot: Snapshot) -> str:
        """What the source is, in a few words."""
        source = snapshot.state.source
        if source.note:
            return said(source.note)
        if isinstance(source, CodeLiteral):
            return self._about_code(source)
        match source.number:
            case Finite(_, magnitude):
                if machines := by_machine(snapshot):
                    return self._about_machine(snapshot, machines)
                places = decimal_places(magnitude)
                if places is None:
                    return self.tr("exact fraction kept")
                if places == 0:
                    beyond = beyond_its_word(snapshot.active)
                    kept = self.tr("exact integer kept")
                    return kept if beyond is None else told(said(beyond), kept)
                if places == 1:
                    return self.tr("exact value kept · 1 decimal")
                return self.tr("exact value kept · {0} decimals").format(places)
            case Infinity():
                return self.tr("infinity")
            case NaN():
                return self.tr("not a number")

    def _about_code(self, source: CodeLiteral) -> str:
        """A code, and the element that has it where that is the source."""
        code, title = source.format.code_text(source.code), source.format.title
        dump = self.document.bench.dump
        if dump is None or dump.row is None:
            return self.tr("the code {0} of {1}").format(code, title)
        return self.tr("element {0} of the bench, {1} of {2}").format(
            grouped(dump.row), code, title
        )

    def _about_machine(self, snapshot: Snapshot, machines: tuple[ByMachine, ...]) -> str:
        """That a machine would get another code: of the active format, if it is one of them."""
        active = snapshot.state.active
        machine = next((each for each in machines if each.format == active), machines[0])
        return self.tr("exact, rounded once · see Expression: step by step {0} gets {1}").format(
            machine.format.title, machine.format.code_text(machine.code)
        )

    def about_fit(self, snapshot: Snapshot) -> str:
        """Which of the shown formats hold the source exactly, in a few words."""
        fit = self._fit_text(snapshot)
        if any(reading.zeroed_in for reading in snapshot.readings):
            return self.tr("{0} · flushed by DAZ elsewhere").format(fit)
        return fit

    def _fit_text(self, snapshot: Snapshot) -> str:
        if (why := _why_invalid(snapshot.state.source)) is not None:
            return said(why)
        exact = snapshot.exact_formats
        if len(exact) == len(snapshot.readings):
            return self.tr("every format shown holds it exactly")
        if not exact:
            return self.tr("no format shown holds it exactly")
        return self.tr("exact in {0}").format(said(listed(*(verbatim(fmt.title) for fmt in exact))))

    def _open_link(self, linked: Linked) -> None:
        self.document.open_link(linked)
        self._show(self.document.snapshot)  # also where the link says what there is already

    # -- what is chosen ---------------------------------------------------------------------

    def _take_rules(self) -> None:
        rules = replace(
            self.document.state.rules,
            rounding=Rounding(self.rounding.currentData()),
            overflow=Overflow(self.overflow.currentData()),
            flush=self.flush.isChecked(),
            daz=self.daz.isChecked(),
        )
        if not rules.draws:
            rules = replace(rules, random_bits=0)
        elif not self.document.state.rules.draws:
            rules = replace(rules, random_bits=_random_bits(rules))
        self.document.set_rules(rules)

    def _take_flush(self, flush: bool) -> None:
        if flush != self.document.state.rules.flush:
            self._take_rules()

    def _take_daz(self, daz: bool) -> None:
        if daz != self.document.state.rules.daz:
            self._take_rules()

    def _draw_again(self) -> None:
        rules = self.document.state.rules
        bits = _random_bits(rules)
        self.document.set_rules(replace(rules, random_bits=bits))

    # -- building ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        rules = QWidget()
        line = self._line
        rules.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        small = word_font(self.font(), 0.92)
        for label, box in zip(self._labels, (self.rounding, self.overflow), strict=True):
            label.setFont(small)
            line.addWidget(label)
            box.setMinimumWidth(round(_LEAST_RULE * em(self.font())))
            line.addWidget(box)
        line.insertWidget(2, self.draw)
        line.addWidget(self.flush)
        line.addWidget(self.daz)
        line.addWidget(self.as_on)
        line.addStretch(1)
        least = self.fontMetrics().horizontalAdvance("0") * _LEAST_ENTRY
        layout.addWidget(OneOrTwoLines(self.entry, rules, least))


def _why_not(typed: Typed) -> Phrase | None:
    """Why a text in the entry is not the source; ``None`` where it is."""
    match typed.verdict:
        case Verdict.VALID:
            return None
        case Verdict.LINK:
            return phrase("a link, which Enter opens")
        case Verdict.EXPRESSION:
            return phrase("an expression, which Enter evaluates in Expression")
        case Verdict.DUMP:
            return phrase("a dump, which Enter opens on the Bench")
        case Verdict.INCOMPLETE | Verdict.WRONG:
            return typed.reason or phrase("this is no value yet")


def _random_bits(rules: Rules) -> int:
    import secrets  # noqa: PLC0415 - it takes a while to load, and few windows draw

    return secrets.randbits(rules.random_width)


def _why_invalid(source: Literal) -> Phrase | None:
    """What a code is that no operation accepts; ``None`` of any other source."""
    if not isinstance(source, CodeLiteral):
        return None
    fmt, code = source.operand
    return fmt.remark(code) if fmt.number_class(code) is NumberClass.INVALID else None


def _choices(name: str, choices: Iterable[tuple[Enum, Phrase, Phrase]]) -> ComboBox:
    """A box to choose from: members of an enumeration, each with a label and a tip."""
    box = ComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for at, (member, label, tip) in enumerate(choices):
        box.addItem(said(label), member.value)
        box.setItemData(at, said(tip), Qt.ItemDataRole.ToolTipRole)
    return box
