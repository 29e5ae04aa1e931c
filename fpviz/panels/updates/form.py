"""The form side of the panel "Repeated updates": which experiment, and its parameters."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from fpviz.core.phrase import phrase, verbatim
from fpviz.core.reading import source_text
from fpviz.experiments import EXPERIMENTS
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.model.files.scene import Setup
from fpviz.model.runs import Change
from fpviz.model.session import Session
from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.look.style import button_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run.parameter_form import ParameterForm
from fpviz.widgets.translated import said

_START = "w0"
"""What experiments call the parameter that a weight starts from."""


class RunForm(ParameterForm):
    """The choice of the experiment, the way from the source to the run, and the parameters."""

    experiment: ComboBox
    take_source: QToolButton
    _formed = ""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(theme)
        self.runs, self.document = session.runs, session.document
        digit = self.fontMetrics().horizontalAdvance("0")
        self.setMinimumWidth(digit * 15)
        self.setMaximumWidth(digit * 25)
        self.edited.connect(self.document.set_parameter)
        self.complained.connect(self._explain_old_run)

    def build(self) -> None:
        """Build the head and the fields of the present experiment."""
        self.experiment, self.take_source = self._experiment_box(), self._source_button()
        self._head = self._build_head()
        self._show_setup(self.document.setup)
        self.document.setup_changed.connect(self._show_setup)
        self.runs.changed.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self._formed:
            self.take_source.setStyleSheet(button_sheet(theme))

    def _build_head(self) -> QWidget:
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        label = QLabel(self.tr("Experiment"))
        label.setFont(word_font(self.font(), 0.9))
        label.setBuddy(self.experiment)
        layout.addWidget(label)
        layout.addWidget(self.experiment)
        layout.addWidget(self.take_source)
        return head

    def _show_fields(self) -> None:
        """Build the fields of the present experiment, whichever way it was chosen."""
        experiment = self.runs.experiment
        chosen_here = self.experiment.hasFocus()
        self._formed = experiment.name
        self.experiment.setCurrentIndex(self.experiment.findData(experiment.name))
        self.experiment.setToolTip(said(experiment.description))
        self.take_source.setHidden(_START not in (each.name for each in experiment.parameters))
        self.show_parameters(experiment.parameters, self._head)
        self.complain(self.runs.error)
        if chosen_here:
            self.experiment.setFocus()

    def _experiment_box(self) -> ComboBox:
        box = ComboBox()
        box.setAccessibleName(self.tr("Experiment"))
        for experiment in EXPERIMENTS:
            box.addItem(said(experiment.title), experiment.name)
        box.setMinimumWidth(60)
        box.activated.connect(self._choose)
        return box

    def _source_button(self) -> QToolButton:
        """The way from the source to the run, which does not follow it."""
        button = QToolButton()
        button.setText(self.tr("use the source as w₀"))
        button.setToolTip(self.tr("Start the run from the source; it does not follow it"))
        button.setStyleSheet(button_sheet(self._theme))
        button.clicked.connect(self._take_source)
        return button

    def _take_source(self) -> None:
        if self.document.refusal is None:
            self.document.set_parameter(_START, source_text(self.document.state.source))

    def _choose(self) -> None:
        self.document.set_setup(Setup(self.experiment.currentData()))

    def _show_setup(self, setup: Setup) -> None:
        if setup.name != self._formed:
            self._show_fields()
        self.show_values(setup.values)

    def _follow(self, change: Change) -> None:
        if change & Change.ERROR:
            self.complain(self.runs.error)

    def _explain_old_run(self, error: ParameterError | None) -> None:
        """Say why the run that is shown is not that of the form, where it is not."""
        if error is None:
            return
        labels = {each.name: each.label for each in self.runs.experiment.parameters}
        self.runs.doubt_it(
            phrase(
                "{parameter}: {reason}. Shown is the last run that could be made.",
                parameter=labels.get(error.name, verbatim(error.name)),
                reason=error.message,
            )
        )
