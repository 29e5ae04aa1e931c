"""The dialog that asks how an exported picture should be, and shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from fpviz.app import dialogs
from fpviz.app.pictures import SUFFIXES
from fpviz.app.pictures.figures.figure import figure
from fpviz.app.pictures.files.writing import image
from fpviz.app.pictures.look import PictureLook
from fpviz.app.pictures.on_screen import OnScreen
from fpviz.app.pictures.size import PIXELS_AN_INCH, Size, SizeError, Unit, parse_size
from fpviz.model.settings import (
    LAST_FOLDER,
    PICTURE_SCALE,
    PICTURE_SIZE,
    PICTURE_SUFFIX,
    PICTURE_THEME,
)
from fpviz.model.themes import DARK, LIGHT, PRINT
from fpviz.widgets.input.quiet_wheel import ComboBox, DoubleSpinBox
from fpviz.widgets.look.style import word_font

_PREVIEW = QSize(420, 250)
_REST = 200
"""Milliseconds after a change until it is previewed."""


class ExportDialog(QDialog):
    """What, in which theme, how large; the choices are those of the last time."""

    def __init__(self, on_screen: OnScreen, panel_id: str) -> None:
        super().__init__(on_screen.window)
        self._on_screen = on_screen
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self.show_preview)
        self.setWindowTitle(self.tr("Export picture"))
        self.what, self.theme, self.size_kind = ComboBox(), ComboBox(), ComboBox()
        self.width_box, self.height_box = DoubleSpinBox(), DoubleSpinBox()
        self.scale = DoubleSpinBox()
        self.preview, self.note = QLabel(), QLabel()
        self._fill(panel_id)
        self._lay_out()
        self._take_remembered()
        self._connect()
        self._size_kind_chosen()

    @classmethod
    def ask(cls, on_screen: OnScreen, panel_id: str) -> tuple[PictureLook, Path] | None:
        """What the user wants, and the file that it goes to; ``None`` for nothing."""
        dialog = cls(on_screen, panel_id)
        try:
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return None
            dialog.remember()
            look = dialog.look()
        finally:
            dialog.deleteLater()
        settings = on_screen.settings
        suffix = settings.get(PICTURE_SUFFIX)
        suffixes = sorted(SUFFIXES, key=lambda each: each != suffix)
        what = QCoreApplication.translate("ExportDialog", "Pictures")
        name = look.panel or "fpviz"
        path = dialogs.ask_save(on_screen.window, settings.get(LAST_FOLDER), what, suffixes, name)
        if path is None:
            return None
        settings.set(PICTURE_SUFFIX, path.suffix.lower())
        return look, path

    # -- what is chosen ---------------------------------------------------------------------

    def look(self) -> PictureLook:
        """What is chosen."""
        panel, theme = self.what.currentData(), self.theme.currentData()
        shown = self._on_screen.theme
        return PictureLook(
            panel, self._size(panel), self.scale.value(), shown if theme == "shown" else theme
        )

    def _size(self, panel: str) -> Size | None:
        kind = self.size_kind.currentData()
        if kind == "shown":
            return self._on_screen.size_of(panel)
        return None if kind == "natural" else self._typed()

    def _typed(self) -> Size:
        """The size in the boxes; a height of 0 is as high as it needs."""
        unit = Unit(self.size_kind.currentData())
        return Size(self.width_box.value(), self.height_box.value() or None, unit)

    def remember(self) -> None:
        """Keep the choices for the next time."""
        settings, kind = self._on_screen.settings, self.size_kind.currentData()
        settings.set(PICTURE_THEME, self.theme.currentData())
        settings.set(PICTURE_SCALE, f"{self.scale.value():g}")
        settings.set(PICTURE_SIZE, kind if kind in ("shown", "natural") else str(self._typed()))

    def show_preview(self) -> None:
        """Show the picture as it will be, small, and say how large it is."""
        look = self.look()
        with figure(self._on_screen.scene(), look, self._on_screen.likeness()) as made:
            pixels = image(made.picture)
            size, shrunk = made.picture.size, made.shrunk
        ratio = self.devicePixelRatio()
        small = pixels.scaled(
            _PREVIEW * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        self.preview.setPixmap(QPixmap.fromImage(small))
        parts = [
            self.tr("{0} × {1} {2}").format(
                f"{size.width:.4g}", f"{size.height:.4g}", size.unit.value
            ),
            self.tr("PNG: {0} × {1} pixels, {2} an inch").format(
                pixels.width(), pixels.height(), round(look.scale * PIXELS_AN_INCH)
            ),
        ]
        if shrunk > 1:
            parts.append(
                self.tr("drawn at {0} % so that all of it fits").format(round(100 / shrunk))
            )
        self.note.setText(" · ".join(parts))

    # -- building ---------------------------------------------------------------------------

    def _fill(self, panel_id: str) -> None:
        self.what.addItem(self.tr("the whole window"), "")
        for each, frame in self._on_screen.frames.items():
            self.what.addItem(frame.windowTitle(), each)
        self.what.setCurrentIndex(self.what.findData(panel_id))
        for name, text in (
            ("shown", self.tr("as shown")),
            (LIGHT, self.tr("light")),
            (DARK, self.tr("dark")),
            (PRINT, self.tr("for print: white, thin lines, safe in grey")),
        ):
            self.theme.addItem(text, name)
        for name, text in (
            ("shown", self.tr("as shown")),
            ("natural", self.tr("as it looks best")),
            ("px", self.tr("in pixels")),
            ("mm", self.tr("in millimetres")),
        ):
            self.size_kind.addItem(text, name)
        for box, name in (
            (self.width_box, self.tr("Width of the picture")),
            (self.height_box, self.tr("Height of the picture")),
        ):
            box.setAccessibleName(name)
            box.setKeyboardTracking(False)
        self.height_box.setSpecialValueText(self.tr("as it needs"))
        self.scale.setRange(0.5, 8)
        self.scale.setSingleStep(0.5)
        self.scale.setSuffix(" ×")
        self.scale.setToolTip(self.tr("How many pixels of a PNG a pixel of the screen has"))

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        self._times = QLabel("×")
        for widget in (self.size_kind, self.width_box, self._times, self.height_box):
            sides.addWidget(widget)
        sides.addStretch(1)
        form = QFormLayout()
        form.addRow(self.tr("&Picture of"), self.what)
        form.addRow(self.tr("&Theme"), self.theme)
        size = QLabel(self.tr("Si&ze"))
        size.setBuddy(self.size_kind)
        form.addRow(size, sides)
        form.addRow(self.tr("S&cale (PNG)"), self.scale)
        self.size_kind.setAccessibleName(self.tr("Size"))
        self.preview.setFixedSize(_PREVIEW + QSize(16, 16))
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setFrameShape(QFrame.Shape.StyledPanel)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.note.setFont(word_font(self.font(), 0.9))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self.buttons.button(kinds.Save).setText(self.tr("Save &as…"))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)

    def _take_remembered(self) -> None:
        settings = self._on_screen.settings
        self.theme.setCurrentIndex(self.theme.findData(settings.get(PICTURE_THEME)))
        self.scale.setValue(float(settings.get(PICTURE_SCALE)))
        text, size = settings.get(PICTURE_SIZE), None
        if text not in ("shown", "natural"):
            try:
                size = parse_size(text)
            except SizeError:
                text = "shown"
        self.size_kind.setCurrentIndex(self.size_kind.findData(size.unit.value if size else text))
        self._fit_boxes()
        if size is not None:
            self.width_box.setValue(size.width)
            self.height_box.setValue(size.height or 0)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.size_kind.currentIndexChanged.connect(self._size_kind_chosen)
        for combo in (self.what, self.theme, self.size_kind):
            combo.currentIndexChanged.connect(self._soon.start)
        for box in (self.width_box, self.height_box, self.scale):
            box.valueChanged.connect(self._soon.start)

    def _size_kind_chosen(self) -> None:
        """Show the boxes of a size that is typed; a new unit keeps the size."""
        typed = self.size_kind.currentData() in (Unit.PX.value, Unit.MM.value)
        widgets: tuple[QWidget, ...] = (self.width_box, self._times, self.height_box)
        for widget in widgets:
            widget.setVisible(typed)
        self._fit_boxes()
        self._soon.start()

    def _fit_boxes(self) -> None:
        kind = self.size_kind.currentData()
        if kind not in (Unit.PX.value, Unit.MM.value) or self.width_box.suffix() == f" {kind}":
            return
        unit, was = Unit(kind), self.width_box.suffix().strip()
        change = Unit(was).pixels / unit.pixels if was else 0.0
        sides = [box.value() * change for box in (self.width_box, self.height_box)]
        least, most = unit.limits
        for box, side, first, low in zip(
            (self.width_box, self.height_box), sides, (720, 0), (least, 0), strict=True
        ):
            box.setSuffix(f" {kind}")
            box.setDecimals(0 if unit is Unit.PX else 1)
            box.setRange(low, most)
            box.setValue(side if was else first / unit.pixels)
