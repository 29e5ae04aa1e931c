"""The dialog that makes a custom format: a binary one by its layout, others by their names."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.formats import (
    FAMILIES,
    MAX_EXPONENT_WIDTH,
    MAX_FRACTION_WIDTH,
    BinaryFormat,
    Family,
    Format,
    FormatError,
    Specials,
    custom,
)
from fpviz.core.formats.names import plain_name
from fpviz.core.phrase import phrase
from fpviz.core.text import power_text, scientific
from fpviz.widgets.input.check_box import CheckBox
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.input.quiet_wheel import ComboBox, SpinBox
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_MOST_NANS = (1 << 31) - 1
"""The most that a spin box counts."""


class CustomFormatDialog(QDialog):
    """Asks for the facts of a format and shows at once what follows from them.

    Formats of other families than the binary one are asked for by their names.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Custom format"))
        self._theme = theme
        self.format: Format | None = None
        self.family = ComboBox()
        for family in _MAKERS:
            self.family.addItem(said(family.title), family.key)
        self.name = DropLine()
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
        form = _form()
        form.addRow(self.tr("&Exponent bits"), self.exponent)
        form.addRow(self.tr("&Fraction bits"), self.fraction)
        form.addRow(self.tr("&Bias"), self.bias)
        form.addRow(self.tr("&Specials"), self.specials)
        form.addRow("", self.infinity)
        form.addRow(self.tr("&NaNs per sign"), self.nans)
        form.addRow("", self.nan_for_zero)
        form.addRow("", self.signed)
        form.addRow("", self.subnormals)
        named = _form()
        named.addRow(self.tr("N&ame"), self.name)
        self.pages = QStackedWidget()
        for fields in (form, named):
            page = QWidget()
            page.setLayout(fields)
            self.pages.addWidget(page)
        top = _form()
        top.addRow(self.tr("Fami&ly"), self.family)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.pages)
        layout.addWidget(self.facts)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.family.currentIndexChanged.connect(self._take_family)
        self.name.textChanged.connect(self._follow)
        self.exponent.valueChanged.connect(self._follow)
        self.fraction.valueChanged.connect(self._follow)
        self.bias.textChanged.connect(self._follow)
        self.specials.activated.connect(self._follow)
        self.nans.valueChanged.connect(self._follow)
        for box in (self.infinity, self.nan_for_zero, self.signed, self.subnormals):
            box.toggled.connect(self._follow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @property
    def _maker(self) -> Family:
        """The family that a format is made of."""
        return _MAKERS[self.family.currentIndex()]

    def _take_family(self) -> None:
        """Ask for what the family is made by."""
        self.pages.setCurrentIndex(0 if self._maker is FAMILIES[0] else 1)
        grammar = self._maker.grammar
        self.name.setPlaceholderText("" if grammar is None else said(grammar))
        self._follow()

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
            if isinstance(self.format, BinaryFormat):
                self.bias.setPlaceholderText(str(self.format.bias))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.format is not None)

    def _made(self) -> Format:
        """The format that is asked for. Raises FormatError."""
        if self._maker is not FAMILIES[0]:
            return self._named(self.name.text())
        bias = self.bias.text()
        return custom(
            self.exponent.value(),
            self.fraction.value(),
            int(bias) if bias not in ("", "-") else None,
            self._specials(),
            signed=self.signed.isChecked(),
            subnormals=self.subnormals.isChecked(),
        )

    def _named(self, name: str) -> Format:
        """The format of the family that is called so. Raises FormatError."""
        family, text = self._maker, plain_name(name)
        known = next((fmt for fmt in family.formats if text in (fmt.name, *fmt.aliases)), None)
        made = known or family.custom(text)
        if made is None:
            assert family.grammar is not None
            raise FormatError(phrase("type a name such as {grammar}", grammar=family.grammar))
        return made

    def _specials(self) -> Specials:
        if key := self.specials.currentData():
            return Specials.read(key)
        infinity, unsigned_zero = self.infinity.isChecked(), self.nan_for_zero.isChecked()
        return Specials(infinity, self.nans.value(), not unsigned_zero)

    def _facts(self, fmt: Format) -> str:
        ends = [fmt.largest, fmt.min_normal, fmt.smallest]
        largest, normal, smallest = (power_text(end) or scientific(end, 6) for end in ends)
        return "\n".join(
            [
                self._first_line(fmt),
                self.tr("largest {0}, smallest normal {1}, smallest {2}").format(
                    scientific(fmt.largest, 6) if isinstance(fmt, BinaryFormat) else largest,
                    normal,
                    smallest,
                ),
            ]
        )

    def _first_line(self, fmt: Format) -> str:
        if isinstance(fmt, BinaryFormat):
            return self.tr("{0}: {1} bits, precision {2}, bias {3}").format(
                fmt.name, fmt.width, fmt.precision, fmt.bias
            )
        return self.tr("{0}: {1} bits, precision {2}").format(fmt.title, fmt.width, fmt.precision)


_MAKERS = tuple(family for family in FAMILIES if family.grammar is not None)
"""The families that have custom formats, the binary one first."""


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    return form


def _spin(low: int, high: int, value: int) -> SpinBox:
    spin = SpinBox()
    spin.setRange(low, high)
    spin.setValue(value)
    return spin
