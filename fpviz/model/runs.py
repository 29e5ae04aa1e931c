"""The run of the document's experiment, the runs kept beside it, and the step looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from fpviz.core.literals import Literal, NumberLiteral, code_source
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import exact_text
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.lesson import Lesson
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.experiments.engine.run import Run
from fpviz.model.background import Background
from fpviz.model.document import Document
from fpviz.model.files.scene import Look, Setup

_FIRST_STEP = 40
"""The step of an experiment that is looked at before any is chosen."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run that stays in the plot for comparison, under a name."""

    name: str
    run: Run


class Runs(QObject):
    """Runs the document's experiment whenever its setup changes, beside the window.

    A setup that cannot be run leaves the last good run in place.

    Signals:
        run_changed(Run): there is another run.
        kept_changed(): other runs are kept for comparison.
        step_changed(): another step, or another curve of it, is looked at.
        failed(object): the ParameterError of the present setup, or None when it is sound.
        progressed(float): how far a long run is, 0 to 1; 1 when it has ended, however it did.
        doubted(Phrase or None): ``doubt`` is another one.
    """

    run_changed = Signal(object)
    kept_changed = Signal()
    step_changed = Signal()
    failed = Signal(object)
    progressed = Signal(float)
    doubted = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self.error: ParameterError | None = None
        self._doubt: Phrase | None = None
        self.kept: tuple[KeptRun, ...] = ()
        self._run = self._first_run()
        self._curve = self._run.focus
        self._step = _FIRST_STEP
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._refuse)
        self._background.progressed.connect(self._tell_progress)
        document.setup_changed.connect(self._follow)
        document.look_wanted.connect(self._look)
        if document.setup != Setup():
            self._follow(document.setup)

    @property
    def experiment(self) -> Experiment:
        """The experiment of the document's setup."""
        return find_experiment(self._document.setup.name)

    @property
    def sound_setup(self) -> Setup:
        """The document's setup, or, where it is refused, that of the run that is shown."""
        if self.error is None:
            return self._document.setup
        texts, usual = self._run.arguments.texts, find_experiment(self._run.experiment).arguments()
        values = {name: text for name, text in texts.items() if text != usual.texts[name]}
        return Setup(self._run.experiment, values)

    @property
    def run(self) -> Run:
        """The last run that succeeded."""
        return self._run

    @property
    def step(self) -> int:
        """The step that is looked at."""
        return min(self._step, self._run.domain.steps)

    @property
    def curve(self) -> str:
        """The name of the curve that is looked at."""
        known = {curve.name for curve in self._run.curves}
        return self._curve if self._curve in known else self._run.focus

    @property
    def look(self) -> Look:
        """What will be looked at of the run of the sound setup, be it there or under way."""
        outline = self.sound_setup.outline
        wanted = (self._curve, self._run.focus)
        curve = next((name for name in wanted if name in outline.curves), "")
        return Look(min(self._step, outline.domain.steps), curve)

    @property
    def lesson(self) -> Lesson:
        """What the step teaches about the curve."""
        return self._run.lesson(self.step, self.curve)

    @property
    def is_busy(self) -> bool:
        """Whether a long run is under way."""
        return self._background.is_busy

    @property
    def doubt(self) -> Phrase | None:
        """Why the run is not that of the document's setup; ``None`` where it is."""
        return self._doubt

    @property
    def is_current(self) -> bool:
        """Whether the run is that of the setup: no text is refused, not even while it is typed."""
        return self.error is None and self._doubt is None

    def doubt_it(self, reason: Phrase | None) -> None:
        """Say that the run is an old one, and why; or that it is not."""
        if reason != self._doubt:
            self._doubt = reason
            self.doubted.emit(reason)

    def look_at(self, step: int, curve: str | None = None) -> None:
        """Look at a step, and at a curve if one is named.

        A step or curve that only the run under way will have is looked at when it is done.
        """
        step, curve = max(0, step), curve or self._curve
        if (step, curve) != (self._step, self._curve):
            self._step, self._curve = step, curve
            self.step_changed.emit()

    def pick(self, step: int, curve: str | None = None) -> None:
        """Look at a step, and make the number there the source of the document: one change."""
        step = max(0, min(step, self._run.domain.steps))
        before, after = Look(self.step, self.curve), Look(step, curve or self.curve)
        source = self._number(after)
        if source is None:
            self.look_at(step, curve)
        else:
            self._document.pick(source, before, after)

    def _number(self, look: Look) -> Literal | None:
        """The number that is looked at, as a source; None where it is not finite."""
        curve = self._run.curve(look.curve)
        code, number = curve.code(look.step), curve.number(look.step)
        if curve.format is not None and code is not None:
            return code_source(curve.format, code)
        return NumberLiteral(exact_text(number), number) if isinstance(number, Finite) else None

    def keep(self, name: str) -> None:
        """Keep the present run for comparison."""
        self.kept = (*self.kept, KeptRun(name, self._run))
        self.kept_changed.emit()

    def drop_kept(self) -> None:
        """Keep no run any longer."""
        if self.kept:
            self.kept = ()
            self.kept_changed.emit()

    def cancel(self) -> None:
        """Give up a long run; the last good one stays."""
        self._background.cancel()
        self.doubt_it(phrase("The run was given up. Shown is the one before it."))
        self.progressed.emit(1.0)

    def wait(self) -> None:
        """Wait until the run of the present setup is there."""
        self._background.wait()

    def take_over(self, others: Runs) -> None:
        """Show what another window's runs show, without running anything again."""
        self._background.cancel()
        self._run, self.kept, self.error = others.run, others.kept, others.error
        self._step, self._curve = others.step, others.curve

    def close(self) -> None:
        """End what runs beside the window."""
        self._background.close()

    def _look(self, look: Look) -> None:
        self.look_at(look.step, look.curve)

    def _first_run(self) -> Run:
        first = find_experiment(Setup().name)
        return first.run(first.arguments())

    def _follow(self, setup: Setup) -> None:
        experiment = find_experiment(setup.name)
        if setup.name != self._run.experiment:
            self.look_at(_FIRST_STEP)
        try:
            settings = experiment.arguments(setup.values)
        except ParameterError as error:
            self._background.cancel()
            self._refuse(error)
            return
        self._background.start(partial(experiment.run, settings))

    def _refuse(self, error: Exception) -> None:
        self.progressed.emit(1.0)
        if not isinstance(error, ParameterError):
            raise error
        self.error = error
        self.failed.emit(error)

    def _tell_progress(self, share: float) -> None:
        self.doubt_it(phrase("A run is under way. Shown is the one before it."))
        self.progressed.emit(share)

    def _take(self, run: Run) -> None:
        self.doubt_it(None)
        if run.experiment != self._run.experiment:
            self.kept = ()
        if run.first_look is not None:
            self._step = run.first_look
        self._run = run
        self.error = None
        self.progressed.emit(1.0)
        self.failed.emit(None)
        self.run_changed.emit(run)
        self.step_changed.emit()
