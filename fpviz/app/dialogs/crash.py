"""The dialog that says that fpviz itself went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from fpviz.widgets.look.style import number_font, word_font

_WIDTH = 560
_SEPARATOR = "\n\n" + "-" * 72 + "\n\n"


class CrashDialog(QDialog):
    """What happened, that the work is kept, and a report to hand on.

    Signals:
        quit_wanted(): the user would rather leave the program.
    """

    quit_wanted = Signal()

    def __init__(self, what: str, kept: str, report: str, parent: QWidget) -> None:
        """``what`` is the error in a line, ``kept`` a sentence about the user's work."""
        super().__init__(parent)
        self.setWindowTitle("fpviz")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.happened = _text(
            self.tr("What you just did may be incomplete. The error was: {0}").format(what)
        )
        self.kept = _text(kept)
        self.again = _text("")
        self.again.hide()
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFont(number_font(self.font(), 0.92))
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMinimumSize(720, 260)
        self.report.hide()
        self._build_buttons()
        self._lay_out()

    def _build_buttons(self) -> None:
        self.buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        self.details = QPushButton(self.tr("&Details"))
        self.details.setCheckable(True)
        self.details.setAutoDefault(False)
        self.copy = QPushButton(self.tr("&Copy report"))
        self.copy.setAutoDefault(False)
        self.leave = QPushButton(self.tr("&Quit"))
        self.leave.setAutoDefault(False)
        self.go_on = QPushButton(self.tr("&Go on"))
        self.go_on.setDefault(True)
        for button, role in (
            (self.details, roles.ResetRole),
            (self.copy, roles.ResetRole),
            (self.leave, roles.DestructiveRole),
            (self.go_on, roles.AcceptRole),
        ):
            self.buttons.addButton(button, role)
        self.details.toggled.connect(self._show_report)
        self.copy.clicked.connect(self._copy_report)
        self.leave.clicked.connect(self.quit_wanted)
        self.go_on.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        sign = QLabel()
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_LargeIconSize)
        icon = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        sign.setPixmap(icon.pixmap(side, side))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QLabel(self.tr("Something in fpviz itself went wrong"))
        head.setFont(word_font(self.font(), 1.15, bold=True))
        words = QVBoxLayout()
        words.setSpacing(10)
        for label in (head, self.happened, self.kept, self.again):
            words.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(sign)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addWidget(self.report, 1)
        layout.addStretch()
        layout.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)

    def count(self, times: int) -> None:
        """Say that it came again, and how often it has come in all."""
        self.again.setText(self.tr("It has come again, {0} times by now.").format(times))
        self.again.show()

    def add(self, report: str) -> None:
        """Add the report of another crash."""
        self.report.setPlainText(self.report.toPlainText() + _SEPARATOR + report)
        self.again.setText(self.tr("Other errors followed; the report has them all."))
        self.again.show()

    def _show_report(self, shown: bool) -> None:
        self.report.setVisible(shown)
        self.adjustSize()

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(self.tr("Copied"))


def _text(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
