"""What training does with floating point: repeated updates and what repairs them.

Imports core alone. An experiment is one record in one file: what it can be told, a plain function
of that, the script that does the same elsewhere; a new one is a file here and its line in
``EXPERIMENTS``. One that fills more than a file is a folder. What all of them are made of is the
``engine``.
"""

from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.experiments.accumulation import ACCUMULATION
from fpviz.experiments.adam.experiment import ADAM
from fpviz.experiments.counting import COUNTING
from fpviz.experiments.dot_product import DOT_PRODUCT
from fpviz.experiments.dynamic_loss_scale.experiment import DYNAMIC_LOSS_SCALE
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.kahan import KAHAN
from fpviz.experiments.master_copy import MASTER_COPY
from fpviz.experiments.static_loss_scale.experiment import STATIC_LOSS_SCALE
from fpviz.experiments.stochastic.experiment import STOCHASTIC_ROUNDING
from fpviz.experiments.swamping import DRIFT, SWAMPING

EXPERIMENTS: tuple[Experiment, ...] = (
    SWAMPING,
    DRIFT,
    COUNTING,
    MASTER_COPY,
    STATIC_LOSS_SCALE,
    DYNAMIC_LOSS_SCALE,
    ACCUMULATION,
    DOT_PRODUCT,
    STOCHASTIC_ROUNDING,
    KAHAN,
    ADAM,
)
"""Every experiment, in the order in which lists show them."""


class ExperimentError(Complaint):
    """A name that no experiment has."""


def find_experiment(name: str) -> Experiment:
    """The experiment of that name.

    Raises ExperimentError, naming the bad text and what would be accepted.
    """
    wanted = name.strip().lower()
    for experiment in EXPERIMENTS:
        if experiment.name == wanted:
            return experiment
    names = ", ".join(experiment.name for experiment in EXPERIMENTS)
    raise ExperimentError(
        phrase("unknown experiment {name}; there are {names}", name=quoted(name), names=names)
    )
