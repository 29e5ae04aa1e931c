"""What the list of tensors says while none are open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from fpviz.widgets.look.style import button_sheet, word_font
from fpviz.widgets.look.theme import Theme


class NoTensors(QWidget):
    """A calm page in the middle of the panel.

    Signals:
        sample_wanted(): the file that comes with fpviz shall be opened.
    """

    sample_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        title, self.words, self.sample = QLabel(), QLabel(), QToolButton()
        title.setText(self.tr("No tensors yet"))
        title.setFont(word_font(self.font(), 1.1, bold=True))
        self.words.setText(
            self.tr(
                "Drop or open files or a folder: .npy, .npz, .safetensors, .gguf. "
                "Nothing in them is ever executed. Or begin with a sample:"
            )
        )
        self.title = title
        self.sample.setText(self.tr("Weights and gradients of a real run"))
        self.sample.clicked.connect(self.sample_wanted)
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(6)
        column.addStretch(1)
        for label in (self.title, self.words):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.title.setStyleSheet(f"color: {theme.ink}")
        self.words.setStyleSheet(f"color: {theme.dim}")
        self.sample.setStyleSheet(button_sheet(theme))
