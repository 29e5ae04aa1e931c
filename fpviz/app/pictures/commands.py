"""What a window does with pictures of itself and of its panels: exports and copies them.

The figures are set up out of sight, so that the window is left as it is.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from fpviz.app import dialogs
from fpviz.app.pictures.look import PictureLook
from fpviz.app.pictures.on_screen import OnScreen
from fpviz.model.files.errors import of_file
from fpviz.model.settings import LAST_FOLDER
from fpviz.widgets.translated import said

_COPY_SCALE = 2.0
"""Pixels a pixel of what is copied: text stays sharp when it is pasted into a document."""


class PictureCommands(QObject):
    """The menu entries about pictures: of a panel by its id, of the window by "".

    Signals:
        remark(str): what was done, for the status line.
    """

    remark = Signal(str)

    def __init__(self, on_screen: OnScreen) -> None:
        super().__init__(on_screen.window)
        self.on_screen = on_screen

    def export(self, panel_id: str) -> None:
        """Ask how the picture of a panel (or of the window) should be, and where it goes."""
        if self._is_old(panel_id):
            return
        from fpviz.app.pictures.export_dialog import ExportDialog  # noqa: PLC0415 - when asked

        wish = ExportDialog.ask(self.on_screen, panel_id)
        if wish is None:
            return
        look, path = wish
        try:
            self.write(look, path)
        except OSError as error:
            reason = said(of_file(path, error))
            dialogs.complain(self.on_screen.window, self.tr("The picture was not written"), reason)
            return
        self.on_screen.settings.set(LAST_FOLDER, str(path.parent))
        self.remark.emit(self.tr("Picture written to {0}").format(path))

    def _is_old(self, panel_id: str) -> bool:
        """Whether a panel (or any in the window) shows what is old; then it is said why."""
        old = self.on_screen.old(panel_id)
        if old is not None:
            self.remark.emit(self.tr("No picture is made of what is old: {0}").format(said(old)))
        return old is not None

    def write(self, look: PictureLook, path: Path) -> None:
        """Write a picture. Raises OSError."""
        from fpviz.app.pictures.figures.figure import figure  # noqa: PLC0415 - when asked
        from fpviz.app.pictures.files.writing import write  # noqa: PLC0415 - the same

        with figure(self.on_screen.scene(), look, self.on_screen.likeness()) as made:
            write(made.picture, path)

    def copy(self, panel_id: str) -> None:
        """Put a panel (or the window) as it is shown on the clipboard, as pixels and as shapes."""
        if self._is_old(panel_id):
            return
        from fpviz.app.pictures.figures.figure import figure  # noqa: PLC0415 - when asked
        from fpviz.app.pictures.files.writing import image, png, svg  # noqa: PLC0415 - the same

        size = self.on_screen.size_of(panel_id)
        look = PictureLook(panel_id, size, _COPY_SCALE, self.on_screen.theme)
        data = QMimeData()
        with figure(self.on_screen.scene(), look, self.on_screen.likeness()) as made:
            data.setImageData(image(made.picture))
            data.setData("image/png", png(made.picture))
            data.setData("image/svg+xml", svg(made.picture))
        QGuiApplication.clipboard().setMimeData(data)
        if panel_id:
            title = self.on_screen.frames[panel_id].windowTitle()
            self.remark.emit(self.tr("Picture of “{0}” copied").format(title))
        else:
            self.remark.emit(self.tr("Picture of the window copied"))
