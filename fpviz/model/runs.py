"""The run of the document's experiment, and the step of it that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fpviz.core.literals import Literal
from fpviz.core.numbers import Finite
from fpviz.core.reading import code_source
from fpviz.core.text import exact_text
from fpviz.experiments import find_experiment
from fpviz.experiments.experiment import Experiment, Lesson, Run
from fpviz.experiments.parameters import ParameterError
from fpviz.model.document import Document
from fpviz.model.scene import Setup


class Runs(QObject):
    """Runs the document's experiment whenever its setup changes.

    A setup that cannot be run leaves the last good run in place.

    Signals:
        run_changed(Run): there is another run.
        step_changed(): another step, or another curve of it, is looked at.
        failed(object): the ParameterError of the present setup, or None when it is sound.
    """

    run_changed = Signal(object)
    step_changed = Signal()
    failed = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._run = self.experiment.run(self.experiment.settings())
        self._step = 0
        self._curve = self._run.focus
        self.error: ParameterError | None = None
        self._follow(document.setup)
        self._step = min(self._run.steps, 40)
        document.setup_changed.connect(self._follow)

    @property
    def experiment(self) -> Experiment:
        """The experiment of the document's setup."""
        return find_experiment(self._document.setup.name)

    @property
    def run(self) -> Run:
        """The last run that succeeded."""
        return self._run

    @property
    def step(self) -> int:
        """The step that is looked at."""
        return self._step

    @property
    def curve(self) -> str:
        """The name of the curve that is looked at."""
        return self._curve

    @property
    def lesson(self) -> Lesson:
        """What the step teaches about the curve."""
        return self._run.lesson(self._step, self._curve)

    def look_at(self, step: int, curve: str | None = None) -> None:
        """Look at a step, and at a curve if one is named."""
        step, curve = max(0, min(self._run.steps, step)), curve or self._curve
        if (step, curve) != (self._step, self._curve):
            self._step, self._curve = step, curve
            self.step_changed.emit()

    def make_source(self) -> None:
        """Make the number that is looked at the source of the document."""
        curve = self._run.curve(self._curve)
        code, number = curve.code(self._step), curve.number(self._step)
        if curve.format is not None and code is not None:
            self._document.set_source(code_source(curve.format, code))
        elif isinstance(number, Finite):
            self._document.set_source(Literal(exact_text(number), number))

    def _follow(self, setup: Setup) -> None:
        experiment = find_experiment(setup.name)
        try:
            run = experiment.run(experiment.settings(setup.values))
        except ParameterError as error:
            self.error = error
            self.failed.emit(error)
            return
        self._run = run
        self._step = min(self._step, run.steps)
        if self._curve not in {curve.name for curve in run.curves}:
            self._curve = run.focus
        self.error = None
        self.failed.emit(None)
        self.run_changed.emit(run)
        self.step_changed.emit()
