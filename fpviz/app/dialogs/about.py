"""The dialog that says what fpviz is, what it is made of, and what its numbers were checked by."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fpviz import __version__
from fpviz.app.components import parts, system
from fpviz.app.conformance import (
    KINDS,
    LIBRARIES,
    SCOPES,
    Check,
    Conformance,
    differences,
    load_conformance,
    oracles,
    worded,
)
from fpviz.app.dialogs.table import ReadingTable
from fpviz.core.formats import Format
from fpviz.core.text import grouped
from fpviz.widgets.look.style import word_font
from fpviz.widgets.translated import said

_ICON = 56
_COLUMNS = ("decoding", "rounding", "arithmetic", "arrays")
_FIRST_KIND = 2
"""The column of the first of these."""


class AboutDialog(QDialog):
    """Name, version and licence; the parts; the table of what was checked against what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About fpviz"))
        self.parts = ReadingTable(
            [self.tr("Part"), self.tr("Version"), self.tr("Licence")],
            [(part.name, part.version, part.licence) for part in parts()],
            self.tr("Parts"),
        )
        self.conformance = ConformanceView(load_conformance())
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.addTab(self._parts_page(), self.tr("&Made of"))
        self.tabs.addTab(self.conformance, self.tr("Chec&ked against"))
        self.tabs.addTab(self._differences_page(), self.tr("Not &followed"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = buttons.addButton(self.tr("&Copy as text"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(self._head())
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)
        self.resize(900, 640)

    def _head(self) -> QHBoxLayout:
        icon = QLabel()
        icon.setPixmap(QGuiApplication.windowIcon().pixmap(_ICON, _ICON))
        name = QLabel(self.tr("fpviz {0}").format(__version__))
        name.setFont(word_font(self.font(), 1.5, bold=True))
        what = QLabel(
            self.tr("makes floating-point numbers visible · MIT licence · connects to nothing")
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(what)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(icon)
        head.addLayout(words, 1)
        return head

    def _parts_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self.parts, 1)
        layout.addWidget(_words(self.tr("Runs on {0}").format(said(system()))))
        return page

    def _differences_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(_words(self.tr("Where a library differs, and is not followed:")))
        for text in differences():
            layout.addWidget(_words(text))
        layout.addStretch()
        return page

    def text(self) -> str:
        """All that the dialog says, as text."""
        made_of = "\n".join(f"{part.name} {part.version} ({part.licence})" for part in parts())
        differ = "\n".join(differences())
        return f"{made_of}\n{said(system())}\n\n{self.conformance.text()}\n\n{differ}\n"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


class ConformanceView(QWidget):
    """A row a format, with the libraries it was compared with; below, the present cell at length.

    That every format is compared with the definitions is said once, not in every cell.
    """

    def __init__(self, conformance: Conformance) -> None:
        super().__init__()
        self._all = conformance
        columns = [
            self.tr("Format"),
            self.tr("Codes"),
            *(worded(KINDS[kind]) for kind in _COLUMNS),
            self.tr("Comparisons"),
        ]
        rows = [self._row(fmt) for fmt in conformance.formats]
        self.table = ReadingTable(
            columns, rows, self.tr("Formats and what they were checked against")
        )
        self.table.currentCellChanged.connect(self._show_details)
        self.details = _words("")
        self.details.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(_words(self._introduction()))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.details)
        self.table.setCurrentCell(0, _FIRST_KIND)

    def _introduction(self) -> str:
        versions = ", ".join(f"{name} {number}" for name, number in self._all.versions.items())
        return self.tr(
            "Every format was compared with its definition and IEEE 754's rules, worked out in "
            "fractions apart from fpviz, and most with what others have made ({0}). The tests of "
            "this version counted."
        ).format(versions)

    def _row(self, fmt: Format) -> tuple[str, ...]:
        codes = sum(check.cases for check in self._all.of(fmt, "encoding"))
        cells = [oracles(self._all.of(fmt, kind), LIBRARIES) or "–" for kind in _COLUMNS]
        total = sum(check.cases for check in self._all.of(fmt))
        shown = self.tr("all {0}") if codes == 1 << fmt.width else "{0}"
        return (fmt.title, shown.format(grouped(codes)), *cells, grouped(total))

    def _show_details(self, row: int, column: int) -> None:
        fmt, at = self._all.formats[row], column - _FIRST_KIND
        kind = _COLUMNS[at] if 0 <= at < len(_COLUMNS) else None
        checks = self._all.of(fmt, "encoding" if column == 1 else kind)
        details = " · ".join(map(self._detail, checks))
        self.details.setText(self.tr("{0}: {1}").format(fmt.title, details))

    def _detail(self, check: Check) -> str:
        return self.tr("{0} against {1}: {2}").format(
            self._what(check), oracles([check]), grouped(check.cases)
        )

    def _what(self, check: Check) -> str:
        kind = worded(KINDS[check.kind])
        if not check.scope:
            return kind
        return self.tr("{0} ({1})").format(kind, worded(SCOPES[check.scope]))

    def text(self) -> str:
        """The table as text."""
        return "\n".join([self._introduction(), "", *("\t".join(row) for row in self.table.texts)])


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
