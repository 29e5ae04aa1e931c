"""The menu "Experiments": choosing one, and taking its run away as CSV or as a script.

The writers of scripts and reports are loaded when they are asked for: the start does without.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from fpviz.app import dialogs
from fpviz.core.phrase import Complaint
from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.experiments.engine.run import Run
from fpviz.model.files.errors import of_file
from fpviz.model.files.scene import Setup
from fpviz.model.files.whole_file import write_whole
from fpviz.model.session import Session
from fpviz.model.settings import LAST_FOLDER, Settings
from fpviz.widgets.translated import said


def write_csv(run: Run, path: Path) -> None:
    """Write a head and a row a step. Raises OSError."""
    from fpviz.app.reports.csv_rows import write_table  # noqa: PLC0415 - when asked
    from fpviz.app.reports.run_csv import steps_table  # noqa: PLC0415 - when asked

    write_table(steps_table(run), path)


def _script(run: Run, dialect: str) -> str:
    return find_experiment(run.experiment).script(run, dialect)


class ExperimentMenu(QObject):
    """Fills a menu when it is first about to be shown, and marks the present experiment in it."""

    def __init__(self, menu: QMenu, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(menu)
        self.menu = menu
        self._session = session
        self._settings = settings
        self._window = window
        self._choices: dict[str, QAction] = {}
        self._ways_out: list[QAction] = []
        menu.aboutToShow.connect(self.show_present)

    def show_present(self) -> None:
        """Mark the present experiment."""
        if not self._choices:
            self._add_experiments()
            self.menu.addSeparator()
            self._add_ways_out()
        self._choices[self._session.document.setup.name].setChecked(True)
        for action in self._ways_out:
            action.setEnabled(self._session.runs.is_current)

    def _add_experiments(self) -> None:
        group = QActionGroup(self.menu)
        for experiment in EXPERIMENTS:
            action = self.menu.addAction(said(experiment.title))
            action.setCheckable(True)
            action.setToolTip(said(experiment.summary))
            action.triggered.connect(lambda _=False, name=experiment.name: self.choose(name))
            group.addAction(action)
            self._choices[experiment.name] = action
        self.menu.setToolTipsVisible(True)

    def _add_ways_out(self) -> None:
        from fpviz.experiments.engine.scripts.dialects import DIALECTS  # noqa: PLC0415 - when asked

        self.menu.addAction(self.tr("Export the steps as CSV…")).triggered.connect(self.export_csv)
        self.menu.addAction(self.tr("Copy the results as text")).triggered.connect(self.copy_text)
        scripts = self.menu.addMenu(self.tr("Copy as a script"))
        saved = self.menu.addMenu(self.tr("Save as a script"))
        self._ways_out = self.menu.actions()[-4:]
        for name, dialect in DIALECTS.items():
            copy = scripts.addAction(dialect.title)
            copy.triggered.connect(lambda _=False, name=name: self.copy_script(name))
            save = saved.addAction(dialect.title)
            save.triggered.connect(lambda _=False, name=name: self.save_script(name))

    def choose(self, name: str) -> None:
        """Run another experiment, with its defaults."""
        self._session.document.set_setup(Setup(name))

    def copy_text(self) -> None:
        """Put the parameters, roundings, readouts and final codes on the clipboard, in words."""
        from fpviz.app.reports.run_text import run_text  # noqa: PLC0415 - when asked

        QGuiApplication.clipboard().setText(run_text(self._session.runs.run, said))

    def copy_script(self, dialect: str) -> None:
        """Put the run on the clipboard as a script."""
        try:
            QGuiApplication.clipboard().setText(_script(self._session.runs.run, dialect))
        except Complaint as error:
            dialogs.complain(self._window, self.tr("There is no script"), said(error.phrase))

    def save_script(self, dialect: str) -> None:
        """Ask for a file and write the run to it as a script."""
        run = self._session.runs.run
        name = f"{run.experiment}-{dialect}"
        path = dialogs.ask_save(
            self._window, self._settings.get(LAST_FOLDER), self.tr("Scripts"), [".py"], name
        )
        if path is not None:
            self._write(path, lambda: write_whole(path, _script(run, dialect).encode()))

    def export_csv(self) -> None:
        """Ask for a file and write the steps to it."""
        run = self._session.runs.run
        path = dialogs.ask_save(
            self._window,
            self._settings.get(LAST_FOLDER),
            self.tr("Tables"),
            [".csv"],
            run.experiment,
        )
        if path is not None:
            self._write(path, lambda: write_csv(run, path))

    def _write(self, path: Path, act: Callable[[], object]) -> None:
        try:
            act()
        except OSError as error:
            reason = said(of_file(path, error))
            dialogs.complain(self._window, self.tr("The file was not written"), reason)
            return
        except Complaint as error:
            dialogs.complain(self._window, self.tr("There is no script"), said(error.phrase))
            return
        self._settings.set(LAST_FOLDER, str(path.parent))
