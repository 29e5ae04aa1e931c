"""The form of the panel "Compare": the two values, and the format in which they are compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QToolButton, QWidget

from fpviz.core.formats import Format
from fpviz.core.literals import Context, Literal
from fpviz.core.phrase import Phrase, phrase
from fpviz.model.bench.records import Bench
from fpviz.widgets.comparison.named_edit import Named, NamedEdit
from fpviz.widgets.input.chips import Choices
from fpviz.widgets.input.format_box import FormatBox
from fpviz.widgets.look.style import button_sheet, word_font
from fpviz.widgets.look.theme import Theme

NAMES = ("A", "B")


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("ComparePanel", text)


class PairForm(QWidget):
    """Two values, each typed, named or the source, and a format.

    Signals:
        edited(): something else is to be compared.
        kind_taken(Kind): of a number and a code, this was chosen.
    """

    edited = Signal()
    kind_taken = Signal(object)

    def __init__(self, theme: Theme, texts: Sequence[str]) -> None:
        super().__init__()
        self._sound = list(texts)
        self.edits = [NamedEdit(theme) for _ in NAMES]
        self.choices = [Choices(theme) for _ in NAMES]
        self.takers = [QToolButton() for _ in NAMES]
        self.format = FormatBox(tr("the active format"))
        self._offered: tuple[Literal, Bench] | None = None
        self._letters = [QLabel(name) for name in NAMES]
        self._lay_out()
        for edit, text in zip(self.edits, texts, strict=True):
            edit.show_text(text)
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        label = QLabel(tr("in"))
        label.setBuddy(self.format)
        self.format.setAccessibleName(tr("Compare in"))
        self.format.setToolTip(tr("The format in which both are compared"))
        self.format.setMinimumWidth(80)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 4)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(4, 2)
        rows = zip(NAMES, self._letters, self.edits, self.takers, self.choices, strict=True)
        for at, (name, letter, edit, taker, choices) in enumerate(rows):
            letter.setFont(word_font(self.font(), bold=True))
            letter.setBuddy(edit)
            edit.setPlaceholderText(tr("the source"))
            edit.setAccessibleName(tr("Value {0}").format(name))
            edit.setToolTip(
                tr(
                    "A value, a code with its format, the name of a pin, or a row of the bench: "
                    "row 3. Empty: the source."
                )
            )
            taker.setText("▾")
            taker.setToolTip(tr("What {0} may be").format(name))
            taker.setAccessibleName(taker.toolTip())
            taker.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            taker.setMenu(QMenu(taker))
            taker.menu().aboutToShow.connect(partial(self._fill_menu, at))
            for column, widget in enumerate((letter, edit, taker)):
                grid.addWidget(widget, 2 * at, column)
            grid.addWidget(choices, 2 * at + 1, 1, 1, 4)
        grid.addWidget(label, 0, 3)
        grid.addWidget(self.format, 0, 4)

    def _connect(self) -> None:
        self.format.chosen.connect(self._take_format)
        for edit, choices in zip(self.edits, self.choices, strict=True):
            edit.textEdited.connect(self.edited)
            choices.chosen.connect(partial(self._choose, edit))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for edit, choices, taker in zip(self.edits, self.choices, self.takers, strict=True):
            edit.set_theme(theme)
            choices.set_theme(theme)
            taker.setStyleSheet(button_sheet(theme))

    # -- what is compared -------------------------------------------------------------------

    def chosen_format(self, active: Format) -> Format:
        """The format of the comparison, which may be the active one, whatever it is."""
        return self.format.format() or active

    def read_in(self, context: Context, named: Named) -> None:
        """Read the values where they stand, and names as these."""
        for edit, choices in zip(self.edits, self.choices, strict=True):
            edit.set_context(context)
            edit.set_names(named)
            typed = edit.read(edit.text())
            choices.show_literals(typed.offers, asks=typed.literal is None)

    def values(
        self, source: Literal, refusal: Phrase | None
    ) -> tuple[list[Literal], Phrase | None]:
        """Both values, and why nothing is compared, where one is none.

        An empty one is the source, which may be refused itself.
        """
        values, refusals = [], []
        for name, edit in zip(NAMES, self.edits, strict=True):
            typed = edit.read(edit.text())
            if not edit.text().strip():
                values.append(source)
                refusals.append(refusal)
            elif typed.literal is not None:
                values.append(typed.literal)
            else:
                refusals.append(_refusal(name, typed.reason or phrase("go on typing …")))
        return values, next(filter(None, refusals), None)

    def sound_texts(self) -> list[str]:
        """Texts that say the same wherever they stand, without names; where one is refused, what
        stood there before."""
        for at, edit in enumerate(self.edits):
            text = edit.text().strip()
            literal = edit.read(text).literal
            if literal is not None or not text:
                self._sound[at] = text if literal is None else literal.text
        return self._sound

    # -- what is put there ------------------------------------------------------------------

    def swap(self) -> None:
        """Let each value be the other one."""
        texts = [edit.text() for edit in self.edits]
        for edit, text in zip(self.edits, reversed(texts), strict=True):
            edit.show_draft(text)
        self.edited.emit()

    def put(self, at: int, text: str) -> None:
        """Write one of the values."""
        self.edits[at].show_draft(text)
        self.edited.emit()

    def offer(self, source: Literal, bench: Bench) -> None:
        """Offer what the values may be: the source, now or ever, what is pinned, and the row of the
        bench that is chosen, with the next one."""
        self._offered = source, bench

    def _fill_menu(self, at: int) -> None:
        menu = self.takers[at].menu()
        menu.clear()
        menu.addAction(tr("the source, whatever it is"), partial(self.put, at, ""))
        if self._offered is None:
            return
        source, bench = self._offered
        menu.addAction(tr("the source as it is now"), partial(self.put, at, source.text))
        menu.addSeparator()
        names = [pin.name for pin in bench.pins]
        if bench.dump is not None and (row := bench.dump.row) is not None:
            names += [f"row {row}", f"row {row + 1}"]
        for name in names:
            menu.addAction(name.replace("&", "&&"), partial(self.put, at, name))

    def show_format(self, name: str) -> None:
        """Compare in a format by its name; an empty one is the active one."""
        self.format.show_name(name)

    def _take_format(self, _name: str) -> None:
        """Compare in that format; what is none is none, and the active one stays."""
        if self.format.format() is None:
            self.format.show_name("")
        self.edited.emit()

    def _choose(self, edit: NamedEdit, literal: Literal) -> None:
        """Take another reading of a value."""
        typed = edit.read(edit.text())
        kinds = {each.kind for each in (typed.literal, *typed.others) if each}
        edit.choose(literal)
        if len(kinds) > 1:
            self.kind_taken.emit(literal.kind)
        self.edited.emit()


def _refusal(name: str, reason: Phrase) -> Phrase:
    return phrase(
        "{name}: {reason}. Shown is the last comparison that could be made.",
        name=name,
        reason=reason,
    )
