"""``fpviz --smoke``: uses a real window as a user would, says what it did, and leaves.

It is how a checkout, an installed package and a frozen program are shown to be whole; so it goes
through all that could be missing from one: every panel, every experiment, every kind of picture.
Each step prints a line. Whatever is logged as a warning on the way is a failure.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import (
    QCollator,
    QCoreApplication,
    QDeadlineTimer,
    QEventLoop,
    QLocale,
    QTimer,
)
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from fpviz import __version__
from fpviz.app.application import application
from fpviz.app.components import parts
from fpviz.app.dialogs.about import AboutDialog
from fpviz.app.launch import build_window, on_screen
from fpviz.app.pictures.figures.figure import figure
from fpviz.app.pictures.files.writing import write
from fpviz.app.pictures.look import PictureLook
from fpviz.app.pictures.size import Size
from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.app.session.opening import load
from fpviz.app.window.main_window import MainWindow
from fpviz.core.notation import NOTATIONS
from fpviz.core.text import exact_text
from fpviz.experiments import EXPERIMENTS
from fpviz.model.files.scene import Scene, Setup, load_scene, save_scene
from fpviz.model.languages import ENGLISH, LANGUAGES
from fpviz.model.settings import passing_settings
from fpviz.model.themes import LIGHT, SCREEN_THEMES
from fpviz.model.workspaces import WORKSPACES
from fpviz.panels.guide import GuidePanel

_PATIENCE = 30_000
"""Milliseconds until a step that waits has failed."""


class SmokeError(Exception):
    """Something that did not come out as it should; the message is one line."""


class _Heard(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


def smoke() -> int:
    """Use a window, print what was done; 0 if all of it worked and nothing warned."""
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    logging.captureWarnings(True)
    warnings.simplefilter("always")
    try:
        app = application()
        _say(f"fpviz {__version__}, {sys.platform}, Qt platform {app.platformName()}")
        with tempfile.TemporaryDirectory() as folder:
            status = _use_window(app, Path(folder))
    finally:
        logging.captureWarnings(False)
        logging.getLogger().removeHandler(heard)
    for line in heard.lines:
        _complain(f"warned: {line}")
    return 1 if heard.lines else status


def _use_window(app: QApplication, folder: Path) -> int:
    """Open a window, go through the steps inside the event loop, quit; the exit status."""
    appearance, language = Appearance(app, LIGHT), Language(app, ENGLISH)
    window = build_window(Scene(), passing_settings(str(folder)), appearance, language)
    window.resize(1440, 900)
    window.show()
    failures: list[str] = []

    def go_through_steps() -> None:
        try:
            for name, step in STEPS:
                _say(f"{name}: {step(window, folder)}")
        except Exception as error:  # noqa: BLE001 - Qt would print it and go on
            failures.append(f"{name}: {type(error).__name__}: {error}")
            app.exit(1)
        else:
            window.menus.actions["quit"].trigger()

    QTimer.singleShot(0, go_through_steps)
    status = app.exec()
    for failure in failures:
        _complain(failure)
    return status


# -- the steps: each does one thing to the window and says what came of it ----------------------


def _toggle_a_bit(window: MainWindow, _folder: Path) -> str:
    document = window.document
    before = document.snapshot.active
    document.toggle_bit(before.format, 0)
    after = document.snapshot.active
    _expect(after.code == before.code ^ 1, "the code has not changed by that bit")
    document.undo_stack.undo()
    _expect(document.snapshot.active.code == before.code, "undo has not brought the code back")
    return f"{exact_text(before.number)} became {exact_text(after.number)}, and back"


def _copy_and_paste(window: MainWindow, _folder: Path) -> str:
    document, clipboard = window.document, QGuiApplication.clipboard()
    reading, shown = document.snapshot.active, document.state
    for notation in NOTATIONS:
        text = notation.write(reading.format, reading.code)
        if text is not None:
            window.menus.copy_as.action(notation.name).trigger()
            _expect(clipboard.text() == text, f"{notation.name} is not what is copied")
    window.edits.copy_link()
    link = clipboard.text()
    document.toggle_bit(reading.format, 0)
    window.edits.paste_value()
    _expect(document.state == shown, f"{link} has not brought back what was shown")
    document.undo_stack.undo()
    document.undo_stack.undo()
    return f"{len(NOTATIONS)} notations, {link}"


def _open_every_panel(window: MainWindow, _folder: Path) -> str:
    for name in reversed(WORKSPACES):
        window.session.workspace.choose(name)
        _wait("the panels are built", lambda: window.later.is_complete)
        for panel_id in window.session.workspace.places:
            _open(window, panel_id)
    return ", ".join(window.frames)


def _open(window: MainWindow, panel_id: str) -> None:
    """Close a panel and open it again."""
    frame = window.frames[panel_id]
    toggle = frame.toggleViewAction()
    window.docks.bring_to_front(panel_id)
    toggle.trigger()
    _expect(frame.isHidden(), f"{panel_id} does not close")
    toggle.trigger()
    _wait(f"{panel_id} opens", window.panels[panel_id].isVisible)


def _read_the_guide(window: MainWindow, _folder: Path) -> str:
    guide, scene = _guide(window), window.shown.scene()
    names = [guide.lessons.itemData(at) for at in range(guide.lessons.count())]
    _expect(bool(names), "the guide has no lessons")
    for name in names:
        guide.turn_to(name)
        _expect(bool(guide.text.toPlainText()), f"{name} is empty")
        window.guide.load(name)
    window.shown.show(scene)
    return f"{len(names)} lessons and their scenes"


def _say_what_it_is(window: MainWindow, _folder: Path) -> str:
    about = AboutDialog(window)
    about.show()
    _wait("About is there", about.isVisible)
    rows = about.conformance.table.rowCount()
    _expect(rows > 0, "the table of checks is empty")
    about.close()
    about.deleteLater()
    return f"{', '.join(f'{part.name} {part.version}' for part in parts())}; {rows} formats checked"


def _run_every_experiment(window: MainWindow, _folder: Path) -> str:
    for experiment in (*EXPERIMENTS[1:], EXPERIMENTS[0]):
        _run(window, experiment.name)
    return ", ".join(experiment.name for experiment in EXPERIMENTS)


def _run(window: MainWindow, name: str) -> None:
    runs = window.session.runs
    window.document.set_setup(Setup(name))
    _wait(f"{name} runs", lambda: not runs.is_busy)
    _expect(runs.error is None, f"{name}: {runs.error}")


def _keep_a_scene(window: MainWindow, folder: Path) -> str:
    path = folder / "smoke.fpviz"
    save_scene(window.shown.scene(), path)
    _expect(load_scene(path) == window.shown.scene(), "the scene read is not the scene written")
    return f"{path.stat().st_size} bytes, read back the same"


def _export(window: MainWindow, folder: Path, suffix: str) -> Path:
    """A picture of the window as it is, in a file with its scene in it."""
    path = folder / f"window{suffix}"
    size = Size(window.width(), window.height())
    with figure(
        window.shown.scene(), PictureLook(size=size, scale=2.0), on_screen(window).likeness()
    ) as made:
        write(made.picture, path)
    _expect(load(path) == window.shown.scene(), "the picture's scene is not the window's")
    return path


def _export_png(window: MainWindow, folder: Path) -> str:
    image, size = QImage(str(_export(window, folder, ".png"))), window.size() * 2
    _expect(image.size() == size, "the picture has another size")
    return f"{image.width()} × {image.height()} pixels"


def _export_svg(window: MainWindow, folder: Path) -> str:
    path = _export(window, folder, ".svg")
    texts = [node for node in ET.parse(path).iter() if node.tag.endswith("}text")]
    _expect(bool(texts), "the picture has no text")
    return f"{len(texts)} texts"


def _export_pdf(window: MainWindow, folder: Path) -> str:
    path = _export(window, folder, ".pdf")
    _expect(path.read_bytes().startswith(b"%PDF-"), "that is no PDF")
    return f"{path.stat().st_size} bytes"


def _sort_names(_window: MainWindow, _folder: Path) -> str:
    """As the dialogs of files do, which ask for tables that a frozen program may lack."""
    for language in LANGUAGES:
        collator = QCollator(QLocale(language))
        collator.setNumericMode(True)
        _expect(collator.compare("scene 2", "scene 10") < 0, f"{language} does not sort numbers")
    return ", ".join(LANGUAGES)


def _change_the_theme(window: MainWindow, _folder: Path) -> str:
    for theme in reversed(SCREEN_THEMES):
        window.menus.themes.choose(theme)
        _expect(window.appearance.theme.name == theme, f"the theme is not {theme}")
    return ", ".join(reversed(SCREEN_THEMES))


def _change_the_language(window: MainWindow, _folder: Path) -> str:
    english, scene = _words(window), window.shown.scene()
    for language in (*LANGUAGES, ENGLISH):
        window.menus.languages.choose(language)
        if language == ENGLISH:
            _wait("the window speaks English", lambda: _words(window) == english)
        else:
            _wait(f"all speaks {language}", lambda: not {*_words(window)} & {*english})
        _expect(window.shown.scene() == scene, f"in {language}, the window shows something else")
    return ", ".join(LANGUAGES.values())


def _words(window: MainWindow) -> list[str]:
    """Titles of the menus, of the panels and of a lesson, and a button of Qt's own."""
    menus = [action.text() for action in window.menuBar().actions()]
    panels = [window.frames[name].windowTitle() for name in window.session.workspace.places]
    lesson = _guide(window).lessons.itemText(0)
    return [*menus, *panels, lesson, QCoreApplication.translate("QPlatformTheme", "Cancel")]


def _guide(window: MainWindow) -> GuidePanel:
    panel = window.panels[GuidePanel.ID]
    assert isinstance(panel, GuidePanel)
    panel.open()
    return panel


STEPS: tuple[tuple[str, Callable[[MainWindow, Path], str]], ...] = (
    ("toggle a bit", _toggle_a_bit),
    ("copy and paste", _copy_and_paste),
    ("open every panel", _open_every_panel),
    ("read the guide", _read_the_guide),
    ("run every experiment", _run_every_experiment),
    ("keep a scene", _keep_a_scene),
    ("export PNG", _export_png),
    ("export SVG", _export_svg),
    ("export PDF", _export_pdf),
    ("sort names", _sort_names),
    ("change the theme", _change_the_theme),
    ("change the language", _change_the_language),
    ("say what it is", _say_what_it_is),
)
"""What is done to the window, in this order."""


# -- their means --------------------------------------------------------------------------------


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SmokeError(otherwise)


def _wait(what: str, holds: Callable[[], bool]) -> None:
    """Let events happen until something holds. Raises SmokeError when patience ends."""
    deadline = QDeadlineTimer(_PATIENCE)
    while not holds():
        _expect(not deadline.hasExpired(), f"waited in vain until {what}")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - it reports


def _complain(line: str) -> None:
    print(f"fpviz --smoke: {line}", file=sys.stderr)  # noqa: T201 - what it is run for
