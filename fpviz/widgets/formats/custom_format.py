"""The dialog that makes a custom format of sign, biased exponent and fraction, by its layout."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.formats import (
    MAX_EXPONENT_WIDTH,
    MAX_FRACTION_WIDTH,
    BinaryFormat,
    Format,
    FormatError,
    Specials,
    custom,
)
from fpviz.core.text import power_text, scientific
from fpviz.widgets.input.check_box import CheckBox
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.quiet_wheel import ComboBox, SpinBox
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_MOST_NANS = (1 << 31) - 1
"""The most that a spin box counts."""


class CustomFormatDialog(QDialog):
    """Asks for the facts of a format and shows at once what follows from them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Custom format"))
        self._theme = theme
        self.format: BinaryFormat | None = None
        self.exponent = _spin(1, MAX_EXPONENT_WIDTH, 5)
        self.fraction = _spin(0, MAX_FRACTION_WIDTH, 7)
        self.bias = DropLine()
        self.bias.setValidator(QRegularExpressionValidator(QRegularExpression(r"-?\d{0,7}"), self))
        self.specials = ComboBox()
        for specials, text in (
            (Specials.IEEE.key, self.tr("infinities and NaNs, as IEEE 754")),
            (Specials.FN.key, self.tr("no infinity, one NaN per sign (fn)")),
            (Specials.FNUZ.key, self.tr("no infinity, no −0, one NaN (fnuz)")),
            (Specials.NONE.key, self.tr("none: every code is a number (finite)")),
            (None, self.tr("others:")),
        ):
            self.specials.addItem(text, specials)
        self.infinity = CheckBox(self.tr("infinities"))
        self.nans = _spin(0, _MOST_NANS, 0)
        self.nan_for_zero = CheckBox(self.tr("a NaN in place of −0"))
        self.signed = CheckBox(self.tr("sign"))
        self.subnormals = CheckBox(self.tr("zero and subnormals at the exponent field 0"))
        for box in (self.infinity, self.nan_for_zero, self.signed, self.subnormals):
            box.setChecked(True)
        self.facts = QLabel()
        self.facts.setMinimumWidth(380)
        self.facts.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out()
        self._connect()
        self._follow()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget | None = None) -> Format | None:
        """The format the user made, or None."""
        dialog = cls(theme, parent)
        return dialog.format if dialog.exec() == QDialog.DialogCode.Accepted else None

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Exponent bits"), self.exponent)
        form.addRow(self.tr("&Fraction bits"), self.fraction)
        form.addRow(self.tr("&Bias"), self.bias)
        form.addRow(self.tr("&Specials"), self.specials)
        form.addRow("", self.infinity)
        form.addRow(self.tr("&NaNs per sign"), self.nans)
        form.addRow("", self.nan_for_zero)
        form.addRow("", self.signed)
        form.addRow("", self.subnormals)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.facts)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.exponent.valueChanged.connect(self._follow)
        self.fraction.valueChanged.connect(self._follow)
        self.bias.textChanged.connect(self._follow)
        self.specials.activated.connect(self._follow)
        self.nans.valueChanged.connect(self._follow)
        for box in (self.infinity, self.nan_for_zero, self.signed, self.subnormals):
            box.toggled.connect(self._follow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _follow(self) -> None:
        """Take the facts, or say why they make no format."""
        for each in (self.infinity, self.nans, self.nan_for_zero):
            each.setEnabled(self.specials.currentData() is None)
        try:
            self.format = self._made()
        except FormatError as error:
            self.format = None
            self.facts.setText(said(error.phrase))
            self.facts.setStyleSheet(f"color: {self._theme.overflow}")
            self.bias.setPlaceholderText("")
        else:
            self.facts.setText(self._facts(self.format))
            self.facts.setStyleSheet(f"color: {self._theme.dim}")
            self.bias.setPlaceholderText(str(self.format.bias))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.format is not None)

    def _made(self) -> BinaryFormat:
        bias = self.bias.text()
        return custom(
            self.exponent.value(),
            self.fraction.value(),
            int(bias) if bias not in ("", "-") else None,
            self._specials(),
            signed=self.signed.isChecked(),
            subnormals=self.subnormals.isChecked(),
        )

    def _specials(self) -> Specials:
        if key := self.specials.currentData():
            return Specials.read(key)
        infinity, unsigned_zero = self.infinity.isChecked(), self.nan_for_zero.isChecked()
        return Specials(infinity, self.nans.value(), not unsigned_zero)

    def _facts(self, fmt: BinaryFormat) -> str:
        lines = [
            self.tr("{0}: {1} bits, precision {2}, bias {3}").format(
                fmt.name, fmt.width, fmt.precision, fmt.bias
            ),
            self.tr("largest {0}, smallest normal {1}, smallest {2}").format(
                scientific(fmt.largest, 6), power_text(fmt.min_normal), power_text(fmt.smallest)
            ),
        ]
        return "\n".join(lines)


def _spin(low: int, high: int, value: int) -> SpinBox:
    spin = SpinBox()
    spin.setRange(low, high)
    spin.setValue(value)
    return spin
