"""What the bench says while nothing is on it: what can be put there, and samples to begin with."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from fpviz.widgets.look.style import button_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import QT_TRANSLATE_NOOP

_CONTEXT = "BenchSamples"

SAMPLES = (
    (
        QT_TRANSLATE_NOOP("BenchSamples", "What xxd prints: eight floats, little-endian"),
        """\
00000000: 0000 803f 0000 c03f cdcc cc3d 0040 edc2  ...?...?...=.@..
00000010: 0000 ac41 0000 ae41 0000 b041 cdcc b041  ...A...A...A...A
""",
    ),
    (
        QT_TRANSLATE_NOOP("BenchSamples", "Modbus registers: a temperature of two words"),
        "16838, 0, 16840, 52429, 16841, 39322\n",
    ),
    (
        QT_TRANSLATE_NOOP("BenchSamples", "gdb's x/8xh: FP16, with a NaN and an infinity"),
        "0x20000000:\t0x3c00\t0x4e40\t0x4e80\t0x7e00\t0x4ec0\t0x7c00\t0x4f00\t0x4f40\n",
    ),
)
"""What each sample is, and its text."""


class EmptyPage(QWidget):
    """A calm page in the middle of the panel.

    Signals:
        sample_wanted(str): a sample was chosen: its text.
        taken_as_it_is(): the file that has changed shall be read as it is now.
    """

    sample_wanted = Signal(str)
    taken_as_it_is = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title, self.words = QLabel(), QLabel()
        self.samples: list[QToolButton] = []
        self.as_it_is = QToolButton()
        self._build()
        self.set_theme(theme)
        self.show_reason("")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(6)
        column.addStretch(1)
        self.title.setFont(word_font(self.font(), 1.1, bold=True))
        for label in (self.title, self.words):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(4)
        for title, text in SAMPLES:
            self.samples.append(self._sample(QCoreApplication.translate(_CONTEXT, title), text))
        self.as_it_is.setText(self.tr("Open it as it is now"))
        self.as_it_is.clicked.connect(self.taken_as_it_is)
        for button in (self.as_it_is, *self.samples):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _sample(self, title: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setText(title)
        button.setToolTip(text.strip())
        button.clicked.connect(lambda: self.sample_wanted.emit(text))
        return button

    def show_reason(self, reason: str) -> None:
        """Say why what is open is not there; with no reason, what can be put here."""
        self.title.setText(reason or self.tr("Nothing on the bench yet"))
        self.words.setText(
            self.tr(
                "Paste, drop or open what you have: bytes or words in hex, decimal or binary, what "
                "xxd, od, gdb or a logger prints, source code, Intel HEX, Modbus, CAN, CSV, or any "
                "binary file. Nothing in it is ever executed. Or begin with a sample:"
            )
        )
        self.words.setVisible(not reason)
        for button in self.samples:
            button.setVisible(not reason)
        self.as_it_is.setVisible(bool(reason))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.title.setStyleSheet(f"color: {theme.ink}")
        self.words.setStyleSheet(f"color: {theme.dim}")
        for button in (self.as_it_is, *self.samples):
            button.setStyleSheet(button_sheet(theme))
