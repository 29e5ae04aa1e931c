"""What a run came to: its summary, its readouts by curve, and the places at which it rounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.phrase import Phrase, in_series, phrase
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.readouts import Readout
from fpviz.experiments.engine.run import RoundingStep, Run
from fpviz.widgets.frame.wanted_height import whole_height
from fpviz.widgets.look.style import em, number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.translated import said

_LONGEST_TIP = 1000
_LONGEST_PHRASE = "n" * 24  # words that take no more room stand beside their label

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class ReadoutGroup:
    """Readouts that belong together, under a title; those of the run as a whole have none."""

    title: Phrase | None
    readouts: tuple[Readout, ...]


def groups(run: Run) -> Iterator[ReadoutGroup]:
    """The readouts of a run: first what concerns it as a whole, then what each curve has.

    A readout belongs to the curve that its name begins with, up to the dot. One that is its
    curve's only one is told with the run's.
    """
    titles = {curve.name: curve.label for curve in run.curves}
    found: dict[str, list[Readout]] = {}
    for readout in run.readouts:
        found.setdefault(readout.name.partition(".")[0], []).append(readout)
    own = {name for name, readouts in found.items() if name in titles and len(readouts) > 1}
    rest = [each for name, readouts in found.items() if name not in own for each in readouts]
    if rest:
        yield ReadoutGroup(None, tuple(rest))
    for name, readouts in found.items():
        if name in own:
            yield ReadoutGroup(titles[name], tuple(readouts))


def label_of(readout: Readout, title: Phrase | None) -> Phrase:
    """A readout's label without what the title above it, if there is one, already says."""
    return readout.label if title is None or readout.short is None else readout.short


def rest_of(readout: Readout) -> str:
    """What stands, quieter, behind a value: its unit and its code."""
    rest = [] if readout.unit is None else [said(readout.unit)]
    if readout.code_text is not None:
        rest.append(f"= {readout.code_text}")
    return "" if readout.value is None else " ".join(rest)


def whole_of(readout: Readout) -> str:
    """The complete value; nothing where there is none."""
    if isinstance(readout.value, Phrase):
        return said(readout.value)
    return "" if readout.machine is None else str(readout.machine)


_HEADINGS = (phrase("name"), phrase("label"), phrase("value"), phrase("unit"), phrase("code"))


def as_table(readouts: Sequence[Readout]) -> str:
    """All readouts, complete, a line each, with tabs between name, label, value, unit and code."""
    lines = ["\t".join(map(said, _HEADINGS))]
    for each in readouts:
        unit = "" if each.unit is None else said(each.unit)
        cells = (each.name, said(each.label), whole_of(each), unit, each.code_text or "")
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


class ValueLabel(QLabel):
    """A readout's value, which shows a short form and copies the whole."""

    def __init__(self, readout: Readout) -> None:
        text = said(readout.shown)
        super().__init__(text)
        self.whole = whole_of(readout)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the view has one for all
        name = self.tr("{0}: {1}").format(said(readout.label), said(readout.text))
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.whole[:_LONGEST_TIP])
        if self.whole not in ("", text):
            self.setToolTip(self._tip())

    def _tip(self) -> str:
        half = _LONGEST_TIP // 2
        if len(self.whole) <= _LONGEST_TIP:
            return self.whole
        return f"{self.whole[:half]}…{self.whole[-half:]}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.whole)
        else:
            super().keyPressEvent(event)


@told_as(Role.Grouping)
class ReadoutsView(QScrollArea):
    """A page about a run: what it is, what came out, and what is rounded on the way."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._run: Run | None = None
        self._rest_width = 0
        self.values: dict[str, ValueLabel] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Results of the run"))
        self.set_theme(theme)

    # -- what is shown ----------------------------------------------------------------------

    def show_run(self, run: Run, summary: Phrase) -> None:
        """Show a run; ``summary`` says in a sentence or two what it does."""
        self._run = run
        at = self.verticalScrollBar().value()
        old = self.takeWidget()
        self.setWidget(self._page(run, summary))
        self.verticalScrollBar().setValue(at)
        if old is not None:
            old.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.verticalScrollBar().setStyleSheet(scroll_sheet(theme))
        self.setStyleSheet(_sheet(theme))

    def height_at(self, width: int) -> int:
        """The height at which nothing needs scrolling, at a width."""
        return whole_height(self.widget(), width)

    # -- copying ----------------------------------------------------------------------------

    def copy_all(self) -> None:
        """Copy all readouts as a table."""
        if self._run is not None:
            QGuiApplication.clipboard().setText(as_table(self._run.readouts))

    def menu(self, label: QWidget | None = None) -> QMenu:
        """The context menu, at a value's label or elsewhere."""
        menu, clipboard = QMenu(self), QGuiApplication.clipboard()
        if isinstance(label, ValueLabel):
            if label.hasSelectedText():
                text = label.selectedText()
                menu.addAction(self.tr("Copy the selected text"), partial(clipboard.setText, text))
            copy = menu.addAction(self.tr("Copy the whole value"))
            copy.triggered.connect(partial(clipboard.setText, label.whole))
            copy.setEnabled(bool(label.whole))
        menu.addAction(self.tr("Copy all results as a table"), self.copy_all)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        label = self.childAt(at) if event.reason() is QContextMenuEvent.Reason.Mouse else None
        self._show_menu(label, event.globalPos())

    def _show_menu(self, label: QWidget | None, at: QPoint) -> None:
        menu = self.menu(label)
        menu.exec(at)
        menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_all()
        else:
            super().keyPressEvent(event)

    # -- building ---------------------------------------------------------------------------

    def _page(self, run: Run, summary: Phrase) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        gap = em(self.font())
        layout = QVBoxLayout(page)
        layout.setContentsMargins(round(gap), round(gap * 0.7), round(gap), round(gap))
        layout.setSpacing(round(gap * 0.9))
        layout.addWidget(_words(said(summary), "summary", word_font(self.font())))
        self.values = {}
        metrics = QFontMetricsF(number_font(self.font(), 0.92))
        rests = map(rest_of, run.readouts)
        self._rest_width = ceil(max(map(metrics.horizontalAdvance, rests), default=0))
        for group in groups(run):
            layout.addLayout(self._group(group))
        if run.who:
            layout.addLayout(self._who(run.who))
        if run.rounding_steps:
            layout.addLayout(self._rounding(run.rounding_steps))
        layout.addStretch(1)
        return page

    def _section(self, title: str) -> QGridLayout:
        """A section under its title; the rows that follow begin at row 1."""
        gap = em(self.font())
        grid = QGridLayout()
        grid.setHorizontalSpacing(round(gap * 0.5))
        grid.setVerticalSpacing(round(gap * 0.28))
        grid.setColumnStretch(0, 1)
        if title:
            heading = _words(title, "heading", word_font(self.font(), bold=True))
            grid.addWidget(heading, 0, 0, 1, 3)
        return grid

    def _group(self, group: ReadoutGroup) -> QGridLayout:
        grid = self._section("" if group.title is None else said(group.title))
        grid.setColumnMinimumWidth(2, self._rest_width)
        row = 1
        for readout in group.readouts:
            text = said(label_of(readout, group.title))
            name = _words(text, "label", word_font(self.font(), 0.95))
            if isinstance(readout.value, Phrase):
                row = self._add_phrase(grid, row, name, readout)
            else:
                self._add_number(grid, row, name, readout)
            row += 1
        return grid

    def _add_number(self, grid: QGridLayout, row: int, name: QLabel, readout: Readout) -> None:
        """A line with a number: numbers end, units and codes begin, at a common edge."""
        value = self._value(readout, number_font(self.font(), 0.92))
        value.setAlignment(_RIGHT)
        rest = QLabel(rest_of(readout))
        rest.setObjectName("rest")
        rest.setFont(number_font(self.font(), 0.92))
        rest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rest.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rest.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        _level(name, value, rest)
        grid.addWidget(name, row, 0)
        grid.addWidget(value, row, 1, _RIGHT)
        grid.addWidget(rest, row, 2, _LEFT)

    def _add_phrase(self, grid: QGridLayout, row: int, name: QLabel, readout: Readout) -> int:
        """A line with words, below its label if they are many; returns the last row taken."""
        value = self._value(readout, word_font(self.font(), 0.95))
        metrics = QFontMetricsF(value.font())
        if metrics.horizontalAdvance(value.text()) <= metrics.horizontalAdvance(_LONGEST_PHRASE):
            _level(name, value)
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1, _RIGHT)
            return row
        value.setWordWrap(True)
        value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid.addWidget(name, row, 0, 1, 3)
        grid.addWidget(value, row + 1, 0, 1, 3)
        return row + 1

    def _value(self, readout: Readout, font: QFont) -> ValueLabel:
        value = ValueLabel(readout)
        value.setObjectName("value")
        value.setFont(font)
        self.values[readout.name] = value
        return value

    def _who(self, lines: Mapping[Phrase, Sequence[Curve]]) -> QGridLayout:
        grid = self._section(self.tr("Who computes so"))
        for row, (line, curves) in enumerate(lines.items()):
            names = said(in_series(*(curve.label for curve in curves)))
            name = _words(names, "label", word_font(self.font(), 0.95))
            told = _words(said(line), "operation", word_font(self.font(), 0.95))
            told.setContentsMargins(0, 0, 0, round(em(self.font()) * 0.35))
            grid.addWidget(name, 2 * row + 1, 0, 1, 3)
            grid.addWidget(told, 2 * row + 2, 0, 1, 3)
        return grid

    def _rounding(self, steps: Sequence[RoundingStep]) -> QGridLayout:
        grid = self._section(self.tr("What is rounded"))
        gap = round(em(self.font()) * 0.25)
        grid.setVerticalSpacing(0)
        row = 1
        for step in steps:
            operation = _words(said(step.operation), "operation", word_font(self.font(), 0.95))
            target = QLabel(self.tr("to {0}").format(step.format.name))
            target.setObjectName("rest")
            for label in (operation, target):
                label.setContentsMargins(0, gap, 0, 0)
            target.setFont(word_font(self.font(), 0.95))
            operation.setAccessibleName(said(step.text))
            grid.addWidget(operation, row, 0, 1, 2)
            grid.addWidget(target, row, 2, _RIGHT)
            if step.note is not None:
                note = _words(said(step.note), "note", word_font(self.font(), 0.88))
                note.setContentsMargins(2 * gap, 0, 0, gap)
                row += 1
                grid.addWidget(note, row, 0, 1, 3)
            row += 1
        return grid


def _level(*labels: QLabel) -> None:
    """Let labels side by side begin so that their first lines stand on one base line."""
    ascents = [_ascent(label) for label in labels]
    for label, ascent in zip(labels, ascents, strict=True):
        label.setContentsMargins(0, round(max(ascents) - ascent), 0, 0)


def _ascent(label: QLabel) -> float:
    """How far a label's first line reaches above its base line, in whatever faces it is set."""
    layout = QTextLayout(label.text(), label.font())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.ascent() if line.isValid() else 0.0


def _words(text: str, role: str, font: QFont) -> QLabel:
    """A text that breaks into lines where there is no room."""
    label = QLabel(text)
    label.setObjectName(role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(font)
    label.setAlignment(_LEFT)
    return label


def _sheet(theme: Theme) -> str:
    return f"""
    QScrollArea, #page {{ background: {theme.panel}; border: none; }}
    #summary, #value, #operation {{ color: {theme.ink}; }}
    #heading {{ color: {theme.ink}; }}
    #label, #rest, #note {{ color: {theme.dim}; }}
    #value {{ selection-background-color: {theme.accent}; selection-color: {theme.accent_ink}; }}
    """
